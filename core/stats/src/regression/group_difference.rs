//! What sessions of one kind add to what sessions of another kind, with the same rating before, let expect.
//!
//! Sessions of a kind often lie together in time, so neighbouring ones are alike and the earlier kind may just have had the
//! easier months: errors are correlated over the days. Refuses a difference where one of the two kinds is missing. Oracle in
//! `oracles/group_difference/` (R `nlme::gls`).

use super::design::Design;
use super::fit::Fit;
use crate::series::check;
use crate::{Answer, Caution, DataError, Interval, Level, Method, Refused};

/// Columns of the regression: constant, kind, rating before.
const COLUMNS: usize = 3;

/// One session of one of two kinds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GroupedPair {
    /// Calendar days from any fixed day.
    pub day: i32,
    /// Rating before, in points.
    pub before: f64,
    /// Rating that is compared, in points.
    pub outcome: f64,
    /// Whether the session is of the first kind.
    pub first: bool,
}

/// Sessions of two kinds on strictly increasing days, ratings finite.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupedPairs(Vec<GroupedPair>);

impl GroupedPairs {
    /// Makes sessions of two kinds.
    ///
    /// # Errors
    /// [`DataError::NotFinite`], [`DataError::TooLarge`], [`DataError::TooSmall`] or [`DataError::DayNotLater`] with the
    /// position of the session.
    pub fn new(pairs: impl IntoIterator<Item = GroupedPair>) -> Result<Self, DataError> {
        let mut made: Vec<GroupedPair> = Vec::new();
        for (index, pair) in pairs.into_iter().enumerate() {
            check(pair.before, index)?;
            check(pair.outcome, index)?;
            if made.last().is_some_and(|last| pair.day <= last.day) {
                return Err(DataError::DayNotLater { index });
            }
            made.push(pair);
        }
        Ok(Self(made))
    }

    /// Number of sessions.
    #[must_use]
    pub const fn n(&self) -> usize {
        self.0.len()
    }

    /// Number of sessions of the first kind.
    #[must_use]
    pub fn n_first(&self) -> usize {
        self.0.iter().filter(|pair| pair.first).count()
    }
}

/// The outcome after sessions of the first kind minus that after the second, at the same rating before.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupDifference {
    /// Method and variant.
    pub method: Method,
    /// The difference and what it was found beside, or why there is none.
    pub difference: Result<Difference, Refused>,
    /// Sessions of the first kind.
    pub n_first: usize,
    /// Sessions of the second kind.
    pub n_second: usize,
    /// What limits the reading.
    pub cautions: Vec<Caution>,
}

/// A difference with its uncertainty.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Difference {
    /// First minus second kind, in points.
    pub estimate: f64,
    /// Points by which the outcome differs with each point before.
    pub before_coefficient: f64,
    /// Standard error, in points.
    pub se: f64,
    /// Degrees of freedom, n − 3.
    pub df: f64,
    /// Confidence interval, in points.
    pub interval: Interval,
    /// Two-sided p-value, above 0.
    pub p_value: f64,
    /// Correlation of errors one day apart, 0 to 1.
    pub phi: f64,
}

impl GroupDifference {
    /// The fields of `tidemark stats group-difference`.
    #[must_use]
    pub fn answer(&self, n_missing: usize) -> Answer {
        let found = self.difference.ok();
        Answer::new("group-difference", self.n_first + self.n_second, n_missing)
            .ran(Some((self.method.variant, &self.cautions)))
            .with("difference", found.map(|found| found.estimate))
            .with("se", found.map(|found| found.se))
            .with("df", found.map(|found| found.df))
            .interval(found.map(|found| found.interval))
            .with("p_value", found.map(|found| found.p_value))
            .with("phi", found.map(|found| found.phi))
            .with("before_coefficient", found.map(|found| found.before_coefficient))
            .with("n_first", self.n_first)
            .with("n_second", self.n_second)
            .refused(self.difference.err())
    }
}

/// Regression of the outcome on a constant, the kind and the rating before, with CAR(1) errors over the days.
///
/// # Formula
/// Errors with correlation φ^|day − day′|, φ by restricted maximum likelihood; t interval with df = n − 3.
/// # Source
/// Vickers & Altman 2001, doi:10.1136/bmj.323.7321.1123 (the rating before as covariate); Cooper & Thompson 1977,
/// doi:10.1093/biomet/64.3.625 (errors).
#[must_use]
pub fn group_difference(pairs: &GroupedPairs, level: Level) -> GroupDifference {
    let mut cautions = Vec::new();
    let difference = fitted(pairs, level, &mut cautions);
    let n_first = pairs.n_first();
    GroupDifference {
        method: Method::new("group-difference", "rating before as covariate, CAR(1) errors, REML"),
        difference,
        n_first,
        n_second: pairs.n() - n_first,
        cautions,
    }
}

fn fitted(pairs: &GroupedPairs, level: Level, cautions: &mut Vec<Caution>) -> Result<Difference, Refused> {
    if pairs.n() < COLUMNS {
        return Err(Refused::TooFew { have: pairs.n(), need: COLUMNS });
    }
    let of = |take: fn(&GroupedPair) -> f64| -> Vec<f64> { pairs.0.iter().map(take).collect() };
    let kind = of(|pair| if pair.first { 1.0 } else { 0.0 });
    let design = Design::new(vec![kind, of(|pair| pair.before)], &of(|pair| pair.outcome))?;
    let days: Vec<i32> = pairs.0.iter().map(|pair| pair.day).collect();
    let fit = Fit::markov(&days, &design)?;
    let likelihood = fit.likelihood.as_ref().ok_or(Refused::NotIdentifiable)?;
    if likelihood.at_bound() {
        cautions.push(Caution::AutocorrelationAtBound);
    }
    if likelihood.second_peak {
        cautions.push(Caution::SecondPeak);
    }
    let kind = fit.coefficient(1)?;
    let before = fit.coefficients().get(2).copied().ok_or(Refused::NotIdentifiable)?;
    Ok(Difference {
        estimate: kind.estimate,
        before_coefficient: before,
        se: kind.se,
        df: fit.df(),
        interval: kind.interval(level.alpha(), level),
        p_value: kind.p_value(),
        phi: likelihood.phi,
    })
}
