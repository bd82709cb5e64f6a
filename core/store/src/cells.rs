//! How the fields of a record become the columns of a row and back, by what a field may hold.
//!
//! Whole numbers, yes and no, ids and moments have columns of their own type; everything else is its text.

use std::borrow::Cow;

use rusqlite::types::{Value, ValueRef};
use rusqlite::{Row, Statement};
use tidemark_model::{
    Field, FieldKind, FieldValue, Instant, ListItem, Moment, RecordId, Stamp, Texts, ValueId, ZoneName,
};

use crate::stamp::{broken, moment};
use crate::store::Answer;

/// Columns by name, without the `:` of a parameter.
pub(crate) type Cells = Vec<(Cow<'static, str>, Value)>;

/// Binds the columns that a statement asks for, and runs it; columns it does not name are left out.
pub(crate) fn execute(statement: &mut Statement<'_>, cells: &Cells) -> Answer<usize> {
    for at in 1..=statement.parameter_count() {
        let name = statement.parameter_name(at).and_then(|name| name.strip_prefix(':')).unwrap_or_default();
        match cells.iter().find(|(column, _)| column == name) {
            Some((_, value)) => statement.raw_bind_parameter(at, value)?,
            None => return Err(rusqlite::Error::InvalidParameterName(name.to_owned())),
        }
    }
    statement.raw_execute()
}

/// A column.
pub(crate) fn cell(name: &'static str, value: impl Into<Value>) -> (Cow<'static, str>, Value) {
    (Cow::Borrowed(name), value.into())
}

/// The three columns of a moment.
pub(crate) fn moment_cells(column: &'static str, moment: Option<Moment>) -> Cells {
    let [offset, zone] = beside(column);
    let zone_name = moment.and_then(|m| m.zone).map(|zone| ZoneName::name(zone).to_owned());
    vec![
        cell(column, moment.map(|m| m.instant.millis())),
        (Cow::Owned(offset), Value::from(moment.map(|m| m.offset.seconds()))),
        (Cow::Owned(zone), Value::from(zone_name)),
    ]
}

/// Names of the columns that hold the offset and the zone of the moment in `column`.
fn beside(column: &str) -> [String; 2] {
    let base = column.strip_suffix("_at").unwrap_or(column);
    [format!("{base}_offset_s"), format!("{base}_zone_id")]
}

/// The columns of a stamp.
pub(crate) fn stamp_cells(stamp: &Stamp) -> Cells {
    vec![
        cell("recorded_at", stamp.recorded.instant.millis()),
        cell("offset_s", stamp.recorded.offset.seconds()),
        cell("zone_id", stamp.recorded.zone.map(|zone| zone.name().to_owned())),
        cell("revision", i64::from(stamp.revision)),
        cell("recorded_by", stamp.recorded_by.code().to_owned()),
        cell("source", stamp.source.to_string()),
        cell("deleted_at", stamp.deleted_at.map(Instant::millis)),
    ]
}

/// The columns of fields.
pub(crate) fn field_cells(fields: &'static [Field], texts: &Texts) -> Answer<Cells> {
    let mut cells = Cells::with_capacity(fields.len());
    for field in fields {
        let text = texts.get(field.name);
        let value = match (field.kind, text) {
            (FieldKind::Moment, text) => {
                let moment = text.map(Moment::from_text).transpose().map_err(broken)?;
                cells.extend(moment_cells(field.column, moment));
                continue;
            }
            (_, None) => Value::Null,
            (FieldKind::Whole(..), Some(text)) => {
                let refused = tidemark_model::Invalid::Field { field: field.name, allowed: "a whole number" };
                Value::from(text.parse::<i64>().map_err(|_| broken(refused))?)
            }
            (FieldKind::YesNo, Some(text)) => Value::from(i64::from(text == "true")),
            (FieldKind::Uuid, Some(text)) => {
                Value::from(text.parse::<ValueId>().map_err(broken)?.to_bytes().to_vec())
            }
            (_, Some(text)) => Value::from(text.to_owned()),
        };
        cells.push(cell(field.column, value));
    }
    Ok(cells)
}

/// Where the columns of fields stand in the rows of a statement; looked up once, since a name is compared with every
/// column before it.
pub(crate) struct Places(Vec<[usize; 3]>);

impl Places {
    /// Finds the columns of `fields`.
    pub(crate) fn of(statement: &Statement<'_>, fields: &'static [Field]) -> Answer<Self> {
        let place = |field: &Field| {
            let at = statement.column_index(field.column)?;
            if field.kind != FieldKind::Moment {
                return Ok([at; 3]);
            }
            let [offset, zone] = beside(field.column);
            Ok([at, statement.column_index(&offset)?, statement.column_index(&zone)?])
        };
        fields.iter().map(place).collect::<Answer<_>>().map(Self)
    }

    /// The fields of a row.
    pub(crate) fn texts(&self, fields: &'static [Field], row: &Row<'_>) -> Answer<Texts> {
        let mut texts = Texts::default();
        for (field, [at, offset, zone]) in fields.iter().zip(&self.0) {
            if row.get_ref(*at)? != ValueRef::Null {
                texts.set(field.name, text(field.kind, row, [*at, *offset, *zone])?);
            }
        }
        Ok(texts)
    }
}

fn text(kind: FieldKind, row: &Row<'_>, [at, offset, zone]: [usize; 3]) -> Answer<Option<String>> {
    Ok(Some(match kind {
        FieldKind::Moment => return Ok(moment(row, at, offset, zone)?.to_text()),
        FieldKind::Whole(..) => row.get::<_, i64>(at)?.to_string(),
        FieldKind::YesNo => row.get::<_, bool>(at)?.to_string(),
        FieldKind::Uuid => ValueId::from_bytes(row.get(at)?).to_string(),
        _ => row.get(at)?,
    }))
}

/// A list in a column of its own; NULL is a list without items.
pub(crate) fn list<T: ListItem>(row: &Row<'_>, column: usize) -> Answer<Vec<T>> {
    match row.get_ref(column)? {
        ValueRef::Null => Ok(Vec::new()),
        text => Vec::from_text(text.as_str()?).map_err(broken),
    }
}
