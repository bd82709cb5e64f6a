//! Numbers and dates as they stand in sentences, the same in every locale.
//!
//! One decimal, unless that would print something that is not zero as zero: then two or three. An estimate and the ends
//! of its interval share their places, and the ends decide, since on which side of zero they lie is what they say.

use tidemark_model::{LogicalDate, Period, Unit};

/// U+2212, which a screen reader says as "minus" and a line break never follows.
const MINUS: char = '\u{2212}';
/// Below this a figure is rounding of the computation, not of the print.
const ROUNDING: f64 = 5e-7;

/// A median or a change: one decimal, whole numbers without it, `−` for minus.
pub(crate) fn figure(value: f64) -> String {
    rounded(value, places(&[value]))
}

/// An estimate with the ends of its interval, low before high.
pub(crate) fn estimate(value: f64, low: f64, high: f64) -> [String; 3] {
    let places = places(&[low, high]);
    [value, low, high].map(|figure| rounded(figure, places))
}

/// Fewest places, 1 to 3, that print no value as zero but those that are.
fn places(values: &[f64]) -> i32 {
    let shown =
        |places: i32| values.iter().all(|value| value.abs() < ROUNDING || rounded(*value, places) != "0");
    [1, 2].into_iter().find(|places| shown(*places)).unwrap_or(if shown(3) { 3 } else { 1 })
}

/// A value as it was given: up to three decimals, none of them needless.
pub(crate) fn exact(value: f64) -> String {
    rounded(value, 3)
}

fn rounded(value: f64, places: i32) -> String {
    let unit = 10_f64.powi(places);
    // Half away from zero, so that a fall and a rise of the same size print alike; `format!` would take half to even.
    let whole = (value.abs() * unit + 1e-9).round();
    let digits = format!("{:.*}", usize::try_from(places).unwrap_or(0), whole / unit);
    let digits = digits.trim_end_matches('0').trim_end_matches('.');
    if value < 0.0 && digits != "0" { format!("{MINUS}{digits}") } else { digits.to_owned() }
}

/// A median level in its unit: a figure, or hours and minutes such as `7 h 15`.
#[must_use]
pub fn level(value: f64, unit: Unit) -> String {
    match unit {
        Unit::Score => figure(value),
        Unit::Hour => hours(value),
    }
}

/// A recorded value in its unit.
pub(crate) fn recorded(value: f64, unit: Unit) -> String {
    match unit {
        Unit::Score => exact(value),
        Unit::Hour => hours(value),
    }
}

fn hours(value: f64) -> String {
    let minutes = (value.abs() * 60.0).round();
    let (whole, rest) = ((minutes / 60.0).floor(), minutes.rem_euclid(60.0));
    let sign = if value < 0.0 && minutes > 0.0 { MINUS.to_string() } else { String::new() };
    if rest > 0.0 { format!("{sign}{whole} h {rest:02}") } else { format!("{sign}{whole} h") }
}

/// Whole percent of `part` in `whole`; 0 and 100 only when they are exact.
pub(crate) fn percent(part: u32, whole: u32) -> u32 {
    if part == 0 || whole == 0 {
        return 0;
    }
    if part >= whole {
        return 100;
    }
    let (part, whole) = (u64::from(part), u64::from(whole));
    u32::try_from((200 * part + whole) / (2 * whole)).unwrap_or(100).clamp(1, 99)
}

/// A day as in reports: `24 Nov 2026`.
#[must_use]
pub fn date(day: LogicalDate) -> String {
    day.date().format("%-d %b %Y").to_string()
}

/// A day beside a period that shows the year: `11 Sep`, or `11 Sep 2025` when the years differ.
#[must_use]
pub(crate) fn date_beside(day: LogicalDate, period: Period) -> String {
    let year = |day: LogicalDate| day.date().format("%Y").to_string();
    if year(day) == year(period.to()) { day.date().format("%-d %b").to_string() } else { date(day) }
}

/// A share, 0 to 1, in whole percent; 0 and 100 only when they are exact.
#[must_use]
pub(crate) fn share(share: f64) -> String {
    let within = if share > 0.0 && share < 1.0 { (share * 100.0).clamp(1.0, 99.0) } else { share * 100.0 };
    format!("{within:.0}")
}

/// Two days as in reports: `12 Sep – 23 Nov 2026`, the year twice only when it differs, one day only once.
#[must_use]
pub fn date_range(from: LogicalDate, to: LogicalDate) -> String {
    let year = |day: LogicalDate| day.date().format("%Y").to_string();
    if from == to {
        date(from)
    } else if year(from) == year(to) {
        format!("{} – {}", from.date().format("%-d %b"), date(to))
    } else {
        format!("{} – {}", date(from), date(to))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_have_one_decimal_and_a_real_minus() {
        let written = [-1.84, 2.0, -3.0, 0.25, -0.25, 0.0, -0.0, 10.04, 99.95].map(figure);
        assert_eq!(written, ["−1.8", "2", "−3", "0.3", "−0.3", "0", "0", "10", "100"]);
    }

    #[test]
    fn what_is_not_zero_is_not_printed_as_zero() {
        assert_eq!([0.04, -0.049, 0.004, -0.0007].map(figure), ["0.04", "−0.05", "0.004", "−0.001"]);
        assert_eq!([1e-9, -8.9e-16, 0.0001].map(figure), ["0", "0", "0"]);
    }

    #[test]
    fn an_estimate_shares_its_places_with_its_interval() {
        assert_eq!(estimate(0.066, 0.0207, 0.1116), ["0.07", "0.02", "0.11"]);
        assert_eq!(estimate(-0.0009, -0.056, 0.054), ["0", "−0.1", "0.1"]);
        assert_eq!(estimate(-1.5, -3.0, 0.0), ["−1.5", "−3", "0"]);
        assert_eq!(estimate(0.004, 0.001, 0.007), ["0.004", "0.001", "0.007"]);
    }

    #[test]
    fn hours_are_hours_and_minutes() {
        let written = [7.25, 7.0, 0.5, 7.999, 7.125].map(|hours| level(hours, Unit::Hour));
        assert_eq!(written, ["7 h 15", "7 h", "0 h 30", "8 h", "7 h 08"]);
    }

    #[test]
    fn percents_are_whole_and_never_round_to_all_or_nothing() {
        assert_eq!(percent(54, 73), 74); // 73.97
        assert_eq!(percent(1, 8), 13); // 12.5, half up
        assert_eq!((percent(999, 1000), percent(1, 1000)), (99, 1));
        assert_eq!((percent(0, 5), percent(5, 5), percent(0, 0)), (0, 100, 0));
    }

    #[test]
    fn dates_are_short_and_unambiguous() {
        let day = |text: &str| text.parse::<LogicalDate>().unwrap();
        assert_eq!(date(day("2026-11-04")), "4 Nov 2026");
        assert_eq!(date_range(day("2026-09-12"), day("2026-11-23")), "12 Sep – 23 Nov 2026");
        assert_eq!(date_range(day("2025-12-30"), day("2026-01-02")), "30 Dec 2025 – 2 Jan 2026");
        assert_eq!(date_range(day("2026-09-12"), day("2026-09-12")), "12 Sep 2026");
    }
}
