//! What a reader found in a file: records on their way into a diary, choices it took, rows it could not take.

mod amount;
mod answers;
mod app;
mod bearable;
mod clock;
mod daylio;
mod foreign_file;
mod loop_habits;
mod markup;
mod name;
mod own_measure;
mod practice_words;
mod track_and_graph;

pub use answers::Answers;
pub use app::App;
pub use name::{Becomes, Name, NameUse};

use tidemark_model::{Incoming, Moment, Rollover, ZoneName};

use crate::{Column, Mapping, RowError};

/// Everything read from one file or folder. Whether rejected rows stop the import is the caller's decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    /// Name of the format: `columns`, `csv` or that of an app.
    pub format: &'static str,
    /// The file or folder, its name alone.
    pub file: String,
    /// SHA-256 of the bytes; of a folder, of its `datapackage.json` followed by its files in their order.
    pub sha256: [u8; 32],
    /// Measures that the records need and the diary may not have; they go in first.
    pub measures: Vec<Incoming>,
    /// Records, in the order of the file; whatever one refers to comes before it.
    pub records: Vec<Incoming>,
    /// Rows without a value and without a note; they add nothing.
    pub empty_rows: u32,
    /// Rows that the person said to leave out.
    pub left_out_rows: u32,
    /// Names and words of the file that had to be placed, in their order; those that wait for an answer too.
    pub names: Vec<NameUse>,
    /// Zone in which times that name none were read; none when there were no such times.
    pub zone: Option<ZoneName>,
    /// What was said about the file; whoever hands over the answers and the map fills this in.
    pub mapping: Mapping,
    /// What the reader had to choose, at most 1,000.
    pub choices: Vec<Choice>,
    /// What it could not take, at most 1,000; a row may be there once for each of its columns.
    pub rejected: Vec<RowError>,
    /// Rows it could not take, all counted.
    pub rejected_rows: u32,
}

/// Something a reader had to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The file, its name alone.
    pub file: String,
    /// Line, when it is about one.
    pub line: Option<u64>,
    /// Column, when it is about one.
    pub column: Option<Column>,
    /// What was chosen.
    pub kind: ChoiceKind,
}

/// What was chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum ChoiceKind {
    /// The bytes are no UTF-8 and were read as Windows-1252.
    Windows1252,
    /// The clock showed this time twice; the earlier one was taken.
    EarlierOfTwo,
    /// The clock jumped over this time; the time after the jump was taken.
    AfterTheJump,
    /// The last row has no line break; if the file was cut, its last field may be short.
    NoFinalLineBreak,
    /// The file was changed since it was written; all its rows are read.
    ChangedSinceWritten,
    /// A scale of the row has no number that can be read; it is kept as words in the note.
    ScaleAsWords,
    /// A duration is kept in hours to two decimals.
    NearestHundredth,
    /// Whole numbers of this habit are thousandths, as its app writes them.
    Thousandths,
}

impl std::fmt::Display for ChoiceKind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Windows1252 => "not UTF-8, read as Windows-1252",
            Self::EarlierOfTwo => "the clock showed this time twice; the earlier one is taken",
            Self::AfterTheJump => "the clock jumped over this time; the time after the jump is taken",
            Self::NoFinalLineBreak => "no line break after the last row; its last field may have been cut",
            Self::ScaleAsWords => "a scale without a plain number; kept as words in the note",
            Self::NearestHundredth => "kept in hours, to the nearest hundredth",
            Self::Thousandths => "whole numbers are thousandths, as Loop Habit Tracker writes them",
            Self::ChangedSinceWritten => "changed since it was written; all its rows are read",
        })
    }
}

impl std::fmt::Display for Choice {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.file)?;
        if let Some(line) = self.line {
            write!(f, ", line {line}")?;
        }
        if let Some(column) = &self.column {
            write!(f, ", column {column}")?;
        }
        write!(f, ": {}", self.kind)
    }
}

/// What an import needs to know besides the file.
#[derive(Clone, Copy, Debug)]
pub struct ImportContext {
    /// Now: when the records come into the diary.
    pub recorded: Moment,
    /// End of the day in force.
    pub rollover: Rollover,
    /// Zone of times that name none, when the map names none either.
    pub zone: Option<ZoneName>,
}

/// Most choices and most row errors kept of one import; more are counted, not kept.
pub(crate) const MOST_KEPT: usize = 1000;

/// Keeps row errors up to the limit and counts their rows.
#[derive(Debug, Default)]
pub(crate) struct Rejects {
    pub(crate) kept: Vec<RowError>,
    pub(crate) rows: u32,
}

impl Rejects {
    /// Notes one row with all that is wrong with it.
    pub(crate) fn row(&mut self, errors: impl IntoIterator<Item = RowError>) {
        self.rows = self.rows.saturating_add(1);
        self.kept.extend(errors.into_iter().take(MOST_KEPT.saturating_sub(self.kept.len())));
    }
}

/// Notes a choice, up to the limit.
pub(crate) fn choose(choices: &mut Vec<Choice>, choice: Choice) {
    if choices.len() < MOST_KEPT {
        choices.push(choice);
    }
}
