//! Distress events: words alone, no code and no number. They go along only when the person ticks them for this document.

use std::collections::BTreeSet;

use tidemark_model::{DistressEvent, DistressKind, Recorded, SessionId, Told};

use super::{Observation, Value, status};
use crate::fhir::extension::Extension;
use crate::fhir::narrative::Narrative;
use crate::fhir::resource_id::ResourceId;
use crate::fhir::{Context, when, words};

/// The events of the period, by time; none unless ticked.
pub(in crate::fhir) fn events<'a>(
    context: &Context,
    events: &'a [Recorded<DistressEvent>],
) -> Vec<&'a Recorded<DistressEvent>> {
    let mut events: Vec<&Recorded<DistressEvent>> = events
        .iter()
        .filter(|event| context.ticked.distress && event.stamp.deleted_at.is_none())
        .filter(|event| context.period.contains(event.logical_date))
        .collect();
    events.sort_by_key(|event| (event.at.instant, event.id));
    events
}

/// The observation of an event; part of its session when that is in the document.
pub(in crate::fhir) fn resource<'a>(
    context: &'a Context,
    event: &Recorded<DistressEvent>,
    sessions: &BTreeSet<SessionId>,
) -> Observation<'a> {
    let said = said(context, event);
    let session = event.session_id.filter(|session| sessions.contains(session));
    let mut extension = vec![Extension::logical_date(event.logical_date)];
    extension.extend(Extension::recorded_by(event.stamp.recorded_by));
    Observation {
        id: ResourceId::of(event.id),
        text: Narrative::line(&format!("{}: {said}", words::day(event.logical_date))),
        extension,
        part_of: session.map(|session| ResourceId::of(session).reference()).into_iter().collect(),
        status: status(&event.stamp),
        category: &context.survey,
        code: &context.distress,
        subject: context.patient.reference(),
        effective_date_time: when::moment(event.at),
        issued: when::moment(event.stamp.recorded),
        performer: [context.writer(&event.stamp)],
        value: Value::Words(said),
        method: None,
        derived_from: Vec::new(),
    }
}

/// `Panic; the session did not go on; told: a clinician.` What helped is a note and goes with the notes.
fn said(context: &Context, event: &DistressEvent) -> String {
    let mut parts = vec![kind(event.kind).to_owned()];
    match event.resumed {
        Some(true) => parts.push("the session went on".to_owned()),
        Some(false) => parts.push("the session did not go on".to_owned()),
        None => {}
    }
    if !event.told.is_empty() {
        let told: Vec<&str> = event.told.iter().map(|told| whom(*told)).collect();
        parts.push(format!("told: {}", told.join(", ")));
    }
    if let Some(helped) = event.what_helped.as_ref().filter(|_| context.ticked.notes) {
        parts.push(format!("what helped: {}", helped.as_str()));
    }
    format!("{}.", parts.join("; "))
}

const fn kind(kind: DistressKind) -> &'static str {
    match kind {
        DistressKind::MemoryOverwhelming => "Overwhelming memory",
        DistressKind::Panic => "Panic",
        DistressKind::Pain => "Pain",
        DistressKind::Dizzy => "Dizzy",
        DistressKind::Numb => "Numb",
        DistressKind::Tearful => "Tearful",
        DistressKind::Other => "Something else",
    }
}

const fn whom(told: Told) -> &'static str {
    match told {
        Told::MassageTherapist => "the massage therapist",
        Told::Clinician => "a clinician",
        Told::TrustedPerson => "a trusted person",
        Told::NobodyYet => "nobody yet",
    }
}
