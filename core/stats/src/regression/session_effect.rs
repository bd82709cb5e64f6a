//! What the day of a session, or the day after it, adds to what the day before it lets expect.
//!
//! Refuses an effect where no session, or no day without one, has its neighbours rated. Oracle in
//! `oracles/session_effect/` (R `lm` and `nlme::gls`).

use super::design::Design;
use super::fit::Fit;
use crate::count::float;
use crate::{Answer, Caution, Interval, Level, Method, Refused, SessionDays};

/// Columns of the regression: constant, session, rating before.
const COLUMNS: usize = 3;
/// What is left of a centred value that is rounding, relative to the largest value.
const ROUNDING: f64 = 64.0 * f64::EPSILON;

/// The day whose rating may differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutcomeLag {
    /// The day of the session; ordinary least squares.
    SameDay,
    /// The day after it; CAR(1) errors.
    NextDay,
}

/// The rating on or after the day of a session, compared with days that had the same rating the day before.
#[derive(Clone, Debug, PartialEq)]
pub struct SessionEffect {
    /// Method and variant.
    pub method: Method,
    /// The effect and what it was found beside, or why there is none.
    pub coefficients: Result<SessionCoefficients, Refused>,
    /// Uncertainty of the effect, or why there is none.
    pub inference: Result<SessionInference, Refused>,
    /// Mean change from the day before a session, in points: not an effect, sessions follow harder days.
    pub naive_difference: Result<f64, Refused>,
    /// The part of that change that ordinary ups and downs lead one to expect, in points.
    pub expected_regression_to_mean: Result<f64, Refused>,
    /// Rows with a session.
    pub n_sessions: usize,
    /// Rows without one.
    pub n_comparison: usize,
    /// Days that are no row, because the day before or the outcome is not rated.
    pub n_missing: usize,
    /// What limits the reading.
    pub cautions: Vec<Caution>,
}

/// Coefficients of the regression.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SessionCoefficients {
    /// Difference that goes with a session, in points.
    pub effect: f64,
    /// Points by which the outcome differs with each point of the day before.
    pub before_coefficient: f64,
}

/// Uncertainty of the effect.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SessionInference {
    /// Standard error of the effect, in points.
    pub se: f64,
    /// Degrees of freedom, n − 3.
    pub df: f64,
    /// Confidence interval of the effect, in points.
    pub interval: Interval,
    /// Two-sided p-value, above 0.
    pub p_value: f64,
    /// Correlation of errors one day apart, 0 to 1; `None` by ordinary least squares.
    pub phi: Option<f64>,
}

impl SessionEffect {
    /// The fields of `tidemark stats session-effect`.
    #[must_use]
    pub fn answer(&self) -> Answer {
        let found = self.coefficients.ok();
        let inference = self.inference.ok();
        let refusals = [
            self.coefficients.err(),
            self.inference.err(),
            self.naive_difference.err(),
            self.expected_regression_to_mean.err(),
        ];
        Answer::new("session-effect", self.n_sessions + self.n_comparison, self.n_missing)
            .ran(Some((self.method.variant, &self.cautions)))
            .with("effect", found.map(|found| found.effect))
            .with("se", inference.map(|inference| inference.se))
            .with("df", inference.map(|inference| inference.df))
            .interval(inference.map(|inference| inference.interval))
            .with("p_value", inference.map(|inference| inference.p_value))
            .with("phi", inference.and_then(|inference| inference.phi))
            .with("before_coefficient", found.map(|found| found.before_coefficient))
            .with("naive_difference", self.naive_difference.ok())
            .with("expected_regression_to_mean", self.expected_regression_to_mean.ok())
            .with("n_sessions", self.n_sessions)
            .with("n_comparison", self.n_comparison)
            .refused(refusals.into_iter().flatten().next())
    }
}

/// Regression of the rating `lag` days after day t on a constant, a session on t and the rating on t − 1.
///
/// # Shape
/// Rows are the days t that are given, with a rating on t − 1 and on t + lag. Other sessions between a session and its
/// outcome stay in, and [`Caution::OverlappingSessions`] counts the session rows that have one.
/// # Formula
/// On the day itself ordinary least squares: the rating before already takes up the likeness of neighbouring days, and
/// CAR(1) errors beside it make the likelihood two-peaked. On the day after, errors over the day numbers with
/// correlation φ^|t − t′|, φ by REML. df = n − 3. Expected regression to the mean:
/// (1 − r)·(mean before over all rows − mean before over session rows), r the correlation of outcome and rating before
/// over rows without a session.
/// # Source
/// Barnett, van der Pols & Dobson 2005, doi:10.1093/ije/dyh299; Senn 2011, International Statistical Review 79;
/// Cooper & Thompson 1977, doi:10.1093/biomet/64.3.625.
#[must_use]
pub fn session_effect(days: &SessionDays, lag: OutcomeLag, level: Level) -> SessionEffect {
    let rows = Rows::of(days, lag);
    let mut cautions = Vec::new();
    if rows.overlapping > 0 {
        cautions.push(Caution::OverlappingSessions { count: rows.overlapping });
    }
    let design = rows.design();
    let fit = design.as_ref().map_err(|refused| *refused).and_then(|design| match lag {
        OutcomeLag::SameDay => Fit::ordinary(design),
        OutcomeLag::NextDay => Fit::markov(&rows.days, design),
    });
    if let Some(likelihood) = fit.as_ref().ok().and_then(|fit| fit.likelihood.as_ref()) {
        if likelihood.at_bound() {
            cautions.push(Caution::AutocorrelationAtBound);
        }
        if likelihood.second_peak {
            cautions.push(Caution::SecondPeak);
        }
    }
    let coefficients = match (&fit, &design) {
        (Ok(fit), _) => named(fit.coefficients()),
        // Without a spread of the errors every φ gives the same coefficients.
        (Err(_), Ok(design)) => named(&design.ordinary()),
        (Err(_), Err(refused)) => Err(*refused),
    };
    let (n_sessions, n) = (rows.session_rows().count(), rows.days.len());
    SessionEffect {
        method: Method::new("session-effect", variant(lag)),
        coefficients,
        inference: fit.as_ref().map_err(|refused| *refused).and_then(|fit| inference(fit, level)),
        naive_difference: rows.naive_difference(),
        expected_regression_to_mean: rows.expected_regression_to_mean(),
        n_sessions,
        n_comparison: n - n_sessions,
        n_missing: days.days().len() - n,
        cautions,
    }
}

const fn variant(lag: OutcomeLag) -> &'static str {
    match lag {
        OutcomeLag::SameDay => "day of the session, ordinary least squares",
        OutcomeLag::NextDay => "day after the session, CAR(1) errors, REML",
    }
}

fn named(coefficients: &[f64]) -> Result<SessionCoefficients, Refused> {
    match *coefficients {
        [_, effect, before_coefficient] => Ok(SessionCoefficients { effect, before_coefficient }),
        _ => Err(Refused::NotIdentifiable),
    }
}

fn inference(fit: &Fit, level: Level) -> Result<SessionInference, Refused> {
    let effect = fit.coefficient(1)?;
    Ok(SessionInference {
        se: effect.se,
        df: fit.df(),
        interval: effect.interval(level.alpha(), level),
        p_value: effect.p_value(),
        phi: fit.likelihood.as_ref().map(|likelihood| likelihood.phi),
    })
}

/// Rows of the regression, one a day.
#[derive(Default)]
struct Rows {
    days: Vec<i32>,
    sessions: Vec<bool>,
    before: Vec<f64>,
    outcomes: Vec<f64>,
    /// Session rows with another session up to their outcome.
    overlapping: usize,
}

impl Rows {
    fn of(days: &SessionDays, lag: OutcomeLag) -> Self {
        let ahead = match lag {
            OutcomeLag::SameDay => 0,
            OutcomeLag::NextDay => 1,
        };
        let mut rows = Self::default();
        for ((day, before), (_, after)) in days.with_other(-1).zip(days.with_other(ahead)) {
            let Some(after) = after else { continue };
            let rated = before.and_then(|before| before.value).zip(after.value);
            if let Some((before, outcome)) = rated {
                rows.days.push(day.day);
                rows.sessions.push(day.session);
                rows.before.push(before);
                rows.outcomes.push(outcome);
                rows.overlapping += usize::from(day.session && after.session && after.day > day.day);
            }
        }
        rows
    }

    fn design(&self) -> Result<Design, Refused> {
        if self.days.len() < COLUMNS {
            return Err(Refused::TooFew { have: self.days.len(), need: COLUMNS });
        }
        let sessions = self.sessions.iter().map(|&session| if session { 1.0 } else { 0.0 }).collect();
        Design::new(vec![sessions, self.before.clone()], &self.outcomes)
    }

    /// (before, outcome) of rows with a session.
    fn session_rows(&self) -> impl Iterator<Item = (f64, f64)> + '_ {
        self.rows(true)
    }

    fn rows(&self, session: bool) -> impl Iterator<Item = (f64, f64)> + '_ {
        let ratings = self.before.iter().copied().zip(self.outcomes.iter().copied());
        ratings.zip(&self.sessions).filter(move |(_, had)| **had == session).map(|(ratings, _)| ratings)
    }

    fn naive_difference(&self) -> Result<f64, Refused> {
        mean(self.session_rows().map(|(before, outcome)| outcome - before))
    }

    fn expected_regression_to_mean(&self) -> Result<f64, Refused> {
        let selected = mean(self.session_rows().map(|(before, _)| before))?;
        let all = mean(self.before.iter().copied())?;
        let (before, outcomes): (Vec<f64>, Vec<f64>) = self.rows(false).unzip();
        Ok((1.0 - correlation(&before, &outcomes)?) * (all - selected))
    }
}

fn mean(values: impl Iterator<Item = f64>) -> Result<f64, Refused> {
    let (mut sum, mut count) = (0.0, 0);
    for value in values {
        sum += value;
        count += 1;
    }
    if count == 0 { Err(Refused::TooFew { have: 0, need: 1 }) } else { Ok(sum / float(count)) }
}

/// Pearson's correlation of two lists of the same length.
fn correlation(one: &[f64], other: &[f64]) -> Result<f64, Refused> {
    if one.len() < 2 {
        return Err(Refused::TooFew { have: one.len(), need: 2 });
    }
    let (one, other) = (centred(one)?, centred(other)?);
    let product: f64 = one.iter().zip(&other).map(|(a, b)| a * b).sum();
    let length = |values: &[f64]| values.iter().map(|value| value * value).sum::<f64>().sqrt();
    Ok((product / length(&one) / length(&other)).clamp(-1.0, 1.0))
}

fn centred(values: &[f64]) -> Result<Vec<f64>, Refused> {
    let largest = values.iter().fold(0.0_f64, |most, value| most.max(value.abs()));
    let rough = mean(values.iter().copied())?;
    // The mean of many values is off by more than one rounding; the mean of what is left is not.
    let left = mean(values.iter().map(|value| value - rough))?;
    let centred: Vec<f64> = values.iter().map(|value| value - rough - left).collect();
    if centred.iter().any(|value| value.abs() > ROUNDING * largest) {
        Ok(centred)
    } else {
        Err(Refused::NoVariation)
    }
}
