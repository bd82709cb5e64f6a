//! Why the diary on disk could not do what was asked. Texts carry paths, table names and ids, never contents.

use std::path::PathBuf;

use rusqlite::{ErrorCode, ffi};
use tidemark_model::{ImportBatchId, Invalid, MeasureId};

/// What went wrong with the diary on disk.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// No diary at this place.
    #[error("there is no diary at {}", path.display())]
    NotFound {
        /// Where it was looked for.
        path: PathBuf,
    },
    /// Something is already at the place a new diary was to go.
    #[error("{} already exists", path.display())]
    Exists {
        /// The place.
        path: PathBuf,
    },
    /// The file is empty, cut or of another kind; told before the key is tried.
    #[error("{} is not a diary file: {reason}", path.display())]
    NotADiary {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        reason: &'static str,
    },
    /// The cipher gives one answer for a wrong key and a damaged first page.
    #[error("either the key or the file does not match: {}", path.display())]
    KeyOrFile {
        /// The file.
        path: PathBuf,
    },
    /// The passphrase does not open the recovery file.
    #[error("this passphrase does not open {}", path.display())]
    WrongPassphrase {
        /// The recovery file.
        path: PathBuf,
    },
    /// The recovery file or key file cannot be read as one.
    #[error("{} cannot be read: {reason}", path.display())]
    KeyFile {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        reason: &'static str,
    },
    /// The file of what was marked open cannot be read as one.
    #[error("{} cannot be read: {reason}", path.display())]
    OpenFile {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        reason: &'static str,
    },
    /// Part of the database cannot be read.
    #[error("part of {} cannot be read, while {doing}", path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What was being done.
        doing: &'static str,
        /// What the database said.
        source: Option<rusqlite::Error>,
    },
    /// A stored record breaks a rule that every writer keeps.
    #[error("a stored record of table {table} breaks a rule")]
    Stored {
        /// Its table.
        table: &'static str,
        /// The rule.
        source: Invalid,
    },
    /// The diary was written by a newer version.
    #[error("the diary has schema {found}, this program knows {known}")]
    Newer {
        /// Schema of the diary.
        found: u32,
        /// Newest schema known here.
        known: u32,
    },
    /// No room on the disk.
    #[error("the disk is full, while {doing}")]
    Full {
        /// What was being done.
        doing: &'static str,
    },
    /// Another program holds the diary.
    #[error("another program is writing to the diary, while {doing}")]
    Busy {
        /// What was being done.
        doing: &'static str,
    },
    /// A value that no diary takes.
    #[error(transparent)]
    Invalid(#[from] Invalid),
    /// A measure the diary does not have.
    #[error("the diary has no measure {measure}")]
    UnknownMeasure {
        /// Its name.
        measure: MeasureId,
    },
    /// A row of a whole diary cannot be in its table.
    #[error("a row of table {table} breaks a rule of its table")]
    NotLoaded {
        /// Its table.
        table: String,
        /// What the database said; none when the row refers to one that is not there.
        source: Option<rusqlite::Error>,
    },
    /// Whoever watched the work broke it off; nothing of it was kept.
    #[error("broken off while {doing}")]
    Cancelled {
        /// What was being done.
        doing: &'static str,
    },
    /// Whoever watched the steps of a restore broke it off.
    #[error("broken off after the step {after:?}")]
    BrokenOff {
        /// The last step that was done.
        after: crate::Step,
    },
    /// A snapshot can be read, not written.
    #[error("{} is a snapshot and can only be read", path.display())]
    ReadOnly {
        /// The snapshot.
        path: PathBuf,
    },
    /// A record the diary does not have.
    #[error("the diary has no {kind} {id}")]
    UnknownRecord {
        /// Its kind.
        kind: &'static str,
        /// Its id.
        id: String,
    },
    /// A record was changed by another program between reading and writing.
    #[error("the {kind} {id} was changed meanwhile by another program")]
    ChangedMeanwhile {
        /// Its kind.
        kind: &'static str,
        /// Its id.
        id: String,
    },
    /// The phase of a session already has a rating of this measure.
    #[error("{measure} is already rated in this phase of the session")]
    RatedBefore {
        /// The measure.
        measure: MeasureId,
    },
    /// Records of an import were edited since, or something added since refers to them.
    #[error(
        "{edited} records of this import were edited or built upon since, and {with_them} belong to them"
    )]
    ImportEdited {
        /// Edited, or referred to by something added since.
        edited: u32,
        /// Belonging to those.
        with_them: u32,
    },
    /// An import that was undone.
    #[error("the import {batch} was undone before")]
    ImportUndoneBefore {
        /// Which.
        batch: ImportBatchId,
    },
    /// The operating system refused.
    #[error("while {doing} {}", path.display())]
    Io {
        /// What was being done.
        doing: &'static str,
        /// With which file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The system refused to write or sync the database.
    #[error("{} could not be written, while {doing}", path.display())]
    NotWritten {
        /// The file.
        path: PathBuf,
        /// What was being done.
        doing: &'static str,
        /// What the database said.
        source: rusqlite::Error,
    },
    /// The system does not let a file of the database be opened.
    #[error("{} could not be opened, while {doing}", path.display())]
    NotOpened {
        /// The database.
        path: PathBuf,
        /// What was being done.
        doing: &'static str,
        /// What the database said.
        source: rusqlite::Error,
    },
    /// The system refused to read a file.
    #[error("{} could not be read", path.display())]
    NotRead {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// Anything else the database says.
    #[error("the database refused, while {doing}")]
    Database {
        /// What was being done.
        doing: &'static str,
        /// What it said.
        source: rusqlite::Error,
    },
}

/// The system's failures that come from asking, not from writing.
const READING: &[i32] = &[
    ffi::SQLITE_IOERR_READ,
    ffi::SQLITE_IOERR_SHORT_READ,
    ffi::SQLITE_IOERR_FSTAT,
    ffi::SQLITE_IOERR_SEEK,
    ffi::SQLITE_IOERR_ACCESS,
    ffi::SQLITE_IOERR_CORRUPTFS,
    ffi::SQLITE_IOERR_DATA,
    ffi::SQLITE_IOERR_LOCK,
    ffi::SQLITE_IOERR_RDLOCK,
    ffi::SQLITE_IOERR_CHECKRESERVEDLOCK,
    ffi::SQLITE_IOERR_SHMOPEN,
    ffi::SQLITE_IOERR_SHMMAP,
    ffi::SQLITE_IOERR_SHMLOCK,
];

impl StoreError {
    /// Folds the database's answer into what it means for the person.
    pub(crate) fn database(doing: &'static str, path: &std::path::Path, source: rusqlite::Error) -> Self {
        let path = path.to_path_buf();
        match source.sqlite_error_code() {
            Some(ErrorCode::NotADatabase) => Self::KeyOrFile { path },
            Some(ErrorCode::DatabaseCorrupt) => Self::Damaged { path, doing, source: Some(source) },
            Some(ErrorCode::ReadOnly) => Self::ReadOnly { path },
            Some(ErrorCode::DiskFull) => Self::Full { doing },
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy { doing },
            Some(ErrorCode::CannotOpen) => Self::NotOpened { path, doing, source },
            Some(ErrorCode::SystemIoFailure) => match source.sqlite_error().map(|e| e.extended_code) {
                // The shared index of the log could not grow: only a full disk refuses that.
                Some(ffi::SQLITE_IOERR_SHMSIZE) => Self::Full { doing },
                Some(code) if READING.contains(&code) => Self::Damaged { path, doing, source: Some(source) },
                _ => Self::NotWritten { path, doing, source },
            },
            _ if is_conversion(&source) => Self::Damaged { path, doing, source: Some(source) },
            _ => Self::Database { doing, source },
        }
    }

    /// For [`Self::Damaged`], what is wrong, as far as the database says.
    #[must_use]
    pub fn damage(&self) -> &'static str {
        match self {
            Self::Damaged { source: Some(source), .. } if is_conversion(source) => {
                "a stored record breaks a rule"
            }
            Self::Damaged { source: Some(source), .. }
                if source.sqlite_error_code() == Some(ErrorCode::SystemIoFailure) =>
            {
                "the disk does not give a page"
            }
            _ => "a page is damaged",
        }
    }

    /// Wraps the operating system's refusal to read.
    pub(crate) fn not_read(path: &std::path::Path) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.to_path_buf();
        move |source| match source.kind() {
            std::io::ErrorKind::NotFound => Self::NotFound { path },
            _ => Self::NotRead { path, source },
        }
    }

    /// Wraps an answer of the operating system to a write.
    pub(crate) fn io(doing: &'static str, path: &std::path::Path) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.to_path_buf();
        move |source| match source.kind() {
            std::io::ErrorKind::StorageFull => Self::Full { doing },
            _ => Self::Io { doing, path, source },
        }
    }
}

/// Whether a stored value is not what its column holds: no writer of ours made it so.
const fn is_conversion(source: &rusqlite::Error) -> bool {
    use rusqlite::Error::{FromSqlConversionFailure, IntegralValueOutOfRange, InvalidColumnType, Utf8Error};
    matches!(
        source,
        FromSqlConversionFailure(..) | IntegralValueOutOfRange(..) | InvalidColumnType(..) | Utf8Error(..)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_answer_of_the_system_says_what_it_means_for_the_person() {
        // Codes of https://www.sqlite.org/rescode.html, by number.
        let told = |code: i32| {
            let source = rusqlite::Error::SqliteFailure(ffi::Error::new(code), None);
            StoreError::database("saving a check-in", std::path::Path::new("my.diary/diary.db"), source)
        };
        for (code, means) in [
            (778, "NotWritten"),  // SQLITE_IOERR_WRITE
            (1034, "NotWritten"), // SQLITE_IOERR_FSYNC
            (1290, "NotWritten"), // SQLITE_IOERR_DIR_FSYNC
            (1546, "NotWritten"), // SQLITE_IOERR_TRUNCATE
            (2570, "NotWritten"), // SQLITE_IOERR_DELETE
            (266, "Damaged"),     // SQLITE_IOERR_READ
            (522, "Damaged"),     // SQLITE_IOERR_SHORT_READ
            (1802, "Damaged"),    // SQLITE_IOERR_FSTAT
            (4874, "Full"),       // SQLITE_IOERR_SHMSIZE
            (13, "Full"),         // SQLITE_FULL
            (14, "NotOpened"),    // SQLITE_CANTOPEN
            (8, "ReadOnly"),      // SQLITE_READONLY
            (5, "Busy"),          // SQLITE_BUSY
            (11, "Damaged"),      // SQLITE_CORRUPT
            (26, "KeyOrFile"),    // SQLITE_NOTADB
        ] {
            let said = format!("{:?}", told(code));
            assert!(said.starts_with(means), "{code}: {said}");
        }
    }
}
