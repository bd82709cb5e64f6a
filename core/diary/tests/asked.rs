//! Answers rest on the part of the diary that their question needs; they are the same as from the whole of it.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use tidemark::findings::{session_changes, trends};
use tidemark::model::{MeasureId, Milli, Moment, Note, RecordedBy, SeededEntropy, Source};
use tidemark::{CheckInDraft, Diary, Rated, Shell, Span};

fn draft(rated: &str, ratings: Rated, note: Option<&str>, recorded_by: RecordedBy) -> CheckInDraft {
    let note = note.map(|text| Note::new("note", text).unwrap());
    CheckInDraft {
        rated: Moment::parse(rated).unwrap(),
        day: None,
        ratings,
        note,
        practices: vec![],
        recorded_by,
    }
}

/// A made-up year, and entries around it that no figure rests on.
fn untidy(room: &tempfile::TempDir) -> Diary {
    let shell = Shell { entropy: Box::new(SeededEntropy::new(3)), source: Source::App };
    let today = "2026-11-24".parse().unwrap();
    let mut diary = Diary::create_sample(&room.path().join("diary"), today, 5, shell).unwrap();
    let now = Moment::parse("2026-11-26T12:00Z").unwrap();
    let rated = |number: Option<i32>| vec![(MeasureId::new("stress").unwrap(), number.map(Milli::whole))];
    // The first and the last entry hold words alone; one day is skipped, one rated by somebody else, two deleted.
    for entry in [
        draft("2025-09-01T20:00Z", vec![], Some("words"), RecordedBy::Own),
        draft("2026-11-26T09:00Z", vec![], Some("words"), RecordedBy::Own),
        draft("2026-11-25T20:00Z", rated(None), None, RecordedBy::Own),
        draft("2026-11-25T21:00Z", rated(Some(9)), None, RecordedBy::Proxy),
    ] {
        diary.add_check_in(entry, now).unwrap();
    }
    for day in ["2025-08-01T20:00Z", "2026-05-05T23:59Z"] {
        let deleted = draft(day, rated(Some(10)), None, RecordedBy::Own);
        let deleted = diary.add_check_in(deleted, now).unwrap().entry.id();
        diary.remove_check_in(deleted, now).unwrap();
    }
    diary
}

#[test]
fn trends_and_changes_are_those_of_the_whole_diary() {
    let room = tempfile::tempdir().unwrap();
    let diary = untidy(&room);
    let part = Span { from: Some("2026-03-01".parse().unwrap()), to: Some("2026-08-31".parse().unwrap()) };
    for span in [Span::default(), part] {
        let whole = diary.records(span).unwrap();
        let asked = diary.trends(&[], span).unwrap();
        let period = asked.period.unwrap();
        assert!(asked.answers.len() > 4);
        assert_eq!(asked.answers, trends(&whole, period));
        let asked = diary.changes(&[], span).unwrap();
        assert!(asked.answers.len() > 2);
        assert_eq!(asked.answers, session_changes(&whole, period));
    }
}

#[test]
fn an_open_span_goes_from_the_first_entry_to_the_last_be_it_words_alone_and_leaves_deleted_ones_out() {
    let room = tempfile::tempdir().unwrap();
    let diary = untidy(&room);
    let period = diary.trends(&[], Span::default()).unwrap().period.unwrap();
    assert_eq!(
        (period.from().to_string(), period.to().to_string()),
        ("2025-09-01".into(), "2026-11-26".into())
    );
}
