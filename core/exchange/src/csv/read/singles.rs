//! Tables in which one row is one record: measures, sessions, and every kind that has nothing but fields.

use std::collections::BTreeSet;

use tidemark_model::{
    Anchors, Area, CareTeamMember, Content, CrisisContact, DaySource, Direction, DistressEvent, Event, Frame,
    Goal, Incoming, InstrumentResult, IntakeSheet, Invalid, Measure, MeasureParts, Medication,
    MedicationChange, Modality, PlanAdjustment, Practice, Pressure, Record, Recorded, RecordedBy, Reminder,
    SafetyPlan, Scale, Session, SessionDetails, SessionMinutes, SessionMoment, SessionParts, SessionPlan,
    SessionStatus, Source, Stamp, Therapist, Unit, Usage, Visit,
};

use super::{Reading, entries, incoming};
use crate::csv::cells::{Cells, list, parsed, rule, whole, yes_no};
use crate::csv::field::{self, Field};
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
    let therapists = contents::<Therapist>(reading, tables::THERAPISTS, |_| None)?;
    let people: BTreeSet<_> = therapists.iter().map(|(_, therapist)| therapist.id).collect();
    let sessions = keyed(reading, tables::SESSIONS, names(&tables::sessions(true)), |cells| {
        let session = session(cells)?;
        match session.parts().details.therapist_id {
            Some(id) if !people.contains(&id) => {
                Err(cells.error("therapist_id", RowReason::Unknown { what: "a therapist" }))
            }
            _ => Ok((session.id(), session)),
        }
    })?;
    let mut records = entries::check_ins_and_ratings(reading, measures, &sessions)?;
    let in_table = |table, (line, record)| incoming(table, line, record);
    let known: BTreeSet<_> = sessions.iter().map(|(_, session)| session.id()).collect();
    records.splice(
        0..0,
        sessions.into_iter().map(|(line, s)| in_table(tables::SESSIONS, (line, Record::Session(s)))),
    );
    records.splice(0..0, given(tables::THERAPISTS, therapists));
    let medications = contents::<Medication>(reading, tables::MEDICATIONS, |_| None)?;
    let ids: BTreeSet<_> = medications.iter().map(|(_, medication)| medication.id).collect();
    records.extend(given(tables::MEDICATIONS, medications));
    let changes = contents::<MedicationChange>(reading, tables::MEDICATION_CHANGES, |change| {
        (!ids.contains(&change.medication_id)).then_some(("medication_id", "a medicine"))
    })?;
    records.extend(given(tables::MEDICATION_CHANGES, changes));
    records.extend(given(tables::VISITS, contents::<Visit>(reading, tables::VISITS, |_| None)?));
    let moments = contents::<SessionMoment>(reading, tables::MOMENTS, |moment| {
        (!known.contains(&moment.session_id)).then_some(("session_id", "a session"))
    })?;
    records.extend(given(tables::MOMENTS, moments));
    let distress = contents::<DistressEvent>(reading, tables::DISTRESS, |event| {
        event.session_id.filter(|id| !known.contains(id)).map(|_| ("session_id", "a session"))
    })?;
    records.extend(given(tables::DISTRESS, distress));
    records.extend(given(tables::GOALS, contents::<Goal>(reading, tables::GOALS, |_| None)?));
    records.extend(given(tables::EVENTS, contents::<Event>(reading, tables::EVENTS, |_| None)?));
    records.extend(given(tables::PRACTICES, contents::<Practice>(reading, tables::PRACTICES, |_| None)?));
    let results = contents::<InstrumentResult>(reading, tables::INSTRUMENTS, |_| None)?;
    records.extend(given(tables::INSTRUMENTS, results));
    records.extend(given(tables::REMINDERS, contents::<Reminder>(reading, tables::REMINDERS, |_| None)?));
    records.extend(given(
        tables::SAFETY_PLANS,
        contents::<SafetyPlan>(reading, tables::SAFETY_PLANS, |_| None)?,
    ));
    let contacts = contents::<CrisisContact>(reading, tables::CRISIS_CONTACTS, |_| None)?;
    records.extend(given(tables::CRISIS_CONTACTS, contacts));
    records.extend(agreed(reading)?);
    Ok(records)
}

/// Plans with their changes, the care team, intake sheets.
fn agreed(reading: &mut Reading<'_>) -> Result<Vec<Incoming>, ImportError> {
    let plans = contents::<SessionPlan>(reading, tables::PLANS, |_| None)?;
    let known: BTreeSet<_> = plans.iter().map(|(_, plan)| plan.id).collect();
    let mut records: Vec<Incoming> = given(tables::PLANS, plans).collect();
    let changes = contents::<PlanAdjustment>(reading, tables::PLAN_ADJUSTMENTS, |change| {
        (!known.contains(&change.session_plan_id)).then_some(("session_plan_id", "a plan"))
    })?;
    records.extend(given(tables::PLAN_ADJUSTMENTS, changes));
    let team = contents::<CareTeamMember>(reading, tables::CARE_TEAM, |_| None)?;
    records.extend(given(tables::CARE_TEAM, team));
    records.extend(given(tables::INTAKE, contents::<IntakeSheet>(reading, tables::INTAKE, |_| None)?));
    Ok(records)
}

/// A table of a kind of record that has nothing but fields; `dangles` names the column that refers to nothing.
fn contents<T: Content + 'static>(
    reading: &mut Reading<'_>,
    table: tables::Table,
    dangles: impl Fn(&T) -> Option<(&'static str, &'static str)>,
) -> Result<Vec<(u64, Recorded<T>)>, ImportError> {
    let key = table.key.first().copied().unwrap_or_default();
    keyed(reading, table, names(&field::content::<T>(key, true)), |cells| {
        let content = T::read(&cells.texts(T::FIELDS)?).map_err(|invalid| cells.refused(invalid))?;
        if let Some((column, what)) = dangles(&content) {
            return Err(cells.error(column, RowReason::Unknown { what }));
        }
        let id: T::Id = cells.need(key, parsed)?;
        let record = Recorded::new(id, stamp(cells)?, content).map_err(|invalid| cells.refused(invalid))?;
        Ok((record.id, record))
    })
}

fn given<T: Content>(table: tables::Table, records: Vec<(u64, Recorded<T>)>) -> impl Iterator<Item = Incoming>
where
    Record: From<Recorded<T>>,
{
    records.into_iter().map(move |(line, record)| incoming(table, line, Record::from(record)))
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
        details: Box::new(
            SessionDetails::read(&cells.texts(SessionDetails::FIELDS)?)
                .map_err(|invalid| cells.refused(invalid))?,
        ),
    };
    Session::new(parts).map_err(|invalid| {
        let column = match invalid {
            Invalid::EndsBeforeStart | Invalid::TooLong => Some("ended_at"),
            _ => None,
        };
        cells.sheet.error(cells.line(), column, RowReason::Rule(invalid))
    })
}
