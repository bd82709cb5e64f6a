//! Taking entries from a file: read once, shown with its counts, and then applied as it was shown, or left.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use tidemark::exchange::{Answers, App, Becomes, Import, NameUse};
use tidemark::model::{RecordedBy, ZoneName};
use tidemark::{Deleted, Format};

use crate::error::RejectedRow;
use crate::watcher::watched;
use crate::{DiaryError, Moment, OpenDiary, Period, Watcher};

/// What a file claims to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum ImportFormat {
    /// What Tidemark writes: CSV or JSON Lines, a folder or a zip archive.
    Tables,
    /// Any CSV, read through a column map.
    Columns,
    /// The export of Daylio.
    Daylio,
    /// The export of Bearable.
    Bearable,
    /// The export of Track & Graph.
    TrackAndGraph,
    /// The zip archive of Loop Habit Tracker.
    LoopHabits,
}

/// A file to read, and what the person said about it.
#[derive(Clone, uniffi::Record)]
pub struct ImportRequest {
    /// The file or folder.
    pub path: String,
    /// What it is; found out from its contents when none is given.
    #[uniffi(default = None)]
    pub format: Option<ImportFormat>,
    /// The text of a column map, for `Columns`.
    #[uniffi(default = None)]
    pub column_map: Option<String>,
    /// What names of the file stand for, each `NAME=ANSWER`: a number, a range such as `0..10`, a measure, a practice or `skip`.
    #[uniffi(default = [])]
    pub answers: Vec<String>,
    /// Zone of times that name none, an IANA name; the zone of `now` when none is given.
    #[uniffi(default = None)]
    pub zone_id: Option<String>,
}

/// How rows that cannot be taken as they are, and rows of deleted entries, are dealt with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Record)]
pub struct ImportChoices {
    /// Whether rows that cannot be taken are left out; otherwise one of them stops the import.
    pub skip_rejected: bool,
    /// Whether entries that the person deleted come back; otherwise they stay out.
    pub restore_deleted: bool,
}

/// What applying an import would do.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct ImportPreview {
    /// Name of the format: `csv`, `columns` or that of an app.
    pub format: String,
    /// The file, its name alone.
    pub file: String,
    /// Entries by what becomes of them.
    pub counts: ImportCounts,
    /// Measures that would be new, by name.
    pub new_measures: Vec<String>,
    /// First and last day of the entries in the file.
    pub period: Option<Period>,
    /// Rows without a value and without a note; they add nothing.
    pub empty_rows: u32,
    /// Rows left out because an answer said so.
    pub left_out_rows: u32,
    /// Names and words of the file that had to be placed, in their order.
    pub names: Vec<ImportName>,
    /// Zone in which times that name none were read; none when there were no such times.
    pub zone_id: Option<String>,
    /// What the reader had to choose, in English, at most 1,000.
    pub choices: Vec<String>,
    /// Rows that cannot be taken, all counted.
    pub rejected: u32,
    /// Which and why, the first 1,000.
    pub rejected_rows: Vec<RejectedRow>,
}

/// A name or word of a file, and what it became.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct ImportName {
    /// The name as the file writes it.
    pub name: String,
    /// What it became, in English; none while it waits for an answer. An answer `NAME=ANSWER` says otherwise.
    pub becomes: Option<String>,
    /// What the answer may be, in English, for a name that waits for one.
    pub takes: Option<String>,
    /// In how many rows it stands.
    pub rows: u32,
}

/// Entries by what became, or would become, of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Record)]
pub struct ImportCounts {
    /// Not in the diary before.
    pub new: u32,
    /// Already there; left as they are, edits kept.
    pub same: u32,
    /// Deleted by the person before; left out.
    pub deleted: u32,
    /// Deleted by the person before; brought back, because the person said so.
    pub restored: u32,
}

/// What an applied import did.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct ImportOutcome {
    /// Id of the import, a UUID; what `undo_import` takes.
    pub batch_id: String,
    /// Entries by what became of them.
    pub counts: ImportCounts,
}

/// An import that was applied.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct AppliedImport {
    /// Its id, a UUID.
    pub batch_id: String,
    /// Name of the file format.
    pub format: String,
    /// SHA-256 of the file, hexadecimal.
    pub sha256: String,
    /// When it was applied, milliseconds since 1970-01-01 UTC.
    pub applied_at_ms: i64,
    /// Entries by what became of them.
    pub counts: ImportCounts,
    /// Rows that could not be taken.
    pub rejected: u32,
    /// Whether it was undone.
    pub undone: bool,
}

/// What undoing an import did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Record)]
pub struct ImportUndone {
    /// Entries removed.
    pub removed: u32,
    /// Entries that stay because they were edited or built upon since.
    pub edited: u32,
    /// Entries that stay because those belong to them, or they to those.
    pub with_them: u32,
}

/// A file that was read for import and waits to be applied; nothing of it is in the diary yet. Holds the person's words.
#[derive(uniffi::Object)]
pub struct PendingImport(pub(crate) Mutex<Import>);

#[uniffi::export]
impl OpenDiary {
    /// Reads a file for import; the diary is only asked for its measures.
    ///
    /// # Errors
    /// `InputNotRead`, `ImportFormat`, `ImportFile`, `Invalid` for a zone nobody knows.
    pub fn read_import(
        &self,
        request: &ImportRequest,
        now: &Moment,
    ) -> Result<Arc<PendingImport>, DiaryError> {
        let mut answers = Answers::default();
        for answer in &request.answers {
            answers.add(answer).map_err(tidemark::DiaryError::ImportFile)?;
        }
        let now: tidemark::model::Moment = now.try_into()?;
        let zone = match &request.zone_id {
            Some(name) => Some(ZoneName::new(name)?),
            None => now.zone,
        };
        let (path, format) = (Path::new(&request.path), request.format.map(Format::from));
        let map = request.column_map.as_deref();
        self.with(|diary| {
            let import = diary.read_import_with(path, format, map, &answers, zone, now)?;
            Ok(Arc::new(PendingImport(Mutex::new(import))))
        })
    }

    /// What applying it would do; changes nothing.
    ///
    /// # Errors
    /// `StoreDamaged`.
    pub fn preview_import(
        &self,
        pending: &PendingImport,
        choices: ImportChoices,
    ) -> Result<ImportPreview, DiaryError> {
        self.outside()?; // before the lock of what is pending, which this thread may hold
        let import = pending.0.lock().unwrap_or_else(PoisonError::into_inner);
        let preview = self.with(|diary| Ok(diary.preview_import_with(&import, deleted(choices))?))?;
        Ok(ImportPreview {
            format: import.format.to_owned(),
            file: import.file.clone(),
            counts: preview.counts.into(),
            new_measures: preview.new_measures,
            period: preview.period.map(Period::from),
            empty_rows: preview.empty_rows,
            left_out_rows: import.left_out_rows,
            names: import.names.iter().map(ImportName::from).collect(),
            zone_id: import.zone.map(|zone| zone.name().to_owned()),
            choices: import.choices.iter().map(ToString::to_string).collect(),
            rejected: import.rejected_rows,
            rejected_rows: import.rejected.iter().map(RejectedRow::from).collect(),
        })
    }

    /// Adds what is new in it, all or nothing, in one transaction after a snapshot. The watcher is told entry by entry, in
    /// hundreds.
    ///
    /// # Errors
    /// `ImportRows` unless rejected rows are skipped, `StorageFull`, `Busy`, `Cancelled`, `WatcherFailed`; then nothing was
    /// added.
    pub fn apply_import(
        &self,
        pending: &PendingImport,
        choices: ImportChoices,
        watcher: Option<Box<dyn Watcher>>,
        now: &Moment,
    ) -> Result<ImportOutcome, DiaryError> {
        let now = now.try_into()?;
        self.outside()?; // before the lock of what is pending, which this thread may hold
        let import = pending.0.lock().unwrap_or_else(PoisonError::into_inner);
        let how = tidemark::ApplyImport {
            skip_rejected: choices.skip_rejected,
            deleted: deleted(choices),
            by: RecordedBy::Own,
        };
        watched(watcher.as_deref(), |watch| {
            self.with(|diary| {
                let outcome = diary.apply_import_watched(&import, how, watch, now)?;
                Ok(ImportOutcome { batch_id: outcome.batch.to_string(), counts: outcome.counts.into() })
            })
        })
    }

    /// The imports that were applied, the latest last.
    ///
    /// # Errors
    /// `StoreDamaged`.
    pub fn imports(&self) -> Result<Vec<AppliedImport>, DiaryError> {
        self.with(|diary| Ok(diary.imports()?.into_iter().map(AppliedImport::from).collect()))
    }

    /// Removes what an import brought: all of it, or, when some of it was edited or built upon since, nothing; with
    /// `keep_edited` the rest of it.
    ///
    /// # Errors
    /// `ImportEdited`, `Refused` for an unknown import or one undone before, `StorageFull`; then nothing was removed.
    pub fn undo_import(
        &self,
        batch_id: &str,
        keep_edited: bool,
        now: &Moment,
    ) -> Result<ImportUndone, DiaryError> {
        let now = now.try_into()?;
        self.with(|diary| {
            let undone = diary.undo_import(batch_id, keep_edited, RecordedBy::Own, now)?;
            Ok(ImportUndone { removed: undone.removed, edited: undone.edited, with_them: undone.with_them })
        })
    }
}

const fn deleted(choices: ImportChoices) -> Deleted {
    if choices.restore_deleted { Deleted::ComesBack } else { Deleted::StaysOut }
}

impl From<ImportFormat> for Format {
    fn from(from: ImportFormat) -> Self {
        match from {
            ImportFormat::Tables => Self::Csv,
            ImportFormat::Columns => Self::Columns,
            ImportFormat::Daylio => Self::App(App::Daylio),
            ImportFormat::Bearable => Self::App(App::Bearable),
            ImportFormat::TrackAndGraph => Self::App(App::TrackAndGraph),
            ImportFormat::LoopHabits => Self::App(App::LoopHabits),
        }
    }
}

impl From<&NameUse> for ImportName {
    fn from(from: &NameUse) -> Self {
        let (becomes, takes) = match from.becomes {
            Becomes::Asked { takes } => (None, Some(takes.to_owned())),
            ref known => (Some(known.to_string()), None),
        };
        Self { name: from.name.as_str().to_owned(), becomes, takes, rows: from.rows }
    }
}

impl From<tidemark::ImportCounts> for ImportCounts {
    fn from(from: tidemark::ImportCounts) -> Self {
        Self { new: from.new, same: from.same, deleted: from.deleted, restored: from.restored }
    }
}

impl From<tidemark::Imported> for AppliedImport {
    fn from(from: tidemark::Imported) -> Self {
        Self {
            batch_id: from.id.to_string(),
            format: from.format,
            sha256: from.sha256.to_string(),
            applied_at_ms: from.applied_at.millis(),
            counts: from.counts.into(),
            rejected: from.rejected,
            undone: from.undone_at.is_some(),
        }
    }
}
