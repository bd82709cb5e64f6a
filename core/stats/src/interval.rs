//! A confidence interval: where the estimate's uncertainty reaches, never more.

use crate::Level;

/// A two-sided confidence interval in the unit of its estimate; low ≤ high, both finite.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    low: f64,
    high: f64,
    level: Level,
}

impl Interval {
    /// An interval from its two ends, in either order.
    pub(crate) const fn new(one: f64, other: f64, level: Level) -> Self {
        Self { low: one.min(other), high: one.max(other), level }
    }

    /// The lower end.
    #[must_use]
    pub const fn low(self) -> f64 {
        self.low
    }

    /// The upper end.
    #[must_use]
    pub const fn high(self) -> f64 {
        self.high
    }

    /// The confidence level that was asked for.
    #[must_use]
    pub const fn level(self) -> Level {
        self.level
    }

    /// The same interval in another unit.
    #[must_use]
    pub(crate) const fn scaled(self, factor: f64) -> Self {
        Self::new(self.low * factor, self.high * factor, self.level)
    }
}
