//! The cards of a week, as a person asks for them: shown, hidden, taken to a visit.

use super::bench::Bench;

const ASK: &[&str] = &["--ask", "session_change:stress"];

/// Seven sessions up to Sunday 22 Nov 2026; stress falls by 2, 0, 3, 1, 3, −1, 4.
fn with_sessions() -> Bench {
    let bench = Bench::with_diary();
    for (place, (before, after)) in
        [(7, 5), (6, 6), (8, 5), (5, 4), (7, 4), (6, 7), (9, 5)].iter().enumerate()
    {
        let day = format!("2026-11-{:02}", 4 + 3 * place);
        // Written on the day: a card says nothing about what was mostly written down later.
        let ran = bench.run_at(
            &format!("{day}T11:05:00+00:00"),
            &[
                "session",
                "add",
                "my.diary",
                "--key-file",
                "day.key",
                "--modality",
                "swedish",
                "--minutes",
                "60",
                "--at",
                &format!("{day}T10:00"),
                "--before",
                &format!("stress={before}"),
                "--after",
                &format!("stress={after}"),
            ],
        );
        assert_eq!(ran.code, 0, "{}", ran.err);
    }
    bench
}

#[test]
fn a_diary_without_sessions_says_what_is_missing() {
    let bench = Bench::with_diary();
    assert_eq!(bench.diary(&["cards"], &[]), "Not enough yet: 6 more sessions rated before and after.\n");
    let json: serde_json::Value = serde_json::from_str(&bench.diary(&["cards"], &["--json"])).unwrap();
    assert_eq!(
        (json["as_of"].as_str(), json["cards"].as_array().map(Vec::len)),
        (Some("2026-11-22"), Some(0))
    );
}

#[test]
fn a_card_is_shown_with_its_figures_and_hidden_for_ninety_days() {
    let bench = with_sessions();
    let shown = bench.diary(&["cards"], &[]);
    assert!(
        shown.starts_with("session_change:stress\n  Stress was lower right after 5 of 7 sessions"),
        "{shown}"
    );
    assert!(shown.contains("As of 22 Nov 2026.") && shown.contains("How this was worked out: "), "{shown}");
    let json: serde_json::Value = serde_json::from_str(&bench.diary(&["cards"], &["--json"])).unwrap();
    let card = &json["cards"][0];
    assert_eq!((card["n"].as_u64(), card["shown"].as_str()), (Some(7), Some("figures")));
    assert!(card["interval"]["low"].is_f64() && card["period"]["from"] == "2026-11-04");
    let hidden = bench.diary(&["cards"], &["--hide", "session_change:stress"]);
    assert_eq!(hidden, "session_change:stress is hidden for 90 days.\n");
    assert_eq!(bench.diary(&["cards"], &[]), "Nothing to show this week.\n");
    let arguments = ["cards", "my.diary", "--key-file", "day.key"];
    let later = |now: &str| bench.run_at(now, &arguments).out;
    assert!(later("2027-02-21T12:00:00+00:00").starts_with("Nothing"), "day 89");
    assert!(later("2027-02-22T12:00:00+00:00").starts_with("session_change:stress"), "day 90");
}

#[test]
fn a_card_becomes_a_question_for_the_next_visit_once() {
    let bench = with_sessions();
    let arguments = [&["cards", "my.diary", "--key-file", "day.key"], ASK].concat();
    let refused = bench.run(&arguments);
    assert_eq!(refused.code, 1, "{}", refused.err);
    assert!(refused.err.contains("there is no coming visit"), "{}", refused.err);
    bench.diary(&["visit", "add"], &["--at", "2026-11-20T10:00"]);
    assert_eq!(bench.run(&arguments).code, 1, "a visit that is over");
    bench.diary(&["visit", "add"], &["--at", "2026-11-27T10:00", "questions=What else?"]);
    for _ in 0..2 {
        assert_eq!(
            bench.diary(&["cards"], ASK),
            "Added to the questions for the visit of Fri 27 Nov 2026.\n"
        );
    }
    let visits = bench.diary(&["visit", "list"], &[]);
    let asked = "What else? | Can we look at Stress in my diary together?";
    assert!(visits.contains(asked), "{visits}");
    assert_eq!(visits.matches("Can we look").count(), 1, "{visits}");
}

#[test]
fn a_card_that_is_not_shown_is_named_and_changes_nothing() {
    let bench = with_sessions();
    for option in ["--hide", "--ask"] {
        let ran = bench.run(&["cards", "my.diary", "--key-file", "day.key", option, "drift:mood"]);
        assert_eq!(ran.code, 2, "{}", ran.err);
        assert!(ran.err.contains("those of this week: session_change:stress"), "{}", ran.err);
    }
    assert!(bench.diary(&["cards"], &[]).starts_with("session_change:stress"));
}

#[test]
fn cards_wait_on_the_day_of_a_distress_event() {
    let bench = with_sessions();
    bench.diary(&["distress", "add"], &["kind=panic"]);
    assert_eq!(bench.diary(&["cards"], &[]), "Cards wait until tomorrow.\n");
}
