//! The standard normal distribution. Refuses probabilities outside (0, 1); oracle in `oracles/distribution/`.

use core::f64::consts::{FRAC_1_SQRT_2, PI};

/// Probability of a standard normal value at or below `x`, 0 to 1.
///
/// # Formula
/// Φ(x) = ½ erfc(−x/√2).
#[must_use]
pub fn normal_cdf(x: f64) -> f64 {
    0.5 * libm::erfc(-x * FRAC_1_SQRT_2)
}

/// The value a standard normal falls below with probability `p`; `None` unless 0 < p < 1.
///
/// # Source
/// Start: Abramowitz & Stegun 26.2.23 (error 4.5e-4), then Halley steps on the logarithm of the tail.
#[must_use]
pub fn normal_quantile(p: f64) -> Option<f64> {
    if !(p > 0.0 && p < 1.0) {
        return None;
    }
    if (p - 0.5).abs() < 0.25 {
        return Some(central(p - 0.5));
    }
    Some(if p < 0.5 { -upper_quantile(p) } else { upper_quantile(1.0 - p) })
}

/// The value exceeded with probability `q`, for 0 < q < ½.
pub(crate) fn upper_quantile(q: f64) -> f64 {
    let t = (-2.0 * q.ln()).sqrt();
    let start = t
        - (2.515_517 + t * (0.802_853 + t * 0.010_328))
            / (1.0 + t * (1.432_788 + t * (0.189_269 + t * 0.001_308)));
    let mut x = start.max(0.0);
    for _ in 0..4 {
        let tail = normal_cdf(-x);
        let hazard = (-0.5 * x * x).exp() / (2.0 * PI).sqrt() / tail;
        // Newton on ln(tail): the tail's logarithm is nearly quadratic, so this converges from either side.
        x += (tail / q).ln() / hazard;
    }
    x
}

/// The quantile of ½ + `offset`, for |offset| < ¼, precise relative to the offset.
fn central(offset: f64) -> f64 {
    let mut x = offset * (2.0 * PI).sqrt();
    for _ in 0..6 {
        let error = 0.5 * libm::erf(x * FRAC_1_SQRT_2) - offset;
        let slope = (-0.5 * x * x).exp() / (2.0 * PI).sqrt();
        let step = error / slope;
        // Halley's correction: the density's slope is −x times itself.
        x -= step / (1.0 + 0.5 * x * step);
    }
    x
}
