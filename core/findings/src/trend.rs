//! Where is a measure lately, and does it drift? One finding per measure over a period.
//!
//! Values are those of [`tidemark_model::day_values`] in the measure's own frame. Entries made by somebody else are
//! drawn and counted, never calculated with; values on another scale are counted only. Refuses a drift for the reasons
//! in `docs/decisions/0004-when-drift-cannot-be-said.md`. The figures themselves are the statistics crate's.

mod drift;
mod level;
mod sentences;
pub(crate) mod series;
mod week;

pub use drift::{Drift, DriftCheck};
pub use level::{LevelBand, LevelDay};
pub use series::{EntryModes, Point, ScaleBreak};
pub use week::Week;

use std::collections::BTreeSet;

use serde::Serialize;
use tidemark_model::{LogicalDate, Measure, MeasureId, Period, Records};

use crate::coverage::{count_of, gaps};
use crate::{Caution, Gap, Measured, Sentence, Silence, centre, iso, version};

/// Days at each end of a period whose medians are compared.
const END_DAYS: i32 = 14;
/// Longest period drawn day by day; above, weekly medians stand in.
const LONGEST_DAILY: u32 = 120;
/// Longest period whose trends are worked out one after the other: four years take about a millisecond each.
const LONGEST_ALONE: u32 = 4 * 366;
/// Shortest stretch of days without values that is drawn as a gap.
const LEAST_GAP: u32 = 7;
/// Values below which no median is given.
const LEAST_SUMMARY: usize = 3;

/// One measure over a period.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Trend {
    /// What was rated.
    #[serde(flatten)]
    pub measure: Measured,
    /// The days asked about.
    #[serde(serialize_with = "iso::period")]
    pub period: Period,
    /// Days with a value that the figures rest on.
    pub n: u32,
    /// Days of the period without such a value.
    pub n_missing: u32,
    /// How those values were written.
    pub entry_modes: EntryModes,
    /// Days with a value from somebody else; left out of every figure.
    pub proxy: u32,
    /// Values on other scales of this measure, by version; left out of every figure.
    pub scale_breaks: Vec<ScaleBreak>,
    /// Earliest value.
    pub first: Option<Point>,
    /// Latest value.
    pub last: Option<Point>,
    /// Lowest value, in the measure's unit.
    pub min: Option<f64>,
    /// Highest value, in the measure's unit.
    pub max: Option<f64>,
    /// Median of all values; none below three.
    pub median: Option<f64>,
    /// The first 14 days of the period; none when it has fewer than 28.
    pub first_days: Option<Window>,
    /// The last 14 days of the period; none when it has fewer than 28.
    pub last_days: Option<Window>,
    /// Weekly medians, when the period is longer than 120 days.
    pub weeks: Vec<Week>,
    /// Smoothed level with its band, or why there is none.
    #[serde(serialize_with = "iso::figure")]
    pub level: Result<LevelBand, Silence>,
    /// Estimated drift, or why nothing is said.
    #[serde(serialize_with = "iso::figure")]
    pub drift: Result<Drift, Silence>,
    /// Seven and more days in a row without a value.
    pub gaps: Vec<Gap>,
    /// Values to draw, in order of days; those of somebody else among them.
    pub points: Vec<Point>,
    /// What limits the reading.
    pub cautions: Vec<Caution>,
    /// What this says, in words.
    pub sentences: Vec<Sentence>,
}

/// Some days of a period and the median of their values.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Window {
    /// First day.
    #[serde(serialize_with = "iso::day")]
    pub from: LogicalDate,
    /// Last day.
    #[serde(serialize_with = "iso::day")]
    pub to: LogicalDate,
    /// Values in it.
    pub n: u32,
    /// Their median; none without a value.
    pub median: Option<f64>,
}

/// The trend of one measure over `period`; `measure` is the version whose scale the figures are on.
#[must_use]
pub fn trend(records: &Records, measure: &Measure, period: Period) -> Trend {
    let series = series::Series::of(records, measure, period);
    let values = series.values();
    let n = count_of(values.len());
    let summary = values.len() >= LEAST_SUMMARY;
    let measured = Measured::new(measure);
    let level = level::level_band(&series);
    let drift = drift::drift(&series, measured.range());
    let first = series.own().next().copied();
    let last = series.own().next_back().copied();
    let mut trend = Trend {
        period,
        n,
        n_missing: period.days().saturating_sub(n),
        entry_modes: series.entry_modes(),
        proxy: count_of(series.proxy().count()),
        scale_breaks: series.breaks.clone(),
        first,
        last,
        min: values.iter().copied().reduce(f64::min),
        max: values.iter().copied().reduce(f64::max),
        median: centre::median(&values).filter(|_| summary),
        first_days: window(&series, period, End::First),
        last_days: window(&series, period, End::Last),
        weeks: if period.days() > LONGEST_DAILY { week::weeks(&series, period) } else { Vec::new() },
        gaps: gaps(period, series.points.iter().map(|point| point.day))
            .into_iter()
            .filter(|gap| gap.days >= LEAST_GAP)
            .collect(),
        cautions: cautions(&series, level.as_ref().ok(), drift.as_ref().ok()),
        level,
        drift,
        measure: measured,
        points: series.points,
        sentences: Vec::new(),
    };
    trend.sentences = sentences::sentences(&trend);
    trend
}

/// The trends of all measures with at least one value in `period`, in the measures' order, each on the newest scale used in it.
#[must_use]
pub fn trends(records: &Records, period: Period) -> Vec<Trend> {
    let rated: BTreeSet<&MeasureId> = records
        .check_ins
        .iter()
        .flat_map(|check_in| &check_in.parts().values)
        .filter(|value| value.answer().rating().is_some())
        .map(|value| &value.measure().id)
        .collect();
    let one = |measure: &Measure| trend(records, measure, period);
    let measures: Vec<&Measure> = version::in_check_ins(records, period)
        .into_iter()
        .filter(|measure| rated.contains(measure.id()))
        .collect();
    let long = period.days() > LONGEST_ALONE;
    let found = if long { side_by_side(&measures, one) } else { measures.into_iter().map(one).collect() };
    found.into_iter().filter(|trend| !trend.points.is_empty() || !trend.scale_breaks.is_empty()).collect()
}

/// Each measure's trend in a thread of its own: none needs another, and over decades they are half of the wait. The order
/// is that of the measures, and so are the figures: a trend does not know where it is worked out.
fn side_by_side(measures: &[&Measure], one: impl Fn(&Measure) -> Trend + Sync) -> Vec<Trend> {
    std::thread::scope(|scope| {
        let begun: Vec<_> = measures
            .iter()
            .map(|measure| std::thread::Builder::new().spawn_scoped(scope, || one(measure)))
            .collect();
        // A system that gives no thread gets the answer all the same.
        begun
            .into_iter()
            .zip(measures)
            .map(|(thread, measure)| match thread {
                Ok(thread) => thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)),
                Err(_) => one(measure),
            })
            .collect()
    })
}

#[derive(Clone, Copy)]
enum End {
    First,
    Last,
}

fn window(series: &series::Series, period: Period, end: End) -> Option<Window> {
    if period.days() < END_DAYS.unsigned_abs() * 2 {
        return None;
    }
    let (from, to) = match end {
        End::First => (period.from(), period.from().plus_days(END_DAYS - 1)?),
        End::Last => (period.to().plus_days(1 - END_DAYS)?, period.to()),
    };
    let values: Vec<f64> =
        series.own().filter(|point| from <= point.day && point.day <= to).map(|point| point.value).collect();
    Some(Window { from, to, n: count_of(values.len()), median: centre::median(&values) })
}

fn cautions(series: &series::Series, level: Option<&LevelBand>, drift: Option<&Drift>) -> Vec<Caution> {
    let mut cautions = Vec::new();
    let mut add = |holds: bool, caution: Caution| {
        if holds && !cautions.contains(&caution) {
            cautions.push(caution);
        }
    };
    add(!series.breaks.is_empty(), Caution::ScaleChanged);
    add(series.proxy().next().is_some(), Caution::ProxyExcluded);
    add(series.entry_modes().imported > 0, Caution::Imported);
    add(series.mostly_backfilled().is_some(), Caution::MostlyBackfilled);
    for caution in level.into_iter().flat_map(|band| &band.cautions) {
        add(true, *caution);
    }
    for caution in drift.into_iter().flat_map(|drift| &drift.cautions) {
        add(true, *caution);
    }
    cautions
}
