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
use crate::{DataKey, Store, StoreError, last_act, purge};

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

    /// How many records and other rows are here that the closed database at `other` lacks, or has in an older
    /// or another form.
    ///
    /// # Errors
    /// As [`Self::merge`].
    pub fn beyond(&self, other: &Path, other_key: &DataKey) -> Result<u32, StoreError> {
        self.beside(other, other_key, |store| {
            store.read("comparing two copies of the diary", |c| Pair::new(c, &tables(c)?)?.beyond())
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
        c.execute_batch("BEGIN IMMEDIATE; PRAGMA defer_foreign_keys = ON;").map_err(failed)?;
        // What triggers would add is among the rows of the copy. Off only within the transaction, on again below.
        let off = c.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false);
        let united = off.and_then(|_| tables(c)).and_then(|tables| Pair::new(c, &tables)?.unite(at));
        let merged = united.map_err(|source| self.unfit(source)).and_then(|merged| {
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
const OWN: [&str; 3] = ["diary", "purged", "last_act"];

/// Tables in which the program notes what left. They are merged like records, yet hold nothing that anybody wrote: a diary is
/// not ahead of a backup because that backup was noted in it.
const NOTES: [&str; 2] = ["share_log", "backup_record"];

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

/// Two databases side by side, `main` and `copy`, and how each of their tables is merged.
struct Pair<'a> {
    c: &'a Connection,
    tables: &'a [Table],
    kinds: Vec<Kind<'a>>,
}

impl<'a> Pair<'a> {
    fn new(c: &'a Connection, tables: &'a [Table]) -> Answer<Self> {
        c.execute_batch(include_str!("merge/drop.sql"))?;
        c.execute_batch(include_str!("merge/temporary.sql"))?;
        c.execute_batch(include_str!("purge/temporary.sql"))?;
        Ok(Self { c, tables, kinds: Kind::all(tables) })
    }

    fn run(&self, sql: &str, places: &[(&str, &str)]) -> Answer<u32> {
        self.c.execute(&fill(sql, places), []).map(purge::count)
    }

    fn ask(&self, sql: &str, places: &[(&str, &str)]) -> Answer<u32> {
        self.c.query_row(&fill(sql, places), [], |row| row.get(0))
    }

    fn records(&self) -> impl Iterator<Item = &'a Table> {
        self.kinds.iter().filter_map(|kind| if let Kind::Record(table) = kind { Some(*table) } else { None })
    }

    fn rows(&self) -> impl Iterator<Item = &'a Table> {
        self.kinds.iter().filter_map(|kind| if let Kind::Row(table) = kind { Some(*table) } else { None })
    }

    /// Records and what is part of them, the farthest part first.
    fn with_parts(&self) -> Vec<&'a Table> {
        let depth = |kind: &Kind<'a>| match kind {
            Kind::Part { table, depth } => Some((*depth, *table)),
            _ => None,
        };
        let mut parts: Vec<(usize, &Table)> = self.kinds.iter().filter_map(depth).collect();
        parts.sort_by_key(|(depth, _)| std::cmp::Reverse(*depth));
        parts.into_iter().map(|(_, table)| table).chain(self.records()).collect()
    }

    /// The expression for the id of the record that a row `r` of a table belongs to.
    fn of_record(&self, table: &Table, schema: &str) -> String {
        if table.is_record() {
            return "r.id".to_owned();
        }
        owner(table, self.tables, schema, "r", 1).map(|(id, _)| id).unwrap_or_default()
    }

    /// Notes every record that is not the same on both sides, itself or a part of it.
    fn note_differing(&self) -> Answer<()> {
        for table in self.with_parts() {
            let (name, columns) = (quoted(table.name()), table.columns(""));
            for (one, other) in [("copy", "main"), ("main", "copy")] {
                let id = self.of_record(table, one);
                let places = [
                    ("table", &*name),
                    ("columns", &columns),
                    ("owner", &id),
                    ("one", one),
                    ("other", other),
                ];
                self.run(include_str!("merge/differing.sql"), &places)?;
            }
        }
        Ok(())
    }

    /// Rows of a table without records whose key is on both sides and whose content is not.
    fn differing_rows(&self, table: &Table) -> Answer<u32> {
        let places = [
            ("table", &*quoted(table.name())),
            ("columns", &*table.columns("")),
            ("same_key", &*same_key(table)),
        ];
        self.ask(include_str!("merge/differing_rows.sql"), &places)
    }

    /// How many records and rows here the copy lacks, has in an older form, or has in another.
    fn beyond(&self) -> Answer<u32> {
        self.note_differing()?;
        let mut count = 0;
        for table in self.records().filter(|table| !NOTES.contains(&table.name())) {
            count += self.ask(include_str!("merge/beyond.sql"), &[("table", &quoted(table.name()))])?;
        }
        // History and origin of a record are told by the record itself.
        for table in self.rows().filter(|table| !table.has("record_id")) {
            let places = [("table", &*quoted(table.name())), ("same_key", &*same_key(table))];
            count +=
                self.ask(include_str!("merge/beyond_rows.sql"), &places)? + self.differing_rows(table)?;
        }
        self.c.execute_batch(include_str!("merge/drop.sql"))?;
        Ok(count)
    }

    /// Makes `main` hold both.
    fn unite(&self, at: Instant) -> Answer<Merged> {
        let mut merged = Merged::default();
        self.run(include_str!("merge/gone.sql"), &[])?;
        // Looked at before anything is changed: who differs, and who wins.
        self.note_differing()?;
        for table in self.records() {
            merged.records.insert(table.name().to_owned(), self.choose(table)?);
        }
        self.take_winners()?;
        // An import undone in one copy is undone in both, and a record belongs to the import that brought it last.
        self.run(include_str!("merge/undone.sql"), &[])?;
        self.run(include_str!("merge/brought_again.sql"), &[])?;
        for table in self.rows() {
            merged.others_differing += self.differing_rows(table)?;
            merged.others_added += self.add_missing(table)?;
        }
        // Last, so that what hangs on a purged record goes with it, wherever it came from.
        merged.purged = purge::remove_gone(self.c, self.tables, at)?;
        purge::keep_ids_of_copy(self.c)?;
        // Merging is no change of one record, so an undo would take back something older.
        last_act::forget(self.c)?;
        self.c.execute_batch(include_str!("merge/drop.sql"))?;
        Ok(merged)
    }

    /// Counts the records of a table, and notes those whose form in the copy is to be taken.
    fn choose(&self, table: &Table) -> Answer<MergeCounts> {
        let name = quoted(table.name());
        let counts = fill(include_str!("merge/count.sql"), &[("table", &name)]);
        let counts = self.c.query_row(&counts, [], |row| {
            Ok(MergeCounts {
                added: row.get("added")?,
                newer: row.get("newer")?,
                older: row.get("older")?,
                same: row.get("same")?,
                differing: row.get("differing")?,
            })
        })?;
        self.run(include_str!("merge/won.sql"), &[("table", &name)])?;
        Ok(counts)
    }

    /// Takes the chosen records from the copy with all their parts; a part goes before what its record is found by.
    fn take_winners(&self) -> Answer<()> {
        let tables = self.with_parts();
        for table in &tables {
            let places = [("table", &*quoted(table.name())), ("owner", &*self.of_record(table, "main"))];
            self.run(include_str!("merge/delete.sql"), &places)?;
        }
        for table in &tables {
            let places = [
                ("table", &*quoted(table.name())),
                ("columns", &*table.columns("")),
                ("owner", &*self.of_record(table, "copy")),
            ];
            self.run(include_str!("merge/insert.sql"), &places)?;
        }
        Ok(())
    }

    fn add_missing(&self, table: &Table) -> Answer<u32> {
        // The history of a purged record stays away with it.
        let kept =
            if table.has("record_id") { "theirs.record_id NOT IN (SELECT id FROM temp.gone)" } else { "1" };
        let places = [
            ("table", &*quoted(table.name())),
            ("columns", &*table.columns("")),
            ("same_key", &*same_key(table)),
            ("kept", kept),
        ];
        self.run(include_str!("merge/unite.sql"), &places)
    }
}
