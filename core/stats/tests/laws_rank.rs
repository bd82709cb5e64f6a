//! Laws of the methods that use order alone: Wilcoxon, Theil–Sen, seasonal Kendall, two phases.

use std::num::NonZeroU32;

use proptest::prelude::*;
use tidemark_stats::{
    Direction, KendallVariance, Level, MeaningfulChange, MeaningfulCount, Pairs, Phase, Phases, Refused,
    Series, Zeros, baseline_corrected_tau, mann_kendall, nap, seasonal_kendall, sign_count, tau_u, theil_sen,
    wilcoxon,
};

#[cfg(test)]
fn close(one: f64, other: f64, tolerance: f64) -> bool {
    (one - other).abs() <= tolerance * (1.0 + one.abs().max(other.abs()))
}

/// Ratings 0–10 in steps of one quarter on days with gaps.
#[cfg(test)]
fn diary() -> impl Strategy<Value = Vec<(i32, f64)>> {
    prop::collection::vec((1_i32..4, 0_u8..=40), 2..60).prop_map(|steps| {
        let mut day = 0;
        let later = |(gap, quarters)| {
            day += gap;
            (day, f64::from(quarters) / 4.0)
        };
        steps.into_iter().map(later).collect()
    })
}

#[cfg(test)]
fn ratings() -> impl Strategy<Value = Vec<(f64, f64)>> {
    prop::collection::vec((0_u8..=10, 0_u8..=10), 1..40)
        .prop_map(|pairs| pairs.into_iter().map(|(b, a)| (f64::from(b), f64::from(a))).collect())
}

/// Rows of two phases, A first, ratings in quarters, some missing; at least two values in each phase.
#[cfg(test)]
fn rows() -> impl Strategy<Value = Vec<(Phase, Option<f64>)>> {
    let side = || {
        prop::collection::vec(
            prop::option::weighted(0.8, (0_u8..=40).prop_map(|v| f64::from(v) / 4.0)),
            2..16,
        )
    };
    (side(), side())
        .prop_map(|(a, b)| {
            let a = a.into_iter().map(|value| (Phase::A, value));
            a.chain(b.into_iter().map(|value| (Phase::B, value))).collect::<Vec<_>>()
        })
        .prop_filter("two values in each phase", |rows| {
            let rated = |phase| rows.iter().filter(|row| row.0 == phase && row.1.is_some()).count();
            rated(Phase::A) > 1 && rated(Phase::B) > 1
        })
}

/// Numbers that break sums and ties: both zeros, the largest and the smallest allowed, neighbours, ordinary ones.
#[cfg(test)]
fn hostile() -> impl Strategy<Value = f64> {
    let least_more = f64::from_bits(1.0_f64.to_bits() + 1);
    prop::sample::select(vec![
        0.0, -0.0, 1e100, -1e100, 1e-100, -1e-100, 1.0, least_more, 0.1, 0.3, 7.0, -2.5, 1e9,
    ])
}

#[cfg(test)]
fn series(points: &[(i32, f64)]) -> Series {
    Series::new(points.iter().copied()).unwrap()
}

#[cfg(test)]
fn slope(points: &[(i32, f64)]) -> [f64; 3] {
    let found = theil_sen(&series(points), Level::P95).unwrap();
    [found.slope_per_30_days, found.interval.low(), found.interval.high()]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn the_theil_sen_slope_is_the_middle_of_the_sorted_slopes(points in diary()) {
        let mut slopes = Vec::new();
        for (place, (day, value)) in points.iter().enumerate() {
            slopes.extend(points[..place].iter().map(|(early, other)| (value - other) / f64::from(day - early)));
        }
        slopes.sort_by(f64::total_cmp);
        let middle = f64::midpoint(slopes[slopes.len() / 2], slopes[(slopes.len() - 1) / 2]);
        prop_assert_eq!(theil_sen(&series(&points), Level::P95).unwrap().slope_per_day.to_bits(), (middle + 0.0).to_bits());
    }

    #[test]
    fn theil_sen_follows_a_line_a_scale_and_the_reversal_of_time(points in diary()) {
        let [middle, low, high] = slope(&points);
        prop_assert!(low <= middle && middle <= high);
        let tilted: Vec<_> = points.iter().map(|(day, v)| (day + 90, 2.0 * v + 0.5 * f64::from(*day))).collect();
        let moved = theil_sen(&series(&tilted), Level::P95).unwrap();
        prop_assert!(close(moved.slope_per_30_days, 2.0 * middle + 15.0, 1e-12));
        let back: Vec<_> = points.iter().rev().map(|(day, v)| (-day, *v)).collect();
        let [back, back_low, back_high] = slope(&back);
        prop_assert!(close(middle, -back, 1e-12) && close(low, -back_high, 1e-12) && close(high, -back_low, 1e-12));
    }

    #[test]
    fn a_cycle_of_one_day_is_mann_kendall_and_whole_cycles_move_nothing(points in diary()) {
        let of = |points: &[(i32, f64)], period| {
            seasonal_kendall(&series(points), NonZeroU32::new(period).unwrap()).unwrap()
        };
        let plain = mann_kendall(&series(&points), KendallVariance::Independent).unwrap();
        let one = of(&points, 1);
        prop_assert_eq!(one.s, plain.s);
        if let (Ok(one), Ok(plain)) = (one.test, plain.test) {
            prop_assert!(close(one.z, plain.z, 1e-12));
        }
        let moved: Vec<_> = points.iter().map(|(day, v)| (day - 7 * 40, v * v)).collect();
        prop_assert_eq!(of(&points, 7), of(&moved, 7));
        let turned: Vec<_> = points.iter().map(|(day, v)| (*day, -v)).collect();
        prop_assert_eq!(of(&points, 7).s, -of(&turned, 7).s);
    }

    #[test]
    fn swapping_before_and_after_swaps_the_rank_sums(pairs in ratings(), scale in 1_u8..9) {
        let swapped = Pairs::new(pairs.iter().map(|(b, a)| (a * f64::from(scale), b * f64::from(scale)))).unwrap();
        let pairs = Pairs::new(pairs).unwrap();
        for zeros in [Zeros::Pratt, Zeros::Drop] {
            let (one, other) = (wilcoxon(&pairs, zeros).unwrap(), wilcoxon(&swapped, zeros).unwrap());
            prop_assert_eq!((one.w_plus.to_bits(), one.w_minus.to_bits()), (other.w_minus.to_bits(), other.w_plus.to_bits()));
            prop_assert_eq!(one.p_value, other.p_value);
            if let Ok(p) = one.p_value {
                prop_assert!(p > 0.0 && p <= 1.0);
            }
        }
    }

    #[test]
    fn zeros_change_nothing_where_there_are_none(pairs in ratings()) {
        let pairs = Pairs::new(pairs.into_iter().filter(|(b, a)| (a - b).abs() > 0.5)).unwrap();
        let found = |zeros| wilcoxon(&pairs, zeros).map(|found| (found.w_plus.to_bits(), found.p_value));
        prop_assert_eq!(found(Zeros::Pratt), found(Zeros::Drop));
    }

    #[test]
    fn every_change_is_lower_the_same_or_higher_and_meaningful_ones_are_never_more(pairs in ratings(), least in 1_u8..11) {
        let pairs = Pairs::new(pairs).unwrap();
        let counted = sign_count(&pairs);
        prop_assert_eq!(counted.lower + counted.same + counted.higher, pairs.n());
        let of = |points: f64| {
            MeaningfulCount::of(&pairs, MeaningfulChange::new(points).unwrap(), Level::P95).unwrap()
        };
        let found = of(f64::from(least));
        prop_assert!(found.count <= of(f64::from(least) - 0.5).count);
        prop_assert!(found.count <= counted.lower + counted.higher);
        prop_assert!(found.interval.low() <= found.proportion && found.proportion <= found.interval.high());
    }

    #[test]
    fn nap_mirrors_and_sees_only_the_order(rows in rows()) {
        let phases = Phases::new(rows.iter().copied()).unwrap();
        let curved = Phases::new(rows.iter().map(|(phase, v)| (*phase, v.map(|v| v * v * v)))).unwrap();
        let higher = nap(&phases, Direction::Higher, Level::P95).unwrap();
        let lower = nap(&phases, Direction::Lower, Level::P95).unwrap();
        prop_assert!(close(higher.estimate, 1.0 - lower.estimate, 1e-15));
        prop_assert!(close(higher.interval.low(), 1.0 - lower.interval.high(), 1e-12));
        prop_assert!(close(higher.interval.high(), 1.0 - lower.interval.low(), 1e-12));
        prop_assert_eq!(&higher, &nap(&curved, Direction::Higher, Level::P95).unwrap());
        prop_assert!(0.0 <= higher.interval.low() && higher.interval.low() <= higher.estimate);
        prop_assert!(higher.estimate <= higher.interval.high() && higher.interval.high() <= 1.0);
        prop_assert!(higher.interval.low() < higher.interval.high());
        prop_assert!(higher.se.is_ok_and(|se| se > 0.0));
        prop_assert_eq!(tau_u(&phases), tau_u(&curved));
    }

    #[test]
    fn a_line_under_all_values_leaves_the_baseline_corrected_tau(rows in rows(), quarters in -8_i32..9) {
        let line = |place: usize| f64::from(quarters) * 0.25 * f64::from(u32::try_from(place).unwrap());
        let tilted = rows.iter().enumerate().map(|(place, (phase, v))| (*phase, v.map(|v| 3.0 * v + line(place))));
        let tilted = baseline_corrected_tau(&Phases::new(tilted).unwrap(), Level::P95);
        let plain = baseline_corrected_tau(&Phases::new(rows.iter().copied()).unwrap(), Level::P95);
        prop_assert_eq!(plain.clone().err(), tilted.clone().err());
        if let (Ok(plain), Ok(tilted)) = (plain, tilted) {
            prop_assert!(close(plain.estimate, tilted.estimate, 1e-12), "{} {}", plain.estimate, tilted.estimate);
            prop_assert!((-1.0..=1.0).contains(&plain.estimate));
        }
    }

    #[test]
    fn a_row_without_a_value_at_the_end_is_only_counted(rows in rows()) {
        let longer = Phases::new(rows.iter().copied().chain([(Phase::B, None)])).unwrap();
        let phases = Phases::new(rows).unwrap();
        prop_assert_eq!(longer.n_missing(), phases.n_missing() + 1);
        let of = |phases: &Phases| {
            (
                nap(phases, Direction::Higher, Level::P95).unwrap().interval,
                tau_u(phases).unwrap().estimate.to_bits(),
                baseline_corrected_tau(phases, Level::P95).map(|found| found.interval),
            )
        };
        prop_assert_eq!(of(&longer), of(&phases));
    }

    #[test]
    fn hostile_values_give_numbers_or_refusals(values in prop::collection::vec(hostile(), 0..60)) {
        let points: Vec<_> = (0_i32..).map(|k| k * k % 7 + 7 * k).zip(values.iter().copied()).collect();
        if let Ok(found) = theil_sen(&series(&points), Level::P95) {
            for number in [found.slope_per_day, found.slope_per_30_days, found.interval.low(), found.interval.high()] {
                prop_assert!(number.is_finite() && (number.is_sign_positive() || number < 0.0));
            }
        }
        if let Ok(found) = seasonal_kendall(&series(&points), NonZeroU32::MAX) {
            prop_assert_eq!((found.s, found.test), (0, Err(Refused::NoVariation)));
        }
        let pairs = Pairs::new(values.iter().map(|value| (*value, 0.3))).unwrap();
        if let Ok(found) = wilcoxon(&pairs, Zeros::Pratt) {
            let zeros = values.len() - sign_count(&pairs).lower - sign_count(&pairs).higher;
            let ranks = |n: usize| f64::from(u32::try_from(n * (n + 1) / 2).unwrap());
            prop_assert!(close(found.w_plus + found.w_minus, ranks(values.len()) - ranks(zeros), 1e-12));
        }
        let rows = values.iter().enumerate().map(|(place, v)| (if place % 3 < 2 { Phase::A } else { Phase::B }, Some(*v)));
        let phases = Phases::new(rows).unwrap();
        if let Ok(found) = nap(&phases, Direction::Lower, Level::P95) {
            prop_assert!((0.0..=1.0).contains(&found.estimate) && !found.se.is_ok_and(f64::is_nan));
        }
        if let Ok(found) = tau_u(&phases) {
            prop_assert!(found.estimate.is_finite());
        }
        if let Ok(found) = baseline_corrected_tau(&phases, Level::P95) {
            prop_assert!((-1.0..=1.0).contains(&found.estimate));
        }
    }
}

#[test]
fn empty_input_is_refused_not_answered() {
    assert_eq!(wilcoxon(&Pairs::new([]).unwrap(), Zeros::Pratt), Err(Refused::TooFew { have: 0, need: 1 }));
    let none = Series::new([]).unwrap();
    assert_eq!(theil_sen(&none, Level::P95), Err(Refused::TooFew { have: 0, need: 2 }));
    assert_eq!(
        seasonal_kendall(&none, NonZeroU32::new(7).unwrap()),
        Err(Refused::TooFew { have: 0, need: 2 })
    );
    let one_phase = Phases::new([(Phase::A, Some(3.0)), (Phase::A, Some(4.0)), (Phase::B, None)]).unwrap();
    assert_eq!(nap(&one_phase, Direction::Higher, Level::P95), Err(Refused::TooFew { have: 0, need: 1 }));
    assert_eq!(tau_u(&one_phase), Err(Refused::TooFew { have: 0, need: 1 }));
    assert_eq!(baseline_corrected_tau(&one_phase, Level::P95), Err(Refused::TooFew { have: 0, need: 1 }));
}

/// 300 changes in one direction: p = 2·2⁻³⁰⁰; by thousands the normal tail underflows.
#[test]
fn a_rank_test_has_no_p_value_of_zero() {
    let rising = |n: u32| Pairs::new((0..n).map(|k| (0.0, f64::from(k + 1)))).unwrap();
    let p = wilcoxon(&rising(300), Zeros::Pratt).unwrap().p_value.unwrap();
    assert!((p / 2.0_f64.powi(-299) - 1.0).abs() < 1e-12, "{p:e}");
    assert!(wilcoxon(&rising(20_000), Zeros::Pratt).unwrap().p_value.unwrap() > 0.0);
    let line = Series::new((0..20_000).map(|day| (day, f64::from(day)))).unwrap();
    assert!(seasonal_kendall(&line, NonZeroU32::new(7).unwrap()).unwrap().test.unwrap().p_value > 0.0);
}

#[test]
fn a_least_change_that_is_not_above_zero_is_refused() {
    for points in [0.0, -0.0, -1.0, f64::NAN, f64::INFINITY] {
        assert!(MeaningfulChange::new(points).is_err(), "{points}");
    }
}
