//! Questionnaire totals: numbers and dates, no item texts.

use chrono::NaiveDate;

/// One questionnaire.
#[derive(Clone, Debug, PartialEq)]
pub struct QuestionnaireRow {
    /// Name, such as `PHQ-9`.
    pub name: String,
    /// Range and direction, such as `0–27, higher = worse`.
    pub range: String,
    /// Totals, oldest first; the last four are printed.
    pub totals: Vec<Total>,
    /// Change since the first total of the period.
    pub change: Option<f64>,
}

/// One dated total.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Total {
    /// Day it was filled in.
    pub date: NaiveDate,
    /// Total.
    pub total: f64,
}
