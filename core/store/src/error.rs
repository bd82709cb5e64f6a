//! Why the diary on disk could not do what was asked. Texts carry paths, table names and ids, never contents.

use std::path::PathBuf;

use rusqlite::ErrorCode;
use tidemark_model::{Invalid, MeasureId};

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
    /// The phase of a session already has a rating of this measure.
    #[error("{measure} is already rated in this phase of the session")]
    RatedBefore {
        /// The measure.
        measure: MeasureId,
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
    /// Anything else the database says.
    #[error("the database refused, while {doing}")]
    Database {
        /// What was being done.
        doing: &'static str,
        /// What it said.
        source: rusqlite::Error,
    },
}

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
            _ => Self::Database { doing, source },
        }
    }

    /// Wraps an answer of the operating system.
    pub(crate) fn io(doing: &'static str, path: &std::path::Path) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.to_path_buf();
        move |source| match source.kind() {
            std::io::ErrorKind::StorageFull => Self::Full { doing },
            _ => Self::Io { doing, path, source },
        }
    }
}
