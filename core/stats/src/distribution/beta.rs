//! The beta distribution. Refuses parameters that are not above 0 or above 5e7 and probabilities outside (0, 1); oracle
//! in `oracles/distribution/`.

use super::LARGEST_DF;
use super::incomplete_beta::{UnitPoint, incomplete_beta, ln_beta, power_over_beta};
use super::newton::{Tail, point_of};

/// The beta distribution on 0 to 1 with two parameters above 0.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Beta {
    a: f64,
    b: f64,
}

impl Beta {
    /// The distribution with density proportional to xᵃ⁻¹(1 − x)ᵇ⁻¹; `None` unless both are above 0 and at most 5e7.
    #[must_use]
    pub fn new(a: f64, b: f64) -> Option<Self> {
        let fits = |parameter: f64| parameter > 0.0 && parameter <= LARGEST_DF / 2.0;
        (fits(a) && fits(b)).then_some(Self { a, b })
    }

    /// Probability of a value at or below `x`, 0 to 1.
    #[must_use]
    pub fn cdf(self, x: f64) -> f64 {
        if x <= 0.0 {
            0.0
        } else if x >= 1.0 {
            1.0
        } else {
            incomplete_beta(within(x), self.a, self.b)
        }
    }

    /// Probability of a value at or above `x`, 0 to 1.
    #[must_use]
    pub fn outside(self, x: f64) -> f64 {
        if x <= 0.0 {
            1.0
        } else if x >= 1.0 {
            0.0
        } else {
            incomplete_beta(within(x).mirrored(), self.b, self.a)
        }
    }

    /// The value below which the distribution falls with probability `p`; `None` unless 0 < p < 1.
    ///
    /// # Source
    /// Newton on the logarithm of the tail over the log odds of x, inside a bracket: a tail is nearly a power of the
    /// odds at both ends, so nothing is lost where x is near 0 or near 1.
    #[must_use]
    pub fn quantile(self, p: f64) -> Option<f64> {
        if !(p > 0.0 && p < 1.0) {
            return None;
        }
        // Above one half the mirrored distribution is asked, so that the tail solved for is the small one.
        let lower = p <= 0.5;
        let point =
            if lower { self.lower_point(p) } else { Self { a: self.b, b: self.a }.lower_point(1.0 - p) };
        Some(if lower { point.x } else { point.rest })
    }

    /// The point with probability `p` below it, for 0 < p ≤ ½.
    fn lower_point(self, p: f64) -> UnitPoint {
        // From above the leading power overshoots: start at the smaller of it and the mean.
        let power = (p.ln() + self.a.ln() + ln_beta(self.a, self.b)) / self.a;
        let start = power.min(self.a.ln() - self.b.ln());
        let log = point_of(start, p, 300, |log| {
            let point = UnitPoint::from_log_odds(log);
            let here = incomplete_beta(point, self.a, self.b);
            Tail { here, slope: power_over_beta(point, self.a, self.b) / here, above: here < p }
        });
        UnitPoint::from_log_odds(log)
    }
}

fn within(x: f64) -> UnitPoint {
    UnitPoint { x, rest: 1.0 - x, ln_x: x.ln(), ln_rest: (-x).ln_1p() }
}
