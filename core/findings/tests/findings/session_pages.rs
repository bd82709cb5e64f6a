//! Sessions one by one, by style, daily values and notes, and what is left of a report without a section. Expected values are
//! counted by hand.

use tidemark_findings::{AroundSessions, Figures, Included, Preset, ReportFacts, facts};
use tidemark_model::{Modality, Note, Session, SessionStatus};

use crate::diary::{Around, Diary, Written, day, days};

fn page(diary: &Diary, included: &Included) -> ReportFacts {
    facts(&diary.records, days(0, 99), day(100), included)
}

fn of_style(before: i32, after: i32, modality: Modality) -> Around {
    Around { modality, ..Around::new(before, after) }
}

/// Another end for the session at that place.
fn status(diary: &mut Diary, place: usize, status: SessionStatus) {
    let mut parts = diary.records.sessions[place].clone().into_parts();
    parts.status = status;
    parts.ended = parts.ended.filter(|_| status.took_place());
    diary.records.sessions[place] = Session::new(parts).unwrap();
}

#[test]
fn the_newest_twenty_sessions_are_listed_and_earlier_ones_counted() {
    let mut diary = Diary::new();
    diary.sessions("stress", &[(7, 5); 23]);
    let log = page(&diary, &Included::default()).session_log.unwrap();
    let numbers: Vec<u32> = log.lines.iter().map(|line| line.number).collect();
    assert_eq!(numbers, (4..=23).collect::<Vec<u32>>());
    assert_eq!(log.earlier.unwrap().text, "3 earlier sessions of this period are not listed.");
    // The fourth of every third day is day 9, 10 September.
    assert_eq!(log.lines[0].day.to_string(), "2026-09-10");
    diary.records.sessions.truncate(20);
    assert_eq!(page(&diary, &Included::default()).session_log.unwrap().earlier, None);
}

#[test]
fn a_line_holds_what_was_given_and_a_flag_for_what_does_not_count() {
    let mut diary = Diary::new();
    let counted = Around { next_morning: Some(3), pressure: Some(2), ..Around::new(7, 5) };
    diary.session_of(0, &[("stress", counted), ("pain", Around::new(4, 4))]);
    diary.session(3, "stress", Around { recalled: true, ..Around::new(6, 6) });
    // The window after a session ends three hours later.
    diary.session(6, "stress", Around { after_min: 181, ..Around::new(8, 2) });
    diary.pause(2);
    let log = page(&diary, &Included::default()).session_log.unwrap();
    assert_eq!(log.measures.iter().map(|m| m.label.as_str()).collect::<Vec<_>>(), ["Stress", "Pain"]);
    let first = &log.lines[0];
    assert_eq!((first.minutes, first.pressure_asked, first.pressure_felt), (Some(60), None, Some(2)));
    let around = |at: usize, measure: usize| {
        let rated = log.lines[at].ratings[measure];
        (rated.before, rated.after, rated.next_morning)
    };
    assert_eq!(around(0, 0), (Some(7.0), Some(5.0), Some(3.0)));
    assert_eq!(around(0, 1), (Some(4.0), Some(4.0), None));
    assert_eq!(around(1, 1), (None, None, None), "not rated is not zero");
    let flags = |log: &tidemark_findings::SessionLog| -> Vec<[bool; 4]> {
        let of = |line: &tidemark_findings::SessionLine| {
            [line.paused, line.unwanted, line.recalled, line.out_of_window]
        };
        log.lines.iter().map(of).collect()
    };
    let none = [false; 4];
    assert_eq!(flags(&log), [none, [false, false, true, false], [false, false, false, true]]);
    assert_eq!((log.pairs, log.drawn), (1, false));
    // A pause is told where it is ticked.
    let told = page(&diary, &Included { distress: true, ..Included::default() }).session_log.unwrap();
    assert_eq!(flags(&told)[2], [true, false, false, true]);
}

#[test]
fn a_chart_is_drawn_from_six_pairs_that_count() {
    let mut diary = Diary::new();
    diary.sessions("stress", &[(7, 5); 5]);
    diary.session(40, "stress", Around { recalled: true, ..Around::new(6, 6) });
    let drawn = |diary: &Diary| page(diary, &Included::default()).session_log.unwrap().drawn;
    assert!(!drawn(&diary));
    diary.session(43, "stress", Around::new(6, 6));
    assert!(drawn(&diary));
}

#[test]
fn held_is_said_beside_all_that_was_written_down() {
    let mut diary = Diary::new();
    diary.sessions("stress", &[(7, 5); 6]);
    status(&mut diary, 1, SessionStatus::StoppedEarly);
    status(&mut diary, 2, SessionStatus::Cancelled);
    status(&mut diary, 3, SessionStatus::Missed);
    status(&mut diary, 4, SessionStatus::Planned);
    let log = page(&diary, &Included::default()).session_log.unwrap();
    assert_eq!(
        log.held.text,
        "3 of 6 sessions written down took place; 1 called off, 1 not attended, 1 still open."
    );
    assert_eq!(log.lines.len(), 3);
    assert_eq!(page(&Diary::new(), &Included::default()).session_log, None);
}

#[test]
fn below_four_a_style_has_its_values_and_from_four_a_median() {
    let mut diary = Diary::new();
    for (at, after) in (0..).step_by(3).zip([5, 6, 4, 7]) {
        diary.session(at, "stress", Around { pressure: Some(3), ..of_style(8, after, Modality::Swedish) });
    }
    for (at, after) in (1..).step_by(3).zip([6, 5, 8]) {
        diary.session(at, "stress", of_style(6, after, Modality::Chair));
    }
    let found = page(&diary, &Included::default()).by_style.unwrap();
    assert_eq!(
        found.lines.iter().map(|l| l.style.as_str()).collect::<Vec<_>>(),
        ["Swedish", "chair massage"]
    );
    // 5−8, 6−8, 4−8, 7−8: −3, −2, −4, −1, the median −2.5.
    assert_eq!(found.lines[0].change, Figures::Median { median: -2.5, n: 4 });
    assert_eq!(found.lines[0].pressure, Figures::Median { median: 3.0, n: 4 });
    assert_eq!(found.lines[1].change, Figures::Values(vec![0.0, -1.0, 2.0]));
    assert_eq!(found.lines[1].pressure, Figures::Values(vec![]), "not said is not zero");
    assert_eq!(
        found.difference.unwrap().text,
        "Too few sessions of each style have ratings on time to compare them."
    );
}

/// Two styles of eight sessions each: `far` apart in what follows, with the same ups and downs.
fn two_styles(far: i32) -> Diary {
    let mut diary = Diary::new();
    let around = [(7, 5), (6, 5), (8, 6), (5, 4), (7, 6), (6, 4), (8, 7), (5, 3)];
    for (at, (before, after)) in (0..).step_by(6).zip(around) {
        diary.session(at, "stress", of_style(before, after, Modality::Swedish));
        diary.session(at + 3, "stress", of_style(before, after - far, Modality::Chair));
    }
    diary
}

#[test]
fn styles_that_are_alike_are_said_to_be_and_a_difference_is_named_with_its_interval() {
    let said = |far| page(&two_styles(far), &Included::default()).by_style.unwrap().difference.unwrap();
    assert_eq!(said(0).text, "Differences between styles are smaller than their uncertainty.");
    let far = said(3);
    assert_eq!(far.id, "sentence.styles.differ");
    // Each chair session is followed by 3 less than the Swedish one after the same rating.
    let begins = "Stress: Swedish sessions (n 8) and chair sessions (n 8) differed by 3 (95 % interval ";
    assert!(far.text.starts_with(begins), "{}", far.text);
}

#[test]
fn daily_values_and_notes_are_there_only_where_they_are_ticked() {
    let mut diary = Diary::new();
    diary.rate(2, "stress", 4);
    diary.rate_as(2, "mood", tidemark_model::Milli::whole(6), Written::WeekLater);
    diary.rate(5, "mood", 0);
    let mut parts = diary.records.check_ins[2].clone().into_parts();
    parts.note = Some(Note::new("note", "slept badly").unwrap());
    diary.records.check_ins[2] = tidemark_model::CheckIn::new(parts).unwrap();
    let bare = page(&diary, &Included::default());
    assert_eq!((bare.daily, bare.notes.len()), (None, 0));
    let ticked = Included { daily: true, notes: true, trends: false, ..Included::default() };
    let full = page(&diary, &ticked);
    assert!(full.panels.is_empty(), "trends are a tick of their own");
    let daily = full.daily.unwrap();
    assert_eq!(daily.measures.iter().map(|m| m.label.as_str()).collect::<Vec<_>>(), ["Stress", "Mood"]);
    let cells = |line: &tidemark_findings::DailyLine| -> Vec<Option<(f64, bool)>> {
        line.values.iter().map(|value| value.map(|value| (value.value, value.apart))).collect()
    };
    let lines: Vec<_> = daily.days.iter().map(|line| (line.day.to_string(), cells(line))).collect();
    assert_eq!(
        lines,
        [
            ("2026-09-03".to_owned(), vec![Some((4.0, false)), Some((6.0, true))]),
            ("2026-09-06".to_owned(), vec![None, Some((0.0, false))])
        ]
    );
    assert_eq!((full.notes[0].text.as_str(), full.notes[0].of_session), ("slept badly", false));
}

#[test]
fn a_massage_therapist_gets_ratings_of_the_body_and_nothing_about_other_days() {
    let mut diary = Diary::new();
    for number in 0..60 {
        diary.rate(number, "pain", number % 7);
    }
    for at in (0..54).step_by(6) {
        let rated = Around::new(6, 4).next_morning(5 - at % 4);
        diary.session_of(at, &[("anxiety", rated), ("pain", rated), ("stress", rated)]);
    }
    let said = |included| {
        let page = page(&diary, &included);
        let of_days = page.sessions.sentences.iter().filter(|s| s.id.contains("selection")).count();
        let measures: Vec<String> = page.sessions.findings.iter().map(|f| f.measure.label.clone()).collect();
        (measures, of_days, page.session_log.unwrap().measures.len(), page.panels.len())
    };
    let all = Included { around: AroundSessions::AllMeasures, ..Preset::MassageTherapist.into() };
    assert_eq!(said(all).0, ["Stress", "Pain", "Anxiety"]);
    assert_eq!(said(Preset::MassageTherapist.into()), (vec!["Pain".to_owned()], 0, 1, 0));
    let trends = Included { trends: true, ..Preset::MassageTherapist.into() };
    assert_eq!(said(trends).1, 1, "with trends the days before sessions are spoken of");
}

#[test]
fn with_every_section_the_records_are_as_they_are() {
    let mut diary = two_styles(1);
    diary.goal(0, "walk", "active");
    let kept = Included::default().of(&diary.records);
    assert!(matches!(kept, std::borrow::Cow::Borrowed(_)));
    let page = page(&diary, &Included { goals: false, ..Included::default() });
    assert!(page.goals.is_empty());
    assert_eq!(page.left_out, [tidemark_model::ShareSection::Goals]);
}
