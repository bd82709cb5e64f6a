//! Why one row of a file cannot be taken: where it is and which rule it breaks, never what it says.

use std::fmt;

use tidemark_model::{DecimalMark, Invalid};

/// A column of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name in the first row.
    pub name: String,
    /// Its place, from 1.
    pub number: usize,
}

impl fmt::Display for Column {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.name, self.number)
    }
}

/// One row that cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowError {
    /// The file, its name alone.
    pub file: String,
    /// Line on which the row starts, from 1, as a text editor counts.
    pub line: u64,
    /// The column, when one is at fault.
    pub column: Option<Column>,
    /// The rule it breaks.
    pub reason: RowReason,
}

impl fmt::Display for RowError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, line {}", self.file, self.line)?;
        if let Some(column) = &self.column {
            write!(f, ", column {column}")?;
        }
        write!(f, ": {}", self.reason)
    }
}

impl std::error::Error for RowError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.reason {
            RowReason::Rule(invalid) => Some(invalid),
            _ => None,
        }
    }
}

/// The rule a row breaks.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum RowReason {
    /// A rule of the diary: out of range, off the grid, ends before it starts.
    Rule(Invalid),
    /// Not a plain decimal number with that mark.
    NotANumber(DecimalMark),
    /// Not a whole number.
    NotWhole,
    /// Not a date or time that exists in this format.
    NoSuchTime {
        /// The format it was read with.
        format: String,
    },
    /// Empty where something is needed.
    Needed,
    /// Neither `true` nor `false`.
    NotYesOrNo,
    /// Fewer fields than the first row has names.
    TooFewFields {
        /// Fields found.
        have: usize,
        /// Names in the first row.
        need: usize,
    },
    /// More fields than the first row has names.
    TooManyFields {
        /// Fields found.
        have: usize,
        /// Names in the first row.
        need: usize,
    },
    /// Names something that is not in the folder, or that was refused itself.
    Unknown {
        /// What is missing, in words.
        what: &'static str,
    },
    /// Differs from what another file of the folder says.
    Disagrees {
        /// The file that has the last word.
        with: &'static str,
    },
    /// The same key as an earlier row.
    Twice {
        /// Line of the earlier row.
        first: u64,
    },
    /// One of the rows that belong to it in another file cannot be taken, so it cannot be taken whole.
    Incomplete {
        /// The other file.
        file: &'static str,
    },
    /// A value with status skipped, or none with status recorded.
    Status,
    /// A word or name that the person has to say something about first.
    Asked,
    /// A name that differs from another one of the file only in capitals or spaces.
    NotToldApart,
    /// Beside a name whose numbers need more steps than a measure has.
    NoScale,
}

impl fmt::Display for RowReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Rule(invalid) => invalid.fmt(f),
            Self::NotANumber(DecimalMark::Point) => f.write_str("not a number written like 7 or 7.5"),
            Self::NotANumber(DecimalMark::Comma) => f.write_str("not a number written like 7 or 7,5"),
            Self::NotWhole => f.write_str("not a whole number of the size that fits here"),
            Self::NoSuchTime { format } => write!(f, "not a date or time that exists, written {format}"),
            Self::Needed => f.write_str("empty, and something is needed here"),
            Self::NotYesOrNo => f.write_str("neither true nor false"),
            Self::TooFewFields { have, need } => write!(f, "only {have} fields where {need} belong"),
            Self::TooManyFields { have, need } => write!(f, "{have} fields where {need} belong"),
            Self::Unknown { what } => write!(f, "names {what} that is not in the folder"),
            Self::Disagrees { with } => write!(f, "differs from what {with} says of it"),
            Self::Twice { first } => write!(f, "the same key as line {first}"),
            Self::Incomplete { file } => write!(f, "a row of {file} that belongs to it cannot be taken"),
            Self::Status => f.write_str("recorded needs a value and skipped has none"),
            Self::Asked => {
                f.write_str("a word that this program cannot place; say with --map what it stands for")
            }
            Self::NotToldApart => {
                f.write_str("a name that differs from another one only in capitals or spaces")
            }
            Self::NoScale => f.write_str(
                "the numbers of this name need more than 10,000 steps; give their range with --map",
            ),
        }
    }
}
