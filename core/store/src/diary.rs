//! The one row about the diary itself: when it was made, when the person's day ends, whether it is a sample.

use rusqlite::named_params;
use tidemark_model::{Entropy, ImportBatchId, Instant, RecordId, Rollover, ShortText};

use crate::stamp::broken;
use crate::{NewDiary, Store, StoreError, measure};

/// What a diary knows about itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DiaryFacts {
    /// When it was made.
    pub created_at: Instant,
    /// When the person's day ends, for new entries.
    pub rollover: Rollover,
    /// For sample diaries: the words printed on every page made from it.
    pub sample_label: Option<ShortText>,
}

impl Store {
    /// Writes the first row and measures of a new diary.
    pub(crate) fn begin_diary(
        &mut self,
        new: &NewDiary,
        backup_recipient: &str,
        entropy: &mut dyn Entropy,
    ) -> Result<(), StoreError> {
        // Any UUID will do; the diary's own id is never shown.
        let id = ImportBatchId::generate(new.created_at, entropy);
        self.write("creating the diary", |tx| {
            tx.execute(
                include_str!("diary/insert.sql"),
                named_params! {
                    ":id": id.to_bytes(), ":created_at": new.created_at.millis(),
                    ":rollover_min": new.rollover.minutes(), ":backup_recipient": backup_recipient,
                    ":sample_label": new.sample_label.as_ref().map(ShortText::as_str),
                },
            )?;
            for added in &new.measures {
                measure::insert(tx, added)?;
            }
            Ok(())
        })
    }

    /// What the diary knows about itself.
    ///
    /// # Errors
    /// [`StoreError::Damaged`].
    pub fn facts(&self) -> Result<DiaryFacts, StoreError> {
        self.read("reading the diary's own row", |c| {
            c.prepare_cached(include_str!("diary/read.sql"))?.query_row([], |row| {
                let label: Option<String> = row.get("sample_label")?;
                Ok(DiaryFacts {
                    created_at: Instant::from_millis(row.get("created_at")?).map_err(broken)?,
                    rollover: Rollover::new(row.get("rollover_min")?).map_err(broken)?,
                    sample_label: label.map(|t| ShortText::new("label", &t)).transpose().map_err(broken)?,
                })
            })
        })
    }
}
