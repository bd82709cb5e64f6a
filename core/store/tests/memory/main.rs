//! After a diary is closed and its key dropped, no byte of this process's memory spells the key or the passphrase.
//!
//! Each test starts this program again as a child that uses a diary and then searches all of its own memory through
//! `/proc/self/mem`. Key and passphrase follow from a seed by a formula per byte, so that neither the child nor its
//! search ever holds them but through the code under test. Linux only. Not covered: the system's swap and core dumps.

#![cfg(target_os = "linux")]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test may fail loudly"
)]

mod search;
mod secret;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use search::search;
use secret::{Kind, SecretEntropy};
use tidemark_model::{
    CheckIn, CheckInId, CheckInParts, DaySource, Moment, Note, RecordId, RecordedBy, Rollover, SeededEntropy,
    Source, Stamp, built_in, logical_date,
};
use tidemark_store::{DataKey, DiaryFolder, NewDiary, Passphrase, Recovery, Store, create};

const ROOM: &str = "TIDEMARK_MEMORY_ROOM";

/// Runs one of the children below in a process of its own.
fn child(name: &str, room: &Path) {
    let output = Command::new(env::current_exe().unwrap())
        .args([&format!("child_{name}"), "--exact", "--ignored", "--nocapture", "--test-threads=1"])
        .env(ROOM, room)
        .output()
        .unwrap();
    let said =
        format!("{}\n{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success() && said.contains("1 passed"), "{said}");
}

/// A room with the passphrase in a file.
fn room() -> tempfile::TempDir {
    let room = tempfile::tempdir().unwrap();
    fs::write(room.path().join("passphrase"), secret::whole(Kind::Passphrase)).unwrap();
    room
}

/// A room with a diary, its key file and the passphrase in a file.
fn furnished() -> tempfile::TempDir {
    let room = room();
    let passphrase = Passphrase::new(&secret::whole(Kind::Passphrase)).unwrap();
    let (store, key) =
        create(&room.path().join("d"), &passphrase, &new_diary(), &mut SecretEntropy::new()).unwrap();
    key.write_file(&room.path().join("key")).unwrap();
    assert!(fs::read_to_string(room.path().join("key")).unwrap().contains(&secret::whole(Kind::Hex)));
    store.close().unwrap();
    room
}

fn new_diary() -> NewDiary {
    let created_at = Moment::parse("2026-11-24T10:00Z").unwrap().instant;
    NewDiary { created_at, rollover: Rollover::default(), measures: built_in::measures(), sample_label: None }
}

fn here() -> PathBuf {
    PathBuf::from(env::var_os(ROOM).expect("a child gets its room"))
}

/// Reads the passphrase as the command does, leaving nothing behind.
fn passphrase() -> Passphrase {
    let text = zeroize::Zeroizing::new(fs::read(here().join("passphrase")).unwrap());
    Passphrase::new(std::str::from_utf8(&text).unwrap()).unwrap()
}

/// What a person does with an open diary.
fn use_diary(mut store: Store) {
    let mut entropy = SeededEntropy::new(3);
    for hour in 10..20 {
        let when = Moment::parse(&format!("2026-11-24T{hour}:00Z")).unwrap();
        let entry = CheckIn::new(CheckInParts {
            practices: vec![],
            id: CheckInId::generate(when.instant, &mut entropy),
            stamp: Stamp::new(when, RecordedBy::Own, Source::Cli),
            logical_date: logical_date(when, Rollover::default()).unwrap(),
            rollover: Rollover::default(),
            day_source: DaySource::Clock,
            rated: Some(when),
            note: Some(Note::new("note", "rain").unwrap()),
            values: Vec::new(),
        });
        store.add_check_in(&entry.unwrap()).unwrap();
    }
    assert_eq!(store.records(None).unwrap().check_ins.len(), 10);
    store.close().unwrap();
}

#[test]
fn a_key_from_a_file_is_nowhere_after_the_diary_is_closed() {
    child("opens_by_key_file", furnished().path());
}

#[test]
#[ignore = "run as a child of another test"]
fn child_opens_by_key_file() {
    let found = with_key_file();
    assert!(found, "the search does not find a key that is held");
    assert_eq!(search(), Vec::<String>::new());
}

/// Whether the search found the key while it was held.
#[inline(never)]
fn with_key_file() -> bool {
    drop(DataKey::read_file(&here().join("key")).unwrap());
    assert_eq!(search(), Vec::<String>::new(), "before the diary is opened");
    let key = DataKey::read_file(&here().join("key")).unwrap();
    let found = search();
    let store = Store::open(DiaryFolder::new(here().join("d")), &key).unwrap();
    drop(key);
    assert_eq!(search(), Vec::<String>::new(), "while the diary is open");
    use_diary(store);
    found.iter().any(|place| place.starts_with("Raw 0..32"))
}

#[test]
fn a_passphrase_and_what_it_opened_are_nowhere_after_the_diary_is_closed() {
    child("opens_by_passphrase", furnished().path());
}

#[test]
#[ignore = "run as a child of another test"]
fn child_opens_by_passphrase() {
    assert!(with_passphrase(), "the search does not find a passphrase that is held");
    assert_eq!(search(), Vec::<String>::new());
}

#[inline(never)]
fn with_passphrase() -> bool {
    drop(Recovery::read(&here().join("d/recovery.age"), &passphrase()).unwrap());
    assert_eq!(search(), Vec::<String>::new(), "before the diary is opened");
    let words = passphrase();
    let found = search();
    let recovery = Recovery::read(&here().join("d/recovery.age"), &words).unwrap();
    drop(words);
    let store = Store::open(DiaryFolder::new(here().join("d")), &recovery.key).unwrap();
    drop(recovery);
    assert_eq!(search(), Vec::<String>::new(), "while the diary is open");
    use_diary(store);
    found.iter().any(|place| place.starts_with("Passphrase 0..48"))
}

#[test]
fn a_new_diary_leaves_its_key_and_passphrase_nowhere_once_closed() {
    child("makes_a_diary", room().path());
}

#[test]
#[ignore = "run as a child of another test"]
fn child_makes_a_diary() {
    make();
    assert_eq!(search(), Vec::<String>::new());
    // What is on the disk is the diary of that key after all.
    assert!(fs::read_to_string(here().join("key")).unwrap().starts_with("tidemark-key-1 "));
}

#[inline(never)]
fn make() {
    let (store, key) =
        create(&here().join("d"), &passphrase(), &new_diary(), &mut SecretEntropy::new()).unwrap();
    key.write_file(&here().join("key")).unwrap();
    drop(key);
    assert_eq!(search(), Vec::<String>::new(), "while the diary is open");
    use_diary(store);
}

#[test]
fn wrapping_the_key_anew_leaves_nothing() {
    child("wraps", furnished().path());
}

#[test]
#[ignore = "run as a child of another test"]
fn child_wraps() {
    wrap();
    assert_eq!(search(), Vec::<String>::new());
}

#[inline(never)]
fn wrap() {
    let recovery = Recovery::new(DataKey::read_file(&here().join("key")).unwrap());
    assert!(search().iter().any(|place| place.starts_with("Identity")), "a backup's identity is not found");
    recovery.write(&here().join("d/recovery.age"), &passphrase()).unwrap();
}

#[test]
fn a_wrong_passphrase_is_nowhere_after_it_was_refused() {
    let room = furnished();
    let other = Passphrase::new("another").unwrap();
    let recovery = Recovery::new(DataKey::from_bytes([7; 32]));
    recovery.write(&room.path().join("d/recovery.age"), &other).unwrap();
    child("is_refused", room.path());
}

#[test]
#[ignore = "run as a child of another test"]
fn child_is_refused() {
    refused();
    assert_eq!(search(), Vec::<String>::new());
}

#[inline(never)]
fn refused() {
    assert!(Recovery::read(&here().join("d/recovery.age"), &passphrase()).is_err());
}
