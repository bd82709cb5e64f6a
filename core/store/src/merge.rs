//! Two copies of a diary become one: a record is known by its id, and of two forms the one with more revisions stays.
//!
//! What is in one copy only is kept; what was changed or deleted in one is changed or deleted in both; what was purged in
//! either is in neither. Doing it twice changes nothing more. One transaction: all of it or nothing.

use std::collections::BTreeMap;
use std::path::Path;

use rusqlite::Connection;
use rusqlite::config::DbConfig;
use tidemark_model::Instant;

use crate::schema::{Table, fill, quoted, tables};
use crate::store::Answer;
use crate::verify::{references, unlock_copy};
use crate::{DataKey, Store, StoreError, purge};

/// What merging did, or would do, to the records of one kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MergeCounts {
    /// Only in the copy: added.
    pub added: u32,
    /// In both, with more revisions in the copy: the copy's form was taken.
    pub newer: u32,
    /// In both, with more revisions here: kept.
    pub older: u32,
    /// The same in both.
    pub same: u32,
    /// As often revised in both, yet not the same: the one that is here was kept.
    pub differing: u32,
}

/// What merging did, or would do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Merged {
    /// By kind of record (the name of its table).
    pub records: BTreeMap<String, MergeCounts>,
    /// Rows of other tables (measures, history, imports) that were added.
    pub others_added: u32,
    /// Rows of other tables that differ; those that are here were kept.
    pub others_differing: u32,
    /// Records removed here because they were erased for good in the copy.
    pub purged: u32,
}

const DOING: &str = "merging two copies of the diary";

impl Store {
    /// Merges the closed database at `other` into this one; without `apply` only says what that would do.
    ///
    /// # Errors
    /// [`StoreError::KeyOrFile`], [`StoreError::NotLoaded`] when the copies do not fit together, [`StoreError::Stored`],
    /// [`StoreError::Full`], [`StoreError::Busy`]; then nothing was changed.
    pub fn merge(
        &mut self,
        other: &Path,
        other_key: &DataKey,
        at: Instant,
        apply: bool,
    ) -> Result<Merged, StoreError> {
        let merged = self.beside(other, other_key, |store| store.within(at, apply))?;
        if apply {
            self.checkpoint()?;
        }
        Ok(merged)
    }

    /// How many records and other rows are here that the closed database at `other` lacks, or has in an older form.
    ///
    /// # Errors
    /// As [`Self::merge`].
    pub fn beyond(&self, other: &Path, other_key: &DataKey) -> Result<u32, StoreError> {
        self.beside(other, other_key, |store| {
            store.read("comparing two copies of the diary", |c| {
                let mut count = 0;
                for kind in Kind::all(&tables(c)?) {
                    count += kind.beyond(c)?;
                }
                Ok(count)
            })
        })
    }

    /// Does something while the other database stands beside this one under the name `copy`.
    fn beside<T>(
        &self,
        other: &Path,
        key: &DataKey,
        act: impl FnOnce(&Self) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        unlock_copy(self.connection(), other, Some(key))?;
        let done = act(self);
        let detached = self.read(DOING, |c| c.execute_batch("DETACH DATABASE copy"));
        let done = done?;
        detached.map(|()| done)
    }

    fn within(&self, at: Instant, apply: bool) -> Result<Merged, StoreError> {
        let c = self.connection();
        let failed = |source| StoreError::database(DOING, self.file(), source);
        // What triggers would add is among the rows of the copy.
        c.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false).map_err(failed)?;
        c.execute_batch("BEGIN IMMEDIATE; PRAGMA defer_foreign_keys = ON;").map_err(failed)?;
        let merged = unite(c, at).map_err(|source| self.unfit(source)).and_then(|merged| {
            references(c, self.file())?;
            // Every rating is read against its measure: copies whose scales differ are refused here.
            self.records(None)?;
            Ok(merged)
        });
        let keep = apply && merged.is_ok();
        let ended = c.execute_batch(if keep { "COMMIT" } else { "ROLLBACK" });
        let triggers = c.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, true);
        let merged = merged?;
        if let Err(source) = ended {
            // A transaction that could not end would keep everybody else out.
            let _ = c.execute_batch("ROLLBACK");
            return Err(failed(source));
        }
        triggers.map_err(failed)?;
        Ok(merged)
    }

    fn unfit(&self, source: rusqlite::Error) -> StoreError {
        match source.sqlite_error_code() {
            Some(rusqlite::ErrorCode::ConstraintViolation) => {
                StoreError::NotLoaded { table: "any".to_owned(), source: Some(source) }
            }
            _ => StoreError::database(DOING, self.file(), source),
        }
    }
}

/// How the rows of a table are merged.
enum Kind<'a> {
    /// By id and revision.
    Record(&'a Table),
    /// With the record they belong to; `owner` is the expression for its id, `depth` how far away it is.
    Part { table: &'a Table, depth: usize },
    /// By key: what is missing is added, what is there stays.
    Row(&'a Table),
}

/// Tables that say something about this copy alone.
const OWN: [&str; 2] = ["diary", "purged"];

impl<'a> Kind<'a> {
    fn all(tables: &'a [Table]) -> Vec<Self> {
        tables.iter().filter(|table| !OWN.contains(&table.name())).map(|t| Self::of(t, tables)).collect()
    }

    fn of(table: &'a Table, tables: &[Table]) -> Self {
        match owner(table, tables, "main", "r", 1) {
            _ if table.is_record() => Self::Record(table),
            Some((_, depth)) => Self::Part { table, depth },
            None => Self::Row(table),
        }
    }

    fn beyond(&self, c: &Connection) -> Answer<u32> {
        let (sql, table) = match self {
            Self::Record(table) => (include_str!("merge/beyond.sql"), table),
            Self::Row(table) => (include_str!("merge/beyond_rows.sql"), table),
            Self::Part { .. } => return Ok(0),
        };
        let sql = fill(sql, &[("table", &quoted(table.name())), ("same_key", &same_key(table))]);
        c.query_row(&sql, [], |row| row.get(0))
    }
}

/// The expression for the id of the record that a row belongs to, and how many steps away that is: the first column
/// that needs a record, or a row that itself belongs to one.
fn owner(table: &Table, tables: &[Table], schema: &str, row: &str, depth: usize) -> Option<(String, usize)> {
    if depth > 8 {
        return None;
    }
    table.references.iter().filter(|reference| reference.needed).find_map(|reference| {
        let parent = tables.iter().find(|t| t.name() == reference.parent && t.has_id())?;
        let column = format!("{row}.{}", quoted(&reference.column));
        if parent.is_record() {
            return Some((column, depth));
        }
        let above = format!("{row}{depth}");
        let (of_parent, depth) = owner(parent, tables, schema, &above, depth + 1)?;
        let name = quoted(parent.name());
        Some((
            format!("(SELECT {of_parent} FROM {schema}.{name} AS {above} WHERE {above}.id = {column})"),
            depth,
        ))
    })
}

fn same_key(table: &Table) -> String {
    let columns = table.key.iter().map(|column| quoted(column));
    columns.map(|column| format!("ours.{column} = theirs.{column}")).collect::<Vec<_>>().join(" AND ")
}

fn unite(c: &Connection, at: Instant) -> Answer<Merged> {
    let tables = tables(c)?;
    let kinds = Kind::all(&tables);
    let run = |sql: &str, places: &[(&str, &str)]| c.execute(&fill(sql, places), []).map(purge::count);
    let mut merged = Merged::default();
    c.execute_batch(include_str!("merge/drop.sql"))?;
    c.execute_batch(include_str!("merge/temporary.sql"))?;
    c.execute_batch(include_str!("purge/temporary.sql"))?;
    run(include_str!("merge/gone.sql"), &[])?;

    // Looked at before anything is changed: who wins, and who differs without winning.
    for kind in &kinds {
        let (table, sides) = match kind {
            Kind::Row(_) => continue,
            Kind::Record(table) => (table, vec![("copy", "main", "r.id".to_owned())]),
            Kind::Part { table, .. } => {
                let side = |one| owner(table, &tables, one, "r", 1).map(|(id, _)| id).unwrap_or_default();
                (table, vec![("copy", "main", side("copy")), ("main", "copy", side("main"))])
            }
        };
        let (name, columns) = (quoted(table.name()), table.columns(""));
        for (one, other, owner) in sides {
            let places =
                [("table", &*name), ("columns", &columns), ("owner", &owner), ("one", one), ("other", other)];
            run(include_str!("merge/differing.sql"), &places)?;
        }
    }
    for kind in &kinds {
        let Kind::Record(table) = kind else { continue };
        let name = quoted(table.name());
        let counts = c.query_row(&fill(include_str!("merge/count.sql"), &[("table", &name)]), [], |row| {
            Ok(MergeCounts {
                added: row.get("added")?,
                newer: row.get("newer")?,
                older: row.get("older")?,
                same: row.get("same")?,
                differing: row.get("differing")?,
            })
        })?;
        merged.records.insert(table.name().to_owned(), counts);
        run(include_str!("merge/won.sql"), &[("table", &name)])?;
    }

    // Parts go before what they are part of, the farthest first; then everything comes from the copy.
    let mut parts: Vec<(&Table, usize)> = kinds
        .iter()
        .filter_map(|kind| if let Kind::Part { table, depth } = kind { Some((*table, *depth)) } else { None })
        .collect();
    parts.sort_by_key(|(_, depth)| std::cmp::Reverse(*depth));
    let owned = |table: &Table, schema| {
        if table.is_record() {
            return "r.id".to_owned();
        }
        owner(table, &tables, schema, "r", 1).map(|(id, _)| id).unwrap_or_default()
    };
    let records =
        kinds.iter().filter_map(|kind| if let Kind::Record(table) = kind { Some(*table) } else { None });
    let winners: Vec<&Table> = parts.iter().map(|(table, _)| *table).chain(records).collect();
    for table in &winners {
        let places = [("table", &*quoted(table.name())), ("owner", &*owned(table, "main"))];
        run(include_str!("merge/delete.sql"), &places)?;
    }
    for table in &winners {
        let (name, columns, owner) = (quoted(table.name()), table.columns(""), owned(table, "copy"));
        let places = [("table", &*name), ("columns", &*columns), ("owner", &*owner)];
        run(include_str!("merge/insert.sql"), &places)?;
    }
    for kind in &kinds {
        let Kind::Row(table) = kind else { continue };
        let (name, columns, key) = (quoted(table.name()), table.columns(""), same_key(table));
        let kept =
            if table.has("record_id") { "theirs.record_id NOT IN (SELECT id FROM temp.gone)" } else { "1" };
        let places = [("table", &*name), ("columns", &*columns), ("same_key", &*key), ("kept", kept)];
        merged.others_differing +=
            c.query_row(&fill(include_str!("merge/differing_rows.sql"), &places), [], |row| {
                row.get::<_, u32>(0)
            })?;
        merged.others_added += run(include_str!("merge/unite.sql"), &places)?;
    }
    // Last, so that what hangs on a purged record goes with it, wherever it came from.
    merged.purged = purge::remove_gone(c, &tables, at)?;
    purge::keep_ids_of_copy(c)?;
    c.execute_batch(include_str!("merge/drop.sql"))?;
    Ok(merged)
}
