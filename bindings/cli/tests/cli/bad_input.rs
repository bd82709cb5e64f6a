//! Bad input gets one clear sentence and the right exit code; nothing is written and nothing is lost.

use std::fs;

use super::bench::{Bench, Ran};

fn one_sentence(ran: &Ran, code: i32, words: &[&str]) {
    assert_eq!(ran.code, code, "out: {} err: {}", ran.out, ran.err);
    assert!(!ran.err.contains("panicked"), "{}", ran.err);
    for word in words {
        assert!(ran.err.contains(word), "no {word:?} in: {}", ran.err);
    }
}

#[test]
fn entries_that_cannot_be_are_refused_and_leave_no_trace() {
    let bench = Bench::with_diary();
    bench.diary(&["check-in"], &["stress=4"]);
    let before = bench.log();
    let held = ["session", "add", "my.diary", "--key-file", "day.key", "--modality", "swedish"];
    let rate = ["check-in", "my.diary", "--key-file", "day.key"];
    for (command, rest, words) in [
        (&rate[..], &["stress=11"][..], &["stress takes 0 to 10", "Nothing was saved"][..]),
        (&rate, &["stress=4.5"], &["in steps of 1"]),
        (&rate, &["stress=NaN"], &["not a number"]),
        (&rate, &["stress=inf"], &["not a number"]),
        (&rate, &["stress=4", "stress=5"], &["twice"]),
        (&rate, &["happiness=4"], &["no measure happiness", "stress"]),
        (&rate, &[], &["at least one rating, skip or note"]),
        (&rate, &["stress=4", "--at", "2026-02-30T10:00"], &["--at", "exists"]),
        (&rate, &["stress=4", "--at", "2026-03-29T01:30"], &["skipped this time"]),
        (&rate, &["stress=4", "--at", "2026-10-25T01:30"], &["twice that night"]),
        (&rate, &["stress=4", "--day", "2026-13-01"], &["--day"]),
        (&held, &["--at", "2026-11-24T10:00", "--end", "2026-11-24T09:00"], &["ends after it starts"]),
        (&held, &["--at", "2026-11-24T10:00", "--end", "2026-11-24T18:00"], &["minutes"]),
        (&held, &["--minutes", "300"], &["5 to 240"]),
        (&held, &["--minutes", "60", "--pressure", "6"], &["1 (feather-light) to 5 (deep)"]),
        (&held, &["--minutes", "60", "--focus", "soul"], &["region is one of"]),
        (&held, &["--minutes", "60", "--before", "stress=12"], &["stress takes 0 to 10"]),
        (&held, &[], &["--minutes or --end"]),
    ] {
        one_sentence(&bench.run(&[command, rest].concat()), 2, words);
    }
    assert_eq!(bench.log(), before);
}

#[test]
fn diaries_that_cannot_be_opened_are_named_and_left_alone() {
    let bench = Bench::with_diary();
    bench.diary(&["check-in"], &["stress=4"]);
    bench.write("wrong", "wrong horse");
    let open = |rest: &[&str]| bench.run(&[&["log"][..], rest].concat());
    one_sentence(
        &open(&["no.diary", "--key-file", "day.key"]),
        1,
        &["there is no diary at no.diary", "tidemark new"],
    );
    one_sentence(
        &open(&["my.diary", "--passphrase-file", "wrong"]),
        1,
        &["does not open", "records are untouched"],
    );
    one_sentence(&open(&["my.diary"]), 2, &["needs its passphrase"]);
    one_sentence(&open(&["my.diary", "--key-file", "pass"]), 1, &["pass"]);
    one_sentence(&bench.run(&["new", "my.diary", "--passphrase-file", "pass"]), 1, &["already exists"]);

    one_sentence(
        &bench.run(&["new", "nowhere/a.diary", "--passphrase-file", "pass"]),
        1,
        &["nowhere could not be written"],
    );
    assert!(!bench.path("nowhere").exists());

    let database = bench.path("my.diary").join("diary.db");
    let whole = fs::read(&database).unwrap();
    let mut flipped = whole.clone();
    flipped[whole.len() / 2] ^= 0x40;
    let mut first_page = whole.clone();
    first_page[100] ^= 0x40;
    for (bytes, words) in [
        (vec![], &["empty (0 bytes)", "Nothing was deleted"][..]),
        (whole[..whole.len() - 1000].to_vec(), &["end is missing"]),
        (first_page, &["either the key or the file does not match"]),
        (b"hello".to_vec(), &["shorter than one page"]),
    ] {
        fs::write(&database, &bytes).unwrap();
        one_sentence(&open(&["my.diary", "--key-file", "day.key"]), 1, words);
        assert_eq!(fs::read(&database).unwrap(), bytes, "a damaged file was touched");
    }
    fs::write(&database, &flipped).unwrap();
    let verified = bench.run(&["verify", "my.diary", "--key-file", "day.key"]);
    one_sentence(&verified, 1, &["cannot be read", "Nothing was deleted"]);
    assert_eq!(fs::read(&database).unwrap(), flipped, "a damaged file was touched");
    fs::write(&database, &whole).unwrap();
    one_sentence(&open(&["my.diary", "--key-file", "day.key"]), 0, &[]);
}

#[test]
fn files_that_cannot_be_imported_are_refused_whole() {
    let bench = Bench::with_diary();
    let map = "format = \"columns\"\ndelimiter = \",\"\ndate = { column = \"Day\", format = \"%Y-%m-%d\" }\n\
               [[measure]]\ncolumn = \"stress\"\nid = \"stress\"\n";
    bench.write("map.toml", map);
    let import = |text: &str| {
        bench.write("days.csv", text);
        let file = ["days.csv", "--map", "map.toml", "--apply"];
        bench.run(&[&["import", "my.diary", "--key-file", "day.key"][..], &file].concat())
    };
    for (text, words) in [
        ("", &["days.csv is empty"][..]),
        ("Day,stress\n2026-11-01,4\n2026-11-02,\"3\n", &["days.csv", "line 3", "cut"]),
        ("Day,stress\n2026-11-01,4\n2026-11-02", &["days.csv", "line 3", "cut"]),
        (
            "Day,stress\n2026-11-01,4\n2026-11-02,11\n",
            &["days.csv, line 3, column stress (2)", "stress takes 0 to 10"],
        ),
        ("Day,stress\n2026-11-01,NaN\n", &["line 2, column stress (2)", "not a number"]),
        ("Day,stress\n2026-02-30,4\n", &["line 2, column Day (1)", "not a date"]),
        ("Date,stress\n2026-11-01,4\n", &["no column \"Day\"", "Date"]),
        ("Day,stress\n2026-11-01,4\0\n", &["NUL"]),
    ] {
        one_sentence(&import(text), 2, words);
        assert_eq!(bench.log()["entries"].as_array().unwrap().len(), 0, "{text:?} left something");
    }
    bench.write("days.csv", "Day,stress\n2026-11-01,4\n");
    let unmapped = bench.run(&["import", "my.diary", "days.csv", "--key-file", "day.key"]);
    one_sentence(&unmapped, 2, &["days.csv has no format", "--map"]);
    one_sentence(&import("Day,stress\n2026-11-01,4\n2026-11-02,\n"), 0, &[]);
    assert_eq!(bench.log()["entries"].as_array().unwrap().len(), 1);
}

#[test]
fn outputs_that_cannot_be_written_leave_nothing_behind() {
    let bench = Bench::with_diary();
    bench.diary(&["check-in"], &["stress=4"]);
    let report =
        |rest: &[&str]| bench.run(&[&["report", "my.diary", "--key-file", "day.key"][..], rest].concat());
    one_sentence(
        &report(&["--pdf", "nowhere/page.pdf"]),
        1,
        &["nowhere/page.pdf", "no partial file is left"],
    );
    let said = report(&["--pdf", "nowhere/page.pdf"]).err;
    assert!(!said.contains(".new"), "a temporary name is nothing to a person: {said}");
    assert!(!bench.path("nowhere").exists());
    one_sentence(&report(&[]), 2, &["--pdf FILE", "--fhir FILE"]);
    let nowhere = report(&["--fhir", "nowhere/report.json"]);
    one_sentence(&nowhere, 1, &["nowhere/report.json", "no partial file is left"]);
    // A document takes the place of a former one, and of nothing else.
    bench.write("mine.json", "{\"resourceType\":\"Bundle\"}");
    one_sentence(&report(&["--fhir", "mine.json"]), 1, &["mine.json", "is there already"]);
    assert_eq!(fs::read_to_string(bench.path("mine.json")).unwrap(), "{\"resourceType\":\"Bundle\"}");
    fs::create_dir(bench.path("folder.json")).unwrap();
    one_sentence(&report(&["--fhir", "folder.json"]), 1, &["folder.json"]);
    fs::create_dir(bench.path("full")).unwrap();
    bench.write("full/mine.txt", "mine");
    one_sentence(&report(&["--csv", "full"]), 1, &["full"]);
    assert_eq!(fs::read_to_string(bench.path("full/mine.txt")).unwrap(), "mine");
    assert_eq!(fs::read_dir(bench.path("full")).unwrap().count(), 1);
}

#[test]
fn a_table_for_stats_is_refused_with_line_and_column() {
    let bench = Bench::empty();
    bench.write("pairs.csv", "before,after\n5,3\n4,NaN\n");
    one_sentence(&bench.run(&["stats", "paired-mean", "pairs.csv"]), 2, &["line 3", "column 2"]);
    one_sentence(&bench.run(&["stats", "no-such-method"]), 2, &["no-such-method"]);
}
