//! Writing what leaves the diary: the report as PDF, the CSV folder. Whole files or none.

use std::path::Path;

use sha2::{Digest, Sha256};
use tidemark_exchange::csv::CsvOptions;
use tidemark_findings::{Included, facts};
use tidemark_model::{LogicalDate, Period, ShortText};
use tidemark_report::{Cover, assemble, pdf};
use tidemark_store::write_beside;

pub use tidemark_report::document::Paper;

use crate::{Diary, DiaryError, Span};

/// Choices for a report.
#[derive(Clone, Debug)]
pub struct ReportOptions {
    /// Days it covers.
    pub period: Period,
    /// Day it is made.
    pub made_on: LogicalDate,
    /// Zone of that day, as printed.
    pub zone: String,
    /// Sheet.
    pub paper: Paper,
    /// Name to print; withheld when none.
    pub name: Option<ShortText>,
    /// What is ticked for this report alone.
    pub included: Included,
}

/// What a report turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportWritten {
    /// Pages.
    pub pages: u32,
    /// Bytes.
    pub bytes: u64,
    /// Characters the font has no shape for, replaced on the page, with how often.
    pub replaced: Vec<(char, u32)>,
}

impl Diary {
    /// Writes the clinician's report as a tagged PDF; the same diary and options give the same bytes.
    ///
    /// # Errors
    /// [`DiaryError::OutputNotWritten`]; then no partial file is left and a file that was there stays.
    pub fn write_pdf(&self, path: &Path, options: &ReportOptions) -> Result<ReportWritten, DiaryError> {
        let made = self.pdf(options).map_err(|error| match error {
            Made::Diary(error) => error,
            Made::Report(error) => DiaryError::report(path, error),
        })?;
        write_output(path, &made.bytes)?;
        Ok(ReportWritten {
            pages: made.pages,
            bytes: u64::try_from(made.bytes.len()).unwrap_or(u64::MAX),
            replaced: made.replaced.iter().map(|r| (r.char, r.count)).collect(),
        })
    }

    fn pdf(&self, options: &ReportOptions) -> Result<tidemark_report::PdfFile, Made> {
        let records = self.store.records(None).map_err(|e| Made::Diary(e.into()))?;
        let facts = facts(&records, options.period, options.made_on, options.included);
        let cover = Cover {
            paper: options.paper,
            person: options.name.as_ref().map(|name| name.as_str().to_owned()),
            made_on: options.made_on.date(),
            zone: options.zone.clone(),
            document_id: document_id(&facts),
            sample_label: self.sample_label().map(str::to_owned),
        };
        pdf(&assemble(&facts, cover)).map_err(Made::Report)
    }

    /// Writes the tables of a span of days, as CSV or JSON Lines: to a zip archive where the name ends in `.zip`, else to a
    /// folder. An existing folder is replaced only when it is a former export.
    ///
    /// # Errors
    /// [`DiaryError::OutputNotWritten`]; then nothing partial is left.
    pub fn write_csv(
        &self,
        folder: &Path,
        span: Span,
        options: &CsvOptions,
    ) -> Result<Vec<(String, u64)>, DiaryError> {
        let records = self.records(span)?;
        if folder.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("zip")) {
            let (bytes, written) = tidemark_exchange::csv::zip(&records, options)
                .map_err(|error| DiaryError::export(folder, error))?;
            write_output(folder, &bytes)?;
            return Ok(written.files);
        }
        let written = tidemark_exchange::csv::write(&records, options, folder)
            .map_err(|error| DiaryError::export(folder, error))?;
        Ok(written.files)
    }
}

/// Writes a file whole or not at all.
///
/// # Errors
/// [`DiaryError::OutputNotWritten`], [`DiaryError::StorageFull`].
pub fn write_output(path: &Path, bytes: &[u8]) -> Result<(), DiaryError> {
    Ok(write_beside(path, bytes)?)
}

enum Made {
    Diary(DiaryError),
    Report(tidemark_report::ReportError),
}

/// Twelve hexadecimal digits of the SHA-256 of the facts shown: two reports with the same id say the same.
fn document_id(facts: &tidemark_findings::ReportFacts) -> String {
    let json = serde_json::to_vec(facts).unwrap_or_default();
    let digest = Sha256::digest(&json);
    let bytes: [u8; 8] = std::array::from_fn(|at| digest.get(at).copied().unwrap_or(0));
    format!("{:012x}", u64::from_be_bytes(bytes) >> 16)
}
