//! A diary with everything in it that is hard to write as CSV.

use tidemark_model::{
    Area, ChangeKind, CheckIn, CheckInParts, DaySource, Frame, Line, Measure, Medication, MedicationChange,
    Milli, Modality, Moment, Note, Phase, PracticeKind, Pressure, Record, RecordId, Recorded, RecordedBy,
    Records, Rollover, SeededEntropy, Session, SessionMinutes, SessionParts, SessionRating,
    SessionRatingParts, SessionStatus, ShortText, Source, Stamp, TouchNote, Value, Visit, VisitKind,
    ZoneName, built_in,
};

pub(crate) fn at(text: &str, zone: Option<&str>) -> Moment {
    Moment { zone: zone.map(|z| ZoneName::new(z).unwrap()), ..Moment::parse(text).unwrap() }
}

pub(crate) fn measure<'m>(measures: &'m [Measure], id: &str) -> &'m Measure {
    measures.iter().find(|m| m.id().as_str() == id).unwrap()
}

pub(crate) fn short(text: &str) -> ShortText {
    ShortText::new("text", text).unwrap()
}

/// A diary of five check-ins, three sessions, two session ratings, two medicines, two changes and two visits.
pub(crate) fn diary() -> Records {
    let mut entropy = SeededEntropy::new(7);
    let mut measures = built_in::measures();
    let mut second = measure(&measures, "mood").parts().clone();
    second.version = 2;
    second.label = short("=Mood, \"new\"");
    second.anchors.low = Some(short("-very low"));
    measures.push(Measure::new(second).unwrap());
    let recorded = at("2026-11-24T21:04:10.250+01:00", Some("Europe/Amsterdam"));
    let stamp =
        |source: Source, revision| Stamp { revision, ..Stamp::new(recorded, RecordedBy::Own, source) };
    let newest = measures.iter().find(|m| m.id().as_str() == "mood" && m.parts().version == 2).unwrap();

    let mut check_in =
        |day: &str, rated: Option<Moment>, note: Option<&str>, values: Vec<Value>, stamp: Stamp| {
            CheckIn::new(CheckInParts {
                id: RecordId::generate(recorded.instant, &mut entropy),
                stamp,
                logical_date: day.parse().unwrap(),
                rollover: Rollover::new(210).unwrap(),
                day_source: if rated.is_some() { DaySource::Clock } else { DaySource::User },
                rated,
                note: note.map(|n| Note::new("note", n).unwrap()),
                practices: note.map(|_| PracticeKind::Breathing).into_iter().collect(),
                values,
            })
            .unwrap()
        };
    let stress = measure(&measures, "stress");
    let sleep = measure(&measures, "sleep_duration");
    let value = |m: &Measure, frame, milli| Value::recorded(m, frame, Milli::new(milli).unwrap()).unwrap();
    let check_ins = vec![
        check_in(
            "2026-11-20",
            Some(at("2026-11-20T23:59:59-03:30", Some("America/St_Johns"))),
            Some("=SUM(A1:A9), \"quoted\"\nsecond line; 'tis\n\n🙂 and é"),
            vec![
                value(sleep, Frame::LastNight, 7250),
                Value::skipped(stress, Frame::DayOverall),
                value(newest, Frame::RightNow, 6000),
            ],
            stamp(Source::Cli, 3),
        ),
        check_in("2026-11-21", None, Some("'quoted at the start"), vec![], stamp(Source::App, 1)),
        check_in(
            "2026-11-21",
            None,
            None,
            vec![value(stress, Frame::DayOverall, 0)],
            stamp(Source::import("columns").unwrap(), 1),
        ),
        check_in(
            "2026-11-22",
            Some(at("2026-11-23T02:10:00Z", None)),
            Some("＝full width"),
            vec![value(stress, Frame::DayOverall, 10_000)],
            Stamp { recorded_by: RecordedBy::Proxy, ..stamp(Source::Widget, 1) },
        ),
        check_in("2026-11-24", Some(recorded), Some("-"), vec![], stamp(Source::App, 2)),
    ];
    let (sessions, session_ratings) = sessions(&measures, &stamp(Source::App, 1));
    let (medications, medication_changes) = medicines(&stamp(Source::Cli, 1));
    let visit = |when, day: &str, with: Option<&str>, seed| {
        let visit = Visit {
            at: when,
            logical_date: day.parse().unwrap(),
            with: with.map(short),
            kind: with.map(|_| VisitKind::Psychiatrist),
            questions: with.map(|_| Line::new("q", "=1 | or 2\\?").unwrap()).into_iter().collect(),
            outcome: with.map(|_| Note::new("note", "+ two lines\nof it").unwrap()),
        };
        let id = RecordId::generate(recorded.instant, &mut SeededEntropy::new(seed));
        Recorded::new(id, stamp(Source::Cli, 1), visit).unwrap()
    };
    let visits = vec![
        visit(
            at("2026-11-25T09:00:00+01:00", Some("Europe/Amsterdam")),
            "2026-11-25",
            Some("@ the practice"),
            31,
        ),
        visit(at("2026-12-25T09:00:00+14:00", None), "2026-12-25", None, 32),
    ];
    let records = Records {
        measures,
        check_ins,
        sessions,
        session_ratings,
        medications,
        medication_changes,
        visits,
        ..Records::default()
    };
    crate::people::add(crate::everyday::add(records, &stamp(Source::Cli, 1)), &stamp(Source::Cli, 1))
}

fn sessions(measures: &[Measure], stamp: &Stamp) -> (Vec<Session>, Vec<SessionRating>) {
    let mut entropy = SeededEntropy::new(8);
    let started = at("2026-11-22T14:00:00+01:00", Some("Europe/Amsterdam"));
    let mut parts = SessionParts {
        id: RecordId::generate(started.instant, &mut entropy),
        stamp: stamp.clone(),
        logical_date: "2026-11-22".parse().unwrap(),
        rollover: Rollover::default(),
        day_source: DaySource::Clock,
        started,
        ended: Some(at("2026-11-22T15:02:30+01:00", None)),
        planned_min: Some(SessionMinutes::new(60).unwrap()),
        actual_min: Some(SessionMinutes::new(62).unwrap()),
        status: SessionStatus::StoppedEarly,
        reason: Some(short("+ cramp, left foot")),
        modality: Modality::Swedish,
        secondary: vec![Modality::SelfMassage, Modality::Chair],
        pressure_asked: Some(Pressure::new(2).unwrap()),
        pressure_felt: Some(Pressure::new(4).unwrap()),
        areas: vec!["focus:neck:both".parse::<Area>().unwrap(), "avoid:foot:left".parse::<Area>().unwrap()],
        note: Some(Note::new("note", "\"warm\", quiet\n@home").unwrap()),
        details: Box::new(crate::everyday::details()),
    };
    let first = Session::new(parts.clone()).unwrap();
    parts.id = RecordId::generate(started.instant, &mut entropy);
    parts.status = SessionStatus::Planned;
    (parts.ended, parts.actual_min, parts.reason, parts.note) = (None, None, None, None);
    (parts.secondary, parts.areas, parts.details) = (vec![], vec![], Box::default());
    (parts.pressure_asked, parts.pressure_felt, parts.planned_min) = (None, None, None);
    let second = Session::new(parts).unwrap();

    let mut rating = |phase, rated: &str, recalled, answers: Vec<Value>| {
        let parts = SessionRatingParts {
            id: RecordId::generate(started.instant, &mut entropy),
            stamp: stamp.clone(),
            session: first.id(),
            phase,
            rated: at(rated, Some("Europe/Amsterdam")),
            in_window: false,
            recalled,
            before_seen: recalled,
            values: answers,
        };
        SessionRating::new(&first, parts).unwrap()
    };
    let (stress, mood) = (measure(measures, "stress"), measure(measures, "mood"));
    let value = |m: &Measure, whole| Value::recorded(m, Frame::RightNow, Milli::whole(whole)).unwrap();
    let ratings = vec![
        rating(Phase::Before, "2026-11-22T13:50:00+01:00", false, vec![value(mood, 4), value(stress, 7)]),
        rating(
            Phase::After,
            "2026-11-22T23:50:00+01:00",
            true,
            vec![Value::skipped(stress, Frame::RightNow)],
        ),
    ];
    (vec![first, second], ratings)
}

fn medicines(stamp: &Stamp) -> (Vec<Recorded<Medication>>, Vec<Recorded<MedicationChange>>) {
    let mut entropy = SeededEntropy::new(9);
    let instant = stamp.recorded.instant;
    let mut medicine =
        |content| Recorded::new(RecordId::generate(instant, &mut entropy), stamp.clone(), content).unwrap();
    let medication = medicine(Medication {
        strength: Some(short("5 mg")),
        dose: Some(short("=2 drops")),
        times: vec!["08:00".parse().unwrap(), "20:30".parse().unwrap()],
        purpose: Some(short("winter")),
        prescriber: Some(short("@ practice")),
        start: Some("2026-01-02".parse().unwrap()),
        stop: Some("2026-01-02".parse().unwrap()),
        touch_notes: vec![TouchNote::Drowsy, TouchNote::Bruises],
        touch_words: Some(short("-heavy")),
        ..Medication::named(short("Vitamin, \"D\""))
    });
    let bare = medicine(Medication::named(short("'")));
    let change = MedicationChange {
        medication_id: medication.id,
        at: "2026-01-03".parse().unwrap(),
        kind: ChangeKind::TimeMoved,
        from: Some(short("-1 h")),
        to: None,
        by_whom: Some(short("me")),
        reason: Some(Note::new("note", "=sleepy").unwrap()),
    };
    let change = Recorded::new(RecordId::generate(instant, &mut entropy), stamp.clone(), change).unwrap();
    (vec![medication, bare], vec![change])
}

/// Records of a reading, sorted into their kinds.
pub(crate) fn sorted(records: impl IntoIterator<Item = Record>) -> Records {
    let mut all = Records::default();
    for record in records {
        match record {
            Record::Measure(r) => all.measures.push(r),
            Record::CheckIn(r) => all.check_ins.push(r),
            Record::Session(r) => all.sessions.push(r),
            Record::SessionRating(r) => all.session_ratings.push(r),
            Record::Medication(r) => all.medications.push(r),
            Record::MedicationChange(r) => all.medication_changes.push(r),
            Record::Visit(r) => all.visits.push(r),
            Record::SessionMoment(r) => all.session_moments.push(r),
            Record::DistressEvent(r) => all.distress_events.push(r),
            Record::Goal(r) => all.goals.push(r),
            Record::Event(r) => all.events.push(r),
            Record::Practice(r) => all.practices.push(r),
            Record::Reminder(r) => all.reminders.push(r),
            Record::SafetyPlan(r) => all.safety_plans.push(r),
            Record::CrisisContact(r) => all.crisis_contacts.push(r),
            Record::InstrumentResult(r) => all.instrument_results.push(r),
            Record::Therapist(r) => all.therapists.push(r),
            Record::IntakeSheet(r) => all.intake_sheets.push(r),
            Record::CareTeamMember(r) => all.care_team_members.push(r),
            Record::SessionPlan(r) => all.session_plans.push(r),
            Record::PlanAdjustment(r) => all.plan_adjustments.push(r),
            Record::ShareLog(_) | Record::BackupRecord(_) => panic!("a log left the diary"),
        }
    }
    all
}
