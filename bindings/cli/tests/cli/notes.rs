//! Notes that are ticked one by one leave alone. Every field for words of the person holds a word that stands nowhere else;
//! of those that nothing but notes release, only the ticked one is on the page or in the FHIR document.

use std::fs;
use std::process::Command;

use super::bench::{Bench, Ran};

/// Words of the notes of days and sessions, in the order of the list.
const NOTES: [&str; 5] = ["znoteone", "znotetwo", "znotethree", "znoteheld", "znotestopped"];
/// Words that go along with all notes and never with some.
const REASONS: [&str; 4] = ["zreasonstopped", "zwhy", "zdosereason", "zhelped"];
/// Words that no tick of a report lets out.
const NEVER: [&str; 17] = [
    "zmoment",
    "zpurpose",
    "zprescriber",
    "ztouch",
    "zbywhom",
    "zdiscussed",
    "zoutcome",
    "zwith",
    "zplace",
    "zcue",
    "zdraping",
    "zsignal",
    "zcomfort",
    "zform",
    "zstays",
    "zoutside",
    "zsign",
];

/// A diary with a word in every field for words. Left out is what a report shows under a tick of its own: questions, goals,
/// events, medicines, the plan.
fn planted() -> Bench {
    let bench = Bench::with_diary();
    for (at, note) in [
        ("2026-11-19T21:00", "znoteone"),
        ("2026-11-20T21:00", "znotetwo"),
        (
            "2026-11-23T21:00",
            "znotethree and many more words than fit into a line of a list of all the notes",
        ),
        ("2026-10-02T21:00", "zoutside"),
    ] {
        let rating: &[&str] = if note == "znotetwo" { &[] } else { &["energy=4"] };
        bench.diary(&["check-in"], &[rating, &["--at", at, "--note", note]].concat());
    }
    let session = |at: &str, rest: &[&str]| {
        let usual = ["--modality", "swedish", "--minutes", "60", "--at", at];
        bench.diary(&["session", "add"], &[&usual, rest].concat());
    };
    session(
        "2026-11-21T10:00",
        &[
            "--note",
            "znoteheld",
            "place=zplace",
            "cues=zcue",
            "draping=zdraping",
            "stop_signal=zsignal",
            "comfort_needs=zcomfort",
        ],
    );
    let stopped = ["--status", "stopped_early", "--reason", "zreasonstopped", "--note", "znotestopped"];
    session("2026-11-22T10:00", &stopped);
    for (command, fields) in [
        ("moment", &["session_id=last", "minute=10", "kind=lighter", "note=zmoment"][..]),
        ("goal", &["text=sleep", "why=zwhy", "discussed_with=zdiscussed"]),
        (
            "medication",
            &["name=sertraline", "purpose=zpurpose", "prescriber=zprescriber", "touch_words=ztouch"],
        ),
        (
            "medication-change",
            &["medication_id=last", "kind=up", "at=2026-11-20", "reason=zdosereason", "by_whom=zbywhom"],
        ),
        ("distress", &["kind=panic", "at=2026-11-21T10:00", "what_helped=zhelped"]),
        ("visit", &["--at", "2026-11-20T10:00", "questions=sleep?", "outcome=zoutcome", "with=zwith"]),
        ("instrument", &["instrument=gad_7", "total=9", "taken_at=2026-11-20T10:00", "place=zform"]),
        ("plan", &["aim=rest"]),
        ("safety", &["signs=zsign", "reasons=zstays"]),
    ] {
        bench.diary(&[command, "add"], fields);
    }
    bench
}

/// The report with these arguments as words: page, document, plain text, and what the command said.
fn report(bench: &Bench, arguments: &[&str]) -> [String; 4] {
    let outputs =
        ["--pdf", "page.pdf", "--fhir", "report.json", "--text", "page.txt", "--made-on", "2026-11-24"];
    let said = bench.diary(&["report"], &[&outputs, arguments].concat());
    let text = Command::new("pdftotext").arg(bench.path("page.pdf")).arg("-").output();
    let page = text.expect("pdftotext, of poppler-utils, reads the page").stdout;
    let read = |name| fs::read_to_string(bench.path(name)).unwrap();
    [String::from_utf8_lossy(&page).replace('\n', " "), read("report.json"), read("page.txt"), said]
}

/// The list of notes, a line each, and the ids at the ends of the lines.
fn listed(bench: &Bench, arguments: &[&str]) -> (Vec<String>, Vec<String>) {
    let days: &[&str] = if arguments.is_empty() { &["--from", "2026-11-01"] } else { arguments };
    let all = [&["--list-notes", "--made-on", "2026-11-24"], days].concat();
    let lines: Vec<String> = bench.diary(&["report"], &all).lines().map(str::to_owned).collect();
    let id = |line: &String| line.rsplit_once('[').unwrap().1.trim_end_matches(']').to_owned();
    let ids = lines.iter().map(id).collect();
    (lines, ids)
}

fn refused(bench: &Bench, arguments: &[&str]) -> Ran {
    let usual = ["report", "my.diary", "--key-file", "day.key", "--made-on", "2026-11-24"];
    let ran = bench.run(&[&usual, arguments].concat());
    assert_eq!(ran.code, 2, "{arguments:?}: {}", ran.err);
    ran
}

#[test]
fn only_the_ticked_note_leaves_and_no_other_word_with_it() {
    let bench = planted();
    let (lines, ids) = listed(&bench, &[]);
    assert_eq!(ids.len(), 5, "{lines:?}");
    for ((line, id), word) in lines.iter().zip(&ids).zip(NOTES_BY_DAY) {
        assert!(line.contains(word), "{line}");
        let ticked = ["--from", "2026-11-01", "--note", id, "--include", "distress"];
        let [page, document, text, said] = report(&bench, &ticked);
        for (what, words) in [("page", &page), ("document", &document)] {
            assert!(words.contains(word), "{word} is not on the {what}");
            for other in NOTES.iter().chain(&REASONS).chain(&NEVER).filter(|other| **other != word) {
                assert!(!words.contains(other), "{other} is on the {what} with {word}");
            }
        }
        for words in [&text, &said] {
            for other in NOTES.iter().chain(&REASONS).chain(&NEVER) {
                assert!(!words.contains(other), "{other} is in {words}");
            }
        }
        assert!(said.contains("1 of 5 notes"), "{said}");
    }
    let list = bench.diary(&["share-log", "list"], &[]);
    assert!(list.contains("1 of 5 notes"), "{list}");
}

/// [`NOTES`] as the days have them.
const NOTES_BY_DAY: [&str; 5] = ["znoteone", "znotetwo", "znoteheld", "znotestopped", "znotethree"];

#[test]
fn several_are_ticked_by_the_ends_of_their_ids_and_counted() {
    let bench = planted();
    let (lines, ids) = listed(&bench, &[]);
    assert!(lines[4].starts_with("2026-11-23  day ") && lines[4].contains(" … ["), "{}", lines[4]);
    let ends: Vec<&str> = ids.iter().map(|id| &id[id.len() - 6..]).collect();
    let ticked = ["--from", "2026-11-01", "--note", ends[0], "--note", ends[3], "--note", ends[0]];
    let some = report(&bench, &ticked);
    let [page, document, _, said] = &some;
    for words in [page, document] {
        let found: Vec<&str> = NOTES.into_iter().filter(|word| words.contains(word)).collect();
        assert_eq!(found, ["znoteone", "znotestopped"]);
    }
    assert!(said.contains(", practices, 2 of 5 notes."), "{said}");
    // All notes are another tick: with them go the reasons.
    let [_, document, _, said] = report(&bench, &["--from", "2026-11-01", "--include", "notes"]);
    assert!(
        NOTES.iter().chain(&["zwhy", "zreasonstopped", "zdosereason"]).all(|word| document.contains(word))
    );
    assert!(said.contains(", practices, notes."), "{said}");
    // A day of words alone has an entry in every report, whichever notes are ticked: the 19th, 20th and 23rd.
    let unticked = report(&bench, &["--from", "2026-11-01"]);
    for [page, ..] in [&unticked, &some] {
        assert!(page.contains("3 of 24 days"), "{page}");
    }
}

#[test]
fn a_note_that_is_not_there_is_refused_and_nothing_is_written() {
    let bench = planted();
    let (_, ids) = listed(&bench, &[]);
    let outside = listed(&bench, &["--from", "2026-10-01", "--to", "2026-10-31"]).1.remove(0);
    let missing = "01a20f28-9f8a-7000-8000-000000000001";
    let outputs = ["--from", "2026-11-01", "--pdf", "page.pdf", "--fhir", "report.json", "--csv", "tables"];
    for id in [missing, outside.as_str(), "ab", ""] {
        let ran = refused(&bench, &[&outputs[..], &["--note", &ids[0], "--note", id]].concat());
        let sentence =
            format!("these days and sections have no note with the id {id}. `tidemark report --list-notes`");
        assert!(ran.err.contains(&sentence), "{}", ran.err);
        assert!(ran.out.is_empty(), "{}", ran.out);
    }
    // The note of a session has no place where sessions are left out.
    let held = [&outputs[..], &["--note", &ids[2], "--without", "sessions"]].concat();
    assert!(refused(&bench, &held).err.contains("no note with the id"));
    // All and some, or into something without a place for them.
    let both = [&outputs[..], &["--note", &ids[0], "--include", "notes"]].concat();
    assert!(refused(&bench, &both).err.contains("choose. Nothing was written."));
    let tables = ["--from", "2026-11-01", "--csv", "tables", "--note", &ids[0]];
    assert!(refused(&bench, &tables).err.contains("the tables all or none"));
    for name in ["page.pdf", "report.json", "tables"] {
        assert!(!bench.path(name).exists(), "{name} was written");
    }
    assert!(bench.diary(&["share-log", "list"], &[]).contains("Nothing left"));
    let none = bench.diary(&["report"], &["--list-notes", "--from", "2026-09-01", "--to", "2026-09-30"]);
    assert!(none.starts_with("No notes from"), "{none}");
}
