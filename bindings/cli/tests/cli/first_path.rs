//! A diary goes in, a clinician's page comes out.

use std::fs;

use super::bench::Bench;

#[test]
fn what_is_written_down_is_in_the_log_with_its_day() {
    let bench = Bench::with_diary();
    bench.diary(&["check-in"], &["stress=4", "mood=skip", "sleep_duration=7h30", "--note", "rain"]);
    bench.diary(&["check-in"], &["stress=6", "--at", "2026-11-24T02:30"]);
    let log = bench.log();
    let entries = log["entries"].as_array().unwrap();
    // 02:30 is before the end of the day at 04:00, so it belongs to the 23rd and comes first.
    assert_eq!(entries[0]["logical_date"], "2026-11-23");
    assert_eq!(entries[0]["rated_at"], "2026-11-24T02:30:00+00:00");
    assert_eq!(entries[1]["logical_date"], "2026-11-24");
    assert_eq!(entries[1]["entry_mode"], "live");
    assert_eq!(entries[1]["note"], "rain");
    assert_eq!(entries[1]["values"][0]["value"], 4.0);
    assert_eq!(entries[1]["values"][1]["status"], "skipped");
    assert!(entries[1]["values"][1]["value"].is_null());
    assert_eq!(entries[1]["values"][2]["value"], 7.5);
    assert_eq!(entries[1]["values"][2]["frame"], "last_night");
}

#[test]
fn a_session_keeps_its_ratings_and_windows() {
    let bench = Bench::with_diary();
    let held = [
        "--modality",
        "swedish",
        "--minutes",
        "60",
        "--pressure",
        "2",
        "--focus",
        "neck,shoulders",
        "--at",
        "2026-11-23T17:00",
        "--before",
        "stress=7,pain=5",
        "--after",
        "stress=3,pain=3",
        "--after-at",
        "2026-11-23T21:30",
    ];
    let said = bench.diary(&["session", "add"], &held);
    assert!(said.contains("outside their time window"), "{said}");
    let overlapping =
        bench.run(&[&["session", "add", "my.diary", "--key-file", "day.key"][..], &held].concat());
    assert_eq!(overlapping.code, 1, "{}", overlapping.err);
    bench.diary(
        &["session", "rate"],
        &["last", "--phase", "follow_up", "stress=4", "--at", "2026-11-24T08:30"],
    );
    let log = bench.log();
    let session = &log["entries"][0];
    assert_eq!(session["ended_at"], "2026-11-23T18:00:00+00:00");
    assert_eq!(session["areas"][1], "focus:shoulder:both");
    let windows: Vec<(&str, bool)> = session["ratings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|rating| (rating["phase"].as_str().unwrap(), rating["in_window"].as_bool().unwrap()))
        .collect();
    // The after-ratings came 210 minutes after the end; the window closes at 180.
    assert_eq!(windows, [("before", true), ("after", false), ("follow_up", true)]);
}

#[test]
fn a_real_file_comes_in_whole_and_only_once_and_a_page_comes_out() {
    let bench = Bench::with_diary();
    let inputs = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/inputs/valid");
    let (file, map) =
        (format!("{inputs}/columns/long/diary.csv"), format!("{inputs}/columns/long/diary.map.toml"));
    let dry: serde_json::Value =
        serde_json::from_str(&bench.diary(&["import"], &[&file, "--map", &map, "--json"])).unwrap();
    assert_eq!((dry["applied"].as_bool(), dry["rejected"].as_u64()), (Some(false), Some(0)));
    assert_eq!(bench.log()["entries"].as_array().unwrap().len(), 0, "a dry run changes nothing");
    let applied: serde_json::Value =
        serde_json::from_str(&bench.diary(&["import"], &[&file, "--map", &map, "--apply", "--json"]))
            .unwrap();
    assert_eq!(applied["new"], dry["new"]);
    let again: serde_json::Value =
        serde_json::from_str(&bench.diary(&["import"], &[&file, "--map", &map, "--apply", "--json"]))
            .unwrap();
    assert_eq!((again["new"].as_u64(), &again["same"]), (Some(0), &dry["new"]));
    assert_eq!(bench.log()["entries"].as_array().unwrap().len() as u64, dry["new"].as_u64().unwrap());

    let trends: serde_json::Value = serde_json::from_str(&bench.diary(&["trends"], &["--json"])).unwrap();
    assert_eq!(trends["trends"].as_array().unwrap().len(), dry["new_measures"].as_array().unwrap().len());
    bench.diary(
        &["report"],
        &["--pdf", "page.pdf", "--csv", "tables", "--from", "2015-01-01", "--to", "2027-12-31"],
    );
    assert!(fs::read(bench.path("page.pdf")).unwrap().starts_with(b"%PDF-1.7"));

    // The tables fill an empty diary with the same entries.
    bench.run(&["new", "other.diary", "--passphrase-file", "pass", "--key-file", "other.key"]);
    let back =
        bench.run(&["import", "other.diary", "tables", "--key-file", "other.key", "--apply", "--json"]);
    let back: serde_json::Value = serde_json::from_str(&back.out).unwrap();
    assert_eq!(back["new"], dry["new"]);
}

#[test]
fn the_same_diary_and_day_give_the_same_page() {
    let bench = Bench::with_diary();
    for day in 1..=20 {
        let at = format!("2026-11-{day:02}T21:00");
        bench.diary(&["check-in"], &["stress=4", "mood=6", "--at", &at]);
    }
    for page in ["one.pdf", "two.pdf"] {
        bench.diary(&["report"], &["--pdf", page, "--made-on", "2026-11-24"]);
    }
    assert_eq!(fs::read(bench.path("one.pdf")).unwrap(), fs::read(bench.path("two.pdf")).unwrap());
}

#[test]
fn one_call_writes_the_page_the_document_and_the_tables() {
    let bench = Bench::with_diary();
    for day in 1..=20 {
        let at = format!("2026-11-{day:02}T21:00");
        bench.diary(&["check-in"], &["stress=4", "mood=6", "--at", &at]);
    }
    let outputs =
        ["--pdf", "page.pdf", "--fhir", "report.json", "--csv", "tables", "--made-on", "2026-11-24"];
    let said = bench.diary(&["report"], &outputs);
    // Composition, Patient, Device, Provenance, and two values on each of 20 days.
    assert!(said.contains("report.json (44 resources, "), "{said}");
    let first = fs::read(bench.path("report.json")).unwrap();
    let document: serde_json::Value = serde_json::from_slice(&first).unwrap();
    assert_eq!((&document["resourceType"], &document["type"]), (&"Bundle".into(), &"document".into()));
    assert_eq!(document["entry"].as_array().unwrap().len(), 44);
    // Written again it takes the former one's place, byte by byte the same; another name makes another document.
    bench.diary(&["report"], &outputs);
    assert_eq!(fs::read(bench.path("report.json")).unwrap(), first);
    bench.diary(&["report"], &["--fhir", "report.json", "--made-on", "2026-11-24", "--name", "Robin"]);
    let named = fs::read_to_string(bench.path("report.json")).unwrap();
    assert!(named.contains("\"name\":[{\"text\":\"Robin\"}]"));
    let temporary =
        |name: &str| fs::read_dir(bench.path(".")).unwrap().flatten().any(|f| f.file_name() == name);
    assert!(!temporary("report.json.new"));
}

#[test]
fn the_passphrase_opens_what_the_key_file_opens() {
    let bench = Bench::with_diary();
    bench.diary(&["check-in"], &["stress=4"]);
    let by_key = bench.diary(&["log"], &["--json"]);
    let by_passphrase = bench.run(&["log", "my.diary", "--passphrase-file", "pass", "--json"]);
    assert_eq!((by_passphrase.code, by_passphrase.out), (0, by_key));
    let saved = bench.run(&["key", "save", "my.diary", "second.key", "--passphrase-file", "pass"]);
    assert_eq!(saved.code, 0, "{}", saved.err);
    assert_eq!(fs::read(bench.path("day.key")).unwrap(), fs::read(bench.path("second.key")).unwrap());
}
