//! The object as an app uses it, from Rust: what conversions must not lose, and what a shut or shaken diary answers.
//! The same calls from Kotlin are in `android/check/bindings`.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail loudly"
)]

use std::sync::Arc;

use tempfile::TempDir;
use tidemark::model::{Modality, Phase, RecordedBy, SessionStatus};
use tidemark_mobile::{
    BackupWritten, CheckInDraft, DiaryError, Ending, Moment, OpenDiary, Rated, SessionDraft,
    SessionRatingDraft, Warning, key_from_passphrase,
};

const PASSPHRASE: &str = "four plain words here";
/// `date -u -d 2026-11-24T20:04Z +%s` is 1795550640.
const EVENING: i64 = 1_795_550_640_000;

fn at(epoch_ms: i64) -> Moment {
    Moment { epoch_ms, offset_s: 3600, zone_id: Some("Europe/Berlin".to_owned()) }
}

fn new_diary(folder: &TempDir) -> (String, Arc<OpenDiary>) {
    let path = folder.path().join("my.diary").display().to_string();
    let diary = OpenDiary::create(&path, PASSPHRASE.to_owned(), None, &at(EVENING)).unwrap();
    (path, diary)
}

fn stress(value_milli: Option<i64>) -> CheckInDraft {
    CheckInDraft {
        rated_at: at(EVENING),
        ratings: vec![Rated { measure_id: "stress".to_owned(), value_milli }],
        day: None,
        note: None,
        recorded_by: RecordedBy::Own,
        practices: vec![],
    }
}

#[test]
fn the_latest_answer_of_the_day_is_shown_and_a_skip_is_no_zero() {
    let folder = TempDir::new().unwrap();
    let (_, diary) = new_diary(&folder);
    let saved = diary.save_check_in(stress(Some(6000)), &at(EVENING)).unwrap();
    assert_eq!(saved.day, "2026-11-24");
    diary.save_check_in(stress(None), &at(EVENING + 60_000)).unwrap();
    let today = diary.today(&at(EVENING + 120_000)).unwrap();
    let asked: Vec<&str> = today.asked.iter().map(|m| m.id.as_str()).collect();
    assert_eq!(asked, ["stress", "mood", "energy", "sleep_quality"]);
    assert_eq!((today.day.as_str(), today.check_ins, today.answers.len()), ("2026-11-24", 2, 1));
    assert_eq!(today.answers[0].value_milli, None);
    diary.change_rating(&today.answers[0].check_in_id, "stress", Some(0), &at(EVENING)).unwrap();
    assert_eq!(diary.today(&at(EVENING)).unwrap().answers[0].value_milli, Some(0));
}

#[test]
fn after_four_in_the_morning_nothing_is_answered_yet() {
    let folder = TempDir::new().unwrap();
    let (_, diary) = new_diary(&folder);
    diary.save_check_in(stress(Some(6000)), &at(EVENING)).unwrap();
    // 21:04 is 6 h 56 min before 04:00.
    let four = EVENING + 416 * 60_000;
    assert_eq!(diary.today(&at(four - 1)).unwrap().answers.len(), 1);
    let next = diary.today(&at(four)).unwrap();
    assert_eq!((next.day.as_str(), next.answers.len()), ("2026-11-25", 0));
}

#[test]
fn a_backup_is_noted_when_it_is_in_its_place_and_not_before() {
    let folder = TempDir::new().unwrap();
    let (path, diary) = new_diary(&folder);
    let file = folder.path().join("on-its-way.backup").display().to_string();
    let written = diary.seal_backup(&file, None, &at(EVENING)).unwrap();
    assert!(written.verified && written.bytes == std::fs::metadata(&file).unwrap().len());
    assert_eq!(diary.today(&at(EVENING)).unwrap().days_since_backup, None);
    for (sha256, place) in [("0123", None), (written.sha256.as_str(), Some(" "))] {
        let other = BackupWritten { sha256: sha256.to_owned(), ..written.clone() };
        let refused = diary.note_backup(&file, &other, place.map(str::to_owned), &at(EVENING));
        assert!(matches!(refused, Err(DiaryError::Invalid { .. })), "{refused:?}");
    }
    diary.shut().unwrap();
    let key = key_from_passphrase(&path, PASSPHRASE.to_owned()).unwrap();
    let diary = OpenDiary::open_with_key(&path, key).unwrap();
    diary.note_backup(&file, &written, Some("the drawer".to_owned()), &at(EVENING)).unwrap();
    assert_eq!(diary.today(&at(EVENING)).unwrap().days_since_backup, Some(0));
}

#[test]
fn eleven_is_refused_with_its_scale_and_nothing_is_saved() {
    let folder = TempDir::new().unwrap();
    let (_, diary) = new_diary(&folder);
    let refused = diary.save_check_in(stress(Some(11_000)), &at(EVENING));
    assert!(matches!(
        refused,
        Err(DiaryError::OutOfRange { measure_id, min_milli: 0, max_milli: 10_000 }) if measure_id == "stress"
    ));
    assert_eq!(diary.today(&at(EVENING)).unwrap().check_ins, 0);
}

#[test]
fn the_key_opens_what_the_passphrase_opens_and_another_opens_nothing() {
    let folder = TempDir::new().unwrap();
    let (path, diary) = new_diary(&folder);
    diary.save_check_in(stress(Some(6000)), &at(EVENING)).unwrap();
    diary.shut().unwrap();
    let mut key = key_from_passphrase(&path, PASSPHRASE.to_owned()).unwrap();
    let again = OpenDiary::open_with_key(&path, key.clone()).unwrap();
    assert_eq!(again.today(&at(EVENING)).unwrap().check_ins, 1);
    again.shut().unwrap();
    key[0] ^= 1;
    assert!(matches!(OpenDiary::open_with_key(&path, key), Err(DiaryError::KeyUnavailable { .. })));
    let short = OpenDiary::open_with_key(&path, vec![7; 31]);
    assert!(matches!(short, Err(DiaryError::KeyUnavailable { .. })));
    let wrong = OpenDiary::open_with_passphrase(&path, "another".to_owned());
    assert!(matches!(wrong, Err(DiaryError::WrongPassphrase { .. })));
}

#[test]
fn a_shut_diary_says_so_and_shutting_twice_does_nothing() {
    let folder = TempDir::new().unwrap();
    let (_, diary) = new_diary(&folder);
    diary.shut().unwrap();
    diary.shut().unwrap();
    assert!(matches!(diary.today(&at(EVENING)), Err(DiaryError::Shut)));
    assert!(matches!(diary.save_check_in(stress(Some(1000)), &at(EVENING)), Err(DiaryError::Shut)));
}

#[test]
fn a_session_keeps_its_ratings_and_says_what_is_out_of_its_window() {
    let folder = TempDir::new().unwrap();
    let (_, diary) = new_diary(&folder);
    let rating = |phase, rated_at| SessionRatingDraft {
        phase,
        ratings: vec![Rated { measure_id: "stress".to_owned(), value_milli: Some(4000) }],
        rated_at,
        recalled: false,
    };
    let draft = SessionDraft {
        started_at: at(EVENING),
        ending: Ending::After { minutes: 60 },
        status: SessionStatus::Held,
        modality: Modality::Swedish,
        recorded_by: RecordedBy::Own,
        secondary: vec![],
        planned_min: Some(60),
        reason: None,
        pressure_asked: Some(2),
        pressure_felt: Some(3),
        areas: vec![],
        note: None,
        // Right after means up to 180 minutes after the end: 241 minutes after the start is one too many.
        ratings: vec![rating(Phase::Before, None), rating(Phase::After, Some(at(EVENING + 241 * 60_000)))],
        overlap: false,
        details: vec![],
    };
    let later = at(EVENING + 300 * 60_000);
    let saved = diary.save_session(draft.clone(), &later).unwrap();
    assert_eq!(saved.warnings, [Warning::OutOfWindow { phase: Phase::After }]);
    assert!(matches!(
        diary.save_session(draft, &later),
        Err(DiaryError::Overlap { session_id }) if session_id == saved.id
    ));
    let again = diary.rate_session(&saved.id, &rating(Phase::Before, None), RecordedBy::Own, &later);
    assert!(matches!(again, Err(DiaryError::RatedBefore { measure_id }) if measure_id == "stress"));
}
