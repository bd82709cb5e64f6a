//! `open.json`: the one file of a diary that anybody can read, for use while it is locked and when a phone starts. It
//! holds what the person marked open, and the clock times of reminders without their words. Nothing else goes in.

use std::fs;

use serde::{Deserialize, Serialize};

use crate::folder::{parent, read_bounded, sync_folder, write_beside};
use crate::{DiaryFolder, StoreError};

/// What the person marked open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OpenFacts {
    /// Whom to call, in the person's order.
    pub contacts: Vec<OpenContact>,
    /// Lines of the person's plan that were marked open, in their order.
    pub plan_lines: Vec<String>,
    /// When to remind, without about what.
    pub reminder_times: Vec<ReminderTime>,
}

/// A service that can be called or written to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpenContact {
    /// Its name.
    pub service: String,
    /// Number to call.
    pub number: String,
    /// Number to write to; none when it takes no texts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// When it answers, in the words of its source.
    pub hours: String,
}

/// A clock time of a reminder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReminderTime {
    /// What kind of reminder, a code such as `check_in`.
    pub kind: String,
    /// Minutes after midnight on the clock, 0 to 1439.
    pub wall_clock: u16,
    /// Days of the week, 1 (Monday) to 7.
    pub days: Vec<u8>,
}

/// The file, version 1.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct OpenV1 {
    format: String,
    version: u32,
    min_reader: u32,
    contacts: Vec<OpenContact>,
    plan_lines: Vec<String>,
    reminder_times: Vec<ReminderTime>,
}

#[derive(Deserialize)]
struct AnyVersion {
    format: String,
    min_reader: u32,
}

const FORMAT: &str = "tidemark-open";
const LONGEST: u64 = 1024 * 1024;

impl OpenFacts {
    /// Whether there is nothing to be open.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.contacts.is_empty() && self.plan_lines.is_empty() && self.reminder_times.is_empty()
    }

    /// Writes the file of the diary in `folder`, whole or not at all; removes it when there is nothing to be open.
    ///
    /// # Errors
    /// [`StoreError::Full`], [`StoreError::Io`]; then the former file stays.
    pub fn write(&self, folder: &DiaryFolder) -> Result<(), StoreError> {
        let path = folder.open_facts();
        if self.is_empty() {
            return match fs::remove_file(&path) {
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
                Err(error) => Err(StoreError::io("removing", &path)(error)),
                Ok(()) => sync_folder(parent(&path)),
            };
        }
        let file = OpenV1 {
            format: FORMAT.to_owned(),
            version: 1,
            min_reader: 1,
            contacts: self.contacts.clone(),
            plan_lines: self.plan_lines.clone(),
            reminder_times: self.reminder_times.clone(),
        };
        let mut bytes = serde_json::to_vec_pretty(&file)
            .map_err(|error| StoreError::io("writing", &path)(error.into()))?;
        bytes.push(b'\n');
        write_beside(&path, &bytes)
    }

    /// Reads the file of the diary in `folder`, without any key; empty when there is none.
    ///
    /// # Errors
    /// [`StoreError::OpenFile`] when it is damaged or was written by a newer version; [`StoreError::Io`].
    pub fn read(folder: &DiaryFolder) -> Result<Self, StoreError> {
        let path = folder.open_facts();
        let refused = |reason| StoreError::OpenFile { path: path.clone(), reason };
        let bytes = match read_bounded(&path, LONGEST) {
            Err(StoreError::NotFound { .. }) => return Ok(Self::default()),
            other => other?,
        };
        let damaged = "it is damaged";
        let any: AnyVersion = serde_json::from_slice(&bytes).map_err(|_| refused(damaged))?;
        if any.format != FORMAT {
            return Err(refused("it is another kind of file"));
        }
        if any.min_reader > 1 {
            return Err(refused("it was written by a newer version of Tidemark"));
        }
        let file: OpenV1 = serde_json::from_slice(&bytes).map_err(|_| refused(damaged))?;
        let possible = |time: &ReminderTime| {
            time.wall_clock < 24 * 60 && time.days.iter().all(|day| (1..=7).contains(day))
        };
        if !file.reminder_times.iter().all(possible) {
            return Err(refused("it names a time that is none"));
        }
        let (contacts, plan_lines, reminder_times) = (file.contacts, file.plan_lines, file.reminder_times);
        Ok(Self { contacts, plan_lines, reminder_times })
    }
}
