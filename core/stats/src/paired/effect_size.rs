//! Standardised mean change: how large the change is beside the spread of changes, or of ratings.
//!
//! Refuses what a spread of 0 would be divided by. Oracle in `oracles/effect_size/`.

use super::{Differences, PairedMean, paired_mean};
use crate::count::float;
use crate::{Answer, Level, Method, Pairs, Refused};

/// Mean of after − before in standard deviations, without unit.
///
/// For the detail view: the spread is this person's own, so none of the figures compares with those of groups.
#[derive(Clone, Debug, PartialEq)]
pub struct EffectSize {
    /// Method and variant.
    pub method: Method,
    /// Mean change over the standard deviation of the changes.
    pub dz: Result<f64, Refused>,
    /// Mean change over the root of the mean of the variances before and after.
    pub d_av: Result<f64, Refused>,
    /// `d_av` with Hedges' correction for few pairs; 0 with two pairs, whatever they are.
    pub hedges_g_av: Result<f64, Refused>,
    /// Complete pairs used.
    pub n: usize,
    /// Incomplete pairs.
    pub n_missing: usize,
}

impl EffectSize {
    /// The fields of `tidemark stats effect-size`.
    #[must_use]
    pub fn answer(&self) -> Answer {
        Answer::new("effect-size", self.n, self.n_missing)
            .ran(Some((self.method.variant, &[])))
            .with("dz", self.dz.ok())
            .with("d_av", self.d_av.ok())
            .with("hedges_g_av", self.hedges_g_av.ok())
            .refused(self.dz.err().or(self.d_av.err()))
    }
}

/// Standardised mean change of paired ratings; all refused below two pairs, each where its spread is 0.
///
/// # Formula
/// `dz = d̄/s_d`; `d_av = d̄/√((s₁² + s₂²)/2)`; `g_av = d_av·(1 − 3/(4(n − 1) − 1))`.
/// # Source
/// Cohen 1988, Statistical Power Analysis for the Behavioral Sciences; `d_av`: Cumming 2012, Understanding the New
/// Statistics; correction: Hedges 1981, doi:10.3102/10769986006002107; names: Lakens 2013, doi:10.3389/fpsyg.2013.00863.
/// # Example
/// ```
/// use tidemark_stats::{Pairs, effect_size};
/// let pairs = Pairs::new([(7.0, 4.0), (6.0, 5.0), (8.0, 5.0), (6.0, 6.0)])?;
/// let size = effect_size(&pairs);
/// assert!((size.dz? - -1.166_666_666_666_667).abs() < 1e-12);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn effect_size(pairs: &Pairs) -> EffectSize {
    let change = paired_mean(pairs, Differences::Independent, Level::P95).ok();
    let too_few = Refused::TooFew { have: pairs.n(), need: 2 };
    let mean = change.as_ref().map(|change| change.mean).ok_or(too_few);
    let spread = change.map_or(Err(too_few), |change| change.varying_sd());
    let d_av = average_spread(pairs).and_then(|average| Ok(mean? / average));
    EffectSize {
        method: Method::new("effect-size", "dz, d_av, Hedges' g_av"),
        dz: spread.and_then(|sd| Ok(mean? / sd)),
        d_av,
        // The sum turns −0, which two falling pairs would give, into 0.
        hedges_g_av: d_av.map(|size| size * (1.0 - 3.0 / (4.0 * (float(pairs.n()) - 1.0) - 1.0)) + 0.0),
        n: pairs.n(),
        n_missing: pairs.n_missing(),
    }
}

impl PairedMean {
    /// Standard deviation of the differences, refused where they are all the same apart from rounding.
    pub(crate) fn varying_sd(&self) -> Result<f64, Refused> {
        self.test.and(self.sd)
    }
}

/// Root of the mean of the variances before and after, above 0.
fn average_spread(pairs: &Pairs) -> Result<f64, Refused> {
    if pairs.n() < 2 {
        return Err(Refused::TooFew { have: pairs.n(), need: 2 });
    }
    let squares = squares(pairs.before(), pairs.rounding()) + squares(pairs.after(), pairs.rounding());
    if squares > 0.0 {
        Ok((squares / (2.0 * (float(pairs.n()) - 1.0))).sqrt())
    } else {
        Err(Refused::NoVariation)
    }
}

/// Sum of squared deviations from the mean; 0 where they are rounding alone.
fn squares(values: &[f64], rounding: f64) -> f64 {
    let mean = values.iter().sum::<f64>() / float(values.len());
    if values.iter().all(|value| (value - mean).abs() <= rounding) {
        return 0.0;
    }
    values.iter().map(|value| (value - mean).powi(2)).sum()
}
