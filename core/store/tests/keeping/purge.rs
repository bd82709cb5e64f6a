//! What goes for good, and what stays of it.

use std::ops::ControlFlow;

use tidemark_model::{Identity, ImportBatchId, Incoming, Phase, Record, RecordId, RecordedBy, SeededEntropy};
use tidemark_store::{Deleted, Editor, ImportBatch, Occasion, Store, StoreError};

use super::bench::{Bench, Edits as _, at, check_in, everything, rating, session};

#[test]
fn a_deleted_entry_stays_thirty_days_and_then_goes_with_its_history() {
    let mut bench = Bench::new(1);
    bench.diary("my.diary");
    let mut store = bench.open("my.diary");
    let (gone, stays) = (
        check_in("2026-10-01T21:00Z", Some("gone"), &mut bench.entropy),
        check_in("2026-10-02T21:00Z", Some("stays"), &mut bench.entropy),
    );
    store.add_check_in(&gone).unwrap();
    store.add_check_in(&stays).unwrap();
    store.remove_check_in(gone.id(), at("2026-10-10T12:00Z"), &mut bench.entropy).unwrap();
    // Deleted on 10 October at noon: 9 November at noon is the thirtieth day.
    let early = store.purge_deleted(at("2026-11-09T12:00Z").instant).unwrap();
    assert_eq!(early.records, 0);
    let purged = store.purge_deleted(at("2026-11-09T12:01Z").instant).unwrap();
    assert_eq!(purged.records, 1);
    let all = everything(&store);
    assert_eq!((all["check_in"].len(), all["check_in_value"].len(), all["revision_log"].len()), (1, 2, 0));
    assert_eq!(all["purged"].len(), 1);
    assert_eq!(store.records(None).unwrap().check_ins, [stays]);
    store.verify().unwrap();
}

#[test]
fn an_erased_session_takes_its_ratings_along_and_nothing_else() {
    let mut bench = Bench::new(2);
    bench.diary("my.diary");
    let mut store = bench.open("my.diary");
    let (held, before) = session(&mut bench.entropy);
    let after = rating(&held, Phase::After, &mut bench.entropy);
    store.add_session(&held, &[before, after]).unwrap();
    let (other, its) = session(&mut bench.entropy);
    store.add_session(&other, std::slice::from_ref(&its)).unwrap();
    let purged = store.erase_record(held.id().to_bytes(), "", at("2026-11-24T13:00Z").instant).unwrap();
    // The session and its two ratings are records.
    assert_eq!(purged.records, 3);
    let records = store.records(None).unwrap();
    assert_eq!((records.sessions, records.session_ratings), (vec![other], vec![its]));
    assert_eq!(everything(&store)["purged"].len(), 3);
    let again = store.erase_record(held.id().to_bytes(), "an id", at("2026-11-24T13:00Z").instant);
    assert!(matches!(again, Err(StoreError::UnknownRecord { .. })));
}

#[test]
fn snapshots_that_hold_an_erased_entry_go_and_others_stay() {
    let mut bench = Bench::new(3);
    let folder = bench.diary("my.diary");
    let mut store = bench.open("my.diary");
    let day = |text: &str| text.parse().unwrap();
    store.snapshot(day("2026-11-01"), Occasion::Daily).unwrap();
    let entry = check_in("2026-11-02T21:00Z", None, &mut bench.entropy);
    store.add_check_in(&entry).unwrap();
    store.snapshot(day("2026-11-02"), Occasion::Daily).unwrap();
    // One that cannot be opened is left alone and named.
    std::fs::write(folder.snapshots_folder().join("2026-10-31.db"), vec![7; 8192]).unwrap();
    // A copy that reading an old snapshot left behind.
    std::fs::copy(folder.database(), folder.snapshots_folder().join(".reading.db")).unwrap();
    let purged = store.erase_record(entry.id().to_bytes(), "", at("2026-11-03T12:00Z").instant).unwrap();
    assert!(!folder.snapshots_folder().join(".reading.db").exists());
    assert_eq!((purged.snapshots, purged.unread.len()), (1, 1));
    let left: Vec<String> = folder
        .snapshots()
        .unwrap()
        .iter()
        .map(|snapshot| snapshot.path.file_name().unwrap().to_string_lossy().into_owned())
        .collect();
    assert_eq!(left, ["2026-11-01.db", "2026-10-31.db"]);
}

#[test]
fn a_row_of_a_file_whose_entry_was_erased_is_not_taken_in_again() {
    let mut bench = Bench::new(4);
    bench.diary("my.diary");
    let mut store = bench.open("my.diary");
    let entry = check_in("2026-11-02T21:00Z", None, &mut bench.entropy);
    let row = |identity| Incoming {
        file: "days.csv".into(),
        line: 2,
        identity,
        record: Record::CheckIn(entry.clone()),
    };
    let rows = [row(Identity::Content([5; 32]))];
    let batch = |seed| ImportBatch {
        id: ImportBatchId::generate(at("2026-11-03T08:00Z").instant, &mut SeededEntropy::new(seed)),
        format: "columns".into(),
        file_sha256: [9; 32],
        applied_at: at("2026-11-03T08:00Z").instant,
        mapping: None,
        rejected: 0,
        reasons: Vec::new(),
    };
    let taken = |store: &mut Store, seed: u64, rows: &[Incoming]| {
        let editor = Editor { at: at("2026-11-03T08:00Z"), by: RecordedBy::Own, reason: None };
        let mut entropy = SeededEntropy::new(9);
        let stays = Deleted::StaysOut;
        store
            .apply_import(&batch(seed), rows.iter(), stays, &editor, &mut entropy, &mut |_| {
                ControlFlow::Continue(())
            })
            .unwrap()
    };
    assert_eq!(taken(&mut store, 1, &rows).new, 1);
    store.erase_record(entry.id().to_bytes(), "", at("2026-11-03T12:00Z").instant).unwrap();
    assert_eq!(taken(&mut store, 2, &rows).deleted, 1);
    // Nor under its own id, as a CSV folder has it.
    assert_eq!(taken(&mut store, 3, &[row(Identity::Id)]).deleted, 1);
    assert!(store.records(None).unwrap().check_ins.is_empty());
}

#[test]
fn what_is_gone_for_good_is_not_the_last_act_any_more() {
    let mut bench = Bench::new(5);
    bench.diary("my.diary");
    let mut store = bench.open("my.diary");
    let (first, last) = (
        check_in("2026-11-02T21:00Z", None, &mut bench.entropy),
        check_in("2026-11-03T21:00Z", None, &mut bench.entropy),
    );
    store.add_check_in(&first).unwrap();
    store.add_check_in(&last).unwrap();
    store.erase_record(first.id().to_bytes(), "", at("2026-11-04T12:00Z").instant).unwrap();
    assert_eq!(store.last_act().unwrap().map(|act| act.id), Some(last.id().to_bytes()));
    store.erase_record(last.id().to_bytes(), "", at("2026-11-04T12:00Z").instant).unwrap();
    assert_eq!(store.last_act().unwrap(), None);
}
