//! Mean paired difference with its t interval, for independent or for neighbouring, alike differences.
//!
//! Refuses a spread from fewer than two pairs, a test without variation, and an effective number of pairs below 3.
//! Oracle in `oracles/paired_mean/`.

use crate::autocorrelation::{lag_one, variance_inflation};
use crate::count::float;
use crate::distribution::StudentT;
use crate::{Answer, Caution, Interval, Level, Method, Pairs, Refused};

/// Smallest effective number of pairs for which a spread is estimated.
const LEAST_EFFECTIVE: f64 = 3.0;
/// Largest autocorrelation of the differences that is believed.
const LARGEST_RHO: f64 = 0.9;

/// How the differences depend on each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Differences {
    /// Each difference counts as one independent observation.
    Independent,
    /// Neighbouring differences are alike; n is replaced by an effective n. For roughly equally spaced pairs.
    Autocorrelated,
}

/// Mean change after − before, in rating points, with what can be said about its uncertainty.
#[derive(Clone, Debug, PartialEq)]
pub struct PairedMean {
    /// Method and variant.
    pub method: Method,
    /// Mean of after − before, in rating points.
    pub mean: f64,
    /// Standard deviation of the differences, or why it is not defined.
    pub sd: Result<f64, Refused>,
    /// Interval and t test, or why there is none.
    pub test: Result<MeanTest, Refused>,
    /// Autocorrelation and effective n, when [`Differences::Autocorrelated`] was asked for and they are defined.
    pub effective: Option<EffectiveSize>,
    /// Complete pairs used.
    pub n: usize,
    /// Incomplete pairs.
    pub n_missing: usize,
    /// What limits the reading.
    pub cautions: Vec<Caution>,
}

impl PairedMean {
    /// The fields of `tidemark stats paired-mean`; `rho` and `n_effective` only where they were asked for.
    #[must_use]
    pub fn answer(pairs: &Pairs, differences: Differences, result: &Result<Self, Refused>) -> Answer {
        let found = result.as_ref().ok();
        let test = found.and_then(|found| found.test.ok());
        let effective = found.and_then(|found| found.effective);
        let answer = Answer::new("paired-mean", pairs.n(), pairs.n_missing())
            .ran(found.map(|found| (found.method.variant, &*found.cautions)))
            .with("mean", found.map(|found| found.mean))
            .with("sd", found.and_then(|found| found.sd.ok()))
            .with("se", test.map(|test| test.se))
            .with("df", test.map(|test| test.df))
            .interval(test.map(|test| test.interval))
            .with("t", test.map(|test| test.t))
            .with("p_value", test.map(|test| test.p_value));
        match differences {
            Differences::Independent => answer,
            Differences::Autocorrelated => answer
                .with("rho", effective.map(|size| size.rho))
                .with("n_effective", effective.map(|size| size.n_effective)),
        }
        .refused(result.as_ref().map_or_else(|refused| Some(*refused), |found| found.test.err()))
    }
}

/// A t interval and two-sided t test of a mean.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MeanTest {
    /// Standard error of the mean, in rating points.
    pub se: f64,
    /// Degrees of freedom.
    pub df: f64,
    /// Confidence interval of the mean, in rating points.
    pub interval: Interval,
    /// Mean over its standard error.
    pub t: f64,
    /// Two-sided p-value, above 0.
    pub p_value: f64,
}

/// How many independent differences the differences are worth.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EffectiveSize {
    /// Bias-corrected correlation of neighbouring differences, 0 to 0.9.
    pub rho: f64,
    /// Effective number of pairs, n / VIF.
    pub n_effective: f64,
}

/// Mean of after − before with a t interval.
///
/// # Errors
/// [`Refused::TooFew`] without any pair: there is no mean.
/// # Formula
/// Independent: `d̄ ± t(n−1)·s/√n`. Autocorrelated: `ρ = (n·r₁ + 1)/(n − 3)` clamped to [0, 0.9],
/// `VIF = 1 + 2 Σ (1 − k/n) ρᵏ`, `n_eff = n/VIF`, `s² = SS/(n − VIF)`, `se = s/√n_eff`, `df = n_eff − 1`.
/// # Source
/// Student 1908, doi:10.2307/2331554. Effective n: Bayley & Hammersley 1946, doi:10.2307/2983560; bias of r₁:
/// Kendall 1954, doi:10.2307/2332719, and Marriott & Pope 1954, doi:10.2307/2332718.
/// # Example
/// ```
/// use tidemark_stats::{Differences, Level, Pairs, paired_mean};
/// let pairs = Pairs::new([(7.0, 4.0), (6.0, 5.0), (8.0, 5.0)])?;
/// let change = paired_mean(&pairs, Differences::Independent, Level::P95)?;
/// assert!((change.mean - -7.0 / 3.0).abs() < 1e-12);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn paired_mean(pairs: &Pairs, differences: Differences, level: Level) -> Result<PairedMean, Refused> {
    let values = pairs.differences();
    if values.is_empty() {
        return Err(Refused::TooFew { have: 0, need: 1 });
    }
    let n = float(values.len());
    let mean = values.iter().sum::<f64>() / n;
    let deviations: Vec<f64> = values.iter().map(|value| value - mean).collect();
    let spread = Spread::of(&deviations, pairs.rounding());
    let mut result = PairedMean {
        method: Method::new("paired-mean", variant(differences)),
        mean,
        sd: spread.sd(n - 1.0),
        test: Err(Refused::NoVariation),
        effective: None,
        n: pairs.n(),
        n_missing: pairs.n_missing(),
        cautions: Vec::new(),
    };
    match differences {
        Differences::Independent => {
            result.test = spread.positive_sd(n - 1.0).and_then(|sd| test(mean, sd, n, level));
        }
        Differences::Autocorrelated => match effective_size(&deviations, spread) {
            Err(refused) => result.test = Err(refused),
            Ok(size) => {
                if size.rho >= LARGEST_RHO {
                    result.cautions.push(Caution::AutocorrelationAtBound);
                }
                result.effective = Some(size);
                if size.n_effective < LEAST_EFFECTIVE {
                    let refused = Refused::TooFewEffective { have: size.n_effective, need: LEAST_EFFECTIVE };
                    result.sd = Err(refused);
                    result.test = Err(refused);
                } else {
                    let divisor = n - n / size.n_effective;
                    result.sd = spread.sd(divisor);
                    result.test =
                        spread.positive_sd(divisor).and_then(|sd| test(mean, sd, size.n_effective, level));
                }
            }
        },
    }
    Ok(result)
}

const fn variant(differences: Differences) -> &'static str {
    match differences {
        Differences::Independent => "t interval, independent differences",
        Differences::Autocorrelated => "t interval, effective n from lag-one autocorrelation",
    }
}

/// Sum of squared deviations with the number of values behind it.
#[derive(Clone, Copy)]
struct Spread {
    sum_of_squares: f64,
    n: usize,
    varies: bool,
}

impl Spread {
    fn of(deviations: &[f64], rounding: f64) -> Self {
        let largest = deviations.iter().fold(0.0_f64, |most, value| most.max(value.abs()));
        let varies = largest > rounding;
        let sum_of_squares = if varies { deviations.iter().map(|value| value * value).sum() } else { 0.0 };
        Self { sum_of_squares, n: deviations.len(), varies }
    }

    fn sd(self, divisor: f64) -> Result<f64, Refused> {
        if self.n < 2 {
            return Err(Refused::TooFew { have: self.n, need: 2 });
        }
        Ok((self.sum_of_squares / divisor).sqrt())
    }

    fn positive_sd(self, divisor: f64) -> Result<f64, Refused> {
        let sd = self.sd(divisor)?;
        if self.varies && sd > 0.0 { Ok(sd) } else { Err(Refused::NoVariation) }
    }
}

fn effective_size(deviations: &[f64], spread: Spread) -> Result<EffectiveSize, Refused> {
    let n = float(spread.n);
    if spread.n < 4 {
        return Err(Refused::TooFew { have: spread.n, need: 4 });
    }
    if !spread.varies || spread.sum_of_squares <= 0.0 {
        return Err(Refused::NoVariation);
    }
    let r1 = lag_one(deviations) / spread.sum_of_squares;
    let rho = ((n * r1 + 1.0) / (n - 3.0)).clamp(0.0, LARGEST_RHO);
    Ok(EffectiveSize { rho, n_effective: n / variance_inflation(spread.n, rho) })
}

fn test(mean: f64, sd: f64, n: f64, level: Level) -> Result<MeanTest, Refused> {
    let df = n - 1.0;
    let student = StudentT::new(df).ok_or(Refused::NoVariation)?;
    let se = sd / n.sqrt();
    let reach = student.critical(level.alpha()) * se;
    let t = mean / se;
    Ok(MeanTest {
        se,
        df,
        interval: Interval::new(mean - reach, mean + reach, level),
        t,
        p_value: student.outside(t).max(f64::MIN_POSITIVE),
    })
}
