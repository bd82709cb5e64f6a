//! What only the facade decides: which days a report covers, what is refused before the diary is touched, what an error
//! tells the person.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail loudly")]

use std::fs;
use std::path::PathBuf;

use tidemark::exchange::csv::CsvOptions;
use tidemark::model::{Kind, MeasureId, Milli, Moment, RecordedBy, Rollover, SeededEntropy, Source};
use tidemark::{CheckInDraft, Diary, DiaryError, Editor, Passphrase, Setup, Shell, Span, Warning};

const MAP: &str = "format = \"columns\"\ndelimiter = \",\"\ndate = { column = \"Day\", format = \"%Y-%m-%d\" }\n\
                   [[measure]]\ncolumn = \"calm\"\nid = \"calm\"\nlabel = \"Calm\"\nmin = 0\nmax = 4\n\
                   direction = \"higher_better\"\n";

fn at(text: &str) -> Moment {
    Moment::parse(text).unwrap()
}

fn shell(seed: u64) -> Shell {
    Shell { entropy: Box::new(SeededEntropy::new(seed)), source: Source::App }
}

fn diary(name: &str) -> (tempfile::TempDir, PathBuf, Diary) {
    let room = tempfile::tempdir().unwrap();
    let path = room.path().join(name);
    let setup = Setup {
        created_at: at("2026-01-01T00:00Z").instant,
        rollover: Rollover::default(),
        sample_label: None,
    };
    let passphrase = Passphrase::new("correct horse").unwrap();
    let (diary, _key) = Diary::create(&path, &passphrase, setup, shell(name.len() as u64)).unwrap();
    (room, path, diary)
}

fn stress(value: i32, rated: &str) -> CheckInDraft {
    CheckInDraft {
        rated: at(rated),
        day: None,
        ratings: vec![(MeasureId::new("stress").unwrap(), Some(Milli::whole(value)))],
        note: None,
        practices: vec![],
        recorded_by: RecordedBy::Own,
    }
}

#[test]
fn a_report_covers_ninety_days_or_those_since_the_visit_or_the_last_that_hold_anything() {
    let (_room, _path, mut diary) = diary("my.diary");
    let today = "2026-11-24".parse().unwrap();
    let days = |diary: &Diary| {
        let period = diary.report_period(today).unwrap();
        (period.from().to_string(), period.to().to_string())
    };
    // An empty diary: the last 90 days.
    assert_eq!(days(&diary), ("2026-08-27".into(), "2026-11-24".into()));
    // Entries long ago: the 90 days up to the last of them, so that an old diary gives no blank page.
    diary.add_check_in(stress(4, "2026-03-31T21:00Z"), at("2026-11-24T12:00Z")).unwrap();
    assert_eq!(days(&diary), ("2026-01-01".into(), "2026-03-31".into()));
    // Entries since a visit: from the day after it.
    diary.add_visit(at("2026-11-10T15:00Z"), None, at("2026-11-24T12:00Z")).unwrap();
    diary.add_check_in(stress(4, "2026-11-20T21:00Z"), at("2026-11-24T12:00Z")).unwrap();
    assert_eq!(days(&diary), ("2026-11-11".into(), "2026-11-24".into()));
}

#[test]
fn a_measure_of_the_same_name_on_another_scale_is_refused_before_anything_is_written() {
    let (room, _path, mut from) = diary("from.diary");
    let file = room.path().join("days.csv");
    fs::write(&file, "Day,calm\n2026-11-01,4\n").unwrap();
    let now = at("2026-11-24T12:00Z");
    let import = from.read_import(&file, None, Some(MAP), None, now).unwrap();
    from.apply_import(&import, false, now).unwrap();
    let tables = room.path().join("tables");
    from.write_csv(&tables, Span::default(), &CsvOptions::default(), now).unwrap();

    let (_other_room, _path, mut to) = diary("to.diary");
    let other_scale = MAP.replace("max = 4", "max = 10");
    let import = to.read_import(&file, None, Some(&other_scale), None, now).unwrap();
    to.apply_import(&import, false, now).unwrap();
    assert!(matches!(to.read_import(&tables, None, None, None, now), Err(DiaryError::ImportFile(_))));
    assert_eq!(to.log(Span::default()).unwrap().len(), 1);
}

#[test]
fn measures_of_a_file_are_not_counted_as_entries() {
    // The folder brings one measure the diary lacks beside fourteen it has, and twenty entries it has already.
    let (room, _path, mut diary) = diary("my.diary");
    let now = at("2026-11-24T12:00Z");
    for day in 1..=20 {
        diary.add_check_in(stress(4, &format!("2026-11-{day:02}T21:00Z")), now).unwrap();
    }
    let before = room.path().join("before");
    diary.write_csv(&before, Span::default(), &CsvOptions::default(), now).unwrap();
    let (_other_room, _path, mut other) = filled_from(&before, now);
    let file = room.path().join("days.csv");
    fs::write(&file, "Day,calm\n2026-11-01,4\n").unwrap();
    let calm = other.read_import(&file, None, Some(MAP), None, now).unwrap();
    other.apply_import(&calm, false, now).unwrap();
    let after = room.path().join("after");
    other.write_csv(&after, Span::default(), &CsvOptions::default(), now).unwrap();

    let import = diary.read_import(&after, None, None, None, now).unwrap();
    let preview = diary.preview_import(&import).unwrap();
    assert_eq!(preview.new_measures, ["calm"]);
    let counts = diary.apply_import(&import, false, now).unwrap().counts;
    assert_eq!((counts.new, counts.same, counts.deleted), (1, 20, 0));
    assert_eq!(counts, preview.counts);
}

/// A second diary filled from a CSV folder.
fn filled_from(folder: &std::path::Path, now: Moment) -> (tempfile::TempDir, PathBuf, Diary) {
    let (room, path, mut diary) = diary("second.diary");
    let import = diary.read_import(folder, None, None, None, now).unwrap();
    diary.apply_import(&import, false, now).unwrap();
    (room, path, diary)
}

#[test]
fn an_entry_about_tomorrow_is_kept_and_said() {
    let (_room, _path, mut diary) = diary("my.diary");
    let saved = diary.add_check_in(stress(4, "2026-11-25T12:06Z"), at("2026-11-24T12:00Z")).unwrap();
    assert_eq!(saved.warnings, [Warning::InFuture]);
    assert_eq!(diary.log(Span::default()).unwrap().len(), 1);
}

#[test]
fn what_is_written_is_there_for_the_next_opening_without_a_clean_close() {
    let (_room, path, mut diary) = diary("my.diary");
    diary.add_check_in(stress(4, "2026-11-24T12:00Z"), at("2026-11-24T12:00Z")).unwrap();
    // The diary stays open, as it does when a program is killed: a second opening reads what was confirmed.
    let passphrase = Passphrase::new("correct horse").unwrap();
    let second = Diary::open_with_passphrase(&path, &passphrase, shell(9)).unwrap();
    assert_eq!(second.log(Span::default()).unwrap().len(), 1);
}

#[test]
fn every_error_says_what_is_safe() {
    let (_room, path, diary) = diary("my.diary");
    diary.close().unwrap();
    let wrong = Diary::open_with_passphrase(&path, &Passphrase::new("wrong").unwrap(), shell(2)).unwrap_err();
    assert!(matches!(wrong, DiaryError::WrongPassphrase { .. }));
    assert!(wrong.advice().contains("untouched"));
    let missing = Diary::check_folder(&path.join("elsewhere")).unwrap_err();
    assert!(matches!(missing, DiaryError::NotFound { .. }));
}

#[test]
fn changes_of_a_removed_medicine_go_and_come_with_it_and_the_rest_is_still_exported() {
    let (room, _path, mut diary) = diary("my.diary");
    let now = at("2026-11-24T12:00Z");
    let said = |name: &str, text: &str| (name.to_owned(), Some(text.to_owned()));
    diary.add_record(Kind::Medication, &[said("name", "A")], RecordedBy::Own, now).unwrap();
    let change = [said("medication_id", "last"), said("kind", "up")];
    diary.add_record(Kind::MedicationChange, &change, RecordedBy::Own, now).unwrap();
    let editor = Editor { at: now, by: RecordedBy::Own, reason: None };
    diary.remove_record(Kind::Medication, "last", &editor).unwrap();
    let changes = |diary: &Diary| diary.records_of(Kind::MedicationChange, Span::default()).unwrap().len();
    assert_eq!(changes(&diary), 0);
    diary.write_csv(&room.path().join("out"), Span::default(), &CsvOptions::default(), now).unwrap();
    diary.undo(RecordedBy::Own, now).unwrap();
    assert_eq!(changes(&diary), 1);
}
