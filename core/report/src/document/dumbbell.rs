//! One measure around sessions, session by session: where it was before, after and the next morning.

use chrono::NaiveDate;

use super::{Direction, Scale};

/// A chart of sessions by date over the whole scale of a measure.
#[derive(Clone, Debug, PartialEq)]
pub struct Dumbbell {
    /// Heading over it.
    pub heading: String,
    /// Name of the measure.
    pub measure: String,
    /// What a higher value means.
    pub direction: Direction,
    /// The x axis, always the whole scale.
    pub scale: Scale,
    /// Sessions by date, from top to bottom; those without a value are not drawn, and of more than 40 the last ones are.
    pub rows: Vec<DumbbellRow>,
}

/// One session.
#[derive(Clone, Debug, PartialEq)]
pub struct DumbbellRow {
    /// Number within the period.
    pub number: u32,
    /// Its day.
    pub date: NaiveDate,
    /// Rating before: a ring.
    pub before: Option<f64>,
    /// Rating after: a dot.
    pub after: Option<f64>,
    /// Rating the next morning: a cross.
    pub next_morning: Option<f64>,
    /// Whether a rating is from memory: the line is dashed.
    pub recalled: bool,
}
