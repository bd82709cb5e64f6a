//! Options that many methods share: the confidence level, the file, the welcome direction, a date.

use std::path::PathBuf;

use chrono::{Datelike, NaiveDate};
use clap::ValueEnum;
use tidemark::stats::{Direction, Level};

#[derive(Debug, clap::Args)]
pub(super) struct LevelOption {
    /// Confidence level of the interval, between 0 and 1
    #[arg(long, default_value = "0.95", value_parser = level)]
    pub(super) level: Level,
}

#[derive(Debug, clap::Args)]
pub(super) struct FileOption {
    /// CSV file with a header; standard input when absent or `-`
    pub(super) file: Option<PathBuf>,
}

/// Which way of a measure is welcome.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum Better {
    Lower,
    Higher,
}

impl Better {
    pub(super) const fn direction(self) -> Direction {
        match self {
            Self::Lower => Direction::Lower,
            Self::Higher => Direction::Higher,
        }
    }
}

fn level(text: &str) -> Result<Level, String> {
    let share: f64 = text.parse().map_err(|_| "not a number between 0 and 1".to_owned())?;
    Level::new(share).map_err(|error| error.to_string())
}

/// A date as a day number, counted from 0001-01-01 as in the table.
pub(super) fn day(text: &str) -> Result<i32, String> {
    let date = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().filter(|_| text.len() == 10);
    date.map(|date| date.num_days_from_ce()).ok_or_else(|| "not a date as YYYY-MM-DD".to_owned())
}
