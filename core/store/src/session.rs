//! Rows of `session`.

use rusqlite::{Connection, OptionalExtension, Row, named_params};
use tidemark_model::{
    Area, DaySource, Invalid, Modality, Note, Period, Pressure, RecordId, Session, SessionDetails,
    SessionMinutes, SessionParts, SessionStatus, ShortText, Texts,
};

use crate::cells::{Cells, Places, cell, execute, field_cells, moment_cells, stamp_cells};
use crate::columns::columns;
use crate::stamp::{bounds, broken, date, id, moment, optional_moment, rollover, stamp};
use crate::store::Answer;
use crate::{Store, StoreError};

const LIST: &str = " | ";

pub(crate) fn insert(c: &Connection, session: &Session) -> Answer<()> {
    execute(&mut *c.prepare_cached(include_str!("session/insert.sql"))?, &cells(session)?).map(drop)
}

/// Overwrites a session.
pub(crate) fn update(c: &Connection, session: &Session) -> Answer<()> {
    execute(&mut *c.prepare_cached(include_str!("session/update.sql"))?, &cells(session)?).map(drop)
}

fn cells(session: &Session) -> Answer<Cells> {
    let p = session.parts();
    let secondary: Vec<&str> = p.secondary.iter().map(|m| m.code()).collect();
    let areas: Vec<String> = p.areas.iter().map(ToString::to_string).collect();
    let mut details = Texts::default();
    for (field, text) in SessionDetails::FIELDS.iter().zip(p.details.texts()) {
        details.set(field.name, text);
    }
    let mut cells = stamp_cells(&p.stamp);
    cells.extend(field_cells(SessionDetails::FIELDS, &details)?);
    cells.extend(moment_cells("started_at", Some(p.started)));
    cells.extend(moment_cells("ended_at", p.ended));
    cells.extend([
        cell("id", p.id.to_bytes().to_vec()),
        cell("logical_date", p.logical_date.to_string()),
        cell("rollover_min", i64::from(p.rollover.minutes())),
        cell("day_source", p.day_source.code().to_owned()),
        cell("planned_min", p.planned_min.map(|m| i64::from(m.minutes()))),
        cell("actual_min", p.actual_min.map(|m| i64::from(m.minutes()))),
        cell("status", p.status.code().to_owned()),
        cell("reason", p.reason.as_ref().map(|reason| reason.as_str().to_owned())),
        cell("modality", p.modality.code().to_owned()),
        cell("secondary", secondary.join(LIST)),
        cell("pressure_asked", p.pressure_asked.map(|p| i64::from(p.step()))),
        cell("pressure_felt", p.pressure_felt.map(|p| i64::from(p.step()))),
        cell("areas", areas.join(LIST)),
        cell("note", p.note.as_ref().map(|note| note.as_str().to_owned())),
    ]);
    Ok(cells)
}

pub(crate) fn between(store: &Store, period: Option<Period>) -> Result<Vec<Session>, StoreError> {
    let (from, to) = bounds(period);
    store.read("reading sessions", |c| {
        let mut statement = c.prepare_cached(include_str!("session/between.sql"))?;
        let (at, details) = (At::of(&statement)?, Places::of(&statement, SessionDetails::FIELDS)?);
        statement
            .query_map(named_params! { ":from": from, ":to": to }, |row| from_row(row, &at, &details))?
            .collect()
    })
}

/// A session by its id, deleted ones too.
pub(crate) fn one(c: &Connection, wanted: [u8; 16]) -> Answer<Option<Session>> {
    c.prepare_cached(include_str!("session/one.sql"))?
        .query_row(named_params! { ":id": wanted }, alone)
        .optional()
}

/// The session whose timer runs.
pub(crate) fn running(c: &Connection) -> Answer<Option<Session>> {
    c.prepare_cached(include_str!("session/running.sql"))?.query_row([], alone).optional()
}

fn alone(row: &Row<'_>) -> Answer<Session> {
    from_row(row, &At::of(row.as_ref())?, &Places::of(row.as_ref(), SessionDetails::FIELDS)?)
}

columns!(At {
    id,
    recorded_at,
    logical_date,
    rollover_min,
    day_source,
    started_at,
    started_offset_s,
    started_zone_id,
    ended_at,
    ended_offset_s,
    ended_zone_id,
    planned_min,
    actual_min,
    status,
    reason,
    modality,
    secondary,
    pressure_asked,
    pressure_felt,
    areas,
    note,
});

fn from_row(row: &Row<'_>, at: &At, details: &Places) -> Answer<Session> {
    let minutes = |column: usize| -> Answer<Option<SessionMinutes>> {
        row.get::<_, Option<u16>>(column)?.map(SessionMinutes::new).transpose().map_err(broken)
    };
    let pressure = |column: usize| -> Answer<Option<Pressure>> {
        row.get::<_, Option<u8>>(column)?.map(Pressure::new).transpose().map_err(broken)
    };
    let text = |column: usize| -> Answer<Option<String>> { row.get(column) };
    Session::new(SessionParts {
        id: id(row, at.id)?,
        stamp: stamp(row, at.recorded_at)?,
        logical_date: date(row, at.logical_date)?,
        rollover: rollover(row, at.rollover_min)?,
        day_source: DaySource::from_code(row.get_ref(at.day_source)?.as_str()?).map_err(broken)?,
        started: moment(row, at.started_at, at.started_offset_s, at.started_zone_id)?,
        ended: optional_moment(row, at.ended_at, at.ended_offset_s, at.ended_zone_id)?,
        planned_min: minutes(at.planned_min)?,
        actual_min: minutes(at.actual_min)?,
        status: SessionStatus::from_code(row.get_ref(at.status)?.as_str()?).map_err(broken)?,
        reason: text(at.reason)?.map(|t| ShortText::new("reason", &t)).transpose().map_err(broken)?,
        modality: Modality::from_code(row.get_ref(at.modality)?.as_str()?).map_err(broken)?,
        secondary: list(row.get_ref(at.secondary)?.as_str()?, Modality::from_code)?,
        pressure_asked: pressure(at.pressure_asked)?,
        pressure_felt: pressure(at.pressure_felt)?,
        areas: list(row.get_ref(at.areas)?.as_str()?, str::parse::<Area>)?,
        note: text(at.note)?.map(|t| Note::new("note", &t)).transpose().map_err(broken)?,
        details: Box::new(
            SessionDetails::read(&details.texts(SessionDetails::FIELDS, row)?).map_err(broken)?,
        ),
    })
    .map_err(broken)
}

fn list<T>(text: &str, read: impl Fn(&str) -> Result<T, Invalid>) -> Answer<Vec<T>> {
    text.split(LIST).filter(|item| !item.is_empty()).map(|item| read(item).map_err(broken)).collect()
}
