//! What may be read while locked follows the records, and a failure to write it never looks like a lost record.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use tidemark::model::{Instant, Kind, Moment, RecordedBy, Rollover, SeededEntropy, Source};
use tidemark::{Diary, DiaryError, Passphrase, Setup, Shell, Span};

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
