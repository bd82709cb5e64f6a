//! Laws of the difference between two kinds of sessions: kinds changed over, constants, scale, time turned round.

use proptest::prelude::*;
use tidemark_stats::{Difference, GroupedPair, GroupedPairs, Level, Refused, group_difference};

#[cfg(test)]
fn close(one: f64, other: f64) -> bool {
    (one - other).abs() <= 1e-5 * (1.0 + one.abs().max(other.abs()))
}

/// Sessions a day to two weeks apart with ratings 0–10.
#[cfg(test)]
fn sessions() -> impl Strategy<Value = Vec<GroupedPair>> {
    prop::collection::vec((1_i32..15, 0_u8..=10, 0_u8..=10, any::<bool>()), 6..50).prop_map(|rows| {
        let mut day = 0;
        rows.into_iter()
            .map(|(gap, before, outcome, first)| {
                day += gap;
                GroupedPair { day, before: f64::from(before), outcome: f64::from(outcome), first }
            })
            .collect()
    })
}

#[cfg(test)]
fn found(pairs: impl IntoIterator<Item = GroupedPair>) -> Result<Difference, Refused> {
    group_difference(&GroupedPairs::new(pairs).unwrap(), Level::P95).difference
}

/// The other difference is this one `times` over, with the same certainty.
#[cfg(test)]
fn is_times(one: Result<Difference, Refused>, other: Result<Difference, Refused>, times: f64) -> bool {
    match (one, other) {
        (Ok(one), Ok(other)) => {
            let ends = [one.interval.low() * times, one.interval.high() * times];
            let [low, high] = if times < 0.0 { [ends[1], ends[0]] } else { ends };
            close(one.estimate * times, other.estimate)
                && close(one.se * times.abs(), other.se)
                && close(low, other.interval.low())
                && close(high, other.interval.high())
                && close(one.p_value, other.p_value)
                && close(one.df, other.df)
        }
        (one, other) => one.err() == other.err(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn kinds_changed_over_turn_the_sign_and_nothing_else(pairs in sessions()) {
        let turned = pairs.iter().map(|pair| GroupedPair { first: !pair.first, ..*pair });
        let (one, other) = (found(pairs.clone()), found(turned));
        prop_assert!(is_times(one, other, -1.0), "{one:?} {other:?}");
        if let (Ok(one), Ok(other)) = (one, other) {
            prop_assert!(close(one.before_coefficient, other.before_coefficient));
        }
    }

    #[test]
    fn constants_added_to_either_rating_or_to_the_days_change_nothing(
        pairs in sessions(), before in -20_i32..20, outcome in -20_i32..20, days in -9_000_i32..9_000,
    ) {
        let moved = pairs.iter().map(|pair| GroupedPair {
            day: pair.day + days,
            before: pair.before + f64::from(before),
            outcome: pair.outcome + f64::from(outcome),
            ..*pair
        });
        let (one, other) = (found(pairs.clone()), found(moved));
        prop_assert!(is_times(one, other, 1.0), "{one:?} {other:?}");
    }

    #[test]
    fn a_multiple_of_the_outcome_has_that_multiple_as_difference(pairs in sessions()) {
        let scaled = pairs.iter().map(|pair| GroupedPair { outcome: 10.0 - 3.0 * pair.outcome, ..*pair });
        let (one, other) = (found(pairs.clone()), found(scaled));
        prop_assert!(is_times(one, other, -3.0), "{one:?} {other:?}");
    }

    #[test]
    fn part_of_the_rating_before_taken_off_the_outcome_changes_the_coefficient_alone(pairs in sessions()) {
        let changes = pairs.iter().map(|pair| GroupedPair { outcome: pair.outcome - pair.before, ..*pair });
        let (one, other) = (found(pairs.clone()), found(changes));
        prop_assert!(is_times(one, other, 1.0), "{one:?} {other:?}");
        if let (Ok(one), Ok(other)) = (one, other) {
            prop_assert!(close(one.before_coefficient - 1.0, other.before_coefficient));
        }
    }

    #[test]
    fn time_turned_round_changes_nothing(pairs in sessions()) {
        let turned = pairs.iter().rev().map(|pair| GroupedPair { day: -pair.day, ..*pair });
        let (one, other) = (found(pairs.clone()), found(turned));
        prop_assert!(is_times(one, other, 1.0), "{one:?} {other:?}");
    }

    #[test]
    fn the_interval_holds_zero_where_p_is_above_five_percent(pairs in sessions()) {
        if let Ok(found) = found(pairs) {
            prop_assert_eq!(found.interval.low() > 0.0 || found.interval.high() < 0.0, found.p_value < 0.05);
            prop_assert!(found.interval.low() < found.estimate && found.estimate < found.interval.high());
            prop_assert!((0.0..=1.0).contains(&found.phi));
        }
    }
}

/// Two kinds in blocks of three, mean after 5 and 2; the rating before stands crosswise to the kind, so by least squares its
/// coefficient is that of both blocks together.
#[test]
fn days_so_far_apart_that_none_are_alike_give_the_difference_of_means() {
    let rows = [(4.0, 4.0), (5.0, 6.0), (6.0, 5.0), (4.0, 2.0), (5.0, 1.0), (6.0, 3.0)];
    let pairs = (0..).zip(rows).map(|(place, (before, outcome))| GroupedPair {
        day: place * 300_000_000,
        before,
        outcome,
        first: place < 3,
    });
    let found = found(pairs).unwrap();
    assert!((found.estimate - 3.0).abs() < 1e-9 && (found.before_coefficient - 0.5).abs() < 1e-9);
    // Residuals ½ (-1, 2, -1, 1, -2, 1), their squares sum to 3, df 3: s² = 1, se = √(1/3 + 1/3).
    assert!((found.se - (2.0_f64 / 3.0).sqrt()).abs() < 1e-9 && (found.df - 3.0).abs() < 1e-12);
}
