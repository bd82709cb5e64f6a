//! Observation: one value with its day, its moment, its scale and how it came to be. Daily ratings, ratings around
//! sessions, totals of questionnaires, notes and distress events are each made in a file of their own below.

pub(super) mod daily;
pub(super) mod distress;
pub(super) mod note;
pub(super) mod session;
pub(super) mod total;

use serde::Serialize;
use tidemark_model::{Answer, EntryMode, LogicalDate, Moment, Phase, Stamp, Unit, Value as Rated};

use super::code::{self, Asked};
use super::datatype::{Concept, Decimal, Quantity};
use super::extension::Extension;
use super::narrative::Narrative;
use super::resource_id::{Reference, ResourceId};
use super::{Context, when, words};

/// Observation.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "resourceType", rename_all = "camelCase")]
pub(super) struct Observation<'a> {
    id: ResourceId,
    text: Narrative,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    extension: Vec<Extension>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    part_of: Vec<Reference>,
    status: &'static str,
    category: &'a [Concept],
    code: &'a Concept,
    subject: Reference,
    effective_date_time: String,
    issued: String,
    performer: [Reference; 1],
    #[serde(flatten)]
    value: Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    method: Option<Concept>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    derived_from: Vec<Reference>,
}

/// What was observed, or why nothing was.
#[derive(Clone, Debug, Serialize)]
enum Value {
    #[serde(rename = "valueInteger")]
    Integer(i64),
    #[serde(rename = "valueQuantity")]
    Quantity(Quantity),
    #[serde(rename = "valueString")]
    Words(String),
    #[serde(rename = "dataAbsentReason")]
    Absent(Concept),
}

/// One answer within an entry.
struct Answered<'a> {
    id: ResourceId,
    stamp: &'a Stamp,
    day: LogicalDate,
    /// The moment it is about; none for a row that had only a date.
    rated: Option<Moment>,
    mode: EntryMode,
    value: &'a Rated,
}

/// What sets an answer around a session apart from a daily one.
struct Around {
    session: ResourceId,
    phase: Phase,
    recalled: bool,
    in_window: bool,
}

/// The observation that an answer becomes; none when its measure is not among the records.
fn answer<'a>(
    context: &'a Context,
    answered: &Answered<'a>,
    around: Option<&Around>,
) -> Option<Observation<'a>> {
    let asked = context.measures.get(answered.value.measure())?;
    let frame = answered.value.frame();
    let mut extension = vec![
        Extension::logical_date(answered.day),
        Extension::entry_mode(answered.mode),
        Extension::frame(frame),
        Extension::scale(asked.scale),
    ];
    if let Some(around) = around {
        extension.push(Extension::phase(around.phase));
        extension.extend(Extension::in_window(around.in_window));
        extension.extend(Extension::recalled(around.recalled));
    }
    extension.extend(Extension::recorded_by(answered.stamp.recorded_by));
    let value = value(asked, answered.value.answer());
    Some(Observation {
        id: answered.id,
        text: Narrative::line(&line(asked, &value, answered, around)),
        extension,
        part_of: around.iter().map(|around| around.session.reference()).collect(),
        status: status(answered.stamp),
        category: &context.survey,
        code: &asked.concept,
        subject: context.patient.reference(),
        effective_date_time: answered.rated.map_or_else(|| answered.day.to_string(), when::moment),
        issued: when::moment(answered.stamp.recorded),
        performer: [context.writer(answered.stamp)],
        value,
        method: None,
        derived_from: Vec::new(),
    })
}

/// `final`, or `amended` once it was edited.
const fn status(stamp: &Stamp) -> &'static str {
    if stamp.revision > 1 { "amended" } else { "final" }
}

fn value(asked: &Asked, answer: Answer) -> Value {
    let Some(rating) = answer.rating() else { return Value::Absent(code::declined()) };
    let value = Decimal(rating.value());
    let (unit, ucum) = match asked.unit {
        Unit::Score => ("score", Unit::Score.code()),
        Unit::Hour => ("h", Unit::Hour.code()),
    };
    match value.whole().filter(|_| asked.whole) {
        Some(whole) => Value::Integer(whole),
        None => Value::Quantity(Quantity { value, unit, system: code::UCUM, code: ucum }),
    }
}

/// `Stress, 0 to 10, higher = worse: 4. 20 Nov 2026, about the day, written on the day.`
fn line(asked: &Asked, value: &Value, answered: &Answered, around: Option<&Around>) -> String {
    let what = asked.concept.text.as_deref().unwrap_or_default();
    let number = match value {
        Value::Integer(whole) => whole.to_string(),
        Value::Quantity(quantity) if asked.unit == Unit::Hour => format!("{} h", quantity.value.0),
        Value::Quantity(quantity) => quantity.value.0.to_string(),
        Value::Words(words) => words.clone(),
        Value::Absent(_) => words::SKIPPED.to_owned(),
    };
    let mut line = format!("{what}: {number}. {}", words::day(answered.day));
    let mut add = |words: &str| {
        line.push_str(", ");
        line.push_str(words);
    };
    match around {
        Some(around) => {
            add(words::phase(around.phase));
            if around.recalled {
                add(words::RECALLED);
            }
            if !around.in_window {
                add(words::OUT_OF_WINDOW);
            }
        }
        None => add(words::frame(answered.value.frame())),
    }
    add(words::mode(answered.mode));
    line.push('.');
    line
}
