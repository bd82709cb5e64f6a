//! Removing for good: what was deleted more than 30 days ago, or what the person wants gone now, with everything that
//! hangs on it, its history, and the snapshots that hold it. Ids stay, so that no copy brings a record back.

use std::fs;

use rusqlite::{Connection, named_params};
use tidemark_model::Instant;

use crate::folder::sync_folder;
use crate::schema::{Table, fill, quoted, tables};
use crate::store::Answer;
use crate::verify::unlock_copy;
use crate::{Snapshot, Store, StoreError, erase, import_undo};

/// What was removed for good.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Purged {
    /// Records.
    pub records: u32,
    /// Snapshots that held one of them.
    pub snapshots: u32,
    /// Snapshots that could not be opened to look; they are still there.
    pub unread: Vec<Snapshot>,
}

/// Days for which a deleted record can still be had back.
const KEPT_DAYS: i64 = 30;
const DOING: &str = "removing deleted entries for good";

impl Store {
    /// Removes what was deleted more than 30 days before `now`.
    ///
    /// # Errors
    /// [`StoreError::Busy`], [`StoreError::Full`], [`StoreError::Io`]. Killed on the way, the next call goes on.
    pub fn purge_deleted(&mut self, now: Instant) -> Result<Purged, StoreError> {
        let before = now.plus_minutes(-KEPT_DAYS * 24 * 60)?.millis();
        self.purge(now, |tx, table| {
            let sql = fill(include_str!("purge/seed.sql"), &[("table", &quoted(table.name()))]);
            tx.execute(&sql, named_params! { ":before": before })
        })
    }

    /// Removes one record now, deleted or not.
    ///
    /// # Errors
    /// [`StoreError::UnknownRecord`] when there is none with that id; otherwise as [`Self::purge_deleted`].
    pub fn erase_record(&mut self, id: [u8; 16], shown: &str, now: Instant) -> Result<Purged, StoreError> {
        let purged = self.purge(now, |tx, table| {
            let sql = fill(include_str!("purge/seed_one.sql"), &[("table", &quoted(table.name()))]);
            tx.execute(&sql, named_params! { ":id": id })
        })?;
        if purged.records == 0 {
            return Err(StoreError::UnknownRecord { kind: "entry", id: shown.to_owned() });
        }
        Ok(purged)
    }

    fn purge(
        &mut self,
        now: Instant,
        seed: impl Fn(&Connection, &Table) -> Answer<usize>,
    ) -> Result<Purged, StoreError> {
        let records = self.write(DOING, |tx| {
            let tables = tables(tx)?;
            tx.execute_batch(include_str!("purge/drop.sql"))?;
            tx.execute_batch(include_str!("purge/temporary.sql"))?;
            tx.execute_batch("PRAGMA defer_foreign_keys = ON")?;
            for table in tables.iter().filter(|table| table.is_record()) {
                seed(tx, table)?;
            }
            let records = remove_gone(tx, &tables, now)?;
            tx.execute_batch(include_str!("purge/drop.sql"))?;
            Ok(records)
        })?;
        if records > 0 {
            // The log holds the old pages until it is moved.
            self.checkpoint()?;
        }
        let mut purged = Purged { records, ..Purged::default() };
        self.drop_holding_snapshots(&mut purged)?;
        Ok(purged)
    }

    /// Removes the snapshots in which a purged id still has its row.
    fn drop_holding_snapshots(&self, purged: &mut Purged) -> Result<(), StoreError> {
        let any: bool =
            self.read(DOING, |c| c.query_row(include_str!("purge/any.sql"), [], |row| row.get(0)))?;
        if !any {
            return Ok(());
        }
        erase::remove_between(self.folder())?;
        for snapshot in self.folder().snapshots()? {
            match self.holds_purged(&snapshot) {
                Ok(false) => {}
                Ok(true) => {
                    fs::remove_file(&snapshot.path)
                        .map_err(StoreError::io("removing a snapshot", &snapshot.path))?;
                    sync_folder(&self.folder().snapshots_folder())?;
                    purged.snapshots += 1;
                }
                // In doubt it stays, and is named.
                Err(_) => purged.unread.push(snapshot),
            }
        }
        Ok(())
    }

    fn holds_purged(&self, snapshot: &Snapshot) -> Result<bool, StoreError> {
        crate::folder::check_database(&snapshot.path)?;
        unlock_copy(self.connection(), &snapshot.path, None)?;
        let held = self.read(DOING, |c| {
            let in_copy = |table: &str| {
                c.query_row(include_str!("purge/has_table.sql"), named_params! { ":table": table }, |row| {
                    row.get::<_, bool>(0)
                })
            };
            for table in tables(c)?.iter().filter(|table| table.has_id() && table.name() != "purged") {
                // An older snapshot lacks the tables of later schemas.
                if !in_copy(table.name())? {
                    continue;
                }
                let sql = fill(include_str!("purge/held.sql"), &[("table", &quoted(table.name()))]);
                if c.query_row(&sql, [], |row| row.get(0))? {
                    return Ok(true);
                }
            }
            c.query_row(include_str!("purge/held_in_log.sql"), [], |row| row.get(0))
        });
        let detached = self.read(DOING, |c| c.execute_batch("DETACH DATABASE copy"));
        let held = held?;
        detached.map(|()| held)
    }
}

/// Removes every record whose id is in the table `temp.gone`, what hangs on it, and its history. Returns how many.
pub(crate) fn remove_gone(c: &Connection, tables: &[Table], at: Instant) -> Answer<u32> {
    let with_id: Vec<&Table> = tables.iter().filter(|t| t.has_id() && t.name() != "purged").collect();
    let parents = |table: &Table| with_id.iter().any(|parent| parent.name() == table.name());
    // What cannot be without a record that goes, goes too, however far down.
    loop {
        let mut more = 0;
        for table in &with_id {
            for reference in table.references.iter().filter(|reference| reference.needed) {
                let places = [("table", &*quoted(table.name())), ("column", &*quoted(&reference.column))];
                more += c.execute(&fill(include_str!("purge/spread.sql"), &places), [])?;
            }
        }
        if more == 0 {
            break;
        }
    }
    for table in tables {
        for reference in &table.references {
            let places = [("table", &*quoted(table.name())), ("column", &*quoted(&reference.column))];
            if !reference.needed {
                c.execute(&fill(include_str!("purge/let_go.sql"), &places), [])?;
            } else if !parents(table) {
                c.execute(&fill(include_str!("purge/delete_parts.sql"), &places), [])?;
            }
        }
    }
    let mut removed = 0;
    for table in &with_id {
        let places = [("table", &*quoted(table.name()))];
        c.execute(
            &fill(include_str!("purge/keep_ids.sql"), &places),
            named_params! { ":kind": table.name(), ":at": at.millis() },
        )?;
        let gone = count(c.execute(&fill(include_str!("purge/delete.sql"), &places), [])?);
        if table.is_record() {
            removed += gone;
        }
    }
    c.execute(include_str!("purge/delete_log.sql"), [])?;
    import_undo::drop_measures(c)?;
    // What is gone for good cannot be taken back, and nothing older in its stead.
    c.execute(include_str!("purge/forget_act.sql"), [])?;
    Ok(removed)
}

/// Takes over the ids that were purged in the copy.
pub(crate) fn keep_ids_of_copy(c: &Connection) -> Answer<()> {
    c.execute(include_str!("purge/keep_ids_of_copy.sql"), []).map(drop)
}

/// Whether a record with that id was removed for good.
pub(crate) fn is_purged(c: &Connection, id: &[u8]) -> Answer<bool> {
    c.prepare_cached(include_str!("purge/is_purged.sql"))?
        .query_row(named_params! { ":id": id }, |row| row.get(0))
}

pub(crate) fn count(rows: usize) -> u32 {
    u32::try_from(rows).unwrap_or(u32::MAX)
}
