//! Page 4: the measures page 1 has no place for, totals and items of questionnaires, unwanted effects, distress entries.

use tidemark_findings as findings;
use tidemark_findings::ReportFacts;

use super::{column, dated, figures, questionnaire};
use crate::document::{Content, Part, Period, PlainTable, Scale, TotalsChart};

/// The part; none when there is nothing to say.
pub(super) fn part(facts: &ReportFacts) -> Option<Part> {
    let mut content = vec![];
    let panels: Vec<_> = facts.more_panels.iter().filter_map(super::panel).collect();
    if !panels.is_empty() {
        content.push(Content::Panels(panels));
    }
    let period = Period::new(facts.period.from().date(), facts.period.to().date());
    let charts: Vec<_> = facts.questionnaires.iter().filter_map(|one| totals(one, period)).collect();
    if !charts.is_empty() {
        content.push(Content::Totals(charts));
    }
    content.extend(facts.item_scores.iter().map(items));
    let measured = !content.is_empty();
    content.extend(unwanted(&facts.unwanted));
    content.extend(distress(&facts.distress));
    // The title names what is there, not what might have been.
    let heading = match (measured, facts.unwanted.is_empty()) {
        (true, _) => "report.more_measures",
        (false, false) => "report.unwanted_part",
        (false, true) => "report.hard_moments_part",
    };
    (!content.is_empty()).then(|| Part { heading: findings::text(heading), content })
}

fn totals(from: &findings::Questionnaire, period: Period) -> Option<TotalsChart> {
    let most = from.most;
    let step = if most > 40 { 20 } else { 10 };
    // Round numbers that leave room for the end of the range, and the end itself.
    let rounds = (0..most).step_by(step).filter(|round| usize::from(most - round) * 2 >= step);
    let grid: Vec<f64> = rounds.chain([most]).map(f64::from).collect();
    let row = questionnaire(from);
    Some(TotalsChart {
        name: row.name,
        range: row.range,
        scale: Scale::new(0.0, f64::from(most), &grid)?,
        period,
        totals: row.totals,
        cut_points: from.cut_points.iter().copied().map(f64::from).collect(),
        caption: from.caption.text.clone(),
    })
}

/// Dates down, items across: the number of items is known, that of the results is not.
fn items(from: &findings::ItemScores) -> Content {
    let mut columns = vec![column("report.head.date", 28)];
    columns.extend(
        (1..=from.items).map(|number| figures(number.to_string(), if from.items > 12 { 7 } else { 11 })),
    );
    columns.push(figures(findings::text("report.head.total"), 14));
    let row = |result: &findings::ScoredItems| {
        let scores = result.scores.iter().map(|score| score.map_or_else(String::new, |s| s.to_string()));
        let ends = [dated(result.day), result.total.to_string()];
        let [date, total] = ends;
        std::iter::once(date).chain(scores).chain([total]).collect()
    };
    let heading = findings::say("report.items", &[("name", &from.name)], None);
    Content::Table(PlainTable { heading, columns, rows: from.results.iter().map(row).collect() })
}

fn unwanted(lines: &[findings::UnwantedLine]) -> Option<Content> {
    let row = |line: &findings::UnwantedLine| {
        // The diary keeps 0 where no time was given.
        let onset = if line.onset_min == 0 {
            findings::text("report.onset_none")
        } else {
            line.onset_min.to_string()
        };
        let intensity = line.intensity.map_or_else(String::new, |intensity| intensity.to_string());
        vec![dated(line.day), line.effect.clone(), onset, intensity, line.over.clone().unwrap_or_default()]
    };
    (!lines.is_empty()).then(|| {
        Content::Table(PlainTable {
            heading: findings::text("report.unwanted"),
            columns: vec![
                column("report.head.session", 32),
                column("report.head.effect", 38),
                column("report.head.onset", 44),
                column("report.head.intensity", 26),
                column("report.head.over", 40),
            ],
            rows: lines.iter().map(row).collect(),
        })
    })
}

fn distress(lines: &[findings::DistressLine]) -> Option<Content> {
    let row = |line: &findings::DistressLine| {
        let [course, told] = [&line.course, &line.told].map(|said| said.clone().unwrap_or_default());
        vec![dated(line.day), line.kind.clone(), course, told]
    };
    (!lines.is_empty()).then(|| {
        Content::Table(PlainTable {
            heading: findings::text("report.distress"),
            columns: vec![
                column("report.head.date", 32),
                column("report.head.distress", 48),
                column("report.head.course", 46),
                column("report.head.told", 54),
            ],
            rows: lines.iter().map(row).collect(),
        })
    })
}
