//! The disk refuses one call, or all from one on: every error is one that tells the person what to do, nothing panics,
//! and what was confirmed is there when the disk is well again.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use rusqlite::ffi;
use tidemark::DiaryError;
use tidemark_tests::fault_vfs::{Kind, Verdict, watched};
use tidemark_tests::room::{Room, create, open};
use tidemark_tests::script::{Done, Ids, Said, expected, ids, perform, said};

use super::count;

/// Steps of the work, with a closing and an opening in the middle.
const STEPS: u32 = 12;

/// A fault of the disk and the errors by which it may reach the person.
struct Fault {
    kind: Kind,
    verdict: Verdict,
    may_be: &'static [&'static str],
}

/// The cipher gives one answer for a wrong key and an unreadable first page.
const UNREAD: &[&str] = &["StoreDamaged", "KeyUnavailable"];

const FAULTS: &[Fault] = &[
    fault(Kind::Open, ffi::SQLITE_CANTOPEN, &["KeyUnavailable"]),
    fault(Kind::Read, ffi::SQLITE_IOERR_READ, UNREAD),
    Fault { kind: Kind::Read, verdict: Verdict::Half, may_be: UNREAD },
    fault(Kind::Size, ffi::SQLITE_IOERR_FSTAT, &["StoreDamaged"]),
    fault(Kind::Map, ffi::SQLITE_IOERR_SHMMAP, &["StoreDamaged"]),
    fault(Kind::Map, ffi::SQLITE_IOERR_SHMSIZE, &["StorageFull"]),
    fault(Kind::Write, ffi::SQLITE_IOERR_WRITE, &["OutputNotWritten"]),
    fault(Kind::Write, ffi::SQLITE_FULL, &["StorageFull"]),
    Fault { kind: Kind::Write, verdict: Verdict::Half, may_be: &["StorageFull"] },
    fault(Kind::Sync, ffi::SQLITE_IOERR_FSYNC, &["OutputNotWritten"]),
    fault(Kind::Truncate, ffi::SQLITE_IOERR_TRUNCATE, &["OutputNotWritten"]),
    fault(Kind::Delete, ffi::SQLITE_IOERR_DELETE, &["OutputNotWritten"]),
];

const fn fault(kind: Kind, code: i32, may_be: &'static [&'static str]) -> Fault {
    Fault { kind, verdict: Verdict::Answer(code), may_be }
}

/// What came of the work.
#[derive(Default)]
struct Came {
    confirmed: Vec<u32>,
    unsure: Vec<u32>,
    errors: Vec<DiaryError>,
}

/// Opens, writes, closes, opens, writes, closes; goes on after an error, as a person would, but not for ever.
fn work(room: &Room) -> Came {
    let mut came = Came::default();
    let mut known = Ids::new();
    for part in [0..STEPS / 2, STEPS / 2..STEPS] {
        let opened = room.open().or_else(|error| {
            came.errors.push(error);
            room.open()
        });
        let mut diary = match opened {
            Ok(diary) => diary,
            Err(error) => {
                came.errors.push(error);
                return came;
            }
        };
        match ids(&diary) {
            Ok(found) => known.extend(found),
            Err(error) => came.errors.push(error),
        }
        for step in part {
            match perform(&mut diary, step, &mut known) {
                Ok(Done::Confirmed) => came.confirmed.push(step),
                Ok(Done::LeftOut) => {}
                // An entry that was refused as it was written may be found all the same; a later step then meets it.
                Err(error) => {
                    came.unsure.push(step);
                    came.errors.push(error);
                    if came.unsure.len() == 4 {
                        return came;
                    }
                }
            }
        }
        if let Err(error) = diary.close() {
            came.errors.push(error);
        }
    }
    came
}

/// Runs `act` while the disk answers to the `nth` call of a kind, or from the `nth` on, with a fault. Gives also how
/// often it did.
fn under<T>(fault: &Fault, nth: usize, lasting: bool, act: impl FnOnce() -> T) -> (T, usize) {
    let (seen, struck) = (Cell::new(0), Rc::new(Cell::new(0)));
    let (kind, verdict, counted) = (fault.kind, fault.verdict, Rc::clone(&struck));
    let watcher = move |call: &tidemark_tests::fault_vfs::Call<'_>| {
        if call.kind != kind {
            return Verdict::Through;
        }
        let at = seen.replace(seen.get() + 1);
        if at == nth || lasting && at > nth {
            counted.set(counted.get() + 1);
            return verdict;
        }
        Verdict::Through
    };
    let came = watched(watcher, act);
    (came, struck.get())
}

/// How many calls of each kind the work makes on a healthy disk.
fn calls(act: impl FnOnce()) -> BTreeMap<Kind, usize> {
    let counted = Rc::new(RefCell::new(BTreeMap::new()));
    let counts = Rc::clone(&counted);
    let watcher = move |call: &tidemark_tests::fault_vfs::Call<'_>| {
        *counts.borrow_mut().entry(call.kind).or_insert(0) += 1;
        Verdict::Through
    };
    watched(watcher, act);
    counted.take()
}

/// The variant's name, and the file where it names one.
fn name(error: &DiaryError) -> String {
    let text = format!("{error:?}");
    text.split([' ', '(', '{']).next().unwrap().to_owned()
}

/// Everything a diary may say when the unsure steps are each there or not.
fn possible(came: &Came) -> Vec<Said> {
    (0..1_u32 << came.unsure.len())
        .map(|chosen| {
            let kept = came.unsure.iter().enumerate().filter(|(bit, _)| chosen >> bit & 1 == 1);
            let mut steps: Vec<u32> =
                came.confirmed.iter().copied().chain(kept.map(|(_, step)| *step)).collect();
            steps.sort_unstable();
            expected(steps)
        })
        .collect()
}

#[test]
fn a_refusing_disk_costs_no_confirmed_entry_and_every_error_is_of_the_list() {
    let every = count(31, 2);
    let room = Room::new();
    let healthy = calls(|| {
        let came = work(&room);
        assert_eq!((came.confirmed.len(), came.errors.len()), (12, 0));
    });
    let (mut runs, mut spared, mut refused, mut there_all_the_same) = (0, 0, 0, 0);
    for (number, fault) in FAULTS.iter().enumerate() {
        for nth in (number % every..healthy[&fault.kind]).step_by(every) {
            for lasting in [false, true] {
                let about = format!("{:?} {:?} number {nth}, lasting {lasting}", fault.kind, fault.verdict);
                let room = Room::new();
                let (came, struck) = under(fault, nth, lasting, || work(&room));
                if struck == 0 {
                    // Ids differ between runs, and with them a few page reads.
                    spared += 1;
                    continue;
                }
                for error in &came.errors {
                    assert!(fault.may_be.contains(&name(error).as_str()), "{about}: {error:?}");
                    if let DiaryError::OutputNotWritten { path, .. } = error {
                        assert_eq!(*path, room.database(), "{about}");
                    }
                }
                let diary = room.open().unwrap_or_else(|error| panic!("{about}, afterwards: {error:?}"));
                diary.verify().unwrap_or_else(|error| panic!("{about}, afterwards: {error:?}"));
                let found = said(&diary).unwrap();
                assert!(possible(&came).contains(&found), "{about}: {:?} {:?}", came.confirmed, came.unsure);
                there_all_the_same += usize::from(found != expected(came.confirmed.iter().copied()));
                refused += came.errors.len();
                runs += 1;
            }
        }
    }
    assert!(spared * 10 < runs, "{spared} faults of {runs} never came");
    println!(
        "io errors: {runs} runs with a refusing disk, {refused} typed errors, 0 confirmed entries lost; in \
         {there_all_the_same} an entry that was refused is there all the same, whole"
    );
}

#[test]
fn a_diary_that_cannot_be_made_leaves_nothing_behind() {
    let healthy = calls(|| {
        let room = tempfile::tempdir().unwrap();
        create(&room.path().join("new.diary")).unwrap();
    });
    let every = count(150, 9);
    let (mut runs, mut made) = (0, 0);
    for fault in FAULTS {
        for nth in (0..healthy[&fault.kind]).step_by(every) {
            let about = format!("{:?} {:?} from number {nth} on", fault.kind, fault.verdict);
            let room = tempfile::tempdir().unwrap();
            let path = room.path().join("new.diary");
            let (came, _) = under(fault, nth, true, || create(&path).map(|(_, key)| key));
            runs += 1;
            match came {
                Ok(key) => {
                    made += 1;
                    key.write_file(&room.path().join("key")).unwrap();
                    open(&path, &room.path().join("key")).unwrap().verify().unwrap();
                }
                Err(error) => {
                    assert!(fault.may_be.contains(&name(&error).as_str()), "{about}: {error:?}");
                    // A diary whose first opening was refused is whole and may stay; anything else is gone.
                    let left: Vec<_> = std::fs::read_dir(room.path()).unwrap().collect();
                    assert!(left.is_empty() || path.join("diary.db").exists(), "{about}: {left:?}");
                }
            }
        }
    }
    println!(
        "io errors: {runs} makings of a diary on a refusing disk; {made} succeeded, the others left nothing half"
    );
}
