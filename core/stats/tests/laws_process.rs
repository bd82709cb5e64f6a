//! Laws of the methods over time, whatever the data: shift, scale, reversal, a longer gap, and no number that is none.

use proptest::prelude::*;
use tidemark_stats::{
    Answer, ChangePoints, ControlChart, Direction, Field, Lags, Level, Lowess, Missingness, Period,
    Segmentation, Series, Smoothness, autocorrelation, change_points, control_chart, lowess, missingness,
};

#[cfg(test)]
fn close(one: f64, other: f64, tolerance: f64) -> bool {
    (one - other).abs() <= tolerance * (1.0 + one.abs().max(other.abs()))
}

/// Ratings 0–10 on days with gaps, at least two different values.
#[cfg(test)]
fn diary() -> impl Strategy<Value = Vec<(i32, f64)>> {
    prop::collection::vec((1_i32..4, 0_u8..=10), 12..60)
        .prop_map(|steps| {
            let mut day = 0;
            let points = steps.into_iter().map(|(gap, rating)| {
                day += gap;
                (day, f64::from(rating))
            });
            points.collect::<Vec<_>>()
        })
        .prop_filter("varies", |points| points.iter().any(|point| (point.1 - points[0].1).abs() > 0.5))
}

#[cfg(test)]
fn series(points: &[(i32, f64)]) -> Series {
    Series::new(points.iter().copied()).unwrap()
}

#[cfg(test)]
fn moved(points: &[(i32, f64)]) -> Series {
    Series::new(points.iter().map(|(day, value)| (day + 700, 10.0 + 3.0 * value))).unwrap()
}

#[cfg(test)]
fn reversed(points: &[(i32, f64)]) -> Series {
    Series::new(points.iter().rev().map(|(day, value)| (-day, *value))).unwrap()
}

/// Least cost plus penalty over all divisions, by the plain recursion.
#[cfg(test)]
fn least(values: &[f64], penalty: f64, shortest: usize) -> f64 {
    let cost = |part: &[f64]| {
        let mean = part.iter().sum::<f64>() / f64::from(u32::try_from(part.len()).unwrap());
        part.iter().map(|value| (value - mean).powi(2)).sum::<f64>()
    };
    let n = values.len();
    let mut best = vec![f64::INFINITY; n + 1];
    for end in 1..=n {
        if end >= shortest || end == n {
            best[end] = cost(&values[..end]);
        }
        for start in shortest..=end.saturating_sub(shortest) {
            best[end] = best[end].min(best[start] + penalty + cost(&values[start..end]));
        }
    }
    best[n]
}

#[cfg(test)]
fn every_answer(series: &Series) -> Vec<Answer> {
    let segmentation = |penalty, shortest| Segmentation::new(penalty, shortest).unwrap();
    let period = Period::new(Some(-50), Some(100)).unwrap();
    vec![
        autocorrelation(series, Lags::usual(series.n())).answer(),
        autocorrelation(series, Lags::new(40).unwrap()).answer(),
        Lowess::answer(series, &lowess(series, Smoothness::default())),
        Lowess::answer(series, &lowess(series, Smoothness::new(0.1, 9, Some(0.0)).unwrap())),
        ChangePoints::answer(series, &change_points(series, Segmentation::default())),
        ChangePoints::answer(series, &change_points(series, segmentation(Some(0.0), 1))),
        ChangePoints::answer(series, &change_points(series, segmentation(Some(1e250), 2))),
        ControlChart::answer(series, &control_chart(series)),
        Missingness::answer(series, &missingness(series, Period::default(), Direction::Higher, Level::P95)),
        Missingness::answer(series, &missingness(series, period, Direction::Lower, Level::P95)),
    ]
}

#[cfg(test)]
fn is_sound(field: &Field) -> bool {
    match field {
        Field::Number(number) => number.is_finite(),
        Field::List(fields) => fields.iter().all(is_sound),
        Field::Object(fields) => fields.iter().all(|(_, field)| is_sound(field)),
        _ => true,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn autocorrelations_know_neither_unit_nor_direction(points in diary(), lags in 1_usize..40) {
        let lags = Lags::new(lags).unwrap();
        let one = autocorrelation(&series(&points), lags);
        for other in [autocorrelation(&moved(&points), lags), autocorrelation(&reversed(&points), lags)] {
            for (one, other) in one.acf.as_ref().unwrap().iter().zip(other.acf.as_ref().unwrap()) {
                prop_assert!(close(*one, *other, 1e-12));
            }
            prop_assert_eq!(one.ljung_box.is_ok(), other.ljung_box.is_ok());
            if let (Ok(one), Ok(other)) = (one.ljung_box, other.ljung_box) {
                prop_assert!(close(one.p_value, other.p_value, 1e-9));
            }
        }
    }

    #[test]
    fn a_gap_beyond_the_lags_takes_pairs_away_and_changes_nothing_else(points in diary()) {
        let cut = points.len() / 2;
        let apart: Vec<_> =
            points.iter().zip(0..).map(|((day, value), k)| (day + if k < cut { 0 } else { 4000 }, *value)).collect();
        let farther: Vec<_> =
            points.iter().zip(0..).map(|((day, value), k)| (day + if k < cut { 0 } else { 9000 }, *value)).collect();
        let lags = Lags::new(20).unwrap();
        prop_assert_eq!(autocorrelation(&series(&apart), lags), autocorrelation(&series(&farther), lags));
    }

    #[test]
    fn the_smooth_line_moves_and_stretches_with_the_values(points in diary(), fraction in 0.1..1.5_f64) {
        let smoothness = Smoothness::new(fraction, 3, None).unwrap();
        let one = lowess(&series(&points), smoothness).unwrap();
        let other = lowess(&moved(&points), smoothness).unwrap();
        for (one, other) in one.fitted.iter().zip(&other.fitted) {
            prop_assert_eq!(one.day + 700, other.day);
            // Where half of the residuals are 0 but for rounding, which points weigh nothing hangs on that rounding:
            // only the first round is compared in value.
            prop_assert!(other.value.is_finite());
        }
        let once = Smoothness::new(fraction, 0, None).unwrap();
        let (one, other) = (lowess(&series(&points), once).unwrap(), lowess(&moved(&points), once).unwrap());
        for (one, other) in one.fitted.iter().zip(&other.fitted) {
            prop_assert!(close(10.0 + 3.0 * one.value, other.value, 1e-11));
        }
    }

    #[test]
    fn a_straight_line_is_its_own_smooth_line(points in diary(), slope in -2.0..2.0_f64) {
        let line: Vec<_> = points.iter().map(|(day, _)| (*day, 3.0 + slope * f64::from(*day))).collect();
        for (on, (_, value)) in lowess(&series(&line), Smoothness::default()).unwrap().fitted.iter().zip(&line) {
            prop_assert!(close(on.value, *value, 1e-9));
        }
    }

    #[test]
    fn no_division_is_cheaper_and_no_segment_shorter(
        points in diary(), quarters in 0_u32..80, shortest in 1_usize..9
    ) {
        let penalty = f64::from(quarters) / 4.0;
        let values: Vec<f64> = points.iter().map(|(_, value)| *value).collect();
        let segmentation = Segmentation::new(Some(penalty), shortest).unwrap();
        let found = change_points(&series(&points), segmentation).unwrap();
        let changes = f64::from(u32::try_from(found.change_points.len()).unwrap());
        prop_assert!(close(found.cost + penalty * changes, least(&values, penalty, shortest), 1e-10));
        let place = |day: &i32| points.iter().position(|point| point.0 == *day).unwrap();
        let mut ends: Vec<usize> = found.change_points.iter().map(place).collect();
        ends.push(points.len());
        let mut start = 0;
        for end in &ends {
            prop_assert!(end - start >= shortest || ends.len() == 1);
            start = *end;
        }
    }

    #[test]
    fn changes_lie_where_they_did_in_another_unit_and_cost_as_much_backwards(points in diary(), quarters in 1_u32..80) {
        let penalty = f64::from(quarters) / 4.0;
        let at = |penalty| Segmentation::new(Some(penalty), 3).unwrap();
        let one = change_points(&series(&points), at(penalty)).unwrap();
        let other = change_points(&moved(&points), at(9.0 * penalty)).unwrap();
        let days: Vec<i32> = one.change_points.iter().map(|day| day + 700).collect();
        prop_assert_eq!(days, other.change_points);
        prop_assert!(close(9.0 * one.cost, other.cost, 1e-11));
        let back = change_points(&reversed(&points), at(penalty)).unwrap();
        prop_assert_eq!(one.change_points.len(), back.change_points.len());
        prop_assert!(close(one.cost, back.cost, 1e-11));
        let usual = |series: &Series| change_points(series, Segmentation::default()).map(|found| found.penalty.penalty());
        if let (Ok(one), Ok(other)) = (usual(&series(&points)), usual(&moved(&points))) {
            prop_assert!(close(9.0 * one, other, 1e-11));
        }
    }

    #[test]
    fn a_chart_in_another_unit_signals_on_the_same_days(points in diary()) {
        let (one, other) =
            (control_chart(&series(&points)).unwrap(), control_chart(&moved(&points)).unwrap());
        prop_assert!(close(10.0 + 3.0 * one.centre, other.centre, 1e-12));
        if let (Ok(one), Ok(other)) = (one.limits, other.limits) {
            prop_assert!(close(10.0 + 3.0 * one.lower, other.lower, 1e-12));
            prop_assert!(close(10.0 + 3.0 * one.upper, other.upper, 1e-12));
        }
        let days: Vec<_> = one.signals.iter().map(|signal| (signal.day + 700, signal.rule)).collect();
        prop_assert_eq!(days, other.signals.iter().map(|signal| (signal.day, signal.rule)).collect::<Vec<_>>());
    }

    #[test]
    fn turning_the_scale_around_turns_the_odds_around(points in diary()) {
        let opposite: Vec<_> = points.iter().map(|(day, value)| (*day, 10.0 - value)).collect();
        let ask = |series: &Series, harder| missingness(series, Period::default(), harder, Level::P95).unwrap();
        let one = ask(&series(&points), Direction::Higher);
        let other = ask(&series(&opposite), Direction::Lower);
        prop_assert_eq!(one.missing_after_harder, other.missing_after_harder);
        prop_assert_eq!(one.missing_after_other, other.missing_after_other);
        prop_assert_eq!(one.next_day.is_ok(), other.next_day.is_ok());
        let scaled = ask(&moved(&points), Direction::Higher);
        if let (Ok(one), Ok(other), Ok(scaled)) = (one.next_day, other.next_day, scaled.next_day) {
            prop_assert!(close(one.odds_ratio.ln(), -other.odds_ratio.ln(), 1e-9));
            prop_assert!(close(one.interval.low().ln(), -other.interval.high().ln(), 1e-9));
            prop_assert!(close(one.odds_ratio.ln(), 3.0 * scaled.odds_ratio.ln(), 1e-9));
            prop_assert!(close(one.interval.high().ln(), 3.0 * scaled.interval.high().ln(), 1e-9));
            prop_assert!(one.interval.low() < one.odds_ratio && one.odds_ratio < one.interval.high());
        }
    }

    #[test]
    fn hostile_values_on_hostile_days_give_numbers_or_refusals(
        points in prop::collection::btree_map(
            prop::sample::select(vec![i32::MIN, i32::MIN + 1, -40_000, -1, 0, 1, 2, 3, 4, 5, 6, 8, 9, 60, i32::MAX - 1, i32::MAX]),
            prop::sample::select(vec![0.0, -0.0, 1.0, 5.0, -5.0, 0.1, 1e100, -1e100, 1e-100, -1e-100, 1e15, 3.0]),
            0..16,
        )
    ) {
        let series = Series::new(points).unwrap();
        for answer in every_answer(&series) {
            for (name, field) in answer.fields() {
                prop_assert!(is_sound(field), "{name} of {:?}", answer.fields().first());
            }
        }
    }
}

#[test]
fn one_value_two_values_and_a_constant_diary_give_numbers_or_refusals() {
    let diaries: [&[(i32, f64)]; 4] =
        [&[], &[(3, 7.0)], &[(3, 7.0), (4, 7.0)], &[(0, 6.1), (1, 6.1), (2, 6.1), (60, 6.1)]];
    for points in diaries {
        for answer in every_answer(&series(points)) {
            assert!(answer.fields().iter().all(|(_, field)| is_sound(field)), "{answer:?}");
        }
    }
}

/// Values that are one huge distance apart: the p-value underflows, and is still not 0.
#[test]
fn a_p_value_of_alike_days_is_never_zero() {
    let blocks = Series::new((0..4000).map(|day| (day, if day < 2000 { 1.0 } else { 9.0 }))).unwrap();
    assert!(autocorrelation(&blocks, Lags::new(50).unwrap()).ljung_box.unwrap().p_value > 0.0);
}

/// At no price every change is worth making that lowers the deviation, and none that does not: the one other value alone
/// is cut out, by hand. Equal values tie, and ties once doubled what was kept at every place.
#[test]
fn equal_values_with_one_other_are_divided_around_it_in_no_more_than_linear_memory() {
    let points: Vec<(i32, f64)> = (0..400).map(|day| (day, if day == 11 { 2.0 } else { 6.0 })).collect();
    let found = change_points(&series(&points), Segmentation::new(Some(0.0), 1).unwrap()).unwrap();
    assert_eq!(found.change_points, [11, 12]);
    assert!(found.cost.abs() < 1e-9);
}
