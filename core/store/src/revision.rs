//! What a record said before it was changed: every edit and deletion leaves its old value here.

use rusqlite::{Connection, named_params};
use tidemark_model::{
    CheckInId, Entropy, MeasureId, Milli, Moment, RecordId, RecordedBy, RevisionId, SessionId,
};

use crate::stamp::{broken, id, moment};
use crate::store::{Answer, Failure};
use crate::{Store, StoreError};

/// One change of one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revision {
    /// Revision of the record that the change made, from 2.
    pub revision: u32,
    /// Name of the field; for a rating `value.` and the measure.
    pub field: String,
    /// What it said.
    pub old: Option<String>,
    /// What it says since.
    pub new: Option<String>,
    /// When it was changed.
    pub at: Moment,
}

/// Who changes a record, and when.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Editor {
    pub(crate) at: Moment,
    pub(crate) by: RecordedBy,
}

struct Change<'a> {
    kind: &'static str,
    record: [u8; 16],
    revision: u32,
    field: &'a str,
    old: Option<&'a str>,
    new: Option<&'a str>,
}

impl Store {
    /// Changes one rating of a check-in; the old value stays in the revision log.
    ///
    /// # Errors
    /// [`StoreError::UnknownRecord`], [`StoreError::UnknownMeasure`] when the entry has no answer to it,
    /// [`StoreError::Invalid`] off its scale.
    pub fn change_rating(
        &mut self,
        check_in: CheckInId,
        measure: &MeasureId,
        value: Option<Milli>,
        at: Moment,
        entropy: &mut dyn Entropy,
    ) -> Result<(), StoreError> {
        let measures = self.measures()?;
        let editor = Editor { at, by: RecordedBy::Own };
        self.write("changing a rating", |tx| {
            let revision = next_revision(tx, "check_in", check_in.to_bytes())?
                .ok_or_else(|| StoreError::UnknownRecord { kind: "check_in", id: check_in.to_string() })?;
            let mut find = tx.prepare_cached(include_str!("revision/find_value.sql"))?;
            let key = named_params! { ":check_in_id": check_in.to_bytes(), ":measure_id": measure.as_str() };
            let found: Vec<(u32, Option<i64>)> =
                find.query_map(key, |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Answer<_>>()?;
            let unknown = || StoreError::UnknownMeasure { measure: measure.clone() };
            let &(version, old) = found.first().ok_or_else(unknown)?;
            let of_version = |m: &&tidemark_model::Measure| m.id() == measure && m.parts().version == version;
            let rated = measures.iter().find(of_version).ok_or_else(unknown)?;
            if let Some(value) = value {
                tidemark_model::Rating::new(rated, value).map_err(StoreError::from)?;
            }
            tx.prepare_cached(include_str!("revision/set_value.sql"))?.execute(named_params! {
                ":check_in_id": check_in.to_bytes(), ":measure_id": measure.as_str(),
                ":status": if value.is_some() { "recorded" } else { "skipped" },
                ":value_milli": value.map(Milli::thousandths),
            })?;
            let text = |milli: Option<i64>| milli.and_then(|m| Milli::new(m).ok()).map(|m| m.to_string());
            let (field, old, new) =
                (format!("value.{measure}"), text(old), text(value.map(Milli::thousandths)));
            let change = Change {
                kind: "check_in",
                record: check_in.to_bytes(),
                revision,
                field: &field,
                old: old.as_deref(),
                new: new.as_deref(),
            };
            note(tx, &change, editor, entropy)
        })
    }

    /// Deletes a check-in: it is no longer shown or counted; its row stays, marked.
    ///
    /// # Errors
    /// [`StoreError::UnknownRecord`].
    pub fn remove_check_in(
        &mut self,
        id: CheckInId,
        at: Moment,
        entropy: &mut dyn Entropy,
    ) -> Result<(), StoreError> {
        self.remove("check_in", id.to_bytes(), id.to_string(), at, entropy)
    }

    /// Deletes a session with its ratings: no longer shown or counted; their rows stay, marked.
    ///
    /// # Errors
    /// [`StoreError::UnknownRecord`].
    pub fn remove_session(
        &mut self,
        id: SessionId,
        at: Moment,
        entropy: &mut dyn Entropy,
    ) -> Result<(), StoreError> {
        self.remove("session", id.to_bytes(), id.to_string(), at, entropy)
    }

    fn remove(
        &mut self,
        kind: &'static str,
        record: [u8; 16],
        id: String,
        at: Moment,
        entropy: &mut dyn Entropy,
    ) -> Result<(), StoreError> {
        self.write("deleting an entry", |tx| {
            let unknown = StoreError::UnknownRecord { kind, id };
            let Some(revision) = next_revision(tx, kind, record)? else { return Err(unknown.into()) };
            let sql = match kind {
                "session" => include_str!("session/delete.sql"),
                _ => include_str!("check_in/delete.sql"),
            };
            tx.prepare_cached(sql)?
                .execute(named_params! { ":id": record, ":deleted_at": at.instant.millis() })?;
            let when = at.to_iso();
            let change = Change { kind, record, revision, field: "deleted_at", old: None, new: Some(&when) };
            note(tx, &change, Editor { at, by: RecordedBy::Own }, entropy)
        })
    }

    /// The changes of a check-in, oldest first.
    ///
    /// # Errors
    /// [`StoreError::Damaged`].
    pub fn revisions(&self, record: CheckInId) -> Result<Vec<Revision>, StoreError> {
        self.read("reading the revision log", |c| {
            c.prepare_cached(include_str!("revision/of_record.sql"))?
                .query_map(named_params! { ":record_id": record.to_bytes() }, |row| {
                    let _own: RevisionId = id(row, "id")?;
                    Ok(Revision {
                        revision: row.get("revision")?,
                        field: row.get("field")?,
                        old: row.get("old")?,
                        new: row.get("new")?,
                        at: moment(row, "recorded_at", "offset_s", "zone_id")?,
                    })
                })?
                .collect()
        })
    }
}

/// Counts the record's revision up; none when it is not there or deleted.
fn next_revision(c: &Connection, kind: &'static str, record: [u8; 16]) -> Answer<Option<u32>> {
    let sql = match kind {
        "session" => include_str!("session/next_revision.sql"),
        _ => include_str!("check_in/next_revision.sql"),
    };
    let mut statement = c.prepare_cached(sql)?;
    let mut rows = statement.query(named_params! { ":id": record })?;
    rows.next()?.map(|row| row.get(0)).transpose()
}

fn note(
    c: &Connection,
    change: &Change<'_>,
    editor: Editor,
    entropy: &mut dyn Entropy,
) -> Result<(), Failure> {
    let id = RevisionId::generate(editor.at.instant, entropy);
    if change.revision < 2 {
        let rule = tidemark_model::Invalid::Field { field: "a revision", allowed: "2 or more" };
        return Err(broken(rule).into());
    }
    c.prepare_cached(include_str!("revision/insert.sql"))?.execute(named_params! {
        ":id": id.to_bytes(), ":record_kind": change.kind, ":record_id": change.record,
        ":revision": change.revision, ":field": change.field, ":old": change.old, ":new": change.new,
        ":recorded_at": editor.at.instant.millis(), ":offset_s": editor.at.offset.seconds(),
        ":recorded_by": editor.by.code(),
    })?;
    Ok(())
}
