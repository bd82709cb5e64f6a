//! What went on over the days of the period, lane by lane on one calendar: medicines, practices, events.

use super::{Marker, Period};
use chrono::NaiveDate;

/// Lanes over one calendar axis, the same days as the trends.
///
/// # Shape
/// Lanes are drawn in the order given. Dates need no order; what lies outside the period is not drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline {
    /// The x axis.
    pub period: Period,
    /// One lane for each medicine.
    pub medicines: Vec<MedicineLane>,
    /// One lane for each kind of practice.
    pub practices: Vec<PracticeLane>,
    /// Events, in as many lanes as keep them apart.
    pub events: Vec<EventSpan>,
}

/// One medicine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MedicineLane {
    /// Its name.
    pub name: String,
    /// Its doses, in order of days.
    pub doses: Vec<DoseStretch>,
    /// Its changes, with their numbers.
    pub changes: Vec<Marker>,
}

/// One dose over a stretch of days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DoseStretch {
    /// First day; `None` when nobody wrote it down, and then the bar is hollow.
    pub from: Option<NaiveDate>,
    /// Last day; `None`: not over, or not written down.
    pub to: Option<NaiveDate>,
    /// The dose, printed on the bar where it fits and under the name where it does not.
    pub dose: Option<String>,
    /// Whether the medicine rested: a dashed line in place of a bar.
    pub paused: bool,
}

/// One kind of practice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PracticeLane {
    /// Its name.
    pub name: String,
    /// Days with it: one stroke each.
    pub days: Vec<NaiveDate>,
}

/// An event of a day, or of a stretch of days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventSpan {
    /// Its number, such as `E1`.
    pub label: String,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
}

impl Timeline {
    /// Whether there is no lane to draw.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.medicines.is_empty() && self.practices.is_empty() && self.events.is_empty()
    }
}
