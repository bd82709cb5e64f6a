//! Baseline-corrected tau: rank correlation of values with the phase, once the slope of phase A is taken off.
//!
//! Refuses a slope of fewer than two values in A and a correlation of values that do not vary. Oracle in
//! `oracles/baseline_corrected_tau/` (exact fractions; scipy).

use crate::count::{float, signed};
use crate::distribution::normal_quantile;
use crate::trend::PairSlopes;
use crate::{Answer, Caution, Interval, Level, Method, Phases, Refused, median};

/// Share of tied pairs in phase A above which its slope is 0 whenever it moves little.
const MOST_TIED: f64 = 0.05;

/// Rank correlation of detrended values with the phase.
#[derive(Clone, Debug, PartialEq)]
pub struct BaselineCorrectedTau {
    /// Method and variant.
    pub method: Method,
    /// Kendall's `τ_b` with the phase, −1 to 1; above 0 where B lies above the continued slope of A.
    pub estimate: f64,
    /// Standard error and interval, or why there are none.
    pub interval: Result<TauInterval, Refused>,
    /// Values used, both phases.
    pub n: usize,
    /// Rows without a value.
    pub n_missing: usize,
    /// What limits the reading.
    pub cautions: Vec<Caution>,
}

/// A standard error with its normal interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TauInterval {
    /// Standard error.
    pub se: f64,
    /// Interval; can reach beyond −1 and 1.
    pub interval: Interval,
}

impl BaselineCorrectedTau {
    /// The fields of `tidemark stats baseline-corrected-tau`.
    #[must_use]
    pub fn answer(phases: &Phases, result: &Result<Self, Refused>) -> Answer {
        let found = result.as_ref().ok();
        let interval = found.and_then(|found| found.interval.ok());
        Answer::new("baseline-corrected-tau", phases.n(), phases.n_missing())
            .ran(found.map(|found| (found.method.variant, &*found.cautions)))
            .with("estimate", found.map(|found| found.estimate))
            .with("se", interval.map(|found| found.se))
            .interval(interval.map(|found| found.interval))
            .refused(result.as_ref().map_or_else(|refused| Some(*refused), |found| found.interval.err()))
    }
}

/// Baseline-corrected tau of two phases; time is the number of the row.
///
/// # Errors
/// [`Refused::TooFew`] below two values in A or without one in B; [`Refused::NoVariation`] when all values lie on the
/// slope of A.
/// # Formula
/// Values minus time times the Theil–Sen slope of A, whatever that slope is; `τ_b` of the rest with the phase;
/// se = √(2(1 − τ²)/n), interval τ ± z·se. The uncertainty of the slope is not in it.
/// # Source
/// Tarlow 2017, doi:10.1177/0145445516676750.
pub fn baseline_corrected_tau(phases: &Phases, level: Level) -> Result<BaselineCorrectedTau, Refused> {
    for (series, need) in [(phases.a(), 2), (phases.b(), 1)] {
        if series.n() < need {
            return Err(Refused::TooFew { have: series.n(), need });
        }
    }
    let days: Vec<f64> = phases.a().days().iter().map(|day| f64::from(*day)).collect();
    let mut slopes = PairSlopes::of(&days, phases.a().values());
    let share = signed(slopes.kendall().tied_pairs()) / float(slopes.count());
    let tau = with_phase(&rest(phases, slopes.median()))?;
    Ok(BaselineCorrectedTau {
        method: Method::new("baseline-corrected-tau", "slope of A always taken off, tau-b with the phase"),
        estimate: tau,
        interval: interval(tau, float(phases.n()), level),
        n: phases.n(),
        n_missing: phases.n_missing(),
        cautions: (share > MOST_TIED).then_some(Caution::HeavyTies { share }).into_iter().collect(),
    })
}

/// A value without the slope of A, and the size of its rounding.
struct Rest {
    value: f64,
    rounding: f64,
    in_b: bool,
}

fn rest(phases: &Phases, slope: f64) -> Vec<Rest> {
    let sizes: Vec<f64> = phases.a().values().iter().map(|value| value.abs()).collect();
    // Values of this size may be rounded, and a slope over few days passes that on to far days.
    let size = median(&sizes).unwrap_or_default();
    [(phases.a(), false), (phases.b(), true)]
        .into_iter()
        .flat_map(|(series, in_b)| {
            series.days().iter().map(|day| f64::from(*day)).zip(series.values()).map(move |(day, value)| {
                Rest {
                    value: value - slope * day,
                    rounding: 4.0 * f64::EPSILON * (value.abs() + day * (slope.abs() + size)),
                    in_b,
                }
            })
        })
        .collect()
}

/// `τ_b` of the rests with the phase; rests that differ by rounding alone are tied.
fn with_phase(rests: &[Rest]) -> Result<f64, Refused> {
    let mut order: Vec<&Rest> = rests.iter().collect();
    order.sort_by(|one, other| one.value.total_cmp(&other.value));
    let (mut s, mut tied) = (0_i64, 0_i64);
    let (mut a_below, mut b_below) = (0_i64, 0_i64);
    for group in order.chunk_by(|one, other| other.value - one.value <= one.rounding + other.rounding) {
        let b = group.iter().filter(|rest| rest.in_b).map(|_| 1_i64).sum::<i64>();
        let a = group.iter().map(|_| 1_i64).sum::<i64>() - b;
        s += b * a_below - a * b_below;
        tied += (a + b) * (a + b - 1) / 2;
        (a_below, b_below) = (a_below + a, b_below + b);
    }
    let n = a_below + b_below;
    let all = n * (n - 1) / 2;
    if tied == all {
        return Err(Refused::NoVariation);
    }
    let bound = signed(all - tied).sqrt() * signed(a_below * b_below).sqrt();
    Ok((signed(s) / bound).clamp(-1.0, 1.0))
}

fn interval(tau: f64, n: f64, level: Level) -> Result<TauInterval, Refused> {
    let left = 1.0 - tau * tau;
    // Each phase holds one value alone: nothing is left to estimate an error from.
    if left <= 4.0 * f64::EPSILON {
        return Err(Refused::NoVariation);
    }
    let z = normal_quantile(level.alpha() / 2.0).ok_or(Refused::NotIdentifiable)?.abs();
    let se = (2.0 * left / n).sqrt();
    Ok(TauInterval { se, interval: Interval::new(tau - z * se, tau + z * se, level) })
}
