//! Days after harder days: shares counted by hand, and silence where chance would do.

use tidemark_findings::{Included, facts, harder_days};

use crate::diary::{Diary, day, days};

/// Ten times: 3, 3, 3, 8 and a day without anything. Stress above its median of 3 is never followed by a rating.
fn gaps_after_eights() -> Diary {
    let mut diary = Diary::new();
    for cycle in 0..10 {
        for (place, value) in [3, 3, 3, 8].into_iter().enumerate() {
            diary.rate(cycle * 5 + i32::try_from(place).unwrap(), "stress", value);
        }
    }
    diary
}

#[test]
fn days_after_harder_days_that_are_rated_less_often_are_said() {
    let diary = gaps_after_eights();
    let found = harder_days(&diary.records, &diary.measure("stress"), days(0, 49)).unwrap();
    assert!((found.after_harder, found.after_other) == (0.0, 1.0), "{found:?}");
    assert!(found.interval.low > 1.0 && found.odds_ratio.is_finite());
    assert_eq!(
        found.sentence.text,
        "Days after a day of harder Stress were rated less often (0 % against 100 %), so averages may look milder than the \
         period was."
    );
    let page = facts(&diary.records, days(0, 49), day(50), Included::default());
    assert_eq!(page.harder_days, Some(found));
}

#[test]
fn a_measure_where_more_is_better_is_harder_when_it_is_low() {
    let mut diary = Diary::new();
    for cycle in 0..10 {
        for (place, value) in [7, 7, 7, 2].into_iter().enumerate() {
            diary.rate(cycle * 5 + i32::try_from(place).unwrap(), "mood", value);
        }
    }
    let found = harder_days(&diary.records, &diary.measure("mood"), days(0, 49)).unwrap();
    assert!((found.after_harder, found.after_other) == (0.0, 1.0) && found.interval.high < 1.0, "{found:?}");
}

#[test]
fn few_days_few_gaps_or_gaps_at_random_say_nothing() {
    let diary = gaps_after_eights();
    let asked = |diary: &Diary, last| harder_days(&diary.records, &diary.measure("stress"), days(0, last));
    assert_eq!(asked(&diary, 38), None, "39 days");
    let mut whole = gaps_after_eights();
    (0..3).for_each(|cycle| whole.rate(cycle * 5 + 4, "stress", 3));
    assert_eq!(asked(&whole, 49), None, "seven gaps");
    // Gaps every fifth day, whatever was rated before them.
    let mut random = Diary::new();
    for number in (0..60).filter(|number| number % 5 != 4) {
        random.rate(number, "stress", if number % 2 == 0 { 3 } else { 8 });
    }
    assert_eq!(asked(&random, 59), None, "no difference");
}
