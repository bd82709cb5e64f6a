//! Rows of `session_rating` and `session_rating_value`.

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension, Row, named_params};
use tidemark_model::{
    MeasureId, Period, Phase, RecordId, SessionId, SessionRating, SessionRatingId, SessionRatingParts, Value,
};

use crate::cells::{Cells, cell, execute, moment_cells, stamp_cells};
use crate::columns::columns;
use crate::measure::{Grid, value, values_by_entry};
use crate::stamp::{bounds, broken, id, moment, stamp};
use crate::store::{Answer, Failure};
use crate::{Store, StoreError};

pub(crate) fn insert(c: &Connection, rating: &SessionRating) -> Answer<()> {
    execute(&mut *c.prepare_cached(include_str!("session_rating/insert.sql"))?, &cells(rating))?;
    insert_values(c, rating)
}

/// Overwrites the ratings of one phase and their answers.
pub(crate) fn update(c: &Connection, rating: &SessionRating) -> Answer<()> {
    execute(&mut *c.prepare_cached(include_str!("session_rating/update.sql"))?, &cells(rating))?;
    c.prepare_cached(include_str!("session_rating/delete_values.sql"))?
        .execute(named_params! { ":id": rating.parts().id.to_bytes() })?;
    insert_values(c, rating)
}

fn cells(rating: &SessionRating) -> Cells {
    let p = rating.parts();
    let mut cells = stamp_cells(&p.stamp);
    cells.extend([
        cell("id", p.id.to_bytes().to_vec()),
        cell("session_id", p.session.to_bytes().to_vec()),
        cell("phase", p.phase.code().to_owned()),
        cell("in_window", i64::from(p.in_window)),
        cell("recalled", i64::from(p.recalled)),
        cell("before_seen", i64::from(p.before_seen)),
    ]);
    cells.extend(moment_cells("rated_at", Some(p.rated)));
    cells
}

fn insert_values(c: &Connection, rating: &SessionRating) -> Answer<()> {
    let p = rating.parts();
    let mut statement = c.prepare_cached(include_str!("session_rating/insert_value.sql"))?;
    for (value, position) in p.values.iter().zip(0_u32..) {
        statement.execute(named_params! {
            ":session_rating_id": p.id.to_bytes(), ":measure_id": value.measure().id.as_str(),
            ":measure_version": value.measure().version, ":frame": value.frame().code(),
            ":status": value.answer().status(),
            ":value_milli": value.answer().rating().map(|r| r.value().thousandths()), ":position": position,
        })?;
    }
    Ok(())
}

/// Ratings of one phase by their id, deleted ones too.
pub(crate) fn one(c: &Connection, wanted: [u8; 16], grid: Grid<'_>) -> Answer<Option<SessionRating>> {
    let key = named_params! { ":id": wanted };
    let mut statement = c.prepare_cached(include_str!("session_rating/values_of.sql"))?;
    let values = statement.query_map(key, |row| value(row, 0, grid))?.collect::<Answer<Vec<Value>>>()?;
    let mut values = HashMap::from([(wanted, values)]);
    let mut statement = c.prepare_cached(include_str!("session_rating/one.sql"))?;
    let at = At::of(&statement)?;
    statement.query_row(key, |row| from_row(row, &at, &mut values)).optional()
}

/// Refuses a second rating of a measure in one phase of a session.
pub(crate) fn refuse_rated(c: &Connection, rating: &SessionRating) -> Result<(), Failure> {
    let parts = rating.parts();
    for value in &parts.values {
        if is_rated(c, parts.session, parts.phase, &value.measure().id)? {
            return Err(StoreError::RatedBefore { measure: value.measure().id.clone() }.into());
        }
    }
    Ok(())
}

fn is_rated(c: &Connection, session: SessionId, phase: Phase, measure: &MeasureId) -> Answer<bool> {
    c.prepare_cached(include_str!("session_rating/is_rated.sql"))?.exists(named_params! {
        ":session_id": session.to_bytes(), ":phase": phase.code(), ":measure_id": measure.as_str(),
    })
}

/// Ratings of the sessions whose day lies in the period.
pub(crate) fn between(
    store: &Store,
    period: Option<Period>,
    grid: Grid<'_>,
) -> Result<Vec<SessionRating>, StoreError> {
    let (from, to) = bounds(period);
    let days = named_params! { ":from": from, ":to": to };
    let mut values = store.read("reading the values of session ratings", |c| {
        let mut statement = c.prepare_cached(include_str!("session_rating/values_between.sql"))?;
        values_by_entry(statement.query(days)?, grid)
    })?;
    store.read("reading session ratings", |c| {
        let mut statement = c.prepare_cached(include_str!("session_rating/between.sql"))?;
        let at = At::of(&statement)?;
        statement.query_map(days, |row| from_row(row, &at, &mut values))?.collect()
    })
}

columns!(At {
    id,
    recorded_at,
    session_id,
    phase,
    rated_at,
    rated_offset_s,
    rated_zone_id,
    in_window,
    recalled,
    before_seen,
});

fn from_row(row: &Row<'_>, at: &At, values: &mut HashMap<[u8; 16], Vec<Value>>) -> Answer<SessionRating> {
    let own: SessionRatingId = id(row, at.id)?;
    SessionRating::from_stored(SessionRatingParts {
        id: own,
        stamp: stamp(row, at.recorded_at)?,
        session: id(row, at.session_id)?,
        phase: Phase::from_code(row.get_ref(at.phase)?.as_str()?).map_err(broken)?,
        rated: moment(row, at.rated_at, at.rated_offset_s, at.rated_zone_id)?,
        in_window: row.get(at.in_window)?,
        recalled: row.get(at.recalled)?,
        before_seen: row.get(at.before_seen)?,
        values: values.remove(&own.to_bytes()).unwrap_or_default(),
    })
    .map_err(broken)
}
