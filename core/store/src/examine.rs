//! What is whole and what is gone, said as exactly as a damaged file allows: pages, tables, days, and every snapshot.
//! Reads only; repairs nothing.

use std::collections::BTreeSet;
use std::path::PathBuf;

use rusqlite::{Connection, named_params};
use tidemark_model::LogicalDate;

use crate::open::{READ_ONLY, check_application, connect};
use crate::schema::{Table, fill, quoted, tables};
use crate::store::Answer;
use crate::verify::{references, seals_and_structure};
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
    /// Tables of which not every row can be read.
    pub tables: Vec<DamagedTable>,
}

/// A table of which not every row can be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DamagedTable {
    /// Its name.
    pub table: String,
    /// Rows that can be read from either end.
    pub read: u32,
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
fn look_at(path: &PathBuf, key: &DataKey) -> Result<Option<(LogicalDate, LogicalDate)>, StoreError> {
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
    let mut damage = Damage { error, pages: BTreeSet::new(), tables: Vec::new() };
    let settings = include_str!("snapshot/settings.sql");
    let Ok(c) = connect(&folder.database(), key, READ_ONLY, settings) else { return damage };
    damage.pages = broken_pages(&c).unwrap_or_default();
    let Ok(tables) = tables(&c) else { return damage };
    for table in &tables {
        if let Some(read) = rows_lost(&c, table) {
            let days = days_lost(&c, table, &tables);
            damage.tables.push(DamagedTable { table: table.name().to_owned(), read, days });
        }
    }
    damage
}

/// The cipher's check says "… for page 7", one row a page.
fn broken_pages(c: &Connection) -> Answer<BTreeSet<u32>> {
    let mut statement = c.prepare("PRAGMA cipher_integrity_check")?;
    let said = statement.query_map([], |row| row.get::<_, String>(0))?;
    Ok(said.flatten().filter_map(|text| text.rsplit(' ').next()?.parse().ok()).collect())
}

/// None when every row can be read; otherwise how many can, from both ends.
fn rows_lost(c: &Connection, table: &Table) -> Option<u32> {
    let order = table.order();
    let (forward, lost) = count(c, &rows(table, &order))?;
    if !lost {
        return None;
    }
    let backward = order.split(", ").map(|column| format!("{column} DESC")).collect::<Vec<_>>().join(", ");
    let (back, _) = count(c, &rows(table, &backward)).unwrap_or((0, true));
    Some(forward.saturating_add(back))
}

fn rows(table: &Table, order: &str) -> String {
    let places = [("columns", &*table.columns("")), ("table", &*quoted(table.name())), ("order", order)];
    fill(include_str!("examine/rows.sql"), &places)
}

/// How many rows come before the first that cannot be read, and whether there is one.
fn count(c: &Connection, sql: &str) -> Option<(u32, bool)> {
    let Ok(mut statement) = c.prepare(sql) else { return Some((0, true)) };
    let Ok(mut rows) = statement.query([]) else { return Some((0, true)) };
    let mut read = 0;
    loop {
        match rows.next() {
            Ok(Some(_)) => read += 1,
            Ok(None) => return Some((read, false)),
            Err(_) => return Some((read, true)),
        }
    }
}

/// The days whose rows of a table cannot be read: by the table's own days, or by those of what its rows belong to. An
/// index of days lies on pages of its own, so it often tells what its table no longer can.
fn days_lost(c: &Connection, table: &Table, tables: &[Table]) -> BTreeSet<LogicalDate> {
    let mut days = BTreeSet::new();
    let mut probe = |dated: &Table, column: &str| {
        for (id, day) in ids_by_day(c, dated) {
            let places = [
                ("columns", &*table.columns("")),
                ("table", &*quoted(table.name())),
                ("column", &*quoted(column)),
            ];
            let sql = fill(include_str!("examine/row.sql"), &places);
            let read = c.prepare_cached(&sql).and_then(|mut statement| {
                let mut rows = statement.query(named_params! { ":id": id })?;
                while rows.next()?.is_some() {}
                Ok(())
            });
            if read.is_err() {
                days.insert(day);
            }
        }
    };
    if table.has("logical_date") && table.has_id() {
        probe(table, "id");
    } else {
        let dated = |name: &str| tables.iter().find(|t| t.name() == name && t.has("logical_date"));
        for reference in table.references.iter().filter(|reference| reference.needed) {
            if let Some(parent) = dated(&reference.parent) {
                probe(parent, &reference.column);
            }
        }
    }
    days
}

/// Ids and days of a table as far as they can be read, from both ends.
fn ids_by_day(c: &Connection, table: &Table) -> BTreeSet<(Vec<u8>, LogicalDate)> {
    let mut found = BTreeSet::new();
    for way in ["ASC", "DESC"] {
        let places = [("table", &*quoted(table.name())), ("way", way)];
        let Ok(mut statement) = c.prepare(&fill(include_str!("examine/ids_by_day.sql"), &places)) else {
            continue;
        };
        let Ok(mut rows) = statement.query([]) else { continue };
        while let Ok(Some(row)) = rows.next() {
            let Ok((id, day)) = row.get(0).and_then(|id| Ok((id, row.get::<_, String>(1)?))) else {
                continue;
            };
            if let Ok(day) = day.parse() {
                found.insert((id, day));
            }
        }
    }
    found
}
