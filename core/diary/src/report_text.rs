//! The report as plain text for a portal message, to a file or to whoever shows it. That it left is noted.

use std::path::Path;

use tidemark_findings::facts;
use tidemark_model::{Moment, ShareLog, ShareSection, Shared};
use tidemark_report::text;

use crate::notes::{counted, ticked_notes};
use crate::share_log::{digest, of_report};
use crate::{Diary, DiaryError, ReportOptions, write_output};

impl Diary {
    /// The report as plain text of at most 1,500 characters (Unicode scalar values); the same diary and options give the same
    /// text. It holds no name. That it left, to be shown, is noted at `now`.
    ///
    /// # Errors
    /// [`DiaryError::StoreDamaged`], [`DiaryError::UnknownNote`], [`DiaryError::NotNoted`].
    pub fn report_text(&mut self, options: &ReportOptions, now: Moment) -> Result<String, DiaryError> {
        let text = self.text(options)?;
        self.note_left(Path::new("-"), of_text(options, &text), None, now)?;
        Ok(text)
    }

    /// Writes the text of [`Self::report_text`] to a file; returns how many characters it has.
    ///
    /// # Errors
    /// [`DiaryError::OutputNotWritten`]; then no partial file is left and a file that was there stays.
    /// [`DiaryError::NotNoted`].
    pub fn write_text(
        &mut self,
        path: &Path,
        options: &ReportOptions,
        now: Moment,
    ) -> Result<usize, DiaryError> {
        let text = self.text(options)?;
        write_output(path, text.as_bytes())?;
        self.note_left(path, of_text(options, &text), None, now)?;
        Ok(text.chars().count())
    }

    fn text(&self, options: &ReportOptions) -> Result<String, DiaryError> {
        let records = self.store.records(None)?;
        // No note is in the text; asked for one that is not there, it is refused all the same.
        ticked_notes(&records, options)?;
        let facts = facts(&records, options.period, options.made_on, &options.included);
        Ok(text(&facts, self.sample_label()))
    }
}

impl ReportOptions {
    /// What leaves with the text: of what is ticked, the sections that a text has.
    #[must_use]
    pub fn leaves_as_text(&self) -> Vec<ShareSection> {
        let mut sections = self.leaves();
        sections.retain(|section| {
            matches!(
                section,
                ShareSection::Trends
                    | ShareSection::Sessions
                    | ShareSection::Questionnaires
                    | ShareSection::Medicines
                    | ShareSection::UnwantedEffects
                    | ShareSection::Questions
            )
        });
        sections
    }
}

/// What the text is noted as.
fn of_text(options: &ReportOptions, text: &str) -> ShareLog {
    let sections = counted(options.leaves_as_text(), None);
    ShareLog { what: Shared::ReportText, sections, ..of_report(options, None, digest(text.as_bytes())) }
}
