//! Notes ticked one by one, as an app asks for them: the list to tick from, what leaves, and what is refused.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

use std::fs;
use std::sync::Arc;

use tempfile::TempDir;
use tidemark::Paper;
use tidemark::findings::Included;
use tidemark::model::{Kind, RecordedBy};
use tidemark_mobile::{
    CheckInDraft, DiaryError, Moment, OpenDiary, Output, Rated, ReportOptions, Span, default_sections,
};

/// `date -u -d 2026-11-24T20:04Z +%s` is 1795550640.
const EVENING: i64 = 1_795_550_640_000;
const DAY: i64 = 86_400_000;
const WORDS: [&str; 3] = ["wordone", "wordtwo", "wordthree"];

fn at(epoch_ms: i64) -> Moment {
    Moment { epoch_ms, offset_s: 0, zone_id: Some("Europe/Dublin".to_owned()) }
}

/// Three check-ins of three days with a note each, 22 to 24 November.
fn noted(folder: &TempDir) -> Arc<OpenDiary> {
    let path = folder.path().join("my.diary").display().to_string();
    let diary =
        OpenDiary::create(&path, "four plain words here".to_owned(), None, &at(EVENING - 9 * DAY)).unwrap();
    for (day, word) in (0..).zip(WORDS) {
        let rated_at = at(EVENING - (2 - day) * DAY);
        let draft = CheckInDraft {
            rated_at: rated_at.clone(),
            ratings: vec![Rated { measure_id: "stress".to_owned(), value_milli: Some(4000) }],
            day: None,
            note: Some(format!("{word}\nand {}", "more ".repeat(20))),
            recorded_by: RecordedBy::Own,
            practices: vec![],
        };
        diary.save_check_in(draft, &rated_at).unwrap();
    }
    diary
}

fn options(included: Included) -> ReportOptions {
    ReportOptions {
        made_at: at(EVENING),
        paper: Paper::A4,
        period: None,
        name: None,
        included: Some(included),
    }
}

fn names(diary: &OpenDiary, output: Output, included: &Included) -> Vec<String> {
    let leaves = diary.leaves(output, &options(included.clone())).unwrap();
    leaves.into_iter().filter(|left| left.code == "notes").map(|left| left.name).collect()
}

#[test]
fn one_of_three_notes_leaves_and_what_leaves_says_so() {
    let folder = TempDir::new().unwrap();
    let diary = noted(&folder);
    let list = diary.notes_to_tick(&options(default_sections())).unwrap();
    let days: Vec<&str> = list.iter().map(|note| note.day.as_str()).collect();
    assert_eq!(days, ["2026-11-22", "2026-11-23", "2026-11-24"]);
    // Sixty characters at most, on one line, ending with a whole word: "wordtwo and" and nine times " more" are 56.
    assert_eq!(list[1].first_words, format!("wordtwo and{} …", " more".repeat(9)));
    assert!(list.iter().all(|note| !note.of_session));
    let one = Included { chosen_notes: vec![list[1].entry], ..default_sections() };
    assert_eq!(names(&diary, Output::Pages, &one), ["1 of 3 notes"]);
    assert_eq!(names(&diary, Output::FhirDocument, &one), ["1 of 3 notes"]);
    assert_eq!(names(&diary, Output::PlainText, &one), [""; 0]);
    assert_eq!(names(&diary, Output::Pages, &Included { notes: true, ..default_sections() }), ["notes"]);
    let file = folder.path().join("report.json");
    diary.write_fhir(file.to_str().unwrap(), &options(one)).unwrap();
    let json = fs::read_to_string(&file).unwrap();
    assert_eq!(WORDS.map(|word| json.contains(word)), [false, true, false]);
    let log = diary.records(Kind::ShareLog, &Span { from: None, to: None }).unwrap();
    let sections = log[0].fields.iter().find(|field| field.name == "sections").unwrap();
    assert!(sections.text.as_ref().unwrap().ends_with(" | notes:1/3"));
}

#[test]
fn a_note_that_is_not_there_is_refused_and_no_file_is_left() {
    let folder = TempDir::new().unwrap();
    let diary = noted(&folder);
    let missing = "01a20f28-9f8a-7000-8000-000000000001";
    let asked = options(Included { chosen_notes: vec![missing.parse().unwrap()], ..default_sections() });
    let file = folder.path().join("report");
    let path = file.to_str().unwrap();
    let refused = |result: Result<(), DiaryError>| {
        assert!(
            matches!(result, Err(DiaryError::UnknownRecord { kind, id }) if kind == "note" && id == missing)
        );
    };
    refused(diary.write_report(path, &asked, None).map(drop));
    refused(diary.write_fhir(path, &asked).map(drop));
    refused(diary.write_locked_copy(path, &asked, "correct horse".to_owned()).map(drop));
    refused(diary.report_text(&asked).map(drop));
    refused(diary.leaves(Output::Pages, &asked).map(drop));
    let all = Included { notes: true, ..asked.included.clone().unwrap() };
    assert!(matches!(diary.write_fhir(path, &options(all)), Err(DiaryError::Invalid { .. })));
    assert!(!file.exists());
    assert!(diary.records(Kind::ShareLog, &Span { from: None, to: None }).unwrap().is_empty());
}
