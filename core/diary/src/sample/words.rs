//! What the person of the sample writes beside numbers: goals, questions for the next visit, totals of a questionnaire,
//! a journey that explains the longest stretch without entries.

use tidemark_model::{FieldValue as _, Invalid, Kind, LogicalDate, Record, RecordId, Texts, ValueId};

use super::Room;

/// (days before today, what is written).
const GOALS: [(i32, &str); 2] =
    [(90, "Sleep through three nights a week"), (60, "Go back to choir practice")];
const QUESTIONS: &str =
    "Can the higher dose make me drowsy at noon? | Is a massage on the day of talking therapy fine?";
/// (days before today, total, items): once only some of the items were kept.
const TOTALS: [(i32, &str, &str); 4] = [
    (96, "13", "1:2 | 2:2 | 3:2 | 4:2 | 5:1 | 6:1 | 7:2 | 8:1 | 9:0"),
    (68, "12", "1:1 | 2:2 | 3:2 | 4:2 | 5:1 | 6:1 | 7:2 | 8:1 | 9:0"),
    (40, "14", "1:2 | 2:2 | 3:3"),
    (12, "11", "1:1 | 2:2 | 3:1 | 4:2 | 5:1 | 6:1 | 7:2 | 8:1 | 9:0"),
];

pub(super) fn records(room: &mut Room, today: LogicalDate) -> Result<Vec<Record>, Invalid> {
    let mut records = Vec::new();
    for (before, text) in GOALS {
        records.push(record(room, Kind::Goal, today, before, &[("text", text)])?);
    }
    // In four days, so that the page brings the questions along.
    let visit = today.plus_days(4).unwrap_or(today);
    let at = room.at(visit, 14 * 60 + 30)?.to_text();
    let fields = [
        ("at", at.unwrap_or_default()),
        ("logical_date", visit.to_text().unwrap_or_default()),
        ("questions", QUESTIONS.to_owned()),
    ];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, text)| (*name, text.as_str())).collect();
    records.push(record(room, Kind::Visit, today, 2, &fields)?);
    for (before, total, items) in TOTALS {
        let taken =
            room.at(today.plus_days(-before).unwrap_or(today), 19 * 60)?.to_text().unwrap_or_default();
        let fields = [
            ("instrument", "phq_9"),
            ("total", total),
            ("items", items),
            ("taken_at", taken.as_str()),
            ("filled_by", "self"),
        ];
        records.push(record(room, Kind::InstrumentResult, today, before, &fields)?);
    }
    let day = |before: i32| today.plus_days(-before).and_then(|day| day.to_text()).unwrap_or_default();
    let (from, to) = (day(48), day(41));
    let fields =
        [("start", from.as_str()), ("end", to.as_str()), ("kind", "travel"), ("label", "family visit")];
    records.push(record(room, Kind::Event, today, 40, &fields)?);
    Ok(records)
}

pub(super) fn record(
    room: &mut Room,
    kind: Kind,
    today: LogicalDate,
    before: i32,
    fields: &[(&'static str, &str)],
) -> Result<Record, Invalid> {
    let day = today.plus_days(-before).unwrap_or(today);
    let written = room.at(day, 20 * 60)?;
    let mut texts = Texts::default();
    texts.set("logical_date", day.to_text());
    if kind == Kind::Goal {
        texts.set("started_on", day.to_text());
        texts.set("status", Some("active".to_owned()));
    }
    for (name, text) in fields {
        texts.set(name, Some((*text).to_owned()));
    }
    let id = ValueId::generate(written.instant, &mut room.ids).to_bytes();
    Record::from_texts(kind, id, Room::stamp(written), &texts)
}
