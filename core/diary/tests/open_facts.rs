//! What may be read while locked follows the records, and a failure to write it never looks like a lost record.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use tidemark::model::{Instant, Kind, Moment, RecordedBy, Rollover, SeededEntropy, Source};
use tidemark::{Diary, DiaryError, LockedContacts, Passphrase, Setup, Shell, Span};

#[test]
fn a_contact_is_saved_even_where_the_open_file_cannot_be_written() {
    let room = tempfile::tempdir().unwrap();
    let path = room.path().join("my.diary");
    let setup = Setup {
        created_at: Instant::from_millis(0).unwrap(),
        rollover: Rollover::default(),
        sample_label: None,
    };
    let shell = Shell { entropy: Box::new(SeededEntropy::new(3)), source: Source::App };
    let mut diary = Diary::create(&path, &Passphrase::new("correct horse").unwrap(), setup, shell).unwrap().0;
    // A folder in its place: no file can be put there.
    std::fs::create_dir_all(path.join("open.json").join("in the way")).unwrap();
    let said = |name: &str, text: &str| (name.to_owned(), Some(text.to_owned()));
    let contact = [said("service", "A friend"), said("number", "+353 1 234"), said("open", "true")];
    let now = Moment::parse("2026-11-24T12:00Z").unwrap();
    let answer = diary.add_record(Kind::CrisisContact, &contact, RecordedBy::Own, now);
    let Err(error @ DiaryError::OpenNotWritten { .. }) = answer else { panic!("{answer:?}") };
    assert!(error.to_string().starts_with("saved, but "), "{error}");
    assert_eq!(diary.records_of(Kind::CrisisContact, Span::default()).unwrap().len(), 1);
    // Out of the way, the next change writes all of it.
    std::fs::remove_dir_all(path.join("open.json")).unwrap();
    let other = [said("service", "A neighbour"), said("number", "+353 1 567"), said("open", "true")];
    diary.add_record(Kind::CrisisContact, &other, RecordedBy::Own, now).unwrap();
    assert_eq!(Diary::read_open(&path).unwrap().contacts.len(), 2);
}

fn locked(path: Option<&std::path::Path>, region: Option<&str>, on: &str) -> LockedContacts {
    Diary::locked_contacts(path, region, Some(Moment::parse(on).unwrap()))
}

/// The rows of `built_in/crisis_contacts.csv`, read here by hand: region, service, number.
fn table() -> Vec<[&'static str; 3]> {
    let rows = include_str!("../../model/src/built_in/crisis_contacts.csv").lines().skip(1);
    rows.map(|row| row.splitn(4, ',').take(3).collect::<Vec<_>>().try_into().unwrap()).collect()
}

fn shown(contacts: &LockedContacts) -> Vec<(String, String)> {
    contacts.contacts.iter().map(|contact| (contact.service.clone(), contact.number.clone())).collect()
}

#[test]
fn a_region_has_its_rows_of_the_table_and_each_asks_to_be_checked() {
    let ireland = locked(None, Some("IE"), "2026-11-24T12:00Z");
    let expected =
        [("Emergency", "112"), ("Samaritans", "116 123")].map(|(a, b)| (a.to_owned(), b.to_owned()));
    assert_eq!(shown(&ireland), expected);
    assert_eq!(
        (ireland.region.map(|code| code.to_string()), ireland.own_read),
        (Some("IE".to_owned()), true)
    );
    // No number of the table was compared with two sources yet.
    assert!(ireland.contacts.iter().all(|contact| contact.needs_check && contact.verified_on.is_none()));
    let us = locked(None, Some("US"), "2026-11-24T12:00Z");
    let lifeline = us.contacts.last().unwrap();
    assert_eq!((lifeline.text.as_deref(), lifeline.language.as_deref()), (Some("988"), Some("en es")));
}

#[test]
fn the_regions_are_those_of_the_table() {
    let mut expected: Vec<_> = table().iter().map(|[region, ..]| (*region).to_owned()).collect();
    expected.dedup();
    assert_eq!(Diary::contact_regions().iter().map(ToString::to_string).collect::<Vec<_>>(), expected);
}

#[test]
fn a_region_that_is_not_in_the_table_gets_all_of_it() {
    for region in [None, Some("AT"), Some("ie"), Some(""), Some("I\0")] {
        let all = locked(None, region, "2026-11-24T12:00Z");
        let numbers: Vec<_> = all.contacts.iter().map(|contact| contact.number.as_str()).collect();
        assert_eq!(numbers, table().iter().map(|[_, _, number]| *number).collect::<Vec<_>>(), "{region:?}");
        assert_eq!(all.region, None);
    }
    // Nor does a clock that is off keep a number back.
    assert_eq!(Diary::locked_contacts(None, Some("IE"), None).contacts.len(), 2);
}

#[test]
fn the_persons_own_come_first_and_a_damaged_file_leaves_the_table() {
    let room = tempfile::tempdir().unwrap();
    let path = room.path().join("my.diary");
    std::fs::create_dir(&path).unwrap();
    let mine = r#"{"format":"tidemark-open","version":1,"min_reader":1,"contacts":[{"service":"My sister","number":"030 123","hours":""}],"plan_lines":[],"reminder_times":[]}"#;
    std::fs::write(path.join("open.json"), mine).unwrap();
    let known = locked(Some(&path), Some("IE"), "2026-11-24T12:00Z");
    let own: Vec<_> = known.contacts.iter().map(|contact| contact.own).collect();
    assert_eq!(own, [true, false, false]);
    let sister = known.contacts.first().unwrap();
    assert_eq!((sister.service.as_str(), sister.hours.as_deref()), ("My sister", None));
    // Half of the file: said, and no reason to be without a number.
    std::fs::write(path.join("open.json"), &mine[..90]).unwrap();
    let known = locked(Some(&path), Some("IE"), "2026-11-24T12:00Z");
    assert_eq!((known.own_read, known.contacts.len()), (false, 2));
    let nowhere = locked(Some(std::path::Path::new("no\0where")), Some("IE"), "2026-11-24T12:00Z");
    assert_eq!(nowhere.contacts.len(), 2);
}
