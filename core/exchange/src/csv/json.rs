//! The tables as JSON Lines: one object a row, the columns of the CSV under the same names, typed, and null where a cell
//! is empty. No text is guarded, since no spreadsheet runs it.

use serde_json::Value;

use super::field::{Field, Kind};
use crate::list;

/// A table, and how many rows it has.
pub(super) fn json_lines<'a, T: 'a>(
    fields: &[Field<'_, T>],
    records: impl Iterator<Item = &'a T>,
) -> (Vec<u8>, u64) {
    let mut bytes = Vec::new();
    let mut rows = 0;
    for record in records {
        // In the order of the columns, by which readers of tables go; a map would sort the names.
        let cells = fields
            .iter()
            .map(|field| format!("{}:{}", Value::from(field.name), value(field.kind, &field.text(record))));
        let row = format!("{{{}}}\n", cells.collect::<Vec<_>>().join(","));
        bytes.extend_from_slice(row.as_bytes());
        rows += 1;
    }
    (bytes, rows)
}

fn value(kind: Kind, text: &str) -> Value {
    match kind {
        Kind::List => Value::from(list::items(text)),
        _ if text.is_empty() => Value::Null,
        Kind::YesNo => Value::from(text == "true"),
        // A number is written as it is spelled, so that 7.25 stays 7.25.
        Kind::Whole(..) | Kind::Number => text.parse().map_or_else(|_| Value::from(text), Value::Number),
        _ => Value::from(text),
    }
}

/// The cell that a value stands for; none for what no column holds.
pub(super) fn cell(value: &Value) -> Option<String> {
    match value {
        Value::Null => Some(String::new()),
        Value::Bool(yes) => Some(yes.to_string()),
        Value::Number(number) => Some(number.to_string()),
        Value::String(text) => Some(text.clone()),
        Value::Array(items) => {
            let texts = items.iter().map(Value::as_str).collect::<Option<Vec<_>>>()?;
            Some(list::joined(&texts))
        }
        Value::Object(_) => None,
    }
}
