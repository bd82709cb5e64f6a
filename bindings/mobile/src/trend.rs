//! A trend as a chart draws it: points, gaps, a level with its band, and the sentences beside it.

use tidemark::findings::{self, EntryModes, Interval};
use tidemark::model::{Direction, EntryMode, Frame, LogicalDate};

use crate::finding::codes;
use crate::{DiaryError, MeasureUnit, Method, OpenDiary, Period, Sentence, Silence, Span};

/// Trends with the days they are about.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Trends {
    /// The days asked about; none when the diary has no entry.
    pub period: Option<Period>,
    /// One per measure, in their order.
    pub trends: Vec<Trend>,
}

/// One measure over a period. Figures rest on the person's own values on one scale.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Trend {
    /// Name of the measure.
    pub measure_id: String,
    /// Version whose scale the figures are on, from 1.
    pub measure_version: u32,
    /// What the person reads.
    pub label: String,
    /// What stretch of time the question asks about.
    pub frame: Frame,
    /// Unit of all values.
    pub unit: MeasureUnit,
    /// What a higher number means.
    pub direction: Direction,
    /// The same in words, such as `higher = worse`.
    pub direction_label: String,
    /// Lowest value of the scale, in its unit.
    pub scale_min: f64,
    /// Highest value of the scale, in its unit.
    pub scale_max: f64,
    /// The days asked about.
    pub period: Period,
    /// Days with a value that the figures rest on.
    pub n: u32,
    /// Days of the period without such a value; missing, never zero.
    pub n_missing: u32,
    /// How those values were written.
    pub entry_modes: EntryModes,
    /// Days with a value from somebody else; drawn, in no figure.
    pub proxy: u32,
    /// Values to draw, in order of days.
    pub points: Vec<TrendPoint>,
    /// Weekly medians, when the period is longer than 120 days.
    pub weeks: Vec<Week>,
    /// Seven and more days in a row without a value; a line is broken there.
    pub gaps: Vec<Gap>,
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
    /// Smoothed level with its band, or why there is none.
    pub level: LevelFigure,
    /// Estimated drift, or why nothing is said.
    pub drift: DriftFigure,
    /// Codes of what limits the reading.
    pub cautions: Vec<String>,
    /// What this says, in words, in the order to show.
    pub sentences: Vec<Sentence>,
}

/// One value to draw.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct TrendPoint {
    /// The day, `YYYY-MM-DD`.
    pub day: String,
    /// Days since 1970-01-01, for the horizontal axis.
    pub day_number: i32,
    /// The value, in the measure's unit.
    pub value: f64,
    /// Whether it was written on its day or later.
    pub mode: EntryMode,
    /// Whether somebody else rated on the person's behalf.
    pub proxy: bool,
    /// Ratings it was made from, 1 or more.
    pub ratings: u32,
}

/// The values of one week, Monday to Sunday, as far as the period holds it.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Week {
    /// First day, `YYYY-MM-DD`.
    pub from: String,
    /// Last day, `YYYY-MM-DD`.
    pub to: String,
    /// First day, in days since 1970-01-01.
    pub from_number: i32,
    /// Last day, in days since 1970-01-01.
    pub to_number: i32,
    /// Values in it, 1 or more.
    pub n: u32,
    /// Their median, in the measure's unit.
    pub median: f64,
    /// Lower quartile.
    pub q1: f64,
    /// Upper quartile.
    pub q3: f64,
}

/// Days in a row without a value.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Gap {
    /// First day without a value, `YYYY-MM-DD`.
    pub from: String,
    /// Last day without a value, `YYYY-MM-DD`.
    pub to: String,
    /// First day without a value, in days since 1970-01-01.
    pub from_number: i32,
    /// Last day without a value, in days since 1970-01-01.
    pub to_number: i32,
    /// How many, 7 or more.
    pub days: u32,
}

/// Some days of a period and the median of their values.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Window {
    /// First day, `YYYY-MM-DD`.
    pub from: String,
    /// Last day, `YYYY-MM-DD`.
    pub to: String,
    /// Values in it.
    pub n: u32,
    /// Their median, in the measure's unit; none without a value.
    pub median: Option<f64>,
}

/// A smoothed level, or why there is none.
#[derive(Clone, Debug, PartialEq, uniffi::Enum)]
pub enum LevelFigure {
    /// The level with its band.
    Drawn {
        /// The band.
        band: LevelBand,
    },
    /// Nothing to draw.
    Silent {
        /// Why.
        silence: Silence,
    },
}

/// The smoothed level of a measure from its first value to its last.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct LevelBand {
    /// Method and variant.
    pub method: Method,
    /// Level of the band, day by day, 0 to 1.
    pub level: f64,
    /// One entry a calendar day, in order.
    pub days: Vec<LevelDay>,
    /// Codes of what limits the reading.
    pub cautions: Vec<String>,
}

/// The level on one day.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct LevelDay {
    /// Days since 1970-01-01, for the horizontal axis.
    pub day_number: i32,
    /// Level, in the measure's unit.
    pub level: f64,
    /// Lower end of the band; may lie outside the scale.
    pub low: f64,
    /// Upper end of the band; may lie outside the scale.
    pub high: f64,
}

/// An estimated drift, or why nothing is said.
#[derive(Clone, Debug, PartialEq, uniffi::Enum)]
pub enum DriftFigure {
    /// The estimate.
    Estimated {
        /// The drift.
        drift: Drift,
    },
    /// Nothing is said.
    Silent {
        /// Why.
        silence: Silence,
    },
}

/// Estimated drift of a measure.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Drift {
    /// Change per 30 days, in the measure's unit.
    pub slope_per_30_days: f64,
    /// 95 % interval of the change per 30 days.
    pub interval: Interval,
    /// Values used.
    pub n: u32,
    /// First and last day with a value.
    pub period: Period,
    /// Method and variant.
    pub method: Method,
    /// Codes of what limits the reading.
    pub cautions: Vec<String>,
}

#[uniffi::export]
impl OpenDiary {
    /// Trends of the named measures over a span of days, or of all that were rated in it when none is named.
    ///
    /// # Errors
    /// `UnknownMeasure`, `StoreDamaged`, `Invalid` for a span that ends before it starts.
    pub fn trends(&self, measure_ids: &[String], span: &Span) -> Result<Trends, DiaryError> {
        let names = crate::measure::names(measure_ids)?;
        let span = span.try_into()?;
        self.with(|diary| Ok(diary.trends(&names, span)?.into()))
    }
}

impl From<tidemark::Asked<findings::Trend>> for Trends {
    fn from(from: tidemark::Asked<findings::Trend>) -> Self {
        Self {
            period: from.period.map(Period::from),
            trends: from.answers.into_iter().map(Trend::from).collect(),
        }
    }
}

impl From<findings::Trend> for Trend {
    fn from(from: findings::Trend) -> Self {
        let direction_label = from.measure.direction_label();
        Self {
            measure_id: from.measure.id.to_string(),
            measure_version: from.measure.version,
            label: from.measure.label,
            frame: from.measure.frame,
            unit: from.measure.unit.into(),
            direction: from.measure.direction,
            direction_label,
            scale_min: from.measure.scale_min,
            scale_max: from.measure.scale_max,
            period: from.period.into(),
            n: from.n,
            n_missing: from.n_missing,
            entry_modes: from.entry_modes,
            proxy: from.proxy,
            points: from.points.into_iter().map(TrendPoint::from).collect(),
            weeks: from.weeks.into_iter().map(Week::from).collect(),
            gaps: from.gaps.iter().map(Gap::from).collect(),
            min: from.min,
            max: from.max,
            median: from.median,
            first_days: from.first_days.map(Window::from),
            last_days: from.last_days.map(Window::from),
            level: from.level.into(),
            drift: from.drift.into(),
            cautions: codes(&from.cautions),
            sentences: from.sentences.into_iter().map(Sentence::from).collect(),
        }
    }
}

impl From<findings::Point> for TrendPoint {
    fn from(from: findings::Point) -> Self {
        Self {
            day: from.day.to_string(),
            day_number: from.day.day_number(),
            value: from.value,
            mode: from.mode,
            proxy: from.proxy,
            ratings: from.ratings,
        }
    }
}

impl From<findings::Week> for Week {
    fn from(from: findings::Week) -> Self {
        Self {
            from: from.from.to_string(),
            to: from.to.to_string(),
            from_number: from.from.day_number(),
            to_number: from.to.day_number(),
            n: from.n,
            median: from.median,
            q1: from.q1,
            q3: from.q3,
        }
    }
}

impl From<&findings::Gap> for Gap {
    fn from(from: &findings::Gap) -> Self {
        Self {
            from: from.from.to_string(),
            to: from.to.to_string(),
            from_number: from.from.day_number(),
            to_number: from.to.day_number(),
            days: from.days,
        }
    }
}

impl From<findings::Window> for Window {
    fn from(from: findings::Window) -> Self {
        Self { from: from.from.to_string(), to: from.to.to_string(), n: from.n, median: from.median }
    }
}

impl From<Result<findings::LevelBand, findings::Silence>> for LevelFigure {
    fn from(from: Result<findings::LevelBand, findings::Silence>) -> Self {
        let day = |at: findings::LevelDay| LevelDay {
            day_number: at.day.day_number(),
            level: at.level,
            low: at.low,
            high: at.high,
        };
        match from {
            Ok(band) => Self::Drawn {
                band: LevelBand {
                    method: band.method.into(),
                    level: band.level,
                    days: band.days.into_iter().map(day).collect(),
                    cautions: codes(&band.cautions),
                },
            },
            Err(silence) => Self::Silent { silence: silence.into() },
        }
    }
}

impl From<Result<findings::Drift, findings::Silence>> for DriftFigure {
    fn from(from: Result<findings::Drift, findings::Silence>) -> Self {
        let iso = |day: LogicalDate| day.to_string();
        match from {
            Ok(drift) => Self::Estimated {
                drift: Drift {
                    slope_per_30_days: drift.slope_per_30_days,
                    interval: drift.interval,
                    n: drift.n,
                    period: Period { from: iso(drift.from), to: iso(drift.to) },
                    method: drift.method.into(),
                    cautions: codes(&drift.cautions),
                },
            },
            Err(silence) => Self::Silent { silence: silence.into() },
        }
    }
}
