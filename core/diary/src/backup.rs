//! Writing the whole diary to one sealed file. No passphrase is needed: the file is sealed to a key whose secret only the
//! recovery file holds.

use std::fs::File;
use std::path::Path;

use tidemark_exchange::backup::{self, BackupError, Head, Manifest, Rows};
use tidemark_model::{Cell, Instant, TableShape};
use tidemark_store::{Dump, StoreError, replace_with};

use crate::{Diary, DiaryError};

/// What a backup turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackupWritten {
    /// Its list of contents.
    pub manifest: Manifest,
    /// Size of the file in bytes.
    pub bytes: u64,
}

impl Diary {
    /// Writes a backup of everything, deleted records and their history included. A former backup at `file` is replaced
    /// when the new one is whole; any other file there is left alone.
    ///
    /// # Errors
    /// [`DiaryError::AlreadyExists`], [`DiaryError::OutputNotWritten`], [`DiaryError::StorageFull`],
    /// [`DiaryError::StoreDamaged`]; [`DiaryError::KeyUnavailable`] when the recovery file is missing, because nobody
    /// could open such a backup.
    pub fn backup(&self, file: &Path, now: Instant) -> Result<BackupWritten, DiaryError> {
        if file.symlink_metadata().is_ok() && !File::open(file).is_ok_and(backup::is_backup) {
            return Err(DiaryError::AlreadyExists { path: file.to_path_buf() });
        }
        let recovery = self.store.recovery_file()?;
        let dump = self.store.dump()?;
        let head = Head {
            schema: self.store.schema()?,
            created: now,
            days: dump.days()?,
            program: env!("CARGO_PKG_VERSION").to_owned(),
        };
        let recipient = self.store.backup_recipient()?;
        let written = replace_with(file, |out: &mut File| {
            backup::write(out, &recovery, &recipient, head, &Everything(&dump))
        })
        .map_err(|trouble: Trouble| trouble.with(file))?;
        Ok(BackupWritten { manifest: written.manifest, bytes: written.bytes })
    }
}

/// The diary's rows as a backup takes them.
struct Everything<'a>(&'a Dump<'a>);

impl Rows for Everything<'_> {
    type Error = Trouble;

    fn tables(&self) -> Vec<TableShape> {
        self.0.tables().to_vec()
    }

    fn each(
        &self,
        table: &str,
        row: &mut dyn FnMut(&[Cell<'_>]) -> Result<(), Trouble>,
    ) -> Result<(), Trouble> {
        self.0.each_row(table, row)
    }
}

/// What can go wrong between a diary and a backup, before it is known which file to name.
#[derive(Debug)]
pub(crate) enum Trouble {
    Store(StoreError),
    Backup(BackupError),
}

impl Trouble {
    /// What it means for the person who named the backup `file`.
    pub(crate) fn with(self, file: &Path) -> DiaryError {
        match self {
            Self::Store(error) => error.into(),
            Self::Backup(error) => DiaryError::backup(file, error),
        }
    }
}

impl From<StoreError> for Trouble {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<BackupError> for Trouble {
    fn from(error: BackupError) -> Self {
        Self::Backup(error)
    }
}
