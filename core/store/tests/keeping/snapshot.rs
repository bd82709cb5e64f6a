//! Copies inside the diary's folder: whole, under the same key, and only to read from.

use std::fs;

use tidemark_store::{DataKey, Occasion, Store, StoreError};

use super::bench::{Bench, check_in, everything, key};

#[test]
fn a_snapshot_holds_what_the_diary_held_then_and_cannot_be_written_to() {
    let mut bench = Bench::new(1);
    let folder = bench.diary("my.diary");
    let mut store = bench.open("my.diary");
    store.add_check_in(&check_in("2026-11-20T21:00Z", Some("thunderstorm"), &mut bench.entropy)).unwrap();
    let then = everything(&store);
    let made = store.daily_snapshot("2026-11-20".parse().unwrap()).unwrap().unwrap();
    assert!(made.path.ends_with("snapshots/2026-11-20.db"));
    store.add_check_in(&check_in("2026-11-21T21:00Z", None, &mut bench.entropy)).unwrap();
    // Once a day, and not for a day that is already behind.
    assert_eq!(store.daily_snapshot("2026-11-20".parse().unwrap()).unwrap(), None);
    assert_eq!(store.daily_snapshot("2026-11-19".parse().unwrap()).unwrap(), None);
    let mut snapshot = Store::open_snapshot(folder.clone(), &made, key()).unwrap();
    assert_eq!(everything(&snapshot), then);
    let refused = snapshot.add_check_in(&check_in("2026-11-22T21:00Z", None, &mut bench.entropy));
    assert!(matches!(refused, Err(StoreError::ReadOnly { .. })), "{refused:?}");
    let bytes = fs::read(&made.path).unwrap();
    assert!(!bytes.windows(12).any(|window| window == b"thunderstorm"), "a snapshot is sealed");
    let other = DataKey::from_bytes([1; 32]);
    assert!(matches!(Store::open_snapshot(folder, &made, &other), Err(StoreError::KeyOrFile { .. })));
}

#[test]
fn a_clock_that_once_ran_years_ahead_stops_no_later_snapshot() {
    let bench = Bench::new(5);
    bench.diary("my.diary");
    let store = bench.open("my.diary");
    let made = |day: &str| store.daily_snapshot(day.parse().unwrap()).unwrap().is_some();
    assert!(made("2031-01-01"));
    assert!(made("2026-11-23"));
    assert!(made("2026-11-24"));
    assert!(!made("2026-11-24"), "once a day");
    // The date line sets the calendar back by a day, an end of the day at noon by another.
    assert!(!made("2026-11-22"));
    assert!(made("2026-11-20"));
}

#[test]
fn a_damaged_diary_makes_no_snapshot_and_keeps_the_former_ones() {
    let mut bench = Bench::new(2);
    let folder = bench.diary("my.diary");
    let mut store = bench.open("my.diary");
    for day in 1..=20 {
        let entry = check_in(&format!("2026-11-{day:02}T21:00Z"), Some(&"x".repeat(900)), &mut bench.entropy);
        store.add_check_in(&entry).unwrap();
    }
    store.snapshot("2026-11-20".parse().unwrap(), Occasion::Daily).unwrap();
    store.close().unwrap();
    let mut bytes = fs::read(folder.database()).unwrap();
    let last = bytes.len() / 4096 - 1;
    bytes[last * 4096 + 500] ^= 1;
    fs::write(folder.database(), &bytes).unwrap();
    let store = bench.open("my.diary");
    let refused = store.daily_snapshot("2026-11-21".parse().unwrap());
    assert!(matches!(refused, Err(StoreError::Damaged { .. })), "{refused:?}");
    let names: Vec<_> =
        fs::read_dir(folder.snapshots_folder()).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert_eq!(names, ["2026-11-20.db"]);
}

#[cfg(unix)]
#[test]
fn snapshots_are_for_their_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let bench = Bench::new(3);
    let folder = bench.diary("my.diary");
    let copy = bench.open("my.diary").snapshot("2026-11-20".parse().unwrap(), Occasion::Merge).unwrap();
    let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&folder.snapshots_folder()), mode(&copy.path)), (0o700, 0o600));
}

#[test]
fn what_is_not_a_snapshot_is_passed_over_and_never_removed() {
    let bench = Bench::new(4);
    let folder = bench.diary("my.diary");
    let store = bench.open("my.diary");
    fs::create_dir(folder.snapshots_folder()).unwrap();
    let stranger = folder.snapshots_folder().join("notes.txt");
    fs::write(&stranger, "mine").unwrap();
    let mut day: tidemark_model::LogicalDate = "2026-01-01".parse().unwrap();
    for _ in 0..30 {
        store.daily_snapshot(day).unwrap();
        day = day.plus_days(1).unwrap();
    }
    // 30 January back to 24 January, then the newest of the weeks before: Friday 23, the Sundays 18, 11 and 4.
    let left: Vec<String> = folder.snapshots().unwrap().iter().map(|s| s.day.to_string()).collect();
    let expected = [
        "2026-01-30",
        "2026-01-29",
        "2026-01-28",
        "2026-01-27",
        "2026-01-26",
        "2026-01-25",
        "2026-01-24",
        "2026-01-23",
        "2026-01-18",
        "2026-01-11",
        "2026-01-04",
    ];
    assert_eq!(left, expected);
    assert_eq!(fs::read_to_string(stranger).unwrap(), "mine");
}
