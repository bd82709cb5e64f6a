//! One trend: a measure over the period, as the reader sees it.

use super::Period;
use chrono::NaiveDate;

/// One measure over the period: a chart, or a sentence when there are too few values for one.
///
/// # Shape
/// Dates need no order and may repeat; what lies outside the period or is not a finite number is not drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct TrendPanel {
    /// Name of the measure.
    pub measure: String,
    /// What a higher value means; decides the column.
    pub direction: Direction,
    /// The y axis, always the whole scale.
    pub scale: Scale,
    /// Unit printed beside the name, such as `h`; `None` for a score.
    pub unit: Option<String>,
    /// The x axis.
    pub period: Period,
    /// Daily values.
    pub points: Vec<Point>,
    /// Level line with its band; empty when there is none.
    pub level: Vec<LevelDay>,
    /// Weekly summaries, drawn in place of the daily values when the period is over 120 days; may be empty.
    pub weeks: Vec<Week>,
    /// Days with a session: triangles under the axis.
    pub sessions: Vec<NaiveDate>,
    /// Medicine changes: dashed lines with their number.
    pub medicines: Vec<Marker>,
    /// Events: dotted lines with their number.
    pub events: Vec<Marker>,
    /// Sentence under the chart.
    pub caption: String,
    /// Text in place of the chart, for fewer than three values.
    pub listed: Option<String>,
    /// Last value of the period, printed at the right.
    pub last_value: Option<f64>,
}

/// What a higher value means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Such as stress or pain.
    HigherWorse,
    /// Such as mood or energy.
    HigherBetter,
    /// Such as hours of sleep.
    Neutral,
}

/// A y axis: its ends, and the values that get a grid line.
#[derive(Clone, Debug, PartialEq)]
pub struct Scale {
    min: f64,
    max: f64,
    grid: Vec<f64>,
}

impl Scale {
    /// Makes a scale; `None` unless both ends are finite and `min` is below `max`.
    ///
    /// # Shape
    /// Grid values outside the ends are dropped; an empty grid becomes the two ends.
    #[must_use]
    pub fn new(min: f64, max: f64, grid: &[f64]) -> Option<Self> {
        if !(min.is_finite() && max.is_finite() && min < max && (max - min).is_finite()) {
            return None;
        }
        let mut grid: Vec<f64> = grid.iter().copied().filter(|g| (min..=max).contains(g)).take(12).collect();
        if grid.is_empty() {
            grid = vec![min, max];
        }
        Some(Self { min, max, grid })
    }

    /// The 0 to 10 scale with grid lines at 0, 5 and 10.
    #[must_use]
    pub fn zero_to_ten() -> Self {
        Self { min: 0.0, max: 10.0, grid: vec![0.0, 5.0, 10.0] }
    }

    /// Lowest value of the scale.
    #[must_use]
    pub const fn min(&self) -> f64 {
        self.min
    }

    /// Highest value of the scale.
    #[must_use]
    pub const fn max(&self) -> f64 {
        self.max
    }

    /// Values with a grid line and a number, at most 12.
    #[must_use]
    pub fn grid(&self) -> &[f64] {
        &self.grid
    }
}

/// One value on one day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// Logical date.
    pub date: NaiveDate,
    /// Value on the panel's scale.
    pub value: f64,
    /// How it came to be.
    pub mark: EntryMark,
}

/// How a value came to be, and so how it is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryMark {
    /// On the day or within the next: a filled dot.
    LiveOrLate,
    /// Later than that: a ring.
    Backfill,
    /// Entered by someone else: a small square.
    Proxy,
}

/// One day of the level line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LevelDay {
    /// Logical date.
    pub date: NaiveDate,
    /// Level.
    pub level: f64,
    /// Lower end of the band.
    pub low: f64,
    /// Upper end of the band.
    pub high: f64,
}

/// One week in one mark.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Week {
    /// A day inside the week; the mark is drawn there.
    pub date: NaiveDate,
    /// Median of the week.
    pub median: f64,
    /// First quartile.
    pub q1: f64,
    /// Third quartile.
    pub q3: f64,
    /// Values in the week; below 3 the mark is a ring.
    pub n: u32,
}

/// A numbered vertical line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marker {
    /// Day it stands on.
    pub date: NaiveDate,
    /// Number, such as `M1` or `E2`.
    pub label: String,
}
