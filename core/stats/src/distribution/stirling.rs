//! What Stirling's formula leaves of the log-gamma function, and what a logarithm leaves of its argument: the small
//! differences that are lost when large terms are subtracted.

/// lnΓ(x) − [(x − ½) ln x − x + ½ ln 2π], for x ≥ 10.
pub(super) fn stirling(x: f64) -> f64 {
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

/// e − ln(1 + e), at least 0, precise relative to itself; for e > −1.
pub(super) fn log1p_gap(e: f64) -> f64 {
    if e.abs() > 0.35 {
        return e - e.ln_1p();
    }
    // ln(1 + e) = 2 artanh(r) with r = e/(2 + e), and e − 2r = e·r.
    let r = e / (2.0 + e);
    let square = r * r;
    let mut power = square;
    let mut sum = 0.0;
    for divisor in [3.0, 5.0, 7.0, 9.0, 11.0, 13.0, 15.0, 17.0, 19.0, 21.0, 23.0] {
        sum += power / divisor;
        power *= square;
    }
    r * (e - 2.0 * sum)
}
