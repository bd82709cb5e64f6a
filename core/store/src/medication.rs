//! Rows of `medication` and `medication_change`.

use rusqlite::{Connection, Row, named_params};
use tidemark_model::{ChangeKind, Medication, MedicationChange, RecordId, ShortText};

use crate::stamp::{broken, date, id, optional_date, stamp, zone_name};
use crate::store::Answer;
use crate::{Store, StoreError};

pub(crate) fn insert(c: &Connection, medication: &Medication) -> Answer<()> {
    let stamp = &medication.stamp;
    c.prepare_cached(include_str!("medication/insert.sql"))?.execute(named_params! {
        ":id": medication.id.to_bytes(), ":name": medication.name.as_str(),
        ":dose": medication.dose.as_ref().map(ShortText::as_str),
        ":start_date": medication.start.map(|day| day.to_string()),
        ":stop_date": medication.stop.map(|day| day.to_string()), ":recorded_at": stamp.recorded.instant.millis(),
        ":offset_s": stamp.recorded.offset.seconds(), ":zone_id": zone_name(stamp.recorded),
        ":revision": stamp.revision, ":recorded_by": stamp.recorded_by.code(), ":source": stamp.source.to_string(),
        ":deleted_at": stamp.deleted_at.map(tidemark_model::Instant::millis),
    })?;
    Ok(())
}

pub(crate) fn insert_change(c: &Connection, change: &MedicationChange) -> Answer<()> {
    let stamp = &change.stamp;
    c.prepare_cached(include_str!("medication/insert_change.sql"))?.execute(named_params! {
        ":id": change.id.to_bytes(), ":medication_id": change.medication.to_bytes(),
        ":at_date": change.at.to_string(), ":kind": change.kind.code(),
        ":dose_from": change.from.as_ref().map(ShortText::as_str),
        ":dose_to": change.to.as_ref().map(ShortText::as_str), ":recorded_at": stamp.recorded.instant.millis(),
        ":offset_s": stamp.recorded.offset.seconds(), ":zone_id": zone_name(stamp.recorded),
        ":revision": stamp.revision, ":recorded_by": stamp.recorded_by.code(), ":source": stamp.source.to_string(),
        ":deleted_at": stamp.deleted_at.map(tidemark_model::Instant::millis),
    })?;
    Ok(())
}

pub(crate) fn all(store: &Store) -> Result<Vec<Medication>, StoreError> {
    store.read("reading medicines", |c| {
        c.prepare_cached(include_str!("medication/all.sql"))?.query_map([], from_row)?.collect()
    })
}

pub(crate) fn all_changes(store: &Store) -> Result<Vec<MedicationChange>, StoreError> {
    store.read("reading changes of medicines", |c| {
        c.prepare_cached(include_str!("medication/all_changes.sql"))?
            .query_map([], change_from_row)?
            .collect()
    })
}

fn short(row: &Row<'_>, column: &str) -> Answer<Option<ShortText>> {
    row.get::<_, Option<String>>(column)?
        .map(|t| ShortText::new("a medicine", &t))
        .transpose()
        .map_err(broken)
}

fn from_row(row: &Row<'_>) -> Answer<Medication> {
    Ok(Medication {
        id: id(row, "id")?,
        stamp: stamp(row)?,
        name: ShortText::new("a medicine", row.get_ref("name")?.as_str()?).map_err(broken)?,
        dose: short(row, "dose")?,
        start: optional_date(row, "start_date")?,
        stop: optional_date(row, "stop_date")?,
    })
}

fn change_from_row(row: &Row<'_>) -> Answer<MedicationChange> {
    Ok(MedicationChange {
        id: id(row, "id")?,
        stamp: stamp(row)?,
        medication: id(row, "medication_id")?,
        at: date(row, "at_date")?,
        kind: ChangeKind::from_code(row.get_ref("kind")?.as_str()?).map_err(broken)?,
        from: short(row, "dose_from")?,
        to: short(row, "dose_to")?,
    })
}
