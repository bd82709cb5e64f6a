//! Rows of `check_in` and `check_in_value`: an entry and its answers are written and read together.

use std::collections::BTreeMap;

use rusqlite::{Connection, Row, named_params};
use tidemark_model::{CheckIn, CheckInId, CheckInParts, DaySource, Note, Period, RecordId, Value};

use crate::measure::{Grid, value};
use crate::stamp::{bounds, broken, date, id, optional_moment, rollover, stamp, zone_name};
use crate::store::Answer;
use crate::{Store, StoreError};

pub(crate) fn insert(c: &Connection, check_in: &CheckIn) -> Answer<()> {
    let p = check_in.parts();
    c.prepare_cached(include_str!("check_in/insert.sql"))?.execute(named_params! {
        ":id": p.id.to_bytes(), ":logical_date": p.logical_date.to_string(), ":rollover_min": p.rollover.minutes(),
        ":day_source": p.day_source.code(), ":rated_at": p.rated.map(|m| m.instant.millis()),
        ":rated_offset_s": p.rated.map(|m| m.offset.seconds()), ":rated_zone_id": p.rated.and_then(zone_name),
        ":note": p.note.as_ref().map(Note::as_str), ":recorded_at": p.stamp.recorded.instant.millis(),
        ":offset_s": p.stamp.recorded.offset.seconds(), ":zone_id": zone_name(p.stamp.recorded),
        ":revision": p.stamp.revision, ":recorded_by": p.stamp.recorded_by.code(),
        ":source": p.stamp.source.to_string(), ":deleted_at": p.stamp.deleted_at.map(tidemark_model::Instant::millis),
    })?;
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

pub(crate) fn between(
    store: &Store,
    period: Option<Period>,
    grid: &Grid<'_>,
) -> Result<Vec<CheckIn>, StoreError> {
    let (from, to) = bounds(period);
    let days = named_params! { ":from": from, ":to": to };
    let mut values: BTreeMap<CheckInId, Vec<Value>> = BTreeMap::new();
    store.read("reading the values of check-ins", |c| {
        let mut statement = c.prepare_cached(include_str!("check_in/values_between.sql"))?;
        let mut rows = statement.query(days)?;
        while let Some(row) = rows.next()? {
            values.entry(id(row, "check_in_id")?).or_default().push(value(row, grid)?);
        }
        Ok(())
    })?;
    store.read("reading check-ins", |c| {
        c.prepare_cached(include_str!("check_in/between.sql"))?
            .query_map(days, |row| from_row(row, &mut values))?
            .collect()
    })
}

fn from_row(row: &Row<'_>, values: &mut BTreeMap<CheckInId, Vec<Value>>) -> Answer<CheckIn> {
    let own: CheckInId = id(row, "id")?;
    let note: Option<String> = row.get("note")?;
    CheckIn::new(CheckInParts {
        id: own,
        stamp: stamp(row)?,
        logical_date: date(row, "logical_date")?,
        rollover: rollover(row)?,
        day_source: DaySource::from_code(row.get_ref("day_source")?.as_str()?).map_err(broken)?,
        rated: optional_moment(row, "rated_at", "rated_offset_s", "rated_zone_id")?,
        note: note.map(|text| Note::new("note", &text)).transpose().map_err(broken)?,
        values: values.remove(&own).unwrap_or_default(),
    })
    .map_err(broken)
}
