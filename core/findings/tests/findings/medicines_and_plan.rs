//! Page 3: which medicine over which days, practices, and the plan of sessions. Days, doses and counts by hand.

use tidemark_findings::{Included, MedicineLane, ReportFacts, facts};
use tidemark_model::SessionStatus;

use crate::diary::{Diary, day, days};

/// 40 days, 1 September to 10 October 2026, as of the day after.
fn page(diary: &Diary) -> ReportFacts {
    facts(&diary.records, days(0, 39), day(40), &Included::default())
}

/// A dose as (first day, last day, dose, paused), days counted from 1 September.
type Dose<'a> = (Option<i32>, Option<i32>, Option<&'a str>, bool);

fn doses(lane: &MedicineLane) -> Vec<Dose<'_>> {
    let number = |at: tidemark_model::LogicalDate| at.day_number() - day(0).day_number();
    let dose = |d: &'_ tidemark_findings::DoseStretch| (d.from.map(number), d.to.map(number), d.paused);
    lane.doses.iter().map(|d| (dose(d).0, dose(d).1, d.dose.as_deref(), dose(d).2)).collect()
}

fn marks(lane: &MedicineLane) -> Vec<(&str, i32)> {
    let number = |at: tidemark_model::LogicalDate| at.day_number() - day(0).day_number();
    lane.changes.iter().map(|mark| (mark.label.as_str(), number(mark.day))).collect()
}

#[test]
fn a_medicine_has_one_dose_until_a_change_and_another_from_that_day_on() {
    let mut diary = Diary::new();
    let a = diary.taken("A", [Some(-60), None], Some("10 mg"));
    diary.changed(a, 20, "up", [Some("5 mg"), Some("10 mg")]);
    let lanes = page(&diary).medicine_lanes;
    assert_eq!(lanes.len(), 1);
    assert_eq!(
        doses(&lanes[0]),
        [(Some(-60), Some(19), Some("5 mg"), false), (Some(20), None, Some("10 mg"), false)]
    );
    assert_eq!(marks(&lanes[0]), [("M1", 20)]);
}

#[test]
fn a_pause_lasts_until_the_next_change_and_an_end_ends() {
    let mut diary = Diary::new();
    let a = diary.taken("A", [Some(2), None], Some("5 mg"));
    diary.changed(a, 10, "paused", [Some("5 mg"), None]);
    diary.changed(a, 15, "start", [None, Some("5 mg")]);
    diary.changed(a, 30, "stop", [Some("5 mg"), None]);
    let lanes = page(&diary).medicine_lanes;
    assert_eq!(
        doses(&lanes[0]),
        [
            (Some(2), Some(9), Some("5 mg"), false),
            (Some(10), Some(14), None, true),
            (Some(15), Some(29), Some("5 mg"), false),
        ]
    );
    assert_eq!(marks(&lanes[0]), [("M1", 10), ("M2", 15), ("M3", 30)]);
}

#[test]
fn what_nobody_wrote_down_about_a_medicine_stays_unknown() {
    let mut diary = Diary::new();
    diary.taken("no days", [None, None], None);
    diary.taken("a last day", [None, Some(5)], Some("1"));
    let lanes = page(&diary).medicine_lanes;
    let mut said: Vec<_> = lanes.iter().map(|lane| (lane.name.as_str(), doses(lane))).collect();
    said.sort_unstable();
    assert_eq!(
        said,
        [
            ("a last day", vec![(None, Some(5), Some("1"), false)]),
            ("no days", vec![(None, None, None, false)]),
        ]
    );
}

#[test]
fn a_medicine_outside_the_period_has_no_lane_unless_a_change_of_it_is_within() {
    let mut diary = Diary::new();
    diary.taken("over", [Some(-90), Some(-1)], None);
    diary.taken("later", [Some(40), None], None);
    let ended = diary.taken("ended on the first day", [Some(-90), None], None);
    diary.changed(ended, 0, "stop", [None, None]);
    let lanes = page(&diary).medicine_lanes;
    let said: Vec<_> = lanes.iter().map(|lane| (lane.name.as_str(), doses(lane), marks(lane))).collect();
    assert_eq!(said, [("ended on the first day", vec![], vec![("M1", 0)])]);
}

#[test]
fn numbers_of_changes_are_those_of_page_one() {
    let mut diary = Diary::new();
    let a = diary.taken("A", [Some(0), None], None);
    let b = diary.taken("B", [Some(1), None], None);
    diary.changed(a, 30, "up", [None, Some("2")]);
    diary.changed(b, 10, "up", [None, Some("3")]);
    diary.changed(a, 5, "down", [None, Some("1")]);
    let page = page(&diary);
    let listed: Vec<(&str, i32)> = page
        .changes
        .iter()
        .map(|line| (line.label.as_str(), line.day.day_number() - day(0).day_number()))
        .collect();
    assert_eq!(listed, [("M1", 5), ("M2", 10), ("M3", 30)]);
    assert_eq!(marks(&page.medicine_lanes[0]), [("M1", 5), ("M3", 30)]);
    assert_eq!(marks(&page.medicine_lanes[1]), [("M2", 10)]);
}

#[test]
fn a_day_with_a_practice_has_one_mark_whoever_wrote_it_twice() {
    let mut diary = Diary::new();
    diary.practice(3, "movement");
    diary.practice(3, "movement");
    diary.chips(3, "movement | breathing");
    diary.practice(1, "movement");
    diary.practice(8, "psychotherapy");
    diary.practice(-1, "mindfulness");
    diary.practice(40, "sleep_routine");
    let lanes = page(&diary).practice_lanes;
    let said: Vec<(&str, Vec<i32>)> = lanes
        .iter()
        .map(|lane| {
            let days = lane.days.iter().map(|at| at.day_number() - day(0).day_number());
            (lane.name.as_str(), days.collect())
        })
        .collect();
    let expected = [("Talking therapy", vec![8]), ("Movement", vec![1, 3]), ("Breathing", vec![3])];
    assert_eq!(said, expected);
}

#[test]
fn events_keep_all_their_days_and_the_number_of_page_one() {
    let mut diary = Diary::new();
    diary.event(20, None, "travel", None);
    diary.event(-9, Some(3), "illness", Some("flu"));
    diary.event(38, Some(50), "work", None);
    let spans = page(&diary).event_spans;
    let number = |at: tidemark_model::LogicalDate| at.day_number() - day(0).day_number();
    let said: Vec<_> = spans.iter().map(|e| (e.label.as_str(), number(e.from), number(e.to))).collect();
    assert_eq!(said, [("E1", -9, 3), ("E2", 20, 20), ("E3", 38, 50)]);
}

#[test]
fn the_plan_in_force_is_said_field_by_field_in_words() {
    let mut diary = Diary::new();
    diary.plan(1, -30, &[("aim", "calmer evenings")]);
    diary.plan(
        2,
        31,
        &[
            ("aim", "sleep through"),
            ("modality", "gentle_deep_tissue"),
            ("pressure", "2"),
            ("minutes", "60"),
            ("frequency", "every 14 days"),
            ("preferred_days", "tue | thu"),
            ("preferred_times", "17:30"),
            ("keep_apart", "talking_therapy:4 | dose:1"),
            ("if_distress", "pause | open the window"),
            ("agreed_with", "Ms Weber"),
            ("review_on", "2026-11-30"),
        ],
    );
    // Not yet in force on the last day of the period.
    diary.plan(3, 40, &[("aim", "later")]);
    let plan = page(&diary).plan.unwrap();
    assert_eq!(plan.in_force.version.text, "Version 2, in force since 2 Oct 2026.");
    let said: Vec<(&str, &str)> =
        plan.in_force.lines.iter().map(|line| (line.label.as_str(), line.text.as_str())).collect();
    assert_eq!(
        said,
        [
            ("Aim", "sleep through"),
            ("Style", "gentle deep tissue"),
            ("Pressure", "2 of 5, light"),
            ("Length", "60 minutes"),
            ("Frequency", "every 14 days"),
            ("Days that suit", "Tuesday; Thursday"),
            ("Times that suit", "17:30"),
            ("Kept apart", "4 hours from talking therapy; 1 hour from a dose of a medicine"),
            ("If distress comes", "pause; open the window"),
            ("Agreed with", "Ms Weber"),
            ("Looked at again on", "30 Nov 2026"),
        ]
    );
}

#[test]
fn no_plan_is_nothing_said_of_one() {
    assert_eq!(page(&Diary::new()).plan, None);
    let mut diary = Diary::new();
    diary.plan(1, 40, &[]);
    assert_eq!(page(&diary).plan, None);
}

#[test]
fn adjustments_of_the_period_say_from_to_why_and_who() {
    let mut diary = Diary::new();
    diary.plan(1, -30, &[("pressure", "3")]);
    diary.plan(2, 20, &[("pressure", "2")]);
    let cost = [("reason", "cost"), ("decided_by", "together")];
    let change = |field: [(&'static str, &'static str); 2]| field.into_iter().chain(cost).collect::<Vec<_>>();
    diary.adjustment(20, &change([("field", "frequency"), ("to", "1 per week")]));
    diary.adjustment(-1, &change([("field", "aim"), ("to", "before the period")]));
    diary.adjustment(
        2,
        &[
            ("field", "pressure"),
            ("from", "3"),
            ("to", "2"),
            ("reason", "comfort"),
            ("decided_by", "massage_therapist"),
        ],
    );
    let plan = page(&diary).plan.unwrap();
    let said: Vec<_> = plan
        .adjustments
        .iter()
        .map(|line| {
            let [from, to] = [&line.from, &line.to].map(Option::as_deref);
            let words = (line.field.as_str(), from, to, line.reason.as_str(), line.decided_by.as_str());
            (line.day.to_string(), words)
        })
        .collect();
    let pressure =
        ("Pressure", Some("3 of 5, medium"), Some("2 of 5, light"), "comfort", "massage therapist");
    let frequency = ("Frequency", None, Some("1 time a week"), "cost", "the person, with others");
    assert_eq!(said, [("2026-09-03".to_owned(), pressure), ("2026-09-21".to_owned(), frequency)]);
}

/// The sentences on held sessions over 28 days, as of the day after.
fn held(diary: &Diary) -> Vec<String> {
    let page = facts(&diary.records, days(0, 27), day(28), &Included::default());
    page.plan.map_or_else(Vec::new, |plan| plan.held.iter().map(|said| said.text.clone()).collect())
}

fn sessions(diary: &mut Diary, statuses: &[(i32, SessionStatus)]) {
    for (number, status) in statuses {
        diary.session_with(*number, *status);
    }
}

// Once a week over 28 days is four sessions.
#[test]
fn held_of_planned_counts_all_that_was_written_down_once_it_is_as_many_as_planned() {
    use SessionStatus::{Cancelled, Held, Missed, StoppedEarly};
    let mut diary = Diary::new();
    diary.plan(1, -30, &[("frequency", "1 per week")]);
    sessions(&mut diary, &[(1, Held), (8, StoppedEarly), (15, Missed)]);
    assert_eq!(held(&diary), Vec::<String>::new(), "three written down of four planned");
    sessions(&mut diary, &[(22, Held)]);
    assert_eq!(held(&diary), ["3 of 4 planned sessions held."]);
    sessions(&mut diary, &[(24, Cancelled), (-1, Held), (28, Held)]);
    assert_eq!(held(&diary), ["3 of 5 planned sessions held."]);
}

// 21 days at every 7 days are three sessions; those before the plan are nobody's plan.
#[test]
fn a_plan_that_began_within_the_period_counts_from_its_first_day() {
    use SessionStatus::Held;
    let mut diary = Diary::new();
    diary.plan(1, 7, &[("frequency", "every 7 days")]);
    sessions(&mut diary, &[(1, Held), (8, Held), (15, Held)]);
    assert_eq!(held(&diary), Vec::<String>::new());
    sessions(&mut diary, &[(22, Held)]);
    assert_eq!(held(&diary), ["3 of 3 planned sessions held (since 8 Sep 2026)."]);
}

// 14 days at 2 a week are four, 14 days at 3 a month are 42 / 31, one in whole: five.
#[test]
fn each_version_of_the_plan_asks_for_the_days_it_was_in_force() {
    use SessionStatus::Held;
    let mut diary = Diary::new();
    diary.plan(1, -3, &[("frequency", "2 per week")]);
    diary.plan(2, 14, &[("frequency", "3 per month")]);
    sessions(&mut diary, &[(1, Held), (4, Held), (8, Held), (11, Held)]);
    assert_eq!(held(&diary), Vec::<String>::new());
    sessions(&mut diary, &[(20, Held)]);
    assert_eq!(held(&diary), ["5 of 5 planned sessions held."]);
    diary.plan(3, 26, &[("pressure", "2")]);
    assert_eq!(held(&diary), Vec::<String>::new(), "one version has no frequency");
}

#[test]
fn a_planned_session_of_the_past_is_not_held_and_said_to_be_open_and_one_of_today_waits() {
    use SessionStatus::{Held, Planned};
    let mut diary = Diary::new();
    diary.plan(1, -30, &[("frequency", "every 14 days")]);
    sessions(&mut diary, &[(1, Held), (15, Planned), (27, Planned)]);
    let as_of = |as_of| {
        let page = facts(&diary.records, days(0, 27), day(as_of), &Included::default());
        page.plan.unwrap().held.iter().map(|said| said.text.clone()).collect::<Vec<_>>()
    };
    let open = |n| format!("What became of {n} of them was not written down.");
    assert_eq!(as_of(27), ["1 of 2 planned sessions held.".to_owned(), open(1)]);
    assert_eq!(as_of(28), ["1 of 3 planned sessions held.".to_owned(), open(2)]);
}

#[test]
fn the_method_page_says_what_counts_as_planned_where_the_count_is_given() {
    let ids = |diary: &Diary| -> Vec<&'static str> {
        let page = facts(&diary.records, days(0, 27), day(28), &Included::default());
        page.method.iter().flat_map(|section| &section.paragraphs).map(|said| said.id).collect()
    };
    let mut diary = Diary::new();
    diary.plan(1, -30, &[("frequency", "every 14 days")]);
    assert!(!ids(&diary).contains(&"method.planned"));
    sessions(&mut diary, &[(1, SessionStatus::Held), (15, SessionStatus::Held)]);
    assert!(ids(&diary).contains(&"method.planned"));
}

#[test]
fn what_is_not_ticked_is_in_no_lane_and_no_list() {
    let mut diary = Diary::new();
    diary.taken("A", [Some(0), None], None);
    diary.practice(3, "movement");
    diary.chips(4, "breathing");
    diary.event(5, None, "travel", None);
    diary.plan(1, -30, &[("aim", "calmer evenings")]);
    let counts = |included| {
        let page = facts(&diary.records, days(0, 39), day(40), &included);
        let lanes = (page.medicine_lanes.len(), page.practice_lanes.len(), page.event_spans.len());
        (lanes, page.plan.is_some())
    };
    assert_eq!(counts(Included::default()), ((1, 2, 1), true));
    assert_eq!(counts(Included::NOTHING), ((0, 0, 0), false));
    let without = |change: fn(&mut Included)| {
        let mut included = Included::default();
        change(&mut included);
        counts(included)
    };
    assert_eq!(without(|ticks| ticks.medicines = false), ((0, 2, 1), true));
    assert_eq!(without(|ticks| ticks.practices = false), ((1, 0, 1), true));
    assert_eq!(without(|ticks| ticks.events = false), ((1, 2, 0), true));
    assert_eq!(without(|ticks| ticks.plan = false), ((1, 2, 1), false));
}
