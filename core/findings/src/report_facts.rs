//! What does page 1 of the report say? Everything on it as facts and sentences, and what the person wrote for it; layout
//! and the headings of the page are the report's.
//!
//! Refuses to rank measures by what they show: panels and rows are chosen by a fixed order and by how many values
//! there are, before any value is looked at.

mod by_style;
mod daily_table;
mod distress_entry;
mod event;
mod included;
mod item_scores;
mod medicine;
mod medicine_lane;
mod method;
mod note_line;
mod own_words;
mod panel;
pub(crate) mod pauses;
mod plan;
mod practice_lane;
mod preset;
mod questionnaire;
mod session_block;
mod session_log;
mod unwanted;

pub use by_style::{ByStyle, Figures, StyleLine};
pub use daily_table::{DailyLine, DailyTable, DailyValue};
pub use distress_entry::DistressLine;
pub use event::EventSpan;
pub use included::{AroundSessions, Included};
pub use item_scores::{ItemScores, ScoredItems};
pub use medicine::ChangeLine;
pub use medicine_lane::{DoseStretch, MedicineLane};
pub use method::MethodSection;
pub use note_line::{NoteLine, notes_to_tick};
pub use own_words::report_goals;
pub use panel::{Column, Marker, Panel};
pub(crate) use plan::plan_on;
pub use plan::{AdjustmentLine, PlanBlock, PlanInForce, PlanLine};
pub use practice_lane::PracticeLane;
pub use preset::Preset;
pub use questionnaire::{DatedTotal, Questionnaire};
pub use session_block::{SessionBlock, SessionRow};
pub use session_log::{RatedAround, SessionLine, SessionLog};
pub use unwanted::UnwantedLine;

use serde::Serialize;
use tidemark_model::{LogicalDate, Period, Records, ShareSection};

use crate::wording::Phrase;
use crate::{
    Coverage, HarderDays, Sentence, Trend, coverage, harder_days, iso, main_measure, number, previous_visit,
    session_changes, trends,
};

/// Name of the set of methods behind the numbers of a report; it changes with any of them.
const METHOD_SET: &str = "methods 2";

/// Everything that page 1 of a report says, and the methods behind it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ReportFacts {
    /// The days the report covers.
    #[serde(serialize_with = "iso::period")]
    pub period: Period,
    /// The day the findings were computed for.
    #[serde(serialize_with = "iso::day")]
    pub as_of: LogicalDate,
    /// The visit that closed the period before, if any.
    #[serde(serialize_with = "iso::some_day")]
    pub since_visit: Option<LogicalDate>,
    /// Sections that the person left out of this report.
    #[serde(skip_serializing_if = "Vec::is_empty", serialize_with = "iso::sections")]
    pub left_out: Vec<ShareSection>,
    /// The period with its number of days, such as `12 Sep – 23 Nov 2026 (73 days)`.
    pub period_line: Sentence,
    /// What the period follows, such as `since the visit of 11 Sep 2026`.
    pub since_line: Option<Sentence>,
    /// How complete the records are.
    pub coverage: Coverage,
    /// Whether days after harder days of the main measure have values more or less often.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub harder_days: Option<HarderDays>,
    /// Questions for the visits of the period and those to come, in the person's words.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<String>,
    /// Goals in the person's words.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub goals: Vec<String>,
    /// Totals of questionnaires.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub questionnaires: Vec<Questionnaire>,
    /// Up to four trends for page 1: first of the left column, first of the right, second left, second right.
    pub panels: Vec<Panel>,
    /// Trends of the remaining measures, in the measures' order.
    pub more_panels: Vec<Panel>,
    /// Ratings around sessions.
    pub sessions: SessionBlock,
    /// Sessions one by one; none when none was written down.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub session_log: Option<SessionLog>,
    /// Sessions by style; none when none took place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by_style: Option<ByStyle>,
    /// Every daily value, when ticked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub daily: Option<DailyTable>,
    /// Notes in the person's words, those that are ticked.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<NoteLine>,
    /// Medicine changes M1, M2, … in order of date.
    pub changes: Vec<ChangeLine>,
    /// Events E1, E2, … in order of date.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<ChangeLine>,
    /// Medicines over the days of the period, one lane each.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub medicine_lanes: Vec<MedicineLane>,
    /// Practices over the days of the period, one lane for each kind that occurs.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub practice_lanes: Vec<PracticeLane>,
    /// The days of the events, with their numbers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub event_spans: Vec<EventSpan>,
    /// The plan of sessions; none when there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plan: Option<PlanBlock>,
    /// Unwanted effects of sessions, one by one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unwanted: Vec<UnwantedLine>,
    /// Scores of numbered items of questionnaires, when ticked.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub item_scores: Vec<ItemScores>,
    /// Distress entries, when ticked.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub distress: Vec<DistressLine>,
    /// How many sessions were paused or ended early, when that was ticked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pauses: Option<Sentence>,
    /// The box "How to read this page".
    pub limits: Vec<Sentence>,
    /// Parts of the footer, in order.
    pub footer: Vec<Sentence>,
    /// The page on methods: definitions, methods, footnotes that apply.
    pub method: Vec<MethodSection>,
    /// Name of the set of methods.
    pub method_set: &'static str,
}

/// What a report over `period` says, as of a day.
#[must_use]
pub fn facts(records: &Records, period: Period, as_of: LogicalDate, included: &Included) -> ReportFacts {
    let all = records;
    // From here on what is not ticked is not there.
    let kept = included.of(all);
    let records = &*kept;
    let coverage = coverage(records, period);
    let mut trends = if included.trends || included.daily { trends(records, period) } else { Vec::new() };
    let daily = included.daily.then(|| daily_table::table(&trends)).flatten();
    if !included.trends {
        trends.clear();
    }
    let mut around = session_changes(records, period);
    if !included.trends {
        around.iter_mut().for_each(session_block::without_daily_ratings);
    }
    let changes = medicine::changes(records, period);
    let harder_days = main_measure(records)
        .filter(|_| included.trends)
        .and_then(|measure| harder_days(records, measure, period));
    let questionnaires = questionnaire::questionnaires(records, period, included.cut_points);
    let plan = plan::block(records, period, as_of);
    let counted = plan.as_ref().is_some_and(|plan| !plan.held.is_empty());
    let method =
        method::sections(&coverage, &trends, &around, harder_days.is_some(), &questionnaires, counted);
    let events = event::events(records, period);
    let (panels, more_panels) = panel::panels(trends, records, period, &changes, &events);
    let since_visit = previous_visit(records, period);
    let session_log = session_log::log(records, period, &around, included.distress);
    let by_style = by_style::by_style(records, period, &around);
    let mut sessions = session_block::block(records, around);
    if !included.sessions {
        sessions.sentences.clear();
    }
    // Effects are counted over the sessions even where nothing else is said of them.
    let of_sessions = if included.sessions { records } else { all };
    if included.unwanted {
        sessions.sentences.extend(unwanted::sentence(of_sessions, period));
    }
    ReportFacts {
        period,
        as_of,
        since_visit,
        left_out: included.left_out(),
        period_line: Phrase::new("period.line").days("dates", period).count("days", period.days()).say(),
        since_line: since_visit.map(|day| {
            Phrase::new("period.since_visit").words("date", number::date_beside(day, period)).say()
        }),
        coverage,
        harder_days,
        questions: own_words::questions(records, period),
        goals: own_words::goals(records, period),
        questionnaires,
        panels,
        more_panels,
        sessions,
        session_log,
        by_style,
        daily,
        notes: if included.any_notes() { note_line::notes(records, period) } else { Vec::new() },
        changes,
        events,
        medicine_lanes: medicine_lane::lanes(records, period, as_of),
        // Check-ins stay for the count of days, and with them their chips.
        practice_lanes: if included.practices { practice_lane::lanes(records, period) } else { Vec::new() },
        event_spans: event::spans(records, period),
        plan,
        unwanted: if included.unwanted { unwanted::lines(of_sessions, period) } else { Vec::new() },
        item_scores: if included.items { item_scores::item_scores(records, period) } else { vec![] },
        distress: if included.distress { distress_entry::lines(records, period) } else { vec![] },
        pauses: included.distress.then(|| pauses::sentence(records, period)).flatten(),
        limits: fixed(&[
            "limits.self_entered",
            "limits.together",
            "limits.resting",
            "limits.missing",
            "limits.complements",
        ]),
        footer: fixed(&["footer.self_recorded", "footer.not_clinical", "footer.not_monitored"]),
        method,
        method_set: METHOD_SET,
    }
}

fn fixed(ids: &[&'static str]) -> Vec<Sentence> {
    ids.iter().map(|id| Phrase::new(id).say()).collect()
}

/// Whether a trend has a value of the person's own to show.
fn has_values(trend: &Trend) -> bool {
    trend.n > 0
}
