//! The grid a rating lives on.

use crate::{Invalid, Milli};

/// Lowest and highest value and the step between neighbours, all in the measure's unit; 1 to 10,000 steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Scale {
    min: Milli,
    max: Milli,
    step: Milli,
}

impl Scale {
    /// Makes a scale.
    ///
    /// # Errors
    /// [`Invalid::Scale`] unless `max` > `min`, `step` > 0 and a whole number of 1 to 10,000 steps lies between.
    pub fn new(min: Milli, max: Milli, step: Milli) -> Result<Self, Invalid> {
        let range = max.thousandths() - min.thousandths();
        let step_size = step.thousandths();
        if range <= 0 || step_size <= 0 || range % step_size != 0 || range / step_size > 10_000 {
            return Err(Invalid::Scale);
        }
        Ok(Self { min, max, step })
    }

    /// Lowest value.
    #[must_use]
    pub const fn min(self) -> Milli {
        self.min
    }

    /// Highest value.
    #[must_use]
    pub const fn max(self) -> Milli {
        self.max
    }

    /// Distance between neighbouring values.
    #[must_use]
    pub const fn step(self) -> Milli {
        self.step
    }

    /// Number of steps from lowest to highest, 1 to 10,000.
    #[must_use]
    pub const fn steps(self) -> i64 {
        (self.max.thousandths() - self.min.thousandths()) / self.step.thousandths()
    }

    /// Whether `value` lies between lowest and highest, both included.
    #[must_use]
    pub fn spans(self, value: Milli) -> bool {
        self.min <= value && value <= self.max
    }

    /// Whether `value` is one of the values of the grid.
    #[must_use]
    pub fn contains(self, value: Milli) -> bool {
        self.spans(value) && (value.thousandths() - self.min.thousandths()) % self.step.thousandths() == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scale(min: i64, max: i64, step: i64) -> Result<Scale, Invalid> {
        Scale::new(Milli::new(min)?, Milli::new(max)?, Milli::new(step)?)
    }

    #[test]
    fn a_scale_has_a_whole_number_of_steps() {
        assert_eq!(scale(-3000, 3000, 1000).unwrap().steps(), 6);
        assert_eq!(scale(0, 10_000, 500).unwrap().steps(), 20);
        assert!(scale(0, 10_000, 3000).is_err());
        assert!(scale(5000, 5000, 1000).is_err());
        assert!(scale(0, 10_000, 0).is_err());
        assert!(scale(0, 11_000, 1).is_err());
    }

    #[test]
    fn the_grid_starts_at_the_lowest_value() {
        let odd = scale(1000, 7000, 2000).unwrap();
        assert!(odd.contains(Milli::whole(3)));
        assert!(!odd.contains(Milli::whole(2)));
        assert!(!odd.contains(Milli::whole(9)));
    }
}
