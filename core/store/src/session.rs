//! Rows of `session`.

use rusqlite::{Connection, OptionalExtension, Row, named_params};
use tidemark_model::{
    Area, DaySource, Invalid, Modality, Note, Period, Pressure, RecordId, Session, SessionId, SessionMinutes,
    SessionParts, SessionStatus, ShortText,
};

use crate::stamp::{bounds, broken, date, id, moment, optional_moment, rollover, stamp, zone_name};
use crate::store::Answer;
use crate::{Store, StoreError};

const LIST: &str = " | ";

pub(crate) fn insert(c: &Connection, session: &Session) -> Answer<()> {
    let p = session.parts();
    let secondary: Vec<&str> = p.secondary.iter().map(|m| m.code()).collect();
    let areas: Vec<String> = p.areas.iter().map(ToString::to_string).collect();
    c.prepare_cached(include_str!("session/insert.sql"))?.execute(named_params! {
        ":id": p.id.to_bytes(), ":logical_date": p.logical_date.to_string(), ":rollover_min": p.rollover.minutes(),
        ":day_source": p.day_source.code(), ":started_at": p.started.instant.millis(),
        ":started_offset_s": p.started.offset.seconds(), ":started_zone_id": zone_name(p.started),
        ":ended_at": p.ended.map(|m| m.instant.millis()), ":ended_offset_s": p.ended.map(|m| m.offset.seconds()),
        ":ended_zone_id": p.ended.and_then(zone_name), ":planned_min": p.planned_min.map(SessionMinutes::minutes),
        ":actual_min": p.actual_min.map(SessionMinutes::minutes), ":status": p.status.code(),
        ":reason": p.reason.as_ref().map(ShortText::as_str), ":modality": p.modality.code(),
        ":secondary": secondary.join(LIST), ":pressure_asked": p.pressure_asked.map(Pressure::step),
        ":pressure_felt": p.pressure_felt.map(Pressure::step), ":areas": areas.join(LIST),
        ":note": p.note.as_ref().map(Note::as_str), ":recorded_at": p.stamp.recorded.instant.millis(),
        ":offset_s": p.stamp.recorded.offset.seconds(), ":zone_id": zone_name(p.stamp.recorded),
        ":revision": p.stamp.revision, ":recorded_by": p.stamp.recorded_by.code(),
        ":source": p.stamp.source.to_string(), ":deleted_at": p.stamp.deleted_at.map(tidemark_model::Instant::millis),
    })?;
    Ok(())
}

pub(crate) fn between(store: &Store, period: Option<Period>) -> Result<Vec<Session>, StoreError> {
    let (from, to) = bounds(period);
    store.read("reading sessions", |c| {
        c.prepare_cached(include_str!("session/between.sql"))?
            .query_map(named_params! { ":from": from, ":to": to }, from_row)?
            .collect()
    })
}

pub(crate) fn one(store: &Store, wanted: SessionId) -> Result<Session, StoreError> {
    let found = store.read("reading a session", |c| {
        c.prepare_cached(include_str!("session/one.sql"))?
            .query_row(named_params! { ":id": wanted.to_bytes() }, from_row)
            .optional()
    })?;
    found.ok_or_else(|| StoreError::UnknownRecord { kind: "session", id: wanted.to_string() })
}

fn from_row(row: &Row<'_>) -> Answer<Session> {
    let minutes = |column| -> Answer<Option<SessionMinutes>> {
        row.get::<_, Option<u16>>(column)?.map(SessionMinutes::new).transpose().map_err(broken)
    };
    let pressure = |column| -> Answer<Option<Pressure>> {
        row.get::<_, Option<u8>>(column)?.map(Pressure::new).transpose().map_err(broken)
    };
    let text = |column| -> Answer<Option<String>> { row.get(column) };
    Session::new(SessionParts {
        id: id(row, "id")?,
        stamp: stamp(row)?,
        logical_date: date(row, "logical_date")?,
        rollover: rollover(row)?,
        day_source: DaySource::from_code(row.get_ref("day_source")?.as_str()?).map_err(broken)?,
        started: moment(row, "started_at", "started_offset_s", "started_zone_id")?,
        ended: optional_moment(row, "ended_at", "ended_offset_s", "ended_zone_id")?,
        planned_min: minutes("planned_min")?,
        actual_min: minutes("actual_min")?,
        status: SessionStatus::from_code(row.get_ref("status")?.as_str()?).map_err(broken)?,
        reason: text("reason")?.map(|t| ShortText::new("reason", &t)).transpose().map_err(broken)?,
        modality: Modality::from_code(row.get_ref("modality")?.as_str()?).map_err(broken)?,
        secondary: list(row.get_ref("secondary")?.as_str()?, Modality::from_code)?,
        pressure_asked: pressure("pressure_asked")?,
        pressure_felt: pressure("pressure_felt")?,
        areas: list(row.get_ref("areas")?.as_str()?, str::parse::<Area>)?,
        note: text("note")?.map(|t| Note::new("note", &t)).transpose().map_err(broken)?,
    })
    .map_err(broken)
}

fn list<T>(text: &str, read: impl Fn(&str) -> Result<T, Invalid>) -> Answer<Vec<T>> {
    text.split(LIST).filter(|item| !item.is_empty()).map(|item| read(item).map_err(broken)).collect()
}
