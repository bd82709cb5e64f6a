//! Words planted in every text a person can write are found in no file, and in no error text, but where they belong.
//!
//! `planted` makes them, `places` looks for them in the forms a file might hold them in. A new kind of entry joins by
//! itself once its table is in `tests/inputs/valid/csv-folder`; a new verb with a text gets a line in [`SCRIPT`].

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may fail loudly"
)]

mod places;
mod planted;
mod room;

use std::fs;

use places::found_in;
use planted::{Planted, word};
use room::{Ran, Room};
use tidemark::model::{Moment, Note, RecordedBy, SeededEntropy, Source};
use tidemark::{CheckInDraft, DataKey, Diary, Shell};

/// Commands that write the person's words; `{field}` becomes a word planted for that field.
const SCRIPT: &[&str] = &[
    "check-in D stress=7 mood=3 --note {a note}",
    "check-in D pain=2 --at 2026-11-23T22:10 --note {an earlier note}",
    "check-in D energy=4 --day 2026-11-22 --recorded-by helped --note {a helped note}",
    "session add D --modality swedish --minutes 60 --at 2026-11-20T10:00 --before stress=7 --after stress=3 --note {a session}",
    "session add D --modality chair --at 2026-11-19T10:00 --minutes 30 --status missed --reason {a reason}",
    "visit add D --at 2026-11-12T15:00 --with {with whom}",
    "goal add D text={a goal} why={why a goal} discussed_with={discussed with}",
    "medication add D name={a medicine} strength={a strength} dose={a dose} purpose={a purpose} prescriber={a prescriber} touch_words={touch words}",
    "medication-change add D medication_id=last kind=up from={a former dose} to={a new dose} by_whom={by whom} reason={why changed}",
    "event add D kind=life label={an event}",
    "distress add D kind=other session_id=last what_helped={what helped}",
    "instrument add D instrument=phq_9 total=9 version={a version} place={a place of asking}",
    "safety add D signs={a sign} what_helps={what helps} places={a safe place} people={people} professionals={professionals} reasons={reasons}",
    "contact add D service={a service} number=116123 hours={hours} language={a language} origin={where from}",
    "moment add D session_id=last minute=5 kind=firmer note={a moment}",
    "session edit D last place={a room} cues={a cue} draping={draping} oils={an oil} stop_signal={a signal} comfort_needs={a need}",
    "goal edit D last why={another why} --reason {why edited}",
    "goal remove D last --reason {why removed}",
    "undo D",
    "import D days.csv --map days.toml --apply",
    "import D tables --apply",
    "log D",
    "log D --json",
    "trends D",
    "changes D",
    "verify D",
    "backup D sealed.tar",
    "check-in D stress=5 --note {a note of another day} --at 2026-11-18T20:00",
];

/// Fields whose words no FHIR document holds.
const NEVER: &[&str] = &[
    "a purpose",
    "a prescriber",
    "touch words",
    "by whom",
    "discussed with",
    "a place of asking",
    "a room",
    "a cue",
    "draping",
    "an oil",
    "a signal",
    "a need",
    "with whom",
    "a sign",
    "a service",
    "why edited",
];

/// A diary after long use, with everything planted that there is.
fn used() -> (Room, Planted) {
    let room = Room::with_diary();
    let mut planted = Planted::default();
    room.write("days.toml", &planted.map());
    room.write("days.csv", &planted.days());
    planted.folder(&room.path("tables"));
    for round in 0..2 {
        for line in SCRIPT {
            let words: Vec<String> = planted.fill(line);
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            let ran = room.diary(&words);
            // The second round overlaps the first one's sessions, which is refused; imports add nothing.
            assert!(ran.code == 0 || round > 0, "{line}: {}", ran.err);
            if ran.code != 0 {
                assert_eq!(found_in(ran.err.as_bytes(), planted.words()), Vec::<String>::new(), "{line}");
            }
        }
    }
    (room, planted)
}

#[test]
fn no_planted_word_is_in_any_file_of_a_diary_or_of_the_temporary_folder() {
    let (room, planted) = used();
    assert!(planted.words().len() > 25, "{} words were planted", planted.words().len());
    // What was planted is really there for who has the key.
    let log = room.diary(&["log", "D", "--json"]).out;
    for field in ["a note", "a session", "a reason", "with whom", "an imported note"] {
        assert!(log.contains(&word(field)), "{field}");
    }
    let restored = room.run(&["restore", "sealed.tar", "copy.diary", "--passphrase-file", "pass"]);
    assert_eq!(restored.code, 0, "{}", restored.err);
    // Held open by the facade, with a log that was not yet moved into the database.
    let key = DataKey::read_file(&room.path("day.key")).unwrap();
    let shell = Shell { entropy: Box::new(SeededEntropy::new(5)), source: Source::App };
    let mut diary = Diary::open_with_key(&room.path("my.diary"), &key, shell).unwrap();
    let now = Moment::parse("2026-11-24T21:30:00Z").unwrap();
    for (minute, word) in planted.words().iter().enumerate() {
        let draft = CheckInDraft {
            practices: vec![],
            rated: now.plus_minutes(-i64::try_from(minute).unwrap()).unwrap(),
            day: None,
            ratings: Vec::new(),
            note: Some(Note::new("a note", word).unwrap()),
            recorded_by: RecordedBy::Own,
        };
        diary.add_check_in(draft, now).unwrap();
    }
    let files = room.files();
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    for expected in
        ["my.diary/diary.db", "my.diary/diary.db-wal", "my.diary/diary.db-shm", "my.diary/recovery.age"]
    {
        assert!(names.contains(&expected), "{expected} is not among {names:?}");
    }
    for (name, bytes) in files {
        assert_eq!(found_in(&bytes, planted.words()), Vec::<String>::new(), "in {name}");
        let tables = ["check_in", "logical_date", "CREATE TABLE", "SQLite format"].map(str::to_owned);
        // The open file names the kinds of reminders, and nothing else.
        if !name.ends_with("/open.json") {
            assert_eq!(found_in(&bytes, &tables), Vec::<String>::new(), "in {name}");
        }
    }
}

#[test]
fn the_open_file_holds_what_was_marked_open_and_no_word_more() {
    let (room, mut planted) = used();
    let open = room.path("my.diary/open.json");
    let said = || fs::read(&open).unwrap_or_default();
    assert_eq!(found_in(&said(), planted.words()), Vec::<String>::new());
    let mut ids = Vec::new();
    for line in [
        "contact add D service={an open service} number=116123 open=true",
        "contact add D service={a closed service} number=116124",
        "safety add D signs={a closed sign} people={an open person} open_sections=people",
        "reminder add D kind=check_in wall_clock=21:00",
    ] {
        let words = planted.fill(line);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let ran = room.diary(&words);
        assert_eq!(ran.code, 0, "{line}");
        ids.push(ran.out.trim_end().rsplit(' ').next().unwrap().to_owned());
    }
    let found = found_in(&said(), planted.words());
    let marked = [word("an open service"), word("an open person")];
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(marked.iter().all(|word| found.iter().any(|at| at.contains(word.as_str()))), "{found:?}");
    assert!(String::from_utf8(said()).unwrap().contains("1260"), "21:00 as minutes of the day");
    // Closed again, it is gone from the file at once.
    assert_eq!(room.diary(&["contact", "edit", "D", &ids[0], "open=false"]).code, 0);
    assert_eq!(room.diary(&["safety", "remove", "D", &ids[2]]).code, 0);
    assert_eq!(found_in(&said(), planted.words()), Vec::<String>::new());
}

#[test]
fn a_report_without_notes_and_a_failed_export_hold_no_planted_word() {
    let (room, planted) = used();
    assert_eq!(room.diary(&["report", "D", "--pdf", "page.pdf"]).code, 0);
    let notes: Vec<String> = planted.notes();
    assert_eq!(found_in(&fs::read(room.path("page.pdf")).unwrap(), &notes), Vec::<String>::new());
    assert_eq!(room.diary(&["report", "D", "--fhir", "report.json"]).code, 0);
    let document = fs::read(room.path("report.json")).unwrap();
    assert_eq!(found_in(&document, &notes), Vec::<String>::new());
    // What a clinician does not need to know is in no document, whatever is ticked.
    let all = [
        "report",
        "D",
        "--fhir",
        "full.json",
        "--include",
        "notes",
        "--include",
        "items",
        "--include",
        "distress",
    ];
    assert_eq!(room.diary(&all).code, 0);
    let full = fs::read(room.path("full.json")).unwrap();
    let never: Vec<String> = NEVER.iter().map(|field| word(field)).collect();
    assert_eq!(found_in(&full, &never), Vec::<String>::new());
    assert_eq!(found_in(&full, &[word("a note"), word("what helped")]).len(), 2);
    let ran = room.diary(&["report", "D", "--fhir", "no/such/place.json"]);
    assert_ne!(ran.code, 0);
    assert_eq!(found_in(ran.err.as_bytes(), planted.words()), Vec::<String>::new());
    let ran = room.diary(&["report", "D", "--csv", "no/such/place/tables"]);
    assert_ne!(ran.code, 0);
    assert_eq!(found_in(ran.err.as_bytes(), planted.words()), Vec::<String>::new());
    for (name, bytes) in room.files().iter().filter(|(name, _)| name.starts_with("tmp/")) {
        assert_eq!(found_in(bytes, planted.words()), Vec::<String>::new(), "in {name}");
    }
}

#[test]
fn an_error_repeats_no_word_and_no_rating() {
    let (room, mut planted) = used();
    let long = format!("{} ", word("too long")).repeat(400);
    let rating = "73.31";
    let failing: Vec<Vec<String>> = [
        format!("check-in D stress={rating} --note {{a note that is not saved}}"),
        "check-in D stress=4 --at 2026-02-30T10:00 --note {a note at no time}".to_owned(),
        "check-in D stress=4 --day 2026-02-30 --note {a note on no day}".to_owned(),
        "check-in D stress=4 stress=5 --note {a note with two ratings}".to_owned(),
        format!("check-in D sleep_duration={rating} --note {{a note with a long sleep}}"),
        "session add D --modality swedish --minutes 60 --at 2026-11-20T10:30 --note {an overlap}".to_owned(),
        "session add D --modality swedish --minutes 60 --focus nowhere --note {a place}".to_owned(),
        "session add D --modality swedish --end 2026-11-01T10:00 --at 2026-11-01T11:00 --note {ends first}"
            .to_owned(),
        "visit add D --at 2026-11-31T15:00 --with {with whom it was not}".to_owned(),
    ]
    .iter()
    .map(|line| planted.fill(line))
    .chain([
        vec!["check-in".into(), "D".into(), "stress=4".into(), "--note".into(), long.clone()],
        vec![
            "check-in".into(),
            "D".into(),
            "stress=4".into(),
            "--note".into(),
            format!("{}\u{7}", word("a bell")),
        ],
        vec![
            "visit".into(),
            "add".into(),
            "D".into(),
            "--at".into(),
            "2026-11-30T15:00".into(),
            "--with".into(),
            long,
        ],
    ])
    .collect();
    let words: Vec<String> = planted
        .words()
        .iter()
        .cloned()
        .chain([word("too long"), word("a bell"), rating.to_owned()])
        .collect();
    for line in failing {
        let line: Vec<&str> = line.iter().map(String::as_str).collect();
        let ran = room.diary(&line);
        assert_ne!(ran.code, 0, "{line:?} was taken");
        assert_eq!(found_in(ran.err.as_bytes(), &words), Vec::<String>::new(), "{line:?}: {}", ran.err);
        assert_eq!(found_in(ran.out.as_bytes(), &words), Vec::<String>::new(), "{line:?}: {}", ran.out);
    }
}

#[test]
fn a_file_that_cannot_be_taken_is_named_without_its_words() {
    let (room, mut planted) = used();
    let map = planted.map();
    let (cell, label) = (word("a wrong cell"), word("a label in a wrong map"));
    room.write("wrong.csv", &format!("Day,calm,Words\n2026-11-01,{cell},{cell}\n{cell},3,{cell}\n"));
    room.write("broken.csv", &format!("Day,calm,Words\n2026-11-01,3,\"{cell}"));
    room.write("wrong.toml", &map.replace("label = \"", &format!("label = \"{label}\" \"")));
    room.write("unknown.toml", &map.replace("label = \"", &format!("\"{label}\" = \"")));
    room.write("value.toml", &map.replace("min = 0", &format!("min = \"{label}\"")));
    for (file, map) in [
        ("wrong.csv", "days.toml"),
        ("broken.csv", "days.toml"),
        ("days.csv", "wrong.toml"),
        ("days.csv", "unknown.toml"),
        ("days.csv", "value.toml"),
    ] {
        let ran = room.diary(&["import", "D", file, "--map", map]);
        assert_ne!(ran.code, 0, "{file} with {map} was taken");
        let words = [cell.clone(), label.clone()];
        assert_eq!(found_in(ran.err.as_bytes(), &words), Vec::<String>::new(), "{file} {map}: {}", ran.err);
    }
}

/// Whatever is asked of a diary without its key gets the same answer, whether the diary is full or empty.
#[test]
fn a_wrong_key_and_no_key_tell_nothing() {
    let (full, planted) = used();
    let empty = Room::with_diary();
    for room in [&full, &empty] {
        room.write(
            "other",
            "tidemark-key-1 00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff\n",
        );
        room.only_owner("other");
        room.write("words", "not the passphrase\n");
    }
    let asked: &[&[&str]] = &[
        &["log", "my.diary", "--json"],
        &["trends", "my.diary"],
        &["changes", "my.diary", "--json"],
        &["verify", "my.diary"],
        &["measure", "list", "my.diary"],
        &["report", "my.diary", "--csv", "out"],
        &["check-in", "my.diary", "stress=4"],
        &["import", "my.diary", "days.csv", "--map", "days.toml"],
    ];
    for room in [&full, &empty] {
        room.write("days.toml", &Planted::default().map());
        room.write("days.csv", "Day,calm,Words\n2026-11-01,3,x\n");
    }
    for line in asked {
        for unlock in [&["--key-file", "other"][..], &["--passphrase-file", "words"], &[]] {
            let line = [*line, unlock].concat();
            let (one, other): (Ran, Ran) = (full.run(&line), empty.run(&line));
            assert_ne!(one.code, 0, "{line:?} was answered");
            // Which snapshots lie in the folder is seen by who has the folder, and more is not told of them.
            let seen = |line: &&str| !line.starts_with("Snapshot ") && !line.starts_with("No snapshot ");
            let told = |ran: &Ran| ran.out.lines().filter(seen).map(str::to_owned).collect::<Vec<_>>();
            assert_eq!((told(&one), &one.err, one.code), (told(&other), &other.err, other.code), "{line:?}");
            let secrets: Vec<String> =
                planted.words().iter().cloned().chain(["not the passphrase".into()]).collect();
            assert_eq!(found_in(one.err.as_bytes(), &secrets), Vec::<String>::new(), "{line:?}");
            for told in ["check_in", "session", "table", "rows", "00112233"] {
                assert!(!one.err.contains(told), "{line:?}: {}", one.err);
            }
        }
    }
}
