//! A new diary takes the place of another, cut off after every step: one of the two is always whole and found.

use std::fs;
use std::ops::ControlFlow;

use tidemark_model::{Cell, SeededEntropy};
use tidemark_store::{DiaryFolder, Load, Occasion, Placed, Step, Store, StoreError, Workshop, newest_schema};

use super::bench::{Bench, check_in, everything, files, key, recovery_bytes};

/// The diary `my.diary` with an old entry, and a new one with two others ready to take its place.
fn prepared(bench: &mut Bench) -> (Vec<String>, Vec<String>, Workshop) {
    let folder = bench.diary("my.diary");
    let mut old = bench.open("my.diary");
    old.add_check_in(&check_in("2026-11-01T21:00Z", Some("old"), &mut bench.entropy)).unwrap();
    old.snapshot("2026-11-01".parse().unwrap(), Occasion::Daily).unwrap();
    let was = everything(&old)["check_in"].clone();
    old.close().unwrap();
    bench.diary("source");
    let mut new = bench.open("source");
    for day in ["2026-11-02T21:00Z", "2026-11-03T21:00Z"] {
        new.add_check_in(&check_in(day, Some("new"), &mut bench.entropy)).unwrap();
    }
    let workshop = Workshop::begin(&folder, &recovery_bytes(), &mut bench.entropy).unwrap();
    let mut load = Load::begin(workshop.folder().clone(), key(), newest_schema()).unwrap();
    let dump = new.dump().unwrap();
    for shape in dump.tables() {
        dump.each_row(&shape.name, |cells: &[Cell<'_>]| load.insert(&shape.name, cells)).unwrap();
    }
    let loaded = load.finish().unwrap();
    let will = everything(&loaded)["check_in"].clone();
    workshop.close(loaded).unwrap();
    drop(dump);
    new.close().unwrap();
    fs::remove_dir_all(bench.path("source")).unwrap();
    (was, will, workshop)
}

fn place(bench: &Bench, workshop: Workshop, stop: Option<Step>) -> Result<Placed, StoreError> {
    let former = bench.open("my.diary");
    former.hold_alone().unwrap();
    let last = former.snapshot("2026-11-04".parse().unwrap(), Occasion::Restore).unwrap();
    workshop.place(Some((former, last)), &mut |step| {
        if Some(step) == stop { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    })
}

#[test]
fn cut_off_after_any_step_the_old_or_the_new_diary_is_whole_in_its_place() {
    for step in [Step::Synced, Step::Named, Step::SetAside, Step::Placed, Step::Done] {
        let mut bench = Bench::new(1);
        let (was, will, workshop) = prepared(&mut bench);
        let cut = place(&bench, workshop, Some(step));
        assert!(matches!(cut, Err(StoreError::BrokenOff { after }) if after == step));
        // Both are somewhere, whatever the step.
        let store = bench.open("my.diary");
        let expected = if step < Step::SetAside { &was } else { &will };
        assert_eq!(&everything(&store)["check_in"], expected, "{step:?}");
        store.verify().unwrap();
        // What the old diary held is never gone: in place, or among the snapshots of the new one.
        let folder = DiaryFolder::new(bench.path("my.diary"));
        let kept = folder.snapshots().unwrap();
        let last = kept.iter().find(|snapshot| snapshot.occasion == Occasion::Restore).unwrap();
        let snapshot = Store::open_snapshot(folder, last, key()).unwrap();
        assert_eq!(everything(&snapshot)["check_in"], was, "{step:?}");
        drop((store, snapshot));
        // A restore afterwards goes through.
        let folder = DiaryFolder::new(bench.path("my.diary"));
        let again = Workshop::begin(&folder, &recovery_bytes(), &mut bench.entropy).unwrap();
        let load = Load::begin(again.folder().clone(), key(), newest_schema()).unwrap();
        again.close(load.finish().unwrap()).unwrap();
        place(&bench, again, None).unwrap();
    }
}

#[test]
fn the_former_diary_goes_at_the_first_good_opening_and_not_before() {
    let mut bench = Bench::new(2);
    let (was, will, workshop) = prepared(&mut bench);
    let placed = place(&bench, workshop, None).unwrap();
    assert_eq!(placed.former, Some(bench.path("my.diary.former")));
    let former = DiaryFolder::new(bench.path("my.diary.former"));
    // A key that opens nothing proves nothing.
    let wrong = tidemark_store::DataKey::from_bytes([3; 32]);
    assert!(Store::open(DiaryFolder::new(bench.path("my.diary")), &wrong).is_err());
    assert_eq!(everything(&Store::open(former.clone(), key()).unwrap())["check_in"], was);
    let store = bench.open("my.diary");
    assert_eq!(everything(&store)["check_in"], will);
    assert_eq!(bench.names(), ["my.diary"]);
    // The snapshots came along: the daily one of before, and the last state.
    assert_eq!(store.folder().snapshots().unwrap().len(), 2);
}

#[test]
fn a_former_diary_with_a_file_of_somebody_else_keeps_that_file() {
    let mut bench = Bench::new(3);
    let (_, _, workshop) = prepared(&mut bench);
    fs::write(bench.path("my.diary").join("letter.txt"), "mine").unwrap();
    place(&bench, workshop, None).unwrap();
    drop(bench.open("my.diary"));
    assert_eq!(files(&bench.path("my.diary.former")).len(), 1);
    assert_eq!(fs::read_to_string(bench.path("my.diary.former").join("letter.txt")).unwrap(), "mine");
}

#[test]
fn without_its_last_state_among_the_snapshots_the_former_diary_stays() {
    let mut bench = Bench::new(4);
    let (was, _, workshop) = prepared(&mut bench);
    place(&bench, workshop, None).unwrap();
    let folder = DiaryFolder::new(bench.path("my.diary"));
    let snapshots = folder.snapshots().unwrap();
    let last = snapshots.iter().find(|snapshot| snapshot.occasion == Occasion::Restore).unwrap();
    fs::write(&last.path, vec![1; 8192]).unwrap();
    drop(bench.open("my.diary"));
    let former = Store::open(DiaryFolder::new(bench.path("my.diary.former")), key()).unwrap();
    assert_eq!(everything(&former)["check_in"], was);
}

#[test]
fn a_swap_whose_new_diary_is_no_diary_is_undone() {
    let mut bench = Bench::new(5);
    let (was, _, workshop) = prepared(&mut bench);
    assert!(place(&bench, workshop, Some(Step::SetAside)).is_err());
    assert_eq!(bench.names(), [".my.diary.restored", "my.diary.former"]);
    fs::write(bench.path(".my.diary.restored").join("diary.db"), "").unwrap();
    let store = bench.open("my.diary");
    assert_eq!(everything(&store)["check_in"], was);
    assert_eq!(bench.names(), [".my.diary.restored", "my.diary"]);
}

#[test]
fn a_new_diary_is_not_made_over_a_half_done_swap() {
    let mut bench = Bench::new(6);
    let (_, will, workshop) = prepared(&mut bench);
    assert!(place(&bench, workshop, Some(Step::SetAside)).is_err());
    let new = tidemark_store::NewDiary {
        created_at: super::bench::at("2026-11-05T10:00Z").instant,
        rollover: tidemark_model::Rollover::default(),
        measures: vec![],
        sample_label: None,
    };
    let made = tidemark_store::create(
        &bench.path("my.diary"),
        &super::bench::passphrase(),
        &new,
        &mut SeededEntropy::new(1),
    );
    assert!(matches!(made, Err(StoreError::Exists { .. })));
    assert_eq!(everything(&bench.open("my.diary"))["check_in"], will);
}

#[test]
fn a_diary_that_another_program_has_open_is_not_replaced() {
    let mut bench = Bench::new(7);
    let (was, _, _workshop) = prepared(&mut bench);
    let other = bench.open("my.diary");
    let mine = bench.open("my.diary");
    // Waits the five seconds that a writer may take, then gives up.
    assert!(matches!(mine.hold_alone(), Err(StoreError::Busy { .. })));
    drop(mine);
    assert_eq!(everything(&other)["check_in"], was);
    drop(other);
    // Held alone, nobody else gets in.
    let alone = bench.open("my.diary");
    alone.hold_alone().unwrap();
    let shut_out = Store::open(DiaryFolder::new(bench.path("my.diary")), key());
    assert!(matches!(shut_out, Err(StoreError::Busy { .. })), "{shut_out:?}");
    drop(alone);
    assert_eq!(everything(&bench.open("my.diary"))["check_in"], was);
}

#[test]
fn a_half_filled_workshop_is_never_taken_for_a_diary() {
    let mut bench = Bench::new(8);
    let folder = DiaryFolder::new(bench.path("my.diary"));
    let mut workshop = Workshop::begin(&folder, &recovery_bytes(), &mut bench.entropy).unwrap();
    drop(Load::begin(workshop.folder().clone(), key(), newest_schema()).unwrap());
    workshop.leave();
    drop(workshop);
    assert_eq!(bench.names().len(), 1, "left as a kill would leave it");
    assert!(matches!(Store::open(folder.clone(), key()), Err(StoreError::NotFound { .. })));
    // The next restore clears it away; one that is given up leaves nothing.
    drop(Workshop::begin(&folder, &recovery_bytes(), &mut bench.entropy).unwrap());
    assert!(bench.names().is_empty());
}
