//! One of everything else that people write down every day, with what is hard to write in a cell.

use tidemark_model::{
    Content, CrisisContact, DistressEvent, Event, Goal, InstrumentResult, Practice, RecordId, Recorded,
    Records, Reminder, SafetyPlan, SeededEntropy, SessionDetails, SessionMoment, Stamp, Texts,
};

/// A record from the text forms of its fields.
pub(crate) fn made<T: Content>(seed: u64, stamp: &Stamp, fields: &[(&str, &str)]) -> Recorded<T> {
    let mut texts = Texts::default();
    for (name, text) in fields {
        assert!(T::FIELDS.iter().any(|field| field.name == *name), "{name}");
        texts.set(name, Some((*text).to_owned()));
    }
    let id = RecordId::generate(stamp.recorded.instant, &mut SeededEntropy::new(seed));
    Recorded::new(id, stamp.clone(), T::read(&texts).unwrap()).unwrap()
}

pub(crate) fn details() -> SessionDetails {
    let mut texts = Texts::default();
    for (name, text) in [
        ("approach", "trauma_informed | restorative_pacing"),
        ("place", "=home"),
        ("cues", "-soft light | music \\| quiet"),
        ("draping", "@blanket"),
        ("oils", "tolerated:lavender | not_tolerated:tea tree | +none"),
        ("consent_discussed", "true"),
        ("stop_signal", "'red'"),
        ("comfort_needs", "a pillow | \\\\ warm"),
        ("aftercare", "water@2026-11-22T15:10:00+01:00[Europe/Amsterdam] | rest"),
        ("unwanted", "bruise:120:3 | soreness:0:@2026-11-23T09:00:00+00:00"),
        ("measures", "mood | stress"),
    ] {
        texts.set(name, Some(text.to_owned()));
    }
    SessionDetails::read(&texts).unwrap()
}

/// Adds one or two of each kind to a diary.
pub(crate) fn add(mut records: Records, stamp: &Stamp) -> Records {
    let session = records.sessions[0].id().to_string();
    let there = "2026-11-22T14:20:00+01:00[Europe/Amsterdam]";
    records.session_moments = vec![
        made::<SessionMoment>(
            41,
            stamp,
            &[("session_id", &session), ("minute", "0"), ("kind", "firmer"), ("note", "=a bit")],
        ),
        made::<SessionMoment>(42, stamp, &[("session_id", &session), ("minute", "62"), ("kind", "stop")]),
    ];
    records.distress_events = vec![made::<DistressEvent>(
        43,
        stamp,
        &[
            ("at", there),
            ("logical_date", "2026-11-22"),
            ("session_id", &session),
            ("kind", "memory_overwhelming"),
            ("intensity", "0"),
            ("what_helped", "-air\n=water"),
            ("told", "clinician | trusted_person"),
            ("resumed", "false"),
        ],
    )];
    records.goals = vec![made::<Goal>(
        44,
        stamp,
        &[
            ("text", "=sleep\nthrough"),
            ("measure_id", "sleep_quality"),
            ("why", "+work"),
            ("started_on", "2024-02-29"),
            ("review_on", "2024-02-29"),
            ("discussed_with", "Dr. A | B \\| C"),
            ("status", "paused"),
        ],
    )];
    records.events = vec![
        made::<Event>(
            45,
            stamp,
            &[("start", "2024-02-29"), ("end", "2024-03-01"), ("kind", "travel"), ("label", "@sea")],
        ),
        made::<Event>(46, stamp, &[("start", "2026-11-20"), ("kind", "break_from_logging")]),
    ];
    records.practices = vec![
        made::<Practice>(
            47,
            stamp,
            &[("logical_date", "2026-11-20"), ("kind", "movement"), ("minutes", "600")],
        ),
        made::<Practice>(48, stamp, &[("logical_date", "2026-11-21"), ("kind", "breathing")]),
    ];
    kept_aside(&mut records, stamp, there);
    records
}

/// Reminders, plans, contacts and results of questionnaires.
fn kept_aside(records: &mut Records, stamp: &Stamp, there: &str) {
    records.reminders = vec![
        made::<Reminder>(
            49,
            stamp,
            &[
                ("kind", "check_in"),
                ("wall_clock", "21:00"),
                ("days", "mon | sun"),
                ("quiet_from", "22:00"),
                ("quiet_to", "07:30"),
                ("snooze_min", "10"),
                ("last_fired_at", "2026-11-22T21:00:00+01:00[Europe/Amsterdam]"),
                ("next_fire_at", "2026-11-23T21:00:00+01:00"),
                ("wording", "private"),
                ("active", "true"),
            ],
        ),
        made::<Reminder>(
            50,
            stamp,
            &[("kind", "follow_up"), ("elapsed_min", "1440"), ("wording", "plain"), ("active", "false")],
        ),
    ];
    records.safety_plans = vec![made::<SafetyPlan>(
        51,
        stamp,
        &[("signs", "=no sleep | -quiet"), ("people", "A"), ("open_sections", "people")],
    )];
    records.crisis_contacts = vec![made::<CrisisContact>(
        52,
        stamp,
        &[
            ("region", "IE"),
            ("service", "=A friend"),
            ("number", "+353 1 234"),
            ("text", "50808"),
            ("hours", "always"),
            ("language", "en"),
            ("verified_on", "2026-11-01"),
            ("origin", "own"),
            ("open", "true"),
        ],
    )];
    records.instrument_results = vec![
        made::<InstrumentResult>(
            53,
            stamp,
            &[
                ("instrument", "gad_7"),
                ("version", "nl"),
                ("taken_at", there),
                ("logical_date", "2026-11-22"),
                ("total", "12"),
                ("items", "1:1 | 2:1 | 3:2 | 4:0 | 5:3 | 6:2 | 7:3"),
                ("filled_by", "clinician"),
                ("place", "@practice"),
            ],
        ),
        made::<InstrumentResult>(
            54,
            stamp,
            &[
                ("instrument", "isi"),
                ("taken_at", "2026-11-23T10:00:00-03:30"),
                ("logical_date", "2026-11-23"),
                ("total", "0"),
                ("filled_by", "self"),
            ],
        ),
    ];
}
