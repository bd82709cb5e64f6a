//! Keeping a diary safe over the years: snapshots, a look at everything, a new passphrase, erasing, and what is open.

use std::path::Path;

use tidemark_model::{CheckInId, LogicalDate, Moment, RecordId, logical_date};
use tidemark_store::{
    DataKey, DiaryFolder, Erased, Examined, OpenFacts, Passphrase, Purged, Recovery, Snapshot, Store,
    StoreError,
};

use crate::{Diary, DiaryError, Shell};

/// What the day's upkeep did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Upkeep {
    /// What was deleted more than 30 days ago and is now removed for good.
    pub purged: Purged,
    /// The day's snapshot; none when there was one.
    pub snapshot: Option<Snapshot>,
}

impl Diary {
    /// The day's upkeep, at most once a day: removes for good what was deleted more than 30 days ago, checks every page,
    /// and makes the day's snapshot. A shell calls it when it is idle or about to close.
    ///
    /// # Errors
    /// [`DiaryError::StoreDamaged`], [`DiaryError::StorageFull`], [`DiaryError::Busy`]; the records stay as they are.
    pub fn look_after(&mut self, now: Moment) -> Result<Upkeep, DiaryError> {
        let today = self.day_of(now)?;
        if self.store.folder().has_daily_snapshot(today)? {
            return Ok(Upkeep::default());
        }
        // A full disk may have kept the open file from following the last change.
        self.write_open(&self.open_facts()?)?;
        let purged = self.store.purge_deleted(now.instant)?;
        Ok(Upkeep { purged, snapshot: self.store.daily_snapshot(today)? })
    }

    /// Which day a moment belongs to by the diary's end of the day.
    ///
    /// # Errors
    /// [`DiaryError::Invalid`] outside the years 1900–2199.
    pub fn day_of(&self, now: Moment) -> Result<LogicalDate, DiaryError> {
        Ok(logical_date(now, self.about.rollover)?)
    }

    /// Removes one entry for good now, with what hangs on it, its history and the snapshots that hold it. Copies saved
    /// elsewhere still have it.
    ///
    /// # Errors
    /// [`DiaryError::UnknownRecord`], [`DiaryError::Busy`], [`DiaryError::StorageFull`].
    pub fn erase_entry(&mut self, id: &str, now: Moment) -> Result<Purged, DiaryError> {
        let unknown = |_| DiaryError::UnknownRecord { kind: "entry", id: id.to_owned() };
        // Every kind of id is read alike.
        let parsed: CheckInId = id.parse().map_err(unknown)?;
        Ok(self.store.erase_record(parsed.to_bytes(), id, now.instant)?)
    }

    /// The newest snapshot that opens, to read from; nothing can be written to it.
    ///
    /// # Errors
    /// [`DiaryError::NoSnapshot`] when none opens; [`DiaryError::KeyUnavailable`] when the key does not open any.
    pub fn open_snapshot(path: &Path, key: &DataKey, shell: Shell) -> Result<(Self, Snapshot), DiaryError> {
        let folder = DiaryFolder::new(path);
        let mut first_error = None;
        for snapshot in folder.snapshots()? {
            match Store::open_snapshot(folder.clone(), &snapshot, key) {
                Ok(store) => return Ok((Self::with_store(store, shell)?, snapshot)),
                Err(error) => first_error = first_error.or(Some(error)),
            }
        }
        Err(first_error.map_or_else(|| DiaryError::NoSnapshot { path: path.to_path_buf() }, DiaryError::from))
    }

    /// Looks at every page, table, reference and snapshot, and says what is gone; repairs nothing.
    ///
    /// # Errors
    /// [`DiaryError::NotFound`], [`DiaryError::Busy`], [`DiaryError::StoreNewer`]; damage is an answer, not an error.
    pub fn examine(path: &Path, key: &DataKey) -> Result<Examined, DiaryError> {
        Ok(tidemark_store::examine(&DiaryFolder::new(path), key)?)
    }

    /// The key of the diary at `path` by its recovery passphrase, although its database may be damaged.
    ///
    /// # Errors
    /// [`DiaryError::WrongPassphrase`], [`DiaryError::KeyUnavailable`], [`DiaryError::NotFound`].
    pub fn key_despite_damage(path: &Path, passphrase: &Passphrase) -> Result<DataKey, DiaryError> {
        let folder = DiaryFolder::new(path);
        match folder.check() {
            Err(error @ StoreError::NotFound { .. }) if !folder.recovery().is_file() => {
                return Err(error.into());
            }
            _ => {}
        }
        Ok(Recovery::read(&folder.recovery(), passphrase)?.key)
    }

    /// Gives the diary at `path` a new passphrase. Only the recovery file changes; backups made before still open with
    /// the old one.
    ///
    /// # Errors
    /// [`DiaryError::WrongPassphrase`], [`DiaryError::KeyUnavailable`], [`DiaryError::StorageFull`],
    /// [`DiaryError::OutputNotWritten`]; then the old passphrase is still the one.
    pub fn change_passphrase(path: &Path, old: &Passphrase, new: &Passphrase) -> Result<(), DiaryError> {
        let folder = DiaryFolder::new(path);
        let key = Self::key_from_passphrase(path, old)?;
        // A recovery file that belongs to another database must not be dressed up as this one's.
        Store::open(folder.clone(), &key)?.close()?;
        Ok(Recovery::rewrap(&folder.recovery(), old, new)?)
    }

    /// Erases the diary at `path` with all its snapshots: the keys first. Copies saved elsewhere stay.
    ///
    /// # Errors
    /// [`DiaryError::NotFound`], [`DiaryError::OutputNotWritten`].
    pub fn erase(path: &Path) -> Result<Erased, DiaryError> {
        Ok(tidemark_store::erase(&DiaryFolder::new(path))?)
    }

    /// Writes what the person marked open to the one plain file of the diary; removes it when there is nothing.
    ///
    /// # Errors
    /// [`DiaryError::OutputNotWritten`], [`DiaryError::StorageFull`]; then the former file stays.
    pub fn write_open(&self, facts: &OpenFacts) -> Result<(), DiaryError> {
        Ok(facts.write(self.store.folder())?)
    }

    /// Reads what the person marked open in the diary at `path`, without any key.
    ///
    /// # Errors
    /// [`DiaryError::InputDamaged`] when the file is damaged or newer.
    pub fn read_open(path: &Path) -> Result<OpenFacts, DiaryError> {
        Ok(OpenFacts::read(&DiaryFolder::new(path))?)
    }
}
