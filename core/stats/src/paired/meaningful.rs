//! The least change that matters to the person, checked once when it is made.

use crate::DataError;

/// The least change that matters to the person, in rating points; above 0, finite.
///
/// A distance without direction: which way is welcome depends on the measure, and this crate does not know it.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct MeaningfulChange(f64);

impl MeaningfulChange {
    /// Makes a least change from rating points.
    ///
    /// # Errors
    /// [`DataError::ChangeNotPositive`] at or below 0, for NaN and for infinity.
    pub fn new(points: f64) -> Result<Self, DataError> {
        if points > 0.0 && points.is_finite() { Ok(Self(points)) } else { Err(DataError::ChangeNotPositive) }
    }

    /// The change in rating points, above 0.
    #[must_use]
    pub const fn points(self) -> f64 {
        self.0
    }
}
