//! The power goes at any write: whatever was confirmed is there, whole, and the diary opens by itself.

use tidemark::DiaryError;
use tidemark::model::SeededEntropy;
use tidemark_tests::fault_vfs::watched;
use tidemark_tests::room::Room;
use tidemark_tests::script::{Ids, Said, expected, ids, perform, said};
use tidemark_tests::simulated_disk::{Event, Recorder, Recording, below};

use super::count;

/// Records a stretch of work: openings, steps, and closings that move the log.
fn recorded(steps: u32) -> Recording {
    let room = Room::new();
    let before = room.files();
    let recorder = Recorder::default();
    let noted = recorder.clone();
    watched(
        move |call| noted.note(call),
        || {
            let mut diary = room.open().unwrap();
            let mut known = Ids::new();
            for step in 0..steps {
                perform(&mut diary, step, &mut known).unwrap();
                recorder.confirm(step);
                if step % 17 == 16 {
                    diary.close().unwrap();
                    diary = room.open().unwrap();
                    known = ids(&diary).unwrap();
                }
            }
            diary.close().unwrap();
        },
    );
    recorder.recording(before)
}

/// What is found after a cut.
fn found(
    room: &Room,
    recording: &Recording,
    at: usize,
    dice: &mut SeededEntropy,
) -> (u32, Result<Said, DiaryError>) {
    let after = recording.cut(at, dice);
    room.put(&after.files);
    let read = room.open().and_then(|diary| {
        diary.verify()?;
        said(&diary)
    });
    (after.confirmed, read)
}

#[test]
fn a_power_cut_loses_nothing_that_was_confirmed() {
    let cuts = count(100, 800);
    let recording = recorded(u32::try_from(count(60, 150)).unwrap());
    let room = Room::new();
    let mut dice = SeededEntropy::new(11);
    let mut unconfirmed = 0;
    for cut in 0..cuts {
        let at = 1 + below(&mut dice, recording.events.len());
        let (confirmed, read) = found(&room, &recording, at, &mut dice);
        let read = read.unwrap_or_else(|error| panic!("cut {cut} before event {at}: {error:?}"));
        if read != expected(0..confirmed) {
            assert_eq!(read, expected(0..=confirmed), "cut {cut} before event {at}");
            unconfirmed += 1;
        }
    }
    let syncs = recording.events.iter().filter(|event| matches!(event, Event::Sync(_))).count();
    println!(
        "power cut: {cuts} cuts through {} events ({syncs} syncs), 0 lost; {unconfirmed} left an entry that was \
         written and not yet confirmed",
        recording.events.len()
    );
}

#[test]
fn a_disk_that_ignores_syncs_is_seen_to_lose_entries() {
    // Shows that the test above can fail: the same cuts on a disk that takes no notice of syncs of the log.
    let recording = recorded(30).without_syncs_of("diary.db-wal");
    let room = Room::new();
    let mut dice = SeededEntropy::new(12);
    let lost = (0..60)
        .filter(|_| {
            let at = 1 + below(&mut dice, recording.events.len());
            let (confirmed, read) = found(&room, &recording, at, &mut dice);
            let whole = [expected(0..confirmed), expected(0..=confirmed)];
            read.map_or(true, |read| !whole.contains(&read))
        })
        .count();
    println!("power cut: a disk that ignores syncs loses confirmed entries in {lost} of 60 cuts");
    assert!(lost > 10, "only {lost}");
}
