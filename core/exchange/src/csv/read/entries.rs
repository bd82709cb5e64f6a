//! Entries whose parts stand in two files: check-ins and session ratings, with their values in `observations.csv`.

use std::collections::{BTreeMap, BTreeSet};

use tidemark_model::{
    CheckIn, CheckInId, CheckInParts, DaySource, Frame, Incoming, Measure, MeasureRef, Milli, Phase,
    PracticeKind, Record, RecordId, Session, SessionId, SessionRating, SessionRatingId, SessionRatingParts,
    Value, ValueId,
};

use super::singles::{keyed, names, stamp};
use super::{Reading, incoming};
use crate::csv::cells::{Cells, list, parsed, rule, whole, yes_no};
use crate::csv::field::Kind;
use crate::csv::observation::{Entry, Observation, fields};
use crate::csv::tables::{
    CHECK_INS, MEASURES, OBSERVATIONS, SESSION_RATINGS, Table, check_ins, session_ratings,
};
use crate::{Column, ImportError, RowError, RowReason};

type EntryId = [u8; 16];
/// Where the columns of observations are in this file.
type Places = BTreeMap<&'static str, Column>;

/// A row of observations, as far as it belongs to it alone; the other cells wait to be compared with the entry.
struct Seen {
    line: u64,
    entry: EntryId,
    value: Value,
    others: BTreeMap<&'static str, String>,
}

/// What a row of an entry's own file says, its values still missing.
enum Frameless {
    Daily(CheckInParts),
    Around(SessionRatingParts),
}

/// All check-ins, then all ratings of `sessions`, each with its values in the order of their rows.
pub(super) fn check_ins_and_ratings(
    reading: &mut Reading<'_>,
    measures: &[Incoming],
    sessions: &[(u64, Session)],
) -> Result<Vec<Incoming>, ImportError> {
    let measures: BTreeMap<MeasureRef, &Measure> = measures
        .iter()
        .filter_map(|incoming| match &incoming.record {
            Record::Measure(measure) => Some((measure.reference(), measure)),
            _ => None,
        })
        .collect();
    let sessions: BTreeMap<_, _> = sessions.iter().map(|(_, session)| (session.id(), session)).collect();
    let mut refused = BTreeSet::new();
    let mut values: BTreeMap<EntryId, Vec<Seen>> = BTreeMap::new();
    let (observed, places) = observations(reading, &measures, &mut refused)?;
    for seen in observed {
        values.entry(seen.entry).or_default().push(seen);
    }

    let daily = keyed(reading, CHECK_INS, names(&check_ins(true)), |cells| {
        let parts = check_in(cells)?;
        Ok((parts.id, parts))
    })?;
    let around = keyed(reading, SESSION_RATINGS, names(&session_ratings()), |cells| {
        let parts = session_rating(cells)?;
        if !sessions.contains_key(&parts.session) {
            return Err(cells.error("session_id", RowReason::Unknown { what: "a session" }));
        }
        Ok((parts.id, parts))
    })?;
    let daily =
        daily.into_iter().map(|(l, parts)| (CHECK_INS, l, parts.id.to_bytes(), Frameless::Daily(parts)));
    let around = around
        .into_iter()
        .map(|(l, parts)| (SESSION_RATINGS, l, parts.id.to_bytes(), Frameless::Around(parts)));

    let folder = Folder { measures, sessions, places };
    let mut records = Vec::new();
    for (table, line, id, parts) in daily.chain(around) {
        let seen = values.remove(&id).unwrap_or_default();
        match folder.entry(table, line, parts, &seen, refused.contains(&id)) {
            Ok(record) => records.push(incoming(table, line, record)),
            Err(error) => reading.rejects.row([error]),
        }
    }
    for seen in values.into_values().flatten() {
        let reason = RowReason::Unknown { what: "an entry" };
        reading.rejects.row([about(OBSERVATIONS, seen.line, reason)]);
    }
    Ok(records)
}

/// An error about a row whose file is no longer open.
fn about(table: Table, line: u64, reason: RowReason) -> RowError {
    RowError { file: table.file.to_owned(), line, column: None, reason }
}

fn observations(
    reading: &mut Reading<'_>,
    measures: &BTreeMap<MeasureRef, &Measure>,
    refused: &mut BTreeSet<EntryId>,
) -> Result<(Vec<Seen>, Places), ImportError> {
    let columns = fields(true);
    let compared: Vec<_> = compared().collect();
    let mut places = Places::new();
    let seen = reading.rows(OBSERVATIONS, names(&columns), |cells| {
        if places.is_empty() {
            places.clone_from(&cells.sheet.columns);
        }
        let entry = cells.need("entry_id", parsed::<ValueId>)?.to_bytes();
        let read = value(cells, measures);
        if read.is_err() {
            refused.insert(entry);
        }
        let others = compared.iter().map(|(name, kind)| (*name, normal(cells, name, *kind))).collect();
        Ok(Seen { line: cells.line(), entry, value: read?, others })
    })?;
    Ok((seen, places))
}

fn value(cells: Cells<'_, '_>, measures: &BTreeMap<MeasureRef, &Measure>) -> Result<Value, RowError> {
    let reference =
        MeasureRef { id: cells.need("measure_id", parsed)?, version: cells.need("measure_version", whole)? };
    let unknown = || cells.error("measure_id", RowReason::Unknown { what: "a measure" });
    let measure = measures.get(&reference).ok_or_else(unknown)?;
    let frame = cells.need("frame", |cell| rule(Frame::from_code(cell)))?;
    match (cells.raw("status"), cells.milli("value")?) {
        ("recorded", Some(number)) => Value::recorded(measure, frame, number)
            .map_err(|invalid| cells.error("value", RowReason::Rule(invalid))),
        ("skipped", None) => Ok(Value::skipped(measure, frame)),
        _ => Err(cells.error("status", RowReason::Status)),
    }
}

fn check_in(cells: Cells<'_, '_>) -> Result<CheckInParts, RowError> {
    Ok(CheckInParts {
        id: cells.need("entry_id", parsed::<CheckInId>)?,
        stamp: stamp(cells)?,
        logical_date: cells.need("logical_date", parsed)?,
        rollover: cells.need("rollover", parsed)?,
        day_source: cells.need("day_source", |cell| rule(DaySource::from_code(cell)))?,
        rated: cells.moment("rated_at", "rated_zone_id")?,
        note: cells.note("note")?,
        practices: cells.may("practices", |cell| list(cell, PracticeKind::from_code))?.unwrap_or_default(),
        values: Vec::new(),
    })
}

fn session_rating(cells: Cells<'_, '_>) -> Result<SessionRatingParts, RowError> {
    Ok(SessionRatingParts {
        id: cells.need("entry_id", parsed::<SessionRatingId>)?,
        stamp: stamp(cells)?,
        session: cells.need("session_id", parsed)?,
        phase: cells.need("phase", |cell| rule(Phase::from_code(cell)))?,
        rated: cells.need_moment("rated_at", "rated_zone_id")?,
        in_window: cells.need("in_window", yes_no)?,
        recalled: cells.need("recalled", yes_no)?,
        before_seen: cells.need("before_seen", yes_no)?,
        values: Vec::new(),
    })
}

/// Columns of observations that repeat what another file says.
fn compared() -> impl Iterator<Item = (&'static str, Kind)> {
    const OWN: [&str; 10] = [
        "row_id",
        "entry_id",
        "measure_id",
        "measure_version",
        "measure_label",
        "frame",
        "value",
        "status",
        "entry_mode",
        "delay_min",
    ];
    let repeats = |name: &str| !OWN.contains(&name) && name != "item_number";
    fields(true).into_iter().map(|field| (field.name, field.kind)).filter(move |(name, _)| repeats(name))
}

/// A cell in the one form in which two writers of the same thing agree.
fn normal(cells: Cells<'_, '_>, name: &'static str, kind: Kind) -> String {
    let cell = cells.raw(name);
    match kind {
        Kind::Number => Milli::parse(cell, cells.sheet.decimal).map_or(cell.to_owned(), |n| n.to_string()),
        Kind::YesNo => cell.to_lowercase(),
        Kind::Text(_) => cells.unguarded(cell).replace("\r\n", "\n"),
        _ => cell.to_owned(),
    }
}

/// What entries are put together from.
struct Folder<'f> {
    measures: BTreeMap<MeasureRef, &'f Measure>,
    sessions: BTreeMap<SessionId, &'f Session>,
    places: Places,
}

impl Folder<'_> {
    /// An entry with its values, once everything that is said twice agrees.
    fn entry(
        &self,
        table: Table,
        line: u64,
        parts: Frameless,
        seen: &[Seen],
        incomplete: bool,
    ) -> Result<Record, RowError> {
        if incomplete {
            return Err(about(table, line, RowReason::Incomplete { file: OBSERVATIONS.file }));
        }
        let values = seen.iter().map(|one| one.value.clone()).collect();
        let broken = |invalid| about(table, line, RowReason::Rule(invalid));
        match parts {
            Frameless::Daily(parts) => {
                let check_in = CheckIn::new(CheckInParts { values, ..parts }).map_err(broken)?;
                self.agree(Entry::Daily(&check_in), table, seen)?;
                Ok(Record::CheckIn(check_in))
            }
            Frameless::Around(parts) => {
                let unknown = || about(table, line, RowReason::Unknown { what: "a session" });
                let session = self.sessions.get(&parts.session).ok_or_else(unknown)?;
                let rating =
                    SessionRating::from_stored(SessionRatingParts { values, ..parts }).map_err(broken)?;
                self.agree(Entry::Around(&rating, session), table, seen)?;
                Ok(Record::SessionRating(rating))
            }
        }
    }

    /// Refuses a row of observations that says something else than the file it repeats.
    fn agree(&self, entry: Entry<'_>, table: Table, seen: &[Seen]) -> Result<(), RowError> {
        let columns = fields(true);
        for (index, one) in seen.iter().enumerate() {
            let Some(measure) = self.measures.get(one.value.measure()) else { continue };
            let written = Observation { entry, value: &one.value, measure, first: index == 0 };
            let differing = columns.iter().find(|column| {
                let Some(cell) = one.others.get(column.name) else { return false };
                // A note may be left out here; it has its home in the entry's own file.
                *cell != column.text(&written) && !(column.name == "note" && cell.is_empty())
            });
            if let Some(column) = differing {
                let of_measure =
                    column.name.starts_with("scale") || matches!(column.name, "unit" | "direction");
                let with = if of_measure { MEASURES.file } else { table.file };
                let error = about(OBSERVATIONS, one.line, RowReason::Disagrees { with });
                return Err(RowError { column: self.places.get(column.name).cloned(), ..error });
            }
        }
        Ok(())
    }
}
