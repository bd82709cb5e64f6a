//! Every file of `tests/inputs` has its outcome in one sentence beside it, written by hand.

use std::fs;
use std::path::{Path, PathBuf};

use tidemark_exchange::columns::{ColumnMap, read};
use tidemark_exchange::{Import, ImportContext, ImportError};
use tidemark_model::{Record, Rollover, SeededEntropy, built_in};

use crate::sample::at;

pub(crate) fn inputs(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/inputs").join(folder)
}

pub(crate) fn take(file: &Path, map: &Path) -> Result<Import, ImportError> {
    let map = ColumnMap::parse(&fs::read_to_string(map).unwrap()).unwrap();
    let recorded = at("2027-03-01T12:00:00+01:00", Some("Europe/Amsterdam"));
    let context = ImportContext { recorded, rollover: Rollover::default(), zone: None };
    let name = file.file_name().unwrap().to_str().unwrap();
    read(&map, &built_in::measures(), &fs::read(file).unwrap(), name, &context, &mut SeededEntropy::new(3))
}

fn counted(n: usize, one: &str) -> String {
    format!("{n} {one}{}", if n == 1 { "" } else { "s" })
}

fn outcome(read: Result<Import, ImportError>) -> String {
    let import = match read {
        Ok(import) => import,
        Err(error) => return error.to_string(),
    };
    if let Some(first) = import.rejected.first() {
        let rows = usize::try_from(import.rejected_rows).unwrap();
        return format!("{}: {first}", counted(rows, "row"));
    }
    let (mut check_ins, mut values, mut notes, mut sessions, mut around) = (0, 0, 0, 0, 0);
    for incoming in &import.records {
        match &incoming.record {
            Record::CheckIn(c) => {
                check_ins += 1;
                values += c.parts().values.len();
                notes += usize::from(c.parts().note.is_some());
            }
            Record::Session(_) => sessions += 1,
            Record::SessionRating(r) => around += r.parts().values.len(),
            other => panic!("no {} expected", other.kind().code()),
        }
    }
    let rated = if around > 0 { format!(" with {}", counted(around, "value")) } else { String::new() };
    let choices: Vec<String> = import.choices.iter().map(ToString::to_string).collect();
    let choices = if choices.is_empty() { "no choices".to_owned() } else { choices.join("; ") };
    format!(
        "{} with {} and {}; {}{rated}; {} empty rows; {choices}",
        counted(check_ins, "check-in"),
        counted(values, "value"),
        counted(notes, "note"),
        counted(sessions, "session"),
        import.empty_rows
    )
}

fn every_file_has_its_outcome(folder: &str, at_least: usize) {
    let mut seen = 0;
    let mut wrong = Vec::new();
    for entry in fs::read_dir(inputs(folder)).unwrap() {
        let file = entry.unwrap().path();
        if file.extension().is_none_or(|ending| ending != "csv") {
            continue;
        }
        seen += 1;
        let own = file.with_extension("map.toml");
        let map = if own.exists() { own } else { file.with_file_name("map.toml") };
        let expected = fs::read_to_string(file.with_extension("expected.txt")).unwrap();
        let outcome = outcome(take(&file, &map));
        if outcome != expected.trim_end() {
            wrong.push(format!(
                "{}\n  expected {}\n  was      {outcome}",
                file.display(),
                expected.trim_end()
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(seen >= at_least, "only {seen} files");
}

#[test]
fn every_valid_file_gives_what_is_written_beside_it() {
    every_file_has_its_outcome("valid/columns", 9);
}

#[test]
fn every_invalid_file_gives_the_sentence_beside_it() {
    every_file_has_its_outcome("invalid/columns", 25);
}

#[test]
fn no_sentence_repeats_what_a_cell_says() {
    for entry in fs::read_dir(inputs("invalid/columns")).unwrap() {
        let path = entry.unwrap().path();
        if path.to_string_lossy().ends_with(".expected.txt") {
            let text = fs::read_to_string(&path).unwrap();
            for cell in ["four", "NaN", "tea", "6.5", "44", "29/02", "slept", "xxx"] {
                assert!(!text.contains(cell), "{}: {cell}", path.display());
            }
        }
    }
}
