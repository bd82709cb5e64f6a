//! From findings to the document: every word and number arrives made; this only puts them in their places.

mod appendix;
mod context;
mod measures;
mod sessions;

use chrono::NaiveDate;
use tidemark_findings as findings;
use tidemark_findings::{Centre, ReportFacts, Sentence};
use tidemark_model::{EntryMode, LogicalDate, ShareSection, Unit};

use crate::Report;
use crate::document::{
    Change, DayMark, Direction, EntryMark, Header, LevelDay, Marker, Paper, Period, PeriodAndData,
    PlainColumn, Point, QuestionnaireRow, Scale, Section, SessionRow, SessionTable, SummaryBlock, Total,
    TrendPanel, Week,
};

/// What a report needs beside the findings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cover {
    /// Sheet it is printed on.
    pub paper: Paper,
    /// Name to print; withheld when none.
    pub person: Option<String>,
    /// Day it is made, in `zone`.
    pub made_on: NaiveDate,
    /// Zone of that day, as printed.
    pub zone: String,
    /// Identifier printed in the footer.
    pub document_id: String,
    /// For sample diaries: the words printed on every page.
    pub sample_label: Option<String>,
}

/// The report that says these facts.
#[must_use]
pub fn assemble(facts: &ReportFacts, cover: Cover) -> Report {
    let mut limits = texts(&facts.limits);
    limits.truncate(8);
    Report {
        paper: cover.paper,
        header: Header {
            title: findings::text("report.title"),
            person: cover.person,
            period: Period::new(facts.period.from().date(), facts.period.to().date()),
            made_on: cover.made_on,
            zone: cover.zone,
        },
        document_id: cover.document_id,
        method_set: facts.method_set.to_owned(),
        sample_label: cover.sample_label,
        data: PeriodAndData {
            since: facts.since_line.as_ref().map(|sentence| sentence.text.clone()),
            sentences: texts(&facts.coverage.sentences)
                .into_iter()
                .chain(facts.harder_days.iter().map(|found| found.sentence.text.clone()))
                .collect(),
            days: facts.coverage.strip.iter().map(|day| (day.day.date(), day_mark(day.mark))).collect(),
        },
        questions: facts.questions.clone(),
        goals: facts.goals.clone(),
        panels: facts.panels.iter().filter_map(panel).collect(),
        questionnaires: facts.questionnaires.iter().map(questionnaire).collect(),
        sessions: SessionTable {
            sentences: session_sentences(facts),
            rows: facts.sessions.rows.iter().map(row).collect(),
        },
        changes: facts
            .changes
            .iter()
            .chain(&facts.events)
            .map(change_line)
            .chain(facts.pauses.iter().map(|sentence| sentence.text.clone()))
            .chain(half_left_out(facts))
            .collect(),
        limits,
        left_out: left_out(facts),
        parts: [sessions::part(facts), context::part(facts), measures::part(facts), appendix::part(facts)]
            .into_iter()
            .flatten()
            .collect(),
        method_page: facts.method.iter().map(section).collect(),
    }
}

/// A column of words, its width in millimetres.
fn column(head: &'static str, width: u8) -> PlainColumn {
    PlainColumn { head: findings::text(head), width, figures: false }
}

/// A column of figures.
const fn figures(head: String, width: u8) -> PlainColumn {
    PlainColumn { head, width, figures: true }
}

fn dated(day: LogicalDate) -> String {
    findings::date(day)
}

/// The whole scale of a measure with its ends and its middle.
fn scale(measure: &findings::Measured) -> Option<Scale> {
    let (min, max) = (measure.scale_min, measure.scale_max);
    Scale::new(min, max, &[min, f64::midpoint(min, max), max])
}

const fn direction(direction: tidemark_model::Direction) -> Direction {
    match direction {
        tidemark_model::Direction::HigherWorse => Direction::HigherWorse,
        tidemark_model::Direction::HigherBetter => Direction::HigherBetter,
        tidemark_model::Direction::Neutral => Direction::Neutral,
    }
}

/// The blocks of page 1 that nothing is printed in because the person left them out.
fn left_out(facts: &ReportFacts) -> Vec<SummaryBlock> {
    let out = |section| facts.left_out.contains(&section);
    let blocks = [
        (out(ShareSection::Questions), SummaryBlock::Questions),
        (out(ShareSection::Goals), SummaryBlock::Goals),
        (out(ShareSection::Trends), SummaryBlock::Trends),
        (out(ShareSection::Questionnaires), SummaryBlock::Questionnaires),
        (out(ShareSection::Sessions), SummaryBlock::Sessions),
        (out(ShareSection::Medicines) && out(ShareSection::Events), SummaryBlock::Changes),
    ];
    blocks.into_iter().filter(|(out, _)| *out).map(|(_, block)| block).collect()
}

/// That one of medicines and events is left out, so that the other alone is not read as all there was.
fn half_left_out(facts: &ReportFacts) -> Option<String> {
    let out = |section| facts.left_out.contains(&section);
    match (out(ShareSection::Medicines), out(ShareSection::Events)) {
        (true, false) => Some(findings::text("report.left_out.medicines")),
        (false, true) => Some(findings::text("report.left_out.events")),
        _ => None,
    }
}

fn session_sentences(facts: &ReportFacts) -> Vec<String> {
    let mut said = texts(&facts.sessions.sentences);
    if !said.is_empty() && facts.left_out.contains(&ShareSection::Sessions) {
        said.push(findings::text("report.left_out.sessions"));
    }
    said
}

/// A change or an event with its number.
fn change_line(line: &findings::ChangeLine) -> String {
    format!("{} {}", line.label, line.sentence.text)
}

fn texts(sentences: &[Sentence]) -> Vec<String> {
    sentences.iter().map(|sentence| sentence.text.clone()).collect()
}

fn section(from: &findings::MethodSection) -> Section {
    Section { heading: from.heading.clone(), paragraphs: texts(&from.paragraphs) }
}

fn questionnaire(from: &findings::Questionnaire) -> QuestionnaireRow {
    let total = |one: &findings::DatedTotal| Total { date: one.day.date(), total: f64::from(one.total) };
    QuestionnaireRow {
        name: from.name.clone(),
        range: from.range.clone(),
        totals: from.totals.iter().map(total).collect(),
        change: from.change.map(f64::from),
    }
}

const fn day_mark(mark: findings::DayMark) -> DayMark {
    match mark {
        findings::DayMark::Full => DayMark::Full,
        findings::DayMark::Half => DayMark::Half,
        findings::DayMark::Ring => DayMark::Ring,
        findings::DayMark::Blank => DayMark::Blank,
    }
}

fn row(from: &findings::SessionRow) -> SessionRow {
    let change = from.change.as_ref().ok();
    // The column is headed "median"; where neighbouring sessions are alike it is the mean, and the row says so.
    let mean = change.is_some_and(|c| c.centre == Centre::Mean);
    SessionRow {
        measure: if mean { format!("{}, mean", from.row_label) } else { from.row_label.clone() },
        rated: from.n,
        before: from.before_median,
        after: from.after_median,
        change: change
            .map(|c| Change { median: c.estimate, interval: Some((c.interval.low, c.interval.high)) }),
        lower: from.counts.lower,
        same: from.counts.same,
        higher: from.counts.higher,
    }
}

fn panel(from: &findings::Panel) -> Option<TrendPanel> {
    let trend = &from.trend;
    let measure = &trend.measure;
    let level = trend.level.as_ref().map(|band| band.days.as_slice()).unwrap_or_default();
    let marker = |m: &findings::Marker| Marker { date: m.day.date(), label: m.label.clone() };
    Some(TrendPanel {
        measure: measure.label.clone(),
        direction: direction(measure.direction),
        scale: scale(measure)?,
        unit: (measure.unit == Unit::Hour).then(|| "h".to_owned()),
        period: Period::new(trend.period.from().date(), trend.period.to().date()),
        points: trend.points.iter().map(point).collect(),
        level: level
            .iter()
            .map(|day| LevelDay { date: day.day.date(), level: day.level, low: day.low, high: day.high })
            .collect(),
        weeks: trend.weeks.iter().map(week).collect(),
        sessions: from.sessions.iter().map(|day| day.date()).collect(),
        medicines: from.medicines.iter().map(marker).collect(),
        events: from.events.iter().map(marker).collect(),
        caption: from.caption.text.clone(),
        listed: from.listed.as_ref().map(|sentence| sentence.text.clone()),
        last_value: trend.last.map(|point| point.value),
    })
}

fn point(from: &findings::Point) -> Point {
    let mark = match from.mode {
        _ if from.proxy => EntryMark::Proxy,
        EntryMode::Live | EntryMode::Late { .. } => EntryMark::LiveOrLate,
        // When an imported row was written is not known; it is drawn like a later entry and says so on the method page.
        _ => EntryMark::Backfill,
    };
    Point { date: from.day.date(), value: from.value, mark }
}

fn week(from: &findings::Week) -> Week {
    // The mark stands in the middle of its week.
    let middle =
        from.from.plus_days((from.to.day_number() - from.from.day_number()) / 2).unwrap_or(from.from);
    Week { date: middle.date(), median: from.median, q1: from.q1, q3: from.q3, n: from.n }
}
