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
/// rₖ = Σ(x − m)(x′ − m) / Σ(x − m)², the upper sum over the pairs exactly k days apart, the lower one over all values;
/// Q = n(n + 2) Σ rₖ²/(n − k) over k = 1 to L against χ² with L degrees of freedom, n the values there are.
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
    let most = lags.0.min(days.last().copied().unwrap_or_default());
    let sums = lag_sums(&days, &deviations, most);
    let empty = sums.iter().filter(|sum| sum.is_none()).count();
    if empty > 0 {
        cautions.push(Caution::LagsWithoutPairs { count: empty });
    }
    let acf = sums.into_iter().map(|sum| sum.map_or(0.0, |product| product / square)).zip(0..);
    Ok(acf.map(|(r, lag)| if lag == 0 { 1.0 } else { r }).collect())
}

fn ljung_box(acf: &[f64], n: usize, lags: Lags) -> Result<LjungBox, Refused> {
    if n <= lags.0 {
        return Err(Refused::TooFew { have: n, need: lags.0 + 1 });
    }
    let count = float(n);
    let sum: f64 = acf.iter().enumerate().skip(1).map(|(lag, r)| r * r / (count - float(lag))).sum();
    let statistic = count * (count + 2.0) * sum;
    let chi_square = ChiSquare::new(float(lags.0)).ok_or(Refused::NotIdentifiable)?;
    let p_value = chi_square.outside(statistic).max(f64::MIN_POSITIVE);
    Ok(LjungBox { lag: lags.0, statistic, p_value })
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

/// Products of deviations summed over all pairs at each lag from 0 to `most`; `None` where there is no pair.
fn lag_sums(days: &[usize], deviations: &[f64], most: usize) -> Vec<Option<f64>> {
    let span = days.last().copied().unwrap_or_default() + 1;
    // Measured: a pair walked to takes as long as four places of a grid, a transform's step as two pairs.
    let walk = pairs_within(days, most).saturating_mul(4);
    let grid = span.saturating_mul(most);
    let transform = transform_steps(span + most).saturating_mul(8);
    if walk <= grid.min(transform) {
        walked(days, deviations, most)
    } else {
        let grid_of_days = Grid::of(days, deviations, span);
        if grid <= transform { grid_of_days.stepped(most) } else { grid_of_days.transformed(most) }
    }
}

/// Pair by pair: for entries so rare that a grid of days would be mostly empty.
fn walked(days: &[usize], deviations: &[f64], most: usize) -> Vec<Option<f64>> {
    let mut sums = vec![None; most + 1];
    for (place, (day, deviation)) in days.iter().zip(deviations).enumerate() {
        let later = days.iter().zip(deviations).skip(place);
        for (other, product) in later.map(|(other, value)| (other - day, deviation * value)) {
            let Some(sum) = sums.get_mut(other) else { break };
            *sum = Some(sum.unwrap_or(0.0) + product);
        }
    }
    sums
}

/// Every calendar day from the first to the last; a day without entry deviates by 0.
struct Grid {
    deviations: Vec<f64>,
    there: Vec<bool>,
    is_full: bool,
}

impl Grid {
    fn of(days: &[usize], deviations: &[f64], span: usize) -> Self {
        let mut grid =
            Self { deviations: vec![0.0; span], there: vec![false; span], is_full: span == days.len() };
        for (&day, &deviation) in days.iter().zip(deviations) {
            if let (Some(slot), Some(mark)) = (grid.deviations.get_mut(day), grid.there.get_mut(day)) {
                *slot = deviation;
                *mark = true;
            }
        }
        grid
    }

    /// Lag by lag: for few lags.
    fn stepped(&self, most: usize) -> Vec<Option<f64>> {
        let sum =
            |lag: usize| self.deviations.get(lag..).map_or(0.0, |later| product(later, &self.deviations));
        self.where_paired((0..=most).map(sum).collect())
    }

    /// All lags at once.
    fn transformed(&self, most: usize) -> Vec<Option<f64>> {
        let largest = self.deviations.iter().fold(0.0_f64, |most, value| most.max(value.abs()));
        self.where_paired(autocovariances(&self.deviations, largest, most))
    }

    /// The sums at lags with a pair. A diary has one within the first days looked at; only where looking takes longer
    /// than a transform are the pairs counted by one.
    fn where_paired(&self, sums: Vec<f64>) -> Vec<Option<f64>> {
        if self.is_full {
            return sums.into_iter().map(Some).collect();
        }
        let most = sums.len() - 1;
        let mut steps_left = 8 * transform_steps(self.there.len() + most);
        let mut paired = Vec::with_capacity(sums.len());
        for lag in 0..=most {
            let mut pairs = self.there.get(lag..).unwrap_or_default().iter().zip(&self.there);
            let found = pairs.by_ref().position(|(later, earlier)| *later && *earlier);
            paired.push(found.is_some());
            steps_left = steps_left.saturating_sub(found.unwrap_or(self.there.len() - lag));
            if steps_left == 0 {
                let marks: Vec<f64> = self.there.iter().map(|&there| if there { 1.0 } else { 0.0 }).collect();
                // Counts come back as whole numbers give or take 1e-9.
                paired = autocovariances(&marks, 1.0, most).into_iter().map(|count| count > 0.5).collect();
                break;
            }
        }
        sums.into_iter().zip(paired).map(|(sum, paired)| paired.then_some(sum)).collect()
    }
}

/// Σ of products place by place, in lanes so that it runs as fast as the processor multiplies.
fn product(one: &[f64], other: &[f64]) -> f64 {
    let shorter = one.len().min(other.len());
    let (one, other) = (one.get(..shorter).unwrap_or_default(), other.get(..shorter).unwrap_or_default());
    let ((one, one_rest), (other, other_rest)) = (one.as_chunks::<8>(), other.as_chunks::<8>());
    let mut lanes = [0.0; 8];
    for (one, other) in one.iter().zip(other) {
        for ((sum, one), other) in lanes.iter_mut().zip(one).zip(other) {
            *sum += one * other;
        }
    }
    let rest: f64 = one_rest.iter().zip(other_rest).map(|(one, other)| one * other).sum();
    lanes.iter().sum::<f64>() + rest
}

#[cfg(test)]
mod tests {
    use crate::count::float;

    use super::{Grid, days_from_first, pairs_within, walked};

    #[test]
    fn walking_the_pairs_stepping_the_lags_and_transforming_the_days_agree() {
        // With gaps; without; and weekly, where most lags have no pair.
        for keep in [|day: i32| day % 7 != 3 && day % 11 != 5, |_| true, |day| day % 7 == 0] {
            let days = days_from_first(&(0..200).filter(|day| keep(*day)).collect::<Vec<_>>());
            let deviations: Vec<f64> = days.iter().map(|&day| float(day * day % 17) - 8.0).collect();
            let span = days.last().unwrap() + 1;
            let grid = Grid::of(&days, &deviations, span);
            let expected = walked(&days, &deviations, span - 1);
            for given in [grid.stepped(span - 1), grid.transformed(span - 1)] {
                assert_eq!(expected.len(), given.len());
                for (one, other) in expected.iter().zip(&given) {
                    assert_eq!(one.is_some(), other.is_some());
                    assert!((one.unwrap_or(0.0) - other.unwrap_or(0.0)).abs() < 1e-10, "{one:?} {other:?}");
                }
            }
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
