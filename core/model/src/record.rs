//! One record of any kind: its fields by name, and the same record with some of them changed.
//!
//! Answers of an entry are fields too, named `value.` and the measure: a number, or `skipped`.

use crate::rating::Answer;
use crate::{
    BackupRecord, CareTeamMember, CheckIn, CheckInParts, Content, CrisisContact, DecimalMark, DistressEvent,
    Event, Field, FieldValue, Goal, InstrumentResult, IntakeSheet, Invalid, Kind, Measure, MeasureId,
    Medication, MedicationChange, Milli, PlanAdjustment, Practice, RecordId, Recorded, Reminder, SafetyPlan,
    Session, SessionDetails, SessionMoment, SessionParts, SessionPlan, SessionRating, SessionRatingParts,
    ShareLog, Stamp, Texts, Therapist, Value, Visit,
};

/// The name of the field that holds the answer to a measure starts so.
const VALUE: &str = "value.";

/// The name of the field that holds the answer to a measure: `value.stress`.
#[must_use]
pub fn answer_field(measure: &MeasureId) -> String {
    format!("{VALUE}{measure}")
}

/// The name of the measure whose answer a field holds; none for any other field.
#[must_use]
pub fn answered_by(field: &str) -> Option<&str> {
    field.strip_prefix(VALUE)
}

/// The text form of an answer: its number, or `skipped` without one.
#[must_use]
pub fn answer_text(number: Option<Milli>) -> String {
    number.map_or_else(|| Answer::Skipped.status().to_owned(), |number| number.to_string())
}

macro_rules! kinds {
    ($($name:ident)*) => {
        /// One record of any kind.
        #[derive(Clone, Debug, PartialEq, Eq)]
        #[expect(missing_docs, reason = "each variant is the type it holds")]
        pub enum Record {
            Measure(Measure),
            CheckIn(CheckIn),
            Session(Session),
            SessionRating(SessionRating),
            $($name(Recorded<$name>),)*
        }

        $(impl From<Recorded<$name>> for Record {
            fn from(record: Recorded<$name>) -> Self {
                Self::$name(record)
            }
        })*

        /// The fields that records of a kind have, answers left out; none for measures, which are frozen.
        #[must_use]
        pub const fn record_fields(kind: Kind) -> &'static [Field] {
            match kind {
                Kind::Measure => &[],
                Kind::CheckIn => CheckInParts::FIELDS,
                Kind::Session => SessionParts::FIELDS,
                Kind::SessionRating => SessionRatingParts::FIELDS,
                $(Kind::$name => <$name as Content>::FIELDS,)*
            }
        }

        impl Record {
            /// Its kind, as the revision log and the exports name it.
            #[must_use]
            pub const fn kind(&self) -> Kind {
                match self {
                    Self::Measure(_) => Kind::Measure,
                    Self::CheckIn(_) => Kind::CheckIn,
                    Self::Session(_) => Kind::Session,
                    Self::SessionRating(_) => Kind::SessionRating,
                    $(Self::$name(_) => Kind::$name,)*
                }
            }

            /// Its id; a measure has a name in place of one.
            #[must_use]
            pub fn id(&self) -> Option<[u8; 16]> {
                match self {
                    Self::Measure(_) => None,
                    Self::CheckIn(r) => Some(r.id().to_bytes()),
                    Self::Session(r) => Some(r.id().to_bytes()),
                    Self::SessionRating(r) => Some(r.parts().id.to_bytes()),
                    $(Self::$name(r) => Some(r.id.to_bytes()),)*
                }
            }

            /// Its id as people see it.
            #[must_use]
            pub fn spelled_id(&self) -> String {
                match self {
                    Self::Measure(m) => m.id().to_string(),
                    Self::CheckIn(r) => r.id().to_string(),
                    Self::Session(r) => r.id().to_string(),
                    Self::SessionRating(r) => r.parts().id.to_string(),
                    $(Self::$name(r) => r.id.to_string(),)*
                }
            }

            /// When and how it was written; a measure is not stamped.
            #[must_use]
            pub const fn stamp(&self) -> Option<&Stamp> {
                match self {
                    Self::Measure(_) => None,
                    Self::CheckIn(r) => Some(&r.parts().stamp),
                    Self::Session(r) => Some(&r.parts().stamp),
                    Self::SessionRating(r) => Some(&r.parts().stamp),
                    $(Self::$name(r) => Some(&r.stamp),)*
                }
            }

            /// Its fields by name, answers included.
            #[must_use]
            pub fn texts(&self) -> Texts {
                match self {
                    Self::Measure(_) => Texts::default(),
                    Self::CheckIn(r) => with_values(by_name(CheckInParts::FIELDS, r.parts().texts()), &r.parts().values),
                    Self::Session(r) => by_name(SessionParts::FIELDS, r.parts().texts()),
                    Self::SessionRating(r) => {
                        with_values(by_name(SessionRatingParts::FIELDS, r.parts().texts()), &r.parts().values)
                    }
                    $(Self::$name(r) => r.to_texts(),)*
                }
            }

            /// The same record with other fields and another stamp; answers are checked against `measures`.
            ///
            /// # Errors
            /// The first rule that the changed record breaks.
            pub fn with(&self, texts: &Texts, stamp: Stamp, measures: &[Measure]) -> Result<Self, Invalid> {
                Ok(match self {
                    Self::Measure(m) => Self::Measure(m.clone()),
                    Self::CheckIn(r) => {
                        let mut parts = r.parts().clone();
                        parts.take(texts)?;
                        parts.values = values(texts, &parts.values, measures)?;
                        Self::CheckIn(CheckIn::new(CheckInParts { stamp, ..parts })?)
                    }
                    Self::Session(r) => {
                        let mut parts = r.parts().clone();
                        parts.take(texts)?;
                        Self::Session(Session::new(SessionParts { stamp, ..parts })?)
                    }
                    Self::SessionRating(r) => {
                        let mut parts = r.parts().clone();
                        parts.take(texts)?;
                        parts.values = values(texts, &parts.values, measures)?;
                        Self::SessionRating(SessionRating::from_stored(SessionRatingParts { stamp, ..parts })?)
                    }
                    $(Self::$name(r) => Self::$name(Recorded::new(r.id, stamp, <$name as Content>::read(texts)?)?),)*
                })
            }

            /// A record of a kind that has nothing but fields, from those fields.
            ///
            /// # Errors
            /// The first rule it breaks; [`Invalid::Field`] for a kind that holds answers.
            pub fn from_texts(kind: Kind, id: [u8; 16], stamp: Stamp, texts: &Texts) -> Result<Self, Invalid> {
                match kind {
                    $(Kind::$name => Ok(Self::$name(Recorded::new(
                        <$name as Content>::Id::from_bytes(id),
                        stamp,
                        <$name as Content>::read(texts)?,
                    )?)),)*
                    _ => Err(Invalid::Field { field: "a record", allowed: "a kind without answers" }),
                }
            }
        }
    };
}

kinds! {
    SessionMoment DistressEvent Medication MedicationChange Goal Visit Event Practice Reminder SafetyPlan CrisisContact
    InstrumentResult Therapist IntakeSheet CareTeamMember SessionPlan PlanAdjustment ShareLog BackupRecord
}

fn by_name(fields: &[Field], texts: Vec<Option<String>>) -> Texts {
    let mut named = Texts::default();
    for (field, text) in fields.iter().zip(texts) {
        named.set(field.name, text);
    }
    named
}

fn with_values(mut texts: Texts, values: &[Value]) -> Texts {
    for value in values {
        let text = answer_text(value.answer().rating().map(crate::Rating::value));
        texts.set(&answer_field(&value.measure().id), Some(text));
    }
    texts
}

/// The answers that the fields tell: those that were there keep version and frame, new ones take the newest version.
fn values(texts: &Texts, before: &[Value], measures: &[Measure]) -> Result<Vec<Value>, Invalid> {
    let mut values = Vec::new();
    for value in before {
        let measure = measures.iter().find(|m| m.reference() == *value.measure());
        let unknown = || Invalid::WrongVersion { measure: value.measure().id.clone() };
        if let Some(text) = texts.get(&answer_field(&value.measure().id)) {
            values.push(answer(text, measure.ok_or_else(unknown)?, value.frame())?);
        }
    }
    for (name, text) in texts.iter() {
        let Some(id) = answered_by(name) else { continue };
        let id = MeasureId::new(id)?;
        if before.iter().any(|value| value.measure().id == id) {
            continue;
        }
        let newest = measures.iter().filter(|m| *m.id() == id).max_by_key(|m| m.parts().version);
        let measure = newest.ok_or(Invalid::WrongVersion { measure: id })?;
        let frame = before
            .first()
            .filter(|v| v.frame() == crate::Frame::RightNow)
            .map_or(measure.frame(), Value::frame);
        values.push(answer(text, measure, frame)?);
    }
    Ok(values)
}

fn answer(text: &str, measure: &Measure, frame: crate::Frame) -> Result<Value, Invalid> {
    if text == Answer::Skipped.status() {
        return Ok(Value::skipped(measure, frame));
    }
    Value::recorded(measure, frame, Milli::parse(text, DecimalMark::Point)?)
}

/// Fields of a struct that is declared elsewhere because it holds more than fields.
macro_rules! part_fields {
    ($name:ident { $($field:ident = $public:literal ($type:ty): $about:literal,)+ } $(then $more:ident: $rest:ty)?) => {
        impl $name {
            /// Its fields, in the order people read them; answers left out.
            pub const FIELDS: &'static [Field] = {
                const OWN: &[Field] = &[$(Field {
                    name: $public,
                    column: $public,
                    kind: <$type as FieldValue>::KIND,
                    required: <$type as FieldValue>::REQUIRED,
                    about: $about,
                },)+];
                $(const ALL: &[Field] = &joined::<{ OWN.len() + <$rest>::FIELDS.len() }>(OWN, <$rest>::FIELDS);
                let _ = OWN;)?
                part_fields!(@choose OWN $(ALL $more)?)
            };

            /// The text form of each field.
            fn texts(&self) -> Vec<Option<String>> {
                let texts = vec![$(self.$field.to_text(),)+];
                $(let texts = [texts, self.$more.texts()].concat();)?
                texts
            }

            /// Takes the fields over from their text forms.
            fn take(&mut self, texts: &Texts) -> Result<(), Invalid> {
                $(self.$field = texts.read::<$type>($public)?;)+
                $(*self.$more = <$rest>::read(texts)?;)?
                Ok(())
            }
        }
    };
    (@choose $own:ident) => { $own };
    (@choose $own:ident $all:ident $more:ident) => { $all };
}

#[expect(clippy::indexing_slicing, reason = "both lengths add up to N; evaluated while compiling")]
const fn joined<const N: usize>(first: &[Field], second: &[Field]) -> [Field; N] {
    let empty = Field { name: "", column: "", kind: crate::FieldKind::Word, required: false, about: "" };
    let mut all = [empty; N];
    let mut at = 0;
    while at < N {
        all[at] = if at < first.len() { first[at] } else { second[at - first.len()] };
        at += 1;
    }
    all
}

part_fields! {
    CheckInParts {
        logical_date = "logical_date" (crate::LogicalDate): "the day it is about",
        rollover = "rollover" (crate::Rollover): "end of the day in force when it was made",
        day_source = "day_source" (crate::DaySource): "who decided the day: clock or user",
        rated = "rated_at" (Option<crate::Moment>): "moment the ratings are about",
        practices = "practices" (Vec<crate::PracticeKind>): "practices of the day",
        note = "note" (Option<crate::Note>): "the person's words",
    }
}

part_fields! {
    SessionRatingParts {
        session = "session_id" (crate::SessionId): "the session they belong to",
        phase = "phase" (crate::Phase): "when around the session",
        rated = "rated_at" (crate::Moment): "moment the ratings are about",
        in_window = "in_window" (bool): "whether that moment was within the phase's time window",
        recalled = "recalled" (bool): "whether the person rated from memory",
        before_seen = "before_seen" (bool): "whether the before-ratings were looked at first",
    }
}

part_fields! {
    SessionParts {
        status = "status" (crate::SessionStatus): "what became of it",
        started = "started_at" (crate::Moment): "when it started, or is planned to",
        ended = "ended_at" (Option<crate::Moment>): "when it ended",
        planned_min = "planned_min" (Option<crate::SessionMinutes>): "length agreed, minutes",
        actual_min = "actual_min" (Option<crate::SessionMinutes>): "length it had, minutes",
        modality = "modality" (crate::Modality): "main style",
        secondary = "secondary" (Vec<crate::Modality>): "further styles",
        pressure_asked = "pressure_asked" (Option<crate::Pressure>): "1 feather-light to 5 deep",
        pressure_felt = "pressure_felt" (Option<crate::Pressure>): "1 feather-light to 5 deep",
        areas = "areas" (Vec<crate::Area>): "focus or avoid, region and side with ':' between",
        reason = "reason" (Option<crate::ShortText>): "why it was cancelled, missed or stopped",
        note = "note" (Option<crate::Note>): "the person's words",
        logical_date = "logical_date" (crate::LogicalDate): "the day it belongs to",
        rollover = "rollover" (crate::Rollover): "end of the day in force when it was made",
        day_source = "day_source" (crate::DaySource): "who decided the day: clock or user",
    } then details: SessionDetails
}
