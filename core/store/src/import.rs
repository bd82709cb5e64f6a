//! Taking records of a file into the diary, once: a row that is there, or was deleted by the person, is left out.
//!
//! Fingerprints are hashes: in the order of the file each is on another page. They are looked up and written in their
//! own order, which keeps an import linear when they no longer fit into memory.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use rusqlite::{Connection, OptionalExtension, named_params};
use tidemark_model::{Entropy, Identity, Incoming, Kind, Record, RecordId};

use crate::import_batch::Brought;
use crate::revision::set_deleted;
use crate::stamp::broken;
use crate::store::{Answer, Failure};
use crate::{Editor, ImportBatch, StoreError, import_undo, last_act, measure, purge, record};

/// What an import did or would do, in records.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ImportCounts {
    /// Not in the diary before.
    pub new: u32,
    /// Already there; left as they are, edits kept.
    pub same: u32,
    /// Deleted by the person before; left out.
    pub deleted: u32,
    /// Deleted by the person before; brought back, because the person said so.
    pub restored: u32,
}

/// What becomes of rows whose record was deleted by the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deleted {
    /// They are left out.
    StaysOut,
    /// They are brought back as they were when they were deleted; what was removed for good stays out.
    ComesBack,
}

/// Is told how many records were taken in, once in a hundred; a break gives the import up.
pub type Tick<'a> = dyn FnMut(u64) -> ControlFlow<()> + 'a;

/// Records between two ticks.
const TICK: u64 = 100;
/// What is being done, as errors name it.
pub(crate) const DOING: &str = "importing";

enum Known {
    No,
    There,
    /// With its kind and id, for as long as it can be brought back.
    Deleted(Option<(Kind, Vec<u8>)>),
}

impl ImportCounts {
    const fn add(&mut self, known: &Known, deleted: Deleted) {
        match (known, deleted) {
            (Known::No, _) => self.new += 1,
            (Known::There, _) => self.same += 1,
            (Known::Deleted(Some(_)), Deleted::ComesBack) => self.restored += 1,
            (Known::Deleted(_), _) => self.deleted += 1,
        }
    }
}

pub(crate) fn count(c: &Connection, records: &[Incoming], deleted: Deleted) -> Answer<ImportCounts> {
    let mut counts = ImportCounts::default();
    let rows = Rows::find(c, records.iter())?;
    for incoming in records {
        counts.add(&known(c, incoming, &rows)?, deleted);
    }
    Ok(counts)
}

/// Takes the records in; the editor is who brings deleted ones back.
pub(crate) fn apply<'i>(
    c: &Connection,
    batch: &ImportBatch,
    records: impl Iterator<Item = &'i Incoming> + Clone,
    deleted: Deleted,
    editor: &Editor,
    entropy: &mut dyn Entropy,
    tick: &mut Tick<'_>,
) -> Result<ImportCounts, Failure> {
    batch.insert(c)?;
    let editor = &import_undo::again(editor);
    let (mut counts, mut brought) = (ImportCounts::default(), Brought::default());
    let mut rows = Rows::find(c, records.clone())?;
    for (done, incoming) in (0_u64..).zip(records) {
        if done % TICK == 0 && tick(done).is_break() {
            return Err(StoreError::Cancelled { doing: DOING }.into());
        }
        let found = known(c, incoming, &rows)?;
        match &found {
            Known::No => {
                record::insert(c, &incoming.record)?;
                brought.new_record(&incoming.record);
                if let (Identity::Content(fingerprint), Some(id)) = (incoming.identity, incoming.record.id())
                {
                    rows.new.insert(fingerprint, (incoming.record.kind(), id));
                }
            }
            Known::Deleted(Some((kind, id))) if deleted == Deleted::ComesBack => {
                brought.record(*kind, id, set_deleted(c, *kind, id, None, editor, entropy)?);
            }
            Known::There | Known::Deleted(_) => {}
        }
        // People count entries, and a measure is none.
        if !matches!(incoming.record, Record::Measure(_)) {
            counts.add(&found, deleted);
        }
    }
    if counts.new + counts.restored > 0 {
        // Measures of an import that was undone, and that entries use again, are those of this one from now on.
        for measure in import_undo::used_again(c, editor, entropy)? {
            brought.measure(&measure);
        }
    }
    // Taking back one record of many would leave the rest; an import is undone as a whole.
    last_act::forget(c)?;
    rows.write(c, batch)?;
    brought.write(c, batch)?;
    c.prepare_cached(include_str!("import/set_counts.sql"))?.execute(named_params! {
        ":id": batch.id.to_bytes(), ":added": counts.new + counts.restored, ":same": counts.same,
        ":deleted": counts.deleted,
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
        None if purge::is_purged(c, id)? => Known::Deleted(None),
        None => Known::No,
        Some(false) => Known::There,
        Some(true) => Known::Deleted(Some((kind, id.to_vec()))),
    })
}
