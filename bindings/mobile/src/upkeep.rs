//! Keeping a diary safe: the day's upkeep, a look at everything, the newest snapshot when the rest is damaged, and erasing.

use std::path::Path;
use std::sync::Arc;

use tidemark::{Diary, Snapshot};

use crate::backup::data_key;
use crate::entropy::shell;
use crate::{DiaryError, Moment, OpenDiary, Period};

/// What the day's upkeep did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Upkeep {
    /// Records removed for good because they were deleted more than 30 days ago.
    pub purged: u32,
    /// Whether the day's snapshot was made now; otherwise there was one.
    pub snapshot_made: bool,
}

/// What looking at everything found.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Examined {
    /// Whether the database is whole.
    pub whole: bool,
    /// What is wrong with it, in English; none when it is whole.
    pub damage: Option<String>,
    /// Entries, deleted ones included; none when it is not whole.
    pub entries: Option<u64>,
    /// Its snapshots, newest first.
    pub snapshots: Vec<ExaminedSnapshot>,
}

/// A snapshot, and whether it is whole.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct ExaminedSnapshot {
    /// The day it was made, `YYYY-MM-DD`.
    pub day: String,
    /// Whether it is whole.
    pub whole: bool,
    /// First and last day of its entries; none without entries, and when it is not whole.
    pub period: Option<Period>,
}

/// Looks at every page, table, reference and snapshot of the diary at `path`, which may be open; repairs nothing.
///
/// # Errors
/// `NotFound`, `Busy`, `StoreNewer`, `KeyUnavailable` for a key that is none; damage is an answer, not an error.
#[uniffi::export]
pub fn examine(path: &str, key: Vec<u8>) -> Result<Examined, DiaryError> {
    let found = Diary::examine(Path::new(path), &data_key(key)?)?;
    let snapshot = |one: &tidemark::ExaminedSnapshot| ExaminedSnapshot {
        day: one.snapshot.day.to_string(),
        whole: one.found.is_ok(),
        period: match &one.found {
            Ok(Some((first, last))) => Some(Period { from: first.to_string(), to: last.to_string() }),
            _ => None,
        },
    };
    let snapshots = found.snapshots.iter().map(snapshot).collect();
    Ok(match &found.diary {
        Ok(verified) => Examined { whole: true, damage: None, entries: Some(verified.entries), snapshots },
        Err(damage) => {
            Examined { whole: false, damage: Some(damage.error.to_string()), entries: None, snapshots }
        }
    })
}

/// Erases the diary at `path` with all its snapshots: the keys first. Copies saved elsewhere stay. Ask for a typed word
/// before this.
///
/// # Errors
/// `NotFound`, `OutputNotWritten`.
#[uniffi::export]
pub fn erase_diary(path: &str) -> Result<(), DiaryError> {
    Diary::erase(Path::new(path))?;
    Ok(())
}

#[uniffi::export]
impl OpenDiary {
    /// Opens the newest snapshot that opens, to read from; nothing can be written to it.
    ///
    /// # Errors
    /// `NoSnapshot`, `KeyUnavailable`.
    #[uniffi::constructor]
    pub fn open_snapshot(path: &str, key: Vec<u8>) -> Result<Arc<Self>, DiaryError> {
        let opened: (Diary, Snapshot) = Diary::open_snapshot(Path::new(path), &data_key(key)?, shell()?)?;
        Ok(Self::over(opened.0))
    }

    /// The day's upkeep, at most once a day: removes for good what was deleted more than 30 days ago, checks every page, and
    /// makes the day's snapshot. Call it when the app is idle or about to go to the background.
    ///
    /// # Errors
    /// `StoreDamaged`, `StorageFull`, `Busy`; the records stay as they are.
    pub fn look_after(&self, now: &Moment) -> Result<Upkeep, DiaryError> {
        let now = now.try_into()?;
        self.with(|diary| {
            let done = diary.look_after(now)?;
            Ok(Upkeep { purged: done.purged.records, snapshot_made: done.snapshot.is_some() })
        })
    }
}
