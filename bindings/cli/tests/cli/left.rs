//! What left the diary, and which backups were made, as a person reads it.

use super::bench::Bench;

#[test]
fn what_left_is_listed_with_its_sections_and_digest() {
    let bench = Bench::with_diary();
    assert!(bench.diary(&["share-log", "list"], &[]).contains("Nothing left"));
    bench.diary(&["check-in"], &["stress=4"]);
    bench.diary(&["report"], &["--pdf", "page.pdf", "--csv", "tables", "--include", "notes"]);
    let list = bench.diary(&["share-log", "list"], &[]);
    assert!(list.contains("Tue 24 Nov 2026 21:04  report pdf, "), "{list}");
    assert!(list.contains("tables csv, ") && list.contains("notes"), "{list}");
    let json: serde_json::Value =
        serde_json::from_str(&bench.diary(&["share-log", "list"], &["--json"])).unwrap();
    let entries = json["entries"].as_array().unwrap();
    assert_eq!(entries.len(), 2);
    // The digest is the one that `sha256sum` gives.
    let sum = std::process::Command::new("sha256sum").arg(bench.path("page.pdf")).output().unwrap();
    let sum = String::from_utf8(sum.stdout).unwrap();
    let pdf = entries.iter().find(|entry| entry["what"] == "report_pdf").unwrap();
    assert_eq!(sum.split(' ').next(), pdf["sha256"].as_str());
    // It is not part of the log of entries, and an undo takes back the entry.
    assert_eq!(bench.log()["entries"].as_array().unwrap().len(), 1);
    assert!(bench.diary(&["undo"], &[]).contains("check-in"));
    let id = pdf["id"].as_str().unwrap();
    bench.diary(&["share-log", "edit"], &[id, "to=Dr A"]);
    assert!(bench.diary(&["share-log", "list"], &[]).contains("report pdf for Dr A"));
    bench.diary(&["share-log", "remove"], &[id]);
    assert!(!bench.diary(&["share-log", "list"], &[]).contains("report pdf"));
    let by_hand =
        bench.run(&["share-log", "edit", "my.diary", "last", "what=backup", "--key-file", "day.key"]);
    assert!(by_hand.code == 2 && by_hand.err.contains("a field is one of to"), "{}", by_hand.err);
}

#[test]
fn backups_are_listed_with_their_age_and_a_restore_over_the_diary_is_not_refused_for_them() {
    let bench = Bench::with_diary();
    bench.diary(&["check-in"], &["stress=4"]);
    assert!(bench.diary(&["backup"], &["--list"]).contains("No backup was made yet"));
    bench.diary(&["backup"], &["my.backup", "--place", "the drawer"]);
    let list = bench.diary(&["backup"], &["--list"]);
    assert!(list.contains("within the last day") && list.contains("read back, the drawer"), "{list}");
    let later =
        bench.run_at("2026-11-28T21:03:00+00:00", &["backup", "my.diary", "--list", "--key-file", "day.key"]);
    assert!(later.out.contains("3 days ago"), "{}", later.out);
    let json: serde_json::Value =
        serde_json::from_str(&bench.diary(&["backup"], &["--list", "--json"])).unwrap();
    let size = std::fs::metadata(bench.path("my.backup")).unwrap().len();
    assert_eq!(json["backups"][0]["size_bytes"].as_u64(), Some(size));
    assert_eq!(json["backups"][0]["verified"], true);
    for rest in [&[][..], &["other.backup", "--list"], &["other.backup", "--place", ""]] {
        let ran = bench.run(&[&["backup", "my.diary", "--key-file", "day.key"], rest].concat());
        assert_eq!(ran.code, 2, "{rest:?}: {}", ran.err);
    }
    assert!(!bench.path("other.backup").exists());
    let restored = bench.run(&["restore", "my.backup", "my.diary", "--passphrase-file", "pass"]);
    assert_eq!(restored.code, 0, "{}", restored.err);
    // What is in the backup was there before it was noted.
    assert!(bench.diary(&["backup"], &["--list"]).contains("No backup was made yet"));
}
