//! Two copies of a diary become one: the laws of it, over random edits of both.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use tidemark_model::{CheckInId, Entropy, MeasureId, Milli, Phase, RecordId, SeededEntropy};
use tidemark_store::Store;

use super::bench::{Bench, Edits as _, at, check_in, everything, key, rating, session};

/// What somebody does to one of the copies; entries are chosen by number.
#[derive(Clone, Debug)]
enum Act {
    Add,
    Change(usize, i32),
    Remove(usize),
    Erase(usize),
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        3 => Just(Act::Add),
        4 => (0_usize..6, 0_i32..=10).prop_map(|(which, value)| Act::Change(which, value)),
        2 => (0_usize..6).prop_map(Act::Remove),
        1 => (0_usize..6).prop_map(Act::Erase),
    ]
}

fn carry_out(store: &mut Store, shared: &[CheckInId], acts: &[Act], entropy: &mut SeededEntropy) {
    let mut ids = shared.to_vec();
    let stress = MeasureId::new("stress").unwrap();
    let when = at("2026-11-24T12:00Z");
    for act in acts {
        match act {
            Act::Add => {
                let added = check_in("2026-11-23T21:00Z", Some("added"), entropy);
                store.add_check_in(&added).unwrap();
                ids.push(added.id());
            }
            // A refusal (the entry is gone already) is part of life.
            Act::Change(which, value) => {
                let id = ids[which % ids.len()];
                let _ = store.change_rating(id, &stress, Some(Milli::whole(*value)), when, entropy);
            }
            Act::Remove(which) => {
                let _ = store.remove_check_in(ids[which % ids.len()], when, entropy);
            }
            Act::Erase(which) => {
                let id = ids[which % ids.len()];
                let _ = store.erase_record(id.to_bytes(), "", when.instant);
            }
        }
    }
}

/// Id, revision and whether deleted, of every check-in there is, deleted ones too.
fn state(store: &Store) -> BTreeMap<String, (String, bool)> {
    everything(store)["check_in"]
        .iter()
        .map(|row| {
            // The last column holds practices, of which these entries have none.
            let row = row.strip_suffix(", Null]").unwrap();
            let cells: Vec<&str> = row.trim_start_matches('[').split("), ").collect();
            let (id, revision) = (cells[0].to_owned(), cells[cells.len() - 4].to_owned());
            (id, (revision, !row.ends_with("Null")))
        })
        .collect()
}

fn two_copies(bench: &mut Bench, ours: &[Act], theirs: &[Act]) {
    bench.diary("shared");
    let mut store = bench.open("shared");
    let shared: Vec<CheckInId> = (1..=3)
        .map(|day| {
            let entry = check_in(&format!("2026-11-0{day}T21:00Z"), Some("shared"), &mut bench.entropy);
            store.add_check_in(&entry).unwrap();
            entry.id()
        })
        .collect();
    store.close().unwrap();
    for (name, acts, seed) in [("ours", ours, 11), ("theirs", theirs, 12)] {
        std::fs::create_dir(bench.path(name)).unwrap();
        for file in ["diary.db", "recovery.age"] {
            std::fs::copy(bench.path("shared").join(file), bench.path(name).join(file)).unwrap();
        }
        let mut store = bench.open(name);
        carry_out(&mut store, &shared, acts, &mut SeededEntropy::new(seed));
        store.close().unwrap();
    }
}

fn merged_into(bench: &Bench, to: &str, from: &str) -> Store {
    let name = format!("{from} into {to}");
    std::fs::create_dir(bench.path(&name)).unwrap();
    for file in ["diary.db", "recovery.age"] {
        std::fs::copy(bench.path(to).join(file), bench.path(&name).join(file)).unwrap();
    }
    let mut store = bench.open(&name);
    store.merge(&bench.path(from).join("diary.db"), key(), at("2026-11-25T08:00Z").instant, true).unwrap();
    store
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn merging_twice_is_merging_once_and_nothing_is_lost(
        ours in prop::collection::vec(act(), 0..8),
        theirs in prop::collection::vec(act(), 0..8),
    ) {
        let mut bench = Bench::new(21);
        two_copies(&mut bench, &ours, &theirs);
        let (mine, other) = (bench.open("ours"), bench.open("theirs"));
        let (mine_was, other_was) = (state(&mine), state(&other));
        let (mine_all, other_all) = (everything(&mine), everything(&other));
        drop((mine, other));

        let mut once = merged_into(&bench, "ours", "theirs");
        let after = everything(&once);
        once.verify().unwrap();

        // Twice is once.
        let again = once.merge(&bench.path("theirs").join("diary.db"), key(), at("2026-11-26T08:00Z").instant, true);
        let again = again.unwrap();
        prop_assert_eq!(&everything(&once), &after);
        prop_assert!(again.records.values().all(|n| n.added + n.newer == 0) && again.others_added == 0);

        // The other way round gives the same records in the same state, but for equal revisions.
        let back = merged_into(&bench, "theirs", "ours");
        let (one_way, other_way) = (state(&once), state(&back));
        prop_assert_eq!(one_way.keys().collect::<Vec<_>>(), other_way.keys().collect::<Vec<_>>());
        for (id, (revision, deleted)) in &one_way {
            prop_assert_eq!(revision, &other_way[id].0);
            // Deleted stays deleted, unless the other copy has as many revisions or more.
            for was in [&mine_was, &other_was] {
                if let Some((had, true)) = was.get(id) {
                    prop_assert!(*deleted || had != revision || mine_was.get(id).map(|s| &s.0) == other_was.get(id).map(|s| &s.0));
                }
            }
        }

        // Nothing is lost: every record of either is there, or its id is among the purged.
        let purged: String = after["purged"].concat();
        for id in mine_was.keys().chain(other_was.keys()) {
            prop_assert!(one_way.contains_key(id) != purged.contains(id.as_str()), "{}", id);
        }
        // The log is the union, without what was purged.
        let log = |all: &BTreeMap<String, Vec<String>>| all["revision_log"].iter().cloned().collect::<BTreeSet<_>>();
        let record_of = |row: &str| row.split("), ").nth(2).unwrap().to_owned();
        let union: BTreeSet<String> = log(&mine_all)
            .union(&log(&other_all))
            .filter(|row| !purged.contains(&record_of(row)))
            .cloned()
            .collect();
        prop_assert_eq!(log(&after), union);
    }
}

#[test]
fn the_form_with_more_revisions_wins_with_its_values_and_history() {
    let mut bench = Bench::new(31);
    two_copies(&mut bench, &[Act::Change(0, 9)], &[Act::Change(0, 2), Act::Change(0, 3)]);
    let store = merged_into(&bench, "ours", "theirs");
    let entry = &store.records(None).unwrap().check_ins[0];
    assert_eq!(entry.parts().stamp.revision, 3);
    assert_eq!(entry.parts().values[0].answer().rating().unwrap().value(), Milli::whole(3));
    // Both histories are there: one change here, two there.
    assert_eq!(everything(&store)["revision_log"].len(), 3);
    let other = merged_into(&bench, "theirs", "ours");
    assert_eq!(other.records(None).unwrap().check_ins[0].parts().values, entry.parts().values);
}

#[test]
fn as_often_changed_on_both_sides_keeps_what_is_here_and_is_counted() {
    let mut bench = Bench::new(32);
    two_copies(&mut bench, &[Act::Change(0, 9)], &[Act::Change(0, 2)]);
    let mut store = bench.open("ours");
    let other = bench.path("theirs").join("diary.db");
    let dry = store.merge(&other, key(), at("2026-11-25T08:00Z").instant, false).unwrap();
    let before = everything(&store);
    let done = store.merge(&other, key(), at("2026-11-25T08:00Z").instant, true).unwrap();
    assert_eq!(dry, done, "a dry run says what is then done");
    let counts = done.records["check_in"];
    assert_eq!((counts.added, counts.newer, counts.same, counts.differing), (0, 0, 2, 1));
    assert_eq!(everything(&store)["check_in_value"], before["check_in_value"]);
    assert_eq!(
        store.records(None).unwrap().check_ins[0].parts().values[0].answer().rating().unwrap().value(),
        Milli::whole(9)
    );
}

#[test]
fn what_only_this_copy_has_is_counted_before_it_is_given_up() {
    // Changed here only, changed as often on both sides, added here, and changed there only: three are beyond the copy.
    let mut bench = Bench::new(37);
    let ours = [Act::Change(0, 9), Act::Change(1, 9), Act::Add];
    two_copies(&mut bench, &ours, &[Act::Change(1, 2), Act::Change(2, 2)]);
    let other = bench.path("theirs").join("diary.db");
    assert_eq!(bench.open("ours").beyond(&other, key()).unwrap(), 3);
    assert_eq!(bench.open("shared").beyond(&bench.path("ours").join("diary.db"), key()).unwrap(), 0);
}

#[test]
fn a_dry_run_changes_nothing() {
    let mut bench = Bench::new(33);
    two_copies(&mut bench, &[Act::Change(0, 9)], &[Act::Add, Act::Remove(1), Act::Erase(2)]);
    let mut store = bench.open("ours");
    let before = everything(&store);
    store
        .merge(&bench.path("theirs").join("diary.db"), key(), at("2026-11-25T08:00Z").instant, false)
        .unwrap();
    assert_eq!(everything(&store), before);
}

#[test]
fn deleted_in_one_copy_is_deleted_in_both_and_erased_never_comes_back() {
    let mut bench = Bench::new(34);
    two_copies(&mut bench, &[Act::Remove(0), Act::Erase(1)], &[Act::Change(1, 5), Act::Change(1, 6)]);
    for (to, from) in [("ours", "theirs"), ("theirs", "ours")] {
        let store = merged_into(&bench, to, from);
        // The first is deleted, the second erased although the other copy changed it twice; the third is left.
        let records = store.records(None).unwrap().check_ins;
        assert_eq!(records.len(), 1, "{from} into {to}");
        let all = everything(&store);
        assert_eq!((all["check_in"].len(), all["purged"].len()), (2, 1), "{from} into {to}");
        assert!(all["revision_log"].iter().all(|row| !row.contains("value.stress")), "history went with it");
    }
}

#[test]
fn ratings_added_elsewhere_to_an_erased_session_go_with_it() {
    let mut bench = Bench::new(35);
    bench.diary("shared");
    let mut store = bench.open("shared");
    let (held, before) = session(&mut bench.entropy);
    store.add_session(&held, &[before]).unwrap();
    store.close().unwrap();
    for name in ["ours", "theirs"] {
        std::fs::create_dir(bench.path(name)).unwrap();
        std::fs::copy(bench.path("shared").join("diary.db"), bench.path(name).join("diary.db")).unwrap();
        std::fs::copy(bench.path("shared").join("recovery.age"), bench.path(name).join("recovery.age"))
            .unwrap();
    }
    let mut ours = bench.open("ours");
    ours.erase_record(held.id().to_bytes(), "", at("2026-11-24T13:00Z").instant).unwrap();
    ours.close().unwrap();
    let mut theirs = bench.open("theirs");
    theirs.add_session_rating(&rating(&held, Phase::After, &mut bench.entropy)).unwrap();
    theirs.close().unwrap();
    for (to, from) in [("ours", "theirs"), ("theirs", "ours")] {
        let store = merged_into(&bench, to, from);
        let all = everything(&store);
        let left = ["session", "session_rating", "session_rating_value"].map(|table| all[table].len());
        assert_eq!(left, [0, 0, 0], "{from} into {to}");
        store.verify().unwrap();
    }
}

#[test]
fn a_copy_whose_scales_differ_is_refused_and_nothing_changes() {
    let mut bench = Bench::new(36);
    two_copies(&mut bench, &[], &[]);
    let narrow = |name: &str, max: i64| {
        // A measure of one name and version on two scales, and a value that only one of them has.
        let mut store = bench.open(name);
        let parts = super::bench::measure("stress").parts().clone();
        let scale =
            tidemark_model::Scale::new(Milli::whole(0), Milli::new(max).unwrap(), Milli::whole(1)).unwrap();
        let id = MeasureId::new("calm").unwrap();
        let measure =
            tidemark_model::Measure::new(tidemark_model::MeasureParts { id, scale, ..parts }).unwrap();
        store.add_measure(&measure).unwrap();
        let mut entry =
            check_in("2026-11-10T21:00Z", None, &mut SeededEntropy::new(max.unsigned_abs())).parts().clone();
        entry.values = vec![
            tidemark_model::Value::recorded(
                &measure,
                tidemark_model::Frame::DayOverall,
                Milli::new(max).unwrap(),
            )
            .unwrap(),
        ];
        store.add_check_in(&tidemark_model::CheckIn::new(entry).unwrap()).unwrap();
        store.close().unwrap();
    };
    narrow("ours", 4000);
    narrow("theirs", 9000);
    let mut store = bench.open("ours");
    let before = everything(&store);
    let refused =
        store.merge(&bench.path("theirs").join("diary.db"), key(), at("2026-11-25T08:00Z").instant, true);
    assert!(
        matches!(
            refused,
            Err(tidemark_store::StoreError::Stored { .. } | tidemark_store::StoreError::Damaged { .. })
        ),
        "{refused:?}"
    );
    assert_eq!(everything(&store), before);
    // The store is of use afterwards.
    let mut entropy = SeededEntropy::new(1);
    let mut bytes = [0_u8; 1];
    entropy.fill(&mut bytes);
    store.add_check_in(&check_in("2026-11-11T21:00Z", None, &mut entropy)).unwrap();
}

#[test]
fn after_a_merge_there_is_no_last_act_of_either_copy() {
    let mut bench = Bench::new(23);
    two_copies(&mut bench, &[], &[Act::Add]);
    let merged = merged_into(&bench, "ours", "theirs");
    assert_eq!(merged.last_act().unwrap(), None);
    let back = merged_into(&bench, "theirs", "ours");
    assert_eq!(back.last_act().unwrap(), None);
}
