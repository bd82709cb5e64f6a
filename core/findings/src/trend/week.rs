//! Weekly medians, which stand in for daily values where a period is too long to draw them. A week runs from Monday.

use std::collections::BTreeMap;

use serde::Serialize;
use tidemark_model::{LogicalDate, Period};

use super::series::Series;
use crate::coverage::count_of;
use crate::{centre, iso};

/// The values of one week.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Week {
    /// First day of the week inside the period.
    #[serde(serialize_with = "iso::day")]
    pub from: LogicalDate,
    /// Last day of the week inside the period.
    #[serde(serialize_with = "iso::day")]
    pub to: LogicalDate,
    /// Values in it, 1 or more.
    pub n: u32,
    /// Their median.
    pub median: f64,
    /// Lower quartile.
    pub q1: f64,
    /// Upper quartile.
    pub q3: f64,
}

/// Weeks with at least one value, in order.
pub(crate) fn weeks(series: &Series, period: Period) -> Vec<Week> {
    let mut weeks: BTreeMap<i32, Vec<f64>> = BTreeMap::new();
    for point in series.own() {
        weeks.entry(monday(point.day.day_number())).or_default().push(point.value);
    }
    weeks.into_iter().filter_map(|(monday, values)| week(period, monday, &values)).collect()
}

/// Day number of the Monday on or before a day: 1970-01-01, day 0, was a Thursday.
const fn monday(day: i32) -> i32 {
    day - (day + 3).rem_euclid(7)
}

fn week(period: Period, monday: i32, values: &[f64]) -> Option<Week> {
    let day = |number: i32| LogicalDate::from_day_number(number).ok();
    let (q1, q3) = centre::quartiles(values)?;
    Some(Week {
        from: day(monday).unwrap_or(period.from()).max(period.from()),
        to: day(monday + 6).unwrap_or(period.to()).min(period.to()),
        n: count_of(values.len()),
        median: centre::median(values)?,
        q1,
        q3,
    })
}

#[cfg(test)]
mod tests {
    use super::monday;
    use tidemark_model::LogicalDate;

    /// `date -d 2026-11-23 +%A` is Monday.
    #[test]
    fn weeks_start_on_monday() {
        let number = |day: &str| day.parse::<LogicalDate>().unwrap().day_number();
        assert_eq!(monday(number("2026-11-23")), number("2026-11-23"));
        assert_eq!(monday(number("2026-11-29")), number("2026-11-23"));
        assert_eq!(monday(number("2026-11-22")), number("2026-11-16"));
        assert_eq!(monday(number("1969-12-31")), number("1969-12-29"));
    }
}
