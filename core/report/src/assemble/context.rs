//! Page 3: medicines, practices and events on one calendar, and the plan of sessions.

use tidemark_findings as findings;
use tidemark_findings::{PlanBlock, ReportFacts};
use tidemark_model::LogicalDate;

use super::{column, dated, texts};
use crate::document::{
    Content, DoseStretch, EventSpan, Marker, MedicineLane, Part, Period, PlainTable, PracticeLane, Section,
    Timeline,
};

/// The part; none when there is nothing to say.
pub(super) fn part(facts: &ReportFacts) -> Option<Part> {
    let lanes = timeline(facts);
    let mut content = vec![];
    if !lanes.is_empty() {
        content.push(Content::Timeline(lanes));
    }
    let listed: Vec<String> = facts.changes.iter().chain(&facts.events).map(super::change_line).collect();
    if !listed.is_empty() {
        let heading = findings::text("report.changes_in_full");
        content.push(Content::Text(Section { heading, paragraphs: listed }));
    }
    content.extend(facts.plan.iter().flat_map(plan));
    (!content.is_empty()).then(|| Part { heading: findings::text("report.context"), content })
}

fn timeline(facts: &ReportFacts) -> Timeline {
    let dose = |from: &findings::DoseStretch| DoseStretch {
        from: from.from.map(LogicalDate::date),
        to: from.to.map(LogicalDate::date),
        dose: from.dose.clone(),
        paused: from.paused,
    };
    let marker = |from: &findings::Marker| Marker { date: from.day.date(), label: from.label.clone() };
    Timeline {
        period: Period::new(facts.period.from().date(), facts.period.to().date()),
        medicines: facts
            .medicine_lanes
            .iter()
            .map(|lane| MedicineLane {
                name: lane.name.clone(),
                doses: lane.doses.iter().map(dose).collect(),
                changes: lane.changes.iter().map(marker).collect(),
            })
            .collect(),
        practices: facts
            .practice_lanes
            .iter()
            .map(|lane| PracticeLane {
                name: lane.name.clone(),
                days: lane.days.iter().map(|day| day.date()).collect(),
            })
            .collect(),
        events: facts
            .event_spans
            .iter()
            .map(|span| EventSpan { label: span.label.clone(), from: span.from.date(), to: span.to.date() })
            .collect(),
    }
}

fn plan(plan: &PlanBlock) -> Vec<Content> {
    let version = std::slice::from_ref(&plan.in_force.version);
    let paragraphs = texts(version).into_iter().chain(texts(&plan.held)).collect();
    let mut content = vec![Content::Text(Section { heading: findings::text("report.plan"), paragraphs })];
    if !plan.in_force.lines.is_empty() {
        content.push(Content::Table(PlainTable {
            heading: String::new(),
            columns: vec![column("report.head.field", 40), column("report.head.agreed", 140)],
            rows: plan
                .in_force
                .lines
                .iter()
                .map(|line| vec![line.label.clone(), line.text.clone()])
                .collect(),
        }));
    }
    if !plan.adjustments.is_empty() {
        let row = |line: &findings::AdjustmentLine| {
            let [from, to] = [&line.from, &line.to].map(|said| said.clone().unwrap_or_default());
            vec![dated(line.day), line.field.clone(), from, to, line.reason.clone(), line.decided_by.clone()]
        };
        content.push(Content::Table(PlainTable {
            heading: findings::text("report.adjustments"),
            columns: vec![
                column("report.head.date", 24),
                column("report.head.field", 26),
                column("report.head.from", 35),
                column("report.head.to", 35),
                column("report.head.reason", 30),
                column("report.head.decided_by", 30),
            ],
            rows: plan.adjustments.iter().map(row).collect(),
        }));
    }
    content
}
