//! Do the day or the night after a session differ from comparable ones (D2, with the days before as a guard, D1)?
//!
//! Compared are days that had the same rating the day before. Refuses below ten sessions, sixty days or six rated days at
//! any distance from a session; where the days before sessions already differ, for then the sessions follow the ratings and
//! nothing is said about days after; and an interval wider than half of the scale. Both directions are treated alike.

use serde::Serialize;
use tidemark_model::{Frame, Measure, Period, Records};
use tidemark_stats::{
    Caution as MethodCaution, LagWindow, Level, OutcomeLag, SessionEffect, event_study, session_effect,
};

use crate::coverage::count_of;
use crate::session_days::RatedDays;
use crate::{Caution, Interval, Measured, Method, Silence, iso};

/// Sessions with a rated day before and after.
const LEAST_SESSIONS: usize = 10;
/// Days from the first value to the last.
const LEAST_DAYS: u32 = 60;
/// Rated days at each distance from a session.
const LEAST_CELL: usize = 6;

/// What is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum After {
    /// The day after the session's day.
    Day,
    /// The night after the session, rated the next morning.
    Night,
}

/// How days or nights after a session differ from comparable ones.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DaysAfter {
    /// What was rated.
    #[serde(flatten)]
    pub measure: Measured,
    /// First and last day with a value.
    #[serde(serialize_with = "iso::period")]
    pub period: Period,
    /// Day or night.
    pub after: After,
    /// The difference, in the measure's unit.
    pub estimate: f64,
    /// Its interval.
    pub interval: Interval,
    /// Two-sided p-value; for the detail view and the choice among several comparisons.
    pub p_value: f64,
    /// Sessions used.
    pub n_sessions: u32,
    /// Days without a session that they are compared with.
    pub n_comparison: u32,
    /// Method and variant.
    pub method: Method,
    /// What limits the reading.
    pub cautions: Vec<Caution>,
}

/// Days or nights after sessions in the daily ratings of `measure`, with an interval of `level`.
///
/// # Errors
/// The reason why nothing can be said.
pub fn days_after(
    records: &Records,
    measure: &Measure,
    period: Period,
    level: Level,
) -> Result<DaysAfter, Silence> {
    // What is rated about last night belongs to the night that began the day before: then the night after the session is
    // that of its own day, and the night before it the one it is compared at.
    let (after, lag, earlier) = match measure.frame() {
        Frame::LastNight => (After::Night, OutcomeLag::SameDay, 1),
        _ => (After::Day, OutcomeLag::NextDay, 0),
    };
    let rated = RatedDays::of(records, measure, period, earlier)?.spanning(LEAST_DAYS)?;
    let found = session_effect(&rated.days, lag, level);
    enough(&found)?;
    let study = event_study(&rated.days, LagWindow::default(), Level::P95);
    let thinnest = study.lags?.iter().map(|lag| lag.n).min().unwrap_or_default();
    if thinnest < LEAST_CELL {
        return Err(Silence::TooFew { have: thinnest, need: LEAST_CELL });
    }
    let leads = study.fit?.leads.ok_or(Silence::NotIdentifiable)?;
    if study.cautions.contains(&MethodCaution::LeadsNotFlat) {
        return Err(Silence::LeadsNotFlat { p_value: leads.p_value });
    }
    let inference = found.inference?;
    let measured = Measured::new(measure);
    let interval = Interval::from(inference.interval);
    let most = measured.range() / 2.0;
    if interval.width() > most {
        return Err(Silence::TooWide { width: interval.width(), most });
    }
    Ok(DaysAfter {
        measure: measured,
        period: rated.span,
        after,
        estimate: found.coefficients?.effect,
        interval,
        p_value: inference.p_value,
        n_sessions: count_of(found.n_sessions),
        n_comparison: count_of(found.n_comparison),
        method: found.method.into(),
        cautions: Caution::of_method(&found.cautions),
    })
}

fn enough(found: &SessionEffect) -> Result<(), Silence> {
    let have = found.n_sessions.min(found.n_comparison);
    if have < LEAST_SESSIONS { Err(Silence::TooFew { have, need: LEAST_SESSIONS }) } else { Ok(()) }
}
