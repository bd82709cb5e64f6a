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

mod backup_record;
pub mod built_in;
mod care_team_member;
mod check_in;
mod clock;
mod code;
mod content;
mod crisis_contact;
mod day_value;
mod derived_id;
mod distress_event;
mod entropy;
mod entry_mode;
mod error;
mod event;
mod field;
mod goal;
mod id;
mod incoming;
mod instant;
mod instrument_result;
mod intake_sheet;
mod kind;
mod logical_date;
mod measure;
mod medication;
mod milli;
mod moment;
mod period;
mod plan_adjustment;
mod practice;
mod rating;
mod record;
mod records;
mod region;
mod reminder;
mod row;
mod safety_plan;
mod scale;
mod session;
mod session_details;
mod session_moment;
mod session_plan;
mod session_rating;
mod share_log;
mod stamp;
mod text;
mod therapist;
mod version_number;
mod visit;

pub use backup_record::{BackupRecord, FileSize};
pub use care_team_member::{CareRole, CareTeamMember};
pub use check_in::{CheckIn, CheckInParts};
pub use clock::{Clock, Weekday};
pub use content::{Content, Recorded};
pub use crisis_contact::{CrisisContact, PhoneNumber, RegionCode};
pub use day_value::{DayValue, day_values};
pub use derived_id::DerivedId;
pub use distress_event::{DistressEvent, DistressKind, Intensity, Told};
pub use entropy::{Entropy, SeededEntropy};
pub use entry_mode::{EntryMode, entry_mode};
pub use error::Invalid;
pub use event::{Event, EventKind};
pub use field::{Field, FieldKind, FieldValue, ListItem, Texts};
pub use goal::{Goal, GoalStatus};
pub use id::{
    BackupRecordId, CareTeamMemberId, CheckInId, CrisisContactId, DistressEventId, EntryId, EventId, GoalId,
    ImportBatchId, InstrumentResultId, IntakeSheetId, MedicationChangeId, MedicationId, PlanAdjustmentId,
    PracticeId, RecordId, ReminderId, RevisionId, SafetyPlanId, SessionId, SessionMomentId, SessionPlanId,
    SessionRatingId, ShareLogId, TherapistId, ValueId, VisitId,
};
pub use incoming::{Identity, Incoming};
pub use instant::Instant;
pub use instrument_result::{FilledBy, Instrument, InstrumentResult, ItemScore, Total};
pub use intake_sheet::{
    Allergy, AllergyKind, HistoryItem, IntakeField, IntakeSheet, Permission, PromptAnswer,
};
pub use kind::Kind;
pub use logical_date::{DaySource, LogicalDate, Rollover, logical_date};
pub use measure::{Anchors, Direction, Frame, Measure, MeasureId, MeasureParts, MeasureRef, Unit, Usage};
pub use medication::{ChangeKind, Medication, MedicationChange, TouchNote};
pub use milli::{DecimalMark, Milli};
pub use moment::{LocalTime, Moment, UtcOffset, ZoneName, zoned};
pub use period::Period;
pub use plan_adjustment::{AdjustmentReason, DecidedBy, PlanAdjustment, PlanField};
pub use practice::{Practice, PracticeKind, PracticeMinutes};
pub use rating::{Answer, Rating, Value};
pub use record::{Record, answer_field, answer_text, answered_by, record_fields};
pub use records::Records;
pub use region::{Area, AreaUse, Region, Side};
pub use reminder::{ElapsedMinutes, Reminder, ReminderKind, SnoozeMinutes, Wording};
pub use row::{Cell, Column, ColumnKind, TableShape};
pub use safety_plan::{SafetyPlan, SafetySection};
pub use scale::Scale;
pub use session::{Modality, Pressure, Session, SessionMinutes, SessionParts, SessionStatus};
pub use session_details::{
    Aftercare, AftercareItem, Approach, LastDose, Oil, SessionDetails, UnwantedEffect, UnwantedKind,
};
pub use session_moment::{MomentKind, SessionMinute, SessionMoment};
pub use session_plan::{ApartFrom, Frequency, FrequencyUnit, KeepApart, SessionPlan};
pub use session_rating::{Phase, SessionRating, SessionRatingParts, Window};
pub use share_log::{FileDigest, LeftSection, ShareLog, ShareSection, Shared, SomeOf};
pub use stamp::{RecordedBy, Source, Stamp};
pub use text::{Line, Note, ShortText};
pub use therapist::{
    ChecklistAnswer, ChecklistCount, ChecklistHow, ChecklistItem, ChecklistStatus, Therapist,
};
pub use version_number::VersionNumber;
pub use visit::{Visit, VisitKind};
