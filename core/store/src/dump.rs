//! All rows of all tables, as one moment saw them: what a backup is made from.

use std::borrow::Cow;

use rusqlite::types::ValueRef;
use rusqlite::{Connection, Transaction};
use tidemark_model::{Cell, LogicalDate, TableShape};

use crate::schema::{Table, fill, quoted, tables};
use crate::store::Answer;
use crate::verify::refuse_broken_seals;
use crate::{Store, StoreError, recovery};

/// The whole diary within one read transaction: every question is answered about the same moment.
#[derive(Debug)]
pub struct Dump<'a> {
    store: &'a Store,
    transaction: Transaction<'a>,
    tables: Vec<Table>,
    shapes: Vec<TableShape>,
}

impl Store {
    /// Begins to read the whole diary.
    ///
    /// # Errors
    /// [`StoreError::Damaged`], [`StoreError::Database`].
    pub fn dump(&self) -> Result<Dump<'_>, StoreError> {
        let failed = |source| StoreError::database("reading the whole diary", self.file(), source);
        let transaction = self.connection().unchecked_transaction().map_err(failed)?;
        let tables = tables(&transaction).map_err(failed)?;
        let shapes = tables.iter().map(|table| table.shape.clone()).collect();
        Ok(Dump { store: self, transaction, tables, shapes })
    }

    /// The diary's schema: the number of migrations applied.
    ///
    /// # Errors
    /// [`StoreError::Damaged`].
    pub fn schema(&self) -> Result<u32, StoreError> {
        self.read("reading the schema", |c| c.pragma_query_value(None, "user_version", |row| row.get(0)))
    }

    /// The key that backups are sealed to.
    ///
    /// # Errors
    /// [`StoreError::Damaged`].
    pub fn backup_recipient(&self) -> Result<String, StoreError> {
        self.read("reading the diary's own row", |c| {
            c.query_row(include_str!("dump/recipient.sql"), [], |row| row.get(0))
        })
    }

    /// The bytes of the recovery file, checked to be one that a passphrase opens.
    ///
    /// # Errors
    /// [`StoreError::KeyFile`] when it is missing or is none: a copy of the diary could then not be opened.
    pub fn recovery_file(&self) -> Result<Vec<u8>, StoreError> {
        recovery::sealed(&self.folder().recovery())
    }
}

impl Dump<'_> {
    /// All tables, by name.
    #[must_use]
    pub fn tables(&self) -> &[TableShape] {
        &self.shapes
    }

    /// First and last logical date of all entries; none without entries.
    ///
    /// # Errors
    /// [`StoreError::Damaged`].
    pub fn days(&self) -> Result<Option<(LogicalDate, LogicalDate)>, StoreError> {
        let doing = "reading the days of the diary";
        days(&self.transaction, &self.tables).map_err(|e| StoreError::database(doing, self.store.file(), e))
    }

    /// Hands over every row of a table, in the order of its key.
    ///
    /// # Errors
    /// [`StoreError::Damaged`], or what `row` returns.
    pub fn each_row<E: From<StoreError>>(
        &self,
        name: &str,
        mut row: impl FnMut(&[Cell<'_>]) -> Result<(), E>,
    ) -> Result<(), E> {
        let failed = |source| StoreError::database("reading the whole diary", self.store.file(), source);
        let Some(table) = self.tables.iter().find(|table| table.name() == name) else { return Ok(()) };
        let sql = fill(
            include_str!("dump/rows.sql"),
            &[("columns", &table.columns("")), ("table", &quoted(table.name())), ("order", &table.order())],
        );
        let mut statement = self.transaction.prepare(&sql).map_err(failed)?;
        let mut rows = statement.query([]).map_err(failed)?;
        let width = table.shape.columns.len();
        while let Some(found) = rows.next().map_err(failed)? {
            let mut cells = Vec::with_capacity(width);
            for at in 0..width {
                cells.push(found.get_ref(at).and_then(cell).map_err(failed)?);
            }
            row(&cells)?;
        }
        drop(rows);
        Ok(refuse_broken_seals(&self.transaction).map_err(failed)?)
    }
}

pub(crate) fn days(c: &Connection, tables: &[Table]) -> Answer<Option<(LogicalDate, LogicalDate)>> {
    let mut all: Vec<LogicalDate> = Vec::new();
    for table in tables.iter().filter(|table| table.has("logical_date")) {
        let sql = fill(include_str!("dump/days.sql"), &[("table", &quoted(table.name()))]);
        let ends: [Option<String>; 2] = c.query_row(&sql, [], |row| Ok([row.get(0)?, row.get(1)?]))?;
        all.extend(ends.into_iter().flatten().filter_map(|text| text.parse::<LogicalDate>().ok()));
    }
    Ok(all.iter().min().copied().zip(all.iter().max().copied()))
}

fn cell(value: ValueRef<'_>) -> Answer<Cell<'_>> {
    Ok(match value {
        ValueRef::Null => Cell::Null,
        ValueRef::Integer(number) => Cell::Integer(number),
        ValueRef::Real(number) => Cell::Real(number),
        ValueRef::Text(_) => Cell::Text(Cow::Borrowed(value.as_str()?)),
        ValueRef::Blob(bytes) => Cell::Blob(Cow::Borrowed(bytes)),
    })
}
