//! How much days alike are k days apart: autocorrelations over real days, and whether all of them together are more
//! than chance.
//!
//! Refuses a series that does not vary, and the test where the lags leave no value over. Oracle in
//! `oracles/autocorrelation/`.

use super::transform::{autocovariances, transform_steps};
use crate::count::float;
use crate::distribution::ChiSquare;
use crate::{Answer, Caution, DataError, Field, Method, Refused, Series};

/// Most lags answered: nearly three centuries of days.
const MOST_LAGS: usize = 100_000;

/// How many days apart values are compared at most, 1 to 100,000.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lags(usize);

impl Lags {
    /// Makes a number of lags.
    ///
    /// # Errors
    /// [`DataError::LagsOutOfRange`] outside 1–100,000.
    pub const fn new(lags: usize) -> Result<Self, DataError> {
        if 1 <= lags && lags <= MOST_LAGS { Ok(Self(lags)) } else { Err(DataError::LagsOutOfRange) }
    }

    /// The usual number for n values: ⌊10·log₁₀ n⌋, below n, at least 1.
    #[must_use]
    pub fn usual(n: usize) -> Self {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "between 0 and 200 for any n"
        )]
        let most = (10.0 * float(n.max(1)).log10()) as usize;
        Self(most.min(n.saturating_sub(1)).max(1))
    }

    /// The number of lags.
    #[must_use]
    pub const fn count(self) -> usize {
        self.0
    }
}

/// Autocorrelations of a dated series.
#[derive(Clone, Debug, PartialEq)]
pub struct Autocorrelation {
    /// Method and variant.
    pub method: Method,
    /// Correlation of values k days apart for k = 0, 1, …, the first of them 1; as far as the series reaches.
    pub acf: Result<Vec<f64>, Refused>,
    /// The test of all lags together, or why there is none.
    pub ljung_box: Result<LjungBox, Refused>,
    /// Values used.
    pub n: usize,
    /// Entries known to be missing.
    pub n_missing: usize,
    /// What limits the reading.
    pub cautions: Vec<Caution>,
}

impl Autocorrelation {
    /// In the words of `tidemark stats`.
    #[must_use]
    pub fn answer(&self) -> Answer {
        let test = self.ljung_box.map(|test| {
            Field::Object(vec![
                ("lag", test.lag.into()),
                ("statistic", test.statistic.into()),
                ("p_value", test.p_value.into()),
            ])
        });
        Answer::new("autocorrelation", self.n, self.n_missing)
            .ran(Some((self.method.variant, &self.cautions)))
            .with("acf", self.acf.clone().ok())
            .with("ljung_box", test.ok())
            .refused(self.acf.as_ref().err().copied().or(self.ljung_box.err()))
    }
}

/// Ljung and Box's test that no two days up to a lag are alike.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LjungBox {
    /// Largest lag in the sum, in days, and degrees of freedom.
    pub lag: usize,
    /// The statistic Q.
    pub statistic: f64,
    /// Chance of a Q this large among independent days, above 0.
    pub p_value: f64,
}

/// Autocorrelations over pairs exactly k days apart, and the Ljung–Box test of lags 1 to L.
///
/// # Formula
/// r_k = Σ(x − m)(x′ − m) / Σ(x − m)², the upper sum over the pairs exactly k days apart, the lower one over all values;
/// Q = n(n + 2) Σ_{k=1}^{L} r_k²/(n − k) against χ² with L degrees of freedom, n the values there are.
/// # Source
/// Gaps: Parzen 1963, Sankhyā A 25, 383–392; test: Ljung & Box 1978, doi:10.1093/biomet/65.2.297. As statsmodels
/// `acf(missing="conservative", qstat=True)`.
#[must_use]
pub fn autocorrelation(series: &Series, lags: Lags) -> Autocorrelation {
    let mut cautions = Vec::new();
    let acf = coefficients(series, lags, &mut cautions);
    let ljung_box = match &acf {
        Ok(acf) => ljung_box(acf, series.n(), lags),
        Err(why) => Err(*why),
    };
    Autocorrelation {
        method: Method::new("autocorrelation", "pairs exactly k days apart"),
        acf,
        ljung_box,
        n: series.n(),
        n_missing: series.n_missing(),
        cautions,
    }
}

fn coefficients(series: &Series, lags: Lags, cautions: &mut Vec<Caution>) -> Result<Vec<f64>, Refused> {
    let n = series.n();
    if n < 2 {
        return Err(Refused::TooFew { have: n, need: 2 });
    }
    if series.is_constant() {
        return Err(Refused::NoVariation);
    }
    let deviations = super::centred(series.values());
    let square: f64 = deviations.iter().map(|value| value * value).sum();
    let days = days_from_first(series.days());
    let span = days.last().copied().unwrap_or_default() + 1;
    let most = lags.0.min(span - 1);
    let sums = if pairs_within(&days, most) > transform_steps(span + most) {
        transformed(&days, &deviations, span, most)
    } else {
        walked(&days, &deviations, most)
    };
    let empty = sums.iter().filter(|sum| sum.pairs == 0).count();
    if empty > 0 {
        cautions.push(Caution::LagsWithoutPairs { count: empty });
    }
    Ok(sums
        .into_iter()
        .map(|sum| sum.product / square)
        .zip(0..)
        .map(|(r, k)| if k == 0 { 1.0 } else { r })
        .collect())
}

fn ljung_box(acf: &[f64], n: usize, lags: Lags) -> Result<LjungBox, Refused> {
    let too_few = Refused::TooFew { have: n, need: lags.0 + 1 };
    if n <= lags.0 {
        return Err(too_few);
    }
    let count = float(n);
    let sum: f64 = acf.iter().enumerate().skip(1).map(|(lag, r)| r * r / (count - float(lag))).sum();
    let statistic = count * (count + 2.0) * sum;
    let chi_square = ChiSquare::new(lags.0).ok_or(too_few)?;
    let p_value = chi_square.above(statistic).max(f64::MIN_POSITIVE);
    Ok(LjungBox { lag: lags.0, statistic, p_value })
}

/// Products of deviations of all pairs at one lag.
#[derive(Clone, Copy, Default)]
struct LagSum {
    pairs: usize,
    product: f64,
}

/// Days since the first one, in order; a span of i32 days fits.
fn days_from_first(days: &[i32]) -> Vec<usize> {
    let first = days.first().copied().map_or(0, i64::from);
    days.iter().map(|&day| usize::try_from(i64::from(day) - first).unwrap_or_default()).collect()
}

/// Number of pairs at most `most` days apart.
fn pairs_within(days: &[usize], most: usize) -> usize {
    let mut earliest = days.iter().zip(0_usize..).peekable();
    days.iter()
        .enumerate()
        .map(|(place, day)| {
            while earliest.next_if(|(other, _)| *other + most < *day).is_some() {}
            place - earliest.peek().map_or(place, |(_, first)| *first)
        })
        .sum()
}

/// Pair by pair: for few lags, and for entries so rare that a grid of days would be mostly empty.
fn walked(days: &[usize], deviations: &[f64], most: usize) -> Vec<LagSum> {
    let mut sums = vec![LagSum::default(); most + 1];
    for (place, (day, deviation)) in days.iter().zip(deviations).enumerate() {
        let later = days.iter().zip(deviations).skip(place);
        for (other, product) in later.map(|(other, value)| (other - day, deviation * value)) {
            let Some(sum) = sums.get_mut(other) else { break };
            sum.pairs += 1;
            sum.product += product;
        }
    }
    sums
}

/// All lags at once on the grid of days, a day without entry counting nothing.
fn transformed(days: &[usize], deviations: &[f64], span: usize, most: usize) -> Vec<LagSum> {
    let mut grid = vec![0.0; span];
    let mut there = vec![0.0; span];
    for (&day, &deviation) in days.iter().zip(deviations) {
        if let (Some(slot), Some(mark)) = (grid.get_mut(day), there.get_mut(day)) {
            *slot = deviation;
            *mark = 1.0;
        }
    }
    let largest = deviations.iter().fold(0.0_f64, |most, value| most.max(value.abs()));
    let pairs: Vec<f64> = if span == days.len() {
        (0..=most).map(|lag| float(span - lag)).collect()
    } else {
        autocovariances(&there, 1.0, most)
    };
    let products = autocovariances(&grid, largest, most);
    pairs
        .into_iter()
        .zip(products)
        .map(|(pairs, product)| {
            // A count comes back as a whole number give or take 1e-9.
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a rounded count of pairs"
            )]
            let pairs = pairs.round().max(0.0) as usize;
            LagSum { pairs, product: if pairs == 0 { 0.0 } else { product } }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{days_from_first, pairs_within, transformed, walked};

    #[test]
    fn walking_the_pairs_and_transforming_the_days_agree() {
        let days: Vec<i32> = (0..200).filter(|day| day % 7 != 3 && day % 11 != 5).collect();
        let days = days_from_first(&days);
        let deviations: Vec<f64> = days.iter().map(|&day| ((day * day) % 17) as f64 - 8.0).collect();
        let span = days.last().unwrap() + 1;
        let (one, other) =
            (walked(&days, &deviations, span - 1), transformed(&days, &deviations, span, span - 1));
        assert_eq!(one.len(), other.len());
        for (one, other) in one.iter().zip(&other) {
            assert_eq!(one.pairs, other.pairs);
            assert!((one.product - other.product).abs() < 1e-10, "{} {}", one.product, other.product);
        }
    }

    /// Days 0, 1, 4, 6: at most two days apart are 0–1 and 4–6; at most five all but 0–6.
    #[test]
    fn pairs_are_counted_within_a_distance() {
        assert_eq!(pairs_within(&[0, 1, 4, 6], 2), 2);
        assert_eq!(pairs_within(&[0, 1, 4, 6], 5), 5);
        assert_eq!(pairs_within(&[0, 1, 4, 6], 9), 6);
    }
}
