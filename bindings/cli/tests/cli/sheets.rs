//! The pages beside the report, the plain text and the locked copy, through separate processes.

use super::bench::{Bench, Ran};

fn over(bench: &Bench, command: &[&str], rest: &[&str]) -> Ran {
    bench.run(&[command, &["my.diary", "--key-file", "day.key"], rest].concat())
}

#[test]
fn the_pages_beside_the_report_are_written_and_noted_with_what_they_hold() {
    let bench = Bench::with_diary();
    let none = over(&bench, &["intake", "sheet"], &["--pdf", "intake.pdf"]);
    assert_eq!(none.code, 2, "{}", none.err);
    assert!(none.err.contains("no intake sheet") && !bench.path("intake.pdf").exists(), "{}", none.err);
    bench.diary(&["intake", "add"], &["goals=sleep through", "name=Alex", "stop_signal=left hand"]);
    let said = bench.diary(&["intake", "sheet"], &["--pdf", "intake.pdf", "--reverse"]);
    assert!(said.starts_with("Wrote intake.pdf (2 pages, "), "{said}");
    bench.diary(&["care-team", "add"], &["name=Sam", "role=caregiver", "share=trends"]);
    bench.diary(&["care-team", "page"], &["--pdf", "care.pdf", "--for", "last"]);
    bench.diary(&["checklist", "print"], &["--pdf", "ask.pdf", "--page", "letter"]);
    let list = bench.diary(&["share-log", "list"], &[]).replace('\n', " ");
    for line in [
        "intake pdf: intake, name, sessions, unwanted effects [",
        // The reader's own ticks hold the trends.
        "caregiver pdf for Sam: goals, safety, care team, plan, trends [",
        "questions pdf: intake [",
    ] {
        assert!(list.contains(line), "{line} is not in {list}");
    }
    let nobody = over(&bench, &["checklist", "print"], &["--pdf", "none.pdf", "--therapist", "last"]);
    assert!(nobody.code == 2 && !bench.path("none.pdf").exists(), "{}", nobody.err);
    // The same diary and day, the same bytes.
    bench.diary(&["checklist", "print"], &["--pdf", "again.pdf", "--page", "letter"]);
    let bytes = |name| std::fs::read(bench.path(name)).unwrap();
    assert_eq!(bytes("ask.pdf"), bytes("again.pdf"));
    assert!(bytes("intake.pdf").starts_with(b"%PDF-1.7"));
}

#[test]
fn the_text_is_shown_alone_and_has_at_most_fifteen_hundred_characters() {
    let bench = Bench::with_diary();
    bench.diary(&["check-in"], &["stress=4", "mood=6"]);
    bench.diary(
        &["visit", "add"],
        &["--at", "2026-11-25T10:00", "questions=May I sleep longer?", "questions=Why am I tired?"],
    );
    let shown = over(&bench, &["report"], &["--text", "-"]);
    assert_eq!(shown.code, 0, "{}", shown.err);
    assert!(shown.out.starts_with("Diary report: "), "{}", shown.out);
    assert!(shown.out.contains("1. May I sleep longer?\n2. Why am I tired?\n"), "{}", shown.out);
    assert!(shown.out.chars().count() <= 1_500);
    let said = bench.diary(&["report"], &["--text", "text.txt"]);
    let count = shown.out.chars().count();
    assert!(said.contains(&format!("Wrote text.txt ({count} characters)")), "{said}");
    // A text has no goals, events, plan or practices, so none of them is said to leave.
    let leaves =
        "What leaves: questions, trends, questionnaires, massage sessions, medicines, unwanted effects.";
    let on_one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(on_one_line(&said).contains(leaves), "{said}");
    assert_eq!(std::fs::read_to_string(bench.path("text.txt")).unwrap(), shown.out);
    let list = bench.diary(&["share-log", "list"], &[]);
    assert_eq!(list.matches("report text").count(), 2, "{list}");
}

#[test]
fn a_locked_copy_needs_a_password_that_is_not_soon_guessed() {
    let bench = Bench::with_diary();
    bench.diary(&["check-in"], &["stress=4"]);
    bench.write("short", "1234567\n");
    bench.write("long", "correct horse\n");
    let copy = ["--pdf", "page.pdf", "--locked-copy", "locked.pdf"];
    for (rest, words) in [
        (&["--password-file", "short"][..], "8 characters or more"),
        (&["--password-file", "missing"][..], "missing"),
        (&[][..], "--password-file"),
    ] {
        let ran = over(&bench, &["report"], &[&copy[..], rest].concat());
        assert!(ran.code != 0 && ran.err.contains(words), "{rest:?}: {}", ran.err);
        assert!(!ran.err.contains("1234567"), "{}", ran.err);
        // Nothing is half done.
        assert!(!bench.path("page.pdf").exists() && !bench.path("locked.pdf").exists());
    }
    let said = bench.diary(&["report"], &[&copy[..], &["--password-file", "long"]].concat());
    assert!(said.contains("opens with its password"), "{said}");
    let bytes = std::fs::read(bench.path("locked.pdf")).unwrap();
    let has = |bytes: &[u8], word: &str| bytes.windows(word.len()).any(|part| part == word.as_bytes());
    assert!(has(&bytes, "/AESV3") && !has(&bytes, "Diary report") && !has(&bytes, "correct horse"));
    let plain = std::fs::read(bench.path("page.pdf")).unwrap();
    assert!(has(&plain, "Diary report") && has(&plain, "<pdfaid:part>2</pdfaid:part>"));
    let list = bench.diary(&["share-log", "list"], &[]);
    assert_eq!(list.matches("report pdf").count(), 2, "{list}");
}
