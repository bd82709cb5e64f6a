//! The fixed words of the page, and how dates and numbers are written.
//!
//! All other text arrives in the document. A test holds these words against the list of words a report never uses.

use crate::document::{DayMark, Direction, Period};
use chrono::{Datelike, NaiveDate};

pub(crate) const NAME_WITHHELD: &str = "Name withheld";
pub(crate) const PERIOD_AND_DATA: &str = "Period and data";
pub(crate) const QUESTIONS: &str = "My questions";
pub(crate) const GOALS: &str = "My goals";
pub(crate) const OWN_WORDS: &str = "in own words";
pub(crate) const TRENDS: &str = "Trends";
pub(crate) const QUESTIONNAIRES: &str = "Questionnaires";
pub(crate) const SESSIONS: &str = "Massage sessions";
pub(crate) const CHANGES: &str = "Medicines and other changes";
pub(crate) const HOW_TO_READ: &str = "How to read this page";
pub(crate) const CONTINUED: &str = "Continued from page 1";
pub(crate) const NONE: &str = "None recorded in this period.";
pub(crate) const NO_VALUES: &str = "No values in this period.";
pub(crate) const FOOT: &str = "Self-recorded · not a clinical measurement · not monitored";

pub(crate) const QUESTIONNAIRE_HEADS: [&str; 3] =
    ["Name (range, direction)", "Last totals, oldest first", "Change since first"];
pub(crate) const SESSION_HEADS: [&str; 6] = [
    "Measure",
    "Rated",
    "Median before",
    "Median after",
    "Median change (95 % interval)",
    "Lower / same / higher",
];

/// `24 Nov 2026`.
pub(crate) fn date(d: NaiveDate) -> String {
    format!("{} {}", day(d), d.year())
}

/// `24 Nov`.
pub(crate) fn day(d: NaiveDate) -> String {
    format!("{} {}", d.day(), month(d))
}

/// `Nov`.
pub(crate) fn month(d: NaiveDate) -> &'static str {
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    usize::try_from(d.month0()).ok().and_then(|m| MONTHS.get(m)).copied().unwrap_or("")
}

/// `12 Sep – 23 Nov 2026`, with both years if they differ.
pub(crate) fn period(p: Period) -> String {
    if p.from().year() == p.to().year() {
        format!("{} – {}", day(p.from()), date(p.to()))
    } else {
        format!("{} – {}", date(p.from()), date(p.to()))
    }
}

/// `1 day`, `73 days`.
pub(crate) fn days(n: i64) -> String {
    if n == 1 { "1 day".to_owned() } else { format!("{n} days") }
}

/// As short as it is exact to two decimals: `6`, `7.25`, `−1.5`; `–` for what is not a number.
pub(crate) fn number(x: f64) -> String {
    if !x.is_finite() {
        return "–".to_owned();
    }
    let text = format!("{x:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    minus(text)
}

/// With one decimal, for columns: `6.0`, `−1.5`.
pub(crate) fn tenths(x: f64) -> String {
    if x.is_finite() { minus(&format!("{x:.1}")) } else { "–".to_owned() }
}

/// A change in tenths, with its sign: `+0.5`, `−1.5`, `0.0`.
pub(crate) fn signed_tenths(x: f64) -> String {
    signed(tenths(x))
}

/// A change with its sign.
pub(crate) fn signed_number(x: f64) -> String {
    signed(number(x))
}

fn signed(text: String) -> String {
    let plus = text.chars().any(|c| c.is_ascii_digit() && c != '0') && !text.starts_with('−');
    if plus { format!("+{text}") } else { text }
}

fn minus(text: &str) -> String {
    match text.strip_prefix('-') {
        Some(rest) if rest.chars().all(|c| matches!(c, '0' | '.')) => rest.to_owned(),
        Some(rest) => format!("−{rest}"),
        None => text.to_owned(),
    }
}

/// `higher = worse`; empty if neither.
pub(crate) const fn direction(d: Direction) -> &'static str {
    match d {
        Direction::HigherWorse => "higher = worse",
        Direction::HigherBetter => "higher = better",
        Direction::Neutral => "",
    }
}

/// What a mark of the day strip stands for.
pub(crate) const fn day_mark(mark: DayMark) -> &'static str {
    match mark {
        DayMark::Full => "entered that day",
        DayMark::Half => "added the next day",
        DayMark::Ring => "added later",
        DayMark::Blank => "no entry",
    }
}

pub(crate) const IN_FULL: &str = "in full after page 1";

/// `+ 3 more after page 1`.
pub(crate) fn more(n: usize) -> String {
    format!("+ {n} more after page 1")
}

/// The whole points in a width; at least 0.
pub(crate) fn whole(width: f32) -> u32 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped to 0..=10,000 before"
    )]
    let whole = width.clamp(0.0, 10_000.0) as u32;
    whole
}

/// A position on the page from a wider number.
pub(crate) fn narrow(x: f64) -> f32 {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "positions on a page; f32 holds them to a thousandth"
    )]
    let narrow = x as f32;
    narrow
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short_and_use_a_true_minus() {
        let cases = [
            (6.0, "6"),
            (7.25, "7.25"),
            (-1.5, "−1.5"),
            (0.004, "0"),
            (-0.004, "0"),
            (100.0, "100"),
            (f64::NAN, "–"),
        ];
        for (x, text) in cases {
            assert_eq!(number(x), text);
        }
    }

    #[test]
    fn changes_carry_their_sign_unless_nothing_is_left_of_them() {
        let cases = [(0.5, "+0.5"), (-2.0, "−2.0"), (0.0, "0.0"), (-0.01, "0.0"), (0.04, "0.0")];
        for (x, text) in cases {
            assert_eq!(signed_tenths(x), text);
        }
        assert_eq!(signed_number(10.0), "+10");
    }

    #[test]
    fn a_period_names_one_year_once() {
        let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
        assert_eq!(period(Period::new(day(2026, 9, 12), day(2026, 11, 23))), "12 Sep – 23 Nov 2026");
        assert_eq!(period(Period::new(day(2025, 11, 24), day(2026, 11, 23))), "24 Nov 2025 – 23 Nov 2026");
        assert_eq!(Period::new(day(2026, 9, 12), day(2026, 11, 23)).days(), 73);
    }
}
