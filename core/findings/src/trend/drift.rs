//! Does a measure drift over a period? Points per 30 days with their interval, or the reason why nothing is said.
//!
//! The estimate is the GLS slope (catalogue E1, integrated df); Mann–Kendall with AR(1) variance (E3) looks at the
//! same question by ranks and has to agree.
//!
//! **When the two disagree.** Two tests of one question on the same records differ by chance near any line, so a line
//! drawn at 5 % for both would silence every diary near it. They disagree when one is clear (p < .05, for GLS the same
//! as an interval that leaves 0 out) while the other points the other way or is not even near (p > .20). Figures behind
//! the choice: `docs/decisions/0004-when-drift-cannot-be-said.md`.
//!
//! Thirty daily values always span 28 days, so that rule of the catalogue needs no check of its own.

use serde::Serialize;
use tidemark_model::LogicalDate;
use tidemark_stats::{GlsTrend, KendallVariance, Level, MannKendall, TrendDf, gls_trend, mann_kendall};

use super::series::Series;
use crate::{Caution, Interval, Method, Silence, iso};

/// Values below which no drift is estimated (catalogue E1).
const LEAST: usize = 30;
/// p-value below which a method is clear.
const CLEAR: f64 = 0.05;
/// p-value above which a method is not even near.
const FAR: f64 = 0.20;

/// Estimated drift of a measure.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Drift {
    /// Change per 30 days, in the measure's unit.
    pub slope_per_30_days: f64,
    /// 95 % interval of the change per 30 days.
    pub interval: Interval,
    /// Degrees of freedom of the interval.
    pub df: f64,
    /// Correlation of errors one day apart, 0 to 1.
    pub phi: f64,
    /// Two-sided p-value; for the detail view only.
    pub p_value: f64,
    /// Values used.
    pub n: u32,
    /// First day with a value.
    #[serde(serialize_with = "iso::day")]
    pub from: LogicalDate,
    /// Last day with a value.
    #[serde(serialize_with = "iso::day")]
    pub to: LogicalDate,
    /// Method and variant.
    pub method: Method,
    /// What the second method says; none when the days do not allow it.
    pub check: Option<DriftCheck>,
    /// What limits the reading.
    pub cautions: Vec<Caution>,
}

/// The second method's look at a drift.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct DriftCheck {
    /// Method and variant.
    pub method: Method,
    /// Kendall's τ with the day, −1 to 1, when defined.
    pub tau_b: Option<f64>,
    /// Standardised S.
    pub z: f64,
    /// Variance over that of independent days, 1 or more.
    pub variance_factor: f64,
    /// Two-sided p-value; for the detail view only.
    pub p_value: f64,
}

/// The drift of a series on a scale of length `range`, in its unit.
pub(crate) fn drift(series: &Series, range: f64) -> Result<Drift, Silence> {
    if !series.breaks.is_empty() {
        return Err(Silence::ScaleChanged);
    }
    let n = series.own().count();
    if n < LEAST {
        return Err(Silence::TooFew { have: n, need: LEAST });
    }
    if series.is_constant() {
        return Err(Silence::NoVariation);
    }
    if let Some(silence) = series.mostly_backfilled() {
        return Err(silence);
    }
    let values = series.statistics()?;
    let (first, last) = series.own().next().zip(series.own().last()).ok_or(Silence::NotIdentifiable)?;
    let slope = gls_trend(&values, TrendDf::Integrated, Level::P95)?;
    let check = mann_kendall(&values, KendallVariance::Ar1)?;
    let drift = estimate(&slope, &check, (first.day, last.day))?;
    if drift.check.is_some_and(|check| disagree(&drift, &check)) {
        return Err(Silence::Disagree);
    }
    let most = range / 2.0;
    if drift.interval.width() > most {
        return Err(Silence::TooWide { width: drift.interval.width(), most });
    }
    Ok(drift)
}

fn estimate(
    slope: &GlsTrend,
    check: &MannKendall,
    (from, to): (LogicalDate, LogicalDate),
) -> Result<Drift, Silence> {
    let fit = slope.fit?;
    let mut cautions = Caution::of_method(&slope.cautions);
    // Entries never on neighbouring days leave the ranks' correction undefined; the slope stands alone then.
    let check = check.test.ok().map(|test| DriftCheck {
        method: check.method.into(),
        tau_b: check.tau_b.ok(),
        z: test.z,
        variance_factor: test.variance_factor,
        p_value: test.p_value,
    });
    if check.is_none() {
        cautions.push(Caution::Unchecked);
    }
    Ok(Drift {
        slope_per_30_days: slope.slope_per_30_days,
        interval: fit.interval.into(),
        df: fit.df,
        phi: fit.phi,
        p_value: fit.p_value,
        n: crate::coverage::count_of(slope.n),
        from,
        to,
        method: slope.method.into(),
        check,
        cautions,
    })
}

fn disagree(drift: &Drift, check: &DriftCheck) -> bool {
    let opposite = drift.slope_per_30_days * check.z < 0.0;
    let against = |clear: f64, other: f64| clear < CLEAR && (opposite || other > FAR);
    against(drift.p_value, check.p_value) || against(check.p_value, drift.p_value)
}
