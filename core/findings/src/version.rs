//! Which version of a measure were the ratings of a period given on? A report over last spring speaks of last spring's
//! scale, whatever the scale is now.

use std::collections::BTreeSet;

use tidemark_model::{Measure, MeasureRef, Period, Records, SessionId, Value};

/// Per measure, in their order, the newest version used in a check-in of `period`; the newest of all where none was.
pub(crate) fn in_check_ins(records: &Records, period: Period) -> Vec<&Measure> {
    let entries = records
        .check_ins
        .iter()
        .filter(|c| c.parts().stamp.deleted_at.is_none() && period.contains(c.logical_date()));
    newest(records, &used(entries.flat_map(|check_in| &check_in.parts().values)))
}

/// The same for ratings around the sessions of `period`.
pub(crate) fn around_sessions(records: &Records, period: Period) -> Vec<&Measure> {
    let sessions: BTreeSet<SessionId> = records
        .sessions
        .iter()
        .filter(|session| period.contains(session.logical_date()))
        .map(tidemark_model::Session::id)
        .collect();
    let ratings = records
        .session_ratings
        .iter()
        .map(tidemark_model::SessionRating::parts)
        .filter(|parts| parts.stamp.deleted_at.is_none() && sessions.contains(&parts.session));
    newest(records, &used(ratings.flat_map(|parts| &parts.values)))
}

/// The versions that carry a number: a few, so each value is held against the ones that are known.
fn used<'a>(values: impl Iterator<Item = &'a Value>) -> Vec<&'a MeasureRef> {
    let mut used: Vec<&MeasureRef> = Vec::new();
    for value in values.filter(|value| value.answer().rating().is_some()) {
        if !used.contains(&value.measure()) {
            used.push(value.measure());
        }
    }
    used
}

fn newest<'a>(records: &'a Records, used: &[&MeasureRef]) -> Vec<&'a Measure> {
    let version = |current: &'a Measure| {
        records
            .measures
            .iter()
            .filter(|measure| measure.id() == current.id() && used.contains(&&measure.reference()))
            .max_by_key(|measure| measure.parts().version)
            .unwrap_or(current)
    };
    records.current_measures().into_iter().map(version).collect()
}
