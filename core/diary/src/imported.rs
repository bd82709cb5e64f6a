//! The imports of a diary: which there were, how each was read, and how one is taken back as a whole.

use tidemark_exchange::Mapping;
use tidemark_model::{FileDigest, ImportBatchId, Instant, Kind, Moment, RecordedBy};
use tidemark_store::{AppliedImport, Editor, ImportCounts, ImportUndone, Occasion};

use crate::edit::SHORTEST_ENDING;
use crate::{Diary, DiaryError};

/// An import that was applied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// Which.
    pub id: ImportBatchId,
    /// Name of the file format: `columns`, `csv` or that of an app.
    pub format: String,
    /// SHA-256 of the file.
    pub sha256: FileDigest,
    /// When it was applied.
    pub applied_at: Instant,
    /// How the file was read.
    pub mapping: Mapping,
    /// Records: added or brought back (`new`), already there, deleted before.
    pub counts: ImportCounts,
    /// Rows that could not be taken, all counted.
    pub rejected: u32,
    /// Why each of them could not, with file, line and column; the first 1,000.
    pub reasons: Vec<String>,
    /// When it was undone; none when it was not.
    pub undone_at: Option<Instant>,
}

impl From<AppliedImport> for Imported {
    fn from(applied: AppliedImport) -> Self {
        let AppliedImport { batch, counts, undone_at } = applied;
        Self {
            id: batch.id,
            format: batch.format,
            sha256: FileDigest::new(batch.file_sha256),
            applied_at: batch.applied_at,
            mapping: batch.mapping.as_deref().map(Mapping::from_text).unwrap_or_default(),
            counts,
            rejected: batch.rejected,
            reasons: batch.reasons,
            undone_at,
        }
    }
}

impl Diary {
    /// The imports that were applied, the latest last.
    ///
    /// # Errors
    /// [`DiaryError::StoreDamaged`].
    pub fn imports(&self) -> Result<Vec<Imported>, DiaryError> {
        Ok(self.store.imports()?.into_iter().map(Imported::from).collect())
    }

    /// Removes what an import brought: all of it, or, when some of it was edited or built upon since, nothing; with
    /// `keep_edited` the rest of it. What is removed can be had back for 30 days by importing the file again.
    ///
    /// The id is a whole one, its last four characters or more, or `last`, the latest import that was not undone.
    ///
    /// # Errors
    /// [`DiaryError::ImportEdited`], [`DiaryError::ImportUndoneBefore`], [`DiaryError::UnknownImport`],
    /// [`DiaryError::AmbiguousRecord`], [`DiaryError::StorageFull`]; then nothing was removed.
    pub fn undo_import(
        &mut self,
        id: &str,
        keep_edited: bool,
        by: RecordedBy,
        now: Moment,
    ) -> Result<ImportUndone, DiaryError> {
        let id = self.resolve_import(id)?;
        self.store.snapshot(self.day_of(now)?, Occasion::Import)?;
        let editor = Editor { at: now, by, reason: None };
        let undone = self.store.undo_import(id, keep_edited, &editor, self.shell.entropy.as_mut())?;
        self.refresh_open(Kind::SafetyPlan)?;
        Ok(undone)
    }

    fn resolve_import(&self, text: &str) -> Result<ImportBatchId, DiaryError> {
        let unknown = || DiaryError::UnknownImport { id: text.to_owned() };
        let imports = self.imports()?;
        if text == "last" {
            let latest = imports.iter().rev().find(|import| import.undone_at.is_none());
            return latest.map(|import| import.id).ok_or_else(unknown);
        }
        let ending = text.to_lowercase();
        let mut found = imports.iter().filter(|import| {
            let id = import.id.to_string();
            id == ending || ending.len() >= SHORTEST_ENDING && id.ends_with(&ending)
        });
        match (found.next(), found.next()) {
            (Some(_), Some(_)) => Err(DiaryError::AmbiguousRecord { kind: "import", id: text.to_owned() }),
            (found, _) => found.map(|import| import.id).ok_or_else(unknown),
        }
    }
}
