//! Every value of one phase against every value of the other, counted in O(n log n).

use crate::count::float;
use crate::{Phases, Refused};

/// Counts of a value's comparisons with the other phase: twice the pairs it lies above, plus the ties.
pub(super) struct Overlap {
    /// For each value of B over those of A, 0 to `2·n_A`.
    pub(super) b_over_a: Vec<usize>,
    /// For each value of A under those of B, 0 to `2·n_B`.
    pub(super) a_under_b: Vec<usize>,
    /// Pairs with equal values.
    pub(super) ties: usize,
}

impl Overlap {
    /// # Errors
    /// [`Refused::TooFew`] when a phase has no value.
    pub(super) fn of(phases: &Phases) -> Result<Self, Refused> {
        let (a, b) = (sorted(phases.a().values()), sorted(phases.b().values()));
        let have = a.len().min(b.len());
        if have == 0 {
            return Err(Refused::TooFew { have, need: 1 });
        }
        let below = |values: &[f64], limit: f64| values.partition_point(|value| *value < limit);
        let up_to = |values: &[f64], limit: f64| values.partition_point(|value| *value <= limit);
        Ok(Self {
            b_over_a: b.iter().map(|value| below(&a, *value) + up_to(&a, *value)).collect(),
            a_under_b: a.iter().map(|value| 2 * b.len() - below(&b, *value) - up_to(&b, *value)).collect(),
            ties: a.iter().map(|value| up_to(&b, *value) - below(&b, *value)).sum(),
        })
    }

    /// Number of pairs, `n_A·n_B`.
    pub(super) const fn pairs(&self) -> usize {
        self.b_over_a.len() * self.a_under_b.len()
    }

    /// Pairs with B above A minus pairs with B below A.
    pub(super) fn s(&self) -> i64 {
        let doubled: usize = self.b_over_a.iter().sum();
        let whole = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
        whole(doubled) - whole(self.pairs())
    }

    /// Share of pairs with B above A, ties counted one half.
    pub(super) fn share_above(&self) -> f64 {
        float(self.b_over_a.iter().sum()) / (2.0 * float(self.pairs()))
    }
}

fn sorted(values: &[f64]) -> Vec<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    sorted
}
