//! Which number is a cell of an app: a plain one, or a duration as hours?
//!
//! A measure keeps thousandths of an hour; a hundredth tells every minute from its neighbours, so minutes stay exact and
//! seconds are rounded, which is told.

use tidemark_model::{DecimalMark, Milli, Scale};

/// A hundredth of an hour, 36 seconds, in thousandths.
const HUNDREDTH: i64 = 10;

/// Hours from none to `most`, to two decimals.
pub(super) fn hours(most: i32) -> Option<Scale> {
    Scale::new(Milli::whole(0), Milli::whole(most), Milli::new(HUNDREDTH).ok()?).ok()
}

/// A number of a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Amount<'t> {
    pub(super) number: Milli,
    pub(super) is_duration: bool,
    /// Whether hours had more decimals than are kept.
    pub(super) is_rounded: bool,
    /// What stands behind the number, after a colon.
    pub(super) label: &'t str,
    /// The number in one form, before rounding.
    pub(super) said: String,
}

impl<'t> Amount<'t> {
    /// `7.5`, `1:10:00`, or either of them with `:` and a label behind it.
    pub(super) fn read(cell: &'t str) -> Option<Self> {
        let mut parts = cell.splitn(4, ':');
        let [first, second, third, label] = [
            parts.next()?,
            parts.next().unwrap_or("-"),
            parts.next().unwrap_or("-"),
            parts.next().unwrap_or(""),
        ];
        if let Some(seconds) = duration(first, second, third) {
            return Self::of_seconds(seconds, label);
        }
        let (number, label) = cell.split_once(':').unwrap_or((cell, ""));
        let number = Milli::parse(number, DecimalMark::Point).ok()?;
        Some(Self { number, is_duration: false, is_rounded: false, label, said: number.to_string() })
    }

    /// Hours and minutes, `7:45`.
    pub(super) fn of_minutes(cell: &'t str) -> Option<Self> {
        let (hours, minutes) = cell.split_once(':')?;
        Self::of_seconds(duration(hours, minutes, "00")?, "")
    }

    fn of_seconds(seconds: i64, label: &'t str) -> Option<Self> {
        // Half a hundredth goes up, away from zero.
        let half = if seconds < 0 { -18 } else { 18 };
        let number = Milli::new(seconds.checked_add(half)? / 36 * HUNDREDTH).ok()?;
        // A minute is one hundredth and two thirds: the nearest one tells it from the next, so no minute is lost.
        let is_rounded = seconds % 60 != 0 && seconds % 36 != 0;
        Some(Self { number, is_duration: true, is_rounded, label, said: format!("{seconds} s") })
    }
}

/// Seconds of hours, minutes and seconds, each with a sign of its own, as the app writes negative ones.
fn duration(hours: &str, minutes: &str, seconds: &str) -> Option<i64> {
    let number = |text: &str, digits: std::ops::RangeInclusive<usize>| {
        let plain = text.strip_prefix('-').unwrap_or(text);
        let fits = digits.contains(&plain.len()) && plain.bytes().all(|b| b.is_ascii_digit());
        if fits { text.parse::<i64>().ok() } else { None }
    };
    let (hours, minutes, seconds) = (number(hours, 1..=7)?, number(minutes, 2..=2)?, number(seconds, 2..=2)?);
    (minutes.abs() < 60 && seconds.abs() < 60).then_some(hours * 3600 + minutes * 60 + seconds)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_durations_and_labels_are_read_as_the_app_reads_them() {
        // Rows of the app's own test, CSVReadWriterImplTest; hours by hand: 1:10:00 = 1.1666…, 12345:18:20 = 12345.3055…
        for (cell, number, label) in [
            ("1", "1", ""),
            ("-10.1", "-10.1", ""),
            ("2.859", "2.859", ""),
            ("0.0:Label 1", "0", "Label 1"),
            ("-2:Label 3", "-2", "Label 3"),
            ("1:10:00", "1.17", ""),
            ("1:10:00:", "1.17", ""),
            ("12345:18:20", "12345.31", ""),
            ("12345:18:20:Label", "12345.31", "Label"),
            ("-10:-29:-40", "-10.49", ""),
            ("-10:-30:20:Some: :la:bel", "-10.49", "Some: :la:bel"),
            ("0:00:17", "0", ""),
            ("0:00:18", "0.01", ""),
        ] {
            let amount = Amount::read(cell).unwrap();
            assert_eq!((amount.number.to_string().as_str(), amount.label), (number, label), "{cell}");
        }
        for cell in ["", "NaN", "1.0E7", "x:1", "1,5", "2.8591", "::"] {
            assert_eq!(Amount::read(cell), None, "{cell}");
        }
        // Not a duration to the app either: it reads the number before the colon, and a label.
        assert_eq!(Amount::read("1:75:00").map(|amount| amount.label), Some("75:00"));
    }

    #[test]
    fn every_minute_of_a_day_keeps_its_own_number_of_hours() {
        let hours = |minute: i64| Amount::of_seconds(minute * 60, "").map(|amount| amount.number);
        assert!((0..1440).all(|minute| hours(minute) < hours(minute + 1)));
        assert_eq!(Amount::of_minutes("9:15").unwrap().number.to_string(), "9.25");
        assert_eq!(Amount::of_minutes("7:23").unwrap().number.to_string(), "7.38");
        assert!(Amount::of_minutes("7:60").is_none() && Amount::of_minutes("7").is_none());
    }
}
