//! The session table of page 1: up to four measures, and what is said above it.

use std::cmp::Reverse;

use serde::Serialize;
use tidemark_model::Records;

use crate::wording::Phrase;
use crate::{Change, Measured, Sentence, SessionChange, SignCounts, Silence, iso, main_measure};

/// Rows of the table on page 1.
const ROWS: usize = 4;

/// Ratings around sessions, as page 1 shows them.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SessionBlock {
    /// What is said above the table: the main measure's sentences, and unwanted effects that were noted.
    pub sentences: Vec<Sentence>,
    /// Up to four measures, in the measures' order.
    pub rows: Vec<SessionRow>,
    /// The findings behind all measures rated around sessions, for the pages after.
    pub findings: Vec<SessionChange>,
}

/// One measure of the table.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SessionRow {
    /// What was rated.
    #[serde(flatten)]
    pub measure: Measured,
    /// The measure with its direction, such as `Stress (higher = worse)`.
    pub row_label: String,
    /// Pairs that count.
    pub n: u32,
    /// Median before.
    pub before_median: Option<f64>,
    /// Median after.
    pub after_median: Option<f64>,
    /// Change with its 95 % interval, or why there is none.
    #[serde(serialize_with = "iso::figure")]
    pub change: Result<Change, Silence>,
    /// How many ratings were lower, the same and higher after.
    pub counts: SignCounts,
}

/// The table of the measures with the most pairs, and the sentences of the main one.
pub(crate) fn block(records: &Records, findings: Vec<SessionChange>) -> SessionBlock {
    let main = main_measure(records).map(tidemark_model::Measure::id);
    let said = findings.iter().find(|f| Some(&f.measure.id) == main && f.n > 0);
    let sentences = match said.or_else(|| findings.iter().find(|finding| finding.n > 0)) {
        Some(finding) => finding.sentences.clone(),
        None => vec![Phrase::new("sentence.session_change.no_pairs").say()],
    };
    let mut most: Vec<(Reverse<u32>, usize)> = findings
        .iter()
        .enumerate()
        .filter(|(_, finding)| finding.n > 0)
        .map(|(at, finding)| (Reverse(finding.n), at))
        .collect();
    most.sort_unstable();
    let mut places: Vec<usize> = most.into_iter().take(ROWS).map(|(_, at)| at).collect();
    places.sort_unstable();
    let rows = places.into_iter().filter_map(|at| findings.get(at)).map(row).collect();
    SessionBlock { sentences, rows, findings }
}

/// Takes out what the daily ratings say about the days before sessions, where no trend is to be said.
pub(crate) fn without_daily_ratings(finding: &mut SessionChange) {
    const OF_DAYS: [&str; 4] = [
        "sentence.selection.alike",
        "sentence.selection.above",
        "sentence.selection.below",
        "silence.selection",
    ];
    finding.selection = None;
    finding.sentences.retain(|sentence| !OF_DAYS.contains(&sentence.id));
}

fn row(finding: &SessionChange) -> SessionRow {
    let row_label = Phrase::new("label.measure_direction")
        .words("measure", &finding.measure.label)
        .words("direction", finding.measure.direction_label())
        .say()
        .text;
    SessionRow {
        measure: finding.measure.clone(),
        row_label,
        n: finding.n,
        before_median: finding.before_median,
        after_median: finding.after_median,
        change: finding.change.clone(),
        counts: finding.counts,
    }
}
