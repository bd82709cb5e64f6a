//! Notes of a period in the person's words, by day. Printed only when the person ticks them, all or one by one.

use serde::Serialize;
use tidemark_model::{EntryId, LogicalDate, Period, Records};

use super::Included;
use crate::iso;

/// One note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NoteLine {
    /// The entry it stands in. Not part of what the report says.
    #[serde(skip)]
    pub entry: EntryId,
    /// The day it belongs to.
    #[serde(serialize_with = "iso::day")]
    pub day: LogicalDate,
    /// Whether it is about a session; else about the day.
    pub of_session: bool,
    /// The person's words.
    pub text: String,
}

/// Most characters of a note's first words.
const FIRST_WORDS: usize = 60;

impl NoteLine {
    /// Its beginning, at most 60 characters on one line, to know it by in a list.
    #[must_use]
    pub fn first_words(&self) -> String {
        let line = self.text.split_whitespace().collect::<Vec<_>>().join(" ");
        if line.chars().count() <= FIRST_WORDS {
            return line;
        }
        let start: String = line.chars().take(FIRST_WORDS - 2).collect();
        let whole = start.rsplit_once(' ').map_or(start.as_str(), |(words, _)| words);
        format!("{whole} …")
    }
}

/// The notes that a report with these sections could hold, whichever are ticked.
#[must_use]
pub fn notes_to_tick(records: &Records, period: Period, included: &Included) -> Vec<NoteLine> {
    let all = Included { notes: true, ..included.clone() };
    notes(&all.of(records), period)
}

/// The notes of check-ins and sessions, those of a day before those of its sessions.
pub(super) fn notes(records: &Records, period: Period) -> Vec<NoteLine> {
    let of_days = records.check_ins.iter().filter_map(|check_in| {
        let parts = check_in.parts();
        let kept = parts.stamp.deleted_at.is_none() && period.contains(parts.logical_date);
        let note = parts.note.as_ref().filter(|_| kept)?;
        Some(((parts.logical_date, false, check_in.at().instant), EntryId::from(parts.id), note.as_str()))
    });
    let of_sessions = records.sessions.iter().filter_map(|session| {
        let parts = session.parts();
        let kept = parts.stamp.deleted_at.is_none() && period.contains(parts.logical_date);
        let note = parts.note.as_ref().filter(|_| kept)?;
        Some(((parts.logical_date, true, parts.started.instant), EntryId::from(parts.id), note.as_str()))
    });
    let mut notes: Vec<_> = of_days.chain(of_sessions).collect();
    notes.sort_unstable_by_key(|(order, entry, text)| (*order, *text, *entry));
    let line = |((day, of_session, _), entry, text): (_, _, &str)| NoteLine {
        entry,
        day,
        of_session,
        text: text.to_owned(),
    };
    notes.into_iter().map(line).collect()
}
