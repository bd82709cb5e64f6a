//! What may be read while the diary is locked: whom to call, the lines marked open, when to remind.

use std::path::Path;

use tidemark::Diary;

use crate::{DiaryError, Moment};

/// Whom to call, in the order to show.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct LockedContacts {
    /// The person's own first, then those of the table that ships with the program.
    pub contacts: Vec<LockedContact>,
    /// The region of those of the table, ISO 3166-1 alpha-2; none when they are of all regions, because none was named or the
    /// table lacks it.
    pub region: Option<String>,
    /// Whether the file with the person's own could be read, or there is none; if not, say so beside the others.
    pub own_read: bool,
}

/// Somebody to call.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct LockedContact {
    /// Whether the person added it; otherwise it is of the table.
    pub own: bool,
    /// The region it is for, ISO 3166-1 alpha-2; none for the person's own.
    pub region: Option<String>,
    /// Who answers.
    pub service: String,
    /// Number to call.
    pub number: String,
    /// Number to text; none when it takes no texts.
    pub text: Option<String>,
    /// When somebody answers.
    pub hours: Option<String>,
    /// Languages spoken, ISO 639 codes in one text for those of the table.
    pub language: Option<String>,
    /// The day the number was checked, `YYYY-MM-DD`; none: it has not been.
    pub verified_on: Option<String>,
    /// Where the number is from.
    pub origin: Option<String>,
    /// Whether to say "check this number" (`report.caregiver.check_number` of the catalogue): one of the table that was never
    /// checked, or not within twelve months.
    pub needs_check: bool,
}

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

/// The regions of the table of contacts that ships with the program, ISO 3166-1 alpha-2, in order.
#[uniffi::export]
#[must_use]
pub fn contact_regions() -> Vec<String> {
    Diary::contact_regions().iter().map(ToString::to_string).collect()
}

/// Whom to call, without any key and without a diary being open: what was marked open in the diary at `path`, if one is named,
/// then the table of `region`, a code such as `IE`.
///
/// Fails never: a file that cannot be read, a region that the table lacks or a clock that is off leave what is known.
#[uniffi::export]
#[must_use]
pub fn locked_contacts(path: Option<String>, region: Option<String>, now: &Moment) -> LockedContacts {
    let known =
        Diary::locked_contacts(path.as_deref().map(Path::new), region.as_deref(), now.try_into().ok());
    LockedContacts {
        contacts: known.contacts.into_iter().map(LockedContact::from).collect(),
        region: known.region.map(|region| region.to_string()),
        own_read: known.own_read,
    }
}

impl From<tidemark::LockedContact> for LockedContact {
    fn from(from: tidemark::LockedContact) -> Self {
        Self {
            own: from.own,
            region: from.region.map(|region| region.to_string()),
            service: from.service,
            number: from.number,
            text: from.text,
            hours: from.hours,
            language: from.language,
            verified_on: from.verified_on.map(|day| day.to_string()),
            origin: from.origin,
            needs_check: from.needs_check,
        }
    }
}
