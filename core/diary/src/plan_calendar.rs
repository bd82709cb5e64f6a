//! The days of the plan for one diary: what stands on each, and what is nearer to a session than the plan keeps apart.

use tidemark_findings::{MOST_PLAN_DAYS, PlanDay, Sentence, kept_apart, plan_calendar, plan_calendar_reach};
use tidemark_model::{Invalid, LogicalDate, Period, Records, SessionId};

use crate::{Diary, DiaryError};

impl Diary {
    /// `days` days from `from` on, 1 to 62, each with its sessions, talking therapy and doses by the clock.
    ///
    /// # Errors
    /// [`DiaryError::Invalid`] for another number of days, or days after 2199; [`DiaryError::StoreDamaged`].
    pub fn plan_calendar(&self, from: LogicalDate, days: u16) -> Result<Vec<PlanDay>, DiaryError> {
        let refused = Invalid::Field { field: "days of the plan", allowed: "1 to 62" };
        if !(1..=MOST_PLAN_DAYS).contains(&days) {
            return Err(refused.into());
        }
        let to = from.plus_days(i32::from(days) - 1).ok_or(refused)?;
        let period = Period::new(from, to)?;
        Ok(plan_calendar(&self.around(period)?, period))
    }

    /// What is nearer to a session than the plan of its day keeps apart, a sentence each.
    ///
    /// # Errors
    /// [`DiaryError::UnknownRecord`], [`DiaryError::StoreDamaged`].
    pub fn kept_apart(&self, session: SessionId) -> Result<Vec<Sentence>, DiaryError> {
        let day = self.store.session(session)?.logical_date();
        Ok(kept_apart(&self.around(Period::new(day, day)?)?, session))
    }

    fn around(&self, period: Period) -> Result<Records, DiaryError> {
        Ok(self.store.entries(Some(plan_calendar_reach(period)))?)
    }
}
