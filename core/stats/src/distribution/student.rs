//! Student's t distribution. Refuses degrees of freedom that are not above 0 and probabilities outside (0, 1);
//! oracle in `oracles/distribution/`.

use super::incomplete_beta::{UnitPoint, incomplete_beta, ln_beta};
use super::normal::upper_quantile;

/// Above this many degrees of freedom t and normal differ by less than 1e-10 relative in every tail asked for, after
/// the first correction term.
const NEARLY_NORMAL: f64 = 1e8;

/// Student's t distribution with a fixed number of degrees of freedom, above 0 and not necessarily whole.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StudentT {
    df: f64,
}

impl StudentT {
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

    /// Probability of a value at or below `t`, 0 to 1.
    #[must_use]
    pub fn cdf(self, t: f64) -> f64 {
        let tail = 0.5 * self.outside(t);
        if t > 0.0 { 1.0 - tail } else { tail }
    }

    /// Probability of a value at least as far from 0 as `t`, in either direction: the two-sided p-value, 0 to 1.
    ///
    /// # Formula
    /// `I_x(ν/2, ½)` with x = ν/(ν + t²).
    #[must_use]
    pub fn outside(self, t: f64) -> f64 {
        if self.df > NEARLY_NORMAL {
            return libm::erfc(self.as_normal(t.abs()) * core::f64::consts::FRAC_1_SQRT_2);
        }
        incomplete_beta(self.point(t), self.df / 2.0, 0.5)
    }

    /// The value below which the distribution falls with probability `p`; `None` unless 0 < p < 1.
    #[must_use]
    pub fn quantile(self, p: f64) -> Option<f64> {
        if !(p > 0.0 && p < 1.0) {
            return None;
        }
        let size =
            if (p - 0.5).abs() < 0.25 { self.central((p - 0.5).abs()) } else { self.upper(p.min(1.0 - p)) };
        Some(if p < 0.5 { -size } else { size })
    }

    /// The t that a two-sided interval of the given error rate reaches, for 0 < alpha < 1.
    pub(crate) fn critical(self, alpha: f64) -> f64 {
        if alpha > 0.5 { self.central(0.5 - alpha / 2.0) } else { self.upper(alpha / 2.0) }
    }

    fn point(self, t: f64) -> UnitPoint {
        let ratio = (t / self.df.sqrt()).powi(2);
        // ln(1 + ratio), also where ratio overflows.
        let log = if ratio.is_finite() { ratio.ln_1p() } else { 2.0 * t.abs().ln() - self.df.ln() };
        UnitPoint {
            x: 1.0 / (1.0 + ratio),
            rest: if ratio.is_finite() { ratio / (1.0 + ratio) } else { 1.0 },
            ln_x: -log,
            ln_rest: -(1.0 / ratio).ln_1p(),
        }
    }

    /// The standard normal value with nearly the same tail (Wallace 1959).
    fn as_normal(self, t: f64) -> f64 {
        (self.df * (t * t / self.df).ln_1p()).sqrt() * (1.0 - 1.0 / (4.0 * self.df))
    }

    fn density(self, t: f64) -> f64 {
        let log = if self.df > NEARLY_NORMAL {
            -0.5 * (2.0 * core::f64::consts::PI).ln() - 0.5 * (self.df + 1.0) * (t * t / self.df).ln_1p()
        } else {
            0.5 * (self.df + 1.0) * self.point(t).ln_x - 0.5 * self.df.ln() - ln_beta(self.df / 2.0, 0.5)
        };
        log.exp()
    }

    /// The t > 0 exceeded with probability `tail`, for 0 < tail ≤ ¼: Newton on the logarithms inside a bracket.
    fn upper(self, tail: f64) -> f64 {
        let mut low = 0.0_f64;
        let mut high = f64::INFINITY;
        let mut t = upper_quantile(tail);
        for _ in 0..200 {
            let here = 0.5 * self.outside(t);
            if here > tail {
                low = t;
            } else {
                high = t;
            }
            // d ln(tail)/d ln(t) = −t·f/tail; the tail is a power of t far out, so this is nearly straight.
            let step = ((here / tail).ln() * here / (t * self.density(t))).clamp(-50.0, 50.0);
            let next = t * step.exp();
            let moved = if next > low && next < high {
                next
            } else if high.is_finite() {
                f64::midpoint(low, high)
            } else {
                2.0 * t
            };
            if (moved - t).abs() <= 1e-15 * t {
                return moved;
            }
            t = moved;
        }
        t
    }

    /// The t ≥ 0 with probability `offset` between 0 and t, for 0 ≤ offset < ¼, precise relative to the offset.
    fn central(self, offset: f64) -> f64 {
        let mut t = offset / self.density(0.0);
        for _ in 0..100 {
            let inside = if self.df > NEARLY_NORMAL {
                0.5 * libm::erf(self.as_normal(t) * core::f64::consts::FRAC_1_SQRT_2)
            } else {
                0.5 * incomplete_beta(self.point(t).mirrored(), 0.5, self.df / 2.0)
            };
            let step = (offset - inside) / self.density(t);
            t += step;
            if step.abs() <= 1e-15 * t {
                break;
            }
        }
        t
    }
}
