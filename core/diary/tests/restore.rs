//! From a diary to a file and back, through the facade: nothing lost on the way, and the diary that is there untouched
//! by whatever is wrong with the file.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail loudly")]

use std::collections::BTreeMap;
use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use tidemark::model::{MeasureId, Milli, Moment, RecordedBy, Rollover, SeededEntropy, Source};
use tidemark::{
    Backup, CheckInDraft, DataKey, Diary, DiaryError, OpenFacts, Passphrase, Prepared, Progress, Setup,
    Shell, Span, Step,
};

fn at(text: &str) -> Moment {
    Moment::parse(text).unwrap()
}

fn now() -> Moment {
    at("2026-11-24T12:00Z")
}

fn shell(seed: u64) -> Shell {
    Shell { entropy: Box::new(SeededEntropy::new(seed)), source: Source::App }
}

fn passphrase() -> Passphrase {
    Passphrase::new("correct horse").unwrap()
}

struct Bench {
    room: tempfile::TempDir,
    key: DataKey,
}

/// The diary `my.diary` with three days, and its backup `my.backup`; made once, because stretching a passphrase takes its
/// time.
fn bench() -> Bench {
    type Made = (Vec<(PathBuf, Vec<u8>)>, DataKey);
    static MADE: OnceLock<Made> = OnceLock::new();
    let (made, key) = MADE.get_or_init(|| {
        let room = tempfile::tempdir().unwrap();
        let path = room.path().join("my.diary");
        let created_at = at("2026-01-01T00:00Z").instant;
        let setup = Setup { created_at, rollover: Rollover::default(), sample_label: None };
        let (mut diary, key) = Diary::create(&path, &passphrase(), setup, shell(1)).unwrap();
        for day in ["2026-11-20T21:00Z", "2026-11-21T21:00Z", "2026-11-22T21:00Z"] {
            diary.add_check_in(draft(4, day), now()).unwrap();
        }
        diary.backup(&room.path().join("my.backup"), None, now()).unwrap();
        diary.close().unwrap();
        let inside = |path: &Path| path.strip_prefix(room.path()).unwrap().to_path_buf();
        let files = files(room.path()).iter().map(|(path, bytes)| (inside(path), bytes.clone())).collect();
        (files, key)
    });
    let room = tempfile::tempdir().unwrap();
    fs::create_dir(room.path().join("my.diary")).unwrap();
    for (path, bytes) in made {
        fs::write(room.path().join(path), bytes).unwrap();
    }
    Bench { room, key: key.clone() }
}

fn draft(value: i32, rated: &str) -> CheckInDraft {
    CheckInDraft {
        rated: at(rated),
        day: None,
        ratings: vec![(MeasureId::new("stress").unwrap(), Some(Milli::whole(value)))],
        note: None,
        practices: vec![],
        recorded_by: RecordedBy::Own,
    }
}

impl Bench {
    fn path(&self, name: &str) -> PathBuf {
        self.room.path().join(name)
    }

    fn open(&self, name: &str) -> Diary {
        Diary::open_with_key(&self.path(name), &self.key, shell(2)).unwrap()
    }

    fn entries(&self, name: &str) -> usize {
        self.open(name).log(Span::default()).unwrap().len()
    }

    fn prepare(&self, target: &str) -> Result<Prepared, DiaryError> {
        Backup::open(&self.path("my.backup"))?.unlock(&passphrase())?.prepare(
            &self.path(target),
            &mut SeededEntropy::new(5),
            &mut |_| ControlFlow::Continue(()),
        )
    }
}

fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.insert(path.clone(), fs::read(&path).unwrap());
        }
    }
    found
}

const TODAY: &str = "2026-11-24";

fn go(_: Step) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

#[test]
fn a_backup_becomes_the_same_diary_in_a_new_place() {
    let bench = bench();
    let prepared = bench.prepare("new.diary").unwrap();
    assert!(!prepared.finds_diary().unwrap());
    assert!(!bench.path("new.diary").exists(), "nothing is in its place before it is asked for");
    let restored = prepared.replace(None, false, TODAY.parse().unwrap(), &mut go).unwrap();
    assert_eq!((restored.former, *restored.key.to_bytes()), (None, *bench.key.to_bytes()));
    assert_eq!(
        serde_json::to_value(bench.open("new.diary").log(Span::default()).unwrap()).unwrap(),
        serde_json::to_value(bench.open("my.diary").log(Span::default()).unwrap()).unwrap()
    );
    // The passphrase of the backup opens it.
    Diary::open_with_passphrase(&bench.path("new.diary"), &passphrase(), shell(3)).unwrap();
    // And its own backup is the same, but for what changes each time: every table has the same digest.
    let parts = |name: &str| {
        let mut parts = bench.open(name).backup(&bench.path("again"), None, now()).unwrap().manifest.parts;
        // The first backup is noted in the diary it was made of, after it was made.
        parts.retain(|part| !["share_log", "backup_record"].contains(&part.shape.name.as_str()));
        parts
    };
    assert_eq!(parts("new.diary"), parts("my.diary"));
}

#[test]
fn what_is_wrong_with_the_file_is_told_and_the_diary_stays_as_it_is() {
    let bench = bench();
    let before = files(&bench.path("my.diary"));
    let whole = fs::read(bench.path("my.backup")).unwrap();
    for cut in (0..whole.len()).step_by(512) {
        fs::write(bench.path("my.backup"), &whole[..cut]).unwrap();
        let refused = bench.prepare("my.diary");
        assert!(matches!(refused, Err(DiaryError::BackupDamaged { .. })), "{cut} bytes: {:?}", refused.err());
    }
    // Places in the headers, the sealed part's beginning, its contents, and its end. (Every bit is flipped in the
    // tests of the format.)
    for at in
        [0, 124, 1024, 1150, 1536, 1560, 1700, 2000, whole.len() / 2, whole.len() - 2000, whole.len() - 1]
    {
        let mut flipped = whole.clone();
        flipped[at] ^= 4;
        fs::write(bench.path("my.backup"), &flipped).unwrap();
        let refused = bench.prepare("my.diary");
        let told = matches!(
            refused,
            Err(DiaryError::BackupDamaged { .. } | DiaryError::BackupWrongPassphrase { .. })
        );
        assert!(told, "byte {at}: {:?}", refused.err());
    }
    assert_eq!(files(&bench.path("my.diary")), before);
    let names = fs::read_dir(bench.room.path()).unwrap().count();
    assert_eq!(names, 2, "nothing is left beside the diary and the file");
}

#[test]
fn a_wrong_passphrase_and_a_heavy_recovery_file_are_refused() {
    let bench = bench();
    let wrong = Backup::open(&bench.path("my.backup")).unwrap().unlock(&Passphrase::new("wrong").unwrap());
    assert!(matches!(wrong, Err(DiaryError::BackupWrongPassphrase { .. })));
    // The recovery file inside says " 16\n" after its salt; work beyond 18 is refused before it is begun.
    let mut bytes = fs::read(bench.path("my.backup")).unwrap();
    let place = bytes.windows(4).position(|window| window == b" 16\n").unwrap();
    bytes[place..place + 4].copy_from_slice(b" 19\n");
    fs::write(bench.path("my.backup"), &bytes).unwrap();
    let Err(DiaryError::BackupDamaged { reason, .. }) = bench.prepare("my.diary") else { panic!() };
    assert_eq!(reason, "its recovery file: it asks for too much work");
}

#[test]
fn a_backup_of_a_newer_schema_is_refused_as_newer() {
    // Made by hand as a later version would: the same tables, another schema.
    use tidemark::exchange::backup::{BackupError, Head, Rows, TakeRow, write};
    struct Nothing;
    impl Rows for Nothing {
        type Error = BackupError;
        fn tables(&self) -> Vec<tidemark::model::TableShape> {
            vec![]
        }
        fn each(&self, _: &str, _: &mut TakeRow<'_, BackupError>) -> Result<(), BackupError> {
            Ok(())
        }
    }
    let bench = bench();
    let recovery = fs::read(bench.path("my.diary").join("recovery.age")).unwrap();
    let opened = tidemark_store::Recovery::unseal(Path::new("x"), &recovery, &passphrase()).unwrap();
    let recipient = opened.backup_recipient().unwrap();
    let make = |schema| {
        let head = Head { schema, created: now().instant, days: None, program: "9.0".into() };
        let out = fs::File::create(bench.path("my.backup")).unwrap();
        write(out, &recovery, &recipient, head, &Nothing).unwrap();
        bench.prepare("my.diary")
    };
    assert!(matches!(make(999), Err(DiaryError::BackupNewer { what: "schema", found: 999, .. })));
    // Of a known schema, but without its tables: damaged, not half a diary.
    assert!(matches!(make(1), Err(DiaryError::BackupDamaged { .. })));
}

#[test]
fn a_diary_with_newer_entries_is_replaced_only_when_that_is_said_and_stays_as_a_snapshot() {
    let bench = bench();
    bench.open("my.diary").add_check_in(draft(9, "2026-11-23T21:00Z"), now()).unwrap();
    let today = TODAY.parse().unwrap();
    let refused = bench.prepare("my.diary").unwrap().replace(None, false, today, &mut go);
    assert!(matches!(refused, Err(DiaryError::NewerEntries { entries: 1, .. })), "{refused:?}");
    assert_eq!(bench.entries("my.diary"), 4);
    let restored = bench.prepare("my.diary").unwrap().replace(None, true, today, &mut go).unwrap();
    assert!(restored.former_goes && restored.former.unwrap().exists());
    assert_eq!(bench.entries("my.diary"), 3);
    assert!(!bench.path("my.diary.former").exists());
    let (snapshot, _) = Diary::open_snapshot(&bench.path("my.diary"), &bench.key, shell(4)).unwrap();
    assert_eq!(snapshot.log(Span::default()).unwrap().len(), 4);
}

#[test]
fn a_diary_without_anything_newer_is_replaced_without_asking() {
    let bench = bench();
    bench.prepare("my.diary").unwrap().replace(None, false, TODAY.parse().unwrap(), &mut go).unwrap();
    assert_eq!(bench.entries("my.diary"), 3);
}

#[test]
fn a_damaged_diary_is_set_aside_for_good_only_when_that_is_said() {
    let bench = bench();
    let database = bench.path("my.diary").join("diary.db");
    fs::write(&database, vec![0x5a; 40960]).unwrap();
    let today = TODAY.parse().unwrap();
    let refused = bench.prepare("my.diary").unwrap().replace(None, false, today, &mut go);
    assert!(matches!(refused, Err(DiaryError::NotCompared { .. })), "{refused:?}");
    assert_eq!(fs::read(&database).unwrap(), vec![0x5a; 40960]);
    let restored = bench.prepare("my.diary").unwrap().replace(None, true, today, &mut go).unwrap();
    assert!(!restored.former_goes);
    for _ in 0..2 {
        assert_eq!(bench.entries("my.diary"), 3);
    }
    assert_eq!(fs::read(bench.path("my.diary.former").join("diary.db")).unwrap(), vec![0x5a; 40960]);
}

#[test]
fn something_else_at_the_place_is_never_replaced() {
    let bench = bench();
    fs::create_dir(bench.path("pictures")).unwrap();
    fs::write(bench.path("pictures").join("a.png"), "x").unwrap();
    fs::write(bench.path("letter"), "x").unwrap();
    for place in ["pictures", "letter"] {
        let refused = bench.prepare(place).unwrap().replace(None, true, TODAY.parse().unwrap(), &mut go);
        assert!(matches!(refused, Err(DiaryError::AlreadyExists { .. })), "{place}: {refused:?}");
    }
    assert!(bench.path("pictures").join("a.png").exists());
    // An empty folder is a place.
    fs::create_dir(bench.path("empty")).unwrap();
    bench.prepare("empty").unwrap().replace(None, false, TODAY.parse().unwrap(), &mut go).unwrap();
    assert_eq!(bench.entries("empty"), 3);
    // A backup does not overwrite a letter either.
    let refused = bench.open("my.diary").backup(&bench.path("letter"), None, now());
    assert!(matches!(refused, Err(DiaryError::AlreadyExists { .. })));
}

#[test]
fn broken_off_after_any_step_a_whole_diary_opens_and_the_next_restore_goes_through() {
    for stop in Step::ALL {
        let bench = bench();
        bench.open("my.diary").add_check_in(draft(9, "2026-11-23T21:00Z"), now()).unwrap();
        let mut cut = |step| if step == stop { ControlFlow::Break(()) } else { ControlFlow::Continue(()) };
        let opened = Backup::open(&bench.path("my.backup")).unwrap().unlock(&passphrase()).unwrap();
        let target = bench.path("my.diary");
        let outcome = opened
            .prepare(&target, &mut SeededEntropy::new(6), &mut cut)
            .and_then(|prepared| prepared.replace(None, true, TODAY.parse().unwrap(), &mut cut));
        assert!(matches!(outcome, Err(DiaryError::BrokenOff { .. })), "{stop:?}: {outcome:?}");
        // Left as a kill would leave it: the new diary under one of its names until it is in its place.
        let beside = fs::read_dir(bench.room.path())
            .unwrap()
            .filter(|entry| {
                entry.as_ref().unwrap().file_name().to_string_lossy().starts_with(".my.diary.resto")
            })
            .count();
        assert_eq!(beside, usize::from(stop < Step::Placed), "{stop:?}");
        // Four entries in the old diary, three in the new one.
        let expected = if stop < Step::SetAside { 4 } else { 3 };
        assert_eq!(bench.entries("my.diary"), expected, "{stop:?}");
        let examined = Diary::examine(&target, &bench.key).unwrap();
        assert!(examined.diary.is_ok(), "{stop:?}");
        bench.prepare("my.diary").unwrap().replace(None, true, TODAY.parse().unwrap(), &mut go).unwrap();
        assert_eq!(bench.entries("my.diary"), 3, "{stop:?}");
    }
}

#[test]
fn broken_off_by_a_person_at_any_step_nothing_of_a_restore_is_left() {
    // Four steps build the new diary, check and close it; then it is put in its place, which is not broken off.
    for stop in 1..=9 {
        let bench = bench();
        bench.open("my.diary").add_check_in(draft(9, "2026-11-23T21:00Z"), now()).unwrap();
        let before = files(bench.room.path());
        let mut asked = vec![];
        let mut watch = |progress: Progress| {
            asked.push((progress.done, progress.total));
            if progress.done >= stop { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        let opened = Backup::open(&bench.path("my.backup")).unwrap().unlock(&passphrase()).unwrap();
        let target = bench.path("my.diary");
        let outcome = opened
            .prepare_watched(&target, &mut SeededEntropy::new(6), &mut watch)
            .and_then(|prepared| prepared.replace_watched(None, true, TODAY.parse().unwrap(), &mut watch));
        if stop <= 4 {
            assert!(matches!(outcome, Err(DiaryError::Cancelled { .. })), "{stop}: {outcome:?}");
            assert_eq!(files(bench.room.path()), before, "{stop}");
            // Who broke it off is asked no more.
            assert_eq!(asked, (1..=stop).map(|done| (done, 9)).collect::<Vec<_>>());
        } else {
            outcome.unwrap();
            assert_eq!(bench.entries("my.diary"), 3, "{stop}");
        }
    }
}

#[test]
fn a_merge_adds_what_is_missing_and_a_snapshot_keeps_what_was() {
    let bench = bench();
    let mut diary = bench.open("my.diary");
    diary.add_check_in(draft(9, "2026-11-23T21:00Z"), now()).unwrap();
    diary.remove_check_in(first_id(&diary), now()).unwrap();
    diary.close().unwrap();
    let today = TODAY.parse().unwrap();
    let dry = bench.prepare("my.diary").unwrap().merge(None, today, now().instant, false).unwrap();
    assert_eq!(Diary::examine(&bench.path("my.diary"), &bench.key).unwrap().snapshots.len(), 0);
    let done = bench.prepare("my.diary").unwrap().merge(None, today, now().instant, true).unwrap();
    assert_eq!(dry, done);
    let counts = done.records["check_in"];
    // One was deleted here since (more revisions), two are the same; nothing of the backup is missing.
    assert_eq!((counts.added, counts.newer, counts.older, counts.same), (0, 0, 1, 2));
    assert_eq!(bench.entries("my.diary"), 3);
    assert_eq!(Diary::examine(&bench.path("my.diary"), &bench.key).unwrap().snapshots.len(), 1);
    let nowhere = bench.prepare("none.diary").unwrap().merge(None, today, now().instant, true);
    assert!(matches!(nowhere, Err(DiaryError::NotFound { .. })));
}

fn first_id(diary: &Diary) -> tidemark::model::CheckInId {
    let entries = serde_json::to_value(diary.log(Span::default()).unwrap()).unwrap();
    entries[0]["id"].as_str().unwrap().parse().unwrap()
}

#[test]
fn a_diary_of_another_key_is_merged_into_with_its_own_key() {
    let bench = bench();
    let setup = Setup {
        created_at: at("2026-02-01T00:00Z").instant,
        rollover: Rollover::default(),
        sample_label: None,
    };
    let other = Passphrase::new("other horse").unwrap();
    let (mut diary, key) = Diary::create(&bench.path("other.diary"), &other, setup, shell(7)).unwrap();
    diary.add_check_in(draft(2, "2026-11-19T21:00Z"), now()).unwrap();
    diary.close().unwrap();
    let today = TODAY.parse().unwrap();
    let refused = bench.prepare("other.diary").unwrap().merge(None, today, now().instant, true);
    assert!(matches!(refused, Err(DiaryError::NotCompared { .. })), "{refused:?}");
    bench.prepare("other.diary").unwrap().merge(Some(&key), today, now().instant, true).unwrap();
    let merged = Diary::open_with_passphrase(&bench.path("other.diary"), &other, shell(8)).unwrap();
    assert_eq!(merged.log(Span::default()).unwrap().len(), 4);
}

#[test]
fn a_backup_without_a_recovery_file_is_not_written() {
    let bench = bench();
    let mut diary = bench.open("my.diary");
    let recovery = bench.path("my.diary").join("recovery.age");
    for bytes in [&b"not age"[..], b""] {
        fs::write(&recovery, bytes).unwrap();
        let refused = diary.backup(&bench.path("new.backup"), None, now());
        assert!(matches!(refused, Err(DiaryError::KeyUnavailable { .. })), "{refused:?}");
    }
    fs::remove_file(&recovery).unwrap();
    assert!(matches!(
        diary.backup(&bench.path("new.backup"), None, now()),
        Err(DiaryError::KeyUnavailable { .. })
    ));
    assert!(!bench.path("new.backup").exists());
}

#[test]
fn the_day_is_looked_after_once_and_what_is_open_is_read_without_a_key() {
    let bench = bench();
    let mut diary = bench.open("my.diary");
    assert!(diary.look_after(now()).unwrap().snapshot.is_some());
    assert_eq!(diary.look_after(now()).unwrap(), tidemark::Upkeep::default());
    // Before the end of the day at 04:00 it is still the same day.
    assert!(diary.look_after(at("2026-11-25T03:59Z")).unwrap().snapshot.is_none());
    assert!(diary.look_after(at("2026-11-25T04:00Z")).unwrap().snapshot.is_some());
    let facts = OpenFacts { plan_lines: vec!["Sit by the window".into()], ..OpenFacts::default() };
    diary.write_open(&facts).unwrap();
    drop(diary);
    assert_eq!(Diary::read_open(&bench.path("my.diary")).unwrap(), facts);
    // After a restore it says what the restored records mark open, which is nothing here.
    bench.prepare("my.diary").unwrap().replace(None, false, TODAY.parse().unwrap(), &mut go).unwrap();
    assert_eq!(Diary::read_open(&bench.path("my.diary")).unwrap(), OpenFacts::default());
}
