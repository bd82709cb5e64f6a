//! Taking back what an import brought, as one unit: all of it that is still as it came, or nothing.
//!
//! What the person edited since, or built upon, is never removed. An entry goes or stays whole: a session whose rating was
//! corrected stays with all its ratings. Removed records are deleted like any other, so they can be had back for 30 days.

use rusqlite::{Connection, OptionalExtension, ToSql, named_params};
use tidemark_model::{Entropy, ImportBatchId, Kind, MeasureId, MeasureRef, RecordId};

use crate::revision::{set_active, set_deleted};
use crate::schema::{Reference, Table, fill, quoted, tables};
use crate::stamp::broken;
use crate::store::{Answer, Failure};
use crate::{Editor, Store, StoreError, last_act, purge};

/// What undoing an import did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ImportUndone {
    /// Records removed.
    pub removed: u32,
    /// Records that stay because they were edited since, or something added since refers to them.
    pub edited: u32,
    /// Records that stay because those belong to them, or they to those.
    pub with_them: u32,
    /// Versions of measures that came with it and that nothing uses any more: archived, and gone once no value is left.
    pub measures: u32,
}

/// Why the revision log has a line about a record that an undone import brought.
const REASON: &str = "import undone";
/// Why it has one about a record that was brought back from a file.
const AGAIN: &str = "imported again";

impl Store {
    /// Removes what an import brought. Records edited or built upon since stop it, unless they are to be kept.
    ///
    /// # Errors
    /// [`StoreError::ImportEdited`], [`StoreError::ImportUndoneBefore`], [`StoreError::UnknownRecord`],
    /// [`StoreError::Full`], [`StoreError::Busy`]; then nothing was removed.
    pub fn undo_import(
        &mut self,
        batch: ImportBatchId,
        keep_edited: bool,
        editor: &Editor,
        entropy: &mut dyn Entropy,
    ) -> Result<ImportUndone, StoreError> {
        let editor = Editor { reason: Some(REASON.to_owned()), ..editor.clone() };
        let undone = self.write("undoing an import", |tx| {
            let undone_at: Option<Option<i64>> = tx
                .prepare_cached(include_str!("import_undo/undone_at.sql"))?
                .query_row(named_params! { ":id": batch.to_bytes() }, |row| row.get(0))
                .optional()?;
            match undone_at {
                None => {
                    Err(StoreError::UnknownRecord { kind: "import", id: batch.to_string() })?;
                }
                Some(Some(_)) => Err(StoreError::ImportUndoneBefore { batch })?,
                Some(None) => {}
            }
            undo(tx, batch, keep_edited, &editor, entropy)
        })?;
        self.checkpoint()?;
        Ok(undone)
    }
}

fn undo(
    c: &Connection,
    batch: ImportBatchId,
    keep_edited: bool,
    editor: &Editor,
    entropy: &mut dyn Entropy,
) -> Result<ImportUndone, Failure> {
    c.execute_batch(include_str!("import_undo/drop.sql"))?;
    c.execute_batch(include_str!("import_undo/temporary.sql"))?;
    choose(c, batch)?;
    let mut undone = c.query_row(include_str!("import_undo/counts.sql"), [], |row| {
        let (edited, with_them) = (row.get("edited")?, row.get("with_them")?);
        Ok(ImportUndone { edited, with_them, ..ImportUndone::default() })
    })?;
    if undone.edited > 0 && !keep_edited {
        let ImportUndone { edited, with_them, .. } = undone;
        return Err(StoreError::ImportEdited { edited, with_them }.into());
    }
    undone.removed = remove(c, editor, entropy)?;
    c.execute(
        include_str!("import_undo/set_undone.sql"),
        named_params! { ":id": batch.to_bytes(), ":at": editor.at.instant.millis() },
    )?;
    undone.measures = archive(c, batch, editor, entropy)?;
    drop_measures(c)?;
    last_act::forget(c)?;
    c.execute_batch(include_str!("import_undo/drop.sql"))?;
    Ok(undone)
}

/// Fills `temp.brought` with the records of the import that are there, and `temp.kept` with those of them that stay.
fn choose(c: &Connection, batch: ImportBatchId) -> Answer<()> {
    let all = tables(c)?;
    let records: Vec<&Table> = all.iter().filter(|table| table.is_record()).collect();
    for table in &records {
        let places = [("table", &*quoted(table.name()))];
        for sql in [include_str!("import_undo/brought.sql"), include_str!("import_undo/edited.sql")] {
            let named = named_params! { ":batch_id": batch.to_bytes(), ":kind": table.name() };
            c.execute(&fill(sql, &places), named)?;
        }
    }
    let links: Vec<(&Table, &Reference)> = records
        .iter()
        .flat_map(|table| table.references.iter().map(|reference| (*table, reference)))
        .filter(|(_, reference)| records.iter().any(|parent| parent.name() == reference.parent))
        .collect();
    for link in &links {
        run(c, include_str!("import_undo/used.sql"), link)?;
    }
    // What stays keeps what it refers to, and what is part of it, however far.
    loop {
        let mut more = 0;
        for link in &links {
            more += run(c, include_str!("import_undo/needed_by_kept.sql"), link)?;
            if link.1.needed {
                more += run(c, include_str!("import_undo/part_of_kept.sql"), link)?;
            }
        }
        // Links that are no foreign keys: lists of medicines, and versions of the plan.
        for sql in [
            include_str!("import_undo/doses.sql"),
            include_str!("import_undo/medicines.sql"),
            include_str!("import_undo/plans.sql"),
            include_str!("import_undo/plans_followed.sql"),
        ] {
            more += c.execute(sql, [])?;
        }
        if more == 0 {
            return Ok(());
        }
    }
}

fn run(c: &Connection, sql: &str, (table, reference): &(&Table, &Reference)) -> Answer<usize> {
    let places = [("table", &*quoted(table.name())), ("column", &*quoted(&reference.column))];
    c.execute(&fill(sql, &places), [])
}

/// Removes what was brought and does not stay. Returns how many records.
fn remove(c: &Connection, editor: &Editor, entropy: &mut dyn Entropy) -> Answer<u32> {
    let mut statement = c.prepare(include_str!("import_undo/to_remove.sql"))?;
    let mut rows = statement.query([])?;
    let mut removed = 0;
    while let Some(row) = rows.next()? {
        let kind = Kind::from_code(row.get_ref("record_kind")?.as_str()?).map_err(broken)?;
        let id: [u8; 16] = row.get("id")?;
        set_deleted(c, kind, &id, Some(editor.at.instant), editor, entropy)?;
        removed += 1;
    }
    Ok(removed)
}

/// Whoever imports a file again, as the one who brings back what was deleted.
pub(crate) fn again(editor: &Editor) -> Editor {
    Editor { reason: Some(AGAIN.to_owned()), ..editor.clone() }
}

/// Archives the measures that the import brought and that no entry uses now. Returns how many there are.
///
/// They cannot go: the values of what was removed are kept for 30 days, and mean nothing without their scale.
fn archive(c: &Connection, batch: ImportBatchId, editor: &Editor, entropy: &mut dyn Entropy) -> Answer<u32> {
    let named = named_params! { ":batch_id": batch.to_bytes() };
    let mut unused = 0;
    for (measure, active) in measures(c, include_str!("import_undo/measures.sql"), named)? {
        if is_used(c, &measure)? {
            continue;
        }
        unused += 1;
        if active {
            set_active(c, &measure, false, editor, entropy)?;
        }
    }
    Ok(unused)
}

/// Removes the measures of undone imports of which no value is left, not even a deleted one.
pub(crate) fn drop_measures(c: &Connection) -> Answer<u32> {
    c.prepare_cached(include_str!("import_undo/drop_measures.sql"))?
        .execute(named_params! { ":undone": REASON, ":again": AGAIN })
        .map(purge::count)
}

/// The measures of undone imports that entries use again; each leaves the archive when undoing had put it there.
pub(crate) fn used_again(
    c: &Connection,
    editor: &Editor,
    entropy: &mut dyn Entropy,
) -> Answer<Vec<MeasureRef>> {
    let mut again = Vec::new();
    for (measure, _) in measures(c, include_str!("import_undo/measures_of_undone.sql"), &[])? {
        if !is_used(c, &measure)? {
            continue;
        }
        let archived: Option<Option<String>> = c
            .prepare_cached(include_str!("import_undo/last_activity.sql"))?
            .query_row(named_params! { ":id": measure.id.as_str().as_bytes() }, |row| row.get(0))
            .optional()?;
        if archived.flatten().as_deref() == Some(REASON) {
            set_active(c, &measure, true, editor, entropy)?;
        }
        again.push(measure);
    }
    Ok(again)
}

/// Measures by a statement, each with whether it is active.
fn measures(c: &Connection, sql: &str, named: &[(&str, &dyn ToSql)]) -> Answer<Vec<(MeasureRef, bool)>> {
    c.prepare_cached(sql)?
        .query_map(named, |row| {
            let id = MeasureId::new(row.get_ref("id")?.as_str()?).map_err(broken)?;
            Ok((MeasureRef { id, version: row.get("version")? }, row.get("active")?))
        })?
        .collect()
}

/// Whether something that is not deleted uses a version of a measure.
fn is_used(c: &Connection, measure: &MeasureRef) -> Answer<bool> {
    c.prepare_cached(include_str!("import_undo/is_measure_used.sql"))?
        .query_row(named_params! { ":id": measure.id.as_str(), ":version": measure.version }, |row| {
            row.get(0)
        })
}
