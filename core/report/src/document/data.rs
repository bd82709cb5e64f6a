//! The period, and how complete the records in it are.

use chrono::NaiveDate;

/// First and last day, both included; never backwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    from: NaiveDate,
    to: NaiveDate,
}

impl Period {
    /// Makes the period between two days; the earlier one becomes the first.
    #[must_use]
    pub fn new(a: NaiveDate, b: NaiveDate) -> Self {
        Self { from: a.min(b), to: a.max(b) }
    }

    /// First day.
    #[must_use]
    pub const fn from(self) -> NaiveDate {
        self.from
    }

    /// Last day.
    #[must_use]
    pub const fn to(self) -> NaiveDate {
        self.to
    }

    /// Number of days, at least 1.
    #[must_use]
    pub fn days(self) -> u32 {
        u32::try_from((self.to - self.from).num_days()).unwrap_or(u32::MAX - 1) + 1
    }
}

/// How complete the records are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PeriodAndData {
    /// What the period follows, such as `since the visit of 11 Sep 2026`.
    pub since: Option<String>,
    /// Sentences on completeness.
    pub sentences: Vec<String>,
    /// One mark per day. A day that is not listed is drawn blank; a day outside the period is not drawn.
    pub days: Vec<(NaiveDate, DayMark)>,
}

/// How a day came to have its entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DayMark {
    /// Entered on the day: a full square.
    Full,
    /// Added within the next day: a half square.
    Half,
    /// Added later: a ring.
    Ring,
    /// No entry: left blank.
    Blank,
}
