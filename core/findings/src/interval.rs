//! An interval and the method behind it, as a finding carries them.

use serde::Serialize;

/// A confidence interval in the unit of its estimate; low ≤ high.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Interval {
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// Confidence level, 0 to 1.
    pub level: f64,
}

impl Interval {
    /// Upper end minus lower end.
    #[must_use]
    pub fn width(self) -> f64 {
        self.high - self.low
    }

    /// The interval of the same figure counted the other way.
    pub(crate) const fn turned(self) -> Self {
        Self { low: -self.high, high: -self.low, level: self.level }
    }

    /// Whether 0 lies inside or on an end.
    #[must_use]
    pub fn covers_zero(self) -> bool {
        self.low <= 0.0 && 0.0 <= self.high
    }
}

impl From<tidemark_stats::Interval> for Interval {
    fn from(from: tidemark_stats::Interval) -> Self {
        Self { low: from.low(), high: from.high(), level: from.level().share() }
    }
}

/// The statistical method and its variant, as `tidemark stats` names them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Method {
    /// The method, such as `gls-trend`.
    pub name: &'static str,
    /// The variant that ran, in one line.
    pub variant: &'static str,
}

impl From<tidemark_stats::Method> for Method {
    fn from(from: tidemark_stats::Method) -> Self {
        Self { name: from.name, variant: from.variant }
    }
}
