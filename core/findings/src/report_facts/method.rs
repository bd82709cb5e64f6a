//! The page on methods: what the words mean, which methods were used, and the footnotes that apply to this report.

use serde::Serialize;

use crate::wording::{Phrase, text};
use crate::{Centre, Coverage, Questionnaire, Sentence, SessionChange, Trend};

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
    questionnaires: &[Questionnaire],
    planned: bool,
) -> Vec<MethodSection> {
    let changes = || around.iter().filter_map(|finding| finding.change.as_ref().ok());
    let rated = around.iter().any(|finding| finding.n > 0);
    let left_out = around.iter().any(|finding| finding.left_out.total() > 0);
    let drift = trends.iter().any(|trend| trend.drift.is_ok());
    let level = trends.iter().any(|trend| trend.level.is_ok());
    let weekly = trends.iter().any(|trend| !trend.weeks.is_empty());
    let selection = around.iter().any(|finding| finding.selection.is_some());
    let median = changes().any(|change| change.centre == Centre::Median);
    let mean = changes().any(|change| change.centre == Centre::Mean);
    let published = [text("label.questionnaire.phq_9"), text("label.questionnaire.gad_7")];
    let published = questionnaires.iter().any(|found| published.contains(&found.name));
    let lines = questionnaires.iter().any(|found| !found.cut_points.is_empty());
    let apart = trends.iter().any(|trend| trend.proxy > 0 || trend.entry_modes.imported > 0);
    let used = vec![
        (true, "method.median"),
        (level, "method.level"),
        (weekly, "method.week"),
        (drift, "method.drift"),
        (harder_days, "method.harder_days"),
        (median, "method.change_median"),
        (mean, "method.change_mean"),
        (selection, "method.selection"),
        (planned, "method.planned"),
    ];
    let references = vec![
        (level, "method.reference.level"),
        (drift, "method.reference.drift"),
        (harder_days, "method.reference.harder_days"),
        (median, "method.reference.change_median"),
        (mean, "method.reference.change_mean"),
        (selection, "method.reference.selection"),
        (published, "method.reference.questionnaire"),
        (lines, "method.reference.cut_points"),
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
        (published, "footnote.questionnaire"),
        (lines, "footnote.cut_points"),
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
        section("method.heading.references", said(references)),
    ]
    .into_iter()
    .filter(|section| !section.paragraphs.is_empty())
    .collect()
}

fn said(notes: Vec<(bool, &'static str)>) -> Vec<Sentence> {
    notes.into_iter().filter(|(applies, _)| *applies).map(|(_, id)| Phrase::new(id).say()).collect()
}
