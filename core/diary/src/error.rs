//! What a person can do next when something did not work. Variants are next steps, not upstream errors.

use std::path::PathBuf;

use tidemark_exchange::{ExportError, ImportError, MapError, RowError};
use tidemark_model::{Invalid, MeasureId, SessionId};
use tidemark_report::ReportError;
use tidemark_store::StoreError;

/// Why a diary could not do what was asked.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DiaryError {
    /// There is no diary at that place.
    #[error("there is no diary at {}", path.display())]
    NotFound {
        /// The place.
        path: PathBuf,
    },
    /// Something is at the place already.
    #[error("{} already exists", path.display())]
    AlreadyExists {
        /// The place.
        path: PathBuf,
    },
    /// The passphrase does not open the recovery file.
    #[error("this passphrase does not open {}", path.display())]
    WrongPassphrase {
        /// The recovery file.
        path: PathBuf,
    },
    /// The key cannot be had, or does not match the file.
    #[error("the records are here but still locked: {reason} ({})", path.display())]
    KeyUnavailable {
        /// The file in question.
        path: PathBuf,
        /// What is in the way.
        reason: &'static str,
    },
    /// Part of the diary cannot be read.
    #[error("part of the record file cannot be read: {reason} ({})", path.display())]
    StoreDamaged {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        reason: String,
        /// What the layer below said.
        source: Option<Box<StoreError>>,
    },
    /// The diary was written by a newer version.
    #[error("this diary was written by a newer version (its schema is {found}, this version knows {known})")]
    StoreNewer {
        /// Schema of the diary.
        found: u32,
        /// Newest schema known here.
        known: u32,
    },
    /// No room on the disk.
    #[error("not saved: the disk is full, while {doing}")]
    StorageFull {
        /// What was being done.
        doing: &'static str,
    },
    /// Another program holds the diary.
    #[error("another program is writing to this diary, while {doing}")]
    Busy {
        /// What was being done.
        doing: &'static str,
    },
    /// A value that no diary takes.
    #[error("{rule}")]
    Invalid {
        /// The rule it breaks.
        rule: Invalid,
    },
    /// A measure the diary does not have.
    #[error("there is no measure {measure}; this diary has {known}")]
    UnknownMeasure {
        /// Its name.
        measure: MeasureId,
        /// Those it has.
        known: String,
    },
    /// A record the diary does not have.
    #[error("there is no {kind} with the id {id}")]
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
    /// Two held sessions at one time.
    #[error("this session overlaps another one that was held (id {session})")]
    Overlap {
        /// The other one.
        session: SessionId,
    },
    /// A file for import cannot be read as what it claims to be.
    #[error("{0}")]
    ImportFile(#[source] ImportError),
    /// The column map cannot be read.
    #[error("{0}")]
    ImportMap(#[source] MapError),
    /// Rows of the file cannot be taken.
    #[error("{total} rows cannot be taken; the first: {first}")]
    ImportRows {
        /// How many.
        total: u32,
        /// The first of them.
        first: Box<RowError>,
        /// All that were kept, in order.
        rows: Vec<RowError>,
    },
    /// Nothing in the file tells what it is.
    #[error("{} has no format this program can tell", path.display())]
    ImportFormat {
        /// The file.
        path: PathBuf,
    },
    /// The diary, a report, an export or a key file could not be written.
    #[error("{} could not be written", path.display())]
    OutputNotWritten {
        /// The file.
        path: PathBuf,
        /// Why.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// A file could not be read.
    #[error("{} could not be read", path.display())]
    InputNotRead {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// Anything else the database says.
    #[error("the database refused")]
    Database {
        /// What it said.
        source: Box<StoreError>,
    },
}

impl DiaryError {
    /// Whether the input was wrong, rather than something refused or broken.
    #[must_use]
    pub const fn is_bad_input(&self) -> bool {
        matches!(
            self,
            Self::Invalid { .. }
                | Self::UnknownMeasure { .. }
                | Self::UnknownRecord { .. }
                | Self::RatedBefore { .. }
                | Self::ImportFile(_)
                | Self::ImportMap(_)
                | Self::ImportRows { .. }
                | Self::ImportFormat { .. }
        )
    }

    /// What to do next and what is safe, as one or two sentences.
    #[must_use]
    pub const fn advice(&self) -> &'static str {
        match self {
            Self::NotFound { .. } => "Check the path, or make a diary with `tidemark new`.",
            Self::AlreadyExists { .. } => "Choose another place; nothing was changed.",
            Self::WrongPassphrase { .. } => "Try another one; the records are untouched.",
            Self::KeyUnavailable { .. } => {
                "Try again, or use the recovery passphrase; nothing was deleted and nothing was changed."
            }
            Self::StoreDamaged { .. } => {
                "Nothing was deleted. Copy the whole folder to a safe place before trying anything else."
            }
            Self::StoreNewer { .. } => "Update Tidemark; the records are untouched.",
            Self::StorageFull { .. } => "Free some space and try again; what was saved before is safe.",
            Self::Busy { .. } => "Wait for it and try again; nothing was changed.",
            Self::Invalid { .. } | Self::UnknownMeasure { .. } | Self::RatedBefore { .. } => {
                "Nothing was saved; correct it and try again."
            }
            Self::UnknownRecord { .. } => "`tidemark log` shows the ids; nothing was changed.",
            Self::Overlap { .. } => "Nothing was saved; if both took place, confirm with --overlap.",
            Self::ImportFile(_) | Self::ImportMap(_) => "Nothing was imported.",
            Self::ImportFormat { .. } => {
                "Nothing was imported; for a CSV of another program name a column map with --map (docs/formats.md)."
            }
            Self::ImportRows { .. } => {
                "Nothing was imported; correct the rows, or leave them out with --skip-rejected."
            }
            Self::OutputNotWritten { .. } => "Try again or choose another place; no partial file is left.",
            Self::InputNotRead { .. } => "Check the path and who may read it; nothing was changed.",
            Self::Database { .. } => "Nothing was saved; try again.",
        }
    }
}

impl From<StoreError> for DiaryError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::NotFound { path } => Self::NotFound { path },
            StoreError::Exists { path } => Self::AlreadyExists { path },
            StoreError::WrongPassphrase { path } => Self::WrongPassphrase { path },
            StoreError::KeyOrFile { path } => {
                Self::KeyUnavailable { path, reason: "either the key or the file does not match" }
            }
            StoreError::KeyFile { path, reason } => Self::KeyUnavailable { path, reason },
            StoreError::NotADiary { path, reason } => {
                Self::StoreDamaged { path, reason: reason.to_owned(), source: None }
            }
            StoreError::Damaged { ref path, doing, .. } => Self::StoreDamaged {
                path: path.clone(),
                reason: format!("a page is damaged or was not given by the disk, found while {doing}"),
                source: Some(Box::new(error)),
            },
            StoreError::NotWritten { ref path, .. } => {
                Self::OutputNotWritten { path: path.clone(), source: Box::new(error) }
            }
            StoreError::NotOpened { path, .. } => {
                Self::KeyUnavailable { path, reason: "the system does not let a file of the diary be opened" }
            }
            StoreError::NotRead { path, source } => Self::InputNotRead { path, source },
            StoreError::Stored { table, .. } => Self::StoreDamaged {
                path: PathBuf::from("diary.db"),
                reason: format!("a record of table {table} breaks a rule"),
                source: Some(Box::new(error)),
            },
            StoreError::Newer { found, known } => Self::StoreNewer { found, known },
            StoreError::Full { doing } => Self::StorageFull { doing },
            StoreError::Busy { doing } => Self::Busy { doing },
            StoreError::Invalid(rule) => Self::Invalid { rule },
            StoreError::UnknownMeasure { measure } => {
                Self::UnknownMeasure { measure, known: "others".to_owned() }
            }
            StoreError::UnknownRecord { kind, id } => Self::UnknownRecord { kind, id },
            StoreError::RatedBefore { measure } => Self::RatedBefore { measure },
            StoreError::Io { ref path, .. } => {
                Self::OutputNotWritten { path: path.clone(), source: Box::new(error) }
            }
            other => Self::Database { source: Box::new(other) },
        }
    }
}

impl From<Invalid> for DiaryError {
    fn from(rule: Invalid) -> Self {
        Self::Invalid { rule }
    }
}

impl DiaryError {
    /// A report that could not be made.
    pub(crate) fn report(path: &std::path::Path, error: ReportError) -> Self {
        Self::OutputNotWritten { path: path.to_path_buf(), source: Box::new(error) }
    }

    /// An export that could not be written.
    pub(crate) fn export(path: &std::path::Path, error: ExportError) -> Self {
        Self::OutputNotWritten { path: path.to_path_buf(), source: Box::new(error) }
    }
}
