//! Measures are changed all or nothing, and never more are asked than anybody can answer.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use tidemark::model::{
    Instant, MeasureId, MeasureParts, Moment, RecordedBy, Rollover, SeededEntropy, Source, built_in,
};
use tidemark::{Diary, DiaryError, Passphrase, Setup, Shell};

fn diary(room: &tempfile::TempDir) -> Diary {
    let setup = Setup {
        created_at: Instant::from_millis(0).unwrap(),
        rollover: Rollover::default(),
        sample_label: None,
    };
    let shell = Shell { entropy: Box::new(SeededEntropy::new(3)), source: Source::App };
    let passphrase = Passphrase::new("correct horse").unwrap();
    Diary::create(&room.path().join("my.diary"), &passphrase, setup, shell).unwrap().0
}

/// Measures of the person's own until so many are active.
fn filled(diary: &mut Diary, active: usize) {
    let like = built_in::measures().into_iter().next().unwrap().parts().clone();
    let now = diary.measures().unwrap().iter().filter(|m| m.parts().active).count();
    for at in now..active {
        let id = MeasureId::new(&format!("own_{at}")).unwrap();
        diary.add_measure(MeasureParts { id, ..like.clone() }).unwrap();
    }
}

#[test]
fn a_starter_set_that_asks_too_much_changes_nothing() {
    let room = tempfile::tempdir().unwrap();
    let mut diary = diary(&room);
    let now = Moment::parse("2026-11-24T12:00Z").unwrap();
    // Twelve are active, and the set asks one that is not: irritability.
    filled(&mut diary, 12);
    let before = diary.measures().unwrap();
    let refused = diary.choose_starter_set("pain_and_short_temper", RecordedBy::Own, now);
    assert!(matches!(refused, Err(DiaryError::TooManyMeasures { most: 12 })), "{refused:?}");
    assert_eq!(diary.measures().unwrap(), before);
    // One that asks only active ones is taken.
    let taken = diary.choose_starter_set("stress_and_worry", RecordedBy::Own, now).unwrap();
    let names: Vec<&str> = taken.iter().map(MeasureId::as_str).collect();
    assert_eq!(names, ["stress", "anxiety", "mood", "sleep_quality"]);
    let daily: Vec<String> = diary
        .measures()
        .unwrap()
        .iter()
        .filter(|m| m.parts().usage.daily)
        .map(|m| m.id().to_string())
        .collect();
    assert_eq!(daily, ["stress", "mood", "sleep_quality", "anxiety"]);
}

#[test]
fn a_thirteenth_active_measure_is_refused() {
    let room = tempfile::tempdir().unwrap();
    let mut diary = diary(&room);
    filled(&mut diary, 12);
    let like = built_in::measures().into_iter().next().unwrap().parts().clone();
    let one_more = MeasureParts { id: MeasureId::new("one_more").unwrap(), ..like };
    let refused = diary.add_measure(one_more.clone());
    assert!(matches!(refused, Err(DiaryError::TooManyMeasures { most: 12 })), "{refused:?}");
    diary.add_measure(MeasureParts { active: false, ..one_more }).unwrap();
}
