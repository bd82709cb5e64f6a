//! Notes of a period in the person's words, by day. Printed only when the person ticks it.

use serde::Serialize;
use tidemark_model::{LogicalDate, Period, Records};

use crate::iso;

/// One note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NoteLine {
    /// The day it belongs to.
    #[serde(serialize_with = "iso::day")]
    pub day: LogicalDate,
    /// Whether it is about a session; else about the day.
    pub of_session: bool,
    /// The person's words.
    pub text: String,
}

/// The notes of check-ins and sessions, those of a day before those of its sessions.
pub(crate) fn notes(records: &Records, period: Period) -> Vec<NoteLine> {
    let of_days = records.check_ins.iter().filter_map(|check_in| {
        let parts = check_in.parts();
        let kept = parts.stamp.deleted_at.is_none() && period.contains(parts.logical_date);
        let note = parts.note.as_ref().filter(|_| kept)?;
        Some(((parts.logical_date, false, check_in.at().instant), note.as_str()))
    });
    let of_sessions = records.sessions.iter().filter_map(|session| {
        let parts = session.parts();
        let kept = parts.stamp.deleted_at.is_none() && period.contains(parts.logical_date);
        let note = parts.note.as_ref().filter(|_| kept)?;
        Some(((parts.logical_date, true, parts.started.instant), note.as_str()))
    });
    let mut notes: Vec<_> = of_days.chain(of_sessions).collect();
    notes.sort_unstable();
    let lines = notes.into_iter();
    lines.map(|((day, of_session, _), text)| NoteLine { day, of_session, text: text.to_owned() }).collect()
}
