//! The pages beside the report, through separate processes.

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
