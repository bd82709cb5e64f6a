//! A point in time, the same everywhere on Earth.

use chrono::{DateTime, Utc};

use crate::Invalid;

/// Milliseconds since 1970-01-01 UTC, from 1900 to 2200.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(i64);

const EARLIEST: i64 = -2_208_988_800_000; // 1900-01-01T00:00:00Z
const LATEST: i64 = 7_258_118_400_000; // 2200-01-01T00:00:00Z

impl Instant {
    /// Makes an instant from milliseconds since 1970-01-01 UTC.
    ///
    /// # Errors
    /// [`Invalid::Time`] outside 1900–2200.
    pub const fn from_millis(millis: i64) -> Result<Self, Invalid> {
        if EARLIEST <= millis && millis < LATEST {
            Ok(Self(millis))
        } else {
            Err(Invalid::Time { field: "a time", example: "a year from 1900 to 2199" })
        }
    }

    /// Milliseconds since 1970-01-01 UTC.
    #[must_use]
    pub const fn millis(self) -> i64 {
        self.0
    }

    /// This instant moved by `minutes`, later when positive.
    ///
    /// # Errors
    /// [`Invalid::Time`] when that leaves 1900–2200.
    pub const fn plus_minutes(self, minutes: i64) -> Result<Self, Invalid> {
        Self::from_millis(self.0.saturating_add(minutes.saturating_mul(60_000)))
    }

    /// Whole minutes from `earlier` to this instant, rounded down; negative when `earlier` is later.
    #[must_use]
    pub const fn minutes_since(self, earlier: Self) -> i64 {
        (self.0 - earlier.0).div_euclid(60_000)
    }

    /// The same instant for calendar arithmetic in UTC.
    #[must_use]
    pub fn utc(self) -> DateTime<Utc> {
        // In range by construction, so the default is never used.
        DateTime::from_timestamp_millis(self.0).unwrap_or_default()
    }
}
