//! Hodges–Lehmann pseudo-median of paired differences with an interval from the exact signed-rank distribution.
//!
//! Refuses an interval below n = 6 (or wherever the level cannot be reached). Oracle in `oracles/hodges_lehmann/`.

use super::signed_rank::last_within;
use super::walsh::Walsh;
use crate::{Answer, Caution, Interval, Level, Method, Pairs, Refused};

/// Smallest number of pairs with an interval.
const LEAST_FOR_INTERVAL: usize = 6;

/// Pseudo-median of after − before, in rating points.
#[derive(Clone, Debug, PartialEq)]
pub struct HodgesLehmann {
    /// Method and variant.
    pub method: Method,
    /// Median of the Walsh averages of after − before, in rating points.
    pub estimate: f64,
    /// Interval with its level, or why there is none.
    pub interval: Result<WalshInterval, Refused>,
    /// Complete pairs used, zero differences included.
    pub n: usize,
    /// Incomplete pairs.
    pub n_missing: usize,
    /// What limits the reading.
    pub cautions: Vec<Caution>,
}

impl HodgesLehmann {
    /// The fields of `tidemark stats hodges-lehmann`.
    #[must_use]
    pub fn answer(pairs: &Pairs, result: &Result<Self, Refused>) -> Answer {
        let found = result.as_ref().ok();
        let interval = found.and_then(|found| found.interval.ok());
        Answer::new("hodges-lehmann", pairs.n(), pairs.n_missing())
            .ran(found.map(|found| (found.method.variant, &*found.cautions)))
            .with("estimate", found.map(|found| found.estimate))
            .interval(interval.map(|found| found.interval))
            .with("achieved_level", interval.map(|found| found.achieved_level))
            .refused(result.as_ref().map_or_else(|refused| Some(*refused), |found| found.interval.err()))
    }
}

/// An interval between two Walsh averages, with the level it reaches.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WalshInterval {
    /// The interval, in rating points.
    pub interval: Interval,
    /// Level reached without ties, at least the level asked for; 0 to 1.
    pub achieved_level: f64,
}

/// Pseudo-median of after − before.
///
/// # Errors
/// [`Refused::TooFew`] without any pair.
/// # Formula
/// Median of (dᵢ + dⱼ)/2 over i ≤ j, zeros kept; interval from the k-th smallest to the k-th largest of them, k the
/// largest with 2·P(W ≤ k − 1) ≤ 1 − level under the exact signed-rank distribution without ties.
/// # Source
/// Hodges & Lehmann 1963, doi:10.1214/aoms/1177704172; interval: Tukey 1949, Memorandum Report 17, Princeton.
pub fn hodges_lehmann(pairs: &Pairs, level: Level) -> Result<HodgesLehmann, Refused> {
    if pairs.n() == 0 {
        return Err(Refused::TooFew { have: 0, need: 1 });
    }
    let walsh = Walsh::of(&pairs.differences());
    let count = walsh.count();
    let upper = walsh.nth(count / 2 + 1);
    let estimate = if count % 2 == 1 { upper } else { f64::midpoint(walsh.nth(count / 2), upper) };
    Ok(HodgesLehmann {
        method: Method::new("hodges-lehmann", "exact signed-rank interval"),
        estimate,
        interval: interval(&walsh, pairs.n(), level),
        n: pairs.n(),
        n_missing: pairs.n_missing(),
        cautions: Vec::new(),
    })
}

fn interval(walsh: &Walsh, n: usize, level: Level) -> Result<WalshInterval, Refused> {
    let too_few = Refused::TooFew { have: n, need: least(level) };
    if n < LEAST_FOR_INTERVAL {
        return Err(too_few);
    }
    // Rounding of 1 − level must not lose a rank sum whose probability is exactly half the error rate.
    let bound = level.alpha() / 2.0 * (1.0 + 1e-12);
    let (last, probability) = last_within(n, bound).ok_or(too_few)?;
    let k = last + 1;
    Ok(WalshInterval {
        interval: Interval::new(walsh.nth(k), walsh.nth(walsh.count() + 1 - k), level),
        achieved_level: 1.0 - 2.0 * probability,
    })
}

/// Smallest n with 2·2⁻ⁿ ≤ 1 − level, never below 6.
fn least(level: Level) -> usize {
    let mut n = LEAST_FOR_INTERVAL;
    let mut outside = 2.0 / 64.0;
    while outside > level.alpha() * (1.0 + 1e-12) {
        n += 1;
        outside /= 2.0;
    }
    n
}
