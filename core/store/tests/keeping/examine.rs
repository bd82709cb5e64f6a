//! What is said of a damaged diary: the pages, the tables, the days, and the snapshot that opens.

use std::fs;

use tidemark_model::LogicalDate;
use tidemark_store::{DataKey, Occasion, StoreError, examine};

use super::bench::{Bench, check_in, key};

#[test]
fn a_whole_diary_and_its_snapshots_are_said_to_be_whole() {
    let mut bench = Bench::new(1);
    let folder = bench.diary("my.diary");
    let mut store = bench.open("my.diary");
    store.add_check_in(&check_in("2026-11-20T21:00Z", None, &mut bench.entropy)).unwrap();
    store.snapshot("2026-11-20".parse().unwrap(), Occasion::Daily).unwrap();
    store.close().unwrap();
    let found = examine(&folder, key()).unwrap();
    assert_eq!(found.diary.as_ref().unwrap().entries, 1);
    let day: LogicalDate = "2026-11-20".parse().unwrap();
    assert_eq!(*found.snapshots[0].found.as_ref().unwrap(), Some((day, day)));
    assert!(matches!(
        examine(&tidemark_store::DiaryFolder::new(bench.path("none")), key()),
        Err(StoreError::NotFound { .. })
    ));
}

#[test]
fn every_damaged_page_is_named_with_the_days_that_lie_on_it() {
    let mut bench = Bench::new(2);
    let folder = bench.diary("my.diary");
    let mut store = bench.open("my.diary");
    // Notes that fill pages, so that entries of different days lie on different ones.
    let days: Vec<LogicalDate> = (1..=28)
        .map(|day| {
            let when = format!("2026-02-{day:02}T21:00Z");
            let entry = check_in(&when, Some(&"x".repeat(1500)), &mut bench.entropy);
            store.add_check_in(&entry).unwrap();
            format!("2026-02-{day:02}").parse().unwrap()
        })
        .collect();
    let snapshot = store.snapshot("2026-02-28".parse().unwrap(), Occasion::Daily).unwrap();
    store.close().unwrap();
    let whole = fs::read(folder.database()).unwrap();
    let (mut ends, mut elsewhere) = (Vec::new(), 0);
    for page in 1..=whole.len() / 4096 {
        let mut damaged = whole.clone();
        damaged[(page - 1) * 4096 + 1000] ^= 1;
        fs::write(folder.database(), &damaged).unwrap();
        let found = examine(&folder, key()).unwrap();
        let damage = found.diary.as_ref().unwrap_err();
        let named: Vec<u32> = damage.pages.iter().copied().collect();
        assert_eq!(named, [u32::try_from(page).unwrap()]);
        assert_eq!(found.newest_whole().unwrap().path, snapshot.path);
        assert_eq!(fs::read(folder.database()).unwrap(), damaged, "page {page} was changed");
        let Some(tables) = &damage.tables else { continue };
        elsewhere += usize::from(tables.is_empty());
        for table in tables.iter().filter(|table| table.table == "check_in") {
            assert!(table.days.iter().all(|day| days.contains(day)));
            // A leaf holds the beginnings of a few notes, a page of its own the end of one.
            if table.days.len() == 1 {
                ends.extend(table.days.iter().copied());
            }
        }
    }
    ends.sort();
    assert_eq!(ends, days, "each day is named once, by the page on which its note ends");
    assert!(elsewhere > 0, "an index page costs no row");
}

#[test]
fn a_wrong_key_is_not_told_as_damaged_pages() {
    let bench = Bench::new(3);
    let folder = bench.diary("my.diary");
    let found = examine(&folder, &DataKey::from_bytes([9; 32])).unwrap();
    let damage = found.diary.unwrap_err();
    assert!(matches!(damage.error, StoreError::KeyOrFile { .. }) && damage.pages.is_empty());
}
