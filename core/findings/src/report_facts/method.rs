//! The page on methods: what the words mean, which methods were used, and the footnotes that apply to this report.

use serde::Serialize;

use crate::wording::{Phrase, text};
use crate::{Centre, Coverage, Sentence, SessionChange, Trend};

/// A heading with its paragraphs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MethodSection {
    /// Heading, one line.
    pub heading: String,
    /// Paragraphs, in order.
    pub paragraphs: Vec<Sentence>,
}

/// Methods used, and footnotes F1 to F8 as far as they apply.
pub(crate) fn sections(
    coverage: &Coverage,
    trends: &[Trend],
    around: &[SessionChange],
    harder_days: bool,
) -> Vec<MethodSection> {
    let changes = || around.iter().filter_map(|finding| finding.change.as_ref().ok());
    let rated = around.iter().any(|finding| finding.n > 0);
    let left_out = around.iter().any(|finding| finding.left_out.total() > 0);
    let drift = trends.iter().any(|trend| trend.drift.is_ok());
    let level = trends.iter().any(|trend| trend.level.is_ok());
    let weekly = trends.iter().any(|trend| !trend.weeks.is_empty());
    let apart = trends.iter().any(|trend| trend.proxy > 0 || trend.entry_modes.imported > 0);
    let used = vec![
        (true, "method.median"),
        (level, "method.level"),
        (weekly, "method.week"),
        (drift, "method.drift"),
        (harder_days, "method.harder_days"),
        (changes().any(|change| change.centre == Centre::Median), "method.change_median"),
        (changes().any(|change| change.centre == Centre::Mean), "method.change_mean"),
    ];
    let notes = vec![
        (true, "footnote.f1"),
        (true, "footnote.f2"),
        (rated || left_out, "footnote.f3"),
        (rated, "footnote.f4"),
        (changes().next().is_some() || drift || level, "footnote.f5"),
        (rated, "footnote.f6"),
        (trends.iter().any(|trend| !trend.scale_breaks.is_empty()), "footnote.f7"),
        (apart || coverage.proxy > 0 || coverage.imported > 0, "footnote.f8"),
    ];
    let mut dropped: Vec<Sentence> = Vec::new();
    for finding in around.iter().filter(|finding| finding.left_out.total() > 0) {
        dropped
            .extend(finding.sentences.iter().filter(|s| s.id == "sentence.session_change.left_out").cloned());
    }
    let section = |heading: &'static str, paragraphs: Vec<Sentence>| MethodSection {
        heading: text(heading),
        paragraphs,
    };
    [
        section("method.heading.methods", said(used)),
        section("method.heading.left_out", dropped),
        section("method.heading.notes", said(notes)),
    ]
    .into_iter()
    .filter(|section| !section.paragraphs.is_empty())
    .collect()
}

fn said(notes: Vec<(bool, &'static str)>) -> Vec<Sentence> {
    notes.into_iter().filter(|(applies, _)| *applies).map(|(_, id)| Phrase::new(id).say()).collect()
}
