//! Procedure: a massage session, whatever became of it. Who gave it is said only when the therapists are ticked.

use serde::Serialize;
use tidemark_model::{AreaUse, Recorded, Session, SessionParts, SessionStatus, Therapist, UnwantedEffect};

use super::datatype::{Annotation, Concept, Period};
use super::extension::Extension;
use super::narrative::Narrative;
use super::resource_id::{Reference, ResourceId};
use super::{Context, code, when, words};

/// Procedure.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "resourceType", rename_all = "camelCase")]
pub(super) struct Procedure<'a> {
    id: ResourceId,
    text: Narrative,
    extension: Vec<Extension>,
    status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    status_reason: Option<Concept>,
    category: &'a Concept,
    code: Concept,
    subject: Reference,
    performed_period: Period,
    recorder: Reference,
    asserter: Reference,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    performer: Vec<Performer>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    body_site: Vec<Concept>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    complication: Vec<Concept>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    note: Vec<Annotation>,
}

/// Who gave the session.
#[derive(Clone, Debug, Serialize)]
struct Performer {
    actor: Reference,
}

/// The sessions of the period, by start.
pub(super) fn sessions<'a>(context: &Context, sessions: &'a [Session]) -> Vec<&'a Session> {
    let mut sessions: Vec<&Session> = sessions
        .iter()
        .filter(|s| s.parts().stamp.deleted_at.is_none() && context.period.contains(s.logical_date()))
        .collect();
    sessions.sort_by_key(|s| (s.parts().started.instant, s.id()));
    sessions
}

impl<'a> Procedure<'a> {
    /// `therapists`: those who go along.
    pub(super) fn of(context: &'a Context, session: &Session, therapists: &[&Recorded<Therapist>]) -> Self {
        let parts = session.parts();
        let code = code::style(parts.modality, &parts.secondary);
        let writer = context.writer(&parts.stamp);
        let mut extension =
            vec![Extension::logical_date(parts.logical_date), Extension::entry_mode(session.entry_mode())];
        extension.extend(Extension::pressure(parts.pressure_asked, parts.pressure_felt));
        extension.extend(Extension::recorded_by(parts.stamp.recorded_by));
        let focus = parts.areas.iter().filter(|area| area.wanted == AreaUse::Focus);
        let said = said(parts);
        let noted = |text: &str| Annotation::by(writer, text);
        let mut note: Vec<Annotation> = said.iter().cloned().map(Annotation::said).collect();
        note.extend(
            parts
                .note
                .iter()
                .filter(|_| context.ticked.has_note(parts.id.into()))
                .map(|note| noted(note.as_str())),
        );
        let reason = parts.reason.as_ref().filter(|_| context.ticked.notes);
        let line = format!(
            "{}: {}, {}. {}",
            words::day(parts.logical_date),
            code.text.as_deref().unwrap_or_default(),
            spoken(parts.status),
            said.join(" ")
        );
        Self {
            id: ResourceId::of(parts.id),
            text: Narrative::line(line.trim_end()),
            extension,
            status: status(parts.status),
            status_reason: reason.map(|reason| Concept::words(reason.as_str().to_owned())),
            category: &context.session,
            code,
            subject: context.patient.reference(),
            performed_period: Period {
                start: Some(when::moment(parts.started)),
                end: parts.ended.map(when::moment),
            },
            recorder: writer,
            asserter: writer,
            performer: therapists
                .iter()
                .filter(|therapist| parts.details.therapist_id == Some(therapist.id))
                .map(|therapist| Performer { actor: ResourceId::of(therapist.id).reference() })
                .collect(),
            body_site: focus.map(|area| Concept::words(words::area(*area))).collect(),
            complication: parts.details.unwanted.iter().map(unwanted).collect(),
            note,
        }
    }
}

const fn status(status: SessionStatus) -> &'static str {
    match status {
        SessionStatus::Planned => "preparation",
        SessionStatus::Held => "completed",
        SessionStatus::StoppedEarly => "stopped",
        SessionStatus::Cancelled | SessionStatus::Missed => "not-done",
    }
}

const fn spoken(status: SessionStatus) -> &'static str {
    match status {
        SessionStatus::Planned => "planned",
        SessionStatus::Held => "held",
        SessionStatus::StoppedEarly => "ended early",
        SessionStatus::Cancelled => "called off",
        SessionStatus::Missed => "not attended",
    }
}

/// What no element of the resource holds, or only an extension, one sentence each.
fn said(parts: &SessionParts) -> Vec<String> {
    let mut said = Vec::new();
    let step = |pressure: tidemark_model::Pressure| pressure.step().to_string();
    let pressures = [("asked for", parts.pressure_asked), ("felt", parts.pressure_felt)];
    let pressures: Vec<String> = pressures
        .into_iter()
        .filter_map(|(what, pressure)| pressure.map(|pressure| format!("{what} {}", step(pressure))))
        .collect();
    if !pressures.is_empty() {
        said.push(format!("Pressure, 1 feather-light to 5 deep: {}.", pressures.join(", ")));
    }
    if let Some(planned) = parts.planned_min {
        said.push(format!("Planned for {planned} minutes."));
    }
    if !parts.details.approach.is_empty() {
        let approach: Vec<&str> = parts.details.approach.iter().map(|a| words::approach(*a)).collect();
        said.push(format!("Approach: {}.", approach.join(", ")));
    }
    let avoided: Vec<String> = parts
        .areas
        .iter()
        .filter(|area| area.wanted == AreaUse::Avoid)
        .map(|area| words::area(*area))
        .collect();
    if !avoided.is_empty() {
        said.push(format!("Left out on request: {}.", avoided.join(", ")));
    }
    said
}

/// `bruise, from 120 minutes after the end, strength 3 of 10`.
fn unwanted(effect: &UnwantedEffect) -> Concept {
    let parts = [
        Some(code::unwanted_name(effect.kind).to_owned()),
        Some(format!("from {} minutes after the end", effect.onset_min)),
        effect.intensity.map(|intensity| format!("strength {intensity} of 10")),
        effect.over_at.map(|over| format!("over at {}", when::moment(over))),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    code::unwanted(effect.kind, parts.join(", "))
}
