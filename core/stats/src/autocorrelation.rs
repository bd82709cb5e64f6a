//! How much neighbouring values are alike, and what that does to the variance of a sum.
//!
//! Refuses nothing itself: its callers decide when a coefficient is defined. Checked through the methods that use it,
//! in `oracles/{paired_mean,mann_kendall}/`.

use crate::count::float;

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
/// 1 + (2/n) Σ_{i<j} ρ^(day_j − day_i), in O(n): with c_j = Σ_{i<j} ρ^(day_j − day_i), c_j = ρ^Δ (c_{j−1} + 1).
pub(crate) fn variance_inflation_on_days(days: &[f64], rho: f64) -> f64 {
    let mut correlated = 0.0;
    let mut sum = 0.0;
    for (earlier, later) in days.iter().zip(days.iter().skip(1)) {
        correlated = rho.powf(later - earlier) * (correlated + 1.0);
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
