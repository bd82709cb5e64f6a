//! The sample diary is a year, untidy, labelled, and the same for the same seed and day.

use std::fs;

use super::bench::Bench;

fn demo(bench: &Bench, dir: &str, seed: &str) -> String {
    let ran = bench.run(&["demo", dir, "--made-on", "2026-11-23", "--seed", seed]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    ran.out
}

fn page(bench: &Bench, dir: &str) -> Vec<u8> {
    let folder = fs::read_dir(bench.path(dir)).unwrap().map(|entry| entry.unwrap().path());
    let page = folder.filter(|path| path.to_string_lossy().ends_with("-a4.pdf")).min().unwrap();
    fs::read(page).unwrap()
}

#[test]
fn a_demo_repeats_itself_and_touches_nothing_that_is_there() {
    let bench = Bench::empty();
    let first = demo(&bench, "one", "7");
    demo(&bench, "two", "7");
    demo(&bench, "three", "8");
    assert_eq!(page(&bench, "one"), page(&bench, "two"));
    assert_ne!(page(&bench, "one"), page(&bench, "three"));
    assert!(first.contains("made-up"), "{first}");
    let again = bench.run(&["demo", "one"]);
    assert_eq!(again.code, 1);
    assert!(again.err.contains("already exists"), "{}", again.err);
}

#[test]
fn the_sample_year_is_as_untidy_as_a_real_one() {
    let bench = Bench::empty();
    for seed in ["1", "7", "8"] {
        demo(&bench, seed, seed);
        bench.write("pass", "sample diary, not a secret");
        let log = bench.run(&["log", &format!("{seed}/sample.diary"), "--passphrase-file", "pass", "--json"]);
        let log: serde_json::Value = serde_json::from_str(&log.out).unwrap();
        let entries = log["entries"].as_array().unwrap();
        let count =
            |wanted: &dyn Fn(&serde_json::Value) -> bool| entries.iter().filter(|e| wanted(e)).count();
        let sessions = count(&|e| e["kind"] == "session");
        assert!((30..=45).contains(&sessions), "seed {seed}: {sessions} sessions");
        assert_eq!(count(&|e| e["kind"] == "medication_change"), 1);
        assert_eq!(count(&|e| e["kind"] == "visit"), 3, "two behind, one to come");
        assert_eq!(count(&|e| e["kind"] == "goal"), 2);
        assert!(count(&|e| e["entry_mode"] == "late") >= 5);
        assert!(count(&|e| e["entry_mode"] == "backfill") >= 2);
        let styles: std::collections::BTreeSet<&str> = entries
            .iter()
            .filter(|e| e["kind"] == "session")
            .map(|e| e["modality"].as_str().unwrap())
            .collect();
        assert!(styles.len() >= 3, "{styles:?}");
    }
}
