//! Laws every method keeps whatever the data: shift, scale, reversal of time, order of pairs.

use proptest::prelude::*;
use tidemark_stats::{
    Differences, KendallVariance, Level, Pairs, Refused, Seed, Series, TrendDf, Trials, gls_trend,
    hodges_lehmann, local_level, mann_kendall, median, paired_mean, sign_count, sign_flip, tau_b, wilson,
};

#[cfg(test)]
fn close(one: f64, other: f64, tolerance: f64) -> bool {
    (one - other).abs() <= tolerance * (1.0 + one.abs().max(other.abs()))
}

/// Ratings 0–10 on days with gaps, at least two different values.
#[cfg(test)]
fn diary() -> impl Strategy<Value = Vec<(i32, f64)>> {
    prop::collection::vec((1_i32..4, 0_u8..=10), 12..40)
        .prop_map(|steps| {
            let mut day = 0;
            steps
                .into_iter()
                .map(|(gap, rating)| {
                    day += gap;
                    (day, f64::from(rating))
                })
                .collect::<Vec<_>>()
        })
        .prop_filter("varies", |points| points.iter().any(|point| (point.1 - points[0].1).abs() > 0.5))
}

#[cfg(test)]
fn ratings() -> impl Strategy<Value = Vec<(f64, f64)>> {
    prop::collection::vec((0_u8..=10, 0_u8..=10), 6..30)
        .prop_map(|pairs| pairs.into_iter().map(|(b, a)| (f64::from(b), f64::from(a))).collect::<Vec<_>>())
        .prop_filter("varies", |pairs| {
            pairs.iter().any(|(b, a)| ((a - b) - (pairs[0].1 - pairs[0].0)).abs() > 0.5)
        })
}

#[cfg(test)]
fn series(points: &[(i32, f64)]) -> Series {
    Series::new(points.iter().copied()).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn a_shifted_and_scaled_diary_has_the_scaled_slope_and_the_same_phi(points in diary()) {
        let moved: Vec<_> = points.iter().map(|(day, value)| (day + 700, 10.0 + 3.0 * value)).collect();
        let one = gls_trend(&series(&points), TrendDf::Satterthwaite, Level::P95).unwrap();
        let other = gls_trend(&series(&moved), TrendDf::Satterthwaite, Level::P95).unwrap();
        prop_assert!(close(3.0 * one.slope_per_day, other.slope_per_day, 1e-6));
        let (one, other) = (one.fit.unwrap(), other.fit.unwrap());
        prop_assert!(close(one.phi, other.phi, 1e-5));
        prop_assert!(close(3.0 * one.se, other.se, 1e-5));
        prop_assert!(close(one.p_value, other.p_value, 1e-4));
    }

    #[test]
    fn integrated_degrees_of_freedom_do_not_depend_on_the_unit_of_time_or_value(points in diary()) {
        let weekly: Vec<_> = points.iter().map(|(day, value)| (7 * day, 4.0 - 0.5 * value)).collect();
        let one = gls_trend(&series(&points), TrendDf::Integrated, Level::P95).unwrap();
        let other = gls_trend(&series(&weekly), TrendDf::Integrated, Level::P95).unwrap();
        prop_assert!(close(-one.slope_per_day, 14.0 * other.slope_per_day, 1e-4));
        let (one, other) = (one.fit.unwrap(), other.fit.unwrap());
        prop_assert!(close(one.df, other.df, 1e-4), "{} {}", one.df, other.df);
        prop_assert!(1.0 <= one.df && one.df <= 38.0);
        let residual = gls_trend(&series(&points), TrendDf::Residual, Level::P95).unwrap().fit.unwrap();
        prop_assert!(one.df <= residual.df && one.p_value >= residual.p_value);
    }

    #[test]
    fn a_diary_read_backwards_has_the_opposite_trend(points in diary()) {
        let back: Vec<_> = points.iter().rev().map(|(day, value)| (-day, *value)).collect();
        let (one, other) = (series(&points), series(&back));
        let forwards = gls_trend(&one, TrendDf::Residual, Level::P95).unwrap();
        let backwards = gls_trend(&other, TrendDf::Residual, Level::P95).unwrap();
        prop_assert!(close(forwards.slope_per_day, -backwards.slope_per_day, 1e-6));
        for variance in [KendallVariance::Independent, KendallVariance::Ar1] {
            let forwards = mann_kendall(&one, variance).unwrap();
            let backwards = mann_kendall(&other, variance).unwrap();
            prop_assert_eq!(forwards.s, -backwards.s);
            if let (Ok(forwards), Ok(backwards)) = (forwards.test, backwards.test) {
                prop_assert!(close(forwards.p_value, backwards.p_value, 1e-9));
            }
        }
        prop_assert!(close(tau_b(&one).unwrap(), -tau_b(&other).unwrap(), 1e-12));
    }

    #[test]
    fn kendall_sees_only_the_order_of_values(points in diary()) {
        let curved: Vec<_> = points.iter().map(|(day, value)| (*day, value.powi(3) - 4.0)).collect();
        prop_assert_eq!(
            mann_kendall(&series(&points), KendallVariance::Independent),
            mann_kendall(&series(&curved), KendallVariance::Independent)
        );
    }

    #[test]
    fn the_order_of_pairs_does_not_matter_to_independent_differences(pairs in ratings()) {
        let back: Vec<_> = pairs.iter().rev().copied().collect();
        let (one, other) = (Pairs::new(pairs).unwrap(), Pairs::new(back).unwrap());
        let mean = |pairs: &Pairs| paired_mean(pairs, Differences::Independent, Level::P95).unwrap();
        prop_assert!(close(mean(&one).mean, mean(&other).mean, 1e-12));
        prop_assert!(close(mean(&one).test.unwrap().p_value, mean(&other).test.unwrap().p_value, 1e-9));
        prop_assert_eq!(hodges_lehmann(&one, Level::P95), hodges_lehmann(&other, Level::P95));
        prop_assert_eq!(sign_count(&one), sign_count(&other));
        let p = |pairs: &Pairs| sign_flip(pairs, Seed::new(7)).unwrap().p_value.unwrap();
        prop_assert!(close(p(&one), p(&other), 1e-12));
    }

    #[test]
    fn swapping_before_and_after_turns_every_change_around(pairs in ratings()) {
        let swapped: Vec<_> = pairs.iter().map(|(before, after)| (*after, *before)).collect();
        let (one, other) = (Pairs::new(pairs).unwrap(), Pairs::new(swapped).unwrap());
        for differences in [Differences::Independent, Differences::Autocorrelated] {
            let forwards = paired_mean(&one, differences, Level::P95).unwrap();
            let backwards = paired_mean(&other, differences, Level::P95).unwrap();
            prop_assert!(close(forwards.mean, -backwards.mean, 1e-12));
            if let (Ok(forwards), Ok(backwards)) = (forwards.test, backwards.test) {
                prop_assert!(close(forwards.interval.low(), -backwards.interval.high(), 1e-9));
            }
        }
        let (forwards, backwards) = (hodges_lehmann(&one, Level::P95).unwrap(), hodges_lehmann(&other, Level::P95).unwrap());
        prop_assert!(close(forwards.estimate, -backwards.estimate, 1e-15));
        prop_assert_eq!(sign_count(&one).lower, sign_count(&other).higher);
    }

    #[test]
    fn a_wider_level_never_gives_a_narrower_interval(pairs in ratings()) {
        let pairs = Pairs::new(pairs).unwrap();
        let width = |level: f64| {
            let found = hodges_lehmann(&pairs, Level::new(level).unwrap()).unwrap().interval;
            found.map(|found| found.interval.high() - found.interval.low())
        };
        if let (Ok(narrow), Ok(wide)) = (width(0.8), width(0.95)) {
            prop_assert!(narrow <= wide);
        }
    }

    #[test]
    fn the_smoothed_level_shifts_with_the_diary_and_has_every_day(points in diary()) {
        let moved: Vec<_> = points.iter().map(|(day, value)| (*day, value + 50.0)).collect();
        let (one, other) = (local_level(&series(&points)).fit.unwrap(), local_level(&series(&moved)).fit.unwrap());
        let span = points.last().unwrap().0 - points[0].0 + 1;
        prop_assert_eq!(i32::try_from(one.smoothed.len()).unwrap(), span);
        for (one, other) in one.smoothed.iter().zip(&other.smoothed) {
            prop_assert_eq!(one.day, other.day);
            prop_assert!(close(one.level + 50.0, other.level, 1e-4));
            prop_assert!(one.se.is_finite() && one.se >= 0.0);
        }
    }

    #[test]
    fn the_median_has_half_of_the_values_on_either_side(values in prop::collection::vec(-9.0..9.0, 1..30)) {
        let middle = median(&values).unwrap();
        let below = values.iter().filter(|value| **value < middle).count();
        let above = values.iter().filter(|value| **value > middle).count();
        prop_assert!(2 * below <= values.len() && 2 * above <= values.len());
    }

    #[test]
    fn the_wilson_interval_holds_the_share_and_mirrors(successes in 0_usize..40, failures in 1_usize..40) {
        let one = wilson(Trials::new(successes, successes + failures).unwrap(), Level::P95).unwrap();
        let other = wilson(Trials::new(failures, successes + failures).unwrap(), Level::P95).unwrap();
        prop_assert!((one.interval.low()..=one.interval.high()).contains(&one.proportion));
        prop_assert!(close(one.interval.low(), 1.0 - other.interval.high(), 1e-12));
    }
}

#[test]
fn an_empty_table_is_refused_not_answered() {
    let none = Pairs::new([]).unwrap();
    let empty = Refused::TooFew { have: 0, need: 1 };
    assert_eq!(paired_mean(&none, Differences::Independent, Level::P95), Err(empty));
    assert_eq!(sign_flip(&none, Seed::new(1)), Err(empty));
    assert_eq!(hodges_lehmann(&none, Level::P95), Err(empty));
    let series = Series::new([]).unwrap();
    assert_eq!(gls_trend(&series, TrendDf::Residual, Level::P95), Err(Refused::TooFew { have: 0, need: 2 }));
    assert_eq!(mann_kendall(&series, KendallVariance::Ar1), Err(Refused::TooFew { have: 0, need: 2 }));
    assert_eq!(local_level(&series).fit, Err(Refused::TooFew { have: 0, need: 3 }));
}

#[test]
fn the_same_seed_gives_the_same_draws_and_another_seed_nearly_the_same_p_value() {
    let pairs = Pairs::new((1..40_u32).map(|k| (0.0, (f64::from(k) * 1.618_033_988).sin() + 0.2))).unwrap();
    let p = |seed| sign_flip(&pairs, Seed::new(seed)).unwrap().p_value.unwrap();
    assert_eq!(p(3).to_bits(), p(3).to_bits());
    assert!((p(3) - p(4)).abs() < 0.02, "{} {}", p(3), p(4));
}

/// 6,000 equal nonzero differences: 2·2⁻⁶⁰⁰⁰ is below every f64; the p-value must still not be 0.
#[test]
fn a_p_value_is_never_zero() {
    let pairs = Pairs::new((0..4_000).map(|k| (9.0, f64::from(k % 3)))).unwrap();
    assert!(sign_flip(&pairs, Seed::new(1)).unwrap().p_value.unwrap() > 0.0);
    let line = Series::new((0..3_000).map(|day| (day, f64::from(day)))).unwrap();
    assert!(mann_kendall(&line, KendallVariance::Independent).unwrap().test.unwrap().p_value > 0.0);
}

/// A found counter-example: φ runs to 1, where the likelihood has no curvature left to count degrees of freedom by.
#[test]
fn a_diary_that_wanders_to_the_bound_has_one_degree_of_freedom_and_says_so() {
    let days = [1, 2, 5, 6, 7, 9, 11, 13, 15, 16, 17, 19];
    let ratings = [8.0, 9.0, 1.0, 1.0, 0.0, 0.0, 4.0, 4.0, 7.0, 4.0, 4.0, 4.0];
    let series = Series::new(days.into_iter().zip(ratings)).unwrap();
    let trend = gls_trend(&series, TrendDf::Satterthwaite, Level::P95).unwrap();
    assert_eq!(trend.cautions, [tidemark_stats::Caution::AutocorrelationAtBound]);
    assert!((trend.fit.unwrap().df - 1.0).abs() < 1e-12);
}
