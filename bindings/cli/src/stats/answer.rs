//! Answers of `tidemark stats` as one JSON object: numbers with full precision, dates ISO 8601, null where not defined.

use std::io::Write;

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};
use tidemark::stats::{Answer, Field};

use super::BadInput;
use super::input::date;

/// Writes the object and a line end.
pub(super) fn write(answer: &Answer, out: &mut dyn Write) -> Result<(), BadInput> {
    let unwritable = |source| BadInput::Unwritable { source };
    serde_json::to_writer(&mut *out, &Object(answer.fields())).map_err(|error| unwritable(error.into()))?;
    out.write_all(b"\n").map_err(unwritable)
}

/// Named fields in their order.
struct Object<'a>(&'a [(&'static str, Field)]);

impl Serialize for Object<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, value) in self.0 {
            map.serialize_entry(name, &Json(value))?;
        }
        map.end()
    }
}

struct Json<'a>(&'a Field);

impl Serialize for Json<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Field::Null => serializer.serialize_unit(),
            Field::Number(value) => serializer.serialize_f64(*value),
            Field::Integer(value) => serializer.serialize_i64(*value),
            Field::Flag(value) => serializer.serialize_bool(*value),
            Field::Day(day) => serializer.serialize_str(&date(*day)),
            Field::Text(text) => serializer.serialize_str(text),
            Field::List(values) => {
                let mut list = serializer.serialize_seq(Some(values.len()))?;
                for value in values {
                    list.serialize_element(&Json(value))?;
                }
                list.end()
            }
            Field::Object(fields) => Object(fields).serialize(serializer),
        }
    }
}
