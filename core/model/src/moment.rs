//! When something was, on the clock the person saw: an instant, the offset in force and, if known, the zone.
//!
//! The zone is a name to show; arithmetic uses the offset written at the time, so a later change of a zone's rules
//! moves nothing.

use std::fmt;

use chrono::{DateTime, FixedOffset, NaiveDateTime, Offset, TimeZone};
use chrono_tz::Tz;

use crate::{Instant, Invalid};

/// Seconds east of UTC, −64,800 to 64,800 in whole minutes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UtcOffset(i32);

impl UtcOffset {
    /// Makes an offset.
    ///
    /// # Errors
    /// [`Invalid::Field`] beyond ±18 hours or between two minutes.
    pub const fn new(seconds: i32) -> Result<Self, Invalid> {
        if -64_800 <= seconds && seconds <= 64_800 && seconds % 60 == 0 {
            Ok(Self(seconds))
        } else {
            Err(Invalid::Field { field: "an offset from UTC", allowed: "whole minutes up to 18 hours" })
        }
    }

    /// Seconds east of UTC.
    #[must_use]
    pub const fn seconds(self) -> i32 {
        self.0
    }
}

/// Name of a zone in the IANA database, such as `Europe/Dublin`.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct ZoneName(Tz);

impl ZoneName {
    /// Takes a name of the IANA database.
    ///
    /// # Errors
    /// [`Invalid::Field`] for an unknown name.
    pub fn new(name: &str) -> Result<Self, Invalid> {
        let refused = Invalid::Field { field: "a time zone", allowed: "an IANA name such as Europe/Dublin" };
        name.parse::<Tz>().map(Self).map_err(|_| refused)
    }

    /// The IANA name.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.0.name()
    }

    /// The offset in force in this zone at `instant`; seconds of old local mean times are dropped.
    #[must_use]
    pub fn offset_at(self, instant: Instant) -> UtcOffset {
        let seconds = self.0.offset_from_utc_datetime(&instant.utc().naive_utc()).fix().local_minus_utc();
        UtcOffset(seconds - seconds.rem_euclid(60))
    }
}

impl fmt::Debug for ZoneName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A point in time together with the wall clock it was read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Moment {
    /// The point in time.
    pub instant: Instant,
    /// Offset of the wall clock at that time.
    pub offset: UtcOffset,
    /// Zone of the wall clock, when known.
    pub zone: Option<ZoneName>,
}

const EXAMPLE: &str = "2026-11-24T21:04+01:00";

impl Moment {
    /// The moment that a zone's clock shows at `instant`.
    #[must_use]
    pub fn in_zone(instant: Instant, zone: ZoneName) -> Self {
        Self { instant, offset: zone.offset_at(instant), zone: Some(zone) }
    }

    /// Date and time on the wall clock.
    #[must_use]
    pub fn local(self) -> NaiveDateTime {
        self.instant.utc().naive_utc() + chrono::TimeDelta::seconds(i64::from(self.offset.0))
    }

    /// Moved by minutes of true time; the offset is looked up again when the zone is known.
    ///
    /// # Errors
    /// [`Invalid::Time`] outside 1900–2200.
    pub fn plus_minutes(self, minutes: i64) -> Result<Self, Invalid> {
        let instant = self.instant.plus_minutes(minutes)?;
        Ok(match self.zone {
            Some(zone) => Self::in_zone(instant, zone),
            None => Self { instant, ..self },
        })
    }

    /// Reads ISO 8601 with an offset, `2026-11-24T21:04+01:00`; seconds and fractions may follow the minutes.
    ///
    /// # Errors
    /// [`Invalid::Time`] for anything else, such as a date that does not exist.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let refused = || Invalid::Time { field: "a time", example: EXAMPLE };
        let read = |format| DateTime::<FixedOffset>::parse_from_str(text.trim(), format).ok();
        let at = DateTime::parse_from_rfc3339(text.trim())
            .ok()
            .or_else(|| read("%Y-%m-%dT%H:%M%#z"))
            .or_else(|| read("%Y-%m-%d %H:%M%#z"))
            .ok_or_else(refused)?;
        let offset = UtcOffset::new(at.offset().local_minus_utc()).map_err(|_| refused())?;
        Ok(Self { instant: Instant::from_millis(at.timestamp_millis())?, offset, zone: None })
    }

    /// Writes ISO 8601 with the offset, milliseconds only when there are any.
    #[must_use]
    pub fn to_iso(self) -> String {
        let fraction = if self.instant.millis() % 1000 == 0 { "" } else { "%.3f" };
        let minutes = self.offset.0 / 60;
        let sign = if minutes < 0 { '-' } else { '+' };
        let (hours, minutes) = (minutes.abs() / 60, minutes.abs() % 60);
        let local = self.local().format(&format!("%Y-%m-%dT%H:%M:%S{fraction}")).to_string();
        format!("{local}{sign}{hours:02}:{minutes:02}")
    }
}

/// What a wall-clock time means in a zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LocalTime {
    /// It happened once.
    Single(Moment),
    /// It happened twice, when the clock went back.
    Ambiguous {
        /// The first time, before the clock went back.
        earlier: Moment,
        /// The second time.
        later: Moment,
    },
    /// It never happened, when the clock went forward.
    Skipped {
        /// The moment the same number of minutes after the last valid time before the change.
        shifted: Moment,
    },
}

/// The moment, or moments, at which a zone's clock showed `local`.
///
/// What the clock showed is kept to the second; where an old offset had seconds the instant gives way, by less than a
/// minute, because an offset here has none.
///
/// # Errors
/// [`Invalid::Time`] outside 1900–2200.
pub fn zoned(local: NaiveDateTime, zone: ZoneName) -> Result<LocalTime, Invalid> {
    let moment = |at: DateTime<Tz>| {
        let offset = zone.offset_at(Instant::from_millis(at.timestamp_millis())?);
        let utc = local - chrono::TimeDelta::seconds(i64::from(offset.0));
        let instant = Instant::from_millis(utc.and_utc().timestamp_millis())?;
        Ok(Moment { instant, offset, zone: Some(zone) })
    };
    Ok(match zone.0.from_local_datetime(&local) {
        chrono::LocalResult::Single(at) => LocalTime::Single(moment(at)?),
        chrono::LocalResult::Ambiguous(a, b) => {
            LocalTime::Ambiguous { earlier: moment(a)?, later: moment(b)? }
        }
        chrono::LocalResult::None => {
            // Read with the offset in force a day before, which is the one before the change.
            let before = zone.0.offset_from_utc_datetime(&(local - chrono::TimeDelta::days(1))).fix();
            let utc = local - chrono::TimeDelta::seconds(i64::from(before.local_minus_utc()));
            let instant = Instant::from_millis(utc.and_utc().timestamp_millis())?;
            LocalTime::Skipped { shifted: Moment::in_zone(instant, zone) }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn local(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
    }

    #[test]
    fn times_are_written_as_they_were_read() {
        for text in
            ["2026-11-24T21:04:00+01:00", "2026-02-28T23:59:59.250-03:30", "2024-02-29T00:00:00+00:00"]
        {
            assert_eq!(Moment::parse(text).unwrap().to_iso(), text);
        }
        assert_eq!(Moment::parse("2026-11-24T21:04+01:00").unwrap().to_iso(), "2026-11-24T21:04:00+01:00");
    }

    #[test]
    fn dates_that_do_not_exist_are_refused() {
        for text in
            ["2026-02-30T10:00+01:00", "2026-11-24T25:10+01:00", "2026-11-24", "", "0001-01-01T00:00Z"]
        {
            assert!(Moment::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn both_clock_changes_are_seen() {
        let dublin = ZoneName::new("Europe/Dublin").unwrap();
        // 2026: forward on 29 March at 01:00, back on 25 October at 02:00 local time.
        assert!(matches!(
            zoned(local("2026-03-29 01:30"), dublin),
            Ok(LocalTime::Skipped { shifted }) if shifted.to_iso() == "2026-03-29T02:30:00+01:00"
        ));
        assert!(matches!(
            zoned(local("2026-10-25 01:30"), dublin),
            Ok(LocalTime::Ambiguous { earlier, later })
                if earlier.to_iso() == "2026-10-25T01:30:00+01:00" && later.to_iso() == "2026-10-25T01:30:00+00:00"
        ));
        assert!(matches!(zoned(local("2026-07-01 12:00"), dublin), Ok(LocalTime::Single(_))));
    }
}
