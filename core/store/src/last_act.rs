//! What was done last, so that it can be taken back: one row, written in the transaction of the act itself.

use rusqlite::{Connection, OptionalExtension, named_params};
use tidemark_model::{Kind, Record};

use crate::stamp::broken;
use crate::store::Answer;
use crate::{Store, StoreError};

/// What was done last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LastAct {
    /// Whether it made the record, rather than changed or deleted it.
    pub made: bool,
    /// Kind of the record.
    pub kind: Kind,
    /// Its id.
    pub id: [u8; 16],
    /// The revision that the act gave it.
    pub revision: u32,
}

pub(crate) fn added(c: &Connection, record: &Record) -> Answer<()> {
    note(c, "add", record)
}

pub(crate) fn changed(c: &Connection, record: &Record) -> Answer<()> {
    note(c, "change", record)
}

/// What was done last is no change of one record, so an undo would take back something older.
pub(crate) fn forget(c: &Connection) -> Answer<()> {
    c.prepare_cached(include_str!("last_act/clear.sql"))?.execute([]).map(drop)
}

fn note(c: &Connection, act: &str, record: &Record) -> Answer<()> {
    let (Some(id), Some(stamp)) = (record.id(), record.stamp()) else { return Ok(()) };
    c.prepare_cached(include_str!("last_act/set.sql"))?
        .execute(named_params! {
            ":act": act, ":record_kind": record.kind().code(), ":record_id": id, ":revision": stamp.revision,
        })
        .map(drop)
}

impl Store {
    /// What was done last; none in a new diary or after an import.
    ///
    /// # Errors
    /// [`StoreError::Damaged`].
    pub fn last_act(&self) -> Result<Option<LastAct>, StoreError> {
        self.read("looking at what was done last", |c| {
            c.prepare_cached(include_str!("last_act/get.sql"))?
                .query_row([], |row| {
                    Ok(LastAct {
                        made: row.get::<_, String>("act")? == "add",
                        kind: Kind::from_code(row.get_ref("record_kind")?.as_str()?).map_err(broken)?,
                        id: row.get("record_id")?,
                        revision: row.get("revision")?,
                    })
                })
                .optional()
        })
    }
}
