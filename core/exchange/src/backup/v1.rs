//! Version 1 of what stands inside a backup: the manifest, and a row as one line of JSON.
//!
//! A row is an object, column name to value: numbers as they are, texts as texts, bytes as lower-case hexadecimal
//! digits, fractions as texts of their shortest decimal form; which is which is said by the column's type.

use std::borrow::Cow;
use std::fmt::Write as _;

use serde::{Deserialize, Serialize};
use tidemark_model::{Cell, Column, ColumnKind, Instant, LogicalDate, TableShape};

use super::{BackupError, Head, LONGEST_NAME, MOST_COLUMNS, MOST_TABLES, Manifest, Part};

/// Name of the format.
pub(super) const FORMAT: &str = "tidemark-backup";
/// Newest version, and the reader it needs.
pub(super) const VERSION: u32 = 1;
/// Name of the list of contents.
pub(super) const MANIFEST: &str = "manifest.json";

/// The first look at a manifest of any version.
#[derive(Deserialize)]
struct AnyVersion {
    format: String,
    min_reader: u32,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ManifestV1 {
    format: String,
    version: u32,
    min_reader: u32,
    program: String,
    schema: u32,
    created: i64,
    created_utc: String,
    first_day: Option<String>,
    last_day: Option<String>,
    tables: Vec<TableV1>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct TableV1 {
    name: String,
    file: String,
    rows: u64,
    bytes: u64,
    sha256: String,
    columns: Vec<ColumnV1>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ColumnV1 {
    name: String,
    r#type: String,
}

/// Name of a table's file.
pub(super) fn file(table: &str) -> String {
    format!("{table}.jsonl")
}

/// The manifest as bytes.
pub(super) fn write_manifest(manifest: &Manifest) -> Result<Vec<u8>, BackupError> {
    let head = &manifest.head;
    let day = |day: LogicalDate| day.to_string();
    let written = ManifestV1 {
        format: FORMAT.to_owned(),
        version: VERSION,
        min_reader: VERSION,
        program: head.program.clone(),
        schema: head.schema,
        created: head.created.millis(),
        created_utc: head.created.utc().format("%Y-%m-%dT%H:%M:%S%.3fZ").to_string(),
        first_day: head.days.map(|(first, _)| day(first)),
        last_day: head.days.map(|(_, last)| day(last)),
        tables: manifest.parts.iter().map(write_part).collect(),
    };
    let mut bytes =
        serde_json::to_vec_pretty(&written).map_err(|error| BackupError::writing(error.into()))?;
    bytes.push(b'\n');
    Ok(bytes)
}

fn write_part(part: &Part) -> TableV1 {
    TableV1 {
        name: part.shape.name.clone(),
        file: file(&part.shape.name),
        rows: part.rows,
        bytes: part.bytes,
        sha256: hex(&part.sha256),
        columns: part
            .shape
            .columns
            .iter()
            .map(|column| ColumnV1 { name: column.name.clone(), r#type: column.kind.code().to_owned() })
            .collect(),
    }
}

/// Reads the manifest.
pub(super) fn read_manifest(bytes: &[u8]) -> Result<Manifest, BackupError> {
    let damaged = |reason| BackupError::outer(1, reason);
    let any: AnyVersion =
        serde_json::from_slice(bytes).map_err(|_| damaged("its list of contents is not readable"))?;
    if any.format != FORMAT {
        return Err(BackupError::NotABackup { reason: "its list of contents is of another format" });
    }
    if any.min_reader > VERSION {
        return Err(BackupError::Newer { found: any.min_reader, known: VERSION });
    }
    let read: ManifestV1 =
        serde_json::from_slice(bytes).map_err(|_| damaged("its list of contents is not readable"))?;
    let days = match (read.first_day.as_deref(), read.last_day.as_deref()) {
        (None, None) => None,
        (Some(first), Some(last)) => {
            let day = |text: &str| {
                text.parse::<LogicalDate>()
                    .map_err(|_| damaged("its list of contents names a day that is none"))
            };
            Some((day(first)?, day(last)?))
        }
        _ => return Err(damaged("its list of contents names one end of its days")),
    };
    let created = Instant::from_millis(read.created)
        .map_err(|_| damaged("its list of contents names a time that is none"))?;
    if read.tables.len() > MOST_TABLES {
        return Err(damaged("it has too many tables"));
    }
    let parts = read.tables.into_iter().map(read_part).collect::<Option<Vec<_>>>();
    let parts = parts.ok_or_else(|| damaged("its list of contents names a table that is none"))?;
    if !parts.is_sorted_by(|one, next| one.shape.name < next.shape.name) {
        return Err(damaged("its tables are out of order"));
    }
    Ok(Manifest { head: Head { schema: read.schema, created, days, program: read.program }, parts })
}

fn read_part(table: TableV1) -> Option<Part> {
    let named = |name: &str| {
        (1..=LONGEST_NAME).contains(&name.len())
            && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
    };
    let columns: Option<Vec<Column>> = table
        .columns
        .into_iter()
        .map(|column| {
            let kind = ColumnKind::from_code(&column.r#type)?;
            named(&column.name).then_some(Column { name: column.name, kind })
        })
        .collect();
    let columns = columns?;
    let fits = named(&table.name) && table.file == file(&table.name) && columns.len() <= MOST_COLUMNS;
    let sha256: [u8; 32] = from_hex(&table.sha256)?.try_into().ok()?;
    fits.then_some(Part {
        shape: TableShape { name: table.name, columns },
        rows: table.rows,
        bytes: table.bytes,
        sha256,
    })
}

/// Writes a row as one line, with its line break.
pub(super) fn write_row(
    shape: &TableShape,
    cells: &[Cell<'_>],
    line: &mut Vec<u8>,
) -> Result<(), BackupError> {
    let failed = |error: serde_json::Error| BackupError::writing(error.into());
    let mut before = b'{';
    for (column, cell) in shape.columns.iter().zip(cells) {
        line.push(before);
        before = b',';
        serde_json::to_writer(&mut *line, &column.name).map_err(failed)?;
        line.push(b':');
        match cell {
            Cell::Null => line.extend_from_slice(b"null"),
            Cell::Integer(number) => serde_json::to_writer(&mut *line, number).map_err(failed)?,
            Cell::Real(number) => {
                serde_json::to_writer(&mut *line, &number.to_string()).map_err(failed)?;
            }
            Cell::Text(text) => serde_json::to_writer(&mut *line, text).map_err(failed)?,
            Cell::Blob(bytes) => serde_json::to_writer(&mut *line, &hex(bytes)).map_err(failed)?,
        }
    }
    line.extend_from_slice(b"}\n");
    Ok(())
}

/// A value as JSON has it, borrowed from its line where it can be.
#[derive(Deserialize)]
#[serde(untagged)]
enum ValueV1<'a> {
    Number(i64),
    #[serde(borrow)]
    Text(Cow<'a, str>),
}

/// Reads a row; none when it is not exactly a row of that table.
pub(super) fn read_row<'a>(shape: &TableShape, line: &'a [u8]) -> Option<Vec<Cell<'a>>> {
    let mut cells = Vec::with_capacity(shape.columns.len());
    let mut reader = serde_json::Deserializer::from_slice(line);
    let row = Row { shape, cells: &mut cells };
    serde::Deserializer::deserialize_map(&mut reader, row).ok()?;
    reader.end().ok()?;
    (cells.len() == shape.columns.len()).then_some(cells)
}

/// Takes the members of a row in the order of its columns.
struct Row<'s, 'c, 'a> {
    shape: &'s TableShape,
    cells: &'c mut Vec<Cell<'a>>,
}

impl<'a> serde::de::Visitor<'a> for Row<'_, '_, 'a> {
    type Value = ();

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a row of the table")
    }

    fn visit_map<A: serde::de::MapAccess<'a>>(self, mut map: A) -> Result<(), A::Error> {
        use serde::de::Error;
        for column in &self.shape.columns {
            match map.next_key::<Cow<'a, str>>()? {
                Some(name) if name == column.name => {}
                _ => return Err(A::Error::custom("a column is missing")),
            }
            let value: Option<ValueV1<'a>> = map.next_value()?;
            let cell = cell(column.kind, value).ok_or_else(|| A::Error::custom("another type"))?;
            self.cells.push(cell);
        }
        match map.next_key::<Cow<'a, str>>()? {
            None => Ok(()),
            Some(_) => Err(A::Error::custom("a column too many")),
        }
    }
}

fn cell(kind: ColumnKind, value: Option<ValueV1<'_>>) -> Option<Cell<'_>> {
    Some(match (kind, value) {
        (_, None) => Cell::Null,
        (ColumnKind::Integer, Some(ValueV1::Number(number))) => Cell::Integer(number),
        (ColumnKind::Text, Some(ValueV1::Text(text))) => Cell::Text(text),
        (ColumnKind::Blob, Some(ValueV1::Text(text))) => Cell::Blob(Cow::Owned(from_hex(&text)?)),
        (ColumnKind::Real, Some(ValueV1::Text(text))) => {
            Cell::Real(text.parse::<f64>().ok().filter(|number| number.is_finite())?)
        }
        _ => return None,
    })
}

/// Lower-case hexadecimal digits.
fn hex(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}

fn from_hex(text: &str) -> Option<Vec<u8>> {
    let digit = |byte: &u8| match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        _ => None,
    };
    let (pairs, rest) = text.as_bytes().as_chunks::<2>();
    if !rest.is_empty() {
        return None;
    }
    pairs.iter().map(|[high, low]| Some(digit(high)? * 16 + digit(low)?)).collect()
}
