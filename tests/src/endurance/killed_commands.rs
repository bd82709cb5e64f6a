//! The `tidemark` command killed before each call that changes a file: the old or the new is whole, and a retry works.
//!
//! `strace` counts the calls and delivers the kill, so no moment is left to chance. The short form takes some of the
//! moments and does without where `strace` or the command is missing; the long form takes every one but some of the page
//! writes.

use std::fs;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tidemark::exchange::csv::CsvOptions;
use tidemark::model::Moment;
use tidemark::{Diary, Passphrase};
use tidemark_tests::room::{PASSPHRASE, Room, files, open, shell};
use tidemark_tests::script::{Ids, Said, expected, perform, said};

use super::is_long;

/// Calls that change files or their names; those a machine does not have are left out by `?`.
const CALLS: &[&str] = &[
    "openat",
    "write",
    "pwrite64",
    "ftruncate",
    "fsync",
    "fdatasync",
    "copy_file_range",
    "fchmod",
    "chmod",
    "mkdir",
    "mkdirat",
    "rename",
    "renameat",
    "renameat2",
    "unlink",
    "unlinkat",
    "rmdir",
    "link",
    "linkat",
];

/// A command and what must hold when it was killed.
struct Killed {
    name: &'static str,
    words: &'static [&'static str],
    /// Fills the folder that the command is run in.
    before: fn(&Path),
    /// Looks at what a killed command left.
    after: fn(&Path, &str),
    /// Most moments in the short form.
    short: usize,
}

/// The command beside this test's own folder, when it was built.
fn tidemark() -> Option<PathBuf> {
    let own = std::env::current_exe().ok()?;
    let command = own.parent()?.parent()?.join("tidemark");
    command.is_file().then_some(command)
}

fn strace(folder: &Path, options: &[&str], words: &[&str]) -> Output {
    Command::new("strace")
        .args(["-f", "-qq"])
        .args(options)
        .arg("--")
        .arg(tidemark().unwrap())
        .args(["--now", "2026-11-24T21:04:00+00:00"])
        .args(words)
        .current_dir(folder)
        .env("TZ", "Europe/Dublin")
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

/// Runs the command to its end.
fn run(folder: &Path, words: &[&str]) -> Output {
    let now = ["--now", "2026-11-24T21:04:00+00:00"];
    let mut command = Command::new(tidemark().unwrap());
    command.args(now).args(words).current_dir(folder).env("TZ", "Europe/Dublin").stdin(Stdio::null());
    command.output().unwrap()
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap().path();
        let target = to.join(entry.file_name().unwrap());
        if entry.is_dir() {
            copy(&entry, &target);
        } else {
            fs::copy(&entry, &target).unwrap();
        }
    }
}

/// The calls the command makes when nothing stops it, each with its number among its kind; files that are only read are
/// left out.
fn moments(template: &Path, words: &[&str]) -> Vec<(&'static str, usize)> {
    let room = tempfile::tempdir().unwrap();
    copy(template, room.path());
    let log = room.path().join("calls");
    let asked = CALLS.iter().map(|call| format!("?{call}")).collect::<Vec<_>>().join(",");
    let ran = strace(room.path(), &["-o", log.to_str().unwrap(), "-e", &format!("trace={asked}")], words);
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    let log = fs::read_to_string(&log).unwrap();
    let mut found = Vec::new();
    for call in CALLS {
        let made = log.lines().filter(|line| line.contains(&format!(" {call}(")));
        let numbered = made.zip(1_usize..).filter(|(line, _)| *call != "openat" || line.contains("O_CREAT"));
        found.extend(numbered.map(|(_, number)| (*call, number)));
    }
    found
}

/// Writes of pages are many and alike: the long form takes this many of them, and every other call.
const PAGE_WRITES: usize = 50;

/// Which of the moments this form takes.
fn chosen(all: &[(&'static str, usize)], short: usize) -> Vec<(&'static str, usize)> {
    if !is_long() {
        return all.iter().skip(1).step_by(all.len().div_ceil(short)).copied().collect();
    }
    let (writes, others): (Vec<_>, Vec<_>) = all.iter().partition(|(call, _)| *call == "pwrite64");
    let some = writes.len().div_ceil(PAGE_WRITES).max(1);
    others.into_iter().chain(writes.into_iter().step_by(some)).collect()
}

fn kill_before_each_call(killed: &Killed) {
    let has_strace = Command::new("strace").arg("-V").stdout(Stdio::null()).status().is_ok();
    if tidemark().is_none() || !has_strace {
        println!("killed commands: {} skipped, strace or the command is missing", killed.name);
        assert!(!is_long(), "the long form needs strace and target/…/tidemark");
        return;
    }
    let template = tempfile::tempdir().unwrap();
    (killed.before)(template.path());
    let all = moments(template.path(), killed.words);
    let chosen = chosen(&all, killed.short);
    let mut kills = 0;
    for (call, number) in &chosen {
        let about = format!("{} killed before {call} number {number}", killed.name);
        let room = tempfile::tempdir().unwrap();
        copy(template.path(), room.path());
        let inject = format!("inject={call}:signal=SIGKILL:when={number}");
        let trace = format!("trace={call}");
        let ran = strace(room.path(), &["-o", "/dev/null", "-e", &trace, "-e", &inject], killed.words);
        kills += usize::from(ran.status.signal() == Some(9) || ran.status.code() == Some(137));
        (killed.after)(room.path(), &about);
    }
    println!(
        "killed commands: {} killed {kills} times at {} of {} moments, old or new whole each time",
        killed.name,
        chosen.len(),
        all.len()
    );
    // A call more or less, as page numbers and temporary names differ between runs.
    assert!(kills * 10 >= chosen.len() * 8, "{}: only {kills} kills", killed.name);
}

fn passphrase(folder: &Path) {
    fs::write(folder.join("pass"), PASSPHRASE).unwrap();
}

/// A diary with these steps, as `my.diary` and `day.key`, and the passphrase in `pass`.
fn diary_of(folder: &Path, name: &str, steps: u32) {
    let room = Room::new();
    let mut diary = room.open().unwrap();
    let mut ids = Ids::new();
    for step in 0..steps {
        perform(&mut diary, step, &mut ids).unwrap();
    }
    diary.close().unwrap();
    copy(&room.diary(), &folder.join(name));
    fs::copy(room.key_file(), folder.join("day.key")).unwrap();
    passphrase(folder);
}

/// What `my.diary` says, verified.
fn whole(folder: &Path, about: &str) -> Said {
    let diary = open(&folder.join("my.diary"), &folder.join("day.key"));
    let diary = diary.unwrap_or_else(|error| panic!("{about}: {error:?}"));
    diary.verify().unwrap_or_else(|error| panic!("{about}: {error:?}"));
    said(&diary).unwrap()
}

fn succeeds(folder: &Path, words: &[&str], about: &str) {
    let ran = run(folder, words);
    assert!(ran.status.success(), "{about}, again: {}", String::from_utf8_lossy(&ran.stderr));
}

#[test]
fn a_diary_half_made_is_no_diary_and_is_made_again() {
    const WORDS: &[&str] = &["new", "my.diary", "--passphrase-file", "pass", "--key-file", "day.key"];
    kill_before_each_call(&Killed {
        name: "new",
        words: WORDS,
        before: passphrase,
        after: |folder, about| {
            if !folder.join("my.diary").exists() {
                assert!(!folder.join("day.key").exists(), "{about}: a key without its diary");
                succeeds(folder, WORDS, about);
            }
            let words = Passphrase::new(PASSPHRASE).unwrap();
            let diary = Diary::open_with_passphrase(&folder.join("my.diary"), &words, shell());
            let diary = diary.unwrap_or_else(|error| panic!("{about}: {error:?}"));
            diary.verify().unwrap_or_else(|error| panic!("{about}: {error:?}"));
            if folder.join("day.key").exists() {
                assert!(whole(folder, about).is_empty());
            }
        },
        short: 6,
    });
}

#[test]
fn a_check_in_is_there_or_not() {
    const WORDS: &[&str] =
        &["check-in", "my.diary", "--key-file", "day.key", "stress=7", "--note", "entry 1000 by hand"];
    kill_before_each_call(&Killed {
        name: "check-in",
        words: WORDS,
        before: |folder| diary_of(folder, "my.diary", 8),
        after: |folder, about| {
            let mut found = whole(folder, about);
            if let Some(entry) = found.remove(&1000) {
                assert_eq!(entry["values"], serde_json::json!([["stress", 7.0]]), "{about}");
                assert_eq!(entry["words"], "entry 1000 by hand", "{about}");
            }
            assert_eq!(found, expected(0..8), "{about}");
        },
        short: 7,
    });
}

#[test]
fn an_import_is_there_or_not_and_may_be_repeated() {
    const WORDS: &[&str] = &["import", "my.diary", "tables", "--key-file", "day.key", "--apply"];
    kill_before_each_call(&Killed {
        name: "import --apply",
        words: WORDS,
        before: |folder| {
            diary_of(folder, "other.diary", 7);
            let mut other = open(&folder.join("other.diary"), &folder.join("day.key")).unwrap();
            let with_notes = CsvOptions { include_notes: true, ..CsvOptions::default() };
            let now = Moment::parse("2026-11-24T21:04Z").unwrap();
            other.write_csv(&folder.join("tables"), tidemark::Span::default(), &with_notes, now).unwrap();
            other.close().unwrap();
            fs::remove_dir_all(folder.join("other.diary")).unwrap();
            diary_of(folder, "my.diary", 0);
        },
        after: |folder, about| {
            let found = whole(folder, about);
            assert!(found.is_empty() || found == expected(0..7), "{about}: {found:?}");
            succeeds(folder, WORDS, about);
            assert_eq!(whole(folder, about), expected(0..7), "{about}");
        },
        short: 7,
    });
}

#[test]
fn a_report_is_the_former_or_the_new_one_and_may_be_repeated() {
    const WORDS: &[&str] = &[
        "report",
        "my.diary",
        "--key-file",
        "day.key",
        "--pdf",
        "page.pdf",
        "--csv",
        "tables",
        "--from",
        "2020-01-01",
        "--to",
        "2020-03-01",
        "--made-on",
        "2020-03-01",
    ];
    kill_before_each_call(&Killed {
        name: "report",
        words: WORDS,
        before: |folder| {
            diary_of(folder, "my.diary", 4);
            succeeds(folder, WORDS, "the former report");
            for (what, kept) in [("page.pdf", "former.pdf"), ("tables", "former")] {
                fs::rename(folder.join(what), folder.join(kept)).unwrap();
            }
            fs::remove_dir_all(folder.join("my.diary")).unwrap();
            diary_of(folder, "my.diary", 8);
            succeeds(folder, WORDS, "the new report");
            for (what, kept) in [("page.pdf", "new.pdf"), ("tables", "new")] {
                fs::rename(folder.join(what), folder.join(kept)).unwrap();
            }
            fs::copy(folder.join("former.pdf"), folder.join("page.pdf")).unwrap();
            copy(&folder.join("former"), &folder.join("tables"));
        },
        after: |folder, about| {
            assert_eq!(whole(folder, about), expected(0..8), "{about}");
            let page = |name: &str| fs::read(folder.join(name)).unwrap();
            assert!(
                [page("former.pdf"), page("new.pdf")].contains(&page("page.pdf")),
                "{about}: half a page"
            );
            // A folder cannot be exchanged in one act: for a moment neither is there, and then a retry makes the new one.
            if folder.join("tables").exists() {
                let table = |name: &str| files(&folder.join(name));
                assert!([table("former"), table("new")].contains(&table("tables")), "{about}: half a folder");
            }
            succeeds(folder, WORDS, about);
            assert!(page("page.pdf") == page("new.pdf"), "{about}");
            assert!(files(&folder.join("tables")) == files(&folder.join("new")), "{about}");
        },
        short: 5,
    });
}

/// Makes `my.backup` of `my.diary`.
fn back_up(folder: &Path) {
    succeeds(folder, &["backup", "my.diary", "my.backup", "--key-file", "day.key"], "the former backup");
}

/// What the backup says when it is made a diary elsewhere.
fn backed_up(folder: &Path, about: &str) -> Said {
    let elsewhere = tempfile::tempdir_in(folder).unwrap();
    let name = elsewhere.path().join("my.diary");
    let words = ["restore", "my.backup", name.to_str().unwrap(), "--passphrase-file", "pass"];
    succeeds(folder, &words, about);
    fs::copy(folder.join("day.key"), elsewhere.path().join("day.key")).unwrap();
    whole(elsewhere.path(), about)
}

#[test]
fn a_backup_is_the_former_or_the_new_one() {
    const WORDS: &[&str] = &["backup", "my.diary", "my.backup", "--key-file", "day.key"];
    kill_before_each_call(&Killed {
        name: "backup",
        words: WORDS,
        before: |folder| {
            diary_of(folder, "my.diary", 4);
            back_up(folder);
            fs::copy(folder.join("my.backup"), folder.join("former.backup")).unwrap();
            fs::remove_dir_all(folder.join("my.diary")).unwrap();
            diary_of(folder, "my.diary", 8);
        },
        after: |folder, about| {
            assert_eq!(whole(folder, about), expected(0..8), "{about}");
            let bytes = |name: &str| fs::read(folder.join(name)).unwrap();
            if bytes("my.backup") == bytes("former.backup") {
                succeeds(folder, WORDS, about);
            }
            assert_eq!(backed_up(folder, about), expected(0..8), "{about}");
        },
        short: 3,
    });
}

#[test]
fn a_restore_leaves_the_old_diary_or_the_new_one() {
    const WORDS: &[&str] = &[
        "restore",
        "my.backup",
        "my.diary",
        "--replace",
        "--passphrase-file",
        "pass",
        "--key-file",
        "day.key",
    ];
    kill_before_each_call(&Killed {
        name: "restore --replace",
        words: WORDS,
        before: |folder| {
            diary_of(folder, "my.diary", 4);
            back_up(folder);
            fs::remove_dir_all(folder.join("my.diary")).unwrap();
            diary_of(folder, "my.diary", 8);
        },
        after: |folder, about| {
            let found = whole(folder, about);
            assert!(found == expected(0..8) || found == expected(0..4), "{about}: {found:?}");
            succeeds(folder, WORDS, about);
            assert_eq!(whole(folder, about), expected(0..4), "{about}");
        },
        short: 5,
    });
}

#[test]
fn a_restore_to_an_empty_place_is_whole_or_is_done_again() {
    const WORDS: &[&str] = &["restore", "my.backup", "my.diary", "--passphrase-file", "pass"];
    kill_before_each_call(&Killed {
        name: "restore",
        words: WORDS,
        before: |folder| {
            diary_of(folder, "my.diary", 8);
            back_up(folder);
            fs::remove_dir_all(folder.join("my.diary")).unwrap();
        },
        after: |folder, about| {
            if folder.join("my.diary").exists() {
                assert_eq!(whole(folder, about), expected(0..8), "{about}");
            }
            succeeds(folder, WORDS, about);
            assert_eq!(whole(folder, about), expected(0..8), "{about}");
        },
        short: 3,
    });
}

#[test]
fn a_merge_is_done_or_not_and_may_be_repeated() {
    const WORDS: &[&str] = &[
        "restore",
        "my.backup",
        "my.diary",
        "--merge",
        "--passphrase-file",
        "pass",
        "--key-file",
        "day.key",
    ];
    kill_before_each_call(&Killed {
        name: "restore --merge",
        words: WORDS,
        before: |folder| {
            diary_of(folder, "my.diary", 4);
            copy(&folder.join("my.diary"), &folder.join("kept.diary"));
            let mut diary = open(&folder.join("my.diary"), &folder.join("day.key")).unwrap();
            let mut ids = tidemark_tests::script::ids(&diary).unwrap();
            for step in 4..8 {
                perform(&mut diary, step, &mut ids).unwrap();
            }
            diary.close().unwrap();
            back_up(folder);
            fs::remove_dir_all(folder.join("my.diary")).unwrap();
            fs::rename(folder.join("kept.diary"), folder.join("my.diary")).unwrap();
        },
        after: |folder, about| {
            let found = whole(folder, about);
            assert!(found == expected(0..4) || found == expected(0..8), "{about}: {found:?}");
            succeeds(folder, WORDS, about);
            assert_eq!(whole(folder, about), expected(0..8), "{about}");
        },
        short: 3,
    });
}

#[test]
fn a_change_of_the_passphrase_leaves_one_that_opens() {
    const WORDS: &[&str] =
        &["key", "change", "my.diary", "--passphrase-file", "pass", "--new-passphrase-file", "new-pass"];
    kill_before_each_call(&Killed {
        name: "key change",
        words: WORDS,
        before: |folder| {
            diary_of(folder, "my.diary", 8);
            fs::write(folder.join("new-pass"), "another horse").unwrap();
        },
        after: |folder, about| {
            assert_eq!(whole(folder, about), expected(0..8), "{about}");
            let opens = |words: &str| {
                let words = Passphrase::new(words).unwrap();
                Diary::open_with_passphrase(&folder.join("my.diary"), &words, shell()).is_ok()
            };
            let (old, new) = (opens(PASSPHRASE), opens("another horse"));
            assert!(old != new, "{about}: old {old}, new {new}");
            if old {
                succeeds(folder, WORDS, about);
                assert!(opens("another horse") && !opens(PASSPHRASE), "{about}");
            }
        },
        short: 4,
    });
}
