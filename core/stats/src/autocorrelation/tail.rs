//! The upper tail of χ² with whole degrees of freedom.

use crate::count::float;

/// Probability of a value above `x` with `df` degrees of freedom, at least 1; 0 to 1.
///
/// # Formula
/// The finite series of Q(df/2, x/2), all terms positive, added from its largest.
pub(super) fn chi_square_tail(x: f64, df: usize) -> f64 {
    let y = x / 2.0;
    if y <= 0.0 {
        return 1.0;
    }
    let odd = !df.is_multiple_of(2);
    let shift = if odd { 0.5 } else { 0.0 };
    let first = if odd { libm::erfc(y.sqrt()) } else { 0.0 };
    if df < 2 {
        return first;
    }
    let last = float(df / 2 - 1);
    let peak = (y - shift).floor().clamp(0.0, last);
    let top = ((peak + shift) * y.ln() - y - libm::lgamma(peak + shift + 1.0)).exp();
    let (mut sum, mut term, mut k) = (1.0, 1.0, peak);
    while k >= 1.0 && term > f64::EPSILON * sum {
        term *= (k + shift) / y;
        sum += term;
        k -= 1.0;
    }
    (term, k) = (1.0, peak);
    while k < last && term > f64::EPSILON * sum {
        k += 1.0;
        term *= y / (k + shift);
        sum += term;
    }
    (first + top * sum).min(1.0)
}
