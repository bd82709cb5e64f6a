//! Kendall's S and `τ_b` of a dated series by merge counting, O(n log n). Refuses `τ_b` where all values are equal.
//!
//! Oracle in `oracles/tau_b/` (scipy `kendalltau`) and `oracles/mann_kendall/` (pymannkendall).

use crate::count::{float, signed};
use crate::{Refused, Series};

/// Kendall's counts of values in the order of their days.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct KendallCount {
    /// Pairs that rise minus pairs that fall.
    pub(crate) s: i64,
    /// Number of values.
    pub(crate) n: usize,
    /// Sizes of the groups of equal values, singles included.
    groups: Vec<usize>,
}

impl KendallCount {
    pub(crate) fn of(values: &[f64]) -> Self {
        let n = values.len();
        // +0.0 makes −0 and +0 one value.
        let mut sorted: Vec<f64> = values.iter().map(|value| value + 0.0).collect();
        let falls = sort_counting(&mut sorted, &mut vec![0.0; n]);
        let groups: Vec<usize> =
            sorted.chunk_by(|one, other| one.total_cmp(other).is_eq()).map(<[f64]>::len).collect();
        let tied: i64 = groups.iter().map(|&size| pairs(size)).sum();
        Self { s: pairs(n) - tied - 2 * falls, n, groups }
    }

    /// Number of pairs with equal values.
    pub(crate) fn tied_pairs(&self) -> i64 {
        self.groups.iter().map(|&size| pairs(size)).sum()
    }

    /// Variance of S for independent values, ties corrected.
    ///
    /// # Formula
    /// [n(n − 1)(2n + 5) − Σ t(t − 1)(2t + 5)]/18.
    pub(crate) fn variance(&self) -> f64 {
        let term = |size: usize| {
            let t = float(size);
            t * (t - 1.0) * (2.0 * t + 5.0)
        };
        (term(self.n) - self.groups.iter().map(|&size| term(size)).sum::<f64>()) / 18.0
    }

    pub(crate) fn tau_b(&self) -> Result<f64, Refused> {
        if self.n < 2 {
            return Err(Refused::TooFew { have: self.n, need: 2 });
        }
        let (all, tied) = (pairs(self.n), self.tied_pairs());
        if tied == all {
            return Err(Refused::NoVariation);
        }
        let bound = signed(all).sqrt() * signed(all - tied).sqrt();
        Ok((signed(self.s) / bound).clamp(-1.0, 1.0))
    }
}

/// Kendall's `τ_b` of the values with their days, −1 to 1.
///
/// # Errors
/// [`Refused::TooFew`] below two values, [`Refused::NoVariation`] when all are equal.
/// # Formula
/// S / √(n₀ (n₀ − n₁)), n₀ = n(n − 1)/2, n₁ the pairs with equal values.
/// # Source
/// Kendall 1945, doi:10.1093/biomet/33.3.239; counting: Knight 1966, doi:10.1080/01621459.1966.10480879.
pub fn tau_b(series: &Series) -> Result<f64, Refused> {
    KendallCount::of(series.values()).tau_b()
}

/// Number of pairs whose later value is below the earlier one.
pub(crate) fn falling_pairs(values: &[f64]) -> i64 {
    sort_counting(&mut values.to_vec(), &mut vec![0.0; values.len()])
}

fn pairs(size: usize) -> i64 {
    i64::try_from(size * size.saturating_sub(1) / 2).unwrap_or(i64::MAX)
}

/// Sorts the values and counts the pairs that stood in falling order.
fn sort_counting(values: &mut [f64], buffer: &mut [f64]) -> i64 {
    let n = values.len();
    if n < 2 {
        return 0;
    }
    let (left, right) = values.split_at_mut(n / 2);
    let (left_buffer, right_buffer) = buffer.split_at_mut(n / 2);
    let mut falls = sort_counting(left, left_buffer) + sort_counting(right, right_buffer);
    let (mut lefts, mut rights) = (left.iter().peekable(), right.iter().peekable());
    let mut left_over = i64::try_from(left.len()).unwrap_or(i64::MAX);
    for slot in buffer.iter_mut() {
        let take_right = match (lefts.peek(), rights.peek()) {
            (Some(one), Some(other)) => other < one,
            (None, _) => true,
            (Some(_), None) => false,
        };
        let next = if take_right {
            falls += left_over;
            rights.next()
        } else {
            left_over -= 1;
            lefts.next()
        };
        if let Some(value) = next {
            *slot = *value;
        }
    }
    values.copy_from_slice(buffer);
    falls
}
