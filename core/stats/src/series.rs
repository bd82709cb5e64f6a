//! Values as they come in: a dated series and before/after pairs, checked once, gaps kept as gaps.
//!
//! Refuses NaN, infinities, values beyond 1e±100 and days out of order, by position.

use crate::DataError;

/// Largest size of a value: squares of it can be summed without overflow.
const LARGEST: f64 = 1e100;
/// Smallest size of a value that is not 0: squares of it do not vanish.
const SMALLEST: f64 = 1e-100;

/// Values on days, days strictly increasing, values finite; days without a value are simply absent.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    days: Vec<i32>,
    values: Vec<f64>,
    missing: usize,
}

impl Series {
    /// Makes a series from (day number, value); the day number counts calendar days from any fixed day.
    ///
    /// # Errors
    /// [`DataError::NotFinite`], [`DataError::TooLarge`], [`DataError::TooSmall`] or [`DataError::DayNotLater`] with the
    /// position.
    /// # Example
    /// ```
    /// use tidemark_stats::{DataError, Series};
    /// assert_eq!(Series::new([(3, 5.0), (4, 6.0), (9, 5.0)]).map(|series| series.n()), Ok(3));
    /// assert_eq!(Series::new([(3, 5.0), (3, 6.0)]), Err(DataError::DayNotLater { index: 1 }));
    /// assert_eq!(Series::new([(3, f64::NAN)]), Err(DataError::NotFinite { index: 0 }));
    /// ```
    pub fn new(points: impl IntoIterator<Item = (i32, f64)>) -> Result<Self, DataError> {
        let mut series = Self { days: Vec::new(), values: Vec::new(), missing: 0 };
        for (index, (day, value)) in points.into_iter().enumerate() {
            check(value, index)?;
            if series.days.last().is_some_and(|&last| day <= last) {
                return Err(DataError::DayNotLater { index });
            }
            series.days.push(day);
            series.values.push(value);
        }
        Ok(series)
    }

    /// The same series, with the number of days that were expected and have no value.
    #[must_use]
    pub const fn with_missing(mut self, missing: usize) -> Self {
        self.missing = missing;
        self
    }

    /// Number of values.
    #[must_use]
    pub const fn n(&self) -> usize {
        self.values.len()
    }

    /// Number of entries known to be missing.
    #[must_use]
    pub const fn n_missing(&self) -> usize {
        self.missing
    }

    /// Day numbers, strictly increasing, one per value.
    #[must_use]
    pub fn days(&self) -> &[i32] {
        &self.days
    }

    /// Values, one per day.
    #[must_use]
    pub fn values(&self) -> &[f64] {
        &self.values
    }

    /// Days since the first value, one per value.
    pub(crate) fn days_from_first(&self) -> Vec<f64> {
        let first = self.days.first().map_or(0.0, |&day| f64::from(day));
        self.days.iter().map(|&day| f64::from(day) - first).collect()
    }

    /// Size below which what is left after a line is rounding.
    pub(crate) fn rounding(&self) -> f64 {
        64.0 * f64::EPSILON * self.values.iter().fold(0.0_f64, |most, value| most.max(value.abs()))
    }

    /// Whether the values are all the same.
    pub(crate) fn is_constant(&self) -> bool {
        self.values
            .windows(2)
            .all(|pair| matches!(pair, [a, b] if a.total_cmp(b).is_eq() || (a - b).abs() <= 0.0))
    }
}

/// Ratings before and after, in the order they were given, all finite.
#[derive(Clone, Debug, PartialEq)]
pub struct Pairs {
    before: Vec<f64>,
    after: Vec<f64>,
    missing: usize,
}

impl Pairs {
    /// Makes pairs from (before, after).
    ///
    /// # Errors
    /// [`DataError::NotFinite`], [`DataError::TooLarge`] or [`DataError::TooSmall`] with the position of the pair.
    /// # Example
    /// ```
    /// use tidemark_stats::{DataError, Pairs};
    /// assert_eq!(Pairs::new([(7.0, 4.0)]).map(|pairs| pairs.differences()), Ok(vec![-3.0]));
    /// assert_eq!(Pairs::new([(7.0, 4.0), (f64::INFINITY, 1.0)]), Err(DataError::NotFinite { index: 1 }));
    /// ```
    pub fn new(pairs: impl IntoIterator<Item = (f64, f64)>) -> Result<Self, DataError> {
        let mut made = Self { before: Vec::new(), after: Vec::new(), missing: 0 };
        for (index, (before, after)) in pairs.into_iter().enumerate() {
            check(before, index)?;
            check(after, index)?;
            made.before.push(before);
            made.after.push(after);
        }
        Ok(made)
    }

    /// The same pairs, with the number of pairs that lack one or both ratings.
    #[must_use]
    pub const fn with_missing(mut self, missing: usize) -> Self {
        self.missing = missing;
        self
    }

    /// Number of pairs.
    #[must_use]
    pub const fn n(&self) -> usize {
        self.before.len()
    }

    /// Number of pairs known to be incomplete.
    #[must_use]
    pub const fn n_missing(&self) -> usize {
        self.missing
    }

    /// Ratings before, in order.
    #[must_use]
    pub fn before(&self) -> &[f64] {
        &self.before
    }

    /// Ratings after, in order.
    #[must_use]
    pub fn after(&self) -> &[f64] {
        &self.after
    }

    /// After − before, in order.
    #[must_use]
    pub fn differences(&self) -> Vec<f64> {
        self.before.iter().zip(&self.after).map(|(before, after)| after - before).collect()
    }

    /// Size below which a difference of differences is rounding: a few units in the last place of the largest
    /// rating (8.1 − 7.1 and 2.1 − 1.1 differ by 9e-16).
    pub(crate) fn rounding(&self) -> f64 {
        8.0 * f64::EPSILON
            * self.before.iter().chain(&self.after).fold(0.0_f64, |most, value| most.max(value.abs()))
    }
}

/// Checks one value: finite, and of a size whose square can be summed.
pub(crate) fn check(value: f64, index: usize) -> Result<(), DataError> {
    if !value.is_finite() {
        Err(DataError::NotFinite { index })
    } else if value.abs() > LARGEST {
        Err(DataError::TooLarge { index })
    } else if value.abs() < SMALLEST && value.abs() > 0.0 {
        Err(DataError::TooSmall { index })
    } else {
        Ok(())
    }
}
