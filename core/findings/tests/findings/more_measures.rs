//! Page 4: totals and items of questionnaires, unwanted effects, distress entries. Expected values by hand.

use tidemark_findings::{Included, ReportFacts, facts};
use tidemark_model::{FieldValue, Session, UnwantedEffect};

use crate::diary::{Diary, day, days};

fn page(diary: &Diary, included: &Included) -> ReportFacts {
    facts(&diary.records, days(0, 39), day(40), included)
}

#[test]
fn a_caption_names_up_to_six_totals_with_their_dates() {
    let mut diary = Diary::new();
    diary.questionnaire(0, "phq_9", 14);
    let caption = |diary: &Diary| page(diary, &Included::default()).questionnaires[0].caption.text.clone();
    assert_eq!(caption(&diary), "One total: 14 (1 Sep).");
    diary.questionnaire(16, "phq_9", 15);
    diary.questionnaire(30, "phq_9", 9);
    assert_eq!(caption(&diary), "Totals: 14 (1 Sep), 15 (17 Sep), 9 (1 Oct). Change since the first: −5.");
    for (number, total) in [(31, 8), (32, 3), (33, 27), (34, 20)] {
        diary.questionnaire(number, "phq_9", total);
    }
    assert_eq!(
        caption(&diary),
        "7 totals: 14 (1 Sep) at first, 20 (5 Oct) at last; lowest 3, highest 27. Change since the first: +6."
    );
}

// Kroenke, Spitzer & Williams 2001: 5, 10, 15, 20. Spitzer and others 2006: 5, 10, 15. Ranges: 9 × 3, 7 × 3, 10 × 4.
#[test]
fn cut_points_are_there_only_when_ticked_and_only_where_published() {
    let mut diary = Diary::new();
    for instrument in ["phq_9", "gad_7", "pss_10"] {
        diary.questionnaire(5, instrument, 9);
    }
    let lines = |included| -> Vec<(u16, Vec<u16>)> {
        page(&diary, &included).questionnaires.iter().map(|row| (row.most, row.cut_points.clone())).collect()
    };
    assert_eq!(lines(Included::default()), [(27, vec![]), (21, vec![]), (40, vec![])]);
    let ticked = Included { cut_points: true, ..Included::default() };
    assert_eq!(lines(ticked.clone()), [(27, vec![5, 10, 15, 20]), (21, vec![5, 10, 15]), (40, vec![])]);
    let footnotes = |included| -> bool {
        let page = page(&diary, &included);
        page.method
            .iter()
            .flat_map(|section| &section.paragraphs)
            .any(|said| said.id == "footnote.cut_points")
    };
    assert!(!footnotes(Included::default()) && footnotes(ticked));
}

#[test]
fn scores_of_items_are_there_only_when_ticked_and_a_missing_one_is_not_zero() {
    let mut diary = Diary::new();
    diary.questionnaire_items(20, "gad_7", 14, "1:3 | 7:0");
    diary.questionnaire_items(2, "gad_7", 12, "1:1 | 2:1 | 3:2 | 4:0 | 5:3 | 6:2 | 7:3");
    diary.questionnaire(30, "gad_7", 9);
    diary.questionnaire_items(-1, "phq_9", 2, "9:2");
    assert_eq!(page(&diary, &Included::default()).item_scores, []);
    let scores = page(&diary, &Included { items: true, ..Included::default() }).item_scores;
    assert_eq!(scores.len(), 1);
    assert_eq!((scores[0].name.as_str(), scores[0].items), ("GAD-7", 7));
    let said: Vec<(String, Vec<Option<u8>>, u16)> =
        scores[0].results.iter().map(|r| (r.day.to_string(), r.scores.clone(), r.total)).collect();
    let all = [1, 1, 2, 0, 3, 2, 3].map(Some).to_vec();
    let some = vec![Some(3), None, None, None, None, None, Some(0)];
    assert_eq!(said, [("2026-09-03".to_owned(), all, 12), ("2026-09-21".to_owned(), some, 14)]);
}

#[test]
fn unwanted_effects_are_listed_one_by_one_in_order_of_sessions_and_onset() {
    let mut diary = Diary::new();
    diary.sessions("stress", &[(7, 5), (6, 6)]);
    let unwanted = ["soreness:120:3 | bruise:0:@2026-09-02T21:04+02:00", "headache:30:0"];
    for (session, effects) in diary.records.sessions.iter_mut().zip(unwanted) {
        let mut parts = session.clone().into_parts();
        parts.details.unwanted = Vec::<UnwantedEffect>::from_text(effects).unwrap();
        *session = Session::new(parts).unwrap();
    }
    diary.records.sessions.reverse();
    let page = page(&diary, &Included::default());
    let said: Vec<_> = page
        .unwanted
        .iter()
        .map(|line| {
            let over = line.over.as_deref();
            (line.day.to_string(), line.effect.as_str(), line.onset_min, line.intensity, over)
        })
        .collect();
    let (first, second) = ("2026-09-01".to_owned(), "2026-09-04".to_owned());
    assert_eq!(
        said,
        [
            (first.clone(), "bruise", 0, None, Some("2 Sep 2026, 21:04")),
            (first, "soreness", 120, Some(3), None),
            (second, "headache", 30, Some(0), None),
        ]
    );
}

#[test]
fn distress_entries_are_there_only_when_ticked_and_say_what_was_written_and_no_more() {
    let mut diary = Diary::new();
    diary.sessions("stress", &[(7, 5), (6, 6), (7, 7)]);
    diary.distress_with(
        6,
        Some(2),
        &[("kind", "memory_overwhelming"), ("resumed", "false"), ("told", "clinician | trusted_person")],
    );
    diary.distress_with(0, Some(0), &[("kind", "tearful"), ("resumed", "true"), ("told", "nobody_yet")]);
    diary.distress_with(3, Some(1), &[("kind", "panic"), ("what_helped", "the window")]);
    diary.distress_with(2, None, &[("kind", "other")]);
    diary.distress_with(-1, None, &[("kind", "other")]);
    assert_eq!(page(&diary, &Included::default()).distress, []);
    let lines = page(&diary, &Included { distress: true, ..Included::default() }).distress;
    let said: Vec<_> = lines
        .iter()
        .map(|line| (line.day.to_string(), line.kind.as_str(), line.course.as_deref(), line.told.as_deref()))
        .collect();
    let on = |text: &str| text.to_owned();
    assert_eq!(
        said,
        [
            (on("2026-09-01"), "tearful", Some("paused, then went on"), Some("nobody yet")),
            (on("2026-09-03"), "other", Some("not in a session"), None),
            (on("2026-09-04"), "panic", None, None),
            (on("2026-09-07"), "overwhelming memory", Some("stopped"), Some("clinician, a trusted person")),
        ]
    );
}

#[test]
fn unwanted_effects_are_listed_also_without_the_sessions_and_never_when_not_ticked() {
    let mut diary = Diary::new();
    diary.sessions("stress", &[(7, 5)]);
    let mut parts = diary.records.sessions.remove(0).into_parts();
    parts.details.unwanted = Vec::<UnwantedEffect>::from_text("bruise:90:").unwrap();
    diary.records.sessions.push(Session::new(parts).unwrap());
    let listed = |included| page(&diary, &included).unwanted.len();
    assert_eq!(listed(Included::default()), 1);
    assert_eq!(listed(Included { sessions: false, ..Included::default() }), 1);
    assert_eq!(listed(Included { unwanted: false, ..Included::default() }), 0);
    assert_eq!(listed(Included { unwanted: false, sessions: false, ..Included::default() }), 0);
}
