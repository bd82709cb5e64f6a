//! The totals of one questionnaire over the period, as stems with their numbers.

use super::{Period, Scale, Total};

/// One questionnaire over the period.
///
/// # Shape
/// Totals need no order; what lies outside the period or is not a finite number is not drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct TotalsChart {
    /// Its name, such as `PHQ-9`.
    pub name: String,
    /// Range and direction, such as `0–27, higher = worse`.
    pub range: String,
    /// The y axis, always the whole range.
    pub scale: Scale,
    /// The x axis.
    pub period: Period,
    /// The totals.
    pub totals: Vec<Total>,
    /// Published cut-points, dotted with the number only; empty unless ticked.
    pub cut_points: Vec<f64>,
    /// Sentence under the chart.
    pub caption: String,
}
