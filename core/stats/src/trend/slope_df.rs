//! Degrees of freedom of a slope whose errors have an estimated autocorrelation.
//!
//! The slope's variance is f = σ² c(φ). Its estimate is as uncertain as σ̂² (2/(n − 2) on the log scale) and φ̂ make it;
//! the degrees of freedom are those of a χ² that is as uncertain: 2/df = 2/(n − 2) + Var(ln f) from φ. The two rules
//! differ in how they find that variance. Oracle in `oracles/gls_trend/`; why there are two:
//! `docs/decisions/0009-degrees-of-freedom-of-a-trend.md`.

use super::car::Line;
use crate::likelihood::{Likelihood, UPPER_BOUND};

/// Drop of log-likelihood beyond which φ adds nothing: e⁻²⁰ is 2e-9.
const DROP: f64 = 20.0;

/// Satterthwaite's rule: Var(ln f) = F′(φ̂)²/J by the delta method, J = −ℓ″(φ̂).
///
/// Central differences of step (1 − φ̂)/1000. Kept within 1 to n − 2; 1 where φ runs to 1 or ℓ is not curved downwards.
pub(super) fn satterthwaite(line: &Line, phi: f64, residual_df: f64) -> f64 {
    if phi >= UPPER_BOUND {
        return 1.0;
    }
    let step = 1e-3 * (1.0 - phi);
    let (below, here, above) = (line.fit(phi - step), line.fit(phi), line.fit(phi + step));
    let change = (above.slope_variance.ln() - below.slope_variance.ln()) / (2.0 * step);
    let information =
        (2.0 * here.log_likelihood - above.log_likelihood - below.log_likelihood) / (step * step);
    if information <= 0.0 {
        return 1.0;
    }
    matched(change * change / information, residual_df)
}

/// Var(ln f) over every φ that fits: each weighs e^ℓ(φ), spread evenly over v = ∛ρ, 0 ≤ v < 1, where ρ is the
/// correlation across the median gap between entries (so that weeks and days as units give the same).
///
/// Gauss–Legendre with 20 nodes on either side of φ̂, out to the outermost v at which ℓ is within [`DROP`] of its peak.
pub(super) fn integrated(line: &Line, likelihood: &Likelihood, residual_df: f64) -> f64 {
    let spread = Spread { power: 3.0 / line.median_gap() };
    let (low, high) = plausible(line, likelihood, spread);
    let peak = spread.v(likelihood.phi);
    let points: Vec<(f64, f64)> = [(low, peak), (peak, high)]
        .into_iter()
        .filter(|(from, to)| from < to)
        .flat_map(|(from, to)| nodes(from, to))
        .map(|(v, share)| {
            let fit = line.fit(spread.phi(v));
            (share * (fit.log_likelihood - likelihood.height).exp(), fit.slope_variance.ln())
        })
        .filter(|(weight, log)| weight.is_finite() && log.is_finite())
        .collect();
    let total: f64 = points.iter().map(|(weight, _)| weight).sum();
    let mean = points.iter().map(|(weight, log)| weight * log).sum::<f64>() / total;
    let variance = points.iter().map(|(weight, log)| weight * (log - mean).powi(2)).sum::<f64>() / total;
    if variance.is_finite() { matched(variance, residual_df) } else { 1.0_f64.min(residual_df) }
}

/// φ = v^power: what the weight of φ is even over.
#[derive(Clone, Copy)]
struct Spread {
    power: f64,
}

impl Spread {
    fn phi(self, v: f64) -> f64 {
        v.powf(self.power)
    }

    fn v(self, phi: f64) -> f64 {
        phi.powf(self.power.recip())
    }
}

/// Places between two ends and their shares of the length.
fn nodes(from: f64, to: f64) -> impl Iterator<Item = (f64, f64)> {
    let (middle, half) = (f64::midpoint(from, to), 0.5 * (to - from));
    GAUSS_LEGENDRE.iter().flat_map(move |&(node, share)| {
        [(middle - half * node, half * share), (middle + half * node, half * share)]
    })
}

fn matched(variance: f64, residual_df: f64) -> f64 {
    (2.0 / (2.0 / residual_df + variance)).clamp(1.0_f64.min(residual_df), residual_df)
}

/// The range of v outside which φ is implausible.
fn plausible(line: &Line, likelihood: &Likelihood, spread: Spread) -> (f64, f64) {
    let floor = likelihood.height - DROP;
    let peak = spread.v(likelihood.phi);
    // Bisection between a v that is implausible and one that is not, to a sixteenth of the way from the peak.
    let edge = |mut outside: f64, mut inside: f64| {
        for _ in 0..40 {
            if (outside - inside).abs() <= (inside - peak).abs() / 16.0 {
                break;
            }
            let middle = f64::midpoint(outside, inside);
            if line.fit(spread.phi(middle)).log_likelihood < floor {
                outside = middle;
            } else {
                inside = middle;
            }
        }
        outside
    };
    let inside = |&(_, height): &(f64, f64)| height >= floor;
    let points = &likelihood.points;
    let first = points.iter().position(inside).unwrap_or_default();
    let last = points.iter().rposition(inside).unwrap_or(points.len());
    let v = |place: Option<usize>| place.and_then(|place| points.get(place)).map(|point| spread.v(point.0));
    let low = v(first.checked_sub(1)).zip(v(Some(first))).map_or(0.0, |(out, into)| edge(out, into));
    let high = v(last.checked_add(1)).zip(v(Some(last))).map_or(1.0, |(out, into)| edge(out, into));
    (low, high)
}

/// Positive nodes and weights of the 20-point rule on −1 to 1 (Abramowitz & Stegun 1964, table 25.4; digits by mpmath).
#[expect(clippy::excessive_precision, reason = "a table")]
const GAUSS_LEGENDRE: [(f64, f64); 10] = [
    (0.076_526_521_133_497_333_8, 0.152_753_387_130_725_851),
    (0.227_785_851_141_645_078, 0.149_172_986_472_603_747),
    (0.373_706_088_715_419_561, 0.142_096_109_318_382_051),
    (0.510_867_001_950_827_098, 0.131_688_638_449_176_627),
    (0.636_053_680_726_515_025, 0.118_194_531_961_518_417),
    (0.746_331_906_460_150_793, 0.101_930_119_817_240_435),
    (0.839_116_971_822_218_823, 0.083_276_741_576_704_748_7),
    (0.912_234_428_251_325_906, 0.062_672_048_334_109_063_6),
    (0.963_971_927_277_913_791, 0.040_601_429_800_386_941_3),
    (0.993_128_599_185_094_925, 0.017_614_007_139_152_118_3),
];
