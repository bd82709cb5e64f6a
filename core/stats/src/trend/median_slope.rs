//! Median of the slopes between all pairs of values, by position, without the list of pairs: O(n log n) a halving.
//!
//! The number of slopes below v is the number of falling pairs of xᵢ − v·i. Halving brackets the slope asked for to
//! 1e-12 of the range; the answer is then the slope of a pair inside the bracket, exact for ratings on a grid.
//! Source: the counting of Dillencourt, Mount & Netanyahu 1992, doi:10.1142/S0218195992000020.

use crate::count::float;
use crate::rank::falling_pairs;

/// Median slope per position, for two values or more; 0 for fewer.
pub(super) fn median_slope(values: &[f64]) -> f64 {
    let pairs = values.len() * values.len().saturating_sub(1) / 2;
    if pairs == 0 {
        return 0.0;
    }
    let upper = nth_slope(values, pairs / 2 + 1);
    if pairs % 2 == 1 { upper } else { f64::midpoint(nth_slope(values, pairs / 2), upper) }
}

/// The k-th smallest slope, k from 1.
fn nth_slope(values: &[f64], k: usize) -> f64 {
    let range = values.iter().fold(f64::NEG_INFINITY, |most, value| most.max(*value))
        - values.iter().fold(f64::INFINITY, |least, value| least.min(*value));
    if range <= 0.0 {
        return 0.0;
    }
    let wanted = i64::try_from(k).unwrap_or(i64::MAX);
    let (mut low, mut high) = (-1.5 * range, 1.5 * range);
    while high - low > 1e-12 * range {
        let middle = f64::midpoint(low, high);
        if falling_pairs(&tilted(values, middle)) >= wanted {
            high = middle;
        } else {
            low = middle;
        }
    }
    let slack = 1e-11 * range;
    slope_within(values, low - slack, high + slack).unwrap_or_else(|| f64::midpoint(low, high))
}

fn tilted(values: &[f64], slope: f64) -> Vec<f64> {
    values.iter().enumerate().map(|(place, value)| value - slope * float(place)).collect()
}

/// A slope between `low` and `high`: pairs that change order between the two tilts include one that stands side by
/// side in the first.
fn slope_within(values: &[f64], low: f64, high: f64) -> Option<f64> {
    let mut order: Vec<(f64, usize, f64)> = tilted(values, low)
        .into_iter()
        .zip(values)
        .enumerate()
        .map(|(at, (key, value))| (key, at, *value))
        .collect();
    order.sort_by(|one, other| one.0.total_cmp(&other.0));
    order.windows(2).find_map(|pair| match pair {
        [(_, one, here), (_, other, there)] => {
            let run = float(*other) - float(*one);
            let slope = (there - here) / run;
            (low..=high).contains(&slope).then_some(slope)
        }
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::median_slope;

    /// Slopes of 1, 4, 2, 9 by hand: 3, −2, 7, ½, 5/2, 8/3; median (5/2 + 8/3)/2 = 31/12.
    #[test]
    fn four_values_have_the_median_slope_by_hand() {
        assert!((median_slope(&[1.0, 4.0, 2.0, 9.0]) - 31.0 / 12.0).abs() < 1e-15);
        assert!(median_slope(&[3.0, 3.0, 3.0]).abs() < 1e-300);
    }
}
