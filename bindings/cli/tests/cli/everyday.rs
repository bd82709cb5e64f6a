//! Every kind of record through its verbs, as separate processes: added, listed, shown, edited, removed, brought back.

use super::bench::Bench;

/// Command, fields of a new one, a change, and how the changed field reads afterwards.
const KINDS: [(&str, &[&str], &str, &str); 15] = [
    (
        "goal",
        &["text=sleep through", "measure_id=sleep_quality", "discussed_with=Dr A"],
        "status=reached",
        "status: reached",
    ),
    (
        "medication",
        &["name=Vitamin", "dose=5 mg", "times=08:00", "touch_notes=drowsy"],
        "dose=10 mg",
        "dose: 10 mg",
    ),
    ("medication-change", &["medication_id=last", "kind=up", "at=2026-11-20"], "kind=down", "kind: down"),
    ("event", &["kind=travel", "start=2026-11-20", "end=2026-11-22"], "end=2026-11-23", "end: 2026-11-23"),
    ("practice", &["kind=breathing", "minutes=10"], "minutes=20", "minutes: 20"),
    ("instrument", &["instrument=phq_9", "total=9"], "total=11", "total: 11"),
    ("distress", &["kind=panic", "intensity=7", "session_id=last"], "told=clinician", "told: clinician"),
    ("reminder", &["kind=check_in", "wall_clock=21:00"], "wall_clock=20:30", "wall_clock: 20:30"),
    ("safety", &["signs=quiet", "people=A", "open_sections=people"], "signs=no sleep", "signs: no sleep"),
    ("contact", &["service=A friend", "number=+353 1 234"], "open=true", "open: true"),
    ("moment", &["session_id=last", "minute=10", "kind=firmer"], "kind=pause", "kind: pause"),
    (
        "therapist",
        &["name=Ann", "styles=swedish", "styles=chair"],
        "practice=the corner",
        "practice: the corner",
    ),
    (
        "care-team",
        &["name=Dr A", "role=psychiatrist", "share=trends"],
        "share=trends | goals",
        "share: trends | goals",
    ),
    ("intake", &["pressure=2", "allergies=oil:lavender"], "pressure=3", "] pressure: 3"),
    ("plan", &["pressure=2", "frequency=2 per week"], "pressure=3", "pressure: 3"),
];

fn with_a_session() -> Bench {
    let bench = Bench::with_diary();
    bench.diary(
        &["session", "add"],
        &[
            "--modality",
            "swedish",
            "--minutes",
            "60",
            "--at",
            "2026-11-24T10:00",
            "--before",
            "stress=7",
            "place=home",
        ],
    );
    bench
}

#[test]
fn every_kind_is_added_shown_changed_removed_and_brought_back() {
    let bench = with_a_session();
    for (command, fields, change, reads) in KINDS {
        let added = bench.diary(&[command, "add"], fields);
        assert!(added.starts_with("Saved "), "{command}: {added}");
        let id = added.trim_end().rsplit(' ').next().unwrap().to_owned();
        assert!(bench.diary(&[command, "list"], &[]).contains(&id), "{command}");
        bench.run_edit(command, &id, change);
        let shown = bench.run_on(&[command, "show"], &id);
        assert!(shown.contains(reads), "{command}: {shown}");
        assert!(shown.contains(" -> "), "{command} keeps what it said: {shown}");
        bench.run_on(&[command, "remove"], &id);
        assert!(!bench.diary(&[command, "list"], &[]).contains(&id), "{command}");
        assert!(bench.run_on(&[command, "show"], &id).contains("removed"), "{command}");
        bench.diary(&["undo"], &[]);
        assert!(bench.diary(&[command, "list"], &[]).contains(&id), "{command} is back");
        let json = bench.diary(&[command, "list"], &["--json"]);
        let json: serde_json::Value = serde_json::from_str(&json).unwrap();
        assert_eq!(json["entries"][0]["id"], id.as_str(), "{command}");
        // Added, changed, removed, brought back: revision 4.
        assert_eq!(json["entries"][0]["revision"], 4, "{command}");
    }
    bench.diary(&["verify"], &[]);
}

#[test]
fn what_was_done_last_is_taken_back_and_brought_back() {
    let bench = with_a_session();
    bench.diary(&["check-in"], &["stress=4"]);
    assert!(bench.diary(&["undo"], &[]).contains("Took back"));
    let kinds = |bench: &Bench| bench.log()["entries"].as_array().unwrap().len();
    assert_eq!(kinds(&bench), 1);
    bench.diary(&["undo"], &[]);
    assert_eq!(kinds(&bench), 2);
    bench.diary(&["entry", "edit"], &["last", "stress=6", "mood=5", "--reason", "a slip"]);
    let said = |bench: &Bench| bench.diary(&["entry", "show"], &["last"]);
    assert!(said(&bench).contains("value.stress: 6") && said(&bench).contains("(a slip)"));
    bench.diary(&["undo"], &[]);
    assert!(said(&bench).contains("  value.stress: 4") && !said(&bench).contains("  value.mood: 5\n"));
    // A setting is no entry; nothing older is taken back in its stead.
    bench.diary(&["settings"], &["paper=letter"]);
    assert_eq!(bench.run(&["undo", "my.diary", "--key-file", "day.key"]).code, 1);
    let nothing = Bench::with_diary().run(&["undo", "my.diary", "--key-file", "day.key"]);
    assert_eq!(nothing.code, 1);
    assert!(nothing.err.contains("there is nothing to take back"), "{}", nothing.err);
}

#[test]
fn a_session_goes_on_over_several_processes() {
    let bench = Bench::with_diary();
    let at = |time: &str, command: &[&str], rest: &[&str]| {
        let now = format!("2026-11-24T{time}:00+00:00");
        let ran = bench.run_at(&now, &[command, &["my.diary", "--key-file", "day.key"], rest].concat());
        (ran.code, ran.out + &ran.err)
    };
    assert_eq!(
        at("10:00", &["session", "start"], &["--modality", "shiatsu", "--before", "stress=7,pain=5"]).0,
        0
    );
    let (code, said) = at("10:01", &["session", "start"], &[]);
    assert!(code == 1 && said.contains("still running"), "{said}");
    assert!(at("10:20", &["session", "feedback"], &["firmer"]).1.contains("minute 20"));
    assert!(at("10:30", &["session", "pause"], &[]).1.contains("minute 30"));
    assert!(at("10:35", &["session", "resume"], &[]).1.contains("minute 35"));
    let (_, shown) = at("10:40", &["session", "show"], &["last"]);
    assert!(!shown.contains("stress 7") && shown.contains("stay hidden"), "{shown}");
    let (code, said) = at("10:03", &["session", "finish"], &["--after", "stress=3,pain=4"]);
    assert!(code == 2 && said.contains("5 to 240 minutes"), "{said}");
    let (code, said) = at("11:00", &["session", "finish"], &["--after", "stress=3,mood=4"]);
    assert!(code == 2 && said.contains("not among the measures of this session (pain, stress)"), "{said}");
    let (code, said) = at("11:00", &["session", "finish"], &["--after", "stress=3,pain=4"]);
    assert!(code == 0 && said.contains("60 min, held"), "{said}");
    let (_, shown) = at("11:01", &["session", "show"], &["last"]);
    assert!(shown.contains("stress 7") && shown.contains("stress 3"), "{shown}");
    let (code, said) = at("11:02", &["session", "finish"], &[]);
    assert!(code == 1 && said.contains("not running"), "{said}");
}

#[test]
fn looking_at_the_ratings_before_is_written_down() {
    let bench = Bench::with_diary();
    bench.diary(
        &["session", "add"],
        &["--modality", "swedish", "--minutes", "60", "--at", "2026-11-24T10:00", "--before", "stress=7"],
    );
    let seen = |bench: &Bench| {
        let rows = bench.diary(&["report"], &["--csv", "tables"]);
        assert!(rows.contains("tables"));
        let text = std::fs::read_to_string(bench.path("tables").join("session_ratings.csv")).unwrap();
        text.lines().filter(|row| row.contains(",after,") && row.contains(",true,false,true,")).count()
    };
    bench.diary(&["session", "rate"], &["last", "stress=3", "--phase", "after"]);
    assert_eq!(seen(&bench), 0);
    bench.diary(
        &["session", "add"],
        &["--modality", "swedish", "--minutes", "60", "--at", "2026-11-24T14:00", "--before", "stress=7"],
    );
    assert!(bench.diary(&["session", "show"], &["last", "--reveal"]).contains("stress 7"));
    bench.diary(&["session", "rate"], &["last", "stress=3", "--phase", "after"]);
    assert_eq!(seen(&bench), 1);
}

#[test]
fn a_corrected_time_moves_day_window_and_length_along() {
    let bench = Bench::with_diary();
    bench.diary(
        &["session", "add"],
        &["--modality", "swedish", "--minutes", "60", "--at", "2026-11-24T10:00", "--before", "stress=7"],
    );
    let session = |bench: &Bench| bench.log()["entries"][0].clone();
    assert_eq!(session(&bench)["ratings"][0]["in_window"], true);
    bench.diary(&["session", "edit"], &["last", "started_at=2026-11-23T01:30"]);
    let moved = session(&bench);
    // 01:30 is before 04:00, so the day before; the rating of 10:00 is now far from it.
    assert_eq!(moved["logical_date"], "2026-11-22");
    assert_eq!(moved["ended_at"], "2026-11-23T02:30:00+00:00");
    assert_eq!(moved["ratings"][0]["in_window"], false);
    bench.diary(&["undo"], &[]);
    assert_eq!(session(&bench)["logical_date"], "2026-11-24");
    assert_eq!(session(&bench)["ratings"][0]["in_window"], true);
    bench.diary(&["check-in"], &["stress=4"]);
    bench.diary(&["entry", "edit"], &["last", "logical_date=2026-11-20"]);
    let entry = bench.log()["entries"][0].clone();
    assert_eq!(
        (entry["logical_date"].as_str(), entry["day_source"].as_str()),
        (Some("2026-11-20"), Some("user"))
    );
}

#[test]
fn a_measure_whose_scale_changes_gets_a_new_version_and_keeps_its_values() {
    let bench = Bench::with_diary();
    bench.diary(&["measure", "add"], &["worry", "--min", "1", "--max", "7", "--direction", "higher_worse"]);
    bench.diary(&["check-in"], &["worry=7"]);
    let said = bench.diary(&["measure", "edit"], &["worry", "--max", "10"]);
    assert!(said.contains("version 2"), "{said}");
    bench.diary(&["check-in"], &["worry=10"]);
    let entries = bench.log()["entries"].clone();
    // Both are of one moment, so their order is that of their ids.
    let mut rated: Vec<String> = (0..2)
        .map(|at| &entries[at]["values"][0])
        .map(|value| format!("version {}: {}", value["measure_version"], value["value"]))
        .collect();
    rated.sort();
    assert_eq!(rated, ["version 1: 7.0", "version 2: 10.0"]);
    bench.diary(&["measure", "edit"], &["worry", "--label", "Worrying"]);
    bench.diary(&["measure", "remove"], &["worry"]);
    assert!(!bench.diary(&["measure", "list"], &[]).contains("worry"));
    assert_eq!(bench.log()["entries"].as_array().unwrap().len(), 2);
    bench.diary(&["measure", "start"], &["sleep_and_tiredness"]);
    let twice = bench.run(&["measure", "add", "my.diary", "stress", "--key-file", "day.key"]);
    assert!(twice.code == 2 && twice.err.contains("there is already a measure stress"), "{}", twice.err);
}

#[test]
fn what_cannot_be_is_refused_in_one_sentence_and_nothing_is_saved() {
    let bench = with_a_session();
    for (command, fields, sentence) in [
        ("goal", &["colour=red"][..], "a field is one of text, measure_id"),
        ("goal", &["why=x"], "text is needed"),
        ("goal", &["text=x", "measure_id=nothing"], "there is no measure nothing"),
        (
            "goal",
            &["text=x", "review_on=2020-01-01"],
            "review_on takes the day the goal was set or a later one",
        ),
        ("event", &["kind=travel", "start=2026-02-30"], "start: a date is not a date and time that exists"),
        (
            "event",
            &["kind=travel", "start=2026-02-20", "end=2026-02-19"],
            "the end of an event takes its start or a later day",
        ),
        (
            "practice",
            &["kind=breathing", "minutes=601"],
            "minutes: the length of a practice takes 1 to 600 minutes",
        ),
        ("instrument", &["instrument=phq_9", "total=31"], "total 31 is above 27"),
        (
            "instrument",
            &["instrument=gad_7", "total=14", "items=1:1|2:1|3:2|4:0|5:3|6:2|7:3"],
            "items add up to 12, total says 14",
        ),
        (
            "distress",
            &["kind=panic", "session_id=00000000-0000-7000-8000-000000000000"],
            "there is no session with the id",
        ),
        ("moment", &["session_id=last", "minute=91", "kind=stop"], "minutes up to 30 after its end"),
        ("reminder", &["kind=check_in"], "a reminder takes either wall_clock or elapsed_min"),
        (
            "reminder",
            &["kind=check_in", "wall_clock=24:00"],
            "wall_clock: a time of the day is not a date and time that exists",
        ),
        ("contact", &["service=x", "number=nine"], "number: a telephone number takes 2 to 20 digits"),
        (
            "visit",
            &[
                "at=2026-11-30T10:00",
                "questions=1",
                "questions=2",
                "questions=3",
                "questions=4",
                "questions=5",
                "questions=6",
            ],
            "a visit takes at most five questions",
        ),
        ("medication", &["name=x", "start=2026-01-02", "stop=2026-01-01"], "the last day of a medicine"),
        ("medication", &["nonsense"], "a field is written name=value; medication has name, strength"),
        ("therapist", &["practice=x"], "name is needed"),
        ("therapist", &["name=x", "checklist=licence:fine"], "checklist: status is one of not_asked"),
        (
            "therapist",
            &["name=x", "credential_on=2026-02-30"],
            "credential_on: a date is not a date and time that exists",
        ),
        ("care-team", &["name=x", "role=guru"], "role: role is one of primary_care"),
        ("care-team", &["name=x", "role=other", "share=shoes"], "share: a section is one of trends"),
        ("intake", &["version=7"], "a field is one of reviewed_on, name"),
        (
            "intake",
            &["history=a:b:c:d", "pressure=9"],
            "pressure: pressure takes 1 (feather-light) to 5 (deep)",
        ),
        ("intake", &["medicines=ffff"], "there is no medication with the id ffff"),
        ("plan", &["frequency=weekly"], "frequency: a frequency takes 1 to 7 per week"),
        ("plan", &["keep_apart=dose:99"], "keep_apart: hours to keep apart takes 1 to 72"),
        ("plan", &["review_on=2020-01-01"], "review_on takes the day the plan begins or a later one"),
        ("safety", &["open_sections=signs"], "a safety plan takes at least one line"),
    ] {
        let ran = bench.run(&[&[command, "add", "my.diary", "--key-file", "day.key"], fields].concat());
        assert_eq!(ran.code, 2, "{command} {fields:?}: {}", ran.err);
        assert!(ran.err.contains(sentence), "{command} {fields:?}: {}", ran.err);
        assert_eq!(ran.err.lines().count(), 1, "{}", ran.err);
    }
    assert_eq!(bench.log()["entries"].as_array().unwrap().len(), 1);
}

#[test]
fn today_says_what_is_asked_and_how_to_rate_the_morning_after() {
    let bench = Bench::with_diary();
    let run = |now: &str, words: &[&str]| {
        let key = ["--key-file", "day.key"];
        let (command, rest) = words.split_at(if words.first() == Some(&"session") { 2 } else { 1 });
        bench.run_at(now, &[command, &["my.diary"], &key, rest].concat())
    };
    run("2026-11-24T21:00+00:00", &["check-in", "stress=6", "mood=skip"]);
    let added =
        ["session", "add", "--modality", "swedish", "--minutes", "60", "--at", "2026-11-24T18:00+00:00"];
    assert_eq!(run("2026-11-24T21:01+00:00", &added).code, 0);
    let evening = run("2026-11-24T21:02+00:00", &["today"]).out;
    let lines: Vec<&str> = evening.lines().collect();
    assert_eq!(
        lines,
        [
            "Tue 24 Nov 2026 (this day ends at 04:00)",
            "asked today       answer",
            "Stress                 6  higher = worse",
            "Mood             skipped  higher = better",
            "Energy         not rated  higher = better",
            "Sleep quality  not rated  higher = better",
        ]
    );
    // What it says to type can be typed.
    let morning = run("2026-11-25T08:30+00:00", &["today"]).out;
    let said = morning.split_once("tidemark session rate DIARY").unwrap().1;
    let typed: Vec<&str> = said.split_whitespace().collect();
    let rated = run("2026-11-25T08:31+00:00", &[&["session", "rate"], &*typed].concat());
    assert_eq!(rated.code, 0, "{}", rated.err);
    assert!(!run("2026-11-25T08:32+00:00", &["today"]).out.contains("morning-after"));
}

#[test]
fn a_month_is_a_grid_of_weeks_with_a_mark_a_day() {
    let bench = Bench::with_diary();
    let key = ["my.diary", "--key-file", "day.key"];
    let check_in = [&["check-in"], &key[..], &["stress=6"]].concat();
    bench.run_at("2026-11-03T20:00+00:00", &check_in);
    bench.run_at("2026-11-05T20:00+00:00", &[&check_in[..], &["--day", "2026-11-04"]].concat());
    bench.run_at("2026-11-09T20:00+00:00", &[&check_in[..], &["--day", "2026-11-06"]].concat());
    let grid = bench.run_at("2026-11-09T20:01+00:00", &[&["month"], &key[..], &["2026-11"]].concat()).out;
    // 1 November 2026 is a Sunday: `date -d 2026-11-01 +%a`.
    let lines: Vec<&str> = grid.lines().take(4).collect();
    assert_eq!(
        lines,
        [
            "2026-11",
            "  M    T    W    T    F    S    S",
            "                              01-",
            "02-  03*  04~  05-  06o  07-  08-",
        ]
    );
    let refused = bench.run_at("2026-11-09T20:01+00:00", &[&["month"], &key[..], &["november"]].concat());
    assert!(refused.code == 2 && refused.err.contains("YYYY-MM, such as 2026-11"), "{}", refused.err);
}
