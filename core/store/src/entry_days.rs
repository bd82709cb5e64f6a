//! Between which days does a diary have entries? Asked of the indexes; no entry is read as a whole.

use rusqlite::named_params;
use tidemark_model::{LogicalDate, Period};

use crate::stamp::{bounds, broken};
use crate::{Store, StoreError};

impl Store {
    /// First and last day with a check-in or session within `period`; none when there is none.
    ///
    /// # Errors
    /// [`StoreError::Damaged`], [`StoreError::Stored`].
    pub fn entry_days(&self, period: Option<Period>) -> Result<Option<Period>, StoreError> {
        let (from, to) = bounds(period);
        let days: Vec<LogicalDate> = self.read("looking for the first and last entry", |c| {
            c.prepare_cached(include_str!("entry_days/ends.sql"))?.query_row(
                named_params! { ":from": from, ":to": to },
                |row| {
                    ["first_check_in", "last_check_in", "first_session", "last_session"]
                        .into_iter()
                        .filter_map(|column| row.get::<_, Option<String>>(column).transpose())
                        .map(|text| text?.parse().map_err(broken))
                        .collect()
                },
            )
        })?;
        // Of one or more days the first is never after the last.
        Ok(days.iter().min().zip(days.iter().max()).and_then(|(first, last)| Period::new(*first, *last).ok()))
    }
}
