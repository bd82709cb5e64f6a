//! Laws of the day over moments of 1970–2100 in any zone, each with every rollover as likely.

use chrono::{TimeDelta, Timelike};
use chrono_tz::{TZ_VARIANTS, Tz};
use proptest::prelude::*;
use tidemark_model::{
    CheckIn, CheckInId, CheckInParts, DaySource, EntryMode, Instant, LogicalDate, Moment, Note, RecordId,
    RecordedBy, Rollover, SeededEntropy, Source, Stamp, entry_mode, logical_date,
};

use crate::clock::{DAY_S, day_by_the_wall, moment, name, wall};

/// 1970-01-02 to 2100-12-31 in milliseconds.
const MILLIS: std::ops::Range<i64> = 86_400_000..4_133_894_400_000;

fn any_zone() -> impl Strategy<Value = Tz> {
    prop::sample::select(&TZ_VARIANTS[..])
}

fn any_rollover() -> impl Strategy<Value = Rollover> {
    (0_u16..=24).prop_map(|half_hours| Rollover::new(half_hours * 30).unwrap())
}

fn any_moment() -> impl Strategy<Value = Moment> {
    (any_zone(), MILLIS)
        .prop_map(|(zone, millis)| Moment::in_zone(Instant::from_millis(millis).unwrap(), name(zone)))
}

/// Seconds on a wall clock, dense around the ends of days.
fn any_wall() -> impl Strategy<Value = i64> {
    let day = 1_i64..47_000;
    prop_oneof![
        (day.clone(), 0..DAY_S).prop_map(|(day, second)| day * DAY_S + second),
        (day, 0_i64..=24, -1_i64..=1).prop_map(|(day, half, second)| day * DAY_S + half * 1800 + second),
    ]
}

fn any_offset() -> impl Strategy<Value = i64> {
    (-1080_i64..=1080).prop_map(|minutes| minutes * 60)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(5_000))]

    #[test]
    fn the_day_is_the_wall_clock_date_or_the_one_before(moment in any_moment(), rollover in any_rollover()) {
        let day = logical_date(moment, rollover).unwrap().date();
        let wall = moment.local();
        prop_assert_eq!(day, day_by_the_wall(wall, rollover));
        prop_assert!(day == wall.date() || day.succ_opt() == Some(wall.date()));
        if wall.hour() >= 12 {
            prop_assert_eq!(day, wall.date());
        }
    }

    #[test]
    fn the_same_wall_clock_gives_the_same_day_wherever_it_hangs(
        second in any_wall(), here in any_offset(), there in any_offset(), rollover in any_rollover(),
    ) {
        let (here, there) = (moment(second - here, here), moment(second - there, there));
        prop_assert_eq!(here.local(), wall(second));
        prop_assert_eq!(logical_date(here, rollover).unwrap(), logical_date(there, rollover).unwrap());
    }

    #[test]
    fn a_later_wall_clock_is_never_an_earlier_day(
        second in any_wall(), gap in 0_i64..200_000, here in any_offset(), there in any_offset(), rollover in any_rollover(),
    ) {
        let (first, then) = (moment(second - here, here), moment(second + gap - there, there));
        let (first, then) = (logical_date(first, rollover).unwrap(), logical_date(then, rollover).unwrap());
        prop_assert!(first <= then);
        // And a day is 24 hours of the wall clock, so as many ends of days lie between as days.
        let passed = i64::from(then.day_number() - first.day_number());
        prop_assert!(passed * DAY_S < gap + DAY_S && gap < (passed + 1) * DAY_S);
    }

    #[test]
    fn a_later_end_of_the_day_never_gives_a_later_day(
        moment in any_moment(), first in any_rollover(), second in any_rollover(),
    ) {
        let (early, late) = (first.min(second), first.max(second));
        prop_assert!(logical_date(moment, late).unwrap() <= logical_date(moment, early).unwrap());
    }

    #[test]
    fn an_entry_made_now_about_now_is_live(moment in any_moment(), rollover in any_rollover()) {
        let day = logical_date(moment, rollover).unwrap();
        prop_assert_eq!(entry_mode(day, rollover, moment, &Source::App), EntryMode::Live);
    }

    #[test]
    fn an_entry_about_yesterday_is_late_by_the_wall_clock_since_the_day_ended(
        moment in any_moment(), rollover in any_rollover(),
    ) {
        let yesterday = logical_date(moment, rollover).unwrap().plus_days(-1).unwrap();
        let wall = moment.local();
        let minutes = i64::from(wall.hour() * 60 + wall.minute()) - i64::from(rollover.minutes());
        let delay_min = u32::try_from(minutes.rem_euclid(1440)).unwrap();
        prop_assert_eq!(entry_mode(yesterday, rollover, moment, &Source::App), EntryMode::Late { delay_min });
    }

    #[test]
    fn an_entry_is_live_exactly_until_its_day_ends(
        day in 0_i32..47_000, rollover in any_rollover(), second in -300_000_i64..300_000, offset in any_offset(),
    ) {
        let day = LogicalDate::from_day_number(day).unwrap();
        let end = (i64::from(day.day_number()) + 1) * DAY_S + i64::from(rollover.minutes()) * 60;
        let mode = entry_mode(day, rollover, moment(end + second - offset, offset), &Source::Cli);
        let minutes = u32::try_from(second.div_euclid(60)).ok();
        prop_assert_eq!(mode == EntryMode::Live, second < 0);
        prop_assert_eq!(mode.delay_min(), minutes.unwrap_or(0));
        prop_assert_eq!(matches!(mode, EntryMode::Late { .. }), (0..1441 * 60).contains(&second));
        prop_assert_eq!(matches!(mode, EntryMode::Backfill { .. }), second >= 1441 * 60);
    }

    #[test]
    fn a_day_once_written_stays_whatever_the_clock_and_the_rollover_become(
        made in any_moment(), then in any_moment(), first in any_rollover(), second in any_rollover(), yesterday in any::<bool>(),
    ) {
        let clock = logical_date(made, first).unwrap();
        let (day, day_source) =
            if yesterday { (clock.plus_days(-1).unwrap(), DaySource::User) } else { (clock, DaySource::Clock) };
        let parts = |rated, rollover| CheckInParts {
            practices: vec![],
            id: CheckInId::generate(made.instant, &mut SeededEntropy::new(1)),
            stamp: Stamp::new(rated, RecordedBy::Own, Source::App),
            logical_date: day,
            rollover,
            day_source,
            rated: Some(rated),
            note: Some(Note::new("a note", "x").unwrap()),
            values: Vec::new(),
        };
        prop_assert_eq!(CheckIn::new(parts(made, first)).unwrap().logical_date(), day);
        // Read back by a program that is elsewhere and ends its days at another time.
        let kept = CheckIn::new(parts(then, second)).unwrap();
        prop_assert_eq!((kept.logical_date(), kept.parts().day_source), (day, day_source));
    }
}

#[test]
fn the_minutes_of_a_wall_clock_day_belong_to_two_days_with_the_border_at_the_rollover() {
    let midnight = crate::clock::day_number("2026-11-24") * DAY_S;
    for rollover in crate::clock::rollovers() {
        let days: Vec<String> = (0..1440)
            .map(|minute| {
                logical_date(moment(midnight + minute * 60 - 3600, 3600), rollover).unwrap().to_string()
            })
            .collect();
        let before = days.iter().take_while(|day| *day == "2026-11-23").count();
        assert_eq!(before, usize::from(rollover.minutes()), "{rollover}");
        assert!(days[before..].iter().all(|day| day == "2026-11-24"), "{rollover}");
    }
}

#[test]
fn the_day_begins_at_the_very_millisecond() {
    let noon_less = Moment::parse("2026-11-25T03:59:59.999+01:00").unwrap();
    let exactly = Moment::parse("2026-11-25T04:00:00.000+01:00").unwrap();
    assert_eq!(logical_date(noon_less, Rollover::default()).unwrap().to_string(), "2026-11-24");
    assert_eq!(logical_date(exactly, Rollover::default()).unwrap().to_string(), "2026-11-25");
    assert_eq!(exactly.local() - noon_less.local(), TimeDelta::milliseconds(1));
}
