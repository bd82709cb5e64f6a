//! The bindings as somebody uses them who means no good, or an app that is broken: texts with null bytes, texts of megabytes,
//! numbers at their ends, paths that are something else, two objects on one file, calls from within calls. Each answer is a typed
//! error that says what it is about, and what was confirmed before is still there.
//!
//! Damaged files, a full disk and a cut of power are in `tests/src/endurance`; threads and a thousand openings in
//! `android/check/bindings/.../HardUseTest.kt`.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::format_push_string,
    reason = "a test may fail loudly"
)]

use std::fs;
use std::path::PathBuf;
use std::sync::{Arc, Barrier, Mutex};
use std::thread;

use tempfile::TempDir;
use tidemark::Paper;
use tidemark::model::{Kind, RecordedBy};
use tidemark_mobile::{
    CheckInDraft, DiaryError, FieldText, ImportChoices, ImportRequest, Moment, Next, OpenDiary,
    PendingImport, Period, Rated, ReportOptions, Sheet, Span, TableOptions, Watcher, WatcherError,
    change_passphrase, examine, key_from_passphrase, open_backup, read_open_facts, split_items,
    trends_of_ratings,
};

const PASSPHRASE: &str = "four plain words here";
/// `date -u -d 2026-11-24T20:04Z +%s` is 1795550640.
const EVENING: i64 = 1_795_550_640_000;

fn at(epoch_ms: i64) -> Moment {
    Moment { epoch_ms, offset_s: 3600, zone_id: None }
}

fn check_in(measure_id: &str, value_milli: i64, epoch_ms: i64) -> CheckInDraft {
    CheckInDraft {
        rated_at: at(epoch_ms),
        ratings: vec![Rated { measure_id: measure_id.to_owned(), value_milli: Some(value_milli) }],
        day: None,
        note: None,
        recorded_by: RecordedBy::Own,
        practices: vec![],
    }
}

/// A folder with a diary of one entry.
struct Room {
    folder: TempDir,
    diary: Arc<OpenDiary>,
}

impl Room {
    fn new() -> Self {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("my.diary").display().to_string();
        let diary = OpenDiary::create(&path, PASSPHRASE.to_owned(), None, &at(EVENING)).unwrap();
        diary.save_check_in(check_in("stress", 6000, EVENING), &at(EVENING)).unwrap();
        Self { folder, diary }
    }

    fn path(&self, name: &str) -> String {
        self.folder.path().join(name).display().to_string()
    }

    /// The one entry is there, and no other.
    fn is_whole(&self) {
        let entries = self.diary.entries(&Span::default()).unwrap();
        assert_eq!(entries.len(), 1);
        assert_eq!(entries[0].values[0].value, Some(6.0));
        assert_eq!(self.diary.records(Kind::Goal, &Span::default()).unwrap().len(), 0);
    }
}

fn options() -> ReportOptions {
    ReportOptions { made_at: at(EVENING), paper: Paper::A4, period: None, name: None, included: None }
}

fn goal(text: &str) -> Vec<FieldText> {
    vec![FieldText { name: "text".to_owned(), text: Some(text.to_owned()) }]
}

/// Everything that writes a file, to one path.
fn writes(room: &Room, path: &str) -> Vec<(&'static str, DiaryError)> {
    let (diary, now) = (&room.diary, at(EVENING));
    let days = Period { from: "2026-11-01".to_owned(), to: "2026-11-24".to_owned() };
    let tables = TableOptions {
        json_lines: false,
        notes: false,
        distress: false,
        reminders: false,
        safety: false,
        therapists: false,
        care_team: false,
        intake: false,
    };
    vec![
        ("report", diary.write_report(path, &options(), None).unwrap_err()),
        ("locked copy", diary.write_locked_copy(path, &options(), "correct horse".to_owned()).unwrap_err()),
        ("FHIR", diary.write_fhir(path, &options()).unwrap_err()),
        (
            "sheet",
            diary.write_sheet(path, Sheet::Questions { therapist_id: None }, Paper::A4, &now).unwrap_err(),
        ),
        ("tables", diary.write_tables(path, &days, tables, &now).unwrap_err()),
        ("backup", diary.backup(path, None, None, &now).unwrap_err()),
        ("backup on its way", diary.seal_backup(path, None, &now).unwrap_err()),
    ]
}

#[test]
fn a_text_with_a_null_byte_is_refused_wherever_it_goes() {
    let room = Room::new();
    let (diary, now, path) = (&room.diary, at(EVENING), room.path("a\0b"));
    let mut noted = check_in("stress", 5000, EVENING);
    noted.note = Some("one\0two".to_owned());
    // A note keeps what can be kept, or is refused; either way nothing is cut off at the null byte.
    match diary.save_check_in(noted, &now) {
        Err(DiaryError::Invalid { .. }) => {}
        other => panic!("{other:?}"),
    }
    assert!(matches!(
        diary.save_check_in(check_in("stress\0", 5000, EVENING), &now),
        Err(DiaryError::Invalid { .. } | DiaryError::UnknownMeasure { .. })
    ));
    let added = diary.add_record(Kind::Goal, goal("walk\0run"), RecordedBy::Own, &now);
    assert!(matches!(added, Err(DiaryError::Invalid { .. })));
    assert!(matches!(diary.plan_in_force("2026-11-24\0"), Err(DiaryError::Invalid { .. })));
    let span = Span { from: Some("\0".to_owned()), to: None };
    assert!(matches!(diary.entries(&span), Err(DiaryError::Invalid { .. })));
    for (what, error) in writes(&room, &path) {
        assert!(matches!(error, DiaryError::OutputNotWritten { .. }), "{what}: {error:?}");
    }
    assert!(open_backup(&path, PASSPHRASE.to_owned()).is_err());
    assert!(OpenDiary::open_with_passphrase(&path, PASSPHRASE.to_owned()).is_err());
    assert!(OpenDiary::create(&path, PASSPHRASE.to_owned(), None, &now).is_err());
    assert!(read_open_facts(&path).is_err());
    assert_eq!(fs::read_dir(room.folder.path()).unwrap().count(), 1, "something was made beside the diary");
    room.is_whole();
}

#[test]
fn a_text_of_megabytes_is_refused_and_costs_nothing_that_was_there() {
    let room = Room::new();
    let (diary, now) = (&room.diary, at(EVENING));
    let huge = "x".repeat(16 * 1024 * 1024);
    let mut noted = check_in("stress", 5000, EVENING);
    noted.note = Some(huge.clone());
    assert!(matches!(diary.save_check_in(noted, &now), Err(DiaryError::Invalid { .. })));
    assert!(matches!(
        diary.save_check_in(check_in(&huge, 5000, EVENING), &now),
        Err(DiaryError::Invalid { .. })
    ));
    let added = diary.add_record(Kind::Goal, goal(&huge), RecordedBy::Own, &now);
    assert!(matches!(added, Err(DiaryError::Invalid { .. })));
    let names = vec![FieldText { name: huge.clone(), text: None }];
    let added = diary.add_record(Kind::Goal, names, RecordedBy::Own, &now);
    assert!(matches!(added, Err(DiaryError::Invalid { .. })));
    let signed = ReportOptions { name: Some(huge.clone()), ..options() };
    let report = diary.write_report(&room.path("report.pdf"), &signed, None);
    assert!(matches!(report, Err(DiaryError::Invalid { .. })));
    // What is refused is not said again in full: an error is shown and logged.
    for error in [
        diary.show_record(Kind::Goal, &huge).map(|_| ()).unwrap_err(),
        diary.remove_check_in(&huge, &now).unwrap_err(),
        diary.hide_card(&huge, &now).unwrap_err(),
        diary.undo_import(&huge, false, &now).map(|_| ()).unwrap_err(),
        diary.plan_in_force(&huge).map(|_| ()).unwrap_err(),
        diary.trends(std::slice::from_ref(&huge), &Span::default()).map(|_| ()).unwrap_err(),
    ] {
        assert!(error.to_string().len() < 1000, "an error of {} bytes", error.to_string().len());
    }
    for (what, error) in writes(&room, &room.path(&huge)) {
        assert!(matches!(error, DiaryError::OutputNotWritten { .. }), "{what}");
    }
    assert!(key_from_passphrase(&room.path("my.diary"), huge.clone()).is_err());
    assert!(trends_of_ratings(&huge, &Span::default()).is_err());
    split_items(&huge).unwrap();
    // A zone that nobody knows costs no entry, however long its name.
    let now = Moment { zone_id: Some(huge), ..at(EVENING) };
    let saved = diary.save_check_in(check_in("stress", 5000, EVENING), &now).unwrap();
    assert_eq!(saved.recorded_at.zone_id, None);
    diary.remove_check_in(&saved.id, &at(EVENING)).unwrap();
    room.is_whole();
}

#[test]
fn a_hundred_thousand_ratings_in_one_entry_are_refused_as_a_whole() {
    let room = Room::new();
    let mut draft = check_in("stress", 5000, EVENING);
    draft.ratings = draft.ratings.iter().cloned().cycle().take(100_000).collect();
    assert!(matches!(room.diary.save_check_in(draft, &at(EVENING)), Err(DiaryError::Invalid { .. })));
    room.is_whole();
}

#[test]
fn numbers_at_their_ends_are_refused() {
    let room = Room::new();
    let diary = &room.diary;
    for epoch_ms in [i64::MIN, i64::MAX, -1_i64 << 53] {
        let now = at(epoch_ms);
        assert!(matches!(diary.today(&now), Err(DiaryError::Invalid { .. })), "{epoch_ms}");
        assert!(diary.save_check_in(check_in("stress", 5000, epoch_ms), &at(EVENING)).is_err());
        assert!(diary.save_check_in(check_in("stress", 5000, EVENING), &now).is_err());
        assert!(diary.cards(&now).is_err());
        assert!(diary.report_period(&now).is_err());
        assert!(diary.look_after(&now).is_err());
    }
    for offset_s in [i32::MIN, i32::MAX, 64_801, 59] {
        let now = Moment { offset_s, ..at(EVENING) };
        assert!(matches!(diary.today(&now), Err(DiaryError::Invalid { .. })), "{offset_s}");
    }
    for value in [i64::MIN, i64::MAX, -1, 6001] {
        let saved = diary.save_check_in(check_in("stress", value, EVENING), &at(EVENING));
        assert!(
            matches!(saved, Err(DiaryError::OutOfRange { .. } | DiaryError::Invalid { .. })),
            "{value}: {saved:?}"
        );
    }
    for (year, month) in [(i32::MIN, 1), (i32::MAX, 12), (2026, u32::MAX), (2026, 0)] {
        assert!(matches!(diary.month(year, month), Err(DiaryError::Invalid { .. })), "{year}-{month}");
    }
    let preview = diary.preview_report(&options()).unwrap();
    for (page, width) in [(u32::MAX, 400), (1, u32::MAX), (0, 400), (1, 0)] {
        assert!(matches!(preview.picture(page, width), Err(DiaryError::Invalid { .. })), "{page} {width}");
    }
    room.is_whole();
}

/// A folder, a file within a file, a link to itself, a name that is too long, and nothing at all.
fn odd_paths(room: &Room) -> Vec<PathBuf> {
    let top = room.folder.path();
    fs::write(top.join("letter.txt"), "mine").unwrap();
    fs::create_dir(top.join("photos")).unwrap();
    fs::write(top.join("photos/one.jpg"), "mine").unwrap();
    let mut paths = vec![
        top.join("photos"),
        top.join("letter.txt/report"),
        top.join("n".repeat(300)),
        top.join("no such folder/report"),
        PathBuf::new(),
    ];
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(top.join("loop"), top.join("loop")).unwrap();
        paths.push(top.join("loop/report"));
    }
    paths
}

#[test]
fn a_path_that_is_no_place_for_a_file_takes_none_and_keeps_what_is_there() {
    let room = Room::new();
    let paths = odd_paths(&room);
    let before = fs::read_dir(room.folder.path()).unwrap().count();
    for path in &paths {
        for (what, error) in writes(&room, &path.display().to_string()) {
            let typed = matches!(
                error,
                DiaryError::OutputNotWritten { .. }
                    | DiaryError::AlreadyExists { .. }
                    | DiaryError::Invalid { .. }
            );
            assert!(typed, "{what} to {}: {error:?}", path.display());
        }
    }
    assert_eq!(fs::read_dir(room.folder.path()).unwrap().count(), before, "something is left over");
    assert_eq!(fs::read_to_string(room.folder.path().join("letter.txt")).unwrap(), "mine");
    assert_eq!(fs::read_to_string(room.folder.path().join("photos/one.jpg")).unwrap(), "mine");
    // Nothing left the diary, so nothing says that it did.
    assert!(room.diary.records(Kind::ShareLog, &Span::default()).unwrap().is_empty());
    room.is_whole();
}

#[test]
fn a_path_that_is_no_file_to_read_is_read_by_nothing() {
    let room = Room::new();
    for path in odd_paths(&room) {
        let path = path.display().to_string();
        let request = ImportRequest {
            path: path.clone(),
            format: None,
            column_map: None,
            answers: vec![],
            zone_id: None,
        };
        let read = room.diary.read_import(&request, &at(EVENING)).map(|_| ());
        assert!(
            matches!(
                read,
                Err(DiaryError::InputNotRead { .. }
                    | DiaryError::ImportFile { .. }
                    | DiaryError::ImportFormat { .. })
            ),
            "{path}: {read:?}"
        );
        let backup = open_backup(&path, PASSPHRASE.to_owned()).map(|_| ());
        assert!(
            matches!(backup, Err(DiaryError::InputNotRead { .. } | DiaryError::BackupDamaged { .. })),
            "{path}: {backup:?}"
        );
        let opened = OpenDiary::open_with_passphrase(&path, PASSPHRASE.to_owned()).map(|_| ());
        assert!(opened.is_err(), "{path}");
        assert!(change_passphrase(&path, PASSPHRASE.to_owned(), "other words".to_owned()).is_err(), "{path}");
        assert!(!examine(&path, vec![7; 32]).is_ok_and(|seen| seen.whole), "{path}");
    }
    room.is_whole();
}

#[test]
fn two_objects_on_one_file_lose_nothing_that_either_confirmed() {
    let room = Room::new();
    let key = key_from_passphrase(&room.path("my.diary"), PASSPHRASE.to_owned()).unwrap();
    let other = OpenDiary::open_with_key(&room.path("my.diary"), key.clone()).unwrap();
    let (begin, confirmed) = (Barrier::new(4), Mutex::new(Vec::new()));
    thread::scope(|scope| {
        for number in 0..4 {
            let diary = if number % 2 == 0 { &room.diary } else { &other };
            let (begin, confirmed) = (&begin, &confirmed);
            scope.spawn(move || {
                begin.wait();
                for turn in 0..25 {
                    let then = EVENING - (number * 25 + turn + 1) * 60_000;
                    match diary.save_check_in(check_in("stress", 1000 * number, then), &at(then)) {
                        Ok(saved) => confirmed.lock().unwrap().push(saved.id),
                        Err(DiaryError::Busy) => {}
                        Err(error) => panic!("{error:?}"),
                    }
                }
            });
        }
    });
    other.shut().unwrap();
    // One shut, the other goes on, and the file has what both were told is safe.
    room.diary.save_check_in(check_in("stress", 1000, EVENING), &at(EVENING)).unwrap();
    room.diary.shut().unwrap();
    let again = OpenDiary::open_with_key(&room.path("my.diary"), key).unwrap();
    let kept: Vec<String> =
        again.entries(&Span::default()).unwrap().into_iter().map(|entry| entry.id).collect();
    let mut confirmed = confirmed.into_inner().unwrap();
    assert!(!confirmed.is_empty());
    confirmed.retain(|id| !kept.contains(id));
    assert_eq!(confirmed, Vec::<String>::new(), "confirmed and gone");
}

/// A file of Daylio with an entry on each of so many days.
fn daylio(room: &Room, days: u32) -> String {
    let mut file = "full_date,date,weekday,time,mood,activities,note_title,note\n".to_owned();
    for day in 0..days {
        let (month, day) = (1 + day / 28 % 12, 1 + day % 28);
        file += &format!("2025-{month:02}-{day:02},x,Monday,20:00,good,,,\n");
    }
    let path = room.path("daylio.csv");
    fs::write(&path, file).unwrap();
    path
}

fn pending(room: &Room) -> Arc<PendingImport> {
    let request = ImportRequest {
        path: daylio(room, 300),
        format: None,
        column_map: None,
        answers: vec![],
        zone_id: Some("Europe/Berlin".to_owned()),
    };
    room.diary.read_import(&request, &at(EVENING)).unwrap()
}

const AS_SHOWN: ImportChoices = ImportChoices { skip_rejected: false, restore_deleted: false };

/// Calls the diary from within a call on it.
struct Meddler {
    diary: Arc<OpenDiary>,
    pending: Arc<PendingImport>,
    heard: Arc<Mutex<Vec<String>>>,
}

impl Watcher for Meddler {
    fn progress(&self, _: u64, _: u64) -> Result<Next, WatcherError> {
        let answers = [
            self.diary.shut(),
            self.diary.today(&at(EVENING)).map(|_| ()),
            self.diary.preview_import(&self.pending, AS_SHOWN).map(|_| ()),
            self.diary.apply_import(&self.pending, AS_SHOWN, None, &at(EVENING)).map(|_| ()),
            self.diary.save_check_in(check_in("stress", 1000, EVENING), &at(EVENING)).map(|_| ()),
        ];
        self.heard.lock().unwrap().extend(answers.into_iter().map(|answer| format!("{answer:?}")));
        Ok(Next::GoOn)
    }
}

/// It would wait for itself, and the app with it, until somebody ends the app.
#[test]
fn a_call_from_within_a_watcher_is_busy_and_does_not_wait_for_ever() {
    let room = Room::new();
    let pending = pending(&room);
    let heard = Arc::new(Mutex::new(Vec::new()));
    let meddler = || Meddler {
        diary: Arc::clone(&room.diary),
        pending: Arc::clone(&pending),
        heard: Arc::clone(&heard),
    };
    room.diary.write_report(&room.path("report.pdf"), &options(), Some(Box::new(meddler()))).unwrap();
    room.diary.backup(&room.path("my.backup"), None, Some(Box::new(meddler())), &at(EVENING)).unwrap();
    let applied =
        room.diary.apply_import(&pending, AS_SHOWN, Some(Box::new(meddler())), &at(EVENING)).unwrap();
    let heard = heard.lock().unwrap();
    assert!(heard.len() > 10);
    assert!(heard.iter().all(|answer| answer == "Err(Busy)"), "{heard:?}");
    // Afterwards it is not busy, and nothing of the meddling was saved.
    room.diary.undo_import(&applied.batch_id, false, &at(EVENING)).unwrap();
    room.is_whole();
}

type Shutting = Arc<Mutex<Option<thread::JoinHandle<Result<(), DiaryError>>>>>;

/// Lets another thread shut the diary while the import is under way, and goes on.
struct Shutter {
    diary: Arc<OpenDiary>,
    shutting: Shutting,
}

impl Watcher for Shutter {
    fn progress(&self, _: u64, _: u64) -> Result<Next, WatcherError> {
        let diary = Arc::clone(&self.diary);
        self.shutting.lock().unwrap().get_or_insert_with(|| thread::spawn(move || diary.shut()));
        Ok(Next::GoOn)
    }
}

#[test]
fn an_import_that_is_shut_upon_ends_whole_and_what_comes_after_is_shut() {
    let room = Room::new();
    let pending = pending(&room);
    let shutting = Shutting::default();
    let shutter = Shutter { diary: Arc::clone(&room.diary), shutting: Arc::clone(&shutting) };
    let applied = room.diary.apply_import(&pending, AS_SHOWN, Some(Box::new(shutter)), &at(EVENING));
    assert_eq!(applied.unwrap().counts.new, 300);
    shutting.lock().unwrap().take().unwrap().join().unwrap().unwrap();
    let after = room.diary.apply_import(&pending, AS_SHOWN, None, &at(EVENING)).map(|_| ());
    assert!(matches!(after, Err(DiaryError::Shut)), "{after:?}");
    let again = OpenDiary::open_with_passphrase(&room.path("my.diary"), PASSPHRASE.to_owned()).unwrap();
    assert_eq!(again.entries(&Span::default()).unwrap().len(), 301);
}

#[test]
fn an_import_of_another_diary_brings_what_it_read_and_a_shut_one_brings_nothing() {
    let (room, other) = (Room::new(), Room::new());
    let pending = pending(&room);
    room.diary.shut().unwrap();
    let applied = other.diary.apply_import(&pending, AS_SHOWN, None, &at(EVENING)).unwrap();
    assert_eq!(applied.counts.new, 300);
    let again = OpenDiary::open_with_passphrase(&room.path("my.diary"), PASSPHRASE.to_owned()).unwrap();
    assert_eq!(again.entries(&Span::default()).unwrap().len(), 1);
}
