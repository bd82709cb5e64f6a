//! What may be read while the diary is locked: whom to call, the lines marked open, when to remind.

use std::path::Path;

use tidemark::Diary;

use crate::DiaryError;

/// What the person marked open.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct OpenFacts {
    /// Whom to call, in the person's order.
    pub contacts: Vec<OpenContact>,
    /// Lines of the person's safety plan that were marked open, in their order.
    pub plan_lines: Vec<String>,
    /// When to remind, without about what.
    pub reminder_times: Vec<ReminderTime>,
}

/// A service that can be called or written to.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct OpenContact {
    /// Its name.
    pub service: String,
    /// Number to call.
    pub number: String,
    /// Number to write to; none when it takes no texts.
    pub text: Option<String>,
    /// When it answers, in the words of its source.
    pub hours: String,
}

/// A clock time of a reminder.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct ReminderTime {
    /// What kind of reminder, a code such as `check_in`.
    pub kind: String,
    /// Minutes after midnight on the clock, 0 to 1439.
    pub wall_clock_min: u16,
    /// Days of the week, 1 (Monday) to 7.
    pub days: Vec<u8>,
}

/// Reads what the person marked open in the diary at `path`, without any key; empty when nothing is.
///
/// # Errors
/// `InputDamaged`; the records are untouched, and the file is written anew at the next change.
#[uniffi::export]
pub fn read_open_facts(path: &str) -> Result<OpenFacts, DiaryError> {
    let facts = Diary::read_open(Path::new(path))?;
    let contact = |from: tidemark::OpenContact| OpenContact {
        service: from.service,
        number: from.number,
        text: from.text,
        hours: from.hours,
    };
    let time = |from: tidemark::ReminderTime| ReminderTime {
        kind: from.kind,
        wall_clock_min: from.wall_clock,
        days: from.days,
    };
    Ok(OpenFacts {
        contacts: facts.contacts.into_iter().map(contact).collect(),
        plan_lines: facts.plan_lines,
        reminder_times: facts.reminder_times.into_iter().map(time).collect(),
    })
}
