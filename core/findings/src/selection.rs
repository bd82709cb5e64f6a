//! Were sessions picked on hard days (S3)?
//!
//! Whoever books after hard days has easier days next, with or without a session. This belongs beside figures that compare
//! one day with a later one, never beside a change within minutes, which is not subject to it. Refuses to say anything below
//! eight sessions and eight other days with a rated day before, or over fewer than thirty days.

use serde::Serialize;
use tidemark_model::{Measure, Period, Records};
use tidemark_stats::{Level, OutcomeLag, selection_flag, session_effect};

use crate::coverage::count_of;
use crate::session_days::RatedDays;
use crate::wording::Phrase;
use crate::{Interval, Measured, Method, Sentence, Silence, iso, number};

/// Sessions, and other days, with a rated day before.
const LEAST: usize = 8;
/// Days from the first value to the last.
const LEAST_DAYS: u32 = 30;

/// Ratings on days before sessions beside those before other days.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Selection {
    /// What was rated.
    #[serde(flatten)]
    pub measure: Measured,
    /// First and last day with a value.
    #[serde(serialize_with = "iso::period")]
    pub period: Period,
    /// Mean on the days before a session.
    pub mean_before_sessions: f64,
    /// Mean on the days before another day.
    pub mean_other: f64,
    /// The difference in standard deviations (Hedges' g) with its 95 % interval.
    pub hedges_g: f64,
    /// Interval of `hedges_g`; it takes days as independent, so it describes and is no test.
    pub interval: Interval,
    /// Change from the day before a session to the day after it that ordinary ups and downs lead one to expect.
    pub expected_change: f64,
    /// Days before sessions.
    pub n_sessions: u32,
    /// Days before other days.
    pub n_other: u32,
    /// Method and variant.
    pub method: Method,
    /// What this says, in words.
    pub sentence: Sentence,
}

/// What can be said about the days before sessions, in daily ratings of `measure`.
///
/// # Errors
/// The reason why nothing can be said.
pub fn selection(records: &Records, measure: &Measure, period: Period) -> Result<Selection, Silence> {
    let rated = RatedDays::of(records, measure, period, 0)?.spanning(LEAST_DAYS)?;
    let found = selection_flag(&rated.days, Level::P95);
    let sessions = before_sessions(&rated);
    let others = found.n.saturating_sub(sessions);
    let have = sessions.min(others);
    if have < LEAST {
        return Err(Silence::TooFew { have, need: LEAST });
    }
    let (before, other, g) = (found.mean_before_sessions?, found.mean_other?, found.hedges_g?);
    let next = session_effect(&rated.days, OutcomeLag::NextDay, Level::P95);
    let expected = next.expected_regression_to_mean?;
    let measured = Measured::new(measure);
    let sentence = sentence(&measured, before - other, expected, [sessions, others]);
    Ok(Selection {
        period: rated.span,
        mean_before_sessions: before,
        mean_other: other,
        hedges_g: g.g,
        interval: g.interval.into(),
        expected_change: expected,
        n_sessions: count_of(sessions),
        n_other: count_of(others),
        method: found.method.into(),
        measure: measured,
        sentence,
    })
}

/// Sessions whose day before is rated.
fn before_sessions(rated: &RatedDays) -> usize {
    let days = rated.days.days();
    let pairs = days.iter().zip(days.iter().skip(1));
    pairs.filter(|(before, day)| day.session && before.value.is_some()).count()
}

fn sentence(measure: &Measured, difference: f64, expected: f64, [sessions, others]: [usize; 2]) -> Sentence {
    let size = number::figure(difference.abs());
    let id = match (size.as_str(), difference > 0.0) {
        ("0", _) => "sentence.selection.alike",
        (_, true) => "sentence.selection.above",
        (_, false) => "sentence.selection.below",
    };
    Phrase::new(id)
        .words("measure", &measure.label)
        .words("difference", size)
        .words("points", measure.points())
        .count("n", count_of(sessions))
        .count("n_other", count_of(others))
        .figure("expected", expected)
        .say()
}
