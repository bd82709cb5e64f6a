//! Laws of effect sizes, pooling, adjusted p-values, planning and the anytime-valid interval, whatever the data.

use proptest::prelude::*;
use tidemark_stats::{
    Differences, Groups, Level, MeaningfulChange, PValues, Pairs, Refused, benjamini_hochberg,
    confidence_sequence, effect_size, paired_mean, pooled_groups, sessions_needed,
};

#[cfg(test)]
fn close(one: f64, other: f64, tolerance: f64) -> bool {
    (one - other).abs() <= tolerance * (1.0 + one.abs().max(other.abs()))
}

#[cfg(test)]
fn ratings() -> impl Strategy<Value = Vec<(f64, f64)>> {
    prop::collection::vec((0_u8..=10, 0_u8..=10), 2..30)
        .prop_map(|pairs| pairs.into_iter().map(|(b, a)| (f64::from(b), f64::from(a))).collect())
}

#[cfg(test)]
fn rows() -> impl Strategy<Value = Vec<(String, f64)>> {
    prop::collection::vec((0_usize..5, -5_i8..=5), 3..60).prop_map(|rows| {
        rows.into_iter().map(|(group, value)| (format!("g{group}"), f64::from(value))).collect()
    })
}

#[cfg(test)]
fn groups(rows: &[(String, f64)]) -> Groups {
    Groups::new(rows.iter().map(|(label, value)| (label.clone(), Some(*value)))).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn effect_sizes_have_no_unit_and_turn_around(pairs in ratings()) {
        let scaled: Vec<_> = pairs.iter().map(|(b, a)| (7.0 + 3.0 * b, 7.0 + 3.0 * a)).collect();
        let swapped: Vec<_> = pairs.iter().map(|(b, a)| (*a, *b)).collect();
        let of = |pairs: Vec<(f64, f64)>| effect_size(&Pairs::new(pairs).unwrap());
        let (one, other, back) = (of(pairs), of(scaled), of(swapped));
        for (one, other, back) in [
            (one.dz, other.dz, back.dz),
            (one.d_av, other.d_av, back.d_av),
            (one.hedges_g_av, other.hedges_g_av, back.hedges_g_av),
        ] {
            prop_assert_eq!(one.is_ok(), other.is_ok());
            if let (Ok(one), Ok(other), Ok(back)) = (one, other, back) {
                prop_assert!(close(one, other, 1e-9) && close(one, -back, 1e-9));
            }
        }
    }

    #[test]
    fn the_anytime_interval_scales_and_is_wider_than_the_t_interval(pairs in ratings()) {
        let scaled: Vec<_> = pairs.iter().map(|(b, a)| (4.0 * b, 4.0 * a)).collect();
        let of = |pairs: &[(f64, f64)]| Pairs::new(pairs.iter().copied()).unwrap();
        let one = confidence_sequence(&of(&pairs), Level::P95).unwrap();
        let other = confidence_sequence(&of(&scaled), Level::P95).unwrap();
        if let (Ok(one), Ok(other)) = (one.interval, other.interval) {
            prop_assert!(close(4.0 * one.low(), other.low(), 1e-9));
            let test = paired_mean(&of(&pairs), Differences::Independent, Level::P95).unwrap().test.unwrap();
            prop_assert!(one.low() < test.interval.low() && test.interval.high() < one.high());
        }
    }

    #[test]
    fn a_narrower_aim_never_takes_fewer_sessions(pairs in ratings(), points in 0.2..5.0_f64) {
        let pairs = Pairs::new(pairs).unwrap();
        let plan = |points| sessions_needed(&pairs, MeaningfulChange::new(points).unwrap(), Level::P95).plan;
        if let (Ok(narrow), Ok(wide)) = (plan(points / 2.0), plan(points)) {
            prop_assert!(narrow.sessions >= wide.sessions && narrow.upper >= wide.upper);
            prop_assert!(wide.upper >= wide.sessions && (2..=100).contains(&wide.sessions));
            prop_assert!(!wide.capped || wide.upper == 100);
        }
    }

    #[test]
    fn adjusted_p_values_keep_the_order_and_only_grow(values in prop::collection::vec(0.0..=1.0_f64, 1..40)) {
        let family = PValues::new(values.iter().copied().map(Some)).unwrap();
        let adjusted: Vec<f64> =
            benjamini_hochberg(&family).unwrap().adjusted.into_iter().map(Option::unwrap).collect();
        for (value, given) in values.iter().zip(&adjusted) {
            prop_assert!(value <= given && *given <= 1.0);
            for (other, another) in values.iter().zip(&adjusted) {
                prop_assert!(value > other || given <= another);
            }
        }
    }

    #[test]
    fn pooling_shifts_scales_and_does_not_see_the_order_of_rows(rows in rows()) {
        let moved: Vec<_> = rows.iter().map(|(label, value)| (label.clone(), 20.0 + 3.0 * value)).collect();
        let back: Vec<_> = rows.iter().rev().cloned().collect();
        let one = pooled_groups(&groups(&rows), Level::P95);
        let other = pooled_groups(&groups(&moved), Level::P95);
        let turned = pooled_groups(&groups(&back), Level::P95);
        prop_assert_eq!(one.pooling.is_ok(), other.pooling.is_ok());
        prop_assert_eq!(one.pooling.is_ok(), turned.pooling.is_ok());
        if let (Ok(pooled), Ok(other), Ok(turned)) = (one.pooling, other.pooling, turned.pooling) {
            prop_assert!(close(20.0 + 3.0 * pooled.overall, other.overall, 1e-7));
            prop_assert!(close(9.0 * pooled.tau_squared, other.tau_squared, 1e-6));
            prop_assert!(close(pooled.overall, turned.overall, 1e-9));
            prop_assert!(close(pooled.overall_se, turned.overall_se, 1e-7));
            for group in &one.groups {
                let (middle, se) = group.pooled.unwrap();
                let (low, high) = (group.mean.min(pooled.overall), group.mean.max(pooled.overall));
                prop_assert!(middle >= low - 1e-9 && middle <= high + 1e-9 && se > 0.0);
            }
        }
    }
}

#[test]
fn hostile_sizes_give_numbers_or_refusals() {
    let large = Pairs::new((0..12).map(|k| (3e99 * f64::from(k % 3), -3e99 * f64::from(k % 4)))).unwrap();
    let small = Pairs::new((0..12).map(|k| (1e-100 * f64::from(k % 3), -0.0))).unwrap();
    for pairs in [large, small] {
        let size = effect_size(&pairs);
        assert!(size.dz.unwrap().is_finite() && size.hedges_g_av.unwrap().is_finite());
        let held = confidence_sequence(&pairs, Level::P95).unwrap().interval.unwrap();
        assert!(held.low().is_finite() && held.high().is_finite());
        for points in [1e-300, 1.0, 1e300] {
            sessions_needed(&pairs, MeaningfulChange::new(points).unwrap(), Level::P95).plan.unwrap();
        }
    }
    for scale in [1e99, 1e-90, 1.0] {
        let rows = (0..30).map(|k| (format!("g{}", k % 3), Some(scale * f64::from(k * k % 7))));
        let pooled = pooled_groups(&Groups::new(rows).unwrap(), Level::P95);
        let found = pooled.pooling.unwrap();
        assert!(found.tau_squared.is_finite() && found.interval.low() < found.interval.high(), "{found:?}");
    }
    // Groups that hardly vary, far apart.
    let rows =
        (0..30).map(|k| (format!("g{}", k % 3), Some(f64::from(k % 3) * 1e6 + 1e-6 * f64::from(k % 5))));
    assert!(pooled_groups(&Groups::new(rows).unwrap(), Level::P95).pooling.is_ok());
}

#[test]
fn nothing_is_refused_by_name() {
    let none = Pairs::new([]).unwrap();
    assert_eq!(effect_size(&none).dz, Err(Refused::TooFew { have: 0, need: 2 }));
    assert_eq!(confidence_sequence(&none, Level::P95), Err(Refused::TooFew { have: 0, need: 1 }));
    let aim = MeaningfulChange::new(1.0).unwrap();
    assert_eq!(sessions_needed(&none, aim, Level::P95).plan, Err(Refused::TooFew { have: 0, need: 2 }));
    assert_eq!(benjamini_hochberg(&PValues::new([]).unwrap()), Err(Refused::TooFew { have: 0, need: 1 }));
    for wrong in [0.0, -1.0, f64::NAN, f64::INFINITY] {
        assert!(MeaningfulChange::new(wrong).is_err());
    }
}
