//! Why a folder was not written, a file not read, a column map not understood. Texts name file, line, column and rule.
//!
//! A header or a name from a column map may appear; the content of a cell never does.

use std::path::PathBuf;

use tidemark_model::{Invalid, MeasureId};

/// Why a CSV folder was not written. Nothing partial is left.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ExportError {
    /// The disk said no.
    #[error("while {doing} {}", path.display())]
    Io {
        /// What was being done.
        doing: &'static str,
        /// To what.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// Something is there that this program did not write, and it stays.
    #[error("{} is there already and holds more than a former export", path.display())]
    OutputExists {
        /// The place.
        path: PathBuf,
    },
    /// A record names another one that was not handed over with it, so the tables would not fit together.
    #[error("{record} {id} names a {to} that is not among the records")]
    Dangling {
        /// Kind of the record.
        record: &'static str,
        /// Its id.
        id: String,
        /// What it names.
        to: &'static str,
    },
}

/// Why a file is refused as a whole.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ImportError {
    /// The disk said no.
    #[error("while {doing} {}", path.display())]
    Io {
        /// What was being done.
        doing: &'static str,
        /// To what.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// Nothing in it: no bytes, or no row of column names.
    #[error("{file} is empty")]
    Empty {
        /// The file.
        file: String,
    },
    /// More than a reader takes.
    #[error("{file} has more than {limit}")]
    TooLarge {
        /// The file.
        file: String,
        /// What there is too much of.
        limit: Limit,
    },
    /// One field above 1 MiB; often a quote that is never closed.
    #[error("{file}, line {line}, field {field}: longer than 1 MiB; a quote may be missing there")]
    FieldTooLong {
        /// The file.
        file: String,
        /// Line the field starts on.
        line: u64,
        /// Which field of the row, from 1.
        field: usize,
    },
    /// The file ends in the middle of a row.
    #[error("{file} ends in the middle of the row on line {line}, as a file that was cut does: {sign}")]
    Truncated {
        /// The file.
        file: String,
        /// Line the last row starts on, or the line of the quote that stays open.
        line: u64,
        /// What shows it, in words.
        sign: &'static str,
    },
    /// Column names and no row below them.
    #[error("{file} has its column names and no row below them")]
    NoRows {
        /// The file.
        file: String,
    },
    /// A zip archive that was cut, damaged or sealed.
    #[error("{file} is a zip archive that cannot be unpacked: it was cut, damaged or sealed")]
    Archive {
        /// The file.
        file: String,
    },
    /// Not what Loop Habit Tracker exports.
    #[error("{file} is no export of Loop Habit Tracker, which is a zip archive with Habits.csv in it")]
    NoHabits {
        /// The file.
        file: String,
    },
    /// An answer about a name of the file that does not fit.
    #[error("--map takes {takes}")]
    Answer {
        /// What may be answered, in words.
        takes: &'static str,
    },
    /// An answer names a measure that the diary does not have.
    #[error("--map names the measure {measure}, which this diary does not have")]
    NoMeasure {
        /// The measure.
        measure: MeasureId,
    },
    /// A file of a CSV folder has lost rows since it was written.
    #[error("{file} has {have} of the {need} rows it was written with: it was cut, or rows were deleted")]
    RowsMissing {
        /// The file.
        file: String,
        /// Rows found.
        have: u64,
        /// Rows written.
        need: u64,
    },
    /// A line of a JSON Lines file that is no row of its table.
    #[error("{file}, line {line}: not a row of this table as a JSON object")]
    JsonLine {
        /// The file.
        file: String,
        /// The line, from 1.
        line: u64,
    },
    /// A NUL byte, which no text file has.
    #[error("{file}, line {line}: a NUL byte; this is no text, or UTF-16 without its mark at the start")]
    NulByte {
        /// The file.
        file: String,
        /// Line it is on.
        line: u64,
    },
    /// Bytes that are no text in the encoding the file begins with.
    #[error("{file}, line {line}: not text in {encoding}")]
    Encoding {
        /// The file.
        file: String,
        /// Line on which it stops being text.
        line: u64,
        /// Name of the encoding.
        encoding: &'static str,
    },
    /// Characters between a closing quote and the next delimiter.
    #[error("{file}, line {line}, field {field}: text follows a closing quote; is the delimiter right?")]
    Quote {
        /// The file.
        file: String,
        /// Line the quote closes on.
        line: u64,
        /// Which field of the row, from 1.
        field: usize,
    },
    /// A column that is needed is not there.
    #[error("{file} has no column {column:?}; it has {}", have.join(", "))]
    MissingColumn {
        /// The file.
        file: String,
        /// The column.
        column: String,
        /// The columns it has.
        have: Vec<String>,
    },
    /// A column that is needed is there twice.
    #[error("{file} has the column {column:?} twice")]
    DuplicateColumn {
        /// The file.
        file: String,
        /// The column.
        column: String,
    },
    /// The folder or archive is no export of this program, or its description cannot be read.
    #[error("{} has no datapackage.json that this program wrote", path.display())]
    NoPackage {
        /// The folder.
        path: PathBuf,
    },
    /// A newer program wrote the folder.
    #[error("{} was written in format {found}; this program reads up to {known}", path.display())]
    NewerFormat {
        /// The folder.
        path: PathBuf,
        /// Reader it asks for.
        found: u32,
        /// Newest format known here.
        known: u32,
    },
    /// The times of the file need a zone and none is known.
    #[error("the times of {file} have no zone: name one, in a column map as zone = \"Europe/Dublin\"")]
    NoZone {
        /// The file.
        file: String,
    },
    /// The map names a measure the diary does not have and leaves out what a new one needs.
    #[error("measure {measure} is new to this diary: the column map needs its {field}")]
    NewMeasure {
        /// The measure.
        measure: MeasureId,
        /// What is missing.
        field: &'static str,
    },
    /// The map gives a measure of the diary another scale, unit, frame, direction or anchor.
    #[error("measure {measure} is in this diary with another {field}: leave that out, or use another id")]
    MeasureDiffers {
        /// The measure.
        measure: MeasureId,
        /// What differs.
        field: &'static str,
    },
}

/// What a file may have too much of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Limit {
    /// 64 MiB.
    Bytes,
    /// 1,000,000 rows.
    Rows,
    /// 1,000 columns.
    Columns,
    /// 1,000 names that would become measures.
    Names,
}

impl std::fmt::Display for Limit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Bytes => "64 MiB",
            Self::Rows => "1,000,000 rows",
            Self::Columns => "1,000 columns",
            Self::Names => "1,000 different names",
        })
    }
}

/// Why a column map is refused.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum MapError {
    /// It is not TOML, or has a field that no map has, or lacks one.
    #[error(
        "the column map is not readable{}{}",
        line.map(|n| format!(", line {n}")).unwrap_or_default(),
        wants.as_ref().map(|wants| format!(" ({wants})")).unwrap_or_default()
    )]
    Toml {
        /// Line of the first fault, when known.
        line: Option<usize>,
        /// What belongs there, when known. Nothing of the map itself: it may hold the person's words for a measure.
        wants: Option<String>,
    },
    /// A field holds something it cannot.
    #[error("the column map: {field} takes {allowed}")]
    Field {
        /// The field.
        field: String,
        /// What it takes.
        allowed: &'static str,
    },
    /// A name, range or code breaks a rule of the diary.
    #[error("the column map: {field}")]
    Value {
        /// The field.
        field: String,
        /// The rule.
        source: Invalid,
    },
}
