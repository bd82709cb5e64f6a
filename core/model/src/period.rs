//! A stretch of whole days, both ends included.

use crate::{Invalid, LogicalDate};

/// First and last day of a stretch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    from: LogicalDate,
    to: LogicalDate,
}

impl Period {
    /// Makes a period.
    ///
    /// # Errors
    /// [`Invalid::Field`] when `to` is before `from`.
    pub fn new(from: LogicalDate, to: LogicalDate) -> Result<Self, Invalid> {
        let refused =
            Invalid::Field { field: "the end of a period", allowed: "its first day or a later one" };
        if to < from { Err(refused) } else { Ok(Self { from, to }) }
    }

    /// The period of one day.
    #[must_use]
    pub const fn of_day(day: LogicalDate) -> Self {
        Self { from: day, to: day }
    }

    /// First day.
    #[must_use]
    pub const fn from(self) -> LogicalDate {
        self.from
    }

    /// Last day.
    #[must_use]
    pub const fn to(self) -> LogicalDate {
        self.to
    }

    /// Number of days, 1 or more.
    #[must_use]
    pub fn days(self) -> u32 {
        u32::try_from(self.to.day_number() - self.from.day_number() + 1).unwrap_or(1)
    }

    /// Whether `day` lies in it.
    #[must_use]
    pub fn contains(self, day: LogicalDate) -> bool {
        self.from <= day && day <= self.to
    }
}
