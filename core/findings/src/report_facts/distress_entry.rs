//! When it became too much, for those who tick it for this report: the day, what it was like, whether the session went
//! on, and who was told. Never how strong it was, and none of the person's words.

use serde::Serialize;
use tidemark_model::{DistressEvent, DistressKind, LogicalDate, Period, Recorded, Records, Told};

use crate::iso;

/// One distress entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DistressLine {
    /// The day it belongs to.
    #[serde(serialize_with = "iso::day")]
    pub day: LogicalDate,
    /// What it was like.
    pub kind: String,
    /// Whether the session was paused or stopped; none when that was not said.
    pub course: Option<String>,
    /// Who was told; none when that was not said.
    pub told: Option<String>,
}

/// The entries of `period`, in order of time.
pub(crate) fn lines(records: &Records, period: Period) -> Vec<DistressLine> {
    let mut entries: Vec<&Recorded<DistressEvent>> = records
        .distress_events
        .iter()
        .filter(|entry| entry.stamp.deleted_at.is_none() && period.contains(entry.logical_date))
        .collect();
    entries.sort_by_key(|entry| (entry.logical_date, entry.at.instant, entry.id));
    entries.into_iter().map(|entry| line(entry)).collect()
}

fn line(entry: &DistressEvent) -> DistressLine {
    let course = match (entry.session_id, entry.resumed) {
        (None, _) => Some("part.distress.outside"),
        (Some(_), Some(true)) => Some("part.distress.paused"),
        (Some(_), Some(false)) => Some("part.distress.stopped"),
        (Some(_), None) => None,
    };
    let told: Vec<String> = entry.told.iter().map(|who| crate::text(told(*who))).collect();
    DistressLine {
        day: entry.logical_date,
        kind: crate::text(kind(entry.kind)),
        course: course.map(crate::text),
        told: (!told.is_empty()).then(|| told.join(", ")),
    }
}

const fn kind(kind: DistressKind) -> &'static str {
    match kind {
        DistressKind::MemoryOverwhelming => "part.distress.memory_overwhelming",
        DistressKind::Panic => "part.distress.panic",
        DistressKind::Pain => "part.distress.pain",
        DistressKind::Dizzy => "part.distress.dizzy",
        DistressKind::Numb => "part.distress.numb",
        DistressKind::Tearful => "part.distress.tearful",
        DistressKind::Other => "part.distress.other",
    }
}

const fn told(who: Told) -> &'static str {
    match who {
        Told::MassageTherapist => "part.told.massage_therapist",
        Told::Clinician => "part.told.clinician",
        Told::TrustedPerson => "part.told.trusted_person",
        Told::NobodyYet => "part.told.nobody_yet",
    }
}
