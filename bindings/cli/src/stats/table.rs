//! A CSV table with a header for `tidemark stats`: columns found by name, cells with their place.
//!
//! Refuses, with line and column: a decimal comma, NaN and infinities, dates that are not ISO 8601, and more than
//! 64 MiB.

use std::fs::File;
use std::io::Read;
use std::path::PathBuf;

use chrono::{Datelike, NaiveDate};
use csv::{ErrorKind, ReaderBuilder, StringRecord, Trim};
use tidemark::stats::DataError;

use super::BadInput;

/// Most bytes read.
const MOST: u64 = 64 << 20;

/// Rows of the columns asked for, in their order.
pub(super) struct Table<const N: usize> {
    pub(super) rows: Vec<[Cell; N]>,
}

/// A cell's text and where it stands, lines and columns from 1.
pub(super) struct Cell {
    pub(super) line: u64,
    pub(super) column: usize,
    pub(super) text: String,
}

impl<const N: usize> Table<N> {
    pub(super) fn read(
        file: Option<PathBuf>,
        stdin: &mut dyn Read,
        names: [&'static str; N],
    ) -> Result<Self, BadInput> {
        let bytes = bytes(file, stdin)?;
        let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes);
        let mut reader = ReaderBuilder::new().trim(Trim::All).from_reader(text);
        let header = reader.headers().map_err(|error| malformed(&error))?.clone();
        let mut places = [0; N];
        for (place, name) in places.iter_mut().zip(names) {
            *place = column(&header, name)?;
        }
        let mut rows = Vec::new();
        for record in reader.records() {
            let record = record.map_err(|error| malformed(&error))?;
            rows.push(places.map(|place| cell(&record, place)));
        }
        Ok(Self { rows })
    }
}

fn bytes(file: Option<PathBuf>, stdin: &mut dyn Read) -> Result<Vec<u8>, BadInput> {
    let mut bytes = Vec::new();
    let path = file.filter(|path| path.as_os_str() != "-");
    let result = match &path {
        Some(path) => File::open(path).and_then(|file| file.take(MOST + 1).read_to_end(&mut bytes)),
        None => stdin.take(MOST + 1).read_to_end(&mut bytes),
    };
    result.map_err(|source| BadInput::Unreadable { path, source })?;
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > MOST {
        return Err(BadInput::TooLong { most: MOST });
    }
    Ok(bytes)
}

fn column(header: &StringRecord, name: &'static str) -> Result<usize, BadInput> {
    let mut found = header.iter().enumerate().filter(|(_, title)| title.eq_ignore_ascii_case(name));
    match (found.next(), found.next()) {
        (Some((place, _)), None) => Ok(place),
        (None, _) => Err(BadInput::NoColumn { name }),
        (Some(_), Some(_)) => Err(BadInput::ColumnTwice { name }),
    }
}

fn cell(record: &StringRecord, place: usize) -> Cell {
    Cell {
        line: record.position().map_or(0, csv::Position::line),
        column: place + 1,
        text: record.get(place).unwrap_or_default().to_owned(),
    }
}

fn malformed(error: &csv::Error) -> BadInput {
    let line = error.position().map_or(1, csv::Position::line);
    match error.kind() {
        ErrorKind::UnequalLengths { expected_len, len, .. } => {
            BadInput::Columns { line, have: *len, need: *expected_len }
        }
        _ => BadInput::NotText { line },
    }
}

impl Cell {
    pub(super) const fn bad(&self, reason: &'static str) -> BadInput {
        BadInput::Cell { line: self.line, column: self.column, reason }
    }
}

/// A finite number, or `None` for an empty cell: missing, never zero.
pub(super) fn rating(cell: &Cell) -> Result<Option<f64>, BadInput> {
    if cell.text.is_empty() {
        return Ok(None);
    }
    if cell.text.contains(',') {
        return Err(cell.bad("a decimal comma is not read here; write a point"));
    }
    let value: f64 = cell.text.parse().map_err(|_| cell.bad("not a number"))?;
    if value.is_finite() { Ok(Some(value)) } else { Err(cell.bad("not a finite number")) }
}

/// A date as a day number, counted from 0001-01-01.
pub(super) fn day(cell: &Cell) -> Result<i32, BadInput> {
    let date = NaiveDate::parse_from_str(&cell.text, "%Y-%m-%d").map_err(|_| cell.bad(NOT_A_DATE))?;
    // chrono also takes 2026-1-5 and years of other lengths.
    if cell.text.len() == 10 { Ok(date.num_days_from_ce()) } else { Err(cell.bad(NOT_A_DATE)) }
}

const NOT_A_DATE: &str = "not a date as YYYY-MM-DD";

/// Where the library refused a value.
pub(super) fn misplaced(error: DataError, places: &[&Cell]) -> BadInput {
    let (index, reason) = match error {
        DataError::TooLarge { index } => (index, "larger than 1e100"),
        DataError::TooSmall { index } => (index, "smaller than 1e-100 without being 0"),
        DataError::NotFinite { index } => (index, "not a finite number"),
        DataError::DayNotLater { index } => (index, "the same date as another line"),
        DataError::NotAProbability { index } => (index, "not between 0 and 1"),
        DataError::NoLabel { index } => (index, "no group"),
        _ => (0, "not usable"),
    };
    places.get(index).map_or(BadInput::Cell { line: 1, column: 1, reason }, |cell| cell.bad(reason))
}
