//! Composition: the report as a document, section by section, each with its words and the resources behind them.
//!
//! The words are those of the page; an observation stands in exactly one section.

use std::borrow::Cow;

use serde::Serialize;

use super::datatype::{Concept, Identifier, Period};
use super::narrative::{Html, Narrative};
use super::resource_id::{Reference, ResourceId};
use super::{Context, words};
use crate::Report;
use crate::document::{QuestionnaireRow, SessionRow, SummaryBlock, TrendPanel};
use crate::pdf::words as page;

/// Composition.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "resourceType")]
pub(super) struct Composition<'a> {
    id: ResourceId,
    language: &'static str,
    text: Narrative,
    identifier: Identifier,
    status: &'static str,
    #[serde(rename = "type")]
    kind: Concept,
    subject: Reference,
    date: String,
    author: [Reference; 1],
    title: String,
    event: [Event; 1],
    section: Vec<Section<'a>>,
}

#[derive(Clone, Debug, Serialize)]
struct Event {
    period: Period,
}

#[derive(Clone, Debug, Serialize)]
struct Section<'a> {
    title: Cow<'a, str>,
    text: Narrative,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    entry: Vec<Reference>,
}

/// The resources of the sections that have any.
#[derive(Clone, Debug, Default)]
pub(super) struct SectionEntries {
    pub(super) goals: Vec<ResourceId>,
    pub(super) daily: Vec<ResourceId>,
    pub(super) questionnaires: Vec<ResourceId>,
    pub(super) sessions: Vec<ResourceId>,
    pub(super) medicines: Vec<ResourceId>,
    pub(super) plan: Listed,
    pub(super) therapists: Option<Listed>,
    pub(super) care_team: Option<Listed>,
    pub(super) intake: Option<Listed>,
    pub(super) distress: Vec<ResourceId>,
    pub(super) notes: Vec<ResourceId>,
}

/// Resources of a section whose words come from them; no words: there was nothing.
#[derive(Clone, Debug, Default)]
pub(super) struct Listed {
    pub(super) ids: Vec<ResourceId>,
    pub(super) lines: Vec<String>,
}

impl<'a> Composition<'a> {
    pub(super) fn of(context: &Context, report: &'a Report, entries: &SectionEntries) -> Self {
        let label = report.sample_label.as_ref().map(|label| format!(" ({label})")).unwrap_or_default();
        let title = format!("{}{label}", report.header.title);
        let period = report.header.period;
        let mut html = Html::default();
        html.paragraph(&format!("{title}, {}", page::period(period)));
        html.paragraph(report.header.person.as_ref().unwrap_or(&page::name_withheld()));
        html.paragraph(&page::foot());
        Self {
            id: context.composition,
            language: "en",
            text: Narrative::generated(html).language("en"),
            identifier: Identifier { system: "urn:tidemark:fhir:report", value: report.document_id.clone() },
            status: "final",
            kind: Concept::words(words::DOCUMENT),
            subject: context.patient.reference(),
            date: report.header.made_on.to_string(),
            author: [context.patient.reference()],
            title,
            event: [Event {
                period: Period { start: Some(period.from().to_string()), end: Some(period.to().to_string()) },
            }],
            section: sections(context, report, entries),
        }
    }
}

fn sections<'a>(context: &Context, report: &'a Report, entries: &SectionEntries) -> Vec<Section<'a>> {
    let mut sections = vec![
        section(page::period_and_data(), period_and_data(report), &[]),
        section(page::questions(), listed(report, &report.questions, SummaryBlock::Questions), &[]),
        section(page::goals(), listed(report, &report.goals, SummaryBlock::Goals), &entries.goals),
        section(page::trends(), trends(report), &entries.daily),
        section(page::questionnaires(), questionnaires(report), &entries.questionnaires),
        section(page::sessions(), sessions(report), &entries.sessions),
        section(page::changes(), listed(report, &report.changes, SummaryBlock::Changes), &entries.medicines),
        section(words::PLAN, plan(context, &entries.plan.lines), &entries.plan.ids),
    ];
    let ticked = [
        (words::THERAPISTS, &entries.therapists),
        (words::CARE_TEAM, &entries.care_team),
        (words::INTAKE, &entries.intake),
    ];
    for (title, entries) in ticked {
        sections.extend(entries.as_ref().map(|entries| section(title, lines(&entries.lines), &entries.ids)));
    }
    let pointed_at = || {
        let mut html = Html::default();
        html.paragraph(words::BELOW);
        html
    };
    if context.ticked.distress {
        sections.push(section(words::DISTRESS, pointed_at(), &entries.distress));
    }
    if context.ticked.any_notes() {
        sections.push(section(words::NOTES, pointed_at(), &entries.notes));
    }
    let mut limits = paragraphs(&report.limits);
    limits.paragraph(&page::foot());
    sections.push(section(words::HOW_TO_READ, limits, &[]));
    let method = report.method_page.iter();
    sections.extend(method.map(|part| section(part.heading.as_str(), paragraphs(&part.paragraphs), &[])));
    sections
}

fn section<'a>(title: impl Into<Cow<'a, str>>, text: Html, entry: &[ResourceId]) -> Section<'a> {
    let text = Narrative::additional(text).language("en");
    Section { title: title.into(), text, entry: entry.iter().map(|id| id.reference()).collect() }
}

fn period_and_data(report: &Report) -> Html {
    let mut html = Html::default();
    let period = report.header.period;
    let mut line = format!("{} ({})", page::period(period), page::days(i64::from(period.days())));
    if let Some(since) = &report.data.since {
        line.push_str(", ");
        line.push_str(since);
    }
    html.paragraph(&line);
    html.paragraph(&report.data.sentences.join(" "));
    html
}

fn listed(report: &Report, items: &[String], block: SummaryBlock) -> Html {
    let mut html = Html::default();
    if items.is_empty() {
        html.paragraph(&page::nothing(report, block));
    } else {
        html.list(items);
    }
    html
}

fn plan(context: &Context, items: &[String]) -> Html {
    if context.ticked.plan {
        return lines(items);
    }
    let mut html = Html::default();
    html.paragraph(&page::left_out());
    html
}

fn lines(items: &[String]) -> Html {
    let mut html = Html::default();
    if items.is_empty() {
        html.paragraph(&page::none());
    } else {
        html.list(items);
    }
    html
}

fn paragraphs(texts: &[String]) -> Html {
    let mut html = Html::default();
    for text in texts {
        html.paragraph(text);
    }
    html
}

fn trends(report: &Report) -> Html {
    let mut html = Html::default();
    if report.left_out.contains(&SummaryBlock::Trends) {
        html.paragraph(&page::left_out());
    } else if report.panels.is_empty() {
        html.paragraph(&page::no_values());
    }
    for panel in &report.panels {
        html.named(&named(panel), panel.listed.as_ref().unwrap_or(&panel.caption));
    }
    html
}

fn named(panel: &TrendPanel) -> String {
    let direction = page::direction(panel.direction);
    if direction.is_empty() { panel.measure.clone() } else { format!("{} ({direction})", panel.measure) }
}

fn questionnaires(report: &Report) -> Html {
    let mut html = Html::default();
    if report.questionnaires.is_empty() {
        html.paragraph(&page::nothing(report, SummaryBlock::Questionnaires));
    } else {
        html.table(&page::questionnaire_heads(), report.questionnaires.iter().map(questionnaire));
    }
    html
}

fn questionnaire(row: &QuestionnaireRow) -> Vec<String> {
    let totals: Vec<String> =
        row.totals.iter().map(|t| format!("{} on {}", page::number(t.total), page::date(t.date))).collect();
    let change = row.change.map_or_else(String::new, page::signed_number);
    vec![format!("{} ({})", row.name, row.range), totals.join(", "), change]
}

fn sessions(report: &Report) -> Html {
    let mut html = paragraphs(&report.sessions.sentences);
    if !report.sessions.rows.is_empty() {
        html.table(&page::session_heads(), report.sessions.rows.iter().map(session));
    }
    if report.sessions.sentences.is_empty() && report.sessions.rows.is_empty() {
        html.paragraph(&page::nothing(report, SummaryBlock::Sessions));
    }
    html
}

fn session(row: &SessionRow) -> Vec<String> {
    let median = |median: Option<f64>| median.map_or_else(String::new, page::tenths);
    let change = row.change.map_or_else(String::new, |change| {
        let median = page::signed_tenths(change.median);
        match change.interval {
            Some((low, high)) => {
                format!("{median} ({} to {})", page::signed_tenths(low), page::signed_tenths(high))
            }
            None => median,
        }
    });
    let counts = format!("{} / {} / {}", row.lower, row.same, row.higher);
    vec![row.measure.clone(), row.rated.to_string(), median(row.before), median(row.after), change, counts]
}
