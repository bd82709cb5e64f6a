//! Copies of the database inside the diary's own folder, under the same key: one a day, and one before anything that
//! changes much. The newest 7 days and 8 weeks stay.
//!
//! A copy gets its name only when it was checked and is on the disk; a former copy goes only after that.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use rusqlite::{Connection, named_params};
use tidemark_model::{Instant, LogicalDate};

use crate::folder::sync_folder;
use crate::open::{READ_ONLY, READ_WRITE, check_application, connect, own_file, own_folder};
use crate::schema::{fill, quoted, tables};
use crate::store::Answer;
use crate::verify::{seals_and_structure, unlock_copy};
use crate::{DataKey, DiaryFolder, Store, StoreError, load, migrate};

/// Why a snapshot was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Occasion {
    /// The first use of a day.
    Daily,
    /// Before the diary was brought to a newer schema.
    Migration,
    /// Before a file was taken in.
    Import,
    /// Before another copy of the diary was merged in.
    Merge,
    /// Before another copy of the diary took its place.
    Restore,
}

impl Occasion {
    const ALL: [Self; 5] = [Self::Daily, Self::Migration, Self::Import, Self::Merge, Self::Restore];

    const fn ending(self) -> &'static str {
        match self {
            Self::Daily => "",
            Self::Migration => "-before-migration",
            Self::Import => "-before-import",
            Self::Merge => "-before-merge",
            Self::Restore => "-before-restore",
        }
    }
}

/// A snapshot, as its name tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// Where it is.
    pub path: PathBuf,
    /// The day it was made, by the clock of the shell; before a migration, the day of the last change.
    pub day: LogicalDate,
    /// Why.
    pub occasion: Occasion,
    written: SystemTime,
}

/// Days by which travel and the end of the day set the calendar back; a snapshot further ahead was made by a wrong clock.
const SET_BACK_DAYS: i32 = 2;
const DAYS: usize = 7;
const WEEKS: usize = 8;
/// Snapshots of one day besides the daily one.
const OTHERS_A_DAY: usize = 3;

impl DiaryFolder {
    /// Where the snapshots are.
    #[must_use]
    pub fn snapshots_folder(&self) -> PathBuf {
        self.path().join("snapshots")
    }

    /// The snapshots by their names, newest first; nothing is opened. Other files are passed over.
    ///
    /// # Errors
    /// [`StoreError::Io`].
    pub fn snapshots(&self) -> Result<Vec<Snapshot>, StoreError> {
        let place = self.snapshots_folder();
        if !place.is_dir() {
            return Ok(Vec::new());
        }
        let failed = || StoreError::io("looking into", &place);
        let mut found = Vec::new();
        for entry in fs::read_dir(&place).map_err(failed())? {
            let entry = entry.map_err(failed())?;
            let Some((day, occasion)) = entry.file_name().to_str().and_then(named) else { continue };
            let about = entry.metadata().map_err(failed())?;
            if about.is_file() {
                let written = about.modified().unwrap_or(SystemTime::UNIX_EPOCH);
                found.push(Snapshot { path: entry.path(), day, occasion, written });
            }
        }
        found.sort_by(|a, b| (b.day, b.written, &b.path).cmp(&(a.day, a.written, &a.path)));
        Ok(found)
    }

    /// Whether the daily snapshot of `day` was made, or one of the days that travel can have set the calendar back by.
    ///
    /// # Errors
    /// [`StoreError::Io`].
    pub fn has_daily_snapshot(&self, day: LogicalDate) -> Result<bool, StoreError> {
        let ahead = |known: &Snapshot| known.day.day_number() - day.day_number();
        let made = |known: &Snapshot| {
            known.occasion == Occasion::Daily && (0..=SET_BACK_DAYS).contains(&ahead(known))
        };
        Ok(self.snapshots()?.iter().any(made))
    }
}

/// What a file name says: `2026-11-24.db`, `2026-11-24-before-merge.db`, `2026-11-24-before-merge-2.db`.
fn named(name: &str) -> Option<(LogicalDate, Occasion)> {
    let stem = name.strip_suffix(".db")?;
    let (day, rest) = (stem.get(..10)?, stem.get(10..)?);
    let day = day.parse().ok()?;
    let numbered = rest.rsplit_once('-').filter(|(_, n)| n.parse::<u32>().is_ok()).map_or(rest, |(r, _)| r);
    Occasion::ALL.into_iter().find(|occasion| occasion.ending() == numbered).map(|occasion| (day, occasion))
}

impl Store {
    /// Makes a snapshot.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] when the diary is not whole; [`StoreError::Full`], [`StoreError::Io`]. The diary and the
    /// former snapshots stay as they are.
    pub fn snapshot(&self, day: LogicalDate, occasion: Occasion) -> Result<Snapshot, StoreError> {
        make(self.connection(), self.folder(), day, occasion)
    }

    /// Makes the snapshot of a day unless there is one, after a look at every page; then lets go of old ones.
    ///
    /// # Errors
    /// As [`Self::snapshot`].
    pub fn daily_snapshot(&self, day: LogicalDate) -> Result<Option<Snapshot>, StoreError> {
        if self.folder().has_daily_snapshot(day)? {
            return Ok(None);
        }
        let made = self.snapshot(day, Occasion::Daily)?;
        rotate(self.folder())?;
        Ok(Some(made))
    }

    /// Opens a snapshot to read from; it cannot be written to.
    ///
    /// # Errors
    /// [`StoreError::NotADiary`], [`StoreError::KeyOrFile`], [`StoreError::Damaged`].
    pub fn open_snapshot(
        folder: DiaryFolder,
        snapshot: &Snapshot,
        key: &DataKey,
    ) -> Result<Self, StoreError> {
        crate::folder::check_database(&snapshot.path)?;
        let connection = connect(&snapshot.path, key, READ_ONLY, include_str!("snapshot/settings.sql"))?;
        check_application(&connection, &snapshot.path)?;
        let failed = |source| StoreError::database("opening a snapshot", &snapshot.path, source);
        let schema: u32 =
            connection.pragma_query_value(None, "user_version", |row| row.get(0)).map_err(failed)?;
        if schema == load::newest_schema() {
            return Ok(Self::of_file(folder, snapshot.path.clone(), connection));
        }
        drop(connection);
        Self::open_older(folder, snapshot, key)
    }

    /// A snapshot of an older schema is read from a copy that is brought to this one; the snapshot stays as it is.
    fn open_older(folder: DiaryFolder, snapshot: &Snapshot, key: &DataKey) -> Result<Self, StoreError> {
        let copy = folder.snapshots_folder().join(".reading.db");
        remove_if_there(&copy)?;
        own_file(&copy)?;
        fs::copy(&snapshot.path, &copy).map_err(StoreError::io("copying a snapshot to", &copy))?;
        let mut connection = connect(&copy, key, READ_WRITE, include_str!("snapshot/copy.sql"))?;
        migrate::migrate(&mut connection, &copy, load::newest_schema())?;
        let failed = |source| StoreError::database("opening a snapshot", &copy, source);
        connection.execute_batch("PRAGMA query_only = ON").map_err(failed)?;
        Ok(Self::of_file(folder, snapshot.path.clone(), connection))
    }
}

/// Makes a snapshot of the database behind `connection`.
fn make(
    connection: &Connection,
    folder: &DiaryFolder,
    day: LogicalDate,
    occasion: Occasion,
) -> Result<Snapshot, StoreError> {
    let doing = "making a snapshot";
    let database = folder.database();
    let failed = |source| StoreError::database(doing, &database, source);
    seals_and_structure(connection, "main", &database)?;
    let place = folder.snapshots_folder();
    if !place.is_dir() {
        own_folder(&place)?;
        sync_folder(folder.path())?;
    }
    let temporary = place.join(".new.db");
    remove_if_there(&temporary)?;
    own_file(&temporary)?;
    let text = temporary.to_string_lossy();
    let made = connection
        .execute(include_str!("snapshot/vacuum_into.sql"), named_params! { ":path": text })
        .map_err(failed)
        .and_then(|_| check_copy(connection, &temporary))
        .and_then(|()| {
            let file = File::open(&temporary).map_err(StoreError::io("reading", &temporary))?;
            file.sync_all().map_err(StoreError::io("writing", &temporary))?;
            let path = free_name(&place, day, occasion);
            fs::rename(&temporary, &path).map_err(StoreError::io("naming the snapshot", &path))?;
            sync_folder(&place)?;
            Ok(path)
        });
    let path = made.inspect_err(|_| {
        // What is left under the temporary name is a copy of what is still in the diary.
        let _ = fs::remove_file(&temporary);
    })?;
    Ok(Snapshot { path, day, occasion, written: SystemTime::UNIX_EPOCH })
}

/// Reads every page of a fresh copy back before it counts as one.
fn check_copy(connection: &Connection, path: &Path) -> Result<(), StoreError> {
    unlock_copy(connection, path, None)?;
    let checked = seals_and_structure(connection, "copy", path);
    let detached = connection.execute_batch("DETACH DATABASE copy");
    checked.and(detached.map_err(|source| StoreError::database("checking a snapshot", path, source)))
}

fn free_name(place: &Path, day: LogicalDate, occasion: Occasion) -> PathBuf {
    let stem = format!("{day}{}", occasion.ending());
    let first = place.join(format!("{stem}.db"));
    let numbered = (2_u32..).map(|n| place.join(format!("{stem}-{n}.db")));
    std::iter::once(first.clone()).chain(numbered).find(|path| !path.exists()).unwrap_or(first)
}

fn remove_if_there(path: &Path) -> Result<(), StoreError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(StoreError::io("removing a leftover copy", path)(error))
        }
        _ => Ok(()),
    }
}

/// Makes the snapshot that comes before a migration, when there is one to come.
pub(crate) fn before_migration(folder: &DiaryFolder, connection: &Connection) -> Result<(), StoreError> {
    let database = folder.database();
    let failed = |source| StoreError::database("bringing the diary to this version", &database, source);
    let schema: u32 =
        connection.pragma_query_value(None, "user_version", |row| row.get(0)).map_err(failed)?;
    if schema == 0 || schema >= load::newest_schema() {
        return Ok(());
    }
    let day = last_change(connection).map_err(failed)?;
    make(connection, folder, day, Occasion::Migration).map(drop)
}

/// The day of the last change, in UTC: opening a diary has no clock.
fn last_change(c: &Connection) -> Answer<LogicalDate> {
    let mut latest = 0;
    for table in tables(c)? {
        let column = ["recorded_at", "created_at"].into_iter().find(|column| table.has(column));
        let Some(column) = column else { continue };
        let places = [("column", column), ("table", &quoted(table.name()))];
        let sql = fill(include_str!("snapshot/last_change.sql"), &places);
        latest = latest.max(c.query_row(&sql, [], |row| row.get::<_, Option<i64>>(0))?.unwrap_or(0));
    }
    let day = Instant::from_millis(latest).ok().map(|instant| instant.utc().date_naive());
    Ok(day.and_then(|day| LogicalDate::new(day).ok()).unwrap_or(LogicalDate::FIRST))
}

/// Removes the snapshots that neither a recent day nor a recent week needs.
fn rotate(folder: &DiaryFolder) -> Result<(), StoreError> {
    let all = folder.snapshots()?;
    let keep = kept(&all);
    for (at, old) in all.iter().enumerate() {
        if !keep.contains(&at) {
            fs::remove_file(&old.path).map_err(StoreError::io("removing an old snapshot", &old.path))?;
        }
    }
    sync_folder(&folder.snapshots_folder())
}

/// Places, in a list with the newest first, of the snapshots that stay.
fn kept(all: &[Snapshot]) -> BTreeSet<usize> {
    let mut keep = BTreeSet::new();
    let mut others: BTreeMap<LogicalDate, usize> = BTreeMap::new();
    let days: BTreeSet<LogicalDate> = all.iter().map(|snapshot| snapshot.day).collect();
    let recent: BTreeSet<LogicalDate> = days.iter().rev().take(DAYS).copied().collect();
    let mut weeks = BTreeSet::new();
    for (at, snapshot) in all.iter().enumerate() {
        if recent.contains(&snapshot.day) {
            let seen = others.entry(snapshot.day).or_default();
            if snapshot.occasion == Occasion::Daily {
                keep.insert(at);
            } else if *seen < OTHERS_A_DAY {
                *seen += 1;
                keep.insert(at);
            }
        } else {
            // Monday to Sunday; the list is newest first, so the first of a week is its newest.
            let week = (snapshot.day.day_number() + 3).div_euclid(7);
            if (weeks.len() < WEEKS || weeks.contains(&week)) && weeks.insert(week) {
                keep.insert(at);
            }
        }
    }
    keep
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seven_days_and_eight_weeks_stay() {
        // One a day for 100 days up to Tuesday 2026-11-24: 24 to 18 November, then the newest of each week before:
        // Tuesday 17 (the week of the 16th), then the Sundays 15, 8, 1 November, 25, 18, 11, 4 October.
        let last: LogicalDate = "2026-11-24".parse().unwrap();
        let all: Vec<Snapshot> = (0..100)
            .map(|back| Snapshot {
                path: PathBuf::new(),
                day: last.plus_days(-back).unwrap(),
                occasion: Occasion::Daily,
                written: SystemTime::UNIX_EPOCH,
            })
            .collect();
        let days: Vec<String> = kept(&all).iter().map(|at| all[*at].day.to_string()).collect();
        let expected = [
            "2026-11-24",
            "2026-11-23",
            "2026-11-22",
            "2026-11-21",
            "2026-11-20",
            "2026-11-19",
            "2026-11-18",
            "2026-11-17",
            "2026-11-15",
            "2026-11-08",
            "2026-11-01",
            "2026-10-25",
            "2026-10-18",
            "2026-10-11",
            "2026-10-04",
        ];
        assert_eq!(days, expected);
    }

    #[test]
    fn a_name_tells_day_and_occasion() {
        let day = "2026-11-24".parse().unwrap();
        assert_eq!(named("2026-11-24.db"), Some((day, Occasion::Daily)));
        assert_eq!(named("2026-11-24-before-merge.db"), Some((day, Occasion::Merge)));
        assert_eq!(named("2026-11-24-before-merge-2.db"), Some((day, Occasion::Merge)));
        for other in ["2026-11-24", "notes.db", "2026-13-24.db", "2026-11-24-before-lunch.db", ".new.db"] {
            assert_eq!(named(other), None, "{other}");
        }
    }
}
