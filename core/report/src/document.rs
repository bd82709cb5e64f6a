//! What the report says: plain owned data, in the order a reader meets it.
//!
//! Whoever builds a [`Report`] decides every word and every number. The document computes nothing and the renderers
//! add nothing but layout, fixed headings and the formatting of dates and numbers. Texts may hold any character and any
//! length: a renderer replaces what it cannot print, lists it, and shortens what does not fit.

mod data;
mod dumbbell;
mod part;
mod questionnaire;
mod sessions;
mod timeline;
mod totals;
mod trend;

pub use data::{DayMark, Period, PeriodAndData};
pub use dumbbell::{Dumbbell, DumbbellRow};
pub use part::{Content, Part, PlainColumn, PlainTable};
pub use questionnaire::{QuestionnaireRow, Total};
pub use sessions::{Change, SessionRow, SessionTable};
pub use timeline::{DoseStretch, EventSpan, MedicineLane, PracticeLane, Timeline};
pub use totals::TotalsChart;
pub use trend::{Direction, EntryMark, LevelDay, Marker, Point, Scale, TrendPanel, Week};

use chrono::NaiveDate;

/// One report: page 1 as a summary complete in itself, then method and limits.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// Sheet it is printed on; both have the same layout and the same page breaks.
    pub paper: Paper,
    /// Who, when, and which period.
    pub header: Header,
    /// Identifier printed in the footer and stored in the file, such as the digest of the facts shown.
    pub document_id: String,
    /// Name of the set of statistical methods behind the numbers, such as `methods 1`.
    pub method_set: String,
    /// Text in the header of a made-up diary, such as `sample data, not a person`.
    pub sample_label: Option<String>,
    /// How complete the records are.
    pub data: PeriodAndData,
    /// Questions in the person's words.
    pub questions: Vec<String>,
    /// Goals in the person's words.
    pub goals: Vec<String>,
    /// Up to four trends are on page 1; further ones follow on later pages.
    pub panels: Vec<TrendPanel>,
    /// Questionnaire totals, one row per questionnaire.
    pub questionnaires: Vec<QuestionnaireRow>,
    /// Ratings before and after massage sessions.
    pub sessions: SessionTable,
    /// Changes of medicines, then events: one sentence each.
    pub changes: Vec<String>,
    /// Sentences of the box "How to read this page", printed as one paragraph; about 440 characters fit for sure.
    pub limits: Vec<String>,
    /// Blocks of page 1 that the person left out; each says so in place of its content.
    pub left_out: Vec<SummaryBlock>,
    /// Further pages, between page 1 and the method page.
    pub parts: Vec<Part>,
    /// Method and limits, on the last pages.
    pub method_page: Vec<Section>,
}

/// A block of page 1 that may be left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SummaryBlock {
    /// Questions in the person's words.
    Questions,
    /// Goals in the person's words.
    Goals,
    /// Trends.
    Trends,
    /// Totals of questionnaires.
    Questionnaires,
    /// Ratings around sessions.
    Sessions,
    /// Medicines and events.
    Changes,
}

/// Size of the sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// 210 × 297 mm.
    A4,
    /// 8.5 × 11 in.
    Letter,
}

/// What stands at the top of each page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// Title of the document; also the title stored in the file, so it holds no name.
    pub title: String,
    /// Name to print; `None` prints "name withheld".
    pub person: Option<String>,
    /// First and last day the report covers.
    pub period: Period,
    /// Day it was made, in `zone`.
    pub made_on: NaiveDate,
    /// Time zone of `made_on`, such as `Europe/Berlin`.
    pub zone: String,
}

/// A heading with its paragraphs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    /// Heading, one line.
    pub heading: String,
    /// Paragraphs in order.
    pub paragraphs: Vec<String>,
}
