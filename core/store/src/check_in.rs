//! Rows of `check_in` and `check_in_value`: an entry and its answers are written and read together.

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension, Row, named_params};
use tidemark_model::{
    CheckIn, CheckInId, CheckInParts, DaySource, FieldValue, Note, Period, RecordId, Value,
};

use crate::cells::{Cells, cell, execute, list, moment_cells, stamp_cells};
use crate::columns::columns;
use crate::measure::{Grid, value, values_by_entry};
use crate::stamp::{bounds, broken, date, id, optional_moment, rollover, stamp};
use crate::store::Answer;
use crate::{Store, StoreError};

pub(crate) fn insert(c: &Connection, check_in: &CheckIn) -> Answer<()> {
    execute(&mut *c.prepare_cached(include_str!("check_in/insert.sql"))?, &cells(check_in))?;
    insert_values(c, check_in)
}

/// Overwrites the entry and its answers.
pub(crate) fn update(c: &Connection, check_in: &CheckIn) -> Answer<()> {
    execute(&mut *c.prepare_cached(include_str!("check_in/update.sql"))?, &cells(check_in))?;
    c.prepare_cached(include_str!("check_in/delete_values.sql"))?
        .execute(named_params! { ":id": check_in.id().to_bytes() })?;
    insert_values(c, check_in)
}

fn cells(check_in: &CheckIn) -> Cells {
    let p = check_in.parts();
    let mut cells = stamp_cells(&p.stamp);
    cells.extend([
        cell("id", p.id.to_bytes().to_vec()),
        cell("logical_date", p.logical_date.to_string()),
        cell("rollover_min", i64::from(p.rollover.minutes())),
        cell("day_source", p.day_source.code().to_owned()),
        cell("practices", p.practices.to_text()),
        cell("note", p.note.as_ref().map(|note| note.as_str().to_owned())),
    ]);
    cells.extend(moment_cells("rated_at", p.rated));
    cells
}

fn insert_values(c: &Connection, check_in: &CheckIn) -> Answer<()> {
    let p = check_in.parts();
    let mut statement = c.prepare_cached(include_str!("check_in/insert_value.sql"))?;
    for (value, position) in p.values.iter().zip(0_u32..) {
        statement.execute(named_params! {
            ":check_in_id": p.id.to_bytes(), ":measure_id": value.measure().id.as_str(),
            ":measure_version": value.measure().version, ":frame": value.frame().code(),
            ":status": value.answer().status(),
            ":value_milli": value.answer().rating().map(|r| r.value().thousandths()), ":position": position,
        })?;
    }
    Ok(())
}

/// An entry by its id, deleted ones too.
pub(crate) fn one(c: &Connection, wanted: [u8; 16], grid: Grid<'_>) -> Answer<Option<CheckIn>> {
    let key = named_params! { ":id": wanted };
    let mut statement = c.prepare_cached(include_str!("check_in/values_of.sql"))?;
    let values = statement.query_map(key, |row| value(row, 0, grid))?.collect::<Answer<Vec<Value>>>()?;
    let mut values = HashMap::from([(wanted, values)]);
    let mut statement = c.prepare_cached(include_str!("check_in/one.sql"))?;
    let at = At::of(&statement)?;
    statement.query_row(key, |row| from_row(row, &at, &mut values)).optional()
}

pub(crate) fn between(
    store: &Store,
    period: Option<Period>,
    grid: Grid<'_>,
) -> Result<Vec<CheckIn>, StoreError> {
    let (from, to) = bounds(period);
    let days = named_params! { ":from": from, ":to": to };
    let mut values = store.read("reading the values of check-ins", |c| {
        let mut statement = c.prepare_cached(include_str!("check_in/values_between.sql"))?;
        values_by_entry(statement.query(days)?, grid)
    })?;
    store.read("reading check-ins", |c| {
        let mut statement = c.prepare_cached(include_str!("check_in/between.sql"))?;
        let at = At::of(&statement)?;
        statement.query_map(days, |row| from_row(row, &at, &mut values))?.collect()
    })
}

columns!(At {
    id,
    recorded_at,
    logical_date,
    rollover_min,
    day_source,
    rated_at,
    rated_offset_s,
    rated_zone_id,
    practices,
    note,
});

fn from_row(row: &Row<'_>, at: &At, values: &mut HashMap<[u8; 16], Vec<Value>>) -> Answer<CheckIn> {
    let own: CheckInId = id(row, at.id)?;
    let note: Option<String> = row.get(at.note)?;
    CheckIn::new(CheckInParts {
        id: own,
        stamp: stamp(row, at.recorded_at)?,
        logical_date: date(row, at.logical_date)?,
        rollover: rollover(row, at.rollover_min)?,
        day_source: DaySource::from_code(row.get_ref(at.day_source)?.as_str()?).map_err(broken)?,
        rated: optional_moment(row, at.rated_at, at.rated_offset_s, at.rated_zone_id)?,
        note: note.map(|text| Note::new("note", &text)).transpose().map_err(broken)?,
        practices: list(row, at.practices)?,
        values: values.remove(&own.to_bytes()).unwrap_or_default(),
    })
    .map_err(broken)
}
