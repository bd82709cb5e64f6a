//! Records of every kind, by the names of their fields: medicines, goals, visits, events, therapists, plans and the rest.
//!
//! One shape for all of them, so that a new field of the core reaches a form without a change here: `record_fields` says which
//! fields a kind has and what each may hold. The names are those of the exports and of the command line.

use tidemark::model::{self, FieldKind, Kind, RecordedBy};

use crate::{DiaryError, Moment, OpenDiary, Span};

/// A kind of record.
#[uniffi::remote(Enum)]
pub enum Kind {
    Measure,
    CheckIn,
    Session,
    SessionRating,
    SessionMoment,
    DistressEvent,
    Medication,
    MedicationChange,
    Goal,
    Visit,
    Event,
    Practice,
    Reminder,
    SafetyPlan,
    CrisisContact,
    InstrumentResult,
    Therapist,
    IntakeSheet,
    CareTeamMember,
    SessionPlan,
    PlanAdjustment,
    ShareLog,
    BackupRecord,
}

/// What a field may hold. In a record every field is text in the form named here.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum FieldForm {
    /// Words of the person.
    Text {
        /// Most characters.
        most: u32,
    },
    /// A name or code.
    Word,
    /// One of a list.
    Code {
        /// The list, in the order to show.
        allowed: Vec<String>,
    },
    /// Several items joined by ` | `; a `|` within an item is written `\|`, a `\` `\\`. `join_items` and `split_items` do it. Not
    /// called `List`, which would hide Kotlin's own.
    Items,
    /// The id of another record.
    Uuid,
    /// A day, `YYYY-MM-DD`.
    Date,
    /// A moment, ISO 8601 with offset, and the zone in brackets when known.
    Moment,
    /// A time of the clock, `hh:mm`.
    Clock,
    /// A decimal.
    Number,
    /// A whole number.
    Whole {
        /// Lowest.
        min: u32,
        /// Highest.
        max: u32,
    },
    /// `true` or `false`.
    YesNo,
}

/// A field of a kind of record.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct FieldRule {
    /// Its name.
    pub name: String,
    /// What it says, one line in English.
    pub about: String,
    /// What it may hold.
    pub form: FieldForm,
    /// Whether every record has it.
    pub required: bool,
    /// Whether a person can set it; the others follow from the rest.
    pub settable: bool,
}

/// A field of one record with what it holds.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct FieldText {
    /// Its name.
    pub name: String,
    /// What it holds; none when it is empty.
    pub text: Option<String>,
}

/// A record of any kind. Holds the person's words: never log it.
#[derive(Clone, PartialEq, Eq, uniffi::Record)]
pub struct DiaryRecord {
    /// Its kind.
    pub kind: Kind,
    /// Its id, a UUID; of a measure its name and version, `stress@1`.
    pub id: String,
    /// 1 when new, one more with each edit; none for a measure.
    pub revision: Option<u32>,
    /// When it was written down; none for a measure.
    pub recorded_at: Option<Moment>,
    /// Who wrote it; none for a measure.
    pub recorded_by: Option<RecordedBy>,
    /// Whether it was deleted; its row stays 30 days.
    pub deleted: bool,
    /// Every field of its kind, in the order of `record_fields`.
    pub fields: Vec<FieldText>,
}

/// A record with everything it said before.
#[derive(Clone, PartialEq, Eq, uniffi::Record)]
pub struct ShownRecord {
    /// The record, deleted or not.
    pub record: DiaryRecord,
    /// Its changes, oldest first.
    pub revisions: Vec<Revision>,
}

/// One change of one field.
#[derive(Clone, PartialEq, Eq, uniffi::Record)]
pub struct Revision {
    /// Revision of the record that the change made, from 2.
    pub revision: u32,
    /// Name of the field; for a rating `value.` and the measure; `deleted_at` for a deletion.
    pub field: String,
    /// What it said.
    pub old: Option<String>,
    /// What it says since.
    pub new: Option<String>,
    /// When it was changed.
    pub changed_at: Moment,
    /// By whom.
    pub changed_by: RecordedBy,
    /// Why, when a reason was given.
    pub reason: Option<String>,
}

/// What was taken back.
#[derive(Clone, PartialEq, Eq, uniffi::Record)]
pub struct Undone {
    /// Whether the record itself was taken back, rather than a change of it.
    pub removed: bool,
    /// The record as it is now.
    pub record: DiaryRecord,
}

/// The fields of a kind of record, in their order.
#[uniffi::export]
#[must_use]
pub fn record_fields(kind: Kind) -> Vec<FieldRule> {
    let settable: Vec<&str> = tidemark::settable_fields(kind).map(|field| field.name).collect();
    let rule = |field: &model::Field| FieldRule {
        name: field.name.to_owned(),
        about: field.about.to_owned(),
        form: field.kind.into(),
        required: field.required,
        settable: settable.contains(&field.name),
    };
    model::record_fields(kind).iter().map(rule).collect()
}

/// Items as the text of a list field; none for no items.
///
/// # Errors
/// `Invalid` for an empty item.
#[uniffi::export]
pub fn join_items(items: Vec<String>) -> Result<Option<String>, DiaryError> {
    if items.iter().any(String::is_empty) {
        return Err(DiaryError::Invalid {
            reason: "an item of a list has at least one character".to_owned(),
        });
    }
    Ok(model::FieldValue::to_text(&items))
}

/// The items of a list field.
///
/// # Errors
/// `Invalid` for a text that is no list.
#[uniffi::export]
pub fn split_items(text: &str) -> Result<Vec<String>, DiaryError> {
    Ok(<Vec<String> as model::FieldValue>::from_text(text)?)
}

#[uniffi::export]
impl OpenDiary {
    /// Saves a record from its fields by name; what is not given has its usual value, such as today.
    ///
    /// # Errors
    /// `Invalid` for the first rule it breaks, `UnknownRecord` for a reference to nothing, `StorageFull`; then nothing was
    /// saved. `OpenNotWritten` when it was.
    pub fn add_record(
        &self,
        kind: Kind,
        fields: Vec<FieldText>,
        recorded_by: RecordedBy,
        now: &Moment,
    ) -> Result<DiaryRecord, DiaryError> {
        let now = now.try_into()?;
        self.with(|diary| Ok((&diary.add_record(kind, &changes(fields), recorded_by, now)?).into()))
    }

    /// The records of a kind that were not deleted, in their order; the span counts for kinds that belong to days.
    ///
    /// # Errors
    /// `StoreDamaged`, `Invalid` for a span that ends before it starts.
    pub fn records(&self, kind: Kind, span: &Span) -> Result<Vec<DiaryRecord>, DiaryError> {
        let span = span.try_into()?;
        self.with(|diary| Ok(diary.records_of(kind, span)?.iter().map(DiaryRecord::from).collect()))
    }

    /// A record with its changes, deleted or not.
    ///
    /// # Errors
    /// `UnknownRecord`.
    pub fn show_record(&self, kind: Kind, id: &str) -> Result<ShownRecord, DiaryError> {
        self.with(|diary| {
            let shown = diary.show_record(kind, id)?;
            let revisions = shown.revisions.into_iter().map(Revision::from).collect();
            Ok(ShownRecord { record: (&shown.record).into(), revisions })
        })
    }

    /// Changes fields of a record; the old values stay in the revision log.
    ///
    /// # Errors
    /// `UnknownRecord`, `Invalid`, `StorageFull`; then nothing was changed. `OpenNotWritten` when it was.
    pub fn edit_record(
        &self,
        kind: Kind,
        id: &str,
        fields: Vec<FieldText>,
        by: RecordedBy,
        reason: Option<String>,
        now: &Moment,
    ) -> Result<DiaryRecord, DiaryError> {
        let editor = tidemark::Editor { at: now.try_into()?, by, reason };
        self.with(|diary| Ok((&diary.edit_record(kind, id, &changes(fields), &editor)?).into()))
    }

    /// Deletes a record: it is no longer shown or counted; its row stays 30 days, marked.
    ///
    /// # Errors
    /// `UnknownRecord`, `Refused` for an adjustment, which goes with its plan; `StorageFull`.
    pub fn remove_record(
        &self,
        kind: Kind,
        id: &str,
        by: RecordedBy,
        now: &Moment,
    ) -> Result<(), DiaryError> {
        let editor = tidemark::Editor { at: now.try_into()?, by, reason: None };
        self.with(|diary| Ok(diary.remove_record(kind, id, &editor).map(|_| ())?))
    }

    /// Takes back what was done last: a new record is deleted, a change or deletion is reversed. Doing it twice brings the
    /// act back.
    ///
    /// # Errors
    /// `Refused` when there is nothing to take back, `Invalid` when what was there would now break a rule.
    pub fn undo(&self, by: RecordedBy, now: &Moment) -> Result<Undone, DiaryError> {
        let now = now.try_into()?;
        self.with(|diary| {
            let undone = diary.undo(by, now)?;
            Ok(Undone { removed: undone.removed, record: (&undone.record).into() })
        })
    }

    /// Removes one entry for good now, with what hangs on it, its history and the snapshots that hold it. Copies saved
    /// elsewhere still have it.
    ///
    /// # Errors
    /// `UnknownRecord`, `Busy`, `StorageFull`.
    pub fn erase_entry(&self, id: &str, now: &Moment) -> Result<(), DiaryError> {
        let now = now.try_into()?;
        self.with(|diary| Ok(diary.erase_entry(id, now).map(|_| ())?))
    }
}

pub(crate) fn changes(fields: Vec<FieldText>) -> Vec<(String, Option<String>)> {
    fields.into_iter().map(|field| (field.name, field.text)).collect()
}

impl From<&model::Record> for DiaryRecord {
    fn from(from: &model::Record) -> Self {
        let (kind, texts, stamp) = (from.kind(), from.texts(), from.stamp());
        let field = |field: &model::Field| FieldText {
            name: field.name.to_owned(),
            text: texts.get(field.name).map(str::to_owned),
        };
        Self {
            kind,
            id: from.spelled_id(),
            revision: stamp.map(|stamp| stamp.revision),
            recorded_at: stamp.map(|stamp| stamp.recorded.into()),
            recorded_by: stamp.map(|stamp| stamp.recorded_by),
            deleted: stamp.is_some_and(|stamp| stamp.deleted_at.is_some()),
            fields: model::record_fields(kind).iter().map(field).collect(),
        }
    }
}

impl From<tidemark::Revision> for Revision {
    fn from(from: tidemark::Revision) -> Self {
        Self {
            revision: from.revision,
            field: from.field,
            old: from.old,
            new: from.new,
            changed_at: from.at.into(),
            changed_by: from.by,
            reason: from.reason,
        }
    }
}

impl From<FieldKind> for FieldForm {
    fn from(from: FieldKind) -> Self {
        match from {
            FieldKind::Text(most) => Self::Text { most: u32::try_from(most).unwrap_or(u32::MAX) },
            FieldKind::Word => Self::Word,
            FieldKind::Code(allowed) => {
                Self::Code { allowed: allowed.iter().map(|&code| code.to_owned()).collect() }
            }
            FieldKind::List => Self::Items,
            FieldKind::Uuid => Self::Uuid,
            FieldKind::Date => Self::Date,
            FieldKind::Moment => Self::Moment,
            FieldKind::Clock => Self::Clock,
            FieldKind::Number => Self::Number,
            FieldKind::Whole(min, max) => Self::Whole { min, max },
            FieldKind::YesNo => Self::YesNo,
        }
    }
}
