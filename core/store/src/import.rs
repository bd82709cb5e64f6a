//! Taking records of a file into the diary, once: a row that is there, or was deleted by the person, is left out.
//!
//! Fingerprints are hashes: in the order of the file each is on another page. They are looked up and written in their
//! own order, which keeps an import linear when they no longer fit into memory.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, named_params};
use tidemark_model::{Identity, ImportBatchId, Incoming, Instant, Kind, Record, RecordId};

use crate::stamp::broken;
use crate::store::Answer;
use crate::{last_act, measure, purge, record};

/// What is noted about an applied import.
#[derive(Clone, Debug)]
pub struct ImportBatch {
    /// Which import.
    pub id: ImportBatchId,
    /// Name of the file format.
    pub format: String,
    /// SHA-256 of the file.
    pub file_sha256: [u8; 32],
    /// When it was applied.
    pub applied_at: Instant,
    /// Rows the reader refused.
    pub rejected: u32,
}

/// What an import did or would do, in records.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ImportCounts {
    /// Not in the diary before.
    pub new: u32,
    /// Already there; left as they are, edits kept.
    pub same: u32,
    /// Deleted by the person before; left out.
    pub deleted: u32,
}

enum Known {
    No,
    There,
    Deleted,
}

impl ImportCounts {
    const fn add(&mut self, known: &Known) {
        match known {
            Known::No => self.new += 1,
            Known::There => self.same += 1,
            Known::Deleted => self.deleted += 1,
        }
    }
}

pub(crate) fn count(c: &Connection, records: &[Incoming]) -> Answer<ImportCounts> {
    let mut counts = ImportCounts::default();
    let rows = Rows::find(c, records.iter())?;
    for incoming in records {
        counts.add(&known(c, incoming, &rows)?);
    }
    Ok(counts)
}

pub(crate) fn apply<'i>(
    c: &Connection,
    batch: &ImportBatch,
    records: impl Iterator<Item = &'i Incoming> + Clone,
) -> Answer<ImportCounts> {
    insert_batch(c, batch)?;
    let mut counts = ImportCounts::default();
    let mut rows = Rows::find(c, records.clone())?;
    for incoming in records {
        let found = known(c, incoming, &rows)?;
        if matches!(found, Known::No) {
            record::insert(c, &incoming.record)?;
            if let (Identity::Content(fingerprint), Some(id)) = (incoming.identity, incoming.record.id()) {
                rows.new.insert(fingerprint, (incoming.record.kind(), id));
            }
        }
        counts.add(&found);
    }
    // Taking back one record of many would leave the rest; an import is undone as a whole.
    last_act::forget(c)?;
    rows.write(c, batch)?;
    c.prepare_cached(include_str!("import/set_counts.sql"))?.execute(named_params! {
        ":id": batch.id.to_bytes(), ":added": counts.new, ":same": counts.same, ":deleted": counts.deleted,
    })?;
    Ok(counts)
}

/// Rows of files by fingerprint, with the record that each became.
struct Rows {
    old: BTreeMap<[u8; 32], (String, Vec<u8>)>,
    new: BTreeMap<[u8; 32], (Kind, [u8; 16])>,
}

impl Rows {
    /// Finds those of `records` that an earlier import brought.
    fn find<'i>(c: &Connection, records: impl Iterator<Item = &'i Incoming>) -> Answer<Self> {
        let mut sought: Vec<[u8; 32]> = records.filter_map(fingerprint).collect();
        sought.sort_unstable();
        let mut rows = Self { old: BTreeMap::new(), new: BTreeMap::new() };
        let mut find = c.prepare_cached(include_str!("import/find_row.sql"))?;
        for fingerprint in sought {
            let row = find
                .query_row(named_params! { ":fingerprint": fingerprint }, |row| {
                    Ok((row.get(0)?, row.get(1)?))
                })
                .optional()?;
            rows.old.extend(row.map(|row| (fingerprint, row)));
        }
        Ok(rows)
    }

    fn write(&self, c: &Connection, batch: &ImportBatch) -> Answer<()> {
        let mut insert = c.prepare_cached(include_str!("import/insert_row.sql"))?;
        for (fingerprint, (kind, id)) in &self.new {
            insert.execute(named_params! {
                ":fingerprint": fingerprint, ":batch_id": batch.id.to_bytes(), ":record_kind": kind.code(),
                ":record_id": id,
            })?;
        }
        Ok(())
    }
}

const fn fingerprint(incoming: &Incoming) -> Option<[u8; 32]> {
    match incoming.identity {
        Identity::Content(fingerprint) => Some(fingerprint),
        Identity::Id => None,
    }
}

fn insert_batch(c: &Connection, batch: &ImportBatch) -> Answer<()> {
    c.prepare_cached(include_str!("import/insert_batch.sql"))?.execute(named_params! {
        ":id": batch.id.to_bytes(), ":format": batch.format, ":file_sha256": batch.file_sha256,
        ":applied_at": batch.applied_at.millis(), ":rejected": batch.rejected,
    })?;
    Ok(())
}

fn known(c: &Connection, incoming: &Incoming, rows: &Rows) -> Answer<Known> {
    if let Some(fingerprint) = fingerprint(incoming) {
        return match rows.old.get(&fingerprint) {
            Some((kind, id)) => state(c, Kind::from_code(kind).map_err(broken)?, id),
            // The same row again, further down in the same file.
            None if rows.new.contains_key(&fingerprint) => Ok(Known::There),
            None => Ok(Known::No),
        };
    }
    match &incoming.record {
        Record::Measure(m) => Ok(if measure::exists(c, &m.reference())? { Known::There } else { Known::No }),
        record => match record.id() {
            Some(id) => state(c, record.kind(), &id),
            None => Ok(Known::No),
        },
    }
}

/// Whether a record is there or deleted; a purged one counts as deleted.
fn state(c: &Connection, kind: Kind, id: &[u8]) -> Answer<Known> {
    Ok(match record::is_deleted(c, kind, id)? {
        None if purge::is_purged(c, id)? => Known::Deleted,
        None => Known::No,
        Some(false) => Known::There,
        Some(true) => Known::Deleted,
    })
}
