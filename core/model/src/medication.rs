//! Medicines as the person tells them: free text, no dose is checked, no fit is judged.

use crate::code::coded;
use crate::{LogicalDate, MedicationChangeId, MedicationId, ShortText, Stamp};

/// One medicine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Medication {
    /// Which medicine.
    pub id: MedicationId,
    /// When and how it was written.
    pub stamp: Stamp,
    /// Its name.
    pub name: ShortText,
    /// Strength and dose in the person's words.
    pub dose: Option<ShortText>,
    /// First day taken, when known.
    pub start: Option<LogicalDate>,
    /// Last day taken; not before `start`.
    pub stop: Option<LogicalDate>,
}

/// What was changed about a medicine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChangeKind {
    /// Begun.
    Start,
    /// Ended.
    Stop,
    /// More.
    Up,
    /// Less.
    Down,
    /// Other times of the day.
    TimeMoved,
    /// Replaced by another.
    Switch,
    /// Interrupted.
    Paused,
}

coded!(ChangeKind, "kind", {
    Start => "start", Stop => "stop", Up => "up", Down => "down", TimeMoved => "time_moved", Switch => "switch",
    Paused => "paused",
});

/// One change of a medicine; numbered M1, M2, … in charts, in order of date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MedicationChange {
    /// Which change.
    pub id: MedicationChangeId,
    /// When and how it was written.
    pub stamp: Stamp,
    /// The medicine.
    pub medication: MedicationId,
    /// The day it took effect.
    pub at: LogicalDate,
    /// What was changed.
    pub kind: ChangeKind,
    /// Dose before, in the person's words.
    pub from: Option<ShortText>,
    /// Dose after.
    pub to: Option<ShortText>,
}
