//! What may be read while the diary is locked: written anew whenever the safety plan, a contact or a reminder changes.

use chrono::Timelike;
use tidemark_model::{CrisisContact, Kind, PhoneNumber, Reminder, SafetyPlan, ShortText, Weekday};
use tidemark_store::{OpenContact, OpenFacts, ReminderTime, Store, StoreError};

use crate::{Diary, DiaryError};

impl Diary {
    /// Writes what the person marked open, when a saved change of such a kind may have touched it.
    ///
    /// # Errors
    /// [`DiaryError::OpenNotWritten`]: whatever goes wrong here, the record is saved, and the error has to say so.
    pub(crate) fn refresh_open(&self, changed: Kind) -> Result<(), DiaryError> {
        match changed {
            Kind::SafetyPlan | Kind::CrisisContact | Kind::Reminder => {
                let written = self.open_facts().and_then(|facts| self.write_open(&facts));
                written.map_err(|source| DiaryError::OpenNotWritten {
                    path: self.store.folder().open_facts(),
                    source: Box::new(source),
                })
            }
            _ => Ok(()),
        }
    }

    /// What the person marked open: contacts, lines of the safety plan, and clock times of reminders without their words.
    ///
    /// # Errors
    /// [`DiaryError::StoreDamaged`].
    pub fn open_facts(&self) -> Result<OpenFacts, DiaryError> {
        Ok(open_facts(&self.store)?)
    }
}

/// What the person marked open in a diary.
pub(crate) fn open_facts(store: &Store) -> Result<OpenFacts, StoreError> {
    let contacts = store.all::<CrisisContact>()?;
    let plans = store.all::<SafetyPlan>()?;
    let reminders = store.all::<Reminder>()?;
    let lines = |plan: &SafetyPlan| {
        let sections = plan.open_sections.iter();
        let lines = sections.flat_map(|section| plan.section(*section)).map(|line| line.as_str().to_owned());
        lines.collect::<Vec<_>>()
    };
    Ok(OpenFacts {
        contacts: contacts.iter().filter(|contact| contact.open).map(|contact| open(contact)).collect(),
        plan_lines: plans.iter().flat_map(|plan| lines(plan)).collect(),
        reminder_times: reminders.iter().filter_map(|reminder| time(reminder)).collect(),
    })
}

fn open(contact: &CrisisContact) -> OpenContact {
    OpenContact {
        service: contact.service.as_str().to_owned(),
        number: contact.number.to_string(),
        text: contact.text.as_ref().map(PhoneNumber::to_string),
        hours: contact.hours.as_ref().map(ShortText::as_str).unwrap_or_default().to_owned(),
    }
}

/// The clock time of a reminder that is on; none for one that counts from a session.
fn time(reminder: &Reminder) -> Option<ReminderTime> {
    let clock = reminder.wall_clock.filter(|_| reminder.active)?;
    let number = |day: &Weekday| {
        let at = Weekday::ALL.iter().position(|known| known == day)?;
        u8::try_from(at + 1).ok()
    };
    let days = if reminder.days.is_empty() { Weekday::ALL } else { reminder.days.as_slice() };
    Some(ReminderTime {
        kind: reminder.kind.code().to_owned(),
        wall_clock: u16::try_from(clock.time().num_seconds_from_midnight() / 60).ok()?,
        days: days.iter().filter_map(number).collect(),
    })
}
