//! Numbers of versions: which was given last, and whether anything happened under one. A number is never given twice, so
//! removed versions count too.

use rusqlite::named_params;
use tidemark_model::{Kind, VersionNumber};

use crate::{Store, StoreError};

impl Store {
    /// The highest number of a version of the plan or of the intake sheet that was ever given; 0 before the first, and for
    /// every other kind.
    ///
    /// # Errors
    /// [`StoreError::Damaged`].
    pub fn last_version(&self, kind: Kind) -> Result<u32, StoreError> {
        let sql = match kind {
            Kind::SessionPlan => include_str!("session_plan/last_version.sql"),
            Kind::IntakeSheet => include_str!("intake_sheet/last_version.sql"),
            _ => return Ok(0),
        };
        self.read("looking for the last version", |c| c.prepare_cached(sql)?.query_row([], |row| row.get(0)))
    }

    /// Whether a session that was not removed ran under that version of the plan.
    ///
    /// # Errors
    /// [`StoreError::Damaged`].
    pub fn ran_under(&self, version: VersionNumber) -> Result<bool, StoreError> {
        self.read("looking for sessions of a plan", |c| {
            c.prepare_cached(include_str!("session_plan/ran_under.sql"))?
                .query_row(named_params! { ":version": version.get() }, |row| row.get(0))
        })
    }
}
