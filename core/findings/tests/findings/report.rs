//! What page 1 of the report says, and about which days.

use tidemark_findings::{Column, Included, ReportFacts, facts, report_period, summary};
use tidemark_model::{ChangeKind, CheckIn, Session, SessionRating};

use crate::diary::{Diary, day, days, repeating};

fn period(diary: &Diary, today: i32) -> (i32, i32) {
    let period = report_period(&diary.records, day(today));
    let number = |date: tidemark_model::LogicalDate| date.day_number() - day(0).day_number();
    (number(period.from()), number(period.to()))
}

#[test]
fn a_report_runs_from_the_day_after_a_visit_to_the_day_before_the_next() {
    let mut diary = Diary::new();
    assert_eq!(period(&diary, 100), (11, 100)); // 90 days, the last one today
    diary.visit(40);
    assert_eq!(period(&diary, 100), (41, 100));
    assert_eq!(period(&diary, 40), (-50, 39)); // made on the day of the first visit
    diary.visit(100);
    assert_eq!(period(&diary, 100), (41, 99));
    assert_eq!(period(&diary, 99), (41, 99)); // the evening before
    assert_eq!(period(&diary, 101), (101, 101));
    diary.visit(120); // a visit to come ends nothing yet
    assert_eq!(period(&diary, 110), (101, 110));
}

#[test]
fn visits_on_two_days_in_a_row_leave_a_day_to_report() {
    let mut diary = Diary::new();
    diary.visit(40);
    diary.visit(49);
    diary.visit(50);
    assert_eq!(period(&diary, 50), (41, 49));
    assert_eq!(period(&diary, 51), (51, 51));
}

fn chosen(values: &[(&str, i32)]) -> Vec<(Column, String)> {
    let mut diary = Diary::new();
    for (measure, count) in values {
        for number in 0..*count {
            diary.rate(number, measure, number % 5);
        }
    }
    let facts = facts(&diary.records, days(0, 39), day(40), &Included::default());
    facts.panels.iter().map(|p| (p.column, p.trend.measure.id.as_str().to_owned())).collect()
}

fn named(expected: &[(Column, &str)]) -> Vec<(Column, String)> {
    expected.iter().map(|(column, id)| (*column, (*id).to_owned())).collect()
}

#[test]
fn panels_follow_the_fixed_order_and_the_number_of_values() {
    use Column::{Left, Right};
    let all = [("stress", 5), ("pain", 6), ("anxiety", 9), ("mood", 4), ("sleep_quality", 8), ("energy", 8)];
    assert_eq!(
        chosen(&all),
        named(&[(Left, "stress"), (Right, "mood"), (Left, "anxiety"), (Right, "sleep_quality")])
    );
    // Without stress and mood the places go to what has most values; a measure without direction comes last.
    let others =
        [("fatigue", 3), ("pain", 2), ("irritability", 9), ("functioning", 4), ("sleep_duration", 7)];
    assert_eq!(
        chosen(&others),
        named(&[(Left, "pain"), (Right, "functioning"), (Left, "irritability"), (Right, "sleep_duration")])
    );
    assert_eq!(chosen(&[]), named(&[]));
}

fn page() -> ReportFacts {
    let mut diary = Diary::new();
    diary.visit(-1);
    for number in 0..40 {
        diary.rate(number, "stress", repeating(&[5, 6, 4, 7, 5, 6, 6], number));
        diary.rate(number, "mood", repeating(&[5, 4, 6, 3, 5, 4, 4], number));
    }
    diary.sessions("stress", &[(7, 5), (6, 6), (8, 5), (5, 4), (7, 4), (6, 7), (9, 5), (4, 4)]);
    diary.medicine(20, "Sertraline", ChangeKind::Up, [Some("50 mg"), Some("75 mg")]);
    diary.medicine(3, "Melatonin", ChangeKind::Start, [None, Some("2 mg in the evening")]);
    diary.medicine(39, "Ibuprofen", ChangeKind::Stop, [None, None]);
    diary.medicine(45, "Later", ChangeKind::Stop, [None, None]);
    facts(&diary.records, days(0, 39), day(40), &Included::default())
}

#[test]
fn page_one_has_everything_in_its_place() {
    let page = page();
    assert_eq!(page.period_line.text, "1 Sep – 10 Oct 2026 (40 days)");
    assert_eq!(page.since_line.unwrap().text, "since the visit of 31 Aug");
    assert_eq!(
        page.panels[0].caption.text.split(" Drift").next().unwrap(),
        "Median 6 in the first 14 days (n 14), 6 in the last 14 (n 14); range 4 to 7."
    );
    assert_eq!(page.panels[0].direction_label, "higher = worse");
    assert_eq!(page.panels[0].sessions.len(), 8);
    assert_eq!(page.sessions.rows.len(), 1);
    assert_eq!(page.sessions.rows[0].row_label, "Stress (higher = worse)");
    let lines: Vec<&str> = page.changes.iter().map(|line| line.sentence.text.as_str()).collect();
    assert_eq!(page.changes.iter().map(|line| line.label.as_str()).collect::<Vec<_>>(), ["M1", "M2", "M3"]);
    assert_eq!(
        lines,
        [
            "4 Sep 2026: Melatonin started, now 2 mg in the evening, as recorded by the person.",
            "21 Sep 2026: Sertraline raised, 50 mg → 75 mg, as recorded by the person.",
            "10 Oct 2026: Ibuprofen stopped, as recorded by the person.",
        ]
    );
    assert_eq!(
        page.panels[1].medicines.iter().map(|m| m.label.as_str()).collect::<Vec<_>>(),
        ["M1", "M2", "M3"]
    );
    assert_eq!(page.limits.len(), 5);
    let notes: Vec<&str> = page.method[1].paragraphs.iter().map(|note| &note.text[..2]).collect();
    assert_eq!(notes, ["F1", "F2", "F3", "F4", "F5", "F6"]); // no other scale, nobody else's entries
}

#[test]
fn deleted_records_are_as_if_never_written() {
    let mut diary = Diary::new();
    diary.rate_all("stress", &[7, 6, 7, 5]);
    diary.sessions("stress", &[(7, 5), (6, 6)]);
    let before = facts(&diary.records, days(0, 39), day(40), &Included::default());
    let mut more = Diary::new();
    more.rate_all("mood", &[1, 2, 3, 4, 5]);
    more.sessions("mood", &[(1, 9), (2, 8)]);
    more.visit(-3);
    more.medicine(5, "Melatonin", ChangeKind::Stop, [None, None]);
    let at = Some(crate::diary::moment(39, "12:00").instant);
    let all = &mut diary.records;
    for check_in in more.records.check_ins {
        let mut parts = check_in.into_parts();
        parts.stamp.deleted_at = at;
        all.check_ins.push(CheckIn::new(parts).unwrap());
    }
    for session in more.records.sessions {
        let mut parts = session.into_parts();
        parts.stamp.deleted_at = at;
        all.sessions.push(Session::new(parts).unwrap());
    }
    for rating in more.records.session_ratings {
        let mut parts = rating.parts().clone();
        parts.stamp.deleted_at = at;
        all.session_ratings.push(SessionRating::from_stored(parts).unwrap());
    }
    all.visits.extend(more.records.visits.into_iter().map(|mut visit| {
        visit.stamp.deleted_at = at;
        visit
    }));
    all.medication_changes.extend(more.records.medication_changes.into_iter().map(|mut change| {
        change.stamp.deleted_at = at;
        change
    }));
    assert_eq!(facts(all, days(0, 39), day(40), &Included::default()), before);
}

#[test]
fn an_empty_diary_makes_a_page_that_claims_nothing() {
    let page = facts(&Diary::new().records, days(0, 39), day(40), &Included::default());
    assert!(page.panels.is_empty() && page.sessions.rows.is_empty() && page.changes.is_empty());
    assert_eq!(
        page.sessions.sentences[0].text,
        "No session in this period has ratings on time both before and after."
    );
    let notes: Vec<&str> = page.method[1].paragraphs.iter().map(|note| &note.text[..2]).collect();
    assert_eq!(notes, ["F1", "F2"]);
}

#[test]
fn three_sentences_come_first() {
    let mut diary = Diary::new();
    diary.rate_all("stress", &[7, 6, 7, 5]);
    diary.sessions("stress", &[(7, 5), (6, 6)]);
    let said = summary(&diary.records, days(0, 3)).map(|sentence| sentence.text);
    assert_eq!(
        said,
        [
            "Entries on 4 of 4 days (100 %); 0 added the next day, 0 later. No day is without an entry. 2 of 2 \
             sessions have both ratings on time.",
            "Stress: median 6.5 (n 4); lowest 5, highest 7.",
            "Stress: changes after 2 sessions: −2, 0. Too few to summarise.",
        ]
    );
}

/// Braces would be arguments left open, dots between small letters an id in place of its text.
#[test]
fn every_text_of_the_page_is_a_finished_sentence() {
    let json = serde_json::to_value(page()).unwrap();
    let mut texts = Vec::new();
    collect(&json, &mut texts);
    assert!(texts.len() > 20);
    for text in texts {
        assert!(!text.contains(['{', '}']), "{text}");
        assert!(!text.starts_with("sentence.") && !text.starts_with("caption."), "{text}");
    }
}

fn collect(json: &serde_json::Value, texts: &mut Vec<String>) {
    match json {
        serde_json::Value::Object(fields) => {
            texts.extend(fields.get("text").and_then(|text| text.as_str()).map(str::to_owned));
            fields.values().for_each(|value| collect(value, texts));
        }
        serde_json::Value::Array(items) => items.iter().for_each(|item| collect(item, texts)),
        _ => {}
    }
}
