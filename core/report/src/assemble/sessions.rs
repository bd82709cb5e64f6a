//! Page 2: sessions one by one and by style.

use tidemark_findings as findings;
use tidemark_findings::{Figures, ReportFacts, SessionLine, SessionLog};

use super::{column, dated, figures, scale, texts};
use crate::document::{Content, Dumbbell, DumbbellRow, Part, PlainTable, Section};
use crate::pdf::words;

/// The part; none when no session was written down.
pub(super) fn part(facts: &ReportFacts) -> Option<Part> {
    let log = facts.session_log.as_ref()?;
    let mut content = vec![text(String::new(), texts(std::slice::from_ref(&log.held)))];
    content.extend(chart(log));
    content.extend(facts.by_style.iter().flat_map(by_style));
    content.extend(list(log));
    Some(Part { heading: findings::text("report.session_pages"), content })
}

fn text(heading: String, paragraphs: Vec<String>) -> Content {
    Content::Text(Section { heading, paragraphs })
}

fn chart(log: &SessionLog) -> Option<Content> {
    let measure = log.measures.first()?;
    let named = [("measure", measure.label.as_str())];
    if !log.drawn {
        return Some(text(String::new(), vec![findings::say("report.dumbbell.few", &named, None)]));
    }
    let row = |line: &SessionLine| {
        let rated = line.ratings.first().copied().unwrap_or_default();
        DumbbellRow {
            number: line.number,
            date: line.day.date(),
            before: rated.before,
            after: rated.after,
            next_morning: rated.next_morning,
            recalled: line.recalled,
        }
    };
    Some(Content::Dumbbell(Dumbbell {
        heading: findings::say("report.dumbbell.heading", &named, None),
        measure: measure.label.clone(),
        direction: super::direction(measure.direction),
        scale: scale(measure)?,
        rows: log.lines.iter().map(row).collect(),
    }))
}

fn by_style(found: &findings::ByStyle) -> Vec<Content> {
    let mut columns = vec![
        column("report.head.style", 36),
        figures(findings::text("report.head.sessions"), 20),
        column("report.head.length", 38),
        column("report.head.pressure_felt", 38),
    ];
    if let Some(measure) = &found.measure {
        let head = findings::say("report.head.change_of", &[("measure", &measure.label)], None);
        columns.push(crate::document::PlainColumn { head, width: 48, figures: false });
    }
    let row = |line: &findings::StyleLine| {
        let mut cells = vec![
            line.style.clone(),
            line.sessions.to_string(),
            few(&line.minutes, words::number),
            few(&line.pressure, words::number),
        ];
        cells.extend(found.measure.iter().map(|_| few(&line.change, words::signed_number)));
        cells
    };
    let heading = findings::text("report.by_style");
    let rows = found.lines.iter().map(row).collect();
    let mut content = vec![Content::Table(PlainTable { heading, columns, rows })];
    content.extend(found.difference.iter().map(|said| text(String::new(), vec![said.text.clone()])));
    content
}

/// A median with its n, or the values themselves.
fn few(figures: &Figures, spell: fn(f64) -> String) -> String {
    match figures {
        Figures::Values(values) => values.iter().map(|value| spell(*value)).collect::<Vec<_>>().join(", "),
        Figures::Median { median, n } => {
            let about = [("median", spell(*median)), ("n", n.to_string())];
            findings::say("report.figures.median", &about.each_ref().map(|(k, v)| (*k, v.as_str())), None)
        }
    }
}

fn list(log: &SessionLog) -> Vec<Content> {
    if log.lines.is_empty() {
        return vec![];
    }
    let mut columns = vec![
        figures(findings::text("report.head.number"), 10),
        column("report.head.date", 24),
        column("report.head.style", 30),
        figures(findings::text("report.head.minutes"), 12),
        column("report.head.pressure", 20),
    ];
    let named = log.measures.iter().map(|measure| measure.label.clone());
    columns.extend(named.map(|head| crate::document::PlainColumn { head, width: 23, figures: false }));
    if !log.measures.is_empty() {
        columns.push(figures(findings::text("report.head.morning"), 25));
    }
    columns.push(column("report.head.flags", 13));
    let rows = log.lines.iter().map(row).collect();
    let flags =
        if log.tells_pauses { "report.session_log.flags" } else { "report.session_log.flags_unpaused" };
    let mut content = vec![
        text(findings::text("report.session_log"), vec![findings::text(flags)]),
        Content::Table(PlainTable { heading: String::new(), columns, rows }),
    ];
    content.extend(log.earlier.iter().map(|said| text(String::new(), vec![said.text.clone()])));
    content
}

fn row(line: &SessionLine) -> Vec<String> {
    let number = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), words::number);
    let step = |value: Option<u8>| value.map_or_else(|| "–".to_owned(), |step| step.to_string());
    // What was not said is one dash, not two.
    let both = |one: String, other: String, between: &str| {
        if one == "–" && other == "–" { String::new() } else { format!("{one}{between}{other}") }
    };
    let mut cells = vec![
        line.number.to_string(),
        dated(line.day),
        line.style.clone(),
        line.minutes.map_or_else(String::new, |minutes| minutes.to_string()),
        both(step(line.pressure_asked), step(line.pressure_felt), " / "),
    ];
    cells.extend(line.ratings.iter().map(|rated| both(number(rated.before), number(rated.after), " → ")));
    cells
        .extend(line.ratings.first().map(|rated| rated.next_morning.map_or_else(String::new, words::number)));
    let flags = [(line.paused, "P"), (line.unwanted, "U"), (line.recalled, "R"), (line.out_of_window, "W")];
    cells.push(flags.into_iter().filter(|(set, _)| *set).map(|(_, flag)| flag).collect::<Vec<_>>().join(" "));
    cells
}
