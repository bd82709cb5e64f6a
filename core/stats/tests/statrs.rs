//! Where `statrs` is wrong, so that the functions of `distribution` are our own. When one of these fails, statrs has
//! been mended there and its function may take the place of ours.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use statrs::distribution::{ChiSquared, ContinuousCDF, Normal};

#[test]
fn statrs_normal_cdf_keeps_only_ten_digits() {
    // Φ(−1.5) from 50-digit arithmetic (mpmath ncdf).
    let exact = 0.066_807_201_268_858_08;
    let worst = (-40..=40)
        .map(|k| f64::from(k) / 10.0)
        .map(|x| (Normal::standard().cdf(x) - tidemark_stats::distribution::normal_cdf(x)).abs())
        .fold(0.0, f64::max);
    assert!((tidemark_stats::distribution::normal_cdf(-1.5) - exact).abs() < 1e-16);
    assert!(worst > 1e-12, "worst difference {worst:e}");
}

#[test]
fn statrs_chi_square_quantile_fails_at_its_lower_end() {
    // One degree of freedom: the square of Φ⁻¹((1 + p) / 2), which is p·√(π/2) for small p.
    let exact = 1e-12 * std::f64::consts::FRAC_PI_2;
    let statrs = ChiSquared::new(1.0).unwrap().inverse_cdf(1e-6);
    assert!((statrs / exact - 1.0).abs() > 1.0, "statrs says {statrs:e}, exact {exact:e}");
}
