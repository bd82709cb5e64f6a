//! Why a table could not be read: where, and what is wrong with it, never the value itself.

use std::fmt;
use std::io;
use std::path::PathBuf;

use tidemark::stats::DataError;

/// Input that `tidemark stats` cannot read; its `Display` is one sentence.
#[derive(Debug)]
#[non_exhaustive]
pub(crate) enum BadInput {
    /// The file or standard input cannot be read.
    Unreadable {
        /// The file; `None` for standard input.
        path: Option<PathBuf>,
        /// What the system said.
        source: io::Error,
    },
    /// More bytes than are read.
    TooLong {
        /// Most bytes read.
        most: u64,
    },
    /// Not UTF-8.
    NotText {
        /// Line of the first wrong byte, from 1.
        line: u64,
    },
    /// The header lacks a column.
    NoColumn {
        /// The column's name.
        name: &'static str,
    },
    /// The header has a column twice.
    ColumnTwice {
        /// The column's name.
        name: &'static str,
    },
    /// A row has more or fewer columns than the header.
    Columns {
        /// Line, from 1.
        line: u64,
        /// Columns of the row.
        have: u64,
        /// Columns of the header.
        need: u64,
    },
    /// A cell is not what its column holds.
    Cell {
        /// Line, from 1.
        line: u64,
        /// Column, from 1.
        column: usize,
        /// What is wrong.
        reason: &'static str,
    },
    /// A date that an earlier line has.
    DateTwice {
        /// Line, from 1.
        line: u64,
        /// The earlier line.
        earlier: u64,
    },
    /// More successes than trials.
    MoreSuccessesThanTrials,
    /// An option that no method can use.
    Setting {
        /// What is wrong with it.
        error: DataError,
    },
    /// The answer cannot be written.
    Unwritable {
        /// What the system said.
        source: io::Error,
    },
}

impl fmt::Display for BadInput {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable { path: Some(path), .. } => write!(out, "{} cannot be read", path.display()),
            Self::Unreadable { path: None, .. } => write!(out, "standard input cannot be read"),
            Self::TooLong { most } => write!(out, "the input is longer than {} MiB", most >> 20),
            Self::NotText { line } => write!(out, "line {line}: not UTF-8 text"),
            Self::NoColumn { name } => {
                write!(
                    out,
                    "line 1, column 1: the header has no column named {name} (columns are separated by commas)"
                )
            }
            Self::ColumnTwice { name } => write!(out, "line 1: the header has two columns named {name}"),
            Self::Columns { line, have, need } => write!(
                out,
                "line {line}, column {}: {have} columns where the header has {need} (a decimal comma is not read here; \
                 write a point)",
                have.min(need) + 1
            ),
            Self::Cell { line, column, reason } => write!(out, "line {line}, column {column}: {reason}"),
            Self::DateTwice { line, earlier } => write!(out, "line {line}: the same date as line {earlier}"),
            Self::MoreSuccessesThanTrials => write!(out, "more successes than trials"),
            Self::Setting { error } => write!(out, "{error}"),
            Self::Unwritable { .. } => write!(out, "the answer cannot be written"),
        }
    }
}

impl std::error::Error for BadInput {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Unreadable { source, .. } | Self::Unwritable { source } => Some(source),
            _ => None,
        }
    }
}
