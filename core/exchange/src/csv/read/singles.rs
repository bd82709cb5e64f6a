//! Tables in which one row is one record: measures, sessions, medicines, their changes, visits.

use std::collections::BTreeSet;

use tidemark_model::{
    Anchors, Area, ChangeKind, DaySource, Direction, Frame, Incoming, Invalid, Measure, MeasureParts,
    Medication, MedicationChange, Modality, Pressure, Record, RecordedBy, Scale, Session, SessionMinutes,
    SessionParts, SessionStatus, Source, Stamp, Unit, Usage, Visit,
};

use super::{Reading, entries, incoming};
use crate::csv::cells::{Cells, list, parsed, rule, whole, yes_no};
use crate::csv::field::Field;
use crate::csv::tables;
use crate::{ImportError, RowError, RowReason};

/// The names of a table's columns.
pub(super) fn names<T>(fields: &[Field<'_, T>]) -> impl Iterator<Item = &'static str> {
    fields.iter().map(|field| field.name)
}

/// All measures of the folder.
pub(super) fn measures(reading: &mut Reading<'_>) -> Result<Vec<Incoming>, ImportError> {
    let mut seen = BTreeSet::new();
    reading.rows(tables::MEASURES, names(&tables::measures()), |cells| {
        let measure = measure(cells)?;
        if !seen.insert(measure.reference()) {
            return Err(cells.error("measure_id", RowReason::Rule(TWICE)));
        }
        Ok(incoming(tables::MEASURES, cells.line(), Record::Measure(measure)))
    })
}

const TWICE: Invalid = Invalid::Field { field: "a key", allowed: "each value once" };

/// All other records, whatever one refers to before it.
pub(super) fn records(
    reading: &mut Reading<'_>,
    measures: &[Incoming],
) -> Result<Vec<Incoming>, ImportError> {
    let sessions = keyed(reading, tables::SESSIONS, names(&tables::sessions(true)), |cells| {
        let session = session(cells)?;
        Ok((session.id(), session))
    })?;
    let mut records = entries::check_ins_and_ratings(reading, measures, &sessions)?;
    let medications = keyed(reading, tables::MEDICATIONS, names(&tables::medications()), |cells| {
        let medication = medication(cells)?;
        Ok((medication.id, medication))
    })?;
    let changes =
        keyed(reading, tables::MEDICATION_CHANGES, names(&tables::medication_changes()), |cells| {
            let change = change(cells)?;
            if !medications.iter().any(|(_, m)| m.id == change.medication) {
                return Err(cells.error("medication_id", RowReason::Unknown { what: "a medicine" }));
            }
            Ok((change.id, change))
        })?;
    let visits = keyed(reading, tables::VISITS, names(&tables::visits()), |cells| {
        let visit = visit(cells)?;
        Ok((visit.id, visit))
    })?;
    let in_table = |table, (line, record)| incoming(table, line, record);
    records.splice(
        0..0,
        sessions.into_iter().map(|(line, s)| in_table(tables::SESSIONS, (line, Record::Session(s)))),
    );
    let medications = medications.into_iter().map(|(l, m)| (tables::MEDICATIONS, l, Record::Medication(m)));
    let changes =
        changes.into_iter().map(|(l, c)| (tables::MEDICATION_CHANGES, l, Record::MedicationChange(c)));
    let visits = visits.into_iter().map(|(l, v)| (tables::VISITS, l, Record::Visit(v)));
    records.extend(
        medications.chain(changes).chain(visits).map(|(table, line, record)| incoming(table, line, record)),
    );
    Ok(records)
}

/// Reads a table whose records have ids, each once; gives the line with each record.
pub(super) fn keyed<K: Ord, T>(
    reading: &mut Reading<'_>,
    table: tables::Table,
    names: impl Iterator<Item = &'static str>,
    read: impl Fn(Cells<'_, '_>) -> Result<(K, T), RowError>,
) -> Result<Vec<(u64, T)>, ImportError> {
    let mut seen = std::collections::BTreeMap::new();
    let key = table.key.first().copied().unwrap_or_default();
    reading.rows(table, names, |cells| {
        let (id, record) = read(cells)?;
        match seen.insert(id, cells.line()) {
            Some(first) => Err(cells.error(key, RowReason::Twice { first })),
            None => Ok((cells.line(), record)),
        }
    })
}

/// The stamp that every table ends with.
pub(super) fn stamp(cells: Cells<'_, '_>) -> Result<Stamp, RowError> {
    Ok(Stamp {
        recorded: cells.need_moment("recorded_at", "zone_id")?,
        revision: cells.need("revision", whole)?,
        recorded_by: cells.need("recorded_by", |cell| rule(RecordedBy::from_code(cell)))?,
        source: cells.need("source", |cell| rule(Source::from_code(cell)))?,
        deleted_at: None,
    })
}

fn measure(cells: Cells<'_, '_>) -> Result<Measure, RowError> {
    let (min, max) = (cells.need_milli("scale_min")?, cells.need_milli("scale_max")?);
    let step = cells.need_milli("scale_step")?;
    let parts = MeasureParts {
        id: cells.need("measure_id", parsed)?,
        version: cells.need("measure_version", whole)?,
        label: cells.need_words("label")?,
        frame: cells.need("frame", |cell| rule(Frame::from_code(cell)))?,
        scale: rule(Scale::new(min, max, step)).map_err(|reason| cells.error("scale_step", reason))?,
        unit: cells.need("unit", |cell| rule(Unit::from_code(cell)))?,
        direction: cells.need("direction", |cell| rule(Direction::from_code(cell)))?,
        anchors: Anchors { low: cells.words("anchor_low")?, high: cells.words("anchor_high")? },
        usage: Usage {
            daily: cells.need("used_daily", yes_no)?,
            session: cells.need("used_session", yes_no)?,
        },
        order: cells.need("position", whole)?,
        active: cells.need("active", yes_no)?,
    };
    rule(Measure::new(parts)).map_err(|reason| cells.error("measure_version", reason))
}

fn session(cells: Cells<'_, '_>) -> Result<Session, RowError> {
    let minutes = |cell: &str| whole(cell).and_then(|n| rule(SessionMinutes::new(n)));
    let pressure = |cell: &str| whole(cell).and_then(|n| rule(Pressure::new(n)));
    let parts = SessionParts {
        id: cells.need("session_id", parsed)?,
        stamp: stamp(cells)?,
        logical_date: cells.need("logical_date", parsed)?,
        rollover: cells.need("rollover", parsed)?,
        day_source: cells.need("day_source", |cell| rule(DaySource::from_code(cell)))?,
        started: cells.need_moment("started_at", "started_zone_id")?,
        ended: cells.moment("ended_at", "ended_zone_id")?,
        planned_min: cells.may("planned_min", minutes)?,
        actual_min: cells.may("actual_min", minutes)?,
        status: cells.need("status", |cell| rule(SessionStatus::from_code(cell)))?,
        reason: cells.words("reason")?,
        modality: cells.need("modality", |cell| rule(Modality::from_code(cell)))?,
        secondary: cells.may("secondary", |cell| list(cell, Modality::from_code))?.unwrap_or_default(),
        pressure_asked: cells.may("pressure_asked", pressure)?,
        pressure_felt: cells.may("pressure_felt", pressure)?,
        areas: cells.may("areas", |cell| list(cell, str::parse::<Area>))?.unwrap_or_default(),
        note: cells.note("note")?,
    };
    Session::new(parts).map_err(|invalid| {
        let column = match invalid {
            Invalid::EndsBeforeStart | Invalid::TooLong => Some("ended_at"),
            _ => None,
        };
        cells.sheet.error(cells.line(), column, RowReason::Rule(invalid))
    })
}

fn medication(cells: Cells<'_, '_>) -> Result<Medication, RowError> {
    let medication = Medication {
        id: cells.need("medication_id", parsed)?,
        stamp: stamp(cells)?,
        name: cells.need_words("name")?,
        dose: cells.words("dose")?,
        start: cells.may("start", parsed)?,
        stop: cells.may("stop", parsed)?,
    };
    let backwards = medication.start.zip(medication.stop).is_some_and(|(start, stop)| stop < start);
    let refused =
        Invalid::Field { field: "the last day of a medicine", allowed: "its first day or a later one" };
    if backwards { Err(cells.error("stop", RowReason::Rule(refused))) } else { Ok(medication) }
}

fn change(cells: Cells<'_, '_>) -> Result<MedicationChange, RowError> {
    Ok(MedicationChange {
        id: cells.need("change_id", parsed)?,
        stamp: stamp(cells)?,
        medication: cells.need("medication_id", parsed)?,
        at: cells.need("at", parsed)?,
        kind: cells.need("kind", |cell| rule(ChangeKind::from_code(cell)))?,
        from: cells.words("from")?,
        to: cells.words("to")?,
    })
}

fn visit(cells: Cells<'_, '_>) -> Result<Visit, RowError> {
    Ok(Visit {
        id: cells.need("visit_id", parsed)?,
        stamp: stamp(cells)?,
        at: cells.need_moment("at", "at_zone_id")?,
        logical_date: cells.need("logical_date", parsed)?,
        with: cells.words("with")?,
    })
}
