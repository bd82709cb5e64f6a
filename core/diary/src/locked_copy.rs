//! A copy of the report's PDF that opens only with a password. The plain PDF stays what it is; that the copy left is noted.

use std::path::Path;

use tidemark_model::Moment;
use tidemark_report::{CopyPassword, locked};

use crate::share_log::{digest, of_report};
use crate::{Diary, DiaryError, ReportOptions, ReportWritten, write_output};

impl Diary {
    /// Writes the clinician's report as a PDF that `password` opens (AES-256). Two copies never have the same bytes.
    ///
    /// # Errors
    /// [`DiaryError::OutputNotWritten`]; then no partial file is left and a file that was there stays.
    /// [`DiaryError::NotNoted`].
    pub fn write_locked_copy(
        &mut self,
        path: &Path,
        options: &ReportOptions,
        password: &CopyPassword,
        now: Moment,
    ) -> Result<ReportWritten, DiaryError> {
        let (made, some) = self.report_pdf(path, options)?;
        let bytes = locked(&made.bytes, password, self.shell.entropy.as_mut())
            .map_err(|error| DiaryError::report(path, error))?;
        write_output(path, &bytes)?;
        self.note_left(path, of_report(options, some, digest(&bytes)), None, now)?;
        Ok(ReportWritten {
            bytes: u64::try_from(bytes.len()).unwrap_or(u64::MAX),
            ..ReportWritten::of(&made)
        })
    }
}
