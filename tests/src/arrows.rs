//! The arrows between the crates are those of ARCHITECTURE.md, and there are no others.

#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

const ARROWS: &[(&str, &[&str])] = &[
    ("tidemark-model", &[]),
    ("tidemark-stats", &[]),
    ("tidemark-store", &["tidemark-model"]),
    ("tidemark-exchange", &["tidemark-model"]),
    ("tidemark-findings", &["tidemark-model", "tidemark-stats"]),
    ("tidemark-report", &["tidemark-findings", "tidemark-model"]),
    (
        "tidemark",
        &["tidemark-exchange", "tidemark-findings", "tidemark-model", "tidemark-report", "tidemark-store"],
    ),
    ("tidemark-cli", &["tidemark"]),
    ("tidemark-mobile", &["tidemark"]),
    ("tidemark-readers", &["tidemark", "tidemark-exchange", "tidemark-model", "tidemark-store"]),
    ("tidemark-tests", &["tidemark"]),
];

fn metadata() -> serde_json::Value {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--no-deps", "--locked"])
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("cargo metadata is JSON")
}

#[test]
fn crates_use_only_what_is_drawn() {
    let metadata = metadata();
    let found: BTreeMap<&str, BTreeSet<&str>> = metadata["packages"]
        .as_array()
        .expect("packages")
        .iter()
        .map(|package| {
            let ours = package["dependencies"]
                .as_array()
                .expect("dependencies")
                .iter()
                .filter(|dependency| dependency["path"].is_string())
                .filter_map(|dependency| dependency["name"].as_str());
            (package["name"].as_str().expect("name"), ours.collect())
        })
        .collect();
    let drawn: BTreeMap<&str, BTreeSet<&str>> =
        ARROWS.iter().map(|(from, to)| (*from, to.iter().copied().collect())).collect();
    assert_eq!(found, drawn);
}

#[test]
fn the_core_knows_no_binding_and_no_terminal() {
    let metadata = metadata();
    for package in metadata["packages"].as_array().expect("packages") {
        let manifest = package["manifest_path"].as_str().expect("manifest");
        if !manifest.contains("/core/") {
            continue;
        }
        for dependency in package["dependencies"].as_array().expect("dependencies") {
            let name = dependency["name"].as_str().expect("name");
            assert!(
                !["uniffi", "clap", "getrandom", "iana-time-zone"].contains(&name),
                "{manifest} uses {name}"
            );
        }
    }
}
