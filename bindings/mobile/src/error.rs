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
    /// The file was written whole, but the diary could not note that it left: say so, and go on.
    #[error("{path} was written, but the diary could not note that it left")]
    NotNoted {
        /// The file.
        path: String,
    },
    /// A total above the range of its questionnaire: correct it.
    #[error("total {total} is above {most}")]
    TotalOutOfRange {
        /// The total given.
        total: u16,
        /// The highest there is.
        most: u16,
    },
    /// Items that do not add up to the total: correct either.
    #[error("items add up to {sum}, total says {total}")]
    SumMismatch {
        /// What the items add up to.
        sum: u16,
        /// The total given.
        total: u16,
    },
    /// An id that fits more than one record: give the whole id.
    #[error("more than one {kind} has an id that ends in {id}")]
    AmbiguousRecord {
        /// Its kind.
        kind: String,
        /// What was given.
        id: String,
    },
    /// The record was changed elsewhere between reading and writing: read it again and repeat the change.
    #[error("the {kind} {id} was changed meanwhile")]
    ChangedMeanwhile {
        /// Its kind.
        kind: String,
        /// Its id.
        id: String,
    },
    /// The measure is not among those of the session, which were fixed when it was made.
    #[error("{measure_id} is not among the measures of this session")]
    NotOfThisSession {
        /// The measure.
        measure_id: String,
    },
    /// Another session is going on: finish it first.
    #[error("the session {session_id} is still running")]
    SessionRuns {
        /// The running one.
        session_id: String,
    },
    /// The session is over, or never will be: add another if there was one.
    #[error("the session {session_id} is not a planned one")]
    SessionOver {
        /// Which.
        session_id: String,
    },
    /// No timer runs for the session: start it, or add it with its length.
    #[error("this session is not running")]
    NotRunning,
    /// A measure of that name is there already: choose another name.
    #[error("there is already a measure {measure_id}")]
    MeasureExists {
        /// Its name.
        measure_id: String,
    },
    /// More measures than anybody can answer: archive one first.
    #[error("at most {most} measures are active at one time")]
    TooManyMeasures {
        /// The most.
        most: u32,
    },
    /// What was asked does not go with what is there, or there is nothing to do it to; the code says which, and nothing was
    /// changed.
    #[error("{reason}")]
    Refused {
        /// Which rule.
        code: Refusal,
        /// The same in English.
        reason: String,
    },
    /// The file cannot be read as what it claims to be; nothing was imported.
    #[error("{reason}")]
    ImportFile {
        /// What is wrong, with the file and, where there is one, the line.
        reason: String,
    },
    /// Nothing in the file tells what it is: name its format, or give a column map. Nothing was imported.
    #[error("{path} has no format that can be told")]
    ImportFormat {
        /// The file.
        path: String,
    },
    /// Rows that cannot be taken: correct them, or leave them out. Nothing was imported.
    #[error("{total} rows cannot be taken")]
    ImportRows {
        /// How many.
        total: u32,
        /// The first 1,000 of them.
        rows: Vec<RejectedRow>,
    },
    /// Entries of the import were edited or built upon since: keep those and remove the rest, or remove nothing.
    #[error("{edited} entries of this import were edited since")]
    ImportEdited {
        /// Edited, or referred to by something added since.
        edited: u32,
        /// Belonging to those.
        with_them: u32,
    },
    /// The passphrase does not open the backup: try another; current records are untouched.
    #[error("this passphrase does not open {path}")]
    BackupWrongPassphrase {
        /// The backup.
        path: String,
    },
    /// The file is no backup, or not all of one: try another copy; current records are untouched.
    #[error("{path} is incomplete ({have} of {parts} parts): {reason}")]
    BackupDamaged {
        /// The backup.
        path: String,
        /// Parts that are whole.
        have: u32,
        /// Parts in all.
        parts: u32,
        /// What was found, in English.
        reason: String,
    },
    /// A newer version wrote the backup: update the app; current records are untouched.
    #[error("this backup was made by a newer version (its {what} is {found}, this version knows {known})")]
    BackupNewer {
        /// `format` or `schema`.
        what: String,
        /// Of the backup.
        found: u32,
        /// Newest known here.
        known: u32,
    },
    /// The diary that is there holds what the backup lacks: merge both, or replace it on purpose. Nothing was changed.
    #[error("{path} has {entries} entries that the backup does not have, or has in an older form")]
    NewerEntries {
        /// The diary.
        path: String,
        /// How many.
        entries: u32,
    },
    /// The diary that is there cannot be compared with the backup: name its key, restore elsewhere, or replace it on purpose.
    #[error("{path} cannot be compared with the backup: {reason}")]
    NotCompared {
        /// The diary.
        path: String,
        /// What is in the way, in English.
        reason: String,
    },
    /// There is no snapshot that opens.
    #[error("{path} has no snapshot")]
    NoSnapshot {
        /// The diary.
        path: String,
    },
    /// What is open is a snapshot and can only be read: back it up and restore that to go on from it.
    #[error("{path} is a snapshot and can only be read")]
    ReadOnly {
        /// The snapshot.
        path: String,
    },
    /// A small file beside the records cannot be read as what it is; the records are untouched.
    #[error("{path} cannot be read: {reason}")]
    InputDamaged {
        /// The file.
        path: String,
        /// What is wrong with it, in English.
        reason: String,
    },
    /// The person broke it off: nothing was changed, and nothing of it is left.
    #[error("broken off: {reason}")]
    Cancelled {
        /// What was being done, in English.
        reason: String,
    },
    /// What was to be told of the progress failed itself, so the work was broken off: nothing was changed.
    #[error("the watcher of this work failed")]
    WatcherFailed,
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

/// Why something does not go with what is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum Refusal {
    /// Nothing was done that could be taken back.
    NothingToUndo,
    /// No card of that name this week.
    UnknownCard,
    /// No coming visit has room for another question.
    NoComingVisit,
    /// No intake sheet was ever written.
    NoIntakeSheet,
    /// There is a plan already; adjust it.
    PlanExists,
    /// There is no plan yet.
    NoPlan,
    /// This version of the plan is in use and stays as it is.
    PlanInUse,
    /// An adjustment is part of the version of the plan that it made.
    PartOfPlan,
    /// Such a record is written by the program alone.
    NotByHand,
    /// There is no starter set of that name.
    UnknownStarterSet,
    /// There is no import of that id that could be taken back.
    UnknownImport,
    /// This import was undone before.
    ImportUndoneBefore,
}

/// A row of a file that cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct RejectedRow {
    /// The file, its name alone.
    pub file: String,
    /// Line on which the row starts, from 1, as a text editor counts.
    pub line: u64,
    /// The column, when one is at fault.
    pub column: Option<String>,
    /// The rule it breaks, in English.
    pub reason: String,
}

impl From<&tidemark::exchange::RowError> for RejectedRow {
    fn from(from: &tidemark::exchange::RowError) -> Self {
        Self {
            file: from.file.clone(),
            line: from.line,
            column: from.column.as_ref().map(ToString::to_string),
            reason: from.reason.to_string(),
        }
    }
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
            Core::UnknownRecord { kind, id } => Self::UnknownRecord { kind: kind.to_owned(), id: short(id) },
            Core::UnknownNote { id } => Self::UnknownRecord { kind: "note".to_owned(), id: short(id) },
            Core::RatedBefore { measure } => Self::RatedBefore { measure_id: measure.to_string() },
            Core::Overlap { session } => Self::Overlap { session_id: session.to_string() },
            Core::OutputNotWritten { path, .. } => {
                Self::OutputNotWritten { path: path.display().to_string() }
            }
            Core::OpenNotWritten { path, .. } => Self::OpenNotWritten { path: path.display().to_string() },
            Core::InputNotRead { path, .. } => Self::InputNotRead { path: path.display().to_string() },
            Core::NotNoted { path, .. } => Self::NotNoted { path: path.display().to_string() },
            Core::AmbiguousRecord { kind, id } => {
                Self::AmbiguousRecord { kind: kind.to_owned(), id: short(id) }
            }
            Core::ChangedMeanwhile { kind, id } => Self::ChangedMeanwhile { kind: kind.to_owned(), id },
            Core::NotOfThisSession { measure, .. } => {
                Self::NotOfThisSession { measure_id: measure.to_string() }
            }
            Core::SessionRuns { session } => Self::SessionRuns { session_id: session.to_string() },
            Core::SessionOver { session } => Self::SessionOver { session_id: session.to_string() },
            Core::NotRunning => Self::NotRunning,
            Core::MeasureExists { measure } => Self::MeasureExists { measure_id: measure.to_string() },
            Core::TooManyMeasures { most } => {
                Self::TooManyMeasures { most: u32::try_from(most).unwrap_or(u32::MAX) }
            }
            Core::ImportFile(error) => Self::ImportFile { reason: error.to_string() },
            Core::ImportMap(error) => Self::ImportFile { reason: error.to_string() },
            Core::ImportFormat { path } => Self::ImportFormat { path: path.display().to_string() },
            Core::ImportRows { total, rows, .. } => {
                Self::ImportRows { total, rows: rows.iter().map(RejectedRow::from).collect() }
            }
            Core::ImportEdited { edited, with_them } => Self::ImportEdited { edited, with_them },
            Core::BackupWrongPassphrase { path } => {
                Self::BackupWrongPassphrase { path: path.display().to_string() }
            }
            Core::BackupDamaged { path, have, parts, reason } => {
                Self::BackupDamaged { path: path.display().to_string(), have, parts, reason }
            }
            Core::BackupNewer { what, found, known } => {
                Self::BackupNewer { what: what.to_owned(), found, known }
            }
            Core::NewerEntries { path, entries } => {
                Self::NewerEntries { path: path.display().to_string(), entries }
            }
            Core::NotCompared { path, reason, .. } => {
                Self::NotCompared { path: path.display().to_string(), reason }
            }
            Core::NoSnapshot { path } => Self::NoSnapshot { path: path.display().to_string() },
            Core::ReadOnly { path } => Self::ReadOnly { path: path.display().to_string() },
            Core::InputDamaged { path, reason } => {
                Self::InputDamaged { path: path.display().to_string(), reason: reason.to_owned() }
            }
            Core::Cancelled { .. } => Self::Cancelled { reason: error.to_string() },
            // The facade's enum may grow; what has no next step of its own here keeps its words.
            other => match refusal(&other) {
                Some(code) => Self::Refused { code, reason: short(other.to_string()) },
                None => Self::Other { reason: other.to_string() },
            },
        }
    }
}

/// Characters of an id or a name that an error repeats; a real one has 36 at most.
const REPEATED: usize = 200;

/// What was asked for is repeated in the error, and may have been anything: a text of megabytes is not logged as well.
fn short(text: String) -> String {
    if text.chars().nth(REPEATED).is_none() {
        return text;
    }
    text.chars().take(REPEATED).chain(['…']).collect()
}

const fn refusal(error: &tidemark::DiaryError) -> Option<Refusal> {
    use tidemark::DiaryError as Core;
    Some(match error {
        Core::NothingToUndo => Refusal::NothingToUndo,
        Core::UnknownCard { .. } => Refusal::UnknownCard,
        Core::NoComingVisit => Refusal::NoComingVisit,
        Core::NoIntakeSheet => Refusal::NoIntakeSheet,
        Core::PlanExists { .. } => Refusal::PlanExists,
        Core::NoPlan => Refusal::NoPlan,
        Core::PlanInUse { .. } => Refusal::PlanInUse,
        Core::PartOfPlan => Refusal::PartOfPlan,
        Core::NotByHand { .. } => Refusal::NotByHand,
        Core::UnknownStarterSet { .. } => Refusal::UnknownStarterSet,
        Core::UnknownImport { .. } => Refusal::UnknownImport,
        Core::ImportUndoneBefore { .. } => Refusal::ImportUndoneBefore,
        _ => return None,
    })
}

impl From<Invalid> for DiaryError {
    fn from(rule: Invalid) -> Self {
        match rule {
            Invalid::OutOfRange { measure, min, max } => Self::OutOfRange {
                measure_id: measure.to_string(),
                min_milli: min.thousandths(),
                max_milli: max.thousandths(),
            },
            Invalid::TotalOutOfRange { total, most } => Self::TotalOutOfRange { total, most },
            Invalid::SumMismatch { sum, total } => Self::SumMismatch { sum, total },
            other => Self::Invalid { reason: other.to_string() },
        }
    }
}
