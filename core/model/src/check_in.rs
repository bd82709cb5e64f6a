//! What a person wrote about a day: ratings, skips, a note. Many a day are allowed.

use crate::rating::each_measure_once;
use crate::{
    CheckInId, DaySource, EntryMode, Invalid, LogicalDate, Moment, Note, PracticeKind, Rollover, Stamp,
    Value, entry_mode,
};

/// One entry about a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckIn {
    parts: CheckInParts,
}

/// The fields of a [`CheckIn`], before they are checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckInParts {
    /// Which check-in.
    pub id: CheckInId,
    /// When and how it was written.
    pub stamp: Stamp,
    /// The day it is about, decided when it was made.
    pub logical_date: LogicalDate,
    /// End of the day in force when it was made.
    pub rollover: Rollover,
    /// Who decided the day.
    pub day_source: DaySource,
    /// The moment the ratings are about; none for a row that had only a date.
    pub rated: Option<Moment>,
    /// The person's words.
    pub note: Option<Note>,
    /// Practices of the day, as chips.
    pub practices: Vec<PracticeKind>,
    /// Answers, one a measure.
    pub values: Vec<Value>,
}

impl CheckIn {
    /// Makes a check-in.
    ///
    /// # Errors
    /// [`Invalid::Nothing`] without a value, skip, note or practice; [`Invalid::RatedTwice`].
    pub fn new(parts: CheckInParts) -> Result<Self, Invalid> {
        if parts.values.is_empty() && parts.note.is_none() && parts.practices.is_empty() {
            return Err(Invalid::Nothing);
        }
        each_measure_once(&parts.values)?;
        Ok(Self { parts })
    }

    /// All fields.
    #[must_use]
    pub const fn parts(&self) -> &CheckInParts {
        &self.parts
    }

    /// Gives the fields back.
    #[must_use]
    pub fn into_parts(self) -> CheckInParts {
        self.parts
    }

    /// The same without its words, for a report that they were not ticked for. It may be left with nothing; its day still has an
    /// entry.
    #[must_use]
    pub fn without_note(mut self) -> Self {
        self.parts.note = None;
        self
    }

    /// Which check-in.
    #[must_use]
    pub const fn id(&self) -> CheckInId {
        self.parts.id
    }

    /// The day it is about.
    #[must_use]
    pub const fn logical_date(&self) -> LogicalDate {
        self.parts.logical_date
    }

    /// The moment that orders it within its day: when it was rated, else when it was written.
    #[must_use]
    pub fn at(&self) -> Moment {
        self.parts.rated.unwrap_or(self.parts.stamp.recorded)
    }

    /// Whether it was written on its day or later.
    #[must_use]
    pub fn entry_mode(&self) -> EntryMode {
        let parts = &self.parts;
        entry_mode(parts.logical_date, parts.rollover, parts.stamp.recorded, &parts.stamp.source)
    }
}
