//! Goal: what the person hopes for, in their words. Whether it is reached, the person says.

use serde::Serialize;
use tidemark_model::{Goal as Hope, GoalStatus, MeasureId, Recorded};

use super::datatype::{Annotation, Coding, Concept};
use super::extension::Extension;
use super::narrative::Narrative;
use super::resource_id::{Reference, ResourceId};
use super::{Context, words};

/// Goal.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "resourceType", rename_all = "camelCase")]
pub(super) struct Goal {
    id: ResourceId,
    text: Narrative,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    extension: Vec<Extension>,
    lifecycle_status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    achievement_status: Option<Concept>,
    description: Concept,
    subject: Reference,
    start_date: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    target: Vec<Target>,
    expressed_by: Reference,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    note: Vec<Annotation>,
}

/// What the goal is about; no number is aimed at.
#[derive(Clone, Debug, Serialize)]
struct Target {
    measure: Concept,
}

impl Goal {
    pub(super) fn of(context: &Context, goal: &Recorded<Hope>) -> Self {
        let mut said = vec![format!("{}, since {}.", standing(goal.status), words::day(goal.started_on))];
        said.extend(goal.review_on.map(|day| format!("To be looked at again on {}.", words::day(day))));
        let mut note: Vec<Annotation> =
            goal.review_on.iter().filter_map(|_| said.get(1).cloned()).map(Annotation::said).collect();
        let why = goal.why.iter().filter(|_| context.ticked.notes);
        note.extend(why.map(|why| Annotation::by(context.patient.reference(), why.as_str())));
        Self {
            id: ResourceId::of(goal.id),
            text: Narrative::line(&format!("{}\n{}", goal.text.as_str(), said.join(" "))),
            extension: Extension::recorded_by(goal.stamp.recorded_by).into_iter().collect(),
            lifecycle_status: lifecycle(goal.status),
            achievement_status: (goal.status == GoalStatus::Reached).then(achieved),
            description: Concept::words(goal.text.as_str().to_owned()),
            subject: context.patient.reference(),
            start_date: goal.started_on.to_string(),
            target: goal.measure_id.as_ref().and_then(|id| measure(context, id)).into_iter().collect(),
            expressed_by: context.patient.reference(),
            note,
        }
    }
}

/// The newest version of a measure.
fn measure(context: &Context, id: &MeasureId) -> Option<Target> {
    let newest = context.measures.iter().rfind(|(reference, _)| reference.id == *id);
    newest.map(|(_, asked)| Target { measure: asked.concept.clone() })
}

const fn lifecycle(status: GoalStatus) -> &'static str {
    match status {
        GoalStatus::Active => "active",
        GoalStatus::Paused => "on-hold",
        GoalStatus::Reached => "completed",
        GoalStatus::Dropped => "cancelled",
    }
}

const fn standing(status: GoalStatus) -> &'static str {
    match status {
        GoalStatus::Active => "Followed",
        GoalStatus::Paused => "Paused",
        GoalStatus::Reached => "Reached, as the person says",
        GoalStatus::Dropped => "Dropped",
    }
}

fn achieved() -> Concept {
    Concept::code(Coding {
        system: "http://terminology.hl7.org/CodeSystem/goal-achievement",
        code: "achieved".into(),
        display: "Achieved".into(),
    })
}
