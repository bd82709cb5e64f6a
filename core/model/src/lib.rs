//! What a diary is made of and which values are possible at all.
//!
//! Every type here is checked once, when it is made; whoever holds one may trust it. Nothing here reads a clock,
//! a zone database of the machine, a file or a random number: those are arguments.
//!
//! | noun | question it answers |
//! |---|---|
//! | [`LogicalDate`] | which day does this entry belong to? |
//! | [`Moment`] | when was it, on the clock the person saw? |
//! | [`Measure`], [`Scale`], [`Rating`] | what may be rated, over which grid? |
//! | [`CheckIn`], [`Session`], [`SessionRating`] | what did the person write down? |
//! | [`EntryMode`] | was it written on the day or later? |
//! | [`DayValue`] | which one number stands for a day in statistics? |

pub mod built_in;
mod check_in;
mod code;
mod day_value;
mod entropy;
mod entry_mode;
mod error;
mod id;
mod incoming;
mod instant;
mod logical_date;
mod measure;
mod medication;
mod milli;
mod moment;
mod period;
mod rating;
mod records;
mod region;
mod row;
mod scale;
mod session;
mod session_rating;
mod stamp;
mod text;
mod visit;

pub use check_in::{CheckIn, CheckInParts};
pub use day_value::{DayValue, day_values};
pub use entropy::{Entropy, SeededEntropy};
pub use entry_mode::{EntryMode, entry_mode};
pub use error::Invalid;
pub use id::{
    CheckInId, ImportBatchId, MedicationChangeId, MedicationId, RecordId, RevisionId, SessionId,
    SessionRatingId, ValueId, VisitId,
};
pub use incoming::{Identity, Incoming};
pub use instant::Instant;
pub use logical_date::{DaySource, LogicalDate, Rollover, logical_date};
pub use measure::{Anchors, Direction, Frame, Measure, MeasureId, MeasureParts, MeasureRef, Unit, Usage};
pub use medication::{ChangeKind, Medication, MedicationChange};
pub use milli::{DecimalMark, Milli};
pub use moment::{LocalTime, Moment, UtcOffset, ZoneName, zoned};
pub use period::Period;
pub use rating::{Answer, Rating, Value};
pub use records::{Record, Records};
pub use region::{Area, AreaUse, Region, Side};
pub use row::{Cell, Column, ColumnKind, TableShape};
pub use scale::Scale;
pub use session::{Modality, Pressure, Session, SessionMinutes, SessionParts, SessionStatus};
pub use session_rating::{Phase, SessionRating, SessionRatingParts, Window};
pub use stamp::{RecordedBy, Source, Stamp};
pub use text::{Note, ShortText};
pub use visit::Visit;
