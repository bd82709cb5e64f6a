//! Ratings of two phases, A before something began and B after, in the order of time, checked once.
//!
//! Refuses NaN, infinities and values beyond 1e±100, by position. A row without a value keeps its place in time.

use crate::series::check;
use crate::{DataError, Series};

/// One of the two phases of a comparison within one person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// The phase compared with: baseline.
    A,
    /// The other phase.
    B,
}

/// Values of phase A and of phase B, each with its place in time, the number of its row from 0.
#[derive(Clone, Debug, PartialEq)]
pub struct Phases {
    a: Series,
    b: Series,
}

impl Phases {
    /// Makes phases from rows of (phase, value) in the order of time; the phases may alternate.
    ///
    /// # Errors
    /// [`DataError::NotFinite`], [`DataError::TooLarge`] or [`DataError::TooSmall`] with the position of the row.
    /// # Example
    /// ```
    /// use tidemark_stats::{DataError, Phase, Phases};
    /// let rows = [(Phase::A, Some(5.0)), (Phase::A, None), (Phase::B, Some(7.0))];
    /// assert_eq!(Phases::new(rows).map(|phases| (phases.n(), phases.n_missing())), Ok((2, 1)));
    /// assert_eq!(Phases::new([(Phase::B, Some(f64::NAN))]), Err(DataError::NotFinite { index: 0 }));
    /// ```
    pub fn new(rows: impl IntoIterator<Item = (Phase, Option<f64>)>) -> Result<Self, DataError> {
        let (mut a, mut b) = (Vec::new(), Vec::new());
        let mut missing = [0, 0];
        for (place, (index, (phase, value))) in (0_i32..).zip(rows.into_iter().enumerate()) {
            let ([missing_a, missing_b], points) =
                (&mut missing, if phase == Phase::A { &mut a } else { &mut b });
            match value {
                Some(value) => {
                    check(value, index)?;
                    points.push((place, value));
                }
                None if phase == Phase::A => *missing_a += 1,
                None => *missing_b += 1,
            }
        }
        let [missing_a, missing_b] = missing;
        Ok(Self { a: Series::new(a)?.with_missing(missing_a), b: Series::new(b)?.with_missing(missing_b) })
    }

    /// Number of values in both phases.
    #[must_use]
    pub const fn n(&self) -> usize {
        self.a.n() + self.b.n()
    }

    /// Number of rows without a value.
    #[must_use]
    pub const fn n_missing(&self) -> usize {
        self.a.n_missing() + self.b.n_missing()
    }

    /// The values of phase A on the numbers of their rows.
    #[must_use]
    pub const fn a(&self) -> &Series {
        &self.a
    }

    /// The values of phase B on the numbers of their rows.
    #[must_use]
    pub const fn b(&self) -> &Series {
        &self.b
    }
}
