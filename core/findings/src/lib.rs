//! Asks the statistics about a diary and answers in sentences.
//!
//! Every finding carries its facts, how many records they rest on, the days they cover, the interval, the method and
//! what limits the reading; its sentences come from one catalogue, `text/en.toml`. What cannot be said is a
//! [`Silence`] with its reason, never a zero. Nothing here reads a clock: the period and the day are arguments, and the
//! order of the records changes nothing.
//!
//! | function | question it answers |
//! |---|---|
//! | [`coverage`] | how complete are the records? |
//! | [`harder_days`] | are days after harder days written down less often? |
//! | [`trend`] | where is a measure lately, and does it drift? |
//! | [`session_change`] | how do ratings right after a session differ from those before? |
//! | [`selection`] | were sessions picked on hard days? |
//! | [`days_after`] | do days or nights after sessions differ from comparable ones? |
//! | [`cards`] | what is worth showing this week? |
//! | [`dose_periods`] | over which days was which dose of a medicine taken? |
//! | [`plan_calendar`] | what stands around sessions on the days of the plan? |
//! | [`summary`] | the three sentences that come first |
//! | [`report_period`], [`facts`] | what does page 1 of the report say, about which days? |
//!
//! Numbers come from [`stats`], which is proved against outside programs; the tests here prove which records reach
//! it and when nothing is said.

mod apart;
mod cards;
mod catalogue;
mod caution;
mod centre;
mod compare;
mod coverage;
mod days_after;
mod dose_near;
mod dose_period;
mod harder_days;
mod held;
mod interval;
mod iso;
mod measured;
mod names;
mod number;
mod often_paused;
mod plan_calendar;
mod report_facts;
mod report_period;
mod selection;
mod session_change;
mod session_days;
mod share_section;
mod silence;
mod summary;
mod trend;
mod version;
mod wording;

pub use cards::{Card, CardWeek, Hidden, Question, Shown, cards};
#[cfg(feature = "pseudo-locale")]
pub use catalogue::pseudo;
pub use catalogue::{Message, messages};
pub use caution::Caution;
pub use compare::{Comparison, Factor, KindOfSession, Outcome};
pub use coverage::{Coverage, DayMark, DayStrip, Gap, coverage};
pub use days_after::{After, DaysAfter, days_after};
pub use dose_period::{DosePeriod, Standing, dose_periods};
pub use harder_days::{HarderDays, harder_days};
pub use interval::{Interval, Method};
pub use measured::Measured;
pub use names::{frequency_words, pressure_words, style_name, unwanted_name};
pub use number::{date, date_range, level};
pub use plan_calendar::{
    MOST_PLAN_DAYS, PlanDay, PlanEntry, PlanLane, kept_apart, plan_calendar, plan_calendar_reach,
};
pub use report_facts::{
    AdjustmentLine, AroundSessions, ByStyle, ChangeLine, Column, DailyLine, DailyTable, DailyValue,
    DatedTotal, DistressLine, DoseStretch, EventSpan, Figures, Included, ItemScores, Marker, MedicineLane,
    MethodSection, NoteLine, Panel, PlanBlock, PlanInForce, PlanLine, PracticeLane, Preset, Questionnaire,
    RatedAround, ReportFacts, ScoredItems, SessionBlock, SessionLine, SessionLog, SessionRow, StyleLine,
    UnwantedLine, facts, notes_to_tick, report_goals,
};
pub use report_period::{previous_visit, report_period};
pub use selection::{Selection, selection};
pub use session_change::{
    Centre, Change, Detail, Difference, FollowUp, LeftOut, MoreSessions, Pair, SessionChange, SignCounts,
    StyleChange, session_change, session_changes,
};
pub use share_section::{left_name, section_name, what_leaves};
pub use silence::Silence;
pub use summary::{main_measure, summary};
pub use tidemark_stats as stats;
pub use trend::{
    Drift, DriftCheck, EntryModes, LevelBand, LevelDay, Point, ScaleBreak, Trend, Week, Window, trend, trends,
};
pub use wording::{Sentence, say, text};
