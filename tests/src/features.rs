//! Does the map of the article name every row, and only files and tests that exist?

#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the tests lie in the project").to_path_buf()
}

/// The rows that begin with a number, as cells.
fn rows(text: &str) -> Vec<Vec<String>> {
    let cells = |line: &str| line.split('|').skip(1).map(|cell| cell.trim().to_owned()).collect::<Vec<_>>();
    let numbered = |row: &Vec<String>| row[0].starts_with(|c: char| c.is_ascii_digit());
    text.lines().filter(|line| line.starts_with("| ")).map(cells).filter(numbered).collect()
}

/// What stands between backticks.
fn quoted(cell: &str) -> Vec<String> {
    cell.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

fn map() -> Vec<Vec<String>> {
    rows(&fs::read_to_string(root().join("docs/features.md")).expect("docs/features.md"))
}

#[test]
fn every_row_of_the_article_is_on_the_map_once() {
    let mut named = Vec::new();
    for row in map() {
        let (first, last) = row[0].split_once('–').unwrap_or((&row[0], &row[0]));
        named.extend(first.parse::<u32>().expect("a number")..=last.parse().expect("a number"));
    }
    assert_eq!(named, (1..=51).collect::<Vec<u32>>());
}

#[test]
fn every_row_names_code_and_a_test_that_exist() {
    for row in map() {
        let (code, shown) = (quoted(&row[3]), quoted(&row[4]));
        assert!(!code.is_empty() && !shown.is_empty(), "row {} names no code or no test", row[0]);
        for path in code {
            assert!(root().join(&path).exists(), "row {}: {path} is not there", row[0]);
        }
        for claim in shown {
            let (path, name) = claim.split_once("::").expect("a path::test");
            let text = fs::read_to_string(root().join(path)).unwrap_or_default();
            // A Rust test, or a check of another kind that says its name.
            let rust = text.contains(&format!("#[test]\nfn {name}("))
                || text.contains(&format!("#[test]\n    fn {name}("));
            assert!(rust, "row {}: {path} has no test {name}", row[0]);
        }
    }
}
