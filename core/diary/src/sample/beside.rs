//! What the person of the sample does and agrees beside ratings: practices, two more medicines, the plan of sessions with
//! a change of it, and one hard moment. All fixed, so that the ratings of the sample stay as they are.

use tidemark_model::{FieldValue as _, Invalid, Kind, LogicalDate, Record};

use super::Room;
use super::words::record;

/// Days before today on which practices begin to be written down.
const SINCE: i32 = 104;

pub(super) fn records(room: &mut Room, today: LogicalDate) -> Result<Vec<Record>, Invalid> {
    let mut records = practices(room, today)?;
    records.extend(medicines(room, today)?);
    records.extend(plan(room, today)?);
    let at = room.at(before(today, 55), 18 * 60 + 20)?.to_text().unwrap_or_default();
    let fields = [("at", at.as_str()), ("kind", "tearful"), ("told", "massage_therapist")];
    records.push(record(room, Kind::DistressEvent, today, 55, &fields)?);
    Ok(records)
}

fn before(today: LogicalDate, days: i32) -> LogicalDate {
    today.plus_days(-days).unwrap_or(today)
}

fn practices(room: &mut Room, today: LogicalDate) -> Result<Vec<Record>, Invalid> {
    let mut records = Vec::new();
    for days in (1..=SINCE).rev() {
        // On the journey nothing is written down.
        if (40..49).contains(&days) {
            continue;
        }
        let done = [
            ("psychotherapy", "50", days % 14 == 5),
            ("mindfulness", "10", days < 80 && days % 7 != 2 && days % 5 != 0),
            ("movement", "30", days % 3 == 1 && days % 4 != 0),
            ("sleep_routine", "20", days < 38 && days % 6 != 4),
            ("breathing", "5", days % 11 == 3),
        ];
        for (kind, minutes, _) in done.into_iter().filter(|(.., done)| *done) {
            let fields = [("kind", kind), ("minutes", minutes)];
            records.push(record(room, Kind::Practice, today, days, &fields)?);
        }
    }
    Ok(records)
}

/// One whose first day nobody knows, and one that ended.
fn medicines(room: &mut Room, today: LogicalDate) -> Result<Vec<Record>, Invalid> {
    let day = |days| before(today, days).to_text().unwrap_or_default();
    let (start, stop) = (day(88), day(60));
    let known = [("name", "Medicine B"), ("dose", "one tablet at night, as needed")];
    let ended = [
        ("name", "Medicine C"),
        ("strength", "2.5 mg"),
        ("dose", "half a tablet"),
        ("start", start.as_str()),
        ("stop", stop.as_str()),
    ];
    Ok(vec![
        record(room, Kind::Medication, today, SINCE, &known)?,
        record(room, Kind::Medication, today, 60, &ended)?,
    ])
}

/// A plan, and a version of it with lighter pressure.
fn plan(room: &mut Room, today: LogicalDate) -> Result<Vec<Record>, Invalid> {
    let day = |days| before(today, days).to_text().unwrap_or_default();
    let (first, second, review) = (day(130), day(52), day(-30));
    let fields = |version, since, pressure| {
        [
            ("version", version),
            ("since", since),
            ("aim", "Calmer evenings, less tension in neck and shoulders"),
            ("modality", "swedish"),
            ("pressure", pressure),
            ("minutes", "60"),
            ("frequency", "every 14 days"),
            ("keep_apart", "talking_therapy:4 | dose:2"),
            ("if_distress", "pause and breathe | open the window | go on only when I say so"),
            ("agreed_with", "my massage therapist | my psychiatrist"),
            ("review_on", review.as_str()),
        ]
    };
    let old = record(room, Kind::SessionPlan, today, 130, &fields("1", first.as_str(), "3"))?;
    let new = record(room, Kind::SessionPlan, today, 52, &fields("2", second.as_str(), "2"))?;
    let made = if let Record::SessionPlan(plan) = &new { plan.id.to_string() } else { String::new() };
    let why = [
        ("session_plan_id", made.as_str()),
        ("at", second.as_str()),
        ("field", "pressure"),
        ("from", "3"),
        ("to", "2"),
        ("reason", "comfort"),
        ("decided_by", "together"),
    ];
    let change = record(room, Kind::PlanAdjustment, today, 52, &why)?;
    Ok(vec![old, new, change])
}
