//! The entries of a diary in time order, with the field names of the exports.

use serde::Serialize;
use tidemark_model::{
    CheckIn, EntryMode, Instant, Medication, MedicationChange, Moment, Note, Period, Records, Session,
    SessionMinutes, SessionRating, ShortText, Stamp, Value, Visit,
};

/// One entry, ready to print or to serialise.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[expect(missing_docs, reason = "the fields are those of docs/formats.md")]
pub enum Entry {
    CheckIn {
        #[serde(flatten)]
        head: Head,
        day_source: &'static str,
        rollover: String,
        rated_at: Option<String>,
        entry_mode: &'static str,
        delay_min: u32,
        values: Vec<Answered>,
        note: Option<String>,
    },
    Session {
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
    },
    Medication {
        #[serde(flatten)]
        head: Head,
        name: String,
        dose: Option<String>,
        start: Option<String>,
        stop: Option<String>,
    },
    MedicationChange {
        #[serde(flatten)]
        head: Head,
        medication_id: String,
        change: &'static str,
        from: Option<String>,
        to: Option<String>,
    },
    Visit {
        #[serde(flatten)]
        head: Head,
        at: String,
        with: Option<String>,
    },
}

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
            Self::CheckIn { head, .. }
            | Self::Session { head, .. }
            | Self::Medication { head, .. }
            | Self::MedicationChange { head, .. }
            | Self::Visit { head, .. } => head,
        }
    }

    /// A check-in as an entry of the log.
    #[must_use]
    pub fn of_check_in(entry: &CheckIn) -> Self {
        check_in(entry)
    }

    pub(crate) fn in_time_order(records: &Records, within: Period) -> Vec<Self> {
        let mut ratings: std::collections::BTreeMap<_, Vec<&SessionRating>> =
            std::collections::BTreeMap::new();
        for rating in &records.session_ratings {
            ratings.entry(rating.parts().session).or_default().push(rating);
        }
        let around = |session: &Session| ratings.get(&session.id()).map(Vec::as_slice).unwrap_or_default();
        let mut entries: Vec<Self> = records.check_ins.iter().map(check_in).collect();
        entries.extend(records.sessions.iter().map(|s| session(s, around(s))));
        entries.extend(records.medications.iter().map(medication));
        entries.extend(records.medication_changes.iter().map(change));
        entries.extend(records.visits.iter().map(visit));
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

fn answered(values: &[Value]) -> Vec<Answered> {
    let one = |value: &Value| Answered {
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
        head: head(p.id.to_string(), p.logical_date.to_string(), &p.stamp, entry.at()),
        day_source: p.day_source.code(),
        rollover: p.rollover.to_string(),
        rated_at: p.rated.map(Moment::to_iso),
        entry_mode,
        delay_min,
        values: answered(&p.values),
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
    Entry::Session {
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
    }
}

fn medication(entry: &Medication) -> Entry {
    let local = entry.stamp.recorded.local().date().to_string();
    let day = entry.start.map_or(local, |day| day.to_string());
    Entry::Medication {
        head: head(entry.id.to_string(), day, &entry.stamp, entry.stamp.recorded),
        name: entry.name.as_str().to_owned(),
        dose: words(entry.dose.as_ref()),
        start: entry.start.map(|day| day.to_string()),
        stop: entry.stop.map(|day| day.to_string()),
    }
}

fn change(entry: &MedicationChange) -> Entry {
    Entry::MedicationChange {
        head: head(entry.id.to_string(), entry.at.to_string(), &entry.stamp, entry.stamp.recorded),
        medication_id: entry.medication.to_string(),
        change: entry.kind.code(),
        from: words(entry.from.as_ref()),
        to: words(entry.to.as_ref()),
    }
}

fn visit(entry: &Visit) -> Entry {
    Entry::Visit {
        head: head(entry.id.to_string(), entry.logical_date.to_string(), &entry.stamp, entry.at),
        at: entry.at.to_iso(),
        with: words(entry.with.as_ref()),
    }
}
