//! Is every page and every reference of the diary whole? Reads all of it; repairs nothing.

use std::collections::BTreeSet;
use std::path::Path;

use rusqlite::{Connection, ffi, named_params};

use crate::folder::log_length;
use crate::key::secret_text;
use crate::open::scrub;
use crate::store::Answer;
use crate::{DataKey, Store, StoreError, open};

/// What was found whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verified {
    /// Pages whose seal was checked.
    pub pages: u64,
    /// Check-ins and sessions, deleted ones included.
    pub entries: u64,
}

impl Store {
    /// Checks the seal of every page, the structure of every table, and every reference.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] naming the first check that failed.
    pub fn verify(&self) -> Result<Verified, StoreError> {
        seals_and_structure(self.connection(), "main", self.file())?;
        references(self.connection(), self.file())?;
        self.records(None)?;
        self.read("counting", |c| {
            let pages: i64 = c.query_row("PRAGMA page_count", [], |row| row.get(0))?;
            let entries: i64 = c.query_row(include_str!("verify/count_entries.sql"), [], |row| row.get(0))?;
            Ok(Verified { pages: pages.unsigned_abs(), entries: entries.unsigned_abs() })
        })
    }
}

/// Both integrity checks of a database that the connection has open under the name `schema`.
pub(crate) fn seals_and_structure(c: &Connection, schema: &str, path: &Path) -> Result<(), StoreError> {
    seals(c, schema, path)?;
    let structure = "checking every table";
    let answer: String = c
        .query_row(&format!("PRAGMA {schema}.integrity_check(1)"), [], |row| row.get(0))
        .map_err(|source| StoreError::database(structure, path, source))?;
    if answer == "ok" { Ok(()) } else { Err(damaged(structure, path)) }
}

/// Refuses what was read when a page of it had no whole seal. A broken one on the last page of a long text comes back as
/// zeros without an error; only the cipher remembers.
pub(crate) fn refuse_broken_seals(c: &Connection) -> Answer<()> {
    if open::seals_held(c)? {
        return Ok(());
    }
    Err(rusqlite::Error::SqliteFailure(ffi::Error::new(ffi::SQLITE_CORRUPT), None))
}

/// How often a broken seal is looked at again while other programs write.
const LOOKS: u32 = 20;

/// Whether every page of the file has a whole seal.
///
/// The cipher's check looks at the file alone. A page that a power cut tore while the log was moved is still whole in the
/// log, so the log is moved first; and a page that another program is writing looks torn, so nobody may move a log
/// meanwhile. Reading a database with an empty log keeps others from moving one, and what is found then counts. Where
/// somebody was quicker each time, a page counts when every look found it broken; otherwise the others are to be waited for.
fn seals(c: &Connection, schema: &str, path: &Path) -> Result<(), StoreError> {
    let doing = "checking the seal of every page";
    let failed = |source| StoreError::database(doing, path, source);
    let mut always: Option<BTreeSet<String>> = None;
    for look in 0..LOOKS {
        let _ = match look {
            0 => open::move_log(c, schema),
            // Waits for the others, as long as every call does.
            _ => c.query_row(&format!("PRAGMA {schema}.wal_checkpoint(TRUNCATE)"), [], |_| Ok(())),
        };
        let reading = c.unchecked_transaction();
        let first = format!("SELECT count(*) FROM {schema}.sqlite_schema");
        c.query_row(&first, [], |_| Ok(())).map_err(failed)?;
        let alone = log_length(path) == 0;
        // Says nothing when all is well, one row a bad page otherwise.
        let bad: BTreeSet<String> = c
            .prepare(&format!("PRAGMA {schema}.cipher_integrity_check"))
            .and_then(|mut check| check.query_map([], |row| row.get(0))?.collect())
            .map_err(failed)?;
        drop(reading);
        if bad.is_empty() {
            return Ok(());
        }
        if alone {
            return Err(damaged(doing, path));
        }
        let both = match always.take() {
            Some(before) => before.intersection(&bad).cloned().collect(),
            None => bad,
        };
        always = Some(both);
    }
    match always {
        Some(pages) if pages.is_empty() => Err(StoreError::Busy { doing }),
        _ => Err(damaged(doing, path)),
    }
}

/// Whether every reference leads to a row.
pub(crate) fn references(c: &Connection, path: &Path) -> Result<(), StoreError> {
    let doing = "checking every reference";
    if rows(c, "PRAGMA foreign_key_check", doing, path)?.is_empty() {
        Ok(())
    } else {
        Err(damaged(doing, path))
    }
}

fn rows(c: &Connection, sql: &str, doing: &'static str, path: &Path) -> Result<Vec<()>, StoreError> {
    c.prepare(sql)
        .and_then(|mut s| s.query_map([], |_| Ok(()))?.collect::<Answer<Vec<()>>>())
        .map_err(|source| StoreError::database(doing, path, source))
}

fn damaged(doing: &'static str, path: &Path) -> StoreError {
    StoreError::Damaged { path: path.to_path_buf(), doing, source: None }
}

/// Opens a second database beside the main one, under the name `copy`; with the main one's key unless another is given.
pub(crate) fn unlock_copy(c: &Connection, path: &Path, key: Option<&DataKey>) -> Result<(), StoreError> {
    let text = path.to_string_lossy();
    let attached = match key {
        None => c.execute(include_str!("verify/attach.sql"), named_params! { ":path": text }),
        Some(key) => {
            let key = secret_text(&["x'", &key.hex(), "'"]);
            let named = named_params! { ":path": text, ":key": key.as_str() };
            let attached = c.execute(include_str!("verify/attach_with_key.sql"), named);
            scrub(c);
            attached
        }
    };
    attached.map(drop).map_err(|source| StoreError::database("opening a copy", path, source))
}
