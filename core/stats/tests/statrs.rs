//! Where `statrs` is wrong, so that the functions of `distribution` are our own. When one of these fails, statrs has
//! been mended there and its function may take the place of ours.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use statrs::distribution::{Beta, ChiSquared, ContinuousCDF, Normal, StudentsT};
use tidemark_stats::distribution as ours;

/// Relative distance of two numbers from the exact one: (ours, statrs).
#[cfg(test)]
fn off(ours: f64, statrs: f64, exact: f64) -> (f64, f64) {
    ((ours / exact - 1.0).abs(), (statrs / exact - 1.0).abs())
}

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
fn statrs_chi_square_quantile_is_six_hundred_times_off_at_its_lower_end() {
    // One degree of freedom: the square of Φ⁻¹((1 + p) / 2), which is p²·π/2 for small p.
    let exact = 1e-12 * std::f64::consts::FRAC_PI_2;
    let statrs = ChiSquared::new(1.0).unwrap().inverse_cdf(1e-6);
    let (ours, statrs) = off(ours::ChiSquare::new(1.0).unwrap().quantile(1e-6).unwrap(), statrs, exact);
    assert!(ours < 1e-11, "ours is {ours:e} off");
    assert!(statrs > 590.0, "statrs is {statrs:e} off");
}

#[test]
fn statrs_t_quantile_is_off_at_a_hundred_years_of_days() {
    // t.975 and t.5000001 with 36,499 df, mpmath with 80 digits.
    for (p, exact, least) in
        [(0.975, 1.960_028_982_172_088, 3e-7), (0.500_000_1, 2.506_645_442_527_64e-7, 7.0)]
    {
        let statrs = StudentsT::new(0.0, 1.0, 36_499.0).unwrap().inverse_cdf(p);
        let (ours, statrs) = off(ours::StudentT::new(36_499.0).unwrap().quantile(p).unwrap(), statrs, exact);
        assert!(ours < 1e-9 && statrs > least, "p {p}: ours {ours:e} off, statrs {statrs:e}");
    }
}

#[test]
fn statrs_t_quantile_panics_far_out() {
    assert!(thread::spawn(|| StudentsT::new(0.0, 1.0, 9.0).unwrap().inverse_cdf(1e-300)).join().is_err());
    assert!(ours::StudentT::new(9.0).unwrap().quantile(1e-300).unwrap() < -1e30);
}

/// Ours answers in microseconds; two seconds are waited for statrs, whose thread ends with this process.
#[test]
fn statrs_t_quantile_does_not_return_with_a_hundred_million_df() {
    let (done, answer) = mpsc::channel();
    thread::spawn(move || done.send(StudentsT::new(0.0, 1.0, 1e8).unwrap().inverse_cdf(0.975)));
    assert!(answer.recv_timeout(Duration::from_secs(2)).is_err());
    assert!((ours::StudentT::new(1e8).unwrap().quantile(0.975).unwrap() - 1.96).abs() < 1e-4);
}

#[test]
fn statrs_beta_quantile_is_off_at_its_lower_end() {
    // mpmath with 80 digits; the second is where statrs has no digit right.
    for (b, exact, least) in
        [(30.0, 2.639_900_631_100_860_3e-14, 1e-5), (1_000.0, 7.855_945_374_762_364e-16, 0.1)]
    {
        let statrs = Beta::new(0.5, b).unwrap().inverse_cdf(1e-6);
        let (ours, statrs) = off(ours::Beta::new(0.5, b).unwrap().quantile(1e-6).unwrap(), statrs, exact);
        assert!(ours < 1e-11 && statrs > least, "b {b}: ours {ours:e} off, statrs {statrs:e}");
    }
}
