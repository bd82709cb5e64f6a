//! A time of the day on whatever wall clock the person has: for doses and reminders, which follow the clock.

use std::fmt;
use std::str::FromStr;

use chrono::{NaiveTime, Timelike};

use crate::code::coded;
use crate::field::spelled;
use crate::{FieldKind, Invalid};

/// A wall-clock time, 00:00 to 23:59.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Clock(NaiveTime);

impl Clock {
    /// The time.
    #[must_use]
    pub const fn time(self) -> NaiveTime {
        self.0
    }
}

impl fmt::Display for Clock {
    /// Writes `hh:mm`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0.hour(), self.0.minute())
    }
}

impl FromStr for Clock {
    type Err = Invalid;

    /// Reads `hh:mm`, nothing looser.
    fn from_str(text: &str) -> Result<Self, Invalid> {
        let refused = Invalid::Time { field: "a time of the day", example: "21:04" };
        let strict = text.len() == 5;
        NaiveTime::parse_from_str(text, "%H:%M").ok().filter(|_| strict).map(Self).ok_or(refused)
    }
}

spelled!(Clock, FieldKind::Clock);

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it all")]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

coded!(Weekday, "days", {
    Monday => "mon", Tuesday => "tue", Wednesday => "wed", Thursday => "thu", Friday => "fri", Saturday => "sat",
    Sunday => "sun",
});
