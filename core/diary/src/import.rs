//! Taking entries from a file: read, compared with the diary, shown, and only then applied, in one transaction.

use std::io::Read;
use std::path::Path;

use tidemark_exchange::columns::{self, ColumnMap};
use tidemark_exchange::{Answers, App, Import, ImportContext, ImportError, Mapping, csv};
use tidemark_model::{
    ImportBatchId, Incoming, Kind, LogicalDate, Measure, Moment, Period, Record, RecordId, RecordedBy,
    ZoneName,
};
use tidemark_store::{Deleted, Editor, ImportBatch, ImportCounts, Occasion};

use crate::watch::{Progress, Watcher, nobody};
use crate::{Diary, DiaryError, derive};

/// What a file claims to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// The folder or zip archive that `report --csv` writes.
    Csv,
    /// Any CSV, read through a column map.
    Columns,
    /// The export of another app.
    App(App),
}

/// What applying an import would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// Records: new, already there, deleted before.
    pub counts: ImportCounts,
    /// Measures that would be new.
    pub new_measures: Vec<String>,
    /// First and last day of the records in the file.
    pub period: Option<Period>,
    /// Rows without a value and without a note.
    pub empty_rows: u32,
}

/// How an import is applied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ApplyImport {
    /// Whether rows that cannot be taken are left out; otherwise they stop the import.
    pub skip_rejected: bool,
    /// What becomes of rows whose entry was deleted.
    pub deleted: Deleted,
    /// Who applies it.
    pub by: RecordedBy,
}

/// What an applied import did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportOutcome {
    /// Records: new, already there, deleted before.
    pub counts: ImportCounts,
    /// Which import it was.
    pub batch: ImportBatchId,
}

/// Name of the format that a column map reads.
const COLUMNS: &str = "columns";

/// Largest file read, 64 MiB.
const LARGEST: u64 = 64 * 1024 * 1024;

impl Diary {
    /// Reads a file or folder for import, without answers about its names; the diary is only asked for its measures.
    ///
    /// # Errors
    /// As [`Diary::read_import_with`].
    pub fn read_import(
        &mut self,
        path: &Path,
        format: Option<Format>,
        map: Option<&str>,
        zone: Option<ZoneName>,
        now: Moment,
    ) -> Result<Import, DiaryError> {
        self.read_import_with(path, format, map, &Answers::default(), zone, now)
    }

    /// Reads a file or folder for import; `answers` are about names in the export of another app. The diary is only asked
    /// for its measures.
    ///
    /// # Errors
    /// [`DiaryError::InputNotRead`], [`DiaryError::ImportFormat`] for a file that is no export known here and has no
    /// column map, [`DiaryError::ImportMap`], [`DiaryError::ImportFile`].
    pub fn read_import_with(
        &mut self,
        path: &Path,
        format: Option<Format>,
        map: Option<&str>,
        answers: &Answers,
        zone: Option<ZoneName>,
        now: Moment,
    ) -> Result<Import, DiaryError> {
        let unknown = || DiaryError::ImportFormat { path: path.to_path_buf() };
        let context = ImportContext { recorded: now, rollover: self.rollover(), zone };
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let mut import = match (format, map) {
            (Some(Format::Csv), _) => csv::read(path).map_err(DiaryError::ImportFile)?,
            (None, None) if path.is_dir() => csv::read(path).map_err(DiaryError::ImportFile)?,
            (Some(Format::Columns), None) => return Err(unknown()),
            (Some(Format::Columns) | None, Some(map)) => {
                let map = ColumnMap::parse(map).map_err(DiaryError::ImportMap)?;
                let (bytes, known) = (read(path)?, self.measures()?);
                columns::read(&map, &known, &bytes, &name, &context, self.shell.entropy.as_mut())
                    .map_err(DiaryError::ImportFile)?
            }
            (Some(Format::App(_)) | None, _) => {
                let bytes = read(path)?;
                let app = match format {
                    Some(Format::App(app)) => Some(app),
                    _ => App::recognise(&name, &bytes).map_err(DiaryError::ImportFile)?,
                };
                match app {
                    Some(app) => {
                        let known = self.measures()?;
                        app.read(&known, &bytes, &name, answers, &context, self.shell.entropy.as_mut())
                            .map_err(DiaryError::ImportFile)?
                    }
                    None if App::is_archive(&bytes) => csv::read(path).map_err(|error| match error {
                        // Nobody said that it is ours.
                        ImportError::NoPackage { .. } => unknown(),
                        other => DiaryError::ImportFile(other),
                    })?,
                    None => return Err(unknown()),
                }
            }
        };
        self.refuse_other_scales(&import.measures)?;
        let by_map = import.format == COLUMNS;
        import.mapping = Mapping {
            zone: import.zone,
            answers: if by_map { Vec::new() } else { answers.texts().map(str::to_owned).collect() },
            map: map.filter(|_| by_map).map(str::to_owned),
        };
        Ok(import)
    }

    /// What applying `import` would do; changes nothing.
    ///
    /// # Errors
    /// [`DiaryError::StoreDamaged`].
    pub fn preview_import(&self, import: &Import) -> Result<Preview, DiaryError> {
        self.preview_import_with(import, Deleted::StaysOut)
    }

    /// As [`Self::preview_import`], told what becomes of rows whose entry was deleted.
    ///
    /// # Errors
    /// [`DiaryError::StoreDamaged`].
    pub fn preview_import_with(&self, import: &Import, deleted: Deleted) -> Result<Preview, DiaryError> {
        let known = self.store.measures()?;
        let new = |m: &Measure| !known.iter().any(|k| k.reference() == m.reference());
        let days: Vec<LogicalDate> =
            import.records.iter().filter_map(|incoming| derive::day(&incoming.record)).collect();
        let period = match (days.iter().min(), days.iter().max()) {
            (Some(first), Some(last)) => Some(Period::new(*first, *last)?),
            _ => None,
        };
        Ok(Preview {
            counts: self.store.preview_import(&import.records, deleted)?,
            new_measures: measures(&import.measures).filter(|m| new(m)).map(|m| m.id().to_string()).collect(),
            period,
            empty_rows: import.empty_rows,
        })
    }

    /// Adds what is new in `import`, all or nothing. Rejected rows stop it unless `skip_rejected`.
    ///
    /// # Errors
    /// [`DiaryError::ImportRows`], [`DiaryError::StorageFull`], [`DiaryError::Busy`]; then nothing was added.
    pub fn apply_import(
        &mut self,
        import: &Import,
        skip_rejected: bool,
        now: Moment,
    ) -> Result<ImportOutcome, DiaryError> {
        self.apply_import_with(import, skip_rejected, Deleted::StaysOut, RecordedBy::Own, now)
    }

    /// As [`Self::apply_import`], told what becomes of rows whose entry was deleted: one that comes back is as it was when it
    /// was deleted, and says in its history who brought it back.
    ///
    /// # Errors
    /// As [`Self::apply_import`].
    pub fn apply_import_with(
        &mut self,
        import: &Import,
        skip_rejected: bool,
        deleted: Deleted,
        by: RecordedBy,
        now: Moment,
    ) -> Result<ImportOutcome, DiaryError> {
        self.apply_import_watched(import, ApplyImport { skip_rejected, deleted, by }, &mut nobody(), now)
    }

    /// As [`Self::apply_import_with`], under a watcher who is told once in a hundred records.
    ///
    /// # Errors
    /// As [`Self::apply_import`], and [`DiaryError::Cancelled`]; then nothing was added.
    pub fn apply_import_watched(
        &mut self,
        import: &Import,
        how: ApplyImport,
        watch: &mut Watcher<'_>,
        now: Moment,
    ) -> Result<ImportOutcome, DiaryError> {
        let ApplyImport { skip_rejected, deleted, by } = how;
        if !skip_rejected {
            refuse_rejected(import)?;
        }
        let batch = ImportBatch {
            id: ImportBatchId::generate(now.instant, self.shell.entropy.as_mut()),
            format: import.format.to_owned(),
            file_sha256: import.sha256,
            applied_at: now.instant,
            mapping: import.mapping.to_text(),
            rejected: import.rejected_rows,
            reasons: import.rejected.iter().map(ToString::to_string).collect(),
        };
        self.store.snapshot(self.day_of(now)?, Occasion::Import)?;
        let all = import.measures.iter().chain(&import.records);
        let editor = Editor { at: now, by, reason: None };
        let entropy = self.shell.entropy.as_mut();
        let total = u64::try_from(import.measures.len() + import.records.len()).unwrap_or(u64::MAX);
        let mut tick = |done| watch(Progress { done, total });
        let counts = self.store.apply_import(&batch, all, deleted, &editor, entropy, &mut tick)?;
        self.refresh_open(Kind::SafetyPlan)?;
        Ok(ImportOutcome { counts, batch: batch.id })
    }

    /// A measure of the file that this diary has with another scale would make its values unreadable.
    fn refuse_other_scales(&self, incoming: &[Incoming]) -> Result<(), DiaryError> {
        let known = self.store.measures()?;
        let clash = measures(incoming).find(|m| {
            known.iter().any(|k| {
                k.reference() == m.reference() && (k.scale() != m.scale() || k.parts().unit != m.parts().unit)
            })
        });
        match clash {
            Some(m) => Err(DiaryError::ImportFile(ImportError::MeasureDiffers {
                measure: m.id().clone(),
                field: "scale",
            })),
            None => Ok(()),
        }
    }
}

/// Rows that cannot be taken, as an error; nothing when there are none.
///
/// # Errors
/// [`DiaryError::ImportRows`].
pub fn refuse_rejected(import: &Import) -> Result<(), DiaryError> {
    match import.rejected.first() {
        Some(first) => Err(DiaryError::ImportRows {
            total: import.rejected_rows,
            first: Box::new(first.clone()),
            rows: import.rejected.clone(),
        }),
        None => Ok(()),
    }
}

fn read(path: &Path) -> Result<Vec<u8>, DiaryError> {
    let failed = |source| DiaryError::InputNotRead { path: path.to_path_buf(), source };
    let mut bytes = Vec::new();
    // One byte more than is taken, so that the reader can say the file is too large.
    std::fs::File::open(path).map_err(failed)?.take(LARGEST + 1).read_to_end(&mut bytes).map_err(failed)?;
    Ok(bytes)
}

fn measures(incoming: &[Incoming]) -> impl Iterator<Item = &Measure> {
    incoming.iter().filter_map(|i| if let Record::Measure(m) = &i.record { Some(m) } else { None })
}
