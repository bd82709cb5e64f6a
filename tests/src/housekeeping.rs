//! Rules about the tree itself: what every file says of itself, and that no dependency comes without its reason.

#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the tests lie in the project").to_path_buf()
}

fn rust_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("an entry").path();
        if path.is_dir() && path.file_name().is_some_and(|name| name != "target") {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

fn sources() -> Vec<PathBuf> {
    let mut found = Vec::new();
    for folder in ["core", "bindings", "tests/src"] {
        rust_files(&root().join(folder), &mut found);
    }
    assert!(found.len() > 50, "the sources were not found");
    found
}

#[test]
fn every_source_says_which_question_it_answers() {
    let silent: Vec<PathBuf> = sources()
        .into_iter()
        .filter(|path| !fs::read_to_string(path).expect("text").starts_with("//!"))
        .collect();
    assert_eq!(silent, Vec::<PathBuf>::new());
}

#[test]
fn every_dependency_has_its_reason() {
    let reasons = fs::read_to_string(root().join("docs/dependencies.md")).expect("docs/dependencies.md");
    let manifest = fs::read_to_string(root().join("Cargo.toml")).expect("Cargo.toml");
    let (_, table) = manifest.split_once("[workspace.dependencies]").expect("the table of dependencies");
    let (table, _) = table.split_once("\n[").expect("another table after it");
    for line in table.lines().filter(|line| !line.starts_with("tidemark")) {
        let Some((name, _)) = line.split_once(" = ") else { continue };
        assert!(reasons.contains(&format!("| `{name}` |")), "{name} has no row in docs/dependencies.md");
    }
}

#[test]
fn sql_stands_in_files_of_its_own() {
    for path in sources() {
        if !path.to_string_lossy().contains("/store/src/") {
            continue;
        }
        let text = fs::read_to_string(&path).expect("text");
        for act in ["\"INSERT ", "\"UPDATE ", "\"DELETE "] {
            assert!(!text.contains(act), "{} holds SQL", path.display());
        }
    }
}

#[test]
fn the_lints_of_the_tests_are_the_workspaces_but_for_unsafe_in_one_module() {
    let table = |manifest: &str, name: &str| {
        let text = fs::read_to_string(root().join(manifest)).expect("a manifest");
        let (_, table) = text.split_once(&format!("[{name}]\n")).expect("the table");
        let lints = table.lines().take_while(|line| !line.is_empty());
        lints.map(str::to_owned).collect::<Vec<_>>()
    };
    for kind in ["rust", "clippy"] {
        let mut workspace = table("Cargo.toml", &format!("workspace.lints.{kind}"));
        for lint in &mut workspace {
            *lint = lint.replace("unsafe_code = \"forbid\"", "unsafe_code = \"deny\"");
        }
        assert_eq!(table("tests/Cargo.toml", &format!("lints.{kind}")), workspace);
    }
    let mut found = Vec::new();
    rust_files(&root().join("tests/src"), &mut found);
    let allows = "allow(unsafe".to_owned() + "_code";
    found.retain(|path| fs::read_to_string(path).expect("text").contains(&allows));
    assert_eq!(found, [root().join("tests/src/fault_vfs.rs")]);
}
