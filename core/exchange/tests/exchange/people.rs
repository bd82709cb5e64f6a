//! Whom people work with and what they agreed, with what is hard to write in a cell.

use std::fs;

use tidemark_exchange::csv::{CsvOptions, read, write};
use tidemark_model::{
    CareTeamMember, IntakeSheet, PlanAdjustment, Records, Session, SessionPlan, Stamp, Therapist,
    VersionNumber,
};

use crate::everyday::made;
use crate::folder::exported;
use crate::round_trip::WITH_NOTES;
use crate::sample::diary;

/// Adds one or two of each kind to a diary; its first session is with the first therapist, under the second plan.
pub(crate) fn add(mut records: Records, stamp: &Stamp) -> Records {
    records.therapists = vec![
        made::<Therapist>(
            61,
            stamp,
            &[
                ("name", "=Ann"),
                ("practice", "@ the corner"),
                ("contact", "+353 1 234, \"upstairs\""),
                ("region", "-IE"),
                ("credential_type", "licence"),
                ("credential_number", "007"),
                ("credential_on", "2024-02-29"),
                ("styles", "swedish | chair"),
                ("languages", "Irish \\| English | =Deutsch"),
                (
                    "checklist",
                    "licence:confirmed:2026-10-03:seen:on the wall: no. 7 \\| left | plan:unsure | \
                     first_talk:not_applicable:2026-10-03",
                ),
                ("first_visit_fit", "=calm\nand kind"),
            ],
        ),
        made::<Therapist>(62, stamp, &[("name", "'Bo")]),
    ];
    let medicine = records.medications[0].id.to_string();
    records.intake_sheets = vec![
        made::<IntakeSheet>(63, stamp, &[("version", "1"), ("reviewed_on", "2026-11-01")]),
        made::<IntakeSheet>(
            64,
            stamp,
            &[
                ("version", "2"),
                ("reviewed_on", "2026-11-20"),
                ("name", "=Me"),
                ("pronouns", "they/them"),
                ("emergency_contact", "+49 30 1, Bo"),
                ("history", "=knee:2019:swells: at night | scar | hip::left \\| right"),
                ("circulation", "no"),
                ("skin", "yes"),
                ("surgery", "rather_not_say"),
                ("pregnancy", "no"),
                ("fever", "no"),
                ("medicines", &medicine),
                ("allergies", "oil:=lavender | latex"),
                ("concerns", "-one\n+two"),
                ("goals", "@sleep | less | more"),
                ("pressure", "2"),
                ("areas", "focus:neck:both | avoid:foot:left"),
                ("boundaries", "=no feet"),
                ("draping", "a towel"),
                ("comfort_needs", "warm | quiet"),
                ("cues", "no \\| music"),
                ("stop_signal", "'red'"),
                ("overwhelmed_do", "=pause"),
                ("overwhelmed_avoid", "-talk"),
                ("triggers", "@doors"),
                ("clinician_contact", "Dr. A"),
                ("permission_to_talk", "ask_me"),
                ("shared", "name | pressure | triggers"),
            ],
        ),
    ];
    records.care_team_members = vec![made::<CareTeamMember>(
        65,
        stamp,
        &[("name", "=Dr. A"), ("role", "psychiatrist"), ("contact", "+1"), ("share", "trends | medicines")],
    )];
    plans(&mut records, stamp);
    let first = records.sessions[0].parts();
    let mut parts = first.clone();
    parts.details.therapist_id = Some(records.therapists[0].id);
    parts.details.plan_version = Some(VersionNumber::new(2).unwrap());
    records.sessions[0] = Session::new(parts).unwrap();
    records
}

fn plans(records: &mut Records, stamp: &Stamp) {
    records.session_plans = vec![
        made::<SessionPlan>(66, stamp, &[("version", "1"), ("since", "2026-10-02")]),
        made::<SessionPlan>(
            67,
            stamp,
            &[
                ("version", "2"),
                ("since", "2026-11-02"),
                ("aim", "=sleep\nand rest"),
                ("modality", "swedish"),
                ("pressure", "2"),
                ("minutes", "60"),
                ("frequency", "every 14 days"),
                ("preferred_days", "tue | thu"),
                ("preferred_times", "16:00 | 18:30"),
                ("keep_apart", "talking_therapy:4 | dose:2"),
                ("if_distress", "=pause | window \\| water"),
                ("agreed_with", "=Ann | Dr. A"),
                ("review_on", "2026-11-30"),
            ],
        ),
    ];
    let second = records.session_plans[1].id.to_string();
    let adjusted = |seed, more: &[(&str, &str)]| {
        let usual = [("session_plan_id", &*second), ("at", "2026-11-02"), ("decided_by", "self")];
        made::<PlanAdjustment>(seed, stamp, &[&usual[..], more].concat())
    };
    records.plan_adjustments = vec![
        adjusted(
            68,
            &[
                ("field", "pressure"),
                ("from", "3"),
                ("to", "2"),
                ("reason", "comfort"),
                ("finding", "=style"),
            ],
        ),
        adjusted(69, &[("field", "aim"), ("to", "=sleep\nand rest"), ("reason", "therapist_idea")]),
    ];
}

#[test]
fn a_row_that_names_nobody_or_says_what_cannot_be_is_named_and_the_rest_is_read() {
    let therapist = diary().therapists[0].id.to_string();
    let plan = diary().session_plans[1].id.to_string();
    let nobody = "01890000-0000-7000-8000-000000000000";
    for (file, from, to, said) in [
        ("sessions.csv", &*therapist, nobody, "sessions.csv, line 2, column therapist_id"),
        ("sessions.csv", ",2,2026-11-24T21:04", ",0,2026-11-24T21:04", "column plan_version"),
        ("plan_adjustments.csv", &*plan, nobody, "plan_adjustments.csv, line 2, column session_plan_id"),
        ("plan_adjustments.csv", ",comfort,", ",because,", "column reason"),
        ("plan_adjustments.csv", ",3,2,", ",2,2,", "plan_adjustments.csv, line 2"),
        ("plans.csv", "every 14 days", "now and then", "plans.csv, line 3, column frequency"),
        ("plans.csv", "dose:2", "dose:73", "column keep_apart"),
        ("plans.csv", "2026-11-30", "2026-11-31", "plans.csv, line 3, column review_on"),
        ("therapists.csv", "licence:confirmed", "licence:superb", "column checklist"),
        ("therapists.csv", "plan:unsure", "licence:unsure", "therapists.csv, line 2"),
        ("care_team.csv", "psychiatrist", "guru", "column role"),
        ("intake.csv", "name | pressure", "name | shoes", "column shared"),
        ("intake.csv", "rather_not_say", "maybe", "column surgery"),
    ] {
        let (_place, folder) = exported();
        let whole = read(&folder).unwrap().records.len();
        let text = fs::read_to_string(folder.join(file)).unwrap();
        assert!(text.contains(from), "{file} has no {from:?}");
        fs::write(folder.join(file), text.replacen(from, to, 1)).unwrap();
        let import = read(&folder).unwrap();
        let first = import.rejected.first().map(ToString::to_string).unwrap_or_default();
        assert!(first.contains(said), "{file} {to}: {first}");
        assert!(!first.contains(to), "{file} repeats {to}: {first}");
        assert!(import.records.len() < whole && import.records.len() + 8 > whole, "{file} {to}");
    }
}

#[test]
fn who_does_not_go_along_is_not_named_by_a_session() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("csv");
    write(&diary(), &CsvOptions { include_therapists: false, ..WITH_NOTES }, &folder).unwrap();
    let therapist = diary().therapists[0].id.to_string();
    assert!(!fs::read_to_string(folder.join("sessions.csv")).unwrap().contains(&therapist));
    // One who was removed meanwhile is not named either, and the folder is read whole.
    let mut records = diary();
    records.therapists.remove(0);
    write(&records, &WITH_NOTES, &folder).unwrap();
    let import = read(&folder).unwrap();
    assert_eq!(import.rejected, []);
    assert!(!fs::read_to_string(folder.join("sessions.csv")).unwrap().contains(&therapist));
}
