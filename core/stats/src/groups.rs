//! Values in labelled groups, checked once; groups stand in the order of their labels, whatever the order of rows.
//!
//! Refuses NaN, infinities, values beyond 1e±100 and empty labels, by position.

use std::collections::BTreeMap;

use crate::DataError;
use crate::series::check;

/// Values of each group, at least one a group, in the order they were given.
#[derive(Clone, Debug, PartialEq)]
pub struct Groups {
    values: BTreeMap<String, Vec<f64>>,
    missing: usize,
}

impl Groups {
    /// Makes groups from (label, value); `None` is a missing value, and a label with missing values only is no group.
    ///
    /// # Errors
    /// [`DataError::NoLabel`], [`DataError::NotFinite`], [`DataError::TooLarge`] or [`DataError::TooSmall`] with the
    /// position of the row.
    /// # Example
    /// ```
    /// use tidemark_stats::{DataError, Groups};
    /// let groups = Groups::new([("light", Some(3.0)), ("deep", Some(5.0)), ("light", None)])?;
    /// assert_eq!((groups.n(), groups.n_missing()), (2, 1));
    /// assert_eq!(Groups::new([("", Some(3.0))]), Err(DataError::NoLabel { index: 0 }));
    /// # Ok::<(), DataError>(())
    /// ```
    pub fn new<L: Into<String>>(rows: impl IntoIterator<Item = (L, Option<f64>)>) -> Result<Self, DataError> {
        let mut made = Self { values: BTreeMap::new(), missing: 0 };
        for (index, (label, value)) in rows.into_iter().enumerate() {
            let label = label.into();
            if label.is_empty() {
                return Err(DataError::NoLabel { index });
            }
            match value {
                Some(value) => {
                    check(value, index)?;
                    made.values.entry(label).or_default().push(value);
                }
                None => made.missing += 1,
            }
        }
        Ok(made)
    }

    /// Number of values in all groups.
    #[must_use]
    pub fn n(&self) -> usize {
        self.values.values().map(Vec::len).sum()
    }

    /// Number of rows without a value.
    #[must_use]
    pub const fn n_missing(&self) -> usize {
        self.missing
    }

    /// Labels with their values, in the order of the labels' bytes.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[f64])> {
        self.values.iter().map(|(label, values)| (label.as_str(), values.as_slice()))
    }

    /// Size below which a deviation from a mean is rounding: a few units in the last place of the largest value.
    pub(crate) fn rounding(&self) -> f64 {
        8.0 * f64::EPSILON * self.values.values().flatten().fold(0.0_f64, |most, value| most.max(value.abs()))
    }
}
