//! Which tables does the folder have, and which columns has each? The order here is the order in the files.

use tidemark_model::{
    CheckIn, DaySource, Direction, FieldValue, Frame, Measure, Modality, Phase, Pressure, Session,
    SessionDetails, SessionMinutes, SessionRating, SessionStatus, ShortText, Unit,
};

use super::field::{Field, Kind, always, codes, declared, perhaps, stamped, zone};

/// A table of the folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Table {
    /// Its name; the file is `<name>.csv` or `<name>.jsonl`.
    pub(super) name: &'static str,
    /// The file in a CSV folder, as errors name it.
    pub(super) file: &'static str,
    /// The version of the format that it came with.
    pub(super) since: u32,
    /// Whether it is written only when asked for.
    pub(super) opt_in: bool,
    pub(super) about: &'static str,
    /// Columns that together are different in every row.
    pub(super) key: &'static [&'static str],
    /// Columns whose values are keys of another table.
    pub(super) refers: &'static [(&'static [&'static str], &'static str)],
}

/// How a table is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// Comma-separated values.
    #[default]
    Csv,
    /// One JSON object a line.
    JsonLines,
}

impl Form {
    /// The ending of its files.
    pub(super) const fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::JsonLines => "jsonl",
        }
    }
}

impl Table {
    /// Its file in a folder of that form.
    pub(super) fn file(&self, form: Form) -> String {
        format!("{}.{}", self.name, form.ending())
    }
}

macro_rules! table {
    ($constant:ident, $name:literal, $about:literal, $key:expr, $refers:expr) => {
        table!($constant, $name, $about, $key, $refers, 1, false);
    };
    ($constant:ident, $name:literal, $about:literal, $key:expr, $refers:expr, $since:literal, $opt_in:literal) => {
        pub(super) const $constant: Table = Table {
            name: $name,
            file: concat!($name, ".csv"),
            since: $since,
            opt_in: $opt_in,
            about: $about,
            key: &$key,
            refers: &$refers,
        };
    };
}

table!(
    OBSERVATIONS,
    "observations",
    "One rating or skip a row",
    ["row_id"],
    [(&["session_id"], "sessions"), (&["measure_id", "measure_version"], "measures")]
);
table!(
    CHECK_INS,
    "check_ins",
    "One entry about a day a row; its ratings are in observations",
    ["entry_id"],
    []
);
table!(SESSIONS, "sessions", "One massage session a row", ["session_id"], []);
table!(
    SESSION_RATINGS,
    "session_ratings",
    "One phase of ratings around a session a row; the ratings are in observations",
    ["entry_id"],
    [(&["session_id"], "sessions")]
);
table!(MEASURES, "measures", "One version of a measure a row", ["measure_id", "measure_version"], []);
table!(MEDICATIONS, "medications", "One medicine a row, in the person's words", ["medication_id"], []);
table!(
    MEDICATION_CHANGES,
    "medication_changes",
    "One change of a medicine a row",
    ["change_id"],
    [(&["medication_id"], "medications")]
);
table!(VISITS, "visits", "One appointment a row", ["visit_id"], []);

table!(
    MOMENTS,
    "moments",
    "One thing that happened within a session a row",
    ["session_moment_id"],
    [(&["session_id"], "sessions")],
    2,
    false
);
table!(GOALS, "goals", "One goal a row, in the person's words", ["goal_id"], [], 2, false);
table!(EVENTS, "events", "One event of the person's life a row", ["event_id"], [], 2, false);
table!(PRACTICES, "practices", "One practice on one day a row", ["practice_id"], [], 2, false);
table!(
    INSTRUMENTS,
    "instruments",
    "One result of a questionnaire a row",
    ["instrument_result_id"],
    [],
    2,
    false
);
table!(DISTRESS, "distress", "One distress event a row", ["distress_event_id"], [], 2, true);
table!(REMINDERS, "reminders", "One reminder a row", ["reminder_id"], [], 2, true);
table!(SAFETY_PLANS, "safety_plans", "One safety plan a row", ["safety_plan_id"], [], 2, true);
table!(CRISIS_CONTACTS, "crisis_contacts", "One crisis contact a row", ["crisis_contact_id"], [], 2, true);
table!(PLANS, "plans", "One version of the plan a row", ["session_plan_id"], [], 3, false);
table!(
    PLAN_ADJUSTMENTS,
    "plan_adjustments",
    "One change of the plan a row, with its reason",
    ["plan_adjustment_id"],
    [(&["session_plan_id"], "plans")],
    3,
    false
);
table!(THERAPISTS, "therapists", "One massage therapist a row", ["therapist_id"], [], 3, true);
table!(CARE_TEAM, "care_team", "One member of the care team a row", ["care_team_member_id"], [], 3, true);
table!(
    INTAKE,
    "intake",
    "One version of the intake sheet a row, unticked fields too",
    ["intake_sheet_id"],
    [],
    3,
    true
);

/// All tables, in the order of the description.
pub(super) const ALL: [Table; 22] = [
    OBSERVATIONS,
    CHECK_INS,
    SESSIONS,
    SESSION_RATINGS,
    MEASURES,
    MEDICATIONS,
    MEDICATION_CHANGES,
    VISITS,
    MOMENTS,
    GOALS,
    EVENTS,
    PRACTICES,
    INSTRUMENTS,
    DISTRESS,
    REMINDERS,
    SAFETY_PLANS,
    CRISIS_CONTACTS,
    PLANS,
    PLAN_ADJUSTMENTS,
    THERAPISTS,
    CARE_TEAM,
    INTAKE,
];

pub(super) const MINUTES: Kind = Kind::Whole(5, 240);
const DAY_SOURCE: Kind = Kind::Code(DaySource::CODES);
const SHORT: Kind = Kind::Text(ShortText::MOST);
const NOTE: Kind = Kind::Text(tidemark_model::Note::MOST);

fn words(text: Option<&ShortText>) -> Option<&str> {
    text.map(ShortText::as_str)
}

fn joined(items: impl Iterator<Item = String>) -> String {
    items.collect::<Vec<_>>().join(" | ")
}

/// Columns of `check_ins.csv`.
pub(super) fn check_ins(notes: bool) -> Vec<Field<'static, CheckIn>> {
    let mut fields = vec![
        always("entry_id", Kind::Uuid, "the check-in", |c: &CheckIn| c.id().to_string()),
        always("logical_date", Kind::Date, "the day it is about, decided when it was made", |c: &CheckIn| {
            c.logical_date().to_string()
        }),
        always("rollover", Kind::Clock, "end of the day in force when it was made", |c: &CheckIn| {
            c.parts().rollover.to_string()
        }),
        always("day_source", DAY_SOURCE, "who decided the day: clock or user", |c: &CheckIn| {
            c.parts().day_source.code().to_owned()
        }),
        perhaps(
            "rated_at",
            Kind::Moment,
            "moment the ratings are about; empty when only a date is known",
            |c: &CheckIn| c.parts().rated.map(tidemark_model::Moment::to_iso),
        ),
        perhaps("rated_zone_id", Kind::Word, "IANA zone of rated_at, when known", |c: &CheckIn| {
            c.parts().rated.and_then(zone)
        }),
        perhaps("note", NOTE, "the person's words; empty when notes are left out", move |c: &CheckIn| {
            c.parts().note.as_ref().filter(|_| notes).map(|n| n.as_str().to_owned())
        }),
    ];
    fields.push(perhaps("practices", Kind::List, "practices of the day, joined by ' | '", |c: &CheckIn| {
        c.parts().practices.to_text()
    }));
    fields.extend(stamped(|c: &CheckIn| &c.parts().stamp));
    fields
}

/// Columns of `sessions.csv`.
pub(super) fn sessions(notes: bool) -> Vec<Field<'static, Session>> {
    let mut fields = vec![
        always("session_id", Kind::Uuid, "the session", |s: &Session| s.id().to_string()),
        always("status", codes!(SessionStatus), "what became of it", |s: &Session| {
            s.parts().status.code().to_owned()
        }),
        always("started_at", Kind::Moment, "when it started, or is planned to", |s: &Session| {
            s.parts().started.to_iso()
        }),
        perhaps("ended_at", Kind::Moment, "when it ended; empty unless it took place", |s: &Session| {
            s.parts().ended.map(tidemark_model::Moment::to_iso)
        }),
        perhaps("planned_min", MINUTES, "length agreed, minutes", |s: &Session| {
            s.parts().planned_min.map(SessionMinutes::minutes)
        }),
        perhaps("actual_min", MINUTES, "length it had, minutes", |s: &Session| {
            s.parts().actual_min.map(SessionMinutes::minutes)
        }),
        always("modality", codes!(Modality), "main style", |s: &Session| {
            s.parts().modality.code().to_owned()
        }),
        perhaps("secondary", Kind::List, "further styles, joined by ' | '", |s: &Session| {
            Some(joined(s.parts().secondary.iter().map(|m| m.code().to_owned())))
        }),
        perhaps("pressure_asked", Kind::Whole(1, 5), "1 feather-light to 5 deep", |s: &Session| {
            s.parts().pressure_asked.map(Pressure::step)
        }),
        perhaps("pressure_felt", Kind::Whole(1, 5), "1 feather-light to 5 deep", |s: &Session| {
            s.parts().pressure_felt.map(Pressure::step)
        }),
        perhaps(
            "areas",
            Kind::List,
            "focus or avoid, region and side with ':' between, joined by ' | '",
            |s: &Session| Some(joined(s.parts().areas.iter().map(ToString::to_string))),
        ),
        perhaps("note", NOTE, "the person's words; empty when notes are left out", move |s: &Session| {
            s.parts().note.as_ref().filter(|_| notes).map(|n| n.as_str().to_owned())
        }),
        perhaps("reason", SHORT, "why it was cancelled, missed or stopped", |s: &Session| {
            words(s.parts().reason.as_ref()).map(str::to_owned)
        }),
        always(
            "logical_date",
            Kind::Date,
            "the day it belongs to, decided when it was made",
            |s: &Session| s.logical_date().to_string(),
        ),
        always("rollover", Kind::Clock, "end of the day in force when it was made", |s: &Session| {
            s.parts().rollover.to_string()
        }),
        always("day_source", DAY_SOURCE, "who decided the day: clock or user", |s: &Session| {
            s.parts().day_source.code().to_owned()
        }),
        perhaps("started_zone_id", Kind::Word, "IANA zone of started_at, when known", |s: &Session| {
            zone(s.parts().started)
        }),
        perhaps("ended_zone_id", Kind::Word, "IANA zone of ended_at, when known", |s: &Session| {
            s.parts().ended.and_then(zone)
        }),
    ];
    fields.extend(declared(SessionDetails::FIELDS, |s: &Session| s.parts().details.texts(), notes));
    fields.extend(stamped(|s: &Session| &s.parts().stamp));
    fields
}

/// Columns of `session_ratings.csv`.
pub(super) fn session_ratings() -> Vec<Field<'static, SessionRating>> {
    let yes = |yes: bool| yes.to_string();
    let mut fields = vec![
        always("entry_id", Kind::Uuid, "the ratings of one phase", |r: &SessionRating| {
            r.parts().id.to_string()
        }),
        always("session_id", Kind::Uuid, "the session they belong to", |r: &SessionRating| {
            r.parts().session.to_string()
        }),
        always("phase", codes!(Phase), "when around the session", |r: &SessionRating| {
            r.parts().phase.code().to_owned()
        }),
        always("rated_at", Kind::Moment, "moment the ratings are about", |r: &SessionRating| {
            r.parts().rated.to_iso()
        }),
        perhaps("rated_zone_id", Kind::Word, "IANA zone of rated_at, when known", |r: &SessionRating| {
            zone(r.parts().rated)
        }),
        always(
            "in_window",
            Kind::YesNo,
            "whether that moment was within the phase's time window",
            move |r: &SessionRating| yes(r.parts().in_window),
        ),
        always("recalled", Kind::YesNo, "whether the person rated from memory", move |r: &SessionRating| {
            yes(r.parts().recalled)
        }),
        always(
            "before_seen",
            Kind::YesNo,
            "whether the before-ratings were looked at first",
            move |r: &SessionRating| yes(r.parts().before_seen),
        ),
    ];
    fields.extend(stamped(|r: &SessionRating| &r.parts().stamp));
    fields
}

/// Columns of `measures.csv`.
pub(super) fn measures() -> Vec<Field<'static, Measure>> {
    vec![
        always("measure_id", Kind::Word, "name, the same over all versions", |m: &Measure| {
            m.id().to_string()
        }),
        always("measure_version", Kind::Whole(1, u32::MAX), "version, from 1", |m: &Measure| {
            m.parts().version.to_string()
        }),
        always("label", SHORT, "what the person reads", |m: &Measure| m.label().to_owned()),
        always("frame", codes!(Frame), "stretch of time its question asks about", |m: &Measure| {
            m.frame().code().to_owned()
        }),
        always("scale_min", Kind::Number, "lowest value", |m: &Measure| m.scale().min().to_string()),
        always("scale_max", Kind::Number, "highest value", |m: &Measure| m.scale().max().to_string()),
        always("scale_step", Kind::Number, "distance between neighbouring values", |m: &Measure| {
            m.scale().step().to_string()
        }),
        always("unit", codes!(Unit), "UCUM unit of its values", |m: &Measure| {
            m.parts().unit.code().to_owned()
        }),
        always("direction", codes!(Direction), "what a higher number means", |m: &Measure| {
            m.direction().code().to_owned()
        }),
        perhaps("anchor_low", SHORT, "what the lowest value means", |m: &Measure| {
            words(m.parts().anchors.low.as_ref()).map(str::to_owned)
        }),
        perhaps("anchor_high", SHORT, "what the highest value means", |m: &Measure| {
            words(m.parts().anchors.high.as_ref()).map(str::to_owned)
        }),
        always("used_daily", Kind::YesNo, "asked in the daily check-in", |m: &Measure| {
            m.parts().usage.daily.to_string()
        }),
        always("used_session", Kind::YesNo, "asked around sessions", |m: &Measure| {
            m.parts().usage.session.to_string()
        }),
        always("position", Kind::Whole(0, 65_535), "place among the measures", |m: &Measure| {
            m.parts().order.to_string()
        }),
        always("active", Kind::YesNo, "asked at all now", |m: &Measure| m.parts().active.to_string()),
    ]
}
