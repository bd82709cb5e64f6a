//! Seasonal Kendall test: trend within each day of the week (or of another cycle), added up.
//!
//! Refuses a test where no season varies. Oracle in `oracles/seasonal_kendall/` (pymannkendall).

use core::num::NonZeroU32;
use std::collections::BTreeMap;

use crate::count::signed;
use crate::distribution::normal_cdf;
use crate::rank::KendallCount;
use crate::{Answer, Caution, Method, Refused, Series};

/// Kendall's S within seasons with its test.
#[derive(Clone, Debug, PartialEq)]
pub struct SeasonalKendall {
    /// Method and variant.
    pub method: Method,
    /// Pairs of days of the same season that rise minus pairs that fall.
    pub s: i64,
    /// Variance, z and p-value, or why there are none.
    pub test: Result<SeasonalTest, Refused>,
    /// Values used.
    pub n: usize,
    /// Entries known to be missing.
    pub n_missing: usize,
    /// What limits the reading.
    pub cautions: Vec<Caution>,
}

/// The test of S against no trend in any season.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SeasonalTest {
    /// Variance of S, ties corrected, for independent days.
    pub variance: f64,
    /// S moved one towards 0, over its standard deviation.
    pub z: f64,
    /// Two-sided p-value, above 0.
    pub p_value: f64,
}

impl SeasonalKendall {
    /// The fields of `tidemark stats seasonal-kendall`.
    #[must_use]
    pub fn answer(series: &Series, result: &Result<Self, Refused>) -> Answer {
        let found = result.as_ref().ok();
        let test = found.and_then(|found| found.test.ok());
        Answer::new("seasonal-kendall", series.n(), series.n_missing())
            .ran(found.map(|found| (found.method.variant, &*found.cautions)))
            .with("s", found.map(|found| found.s))
            .with("variance", test.map(|test| test.variance))
            .with("z", test.map(|test| test.z))
            .with("p_value", test.map(|test| test.p_value))
            .refused(result.as_ref().map_or_else(|refused| Some(*refused), |found| found.test.err()))
    }
}

/// Seasonal Kendall test of a dated series; season = day number mod `period`, 7 for days of the week.
///
/// # Errors
/// [`Refused::TooFew`] below two values.
/// # Formula
/// S and its variance [n(n − 1)(2n + 5) − Σt(t − 1)(2t + 5)]/18 of each season, added up; z = (S ∓ 1)/√variance.
/// Days without a value are absent from their season. Seasons are taken as independent of each other.
/// # Source
/// Hirsch, Slack & Smith 1982, doi:10.1029/WR018i001p00107.
pub fn seasonal_kendall(series: &Series, period: NonZeroU32) -> Result<SeasonalKendall, Refused> {
    if series.n() < 2 {
        return Err(Refused::TooFew { have: series.n(), need: 2 });
    }
    let mut seasons: BTreeMap<i64, Vec<f64>> = BTreeMap::new();
    for (day, value) in series.days().iter().zip(series.values()) {
        seasons.entry(i64::from(*day).rem_euclid(i64::from(period.get()))).or_default().push(*value);
    }
    let counts: Vec<KendallCount> = seasons.values().map(|values| KendallCount::of(values)).collect();
    let s = counts.iter().map(|count| count.s).sum();
    Ok(SeasonalKendall {
        method: Method::new("seasonal-kendall", "seasons and days independent"),
        s,
        test: test(s, counts.iter().map(KendallCount::variance).sum()),
        n: series.n(),
        n_missing: series.n_missing(),
        cautions: Vec::new(),
    })
}

fn test(s: i64, variance: f64) -> Result<SeasonalTest, Refused> {
    if variance <= 0.0 {
        return Err(Refused::NoVariation);
    }
    let z = signed(s - s.signum()) / variance.sqrt();
    Ok(SeasonalTest { variance, z, p_value: (2.0 * normal_cdf(-z.abs())).clamp(f64::MIN_POSITIVE, 1.0) })
}
