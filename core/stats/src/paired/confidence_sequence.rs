//! Anytime-valid interval of the mean change: it may be looked at after every session without losing its level.
//!
//! Refuses an interval where it would be infinite (below five pairs at 95 %) and without variation. Oracle in
//! `oracles/confidence_sequence/`; coverage over 200 looks in `examples/calibration/confidence_sequence.rs`.

use super::{Differences, paired_mean};
use crate::autocorrelation::lag_one;
use crate::count::float;
use crate::{Answer, Caution, Interval, Level, Method, Pairs, Refused};

/// Variance of the standardised effect under the mixture.
const MIXTURE_VARIANCE: f64 = 1.0;
/// Correlation of neighbouring differences from which a caution is given.
const ALIKE: f64 = 0.2;

/// Mean change after − before with an interval that holds at every look together.
#[derive(Clone, Debug, PartialEq)]
pub struct ConfidenceSequence {
    /// Method and variant.
    pub method: Method,
    /// Mean of after − before, in rating points.
    pub estimate: f64,
    /// The interval in rating points, or why there is none.
    pub interval: Result<Interval, Refused>,
    /// Complete pairs used.
    pub n: usize,
    /// Incomplete pairs.
    pub n_missing: usize,
    /// What limits the reading.
    pub cautions: Vec<Caution>,
}

impl ConfidenceSequence {
    /// The fields of `tidemark stats confidence-sequence`; without a pair everything is null.
    #[must_use]
    pub fn answer(pairs: &Pairs, result: &Result<Self, Refused>) -> Answer {
        let found = result.as_ref();
        let ran = found.ok().map(|found| (found.method.variant, found.cautions.as_slice()));
        let interval = found.map_or_else(|refused| Err(*refused), |found| found.interval);
        Answer::new("confidence-sequence", pairs.n(), pairs.n_missing())
            .ran(ran)
            .with("estimate", found.ok().map(|found| found.estimate))
            .interval(interval.ok())
            .refused(interval.err())
    }
}

/// Mean of after − before with the anytime-valid t interval; the differences are supposed independent.
///
/// # Errors
/// [`Refused::TooFew`] without any pair: there is no mean.
/// # Formula
/// The interval holds every mean μ at which the likelihood ratio of t stays below 1/α; over it, the right-Haar prior on
/// location and scale and a normal mixture of variance g = 1 on the standardised effect. With ν = n − 1 and
/// A = (√(1 + n·g)/α)^(2/n): mean ± (s/√n)·√(ν(A − 1)/(1 − A/(1 + n·g))), infinite where A ≥ 1 + n·g.
/// # Source
/// Lai 1976, doi:10.1214/aos/1176343406; Wang & Ramdas, Anytime-valid t-tests and confidence sequences for Gaussian
/// means with unknown variance, arXiv:2310.03722.
pub fn confidence_sequence(pairs: &Pairs, level: Level) -> Result<ConfidenceSequence, Refused> {
    let change = paired_mean(pairs, Differences::Independent, level)?;
    let alpha = level.alpha();
    let interval = if reach(pairs.n(), alpha).is_none() {
        Err(Refused::TooFew { have: pairs.n(), need: least(alpha) })
    } else {
        change.varying_sd()
    };
    let interval = interval.and_then(|sd| {
        let reach = reach(pairs.n(), alpha).ok_or(Refused::NotIdentifiable)? * sd;
        Ok(Interval::new(change.mean - reach, change.mean + reach, level))
    });
    let cautions = if interval.is_ok() { alike(pairs, change.mean) } else { Vec::new() };
    Ok(ConfidenceSequence {
        method: Method::new("confidence-sequence", "t mixture, standardised effect of variance 1"),
        estimate: change.mean,
        interval,
        n: pairs.n(),
        n_missing: pairs.n_missing(),
        cautions,
    })
}

/// Half-width in standard deviations of the differences; `None` where it is infinite.
fn reach(pairs: usize, alpha: f64) -> Option<f64> {
    let n = float(pairs);
    let inflation = 1.0 + n * MIXTURE_VARIANCE;
    let log = 2.0 / n * (0.5 * inflation.ln() - alpha.ln());
    if pairs < 2 || log >= inflation.ln() {
        return None;
    }
    // A − 1, which is near 0 with many pairs.
    let excess = log.exp_m1();
    Some((((n - 1.0) * excess) / (1.0 - (1.0 + excess) / inflation) / n).sqrt())
}

/// Smallest number of pairs with a finite interval.
fn least(alpha: f64) -> usize {
    // At the highest level there is, 1 − 1e-12, it is 20.
    (2..=1_000).find(|&pairs| reach(pairs, alpha).is_some()).unwrap_or(usize::MAX)
}

fn alike(pairs: &Pairs, mean: f64) -> Vec<Caution> {
    let deviations: Vec<f64> = pairs.differences().iter().map(|value| value - mean).collect();
    let r = lag_one(&deviations) / deviations.iter().map(|value| value * value).sum::<f64>();
    if r > ALIKE { vec![Caution::NeighboursAlike { r }] } else { Vec::new() }
}
