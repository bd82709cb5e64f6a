//! Backup, restore, verify, key and erase as separate processes.

use std::fs;
use std::path::Path;

use super::bench::Bench;
use super::golden::still_says;

fn json(text: &str) -> serde_json::Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn a_backup_goes_into_a_new_place_and_says_the_same() {
    let bench = Bench::with_diary();
    bench.diary(&["check-in"], &["stress=4", "mood=6", "--note", "rain"]);
    let written = json(&bench.diary(&["backup"], &["my.backup", "--json"]));
    assert_eq!(written["bytes"].as_u64().unwrap(), fs::metadata(bench.path("my.backup")).unwrap().len());
    let dry = bench.run(&["restore", "my.backup", "new.diary", "--passphrase-file", "pass", "--dry-run"]);
    assert_eq!(dry.code, 0, "{}", dry.err);
    for said in
        ["made Tue 24 Nov 2026 21:04 UTC", "entries from Tue 24 Nov 2026", "check in", "Nothing was changed"]
    {
        assert!(dry.out.contains(said), "{said}: {}", dry.out);
    }
    assert!(!bench.path("new.diary").exists());
    let done = bench.run(&["restore", "my.backup", "new.diary", "--passphrase-file", "pass", "--json"]);
    let done = json(&done.out);
    assert_eq!((done["restored"].as_bool(), done["counts"]["check_in"].as_u64()), (Some(true), Some(1)));
    let restored = bench.run(&["log", "new.diary", "--passphrase-file", "pass", "--json"]);
    assert_eq!(json(&restored.out), bench.log());
    // The key file of the first opens it too: the records have the same key.
    assert_eq!(bench.run(&["verify", "new.diary", "--key-file", "day.key"]).code, 0);
}

#[test]
fn diaries_of_earlier_versions_survive_backup_and_restore() {
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/golden");
    let bench = Bench::empty();
    bench.write("pass", "golden diary passphrase");
    for version in ["diary-0001", "diary-0002", "diary-0003"] {
        fs::create_dir(bench.path(version)).unwrap();
        for file in ["diary.db", "recovery.age"] {
            fs::copy(golden.join(version).join(file), bench.path(version).join(file)).unwrap();
        }
        let backup =
            bench.run(&["backup", version, &format!("{version}.backup"), "--passphrase-file", "pass"]);
        assert_eq!(backup.code, 0, "{}", backup.err);
        let restored = bench.run(&[
            "restore",
            &format!("{version}.backup"),
            &format!("{version}-new"),
            "--passphrase-file",
            "pass",
        ]);
        assert_eq!(restored.code, 0, "{}", restored.err);
        let log = bench.run(&["log", &format!("{version}-new"), "--passphrase-file", "pass", "--json"]);
        let expected = fs::read_to_string(golden.join(version).join("expected.json")).unwrap();
        still_says(&json(&expected), &json(&log.out), version);
    }
}

#[test]
fn newer_entries_are_kept_by_a_merge_and_given_up_only_by_replace() {
    let bench = Bench::with_diary();
    bench.diary(&["check-in"], &["stress=4", "--at", "2026-11-20T21:00"]);
    bench.diary(&["backup"], &["my.backup"]);
    bench.diary(&["check-in"], &["stress=5", "--at", "2026-11-21T21:00"]);
    let restore = |rest: &[&str]| {
        bench.run(&[&["restore", "my.backup", "my.diary", "--passphrase-file", "pass"], rest].concat())
    };
    let refused = restore(&[]);
    assert_eq!(refused.code, 1);
    assert!(refused.err.contains("1 entries that the backup does not have"), "{}", refused.err);
    assert!(refused.err.contains("--merge") && refused.err.contains("--replace"), "{}", refused.err);
    let merged = restore(&["--merge"]);
    assert_eq!(merged.code, 0, "{}", merged.err);
    assert_eq!(bench.log()["entries"].as_array().unwrap().len(), 2);
    assert_eq!(restore(&["--replace"]).code, 0);
    assert_eq!(bench.log()["entries"].as_array().unwrap().len(), 1);
    // What was given up is still to be read.
    let before = json(&bench.diary(&["log"], &["--snapshot", "--json"]));
    assert_eq!(before["entries"].as_array().unwrap().len(), 2);
    assert_eq!(restore(&["--merge", "--replace"]).code, 2);
}

#[test]
fn what_is_wrong_with_a_backup_is_one_sentence_and_says_what_is_safe() {
    let bench = Bench::with_diary();
    bench.diary(&["backup"], &["my.backup"]);
    bench.write("wrong", "wrong horse");
    let restore = |pass: &str| bench.run(&["restore", "my.backup", "my.diary", "--passphrase-file", pass]);
    let wrong = restore("wrong");
    assert_eq!(wrong.code, 1);
    assert!(
        wrong.err.contains("this passphrase does not open my.backup") && wrong.err.contains("untouched"),
        "{}",
        wrong.err
    );
    let bytes = fs::read(bench.path("my.backup")).unwrap();
    fs::write(bench.path("my.backup"), &bytes[..bytes.len() - 700]).unwrap();
    let cut = restore("pass");
    assert_eq!(cut.code, 2);
    assert!(cut.err.contains("this file is incomplete (1 of 2 parts): its end is missing"), "{}", cut.err);
    bench.write("my.backup", "a letter");
    assert_eq!(restore("pass").code, 2);
    let kept = bench.run(&["backup", "my.diary", "my.backup", "--key-file", "day.key"]);
    assert_eq!(kept.code, 1, "a file that is no backup is not written over");
    assert_eq!(fs::read_to_string(bench.path("my.backup")).unwrap(), "a letter");
}

#[test]
fn a_damaged_diary_is_told_with_its_pages_and_the_snapshot_reads() {
    let bench = Bench::with_diary();
    // An import makes a snapshot before it, and, as the first use of the day, the day's after it.
    let inputs = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/inputs/valid/csv-folder");
    bench.diary(&["import"], &[inputs, "--apply"]);
    let whole = bench.diary(&["verify"], &[]);
    assert!(whole.contains("Snapshot 2026-11-24.db: whole"), "{whole}");
    let entries = bench.log()["entries"].as_array().unwrap().len();
    let database = bench.path("my.diary/diary.db");
    let mut bytes = fs::read(&database).unwrap();
    let last = bytes.len() / 4096;
    bytes[(last - 1) * 4096 + 2000] ^= 1;
    fs::write(&database, &bytes).unwrap();
    let told = bench.run(&["verify", "my.diary", "--key-file", "day.key"]);
    assert_eq!(told.code, 1);
    assert!(told.out.contains(&format!("Damaged pages: {last}.")), "{}", told.out);
    assert!(told.out.contains("The newest whole snapshot is of Tue 24 Nov 2026"), "{}", told.out);
    assert!(told.err.contains("Nothing was deleted"), "{}", told.err);
    let read = json(&bench.diary(&["log"], &["--snapshot", "--json"]));
    assert_eq!(read["entries"].as_array().unwrap().len(), entries);
    let written = bench.run(&["check-in", "my.diary", "--key-file", "day.key", "--snapshot", "stress=4"]);
    assert_eq!(written.code, 1);
    assert!(written.err.contains("can only be read"), "{}", written.err);
    assert_eq!(fs::read(&database).unwrap(), bytes, "nothing is repaired");
    // With the database gone, too.
    fs::write(&database, "").unwrap();
    let read = json(&bench.diary(&["log"], &["--snapshot", "--json"]));
    assert_eq!(read["entries"].as_array().unwrap().len(), entries);
    let by_passphrase = bench.run(&["log", "my.diary", "--passphrase-file", "pass", "--snapshot"]);
    assert_eq!(by_passphrase.code, 0, "{}", by_passphrase.err);
    // The way on: a backup of the snapshot takes the place of the damaged diary, which is kept beside it.
    bench.diary(&["backup"], &["rescue.backup", "--snapshot"]);
    let on = bench.run(&["restore", "rescue.backup", "my.diary", "--replace", "--passphrase-file", "pass"]);
    assert_eq!(on.code, 0, "{}", on.err);
    assert_eq!(bench.log()["entries"].as_array().unwrap().len(), entries);
    assert_eq!(fs::metadata(bench.path("my.diary.former/diary.db")).unwrap().len(), 0);
    assert!(bench.path("my.diary.former/snapshots/2026-11-24.db").exists());
}

#[test]
fn a_snapshot_that_is_damaged_is_told_although_the_diary_is_whole() {
    let bench = Bench::with_diary();
    let inputs = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/inputs/valid/csv-folder");
    bench.diary(&["import"], &[inputs, "--apply"]);
    let snapshot = bench.path("my.diary/snapshots/2026-11-24.db");
    let mut bytes = fs::read(&snapshot).unwrap();
    let half = bytes.len() / 2;
    bytes[half] ^= 1;
    fs::write(&snapshot, bytes).unwrap();
    let told = bench.run(&["verify", "my.diary", "--key-file", "day.key"]);
    assert_eq!(told.code, 1);
    assert!(told.out.contains("Whole:") && told.out.contains("2026-11-24.db: not whole"), "{}", told.out);
}

#[test]
fn the_passphrase_changes_and_words_open_the_diary() {
    let bench = Bench::with_diary();
    bench.diary(&["backup"], &["my.backup"]);
    bench.write("new", "new horse");
    let change = |old: &str, rest: &[&str]| {
        bench.run(&[&["key", "change", "my.diary", "--passphrase-file", old], rest].concat())
    };
    assert_eq!(change("new", &["--new-passphrase-file", "new"]).code, 1, "the old one is needed");
    let changed = change("pass", &["--new-passphrase-file", "new"]);
    assert_eq!(changed.code, 0, "{}", changed.err);
    let check = |pass: &str| bench.run(&["key", "check", "my.diary", "--passphrase-file", pass]).code;
    assert_eq!((check("new"), check("pass")), (0, 1));
    // The key file and the backup are as they were.
    bench.diary(&["log"], &[]);
    let old_backup =
        bench.run(&["restore", "my.backup", "new.diary", "--passphrase-file", "pass", "--dry-run"]);
    assert_eq!(old_backup.code, 0, "{}", old_backup.err);
    let words = change("new", &["--words"]);
    let shown = words.out.lines().find(|line| line.starts_with("    ")).expect("the words").trim();
    assert_eq!(shown.split(' ').count(), 7);
    bench.write("typed", &format!("{}\n", shown.to_uppercase()));
    assert_eq!(check("typed"), 0);
    assert_eq!(change("typed", &[]).code, 2, "no new passphrase, nothing changed");
    assert_eq!(check("typed"), 0);
}

#[test]
fn a_new_diary_shows_its_words_once() {
    let bench = Bench::empty();
    let made = bench.run(&["new", "my.diary", "--words"]);
    assert_eq!(made.code, 0, "{}", made.err);
    let shown = made.out.lines().find(|line| line.starts_with("    ")).expect("the words").trim();
    bench.write("words", shown);
    assert_eq!(bench.run(&["key", "check", "my.diary", "--passphrase-file", "words"]).code, 0);
}

#[test]
fn erasing_asks_for_the_word_and_says_what_stays() {
    let bench = Bench::with_diary();
    bench.diary(&["check-in"], &["stress=4"]);
    bench.diary(&["backup"], &["my.backup"]);
    let asked = bench.run(&["erase", "my.diary"]);
    assert_eq!(asked.code, 2);
    assert!(bench.path("my.diary/recovery.age").exists());
    bench.write("my.diary/letter.txt", "mine");
    let erased = bench.run(&["erase", "my.diary", "--yes-erase"]);
    assert_eq!(erased.code, 0, "{}", erased.err);
    assert!(
        erased.out.contains("letter.txt") && erased.out.contains("saved elsewhere stay"),
        "{}",
        erased.out
    );
    let left: Vec<_> =
        fs::read_dir(bench.path("my.diary")).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert_eq!(left, ["letter.txt"]);
    // The copy elsewhere is one.
    assert_eq!(bench.run(&["restore", "my.backup", "again.diary", "--passphrase-file", "pass"]).code, 0);
    assert_eq!(bench.run(&["erase", "nothing.diary", "--yes-erase"]).code, 1);
}

#[test]
fn one_erased_entry_is_gone_and_a_merge_does_not_bring_it_back() {
    let bench = Bench::with_diary();
    bench.diary(&["check-in"], &["stress=4", "--note", "thunderstorm"]);
    bench.diary(&["check-in"], &["stress=5"]);
    bench.diary(&["backup"], &["my.backup"]);
    let id = bench.log()["entries"][0]["id"].as_str().unwrap().to_owned();
    bench.diary(&["erase"], &["--entry", &id, "--yes-erase"]);
    assert_eq!(bench.log()["entries"].as_array().unwrap().len(), 1);
    let merged = bench.run(&["restore", "my.backup", "my.diary", "--merge", "--passphrase-file", "pass"]);
    assert_eq!(merged.code, 0, "{}", merged.err);
    assert_eq!(bench.log()["entries"].as_array().unwrap().len(), 1);
    let unknown = bench.run(&["erase", "my.diary", "--key-file", "day.key", "--entry", &id, "--yes-erase"]);
    assert_eq!(unknown.code, 2, "{}", unknown.err);
}

#[test]
fn a_diary_in_a_folder_that_is_copied_elsewhere_gets_one_sentence() {
    let bench = Bench::empty();
    bench.write("pass", "correct horse\n");
    fs::create_dir(bench.path("Dropbox")).unwrap();
    let made = bench.run(&["new", "Dropbox/my.diary", "--passphrase-file", "pass"]);
    assert_eq!((made.code, made.err.lines().count()), (0, 1), "{}", made.err);
    assert!(made.err.contains("Dropbox/my.diary seems to be copied elsewhere by Dropbox"), "{}", made.err);
    let verified = bench.run(&["verify", "Dropbox/my.diary", "--passphrase-file", "pass"]);
    assert_eq!((verified.code, verified.err), (0, made.err));
    let elsewhere = bench.run(&["new", "my.diary", "--passphrase-file", "pass"]);
    assert_eq!(elsewhere.err, "");
}
