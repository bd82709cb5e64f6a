//! The laws at every clock change of every zone, 2000–2037, and what a typed wall-clock time means there.

use std::collections::{BTreeMap, BTreeSet};

use chrono_tz::{TZ_VARIANTS, Tz};
use tidemark_model::{LocalTime, LogicalDate, Moment, logical_date, zoned};

use crate::clock::{DAY_S, changes, day_by_the_wall, day_number, moment, name, offset_at, rollovers, wall};

/// Each change with its zone; links of one zone are swept like zones of their own.
fn for_each_change(mut look: impl FnMut(Tz, i64)) {
    let days = day_number("2000-01-01")..day_number("2037-12-31");
    let mut count = 0;
    for zone in TZ_VARIANTS {
        for change in changes(zone, days.clone()) {
            look(zone, change);
            count += 1;
        }
    }
    assert!(count > 15_000, "{count} changes were looked at");
}

#[test]
fn around_every_clock_change_the_wall_clock_alone_decides() {
    let steps = [
        -DAY_S, -10_801, -3601, -3600, -1801, -61, -1, 0, 1, 59, 1799, 1800, 3599, 3600, 7200, 10_800, DAY_S,
    ];
    let mut seen = BTreeSet::new();
    for_each_change(|zone, change| {
        let moments = steps.map(|step| Moment::in_zone(moment(change + step, 0).instant, name(zone)));
        // Many zones change at the same second between the same offsets; once is enough.
        if !seen.insert(moments.map(|moment| (moment.instant, moment.offset))) {
            return;
        }
        for rollover in rollovers() {
            let mut by_wall = BTreeMap::new();
            let mut latest: Option<(chrono::NaiveDateTime, LogicalDate)> = None;
            for moment in moments {
                let day = logical_date(moment, rollover).unwrap();
                let wall = moment.local();
                assert_eq!(day.date(), day_by_the_wall(wall, rollover), "{zone} {}", moment.to_iso());
                assert_eq!(*by_wall.entry(wall).or_insert(day), day, "{zone} {}", moment.to_iso());
                // Along a clock that does not go back, neither does the day.
                if let Some((_, before)) = latest.filter(|(earlier, _)| *earlier <= wall) {
                    assert!(before <= day, "{zone} {}", moment.to_iso());
                }
                latest = Some((wall, day));
            }
        }
    });
}

/// The moments at which a clock with these offsets before and after a change shows a wall-clock second.
fn shown(local: i64, change: i64, before: i64, after: i64) -> Vec<i64> {
    let early = Some(local - before).filter(|at| *at < change);
    let late = Some(local - after).filter(|at| *at >= change);
    early.into_iter().chain(late).collect()
}

fn check_typed(zone: Tz, change: i64) {
    let (before, after) = (offset_at(zone, change - 1), offset_at(zone, change));
    let (low, high) = (change + before.min(after), change + before.max(after));
    // Both borders to the second, and the middle.
    for local in [low - 1, low, low + 1, low.midpoint(high), high - 1, high, high + 1] {
        let said = zoned(wall(local), name(zone)).unwrap();
        let place = || format!("{zone} {} {said:?}", wall(local));
        let is = |moment: Moment, second: i64| {
            assert_eq!(moment.instant.millis(), second * 1000, "{}", place());
            assert_eq!(moment.local(), wall(local), "{}", place());
        };
        match (shown(local, change, before, after).as_slice(), said) {
            ([at], LocalTime::Single(moment)) => is(moment, *at),
            ([first, second], LocalTime::Ambiguous { earlier, later }) => {
                is(earlier, *first);
                is(later, *second);
            }
            ([], LocalTime::Skipped { shifted }) => {
                // As many minutes after the change as the clock would show if it had not been moved.
                assert_eq!(shifted.instant.millis(), (local - before) * 1000, "{}", place());
                assert_eq!(shifted.local(), wall(local - before + after), "{}", place());
            }
            (moments, _) => panic!("{} is shown at {moments:?}", place()),
        }
    }
}

#[test]
fn a_typed_time_is_found_at_every_clock_change() {
    for_each_change(check_typed);
}

#[test]
fn a_typed_time_is_found_at_changes_before_2000() {
    let days = day_number("1970-01-02")..day_number("2000-01-01");
    for zone in TZ_VARIANTS {
        // The one change from an offset with seconds is looked at below.
        let whole = |change: &i64| zone != Tz::Africa__Monrovia || *change > day_number("1972-01-08") * DAY_S;
        for change in changes(zone, days.clone()).into_iter().filter(whole) {
            check_typed(zone, change);
        }
    }
}

#[test]
fn a_typed_time_keeps_its_wall_clock_where_an_offset_had_seconds() {
    // Monrovia was 44 min 30 s behind until 7 January 1972; four o'clock there is four o'clock.
    let four = wall(day_number("1971-06-01") * DAY_S + 4 * 3600);
    let Ok(LocalTime::Single(moment)) = zoned(four, name(Tz::Africa__Monrovia)) else {
        panic!("it came once")
    };
    assert_eq!(moment.local(), four);
    let day = logical_date(moment, "04:00".parse().unwrap()).unwrap();
    assert_eq!(day.to_string(), "1971-06-01");
}
