//! Exact decimals with three places, the only way a rating is stored. Refuses exponents, infinities and NaN.

use std::fmt;

use crate::Invalid;

/// A number in thousandths of its unit, −1,000,000 to 1,000,000 units; exact, so NaN cannot exist.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Milli(i64);

/// The character between whole units and fractions in a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DecimalMark {
    /// `7.5`
    #[default]
    Point,
    /// `7,5`
    Comma,
}

const LARGEST: i64 = 1_000_000_000;
const REFUSED: Invalid = Invalid::Field { field: "a number", allowed: "digits with at most three decimals" };

impl Milli {
    /// Makes a number from thousandths.
    ///
    /// # Errors
    /// [`Invalid::Field`] beyond ±1,000,000 units.
    pub const fn new(thousandths: i64) -> Result<Self, Invalid> {
        if -LARGEST <= thousandths && thousandths <= LARGEST { Ok(Self(thousandths)) } else { Err(REFUSED) }
    }

    /// A whole number of units.
    #[must_use]
    pub const fn whole(units: i32) -> Self {
        // `as`: widening, and `From` is not const.
        let thousandths = units as i64 * 1000;
        if thousandths > LARGEST {
            Self(LARGEST)
        } else if thousandths < -LARGEST {
            Self(-LARGEST)
        } else {
            Self(thousandths)
        }
    }

    /// The number in thousandths.
    #[must_use]
    pub const fn thousandths(self) -> i64 {
        self.0
    }

    /// The number in units, for drawing and statistics.
    #[must_use]
    pub fn to_f64(self) -> f64 {
        // Exact: |thousandths| ≤ 10⁹ < 2⁵³, and the division rounds once.
        f64::from(i32::try_from(self.0).unwrap_or(i32::MAX)) / 1000.0
    }

    /// Reads digits with an optional sign and at most three decimals after `mark`; trailing zeros may be more.
    ///
    /// # Errors
    /// [`Invalid::Field`] for anything else, `NaN`, `inf` and exponents included.
    pub fn parse(text: &str, mark: DecimalMark) -> Result<Self, Invalid> {
        let separator = match mark {
            DecimalMark::Point => '.',
            DecimalMark::Comma => ',',
        };
        let text = text.trim();
        let (negative, digits) = match text.strip_prefix(['-', '\u{2212}']) {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let (whole, decimals) = digits.split_once(separator).unwrap_or((digits, ""));
        let all_digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        if whole.is_empty() && decimals.is_empty()
            || whole.len() > 9
            || !all_digits(whole)
            || !all_digits(decimals)
        {
            return Err(REFUSED);
        }
        let kept = decimals.trim_end_matches('0');
        if kept.len() > 3 {
            return Err(REFUSED);
        }
        let number = |part: &str| part.parse::<i64>().map_err(|_| REFUSED);
        let units = if whole.is_empty() { 0 } else { number(whole)? };
        let thousandths = units * 1000 + number(&format!("{kept:0<3}"))?;
        Self::new(if negative { -thousandths } else { thousandths })
    }
}

impl fmt::Display for Milli {
    /// Writes the shortest decimal with a point: `7`, `7.5`, `-0.25`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (units, rest) = (self.0.unsigned_abs() / 1000, self.0.unsigned_abs() % 1000);
        let decimals = format!("{rest:03}");
        let decimals = decimals.trim_end_matches('0');
        let text =
            if decimals.is_empty() { format!("{sign}{units}") } else { format!("{sign}{units}.{decimals}") };
        f.pad(&text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_read_exactly() {
        for (text, mark, thousandths) in [
            ("7", DecimalMark::Point, 7000),
            ("7.5", DecimalMark::Point, 7500),
            ("7,25", DecimalMark::Comma, 7250),
            ("-3", DecimalMark::Point, -3000),
            ("\u{2212}0,5", DecimalMark::Comma, -500),
            (" +0.125000 ", DecimalMark::Point, 125),
            (".5", DecimalMark::Point, 500),
        ] {
            assert_eq!(Milli::parse(text, mark).map(Milli::thousandths), Ok(thousandths), "{text}");
        }
    }

    #[test]
    fn what_is_not_a_plain_decimal_is_refused() {
        for text in ["", "NaN", "inf", "1e3", "7,5", "7.1234", "--1", "1 000", "4-5", "٣", ".", "9999999999"]
        {
            assert!(Milli::parse(text, DecimalMark::Point).is_err(), "{text}");
        }
    }

    #[test]
    fn the_shortest_decimal_is_written() {
        let written: Vec<String> =
            [7000, 7500, -250, 0, -3000].iter().map(|n| Milli::new(*n).unwrap().to_string()).collect();
        assert_eq!(written, ["7", "7.5", "-0.25", "0", "-3"]);
    }
}
