//! Whom people work with and what they agreed, through separate processes.

use super::bench::Bench;

/// The last word of what an `add` said.
fn id(said: &str) -> String {
    said.trim_end().rsplit(' ').next().unwrap().to_owned()
}

#[test]
fn the_checklist_is_counted_and_shows_old_dates() {
    let bench = Bench::with_diary();
    let questions = bench.diary(&["checklist", "list"], &[]);
    assert_eq!(questions.matches('?').count(), 16, "{questions}");
    let nobody = bench.run(&[
        "checklist",
        "set",
        "my.diary",
        "licence",
        "--status",
        "confirmed",
        "--key-file",
        "day.key",
    ]);
    assert!(nobody.code == 2 && nobody.err.contains("no therapist"), "{}", nobody.err);
    bench.diary(
        &["therapist", "add"],
        &[
            "name=Ann",
            "practice=the corner",
            "credential_type=licence",
            "credential_number=007",
            "credential_on=2025-11-23",
        ],
    );
    let said = bench.diary(
        &["checklist", "set"],
        &["licence", "--status", "confirmed", "--how", "seen", "--note", "no. 7: on the wall"],
    );
    assert_eq!(said, "licence: confirmed. 1 of 16 asked.\n");
    bench.diary(&["checklist", "set"], &["plan", "--status", "unsure", "--on", "2026-11-01"]);
    bench.diary(&["checklist", "set"], &["first_talk", "--status", "not_applicable"]);
    let list = bench.diary(&["therapist", "list"], &[]);
    assert!(
        list.contains("Ann, the corner: 2 of 16 asked, 1 does not apply. licence 007, seen Sun 23 Nov"),
        "{list}"
    );
    for verdict in ["%", "good", "score", "grade"] {
        assert!(!list.contains(verdict), "{list}");
    }
    // Within twelve months the date is not shown.
    bench.diary(&["therapist", "edit"], &["last", "credential_on=2025-11-24"]);
    assert!(!bench.diary(&["therapist", "list"], &[]).contains("seen"));
    let shown = bench.diary(&["checklist", "list"], &[]);
    assert!(shown.contains("    confirmed, seen, Tue 24 Nov 2026: no. 7: on the wall"), "{shown}");
    let json: serde_json::Value =
        serde_json::from_str(&bench.diary(&["checklist", "list"], &["--json"])).unwrap();
    assert_eq!((json["asked"].as_u64(), json["of"].as_u64()), (Some(2), Some(16)));
    assert_eq!(json["items"][12]["on"], "2026-11-01");
    // Each answer is a change of its own: undo takes back one.
    bench.diary(&["undo"], &[]);
    bench.diary(&["checklist", "set"], &["trauma_informed_training", "--status", "confirmed"]);
    bench.diary(&["therapist", "add"], &["name=Bo"]);
    let informed = bench.diary(&["therapist", "list"], &["--trauma-informed"]);
    assert!(informed.contains("Ann") && !informed.contains("Bo"), "{informed}");
    for (item, rest, words) in [
        ("charm", &["--status", "confirmed"][..], "is one of"),
        ("licence", &["--status", "great"][..], "is one of"),
        ("licence", &[][..], "say what is known"),
        ("licence", &["--on", "2026-02-30"][..], "--on"),
    ] {
        let ran =
            bench.run(&[&["checklist", "set", "my.diary", item, "--key-file", "day.key"], rest].concat());
        assert!(ran.code == 2 && ran.err.contains(words), "{item} {rest:?}: {}", ran.err);
    }
}

#[test]
fn a_plan_is_adjusted_with_a_reason_and_sessions_say_under_which_version_they_ran() {
    let bench = Bench::with_diary();
    let plan = |rest: &[&str]| bench.run(&[&["plan"], rest, &["--key-file", "day.key"]].concat());
    let early = plan(&["adjust", "my.diary", "--field", "pressure", "--to", "2", "--reason", "comfort"]);
    assert!(early.code == 1 && early.err.contains("there is no plan yet"), "{}", early.err);
    bench.diary(
        &["plan", "add"],
        &[
            "modality=swedish",
            "pressure=3",
            "minutes=60",
            "frequency=every 14 days",
            "since=2026-10-02",
            "keep_apart=talking_therapy:4",
            "if_distress=pause",
            "if_distress=window, water",
            "agreed_with=Ann",
        ],
    );
    let again = plan(&["add", "my.diary", "pressure=2"]);
    assert!(
        again.code == 1 && again.err.contains("version 1") && again.err.contains("plan adjust"),
        "{}",
        again.err
    );
    bench.diary(
        &["session", "add"],
        &["--modality", "swedish", "--minutes", "60", "--at", "2026-11-10T10:00"],
    );
    let said = bench.diary(
        &["plan", "adjust"],
        &["--field", "pressure", "--to", "2", "--reason", "comfort", "--decided-by", "self", "minutes=45"],
    );
    assert!(said.starts_with("Plan version 2 since Tue 24 Nov 2026."), "{said}");
    assert!(said.contains("  pressure 3 -> 2: comfort, decided by self"), "{said}");
    assert!(said.contains("  minutes 60 -> 45: comfort, decided by self"), "{said}");
    bench.diary(
        &["session", "add"],
        &["--modality", "swedish", "--minutes", "45", "--at", "2026-11-24T10:00"],
    );
    bench.diary(
        &["session", "add"],
        &["--modality", "chair", "--minutes", "45", "--at", "2026-11-24T15:00", "plan_version=1"],
    );
    let log = bench.log();
    let version = |kind: &str, at: usize| {
        let of_kind: Vec<_> =
            log["entries"].as_array().unwrap().iter().filter(|e| e["kind"] == kind).collect();
        of_kind[at]["plan_version"].clone()
    };
    assert_eq!([0, 1, 2].map(|at| version("session", at).as_u64()), [Some(1), Some(2), Some(1)]);
    let list = bench.diary(&["plan", "list"], &[]);
    assert!(
        list.contains("Version 2 since Tue 24 Nov 2026, in force: modality swedish, pressure 2"),
        "{list}"
    );
    assert!(list.contains("Version 1 since Fri 2 Oct 2026: modality swedish, pressure 3"), "{list}");
    for (rest, code, words) in [
        (&["adjust", "my.diary", "--field", "pressure", "--to", "1"][..], 2, "--reason"),
        (&["adjust", "my.diary", "--reason", "comfort"], 2, "say what changes"),
        (&["adjust", "my.diary", "--field", "mood", "--to", "1", "--reason", "comfort"], 2, "is one of aim"),
        (
            &["adjust", "my.diary", "--field", "pressure", "--to", "2", "--reason", "comfort"],
            2,
            "does not say already",
        ),
        (
            &["adjust", "my.diary", "--field", "pressure", "--to", "6", "--reason", "comfort"],
            2,
            "1 (feather-light) to 5",
        ),
        (
            &["adjust", "my.diary", "--field", "pressure", "--to", "1", "--reason", "whim"],
            2,
            "is one of response",
        ),
        (&["adjust", "my.diary", "since=2026-01-01", "--reason", "comfort"], 2, "is one of aim"),
        (
            &["adjust", "my.diary", "minutes=30", "--reason", "cost", "--on", "2026-11-01"],
            2,
            "or a later one",
        ),
        (&["edit", "my.diary", "last", "pressure=1"], 1, "version 2 of the plan is in use"),
    ] {
        let ran = plan(rest);
        assert_eq!(ran.code, code, "{rest:?}: {}", ran.err);
        assert!(ran.err.contains(words), "{rest:?}: {}", ran.err);
    }
    assert_eq!(bench.diary(&["plan", "list"], &[]), list, "what was refused changed nothing");
    bench.diary(&["verify"], &[]);
}

#[test]
fn a_sheet_shows_its_ticks_and_what_is_new_in_it() {
    let bench = Bench::with_diary();
    bench.diary(
        &["intake", "add"],
        &[
            "pressure=3",
            "boundaries=no feet",
            "triggers=doors",
            "concerns=sleep",
            "stop_signal=red",
            "areas=avoid:foot:both",
        ],
    );
    let shown = bench.diary(&["intake", "show"], &["last"]);
    for line in
        ["version 1", "[x] pressure: 3", "[x] stop_signal: red", "[ ] triggers: doors", "[ ] concerns: sleep"]
    {
        assert!(shown.contains(line), "{line}: {shown}");
    }
    let said = bench.diary(&["intake", "share"], &["triggers"]);
    assert!(said.contains("triggers"), "{said}");
    bench.diary(&["intake", "unshare"], &["stop_signal", "pressure"]);
    bench.diary(&["intake", "add"], &["pressure=2", "concerns="]);
    let shown = bench.diary(&["intake", "show"], &["last"]);
    for line in [
        "version 2",
        "[ ] pressure: 2",
        "[x] triggers: doors",
        "pressure: 3 -> 2",
        "concerns: sleep -> nothing",
    ] {
        assert!(shown.contains(line), "{line}: {shown}");
    }
    let wrong = bench.run(&["intake", "share", "my.diary", "shoes", "--key-file", "day.key"]);
    assert!(wrong.code == 2 && wrong.err.contains("is one of name"), "{}", wrong.err);
    let fit = bench.diary(&["intake", "show"], &["last"]).to_lowercase();
    assert!(!fit.contains("suitable") && !fit.contains("fit for"), "{fit}");
}

#[test]
fn a_session_names_its_therapist_and_leaves_them_out_of_tables_unless_asked() {
    let bench = Bench::with_diary();
    let therapist = id(&bench.diary(&["therapist", "add"], &["name=Ann"]));
    let ending = &therapist[therapist.len() - 8..];
    bench.diary(
        &["session", "add"],
        &[
            "--modality",
            "swedish",
            "--minutes",
            "60",
            "--at",
            "2026-11-24T10:00",
            &format!("therapist_id={ending}"),
        ],
    );
    assert_eq!(bench.log()["entries"][0]["therapist_id"], therapist.as_str());
    bench.diary(&["report"], &["--csv", "bare"]);
    bench.diary(
        &["report"],
        &["--csv", "full", "--include", "therapists", "--include", "care-team", "--include", "intake"],
    );
    let text =
        |folder: &str, file: &str| std::fs::read_to_string(bench.path(folder).join(file)).unwrap_or_default();
    assert!(!text("bare", "sessions.csv").contains(&therapist) && text("bare", "therapists.csv").is_empty());
    assert!(
        text("full", "sessions.csv").contains(&therapist) && text("full", "therapists.csv").contains("Ann")
    );
    let twice: serde_json::Value =
        serde_json::from_str(&bench.diary(&["import"], &["full", "--apply", "--json"])).unwrap();
    assert_eq!((twice["new"].as_u64(), twice["same"].as_u64()), (Some(0), Some(2)));
    let unknown = bench.run(&[
        "session",
        "add",
        "my.diary",
        "--key-file",
        "day.key",
        "--modality",
        "chair",
        "--minutes",
        "30",
        "therapist_id=ffff",
    ]);
    assert!(unknown.code == 2 && unknown.err.contains("no therapist"), "{}", unknown.err);
}

#[test]
fn the_days_of_the_plan_say_what_is_nearer_to_a_session_than_it_keeps_apart() {
    let bench = Bench::with_diary();
    let nothing = bench.diary(&["plan", "calendar"], &["--days", "2"]);
    assert_eq!(
        nothing,
        "From Tue 24 Nov 2026 to Wed 25 Nov 2026: no session, no talking therapy, no time of a dose.\n"
    );
    bench.diary(&["plan", "add"], &["minutes=60", "since=2026-10-02", "keep_apart=talking_therapy:4"]);
    bench.diary(&["visit", "add"], &["at=2026-11-26T12:00", "kind=talking_therapist", "with=Dr. Imani"]);
    bench.diary(&["medication", "add"], &["name=Sertraline", "start=2026-11-26", "times=08:00"]);
    // Over at 15:00, and two hours after an appointment at 12:00.
    bench.diary(
        &["session", "add"],
        &["--modality", "swedish", "--status", "planned", "--at", "2026-11-26T14:00", "--planned", "60"],
    );
    let said = bench.diary(&["plan", "calendar"], &["--from", "2026-11-26", "--days", "1"]);
    assert_eq!(
        said,
        "Thu 26 Nov 2026\n  08:00 dose: Sertraline\n  12:00 talking therapy: Dr. Imani\n  14:00 session, planned\n        \
         2 h after talking therapy; the plan keeps 4 hours between.\n"
    );
    let json = bench.diary(&["plan", "calendar"], &["--from", "2026-11-26", "--days", "1", "--json"]);
    let read: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(read["entries"].as_array().unwrap().len(), 3);
    assert_eq!(read["entries"][2]["apart"][0], "2 h after talking therapy; the plan keeps 4 hours between.");
    for days in ["0", "63"] {
        let ran = bench.run(&["plan", "calendar", "my.diary", "--key-file", "day.key", "--days", days]);
        assert!(ran.code == 2 && ran.err.contains("1 to 62"), "{days}: {} {}", ran.code, ran.err);
    }
}
