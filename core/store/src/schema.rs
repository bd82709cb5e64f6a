//! What the tables of a diary look like, read from the database itself: whatever copies or compares a whole diary asks
//! here and never lists an entity's columns.

use rusqlite::{Connection, named_params};
use tidemark_model::{Column, ColumnKind, TableShape};

use crate::store::Answer;

/// A table with what copying and merging need to know of it.
#[derive(Clone, Debug)]
pub(crate) struct Table {
    pub(crate) shape: TableShape,
    /// Columns of the primary key, in its order; empty when the table has none.
    pub(crate) key: Vec<String>,
    pub(crate) references: Vec<Reference>,
}

/// A column that names a row of another table.
#[derive(Clone, Debug)]
pub(crate) struct Reference {
    pub(crate) column: String,
    pub(crate) parent: String,
    /// Whether the row cannot be without it: then it is part of its parent.
    pub(crate) needed: bool,
}

impl Table {
    pub(crate) fn name(&self) -> &str {
        &self.shape.name
    }

    /// Whether it has that column.
    pub(crate) fn has(&self, column: &str) -> bool {
        self.shape.columns.iter().any(|c| c.name == column)
    }

    /// Whether its rows have an id of their own.
    pub(crate) fn has_id(&self) -> bool {
        matches!(self.key.as_slice(), [only] if only == "id")
    }

    /// Whether its rows are records: with an id, and a counter of their changes.
    pub(crate) fn is_record(&self) -> bool {
        self.has_id() && self.has("revision") && self.has("deleted_at")
    }

    /// `"a", "b"`, each after `prefix`.
    pub(crate) fn columns(&self, prefix: &str) -> String {
        list(self.shape.columns.iter().map(|c| c.name.as_str()), prefix)
    }

    /// The key's columns, or the row number of a table without one.
    pub(crate) fn order(&self) -> String {
        if self.key.is_empty() { "rowid".to_owned() } else { list(self.key.iter().map(String::as_str), "") }
    }
}

/// A name as SQL takes it.
pub(crate) fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// Names joined by commas, each after `prefix`.
pub(crate) fn list<'a>(names: impl Iterator<Item = &'a str>, prefix: &str) -> String {
    names.map(|name| format!("{prefix}{}", quoted(name))).collect::<Vec<_>>().join(", ")
}

/// Puts names into a `.sql` template: `{table}` becomes the quoted name, `{columns}` the list, and so on.
pub(crate) fn fill(template: &str, places: &[(&str, &str)]) -> String {
    places.iter().fold(template.to_owned(), |sql, (place, text)| sql.replace(&format!("{{{place}}}"), text))
}

/// All tables, by name.
pub(crate) fn tables(c: &Connection) -> Answer<Vec<Table>> {
    let names: Vec<String> = c
        .prepare_cached(include_str!("schema/tables.sql"))?
        .query_map([], |row| row.get(0))?
        .collect::<Answer<_>>()?;
    names.into_iter().map(|name| table(c, name)).collect()
}

fn table(c: &Connection, name: String) -> Answer<Table> {
    let mut columns = Vec::new();
    let mut key: Vec<(u32, String)> = Vec::new();
    let mut needed = Vec::new();
    let mut statement = c.prepare_cached(include_str!("schema/columns.sql"))?;
    let mut rows = statement.query(named_params! { ":table": name })?;
    while let Some(row) = rows.next()? {
        let column: String = row.get("name")?;
        let kind: String = row.get("type")?;
        let kind = ColumnKind::from_code(&kind)
            .ok_or_else(|| rusqlite::Error::InvalidColumnType(0, kind, rusqlite::types::Type::Null))?;
        match row.get("pk")? {
            0 => {}
            place => key.push((place, column.clone())),
        }
        if row.get("needed")? {
            needed.push(column.clone());
        }
        columns.push(Column { name: column, kind });
    }
    key.sort();
    let references = references(c, &name, &needed)?;
    let key = key.into_iter().map(|(_, column)| column).collect();
    Ok(Table { shape: TableShape { name, columns }, key, references })
}

/// References by one column to an id; a reference by several columns, as to a measure's version, moves no record.
fn references(c: &Connection, table: &str, needed: &[String]) -> Answer<Vec<Reference>> {
    let mut statement = c.prepare_cached(include_str!("schema/references.sql"))?;
    let found = statement.query_map(named_params! { ":table": table }, |row| {
        let column: String = row.get("child_column")?;
        let width: u32 = row.get("width")?;
        let needed = needed.contains(&column);
        Ok((width, Reference { column, parent: row.get("parent")?, needed }))
    })?;
    found.filter(|one| !matches!(one, Ok((width, _)) if *width != 1)).map(|one| Ok(one?.1)).collect()
}
