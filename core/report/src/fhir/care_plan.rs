//! `CarePlan`: what the person and their massage therapist agreed, as it is on the last day of the report, with the changes of its
//! days. With whom it was agreed is not said, it may be names; what is done when it becomes too much goes with distress events.

use serde::Serialize;
use tidemark_model::{
    AdjustmentReason, ApartFrom, Clock, FieldValue as _, FrequencyUnit, KeepApart, Line, LogicalDate,
    Modality, PlanAdjustment, PlanField, Recorded, Records, SessionPlan, Weekday,
};

use super::datatype::{Annotation, Concept, Period};
use super::extension::Extension;
use super::narrative::{Html, Narrative};
use super::resource_id::{Reference, ResourceId};
use super::{Context, code, when, words};

/// A version of the plan with what is told beside it.
pub(super) struct Agreed<'a> {
    pub(super) plan: &'a Recorded<SessionPlan>,
    /// Whether a later version takes its place after the last day.
    replaced: bool,
    /// Changes of the period, by day.
    adjustments: Vec<&'a Recorded<PlanAdjustment>>,
}

impl<'a> Agreed<'a> {
    /// The plan in force on the last day of the period.
    pub(super) fn of(context: &Context, records: &'a Records) -> Option<Self> {
        let last = context.period.to();
        let there = || records.session_plans.iter().filter(|plan| plan.stamp.deleted_at.is_none());
        let plan = there().filter(|plan| plan.since <= last).max_by_key(|plan| plan.version)?;
        let mut adjustments: Vec<_> = records
            .plan_adjustments
            .iter()
            .filter(|change| change.stamp.deleted_at.is_none() && context.period.contains(change.at))
            .filter(|change| there().any(|plan| plan.id == change.session_plan_id))
            .collect();
        adjustments.sort_by_key(|change| (change.at, change.id));
        let replaced = there().any(|later| later.version > plan.version);
        Some(Self { plan, replaced, adjustments })
    }

    /// What it says, a line each: the plan, then its changes.
    pub(super) fn lines(&self, context: &Context) -> Vec<String> {
        let plan = self.plan;
        let mut lines = vec![format!("Version {}, since {}", plan.version, words::day(plan.since))];
        lines.extend(plan.aim.as_ref().map(|aim| aim.as_str().to_owned()));
        lines.push(self.session());
        lines.extend(self.besides(context));
        lines.extend(self.changes(context));
        lines.retain(|line| !line.is_empty());
        lines
    }

    /// `Swedish massage, 60 minutes, pressure 2 of 5, 2 per week`.
    fn session(&self) -> String {
        let plan = self.plan;
        let parts = [
            plan.modality.map(|style| code::modality(style).to_owned()),
            plan.minutes.map(|minutes| format!("{minutes} minutes")),
            plan.pressure.map(|pressure| words::pressure(pressure.step())),
            plan.frequency.map(|frequency| frequency.to_string()),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    /// What no timing holds.
    fn besides(&self, context: &Context) -> Vec<String> {
        let plan = self.plan;
        let mut said = Vec::new();
        if !plan.preferred_days.is_empty() {
            said.push(format!("Days that suit: {}", days(&plan.preferred_days)));
        }
        if !plan.preferred_times.is_empty() {
            said.push(format!("Times that suit: {}", times(&plan.preferred_times)));
        }
        if !plan.keep_apart.is_empty() {
            said.push(format!("To keep apart: {}", apart(&plan.keep_apart)));
        }
        if context.ticked.distress && !plan.if_distress.is_empty() {
            let lines: Vec<&str> = plan.if_distress.iter().map(Line::as_str).collect();
            said.push(format!("When it becomes too much: {}", lines.join("; ")));
        }
        said.extend(plan.review_on.map(|day| format!("To be looked at again on {}", words::day(day))));
        said
    }

    fn changes(&self, context: &Context) -> Vec<String> {
        self.adjustments.iter().map(|change| changed(context, change)).collect()
    }
}

/// `CarePlan`.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "resourceType", rename_all = "camelCase")]
pub(super) struct CarePlan {
    id: ResourceId,
    text: Narrative,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    extension: Vec<Extension>,
    status: &'static str,
    intent: &'static str,
    title: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    subject: Reference,
    period: Period,
    created: String,
    author: Reference,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    care_team: Vec<Reference>,
    activity: [Activity; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    note: Vec<Annotation>,
}

#[derive(Clone, Debug, Serialize)]
struct Activity {
    detail: Detail,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Detail {
    code: Concept,
    status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    scheduled_timing: Option<Timing>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
}

/// How often, and how long a session is; days and times that merely suit are no part of it.
#[derive(Clone, Debug, Serialize)]
struct Timing {
    repeat: Repeat,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Repeat {
    #[serde(skip_serializing_if = "Option::is_none")]
    duration: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    duration_unit: Option<&'static str>,
    frequency: u16,
    period: u16,
    period_unit: &'static str,
}

impl CarePlan {
    /// `with_team`: whether the care team goes along.
    pub(super) fn of(context: &Context, agreed: &Agreed<'_>, with_team: bool) -> Self {
        let plan = agreed.plan;
        let mut html = Html::default();
        html.list(&agreed.lines(context));
        let besides: Vec<String> = [vec![agreed.session()], agreed.besides(context)]
            .concat()
            .into_iter()
            .filter(|l| !l.is_empty())
            .collect();
        Self {
            id: ResourceId::of(plan.id),
            text: Narrative::generated(html),
            extension: Extension::recorded_by(plan.stamp.recorded_by).into_iter().collect(),
            status: if agreed.replaced { "revoked" } else { "active" },
            intent: "plan",
            title: words::PLAN,
            description: plan.aim.as_ref().map(|aim| aim.as_str().to_owned()),
            subject: context.patient.reference(),
            period: Period { start: Some(plan.since.to_string()), end: None },
            created: when::moment(plan.stamp.recorded),
            author: context.writer(&plan.stamp),
            care_team: with_team.then(|| context.care_team.reference()).into_iter().collect(),
            activity: [Activity {
                detail: Detail {
                    code: plan
                        .modality
                        .map_or_else(|| context.session.clone(), |style| code::style(style, &[])),
                    status: if agreed.replaced { "stopped" } else { "in-progress" },
                    scheduled_timing: timing(plan),
                    description: (!besides.is_empty()).then(|| besides.join(". ")),
                },
            }],
            note: agreed.changes(context).into_iter().map(Annotation::said).collect(),
        }
    }
}

fn timing(plan: &SessionPlan) -> Option<Timing> {
    let often = plan.frequency?;
    let (frequency, period, period_unit) = match often.unit() {
        FrequencyUnit::PerWeek => (often.count(), 1, "wk"),
        FrequencyUnit::PerMonth => (often.count(), 1, "mo"),
        FrequencyUnit::EveryDays => (1, often.count(), "d"),
    };
    let duration = plan.minutes.map(tidemark_model::SessionMinutes::minutes);
    let duration_unit = duration.map(|_| "min");
    Some(Timing { repeat: Repeat { duration, duration_unit, frequency, period, period_unit } })
}

/// `15 Sep 2026, pressure: 3 of 5 before, 2 of 5 now; to be more at ease; the person decided it`.
fn changed(context: &Context, change: &PlanAdjustment) -> String {
    // Names, and words about distress that was not ticked, stay out: then only that it was changed is said.
    let hidden = change.field == PlanField::AgreedWith
        || change.field == PlanField::IfDistress && !context.ticked.distress;
    let value = |text: &Option<tidemark_model::Note>| {
        text.as_ref().map_or_else(|| words::NOT_SAID.to_owned(), |text| value(change.field, text.as_str()))
    };
    let values = if hidden {
        "changed".to_owned()
    } else {
        format!("{} before, {} now", value(&change.from), value(&change.to))
    };
    let why = match change.reason {
        AdjustmentReason::Distress if !context.ticked.distress => String::new(),
        reason => format!("; {}", words::adjustment_reason(reason)),
    };
    let (day, field) = (words::day(change.at), words::plan_field(change.field));
    format!("{day}, {field}: {values}{why}; {}", words::decided_by(change.decided_by))
}

/// What a field of the plan says, as people read it.
fn value(field: PlanField, text: &str) -> String {
    let spoken = match field {
        PlanField::Modality => Modality::from_code(text).ok().map(|style| code::modality(style).to_owned()),
        PlanField::Pressure => text.parse().ok().map(words::pressure_step),
        PlanField::Minutes => Some(format!("{text} minutes")),
        PlanField::PreferredDays => Vec::<Weekday>::from_text(text).ok().map(|all| days(&all)),
        PlanField::PreferredTimes => Vec::<Clock>::from_text(text).ok().map(|all| times(&all)),
        PlanField::KeepApart => Vec::<KeepApart>::from_text(text).ok().map(|all| apart(&all)),
        PlanField::IfDistress => Vec::<Line>::from_text(text)
            .ok()
            .map(|all| all.iter().map(Line::as_str).collect::<Vec<_>>().join("; ")),
        PlanField::ReviewOn => text.parse::<LogicalDate>().ok().map(words::day),
        PlanField::Aim | PlanField::Frequency | PlanField::AgreedWith => None,
    };
    spoken.unwrap_or_else(|| text.to_owned())
}

fn days(days: &[Weekday]) -> String {
    days.iter().map(|day| words::weekday(*day)).collect::<Vec<_>>().join(", ")
}

fn times(times: &[Clock]) -> String {
    times.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

/// `4 hours from talking therapy, 2 hours from a dose`.
fn apart(rules: &[KeepApart]) -> String {
    let rule = |rule: &KeepApart| {
        let from = match rule.from() {
            ApartFrom::TalkingTherapy => "talking therapy",
            ApartFrom::Dose => "a dose",
        };
        let hours = if rule.hours() == 1 { "hour" } else { "hours" };
        format!("{} {hours} from {from}", rule.hours())
    };
    rules.iter().map(rule).collect::<Vec<_>>().join(", ")
}
