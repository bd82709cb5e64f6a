//! What a method of `tidemark stats` reads from its table: an empty rating is missing, never zero.
//!
//! Refuses, with line and column, a date that stands twice and what the library refuses. Rows in any order of dates are
//! put in order.

use std::collections::BTreeMap;
use std::io::Read;
use std::path::PathBuf;

use chrono::NaiveDate;
use tidemark::stats::{
    GroupedPair, GroupedPairs, Groups, PValues, Pairs, Phase, Phases, Series, SessionDay, SessionDays,
};

use super::BadInput;
use super::table::{Cell, Table, day, misplaced, rating};

/// Values of the columns `group` and `value`; a row without a value counts as missing.
pub(super) fn groups(file: Option<PathBuf>, stdin: &mut dyn Read) -> Result<Groups, BadInput> {
    let table = Table::read(file, stdin, ["group", "value"])?;
    let mut rows = Vec::with_capacity(table.rows.len());
    for [group_cell, value_cell] in &table.rows {
        if group_cell.text.is_empty() {
            return Err(group_cell.bad("no group"));
        }
        rows.push((group_cell.text.as_str(), rating(value_cell)?));
    }
    let places: Vec<&Cell> = table.rows.iter().map(|[_, value_cell]| value_cell).collect();
    Groups::new(rows).map_err(|error| misplaced(error, &places))
}

/// Probabilities of the column `p_value` in their order; an empty one keeps its place.
pub(super) fn p_values(file: Option<PathBuf>, stdin: &mut dyn Read) -> Result<PValues, BadInput> {
    let table = Table::read(file, stdin, ["p_value"])?;
    let cells: Vec<&Cell> = table.rows.iter().map(|[cell]| cell).collect();
    let values = cells.iter().map(|cell| rating(cell)).collect::<Result<Vec<_>, _>>()?;
    PValues::new(values).map_err(|error| misplaced(error, &cells))
}

/// Ratings of the columns `before` and `after`; rows without one of them count as missing.
pub(super) fn pairs(file: Option<PathBuf>, stdin: &mut dyn Read) -> Result<Pairs, BadInput> {
    let table = Table::read(file, stdin, ["before", "after"])?;
    let (mut pairs, mut places, mut missing) = (Vec::new(), Vec::new(), 0);
    for [before_cell, after_cell] in &table.rows {
        match (rating(before_cell)?, rating(after_cell)?) {
            (Some(before), Some(after)) => {
                pairs.push((before, after));
                places.push(before_cell);
            }
            _ => missing += 1,
        }
    }
    Ok(Pairs::new(pairs).map_err(|error| misplaced(error, &places))?.with_missing(missing))
}

/// Values of the columns `phase` (A or B) and `value`, rows in the order of time; a row without a value keeps its place.
pub(super) fn phases(file: Option<PathBuf>, stdin: &mut dyn Read) -> Result<Phases, BadInput> {
    let table = Table::read(file, stdin, ["phase", "value"])?;
    let mut rows = Vec::with_capacity(table.rows.len());
    for [phase_cell, value_cell] in &table.rows {
        rows.push((phase(phase_cell)?, rating(value_cell)?));
    }
    let places: Vec<&Cell> = table.rows.iter().map(|[_, value_cell]| value_cell).collect();
    Phases::new(rows).map_err(|error| misplaced(error, &places))
}

fn phase(cell: &Cell) -> Result<Phase, BadInput> {
    match cell.text.as_str() {
        "A" | "a" => Ok(Phase::A),
        "B" | "b" => Ok(Phase::B),
        _ => Err(cell.bad("not a phase; A and B are")),
    }
}

/// Values of the columns `date` and `value` in the order of their dates; days are counted from 0001-01-01.
pub(super) fn series(file: Option<PathBuf>, stdin: &mut dyn Read) -> Result<Series, BadInput> {
    let table = Table::read(file, stdin, ["date", "value"])?;
    let mut days: BTreeMap<i32, (Option<f64>, &Cell)> = BTreeMap::new();
    for [date_cell, value_cell] in &table.rows {
        let entry = (rating(value_cell)?, value_cell);
        if let Some((_, earlier)) = days.insert(day(date_cell)?, entry) {
            return Err(BadInput::DateTwice { line: date_cell.line, earlier: earlier.line });
        }
    }
    let rated: Vec<(i32, f64, &Cell)> =
        days.iter().filter_map(|(day, (value, cell))| value.map(|value| (*day, value, *cell))).collect();
    let places: Vec<&Cell> = rated.iter().map(|(_, _, cell)| *cell).collect();
    let made = Series::new(rated.iter().map(|(day, value, _)| (*day, *value)));
    Ok(made.map_err(|error| misplaced(error, &places))?.with_missing(days.len() - rated.len()))
}

/// Days of the columns `date`, `value` and `session` in the order of their dates. A session is 0 or 1: an empty cell says
/// neither, and is refused.
pub(super) fn session_days(file: Option<PathBuf>, stdin: &mut dyn Read) -> Result<SessionDays, BadInput> {
    let table = Table::read(file, stdin, ["date", "value", "session"])?;
    let mut days: BTreeMap<i32, (SessionDay, &Cell)> = BTreeMap::new();
    for [date_cell, value_cell, session_cell] in &table.rows {
        let read =
            SessionDay { day: day(date_cell)?, value: rating(value_cell)?, session: session(session_cell)? };
        if let Some((_, earlier)) = days.insert(read.day, (read, value_cell)) {
            return Err(BadInput::DateTwice { line: date_cell.line, earlier: earlier.line });
        }
    }
    let places: Vec<&Cell> = days.values().map(|(_, cell)| *cell).collect();
    SessionDays::new(days.values().map(|(day, _)| *day)).map_err(|error| misplaced(error, &places))
}

fn session(cell: &Cell) -> Result<bool, BadInput> {
    match cell.text.as_str() {
        "0" => Ok(false),
        "1" => Ok(true),
        "" => Err(cell.bad("empty; 1 is a session, 0 is none")),
        _ => Err(cell.bad("not 0 or 1")),
    }
}

/// Sessions of the columns `date`, `before`, `after` and `group` in the order of their dates, and how many lack a rating.
/// There are two groups; the first kind is the group of the first row.
pub(super) fn grouped_pairs(
    file: Option<PathBuf>,
    stdin: &mut dyn Read,
) -> Result<(GroupedPairs, usize), BadInput> {
    let table = Table::read(file, stdin, ["date", "before", "after", "group"])?;
    let mut days: BTreeMap<i32, (Option<GroupedPair>, &Cell)> = BTreeMap::new();
    let (mut one, mut other) = (None, None);
    for [date_cell, before_cell, after_cell, group_cell] in &table.rows {
        let day = day(date_cell)?;
        let first = is_first(group_cell, &mut one, &mut other)?;
        let rated = rating(before_cell)?.zip(rating(after_cell)?);
        let pair = rated.map(|(before, outcome)| GroupedPair { day, before, outcome, first });
        if let Some((_, earlier)) = days.insert(day, (pair, before_cell)) {
            return Err(BadInput::DateTwice { line: date_cell.line, earlier: earlier.line });
        }
    }
    let (pairs, places): (Vec<GroupedPair>, Vec<&Cell>) =
        days.values().filter_map(|(pair, cell)| pair.map(|pair| (pair, *cell))).unzip();
    let missing = days.len() - pairs.len();
    Ok((GroupedPairs::new(pairs).map_err(|error| misplaced(error, &places))?, missing))
}

/// Whether the cell's group is the first that was read; a third is refused.
fn is_first<'a>(
    cell: &'a Cell,
    one: &mut Option<&'a str>,
    other: &mut Option<&'a str>,
) -> Result<bool, BadInput> {
    let group = cell.text.as_str();
    if group.is_empty() {
        Err(cell.bad("no group"))
    } else if *one.get_or_insert(group) == group {
        Ok(true)
    } else if *other.get_or_insert(group) == group {
        Ok(false)
    } else {
        Err(cell.bad("a third group; two are compared"))
    }
}

/// The date of a day number given out by [`series`] or [`session_days`], ISO 8601.
pub(super) fn date(day: i32) -> String {
    NaiveDate::from_num_days_from_ce_opt(day)
        .map_or_else(String::new, |date| date.format("%Y-%m-%d").to_string())
}
