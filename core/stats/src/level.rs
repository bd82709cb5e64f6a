//! The confidence level of an interval, checked once when it is made.

use crate::DataError;

/// A confidence level, between 0 and 1 with both excluded; 0.95 unless said otherwise.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Level(f64);

impl Level {
    /// The level of every figure that does not say another: 95 %.
    pub const P95: Self = Self(0.95);

    /// Makes a level from a share, for example 0.9 for 90 %.
    ///
    /// # Errors
    /// [`DataError::LevelOutOfRange`] outside 0 to 1 (both excluded), for NaN, and within 1e-12 of either end.
    pub fn new(share: f64) -> Result<Self, DataError> {
        if (1e-12..=1.0 - 1e-12).contains(&share) { Ok(Self(share)) } else { Err(DataError::LevelOutOfRange) }
    }

    /// The level as a share, 0 to 1.
    #[must_use]
    pub const fn share(self) -> f64 {
        self.0
    }

    /// The error rate left over, 1 − level.
    #[must_use]
    pub const fn alpha(self) -> f64 {
        1.0 - self.0
    }
}

impl Default for Level {
    fn default() -> Self {
        Self::P95
    }
}

#[cfg(test)]
mod tests {
    use super::Level;

    #[test]
    fn a_level_outside_zero_to_one_is_refused() {
        for share in [0.0, 1.0, -0.1, 95.0, f64::NAN, f64::INFINITY] {
            assert!(Level::new(share).is_err(), "{share}");
        }
        assert!(Level::new(0.8).is_ok());
    }
}
