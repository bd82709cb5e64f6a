//! A diary of every schema that ever landed still opens and says what it said.

use std::fs;
use std::path::Path;

use serde_json::Value;
use tidemark::{Diary, Passphrase, Span};
use tidemark_tests::room::shell;

/// Whether `found` says all that `expected` says; a later version may say more.
fn says(found: &Value, expected: &Value) -> bool {
    match (found, expected) {
        (Value::Object(found), Value::Object(expected)) => {
            expected.iter().all(|(name, value)| found.get(name).is_some_and(|more| says(more, value)))
        }
        (Value::Array(found), Value::Array(expected)) => {
            found.len() == expected.len() && found.iter().zip(expected).all(|(more, value)| says(more, value))
        }
        _ => found == expected,
    }
}

#[test]
fn a_diary_of_every_earlier_version_opens_and_keeps_every_entry() {
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("golden");
    let mut folders: Vec<_> = fs::read_dir(&golden).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.retain(|path| path.file_name().unwrap().to_string_lossy().starts_with("diary-"));
    folders.sort();
    assert!(!folders.is_empty());
    let passphrase = Passphrase::new("golden diary passphrase").unwrap();
    for folder in &folders {
        let about = folder.display();
        // A copy: opening an old diary brings it to the newest schema.
        let room = tempfile::tempdir().unwrap();
        for entry in fs::read_dir(folder).unwrap() {
            let file = entry.unwrap().path();
            if file.is_file() {
                fs::copy(&file, room.path().join(file.file_name().unwrap())).unwrap();
            }
        }
        let expected = fs::read_to_string(folder.join("expected.json")).unwrap();
        let expected: Value = serde_json::from_str(&expected).unwrap();
        let expected = expected["entries"].as_array().unwrap();
        assert!(!expected.is_empty());
        // Twice: once as it migrates, once as it was left.
        for opening in ["first", "second"] {
            let diary = Diary::open_with_passphrase(room.path(), &passphrase, shell())
                .unwrap_or_else(|error| panic!("{about}, {opening} opening: {error:?}"));
            diary.verify().unwrap_or_else(|error| panic!("{about}, {opening} opening: {error:?}"));
            let found: Vec<Value> = diary
                .log(Span::default())
                .unwrap()
                .iter()
                .map(|e| serde_json::to_value(e).unwrap())
                .collect();
            assert_eq!(found.len(), expected.len(), "{about}, {opening} opening");
            for (entry, wanted) in found.iter().zip(expected) {
                assert!(says(entry, wanted), "{about}, {opening} opening: {entry} instead of {wanted}");
            }
            diary.close().unwrap();
        }
    }
    println!("golden: diaries of {} schemas open, migrate and keep every entry", folders.len());
}
