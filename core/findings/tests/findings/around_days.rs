//! Days and nights after sessions, and the days before them. Expected figures: R 4.2.2 `lm` and nlme 3.1-162 on the same
//! numbers, counts and means by hand.

use tidemark_findings::stats::Level;
use tidemark_findings::{After, DaysAfter, Silence, days_after, selection, session_change};
use tidemark_model::{Milli, Period};

use crate::diary::{Around, Diary, Written, day, days};

/// Every 5, 8, 6, 9 days in turn.
const SESSIONS: [i32; 21] =
    [5, 13, 19, 28, 33, 41, 47, 56, 61, 69, 75, 84, 89, 97, 103, 112, 117, 125, 131, 140, 145];

/// A jumble of −2 to 2 around 5, two points more on the day after a session; every tenth day is not rated.
fn lifted(id: &str, sessions: &[i32]) -> Diary {
    let mut diary = Diary::new();
    for number in (0..150).filter(|number| number % 10 != 9) {
        let jumble = (number * number * 7 + number * 3 + number / 11) % 5 - 2;
        let lift = if sessions.contains(&(number - 1)) { 2 } else { 0 };
        diary.rate(number, id, 5 + jumble + lift);
    }
    for number in sessions {
        diary.session(*number, "stress", Around::new(6, 5));
    }
    diary
}

fn of(diary: &Diary, id: &str, period: Period) -> Result<DaysAfter, Silence> {
    days_after(&diary.records, &diary.measure(id), period, Level::P95)
}

fn whole() -> Period {
    days(0, 149)
}

fn near(value: f64, expected: f64) -> bool {
    (value - expected).abs() < 1e-5
}

#[test]
fn the_day_after_sessions_is_set_against_days_that_were_alike_the_day_before() {
    let found = of(&lifted("energy", &SESSIONS), "energy", whole()).unwrap();
    assert_eq!((found.after, found.n_sessions, found.n_comparison), (After::Day, 19, 100));
    assert!(near(found.estimate, 1.828_516), "{found:?}");
    assert!(near(found.interval.low, 1.111_461) && near(found.interval.high, 2.545_571), "{found:?}");
    assert_eq!((found.period.from(), found.period.to()), (day(0), day(148)));
}

/// A rating about last night belongs to the night that began on the session's evening.
#[test]
fn what_is_rated_about_last_night_is_set_against_the_night_before() {
    let found = of(&lifted("sleep_quality", &SESSIONS), "sleep_quality", whole()).unwrap();
    assert_eq!((found.after, found.n_sessions, found.n_comparison), (After::Night, 17, 103));
    assert!(near(found.estimate, 1.934_701), "{found:?}");
    assert!(near(found.interval.low, 1.193_6) && near(found.interval.high, 2.675_803), "{found:?}");
}

#[test]
fn too_little_says_nothing() {
    let diary = lifted("energy", &SESSIONS);
    // The tenth session with a rated day before and after it is on day 75: nine end before it.
    assert_eq!(of(&diary, "energy", days(0, 74)).unwrap_err(), Silence::TooFew { have: 9, need: 10 });
    let mut dense = Diary::new();
    for number in 0..59 {
        dense.rate(number, "energy", 4 + number * number % 3);
    }
    for number in (2..57).step_by(4) {
        dense.session(number, "stress", Around::new(6, 5));
    }
    assert_eq!(of(&dense, "energy", whole()).unwrap_err(), Silence::TooFew { have: 59, need: 60 });
    dense.rate(59, "energy", 5);
    assert!(!matches!(of(&dense, "energy", whole()), Err(Silence::TooFew { have: 59, .. })));
    assert_eq!(of(&Diary::new(), "energy", whole()).unwrap_err(), Silence::TooFew { have: 0, need: 1 });
}

/// Rated on the day before and the day after each session, hardly ever two days before: five of those days are rated.
#[test]
fn days_at_one_distance_that_are_hardly_rated_say_nothing() {
    let mut diary = Diary::new();
    let hole = |number: i32| SESSIONS.iter().skip(5).any(|session| session - 2 == number);
    for number in (0..150).filter(|number| !hole(*number)) {
        diary.rate(number, "energy", 4 + (number * number + number / 3) % 4);
    }
    for number in SESSIONS {
        diary.session(number, "stress", Around::new(6, 5));
    }
    assert_eq!(of(&diary, "energy", whole()).unwrap_err(), Silence::TooFew { have: 5, need: 6 });
}

#[test]
fn sessions_that_follow_harder_days_say_nothing_about_days_after() {
    let mut diary = lifted("energy", &SESSIONS);
    for check_in in &mut diary.records.check_ins {
        let number = check_in.logical_date().day_number() - day(0).day_number();
        if SESSIONS.contains(&(number + 1)) {
            let mut parts = check_in.parts().clone();
            let energy = built("energy");
            let value = tidemark_model::Value::recorded(&energy, energy.frame(), Milli::whole(1)).unwrap();
            parts.values = vec![value];
            *check_in = tidemark_model::CheckIn::new(parts).unwrap();
        }
    }
    assert!(
        matches!(of(&diary, "energy", whole()), Err(Silence::LeadsNotFlat { p_value }) if p_value < 0.10)
    );
}

fn built(id: &str) -> tidemark_model::Measure {
    Diary::new().measure(id)
}

#[test]
fn values_that_do_not_carry_it_say_nothing() {
    let mut scale = lifted("energy", &SESSIONS);
    scale.change_scale("energy", 20);
    scale.rate(149, "energy", 12);
    assert_eq!(of(&scale, "energy", whole()).unwrap_err(), Silence::ScaleChanged);
    let mut late = Diary::new();
    for number in 0..100 {
        late.rate_as(number, "energy", Milli::whole(4 + number % 3), Written::WeekLater);
    }
    assert!(matches!(of(&late, "energy", whole()), Err(Silence::MostlyBackfilled { share }) if share > 0.99));
}

/// 3, 5, 7, 8, 6, 4, 5, 2 ten times, a session on each day after an 8. Before sessions always 8; before the other 69 days
/// (400 − 2 − 80) / 69 = 4.6087. Expected change by R: −2.755259.
fn after_eights() -> Diary {
    let mut diary = Diary::new();
    diary.rate_all("stress", &[3, 5, 7, 8, 6, 4, 5, 2].repeat(10));
    for number in (4..80).step_by(8) {
        diary.session(number, "stress", Around::new(7, 5).next_morning(6 - (number / 8) % 2));
    }
    diary
}

#[test]
fn sessions_picked_on_hard_days_are_said_with_the_change_to_expect() {
    let diary = after_eights();
    let found = selection(&diary.records, &diary.measure("stress"), days(0, 79)).unwrap();
    assert_eq!((found.n_sessions, found.n_other), (10, 69));
    assert!(near(found.mean_before_sessions, 8.0) && near(found.mean_other, 318.0 / 69.0));
    assert!(near(found.expected_change, -2.755_259), "{found:?}");
    assert_eq!(
        found.sentence.text,
        "Sessions came after days rated 3.4 points above other days in Stress (n 10 and 69); of a change from the day \
         before to the day after, about −2.8 would be expected from ordinary ups and downs alone."
    );
}

#[test]
fn hard_days_are_said_beside_the_next_morning_only() {
    let diary = after_eights();
    let ids = |period| {
        let found = session_change(&diary.records, &diary.measure("stress"), period);
        found.sentences.iter().map(|sentence| sentence.id).collect::<Vec<_>>()
    };
    let said = ids(days(0, 79));
    let morning = said.iter().position(|id| id.starts_with("sentence.follow_up")).unwrap();
    assert_eq!(said[morning + 1], "sentence.selection.above");
    // Seven sessions: the mornings are compared, but seven days before are too few to judge.
    let said = ids(days(0, 55));
    let morning = said.iter().position(|id| id.starts_with("sentence.follow_up")).unwrap();
    assert_eq!(said[morning + 1], "silence.selection");
    // Five: no mornings, and so nothing about the days before.
    assert!(ids(days(0, 39)).iter().all(|id| !id.contains("selection")));
}

#[test]
fn a_change_within_minutes_is_not_said_to_come_from_hard_days() {
    let mut diary = Diary::new();
    for number in 0..40 {
        diary.rate(number, "stress", 3 + number * number % 4);
    }
    for number in (2..39).step_by(3) {
        diary.session(number, "stress", Around::new(7, 5 - number % 2));
    }
    assert!(selection(&diary.records, &diary.measure("stress"), days(0, 40)).is_ok());
    // No next morning was rated: nothing about the days before, neither in words nor in figures.
    let found = session_change(&diary.records, &diary.measure("stress"), days(0, 40));
    assert!(found.change.is_ok() && found.selection.is_none(), "{found:?}");
}

#[test]
fn a_month_is_too_short_to_judge_whether_days_were_picked() {
    let mut diary = Diary::new();
    for number in 0..29 {
        diary.rate(number, "stress", 3 + number * number % 4);
    }
    for number in (2..28).step_by(3) {
        diary.session(number, "stress", Around::new(7, 5));
    }
    let found = |diary: &Diary| selection(&diary.records, &diary.measure("stress"), days(0, 40));
    assert_eq!(found(&diary).unwrap_err(), Silence::TooFew { have: 29, need: 30 });
    diary.rate(29, "stress", 5);
    assert!(found(&diary).is_ok());
}
