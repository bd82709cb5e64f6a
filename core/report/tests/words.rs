//! The fixed words of the page and the catalogue name the same texts.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use tidemark_findings::messages;

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

#[test]
fn every_fixed_word_of_the_page_is_in_the_catalogue_and_none_is_left_over() {
    let mut files = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    let mut used = BTreeSet::new();
    for file in files.iter().filter(|file| !file.ends_with("tests.rs")) {
        let code = fs::read_to_string(file).unwrap();
        let ids = code.split('"').skip(1).step_by(2).filter(|text| text.starts_with("report."));
        used.extend(ids.map(str::to_owned));
    }
    let known: BTreeSet<String> =
        messages().map(|(id, _)| id.to_owned()).filter(|id| id.starts_with("report.")).collect();
    assert!(used.len() > 40);
    assert_eq!(used, known);
}
