//! Fisher's F distribution. Refuses degrees of freedom that are not above 0 or above 1e8; oracle in
//! `oracles/distribution/`.

use super::LARGEST_DF;
use super::incomplete_beta::{UnitPoint, incomplete_beta};

/// Fisher's F distribution with fixed degrees of freedom, above 0 and not necessarily whole.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FisherF {
    df_between: f64,
    df_within: f64,
}

impl FisherF {
    /// The distribution of a ratio of mean squares, `df_between` degrees of freedom above and `df_within` below; `None`
    /// unless both are above 0 and at most 1e8.
    #[must_use]
    pub fn new(df_between: f64, df_within: f64) -> Option<Self> {
        let fits = |df: f64| df > 0.0 && df <= LARGEST_DF;
        (fits(df_between) && fits(df_within)).then_some(Self { df_between, df_within })
    }

    /// Probability of a value at or below `f`, 0 to 1.
    ///
    /// # Formula
    /// `I_x(d₁/2, d₂/2)` with x = d₁f/(d₁f + d₂).
    #[must_use]
    pub fn cdf(self, f: f64) -> f64 {
        if f <= 0.0 {
            return 0.0;
        }
        incomplete_beta(self.point(f), self.df_between / 2.0, self.df_within / 2.0)
    }

    /// Probability of a value at or above `f`, 0 to 1: the p-value of an F test.
    #[must_use]
    pub fn outside(self, f: f64) -> f64 {
        if f <= 0.0 {
            return 1.0;
        }
        incomplete_beta(self.point(f).mirrored(), self.df_within / 2.0, self.df_between / 2.0)
    }

    fn point(self, f: f64) -> UnitPoint {
        UnitPoint::from_ratio(f * self.df_between / self.df_within)
    }
}
