//! A share of trials with its interval. Refuses a share of nothing; oracle in `oracles/wilson/`.

use crate::count::float;
use crate::distribution::normal_quantile;
use crate::{Answer, DataError, Interval, Level, Method, Refused};

/// Successes among trials; never more successes than trials.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Trials {
    successes: usize,
    trials: usize,
}

impl Trials {
    /// Makes a count of successes among trials.
    ///
    /// # Errors
    /// [`DataError::MoreSuccessesThanTrials`].
    pub const fn new(successes: usize, trials: usize) -> Result<Self, DataError> {
        if successes <= trials {
            Ok(Self { successes, trials })
        } else {
            Err(DataError::MoreSuccessesThanTrials)
        }
    }

    /// Number of successes.
    #[must_use]
    pub const fn successes(self) -> usize {
        self.successes
    }

    /// Number of trials.
    #[must_use]
    pub const fn trials(self) -> usize {
        self.trials
    }
}

/// A share with its Wilson interval.
#[derive(Clone, Debug, PartialEq)]
pub struct Wilson {
    /// Method and variant.
    pub method: Method,
    /// Successes over trials, 0 to 1.
    pub proportion: f64,
    /// Interval of the share, inside 0 to 1.
    pub interval: Interval,
    /// Trials.
    pub n: usize,
}

impl Wilson {
    /// The fields of `tidemark stats wilson`.
    #[must_use]
    pub fn answer(trials: Trials, result: &Result<Self, Refused>) -> Answer {
        let found = result.as_ref().ok();
        Answer::new("wilson", trials.trials(), 0)
            .ran(found.map(|found| (found.method.variant, &[][..])))
            .with("proportion", found.map(|found| found.proportion))
            .interval(found.map(|found| found.interval))
            .refused(result.as_ref().err().copied())
    }
}

/// Share of successes with Wilson's score interval.
///
/// # Errors
/// [`Refused::TooFew`] without any trial.
/// # Formula
/// (p̂ + z²/2n ± z √(p̂(1 − p̂)/n + z²/4n²)) / (1 + z²/n).
/// # Source
/// Wilson 1927, doi:10.1080/01621459.1927.10502953.
pub fn wilson(trials: Trials, level: Level) -> Result<Wilson, Refused> {
    if trials.trials == 0 {
        return Err(Refused::TooFew { have: 0, need: 1 });
    }
    let n = float(trials.trials);
    let proportion = float(trials.successes) / n;
    let z = normal_quantile(0.5 + level.share() / 2.0).ok_or(Refused::NotIdentifiable)?;
    let square = z * z / n;
    let reach = z * (proportion * (1.0 - proportion) / n + square / (4.0 * n)).sqrt();
    let centre = proportion + square / 2.0;
    // At 0 and n successes one end is 0 or 1 exactly; rounding must not push it past.
    let end = |value: f64| (value / (1.0 + square)).clamp(0.0, 1.0);
    let low = if trials.successes == 0 { 0.0 } else { end(centre - reach) };
    let high = if trials.successes == trials.trials { 1.0 } else { end(centre + reach) };
    Ok(Wilson {
        method: Method::new("wilson", "score interval"),
        proportion,
        interval: Interval::new(low, high, level),
        n: trials.trials,
    })
}
