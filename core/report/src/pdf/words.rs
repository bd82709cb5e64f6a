//! The fixed words of the page, from the catalogue, and how dates and numbers are written.
//!
//! All other text arrives in the document. A test holds the ids against the catalogue.

use tidemark_findings as findings;

use crate::Report;
use crate::document::{DayMark, Direction, Period, SummaryBlock};
use chrono::{Datelike, NaiveDate};

macro_rules! fixed {
    ($($name:ident: $id:literal),+ $(,)?) => {$(
        pub(crate) fn $name() -> String {
            findings::text($id)
        }
    )+};
}

fixed! {
    name_withheld: "report.name_withheld",
    period_and_data: "report.period_and_data",
    questions: "report.questions",
    goals: "report.goals",
    own_words: "report.own_words",
    trends: "report.trends",
    questionnaires: "report.questionnaires",
    sessions: "report.sessions",
    changes: "report.changes",
    how_to_read: "report.how_to_read",
    continued: "report.continued",
    none: "report.none",
    left_out: "report.left_out",
    before: "report.dumbbell.before",
    after: "report.dumbbell.after",
    next_morning: "report.dumbbell.morning",
    from_memory: "report.dumbbell.recalled",
    no_values: "report.no_values",
    foot: "report.foot",
    in_full: "report.in_full",
    front: "report.sheet.front",
    back: "report.sheet.back",
    more_trends: "report.more_trends",
    totals: "report.totals",
}

pub(crate) fn questionnaire_heads() -> [String; 3] {
    ["report.head.questionnaire", "report.head.totals", "report.head.change_since_first"].map(findings::text)
}

pub(crate) fn session_heads() -> [String; 6] {
    [
        "report.head.measure",
        "report.head.rated",
        "report.head.median_before",
        "report.head.median_after",
        "report.head.median_change",
        "report.head.counts",
    ]
    .map(findings::text)
}

/// What stands in place of an empty block: that nothing was recorded, or that the person left it out.
pub(crate) fn nothing(report: &Report, block: SummaryBlock) -> String {
    if report.left_out.contains(&block) { left_out() } else { none() }
}

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
    counted("report.days", n)
}

/// A message with its count, `n`.
pub(crate) fn counted(id: &'static str, n: i64) -> String {
    findings::say(id, &[("n", &n.to_string())], u32::try_from(n).ok())
}

/// A message with its arguments.
pub(crate) fn filled(id: &'static str, arguments: &[(&'static str, &str)]) -> String {
    findings::say(id, arguments, None)
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
pub(crate) fn direction(d: Direction) -> String {
    match d {
        Direction::HigherWorse => findings::text("label.higher_worse"),
        Direction::HigherBetter => findings::text("label.higher_better"),
        Direction::Neutral => String::new(),
    }
}

/// What a mark of the day strip stands for.
pub(crate) fn day_mark(mark: DayMark) -> String {
    findings::text(match mark {
        DayMark::Full => "report.day.full",
        DayMark::Half => "report.day.half",
        DayMark::Ring => "report.day.ring",
        DayMark::Blank => "report.day.blank",
    })
}

/// `+ 3 more after page 1`.
pub(crate) fn more(n: usize) -> String {
    counted("report.more", i64::try_from(n).unwrap_or(i64::MAX))
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
