//! Which day an entry belongs to. One function decides; it is asked when the entry is made and never again.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Days, NaiveDate, NaiveTime, Timelike};

use crate::code::coded;
use crate::{Invalid, Moment};

/// The calendar day a person means by "today", 1900-01-01 to 2199-12-31.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LogicalDate(NaiveDate);

impl LogicalDate {
    /// Takes a calendar date.
    ///
    /// # Errors
    /// [`Invalid::Time`] outside the years 1900–2199.
    pub fn new(date: NaiveDate) -> Result<Self, Invalid> {
        let known = (1900..2200).contains(&date.year());
        if known { Ok(Self(date)) } else { Err(Invalid::Time { field: "a date", example: "2026-11-24" }) }
    }

    /// The first day a diary can hold, 1900-01-01.
    pub const FIRST: Self = match NaiveDate::from_ymd_opt(1900, 1, 1) {
        Some(date) => Self(date),
        None => Self(NaiveDate::MIN),
    };
    /// The last day a diary can hold, 2199-12-31.
    pub const LAST: Self = match NaiveDate::from_ymd_opt(2199, 12, 31) {
        Some(date) => Self(date),
        None => Self(NaiveDate::MAX),
    };

    /// The calendar date.
    #[must_use]
    pub const fn date(self) -> NaiveDate {
        self.0
    }

    /// Days since 1970-01-01; a series of a diary is counted in these.
    #[must_use]
    pub fn day_number(self) -> i32 {
        self.0.num_days_from_ce() - 719_163
    }

    /// The day with that number.
    ///
    /// # Errors
    /// [`Invalid::Time`] outside the years 1900–2199.
    pub fn from_day_number(days: i32) -> Result<Self, Invalid> {
        let refused = Invalid::Time { field: "a date", example: "2026-11-24" };
        let date = days.checked_add(719_163).and_then(NaiveDate::from_num_days_from_ce_opt);
        date.ok_or(refused).and_then(Self::new)
    }

    /// The day `days` later (earlier when negative), or none beyond 1900–2199.
    #[must_use]
    pub fn plus_days(self, days: i32) -> Option<Self> {
        self.day_number().checked_add(days).and_then(|n| Self::from_day_number(n).ok())
    }
}

impl fmt::Display for LogicalDate {
    /// Writes `YYYY-MM-DD`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for LogicalDate {
    type Err = Invalid;

    /// Reads `YYYY-MM-DD`, nothing looser.
    fn from_str(text: &str) -> Result<Self, Invalid> {
        let refused = Invalid::Time { field: "a date", example: "2026-11-24" };
        let strict = text.len() == 10;
        let date = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().filter(|_| strict);
        date.ok_or(refused).and_then(Self::new)
    }
}

/// Wall-clock time at which a person's day ends: minutes after midnight, 0 to 720 in steps of 30; 04:00 by default.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rollover(u16);

impl Rollover {
    /// Makes a rollover from minutes after midnight.
    ///
    /// # Errors
    /// [`Invalid::Field`] outside 00:00–12:00 or off the half hour.
    pub const fn new(minutes: u16) -> Result<Self, Invalid> {
        if minutes <= 720 && minutes.is_multiple_of(30) {
            Ok(Self(minutes))
        } else {
            Err(Invalid::Field { field: "the end of the day", allowed: "00:00 to 12:00 in half hours" })
        }
    }

    /// Minutes after midnight.
    #[must_use]
    pub const fn minutes(self) -> u16 {
        self.0
    }

    /// The wall-clock time.
    #[must_use]
    pub fn time(self) -> NaiveTime {
        NaiveTime::MIN + chrono::TimeDelta::minutes(i64::from(self.0))
    }
}

impl Default for Rollover {
    fn default() -> Self {
        Self(240)
    }
}

impl fmt::Display for Rollover {
    /// Writes `hh:mm`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

impl FromStr for Rollover {
    type Err = Invalid;

    /// Reads `hh:mm`.
    fn from_str(text: &str) -> Result<Self, Invalid> {
        let refused = Invalid::Field { field: "the end of the day", allowed: "00:00 to 12:00 in half hours" };
        let time = NaiveTime::parse_from_str(text, "%H:%M").map_err(|_| refused.clone())?;
        u16::try_from(time.hour() * 60 + time.minute()).map_err(|_| refused).and_then(Self::new)
    }
}

/// Who decided which day an entry belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DaySource {
    /// The clock and the rollover.
    #[default]
    Clock,
    /// The person ("this is about yesterday"), or the file an entry was imported from.
    User,
}

coded!(DaySource, "day_source", { Clock => "clock", User => "user" });

/// The logical date of a moment: the wall-clock date, or the day before when the clock shows less than `rollover`.
///
/// # Errors
/// [`Invalid::Time`] outside the years 1900–2199.
pub fn logical_date(moment: Moment, rollover: Rollover) -> Result<LogicalDate, Invalid> {
    let local = moment.local();
    let day = if local.time() < rollover.time() {
        local.date().checked_sub_days(Days::new(1)).unwrap_or(local.date())
    } else {
        local.date()
    };
    LogicalDate::new(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str, rollover: &str) -> String {
        logical_date(Moment::parse(text).unwrap(), rollover.parse().unwrap()).unwrap().to_string()
    }

    #[test]
    fn after_midnight_still_belongs_to_the_evening() {
        assert_eq!(day("2026-11-24T03:59+01:00", "04:00"), "2026-11-23");
        assert_eq!(day("2026-11-24T04:00+01:00", "04:00"), "2026-11-24");
        assert_eq!(day("2026-11-24T00:00+01:00", "00:00"), "2026-11-24");
        assert_eq!(day("2024-03-01T01:00Z", "04:00"), "2024-02-29");
        assert_eq!(day("2027-01-01T02:00-11:00", "04:00"), "2026-12-31");
    }

    #[test]
    fn the_clock_going_back_moves_no_entry_to_another_day() {
        // Dublin, 25 October 2026: 01:30 happens twice; both belong to the 24th, and 04:00 starts the 25th.
        assert_eq!(day("2026-10-25T01:30+01:00", "04:00"), "2026-10-24");
        assert_eq!(day("2026-10-25T01:30+00:00", "04:00"), "2026-10-24");
        assert_eq!(day("2026-10-25T04:00+00:00", "04:00"), "2026-10-25");
    }

    #[test]
    fn day_numbers_count_from_1970() {
        assert_eq!("1970-01-01".parse::<LogicalDate>().unwrap().day_number(), 0);
        assert_eq!("2024-02-29".parse::<LogicalDate>().unwrap().day_number(), 19_782); // date -d 2024-02-29 +%s / 86400
        assert_eq!(LogicalDate::from_day_number(19_782).unwrap().to_string(), "2024-02-29");
    }

    #[test]
    fn rollovers_are_half_hours_until_noon() {
        assert!(Rollover::new(750).is_err());
        assert!(Rollover::new(45).is_err());
        assert_eq!(Rollover::new(90).unwrap().to_string(), "01:30");
    }
}
