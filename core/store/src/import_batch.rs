//! Which imports were applied, and which records did each bring? Nothing of what a row said is noted, only where it was and
//! which rule it broke.

use std::collections::BTreeMap;

use rusqlite::{Connection, named_params};
use tidemark_model::{ImportBatchId, Instant, Kind, MeasureRef, Record, RecordId};

use crate::stamp::{broken, id};
use crate::store::Answer;
use crate::{ImportCounts, Store, StoreError};

/// What is noted about an import when it is applied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportBatch {
    /// Which import.
    pub id: ImportBatchId,
    /// Name of the file format.
    pub format: String,
    /// SHA-256 of the file.
    pub file_sha256: [u8; 32],
    /// When it was applied.
    pub applied_at: Instant,
    /// How the file was read, when more than its format decided that: zone, answers, column map.
    pub mapping: Option<String>,
    /// Rows the reader refused, all counted.
    pub rejected: u32,
    /// Why each was, with file, line and column; the first of many.
    pub reasons: Vec<String>,
}

/// An import that was applied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AppliedImport {
    /// What was noted when it was applied.
    pub batch: ImportBatch,
    /// What it did. What it added and what it brought back are one number here, in `new`.
    pub counts: ImportCounts,
    /// When it was undone; none when it was not.
    pub undone_at: Option<Instant>,
}

impl ImportBatch {
    pub(crate) fn insert(&self, c: &Connection) -> Answer<()> {
        c.prepare_cached(include_str!("import_batch/insert.sql"))?.execute(named_params! {
            ":id": self.id.to_bytes(), ":format": self.format, ":file_sha256": self.file_sha256,
            ":applied_at": self.applied_at.millis(), ":rejected": self.rejected, ":mapping": self.mapping,
        })?;
        let mut insert = c.prepare_cached(include_str!("import_batch/insert_rejected.sql"))?;
        for (position, reason) in (1_u32..).zip(&self.reasons) {
            insert.execute(named_params! {
                ":batch_id": self.id.to_bytes(), ":position": position, ":reason": reason,
            })?;
        }
        Ok(())
    }
}

/// The records that one import brings, each at the revision it has then; written in the order of their key.
#[derive(Debug, Default)]
pub(crate) struct Brought(BTreeMap<(&'static str, Vec<u8>), u32>);

impl Brought {
    /// Notes a record that was not there before.
    pub(crate) fn new_record(&mut self, record: &Record) {
        match (record, record.id(), record.stamp()) {
            (Record::Measure(measure), ..) => self.measure(&measure.reference()),
            (_, Some(id), Some(stamp)) => self.note(record.kind(), id.to_vec(), stamp.revision),
            _ => {}
        }
    }

    /// Notes a measure. It has no id: it is noted by its name and version.
    pub(crate) fn measure(&mut self, measure: &MeasureRef) {
        let key = format!("{} {}", measure.id, measure.version).into_bytes();
        self.note(Kind::Measure, key, 0);
    }

    /// Notes a record that is there at a revision.
    pub(crate) fn record(&mut self, kind: Kind, id: &[u8], revision: u32) {
        self.note(kind, id.to_vec(), revision);
    }

    fn note(&mut self, kind: Kind, id: Vec<u8>, revision: u32) {
        self.0.insert((kind.code(), id), revision);
    }

    pub(crate) fn write(&self, c: &Connection, batch: &ImportBatch) -> Answer<()> {
        let mut insert = c.prepare_cached(include_str!("import_batch/insert_record.sql"))?;
        for ((kind, id), revision) in &self.0 {
            insert.execute(named_params! {
                ":record_kind": kind, ":record_id": id, ":batch_id": batch.id.to_bytes(), ":revision": revision,
            })?;
        }
        Ok(())
    }
}

impl Store {
    /// The imports that were applied, the latest last.
    ///
    /// # Errors
    /// [`StoreError::Damaged`], [`StoreError::Stored`].
    pub fn imports(&self) -> Result<Vec<AppliedImport>, StoreError> {
        let _one_state = self.one_state()?;
        self.read("reading the imports", |c| {
            let mut reasons = c.prepare_cached(include_str!("import_batch/rejected.sql"))?;
            let mut all = c.prepare_cached(include_str!("import_batch/all.sql"))?;
            let mut rows = all.query([])?;
            let mut found = Vec::new();
            while let Some(row) = rows.next()? {
                let id: ImportBatchId = id(row, "id")?;
                let instant = |millis: i64| Instant::from_millis(millis).map_err(broken);
                let undone: Option<i64> = row.get("undone_at")?;
                found.push(AppliedImport {
                    batch: ImportBatch {
                        id,
                        format: row.get("format")?,
                        file_sha256: row.get("file_sha256")?,
                        applied_at: instant(row.get("applied_at")?)?,
                        mapping: row.get("mapping")?,
                        rejected: row.get("rejected")?,
                        reasons: reasons
                            .query_map(named_params! { ":batch_id": id.to_bytes() }, |row| row.get(0))?
                            .collect::<Answer<_>>()?,
                    },
                    counts: ImportCounts {
                        new: row.get("added")?,
                        same: row.get("same")?,
                        deleted: row.get("deleted")?,
                        restored: 0,
                    },
                    undone_at: undone.map(instant).transpose()?,
                });
            }
            Ok(found)
        })
    }
}
