//! Filling a new database with the rows of a whole diary, at the schema they were written in; then it is migrated.
//!
//! Works only on a database that it made itself. A row that breaks a rule of its table refuses the whole.

use std::path::PathBuf;

use rusqlite::config::DbConfig;
use rusqlite::types::{ToSqlOutput, Value, ValueRef};
use rusqlite::{Connection, ErrorCode, ToSql, params_from_iter};
use tidemark_model::{Cell, TableShape};

use crate::migrate::{MIGRATIONS, migrate};
use crate::open;
use crate::schema::{Table, fill, list, quoted, tables};
use crate::{DataKey, DiaryFolder, Store, StoreError};

/// A new database on its way to hold a whole diary.
#[derive(Debug)]
pub struct Load {
    folder: DiaryFolder,
    path: PathBuf,
    connection: Connection,
    tables: Vec<(Table, String)>,
    shapes: Vec<TableShape>,
}

const DOING: &str = "filling a new diary";

/// The newest schema this program knows.
#[must_use]
pub fn newest_schema() -> u32 {
    u32::try_from(MIGRATIONS.len()).unwrap_or(u32::MAX)
}

impl Load {
    /// Makes the database of `folder`, which exists and has none, with the tables of `schema` and no row.
    ///
    /// # Errors
    /// [`StoreError::Newer`], [`StoreError::Io`], [`StoreError::Full`], [`StoreError::Database`].
    pub fn begin(folder: DiaryFolder, key: &DataKey, schema: u32) -> Result<Self, StoreError> {
        let connection = open::fresh(&folder, key, schema)?;
        let path = folder.database();
        let failed = |source| StoreError::database(DOING, &path, source);
        // What triggers would add is in the rows already.
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false).map_err(failed)?;
        // Tables come by name, so a row may come before the one it refers to; all is checked at the end.
        connection.execute_batch("BEGIN IMMEDIATE; PRAGMA defer_foreign_keys = ON;").map_err(failed)?;
        let mut filled = Vec::new();
        for table in tables(&connection).map_err(failed)? {
            // A migration may have brought rows of its own; the diary's take their place.
            let empty = fill(include_str!("load/empty.sql"), &[("table", &quoted(table.name()))]);
            connection.execute_batch(&empty).map_err(failed)?;
            let sql = fill(
                include_str!("load/insert.sql"),
                &[
                    ("table", &quoted(table.name())),
                    ("columns", &list(table.shape.columns.iter().map(|c| c.name.as_str()), "")),
                    ("values", &vec!["?"; table.shape.columns.len()].join(", ")),
                ],
            );
            filled.push((table, sql));
        }
        let shapes = filled.iter().map(|(table, _)| table.shape.clone()).collect();
        Ok(Self { folder, path, connection, tables: filled, shapes })
    }

    /// The tables of the schema, by name.
    #[must_use]
    pub fn tables(&self) -> &[TableShape] {
        &self.shapes
    }

    /// Adds a row; its cells in the order of the table's columns.
    ///
    /// # Errors
    /// [`StoreError::NotLoaded`] when it breaks a rule of its table; [`StoreError::Full`].
    pub fn insert(&mut self, table: &str, cells: &[Cell<'_>]) -> Result<(), StoreError> {
        let Some((found, sql)) = self.tables.iter().find(|(known, _)| known.name() == table) else {
            return Err(StoreError::NotLoaded { table: table.to_owned(), source: None });
        };
        let refused = |source| not_loaded(&self.path, found.name(), source);
        let mut statement = self.connection.prepare_cached(sql).map_err(refused)?;
        statement.execute(params_from_iter(cells.iter().map(Bound))).map_err(refused)?;
        Ok(())
    }

    /// Rows that a table has now.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub fn count(&self, table: &str) -> Result<u64, StoreError> {
        let sql = fill(include_str!("load/count.sql"), &[("table", &quoted(table))]);
        let count: i64 = self
            .connection
            .query_row(&sql, [], |row| row.get(0))
            .map_err(|source| StoreError::database(DOING, &self.path, source))?;
        Ok(count.unsigned_abs())
    }

    /// Checks every reference, keeps the rows, and brings the database to the newest schema.
    ///
    /// # Errors
    /// [`StoreError::NotLoaded`] when a row refers to one that is not there; [`StoreError::Full`].
    pub fn finish(mut self) -> Result<Store, StoreError> {
        let dangling: Vec<String> = self
            .connection
            .prepare("PRAGMA foreign_key_check")
            .and_then(|mut s| s.query_map([], |row| row.get(0))?.take(1).collect())
            .map_err(|source| StoreError::database(DOING, &self.path, source))?;
        if let Some(table) = dangling.into_iter().next() {
            return Err(StoreError::NotLoaded { table, source: None });
        }
        let refused = |source| not_loaded(&self.path, "any", source);
        self.connection.execute_batch("COMMIT").map_err(refused)?;
        self.connection
            .set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, true)
            .map_err(|source| StoreError::database(DOING, &self.path, source))?;
        migrate(&mut self.connection, &self.path, newest_schema())?;
        Ok(Store::new(self.folder, self.connection))
    }
}

fn not_loaded(path: &std::path::Path, table: &str, source: rusqlite::Error) -> StoreError {
    match source.sqlite_error_code() {
        Some(ErrorCode::ConstraintViolation | ErrorCode::TypeMismatch | ErrorCode::TooBig) => {
            StoreError::NotLoaded { table: table.to_owned(), source: Some(source) }
        }
        _ => StoreError::database(DOING, path, source),
    }
}

/// A cell as the database takes it.
struct Bound<'a>(&'a Cell<'a>);

impl ToSql for Bound<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self.0 {
            Cell::Null => ToSqlOutput::Owned(Value::Null),
            Cell::Integer(number) => ToSqlOutput::Owned(Value::Integer(*number)),
            Cell::Real(number) => ToSqlOutput::Owned(Value::Real(*number)),
            Cell::Text(text) => ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes())),
            Cell::Blob(bytes) => ToSqlOutput::Borrowed(ValueRef::Blob(bytes)),
        })
    }
}
