//! The entries of a diary in time order, with the field names of the exports.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;
use tidemark_model::{
    CheckIn, Content, EntryMode, Field, FieldKind, FieldValue as _, Instant, Moment, Note, Period, Record,
    Recorded, Records, Rollover, Session, SessionDetails, SessionMinutes, SessionRating, ShortText, Stamp,
    Texts, record_fields,
};

/// One entry, ready to print or to serialise.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
#[expect(missing_docs, reason = "the fields are those of docs/formats.md")]
pub enum Entry {
    CheckIn {
        kind: &'static str,
        #[serde(flatten)]
        head: Head,
        day_source: &'static str,
        rollover: String,
        rated_at: Option<String>,
        entry_mode: &'static str,
        delay_min: u32,
        values: Vec<Answered>,
        practices: Vec<&'static str>,
        note: Option<String>,
    },
    Session {
        kind: &'static str,
        #[serde(flatten)]
        head: Head,
        status: &'static str,
        started_at: String,
        ended_at: Option<String>,
        planned_min: Option<u16>,
        actual_min: Option<u16>,
        modality: &'static str,
        secondary: Vec<&'static str>,
        pressure_asked: Option<u8>,
        pressure_felt: Option<u8>,
        areas: Vec<String>,
        reason: Option<String>,
        entry_mode: &'static str,
        delay_min: u32,
        ratings: Vec<Around>,
        note: Option<String>,
        /// What belongs to it beside, under the names of the exports.
        #[serde(flatten)]
        details: Fields,
    },
    /// Any other kind of record; a field called `kind` is named after the record, as `event_kind`.
    Other {
        kind: &'static str,
        #[serde(flatten)]
        head: Head,
        #[serde(flatten)]
        fields: Fields,
    },
}

/// Fields by name: numbers, booleans, lists of texts, texts, or null.
pub type Fields = BTreeMap<&'static str, Value>;

/// What every entry has.
#[derive(Clone, Debug, Serialize)]
pub struct Head {
    /// Id of the record.
    pub id: String,
    /// The day it belongs to.
    pub logical_date: String,
    /// When it was written down, with offset.
    pub recorded_at: String,
    /// Zone of the writer's clock, when known.
    pub zone_id: Option<&'static str>,
    /// Who wrote it.
    pub recorded_by: &'static str,
    /// Through what.
    pub source: String,
    /// 1 when new, one more with each edit.
    pub revision: u32,
    #[serde(skip)]
    at: Option<Instant>,
}

/// One answer.
#[derive(Clone, Debug, Serialize)]
pub struct Answered {
    /// Name of the measure.
    pub measure_id: String,
    /// Its version.
    pub measure_version: u32,
    /// What stretch of time it is about.
    pub frame: &'static str,
    /// `recorded` or `skipped`.
    pub status: &'static str,
    /// The number, in the measure's unit; none when skipped.
    pub value: Option<f64>,
}

/// Ratings of one phase of a session.
#[derive(Clone, Debug, Serialize)]
pub struct Around {
    /// Id of the record.
    pub id: String,
    /// `before`, `after` or `follow_up`.
    pub phase: &'static str,
    /// The moment they are about.
    pub rated_at: String,
    /// When they were written down.
    pub recorded_at: String,
    /// Whether that moment was within its window.
    pub in_window: bool,
    /// Whether the person rated from memory.
    pub recalled: bool,
    /// Answers.
    pub values: Vec<Answered>,
}

impl Entry {
    /// What every entry has.
    #[must_use]
    pub const fn head(&self) -> &Head {
        match self {
            Self::CheckIn { head, .. } | Self::Session { head, .. } | Self::Other { head, .. } => head,
        }
    }

    /// A check-in as an entry of the log.
    #[must_use]
    pub fn of_check_in(entry: &CheckIn) -> Self {
        check_in(entry)
    }

    /// A session with what was rated around it.
    #[must_use]
    pub fn of_session(entry: &Session, ratings: &[SessionRating]) -> Self {
        session(entry, &ratings.iter().collect::<Vec<_>>())
    }

    /// A record of any kind as an entry of the log; a session without what was rated around it. None for a measure and
    /// for ratings of a session, which are shown with it.
    #[must_use]
    pub fn of_record(record: &Record, rollover: Rollover) -> Option<Self> {
        match record {
            Record::CheckIn(entry) => Some(check_in(entry)),
            Record::Session(entry) => Some(session(entry, &[])),
            Record::Measure(_) | Record::SessionRating(_) => None,
            other => other_entry(other, rollover),
        }
    }

    pub(crate) fn in_time_order(records: Records, within: Period, rollover: Rollover) -> Vec<Self> {
        let mut ratings: BTreeMap<_, Vec<&SessionRating>> = BTreeMap::new();
        for rating in &records.session_ratings {
            ratings.entry(rating.parts().session).or_default().push(rating);
        }
        let around = |session: &Session| ratings.get(&session.id()).map(Vec::as_slice).unwrap_or_default();
        let mut entries: Vec<Self> = records.check_ins.iter().map(check_in).collect();
        entries.extend(records.sessions.iter().map(|s| session(s, around(s))));
        // Reminders, the safety plan and its contacts, people and intake sheets are no entries of a day.
        let r = records;
        entries.extend(others(r.session_moments, rollover));
        entries.extend(others(r.distress_events, rollover));
        entries.extend(others(r.medications, rollover));
        entries.extend(others(r.medication_changes, rollover));
        entries.extend(others(r.goals, rollover));
        entries.extend(others(r.visits, rollover));
        entries.extend(others(r.events, rollover));
        entries.extend(others(r.practices, rollover));
        entries.extend(others(r.instrument_results, rollover));
        entries.extend(others(r.session_plans, rollover));
        entries.extend(others(r.plan_adjustments, rollover));
        let (from, to) = (within.from().to_string(), within.to().to_string());
        entries.retain(|entry| from <= entry.head().logical_date && entry.head().logical_date <= to);
        let order = |entry: &Self| {
            let head = entry.head();
            (head.logical_date.clone(), head.at, head.id.clone())
        };
        entries.sort_by_cached_key(order);
        entries
    }
}

fn others<T: Content>(records: Vec<Recorded<T>>, rollover: Rollover) -> impl Iterator<Item = Entry>
where
    Record: From<Recorded<T>>,
{
    records.into_iter().filter_map(move |record| other_entry(&Record::from(record), rollover))
}

fn head(id: String, day: String, stamp: &Stamp, at: Moment) -> Head {
    Head {
        id,
        logical_date: day,
        recorded_at: stamp.recorded.to_iso(),
        zone_id: stamp.recorded.zone.map(tidemark_model::ZoneName::name),
        recorded_by: stamp.recorded_by.code(),
        source: stamp.source.to_string(),
        revision: stamp.revision,
        at: Some(at.instant),
    }
}

fn answered(values: &[tidemark_model::Value]) -> Vec<Answered> {
    let one = |value: &tidemark_model::Value| Answered {
        measure_id: value.measure().id.to_string(),
        measure_version: value.measure().version,
        frame: value.frame().code(),
        status: value.answer().status(),
        value: value.answer().rating().map(|rating| rating.value().to_f64()),
    };
    values.iter().map(one).collect()
}

fn words(text: Option<&ShortText>) -> Option<String> {
    text.map(|t| t.as_str().to_owned())
}

fn note(text: Option<&Note>) -> Option<String> {
    text.map(|t| t.as_str().to_owned())
}

fn mode(mode: EntryMode) -> (&'static str, u32) {
    (mode.code(), mode.delay_min())
}

fn check_in(entry: &CheckIn) -> Entry {
    let p = entry.parts();
    let (entry_mode, delay_min) = mode(entry.entry_mode());
    Entry::CheckIn {
        kind: "check_in",
        head: head(p.id.to_string(), p.logical_date.to_string(), &p.stamp, entry.at()),
        day_source: p.day_source.code(),
        rollover: p.rollover.to_string(),
        rated_at: p.rated.map(Moment::to_iso),
        entry_mode,
        delay_min,
        values: answered(&p.values),
        practices: p.practices.iter().map(|practice| practice.code()).collect(),
        note: note(p.note.as_ref()),
    }
}

fn session(entry: &Session, ratings: &[&SessionRating]) -> Entry {
    let p = entry.parts();
    let (entry_mode, delay_min) = mode(entry.entry_mode());
    let around = |rating: &&SessionRating| {
        let r = rating.parts();
        Around {
            id: r.id.to_string(),
            phase: r.phase.code(),
            rated_at: r.rated.to_iso(),
            recorded_at: r.stamp.recorded.to_iso(),
            in_window: r.in_window,
            recalled: r.recalled,
            values: answered(&r.values),
        }
    };
    let mut texts = Texts::default();
    for (field, text) in SessionDetails::FIELDS.iter().zip(p.details.texts()) {
        texts.set(field.name, text);
    }
    Entry::Session {
        kind: "session",
        head: head(p.id.to_string(), p.logical_date.to_string(), &p.stamp, p.started),
        status: p.status.code(),
        started_at: p.started.to_iso(),
        ended_at: p.ended.map(Moment::to_iso),
        planned_min: p.planned_min.map(SessionMinutes::minutes),
        actual_min: p.actual_min.map(SessionMinutes::minutes),
        modality: p.modality.code(),
        secondary: p.secondary.iter().map(|m| m.code()).collect(),
        pressure_asked: p.pressure_asked.map(tidemark_model::Pressure::step),
        pressure_felt: p.pressure_felt.map(tidemark_model::Pressure::step),
        areas: p.areas.iter().map(ToString::to_string).collect(),
        reason: words(p.reason.as_ref()),
        entry_mode,
        delay_min,
        ratings: ratings.iter().map(around).collect(),
        note: note(p.note.as_ref()),
        details: fields(SessionDetails::FIELDS, &texts),
    }
}

/// A field of an entry as the text of a record's field; none when it says nothing.
#[must_use]
pub fn field_text(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        Value::Array(items) => {
            let items = items.iter().filter_map(Value::as_str).map(str::to_owned).collect::<Vec<_>>();
            items.to_text()
        }
        other => Some(other.to_string()),
    }
}

/// A record that has nothing but fields.
fn other_entry(record: &Record, rollover: Rollover) -> Option<Entry> {
    let stamp = record.stamp()?;
    let day = match record {
        Record::Medication(m) => m.start.map(|day| day.to_string()),
        Record::Goal(g) => Some(g.started_on.to_string()),
        other => crate::derive::day(other).map(|day| day.to_string()),
    };
    // What belongs to no day stands on the day it was written down.
    let day = match day {
        Some(day) => day,
        None => tidemark_model::logical_date(stamp.recorded, rollover).ok()?.to_string(),
    };
    let at = match record {
        Record::Visit(visit) => visit.at,
        Record::DistressEvent(event) => event.at,
        Record::InstrumentResult(result) => result.taken_at,
        _ => stamp.recorded,
    };
    let mut fields = fields(record_fields(record.kind()), &record.texts());
    fields.remove("logical_date");
    let kind = record.kind().code();
    if let Some(own) = fields.remove("kind") {
        fields.insert(json_name(kind), own);
    }
    Some(Entry::Other { kind, head: head(record.spelled_id(), day, stamp, at), fields })
}

/// The name of a field in JSON, where `kind` is the kind of record.
fn json_name(kind_of: &'static str) -> &'static str {
    match kind_of {
        "session_moment" => "moment_kind",
        "distress_event" => "distress_kind",
        "medication_change" => "change",
        "visit" => "visit_kind",
        "event" => "event_kind",
        "practice" => "practice_kind",
        "reminder" => "reminder_kind",
        _ => "kind",
    }
}

/// Fields as JSON, by what each may hold.
pub(crate) fn fields(of: &'static [Field], texts: &Texts) -> Fields {
    let value = |field: &Field| match (field.kind, texts.get(field.name)) {
        (FieldKind::List, text) => {
            Value::from(text.and_then(|text| Vec::<String>::from_text(text).ok()).unwrap_or_default())
        }
        (_, None) => Value::Null,
        (FieldKind::Whole(..), Some(text)) => text.parse::<i64>().map_or(Value::Null, Value::from),
        (FieldKind::YesNo, Some(text)) => Value::from(text == "true"),
        // The zone of a moment is the writer's, and stands beside recorded_at.
        (FieldKind::Moment, Some(text)) => Value::from(text.split('[').next().unwrap_or_default()),
        (_, Some(text)) => Value::from(text),
    };
    of.iter().map(|field| (field.name, value(field))).collect()
}
