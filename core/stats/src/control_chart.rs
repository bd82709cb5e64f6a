//! Individuals and moving-range chart: the usual swing of a diary, the values beyond it, and runs too long or too calm
//! for days that do not depend on each other.
//!
//! Refuses limits without neighbouring days or where those never differ. Oracle in `oracles/control_chart/`.

mod runs;

use runs::{crosses_too_rarely, long_runs};

use crate::autocorrelation::lag_one_on_days;
use crate::count::float;
use crate::{Answer, Caution, Field, Method, Refused, Series};

/// Moving ranges to limits: 3 standard deviations of 1/1.128 mean ranges each, rounded as Wheeler does.
const LIMIT_FACTOR: f64 = 2.66;
/// Correlation one day apart above which limits and runs signal too often.
const ALIKE: f64 = 0.2;

/// An individuals chart of a dated series.
#[derive(Clone, Debug, PartialEq)]
pub struct ControlChart {
    /// Method and variant.
    pub method: Method,
    /// Mean of the values, in points.
    pub centre: f64,
    /// Moving range and limits, or why there are none.
    pub limits: Result<ControlLimits, Refused>,
    /// Signals in order of days, on one day in the order of [`ControlRule`]; runs are looked for without limits too.
    pub signals: Vec<ControlSignal>,
    /// Values used.
    pub n: usize,
    /// Entries known to be missing.
    pub n_missing: usize,
    /// What limits the reading.
    pub cautions: Vec<Caution>,
}

impl ControlChart {
    /// In the words of `tidemark stats`.
    #[must_use]
    pub fn answer(series: &Series, result: &Result<Self, Refused>) -> Answer {
        let found = result.as_ref().ok();
        let limits = found.and_then(|found| found.limits.ok());
        let signals: Option<Vec<Field>> = found.map(|found| {
            let signals = found.signals.iter();
            signals
                .map(|on| Field::Object(vec![("date", Field::Day(on.day)), ("rule", on.rule.code().into())]))
                .collect()
        });
        Answer::new("control-chart", series.n(), series.n_missing())
            .ran(found.map(|found| (found.method.variant, &*found.cautions)))
            .with("centre", found.map(|found| found.centre))
            .with("moving_range_mean", limits.map(|limits| limits.moving_range_mean))
            .with("lower", limits.map(|limits| limits.lower))
            .with("upper", limits.map(|limits| limits.upper))
            .with("signals", signals)
            .refused(result.as_ref().map_or_else(|refused| Some(*refused), |found| found.limits.err()))
    }
}

/// Limits of the usual swing; not clipped to the scale of the ratings.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ControlLimits {
    /// Mean size of the step between entries one day apart, in points.
    pub moving_range_mean: f64,
    /// Lower limit, in points.
    pub lower: f64,
    /// Upper limit, in points.
    pub upper: f64,
}

/// A day on which a rule first speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ControlSignal {
    /// Day number, in the series' own count.
    pub day: i32,
    /// The rule.
    pub rule: ControlRule,
}

/// A rule of the chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ControlRule {
    /// A value outside the limits, on its day.
    OutsideLimits,
    /// A run on one side of the centre longer than round(log₂ n) + 3, on the day that makes it too long.
    LongRun,
    /// Fewer crossings of the centre than the 5 % quantile of a binomial with n − 1 trials of ½, on the last day.
    FewCrossings,
}

impl ControlRule {
    /// The rule's name in `snake_case`, as printed and stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::OutsideLimits => "outside_limits",
            Self::LongRun => "long_run",
            Self::FewCrossings => "few_crossings",
        }
    }
}

/// Individuals and moving-range chart of a dated series.
///
/// # Errors
/// [`Refused::TooFew`] without a value.
/// # Formula
/// Centre = mean; limits = centre ± 2.66 times the mean moving range between entries one day apart. Runs leave out values
/// on the centre, and n counts the values left in.
/// # Source
/// Shewhart 1931, Economic Control of Quality of Manufactured Product; Wheeler 1993, Understanding Variation; runs:
/// Anhøj & Olesen 2014, doi:10.1371/journal.pone.0113825.
pub fn control_chart(series: &Series) -> Result<ControlChart, Refused> {
    let n = series.n();
    if n == 0 {
        return Err(Refused::TooFew { have: 0, need: 1 });
    }
    let centre = mean(series.values());
    let limits = limits(series, centre);
    let deviations: Vec<f64> = series.values().iter().map(|value| value - centre).collect();
    let mut cautions = Vec::new();
    if let Some(r) = lag_one_on_days(&series.days_from_first(), &deviations)
        && !series.is_constant()
        && r > ALIKE
    {
        cautions.push(Caution::NeighboursAlike { r });
    }
    Ok(ControlChart {
        method: Method::new("control-chart", "individuals and moving range"),
        centre,
        limits,
        signals: signals(series, &deviations, limits.ok()),
        n,
        n_missing: series.n_missing(),
        cautions,
    })
}

/// The mean as a first guess and the mean distance from it, exact for a constant series.
fn mean(values: &[f64]) -> f64 {
    let guess = values.first().copied().unwrap_or_default();
    guess + values.iter().map(|value| value - guess).sum::<f64>() / float(values.len())
}

fn limits(series: &Series, centre: f64) -> Result<ControlLimits, Refused> {
    let n = series.n();
    if n < 2 {
        return Err(Refused::TooFew { have: n, need: 2 });
    }
    let neighbours = series.days().windows(2).zip(series.values().windows(2));
    let ranges: Vec<f64> = neighbours
        .filter_map(|(days, values)| match (days, values) {
            ([day, next_day], [value, next]) if day.checked_add(1) == Some(*next_day) => {
                Some((next - value).abs())
            }
            _ => None,
        })
        .collect();
    if ranges.is_empty() {
        return Err(Refused::NotIdentifiable);
    }
    let moving_range_mean = ranges.iter().sum::<f64>() / float(ranges.len());
    if moving_range_mean <= series.rounding() {
        return Err(Refused::NoVariation);
    }
    let reach = LIMIT_FACTOR * moving_range_mean;
    Ok(ControlLimits { moving_range_mean, lower: centre - reach, upper: centre + reach })
}

fn signals(series: &Series, deviations: &[f64], limits: Option<ControlLimits>) -> Vec<ControlSignal> {
    let rounding = series.rounding();
    let mut signals = Vec::new();
    if let Some(limits) = limits {
        let reach = (limits.upper - limits.lower) / 2.0 + rounding;
        let outside = series.days().iter().zip(deviations).filter(|(_, deviation)| deviation.abs() > reach);
        signals.extend(outside.map(|(&day, _)| ControlSignal { day, rule: ControlRule::OutsideLimits }));
    }
    let sides: Vec<(i32, bool)> = series
        .days()
        .iter()
        .zip(deviations)
        .filter(|(_, deviation)| deviation.abs() > rounding)
        .map(|(&day, &deviation)| (day, deviation > 0.0))
        .collect();
    signals.extend(long_runs(&sides).map(|day| ControlSignal { day, rule: ControlRule::LongRun }));
    if let Some(&last) = series.days().last()
        && crosses_too_rarely(&sides)
    {
        signals.push(ControlSignal { day: last, rule: ControlRule::FewCrossings });
    }
    signals.sort_by_key(|signal| (signal.day, signal.rule));
    signals
}
