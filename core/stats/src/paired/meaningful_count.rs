//! How many pairs changed by at least as much as the person calls noticeable, whichever way.
//!
//! Refuses a share of no pairs. Oracle in `oracles/sign_count/`, with `--meaningful`.

use super::MeaningfulChange;
use crate::{Field, Interval, Level, Pairs, Refused, Trials, wilson};

/// Pairs with a change of at least the size asked for, with their share.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MeaningfulCount {
    /// Pairs whose ratings are at least that far apart, lower and higher together.
    pub count: usize,
    /// Their share of the complete pairs, 0 to 1.
    pub proportion: f64,
    /// Wilson's interval of the share, inside 0 to 1.
    pub interval: Interval,
}

impl MeaningfulCount {
    /// Counts the pairs with |after − before| ≥ `least`; a distance short of it by rounding alone counts.
    ///
    /// # Errors
    /// [`Refused::TooFew`] without any pair.
    /// # Source
    /// Wilson 1927, doi:10.1080/01621459.1927.10502953.
    pub fn of(pairs: &Pairs, least: MeaningfulChange, level: Level) -> Result<Self, Refused> {
        let bound = least.points() - pairs.rounding();
        let count = pairs.differences().iter().filter(|change| change.abs() >= bound).count();
        let too_few = Refused::TooFew { have: pairs.n(), need: 1 };
        let share = wilson(Trials::new(count, pairs.n()).map_err(|_| too_few)?, level)?;
        Ok(Self { count, proportion: share.proportion, interval: share.interval })
    }

    /// The object `meaningful` of `tidemark stats sign-count`; without pairs the count is 0 and the rest null.
    pub(super) fn fields(result: &Result<Self, Refused>) -> Vec<(&'static str, Field)> {
        let found = result.as_ref().ok();
        vec![
            ("count", found.map_or(0, |found| found.count).into()),
            ("proportion", found.map(|found| found.proportion).into()),
            ("ci_low", found.map(|found| found.interval.low()).into()),
            ("ci_high", found.map(|found| found.interval.high()).into()),
        ]
    }
}
