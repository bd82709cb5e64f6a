//! What a person can do next when something did not work. Variants are next steps, not upstream errors.

use std::path::PathBuf;

use tidemark_exchange::backup::BackupError;
use tidemark_exchange::{ExportError, ImportError, MapError, RowError};
use tidemark_model::{ImportBatchId, Invalid, MeasureId, SessionId};
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
    /// A short id that fits more than one record.
    #[error("more than one {kind} has an id that ends in {id}")]
    AmbiguousRecord {
        /// Its kind.
        kind: &'static str,
        /// What was given.
        id: String,
    },
    /// A note that a report of these days and sections does not have.
    #[error("these days and sections have no note with the id {id}")]
    UnknownNote {
        /// The id of its entry.
        id: String,
    },
    /// A record was changed by another program between reading and writing.
    #[error("the {kind} {id} was changed by another program meanwhile")]
    ChangedMeanwhile {
        /// Its kind.
        kind: &'static str,
        /// Its id.
        id: String,
    },
    /// A card that is not among those of this week.
    #[error("there is no card {question} this week; those of this week: {known}")]
    UnknownCard {
        /// What was asked for.
        question: String,
        /// Those shown, or `none`.
        known: String,
    },
    /// An intake sheet is asked for, and none was ever written.
    #[error("there is no intake sheet in this diary yet")]
    NoIntakeSheet,
    /// A question for a visit, and no visit to come that has room for it.
    #[error("there is no coming visit with room for another question")]
    NoComingVisit,
    /// Nothing was done that could be taken back.
    #[error("there is nothing to take back")]
    NothingToUndo,
    /// A measure that the session does not ask for.
    #[error("{measure} is not among the measures of this session ({asked})")]
    NotOfThisSession {
        /// The measure.
        measure: MeasureId,
        /// Those fixed when the session was made.
        asked: String,
    },
    /// Another session is going on.
    #[error("the session {session} is still running")]
    SessionRuns {
        /// The running one.
        session: SessionId,
    },
    /// A session that is over, or never will be.
    #[error("the session {session} is not a planned one")]
    SessionOver {
        /// Which.
        session: SessionId,
    },
    /// No timer runs for the session.
    #[error("this session is not running")]
    NotRunning,
    /// A measure of that name is there already.
    #[error("there is already a measure {measure}")]
    MeasureExists {
        /// Its name.
        measure: MeasureId,
    },
    /// More measures than anybody can answer.
    #[error("at most {most} measures are active at one time")]
    TooManyMeasures {
        /// The most.
        most: usize,
    },
    /// Something that only the program writes.
    #[error("a {kind} is written by the program, not by hand")]
    NotByHand {
        /// Which kind of record.
        kind: &'static str,
    },
    /// There is a plan already.
    #[error("there is a plan already, version {version}")]
    PlanExists {
        /// Its newest version.
        version: u32,
    },
    /// There is no plan that could be changed.
    #[error("there is no plan yet")]
    NoPlan,
    /// A version of the plan that sessions ran under, or that another version follows from.
    #[error("version {version} of the plan is in use and stays as it is")]
    PlanInUse {
        /// Which.
        version: u32,
    },
    /// An adjustment cannot be removed alone.
    #[error("an adjustment is part of the version of the plan that it made")]
    PartOfPlan,
    /// A starter set that does not exist.
    #[error("there is no starter set {name}; there are {known}")]
    UnknownStarterSet {
        /// What was asked for.
        name: String,
        /// Those there are.
        known: String,
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
    /// An import the diary does not have.
    #[error("there is no import {id} that could be taken back")]
    UnknownImport {
        /// Its id, as it was given.
        id: String,
    },
    /// Entries of an import were edited since, or something added since belongs to them.
    #[error(
        "{edited} of the entries of this import were edited or added to since{}",
        if *with_them == 0 { String::new() } else { format!(", and {with_them} more belong to them") }
    )]
    ImportEdited {
        /// Edited, or referred to by something added since.
        edited: u32,
        /// Belonging to those.
        with_them: u32,
    },
    /// An import that was undone.
    #[error("this import was undone before ({batch})")]
    ImportUndoneBefore {
        /// Which.
        batch: ImportBatchId,
    },
    /// The file is no backup, or not all of one.
    #[error("this file is incomplete ({have} of {parts} parts): {reason} ({})", path.display())]
    BackupDamaged {
        /// The backup.
        path: PathBuf,
        /// Parts that are whole.
        have: u32,
        /// Parts in all.
        parts: u32,
        /// What was found.
        reason: String,
    },
    /// A newer version wrote the backup.
    #[error("this backup was made by a newer version (its {what} is {found}, this version knows {known})")]
    BackupNewer {
        /// Format or schema.
        what: &'static str,
        /// Of the backup.
        found: u32,
        /// Newest known here.
        known: u32,
    },
    /// The passphrase does not open the backup.
    #[error("this passphrase does not open {}", path.display())]
    BackupWrongPassphrase {
        /// The backup.
        path: PathBuf,
    },
    /// The diary that is there holds what the backup lacks.
    #[error("{} has {entries} entries that the backup does not have, or has in an older form", path.display())]
    NewerEntries {
        /// The diary.
        path: PathBuf,
        /// How many.
        entries: u32,
    },
    /// The diary that is there cannot be compared with the backup.
    #[error("{} cannot be compared with the backup: {reason}", path.display())]
    NotCompared {
        /// The diary.
        path: PathBuf,
        /// What is in the way.
        reason: String,
        /// What the layer below said.
        source: Option<Box<StoreError>>,
    },
    /// There is no snapshot.
    #[error("{} has no snapshot", path.display())]
    NoSnapshot {
        /// The diary.
        path: PathBuf,
    },
    /// A small file beside the records cannot be read as what it is.
    #[error("{} cannot be read: {reason}", path.display())]
    InputDamaged {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        reason: &'static str,
    },
    /// A snapshot can be read, not written.
    #[error("{} is a snapshot and can only be read", path.display())]
    ReadOnly {
        /// The snapshot.
        path: PathBuf,
    },
    /// Whoever watched the work broke it off.
    #[error("broken off while {doing}")]
    Cancelled {
        /// What was being done.
        doing: &'static str,
    },
    /// Whoever watched a restore broke it off.
    #[error("the restore was broken off")]
    BrokenOff {
        /// After which step.
        source: Box<StoreError>,
    },
    /// The diary, a report, an export or a key file could not be written.
    #[error("{} could not be written", path.display())]
    OutputNotWritten {
        /// The file.
        path: PathBuf,
        /// Why.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// A record was saved, but the file read while the diary is locked still says what it said before.
    #[error("saved, but {} could not be written anew and shows what it showed before", path.display())]
    OpenNotWritten {
        /// The file.
        path: PathBuf,
        /// Why.
        source: Box<Self>,
    },
    /// A file was written, but the diary could not note that it left.
    #[error("{} was written, but the diary could not note that it left", path.display())]
    NotNoted {
        /// The file.
        path: PathBuf,
        /// Why.
        source: Box<Self>,
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
                | Self::UnknownNote { .. }
                | Self::NoIntakeSheet
                | Self::RatedBefore { .. }
                | Self::AmbiguousRecord { .. }
                | Self::UnknownCard { .. }
                | Self::NotOfThisSession { .. }
                | Self::MeasureExists { .. }
                | Self::TooManyMeasures { .. }
                | Self::NotByHand { .. }
                | Self::UnknownStarterSet { .. }
                | Self::ImportFile(_)
                | Self::ImportMap(_)
                | Self::ImportRows { .. }
                | Self::ImportFormat { .. }
                | Self::UnknownImport { .. }
                | Self::BackupDamaged { .. }
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
                "Nothing was deleted. Copy the whole folder to a safe place first; then `tidemark verify` names what is \
                 gone, --snapshot reads the newest snapshot, and `tidemark restore` takes a backup."
            }
            Self::StoreNewer { .. } => "Update Tidemark; the records are untouched.",
            Self::StorageFull { .. } => "Free some space and try again; what was saved before is safe.",
            Self::Busy { .. } => "Wait for it and try again; nothing was changed.",
            Self::Invalid { .. }
            | Self::UnknownMeasure { .. }
            | Self::RatedBefore { .. }
            | Self::NotOfThisSession { .. }
            | Self::UnknownStarterSet { .. } => "Nothing was saved; correct it and try again.",
            Self::AmbiguousRecord { .. } => "Give more of the id; nothing was changed.",
            Self::ChangedMeanwhile { .. } => {
                "Look at it again and repeat your change; nothing was overwritten."
            }
            Self::UnknownNote { .. } => "`tidemark report --list-notes` shows them; nothing was written.",
            Self::UnknownCard { .. } => "`tidemark cards` shows them; nothing was changed.",
            Self::NoIntakeSheet => {
                "Write one with `tidemark intake add` and tick what may leave with `tidemark intake share`; nothing was written."
            }
            Self::NoComingVisit => {
                "Add one with `tidemark visit add`, or free one of its five questions; nothing was changed."
            }
            Self::NothingToUndo => "The records are as they were.",
            Self::SessionRuns { .. } => "Finish it first; nothing was changed.",
            Self::SessionOver { .. } => "Nothing was changed; add another session if there was one.",
            Self::NotRunning => "Start it first, or add it with its length; nothing was changed.",
            Self::MeasureExists { .. } => "Choose another name, or edit that one; nothing was changed.",
            Self::TooManyMeasures { .. } => "Archive one first; nothing was changed.",
            Self::NotByHand { .. } => "Nothing was saved.",
            Self::PlanExists { .. } | Self::PlanInUse { .. } => {
                "`tidemark plan adjust` makes a new version and keeps the reason; nothing was changed."
            }
            Self::NoPlan => "`tidemark plan add` writes the first one down; nothing was changed.",
            Self::PartOfPlan => "Remove that version, or adjust the plan again; nothing was changed.",
            Self::UnknownRecord { .. } => "`tidemark log` shows the ids; nothing was changed.",
            Self::Overlap { .. } => "Nothing was saved; if both took place, confirm with --overlap.",
            Self::BackupDamaged { .. } => "Try another copy of it; current records are untouched.",
            Self::BackupNewer { .. } => "Update Tidemark; current records are untouched.",
            Self::BackupWrongPassphrase { .. } => "Try another one; current records are untouched.",
            Self::NewerEntries { .. } => {
                "Nothing was changed; choose --merge to keep both, or --replace to go back to the backup."
            }
            Self::NotCompared { .. } => {
                "Nothing was changed; name the key of that diary with --key-file, restore to another place, or choose \
                 --replace, which keeps that diary beside the new one under another name."
            }
            Self::NoSnapshot { .. } => "A backup, when there is one, can be restored; nothing was changed.",
            Self::InputDamaged { .. } => "The records are untouched; it is written anew at the next change.",
            Self::ReadOnly { .. } => {
                "Nothing was changed; to go on from it, back it up with `tidemark backup --snapshot` and restore that."
            }
            Self::Cancelled { .. } => "Nothing was changed, and no partial file is left.",
            Self::BrokenOff { .. } => {
                "Either the former or the new diary is whole in its place; opening it finishes what is left to do."
            }
            Self::ImportFile(_) | Self::ImportMap(_) => "Nothing was imported.",
            Self::ImportFormat { .. } => {
                "Nothing was imported; exports of Daylio, Bearable, Track & Graph and Loop Habit Tracker are known by their \
                 column names, and for any other CSV name a column map with --map (docs/formats.md)."
            }
            Self::ImportRows { .. } => {
                "Nothing was imported; correct the rows, or leave them out with --skip-rejected."
            }
            Self::UnknownImport { .. } => "`tidemark import --list` shows the imports; nothing was changed.",
            Self::ImportEdited { .. } => {
                "Nothing was removed; --keep-edited keeps these and removes the rest."
            }
            Self::ImportUndoneBefore { .. } => {
                "Nothing was changed; for 30 days, importing the file again with --restore-deleted brings its entries back."
            }
            Self::OutputNotWritten { .. } => "Try again or choose another place; no partial file is left.",
            Self::OpenNotWritten { .. } => {
                "Make room or allow writing there; the next change of the safety plan, a contact or a reminder writes it."
            }
            Self::NotNoted { .. } => {
                "The file is whole and the records are untouched; only the note of it is missing."
            }
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
                reason: format!("{}, found while {doing}", error.damage()),
                source: Some(Box::new(error)),
            },
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
            StoreError::ChangedMeanwhile { kind, id } => Self::ChangedMeanwhile { kind, id },
            StoreError::RatedBefore { measure } => Self::RatedBefore { measure },
            StoreError::ImportEdited { edited, with_them } => Self::ImportEdited { edited, with_them },
            StoreError::ImportUndoneBefore { batch } => Self::ImportUndoneBefore { batch },
            StoreError::OpenFile { path, reason } => Self::InputDamaged { path, reason },
            StoreError::ReadOnly { path } => Self::ReadOnly { path },
            StoreError::Cancelled { doing } => Self::Cancelled { doing },
            StoreError::BrokenOff { .. } => Self::BrokenOff { source: Box::new(error) },
            StoreError::Io { ref path, .. } | StoreError::NotWritten { ref path, .. } => {
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

    /// A backup that could not be written or read.
    pub(crate) fn backup(path: &std::path::Path, error: BackupError) -> Self {
        let path = path.to_path_buf();
        match error {
            BackupError::NotABackup { reason } => {
                Self::BackupDamaged { path, have: 0, parts: 2, reason: reason.to_owned() }
            }
            BackupError::Damaged { have, parts, reason } => {
                Self::BackupDamaged { path, have, parts, reason: reason.to_owned() }
            }
            BackupError::Newer { found, known } => Self::BackupNewer { what: "format", found, known },
            BackupError::Io { doing: "reading", source } => Self::InputNotRead { path, source },
            BackupError::Io { source, .. } if source.kind() == std::io::ErrorKind::StorageFull => {
                Self::StorageFull { doing: "writing the backup" }
            }
            other => Self::OutputNotWritten { path, source: Box::new(other) },
        }
    }

    /// An export that could not be written.
    pub(crate) fn export(path: &std::path::Path, error: ExportError) -> Self {
        Self::OutputNotWritten { path: path.to_path_buf(), source: Box::new(error) }
    }
}
