//! Panics on purpose, for the test that shows what an app sees of one: an internal error, and a diary that goes on.
//!
//! Only with the feature `planted-panic`, which no shipped library has; `tests/kotlin/run` looks for it in the library without.

use std::sync::PoisonError;

use tidemark::model::{Instant, Moment, RecordedBy, UtcOffset};
use tidemark::{ApplyImport, Deleted};

use crate::import::PendingImport;
use crate::{DiaryError, OpenDiary};

/// 2026-11-24T20:04Z.
const NOW_MS: i64 = 1_795_550_640_000;

#[uniffi::export]
#[expect(clippy::panic, reason = "planted: a panic is what these are for")]
impl OpenDiary {
    /// Panics while the diary is in its hands.
    ///
    /// # Errors
    /// `Shut`.
    ///
    /// # Panics
    /// Otherwise always.
    pub fn planted_panic(&self) -> Result<(), DiaryError> {
        self.with(|_| panic!("planted"))
    }

    /// Applies an import and panics at its first news of progress, within the transaction.
    ///
    /// # Errors
    /// `Shut`, `StorageFull` and what else comes before the first news.
    ///
    /// # Panics
    /// Otherwise always.
    pub fn planted_panic_in_import(&self, pending: &PendingImport) -> Result<(), DiaryError> {
        let import = pending.0.lock().unwrap_or_else(PoisonError::into_inner);
        let how = ApplyImport { skip_rejected: true, deleted: Deleted::StaysOut, by: RecordedBy::Own };
        let now =
            Moment { instant: Instant::from_millis(NOW_MS)?, offset: UtcOffset::new(3600)?, zone: None };
        self.with(|diary| {
            diary.apply_import_watched(&import, how, &mut |_| panic!("planted"), now)?;
            Ok(())
        })
    }
}
