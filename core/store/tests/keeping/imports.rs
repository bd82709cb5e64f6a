//! An import is taken back as one unit: what is still as it came goes, what the person touched since stays whole.

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use proptest::prelude::*;
use tidemark_model::{
    CheckInId, Identity, ImportBatchId, Incoming, Kind, Measure, MeasureId, MeasureParts, Milli, Phase,
    Record, RecordId, RecordedBy, SeededEntropy, Session, SessionRating, ShortText,
};
use tidemark_store::{Deleted, Editor, ImportBatch, ImportCounts, ImportUndone, Store, StoreError};

use super::bench::{Bench, Edits as _, at, check_in, everything, key, measure, rating, session};

fn incoming(record: Record, line: u64) -> Incoming {
    let identity = match &record {
        Record::Measure(_) => Identity::Id,
        other => {
            let mut bytes = [0; 32];
            bytes[..16].copy_from_slice(&other.id().unwrap());
            Identity::Content(bytes)
        }
    };
    Incoming { file: "days.csv".into(), line, identity, record }
}

fn batch(seed: u64, minute: u32) -> ImportBatch {
    let when = at(&format!("2026-11-25T08:{minute:02}Z")).instant;
    ImportBatch {
        id: ImportBatchId::generate(when, &mut SeededEntropy::new(seed)),
        format: "columns".into(),
        file_sha256: [9; 32],
        applied_at: when,
        mapping: Some("zone".into()),
        rejected: 2,
        reasons: vec!["days.csv, line 4: a rule".into(), "days.csv, line 9: another".into()],
    }
}

fn editor() -> Editor {
    Editor { at: at("2026-11-26T09:00Z"), by: RecordedBy::Own, reason: None }
}

fn days(n: u8, entropy: &mut SeededEntropy) -> Vec<Incoming> {
    let day = |n: u8| check_in(&format!("2026-10-{:02}T20:00Z", n + 1), Some("from a file"), entropy);
    (0..n).map(day).zip(2..).map(|(entry, line)| incoming(Record::CheckIn(entry), line)).collect()
}

fn check_in_id(incoming: &Incoming) -> CheckInId {
    let Record::CheckIn(entry) = &incoming.record else { unreachable!() };
    entry.id()
}

/// Records of the diary that are not deleted.
fn present(store: &Store) -> Vec<Record> {
    let records = store.records(None).unwrap();
    let check_ins = records.check_ins.into_iter().map(Record::CheckIn);
    let sessions = records.sessions.into_iter().map(Record::Session);
    let ratings = records.session_ratings.into_iter().map(Record::SessionRating);
    check_ins.chain(sessions).chain(ratings).collect()
}

fn import(store: &mut Store, batch: &ImportBatch, rows: &[Incoming], deleted: Deleted) -> ImportCounts {
    let seed = u64::from(batch.id.to_bytes()[15]);
    let mut entropy = SeededEntropy::new(2000 + seed);
    store
        .apply_import(
            batch,
            rows.iter(),
            deleted,
            &editor(),
            &mut entropy,
            &mut |_| ControlFlow::Continue(()),
        )
        .unwrap()
}

fn undo(store: &mut Store, batch: &ImportBatch, keep: bool) -> Result<ImportUndone, StoreError> {
    let seed = u64::from(batch.id.to_bytes()[15]);
    store.undo_import(batch.id, keep, &editor(), &mut SeededEntropy::new(1000 + seed))
}

#[test]
fn an_import_is_noted_with_its_file_its_mapping_and_where_rows_were_refused() {
    let mut bench = Bench::new(70);
    bench.diary("my.diary");
    let mut store = bench.open("my.diary");
    let (rows, batch) = (days(3, &mut bench.entropy), batch(1, 0));
    import(&mut store, &batch, &rows, Deleted::StaysOut);
    let noted = store.imports().unwrap();
    assert_eq!(noted.len(), 1);
    assert_eq!(noted[0].batch, batch);
    assert_eq!(noted[0].counts, ImportCounts { new: 3, ..ImportCounts::default() });
    assert_eq!(noted[0].undone_at, None);
}

#[test]
fn undoing_removes_what_came_and_leaves_it_to_be_had_back() {
    let mut bench = Bench::new(71);
    bench.diary("my.diary");
    let mut store = bench.open("my.diary");
    let own = check_in("2026-11-20T20:00Z", None, &mut bench.entropy);
    store.add_check_in(&own).unwrap();
    let (before, rows, first) = (present(&store), days(3, &mut bench.entropy), batch(1, 0));
    import(&mut store, &first, &rows, Deleted::StaysOut);
    assert_eq!(undo(&mut store, &first, false).unwrap().removed, 3);
    assert_eq!(present(&store), before);
    assert_eq!(store.imports().unwrap()[0].undone_at, Some(editor().at.instant));
    let again = undo(&mut store, &first, false);
    assert!(matches!(again, Err(StoreError::ImportUndoneBefore { .. })), "{again:?}");
    let log = store.revisions(check_in_id(&rows[0]).to_bytes()).unwrap();
    assert_eq!(
        (log.len(), &*log[0].field, log[0].reason.as_deref()),
        (1, "deleted_at", Some("import undone"))
    );
    // The same file offers its rows as deleted, and leaves them out unless told otherwise.
    let left_out = store.preview_import(&rows, Deleted::StaysOut).unwrap();
    assert_eq!((left_out.new, left_out.same, left_out.deleted), (0, 0, 3));
    let second = batch(2, 5);
    assert_eq!(import(&mut store, &second, &rows, Deleted::StaysOut), left_out);
    assert_eq!(present(&store), before);
    let third = batch(3, 9);
    let back = import(&mut store, &third, &rows, Deleted::ComesBack);
    assert_eq!(back, ImportCounts { restored: 3, ..ImportCounts::default() });
    assert_eq!(store.preview_import(&rows, Deleted::StaysOut).unwrap().same, 3);
    assert_eq!(present(&store).len(), 4);
    // What was brought back belongs to the import that brought it back.
    assert_eq!(undo(&mut store, &second, false).unwrap().removed, 0);
    assert_eq!(undo(&mut store, &third, false).unwrap().removed, 3);
    assert_eq!(present(&store), before);
    store.verify().unwrap();
    // Kept for 30 days like everything deleted, then gone.
    let purged = store.purge_deleted(at("2026-12-27T09:00Z").instant).unwrap();
    assert_eq!(purged.records, 3);
    let gone = store.preview_import(&rows, Deleted::ComesBack).unwrap();
    assert_eq!((gone.deleted, gone.restored), (3, 0));
}

#[test]
fn an_entry_edited_since_stops_it_and_nothing_is_half_done() {
    let mut bench = Bench::new(72);
    bench.diary("my.diary");
    let mut store = bench.open("my.diary");
    let (rows, first) = (days(4, &mut bench.entropy), batch(1, 0));
    import(&mut store, &first, &rows, Deleted::StaysOut);
    let stress = MeasureId::new("stress").unwrap();
    let (changed, removed) = (check_in_id(&rows[1]), check_in_id(&rows[2]));
    let when = at("2026-11-25T12:00Z");
    store.change_rating(changed, &stress, Some(Milli::whole(9)), when, &mut bench.entropy).unwrap();
    store.remove_check_in(removed, when, &mut bench.entropy).unwrap();
    let before = everything(&store);
    let refused = undo(&mut store, &first, false);
    assert!(matches!(refused, Err(StoreError::ImportEdited { edited: 1, with_them: 0 })), "{refused:?}");
    assert_eq!(everything(&store), before);
    let undone = undo(&mut store, &first, true).unwrap();
    assert_eq!((undone.removed, undone.edited, undone.with_them), (2, 1, 0));
    let left = present(&store);
    assert_eq!(left.iter().map(|record| record.id().unwrap()).collect::<Vec<_>>(), [changed.to_bytes()]);
    let Record::CheckIn(left) = &left[0] else { unreachable!() };
    assert_eq!(left.parts().values[0].answer().rating().unwrap().value(), Milli::whole(9));
}

#[test]
fn a_session_that_was_rated_since_stays_with_all_its_ratings() {
    let mut bench = Bench::new(73);
    bench.diary("my.diary");
    let mut store = bench.open("my.diary");
    let (held, before) = session(&mut bench.entropy);
    let (other, other_rating) = session(&mut bench.entropy);
    let records = [
        Record::Session(held.clone()),
        Record::SessionRating(before),
        Record::Session(other),
        Record::SessionRating(other_rating),
    ];
    let rows: Vec<Incoming> = records.into_iter().map(|record| incoming(record, 2)).collect();
    let first = batch(1, 0);
    import(&mut store, &first, &rows, Deleted::StaysOut);
    let after = rating(&held, Phase::After, &mut bench.entropy);
    store.add_session_rating(&after).unwrap();
    let refused = undo(&mut store, &first, false);
    assert!(matches!(refused, Err(StoreError::ImportEdited { edited: 1, with_them: 1 })), "{refused:?}");
    assert_eq!(undo(&mut store, &first, true).unwrap().removed, 2);
    let left = store.records(None).unwrap();
    assert_eq!(left.sessions.iter().map(Session::id).collect::<Vec<_>>(), [held.id()]);
    assert_eq!(left.session_ratings.len(), 2);
    store.verify().unwrap();
}

/// A measure of a file, and a check-in that rates it.
fn with_measure(bench: &mut Bench) -> [Incoming; 2] {
    let calm = Measure::new(MeasureParts {
        id: MeasureId::new("calm").unwrap(),
        label: ShortText::new("label", "Calm").unwrap(),
        order: 90,
        ..measure("stress").parts().clone()
    })
    .unwrap();
    let mut parts = check_in("2026-10-01T20:00Z", None, &mut bench.entropy).into_parts();
    parts.values = vec![tidemark_model::Value::recorded(&calm, calm.frame(), Milli::whole(3)).unwrap()];
    let entry = tidemark_model::CheckIn::new(parts).unwrap();
    [incoming(Record::Measure(calm), 1), incoming(Record::CheckIn(entry), 2)]
}

#[test]
fn a_measure_that_came_along_is_archived_comes_back_and_goes_with_its_last_value() {
    let mut bench = Bench::new(74);
    bench.diary("my.diary");
    let mut store = bench.open("my.diary");
    let (rows, built_in) = (with_measure(&mut bench), store.measures().unwrap());
    let calm = |store: &Store| {
        let all = store.measures().unwrap();
        all.iter().find(|m| m.id().as_str() == "calm").map(|m| m.parts().active)
    };
    let (first, second) = (batch(1, 0), batch(2, 5));
    // People count entries: the measure is none.
    assert_eq!(import(&mut store, &first, &rows, Deleted::StaysOut).new, 1);
    assert_eq!(calm(&store), Some(true));
    assert_eq!(undo(&mut store, &first, false).unwrap().measures, 1);
    assert_eq!(calm(&store), Some(false));
    import(&mut store, &second, &rows, Deleted::ComesBack);
    assert_eq!(calm(&store), Some(true));
    assert_eq!(present(&store).len(), 1);
    undo(&mut store, &second, false).unwrap();
    store.purge_deleted(at("2026-12-27T09:00Z").instant).unwrap();
    assert_eq!(store.measures().unwrap(), built_in);
    store.verify().unwrap();
}

#[test]
fn a_measure_without_a_value_goes_at_once() {
    let mut bench = Bench::new(77);
    bench.diary("my.diary");
    let mut store = bench.open("my.diary");
    let ([calm, _], built_in) = (with_measure(&mut bench), store.measures().unwrap());
    let first = batch(1, 0);
    import(&mut store, &first, &[calm], Deleted::StaysOut);
    assert_eq!(store.measures().unwrap().len(), built_in.len() + 1);
    undo(&mut store, &first, false).unwrap();
    assert_eq!(store.measures().unwrap(), built_in);
}

#[test]
fn a_measure_in_use_since_stays_as_it_is() {
    let mut bench = Bench::new(75);
    bench.diary("my.diary");
    let mut store = bench.open("my.diary");
    let (rows, first) = (with_measure(&mut bench), batch(1, 0));
    import(&mut store, &first, &rows, Deleted::StaysOut);
    let [_, own] = with_measure(&mut bench);
    let Record::CheckIn(own) = own.record else { unreachable!() };
    store.add_check_in(&own).unwrap();
    let undone = undo(&mut store, &first, false).unwrap();
    assert_eq!((undone.removed, undone.measures), (1, 0));
    assert!(store.measures().unwrap().iter().any(|m| m.id().as_str() == "calm" && m.parts().active));
    assert_eq!(present(&store), [Record::CheckIn(own)]);
}

#[test]
fn an_import_undone_in_one_copy_is_undone_in_both() {
    let mut bench = Bench::new(76);
    for name in ["here", "there"] {
        bench.diary(name);
    }
    let (mut here, mut there) = (bench.open("here"), bench.open("there"));
    let (rows, first, second) = (days(2, &mut bench.entropy), batch(1, 0), batch(2, 5));
    import(&mut here, &first, &rows, Deleted::StaysOut);
    import(&mut there, &first, &rows, Deleted::StaysOut);
    undo(&mut there, &first, false).unwrap();
    import(&mut there, &second, &rows, Deleted::ComesBack);
    there.close().unwrap();
    let other = bench.path("there").join("diary.db");
    here.merge(&other, key(), at("2026-11-27T09:00Z").instant, true).unwrap();
    let noted: Vec<bool> = here.imports().unwrap().iter().map(|import| import.undone_at.is_some()).collect();
    assert_eq!(noted, [true, false]);
    assert_eq!(present(&here).len(), 2);
    // What was brought back there is taken back here.
    assert_eq!(undo(&mut here, &second, false).unwrap().removed, 2);
    assert!(present(&here).is_empty());
}

/// What somebody does after an import; entries are chosen by number.
#[derive(Clone, Debug)]
enum Act {
    Add,
    Change(usize, i32),
    Remove(usize),
    Rate(usize),
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        1 => Just(Act::Add),
        3 => (0_usize..9, 0_i32..=10).prop_map(|(which, value)| Act::Change(which, value)),
        2 => (0_usize..9).prop_map(Act::Remove),
        2 => (0_usize..3).prop_map(Act::Rate),
    ]
}

/// Does the acts that are about what is in the diary; returns the ids of entries that were touched.
fn carry_out(
    store: &mut Store,
    days: &[CheckInId],
    sessions: &[(Session, SessionRating)],
    acts: &[Act],
    entropy: &mut SeededEntropy,
) -> BTreeSet<[u8; 16]> {
    let (stress, when) = (MeasureId::new("stress").unwrap(), at("2026-11-25T12:00Z"));
    let mut touched = BTreeSet::new();
    for act in acts {
        match act {
            Act::Add => store.add_check_in(&check_in("2026-11-23T21:00Z", None, entropy)).unwrap(),
            Act::Change(which, value) if *which < days.len() => {
                let id = days[*which];
                if store.change_rating(id, &stress, Some(Milli::whole(*value)), when, entropy).is_ok() {
                    touched.insert(id.to_bytes());
                }
            }
            Act::Remove(which) if *which < days.len() => {
                let _ = store.remove_check_in(days[*which], when, entropy);
            }
            Act::Rate(which) if *which < sessions.len() => {
                let (held, before) = &sessions[*which];
                if store.add_session_rating(&rating(held, Phase::After, entropy)).is_ok() {
                    touched.extend([held.id().to_bytes(), before.parts().id.to_bytes()]);
                }
            }
            _ => {}
        }
    }
    touched
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]
    #[test]
    fn undone_the_diary_is_as_without_the_import_but_for_what_was_touched(
        days_in in 0_u8..6,
        sessions_in in 0_usize..3,
        own in 0_usize..3,
        acts in prop::collection::vec(act(), 0..10),
    ) {
        let mut bench = Bench::new(80);
        bench.diary("my.diary");
        let mut store = bench.open("my.diary");
        let own_days: Vec<CheckInId> = (0..own)
            .map(|_| {
                let entry = check_in("2026-11-20T20:00Z", Some("own"), &mut bench.entropy);
                store.add_check_in(&entry).unwrap();
                entry.id()
            })
            .collect();
        let days = days(days_in, &mut bench.entropy);
        let sessions: Vec<_> = (0..sessions_in).map(|_| session(&mut bench.entropy)).collect();
        let mut rows = days.clone();
        for (held, before) in &sessions {
            rows.push(incoming(Record::Session(held.clone()), 2));
            rows.push(incoming(Record::SessionRating(before.clone()), 2));
        }
        let first = batch(1, 0);
        import(&mut store, &first, &rows, Deleted::StaysOut);
        let all: Vec<CheckInId> = days.iter().map(check_in_id).chain(own_days).collect();
        let touched = carry_out(&mut store, &all, &sessions, &acts, &mut bench.entropy);
        let came: BTreeSet<[u8; 16]> = rows.iter().map(|row| row.record.id().unwrap()).collect();
        // Without the import: whatever did not come with it. And what came with it, if touched and still there.
        let expected: Vec<Record> = present(&store)
            .into_iter()
            .filter(|record| {
                let id = record.id().unwrap();
                !came.contains(&id) || touched.contains(&id)
            })
            .collect();
        let kept = expected.iter().filter(|record| came.contains(&record.id().unwrap())).count();
        let before = everything(&store);
        if kept > 0 {
            prop_assert!(undo(&mut store, &first, false).is_err());
            prop_assert_eq!(&everything(&store), &before);
        }
        let undone = undo(&mut store, &first, kept > 0).unwrap();
        prop_assert_eq!((undone.edited + undone.with_them) as usize, kept);
        prop_assert_eq!(present(&store), expected);
        store.verify().unwrap();
        prop_assert!(store.record(Kind::CheckIn, [0; 16], &[]).is_err());
    }
}
