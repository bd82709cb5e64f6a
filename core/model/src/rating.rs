//! An answer to one measure: a number on its grid, or a skip. Nothing answered is no value at all, never a zero.

use crate::{Frame, Invalid, Measure, MeasureRef, Milli};

/// A number on the grid of the measure it was made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rating(Milli);

impl Rating {
    /// Makes a rating of `measure`.
    ///
    /// # Errors
    /// [`Invalid::OutOfRange`] or [`Invalid::OffGrid`].
    pub fn new(measure: &Measure, value: Milli) -> Result<Self, Invalid> {
        let scale = measure.scale();
        let (min, max, step) = (scale.min(), scale.max(), scale.step());
        if !scale.spans(value) {
            Err(Invalid::OutOfRange { measure: measure.id().clone(), min, max })
        } else if !scale.contains(value) {
            Err(Invalid::OffGrid { measure: measure.id().clone(), min, max, step })
        } else {
            Ok(Self(value))
        }
    }

    /// The number, in the measure's unit.
    #[must_use]
    pub const fn value(self) -> Milli {
        self.0
    }
}

/// What the person did with one question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Answer {
    /// Gave a number.
    Recorded(Rating),
    /// Chose not to.
    Skipped,
}

impl Answer {
    /// The number, when one was given.
    #[must_use]
    pub const fn rating(self) -> Option<Rating> {
        match self {
            Self::Recorded(rating) => Some(rating),
            Self::Skipped => None,
        }
    }

    /// `recorded` or `skipped`, as stored.
    #[must_use]
    pub const fn status(self) -> &'static str {
        match self {
            Self::Recorded(_) => "recorded",
            Self::Skipped => "skipped",
        }
    }
}

/// One answer within an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value {
    measure: MeasureRef,
    frame: Frame,
    answer: Answer,
}

impl Value {
    /// A number given to `measure`, about `frame`.
    ///
    /// # Errors
    /// [`Invalid::OutOfRange`] or [`Invalid::OffGrid`].
    pub fn recorded(measure: &Measure, frame: Frame, value: Milli) -> Result<Self, Invalid> {
        let answer = Answer::Recorded(Rating::new(measure, value)?);
        Ok(Self { measure: measure.reference(), frame, answer })
    }

    /// A question the person chose not to answer.
    #[must_use]
    pub fn skipped(measure: &Measure, frame: Frame) -> Self {
        Self { measure: measure.reference(), frame, answer: Answer::Skipped }
    }

    /// The measure and its version.
    #[must_use]
    pub const fn measure(&self) -> &MeasureRef {
        &self.measure
    }

    /// What stretch of time it is about.
    #[must_use]
    pub const fn frame(&self) -> Frame {
        self.frame
    }

    /// What the person did with the question.
    #[must_use]
    pub const fn answer(&self) -> Answer {
        self.answer
    }
}

/// Refuses two answers to one measure.
pub(crate) fn each_measure_once(values: &[Value]) -> Result<(), Invalid> {
    // An entry has a dozen values at most in earnest; a set of them would cost more than looking back.
    let mut before = values.iter().enumerate();
    let twice = before.find(|(at, value)| values.iter().take(*at).any(|v| v.measure.id == value.measure.id));
    match twice.map(|(_, value)| value) {
        Some(twice) => Err(Invalid::RatedTwice { measure: twice.measure.id.clone() }),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::built_in;

    #[test]
    fn eleven_is_no_rating_and_neither_is_a_half_on_a_whole_grid() {
        let stress = built_in::measures().into_iter().find(|m| m.id().as_str() == "stress").unwrap();
        assert!(matches!(Rating::new(&stress, Milli::whole(11)), Err(Invalid::OutOfRange { .. })));
        assert!(matches!(Rating::new(&stress, Milli::new(4500).unwrap()), Err(Invalid::OffGrid { .. })));
        assert_eq!(Rating::new(&stress, Milli::whole(11)).unwrap_err().to_string(), "stress takes 0 to 10");
    }

    #[test]
    fn one_measure_has_one_answer_in_an_entry() {
        let stress = built_in::measures().into_iter().find(|m| m.id().as_str() == "stress").unwrap();
        let values = [
            Value::skipped(&stress, Frame::DayOverall),
            Value::recorded(&stress, Frame::RightNow, Milli::whole(3)).unwrap(),
        ];
        assert!(matches!(each_measure_once(&values), Err(Invalid::RatedTwice { .. })));
    }
}
