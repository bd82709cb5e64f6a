//! Ratings before and after massage sessions.

/// The session block of page 1: a table with sentences above it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SessionTable {
    /// Sentences above the table.
    pub sentences: Vec<String>,
    /// One row per measure, up to four on page 1.
    pub rows: Vec<SessionRow>,
}

/// One measure before and after sessions.
#[derive(Clone, Debug, PartialEq)]
pub struct SessionRow {
    /// Name of the measure with its direction, such as `Stress (higher = worse)`.
    pub measure: String,
    /// Sessions with both ratings.
    pub rated: u32,
    /// Median before.
    pub before: Option<f64>,
    /// Median after.
    pub after: Option<f64>,
    /// Median change; `None` when there are too few sessions to say.
    pub change: Option<Change>,
    /// Sessions after which the rating was lower.
    pub lower: u32,
    /// Sessions after which it was the same.
    pub same: u32,
    /// Sessions after which it was higher.
    pub higher: u32,
}

/// A median change with its 95 % interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    /// Median change, after minus before.
    pub median: f64,
    /// Ends of the 95 % interval.
    pub interval: Option<(f64, f64)>,
}
