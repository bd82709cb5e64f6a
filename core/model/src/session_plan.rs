//! What the person and their massage therapist agreed, in versions: each keeps what it said while sessions ran under it.
//! What changed between two versions, and why, is a [`crate::PlanAdjustment`].

use std::fmt;
use std::str::FromStr;

use crate::code::coded;
use crate::content::content;
use crate::field::spelled;
use crate::{
    Clock, FieldKind, Invalid, Line, LogicalDate, Modality, Note, Pressure, SessionMinutes, ShortText,
    VersionNumber, Weekday,
};

/// How often; written `2 per week`, `1 per month` or `every 14 days`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Frequency {
    count: u16,
    unit: FrequencyUnit,
}

/// What a frequency counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FrequencyUnit {
    /// Sessions a week, 1 to 7.
    PerWeek,
    /// Sessions a month, 1 to 31.
    PerMonth,
    /// Days from one session to the next, 1 to 365.
    EveryDays,
}

const FREQUENCY: Invalid = Invalid::Field {
    field: "a frequency",
    allowed: "1 to 7 per week, 1 to 31 per month, or every 1 to 365 days: 2 per week, every 14 days",
};

impl Frequency {
    /// Makes a frequency.
    ///
    /// # Errors
    /// [`Invalid::Field`] outside the range of its unit.
    pub const fn new(count: u16, unit: FrequencyUnit) -> Result<Self, Invalid> {
        let most = match unit {
            FrequencyUnit::PerWeek => 7,
            FrequencyUnit::PerMonth => 31,
            FrequencyUnit::EveryDays => 365,
        };
        if 1 <= count && count <= most { Ok(Self { count, unit }) } else { Err(FREQUENCY) }
    }

    /// The number.
    #[must_use]
    pub const fn count(self) -> u16 {
        self.count
    }

    /// What it counts.
    #[must_use]
    pub const fn unit(self) -> FrequencyUnit {
        self.unit
    }
}

impl fmt::Display for Frequency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.unit {
            FrequencyUnit::PerWeek => write!(f, "{} per week", self.count),
            FrequencyUnit::PerMonth => write!(f, "{} per month", self.count),
            FrequencyUnit::EveryDays => write!(f, "every {} days", self.count),
        }
    }
}

impl FromStr for Frequency {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        let words: Vec<&str> = text.split_whitespace().collect();
        let (count, unit) = match words.as_slice() {
            [count, "per", "week"] => (*count, FrequencyUnit::PerWeek),
            [count, "per", "month"] => (*count, FrequencyUnit::PerMonth),
            ["every", count, "day" | "days"] => (*count, FrequencyUnit::EveryDays),
            _ => return Err(FREQUENCY),
        };
        count.parse().map_err(|_| FREQUENCY).and_then(|count| Self::new(count, unit))
    }
}

spelled!(Frequency, FieldKind::Word);

/// What a session keeps away from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it all")]
pub enum ApartFrom {
    TalkingTherapy,
    Dose,
}

coded!(ApartFrom, "keep_apart", { TalkingTherapy => "talking_therapy", Dose => "dose" });

/// Hours between a session and something else, 1 to 72; written `talking_therapy:4`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KeepApart {
    from: ApartFrom,
    hours: u8,
}

impl KeepApart {
    /// Makes a rule.
    ///
    /// # Errors
    /// [`Invalid::Field`] outside 1 to 72 hours.
    pub const fn new(from: ApartFrom, hours: u8) -> Result<Self, Invalid> {
        if 1 <= hours && hours <= 72 {
            Ok(Self { from, hours })
        } else {
            Err(Invalid::Field { field: "hours to keep apart", allowed: "1 to 72" })
        }
    }

    /// From what.
    #[must_use]
    pub const fn from(self) -> ApartFrom {
        self.from
    }

    /// Hours.
    #[must_use]
    pub const fn hours(self) -> u8 {
        self.hours
    }
}

impl fmt::Display for KeepApart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.from.code(), self.hours)
    }
}

impl FromStr for KeepApart {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        let refused = Invalid::Field {
            field: "a rule to keep apart",
            allowed: "talking_therapy or dose, and hours: dose:2",
        };
        let (from, hours) = text.split_once(':').ok_or(refused)?;
        Self::new(ApartFrom::from_code(from.trim())?, hours.trim().parse().unwrap_or(0))
    }
}

spelled!(KeepApart, FieldKind::Word);

content! {
    /// One version of the plan.
    SessionPlan(SessionPlanId) {
        /// number of the version, from 1
        version: VersionNumber,
        /// the first day it is in force
        since: LogicalDate,
        /// what it is for, in the person's words
        aim: Option<Note>,
        /// style
        modality: Option<Modality>,
        /// pressure, 1 feather-light to 5 deep
        pressure: Option<Pressure>,
        /// length of a session, minutes
        minutes: Option<SessionMinutes>,
        /// how often: 2 per week, 1 per month, every 14 days
        frequency: Option<Frequency>,
        /// days of the week that suit
        preferred_days: Vec<Weekday>,
        /// times of the day that suit, hh:mm
        preferred_times: Vec<Clock>,
        /// hours to keep from talking therapy or a dose: `talking_therapy:4`, `dose:2`
        keep_apart: Vec<KeepApart>,
        /// what we do if distress comes
        if_distress: Vec<Line>,
        /// with whom it was agreed
        agreed_with: Vec<ShortText>,
        /// the day to look at it again
        review_on: Option<LogicalDate>,
    }
}

impl SessionPlan {
    fn rules(&self) -> Result<(), Invalid> {
        let mut apart: Vec<ApartFrom> = self.keep_apart.iter().map(|rule| rule.from).collect();
        apart.sort_unstable();
        apart.dedup();
        if apart.len() == self.keep_apart.len() {
            Ok(())
        } else {
            Err(Invalid::Field { field: "keep_apart", allowed: "one rule for each" })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_frequency_is_read_as_it_is_written_and_within_its_range() {
        for text in ["2 per week", "7 per week", "31 per month", "every 14 days", "every 365 days"] {
            assert_eq!(text.parse::<Frequency>().unwrap().to_string(), text);
        }
        assert_eq!("every 1 day".parse::<Frequency>().unwrap().to_string(), "every 1 days");
        for text in [
            "0 per week",
            "8 per week",
            "32 per month",
            "every 366 days",
            "weekly",
            "-1 per week",
            "2 per year",
        ] {
            assert!(text.parse::<Frequency>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_rule_to_keep_apart_takes_one_to_seventy_two_hours() {
        for text in ["talking_therapy:4", "dose:1", "dose:72"] {
            assert_eq!(text.parse::<KeepApart>().unwrap().to_string(), text);
        }
        for text in ["dose:0", "dose:73", "dose:300", "dose", "work:2", "dose:two"] {
            assert!(text.parse::<KeepApart>().is_err(), "{text}");
        }
    }
}
