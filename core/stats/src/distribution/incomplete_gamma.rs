//! The regularised incomplete gamma functions; for their callers here, which refuse what is out of range. Oracle through
//! them, in `oracles/distribution/`.

use core::f64::consts::PI;

use super::stirling::{log1p_gap, stirling};

/// From this a on the series takes thousands of terms, and the uniform expansion is right to 1e-11.
const LARGE: f64 = 1e6;

/// Both regularised incomplete gamma functions, P(a, x) and Q(a, x) = 1 − P(a, x), each precise relative to itself; for
/// a > 0 and x ≥ 0.
///
/// # Source
/// Series DLMF 8.7.1 below the mean, continued fraction DLMF 8.9.2 by Lentz's method above it; for a > 10⁶ the first
/// terms of Temme's uniform expansion, DLMF 8.12.3.
pub(super) fn incomplete_gamma(a: f64, x: f64) -> (f64, f64) {
    if x <= 0.0 {
        return (0.0, 1.0);
    }
    if !x.is_finite() {
        return (1.0, 0.0);
    }
    if a > LARGE {
        return uniform(a, x);
    }
    if x < a + 1.0 {
        let lower = power_over_gamma(a, x) * series(a, x);
        (lower, 1.0 - lower)
    } else {
        let upper = power_over_gamma(a, x) * a * lentz(a, x);
        (1.0 - upper, upper)
    }
}

/// xᵃ e⁻ˣ / Γ(a + 1).
pub(super) fn power_over_gamma(a: f64, x: f64) -> f64 {
    if a < 10.0 {
        return (a * x.ln() - x - libm::lgamma(a + 1.0)).exp();
    }
    (-a * log1p_gap((x - a) / a) - stirling(a)).exp() / (2.0 * PI * a).sqrt()
}

/// Σ xᵏ / ((a + 1)…(a + k)).
fn series(a: f64, x: f64) -> f64 {
    let mut term = 1.0;
    let mut sum = 1.0;
    let mut divisor = a;
    // About 9 √a terms are needed.
    for _ in 0..20_000 {
        divisor += 1.0;
        term *= x / divisor;
        sum += term;
        if term < sum * 1e-17 {
            break;
        }
    }
    sum
}

/// Γ(a, x) eˣ x⁻ᵃ.
fn lentz(a: f64, x: f64) -> f64 {
    const TINY: f64 = 1e-300;
    let guard = |value: f64| if value.abs() < TINY { TINY } else { value };
    let mut divisor = x + 1.0 - a;
    let mut numerator = 1.0 / TINY;
    let mut denominator = 1.0 / guard(divisor);
    let mut value = denominator;
    let mut k = 1.0_f64;
    for _ in 0..40_000 {
        let factor = k * (a - k);
        divisor += 2.0;
        denominator = 1.0 / guard(factor * denominator + divisor);
        numerator = guard(divisor + factor / numerator);
        let change = denominator * numerator;
        value *= change;
        if (change - 1.0).abs() < 1e-16 {
            break;
        }
        k += 1.0;
    }
    value
}

fn uniform(a: f64, x: f64) -> (f64, f64) {
    let ahead = (x - a) / a;
    let half_square = log1p_gap(ahead);
    let eta = (2.0 * half_square).sqrt().copysign(ahead);
    // 1/ahead − 1/η, whose two terms cancel near the mean.
    let first = if eta.abs() < 1e-3 { -1.0 / 3.0 + eta / 12.0 } else { 1.0 / ahead - 1.0 / eta };
    let rest = (-a * half_square).exp() / (2.0 * PI * a).sqrt() * first;
    let reach = eta * (a / 2.0).sqrt();
    (0.5 * libm::erfc(-reach) - rest, 0.5 * libm::erfc(reach) + rest)
}
