//! Imports through the command: listed with how they were read, taken back as a whole, and had back.

use super::bench::{Bench, Ran};

const TEA: &str = "FeatureName,Timestamp,Value,Label,Note\nTea,2026-02-01T10:00:00Z,3.0,,\nTea,2026-02-02T10:00:00Z,4.0,,\n\
                   Tea,2026-02-03T10:00:00Z,5.0,,\nTea,2026-02-30T10:00:00Z,5.0,,\n";

fn import(bench: &Bench, rest: &[&str]) -> Ran {
    bench.run(&[&["import", "my.diary", "--key-file", "day.key"][..], rest].concat())
}

fn json(bench: &Bench, rest: &[&str]) -> serde_json::Value {
    let ran = import(bench, &[rest, &["--json"]].concat());
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    serde_json::from_str(&ran.out).unwrap()
}

fn entries(bench: &Bench) -> usize {
    bench.log()["entries"].as_array().unwrap().len()
}

#[test]
fn imports_are_listed_with_their_file_how_it_was_read_and_what_was_not_taken() {
    let bench = Bench::with_diary();
    assert!(import(&bench, &["--list"]).out.contains("Nothing was imported"));
    bench.write("tea.csv", TEA);
    let taken = ["tea.csv", "--map", "Tea=0..20", "--zone", "Europe/Dublin", "--skip-rejected", "--apply"];
    assert_eq!(json(&bench, &taken)["new"], 3);
    let list = json(&bench, &["--list"]);
    let one = &list["imports"][0];
    let sum = std::process::Command::new("sha256sum").arg(bench.path("tea.csv")).output().unwrap();
    let sum = String::from_utf8(sum.stdout).unwrap();
    assert_eq!(one["sha256"].as_str(), sum.split(' ').next());
    assert_eq!((&one["format"], &one["answers"][0]), (&"track_and_graph".into(), &"Tea=0..20".into()));
    assert_eq!((&one["added"], &one["rejected"], &one["undone_at"]), (&3.into(), &1.into(), &().into()));
    let reason = one["rejected_rows"][0].as_str().unwrap();
    assert!(reason.starts_with("tea.csv, line 5, column Timestamp (2)"), "{reason}");
    let shown = import(&bench, &["--list"]).out;
    assert!(shown.contains("Tue 24 Nov 2026 21:04  track and graph: 3 added, 1 not taken\n["), "{shown}");
    assert!(shown.contains("  Not taken: tea.csv, line 5"), "{shown}");
    let map = "format = \"columns\"\ntime = { column = \"When\", format = \"%Y-%m-%d %H:%M\" }\n\
               [[measure]]\ncolumn = \"Stress\"\nid = \"stress\"\n";
    bench.write("map.toml", map);
    bench.write("days.csv", "When,Stress\n2026-11-01 20:00,4\n");
    let later = ["import", "my.diary", "days.csv", "--map", "map.toml", "--zone", "Europe/Dublin", "--apply"];
    let ran = bench.run_at("2026-11-24T22:00:00+00:00", &[&later[..], &["--key-file", "day.key"]].concat());
    assert_eq!(ran.code, 0, "{}", ran.err);
    let list = json(&bench, &["--list"]);
    assert_eq!(
        (&list["imports"][1]["map"], &list["imports"][1]["zone"]),
        (&map.into(), &"Europe/Dublin".into())
    );
    // Nothing of it is in an export for others.
    bench.diary(&["report"], &["--csv", "tables"]);
    let answer = std::process::Command::new("grep")
        .args(["-rlF", "Tea=0..20"])
        .arg(bench.path("tables"))
        .output()
        .unwrap();
    assert!(answer.stdout.is_empty(), "{answer:?}");
}

#[test]
fn an_import_is_taken_back_as_a_whole_and_can_be_had_back() {
    let bench = Bench::with_diary();
    bench.diary(&["check-in"], &["stress=4"]);
    bench.write("tea.csv", TEA);
    json(&bench, &["tea.csv", "--skip-rejected", "--apply"]);
    assert_eq!(entries(&bench), 4);
    let undone = import(&bench, &["--undo", "last"]);
    assert_eq!(undone.code, 0, "{}", undone.err);
    assert!(undone.out.starts_with("Removed 3 entries of this import."), "{}", undone.out);
    assert!(undone.out.contains("For 30 days"), "{}", undone.out);
    assert_eq!(entries(&bench), 1);
    let id = json(&bench, &["--list"])["imports"][0]["id"].as_str().unwrap().to_owned();
    for (which, words) in [
        ("last", "there is no import last that could be taken back. `tidemark import --list`"),
        ("abcd", "there is no import abcd"),
        (&*id, "this import was undone before"),
    ] {
        let ran = import(&bench, &["--undo", which]);
        assert!(ran.code > 0 && ran.err.contains(words), "{}", ran.err);
    }
    let shown = import(&bench, &["tea.csv", "--skip-rejected"]).out;
    assert!(shown.contains("--restore-deleted brings them back"), "{shown}");
    let counts = json(&bench, &["tea.csv", "--skip-rejected", "--restore-deleted"]);
    assert_eq!((&counts["deleted"], &counts["restored"]), (&0.into(), &3.into()));
    assert_eq!(entries(&bench), 1, "a dry run changes nothing");
    json(&bench, &["tea.csv", "--skip-rejected", "--restore-deleted", "--apply"]);
    assert_eq!(entries(&bench), 4);
    let undone = json(&bench, &["--undo", "last"]);
    assert_eq!((&undone["removed"], &undone["measures_archived"]), (&3.into(), &1.into()));
    assert_eq!(entries(&bench), 1);
    bench.diary(&["verify"], &[]);
}

#[test]
fn an_edited_entry_stops_it_until_the_person_says_to_keep_it() {
    let bench = Bench::with_diary();
    bench.write("tea.csv", TEA);
    json(&bench, &["tea.csv", "--skip-rejected", "--apply"]);
    let id = bench.log()["entries"][1]["id"].as_str().unwrap().to_owned();
    bench.diary(&["entry", "edit"], &[&id, "note=green tea"]);
    let refused = import(&bench, &["--undo", "last"]);
    assert_eq!(refused.code, 1);
    assert_eq!(
        refused.err,
        "tidemark: 1 of the entries of this import were edited or added to since. Nothing was removed; --keep-edited \
         keeps these and removes the rest.\n"
    );
    assert_eq!(entries(&bench), 3);
    let undone = import(&bench, &["--undo", "last", "--keep-edited"]);
    assert!(
        undone.out.contains("Removed 2 entries of this import.\nKept, as edited or added to since: 1 entry."),
        "{}",
        undone.out
    );
    let left = bench.log();
    assert_eq!(left["entries"][0]["id"].as_str(), Some(&*id));
    for wrong in [&["--keep-edited"][..], &["--list", "--undo", "last"], &["tea.csv", "--list"], &[]] {
        assert_eq!(import(&bench, wrong).code, 2, "{wrong:?}");
    }
}
