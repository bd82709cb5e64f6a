//! Tables for `tidemark stats`: CSV with a header, columns found by name, an empty rating missing.
//!
//! Refuses, with line and column: a decimal comma, NaN and infinities, dates that are not ISO 8601, a date twice, and
//! more than 64 MiB. Rows in any order of dates are put in order.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read;
use std::path::PathBuf;

use chrono::{Datelike, NaiveDate};
use csv::{ErrorKind, ReaderBuilder, StringRecord, Trim};
use tidemark::stats::{DataError, Pairs, Series};

use super::BadInput;

/// Most bytes read.
const MOST: u64 = 64 << 20;

/// Ratings of the columns `before` and `after`; rows without one of them count as missing.
pub(super) fn pairs(file: Option<PathBuf>, stdin: &mut dyn Read) -> Result<Pairs, BadInput> {
    let table = Table::read(file, stdin, ["before", "after"])?;
    let (mut pairs, mut places, mut missing) = (Vec::new(), Vec::new(), 0);
    for row in &table.rows {
        match (rating(&row.first)?, rating(&row.second)?) {
            (Some(before), Some(after)) => {
                pairs.push((before, after));
                places.push(&row.first);
            }
            _ => missing += 1,
        }
    }
    Ok(Pairs::new(pairs).map_err(|error| misplaced(error, &places))?.with_missing(missing))
}

/// Values of the columns `date` and `value` in the order of their dates; days are counted from 0001-01-01.
pub(super) fn series(file: Option<PathBuf>, stdin: &mut dyn Read) -> Result<Series, BadInput> {
    let table = Table::read(file, stdin, ["date", "value"])?;
    let mut days: BTreeMap<i32, (Option<f64>, &Cell)> = BTreeMap::new();
    for row in &table.rows {
        let entry = (rating(&row.second)?, &row.second);
        if let Some((_, earlier)) = days.insert(day(&row.first)?, entry) {
            return Err(BadInput::DateTwice { line: row.first.line, earlier: earlier.line });
        }
    }
    let rated: Vec<(i32, f64, &Cell)> =
        days.iter().filter_map(|(day, (value, cell))| value.map(|value| (*day, value, *cell))).collect();
    let places: Vec<&Cell> = rated.iter().map(|(_, _, cell)| *cell).collect();
    let made = Series::new(rated.iter().map(|(day, value, _)| (*day, *value)));
    Ok(made.map_err(|error| misplaced(error, &places))?.with_missing(days.len() - rated.len()))
}

/// The date of a day number given out by [`series`], ISO 8601.
pub(super) fn date(day: i32) -> String {
    NaiveDate::from_num_days_from_ce_opt(day)
        .map_or_else(String::new, |date| date.format("%Y-%m-%d").to_string())
}

struct Table {
    rows: Vec<Row>,
}

struct Row {
    first: Cell,
    second: Cell,
}

struct Cell {
    line: u64,
    column: usize,
    text: String,
}

impl Table {
    fn read(file: Option<PathBuf>, stdin: &mut dyn Read, names: [&'static str; 2]) -> Result<Self, BadInput> {
        let bytes = bytes(file, stdin)?;
        let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes);
        let mut reader = ReaderBuilder::new().trim(Trim::All).from_reader(text);
        let header = reader.headers().map_err(|error| malformed(&error))?.clone();
        let [first, second] = names.map(|name| column(&header, name));
        let (first, second) = (first?, second?);
        let mut rows = Vec::new();
        for record in reader.records() {
            let record = record.map_err(|error| malformed(&error))?;
            rows.push(Row { first: cell(&record, first), second: cell(&record, second) });
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
    const fn bad(&self, reason: &'static str) -> BadInput {
        BadInput::Cell { line: self.line, column: self.column, reason }
    }
}

fn rating(cell: &Cell) -> Result<Option<f64>, BadInput> {
    if cell.text.is_empty() {
        return Ok(None);
    }
    if cell.text.contains(',') {
        return Err(cell.bad("a decimal comma is not read here; write a point"));
    }
    let value: f64 = cell.text.parse().map_err(|_| cell.bad("not a number"))?;
    if value.is_finite() { Ok(Some(value)) } else { Err(cell.bad("not a finite number")) }
}

fn day(cell: &Cell) -> Result<i32, BadInput> {
    let date = NaiveDate::parse_from_str(&cell.text, "%Y-%m-%d").map_err(|_| cell.bad(NOT_A_DATE))?;
    // chrono also takes 2026-1-5 and years of other lengths.
    if cell.text.len() == 10 { Ok(date.num_days_from_ce()) } else { Err(cell.bad(NOT_A_DATE)) }
}

const NOT_A_DATE: &str = "not a date as YYYY-MM-DD";

/// Where the library refused a value.
fn misplaced(error: DataError, places: &[&Cell]) -> BadInput {
    let (index, reason) = match error {
        DataError::TooLarge { index } => (index, "larger than 1e100"),
        DataError::TooSmall { index } => (index, "smaller than 1e-100 without being 0"),
        DataError::NotFinite { index } => (index, "not a finite number"),
        DataError::DayNotLater { index } => (index, "the same date as another line"),
        _ => (0, "not usable"),
    };
    places.get(index).map_or(BadInput::Cell { line: 1, column: 1, reason }, |cell| cell.bad(reason))
}
