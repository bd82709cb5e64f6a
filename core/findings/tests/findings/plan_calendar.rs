//! What stands around sessions, and what is nearer than the plan keeps apart. Minutes by hand.

use tidemark_findings::{PlanDay, PlanLane, kept_apart, plan_calendar};
use tidemark_model::{LastDose, Moment, SessionId, SessionStatus};

use crate::diary::{Diary, day, days, moment};

/// The lanes of a day: minute and what stands there.
fn lanes(day: &PlanDay) -> Vec<(u16, &str)> {
    let what = |what: &PlanLane| match what {
        PlanLane::Session { .. } => "session",
        PlanLane::TalkingTherapy { .. } => "therapy",
        PlanLane::Dose { .. } => "dose",
    };
    day.entries.iter().map(|entry| (entry.minute, what(&entry.what))).collect()
}

fn said(diary: &Diary, id: SessionId) -> Vec<String> {
    kept_apart(&diary.records, id).into_iter().map(|sentence| sentence.text).collect()
}

#[test]
fn days_hold_their_lanes_by_the_clock_and_an_empty_day_is_there_too() {
    let mut diary = Diary::new();
    let medicine = diary.taken("Sertraline", [Some(0), None], None);
    diary.times(medicine, "08:00 | 22:00");
    diary.appointment(moment(1, "14:00"), "talking_therapist");
    diary.appointment(moment(1, "09:00"), "psychiatrist");
    diary.planned(moment(1, "16:30"), Some(60));
    let calendar = plan_calendar(&diary.records, days(1, 2));
    assert_eq!(calendar.iter().map(|one| one.day).collect::<Vec<_>>(), [day(1), day(2)]);
    assert_eq!(lanes(&calendar[0]), [(480, "dose"), (840, "therapy"), (990, "session"), (1320, "dose")]);
    assert_eq!(lanes(&calendar[1]), [(480, "dose"), (1320, "dose")]);
    // No plan, so nothing is kept apart.
    assert!(matches!(&calendar[0].entries[2].what, PlanLane::Session { apart, .. } if apart.is_empty()));
    assert_eq!(plan_calendar(&Diary::new().records, days(1, 3)).len(), 3);
}

#[test]
fn what_was_called_off_or_missed_stands_nowhere() {
    let mut diary = Diary::new();
    let id = diary.planned(moment(1, "16:30"), Some(60));
    assert_eq!(lanes(&plan_calendar(&diary.records, days(1, 1))[0]), [(990, "session")]);
    diary.becomes(id, SessionStatus::Cancelled);
    assert_eq!(lanes(&plan_calendar(&diary.records, days(1, 1))[0]), []);
    diary.becomes(id, SessionStatus::Missed);
    assert_eq!(lanes(&plan_calendar(&diary.records, days(1, 1))[0]), []);
}

#[test]
fn a_dose_does_not_stand_on_days_on_which_it_was_paused_or_is_over() {
    let mut diary = Diary::new();
    let a = diary.taken("A", [Some(0), None], Some("5 mg"));
    diary.times(a, "08:00");
    diary.changed(a, 3, "paused", [Some("5 mg"), None]);
    diary.changed(a, 5, "start", [None, Some("5 mg")]);
    diary.changed(a, 7, "stop", [Some("5 mg"), None]);
    let doses: Vec<usize> =
        plan_calendar(&diary.records, days(-1, 8)).iter().map(|one| one.entries.len()).collect();
    // Days -1 to 8: begins on 0, paused on 3 and 4, over from 7 on.
    assert_eq!(doses, [0, 1, 1, 1, 0, 0, 1, 1, 0, 0]);
}

#[test]
fn a_session_nearer_than_the_plan_keeps_says_how_near_and_one_at_the_hours_says_nothing() {
    let mut diary = Diary::new();
    diary.plan(1, 0, &[("keep_apart", "talking_therapy:4")]);
    diary.appointment(moment(1, "12:00"), "talking_therapist");
    let near = diary.planned(moment(1, "14:30"), Some(60));
    let at_the_hours = diary.planned(moment(1, "16:00"), Some(60));
    // Over at 08:30, three and a half hours before.
    let before = diary.planned(moment(1, "07:30"), Some(60));
    let within = diary.planned(moment(1, "11:30"), Some(60));
    let without_length = diary.planned(moment(1, "12:00"), None);
    assert_eq!(said(&diary, near), ["2 h 30 min after talking therapy; the plan keeps 4 hours between."]);
    assert_eq!(said(&diary, at_the_hours), Vec::<String>::new());
    assert_eq!(said(&diary, before), ["3 h 30 min before talking therapy; the plan keeps 4 hours between."]);
    for at_once in [within, without_length] {
        assert_eq!(
            said(&diary, at_once),
            ["At the time of talking therapy; the plan keeps 4 hours between."]
        );
    }
}

#[test]
fn the_plan_in_force_on_the_day_of_the_session_is_the_one_that_counts() {
    let mut diary = Diary::new();
    diary.plan(1, 0, &[("keep_apart", "talking_therapy:1")]);
    diary.plan(2, 10, &[("keep_apart", "talking_therapy:12")]);
    for number in [5, 15] {
        diary.appointment(moment(number, "10:00"), "talking_therapist");
    }
    let (early, late) = (diary.planned(moment(5, "13:00"), None), diary.planned(moment(15, "13:00"), None));
    assert_eq!(said(&diary, early), Vec::<String>::new());
    assert_eq!(said(&diary, late), ["3 h after talking therapy; the plan keeps 12 hours between."]);
}

#[test]
fn a_dose_counts_by_its_times_until_the_person_says_when_it_was_last_taken() {
    let mut diary = Diary::new();
    diary.plan(1, 0, &[("keep_apart", "dose:2")]);
    let medicine = diary.taken("Sertraline", [Some(0), None], None);
    diary.times(medicine, "08:00 | 22:00");
    let id = diary.planned(moment(1, "09:15"), Some(60));
    assert_eq!(said(&diary, id), ["1 h 15 min after Sertraline; the plan keeps 2 hours between."]);
    // Taken at 07:15 that morning instead, two hours before, and so not nearer than the plan says.
    let medication = diary.records.medications[medicine].id;
    diary.last_dose(id, LastDose { medication, taken_at: moment(1, "07:15") });
    assert_eq!(said(&diary, id), Vec::<String>::new());
    diary.last_dose(id, LastDose { medication, taken_at: moment(1, "08:45") });
    assert_eq!(said(&diary, id), ["30 min after Sertraline; the plan keeps 2 hours between."]);
    // One without times counts only where it was written down.
    let asked = diary.taken("As needed", [Some(0), None], None);
    let medication = diary.records.medications[asked].id;
    diary.last_dose(id, LastDose { medication, taken_at: moment(1, "08:45") });
    assert_eq!(said(&diary, id), ["30 min after As needed; the plan keeps 2 hours between."]);
    // 21:30 is over at 22:30, and the dose falls into it.
    let late = diary.planned(moment(2, "21:30"), Some(60));
    assert_eq!(said(&diary, late), ["At the time of Sertraline; the plan keeps 2 hours between."]);
    diary.plan(2, 3, &[("keep_apart", "dose:1")]);
    let morning = diary.planned(moment(4, "07:15"), None);
    assert_eq!(said(&diary, morning), ["45 min before Sertraline; the plan keeps 1 hour between."]);
}

#[test]
fn hours_are_true_ones_over_a_change_of_the_clocks_and_reach_over_midnight() {
    let mut diary = Diary::new();
    diary.plan(1, 0, &[("keep_apart", "talking_therapy:3")]);
    // 25 October 2026 in Dublin: the clock goes back from 02:00 to 01:00, and from 00:30 to 03:00 are three and a half hours.
    let at = |text| Moment::parse(text).unwrap();
    diary.appointment(at("2026-10-25T00:30+01:00"), "talking_therapist");
    let id = diary.planned(at("2026-10-25T03:00+00:00"), None);
    assert_eq!(said(&diary, id), Vec::<String>::new());
    diary.appointment(at("2026-10-31T23:00+00:00"), "talking_therapist");
    let next = diary.planned(at("2026-11-01T01:00+00:00"), None);
    assert_eq!(said(&diary, next), ["2 h after talking therapy; the plan keeps 3 hours between."]);
}
