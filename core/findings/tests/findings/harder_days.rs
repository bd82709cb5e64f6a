//! Days after harder days: shares counted by hand, and silence where chance would do.

use tidemark_findings::{Included, facts, harder_days, stats};
use tidemark_model::Milli;

use crate::diary::{Diary, Written, day, days};

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
    let page = facts(&diary.records, days(0, 49), day(50), &Included::default());
    assert_eq!(page.harder_days, Some(found));
    let methods: Vec<&str> =
        page.method.iter().flat_map(|section| &section.paragraphs).map(|paragraph| paragraph.id).collect();
    assert!(methods.contains(&"method.harder_days"), "{methods:?}");
}

/// A day rated on another scale, or by somebody else, is no day without a rating.
#[test]
fn days_rated_in_another_way_are_not_taken_for_missing_ones() {
    let mut diary = gaps_after_eights();
    diary.change_scale("stress", 20);
    diary.rate(4, "stress", 12);
    let current = diary.measure("stress");
    assert_eq!(harder_days(&diary.records, &current, days(0, 49)), None, "the newer scale");
    let first =
        diary.records.measures.iter().find(|m| m.id() == current.id() && m.parts().version == 1).unwrap();
    assert_eq!(harder_days(&diary.records, first, days(0, 49)), None, "the earlier scale");
    let mut diary = gaps_after_eights();
    diary.rate_as(4, "stress", Milli::whole(3), Written::ByProxy);
    assert_eq!(harder_days(&diary.records, &diary.measure("stress"), days(0, 49)), None, "somebody else");
}

/// Missing tomorrows, by hand: after 0 none of 40, after 5 fifteen of 40, after 6 none of 40, after 10 all of 8. The odds rise
/// with every point; yet of days above the median of 5 one in six is followed by none, of the others nearly one in five.
#[test]
fn shares_and_odds_that_point_apart_say_nothing() {
    let mut diary = Diary::new();
    let mut number = 0;
    for (value, days, missing) in [(0, 40, 0), (5, 40, 15), (6, 40, 0), (10, 8, 8)] {
        for place in 0..days {
            diary.rate(number, "stress", value);
            number += if place < missing { 2 } else { 1 };
        }
    }
    let values: Vec<(i32, f64)> = diary
        .records
        .check_ins
        .iter()
        .map(|c| {
            (c.logical_date().day_number(), c.parts().values[0].answer().rating().unwrap().value().to_f64())
        })
        .collect();
    let (series, whole) = (stats::Series::new(values).unwrap(), stats::Period::default());
    let found = stats::missingness(&series, whole, stats::Direction::Lower, stats::Level::P95).unwrap();
    let (harder, other) = (found.missing_after_harder.unwrap(), found.missing_after_other.unwrap());
    assert!(found.next_day.unwrap().interval.low() > 1.0 && harder < other, "the case is not the one meant");
    assert_eq!(harder_days(&diary.records, &diary.measure("stress"), days(0, number - 1)), None);
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
