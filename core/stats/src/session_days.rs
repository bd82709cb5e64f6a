//! Days with a rating, where there is one, and whether a session took place.
//!
//! A day without a rating is still a day; a day that is not in the list has neither rating nor session. Refuses what a
//! [`Series`](crate::Series) refuses, by position.

use crate::DataError;
use crate::series::check;

/// One day of a diary with sessions.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SessionDay {
    /// Calendar days from any fixed day.
    pub day: i32,
    /// The day's rating; `None` where it was not rated, never 0.
    pub value: Option<f64>,
    /// Whether there was a session on this day.
    pub session: bool,
}

/// Days of a diary with sessions, strictly increasing, values finite.
#[derive(Clone, Debug, PartialEq)]
pub struct SessionDays {
    days: Vec<SessionDay>,
}

impl SessionDays {
    /// Makes days with sessions.
    ///
    /// # Errors
    /// [`DataError::NotFinite`], [`DataError::TooLarge`], [`DataError::TooSmall`] or [`DataError::DayNotLater`] with the
    /// position of the day.
    /// # Example
    /// ```
    /// use tidemark_stats::{DataError, SessionDay, SessionDays};
    /// let unrated = SessionDay { day: 3, value: None, session: true };
    /// let days = SessionDays::new([unrated, SessionDay { day: 4, value: Some(6.0), session: false }]);
    /// assert_eq!(days.map(|days| (days.n(), days.n_missing())), Ok((1, 1)));
    /// assert_eq!(SessionDays::new([unrated, unrated]), Err(DataError::DayNotLater { index: 1 }));
    /// ```
    pub fn new(days: impl IntoIterator<Item = SessionDay>) -> Result<Self, DataError> {
        let mut made: Vec<SessionDay> = Vec::new();
        for (index, day) in days.into_iter().enumerate() {
            if let Some(value) = day.value {
                check(value, index)?;
            }
            if made.last().is_some_and(|last| day.day <= last.day) {
                return Err(DataError::DayNotLater { index });
            }
            made.push(day);
        }
        Ok(Self { days: made })
    }

    /// Number of rated days.
    #[must_use]
    pub fn n(&self) -> usize {
        self.days.iter().filter(|day| day.value.is_some()).count()
    }

    /// Number of days without a rating.
    #[must_use]
    pub fn n_missing(&self) -> usize {
        self.days.len() - self.n()
    }

    /// The days, strictly increasing.
    #[must_use]
    pub fn days(&self) -> &[SessionDay] {
        &self.days
    }

    /// For each day, in order, the day `offset` days later if it is in the list: O(n) over all.
    pub(crate) fn with_other(
        &self,
        offset: i32,
    ) -> impl Iterator<Item = (&SessionDay, Option<&SessionDay>)> + '_ {
        let mut others = self.days.iter().peekable();
        self.days.iter().map(move |day| {
            // Wider than a day number, so that the first and last of them have neighbours too.
            let wanted = i64::from(day.day) + i64::from(offset);
            while others.next_if(|other| i64::from(other.day) < wanted).is_some() {}
            (day, others.peek().copied().filter(|other| i64::from(other.day) == wanted))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{SessionDay, SessionDays};

    #[test]
    fn the_day_after_is_found_at_the_ends_of_the_calendar() {
        let day = |day| SessionDay { day, value: Some(1.0), session: false };
        let days = SessionDays::new([day(i32::MIN), day(0), day(1), day(i32::MAX)]).unwrap();
        let next: Vec<bool> = days.with_other(1).map(|(_, other)| other.is_some()).collect();
        assert_eq!(next, [false, true, false, false]);
        let last: Vec<bool> = days.with_other(-1).map(|(_, other)| other.is_some()).collect();
        assert_eq!(last, [false, false, true, false]);
    }
}
