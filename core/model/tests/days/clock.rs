//! What the tests know of clocks without asking the code under test: changes of a zone, and the rule in plain words.

use std::ops::Range;

use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, Offset, TimeDelta, TimeZone, Timelike};
use chrono_tz::Tz;
use tidemark_model::{Instant, Moment, Rollover, UtcOffset, ZoneName};

pub(crate) const DAY_S: i64 = 86_400;

/// Every rollover there is.
pub(crate) fn rollovers() -> impl Iterator<Item = Rollover> {
    (0..=24).map(|half_hours| Rollover::new(half_hours * 30).unwrap())
}

pub(crate) fn name(zone: Tz) -> ZoneName {
    ZoneName::new(zone.name()).unwrap()
}

/// Seconds of offset in force at a second since 1970, whole minutes rounded down.
pub(crate) fn offset_at(zone: Tz, second: i64) -> i64 {
    let utc = DateTime::from_timestamp(second, 0).unwrap().naive_utc();
    i64::from(zone.offset_from_utc_datetime(&utc).fix().local_minus_utc()).div_euclid(60) * 60
}

/// The first second of each new offset within the days given, at most one a day.
pub(crate) fn changes(zone: Tz, days: Range<i64>) -> Vec<i64> {
    let mut found = Vec::new();
    let mut before = offset_at(zone, days.start * DAY_S);
    for day in days {
        let (mut low, mut high) = (day * DAY_S, (day + 1) * DAY_S);
        let after = offset_at(zone, high);
        if after != before {
            while high - low > 1 {
                let middle = low.midpoint(high);
                if offset_at(zone, middle) == before { low = middle } else { high = middle }
            }
            found.push(high);
        }
        before = after;
    }
    found
}

pub(crate) fn day_number(date: &str) -> i64 {
    let epoch = NaiveDate::from_ymd_opt(1970, 1, 1).unwrap();
    (date.parse::<NaiveDate>().unwrap() - epoch).num_days()
}

/// The moment at a second since 1970 with an offset in seconds.
pub(crate) fn moment(second: i64, offset: i64) -> Moment {
    Moment {
        instant: Instant::from_millis(second * 1000).unwrap(),
        offset: UtcOffset::new(i32::try_from(offset).unwrap()).unwrap(),
        zone: None,
    }
}

/// The rule in plain words: the date on the wall, or the date before when the wall shows less than the rollover.
pub(crate) fn day_by_the_wall(wall: NaiveDateTime, rollover: Rollover) -> NaiveDate {
    let minutes = wall.hour() * 60 + wall.minute();
    let early = u64::from(minutes < u32::from(rollover.minutes()));
    wall.date() - Days::new(early)
}

/// A wall clock from seconds since 1970 on it.
pub(crate) fn wall(second: i64) -> NaiveDateTime {
    DateTime::from_timestamp(0, 0).unwrap().naive_utc() + TimeDelta::seconds(second)
}
