//! How many sessions it takes until the interval of the mean change is as narrow as the person asks.
//!
//! Refuses a plan without a spread. Says nothing of power: what is planned is a width. Oracle in
//! `oracles/sessions_needed/`.

use crate::count::float;
use crate::distribution::{ChiSquare, StudentT};
use crate::paired::{Differences, paired_mean};
use crate::{Answer, Level, MeaningfulChange, Method, Pairs, Refused};

/// Most sessions that are counted out.
const MOST: usize = 100;
/// Probability below the quantile of χ² that bounds the spread from above.
const LOWER_TAIL: f64 = 0.2;

/// Sessions in all, those so far included, until the interval reaches no farther than asked.
#[derive(Clone, Debug, PartialEq)]
pub struct SessionsNeeded {
    /// Method and variant.
    pub method: Method,
    /// The numbers, or why there are none.
    pub plan: Result<SessionPlan, Refused>,
    /// Complete pairs so far.
    pub n: usize,
    /// Incomplete pairs.
    pub n_missing: usize,
}

/// Numbers of sessions, 2 to 100.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SessionPlan {
    /// Sessions in all if the spread of the differences stays as it is so far.
    pub sessions: usize,
    /// Sessions in all at the upper 80 % limit of that spread.
    pub upper: usize,
    /// Whether at least one of the two is "more than 100", given as 100.
    pub capped: bool,
}

impl SessionsNeeded {
    /// The fields of `tidemark stats sessions-needed`.
    #[must_use]
    pub fn answer(&self) -> Answer {
        let plan = self.plan.ok();
        Answer::new("sessions-needed", self.n, self.n_missing)
            .ran(Some((self.method.variant, &[])))
            .with("sessions", plan.map(|plan| plan.sessions))
            .with("upper", plan.map(|plan| plan.upper))
            .with("capped", plan.map(|plan| plan.capped))
            .refused(self.plan.err())
    }
}

/// Sessions in all until the t interval of the mean change reaches at most `half_width` to either side.
///
/// # Formula
/// The smallest n ≥ 2 with n ≥ (t(n−1)·s/D)², D the half-width; `upper` with s·√((n₀ − 1)/χ²) for s, n₀ the pairs so far
/// and χ² the .2 quantile with n₀ − 1 degrees of freedom. Both are 100 at most.
/// # Source
/// Upper limit of the spread: Browne 1995, Statistics in Medicine 14, 1933–1940.
#[must_use]
pub fn sessions_needed(pairs: &Pairs, half_width: MeaningfulChange, level: Level) -> SessionsNeeded {
    SessionsNeeded {
        method: Method::new("sessions-needed", "width of the t interval"),
        plan: plan(pairs, half_width, level),
        n: pairs.n(),
        n_missing: pairs.n_missing(),
    }
}

fn plan(pairs: &Pairs, half_width: MeaningfulChange, level: Level) -> Result<SessionPlan, Refused> {
    if pairs.n() < 2 {
        return Err(Refused::TooFew { have: pairs.n(), need: 2 });
    }
    let ratio = paired_mean(pairs, Differences::Independent, level)?.varying_sd()? / half_width.points();
    let df = float(pairs.n()) - 1.0;
    let low = ChiSquare::new(df).and_then(|square| square.quantile(LOWER_TAIL));
    let wider = (df / low.ok_or(Refused::NotIdentifiable)?).sqrt();
    let (sessions, upper) = (least(ratio, level), least(ratio * wider, level));
    Ok(SessionPlan {
        sessions: sessions.unwrap_or(MOST),
        upper: upper.unwrap_or(MOST),
        capped: sessions.is_none() || upper.is_none(),
    })
}

/// Smallest n with (t(n−1)·ratio)² ≤ n; `None` above 100.
fn least(ratio: f64, level: Level) -> Option<usize> {
    let enough = |n: usize| {
        let student = StudentT::new(float(n) - 1.0);
        student.is_some_and(|student| (student.critical(level.alpha()) * ratio).powi(2) <= float(n))
    };
    // t falls and n rises, so that what is enough once stays enough.
    let (mut low, mut high) = (2, MOST + 1);
    while low < high {
        let middle = low.midpoint(high);
        if enough(middle) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    (low <= MOST).then_some(low)
}
