//! `datapackage.json`: what every table and column of the folder means, and how to see that a file was cut or changed.
//!
//! Frictionless Data Package, version 1 of the specification. `tidemark` and `rows` are properties of ours, which the
//! specification allows. Oracle: `frictionless validate datapackage.json`.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::field::{Field, Kind};
use super::tables::{Form, Table};

/// Name of the description in the folder.
pub(super) const FILE: &str = "datapackage.json";
/// Format of the folder.
pub(super) const VERSION: u32 = 3;
/// Oldest reader that understands it.
pub(super) const MIN_READER: u32 = 3;
const FORMAT: &str = "tidemark-csv";

/// The description, as far as it is read back.
#[derive(Debug, Deserialize, Serialize)]
pub(super) struct Package {
    profile: String,
    name: String,
    title: String,
    description: String,
    pub(super) tidemark: Format,
    pub(super) resources: Vec<Resource>,
}

/// Which format, and who can read it.
#[derive(Debug, Deserialize, Serialize)]
pub(super) struct Format {
    #[serde(rename = "format")]
    name: String,
    pub(super) version: u32,
    pub(super) min_reader: u32,
}

impl Format {
    /// Whether this is a folder of ours.
    pub(super) fn is_ours(&self) -> bool {
        self.name == FORMAT
    }
}

/// One file.
#[derive(Debug, Deserialize, Serialize)]
pub(super) struct Resource {
    profile: String,
    pub(super) name: String,
    pub(super) path: String,
    title: String,
    format: String,
    mediatype: String,
    encoding: String,
    pub(super) bytes: u64,
    /// `sha256:` and 64 hexadecimal digits.
    pub(super) hash: String,
    pub(super) rows: u64,
    #[serde(default)]
    dialect: Value,
    #[serde(default)]
    schema: Value,
}

/// What is known of a file once it is written.
#[derive(Debug)]
pub(super) struct Measured {
    pub(super) bytes: u64,
    pub(super) sha256: [u8; 32],
    pub(super) rows: u64,
}

/// The hash as the description writes it.
pub(super) fn hash(sha256: &[u8; 32]) -> String {
    let digits =
        |byte: &u8| [byte >> 4, byte & 0x0f].map(|digit| char::from_digit(digit.into(), 16).unwrap_or('0'));
    "sha256:".chars().chain(sha256.iter().flat_map(digits)).collect()
}

impl Package {
    /// The description of a folder with these files.
    pub(super) fn new(resources: Vec<Resource>) -> Self {
        Self {
            profile: "data-package".to_owned(),
            name: "tidemark-diary".to_owned(),
            title: "A diary".to_owned(),
            description:
                "Self-recorded; not a clinical measurement; not monitored. A day without a row was not \
                          recorded, which is not a zero."
                    .to_owned(),
            tidemark: Format { name: FORMAT.to_owned(), version: VERSION, min_reader: MIN_READER },
            resources,
        }
    }
}

impl Resource {
    /// The description of one file.
    pub(super) fn new<T>(table: &Table, form: Form, fields: &[Field<'_, T>], measured: &Measured) -> Self {
        let (format, mediatype, dialect) = match form {
            Form::Csv => (
                "csv",
                "text/csv",
                json!({
                    "delimiter": ",", "lineTerminator": "\r\n", "quoteChar": "\"", "doubleQuote": true, "header": true,
                }),
            ),
            Form::JsonLines => ("jsonl", "application/jsonl", json!({ "json": { "keyed": true } })),
        };
        Self {
            profile: "tabular-data-resource".to_owned(),
            name: table.name.to_owned(),
            path: table.file(form),
            title: table.about.to_owned(),
            format: format.to_owned(),
            mediatype: mediatype.to_owned(),
            encoding: "utf-8".to_owned(),
            bytes: measured.bytes,
            hash: hash(&measured.sha256),
            rows: measured.rows,
            dialect,
            schema: schema(table, form, fields),
        }
    }
}

fn schema<T>(table: &Table, form: Form, fields: &[Field<'_, T>]) -> Value {
    let foreign = table.refers.iter().map(
        |(columns, to)| json!({ "fields": columns, "reference": { "resource": to, "fields": columns } }),
    );
    json!({
        "fields": fields.iter().map(|field| describe(table, form, field)).collect::<Vec<_>>(),
        "missingValues": [""],
        "primaryKey": table.key,
        "foreignKeys": foreign.collect::<Vec<_>>(),
    })
}

fn describe<T>(table: &Table, form: Form, field: &Field<'_, T>) -> Value {
    let mut constraints = Map::new();
    if field.required {
        constraints.insert("required".to_owned(), json!(true));
    }
    if field.required && table.key == [field.name] {
        constraints.insert("unique".to_owned(), json!(true));
    }
    let (kind, format) = match field.kind {
        Kind::Text(most) => {
            // One more than the words: the guard.
            constraints.insert("maxLength".to_owned(), json!(most + 1));
            ("string", "default")
        }
        Kind::List if form == Form::JsonLines => ("array", "default"),
        Kind::Word | Kind::List => ("string", "default"),
        Kind::Code(codes) => {
            constraints.insert("enum".to_owned(), json!(codes));
            ("string", "default")
        }
        Kind::Uuid => ("string", "uuid"),
        Kind::Date => {
            constraints.insert("minimum".to_owned(), json!("1900-01-01"));
            constraints.insert("maximum".to_owned(), json!("2199-12-31"));
            ("date", "default")
        }
        Kind::Moment => ("datetime", "default"),
        Kind::Clock => ("time", "%H:%M"),
        Kind::Number => ("number", "default"),
        Kind::Whole(least, most) => {
            constraints.insert("minimum".to_owned(), json!(least));
            constraints.insert("maximum".to_owned(), json!(most));
            ("integer", "default")
        }
        Kind::YesNo => ("boolean", "default"),
    };
    json!({
        "name": field.name, "type": kind, "format": format, "description": field.about, "constraints": constraints,
    })
}
