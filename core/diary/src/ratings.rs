//! What does a table of ratings say that left a diary as a file? The trends of it, without the diary and without a key.
//!
//! For whoever holds the exports of many people. The rules are those of [`Diary::trends`](crate::Diary::trends), and so are
//! the figures: a test holds both equal. A table with a row that cannot be read gets no figures.

use tidemark_exchange::csv;
use tidemark_findings::{Trend, trends};
use tidemark_model::Period;

use crate::{Asked, DiaryError, Span};

/// Trends of all measures rated in a table as [`csv::ratings`] reads it. An open end of `span` is the first or last day of
/// its rows; a diary also counts days with words alone, which are not in the table.
///
/// # Errors
/// [`DiaryError::ImportFile`] for a text that is no such table, [`DiaryError::ImportRows`] when a row cannot be taken,
/// [`DiaryError::Invalid`] when the span ends before it starts.
pub fn trends_of_ratings(table: &str, span: Span) -> Result<Asked<Trend>, DiaryError> {
    let ratings = csv::ratings(table).map_err(DiaryError::ImportFile)?;
    if let Some(first) = ratings.rejected.first() {
        return Err(DiaryError::ImportRows {
            total: ratings.rejected_rows,
            first: Box::new(first.clone()),
            rows: ratings.rejected,
        });
    }
    let (from, to) = (span.from.or(ratings.days.map(Period::from)), span.to.or(ratings.days.map(Period::to)));
    let Some((from, to)) = from.zip(to) else {
        return Ok(Asked { period: None, answers: Vec::new() });
    };
    let period = Period::new(from, to)?;
    Ok(Asked { period: Some(period), answers: trends(&ratings.records, period) })
}
