//! Why a value cannot exist in a diary. Texts name the field and the rule, never what the person wrote.

use crate::{MeasureId, Milli};

/// A value that breaks a rule of the domain.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Invalid {
    /// A rating outside the range of its measure.
    #[error("{measure} takes {min} to {max}")]
    OutOfRange {
        /// The measure rated.
        measure: MeasureId,
        /// Lowest value of its scale, in its unit.
        min: Milli,
        /// Highest value of its scale, in its unit.
        max: Milli,
    },
    /// A rating inside the range but between two steps of the scale.
    #[error("{measure} goes from {min} to {max} in steps of {step}")]
    OffGrid {
        /// The measure rated.
        measure: MeasureId,
        /// Lowest value of its scale, in its unit.
        min: Milli,
        /// Highest value of its scale, in its unit.
        max: Milli,
        /// Distance between neighbouring values.
        step: Milli,
    },
    /// Two answers for one measure in one entry.
    #[error("{measure} is rated twice in one entry")]
    RatedTwice {
        /// The measure in question.
        measure: MeasureId,
    },
    /// A number outside what a field can hold.
    #[error("{field} takes {allowed}")]
    Field {
        /// Which field.
        field: &'static str,
        /// What it takes, in words.
        allowed: &'static str,
    },
    /// A field that has to be there and is not.
    #[error("{field} is needed")]
    Missing {
        /// Which field.
        field: &'static str,
    },
    /// A field whose text breaks a rule.
    #[error("{field}: {rule}")]
    InField {
        /// Which field.
        field: String,
        /// The rule.
        rule: Box<Invalid>,
    },
    /// A questionnaire's total outside its range.
    #[error("total {total} is above {most}")]
    TotalOutOfRange {
        /// The total given.
        total: u16,
        /// The highest possible.
        most: u16,
    },
    /// All items are there and add up to another total.
    #[error("items add up to {sum}, total says {total}")]
    SumMismatch {
        /// Sum of the items.
        sum: u16,
        /// The total given.
        total: u16,
    },
    /// A code that is none of the known ones.
    #[error("{field} is one of {allowed}")]
    Code {
        /// Which field.
        field: &'static str,
        /// The known codes, comma separated.
        allowed: String,
    },
    /// A text that is empty, too long or holds control characters.
    #[error("{field} takes 1 to {most} characters without control characters")]
    Text {
        /// Which field.
        field: &'static str,
        /// Most characters it holds.
        most: usize,
    },
    /// A date or time that the calendar or the zone does not have.
    #[error("{field} is not a date and time that exists; write {example}")]
    Time {
        /// Which field.
        field: &'static str,
        /// A correct example.
        example: &'static str,
    },
    /// A scale that has no whole number of steps, or none at all.
    #[error("a scale needs a highest value above its lowest and 1 to 10,000 whole steps between them")]
    Scale,
    /// An entry that says nothing.
    #[error("an entry needs at least one rating, skip or note")]
    Nothing,
    /// A session whose end is not after its start.
    #[error("a session ends after it starts")]
    EndsBeforeStart,
    /// A session longer than six hours.
    #[error("a session lasts 6 hours at most")]
    TooLong,
    /// A value that belongs to another measure or version than it names.
    #[error("a value of {measure} names a version that does not match its scale")]
    WrongVersion {
        /// The measure in question.
        measure: MeasureId,
    },
    /// A rating phase on a session that was not held.
    #[error("a session that was not held has no ratings")]
    NotHeld,
}
