//! Whom people work with and what they agreed: a plan moves on only with a reason, sessions keep the version they ran
//! under, and nothing about health leaves the diary unless it was ticked.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

use tidemark::model::{
    AdjustmentReason, ChecklistItem, ChecklistStatus, DecidedBy, IntakeField, Invalid, Kind, Modality,
    Moment, Pressure, Record, RecordedBy, Rollover, SeededEntropy, Session, SessionDetails, SessionMinutes,
    SessionPlan, SessionStatus, Source, VersionNumber,
};
use tidemark::{
    Adjustment, ChecklistChange, Diary, DiaryError, Editor, Ending, Passphrase, SessionDraft, Setup, Shell,
    Span,
};

fn at(text: &str) -> Moment {
    Moment::parse(text).unwrap()
}

fn diary(room: &tempfile::TempDir) -> Diary {
    let setup = Setup {
        created_at: at("2026-01-01T00:00Z").instant,
        rollover: Rollover::default(),
        sample_label: None,
    };
    let shell = Shell { entropy: Box::new(SeededEntropy::new(5)), source: Source::App };
    let passphrase = Passphrase::new("correct horse").unwrap();
    Diary::create(&room.path().join("my.diary"), &passphrase, setup, shell).unwrap().0
}

fn said(fields: &[(&str, &str)]) -> Vec<(String, Option<String>)> {
    let text = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    fields.iter().map(|(name, value)| ((*name).to_owned(), text(value))).collect()
}

fn add(diary: &mut Diary, kind: Kind, fields: &[(&str, &str)], now: &str) -> Record {
    diary.add_record(kind, &said(fields), RecordedBy::Own, at(now)).unwrap()
}

fn editor(now: &str) -> Editor {
    Editor { at: at(now), by: RecordedBy::Own, reason: None }
}

fn comfort() -> Adjustment {
    Adjustment { reason: AdjustmentReason::Comfort, decided_by: DecidedBy::Own, at: None, finding: None }
}

fn plan(record: Record) -> SessionPlan {
    match record {
        Record::SessionPlan(plan) => plan.content().clone(),
        other => unreachable!("{:?}", other.kind()),
    }
}

fn draft(started: &str, status: SessionStatus, details: SessionDetails) -> SessionDraft {
    let held = status.took_place();
    SessionDraft {
        started: at(started),
        ending: if held { Ending::After(SessionMinutes::new(60).unwrap()) } else { Ending::None },
        status,
        planned_min: None,
        reason: None,
        modality: Modality::Swedish,
        secondary: vec![],
        pressure_asked: None,
        pressure_felt: None,
        areas: vec![],
        note: None,
        details,
        ratings: vec![],
        overlap: false,
        recorded_by: RecordedBy::Own,
    }
}

fn session(diary: &mut Diary, started: &str, details: SessionDetails, now: &str) -> Session {
    diary.add_session(draft(started, SessionStatus::Held, details), at(now)).unwrap().entry.0
}

fn version(session: &Session) -> Option<u32> {
    session.parts().details.plan_version.map(VersionNumber::get)
}

/// A plan since 2 October at pressure 3, adjusted on 2 November to 2.
fn adjusted(diary: &mut Diary) {
    let fields = [("modality", "swedish"), ("pressure", "3"), ("since", "2026-10-02")];
    add(diary, Kind::SessionPlan, &fields, "2026-10-02T10:00Z");
    let made =
        diary.adjust_plan(&said(&[("pressure", "2")]), &comfort(), RecordedBy::Own, at("2026-11-02T10:00Z"));
    let made = made.unwrap();
    assert_eq!((made.plan.version.get(), made.plan.pressure.map(Pressure::step)), (2, Some(2)));
    assert_eq!(made.plan.modality, Some(Modality::Swedish));
    let [one] = made.adjustments.as_slice() else { unreachable!() };
    let words = |text: &Option<tidemark::model::Note>| text.as_ref().map(|t| t.as_str().to_owned());
    assert_eq!((words(&one.from), words(&one.to)), (Some("3".into()), Some("2".into())));
    assert_eq!(one.session_plan_id, made.plan.id);
}

#[test]
fn a_session_keeps_the_version_of_the_plan_in_force_on_its_day() {
    let room = tempfile::tempdir().unwrap();
    let mut diary = diary(&room);
    let none = session(&mut diary, "2026-09-30T10:00Z", SessionDetails::default(), "2026-10-01T10:00Z");
    assert_eq!(version(&none), None, "there was no plan yet");
    adjusted(&mut diary);
    let now = "2026-11-10T12:00Z";
    let on = |diary: &mut Diary, started| version(&session(diary, started, SessionDetails::default(), now));
    // Written down in November, all of them; what counts is the day of the session.
    assert_eq!(on(&mut diary, "2026-10-01T10:00Z"), None);
    assert_eq!(on(&mut diary, "2026-10-02T10:00Z"), Some(1));
    // One o'clock at night still belongs to 1 November.
    assert_eq!(on(&mut diary, "2026-11-02T01:00Z"), Some(1));
    assert_eq!(on(&mut diary, "2026-11-02T10:00Z"), Some(2));
    let mut given = SessionDetails { plan_version: Some(VersionNumber::FIRST), ..SessionDetails::default() };
    let kept = session(&mut diary, "2026-11-03T10:00Z", given.clone(), now);
    assert_eq!(version(&kept), Some(1), "what is given stays");
    given.plan_version = Some(VersionNumber::new(7).unwrap());
    let unknown = diary.add_session(draft("2026-11-04T10:00Z", SessionStatus::Held, given), at(now));
    assert!(matches!(unknown, Err(DiaryError::UnknownRecord { .. })));
}

#[test]
fn a_planned_session_runs_under_the_plan_of_the_day_it_starts() {
    let room = tempfile::tempdir().unwrap();
    let mut diary = diary(&room);
    adjusted(&mut diary);
    let planned = draft("2026-11-20T10:00Z", SessionStatus::Planned, SessionDetails::default());
    let planned = diary.add_session(planned, at("2026-11-10T12:00Z")).unwrap().entry.0;
    assert_eq!(version(&planned), Some(2));
    let minutes = said(&[("minutes", "45")]);
    diary.adjust_plan(&minutes, &comfort(), RecordedBy::Own, at("2026-11-15T12:00Z")).unwrap();
    let started = diary.start_planned(planned.id(), RecordedBy::Own, at("2026-11-20T10:05Z")).unwrap();
    assert_eq!(version(&started), Some(3));
}

#[test]
fn an_undone_adjustment_takes_its_version_along_and_no_number_is_given_twice() {
    let room = tempfile::tempdir().unwrap();
    let mut diary = diary(&room);
    adjusted(&mut diary);
    let day = "2026-11-24".parse().unwrap();
    let in_force = |diary: &Diary| diary.plan_in_force(day).unwrap().unwrap().version.get();
    let changes = |diary: &Diary| diary.records_of(Kind::PlanAdjustment, Span::default()).unwrap().len();
    assert_eq!((in_force(&diary), changes(&diary)), (2, 1));
    diary.undo(RecordedBy::Own, at("2026-11-03T10:00Z")).unwrap();
    assert_eq!((in_force(&diary), changes(&diary)), (1, 0));
    diary.undo(RecordedBy::Own, at("2026-11-03T10:01Z")).unwrap();
    assert_eq!((in_force(&diary), changes(&diary)), (2, 1));
    diary.undo(RecordedBy::Own, at("2026-11-03T10:02Z")).unwrap();
    let several = said(&[("minutes", "45"), ("keep_apart", "dose:2"), ("pressure", "3")]);
    let made = diary.adjust_plan(&several, &comfort(), RecordedBy::Own, at("2026-11-04T10:00Z")).unwrap();
    // Pressure was 3 already, so two things changed.
    assert_eq!((made.plan.version.get(), made.adjustments.len()), (3, 2));
    diary.verify().unwrap();
}

#[test]
fn a_plan_is_changed_in_no_other_way() {
    let room = tempfile::tempdir().unwrap();
    let mut diary = diary(&room);
    let (by, now) = (RecordedBy::Own, at("2026-11-24T12:00Z"));
    let adjust = |diary: &mut Diary, fields: &[(&str, &str)], why: &Adjustment| {
        diary.adjust_plan(&said(fields), why, by, now).map(|made| made.plan.version.get())
    };
    assert!(matches!(adjust(&mut diary, &[("pressure", "2")], &comfort()), Err(DiaryError::NoPlan)));
    let first = add(
        &mut diary,
        Kind::SessionPlan,
        &[("pressure", "4"), ("since", "2026-10-02")],
        "2026-10-02T10:00Z",
    );
    // A slip of the pen is corrected as long as nothing followed from it.
    let id = first.spelled_id();
    let corrected =
        diary.edit_record(Kind::SessionPlan, &id, &said(&[("pressure", "3")]), &editor("2026-10-02T10:05Z"));
    assert_eq!(plan(corrected.unwrap()).pressure.map(Pressure::step), Some(3));
    let another = diary.add_record(Kind::SessionPlan, &said(&[("pressure", "2")]), by, now);
    assert!(matches!(another, Err(DiaryError::PlanExists { version: 1 })));
    for (fields, why) in [
        (&[("pressure", "3")][..], comfort()),
        (&[][..], comfort()),
        (&[("version", "9")][..], comfort()),
        (&[("since", "2026-11-01")][..], comfort()),
        (&[("pressure", "6")][..], comfort()),
        (&[("review_on", "2026-11-23")][..], comfort()),
        (&[("pressure", "2")][..], Adjustment { at: Some("2026-10-01".parse().unwrap()), ..comfort() }),
    ] {
        let refused = adjust(&mut diary, fields, &why);
        assert!(matches!(refused, Err(DiaryError::Invalid { .. })), "{fields:?}: {refused:?}");
    }
    let used =
        diary.add_session(draft("2026-11-01T10:00Z", SessionStatus::Held, SessionDetails::default()), now);
    assert_eq!(version(&used.unwrap().entry.0), Some(1));
    let edited =
        diary.edit_record(Kind::SessionPlan, &id, &said(&[("pressure", "1")]), &editor("2026-11-24T12:00Z"));
    assert!(matches!(edited, Err(DiaryError::PlanInUse { version: 1 })));
    assert_eq!(adjust(&mut diary, &[("pressure", "2")], &comfort()).unwrap(), 2);
    // The version that an adjustment made says what the adjustment says.
    let edited = diary.edit_record(
        Kind::SessionPlan,
        "last",
        &said(&[("pressure", "1")]),
        &editor("2026-11-24T12:00Z"),
    );
    assert!(matches!(edited, Err(DiaryError::PlanInUse { version: 2 })));
    let by_hand = diary.add_record(Kind::PlanAdjustment, &said(&[("field", "pressure")]), by, now);
    assert!(matches!(by_hand, Err(DiaryError::NotByHand { kind: "plan_adjustment" })));
    let alone = diary.remove_record(Kind::PlanAdjustment, "last", &editor("2026-11-24T12:00Z"));
    assert!(matches!(alone, Err(DiaryError::PartOfPlan)));
    let editor = editor("2026-11-24T12:00Z");
    let other = diary.edit_record(Kind::PlanAdjustment, "last", &said(&[("to", "5")]), &editor);
    assert!(matches!(other, Err(DiaryError::Invalid { .. })));
    diary.edit_record(Kind::PlanAdjustment, "last", &said(&[("reason", "safety")]), &editor).unwrap();
}

#[test]
fn an_overdue_review_stays_overdue_until_a_new_day_is_agreed() {
    let room = tempfile::tempdir().unwrap();
    let mut diary = diary(&room);
    let fields = [("since", "2026-10-02"), ("review_on", "2026-10-30")];
    add(&mut diary, Kind::SessionPlan, &fields, "2026-10-02T10:00Z");
    let made =
        diary.adjust_plan(&said(&[("pressure", "2")]), &comfort(), RecordedBy::Own, at("2026-11-24T10:00Z"));
    assert_eq!(made.unwrap().plan.review_on.map(|day| day.to_string()).as_deref(), Some("2026-10-30"));
}

#[test]
fn a_new_sheet_starts_from_the_one_before_and_ticks_stay_with_the_person() {
    let room = tempfile::tempdir().unwrap();
    let mut diary = diary(&room);
    for name in ["A", "B"] {
        add(&mut diary, Kind::Medication, &[("name", name)], "2026-10-01T10:00Z");
    }
    let medicines: Vec<String> =
        diary.records_of(Kind::Medication, Span::default()).unwrap().iter().map(Record::spelled_id).collect();
    let fields = [("pressure", "3"), ("triggers", "doors"), ("medicines", &*medicines.join(" | "))];
    let first = add(&mut diary, Kind::IntakeSheet, &fields, "2026-10-01T10:00Z");
    let sheet = |record: &Record| match record {
        Record::IntakeSheet(sheet) => sheet.content().clone(),
        other => unreachable!("{:?}", other.kind()),
    };
    let one = sheet(&first);
    assert_eq!((one.version.get(), one.reviewed_on.to_string().as_str()), (1, "2026-10-01"));
    assert!(one.shares(IntakeField::Pressure) && one.shares(IntakeField::StopSignal));
    for unticked in
        [IntakeField::Triggers, IntakeField::Medicines, IntakeField::Concerns, IntakeField::History]
    {
        assert!(!one.shares(unticked), "{unticked:?}");
    }
    let fields = [IntakeField::Triggers, IntakeField::Pressure];
    let ticked = diary.share_intake("last", &fields[..1], true, &editor("2026-10-01T10:05Z")).unwrap();
    assert!(ticked.shares(IntakeField::Triggers) && !ticked.shares(IntakeField::Medicines));
    diary.share_intake("last", &fields[1..], false, &editor("2026-10-01T10:06Z")).unwrap();
    diary.remove_record(Kind::Medication, &medicines[0], &editor("2026-10-02T10:00Z")).unwrap();
    let second =
        add(&mut diary, Kind::IntakeSheet, &[("pressure", "2"), ("goals", "sleep")], "2026-11-01T10:00Z");
    let two = sheet(&second);
    assert_eq!((two.version.get(), two.reviewed_on.to_string().as_str()), (2, "2026-11-01"));
    assert!(two.shares(IntakeField::Triggers) && !two.shares(IntakeField::Pressure), "ticks are carried on");
    assert_eq!(two.triggers.len(), 1, "what is not said anew is carried on");
    assert_eq!(two.medicines.iter().map(ToString::to_string).collect::<Vec<_>>(), medicines[1..]);
    let changes = diary.intake_changes("last").unwrap();
    let fields: Vec<&str> = changes.iter().map(|change| change.field).collect();
    assert_eq!(fields, ["medicines", "goals", "pressure"]);
    assert_eq!((changes[2].old.as_deref(), changes[2].new.as_deref()), (Some("3"), Some("2")));
    assert_eq!(diary.intake_changes(&first.spelled_id()).unwrap(), []);
    // A number that was taken back is not given again.
    diary.undo(RecordedBy::Own, at("2026-11-01T10:05Z")).unwrap();
    let third = add(&mut diary, Kind::IntakeSheet, &[], "2026-11-02T10:00Z");
    assert_eq!(sheet(&third).version.get(), 3);
    let nobody = [("medicines", "01890000-0000-7000-8000-000000000000")];
    let refused =
        diary.add_record(Kind::IntakeSheet, &said(&nobody), RecordedBy::Own, at("2026-11-03T10:00Z"));
    assert!(matches!(refused, Err(DiaryError::UnknownRecord { .. })));
}

#[test]
fn an_answer_is_written_down_item_by_item_and_only_counted() {
    let room = tempfile::tempdir().unwrap();
    let mut diary = diary(&room);
    let blank =
        ChecklistChange { item: ChecklistItem::Licence, status: None, on: None, how: None, note: None };
    let nobody = diary.set_checklist("last", &blank, &editor("2026-10-03T10:00Z"));
    assert!(matches!(nobody, Err(DiaryError::UnknownRecord { .. })));
    add(&mut diary, Kind::Therapist, &[("name", "A")], "2026-10-01T10:00Z");
    let set = |diary: &mut Diary, change: ChecklistChange, now: &str| {
        let therapist = diary.set_checklist("last", &change, &editor(now)).unwrap();
        let answers: Vec<String> = therapist.checklist.iter().map(ToString::to_string).collect();
        (answers.join(" | "), therapist.asked().asked)
    };
    let confirmed = ChecklistChange { status: Some(ChecklistStatus::Confirmed), ..blank.clone() };
    let later = ChecklistChange { item: ChecklistItem::FirstTalk, ..confirmed.clone() };
    assert_eq!(set(&mut diary, later, "2026-10-02T10:00Z"), ("first_talk:confirmed:2026-10-02".into(), 1));
    let (said, asked) = set(&mut diary, confirmed, "2026-10-03T10:00Z");
    // In the order of the list, whenever asked.
    assert_eq!((said.as_str(), asked), ("licence:confirmed:2026-10-03 | first_talk:confirmed:2026-10-02", 2));
    let how = ChecklistChange { how: Some(tidemark::model::ChecklistHow::Seen), ..blank.clone() };
    assert!(set(&mut diary, how, "2026-11-03T10:00Z").0.starts_with("licence:confirmed:2026-10-03:seen"));
    let back = ChecklistChange { status: Some(ChecklistStatus::NotAsked), ..blank };
    assert_eq!(set(&mut diary, back, "2026-11-04T10:00Z"), ("first_talk:confirmed:2026-10-02".into(), 1));
    assert_eq!(diary.show_record(Kind::Therapist, "last").unwrap().revisions.len(), 4);
}

#[test]
fn a_session_whose_therapist_is_gone_can_still_be_corrected() {
    let room = tempfile::tempdir().unwrap();
    let mut diary = diary(&room);
    add(&mut diary, Kind::Therapist, &[("name", "A")], "2026-10-01T10:00Z");
    session(&mut diary, "2026-11-01T10:00Z", SessionDetails::default(), "2026-11-01T12:00Z");
    let now = editor("2026-11-02T10:00Z");
    diary.edit_record(Kind::Session, "last", &said(&[("therapist_id", "last")]), &now).unwrap();
    diary.remove_record(Kind::Therapist, "last", &now).unwrap();
    let edited = diary.edit_record(Kind::Session, "last", &said(&[("pressure_felt", "3")]), &now).unwrap();
    assert!(edited.texts().get("therapist_id").is_some());
    let unknown = said(&[("therapist_id", "01890000-0000-7000-8000-000000000000")]);
    let refused = diary.edit_record(Kind::Session, "last", &unknown, &now);
    assert!(matches!(refused, Err(DiaryError::UnknownRecord { .. })));
    // Erased for good, the session stays and no longer names them.
    let therapist = edited.texts().get("therapist_id").unwrap().to_owned();
    diary.erase_entry(&therapist, at("2026-11-03T10:00Z")).unwrap();
    let session = diary.show_record(Kind::Session, "last").unwrap().record;
    assert_eq!(session.texts().get("therapist_id"), None);
    diary.verify().unwrap();
}

#[test]
fn a_plan_that_is_erased_takes_its_adjustments_along() {
    let room = tempfile::tempdir().unwrap();
    let mut diary = diary(&room);
    adjusted(&mut diary);
    let second = diary.records_of(Kind::SessionPlan, Span::default()).unwrap().pop().unwrap();
    let purged = diary.erase_entry(&second.spelled_id(), at("2026-11-03T10:00Z")).unwrap();
    assert_eq!(purged.records, 2);
    assert_eq!(diary.records_of(Kind::PlanAdjustment, Span::default()).unwrap(), []);
    diary.verify().unwrap();
}

#[test]
fn a_plan_of_one_rule_twice_is_refused() {
    let room = tempfile::tempdir().unwrap();
    let mut diary = diary(&room);
    let twice = said(&[("keep_apart", "dose:2 | dose:3")]);
    let refused = diary.add_record(Kind::SessionPlan, &twice, RecordedBy::Own, at("2026-11-03T10:00Z"));
    assert!(matches!(refused, Err(DiaryError::Invalid { rule: Invalid::Field { field: "keep_apart", .. } })));
}

#[test]
fn what_something_added_since_refers_to_stays_when_an_import_is_undone() {
    let (from, room) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (mut other, mut mine) = (diary(&from), diary(&room));
    for name in ["Medicine A", "Medicine B", "Medicine C"] {
        add(&mut other, Kind::Medication, &[("name", name)], "2026-02-01T10:00Z");
    }
    for name in ["Kim", "Lee"] {
        add(&mut other, Kind::Therapist, &[("name", name)], "2026-02-01T10:00Z");
    }
    add(&mut other, Kind::SessionPlan, &[("modality", "swedish"), ("minutes", "60")], "2026-02-01T10:00Z");
    let options = tidemark::exchange::csv::CsvOptions { include_therapists: true, ..Default::default() };
    let folder = from.path().join("tables");
    let now = at("2026-02-02T10:00Z");
    other.write_csv(&folder, Span::default(), &options, now).unwrap();
    let import = mine.read_import(&folder, None, None, None, now).unwrap();
    assert_eq!(mine.apply_import(&import, false, now).unwrap().counts.new, 6);
    let names = |diary: &Diary, kind| -> Vec<String> {
        let records = diary.records_of(kind, Span::default()).unwrap();
        let name = |record: &Record| record.texts().get("name").unwrap_or_default().to_owned();
        let mut names: Vec<String> = records.iter().map(name).collect();
        names.sort();
        names
    };
    let medicine = |diary: &Diary, name: &str| {
        let records = diary.records_of(Kind::Medication, Span::default()).unwrap();
        let found = records.iter().find(|record| record.texts().get("name") == Some(name));
        found.unwrap().spelled_id()
    };
    // One medicine on a sheet, one taken before a session with one of the therapists under the plan.
    let listed = medicine(&mine, "Medicine A");
    add(&mut mine, Kind::IntakeSheet, &[("medicines", &listed)], "2026-02-03T10:00Z");
    let held = session(&mut mine, "2026-02-03T12:00Z", SessionDetails::default(), "2026-02-03T14:00Z");
    assert_eq!(version(&held), Some(1));
    let therapist = mine.records_of(Kind::Therapist, Span::default()).unwrap();
    let lee = therapist.iter().find(|record| record.texts().get("name") == Some("Lee")).unwrap().spelled_id();
    let dose = format!("{}@2026-02-03T09:00:00+00:00", medicine(&mine, "Medicine B"));
    let edit = said(&[("therapist_id", &lee), ("last_doses", &dose)]);
    mine.edit_record(Kind::Session, &held.id().to_string(), &edit, &editor("2026-02-03T15:00Z")).unwrap();
    let refused = mine.undo_import("last", false, RecordedBy::Own, at("2026-02-04T10:00Z"));
    assert!(matches!(refused, Err(DiaryError::ImportEdited { edited: 4, with_them: 0 })), "{refused:?}");
    let undone = mine.undo_import("last", true, RecordedBy::Own, at("2026-02-04T10:00Z")).unwrap();
    assert_eq!((undone.removed, undone.edited), (2, 4));
    assert_eq!(names(&mine, Kind::Medication), ["Medicine A", "Medicine B"]);
    assert_eq!(names(&mine, Kind::Therapist), ["Lee"]);
    assert_eq!(mine.records_of(Kind::SessionPlan, Span::default()).unwrap().len(), 1);
    mine.verify().unwrap();
}
