//! The last pages before the method page: daily values and notes, where the person ticked them.

use tidemark_findings as findings;
use tidemark_findings::{DailyTable, DailyValue, NoteLine, ReportFacts};

use super::{column, dated};
use crate::document::{Content, Part, PlainColumn, PlainTable, Section};
use crate::pdf::words;

/// Measures beside each other in one table; further ones follow in another.
const MEASURES: usize = 7;

/// The part; none when neither was ticked, or nothing was written down.
pub(super) fn part(facts: &ReportFacts) -> Option<Part> {
    let mut content: Vec<Content> = facts.daily.iter().flat_map(daily).collect();
    content.extend(notes(&facts.notes));
    (!content.is_empty()).then(|| Part { heading: findings::text("report.appendix"), content })
}

fn daily(table: &DailyTable) -> Vec<Content> {
    let places: Vec<usize> = (0..table.measures.len()).collect();
    let one = |places: &[usize]| {
        let heads = places.iter().filter_map(|at| table.measures.get(*at));
        let heads = heads.map(|m| PlainColumn { head: m.label.clone(), width: 22, figures: true });
        let columns = std::iter::once(column("report.head.date", 26)).chain(heads).collect();
        let cell = |value: Option<DailyValue>| value.map_or_else(String::new, said);
        let row = |line: &findings::DailyLine| {
            let values: Vec<Option<DailyValue>> =
                places.iter().map(|at| line.values.get(*at).copied().flatten()).collect();
            // A day without any value of this table would be a row of dashes.
            values.iter().any(Option::is_some).then(|| {
                std::iter::once(dated(line.day)).chain(values.into_iter().map(cell)).collect::<Vec<_>>()
            })
        };
        let rows = table.days.iter().filter_map(row).collect();
        Content::Table(PlainTable { heading: findings::text("report.daily"), columns, rows })
    };
    let mut content: Vec<Content> = places.chunks(MEASURES).map(one).collect();
    let apart = table.days.iter().flat_map(|line| &line.values).flatten().any(|value| value.apart);
    if apart {
        let paragraphs = vec![findings::text("report.daily.apart")];
        content.push(Content::Text(Section { heading: String::new(), paragraphs }));
    }
    content
}

/// A value, with a star where it was not entered soon or not by the person.
fn said(value: DailyValue) -> String {
    let star = if value.apart { " *" } else { "" };
    format!("{}{star}", words::number(value.value))
}

fn notes(notes: &[NoteLine]) -> Option<Content> {
    let about = |note: &NoteLine| {
        findings::text(if note.of_session { "report.about.session" } else { "report.about.day" })
    };
    let row = |note: &NoteLine| vec![dated(note.day), about(note), note.text.clone()];
    (!notes.is_empty()).then(|| {
        Content::Table(PlainTable {
            heading: findings::text("report.notes"),
            columns: vec![
                column("report.head.date", 26),
                column("report.head.about", 24),
                column("report.head.note", 130),
            ],
            rows: notes.iter().map(row).collect(),
        })
    })
}
