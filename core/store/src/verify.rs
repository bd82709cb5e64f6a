//! Is every page and every reference of the diary whole? Reads all of it; repairs nothing.

use crate::{Store, StoreError};

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
        let damaged = |doing| StoreError::Damaged { path: self.folder().database(), doing, source: None };
        let problems = |sql: &str, doing| {
            self.read(doing, |c| c.prepare(sql)?.query_map([], |_| Ok(()))?.collect::<Result<Vec<()>, _>>())
        };
        // Says nothing when all is well, one row a bad page otherwise. It looks at the file alone: a page that a power cut
        // tore while the log was moved is still whole in the log, so the log is moved first; and once more when another
        // program moved it meanwhile.
        let doing = "checking the seal of every page";
        let seals = || {
            self.move_what_can_be_moved();
            problems("PRAGMA cipher_integrity_check", doing)
        };
        if !seals()?.is_empty() && !seals()?.is_empty() {
            return Err(damaged(doing));
        }
        let answer: String = self.read("checking every table", |c| {
            c.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))
        })?;
        if answer != "ok" {
            return Err(damaged("checking every table"));
        }
        if !problems("PRAGMA foreign_key_check", "checking every reference")?.is_empty() {
            return Err(damaged("checking every reference"));
        }
        self.records(None)?;
        self.read("counting", |c| {
            let pages: i64 = c.query_row("PRAGMA page_count", [], |row| row.get(0))?;
            let entries: i64 = c.query_row(include_str!("verify/count_entries.sql"), [], |row| row.get(0))?;
            Ok(Verified { pages: pages.unsigned_abs(), entries: entries.unsigned_abs() })
        })
    }

    /// Moves as much of the log as no other program is reading; what stays is a matter of the next checkpoint.
    fn move_what_can_be_moved(&self) {
        let _ = self.read("moving the log into the diary", |c| {
            c.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()))
        });
    }
}
