//! The days of a measure with their sessions, as the statistics on days around sessions take them.
//!
//! Every calendar day from the first to the last of the person's own values is there, rated or not, so that a session on an
//! unrated day is known. Refuses a measure whose scale was changed, or most of whose values are backfilled or not the
//! person's own: nothing about days around sessions is said from these.

use std::collections::BTreeSet;

use tidemark_model::{LogicalDate, Measure, Period, Records};
use tidemark_stats::{SessionDay, SessionDays};

use crate::Silence;
use crate::held::held;
use crate::trend::series::Series;

/// Days of one measure with sessions.
pub(crate) struct RatedDays {
    /// What the statistics take.
    pub(crate) days: SessionDays,
    /// First and last day with a value.
    pub(crate) span: Period,
}

impl RatedDays {
    /// The days of `measure` in `period`; a rating is moved to the day `earlier` days before its own.
    pub(crate) fn of(
        records: &Records,
        measure: &Measure,
        period: Period,
        earlier: i32,
    ) -> Result<Self, Silence> {
        let series = Series::of(records, measure, period);
        if !series.breaks.is_empty() {
            return Err(Silence::ScaleChanged);
        }
        if let Some(silence) = series.mostly_backfilled() {
            return Err(silence);
        }
        let mut own = series.own().map(|point| (point.day, point.value)).peekable();
        let ends = own.peek().map(|(day, _)| *day).zip(series.own().next_back().map(|point| point.day));
        let Some((first, last)) = ends else {
            return Err(Silence::TooFew { have: 0, need: 1 });
        };
        let sessions: BTreeSet<LogicalDate> =
            held(records, period).map(tidemark_model::Session::logical_date).collect();
        let sessions: BTreeSet<i32> = sessions.into_iter().map(LogicalDate::day_number).collect();
        let from = first.day_number().saturating_sub(earlier);
        let days = (from..=last.day_number()).map(|day| {
            let value = own.next_if(|(rated, _)| rated.day_number() - earlier == day).map(|(_, value)| value);
            SessionDay { day, value, session: sessions.contains(&day) }
        });
        // Values of the model are finite and days are in order, so this is never refused.
        let days = SessionDays::new(days).map_err(|_| Silence::NotIdentifiable)?;
        let span = Period::new(first, last).map_err(|_| Silence::NotIdentifiable)?;
        Ok(Self { days, span })
    }

    /// Refuses a span shorter than `need` days.
    pub(crate) fn spanning(self, need: u32) -> Result<Self, Silence> {
        let have = self.span.days();
        let count = |days: u32| usize::try_from(days).unwrap_or(usize::MAX);
        if have < need { Err(Silence::TooFew { have: count(have), need: count(need) }) } else { Ok(self) }
    }
}
