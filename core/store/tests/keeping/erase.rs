//! Erasing a whole diary: its own files, and no others.

use std::fs;

use tidemark_store::{DiaryFolder, Occasion, StoreError, erase};

use super::bench::Bench;

#[test]
fn everything_of_the_diary_goes() {
    let bench = Bench::new(1);
    let folder = bench.diary("my.diary");
    let store = bench.open("my.diary");
    store.snapshot("2026-11-20".parse().unwrap(), Occasion::Daily).unwrap();
    store.close().unwrap();
    fs::write(folder.path().join("device.key"), "wrapped").unwrap();
    let erased = erase(&folder).unwrap();
    assert!(erased.left.is_empty() && erased.aside.is_empty());
    assert!(!folder.path().exists());
    assert!(matches!(erase(&folder), Err(StoreError::NotFound { .. })));
}

#[test]
fn the_keys_are_overwritten_before_their_names_go() {
    let bench = Bench::new(2);
    let folder = bench.diary("my.diary");
    // A second name for the same bytes shows what became of them.
    let (recovery, device) = (bench.path("recovery-seen"), bench.path("device-seen"));
    fs::write(folder.path().join("device.key"), "wrapped").unwrap();
    fs::hard_link(folder.recovery(), &recovery).unwrap();
    fs::hard_link(folder.path().join("device.key"), &device).unwrap();
    erase(&folder).unwrap();
    assert!(fs::read(recovery).unwrap().iter().all(|byte| *byte == 0));
    assert!(fs::read(device).unwrap().iter().all(|byte| *byte == 0));
}

#[test]
fn what_is_not_the_diarys_stays_and_is_named() {
    let bench = Bench::new(3);
    let folder = bench.diary("my.diary");
    fs::write(folder.path().join("letter.txt"), "mine").unwrap();
    bench.diary("my.diary.former");
    bench.diary("other.diary");
    let erased = erase(&folder).unwrap();
    assert_eq!(erased.left, [folder.path().join("letter.txt")]);
    assert_eq!(erased.aside, [bench.path("my.diary.former")]);
    assert_eq!(bench.names(), ["my.diary", "my.diary.former", "other.diary"]);
    fs::create_dir(bench.path("pictures")).unwrap();
    fs::write(bench.path("pictures/a.png"), "x").unwrap();
    assert!(matches!(erase(&DiaryFolder::new(bench.path("pictures"))), Err(StoreError::NotFound { .. })));
    assert!(bench.path("pictures/a.png").exists());
}
