//! The regularised incomplete beta function and the logarithm of the beta function.

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
    const fn mirrored(self) -> Self {
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
    let front = (a * point.ln_x + b * point.ln_rest - ln_beta(a, b)).exp() / a;
    front * lentz(point.x, a, b)
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

/// lnΓ(x) − [(x − ½) ln x − x + ½ ln 2π], for x ≥ 10.
fn stirling(x: f64) -> f64 {
    let inverse = 1.0 / (x * x);
    (1.0 / 12.0
        - inverse
            * (1.0 / 360.0
                - inverse
                    * (1.0 / 1260.0
                        - inverse
                            * (1.0 / 1680.0 - inverse * (1.0 / 1188.0 - inverse * (691.0 / 360_360.0))))))
        / x
}
