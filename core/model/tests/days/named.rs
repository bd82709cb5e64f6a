//! Cases by name, and sums over every zone, against tables that Python made.

use chrono_tz::Tz;
use tidemark_model::{LogicalDate, Moment, Rollover, Source, ZoneName, entry_mode, logical_date};

use crate::clock::{changes, day_number, moment, offset_at};

/// The cells of a table without its header; no cell of ours holds a quoted quote.
fn rows(table: &str) -> Vec<Vec<String>> {
    let row = |line: &str| {
        let mut cells = vec![String::new()];
        let mut quoted = false;
        for c in line.chars() {
            match c {
                '"' => quoted = !quoted,
                ',' if !quoted => cells.push(String::new()),
                c => cells.last_mut().unwrap().push(c),
            }
        }
        cells
    };
    table.lines().skip(1).map(row).collect()
}

fn at(utc: &str, zone: &str) -> Moment {
    Moment::in_zone(Moment::parse(utc).unwrap().instant, ZoneName::new(zone).unwrap())
}

#[test]
fn the_day_is_the_one_that_another_program_finds() {
    let rows = rows(include_str!("moments.csv"));
    assert!(rows.len() >= 60, "{} cases", rows.len());
    for row in rows {
        let [name, zone, utc, rollover, wall, offset_min, day] = row.try_into().unwrap();
        let moment = at(&utc, &zone);
        assert_eq!((moment.offset.seconds() / 60).to_string(), offset_min, "{name}");
        let shown = moment.local().format("%Y-%m-%dT%H:%M").to_string();
        // An offset with seconds shows the wall clock less than a minute early; no other case does.
        if zone == "Africa/Monrovia" {
            assert!((wall.parse::<chrono::NaiveDateTime>().unwrap() - moment.local()).num_seconds() < 60);
        } else {
            assert_eq!(shown, wall[..16], "{name}");
        }
        let found = logical_date(moment, rollover.parse().unwrap()).unwrap();
        assert_eq!(found.to_string(), day, "{name}");
    }
}

#[test]
fn how_late_an_entry_is_is_what_another_program_finds() {
    let rows = rows(include_str!("entries.csv"));
    assert!(rows.len() >= 20, "{} cases", rows.len());
    for row in rows {
        let [name, day, rollover, zone, utc, mode, delay] = row.try_into().unwrap();
        let (day, rollover): (LogicalDate, Rollover) = (day.parse().unwrap(), rollover.parse().unwrap());
        let found = entry_mode(day, rollover, at(&utc, &zone), &Source::App);
        assert_eq!((found.code(), found.delay_min().to_string()), (mode.as_str(), delay), "{name}");
    }
}

#[test]
fn around_every_clock_change_of_every_zone_the_days_add_up_as_elsewhere() {
    assert_eq!(
        chrono_tz::IANA_TZDB_VERSION,
        "2025b",
        "run make.py with the same database and note it in origin.toml"
    );
    let rollovers = ["00:00", "04:00", "12:00"].map(|text| text.parse::<Rollover>().unwrap());
    let days = day_number("1970-01-02")..day_number("2037-12-31");
    let mut compared = 0;
    for row in rows(include_str!("zones.csv")) {
        let [zone, count, offset_sum, midnight, four, noon] = row.try_into().unwrap();
        let tz: Tz = zone.parse().unwrap();
        let found = changes(tz, days.clone());
        let (mut offsets, mut sums) = (0, [0; 3]);
        for change in &found {
            for second in [change - 1, *change, change + 3 * 3600] {
                let moment = Moment::in_zone(moment(second, 0).instant, ZoneName::new(&zone).unwrap());
                assert_eq!(i64::from(moment.offset.seconds()), offset_at(tz, second), "{zone}");
                offsets += moment.offset.seconds() / 60;
                for (sum, rollover) in sums.iter_mut().zip(rollovers) {
                    *sum += i64::from(logical_date(moment, rollover).unwrap().day_number());
                }
            }
        }
        let expected = [&midnight, &four, &noon].map(|text| text.parse::<i64>().unwrap());
        assert_eq!((found.len().to_string(), offsets.to_string()), (count, offset_sum), "{zone}");
        assert_eq!(sums, expected, "{zone}");
        compared += 1;
    }
    assert!(compared > 590, "{compared} zones were compared");
}
