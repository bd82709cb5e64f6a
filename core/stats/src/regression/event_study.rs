//! Ratings on the days around a session, compared with days that have none in the window.
//!
//! Refuses sessions so regular that the lags repeat each other: weekly ones in a window of a week. Oracle in
//! `oracles/event_study/` (R `nlme::gls`).

use super::design::Design;
use super::fit::{Coefficient, Fit};
use crate::count::float;
use crate::{Answer, Caution, DataError, Field, Interval, Level, Method, Refused, SessionDays};

/// Most days that a window reaches before or after a session.
const REACH: i32 = 60;
/// Joint p-value of the leads below which they are called not flat: above 5 %, because this guards, it does not claim.
const LEADS_NOT_FLAT: f64 = 0.10;

/// Days around a session, from a first lag to a last one; negative lags are days before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LagWindow {
    from: i32,
    to: i32,
}

impl LagWindow {
    /// Makes a window, both ends counted.
    ///
    /// # Errors
    /// [`DataError::WindowOutOfRange`] unless −60 ≤ from ≤ to ≤ 60.
    pub const fn new(from: i32, to: i32) -> Result<Self, DataError> {
        if -REACH <= from && from <= to && to <= REACH {
            Ok(Self { from, to })
        } else {
            Err(DataError::WindowOutOfRange)
        }
    }

    fn lags(self) -> impl Iterator<Item = i32> {
        self.from..=self.to
    }
}

impl Default for LagWindow {
    /// Two days before a session to three days after it.
    fn default() -> Self {
        Self { from: -2, to: 3 }
    }
}

/// Ratings around sessions.
#[derive(Clone, Debug, PartialEq)]
pub struct EventStudy {
    /// Method and variant.
    pub method: Method,
    /// One entry a lag, in order, or why there are none.
    pub lags: Result<Vec<EventLag>, Refused>,
    /// Autocorrelation and the test of the leads, or why there are none.
    pub fit: Result<EventStudyFit, Refused>,
    /// Rated days.
    pub n: usize,
    /// Days without a rating.
    pub n_missing: usize,
    /// What limits the reading.
    pub cautions: Vec<Caution>,
}

/// Rated days that lie this many days after a session.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EventLag {
    /// Days after the session; negative before it.
    pub lag: i32,
    /// How many rated days these are.
    pub n: usize,
    /// Difference from days without a session in the window, in points.
    pub estimate: f64,
    /// Uncertainty of the difference; none where the fit has none.
    pub range: Option<EventRange>,
}

/// Uncertainty of one lag.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EventRange {
    /// Standard error, in points.
    pub se: f64,
    /// Confidence interval of this lag alone, in points.
    pub interval: Interval,
    /// Interval that holds for all lags of the window together (Bonferroni), in points.
    pub band: Interval,
}

/// The error process of an event study.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EventStudyFit {
    /// Correlation of errors one day apart, 0 to 1.
    pub phi: f64,
    /// The leads together; `None` in a window without days before the session.
    pub leads: Option<LeadsTest>,
}

/// Joint test of the days before sessions.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LeadsTest {
    /// F with as many degrees of freedom as there are leads, and n − p.
    pub f: f64,
    /// p-value, above 0.
    pub p_value: f64,
}

impl EventStudy {
    /// The fields of `tidemark stats event-study`.
    #[must_use]
    pub fn answer(&self) -> Answer {
        let lags = self.lags.as_ref().ok().map(|lags| lags.iter().map(EventLag::field).collect());
        let fit = self.fit.ok();
        let leads = fit.and_then(|fit| fit.leads);
        Answer::new("event-study", self.n, self.n_missing)
            .ran(Some((self.method.variant, &self.cautions)))
            .with("lags", lags.map_or(Field::Null, Field::List))
            .with("phi", fit.map(|fit| fit.phi))
            .with("leads_f", leads.map(|leads| leads.f))
            .with("leads_p_value", leads.map(|leads| leads.p_value))
            .refused(self.lags.as_ref().err().copied().or(self.fit.err()))
    }
}

impl EventLag {
    fn field(&self) -> Field {
        let end = |end: fn(Interval) -> f64, which: fn(EventRange) -> Interval| -> Field {
            self.range.map(|range| end(which(range))).into()
        };
        Field::Object(vec![
            ("lag", i64::from(self.lag).into()),
            ("estimate", self.estimate.into()),
            ("se", self.range.map(|range| range.se).into()),
            ("ci_low", end(Interval::low, |range| range.interval)),
            ("ci_high", end(Interval::high, |range| range.interval)),
            ("band_low", end(Interval::low, |range| range.band)),
            ("band_high", end(Interval::high, |range| range.band)),
        ])
    }
}

/// Regression of the rating on the sessions at every lag of the window, CAR(1) errors, REML.
///
/// # Shape
/// Rows are the rated days t; the regressor of lag k is 1 where there was a session on t − k. A day that is not in the
/// list had no session. The days whose window lies within the list have to tell the lags apart.
/// # Formula
/// Errors over the day numbers with correlation φ^|t − t′|, φ by REML; p = 1 + number of lags, df = n − p. Bands: each at
/// error rate α over the number of lags. Leads: F = bᵀC⁻¹b/q over the q lags below 0, C the block of the covariance.
/// # Source
/// Cooper & Thompson 1977, doi:10.1093/biomet/64.3.625; bands and leads: Dunn 1961, doi:10.1080/01621459.1961.10482090;
/// Freyaldenhoven, Hansen & Shapiro 2019, doi:10.1257/aer.20180609.
#[must_use]
pub fn event_study(days: &SessionDays, window: LagWindow, level: Level) -> EventStudy {
    let mut study = EventStudy {
        method: Method::new("event-study", "CAR(1) errors, REML, residual df"),
        lags: Err(Refused::NotIdentifiable),
        fit: Err(Refused::NotIdentifiable),
        n: days.n(),
        n_missing: days.n_missing(),
        cautions: Vec::new(),
    };
    let p = window.lags().count() + 1;
    if study.n < p {
        let refused = Refused::TooFew { have: study.n, need: p };
        (study.lags, study.fit) = (Err(refused), Err(refused));
        return study;
    }
    let rated = || days.days().iter().filter_map(|day| day.value.map(|value| (day.day, value)));
    let (numbers, values): (Vec<i32>, Vec<f64>) = rated().unzip();
    let columns: Vec<Vec<f64>> = window.lags().map(|lag| sessions_at(days, lag)).collect();
    let counts: Vec<usize> =
        columns.iter().map(|column| column.iter().filter(|mark| **mark > 0.0).count()).collect();
    let design = if inside(days, &numbers, window, &columns) {
        Design::new(columns, &values)
    } else {
        Err(Refused::NotIdentifiable)
    };
    match design {
        Err(refused) => (study.lags, study.fit) = (Err(refused), Err(refused)),
        Ok(design) => {
            let fit = Fit::markov(&numbers, &design);
            let estimates =
                fit.as_ref().map_or_else(|_| design.ordinary(), |fit| fit.coefficients().to_vec());
            let share = level.alpha() / float(counts.len());
            let lags = window.lags().zip(counts).zip(estimates.into_iter().skip(1)).enumerate();
            let lags = lags.map(|(place, ((lag, n), estimate))| {
                let coefficient = fit.as_ref().ok().and_then(|fit| fit.coefficient(place + 1).ok());
                EventLag { lag, n, estimate, range: coefficient.map(|found| range(found, share, level)) }
            });
            study.lags = Ok(lags.collect());
            study.fit = fit.and_then(|fit| tested(&fit, window, &mut study.cautions));
        }
    }
    study
}

/// Whether the days whose whole window lies within the list tell the lags apart.
///
/// Sessions before the first day and after the last one are not known. Weekly ones repeat the lags of a window of a week,
/// but for those days at the ends, and the ends alone must not decide.
fn inside(days: &SessionDays, numbers: &[i32], window: LagWindow, columns: &[Vec<f64>]) -> bool {
    let Some((first, last)) = days.days().first().zip(days.days().last()) else { return false };
    let known = |day: i32, lag: i32| {
        let session = i64::from(day) - i64::from(lag);
        i64::from(first.day) <= session && session <= i64::from(last.day)
    };
    let kept: Vec<bool> =
        numbers.iter().map(|&day| known(day, window.from) && known(day, window.to)).collect();
    let rows = |column: &Vec<f64>| -> Vec<f64> {
        column.iter().zip(&kept).filter(|(_, kept)| **kept).map(|(mark, _)| *mark).collect()
    };
    let columns: Vec<Vec<f64>> = columns.iter().map(rows).collect();
    let n = columns.first().map_or(0, Vec::len);
    n > columns.len() && Design::new(columns, &vec![0.0; n]).is_ok()
}

/// For every rated day, 1 where there was a session `lag` days before it, else 0.
fn sessions_at(days: &SessionDays, lag: i32) -> Vec<f64> {
    let rated = days.with_other(-lag).filter(|(day, _)| day.value.is_some());
    rated.map(|(_, other)| if other.is_some_and(|other| other.session) { 1.0 } else { 0.0 }).collect()
}

fn range(found: Coefficient, share: f64, level: Level) -> EventRange {
    EventRange {
        se: found.se,
        interval: found.interval(level.alpha(), level),
        band: found.interval(share, level),
    }
}

fn tested(fit: &Fit, window: LagWindow, cautions: &mut Vec<Caution>) -> Result<EventStudyFit, Refused> {
    let likelihood = fit.likelihood.as_ref().ok_or(Refused::NotIdentifiable)?;
    if likelihood.at_bound() {
        cautions.push(Caution::AutocorrelationAtBound);
    }
    if likelihood.second_peak {
        cautions.push(Caution::SecondPeak);
    }
    let leads = window.lags().filter(|lag| *lag < 0).count();
    let joint = if leads > 0 { fit.joint(leads) } else { None };
    if joint.is_some_and(|(_, p_value)| p_value < LEADS_NOT_FLAT) {
        cautions.push(Caution::LeadsNotFlat);
    }
    Ok(EventStudyFit { phi: likelihood.phi, leads: joint.map(|(f, p_value)| LeadsTest { f, p_value }) })
}
