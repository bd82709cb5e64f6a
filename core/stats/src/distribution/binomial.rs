//! The binomial distribution. Refuses a probability outside [0, 1] and more than 5e7 trials; oracle in
//! `oracles/distribution/`.

use super::LARGEST_DF;
use super::incomplete_beta::{UnitPoint, incomplete_beta};
use crate::count::float;

/// Two sums of the same probabilities closer than this, relative, count as equal: ¼ at ½·½ must not depend on rounding.
const SAME: f64 = 1e-12;

/// The number of successes in independent trials with the same probability.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Binomial {
    trials: usize,
    probability: f64,
}

impl Binomial {
    /// The distribution of successes in `trials` with the given `probability`; `None` unless that is within 0 to 1 and
    /// there are at most 5e7 trials.
    #[must_use]
    pub fn new(trials: usize, probability: f64) -> Option<Self> {
        ((0.0..=1.0).contains(&probability) && float(trials) <= LARGEST_DF / 2.0)
            .then_some(Self { trials, probability })
    }

    /// Probability of at most `k` successes, 0 to 1.
    ///
    /// # Formula
    /// `I_{1−p}(n − k, k + 1)`.
    #[must_use]
    pub fn cdf(self, k: usize) -> f64 {
        if k >= self.trials || self.probability <= 0.0 {
            1.0
        } else if self.probability >= 1.0 {
            0.0
        } else {
            incomplete_beta(self.failure(), float(self.trials - k), float(k) + 1.0)
        }
    }

    /// Probability of more than `k` successes, 0 to 1.
    #[must_use]
    pub fn above(self, k: usize) -> f64 {
        if k >= self.trials || self.probability <= 0.0 {
            0.0
        } else if self.probability >= 1.0 {
            1.0
        } else {
            incomplete_beta(self.failure().mirrored(), float(k) + 1.0, float(self.trials - k))
        }
    }

    /// The smallest number of successes whose cdf is at least `p` (within 1e-12 relative); `None` unless 0 < p < 1.
    #[must_use]
    pub fn quantile(self, p: f64) -> Option<usize> {
        if !(p > 0.0 && p < 1.0) {
            return None;
        }
        let reached = |k: usize| {
            if p < 0.5 { self.cdf(k) >= p * (1.0 - SAME) } else { self.above(k) <= (1.0 - p) * (1.0 + SAME) }
        };
        let (mut low, mut high) = (0, self.trials);
        while low < high {
            let middle = low.midpoint(high);
            if reached(middle) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        Some(low)
    }

    /// The probability of failure as a point of the unit interval.
    fn failure(self) -> UnitPoint {
        let p = self.probability;
        UnitPoint { x: 1.0 - p, rest: p, ln_x: (-p).ln_1p(), ln_rest: p.ln() }
    }
}
