//! How much neighbouring values are alike, and what that does to the variance of a sum.
//!
//! Refuses nothing itself: its callers decide when a coefficient is defined. Checked through the methods that use it,
//! in `oracles/{paired_mean,mann_kendall}/`.

mod coefficients;
mod transform;

use crate::count::float;
use crate::distribution::normal_quantile;

pub use coefficients::{Autocorrelation, Lags, LjungBox, autocorrelation};

/// Σ e·e′ over neighbours in order, whatever their distance in days.
pub(crate) fn lag_one(deviations: &[f64]) -> f64 {
    deviations.iter().zip(deviations.iter().skip(1)).map(|(this, next)| this * next).sum()
}

/// Variance of a mean of n equally spaced AR(1) values over that of independent ones, at least 1 for ρ ≥ 0.
///
/// # Formula
/// 1 + 2 Σ_{k=1}^{n−1} (1 − k/n) ρᵏ.
/// # Source
/// Bayley & Hammersley 1946, doi:10.2307/2983560.
pub(crate) fn variance_inflation(n: usize, rho: f64) -> f64 {
    let count = float(n);
    let mut power = 1.0;
    let mut sum = 0.0;
    for k in 1..n {
        power *= rho;
        sum += (1.0 - float(k) / count) * power;
    }
    1.0 + 2.0 * sum
}

/// The same factor for values on the given days, gaps and all.
///
/// # Formula
/// `1 + (2/n) Σ_{i<j} ρ^(day_j − day_i)`, in O(n): with `c_j = Σ_{i<j} ρ^(day_j − day_i)`, `c_j = ρ^Δ (c_{j−1} + 1)`.
pub(crate) fn variance_inflation_on_days(days: &[f64], rho: f64) -> f64 {
    let mut correlated = 0.0;
    let mut sum = 0.0;
    for (earlier, later) in days.iter().zip(days.iter().skip(1)) {
        // Nearly every gap is one day, and a power is the dear part.
        let gap = later - earlier;
        correlated = if gap < 1.5 { rho } else { rho.powf(gap) } * (correlated + 1.0);
        sum += correlated;
    }
    1.0 + 2.0 * sum / float(days.len())
}

/// Lag-one autocorrelation of residuals over the pairs exactly one day apart; `None` without such a pair or without
/// variation.
///
/// # Formula
/// r₁ = [Σ e·e′ over the P pairs one day apart / P] / [Σe²/n] · (n − 1)/n. Without gaps this is Σee′/Σe².
pub(crate) fn lag_one_on_days(days: &[f64], residuals: &[f64]) -> Option<f64> {
    let n = float(residuals.len());
    let mut pairs = 0_usize;
    let mut product = 0.0;
    for (day, value) in days.windows(2).zip(residuals.windows(2)) {
        if let ([earlier, later], [this, next]) = (day, value)
            && later - earlier < 1.5
        {
            pairs += 1;
            product += this * next;
        }
    }
    let square = residuals.iter().map(|value| value * value).sum::<f64>() / n;
    (pairs > 0 && square > 0.0).then(|| product / float(pairs) / square * (n - 1.0) / n)
}

/// Variance factor of Yue & Wang with lag one of the detrended values; `None` without variation.
///
/// # Source
/// Yue & Wang 2004, doi:10.1023/B:WARM.0000043140.61082.60, as pymannkendall computes it, unclamped.
pub(crate) fn yue_wang_factor(detrended: &[f64]) -> Option<f64> {
    let n = float(detrended.len());
    let deviations = centred(detrended);
    let square: f64 = deviations.iter().map(|value| value * value).sum();
    (square > 0.0).then(|| 1.0 + 2.0 * (1.0 - 1.0 / n) * lag_one(&deviations) / square)
}

/// Variance factor of Hamed & Rao over all lags of the ranks of the detrended values that leave ±1.96/√n; `None`
/// without variation. O(n²) time, for comparison only.
///
/// # Source
/// Hamed & Rao 1998, doi:10.1016/S0022-1694(97)00125-X, as pymannkendall computes it, unclamped.
pub(crate) fn hamed_rao_factor(detrended: &[f64]) -> Option<f64> {
    let n = float(detrended.len());
    let deviations = centred(&midranks(detrended));
    let square: f64 = deviations.iter().map(|value| value * value).sum();
    let bound = normal_quantile(0.975)? / n.sqrt();
    let weighted: f64 = (1..detrended.len())
        .map(|lag| {
            let r = lagged_product(&deviations, lag) / square;
            let k = float(lag);
            if r.abs() <= bound { 0.0 } else { (n - k) * (n - k - 1.0) * (n - k - 2.0) * r }
        })
        .sum();
    (square > 0.0).then(|| 1.0 + 2.0 / (n * (n - 1.0) * (n - 2.0)) * weighted)
}

/// Σ e·e′ over the pairs `lag` places apart, in eight sums side by side: one sum alone would wait for each addition.
/// Deviations of midranks are multiples of ½, so the order of additions changes nothing below n = 200,000.
fn lagged_product(deviations: &[f64], lag: usize) -> f64 {
    const LANES: usize = 8;
    let later = deviations.get(lag..).unwrap_or_default();
    let (blocks, rest) = later.as_chunks::<LANES>();
    let (earlier_blocks, _) = deviations.as_chunks::<LANES>();
    let mut sums = [0.0_f64; LANES];
    for (one, other) in earlier_blocks.iter().zip(blocks) {
        for (sum, (one, other)) in sums.iter_mut().zip(one.iter().zip(other)) {
            *sum += one * other;
        }
    }
    let left = deviations.iter().skip(later.len() - rest.len()).zip(rest);
    sums.iter().sum::<f64>() + left.map(|(one, other)| one * other).sum::<f64>()
}

fn centred(values: &[f64]) -> Vec<f64> {
    let mean = values.iter().sum::<f64>() / float(values.len());
    values.iter().map(|value| value - mean).collect()
}

/// Ranks from 1, equal values sharing the average of theirs.
fn midranks(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<(f64, usize)> = values.iter().map(|value| value + 0.0).zip(0..).collect();
    order.sort_by(|one, other| one.0.total_cmp(&other.0));
    let mut ranks = vec![0.0; values.len()];
    let mut below = 0;
    for group in order.chunk_by(|one, other| one.0.total_cmp(&other.0).is_eq()) {
        let rank = float(below) + f64::midpoint(1.0, float(group.len()));
        for &(_, place) in group {
            if let Some(slot) = ranks.get_mut(place) {
                *slot = rank;
            }
        }
        below += group.len();
    }
    ranks
}

#[cfg(test)]
mod tests {
    use super::{lag_one_on_days, variance_inflation, variance_inflation_on_days};

    /// n = 4, ρ = ½: 1 + 2(¾·½ + ½·¼ + ¼·⅛) = 2.0625, by hand.
    #[test]
    fn the_factor_of_four_days_is_the_one_by_hand() {
        assert!((variance_inflation(4, 0.5) - 2.0625).abs() < 1e-15);
        assert!((variance_inflation_on_days(&[0.0, 1.0, 2.0, 3.0], 0.5) - 2.0625).abs() < 1e-15);
    }

    /// Days 0, 1, 4 at ρ = ½: pairs at distance 1, 3, 4, so 1 + (2/3)(½ + ⅛ + 1/16) = 1.4583…, by hand.
    #[test]
    fn a_gap_weakens_the_factor() {
        assert!(
            (variance_inflation_on_days(&[0.0, 1.0, 4.0], 0.5) - (1.0 + 2.0 / 3.0 * 0.6875)).abs() < 1e-15
        );
    }

    #[test]
    fn days_that_are_never_neighbours_have_no_lag_one_correlation() {
        assert_eq!(lag_one_on_days(&[0.0, 2.0, 4.0], &[1.0, -1.0, 1.0]), None);
    }
}
