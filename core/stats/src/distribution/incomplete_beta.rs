//! The regularised incomplete beta function and the logarithm of the beta function; for its callers here, which refuse
//! what is out of range. Oracle through them, in `oracles/distribution/`.

use core::f64::consts::PI;

use super::stirling::{log1p_gap, stirling};

/// A point of the unit interval with everything the incomplete beta function needs of it, so that neither `x` nor
/// `1 − x` is ever found by subtraction.
#[derive(Clone, Copy)]
pub(super) struct UnitPoint {
    pub(super) x: f64,
    pub(super) rest: f64,
    pub(super) ln_x: f64,
    pub(super) ln_rest: f64,
}

impl UnitPoint {
    /// The point x = ratio/(1 + ratio), for ratio ≥ 0.
    pub(super) fn from_ratio(ratio: f64) -> Self {
        Self {
            x: if ratio.is_finite() { ratio / (1.0 + ratio) } else { 1.0 },
            rest: 1.0 / (1.0 + ratio),
            ln_x: -(1.0 / ratio).ln_1p(),
            ln_rest: -ratio.ln_1p(),
        }
    }

    /// The point whose odds x/(1 − x) have this logarithm; also where x itself is too small for a number.
    pub(super) fn from_log_odds(log: f64) -> Self {
        let log_of_sum = (-log.abs()).exp().ln_1p();
        Self {
            x: 1.0 / (1.0 + (-log).exp()),
            rest: 1.0 / (1.0 + log.exp()),
            ln_x: log.min(0.0) - log_of_sum,
            ln_rest: (-log).min(0.0) - log_of_sum,
        }
    }

    pub(super) const fn mirrored(self) -> Self {
        Self { x: self.rest, rest: self.x, ln_x: self.ln_rest, ln_rest: self.ln_x }
    }
}

/// Regularised incomplete beta function `I_x(a, b)`, for a, b > 0.
///
/// # Source
/// Continued fraction DLMF 8.17.22, evaluated by Lentz's method (Thompson & Barnett 1986).
pub(super) fn incomplete_beta(point: UnitPoint, a: f64, b: f64) -> f64 {
    if point.x <= 0.0 {
        // The tail can be far below the smallest x: only the leading power is left.
        return (a * point.ln_x - a.ln() - ln_beta(a, b)).exp();
    }
    if point.x < (a + 1.0) / (a + b + 2.0) {
        fraction(point, a, b)
    } else {
        1.0 - fraction(point.mirrored(), b, a)
    }
}

fn fraction(point: UnitPoint, a: f64, b: f64) -> f64 {
    power_over_beta(point, a, b) / a * lentz(point.x, a, b)
}

/// xᵃ (1 − x)ᵇ / B(a, b): the density of the beta distribution by the log odds of x.
///
/// # Source
/// For large a and b the form of Didonato & Morris 1992, doi:10.1145/131766.131776 (BRCOMP): the three terms are each
/// about a million there, and their sum below 100.
pub(super) fn power_over_beta(point: UnitPoint, a: f64, b: f64) -> f64 {
    if a.min(b) < 10.0 {
        return (a * point.ln_x + b * point.ln_rest - ln_beta(a, b)).exp();
    }
    let ahead = a * point.rest - b * point.x;
    let exponent = a * log1p_gap(-ahead / a) + b * log1p_gap(ahead / b);
    let correction = stirling(a) + stirling(b) - stirling(a + b);
    (a / (a + b) * b / (2.0 * PI)).sqrt() * (-exponent - correction).exp()
}

fn lentz(x: f64, a: f64, b: f64) -> f64 {
    const TINY: f64 = 1e-300;
    let guard = |value: f64| if value.abs() < TINY { TINY } else { value };
    let mut numerator = 1.0;
    let mut denominator = 1.0 / guard(1.0 - (a + b) * x / (a + 1.0));
    let mut value = denominator;
    let mut m = 1.0_f64;
    // About √max(a, b) terms are needed; 40,000 cover df of 1e8.
    for _ in 0..40_000 {
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        denominator = 1.0 / guard(1.0 + even * denominator);
        numerator = guard(1.0 + even / numerator);
        value *= denominator * numerator;
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        denominator = 1.0 / guard(1.0 + odd * denominator);
        numerator = guard(1.0 + odd / numerator);
        let change = denominator * numerator;
        value *= change;
        if (change - 1.0).abs() < 1e-16 {
            break;
        }
        m += 1.0;
    }
    value
}

/// ln B(a, b) for a, b > 0, without the cancellation of three log-gammas when one argument is large.
pub(super) fn ln_beta(a: f64, b: f64) -> f64 {
    let (small, large) = if a < b { (a, b) } else { (b, a) };
    if large < 10.0 {
        return libm::lgamma(small) + libm::lgamma(large) - libm::lgamma(small + large);
    }
    // lnΓ(large) − lnΓ(small + large) by Stirling's series, term by term.
    let sum = small + large;
    let fall =
        small - (sum - 0.5) * (small / large).ln_1p() - small * large.ln() + stirling(large) - stirling(sum);
    libm::lgamma(small) + fall
}
