//! Effects of sessions that nobody wanted: after how many sessions, and which. Nothing noted is nothing said, for it is
//! not known whether anybody looked.

use chrono::Timelike as _;
use serde::Serialize;
use tidemark_model::{LogicalDate, Moment, Period, Records, Session, UnwantedEffect, UnwantedKind};

use crate::coverage::count_of;
use crate::held::held;
use crate::names::unwanted_name;
use crate::wording::Phrase;
use crate::{Sentence, iso, number};

/// One unwanted effect of a session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct UnwantedLine {
    /// The day of the session.
    #[serde(serialize_with = "iso::day")]
    pub day: LogicalDate,
    /// What it was.
    pub effect: String,
    /// Minutes from the session's end to its onset; the diary keeps 0 also where nothing was said.
    pub onset_min: u16,
    /// How strong, 0 to 10; none when that was not said.
    pub intensity: Option<u8>,
    /// Day and wall-clock time at which it was over; none: not yet, or not said.
    pub over: Option<String>,
}

/// The unwanted effects of the sessions of `period`, in order of sessions, then of onset.
pub(crate) fn lines(records: &Records, period: Period) -> Vec<UnwantedLine> {
    let mut sessions: Vec<&Session> = held(records, period).collect();
    sessions
        .sort_by_key(|session| (session.logical_date(), session.parts().started.instant, session.parts().id));
    let mut lines = Vec::new();
    for session in sessions {
        let mut effects: Vec<&UnwantedEffect> = session.parts().details.unwanted.iter().collect();
        effects.sort_by_key(|effect| (effect.onset_min, effect.kind));
        lines.extend(effects.into_iter().map(|effect| UnwantedLine {
            day: session.logical_date(),
            effect: unwanted_name(effect.kind),
            onset_min: effect.onset_min,
            intensity: effect.intensity.map(tidemark_model::Intensity::get),
            over: effect.over_at.map(over),
        }));
    }
    lines
}

fn over(at: Moment) -> String {
    let local = at.local();
    let day = LogicalDate::new(local.date()).map_or_else(|_| local.date().to_string(), number::date);
    format!("{day}, {:02}:{:02}", local.hour(), local.minute())
}

/// The sentence on unwanted effects of the sessions of `period`; none when none was noted.
pub(crate) fn sentence(records: &Records, period: Period) -> Option<Sentence> {
    let held: Vec<&Session> = held(records, period).collect();
    let after = held.iter().filter(|session| !session.parts().details.unwanted.is_empty()).count();
    let effects = || held.iter().flat_map(|session| &session.parts().details.unwanted);
    let list: Vec<String> = UnwantedKind::ALL
        .iter()
        .map(|kind| (kind, effects().filter(|effect| effect.kind == *kind).count()))
        .filter(|(_, count)| *count > 0)
        .map(|(kind, count)| {
            let words = unwanted_name(*kind);
            Phrase::new("part.unwanted").words("effect", words).count("count", count_of(count)).say().text
        })
        .collect();
    (after > 0).then(|| {
        Phrase::new("sentence.unwanted")
            .count("after", count_of(after))
            .count("sessions", count_of(held.len()))
            .words("list", list.join(", "))
            .say()
    })
}
