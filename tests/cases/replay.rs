//! Replays the cases of this folder against a door: Rust's over the bindings, and the command line's. What a case is, is in
//! `README.md`; the runners of the other languages do the same.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

/// What a call did.
pub struct Done {
    /// Everything it answers.
    pub answer: Value,
    /// The id that it made.
    pub id: Option<String>,
}

/// A way to a diary.
pub trait Door {
    /// Its name in `but`.
    const NAME: &'static str;
    /// Begins in an empty folder.
    fn begin(folder: &Path) -> Self;
    /// Makes a call; an error is the class of it.
    fn call(&mut self, call: &str, with: &Map<String, Value>) -> Result<Done, String>;
}

/// The top of the repository.
pub fn top() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// A decimal as the cases write it.
pub fn decimal(number: f64) -> Value {
    let text = format!("{number:.6}");
    Value::from(if text == "-0.000000" { "0.000000".to_owned() } else { text })
}

/// The same, where there may be none.
pub fn decimals(number: Option<f64>) -> Value {
    number.map_or(Value::Null, decimal)
}

/// The text of an argument.
pub fn text<'w>(with: &'w Map<String, Value>, name: &str) -> &'w str {
    with.get(name).and_then(Value::as_str).unwrap_or_else(|| panic!("{name} is needed"))
}

/// The text of an argument that may be left out.
pub fn maybe<'w>(with: &'w Map<String, Value>, name: &str) -> Option<&'w str> {
    with.get(name).and_then(Value::as_str)
}

/// SHA-256 of a file, hexadecimal.
pub fn sha256(file: &Path) -> String {
    let digest = Sha256::digest(fs::read(file).unwrap());
    digest.iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
}

/// Replays every case; panics with all that does not hold.
pub fn replay<D: Door>() {
    let mut wrong = Vec::new();
    let mut steps_made = 0;
    let folder = top().join("tests/cases");
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "json"));
    files.sort();
    assert!(files.len() >= 7, "the cases are not where they were");
    for file in files {
        let name = file.file_stem().unwrap().to_string_lossy().into_owned();
        let case: Value = serde_json::from_slice(&fs::read(&file).unwrap()).unwrap();
        assert_eq!((&case["format"], &case["version"]), (&json!("tidemark-cases"), &json!(1)), "{name}");
        let room = tempfile::tempdir().unwrap();
        let mut door = D::begin(room.path());
        let (mut ids, mut lines) = (BTreeMap::new(), String::new());
        for (at, step) in case["steps"].as_array().unwrap().iter().enumerate() {
            if step["but"].get(D::NAME).is_some() {
                lines.push_str("null\n");
                continue;
            }
            steps_made += 1;
            let call = step["call"].as_str().unwrap();
            let with = resolved(&step["with"], &ids);
            let (line, held) = match door.call(call, with.as_object().unwrap()) {
                Ok(done) => {
                    if let (Some(kept), Some(id)) = (step["as"].as_str(), done.id) {
                        ids.insert(format!("${kept}"), id);
                    }
                    let held = step["error"].is_null() && holds(&step["answer"], &done.answer);
                    (done.answer, held)
                }
                Err(class) => {
                    let held = step["error"] == json!(class);
                    (json!({ "error": class }), held)
                }
            };
            if !held {
                let wanted = if step["error"].is_null() { &step["answer"] } else { &step["error"] };
                wrong.push(format!("{name}, step {} ({call}):\n  wanted {wanted}\n  got    {line}", at + 1));
            }
            lines.push_str(&format!("{line}\n"));
        }
        if let Some(out) = std::env::var_os("TIDEMARK_CASES_OUT") {
            let out = Path::new(&out).join(D::NAME);
            fs::create_dir_all(&out).unwrap();
            fs::write(out.join(format!("{name}.jsonl")), lines).unwrap();
        }
    }
    assert!(wrong.is_empty(), "{} of {steps_made} steps do not hold:\n{}", wrong.len(), wrong.join("\n"));
}

/// The arguments with ids in place of their names.
fn resolved(with: &Value, ids: &BTreeMap<String, String>) -> Value {
    match with {
        Value::String(text) => Value::from(ids.get(text).unwrap_or(text).as_str()),
        Value::Array(items) => items.iter().map(|item| resolved(item, ids)).collect(),
        Value::Object(fields) => {
            fields.iter().map(|(name, value)| (name.clone(), resolved(value, ids))).collect()
        }
        other => other.clone(),
    }
}

/// Whether an answer is what was wanted: of an object the named keys, of a list every item.
fn holds(wanted: &Value, got: &Value) -> bool {
    match (wanted, got) {
        (Value::Object(wanted), Value::Object(got)) => {
            wanted.iter().all(|(name, value)| got.get(name).is_some_and(|got| holds(value, got)))
        }
        (Value::Array(wanted), Value::Array(got)) => {
            wanted.len() == got.len() && wanted.iter().zip(got).all(|(wanted, got)| holds(wanted, got))
        }
        _ => wanted == got,
    }
}
