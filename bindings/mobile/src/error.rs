//! What the person can do next, as it crosses to the phones: the facade's errors with fields an app can act on.
//!
//! Paths and ids cross, never a note, a rating or a name. No field is called `message` or `cause`: both collide with
//! `Throwable` in Kotlin.

use tidemark::model::Invalid;

/// Why a diary could not do what was asked; each variant is a next step. Nothing was saved unless it says so.
#[derive(Debug, thiserror::Error, uniffi::Error)]
#[non_exhaustive]
pub enum DiaryError {
    /// There is no diary at that place: choose another, or make one.
    #[error("there is no diary at {path}")]
    NotFound {
        /// The place.
        path: String,
    },
    /// Something is at the place already and was not changed: choose another place.
    #[error("{path} already exists")]
    AlreadyExists {
        /// The place.
        path: String,
    },
    /// The passphrase does not open the recovery file: try another; the records are untouched.
    #[error("this passphrase does not open {path}")]
    WrongPassphrase {
        /// The recovery file.
        path: String,
    },
    /// The key cannot be had or does not match the file: try again, or use the recovery passphrase. Never a reason to
    /// start over or to delete.
    #[error("the records are here but still locked: {reason}")]
    KeyUnavailable {
        /// What is in the way, in English.
        reason: String,
    },
    /// Part of the diary cannot be read: copy the folder to a safe place. Nothing was deleted.
    #[error("part of the record file cannot be read: {reason}")]
    StoreDamaged {
        /// What is wrong, in English.
        reason: String,
    },
    /// The diary was written by a newer version: update the app; the records are untouched.
    #[error("this diary was written by a newer version (its schema is {found}, this version knows {known})")]
    StoreNewer {
        /// Schema of the diary, from 1.
        found: u32,
        /// Newest schema known here, from 1.
        known: u32,
    },
    /// No room: free some space and try again. What was saved before is safe; this was not saved.
    #[error("not saved: the disk is full")]
    StorageFull,
    /// Something else is writing to the diary: try again.
    #[error("something else is writing to this diary")]
    Busy,
    /// A rating outside its scale: correct it.
    #[error("{measure_id} takes {min_milli} to {max_milli} thousandths")]
    OutOfRange {
        /// The measure rated.
        measure_id: String,
        /// Lowest value of its scale, in thousandths of its unit.
        min_milli: i64,
        /// Highest value of its scale, in thousandths of its unit.
        max_milli: i64,
    },
    /// A value that no diary takes: correct it.
    #[error("{reason}")]
    Invalid {
        /// The rule it breaks, in English.
        reason: String,
    },
    /// The diary, or the entry, has no such measure.
    #[error("there is no measure {measure_id}")]
    UnknownMeasure {
        /// Its name.
        measure_id: String,
    },
    /// The diary has no such record.
    #[error("there is no {kind} with the id {id}")]
    UnknownRecord {
        /// Its kind, such as `check_in`.
        kind: String,
        /// Its id.
        id: String,
    },
    /// The phase of a session already has a rating of this measure.
    #[error("{measure_id} is already rated in this phase of the session")]
    RatedBefore {
        /// The measure.
        measure_id: String,
    },
    /// Two held sessions at one time: confirm with `overlap`, or correct the times.
    #[error("this session overlaps another one that was held (id {session_id})")]
    Overlap {
        /// The other session.
        session_id: String,
    },
    /// A report could not be written: choose another place; no partial file is left.
    #[error("{path} could not be written")]
    OutputNotWritten {
        /// The file.
        path: String,
    },
    /// The record is saved, but the file read while locked still shows what it showed before: say both.
    #[error("saved, but {path} could not be written anew and shows what it showed before")]
    OpenNotWritten {
        /// The file.
        path: String,
    },
    /// A file could not be read: check the place; nothing was changed.
    #[error("{path} could not be read")]
    InputNotRead {
        /// The file.
        path: String,
    },
    /// The diary was shut before this call: open it again.
    #[error("this diary was shut")]
    Shut,
    /// Anything else: try again.
    #[error("{reason}")]
    Other {
        /// What is known, in English.
        reason: String,
    },
}

impl From<tidemark::DiaryError> for DiaryError {
    fn from(error: tidemark::DiaryError) -> Self {
        use tidemark::DiaryError as Core;
        match error {
            Core::NotFound { path } => Self::NotFound { path: path.display().to_string() },
            Core::AlreadyExists { path } => Self::AlreadyExists { path: path.display().to_string() },
            Core::WrongPassphrase { path } => Self::WrongPassphrase { path: path.display().to_string() },
            Core::KeyUnavailable { reason, .. } => Self::KeyUnavailable { reason: reason.to_owned() },
            Core::StoreDamaged { reason, .. } => Self::StoreDamaged { reason },
            Core::StoreNewer { found, known } => Self::StoreNewer { found, known },
            Core::StorageFull { .. } => Self::StorageFull,
            Core::Busy { .. } => Self::Busy,
            Core::Invalid { rule } => rule.into(),
            Core::UnknownMeasure { measure, .. } => Self::UnknownMeasure { measure_id: measure.to_string() },
            Core::UnknownRecord { kind, id } => Self::UnknownRecord { kind: kind.to_owned(), id },
            Core::RatedBefore { measure } => Self::RatedBefore { measure_id: measure.to_string() },
            Core::Overlap { session } => Self::Overlap { session_id: session.to_string() },
            Core::OutputNotWritten { path, .. } => {
                Self::OutputNotWritten { path: path.display().to_string() }
            }
            Core::OpenNotWritten { path, .. } => Self::OpenNotWritten { path: path.display().to_string() },
            Core::InputNotRead { path, .. } => Self::InputNotRead { path: path.display().to_string() },
            // The facade's enum may grow; what has no next step of its own here keeps its words.
            other => Self::Other { reason: other.to_string() },
        }
    }
}

impl From<Invalid> for DiaryError {
    fn from(rule: Invalid) -> Self {
        match rule {
            Invalid::OutOfRange { measure, min, max } => Self::OutOfRange {
                measure_id: measure.to_string(),
                min_milli: min.thousandths(),
                max_milli: max.thousandths(),
            },
            other => Self::Invalid { reason: other.to_string() },
        }
    }
}
