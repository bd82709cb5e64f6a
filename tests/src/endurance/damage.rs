//! Files that were cut, flipped, swapped or emptied: never silent, what is damaged is named, and nothing is changed.

use std::collections::BTreeSet;

use tidemark::{Diary, DiaryError, Passphrase};
use tidemark_tests::room::{PASSPHRASE, Room, shell};
use tidemark_tests::script::{Ids, Said, expected, perform, said};
use tidemark_tests::simulated_disk::Files;

use super::{count, is_long};

const PAGE: usize = 4096;
/// Bytes of a log before its first frame, and of a frame before its page.
const LOG_HEAD: usize = 32;
const FRAME_HEAD: usize = 24;

/// A room whose diary holds these steps and was closed.
fn closed(steps: u32) -> Room {
    let room = Room::new();
    let mut diary = room.open().unwrap();
    let mut ids = Ids::new();
    for step in 0..steps {
        perform(&mut diary, step, &mut ids).unwrap();
    }
    diary.close().unwrap();
    room
}

/// The files of a diary that is still open after these steps, its log not moved, and the log's length after each step.
fn still_open(room: &Room, steps: u32) -> (Files, Vec<usize>) {
    let mut diary = room.open().unwrap();
    let mut ids = Ids::new();
    let log = room.diary().join("diary.db-wal");
    let mut lengths = Vec::new();
    for step in 0..steps {
        perform(&mut diary, step, &mut ids).unwrap();
        lengths.push(usize::try_from(std::fs::metadata(&log).unwrap().len()).unwrap());
    }
    let mut files = room.files();
    files.remove("diary.db-shm");
    (files, lengths)
}

/// Reads everything and checks everything.
fn read(room: &Room) -> Result<Said, DiaryError> {
    let diary = room.open()?;
    let told = said(&diary)?;
    diary.verify()?;
    Ok(told)
}

/// Whether the error names what cannot be read.
fn names_the_damage(error: &DiaryError) -> bool {
    match error {
        DiaryError::StoreDamaged { path, reason, .. } => path.ends_with("diary.db") && !reason.is_empty(),
        DiaryError::KeyUnavailable { path, reason } => path.ends_with("diary.db") && !reason.is_empty(),
        _ => false,
    }
}

/// Puts damaged files in place and expects a typed error, twice, with every byte left as it was.
fn is_refused(room: &Room, files: &Files, about: &str) {
    room.put(files);
    for _ in 0..2 {
        let refused = read(room).map(|told| told.len()).expect_err(about);
        assert!(names_the_damage(&refused), "{about}: {refused:?}");
        assert!(room.files() == *files, "{about}: the files were changed");
    }
}

fn with(files: &Files, name: &str, change: impl FnOnce(&mut Vec<u8>)) -> Files {
    let mut files = files.clone();
    change(files.get_mut(name).unwrap());
    files
}

#[test]
fn a_database_cut_anywhere_is_refused_by_name_and_left_alone() {
    let room = closed(40);
    let whole = room.files();
    let length = whole["diary.db"].len();
    let mut cuts = 0;
    for page in (0..length / PAGE).step_by(count(5, 1)) {
        for odd in [0, 1, 512, PAGE / 2, PAGE - 1] {
            let at = page * PAGE + odd;
            let cut = with(&whole, "diary.db", |bytes| bytes.truncate(at));
            is_refused(&room, &cut, &format!("cut to {at} of {length} bytes"));
            cuts += 1;
        }
    }
    let longer = with(&whole, "diary.db", |bytes| bytes.extend([0; 100]));
    is_refused(&room, &longer, "100 bytes added");
    room.put(&whole);
    assert_eq!(read(&room).unwrap(), expected(0..40));
    println!("damage: {cuts} cuts of a database of {} pages, each refused, no byte changed", length / PAGE);
}

#[test]
fn a_byte_flipped_on_any_page_is_refused_by_name_and_left_alone() {
    let room = closed(40);
    let whole = room.files();
    let pages = whole["diary.db"].len() / PAGE;
    // Salt and header of page 1, table content, the last byte of content, the nonce and both ends of the seal.
    let places: &[usize] = if is_long() {
        &[0, 15, 16, 24, 100, 1000, 2500, 4015, 4016, 4031, 4032, 4095]
    } else {
        &[2500, 4031]
    };
    let mut flips = 0;
    for page in 0..pages {
        for place in places {
            let flipped = with(&whole, "diary.db", |bytes| bytes[page * PAGE + place] ^= 1 << (page % 8));
            is_refused(&room, &flipped, &format!("page {page}, byte {place}"));
            flips += 1;
        }
    }
    for page in (0..pages).step_by(count(5, 1)) {
        let zeroed = with(&whole, "diary.db", |bytes| bytes[page * PAGE..(page + 1) * PAGE].fill(0));
        is_refused(&room, &zeroed, &format!("page {page} zeroed"));
        let swapped = with(&whole, "diary.db", |bytes| {
            let other = (page + 1) % pages * PAGE;
            let (one, two) = (page * PAGE, other);
            for at in 0..PAGE {
                bytes.swap(one + at, two + at);
            }
        });
        is_refused(&room, &swapped, &format!("page {page} swapped with the next"));
    }
    println!("damage: {flips} flipped bytes over {pages} pages, each refused, no byte changed");
}

#[test]
fn a_damaged_recovery_file_gives_no_key_and_says_so() {
    let room = closed(1);
    let whole = room.files();
    let length = whole["recovery.age"].len();
    let passphrase = Passphrase::new(PASSPHRASE).unwrap();
    let opened = |files: &Files| {
        room.put(files);
        Diary::open_with_passphrase(&room.diary(), &passphrase, shell()).map(drop)
    };
    assert!(opened(&whole).is_ok());
    let mut tries = 0;
    for at in (0..length).step_by(count(79, 1)) {
        let cut = with(&whole, "recovery.age", |bytes| bytes.truncate(at));
        let refused = opened(&cut).expect_err("a cut recovery file");
        assert!(matches!(refused, DiaryError::KeyUnavailable { .. }), "cut to {at} bytes: {refused:?}");
        assert!(room.files() == cut);
        tries += 1;
    }
    for at in (0..length).step_by(count(131, 3)) {
        let flipped = with(&whole, "recovery.age", |bytes| bytes[at] ^= 1);
        let refused = opened(&flipped).expect_err("a flipped recovery file");
        let named = matches!(refused, DiaryError::KeyUnavailable { .. } | DiaryError::WrongPassphrase { .. });
        assert!(named, "byte {at}: {refused:?}");
        assert!(room.files() == flipped);
        tries += 1;
    }
    // The key file still opens the diary.
    assert_eq!(read(&room).unwrap(), expected(0..1));
    println!("damage: {tries} cuts and flips of recovery.age ({length} bytes), none gave a key");
}

#[test]
fn a_flipped_byte_in_the_log_costs_that_commit_and_later_ones_and_makes_nothing_up() {
    let room = Room::new();
    let steps = 20;
    let (files, lengths) = still_open(&room, steps);
    let log = &files["diary.db-wal"];
    let frames = (log.len() - LOG_HEAD) / (FRAME_HEAD + PAGE);
    room.put(&files);
    assert_eq!(read(&room).unwrap(), expected(0..steps));
    let mut flips = 0;
    let mut flip = |at: usize, safe: usize| {
        room.put(&with(&files, "diary.db-wal", |bytes| bytes[at] ^= 4));
        let told = read(&room).unwrap_or_else(|error| panic!("byte {at} of the log: {error:?}"));
        assert_eq!(told, expected(0..u32::try_from(safe).unwrap()), "byte {at} of the log");
        flips += 1;
    };
    for at in [0, 5, 9, 13, 17, 25, 31] {
        flip(at, 0);
    }
    for frame in (0..frames).step_by(count(11, 1)) {
        let start = LOG_HEAD + frame * (FRAME_HEAD + PAGE);
        // A step is safe when its last frame ends before this one begins.
        let safe = lengths.iter().filter(|length| **length <= start).count();
        for place in [0, 3, 7, 9, 17, FRAME_HEAD, FRAME_HEAD + 2000, FRAME_HEAD + PAGE - 1] {
            flip(start + place, safe);
        }
    }
    println!(
        "damage: {flips} flipped bytes over a log of {frames} frames: all steps before are there, none after"
    );
}

#[test]
fn a_cut_log_costs_what_was_cut_and_makes_nothing_up() {
    let room = Room::new();
    let (files, lengths) = still_open(&room, 20);
    let length = files["diary.db-wal"].len();
    let mut cuts = 0;
    for at in (0..length).step_by(count(18_001, 1009)) {
        room.put(&with(&files, "diary.db-wal", |bytes| bytes.truncate(at)));
        let safe = lengths.iter().filter(|end| **end <= at).count();
        assert_eq!(read(&room).unwrap(), expected(0..u32::try_from(safe).unwrap()), "cut to {at}");
        cuts += 1;
    }
    println!("damage: {cuts} cuts of a log of {length} bytes: all steps before are there, none after");
}

#[test]
fn an_empty_database_is_no_new_diary() {
    let room = closed(3);
    let whole = room.files();
    let empty = with(&whole, "diary.db", Vec::clear);
    is_refused(&room, &empty, "0 bytes");
    // With a log beside it, an empty database would even open.
    let other = Room::new();
    let (open, _) = still_open(&other, 3);
    let beside = with(&open, "diary.db", Vec::clear);
    is_refused(&room, &beside, "0 bytes beside a log");
}

#[test]
fn the_log_of_another_diary_is_refused_and_the_database_left_whole() {
    let room = closed(20);
    let whole = room.files();
    let elsewhere = tempfile::tempdir().unwrap();
    let path = elsewhere.path().join("other.diary");
    let (mut other, _key) = tidemark_tests::room::create(&path).unwrap();
    let mut ids = Ids::new();
    for step in 0..8 {
        perform(&mut other, step, &mut ids).unwrap();
    }
    let foreign = tidemark_tests::room::files(&path)["diary.db-wal"].clone();
    let mut beside = whole.clone();
    beside.insert("diary.db-wal".to_owned(), foreign);
    room.put(&beside);
    for _ in 0..2 {
        let refused = read(&room).map(|told| told.len()).expect_err("a foreign log");
        assert!(names_the_damage(&refused), "{refused:?}");
        let mut left = room.files();
        left.remove("diary.db-shm");
        assert!(left == beside, "the files were changed");
    }
    // Without the foreign log everything is there.
    room.put(&whole);
    assert_eq!(read(&room).unwrap(), expected(0..20));
}

#[test]
fn a_log_of_one_page_of_another_diary_is_refused_before_it_is_moved() {
    // Opening and closing alone reads little; a foreign page that it does not meet would replace one of ours for good.
    let room = closed(20);
    let whole = room.files();
    let elsewhere = tempfile::tempdir().unwrap();
    let path = elsewhere.path().join("other.diary");
    let (mut other, key) = tidemark_tests::room::create(&path).unwrap();
    let mut ids = Ids::new();
    for step in 0..7 {
        perform(&mut other, step, &mut ids).unwrap();
    }
    other.close().unwrap();
    let mut other = Diary::open_with_key(&path, &key, shell()).unwrap();
    perform(&mut other, 7, &mut ids).unwrap();
    let foreign = tidemark_tests::room::files(&path)["diary.db-wal"].clone();
    let frames = foreign[LOG_HEAD..].chunks(FRAME_HEAD + PAGE);
    let pages: BTreeSet<u32> =
        frames.map(|frame| u32::from_be_bytes([frame[0], frame[1], frame[2], frame[3]])).collect();
    println!("damage: a foreign log of pages {pages:?}");
    let mut beside = whole.clone();
    beside.insert("diary.db-wal".to_owned(), foreign);
    room.put(&beside);
    let refused = room.open().and_then(Diary::close).expect_err("a foreign log");
    assert!(names_the_damage(&refused), "{refused:?}");
    assert!(room.files()["diary.db"] == whole["diary.db"], "the database was changed");
    room.put(&whole);
    assert_eq!(read(&room).unwrap(), expected(0..20));
}

#[test]
fn a_former_log_of_the_same_diary_never_makes_up_an_entry() {
    // A log left from an earlier time beside a database that went on without it, as after a copy made by hand.
    let room = Room::new();
    let (early, _) = still_open(&room, 6);
    let stale = early["diary.db-wal"].clone();
    room.put(&early);
    let mut diary = room.open().unwrap();
    let mut ids = tidemark_tests::script::ids(&diary).unwrap();
    for step in 6..40 {
        perform(&mut diary, step, &mut ids).unwrap();
    }
    diary.close().unwrap();
    let mut beside = room.files();
    beside.insert("diary.db-wal".to_owned(), stale);
    room.put(&beside);
    // SQLite has nothing by which to know such a log, so it may take the diary back; docs/security.md says so.
    match read(&room) {
        Ok(told) => {
            let ever: Vec<Said> = (0..=40).map(|step| expected(0..step)).collect();
            for (step, entry) in &told {
                assert!(
                    ever.iter().any(|said| said.get(step) == Some(entry)),
                    "an entry nobody made: {entry}"
                );
            }
            println!(
                "damage: a former log took the diary back to {} entries of {}",
                told.len(),
                expected(0..40).len()
            );
        }
        Err(error) => assert!(names_the_damage(&error), "{error:?}"),
    }
}

#[test]
fn a_long_log_is_emptied_as_it_is_moved() {
    // SQLite by itself moves a long log and leaves it in place. A byte flipped in it then showed older pages of the log over
    // newer ones of the database: entries without their ratings, and every check content.
    let room = Room::new();
    let log = room.diary().join("diary.db-wal");
    let length = |path: &std::path::Path| std::fs::metadata(path).unwrap().len();
    let mut diary = room.open().unwrap();
    let mut ids = Ids::new();
    let (before, mut moved, mut longest) = (length(&room.database()), 0, 0);
    for step in 0..u32::try_from(count(260, 600)).unwrap() {
        perform(&mut diary, step, &mut ids).unwrap();
        let now = length(&log);
        longest = now.max(longest);
        moved += usize::from(now == 0);
        // Never longer than its measure and one entry more.
        assert!(now < 5 * 1024 * 1024, "step {step}: {now} bytes of log");
    }
    assert!(moved > 0 && length(&room.database()) > before);
    println!("damage: a log of up to {longest} bytes was moved {moved} times and emptied each time");
}
