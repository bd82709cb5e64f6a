//! Changing what is there: every edit and deletion leaves the old value of each field it changed in the revision log.

use rusqlite::{Connection, named_params};
use tidemark_model::{
    Entropy, Instant, Kind, Measure, MeasureRef, Moment, Record, RecordId, RecordedBy, RevisionId,
    SessionRating, Texts,
};

use crate::columns::columns;
use crate::schema::{fill, quoted};
use crate::stamp::{broken, id, moment};
use crate::store::Answer;
use crate::{Store, StoreError, last_act, measure, record, session_rating};

/// One change of one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revision {
    /// Revision of the record that the change made, from 2.
    pub revision: u32,
    /// Name of the field; for a rating `value.` and the measure; `deleted_at` for a deletion.
    pub field: String,
    /// What it said.
    pub old: Option<String>,
    /// What it says since.
    pub new: Option<String>,
    /// When it was changed.
    pub at: Moment,
    /// By whom.
    pub by: RecordedBy,
    /// Why, when a reason was given.
    pub reason: Option<String>,
}

/// Who changes a record, when and why.
#[derive(Clone, Debug)]
pub struct Editor {
    /// When.
    pub at: Moment,
    /// Who.
    pub by: RecordedBy,
    /// Why, when a reason is given.
    pub reason: Option<String>,
}

impl Store {
    /// Puts changed records in place of what is there, all or nothing; the first is what an undo takes back.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when a record is not at the revision just before the given one;
    /// [`StoreError::UnknownRecord`], [`StoreError::Full`], [`StoreError::Busy`].
    pub fn change(
        &mut self,
        changed: &[Record],
        measures: &[Measure],
        editor: &Editor,
        entropy: &mut dyn Entropy,
    ) -> Result<(), StoreError> {
        self.change_and_add(changed, &[], measures, editor, entropy)
    }

    /// As [`Self::change`], and adds ratings of a session in the same transaction.
    ///
    /// # Errors
    /// As [`Self::change`].
    pub fn change_and_add(
        &mut self,
        changed: &[Record],
        added: &[SessionRating],
        measures: &[Measure],
        editor: &Editor,
        entropy: &mut dyn Entropy,
    ) -> Result<(), StoreError> {
        let grid = measure::by_reference(measures);
        self.write("changing an entry", |tx| {
            for rating in added {
                session_rating::refuse_rated(tx, rating)?;
                session_rating::insert(tx, rating)?;
            }
            for new in changed {
                let unknown = || StoreError::UnknownRecord { kind: new.kind().code(), id: new.spelled_id() };
                let id = new.id().ok_or_else(unknown)?;
                let old = record::one(tx, new.kind(), id, grid)?.ok_or_else(unknown)?;
                let revision = |record: &Record| record.stamp().map_or(0, |stamp| stamp.revision);
                if revision(new) != revision(&old) + 1 {
                    let kind = new.kind().code();
                    return Err(StoreError::ChangedMeanwhile { kind, id: new.spelled_id() }.into());
                }
                record::update(tx, new)?;
                let place = Place { kind: new.kind().code(), record: &id, revision: revision(new) };
                note(tx, place, &said(&old), &said(new), editor, entropy)?;
            }
            match changed.first() {
                Some(first) => Ok(last_act::changed(tx, first)?),
                None => Ok(()),
            }
        })
    }

    /// Changes label, place, use or activity of measures, all or nothing; their scales are frozen.
    ///
    /// # Errors
    /// [`StoreError::UnknownMeasure`], [`StoreError::Full`], [`StoreError::Busy`].
    pub fn change_measures(
        &mut self,
        changed: &[Measure],
        editor: &Editor,
        entropy: &mut dyn Entropy,
    ) -> Result<(), StoreError> {
        let known = self.measures()?;
        self.write("changing a measure", |tx| {
            last_act::forget(tx)?;
            for new in changed {
                let unknown = || StoreError::UnknownMeasure { measure: new.id().clone() };
                let old = known.iter().find(|m| m.reference() == new.reference()).ok_or_else(unknown)?;
                measure::update(tx, new)?;
                let name = new.id().as_str().as_bytes();
                let place = Place { kind: "measure", record: name, revision: last_of(tx, name)? + 1 };
                note(tx, place, &measure::texts(old), &measure::texts(new), editor, entropy)?;
            }
            Ok(())
        })
    }

    /// The changes of a record, oldest first.
    ///
    /// # Errors
    /// [`StoreError::Damaged`].
    pub fn revisions(&self, record: [u8; 16]) -> Result<Vec<Revision>, StoreError> {
        self.read("reading the revision log", |c| {
            let mut statement = c.prepare_cached(include_str!("revision/of_record.sql"))?;
            let places = At::of(&statement)?;
            statement
                .query_map(named_params! { ":record_id": record }, |row| {
                    let _own: RevisionId = id(row, "id")?;
                    Ok(Revision {
                        revision: row.get("revision")?,
                        field: row.get("field")?,
                        old: row.get("old")?,
                        new: row.get("new")?,
                        at: moment(row, places.recorded_at, places.offset_s, places.zone_id)?,
                        by: RecordedBy::from_code(row.get_ref("recorded_by")?.as_str()?).map_err(broken)?,
                        reason: row.get("reason")?,
                    })
                })?
                .collect()
        })
    }
}

columns!(At { recorded_at, offset_s, zone_id });

/// Deletes a record, or brings it back (`None`), and leaves a line about it in the log. Returns the revision it has then.
pub(crate) fn set_deleted(
    c: &Connection,
    kind: Kind,
    id: &[u8],
    deleted: Option<Instant>,
    editor: &Editor,
    entropy: &mut dyn Entropy,
) -> Answer<u32> {
    let table = quoted(kind.code());
    let (revision, before): (u32, Option<i64>) = c
        .prepare_cached(&fill(include_str!("revision/deleted_at.sql"), &[("table", &table)]))?
        .query_row(named_params! { ":id": id }, |row| Ok((row.get("revision")?, row.get("deleted_at")?)))?;
    let deleted = deleted.map(Instant::millis);
    c.prepare_cached(&fill(include_str!("revision/set_deleted.sql"), &[("table", &table)]))?
        .execute(named_params! { ":id": id, ":deleted_at": deleted })?;
    let [mut old, mut new] = [Texts::default(), Texts::default()];
    old.set("deleted_at", before.map(|at| at.to_string()));
    new.set("deleted_at", deleted.map(|at| at.to_string()));
    note(c, Place { kind: kind.code(), record: id, revision: revision + 1 }, &old, &new, editor, entropy)?;
    Ok(revision + 1)
}

/// Puts a version of a measure among those that are asked or can be chosen, or takes it from them.
pub(crate) fn set_active(
    c: &Connection,
    measure: &MeasureRef,
    active: bool,
    editor: &Editor,
    entropy: &mut dyn Entropy,
) -> Answer<()> {
    c.prepare_cached(include_str!("measure/set_active.sql"))?.execute(named_params! {
        ":id": measure.id.as_str(), ":version": measure.version, ":active": active,
    })?;
    let name = measure.id.as_str().as_bytes();
    let revision = last_of(c, name)? + 1;
    let [mut old, mut new] = [Texts::default(), Texts::default()];
    old.set("active", Some((!active).to_string()));
    new.set("active", Some(active.to_string()));
    note(c, Place { kind: "measure", record: name, revision }, &old, &new, editor, entropy)
}

/// The newest revision of a record that the log knows; 1 without any.
fn last_of(c: &Connection, record: &[u8]) -> Answer<u32> {
    c.prepare_cached(include_str!("revision/last_of_record.sql"))?
        .query_row(named_params! { ":record_id": record }, |row| row.get(0))
}

/// What a record says, its deletion included.
fn said(record: &Record) -> Texts {
    let mut texts = record.texts();
    let deleted = record.stamp().and_then(|stamp| stamp.deleted_at);
    texts.set("deleted_at", deleted.map(|at| at.millis().to_string()));
    texts
}

/// Which record a change belongs to.
#[derive(Clone, Copy)]
struct Place<'a> {
    kind: &'static str,
    record: &'a [u8],
    revision: u32,
}

/// One line for each field that differs.
fn note(
    c: &Connection,
    place: Place<'_>,
    old: &Texts,
    new: &Texts,
    editor: &Editor,
    entropy: &mut dyn Entropy,
) -> Answer<()> {
    let mut names: Vec<&str> = old.iter().chain(new.iter()).map(|(name, _)| name).collect();
    names.sort_unstable();
    names.dedup();
    for field in names {
        if old.get(field) == new.get(field) {
            continue;
        }
        let id = RevisionId::generate(editor.at.instant, entropy);
        c.prepare_cached(include_str!("revision/insert.sql"))?.execute(named_params! {
            ":id": id.to_bytes(), ":record_kind": place.kind, ":record_id": place.record,
            ":revision": place.revision, ":field": field, ":old": old.get(field), ":new": new.get(field),
            ":recorded_at": editor.at.instant.millis(), ":offset_s": editor.at.offset.seconds(),
            ":recorded_by": editor.by.code(), ":reason": editor.reason,
        })?;
    }
    Ok(())
}
