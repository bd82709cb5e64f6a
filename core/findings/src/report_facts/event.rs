//! Events of a period, numbered E1, E2, … in order of date, with the words the person gave them.
//!
//! An event counts by the days it lasted: one that began before the period and reached into it is listed with its own
//! dates, and marked in charts only where its first day lies in the period.

use serde::Serialize;
use tidemark_model::{Event, EventKind, LogicalDate, Period, Recorded, Records};

use super::ChangeLine;
use crate::wording::Phrase;
use crate::{iso, number};

/// The days an event lasted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EventSpan {
    /// Its number in charts, such as `E1`.
    pub label: String,
    /// First day, also before the period.
    #[serde(serialize_with = "iso::day")]
    pub from: LogicalDate,
    /// Last day, also after the period; the first one for an event of one day.
    #[serde(serialize_with = "iso::day")]
    pub to: LogicalDate,
}

/// The events of `period`; the day of a line is the event's first.
pub(crate) fn events(records: &Records, period: Period) -> Vec<ChangeLine> {
    numbered(records, period).into_iter().map(|(label, event)| line(label, event)).collect()
}

/// The same events with all their days.
pub(crate) fn spans(records: &Records, period: Period) -> Vec<EventSpan> {
    let numbered = numbered(records, period).into_iter();
    numbered
        .map(|(label, event)| EventSpan { label, from: event.start, to: event.end.unwrap_or(event.start) })
        .collect()
}

fn numbered(records: &Records, period: Period) -> Vec<(String, &Recorded<Event>)> {
    let touches =
        |event: &Event| event.start <= period.to() && period.from() <= event.end.unwrap_or(event.start);
    let mut events: Vec<&Recorded<Event>> =
        records.events.iter().filter(|event| event.stamp.deleted_at.is_none() && touches(event)).collect();
    events.sort_by_key(|event| (event.start, event.stamp.recorded.instant, event.id));
    events.into_iter().enumerate().map(|(at, event)| (format!("E{}", at + 1), event)).collect()
}

fn line(label: String, event: &Event) -> ChangeLine {
    let dates = number::date_range(event.start, event.end.unwrap_or(event.start));
    let kind = crate::text(name(event.kind));
    let sentence = match &event.label {
        Some(words) => Phrase::new("sentence.event").words("event", words.as_str()),
        None => Phrase::new("sentence.event.kind_only"),
    };
    ChangeLine { label, day: event.start, sentence: sentence.words("dates", dates).words("kind", kind).say() }
}

const fn name(kind: EventKind) -> &'static str {
    match kind {
        EventKind::Life => "part.event.life",
        EventKind::Illness => "part.event.illness",
        EventKind::Travel => "part.event.travel",
        EventKind::Loss => "part.event.loss",
        EventKind::Work => "part.event.work",
        EventKind::Cycle => "part.event.cycle",
        EventKind::BreakFromLogging => "part.event.break_from_logging",
        EventKind::Other => "part.event.other",
    }
}
