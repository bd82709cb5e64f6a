//! Kendall's S and `τ_b` of a dated series by merge counting, O(n log n). Refuses `τ_b` where all values are equal.
//!
//! Oracle in `oracles/tau_b/` (scipy `kendalltau`) and `oracles/mann_kendall/` (pymannkendall).

use core::hint::select_unpredictable;

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

/// Number of pairs of that many values.
fn pairs(size: usize) -> i64 {
    i64::try_from(size * size.saturating_sub(1) / 2).unwrap_or(i64::MAX)
}

/// Values sorted by insertion before merging begins.
const RUN: usize = 16;

/// Sorts the values and returns the pairs that stood in falling order: later below earlier. Never NaN.
///
/// # Shape
/// `buffer` has the length of `values`; what it holds is lost.
pub(crate) fn sort_counting(values: &mut [f64], buffer: &mut [f64]) -> i64 {
    let n = values.len();
    let mut falls: usize = values.chunks_mut(RUN).map(insert_counting).sum();
    let (mut from, mut to) = (&mut *values, &mut *buffer);
    let mut width = RUN;
    let mut in_buffer = false;
    while width < n {
        for (run, slots) in from.chunks(2 * width).zip(to.chunks_mut(2 * width)) {
            let (left, right) = run.split_at(width.min(run.len()));
            falls += merge_counting(left, right, slots);
        }
        std::mem::swap(&mut from, &mut to);
        in_buffer = !in_buffer;
        width *= 2;
    }
    if in_buffer {
        values.copy_from_slice(buffer);
    }
    i64::try_from(falls).unwrap_or(i64::MAX)
}

#[expect(clippy::indexing_slicing, reason = "0 < at <= end < len")]
fn insert_counting(run: &mut [f64]) -> usize {
    let mut falls = 0;
    for end in 1..run.len() {
        let value = run[end];
        let mut at = end;
        while at > 0 && run[at - 1] > value {
            run[at] = run[at - 1];
            at -= 1;
        }
        run[at] = value;
        falls += end - at;
    }
    falls
}

/// Merges two sorted runs and counts the values on the left that each value on the right is below.
fn merge_counting(left: &[f64], right: &[f64], slots: &mut [f64]) -> usize {
    let (mut lefts, mut rights, mut falls) = (0, 0, 0);
    let mut slots = slots.iter_mut();
    // No branch on which side is smaller: it could not be foreseen.
    while let (Some(one), Some(other)) = (left.get(lefts), right.get(rights)) {
        let Some(slot) = slots.next() else { break };
        let falling = other < one;
        *slot = select_unpredictable(falling, *other, *one);
        falls += select_unpredictable(falling, left.len() - lefts, 0);
        lefts += usize::from(!falling);
        rights += usize::from(falling);
    }
    let rest = left.iter().skip(lefts).chain(right.iter().skip(rights));
    slots.zip(rest).for_each(|(slot, value)| *slot = *value);
    falls
}
