//! What was agreed about sessions: the version of the plan in force at the end of the period, and what was changed within
//! it, each change with its reason.

mod held;
mod words;

use serde::Serialize;
use tidemark_model::{
    AdjustmentReason, DecidedBy, LogicalDate, Period, PlanAdjustment, PlanField, Recorded, Records,
    SessionPlan,
};

use crate::wording::Phrase;
use crate::{Sentence, iso};

/// The plan, as the report shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PlanBlock {
    /// The version in force on the last day of the period.
    pub in_force: PlanInForce,
    /// How many of the planned sessions were held; empty where the records do not allow the count.
    pub held: Vec<Sentence>,
    /// What was changed within the period, in order of days.
    pub adjustments: Vec<AdjustmentLine>,
}

/// One version of the plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PlanInForce {
    /// Its number and its first day.
    pub version: Sentence,
    /// What it says, field by field; only fields that say something.
    pub lines: Vec<PlanLine>,
}

/// One field of the plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PlanLine {
    /// Its name.
    pub label: String,
    /// What it says.
    pub text: String,
}

/// One change of the plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AdjustmentLine {
    /// The day it took effect.
    #[serde(serialize_with = "iso::day")]
    pub day: LogicalDate,
    /// The name of the field.
    pub field: String,
    /// What it said; none when it said nothing.
    pub from: Option<String>,
    /// What it says since; none when it says nothing.
    pub to: Option<String>,
    /// Why.
    pub reason: String,
    /// Who decided it.
    pub decided_by: String,
}

/// The plan of `period`; none when no version had begun by its end.
pub(crate) fn block(records: &Records, period: Period, as_of: LogicalDate) -> Option<PlanBlock> {
    let plans = versions(records);
    let in_force = in_force(&plans, period.to())?;
    Some(PlanBlock {
        in_force: said(in_force),
        held: held::sentences(records, &plans, period, as_of),
        adjustments: adjustments(records, period),
    })
}

/// All versions, the newest last; two of one number, as after a merge, in the order they were written.
fn versions(records: &Records) -> Vec<&Recorded<SessionPlan>> {
    let mut plans: Vec<&Recorded<SessionPlan>> =
        records.session_plans.iter().filter(|plan| plan.stamp.deleted_at.is_none()).collect();
    plans.sort_by_key(|plan| (plan.version, plan.stamp.recorded.instant, plan.id));
    plans
}

/// The newest version that had begun on a day.
fn in_force<'a>(plans: &[&'a Recorded<SessionPlan>], day: LogicalDate) -> Option<&'a Recorded<SessionPlan>> {
    plans.iter().copied().rfind(|plan| plan.since <= day)
}

/// The version of the plan in force on a day.
pub(crate) fn plan_on(records: &Records, day: LogicalDate) -> Option<&Recorded<SessionPlan>> {
    in_force(&versions(records), day)
}

fn said(plan: &Recorded<SessionPlan>) -> PlanInForce {
    let texts = plan.to_texts();
    let line = |field: &PlanField| {
        let text = texts.get(field.code())?;
        Some(PlanLine { label: crate::text(words::name(*field)), text: words::said(*field, text) })
    };
    PlanInForce {
        version: Phrase::new("sentence.plan.version")
            .words("version", plan.version.to_string())
            .day("date", plan.since)
            .say(),
        lines: PlanField::ALL.iter().filter_map(line).collect(),
    }
}

fn adjustments(records: &Records, period: Period) -> Vec<AdjustmentLine> {
    let mut adjustments: Vec<&Recorded<PlanAdjustment>> = records
        .plan_adjustments
        .iter()
        .filter(|change| change.stamp.deleted_at.is_none() && period.contains(change.at))
        .collect();
    adjustments.sort_by_key(|change| (change.at, change.stamp.recorded.instant, change.field, change.id));
    adjustments.into_iter().map(|change| line(change)).collect()
}

fn line(change: &PlanAdjustment) -> AdjustmentLine {
    let said = |text: &Option<tidemark_model::Note>| {
        text.as_ref().map(|text| words::said(change.field, text.as_str()))
    };
    AdjustmentLine {
        day: change.at,
        field: crate::text(words::name(change.field)),
        from: said(&change.from),
        to: said(&change.to),
        reason: crate::text(reason(change.reason)),
        decided_by: crate::text(decided_by(change.decided_by)),
    }
}

const fn reason(reason: AdjustmentReason) -> &'static str {
    match reason {
        AdjustmentReason::Response => "part.reason.response",
        AdjustmentReason::Comfort => "part.reason.comfort",
        AdjustmentReason::Safety => "part.reason.safety",
        AdjustmentReason::Distress => "part.reason.distress",
        AdjustmentReason::Schedule => "part.reason.schedule",
        AdjustmentReason::MedicineTiming => "part.reason.medicine_timing",
        AdjustmentReason::Cost => "part.reason.cost",
        AdjustmentReason::TherapistIdea => "part.reason.therapist_idea",
        AdjustmentReason::ClinicianIdea => "part.reason.clinician_idea",
    }
}

const fn decided_by(who: DecidedBy) -> &'static str {
    match who {
        DecidedBy::Own => "part.decided.self",
        DecidedBy::Together => "part.decided.together",
        DecidedBy::MassageTherapist => "part.decided.massage_therapist",
        DecidedBy::TalkingTherapist => "part.decided.talking_therapist",
        DecidedBy::Clinician => "part.decided.clinician",
        DecidedBy::Other => "part.decided.other",
    }
}
