//! The day of an entry, from the facade to the CSV folder and back: decided once, kept whatever changes later.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::path::PathBuf;

use tidemark::model::{
    DaySource, MeasureId, Milli, Moment, RecordedBy, Rollover, SeededEntropy, Source, ZoneName,
};
use tidemark::{CheckInDraft, Diary, Passphrase, Setup, Shell, Span};

fn at(text: &str, zone: &str) -> Moment {
    Moment::in_zone(Moment::parse(text).unwrap().instant, ZoneName::new(zone).unwrap())
}

fn diary(name: &str, day_ends: &str) -> (tempfile::TempDir, PathBuf, Diary) {
    let room = tempfile::tempdir().unwrap();
    let path = room.path().join(name);
    let rollover: Rollover = day_ends.parse().unwrap();
    let created_at = Moment::parse("2026-01-01T00:00Z").unwrap().instant;
    let shell = Shell { entropy: Box::new(SeededEntropy::new(name.len() as u64)), source: Source::App };
    let setup = Setup { created_at, rollover, sample_label: None };
    let (diary, _key) =
        Diary::create(&path, &Passphrase::new("correct horse").unwrap(), setup, shell).unwrap();
    (room, path, diary)
}

fn stress(rated: Moment, day: Option<&str>) -> CheckInDraft {
    CheckInDraft {
        practices: vec![],
        rated,
        day: day.map(|day| day.parse().unwrap()),
        ratings: vec![(MeasureId::new("stress").unwrap(), Some(Milli::whole(4)))],
        note: None,
        recorded_by: RecordedBy::Own,
    }
}

/// Day, end of the day in force, who decided, how late, of every check-in in the order they were made.
fn days(diary: &Diary) -> Vec<(String, String, DaySource, &'static str, u32)> {
    let mut entries = diary.records(Span::default()).unwrap().check_ins;
    entries.sort_by_key(|entry| entry.parts().stamp.recorded.instant);
    let told = |entry: &tidemark::model::CheckIn| {
        let (parts, mode) = (entry.parts(), entry.entry_mode());
        let (day, end) = (entry.logical_date().to_string(), parts.rollover.to_string());
        (day, end, parts.day_source, mode.code(), mode.delay_min())
    };
    entries.iter().map(told).collect()
}

#[test]
fn days_stay_as_they_were_written_through_travel_export_and_another_end_of_the_day() {
    let (room, _path, mut here) = diary("here", "04:00");
    // Half past five in the morning in Auckland, while it is the 23rd in London; ten at night of the same date in
    // Honolulu, while it is the 25th in London.
    let auckland = at("2026-11-23T16:30Z", "Pacific/Auckland");
    let honolulu = at("2026-11-25T08:00Z", "Pacific/Honolulu");
    let dublin = at("2026-11-25T09:00Z", "Europe/Dublin");
    here.add_check_in(stress(auckland, None), auckland).unwrap();
    here.add_check_in(stress(honolulu, None), honolulu).unwrap();
    // About yesterday, at nine in the morning: five hours after the day ended.
    here.add_check_in(stress(dublin, Some("2026-11-24")), dublin).unwrap();
    let written = days(&here);
    let row = |day: &str, who, mode, delay| (day.to_owned(), "04:00".to_owned(), who, mode, delay);
    let expected = vec![
        row("2026-11-24", DaySource::Clock, "live", 0),
        row("2026-11-24", DaySource::Clock, "live", 0),
        row("2026-11-24", DaySource::User, "late", 300),
    ];
    assert_eq!(written, expected);

    // Read into a diary whose days end at noon: what was written stays, and what is new follows the new rule.
    let tables = room.path().join("tables");
    here.write_csv(&tables, Span::default(), &tidemark::exchange::csv::CsvOptions::default(), dublin)
        .unwrap();
    let (_other, _path, mut there) = diary("there", "12:00");
    let import = there.read_import(&tables, None, None, None, dublin).unwrap();
    there.apply_import(&import, false, dublin).unwrap();
    assert_eq!(days(&there), expected);
    let later = at("2026-11-26T09:00Z", "Europe/Dublin");
    let saved = there.add_check_in(stress(later, None), later).unwrap().entry;
    assert_eq!(
        (saved.logical_date().to_string(), saved.parts().rollover.to_string()),
        ("2026-11-25".into(), "12:00".into())
    );
    assert_eq!(days(&there)[..3], expected);
}
