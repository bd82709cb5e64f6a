//! A person at work: numbered calls of the facade, and what the diary has to say after any number of them.
//!
//! What is expected is worked out here from the number of the step, never from the code under test. Every entry carries
//! its step in its words, so an entry that nobody made, or that lacks a part, has nowhere to hide.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use tidemark::model::{
    CheckInId, Goal, GoalStatus, MeasureId, Milli, Modality, Moment, Note, Phase, RecordedBy, SessionDetails,
    SessionId, SessionMinutes, SessionStatus, ShortText,
};
use tidemark::{CheckInDraft, Diary, DiaryError, Ending, Rated, SessionDraft, SessionRatingDraft, Span};

/// What a step does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Act {
    CheckIn,
    Goal,
    Session,
    FollowUp { session: u32 },
    Change { check_in: u32 },
    Remove { check_in: u32 },
    Visit,
}

/// What became of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    /// The facade confirmed it.
    Confirmed,
    /// The entry it is about was never confirmed, so nothing was called.
    LeftOut,
}

/// Ids of the entries in the diary, by the step that made them.
pub type Ids = BTreeMap<u32, String>;

/// What a diary says, by step: kind, words, answers, revision.
pub type Said = BTreeMap<u32, Value>;

/// The act of a step: three check-ins, a goal, a check-in, a session, its follow-up, a change, a removal, a visit, and again.
const fn act(step: u32) -> Act {
    match step % 10 {
        3 => Act::Goal,
        5 => Act::Session,
        6 => Act::FollowUp { session: step - 1 },
        7 => Act::Change { check_in: step - 3 },
        8 => Act::Remove { check_in: step - 6 },
        9 => Act::Visit,
        _ => Act::CheckIn,
    }
}

/// Words of an entry: its step at both ends, up to a page and more of filling between.
fn words(step: u32) -> String {
    let filling = "tidé ".repeat(usize::try_from(step * 37 % 130 * (step % 7)).unwrap());
    format!("entry {step} {filling}end {step}")
}

fn noon(step: u32) -> Moment {
    let first = Moment::parse("2020-01-01T12:00Z").unwrap();
    first.plus_minutes(i64::from(step) * 1440).unwrap()
}

fn rated(answers: &[(&str, Option<u32>)]) -> Rated {
    let answer = |(name, value): &(&str, Option<u32>)| {
        (MeasureId::new(name).unwrap(), value.map(|v| Milli::whole(i32::try_from(v).unwrap())))
    };
    answers.iter().map(answer).collect()
}

/// Makes the call of a step; `ids` learns what it made.
///
/// # Errors
/// Those of the facade.
pub fn perform(diary: &mut Diary, step: u32, ids: &mut Ids) -> Result<Done, DiaryError> {
    let now = noon(step);
    let note = Some(Note::new("note", &words(step)).unwrap());
    match act(step) {
        Act::CheckIn => {
            let ratings = rated(&[("stress", Some(step % 11)), ("mood", None)]);
            let draft = CheckInDraft {
                rated: now,
                day: None,
                ratings,
                note,
                practices: vec![],
                recorded_by: RecordedBy::Own,
            };
            let saved = diary.add_check_in(draft, now)?;
            ids.insert(step, saved.entry.id().to_string());
        }
        Act::Goal => {
            let goal = Goal {
                text: Note::new("text", &words(step)).unwrap(),
                measure_id: None,
                why: None,
                started_on: diary.day_of(now)?,
                review_on: None,
                discussed_with: vec![],
                status: GoalStatus::Active,
            };
            ids.insert(step, diary.add(goal, RecordedBy::Own, now)?.id.to_string());
        }
        Act::Session => {
            let before = rating(Phase::Before, step % 11);
            let draft = SessionDraft {
                started: now,
                ending: Ending::After(SessionMinutes::new(60).unwrap()),
                status: SessionStatus::Held,
                planned_min: None,
                reason: None,
                modality: Modality::Swedish,
                secondary: vec![],
                pressure_asked: None,
                pressure_felt: None,
                areas: vec![],
                note,
                details: SessionDetails::default(),
                ratings: vec![before, rating(Phase::After, (step + 3) % 11)],
                overlap: false,
                recorded_by: RecordedBy::Own,
            };
            let saved = diary.add_session(draft, now.plus_minutes(90).unwrap())?;
            ids.insert(step, saved.entry.0.id().to_string());
        }
        Act::FollowUp { session } => {
            let Some(id) = ids.get(&session) else { return Ok(Done::LeftOut) };
            let id: SessionId = id.parse().unwrap();
            diary.add_session_rating(id, &rating(Phase::FollowUp, step % 11), RecordedBy::Own, now)?;
        }
        Act::Change { check_in } => {
            let Some(id) = ids.get(&check_in) else { return Ok(Done::LeftOut) };
            let id: CheckInId = id.parse().unwrap();
            let value = Milli::whole(i32::try_from(step % 11).unwrap());
            diary.change_rating(id, &MeasureId::new("stress").unwrap(), Some(value), now)?;
        }
        Act::Remove { check_in } => {
            let Some(id) = ids.get(&check_in) else { return Ok(Done::LeftOut) };
            diary.remove_check_in(id.parse().unwrap(), now)?;
            ids.remove(&check_in);
        }
        Act::Visit => {
            let with = ShortText::new("with", &format!("entry {step}")).unwrap();
            diary.add_visit(now, Some(with), now)?;
        }
    }
    Ok(Done::Confirmed)
}

fn rating(phase: Phase, value: u32) -> SessionRatingDraft {
    let ratings = rated(&[("stress", Some(value)), ("mood", None)]);
    SessionRatingDraft { phase, rated: None, ratings, recalled: false }
}

/// What a diary has to say after these steps were confirmed, in this order.
#[must_use]
pub fn expected(steps: impl IntoIterator<Item = u32>) -> Said {
    let answers = |value: u32| json!([["stress", f64::from(value)], ["mood", null]]);
    let mut said = Said::new();
    for step in steps {
        match act(step) {
            Act::CheckIn => {
                let entry = json!({
                    "kind": "check_in", "words": words(step), "values": answers(step % 11), "revision": 1,
                });
                said.insert(step, entry);
            }
            Act::Goal => {
                said.insert(step, json!({"kind": "goal", "words": words(step), "revision": 1}));
            }
            Act::Session => {
                let around = json!({"before": answers(step % 11), "after": answers((step + 3) % 11)});
                let entry = json!({
                    "kind": "session", "words": words(step), "ratings": around, "revision": 1,
                });
                said.insert(step, entry);
            }
            Act::FollowUp { session } => {
                if let Some(entry) = said.get_mut(&session) {
                    entry["ratings"]["follow_up"] = answers(step % 11);
                }
            }
            Act::Change { check_in } => {
                if let Some(entry) = said.get_mut(&check_in) {
                    entry["values"] = answers(step % 11);
                    entry["revision"] = json!(2);
                }
            }
            Act::Remove { check_in } => {
                said.remove(&check_in);
            }
            Act::Visit => {
                let entry = json!({"kind": "visit", "words": format!("entry {step}"), "revision": 1});
                said.insert(step, entry);
            }
        }
    }
    said
}

/// What a diary says, in the same shape as [`expected`].
///
/// # Errors
/// Those of the facade.
///
/// # Panics
/// On an entry that no step made, or that is there twice.
pub fn said(diary: &Diary) -> Result<Said, DiaryError> {
    let mut said = Said::new();
    for entry in diary.log(Span::default())? {
        let entry = serde_json::to_value(entry).unwrap();
        let twice = said.insert(step_of(&entry), told(&entry));
        assert!(twice.is_none(), "an entry is there twice: {entry}");
    }
    Ok(said)
}

/// Ids of what the diary holds, for a writer that goes on where another was stopped.
///
/// # Errors
/// Those of the facade.
pub fn ids(diary: &Diary) -> Result<Ids, DiaryError> {
    let entry_id = |entry| {
        let entry = serde_json::to_value(entry).unwrap();
        (step_of(&entry), entry["id"].as_str().unwrap().to_owned())
    };
    Ok(diary.log(Span::default())?.into_iter().map(entry_id).collect())
}

fn own_words(entry: &Value) -> &str {
    let field = match entry["kind"].as_str() {
        Some("visit") => "with",
        Some("goal") => "text",
        _ => "note",
    };
    entry[field].as_str().unwrap_or_else(|| panic!("an entry without its words: {entry}"))
}

fn step_of(entry: &Value) -> u32 {
    let step = own_words(entry).strip_prefix("entry ").and_then(|rest| rest.split(' ').next()?.parse().ok());
    step.unwrap_or_else(|| panic!("an entry that nobody made: {entry}"))
}

fn told(entry: &Value) -> Value {
    let mut told = json!({
        "kind": entry["kind"], "words": own_words(entry), "revision": entry["revision"],
    });
    if entry["values"].is_array() {
        told["values"] = answered(&entry["values"]);
    }
    for around in entry["ratings"].as_array().into_iter().flatten() {
        told["ratings"][around["phase"].as_str().unwrap()] = answered(&around["values"]);
    }
    told
}

fn answered(values: &Value) -> Value {
    let pair = |answer: &Value| json!([answer["measure_id"], answer["value"]]);
    values.as_array().unwrap().iter().map(pair).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::room::Room;

    #[test]
    fn a_diary_left_in_peace_says_what_is_expected_after_every_step() {
        let room = Room::new();
        let mut diary = room.open().unwrap();
        let mut ids = Ids::new();
        for step in 0..20 {
            assert_eq!(perform(&mut diary, step, &mut ids).unwrap(), Done::Confirmed);
            assert_eq!(said(&diary).unwrap(), expected(0..=step), "after step {step}");
        }
        // By hand: of twenty steps eight check-ins, two goals, two sessions and two visits made entries; two check-ins
        // were removed.
        assert_eq!(expected(0..20).len(), 12);
        assert_eq!(super::ids(&diary).unwrap().len(), 12);
    }
}
