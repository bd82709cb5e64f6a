//! Taking every row out and putting it into a new database.

use tidemark_model::Cell;
use tidemark_store::{Load, StoreError, newest_schema};

use super::bench::{Bench, at, check_in, everything, key, session};

#[test]
fn every_row_of_every_table_is_the_same_after_a_dump_and_a_load() {
    let mut bench = Bench::new(1);
    bench.diary("from");
    let mut store = bench.open("from");
    let kept =
        check_in("2026-11-20T21:00Z", Some("rain \u{1F327}\n\"quoted\" \\ and \u{2028}"), &mut bench.entropy);
    let deleted = check_in("2026-11-21T21:00Z", None, &mut bench.entropy);
    let (held, rating) = session(&mut bench.entropy);
    store.add_check_in(&kept).unwrap();
    store.add_check_in(&deleted).unwrap();
    store.add_session(&held, &[rating]).unwrap();
    store.remove_check_in(deleted.id(), at("2026-11-22T08:00Z"), &mut bench.entropy).unwrap();
    let before = everything(&store);
    // The rows are really there: one deletion in the log, a value a rating.
    assert_eq!((before["revision_log"].len(), before["check_in_value"].len()), (1, 4));

    let to = tidemark_store::DiaryFolder::new(bench.path("to"));
    std::fs::create_dir(to.path()).unwrap();
    let mut load = Load::begin(to, key(), newest_schema()).unwrap();
    let dump = store.dump().unwrap();
    for shape in dump.tables() {
        dump.each_row(&shape.name, |cells: &[Cell<'_>]| load.insert(&shape.name, cells)).unwrap();
    }
    let loaded = load.finish().unwrap();
    assert_eq!(everything(&loaded), before);
    loaded.verify().unwrap();
}

#[test]
fn a_row_that_breaks_a_rule_or_refers_to_nothing_is_refused() {
    let bench = Bench::new(2);
    bench.diary("from");
    let store = bench.open("from");
    let new = |name: &str| {
        let folder = tidemark_store::DiaryFolder::new(bench.path(name));
        std::fs::create_dir(folder.path()).unwrap();
        Load::begin(folder, key(), newest_schema()).unwrap()
    };
    let mut load = new("rule");
    let one = Cell::Integer(1);
    // A diary has one row whose key is 1.
    let mut row = vec![Cell::Integer(2), Cell::Blob(vec![0; 16].into()), one.clone(), Cell::Integer(240)];
    row.extend([Cell::Text("age1x".into()), Cell::Null]);
    assert!(matches!(load.insert("diary", &row), Err(StoreError::NotLoaded { .. })));
    // Text where a number belongs.
    row[0] = Cell::Text("one".into());
    assert!(matches!(load.insert("diary", &row), Err(StoreError::NotLoaded { .. })));
    assert!(matches!(load.insert("no_table", &row), Err(StoreError::NotLoaded { .. })));

    let mut load = new("reference");
    let dangling = [
        Cell::Blob(vec![9; 16].into()),
        Cell::Text("stress".into()),
        one.clone(),
        Cell::Text("day_overall".into()),
        Cell::Text("skipped".into()),
        Cell::Null,
        one,
    ];
    load.insert("check_in_value", &dangling).unwrap();
    assert!(matches!(load.finish(), Err(StoreError::NotLoaded { .. })));
    drop(store);
}

#[test]
fn an_older_schema_is_filled_as_it_was_and_brought_to_the_newest() {
    let bench = Bench::new(3);
    let folder = tidemark_store::DiaryFolder::new(bench.path("old"));
    std::fs::create_dir(folder.path()).unwrap();
    let mut load = Load::begin(folder, key(), 1).unwrap();
    assert!(load.tables().iter().all(|table| table.name != "purged"), "schema 1 has no such table");
    let row = [
        Cell::Integer(1),
        Cell::Blob(vec![3; 16].into()),
        Cell::Integer(5),
        Cell::Integer(180),
        Cell::Text("age1x".into()),
        Cell::Null,
    ];
    load.insert("diary", &row).unwrap();
    let store = load.finish().unwrap();
    assert_eq!((store.schema().unwrap(), store.facts().unwrap().rollover.minutes()), (newest_schema(), 180));
    assert!(everything(&store).contains_key("purged"));
    let folder = tidemark_store::DiaryFolder::new(bench.path("newer"));
    std::fs::create_dir(folder.path()).unwrap();
    let newer = Load::begin(folder, key(), newest_schema() + 1);
    assert!(matches!(newer, Err(StoreError::Newer { .. })));
}

#[test]
fn a_broken_page_is_never_taken_out_as_something_else() {
    // A long note ends on a page of its own. When that is the last page read, the cipher hands out zeros without a word.
    let mut bench = Bench::new(4);
    let folder = bench.diary("my.diary");
    let mut store = bench.open("my.diary");
    for day in 1..=6 {
        let when = format!("2026-11-0{day}T21:00Z");
        store.add_check_in(&check_in(&when, Some(&"x".repeat(2500)), &mut bench.entropy)).unwrap();
    }
    let before = everything(&store);
    store.close().unwrap();
    let whole = std::fs::read(folder.database()).unwrap();
    let mut refused = 0;
    for page in 0..whole.len() / 4096 {
        let mut flipped = whole.clone();
        flipped[page * 4096 + 1000] ^= 1;
        std::fs::write(folder.database(), &flipped).unwrap();
        let Ok(store) = tidemark_store::Store::open(folder.clone(), key()) else { continue };
        let Ok(dump) = store.dump() else { continue };
        for shape in dump.tables() {
            let mut rows = Vec::new();
            let taken = dump.each_row(&shape.name, |cells: &[Cell<'_>]| {
                rows.push(format!("{cells:?}"));
                Ok::<(), StoreError>(())
            });
            match taken {
                Ok(()) => assert_eq!(rows, before[&shape.name], "page {page}"),
                Err(_) => refused += 1,
            }
        }
    }
    assert!(refused > 6, "{refused}");
}
