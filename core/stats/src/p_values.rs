//! P-values as they come in, checked once, missing ones kept in their place.
//!
//! Refuses NaN and numbers outside 0 to 1, by position.

use crate::DataError;

/// P-values in the order they were given, each from 0 to 1 or missing.
#[derive(Clone, Debug, PartialEq)]
pub struct PValues(Vec<Option<f64>>);

impl PValues {
    /// Makes a family of p-values; `None` is a test that gave none.
    ///
    /// # Errors
    /// [`DataError::NotAProbability`] with the position.
    /// # Example
    /// ```
    /// use tidemark_stats::{DataError, PValues};
    /// assert_eq!(PValues::new([Some(0.02), None, Some(0.4)]).map(|family| family.n()), Ok(2));
    /// assert_eq!(PValues::new([Some(0.02), Some(1.5)]), Err(DataError::NotAProbability { index: 1 }));
    /// ```
    pub fn new(values: impl IntoIterator<Item = Option<f64>>) -> Result<Self, DataError> {
        let checked = values.into_iter().enumerate().map(|(index, value)| match value {
            Some(value) if !(0.0..=1.0).contains(&value) => Err(DataError::NotAProbability { index }),
            _ => Ok(value),
        });
        Ok(Self(checked.collect::<Result<_, _>>()?))
    }

    /// Number of p-values there are.
    #[must_use]
    pub fn n(&self) -> usize {
        self.0.iter().flatten().count()
    }

    /// Number of missing ones.
    #[must_use]
    pub fn n_missing(&self) -> usize {
        self.0.len() - self.n()
    }

    /// All places in order, missing ones as `None`.
    #[must_use]
    pub fn values(&self) -> &[Option<f64>] {
        &self.0
    }
}
