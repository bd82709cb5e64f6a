//! Reading the folder back: every row becomes the record it was, under its own id.
//!
//! `datapackage.json` says how many rows each file had: fewer is a cut file and refused, another hash is an edited one,
//! read and told. Where two files say the same (an entry's day in `observations.csv`), the entry's own file has the
//! last word and a row that differs is refused, so that an edit made in one place only is never dropped in silence.
//! Facts that follow from others (`row_id`, `measure_label`, `entry_mode`, `delay_min`) are not read.

mod entries;
mod ratings;
mod singles;

pub use ratings::{Ratings, ratings};

use std::borrow::Cow;
use std::path::Path;

use sha2::{Digest, Sha256};
use tidemark_model::{DecimalMark, Identity, Incoming, Record};

use super::cells::{Cells, Sheet};
use super::json;
use super::package::{self, Package};
use super::source::Source;
use super::tables::{self, Form, Table};
use crate::decode::decode;
use crate::import::{Rejects, choose};
use crate::table::{Body, Header, Row, delimiter, table};
use crate::{Choice, ChoiceKind, Import, ImportError, Mapping, RowError};

/// Name of the format in the import log; both forms hold the same records under the same ids.
const FORMAT: &str = "csv";

/// Reads a folder that [`super::write`] wrote, or the archive of [`super::zip`]; a spreadsheet may have been through its
/// files.
///
/// # Errors
/// [`ImportError`] when the folder, the archive or a file of it is refused as a whole. Single rows are in [`Import::rejected`].
pub fn read(folder: &Path) -> Result<Import, ImportError> {
    let mut source = Source::open(folder)?;
    let package = description(&mut source)?;
    let mut import = Import {
        format: FORMAT,
        file: folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default(),
        sha256: [0; 32],
        measures: Vec::new(),
        records: Vec::new(),
        empty_rows: 0,
        left_out_rows: 0,
        names: Vec::new(),
        zone: None,
        mapping: Mapping::default(),
        choices: Vec::new(),
        rejected: Vec::new(),
        rejected_rows: 0,
    };
    let mut hasher = Sha256::new().chain_update(&package.bytes);
    let mut files = Vec::new();
    for table in tables::ALL {
        if let Some(file) = SourceFile::open(&mut source, table, &package.read)? {
            hasher.update(&file.bytes);
            files.push(file);
        }
    }
    import.sha256 = hasher.finalize().into();
    let older = package.read.tidemark.version < package::VERSION;
    let mut reading =
        Reading { files: &files, older, choices: &mut import.choices, rejects: Rejects::default() };
    import.measures = singles::measures(&mut reading)?;
    import.records = singles::records(&mut reading, &import.measures)?;
    let rejects = reading.rejects;
    import.rejected = rejects.kept;
    import.rejected_rows = rejects.rows;
    Ok(import)
}

struct Description {
    bytes: Vec<u8>,
    read: Package,
}

fn description(source: &mut Source) -> Result<Description, ImportError> {
    let folder = source.path().to_owned();
    let refused = || ImportError::NoPackage { path: folder.clone() };
    let bytes = match source.bytes(package::FILE) {
        Err(ImportError::Io { source, .. }) if source.kind() == std::io::ErrorKind::NotFound => {
            return Err(refused());
        }
        other => other?,
    };
    // What only a newer version knows may not fit our structs, so the version is looked at first.
    let json: serde_json::Value = serde_json::from_slice(&bytes).map_err(|_| refused())?;
    let asks = json.pointer("/tidemark/min_reader").and_then(serde_json::Value::as_u64);
    let found = asks.and_then(|n| u32::try_from(n).ok()).ok_or_else(refused)?;
    if found > package::VERSION {
        return Err(ImportError::NewerFormat { path: folder, found, known: package::VERSION });
    }
    let read: Package = serde_json::from_value(json).map_err(|_| refused())?;
    if read.tidemark.is_ours() { Ok(Description { bytes, read }) } else { Err(refused()) }
}

/// One file of the folder, with what the description says of it.
struct SourceFile {
    table: Table,
    form: Form,
    name: String,
    bytes: Vec<u8>,
    changed: bool,
    rows: u64,
}

impl SourceFile {
    /// None for a table that the folder was written without.
    fn open(source: &mut Source, table: Table, package: &Package) -> Result<Option<Self>, ImportError> {
        let said = package.resources.iter().find(|resource| resource.name == table.name);
        let Some(said) = said else {
            let absent = table.opt_in || table.since > package.tidemark.version;
            let refused = ImportError::NoPackage { path: source.path().to_owned() };
            return if absent { Ok(None) } else { Err(refused) };
        };
        // A path that the description names is never opened: it could point anywhere.
        let form = if said.path.ends_with(Form::JsonLines.ending()) { Form::JsonLines } else { Form::Csv };
        let name = table.file(form);
        let bytes = source.bytes(&name)?;
        let changed = package::hash(&Sha256::digest(&bytes).into()) != said.hash;
        Ok(Some(Self { table, form, name, bytes, changed, rows: said.rows }))
    }
}

/// Reading in progress: the files, and what is found on the way.
struct Reading<'r> {
    files: &'r [SourceFile],
    /// Whether the folder is of an older version, which lacks columns that came later.
    older: bool,
    choices: &'r mut Vec<Choice>,
    rejects: Rejects,
}

impl Reading<'_> {
    /// Reads every row of a table; a row that cannot be taken is noted and left out.
    fn rows<T>(
        &mut self,
        of: Table,
        names: impl Iterator<Item = &'static str>,
        mut read: impl FnMut(Cells<'_, '_>) -> Result<T, RowError>,
    ) -> Result<Vec<T>, ImportError> {
        let Some(source) = self.files.iter().find(|file| file.table == of) else { return Ok(Vec::new()) };
        let mut taken = Vec::new();
        let rejects = &mut self.rejects;
        let mut take = |sheet: &Sheet, row: &Row<'_>| {
            let cells = Cells { sheet, row };
            let length = row.length(sheet.len()).map_err(|reason| cells.whole(reason));
            match length.and_then(|()| read(cells)) {
                Ok(one) => taken.push(one),
                Err(error) => rejects.row([error]),
            }
        };
        let choice = match source.form {
            Form::Csv => source.each_csv_row(names, self.older, &mut take)?,
            Form::JsonLines => source.each_json_row(names, self.older, &mut take)?,
        };
        for kind in source.changed.then_some(ChoiceKind::ChangedSinceWritten).into_iter().chain(choice) {
            choose(self.choices, Choice { file: source.name.clone(), line: None, column: None, kind });
        }
        Ok(taken)
    }
}

impl SourceFile {
    fn each_csv_row(
        &self,
        names: impl Iterator<Item = &'static str>,
        older: bool,
        take: &mut dyn FnMut(&Sheet, &Row<'_>),
    ) -> Result<Option<ChoiceKind>, ImportError> {
        let decoded = decode(&self.name, &self.bytes)?;
        let delimiter = delimiter(&decoded.text);
        let (header, mut body) = table(&self.name, &decoded.text, delimiter)?;
        // Where a spreadsheet writes semicolons, it writes decimal commas.
        let decimal = if delimiter == b',' { DecimalMark::Point } else { DecimalMark::Comma };
        let sheet = Sheet::new(header, names, older, decimal, true)?;
        let mut count = 0;
        for row in body.by_ref() {
            let row = row?;
            if !row.is_empty() {
                count += 1;
                take(&sheet, &row);
            }
        }
        self.whole(&body, count)?;
        Ok(decoded.choice)
    }

    fn each_json_row(
        &self,
        names: impl Iterator<Item = &'static str>,
        older: bool,
        take: &mut dyn FnMut(&Sheet, &Row<'_>),
    ) -> Result<Option<ChoiceKind>, ImportError> {
        let file = || self.name.clone();
        let damaged = |line| ImportError::JsonLine { file: file(), line };
        let text = std::str::from_utf8(&self.bytes).map_err(|_| damaged(1))?;
        if !text.is_empty() && !text.ends_with('\n') {
            let line = count_lines(text);
            return Err(ImportError::Truncated { file: file(), line, sign: "no line break follows it" });
        }
        let names: Vec<&'static str> = names.collect();
        let header = Header::of_names(&self.name, &names);
        let sheet = Sheet::new(header, names.iter().copied(), older, DecimalMark::Point, false)?;
        let mut count = 0;
        for (line, text) in (1..).zip(text.lines()) {
            let object: serde_json::Map<String, serde_json::Value> =
                serde_json::from_str(text).map_err(|_| damaged(line))?;
            let cell = |name: &&str| match object.get(*name) {
                Some(value) => json::cell(value).map(Cow::Owned).ok_or_else(|| damaged(line)),
                None if older => Ok(Cow::Borrowed("")),
                None => Err(damaged(line)),
            };
            let fields = names.iter().map(cell).collect::<Result<Vec<_>, _>>()?;
            count += 1;
            take(&sheet, &Row { line, fields, ended: true });
        }
        if count < self.rows {
            return Err(ImportError::RowsMissing { file: file(), have: count, need: self.rows });
        }
        Ok(None)
    }

    /// Refuses a file that has lost rows, or that ends within one.
    fn whole(&self, body: &Body<'_>, have: u64) -> Result<(), ImportError> {
        let file = self.name.clone();
        // We and every spreadsheet end the last row with a line break.
        if let Some(line) = body.unended {
            return Err(ImportError::Truncated { file, line, sign: "no line break follows it" });
        }
        if have < self.rows {
            return Err(ImportError::RowsMissing { file, have, need: self.rows });
        }
        Ok(())
    }
}

fn count_lines(text: &str) -> u64 {
    u64::try_from(text.lines().count()).unwrap_or(u64::MAX)
}

/// A record with its place in the folder.
fn incoming(table: Table, line: u64, record: Record) -> Incoming {
    Incoming { file: table.file.into(), line, identity: Identity::Id, record }
}
