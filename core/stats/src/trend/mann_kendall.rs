//! Mann–Kendall test for a monotone trend, with the variance corrected for alike neighbouring days.
//!
//! Refuses a test of values that do not vary, and a correction that the days do not determine. Oracle in
//! `oracles/mann_kendall/` (pymannkendall; the gap-aware AR(1) factor against its double sum).

use super::car::Line;
use super::pair_slopes::PairSlopes;
use crate::autocorrelation::{
    hamed_rao_factor, lag_one_on_days, variance_inflation_on_days, yue_wang_factor,
};
use crate::count::{float, signed};
use crate::distribution::normal_cdf;
use crate::rank::KendallCount;
use crate::{Answer, Caution, Method, Refused, Series};

/// Up to this n, without ties and without inflation, the p-value is from the exact distribution.
const LARGEST_EXACT: usize = 10;
/// Largest autocorrelation believed.
const LARGEST_RHO: f64 = 0.95;

/// Variance of Kendall's S.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum KendallVariance {
    /// As if days were independent.
    Independent,
    /// Times a factor from a bias-corrected AR(1) coefficient of the residuals of a line, gaps respected, at least 1.
    Ar1,
    /// Times Yue & Wang's factor from lag one, gaps ignored, unclamped: for comparison with other programs.
    YueWang,
    /// Times Hamed & Rao's factor from all lags of the ranks, gaps ignored, unclamped: for comparison.
    HamedRao,
}

/// Kendall's S of a dated series with its test.
#[derive(Clone, Debug, PartialEq)]
pub struct MannKendall {
    /// Method and variant.
    pub method: Method,
    /// Pairs of days that rise minus pairs that fall.
    pub s: i64,
    /// Kendall's `τ_b` with the day, −1 to 1, or why there is none.
    pub tau_b: Result<f64, Refused>,
    /// Variance, z and p-value, or why there are none.
    pub test: Result<KendallTest, Refused>,
    /// Values used.
    pub n: usize,
    /// Entries known to be missing.
    pub n_missing: usize,
    /// What limits the reading.
    pub cautions: Vec<Caution>,
}

impl MannKendall {
    /// The fields of `tidemark stats mann-kendall`.
    #[must_use]
    pub fn answer(series: &Series, result: &Result<Self, Refused>) -> Answer {
        let found = result.as_ref().ok();
        let test = found.and_then(|found| found.test.ok());
        Answer::new("mann-kendall", series.n(), series.n_missing())
            .ran(found.map(|found| (found.method.variant, &*found.cautions)))
            .with("s", found.map(|found| found.s))
            .with("variance", test.map(|test| test.variance))
            .with("variance_factor", test.map(|test| test.variance_factor))
            .with("z", test.map(|test| test.z))
            .with("p_value", test.map(|test| test.p_value))
            .with("tau_b", found.and_then(|found| found.tau_b.ok()))
            .refused(result.as_ref().map_or_else(|refused| Some(*refused), |found| found.test.err()))
    }
}

/// The test of S against no trend.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct KendallTest {
    /// Variance of S used for z.
    pub variance: f64,
    /// Its ratio to the variance for independent days.
    pub variance_factor: f64,
    /// S moved one towards 0, over its standard deviation.
    pub z: f64,
    /// Two-sided p-value, above 0.
    pub p_value: f64,
    /// Whether the p-value is from the exact distribution of S.
    pub exact: bool,
}

/// Mann–Kendall test of a dated series.
///
/// # Errors
/// [`Refused::TooFew`] below two values: there is no pair.
/// # Formula
/// S = Σ sign(vⱼ − vᵢ), variance [n(n−1)(2n+5) − Σt(t−1)(2t+5)]/18 times the factor, z = (S ∓ 1)/√variance.
/// AR(1): residuals e of a least-squares line on day number, r₁ over pairs one day apart,
/// ρ = (n·r₁ + 2)/(n − 4) clamped to [0, 0.95], factor 1 + (2/n) Σ_{i<j} ρ^(dayⱼ − dayᵢ).
/// # Source
/// Mann 1945, doi:10.2307/1907187; Kendall 1975, Rank Correlation Methods; factor: Yue & Wang 2004,
/// doi:10.1023/B:WARM.0000043140.61082.60.
pub fn mann_kendall(series: &Series, variance: KendallVariance) -> Result<MannKendall, Refused> {
    if series.n() < 2 {
        return Err(Refused::TooFew { have: series.n(), need: 2 });
    }
    let count = KendallCount::of(series.values());
    let mut cautions = Vec::new();
    // The compared programs use the normal approximation at every n.
    let own = matches!(variance, KendallVariance::Independent | KendallVariance::Ar1);
    let test = if count.variance() > 0.0 {
        factor(series, variance, &mut cautions).map(|factor| test(&count, factor, own))
    } else {
        Err(Refused::NoVariation)
    };
    Ok(MannKendall {
        method: Method::new("mann-kendall", variant(variance)),
        s: count.s,
        tau_b: count.tau_b(),
        test,
        n: series.n(),
        n_missing: series.n_missing(),
        cautions,
    })
}

const fn variant(variance: KendallVariance) -> &'static str {
    match variance {
        KendallVariance::Independent => "variance for independent days",
        KendallVariance::Ar1 => "variance for AR(1) days",
        KendallVariance::YueWang => "variance by Yue and Wang, lag 1",
        KendallVariance::HamedRao => "variance by Hamed and Rao, all lags",
    }
}

fn factor(series: &Series, variance: KendallVariance, cautions: &mut Vec<Caution>) -> Result<f64, Refused> {
    match variance {
        KendallVariance::Independent => Ok(1.0),
        KendallVariance::Ar1 => {
            let (factor, rho) = ar1_factor(series)?;
            if rho >= LARGEST_RHO {
                cautions.push(Caution::AutocorrelationAtBound);
            }
            Ok(factor)
        }
        KendallVariance::YueWang => positive(compared(series, yue_wang_factor)?),
        KendallVariance::HamedRao => positive(compared(series, hamed_rao_factor)?),
    }
}

/// The factor for AR(1) days and the coefficient behind it.
fn ar1_factor(series: &Series) -> Result<(f64, f64), Refused> {
    if series.n() < 5 {
        return Err(Refused::TooFew { have: series.n(), need: 5 });
    }
    let days = series.days_from_first();
    let line = Line::new(&days, series.values());
    let (_, _, residuals) = line.ordinary();
    varied(series, residuals)?;
    let n = float(series.n());
    let r1 = lag_one_on_days(&days, residuals).ok_or(Refused::NotIdentifiable)?;
    let rho = ((n * r1 + 2.0) / (n - 4.0)).clamp(0.0, LARGEST_RHO);
    Ok((variance_inflation_on_days(&days, rho).max(1.0), rho))
}

/// A factor of the values without their median slope, by position.
fn compared(series: &Series, factor: impl Fn(&[f64]) -> Option<f64>) -> Result<f64, Refused> {
    if series.n() < 3 {
        return Err(Refused::TooFew { have: series.n(), need: 3 });
    }
    let positions: Vec<f64> = (0..series.n()).map(float).collect();
    let slope = PairSlopes::of(&positions, series.values()).median();
    let detrended: Vec<f64> =
        series.values().iter().enumerate().map(|(place, value)| value - float(place + 1) * slope).collect();
    let first = detrended.first().copied().unwrap_or_default();
    varied(series, &detrended.iter().map(|value| value - first).collect::<Vec<f64>>())?;
    factor(&detrended).ok_or(Refused::NoVariation)
}

fn positive(factor: f64) -> Result<f64, Refused> {
    if factor > 0.0 { Ok(factor) } else { Err(Refused::VarianceNotPositive) }
}

/// Refuses residuals that are rounding errors of a perfect line.
fn varied(series: &Series, residuals: &[f64]) -> Result<(), Refused> {
    if residuals.iter().any(|residual| residual.abs() > series.rounding()) {
        Ok(())
    } else {
        Err(Refused::NoVariation)
    }
}

fn test(count: &KendallCount, factor: f64, exact_wanted: bool) -> KendallTest {
    let variance = count.variance() * factor;
    let s = signed(count.s);
    let z = if count.s == 0 { 0.0 } else { (s - s.signum()) / variance.sqrt() };
    let exact = exact_wanted && count.n <= LARGEST_EXACT && count.tied_pairs() == 0 && factor <= 1.0;
    let p_value = if exact { exact_p_value(count.n, count.s) } else { 2.0 * normal_cdf(-z.abs()) };
    KendallTest {
        variance,
        variance_factor: factor,
        z,
        p_value: p_value.clamp(f64::MIN_POSITIVE, 1.0),
        exact,
    }
}

/// P(|S| ≥ |s|) over all n! orders, by the number of falling pairs each new value adds.
fn exact_p_value(n: usize, s: i64) -> f64 {
    // orders[k]: share of orders of the values so far with k falling pairs.
    let mut orders = vec![1.0_f64];
    for size in 2..=n {
        let mut next = vec![0.0; orders.len() + size - 1];
        for (falls, share) in orders.iter().enumerate() {
            next.iter_mut().skip(falls).take(size).for_each(|slot| *slot += share / float(size));
        }
        orders = next;
    }
    let all = i64::try_from(n * (n - 1) / 2).unwrap_or(i64::MAX);
    (0_i64..)
        .zip(&orders)
        .filter(|(falls, _)| (all - 2 * falls).abs() >= s.abs())
        .map(|(_, share)| share)
        .sum()
}
