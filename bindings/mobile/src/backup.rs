//! Backups and the way back: a file that its passphrase opens, looked at first, and then put in place or merged.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use tidemark::model::{self, BackupRecord, FileSize, ShortText, logical_date};
use tidemark::{Backup, DataKey, OpenBackup};

use crate::entropy::SystemEntropy;
use crate::open_diary::secret;
use crate::watcher::watched;
use crate::{DiaryError, Moment, OpenDiary, Period, Watcher};

/// A backup that was written.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct BackupWritten {
    /// What is in it.
    pub contents: BackupContents,
    /// Size of the file, in bytes.
    pub bytes: u64,
    /// Whether it was read back from its place with that size and a whole outer form.
    pub verified: bool,
    /// SHA-256 of the file as it was read back: 64 hexadecimal digits.
    pub sha256: String,
}

/// What is in a backup, for the person to see before anything is done.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct BackupContents {
    /// When it was made, milliseconds since 1970-01-01 UTC.
    pub made_at_ms: i64,
    /// First and last day of its entries; none without entries.
    pub period: Option<Period>,
    /// Version of the program that wrote it.
    pub program: String,
    /// Rows by table, deleted ones included, in the order of the tables' names.
    pub tables: Vec<TableRows>,
}

/// Rows of one table.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct TableRows {
    /// Its name, such as `check_in`.
    pub table: String,
    /// How many.
    pub rows: u64,
}

/// What a restore did.
#[derive(Clone, PartialEq, Eq, uniffi::Record)]
pub struct Restored {
    /// Where the diary that was there is now: until the new one was opened, or for good when its key was not known.
    pub former: Option<String>,
    /// Whether the former one goes at the first good opening.
    pub former_goes: bool,
}

/// What merging did, or would do, for one kind of record.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct MergedKind {
    /// The kind, such as `check_in`.
    pub kind: String,
    /// Only in the backup: added.
    pub added: u32,
    /// In both, with more revisions in the backup: its form was taken.
    pub newer: u32,
    /// In both, with more revisions here: kept.
    pub older: u32,
    /// The same in both.
    pub same: u32,
    /// As often revised in both, yet not the same: the one that is here was kept.
    pub differing: u32,
}

/// A backup that its passphrase opened. It restores or merges once; after that it is used up.
#[derive(uniffi::Object)]
pub struct OpenedBackup {
    contents: BackupContents,
    backup: Mutex<Option<OpenBackup>>,
}

/// Opens a backup file with the recovery passphrase the diary had when it was made; about a tenth of a second, on purpose.
///
/// # Errors
/// `InputNotRead`, `BackupDamaged`, `BackupWrongPassphrase`, `BackupNewer`. Nothing is changed.
#[uniffi::export]
pub fn open_backup(path: &str, passphrase: String) -> Result<Arc<OpenedBackup>, DiaryError> {
    let backup = Backup::open(Path::new(path))?.unlock(&secret(passphrase)?)?;
    Ok(Arc::new(OpenedBackup { contents: backup.manifest().into(), backup: Mutex::new(Some(backup)) }))
}

#[uniffi::export]
impl OpenedBackup {
    /// What is in it.
    #[must_use]
    pub fn contents(&self) -> BackupContents {
        self.contents.clone()
    }

    /// Builds the diary whole beside `target`, checks every row, and puts it there. A diary that is there is replaced only when
    /// it holds nothing beyond the backup, or when `replace` says so; its last state is then kept as a snapshot. It has to be
    /// shut. `key`, 32 bytes, opens the one that is there; without, the backup's own is tried. The watcher may break it off until
    /// the diary is built; putting it in its place takes moments and is not broken off.
    ///
    /// # Errors
    /// `NewerEntries`, `NotCompared`, `Busy`, `StorageFull`, `BackupDamaged`, `OutputNotWritten`, `AlreadyExists`, `Shut` when
    /// it was used before, `Cancelled`, `WatcherFailed`. What is there stays whole.
    pub fn restore(
        &self,
        target: &str,
        key: Option<Vec<u8>>,
        replace: bool,
        watcher: Option<Box<dyn Watcher>>,
        now: &Moment,
    ) -> Result<Restored, DiaryError> {
        let today = today(now)?;
        let key = key.map(data_key).transpose()?;
        let backup = self.take()?;
        watched(watcher.as_deref(), |watch| {
            let prepared = backup.prepare_watched(Path::new(target), &mut SystemEntropy::asked()?, watch)?;
            let restored = prepared.replace_watched(key.as_ref(), replace, today, watch)?;
            Ok(Restored {
                former: restored.former.map(|path| path.display().to_string()),
                former_goes: restored.former_goes,
            })
        })
    }

    /// Merges it into the diary at `target`, which has to be shut; without `apply` only says what that would do.
    ///
    /// # Errors
    /// `NotFound`, `NotCompared`, `Busy`, `StorageFull`, `BackupDamaged`, `Shut` when it was used before; then nothing was
    /// changed.
    pub fn merge(
        &self,
        target: &str,
        key: Option<Vec<u8>>,
        apply: bool,
        watcher: Option<Box<dyn Watcher>>,
        now: &Moment,
    ) -> Result<Vec<MergedKind>, DiaryError> {
        let (today, now) = (today(now)?, model::Moment::try_from(now)?);
        let key = key.map(data_key).transpose()?;
        let backup = self.take()?;
        watched(watcher.as_deref(), |watch| {
            let prepared = backup.prepare_watched(Path::new(target), &mut SystemEntropy::asked()?, watch)?;
            let merged = prepared.merge(key.as_ref(), today, now.instant, apply)?;
            Ok(merged.records.into_iter().map(MergedKind::from).collect())
        })
    }
}

#[uniffi::export]
impl OpenDiary {
    /// Writes a backup of everything, deleted records and their history included, reads it back, and notes it with `place`, the
    /// person's word for where they keep it (1 to 80 characters). A former backup at `path` is replaced when the new one is
    /// whole; any other file there is left alone.
    ///
    /// # Errors
    /// `AlreadyExists`, `OutputNotWritten`, `StorageFull`, `StoreDamaged`, `KeyUnavailable` without a recovery file,
    /// `Cancelled`, `WatcherFailed`; then no partial file is left. `NotNoted` when it is written.
    pub fn backup(
        &self,
        path: &str,
        place: Option<String>,
        watcher: Option<Box<dyn Watcher>>,
        now: &Moment,
    ) -> Result<BackupWritten, DiaryError> {
        let now = now.try_into()?;
        let place = place.as_deref().map(|text| ShortText::new("place", text)).transpose()?;
        watched(watcher.as_deref(), |watch| {
            self.with(|diary| Ok((&diary.backup_watched(Path::new(path), place, watch, now)?).into()))
        })
    }

    /// Writes a backup as `backup` does and notes nothing: for a file that has yet to reach its place. One that never did is no
    /// backup, and the age of the latest would say otherwise.
    ///
    /// # Errors
    /// As `backup`, without `NotNoted`.
    pub fn seal_backup(
        &self,
        path: &str,
        watcher: Option<Box<dyn Watcher>>,
        now: &Moment,
    ) -> Result<BackupWritten, DiaryError> {
        let now = model::Moment::try_from(now)?.instant;
        watched(watcher.as_deref(), |watch| {
            self.with(|diary| Ok((&diary.seal_backup(Path::new(path), watch, now)?).into()))
        })
    }

    /// Notes that what `seal_backup` wrote at `path` is in its `place`, the person's word for it (1 to 80 characters), and that the
    /// file left.
    ///
    /// # Errors
    /// `Invalid` for another place, or for a size or SHA-256 that no file has; `NotNoted`, `Shut`.
    pub fn note_backup(
        &self,
        path: &str,
        written: &BackupWritten,
        place: Option<String>,
        now: &Moment,
    ) -> Result<(), DiaryError> {
        let now = now.try_into()?;
        let place = place.as_deref().map(|text| ShortText::new("place", text)).transpose()?;
        let size_bytes = FileSize::of(written.bytes)?;
        let (backup, sha256) =
            (BackupRecord { place, size_bytes, verified: written.verified }, written.sha256.parse()?);
        self.with(|diary| Ok(diary.note_backup(Path::new(path), backup, sha256, now)?))
    }
}

impl OpenedBackup {
    fn take(&self) -> Result<OpenBackup, DiaryError> {
        self.backup.lock().unwrap_or_else(PoisonError::into_inner).take().ok_or(DiaryError::Shut)
    }
}

/// The day of a restore names a snapshot only, so the usual end of the day is near enough.
fn today(now: &Moment) -> Result<model::LogicalDate, DiaryError> {
    Ok(logical_date(now.try_into()?, model::Rollover::default())?)
}

pub(crate) fn data_key(bytes: Vec<u8>) -> Result<DataKey, DiaryError> {
    let bytes = zeroize::Zeroizing::new(bytes);
    let key = <[u8; 32]>::try_from(bytes.as_slice()).map(zeroize::Zeroizing::new);
    let key = key.map_err(|_| DiaryError::KeyUnavailable { reason: "a key has 32 bytes".to_owned() })?;
    Ok(DataKey::from_bytes(*key))
}

impl From<&tidemark::BackupWritten> for BackupWritten {
    fn from(from: &tidemark::BackupWritten) -> Self {
        Self {
            contents: (&from.manifest).into(),
            bytes: from.bytes,
            verified: from.verified,
            sha256: from.sha256.to_string(),
        }
    }
}

impl From<&tidemark::exchange::backup::Manifest> for BackupContents {
    fn from(from: &tidemark::exchange::backup::Manifest) -> Self {
        let period = |(first, last): (model::LogicalDate, model::LogicalDate)| Period {
            from: first.to_string(),
            to: last.to_string(),
        };
        let table = |part: &tidemark::exchange::backup::Part| TableRows {
            table: part.shape.name.clone(),
            rows: part.rows,
        };
        Self {
            made_at_ms: from.head.created.millis(),
            period: from.head.days.map(period),
            program: from.head.program.clone(),
            tables: from.parts.iter().map(table).collect(),
        }
    }
}

impl From<(String, tidemark::MergeCounts)> for MergedKind {
    fn from((kind, counts): (String, tidemark::MergeCounts)) -> Self {
        Self {
            kind,
            added: counts.added,
            newer: counts.newer,
            older: counts.older,
            same: counts.same,
            differing: counts.differing,
        }
    }
}
