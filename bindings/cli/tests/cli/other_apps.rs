//! Exports of other apps through the command: shown first, taken once, asked about where they cannot be placed.

use std::fs;
use std::path::PathBuf;

use super::bench::{Bench, Ran};

fn inputs(folder: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/inputs").join(folder)
}

fn exports(folder: &str) -> Vec<PathBuf> {
    let all = fs::read_dir(inputs(folder)).unwrap().map(|entry| entry.unwrap().path());
    let mut exports: Vec<PathBuf> = all
        .filter(|path| path.extension().is_some_and(|ending| ending == "csv" || ending == "zip"))
        .collect();
    exports.sort();
    exports
}

fn import(bench: &Bench, rest: &[&str]) -> Ran {
    bench.run(&[&["import", "my.diary", "--key-file", "day.key"][..], rest].concat())
}

fn answer(ran: &Ran) -> serde_json::Value {
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    serde_json::from_str(&ran.out).unwrap()
}

#[test]
fn every_export_is_shown_then_taken_and_taken_only_once() {
    let files = exports("valid/apps");
    assert!(files.len() >= 9);
    let bench = Bench::with_diary();
    let mut entries = 0;
    for file in &files {
        let lines = fs::read_to_string(file.with_extension("answers.txt")).unwrap();
        let expected = fs::read_to_string(file.with_extension("expected.json")).unwrap();
        let expected: serde_json::Value = serde_json::from_str(&expected).unwrap();
        let practices = expected["practices"].as_object().unwrap().values().map(|n| n.as_u64().unwrap());
        let records = expected["check_ins"].as_u64().unwrap() + practices.sum::<u64>();
        let mut said = vec![file.to_str().unwrap(), "--zone", "Europe/Amsterdam", "--json"];
        lines.lines().for_each(|line| said.extend(["--map", line]));
        let dry = answer(&import(&bench, &said));
        assert_eq!(
            dry["new"].as_u64().unwrap() + dry["same"].as_u64().unwrap(),
            records,
            "{}",
            file.display()
        );
        assert_eq!(
            bench.log()["entries"].as_array().unwrap().len() as u64,
            entries,
            "a dry run changes nothing"
        );
        let applied = answer(&import(&bench, &[&said[..], &["--apply"]].concat()));
        assert_eq!((&applied["new"], &applied["format"]), (&dry["new"], &expected["app"]));
        entries += applied["new"].as_u64().unwrap();
        let again = answer(&import(&bench, &[&said[..], &["--apply"]].concat()));
        assert_eq!(
            (again["new"].as_u64(), again["same"].as_u64()),
            (Some(0), Some(records)),
            "{}",
            file.display()
        );
    }
    assert_eq!(bench.log()["entries"].as_array().unwrap().len() as u64, entries);
    bench.diary(&["verify"], &[]);
}

#[test]
fn what_the_person_deleted_is_counted_and_stays_deleted() {
    let bench = Bench::with_diary();
    bench.write("tg.csv", "FeatureName,Timestamp,Value,Label,Note\nTea,2026-02-01T10:00:00Z,3.0,,\nTea,2026-02-02T10:00:00Z,4.0,,\n");
    answer(&import(&bench, &["tg.csv", "--apply", "--json"]));
    let id = bench.log()["entries"][0]["id"].as_str().unwrap().to_owned();
    bench.diary(&["entry", "remove"], &[&id]);
    let again = answer(&import(&bench, &["tg.csv", "--apply", "--json"]));
    assert_eq!(
        (again["new"].as_u64(), again["same"].as_u64(), again["deleted"].as_u64()),
        (Some(0), Some(1), Some(1))
    );
    assert_eq!(bench.log()["entries"].as_array().unwrap().len(), 1);
}

#[test]
fn a_word_that_cannot_be_placed_is_asked_with_the_option_to_give() {
    let bench = Bench::with_diary();
    let rows = "full_date,date,weekday,time,mood,activities,note\n2026-02-27,,,9:30 pm,rad,,\n\
                2026-02-28,,,9:30 pm,so \"\"\"\"so,,\n2026-03-01,,,9:30 pm,fluffy,,\n2026-03-02,,,9:30 pm,fluffy,,\n";
    bench.write("daylio.csv", rows);
    let asked = import(&bench, &["daylio.csv", "--apply"]);
    assert_eq!(asked.code, 2);
    assert!(
        asked
            .err
            .starts_with("tidemark: 3 rows cannot be taken; the first: daylio.csv, line 3, column mood (5)"),
        "{}",
        asked.err
    );
    assert!(asked.err.contains("Nothing was imported") && !asked.err.contains("fluffy"), "{}", asked.err);
    assert_eq!(bench.log()["entries"].as_array().unwrap().len(), 0);
    let shown = import(&bench, &["daylio.csv"]);
    assert_eq!(shown.code, 2);
    let words = shown.out.split_whitespace().collect::<Vec<_>>().join(" ");
    for text in [
        "fluffy 2 ?",
        "Add --map \"fluffy=...\" with a number from 1, the lowest mood, to 5, the highest, or skip.",
        "Add --map 'so \"\"\"\"so=...' with a number from 1",
        "rad 1 daylio_mood 5",
        "Times that name no zone are taken as those of Europe/Dublin; --zone names another.",
        "Nothing was changed. Add --apply to take the new entries.",
    ] {
        assert!(words.contains(text), "no {text:?} in:\n{}", shown.out);
    }
    assert!(shown.out.lines().all(|line| line.chars().count() <= 80), "{}", shown.out);
    let some =
        answer(&import(&bench, &["daylio.csv", "--map", "fluffy=2", "--skip-rejected", "--apply", "--json"]));
    assert_eq!((some["new"].as_u64(), some["rejected"].as_u64()), (Some(3), Some(1)));
    let rest = ["daylio.csv", "--map", "fluffy=2", "--map", "so \"\"\"\"so=3", "--map", "glad=4", "--apply"];
    let rest = import(&bench, &rest);
    assert_eq!(rest.code, 0, "{}", rest.err);
    assert!(rest.out.contains("Note: the file has nothing called glad."), "{}", rest.out);
    assert_eq!(bench.log()["entries"].as_array().unwrap().len(), 4);
}

#[test]
fn files_that_cannot_be_read_get_one_sentence_and_leave_nothing() {
    let bench = Bench::with_diary();
    for file in exports("invalid/apps") {
        let name = file.file_name().unwrap().to_str().unwrap().to_owned();
        let expected = fs::read_to_string(format!("{}.expected.txt", file.display())).unwrap();
        let expected = expected.trim_end();
        let ran = import(&bench, &[file.to_str().unwrap(), "--apply"]);
        assert!(!ran.err.contains("panicked"), "{name}: {}", ran.err);
        if expected.ends_with("no choices") {
            assert_eq!(ran.code, 0, "{name}: {}", ran.err);
        } else {
            assert_eq!(ran.code, 2, "{name}: {}", ran.err);
            let sentence = match expected.split_once(": ") {
                _ if expected == "no app known here" => "has no format this program can tell",
                Some((rows, sentence)) if rows.ends_with("row") || rows.ends_with("rows") => sentence,
                _ => expected,
            };
            assert!(ran.err.contains(sentence), "{name}: {}", ran.err);
            assert!(ran.err.contains("Nothing was imported"), "{name}: {}", ran.err);
        }
        assert_eq!(bench.log()["entries"].as_array().unwrap().len(), 0, "{name} left something");
    }
    for (rest, words) in [
        (&["gone.csv"][..], "Check the path"),
        (&["gone.csv", "--map", "fluffy"], "Check the path"),
        (&["gone.csv", "--map", "fluffy=very"], "Check the path"),
        (&["gone.csv", "--map", "fluffy=a b"], "--map takes NAME=ANSWER"),
        (&["gone.csv", "--format", "loops"], "possible values"),
    ] {
        let ran = import(&bench, rest);
        assert!(ran.code != 0 && ran.err.contains(words), "{rest:?}: {}", ran.err);
    }
    bench.write("map.toml", "format = \"columns\"\n");
    let ran = import(&bench, &["map.toml", "--format", "daylio", "--map", "map.toml"]);
    assert!(ran.code == 2 && ran.err.contains("a column map goes with --format columns"), "{}", ran.err);
    let ran = import(&bench, &["map.toml", "--format", "daylio"]);
    assert!(ran.code == 2 && ran.err.contains("map.toml has no column \"full_date\""), "{}", ran.err);
    let ran = import(&bench, &["map.toml", "--format", "loop"]);
    assert!(ran.code == 2 && ran.err.contains("no export of Loop Habit Tracker"), "{}", ran.err);
}
