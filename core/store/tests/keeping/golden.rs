//! A diary of every schema that landed keeps every row as it becomes the newest, and its tables are those of a new diary.
//!
//! What the rows were is in `rows.json` beside each, read by `tests/golden/rows.py` without any code of this project.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use tidemark_model::Cell;
use tidemark_store::{DiaryFolder, Passphrase, Recovery, Store, StoreError};

use super::bench::Bench;

fn golden() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/golden");
    let mut found: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    let is_diary =
        |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("diary-"));
    found.retain(is_diary);
    found.sort();
    found
}

/// A copy of a golden diary, opened, and so brought to the newest schema.
fn opened(golden: &Path, room: &Path) -> Store {
    for file in ["diary.db", "recovery.age"] {
        fs::copy(golden.join(file), room.join(file)).unwrap();
    }
    let folder = DiaryFolder::new(room);
    let passphrase = Passphrase::new("golden diary passphrase").unwrap();
    let key = Recovery::read(&folder.recovery(), &passphrase).unwrap().key;
    Store::open(folder, &key).unwrap()
}

/// A cell as a literal of SQL.
fn literal(cell: &Cell<'_>) -> String {
    match cell {
        Cell::Null => "NULL".to_owned(),
        Cell::Integer(number) => number.to_string(),
        Cell::Real(number) => format!("{number:?}"),
        Cell::Text(text) => format!("'{}'", text.replace('\'', "''")),
        Cell::Blob(bytes) => {
            let digits: Vec<String> = bytes.iter().map(|byte| format!("{byte:02X}")).collect();
            format!("X'{}'", digits.concat())
        }
    }
}

/// The rows of a table, each by column.
fn rows(store: &Store, table: &str) -> Vec<BTreeMap<String, String>> {
    let dump = store.dump().unwrap();
    let shape = dump.tables().iter().find(|shape| shape.name == table).unwrap().clone();
    let mut rows = Vec::new();
    dump.each_row(table, |cells: &[Cell<'_>]| {
        let named =
            shape.columns.iter().zip(cells).map(|(column, cell)| (column.name.clone(), literal(cell)));
        rows.push(named.collect());
        Ok::<(), StoreError>(())
    })
    .unwrap();
    rows
}

/// Tables with their columns.
fn shapes(store: &Store) -> BTreeMap<String, BTreeSet<String>> {
    let dump = store.dump().unwrap();
    let columns = |shape: &tidemark_model::TableShape| {
        shape.columns.iter().map(|column| format!("{} {:?}", column.name, column.kind)).collect()
    };
    dump.tables().iter().map(|shape| (shape.name.clone(), columns(shape))).collect()
}

#[test]
fn every_row_of_every_earlier_schema_is_there_cell_by_cell() {
    let golden = golden();
    assert!(golden.len() >= 3, "{golden:?}");
    for folder in golden {
        let expected = fs::read_to_string(folder.join("rows.json")).unwrap();
        let expected: BTreeMap<String, Vec<Value>> = serde_json::from_str(&expected).unwrap();
        assert!(expected["check_in"].len() >= 5 && !expected["revision_log"].is_empty());
        let room = tempfile::tempdir().unwrap();
        let store = opened(&folder, room.path());
        for (table, wanted) in expected {
            let mut found = rows(&store, &table);
            assert_eq!(found.len(), wanted.len(), "{} {table}", folder.display());
            for row in wanted {
                let row: BTreeMap<String, String> = serde_json::from_value(row).unwrap();
                let same = |there: &BTreeMap<String, String>| {
                    row.iter().all(|(name, cell)| there.get(name) == Some(cell))
                };
                let at = found.iter().position(same);
                let at = at.unwrap_or_else(|| panic!("{} {table} lost {row:?}", folder.display()));
                found.swap_remove(at);
            }
        }
        store.verify().unwrap();
        store.close().unwrap();
    }
}

#[test]
fn a_diary_that_was_brought_along_has_the_tables_of_a_new_one() {
    let bench = Bench::new(61);
    bench.diary("new");
    let fresh = shapes(&bench.open("new"));
    assert!(fresh.len() > 20);
    for folder in golden() {
        let room = tempfile::tempdir().unwrap();
        assert_eq!(shapes(&opened(&folder, room.path())), fresh, "{}", folder.display());
    }
}
