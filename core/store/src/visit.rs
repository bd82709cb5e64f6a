//! Rows of `visit`.

use rusqlite::{Connection, Row, named_params};
use tidemark_model::{RecordId, ShortText, Visit};

use crate::stamp::{broken, date, id, moment, stamp, zone_name};
use crate::store::Answer;
use crate::{Store, StoreError};

pub(crate) fn insert(c: &Connection, visit: &Visit) -> Answer<()> {
    let stamp = &visit.stamp;
    c.prepare_cached(include_str!("visit/insert.sql"))?.execute(named_params! {
        ":id": visit.id.to_bytes(), ":logical_date": visit.logical_date.to_string(),
        ":at": visit.at.instant.millis(), ":at_offset_s": visit.at.offset.seconds(),
        ":at_zone_id": zone_name(visit.at), ":with_whom": visit.with.as_ref().map(ShortText::as_str),
        ":recorded_at": stamp.recorded.instant.millis(), ":offset_s": stamp.recorded.offset.seconds(),
        ":zone_id": zone_name(stamp.recorded), ":revision": stamp.revision,
        ":recorded_by": stamp.recorded_by.code(), ":source": stamp.source.to_string(),
        ":deleted_at": stamp.deleted_at.map(tidemark_model::Instant::millis),
    })?;
    Ok(())
}

pub(crate) fn all(store: &Store) -> Result<Vec<Visit>, StoreError> {
    store.read("reading visits", |c| {
        c.prepare_cached(include_str!("visit/all.sql"))?.query_map([], from_row)?.collect()
    })
}

fn from_row(row: &Row<'_>) -> Answer<Visit> {
    let with: Option<String> = row.get("with_whom")?;
    Ok(Visit {
        id: id(row, "id")?,
        stamp: stamp(row)?,
        at: moment(row, "at", "at_offset_s", "at_zone_id")?,
        logical_date: date(row, "logical_date")?,
        with: with.map(|t| ShortText::new("with", &t)).transpose().map_err(broken)?,
    })
}
