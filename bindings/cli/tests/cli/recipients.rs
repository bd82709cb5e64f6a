//! What is not ticked leaves in no form: neither on the page nor in the FHIR document. Each section of the diary holds a word
//! that stands nowhere else, and each recipient gets the words of the sections that are theirs.

use std::fs;
use std::process::Command;

use super::bench::Bench;

/// A word of each section; how often it is on the page is not asked, only whether.
const PLANTED: [&str; 14] = [
    "zquestion",
    "zgoal",
    "Energy",
    "GAD-7",
    "Anxiety",
    "Muscle tension",
    "zmedicine",
    "zevent",
    "bruise",
    "low mood",
    "were paused",
    "Panic",
    "zdaynote",
    "zsessionnote",
];

fn full() -> Bench {
    let bench = Bench::with_diary();
    for day in 10..=23 {
        let at = format!("2026-11-{day}T21:00");
        bench.diary(&["check-in"], &["energy=4", "--at", &at, "--note", "zdaynote"]);
    }
    bench.diary(
        &["session", "add"],
        &[
            "--modality",
            "swedish",
            "--minutes",
            "60",
            "--at",
            "2026-11-22T10:00",
            "--before",
            "anxiety=7,muscle_tension=6",
            "--after",
            "anxiety=5,muscle_tension=4",
            "--note",
            "zsessionnote",
            "unwanted=bruise:30:2",
            "unwanted=low_mood:60:2",
        ],
    );
    for (command, fields) in [
        ("visit", &["--at", "2026-11-25T10:00", "questions=zquestion"][..]),
        ("goal", &["text=zgoal", "started_on=2026-11-10"]),
        ("medication", &["name=zmedicine", "dose=5 mg"]),
        ("medication-change", &["medication_id=last", "kind=up", "at=2026-11-20"]),
        ("event", &["kind=travel", "label=zevent", "start=2026-11-20"]),
        ("instrument", &["instrument=gad_7", "total=9", "taken_at=2026-11-20T10:00"]),
        ("moment", &["session_id=last", "minute=10", "kind=pause"]),
        ("distress", &["kind=panic", "at=2026-11-21T10:00"]),
    ] {
        bench.diary(&[command, "add"], fields);
    }
    bench
}

/// The words found on the page and in the document that these arguments give.
fn leaves(bench: &Bench, arguments: &[&str]) -> (Vec<&'static str>, Vec<&'static str>, String) {
    let outputs = ["--pdf", "page.pdf", "--fhir", "report.json", "--made-on", "2026-11-24"];
    let said = bench.diary(&["report"], &[&outputs, arguments].concat());
    let text = Command::new("pdftotext").arg(bench.path("page.pdf")).arg("-").output();
    let text = text.expect("pdftotext, of poppler-utils, reads the page");
    let page = String::from_utf8_lossy(&text.stdout).replace('\n', " ");
    let document = fs::read_to_string(bench.path("report.json")).unwrap();
    let found = |text: &str| PLANTED.into_iter().filter(|word| text.contains(word)).collect();
    (found(&page), found(&document), said)
}

#[test]
fn each_recipient_gets_the_words_of_the_sections_that_are_theirs() {
    let bench = full();
    let cases: [(&[&str], &[&str], &str); 5] = [
        (
            &[],
            &[
                "zquestion",
                "zgoal",
                "Energy",
                "GAD-7",
                "Anxiety",
                "Muscle tension",
                "zmedicine",
                "zevent",
                "bruise",
                "low mood",
            ],
            "What leaves: questions, goals, trends, questionnaires, massage sessions, medicines, events, \
             unwanted effects, the plan of sessions, practices.",
        ),
        (
            &["--for", "prescriber"],
            &["zquestion", "Energy", "GAD-7", "zmedicine", "bruise", "low mood"],
            "What leaves: questions, trends, questionnaires, medicines, unwanted effects.",
        ),
        (
            &["--for", "talking-therapist"],
            &["zquestion", "zgoal", "Energy", "Anxiety", "Muscle tension", "zevent"],
            "What leaves: questions, goals, trends, massage sessions, events.",
        ),
        (
            &["--for", "massage-therapist"],
            &["Muscle tension", "bruise"],
            "What leaves: massage sessions, unwanted effects, the plan of sessions.",
        ),
        (
            &[
                "--for",
                "prescriber",
                "--without",
                "medicines",
                "--without",
                "unwanted-effects",
                "--name",
                "Robin",
            ],
            &["zquestion", "Energy", "GAD-7"],
            "What leaves: questions, trends, questionnaires, the name.",
        ),
    ];
    for (arguments, expected, leaving) in cases {
        let (page, document, said) = leaves(&bench, arguments);
        assert_eq!(page, expected, "the page of {arguments:?}");
        for word in document {
            assert!(expected.contains(&word), "{word} is in the document of {arguments:?}");
        }
        assert!(said.contains(leaving), "{said}");
    }
    let list = bench.diary(&["share-log", "list"], &[]);
    assert!(list.contains("sessions, unwanted effects, plan"), "{list}");
}
