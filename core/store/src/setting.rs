//! Choices of the person about the diary itself, by name; one that is not there has its default.

use std::collections::BTreeMap;

use rusqlite::named_params;
use tidemark_model::Rollover;

use crate::{Store, StoreError, last_act};

impl Store {
    /// All choices that were made, by name.
    ///
    /// # Errors
    /// [`StoreError::Damaged`].
    pub fn settings(&self) -> Result<BTreeMap<String, String>, StoreError> {
        self.read("reading the settings", |c| {
            c.prepare_cached(include_str!("setting/all.sql"))?
                .query_map([], |row| Ok((row.get("name")?, row.get("value")?)))?
                .collect()
        })
    }

    /// Makes a choice.
    ///
    /// # Errors
    /// [`StoreError::Full`], [`StoreError::Busy`]; then the former choice stays.
    pub fn set_setting(&mut self, name: &str, value: &str) -> Result<(), StoreError> {
        self.write("saving a setting", |tx| {
            tx.prepare_cached(include_str!("setting/set.sql"))?
                .execute(named_params! { ":name": name, ":value": value })?;
            Ok(last_act::forget(tx)?)
        })
    }

    /// Sets when the person's day ends, for entries from now on; no entry moves.
    ///
    /// # Errors
    /// As [`Self::set_setting`].
    pub fn set_rollover(&mut self, rollover: Rollover) -> Result<(), StoreError> {
        self.write("saving a setting", |tx| {
            tx.prepare_cached(include_str!("diary/set_rollover.sql"))?
                .execute(named_params! { ":rollover_min": rollover.minutes() })?;
            Ok(last_act::forget(tx)?)
        })
    }
}
