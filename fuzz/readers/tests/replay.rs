//! The kept inputs of every fuzz target, read again: none may panic, and every target has some.

#![allow(clippy::expect_used, clippy::panic, reason = "a test may fail loudly")]

use std::fs;
use std::panic::catch_unwind;
use std::path::Path;

use tidemark_readers::ALL;

#[test]
fn every_kept_input_is_read_again() {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("../seeds");
    for (name, reader) in ALL {
        let folder = seeds.join(name);
        let mut files: Vec<_> = fs::read_dir(&folder)
            .unwrap_or_else(|_| panic!("{name} has no kept inputs in {}", folder.display()))
            .map(|entry| entry.expect("an entry of the folder").path())
            .collect();
        files.sort();
        assert!(files.len() >= 5, "{name} has only {} kept inputs", files.len());
        for file in files {
            let bytes = fs::read(&file).expect("a kept input");
            let outcome = catch_unwind(|| reader(&bytes));
            assert!(outcome.is_ok(), "{name} panics on {}", file.display());
        }
    }
}

#[test]
fn every_target_is_a_reader_of_the_list() {
    let targets = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz_targets");
    let mut names: Vec<String> = fs::read_dir(targets)
        .expect("the folder of the targets")
        .filter_map(|entry| Some(entry.ok()?.path().file_stem()?.to_str()?.to_owned()))
        .collect();
    names.sort();
    let listed: Vec<String> = ALL.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(names, listed);
}

#[test]
fn nothing_reads_as_nothing() {
    for (_, reader) in ALL {
        reader(&[]);
        for first in 0..=u8::MAX {
            reader(&[first]);
        }
    }
}
