//! Reading cases and comparing answers.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::Deserialize;
use serde_json::Value;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Origin {
    pub(crate) program: String,
    pub(crate) call: String,
    pub(crate) made: toml::value::Datetime,
    /// `relative`, `absolute`, or the name of a field with its own relative tolerance.
    pub(crate) tolerance: BTreeMap<String, f64>,
    #[expect(dead_code, reason = "for readers; its presence is what is checked")]
    pub(crate) differs: String,
}

impl Origin {
    pub(crate) fn read(folder: &Path) -> Self {
        let path = folder.join("origin.toml");
        let text = fs::read_to_string(&path).unwrap_or_else(|_| panic!("{} is missing", path.display()));
        let origin: Self =
            toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        assert!(origin.tolerance.contains_key("relative"), "{}: no relative tolerance", path.display());
        origin
    }

    fn allows(&self, field: &str, expected: f64, given: f64) -> bool {
        let absolute = self.tolerance.get("absolute").copied().unwrap_or(1e-14);
        let relative =
            self.tolerance.get(field).or_else(|| self.tolerance.get("relative")).copied().unwrap_or(0.0);
        (expected - given).abs() <= absolute + relative * expected.abs()
    }
}

pub(crate) struct Case {
    pub(crate) name: String,
    pub(crate) csv: Option<String>,
    pub(crate) answers: Vec<(Vec<String>, Value)>,
}

#[derive(Deserialize)]
struct Row {
    options: Vec<String>,
    expected: Value,
}

pub(crate) fn cases(folder: &Path) -> Vec<Case> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap_or_else(|_| panic!("{} is missing", folder.display()))
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter_map(|name| name.strip_suffix(".expected.json").map(str::to_owned))
        .collect();
    names.sort();
    names
        .into_iter()
        .map(|name| {
            let json = fs::read_to_string(folder.join(format!("{name}.expected.json"))).expect("expected");
            let rows: Vec<Row> = serde_json::from_str(&json).expect("a list of answers");
            let answers = rows.into_iter().map(|row| (row.options, row.expected)).collect();
            let csv = fs::read_to_string(folder.join(format!("{name}.csv"))).ok();
            Case { name, csv, answers }
        })
        .collect()
}

/// Notes every expected field that the answer does not have within tolerance; further fields are free.
pub(crate) fn compare(
    place: &str,
    field: &str,
    expected: &Value,
    given: &Value,
    origin: &Origin,
    wrong: &mut Vec<String>,
) {
    match (expected, given) {
        (Value::Object(expected), Value::Object(given)) => {
            for (name, value) in expected {
                match given.get(name) {
                    Some(other) => compare(place, name, value, other, origin, wrong),
                    None => wrong.push(format!("{place}: no {name}")),
                }
            }
        }
        (Value::Array(expected), Value::Array(given)) if expected.len() == given.len() => {
            for (value, other) in expected.iter().zip(given) {
                compare(place, field, value, other, origin, wrong);
            }
        }
        (Value::Number(one), Value::Number(other)) if one.is_f64() || other.is_f64() => {
            let (one, other) = (one.as_f64().expect("number"), other.as_f64().expect("number"));
            if !origin.allows(field, one, other) {
                wrong.push(format!("{place}: {field} is {other:e}, expected {one:e}"));
            }
        }
        (one, other) => {
            if one != other {
                wrong.push(format!("{place}: {field} is {other}, expected {one}"));
            }
        }
    }
}
