//! What the person wrote for the page: questions, goals, totals of questionnaires, effects nobody wanted. Expected texts
//! are written by hand.

use tidemark_findings::{Included, ReportFacts, facts};
use tidemark_model::{FieldValue, Session, UnwantedEffect};

use crate::diary::{Diary, day, days};

fn page(diary: &Diary) -> ReportFacts {
    facts(&diary.records, days(0, 39), day(40), &Included::default())
}

#[test]
fn nothing_written_is_nothing_said() {
    let page = page(&Diary::new());
    assert_eq!((page.questions.len(), page.goals.len(), page.questionnaires.len()), (0, 0, 0));
}

#[test]
fn questions_are_those_of_this_visit_and_of_visits_to_come() {
    let mut diary = Diary::new();
    // The visit before the period had its own.
    diary.visit_with(-1, "old question");
    diary.visit_with(60, "for later | and last");
    diary.visit_with(40, "Is it the dose?");
    assert_eq!(page(&diary).questions, ["Is it the dose?", "for later", "and last"]);
}

#[test]
fn goals_that_are_followed_come_first_and_others_say_where_they_stand() {
    let mut diary = Diary::new();
    diary.goal(-200, "walk", "paused");
    diary.goal(10, "less coffee", "dropped");
    diary.goal(5, "read again", "reached");
    diary.goal(-100, "sleep through the night", "active");
    // Long over, or not begun by the end of the period.
    diary.goal(-300, "first job", "reached");
    diary.goal(45, "later", "active");
    assert_eq!(
        page(&diary).goals,
        ["sleep through the night", "walk (paused)", "read again (reached)", "less coffee (dropped)"]
    );
}

#[test]
fn totals_stand_with_their_days_and_the_change_is_last_less_first() {
    let mut diary = Diary::new();
    diary.questionnaire(30, "phq_9", 9);
    diary.questionnaire(2, "phq_9", 14);
    diary.questionnaire(16, "phq_9", 15);
    diary.questionnaire(-1, "phq_9", 20);
    diary.questionnaire(40, "phq_9", 3);
    diary.questionnaire(5, "pss_10", 22);
    let rows = page(&diary).questionnaires;
    let said: Vec<(&str, &str)> = rows.iter().map(|row| (row.name.as_str(), row.range.as_str())).collect();
    assert_eq!(said, [("PHQ-9", "0–27, higher = worse"), ("PSS-10", "0–40, higher = worse")]);
    let totals: Vec<(String, u16)> =
        rows[0].totals.iter().map(|total| (total.day.to_string(), total.total)).collect();
    let expected = [("2026-09-03", 14), ("2026-09-17", 15), ("2026-10-01", 9)];
    assert_eq!(totals, expected.map(|(day, total)| (day.to_owned(), total)));
    assert_eq!((rows[0].change, rows[1].change), (Some(-5), None));
}

#[test]
fn unwanted_effects_are_counted_by_session_and_by_kind() {
    let mut diary = Diary::new();
    diary.sessions("stress", &[(7, 5), (6, 6), (8, 5), (5, 4)]);
    let unwanted = ["bruise:120:3 | soreness:0:", "", "soreness:30:2", ""];
    diary.records.sessions = diary
        .records
        .sessions
        .iter()
        .zip(unwanted)
        .map(|(session, effects)| {
            let mut parts = session.parts().clone();
            if !effects.is_empty() {
                parts.details.unwanted = Vec::<UnwantedEffect>::from_text(effects).unwrap();
            }
            Session::new(parts).unwrap()
        })
        .collect();
    let said = page(&diary).sessions.sentences;
    assert_eq!(
        said.last().unwrap().text,
        "Unwanted effects were noted after 2 of 4 sessions: soreness 2, bruise 1."
    );
    diary.records.sessions.truncate(1);
    let said = page(&diary).sessions.sentences;
    assert_eq!(
        said.last().unwrap().text,
        "Unwanted effects were noted after 1 of 1 session: soreness 1, bruise 1."
    );
}

#[test]
fn events_are_numbered_by_date_and_marked_where_they_began_in_the_period() {
    let mut diary = Diary::new();
    diary.event(20, None, "travel", None);
    diary.event(-9, Some(3), "illness", Some("flu"));
    diary.event(5, Some(7), "break_from_logging", None);
    // Over before the period, and after it.
    diary.event(-9, Some(-1), "loss", Some("old"));
    diary.event(40, None, "work", Some("new desk"));
    diary.rate_all("stress", &[3, 4, 5, 4, 3]);
    let page = page(&diary);
    let said: Vec<String> =
        page.events.iter().map(|line| format!("{} {}", line.label, line.sentence.text)).collect();
    assert_eq!(
        said,
        [
            "E1 23 Aug – 4 Sep 2026: illness, flu.",
            "E2 6 Sep – 8 Sep 2026: break from writing.",
            "E3 21 Sep 2026: travel."
        ]
    );
    let marked: Vec<&str> = page.panels[0].events.iter().map(|mark| mark.label.as_str()).collect();
    assert_eq!(marked, ["E2", "E3"]);
}

#[test]
fn pauses_are_said_only_when_ticked() {
    let mut diary = Diary::new();
    diary.sessions("stress", &[(5, 4), (6, 4), (7, 5)]);
    diary.pause(0);
    diary.pause(0);
    diary.pause(2);
    let asked = |included| facts(&diary.records, days(0, 39), day(40), &included).pauses;
    assert_eq!(asked(Included::default()), None);
    let said = asked(Included { distress: true, ..Included::default() }).unwrap();
    assert_eq!(said.text, "2 of 3 sessions were paused, 0 ended early.");
}

#[test]
fn what_is_published_of_a_questionnaire_is_said_to_be_about_groups() {
    let ids = |diary: &Diary| -> Vec<&'static str> {
        page(diary).method.iter().flat_map(|section| &section.paragraphs).map(|said| said.id).collect()
    };
    let mut diary = Diary::new();
    // PSS-10: no figure is published that this page gives.
    diary.questionnaire(5, "pss_10", 22);
    assert!(ids(&diary).iter().all(|id| !id.contains("questionnaire")));
    diary.questionnaire(6, "gad_7", 9);
    let ids = ids(&diary);
    assert!(
        ids.contains(&"footnote.questionnaire") && ids.contains(&"method.reference.questionnaire"),
        "{ids:?}"
    );
}
