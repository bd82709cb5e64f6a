//! The FHIR document as a shell asks for it: whole or not at all, never in the place of a stranger's file, the same bytes twice,
//! and nothing in it that was not ticked. What it says, `core/report/tests/fhir.rs` looks at.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use tidemark::findings::Included;
use tidemark::model::{
    Kind, MeasureId, Milli, Moment, Note, Period, Record, RecordedBy, Rollover, SeededEntropy, ShareSection,
    Shared, ShortText, Source,
};
use tidemark::{CheckInDraft, Diary, DiaryError, Paper, Passphrase, ReportOptions, Setup, Shell, Span};

fn at(text: &str) -> Moment {
    Moment::parse(text).unwrap()
}

fn diary(room: &Path) -> Diary {
    let setup = Setup {
        created_at: at("2026-01-01T00:00Z").instant,
        rollover: Rollover::default(),
        sample_label: None,
    };
    let shell = Shell { entropy: Box::new(SeededEntropy::new(6)), source: Source::App };
    Diary::create(&room.join("my.diary"), &Passphrase::new("correct horse").unwrap(), setup, shell).unwrap().0
}

fn add(diary: &mut Diary, kind: Kind, fields: &[(&str, &str)]) {
    let fields: Vec<_> =
        fields.iter().map(|(name, text)| ((*name).to_owned(), Some((*text).to_owned()))).collect();
    diary.add_record(kind, &fields, RecordedBy::Own, at("2026-02-03T12:00Z")).unwrap();
}

/// A diary with a planted word in everything that stays out by default.
fn planted(room: &Path) -> Diary {
    let mut diary = diary(room);
    let draft = CheckInDraft {
        rated: at("2026-02-03T21:00Z"),
        day: None,
        ratings: vec![(MeasureId::new("stress").unwrap(), Some(Milli::whole(4)))],
        note: Some(Note::new("note", "planted note").unwrap()),
        practices: vec![],
        recorded_by: RecordedBy::Own,
    };
    diary.add_check_in(draft, at("2026-02-03T21:00Z")).unwrap();
    add(&mut diary, Kind::Therapist, &[("name", "planted therapist"), ("first_visit_fit", "planted fit")]);
    add(&mut diary, Kind::CareTeamMember, &[("name", "planted member"), ("role", "psychiatrist")]);
    let sheet =
        [("allergies", "oil:planted allergy"), ("history", "planted history"), ("shared", "allergies")];
    add(&mut diary, Kind::IntakeSheet, &sheet);
    let items = "1:1 | 2:1 | 3:2 | 4:0 | 5:3 | 6:2 | 7:3";
    add(&mut diary, Kind::InstrumentResult, &[("instrument", "gad_7"), ("total", "12"), ("items", items)]);
    let distress = [("kind", "panic"), ("what_helped", "planted help"), ("at", "2026-02-03T11:00:00+00:00")];
    add(&mut diary, Kind::DistressEvent, &distress);
    let plan = [("minutes", "60"), ("agreed_with", "planted name"), ("if_distress", "planted plan")];
    add(&mut diary, Kind::SessionPlan, &plan);
    diary
}

fn options(distress: bool) -> ReportOptions {
    ReportOptions {
        period: Period::new("2026-02-01".parse().unwrap(), "2026-02-28".parse().unwrap()).unwrap(),
        made_on: "2026-03-01".parse().unwrap(),
        zone: "Europe/Dublin".to_owned(),
        paper: Paper::A4,
        name: None,
        included: Included { distress, ..Included::default() },
    }
}

const NOW: &str = "2026-03-01T10:00Z";

fn write(diary: &mut Diary, path: &Path, distress: bool, ticked: Included) -> String {
    let options = ReportOptions { included: Included { distress, ..ticked }, ..options(distress) };
    diary.write_fhir(path, &options, at(NOW)).unwrap();
    fs::read_to_string(path).unwrap()
}

/// What lies in a folder, by name.
fn names(folder: &Path) -> Vec<PathBuf> {
    let mut names: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    names.sort();
    names
}

#[test]
fn nothing_goes_along_that_was_not_ticked() {
    let room = tempfile::tempdir().unwrap();
    let mut diary = planted(room.path());
    let path = room.path().join("report.json");
    let text = write(&mut diary, &path, false, Included::default());
    assert!(text.contains("Stress") && text.contains("CarePlan"));
    for word in
        ["planted", "QuestionnaireResponse", "Panic", "Practitioner", "CareTeam", "AllergyIntolerance"]
    {
        assert!(!text.contains(word), "{word} is there without a tick");
    }
    let none = Included::default;
    for (distress, ticked, word) in [
        (true, none(), "Panic"),
        (false, Included { notes: true, ..none() }, "planted note"),
        (false, Included { items: true, ..none() }, "QuestionnaireResponse"),
        (false, Included { therapists: true, ..none() }, "planted therapist"),
        (false, Included { care_team: true, ..none() }, "planted member"),
        (false, Included { intake: true, ..none() }, "planted allergy"),
    ] {
        let text = write(&mut diary, &path, distress, ticked);
        assert!(text.contains(word), "{word} is not there though ticked");
        let others =
            ["planted note", "planted therapist", "planted member", "planted allergy", "planted help"];
        for other in others.into_iter().filter(|other| *other != word && !distress) {
            assert!(!text.contains(other), "{other} goes along with {word}");
        }
        // Not ticked on the sheet, or never for anybody.
        for never in ["planted history", "planted fit", "planted name"] {
            assert!(!text.contains(never), "{never} goes along with {word}");
        }
    }
    let mut named = options(false);
    named.name = Some(ShortText::new("name", "Robin").unwrap());
    diary.write_fhir(&path, &named, at(NOW)).unwrap();
    assert!(fs::read_to_string(&path).unwrap().contains("Robin"));
}

#[test]
fn the_same_diary_and_ticks_give_the_same_bytes() {
    let room = tempfile::tempdir().unwrap();
    let mut diary = planted(room.path());
    let all = Included {
        notes: true,
        items: true,
        therapists: true,
        care_team: true,
        intake: true,
        ..Included::default()
    };
    let first = write(&mut diary, &room.path().join("one.json"), true, all.clone());
    let second = write(&mut diary, &room.path().join("two.json"), true, all.clone());
    assert_eq!(first, second);
    // A former document of this program is replaced.
    assert_eq!(write(&mut diary, &room.path().join("one.json"), true, all.clone()), first);
}

#[test]
fn a_strangers_file_is_refused_and_nothing_is_left_beside_it() {
    let room = tempfile::tempdir().unwrap();
    let mut diary = planted(room.path());
    let path = room.path().join("report.json");
    for stranger in ["{\"resourceType\":\"Bundle\",\"id\":\"of another program\"}", "", "a letter"] {
        fs::write(&path, stranger).unwrap();
        let before = names(room.path());
        let refused = diary.write_fhir(&path, &options(false), at(NOW));
        assert!(matches!(refused, Err(DiaryError::OutputNotWritten { .. })), "{refused:?}");
        assert_eq!(fs::read_to_string(&path).unwrap(), stranger);
        assert_eq!(names(room.path()), before);
    }
    let folder = room.path().join("folder");
    fs::create_dir(&folder).unwrap();
    for place in [folder, room.path().join("nowhere/report.json")] {
        let before = names(room.path());
        let refused = diary.write_fhir(&place, &options(false), at(NOW));
        assert!(matches!(refused, Err(DiaryError::OutputNotWritten { .. })), "{refused:?}");
        assert_eq!(names(room.path()), before);
    }
    assert!(
        diary.records_of(Kind::ShareLog, Span::default()).unwrap().is_empty(),
        "what did not leave is not noted"
    );
}

#[test]
fn that_it_left_is_noted_with_its_sections_and_digest() {
    let room = tempfile::tempdir().unwrap();
    let mut diary = planted(room.path());
    let path = room.path().join("report.json");
    let ticked = Included { care_team: true, items: true, ..Included::default() };
    let text = write(&mut diary, &path, false, ticked);
    let noted = diary.records_of(Kind::ShareLog, Span::default()).unwrap();
    let [Record::ShareLog(left)] = &noted[..] else { unreachable!("one file left") };
    assert_eq!(left.what, Shared::ReportFhir);
    let digest = tidemark_model::FileDigest::new(Sha256::digest(text.as_bytes()).into()).to_string();
    assert_eq!(left.sha256.to_string(), digest);
    for section in
        [ShareSection::CareTeam, ShareSection::ItemScores, ShareSection::Plan, ShareSection::Trends]
    {
        assert!(left.holds(section), "{section:?}");
    }
    for section in
        [ShareSection::Notes, ShareSection::Therapists, ShareSection::Intake, ShareSection::Distress]
    {
        assert!(!left.holds(section), "{section:?}");
    }
    assert_eq!(left.period_from.map(|day| day.to_string()).as_deref(), Some("2026-02-01"));
}

#[test]
fn an_empty_diary_gives_a_whole_document() {
    let room = tempfile::tempdir().unwrap();
    let mut diary = diary(room.path());
    let all = Included {
        notes: true,
        items: true,
        therapists: true,
        care_team: true,
        intake: true,
        ..Included::default()
    };
    let text = write(&mut diary, &room.path().join("report.json"), true, all);
    let document: serde_json::Value = serde_json::from_str(&text).unwrap();
    let kinds: Vec<&str> = document["entry"]
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| entry["resource"]["resourceType"].as_str().unwrap())
        .collect();
    assert_eq!(kinds, ["Composition", "Patient", "Device", "Provenance"]);
}
