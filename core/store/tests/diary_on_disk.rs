//! The diary on disk as its callers see it: what is confirmed is there again, and nothing opens it but its key.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail loudly"
)]

use std::fs;
use std::ops::ControlFlow;
use std::path::Path;

use tidemark_model::{
    CheckIn, CheckInId, CheckInParts, DaySource, Entropy, Frame, Identity, ImportBatchId, Incoming, Instant,
    Invalid, Measure, Milli, Modality, Moment, Note, Phase, Record, RecordId, RecordedBy, Rollover,
    SeededEntropy, Session, SessionId, SessionParts, SessionRating, SessionRatingId, SessionRatingParts,
    SessionStatus, Source, Stamp, Value, built_in, logical_date,
};
use tidemark_store::{
    DataKey, Deleted, DiaryFolder, Editor, ImportBatch, NewDiary, Passphrase, Recovery, Store, StoreError,
    create,
};

fn at(text: &str) -> Moment {
    Moment::parse(text).unwrap()
}

fn new_diary() -> NewDiary {
    NewDiary {
        created_at: at("2026-11-24T10:00Z").instant,
        rollover: Rollover::default(),
        measures: built_in::measures(),
        sample_label: None,
    }
}

fn measure(name: &str) -> Measure {
    built_in::measures().into_iter().find(|m| m.id().as_str() == name).unwrap()
}

fn check_in(when: &str, note: Option<&str>, entropy: &mut dyn Entropy) -> CheckIn {
    let when = at(when);
    CheckIn::new(CheckInParts {
        practices: vec![],
        id: CheckInId::generate(when.instant, entropy),
        stamp: Stamp::new(when, RecordedBy::Own, Source::Cli),
        logical_date: logical_date(when, Rollover::default()).unwrap(),
        rollover: Rollover::default(),
        day_source: DaySource::Clock,
        rated: Some(when),
        note: note.map(|text| Note::new("note", text).unwrap()),
        values: vec![
            Value::recorded(&measure("stress"), Frame::DayOverall, Milli::whole(4)).unwrap(),
            Value::skipped(&measure("mood"), Frame::DayOverall),
            Value::recorded(&measure("sleep_duration"), Frame::LastNight, Milli::new(7250).unwrap()).unwrap(),
        ],
    })
    .unwrap()
}

fn session(entropy: &mut dyn Entropy) -> (Session, SessionRating) {
    let (started, ended) = (at("2026-11-24T10:00+01:00"), at("2026-11-24T11:00+01:00"));
    let stamp = Stamp::new(ended, RecordedBy::Helped, Source::Cli);
    let session = Session::new(SessionParts {
        details: Box::default(),
        id: SessionId::generate(started.instant, entropy),
        stamp: stamp.clone(),
        logical_date: "2026-11-24".parse().unwrap(),
        rollover: Rollover::default(),
        day_source: DaySource::Clock,
        started,
        ended: Some(ended),
        planned_min: None,
        actual_min: tidemark_model::SessionMinutes::new(60).ok(),
        status: SessionStatus::Held,
        reason: None,
        modality: Modality::Swedish,
        secondary: vec![Modality::Aromatherapy, Modality::Chair],
        pressure_asked: tidemark_model::Pressure::new(2).ok(),
        pressure_felt: None,
        areas: vec!["focus:neck:both".parse().unwrap(), "avoid:hip:left".parse().unwrap()],
        note: None,
    })
    .unwrap();
    let rating = SessionRating::new(
        &session,
        SessionRatingParts {
            id: SessionRatingId::generate(started.instant, entropy),
            stamp,
            session: session.id(),
            phase: Phase::Before,
            rated: started,
            in_window: false,
            recalled: false,
            before_seen: false,
            values: vec![Value::recorded(&measure("stress"), Frame::RightNow, Milli::whole(7)).unwrap()],
        },
    )
    .unwrap();
    (session, rating)
}

struct Bench {
    _room: tempfile::TempDir,
    folder: DiaryFolder,
    key: DataKey,
    entropy: SeededEntropy,
}

fn bench() -> (Bench, Store) {
    let room = tempfile::tempdir().unwrap();
    let mut entropy = SeededEntropy::new(7);
    let path = room.path().join("my.diary");
    let passphrase = Passphrase::new("correct horse").unwrap();
    let (store, key) = create(&path, &passphrase, &new_diary(), &mut entropy).unwrap();
    (Bench { _room: room, folder: DiaryFolder::new(path), key, entropy }, store)
}

#[test]
fn what_was_confirmed_is_read_again_field_by_field() {
    let (mut bench, mut store) = bench();
    let entry = check_in("2026-11-24T21:04+01:00", Some("rain"), &mut bench.entropy);
    let (held, rating) = session(&mut bench.entropy);
    store.add_check_in(&entry).unwrap();
    store.add_session(&held, std::slice::from_ref(&rating)).unwrap();
    drop(store);
    let again = Store::open(bench.folder.clone(), &bench.key).unwrap();
    let records = again.records(None).unwrap();
    assert_eq!(records.check_ins, [entry]);
    assert_eq!(records.sessions, [held]);
    assert_eq!(records.session_ratings, [rating]);
    assert_eq!(records.measures, built_in::measures());
    assert_eq!(again.verify().unwrap().entries, 2);
}

#[test]
fn the_passphrase_gives_the_key_and_another_gives_nothing() {
    let (bench, store) = bench();
    store.close().unwrap();
    let right =
        Recovery::read(&bench.folder.recovery(), &Passphrase::new("correct horse\n").unwrap()).unwrap();
    assert!(Store::open(bench.folder.clone(), &right.key).is_ok());
    let wrong = Recovery::read(&bench.folder.recovery(), &Passphrase::new("wrong horse").unwrap());
    assert!(matches!(wrong, Err(StoreError::WrongPassphrase { .. })));
    let other_key = DataKey::generate(&mut SeededEntropy::new(99));
    assert!(matches!(Store::open(bench.folder.clone(), &other_key), Err(StoreError::KeyOrFile { .. })));
    assert!(matches!(Passphrase::new("\n"), Err(StoreError::Invalid(Invalid::Field { .. }))));
}

#[test]
fn no_file_of_the_diary_holds_a_word_of_it() {
    let (mut bench, mut store) = bench();
    store
        .add_check_in(&check_in("2026-11-24T21:04+01:00", Some("thunderstorm"), &mut bench.entropy))
        .unwrap();
    let holds = |word: &str| {
        fs::read_dir(bench.folder.path()).unwrap().any(|file| {
            let bytes = fs::read(file.unwrap().path()).unwrap();
            bytes.windows(word.len()).any(|window| window == word.as_bytes())
        })
    };
    assert!(!holds("thunderstorm") && !holds("check_in") && !holds("SQLite format 3"));
    store.close().unwrap();
    assert!(!holds("thunderstorm") && !holds("check_in") && !holds("SQLite format 3"));
    // The search itself works: the age header is plain text.
    assert!(holds("age-encryption.org"));
}

#[test]
fn files_that_are_no_diary_are_refused_and_left_alone() {
    let (bench, store) = bench();
    store.close().unwrap();
    let database = bench.folder.database();
    let whole = fs::read(&database).unwrap();
    let mut plain = whole.clone();
    plain.splice(..16, *b"SQLite format 3\0");
    for bytes in [vec![], vec![0; 100], whole[..whole.len() - 2048].to_vec(), plain] {
        fs::write(&database, &bytes).unwrap();
        assert!(matches!(Store::open(bench.folder.clone(), &bench.key), Err(StoreError::NotADiary { .. })));
        assert_eq!(fs::read(&database).unwrap(), bytes);
    }
    fs::remove_file(&database).unwrap();
    assert!(matches!(Store::open(bench.folder.clone(), &bench.key), Err(StoreError::NotFound { .. })));
    assert!(!database.exists());
}

#[test]
fn a_page_torn_while_the_log_was_moved_locks_nobody_out() {
    // What a power cut leaves in the middle of moving the log: 512 bytes of a new last page, and the log still whole.
    let (mut bench, mut store) = bench();
    let entry = check_in("2026-11-24T21:04+01:00", Some(&"x".repeat(4000)), &mut bench.entropy);
    store.add_check_in(&entry).unwrap();
    let torn = DiaryFolder::new(bench.folder.path().with_file_name("torn.diary"));
    fs::create_dir(torn.path()).unwrap();
    for file in ["diary.db", "diary.db-wal"] {
        fs::copy(bench.folder.path().join(file), torn.path().join(file)).unwrap();
    }
    let mut database = fs::read(torn.database()).unwrap();
    database.extend([0xA5; 512]);
    fs::write(torn.database(), &database).unwrap();
    let opened = Store::open(torn.clone(), &bench.key).unwrap();
    assert_eq!(opened.records(None).unwrap().check_ins, [entry]);
    opened.verify().unwrap();
    opened.close().unwrap();
    assert_eq!(fs::metadata(torn.database()).unwrap().len() % 4096, 0);
}

#[test]
fn a_flipped_byte_on_any_page_is_never_silent() {
    let (mut bench, mut store) = bench();
    for day in 1..=28 {
        let when = format!("2026-02-{day:02}T21:00Z");
        store.add_check_in(&check_in(&when, Some(&"x".repeat(500)), &mut bench.entropy)).unwrap();
    }
    store.close().unwrap();
    let database = bench.folder.database();
    let whole = fs::read(&database).unwrap();
    assert!(whole.len() > 8 * 4096);
    for page in 0..whole.len() / 4096 {
        let mut flipped = whole.clone();
        flipped[page * 4096 + 1000] ^= 1;
        fs::write(&database, &flipped).unwrap();
        let outcome = Store::open(bench.folder.clone(), &bench.key).and_then(|store| store.verify());
        assert!(
            matches!(outcome, Err(StoreError::KeyOrFile { .. } | StoreError::Damaged { .. })),
            "page {page}: {outcome:?}"
        );
        assert_eq!(fs::read(&database).unwrap(), flipped, "page {page} was changed");
    }
}

#[test]
fn a_new_diary_never_replaces_what_is_there() {
    let (bench, store) = bench();
    store.close().unwrap();
    let passphrase = Passphrase::new("other").unwrap();
    let again = create(bench.folder.path(), &passphrase, &new_diary(), &mut SeededEntropy::new(8));
    assert!(matches!(again, Err(StoreError::Exists { .. })));
    assert!(Store::open(bench.folder.clone(), &bench.key).is_ok());
    let siblings = fs::read_dir(bench.folder.path().parent().unwrap()).unwrap().count();
    assert_eq!(siblings, 1, "a workshop folder was left behind");
}

#[test]
fn the_same_rows_are_imported_once_even_after_they_were_deleted() {
    let (mut bench, mut store) = bench();
    let rows: Vec<Incoming> = (0..3_u8)
        .map(|n| Incoming {
            file: "days.csv".into(),
            line: u64::from(n) + 2,
            identity: Identity::Content([n; 32]),
            record: Record::CheckIn(check_in("2026-11-24T21:04+01:00", None, &mut bench.entropy)),
        })
        .collect();
    let mut batch = || ImportBatch {
        id: ImportBatchId::generate(Instant::from_millis(0).unwrap(), &mut bench.entropy),
        format: "columns".into(),
        file_sha256: [9; 32],
        applied_at: at("2026-11-24T22:00Z").instant,
        mapping: None,
        rejected: 0,
        reasons: Vec::new(),
    };
    let (first, second) = (batch(), batch());
    let editor = Editor { at: at("2026-11-24T22:00Z"), by: RecordedBy::Own, reason: None };
    let taken = |store: &mut Store, batch: &ImportBatch| {
        let mut entropy = SeededEntropy::new(4);
        store
            .apply_import(batch, rows.iter(), Deleted::StaysOut, &editor, &mut entropy, &mut |_| {
                ControlFlow::Continue(())
            })
            .unwrap()
    };
    assert_eq!(store.preview_import(&rows, Deleted::StaysOut).unwrap().new, 3);
    assert_eq!(taken(&mut store, &first).new, 3);
    let Record::CheckIn(deleted) = &rows[0].record else { unreachable!() };
    let later = at("2026-11-24T22:05Z");
    let mut parts = deleted.clone().into_parts();
    (parts.stamp.revision, parts.stamp.deleted_at) = (2, Some(later.instant));
    let gone = Record::CheckIn(CheckIn::new(parts).unwrap());
    let editor = Editor { at: later, by: RecordedBy::Own, reason: None };
    store.change(&[gone], &built_in::measures(), &editor, &mut SeededEntropy::new(3)).unwrap();
    let again = taken(&mut store, &second);
    assert_eq!((again.new, again.same, again.deleted), (0, 2, 1));
    assert_eq!(store.records(None).unwrap().check_ins.len(), 2);
}

#[test]
fn a_changed_rating_leaves_its_old_value_in_the_log() {
    let (mut bench, mut store) = bench();
    let entry = check_in("2026-11-24T21:04+01:00", None, &mut bench.entropy);
    store.add_check_in(&entry).unwrap();
    let later = at("2026-11-24T21:05+01:00");
    let editor = Editor { at: later, by: RecordedBy::Helped, reason: Some("a slip".to_owned()) };
    let (old, measures) = (Record::CheckIn(entry.clone()), built_in::measures());
    let mut texts = old.texts();
    let stamp = Stamp { revision: 2, ..entry.parts().stamp.clone() };
    texts.set("value.stress", Some("11".to_owned()));
    assert!(matches!(old.with(&texts, stamp.clone(), &measures), Err(Invalid::OutOfRange { .. })));
    texts.set("value.stress", Some("6".to_owned()));
    let changed = old.with(&texts, stamp, &measures).unwrap();
    store.change(std::slice::from_ref(&changed), &measures, &editor, &mut bench.entropy).unwrap();
    let log = store.revisions(entry.id().to_bytes()).unwrap();
    assert_eq!(log.len(), 1);
    assert_eq!(
        (log[0].field.as_str(), log[0].old.as_deref(), log[0].new.as_deref()),
        ("value.stress", Some("4"), Some("6"))
    );
    assert_eq!((log[0].by, log[0].reason.as_deref()), (RecordedBy::Helped, Some("a slip")));
    // Somebody who read the entry before this change overwrites nothing.
    let meanwhile = store.change(&[changed], &measures, &editor, &mut bench.entropy);
    assert!(matches!(meanwhile, Err(StoreError::ChangedMeanwhile { .. })));
    let stored = &store.records(None).unwrap().check_ins[0];
    assert_eq!(
        (stored.parts().stamp.revision, stored.parts().values[0].answer().rating().unwrap().value()),
        (2, Milli::whole(6))
    );
}

#[cfg(unix)]
#[test]
fn the_files_of_a_diary_are_for_their_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let (mut bench, mut store) = bench();
    store.add_check_in(&check_in("2026-11-24T21:04+01:00", None, &mut bench.entropy)).unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(bench.folder.path()), 0o700);
    let files: Vec<_> = fs::read_dir(bench.folder.path()).unwrap().map(|f| f.unwrap().path()).collect();
    assert!(files.len() >= 3, "the log is there while the diary is open: {files:?}");
    assert!(files.iter().all(|file| mode(file) == 0o600), "{files:?}");
}

#[test]
fn a_key_file_is_for_its_owner_alone() {
    let (bench, store) = bench();
    store.close().unwrap();
    let file = bench.folder.path().parent().unwrap().join("daily.key");
    bench.key.write_file(&file).unwrap();
    assert!(Store::open(bench.folder.clone(), &DataKey::read_file(&file).unwrap()).is_ok());
    assert!(matches!(bench.key.write_file(&file), Err(StoreError::Exists { .. })));
    loosen(&file);
    assert!(matches!(DataKey::read_file(&file), Err(StoreError::KeyFile { .. })));
}

#[cfg(unix)]
fn loosen(file: &Path) {
    use std::os::unix::fs::PermissionsExt;
    assert_eq!(fs::metadata(file).unwrap().permissions().mode() & 0o777, 0o600);
    fs::set_permissions(file, fs::Permissions::from_mode(0o644)).unwrap();
}

#[test]
fn a_broken_page_in_the_middle_of_a_long_note_is_never_read_as_a_note() {
    // A note of 4,000 characters of three bytes takes three pages beyond its row; the cipher gives a broken one as zeros.
    let (mut bench, mut store) = bench();
    let entry = check_in("2026-11-24T21:04+01:00", Some(&"潮".repeat(4000)), &mut bench.entropy);
    store.add_check_in(&entry).unwrap();
    store.close().unwrap();
    let database = bench.folder.database();
    let whole = fs::read(&database).unwrap();
    let mut broken_reads = 0;
    for page in 1..whole.len() / 4096 {
        let mut flipped = whole.clone();
        flipped[page * 4096 + 2000] ^= 1;
        fs::write(&database, &flipped).unwrap();
        let Ok(store) = Store::open(bench.folder.clone(), &bench.key) else { continue };
        // Twice: a first answer that was refused may not become a second one that is taken.
        for _ in 0..2 {
            match store.records(None) {
                Ok(records) => assert_eq!(records.check_ins, std::slice::from_ref(&entry), "page {page}"),
                Err(StoreError::Damaged { .. }) => broken_reads += 1,
                Err(other) => panic!("page {page}: {other:?}"),
            }
        }
    }
    assert!(broken_reads >= 6, "{broken_reads}");
}
