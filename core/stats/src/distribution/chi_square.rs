//! The chi-square distribution. Refuses degrees of freedom that are not above 0 and probabilities outside (0, 1);
//! oracle in `oracles/distribution/`.

use super::incomplete_gamma::{incomplete_gamma, power_over_gamma};
use super::newton::{Tail, point_of};
use super::normal::normal_quantile;

/// The chi-square distribution with a fixed number of degrees of freedom, above 0 and not necessarily whole.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ChiSquare {
    df: f64,
}

impl ChiSquare {
    /// The distribution with `df` degrees of freedom; `None` unless 0 < df and df is finite.
    #[must_use]
    pub fn new(df: f64) -> Option<Self> {
        (df.is_finite() && df > 0.0).then_some(Self { df })
    }

    /// Degrees of freedom.
    #[must_use]
    pub const fn df(self) -> f64 {
        self.df
    }

    /// Probability of a value at or below `x`, 0 to 1.
    ///
    /// # Formula
    /// P(df/2, x/2), the lower regularised incomplete gamma function.
    #[must_use]
    pub fn cdf(self, x: f64) -> f64 {
        incomplete_gamma(self.df / 2.0, x / 2.0).0
    }

    /// Probability of a value at or above `x`, 0 to 1: the p-value of a chi-square test.
    ///
    /// # Formula
    /// Q(df/2, x/2), the upper regularised incomplete gamma function.
    #[must_use]
    pub fn outside(self, x: f64) -> f64 {
        incomplete_gamma(self.df / 2.0, x / 2.0).1
    }

    /// The value below which the distribution falls with probability `p`; `None` unless 0 < p < 1.
    ///
    /// # Source
    /// Start: Wilson & Hilferty 1931, doi:10.1073/pnas.17.12.684, or the first term of the series where that is not
    /// above 0; then Newton on the logarithms, inside a bracket.
    #[must_use]
    pub fn quantile(self, p: f64) -> Option<f64> {
        if !(p > 0.0 && p < 1.0) {
            return None;
        }
        let a = self.df / 2.0;
        let lower = p <= 0.5;
        let aim = if lower { p } else { 1.0 - p };
        // The logarithm of x/2: the lower tail is nearly a power of x far down.
        let log = point_of(self.start(p)?, aim, 200, |log| {
            let x = log.exp();
            let (below, above) = incomplete_gamma(a, x);
            let (here, sign) = if lower { (below, 1.0) } else { (above, -1.0) };
            Tail { here, slope: sign * a * power_over_gamma(a, x) / here, above: (here < aim) == lower }
        });
        Some(2.0 * log.exp())
    }

    /// The logarithm of a first guess at half the quantile.
    fn start(self, p: f64) -> Option<f64> {
        let a = self.df / 2.0;
        let spread = 2.0 / (9.0 * self.df);
        let cube_root = 1.0 - spread + normal_quantile(p)? * spread.sqrt();
        let first_term = (p.ln() + libm::lgamma(a + 1.0)) / a;
        Some(if cube_root > 0.1 && self.df > 1.0 { a.ln() + 3.0 * cube_root.ln() } else { first_term })
    }
}
