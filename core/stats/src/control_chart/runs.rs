//! Runs on one side of the centre and crossings of it.

use crate::distribution::Binomial;

/// Share of charts of independent days that are signalled for few crossings.
const RARE: f64 = 0.05;

/// Days on which a run becomes longer than round(log₂ n) + 3.
///
/// # Shape
/// (day, above the centre) of the values off the centre, in order.
pub(super) fn long_runs(sides: &[(i32, bool)]) -> impl Iterator<Item = i32> + '_ {
    let longest = longest(sides.len());
    sides.chunk_by(|one, other| one.1 == other.1).filter_map(move |run| run.get(longest).map(|(day, _)| *day))
}

/// Round(log₂ n) + 3, without a logarithm: log₂ n is nearer the next whole number where n² passes the power between.
fn longest(n: usize) -> usize {
    let whole = n.checked_ilog2().unwrap_or(0);
    let square = (n as u128) * (n as u128);
    let rounded = if square > 1_u128 << (2 * whole + 1) { whole + 1 } else { whole };
    rounded as usize + 3
}

/// Whether the centre is crossed fewer times than the 5 % quantile of a binomial with n − 1 trials of ½.
///
/// # Formula
/// The quantile is the smallest q with P(X ≤ q) ≥ .05, so fewer than it means P(X ≤ crossings) < .05.
pub(super) fn crosses_too_rarely(sides: &[(i32, bool)]) -> bool {
    let trials = sides.len().saturating_sub(1);
    let crossings = sides.windows(2).filter(|pair| matches!(pair, [one, other] if one.1 != other.1)).count();
    trials > 0 && Binomial::new(trials, 0.5).is_some_and(|tosses| tosses.cdf(crossings) < RARE)
}

#[cfg(test)]
mod tests {
    use super::{crosses_too_rarely, long_runs, longest};

    /// R 4.2.2: `round(log2(n)) + 3`.
    #[test]
    fn the_longest_run_allowed_is_the_one_of_anhoj_and_olesen() {
        for (n, expected) in [
            (1, 3),
            (2, 4),
            (3, 5),
            (10, 6),
            (11, 6),
            (12, 7),
            (22, 7),
            (23, 8),
            (24, 8),
            (45, 8),
            (46, 9),
            (365, 12),
        ] {
            assert_eq!(longest(n), expected, "{n}");
        }
    }

    /// `qbinom(.05, 19, .5)` is 6: five crossings of twenty values are too few, six are not.
    #[test]
    fn five_crossings_of_twenty_values_are_too_few() {
        let side =
            |crossings: i32| (0..20).map(move |day| (day, day.min(crossings) % 2 == 0)).collect::<Vec<_>>();
        assert!(crosses_too_rarely(&side(5)));
        assert!(!crosses_too_rarely(&side(6)));
    }

    #[test]
    fn a_run_speaks_on_the_day_that_makes_it_too_long() {
        let sides: Vec<(i32, bool)> = (0..16).map(|day| (day, !(4..=13).contains(&day))).collect();
        assert_eq!(long_runs(&sides).collect::<Vec<_>>(), [11]);
    }
}
