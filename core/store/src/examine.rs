//! What is whole and what is gone, said as exactly as a damaged file allows: pages, tables, days, and every snapshot.
//! Reads only; repairs nothing.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, named_params};
use tidemark_model::LogicalDate;

use crate::folder::PAGE;
use crate::open::{READ_ONLY, check_application, connect, keyed};
use crate::schema::{Table, fill, quoted, tables};
use crate::store::Answer;
use crate::verify::{references, refuse_broken_seals, seals_and_structure};
use crate::{DataKey, DiaryFolder, Snapshot, Store, StoreError, Verified, dump};

/// What was found of a diary and its snapshots.
#[derive(Debug)]
pub struct Examined {
    /// The diary: whole, or what is wrong with it.
    pub diary: Result<Verified, Damage>,
    /// Its snapshots, newest first.
    pub snapshots: Vec<ExaminedSnapshot>,
}

/// What is wrong with a diary.
#[derive(Debug)]
pub struct Damage {
    /// The first thing found.
    pub error: StoreError,
    /// Pages whose seal is broken, from 1; empty when the file could not be opened far enough to tell.
    pub pages: BTreeSet<u32>,
    /// Tables of which not every row can be read; none when the list of tables is itself among what is damaged.
    pub tables: Option<Vec<DamagedTable>>,
}

/// A table of which not every row can be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DamagedTable {
    /// Its name.
    pub table: String,
    /// Days of which something cannot be read, where days can be told.
    pub days: BTreeSet<LogicalDate>,
}

/// A snapshot, and whether it is whole.
#[derive(Debug)]
pub struct ExaminedSnapshot {
    /// Which.
    pub snapshot: Snapshot,
    /// First and last day of its entries, or what is wrong with it.
    pub found: Result<Option<(LogicalDate, LogicalDate)>, StoreError>,
}

impl Examined {
    /// The newest snapshot that is whole.
    #[must_use]
    pub fn newest_whole(&self) -> Option<&Snapshot> {
        self.snapshots.iter().find(|one| one.found.is_ok()).map(|one| &one.snapshot)
    }
}

/// Looks at everything of the diary in `folder`.
///
/// # Errors
/// [`StoreError::NotFound`], [`StoreError::Busy`], [`StoreError::Newer`]; damage is an answer, not an error.
pub fn examine(folder: &DiaryFolder, key: &DataKey) -> Result<Examined, StoreError> {
    let diary = match Store::open(folder.clone(), key).and_then(|store| {
        let verified = store.verify()?;
        store.close()?;
        Ok(verified)
    }) {
        Ok(verified) => Ok(verified),
        Err(
            error @ (StoreError::NotFound { .. }
            | StoreError::Busy { .. }
            | StoreError::Newer { .. }
            | StoreError::Full { .. }),
        ) => return Err(error),
        Err(error) => Err(damage(folder, key, error)),
    };
    let snapshots = folder.snapshots()?.into_iter().map(|snapshot| {
        let found = look_at(&snapshot.path, key);
        ExaminedSnapshot { snapshot, found }
    });
    Ok(Examined { diary, snapshots: snapshots.collect() })
}

/// Both integrity checks and every reference of a snapshot; its days.
fn look_at(path: &Path, key: &DataKey) -> Result<Option<(LogicalDate, LogicalDate)>, StoreError> {
    crate::folder::check_database(path)?;
    let c = connect(path, key, READ_ONLY, include_str!("snapshot/settings.sql"))?;
    check_application(&c, path)?;
    seals_and_structure(&c, "main", path)?;
    references(&c, path)?;
    let failed = |source| StoreError::database("reading a snapshot", path, source);
    let tables = tables(&c).map_err(failed)?;
    dump::days(&c, &tables).map_err(failed)
}

fn damage(folder: &DiaryFolder, key: &DataKey, error: StoreError) -> Damage {
    let mut reader = Reader { path: folder.database(), key, connection: None };
    let mut pages = reader.broken_pages().unwrap_or_default();
    let all = std::fs::metadata(&reader.path).map_or(0, |about| about.len() / PAGE);
    if pages.len() as u64 >= all {
        // A wrong key breaks every seal, and then says nothing about any page.
        pages.clear();
    }
    let tables = reader.ask(tables).ok().map(|tables| {
        let damaged = tables.iter().filter(|table| loses_rows(&mut reader, table)).collect::<Vec<_>>();
        let named = damaged.into_iter().map(|table| DamagedTable {
            table: table.name().to_owned(),
            days: days_lost(&mut reader, table, &tables),
        });
        named.collect()
    });
    Damage { error, pages, tables }
}

/// Reads from a damaged database. The cipher refuses everything once it met a broken page, so every refusal is followed
/// by a new connection.
struct Reader<'k> {
    path: PathBuf,
    key: &'k DataKey,
    connection: Option<Connection>,
}

impl Reader<'_> {
    fn ask<T>(&mut self, question: impl FnOnce(&Connection) -> Answer<T>) -> Result<T, StoreError> {
        let connection = match self.connection.take() {
            Some(open) => open,
            None => connect(&self.path, self.key, READ_ONLY, include_str!("snapshot/settings.sql"))?,
        };
        let answer = question(&connection)
            .and_then(|answer| refuse_broken_seals(&connection).map(|()| answer))
            .map_err(|source| StoreError::database("reading what is left", &self.path, source));
        if answer.is_ok() {
            self.connection = Some(connection);
        }
        answer
    }

    /// The cipher's check says "… for page 7", one row a page. It needs no table, so it is asked of a connection that has
    /// read none.
    fn broken_pages(&self) -> Result<BTreeSet<u32>, StoreError> {
        let failed = |source| StoreError::database("checking the seal of every page", &self.path, source);
        let c = keyed(&self.path, self.key, READ_ONLY)?;
        let mut statement = c.prepare("PRAGMA cipher_integrity_check").map_err(failed)?;
        let said = statement.query_map([], |row| row.get::<_, String>(0)).map_err(failed)?;
        Ok(said.flatten().filter_map(|text| text.rsplit(' ').next()?.parse().ok()).collect())
    }
}

/// Whether some row cannot be read.
fn loses_rows(reader: &mut Reader<'_>, table: &Table) -> bool {
    let order = table.order();
    let places = [("columns", &*table.columns("")), ("table", &*quoted(table.name())), ("order", &*order)];
    let sql = fill(include_str!("examine/rows.sql"), &places);
    reader.ask(|c| walk(c, &sql, |_| Ok(()))).is_err()
}

/// Hands over rows up to the first that cannot be read, which is the error.
fn walk(c: &Connection, sql: &str, mut row: impl FnMut(&rusqlite::Row<'_>) -> Answer<()>) -> Answer<()> {
    let mut statement = c.prepare(sql)?;
    let mut rows = statement.query([])?;
    while let Some(found) = rows.next()? {
        row(found)?;
    }
    Ok(())
}

/// The days whose rows of a table cannot be read: by the table's own days, or by those of what its rows belong to. An
/// index of days lies on pages of its own, so it often tells what its table no longer can.
fn days_lost(reader: &mut Reader<'_>, table: &Table, tables: &[Table]) -> BTreeSet<LogicalDate> {
    let dated = |name: &str| tables.iter().find(|t| t.name() == name && t.has("logical_date") && t.has_id());
    let by_parent = || {
        let mut needed = table.references.iter().filter(|reference| reference.needed);
        needed.find_map(|one| dated(&one.parent).map(|parent| (parent, one.column.as_str())))
    };
    let by = dated(table.name()).map(|own| (own, "id")).or_else(by_parent);
    let Some((dated, column)) = by else { return BTreeSet::new() };
    let places =
        [("columns", &*table.columns("")), ("table", &*quoted(table.name())), ("column", &*quoted(column))];
    let sql = fill(include_str!("examine/row.sql"), &places);
    // Looking a row up compares it with others and reads those whole, so a broken page fails its neighbours' rows too;
    // walking from both ends compares nothing.
    let walked = if column == "id" { rows_read(reader, table) } else { BTreeSet::new() };
    let mut days = BTreeSet::new();
    for (id, day) in ids_by_day(reader, dated).into_iter().filter(|(id, _)| !walked.contains(id)) {
        let read = reader.ask(|c| {
            let mut statement = c.prepare_cached(&sql)?;
            let mut rows = statement.query(named_params! { ":id": id })?;
            while rows.next()?.is_some() {}
            Ok(())
        });
        if read.is_err() {
            days.insert(day);
        }
    }
    days
}

/// Ids of the rows that can be read whole, walking from both ends.
fn rows_read(reader: &mut Reader<'_>, table: &Table) -> BTreeSet<Vec<u8>> {
    let mut found = BTreeSet::new();
    for order in ["id", "id DESC"] {
        let places = [("columns", &*table.columns("")), ("table", &*quoted(table.name())), ("order", order)];
        let sql = fill(include_str!("examine/rows.sql"), &places);
        // The error ends the walk, and is known already.
        let _ = reader.ask(|c| {
            walk(c, &sql, |row| {
                let id = row.get("id")?;
                refuse_broken_seals(c)?;
                found.insert(id);
                Ok(())
            })
        });
    }
    found
}

/// Ids and days of a table as far as they can be read, from both ends.
fn ids_by_day(reader: &mut Reader<'_>, table: &Table) -> BTreeSet<(Vec<u8>, LogicalDate)> {
    let mut found = BTreeSet::new();
    for way in ["ASC", "DESC"] {
        let places = [("table", &*quoted(table.name())), ("way", way)];
        let sql = fill(include_str!("examine/ids_by_day.sql"), &places);
        let walked = reader.ask(|c| {
            walk(c, &sql, |row| {
                if let Ok(day) = row.get::<_, String>(1)?.parse() {
                    found.insert((row.get(0)?, day));
                }
                Ok(())
            })
        });
        if walked.is_ok() {
            break;
        }
    }
    found
}
