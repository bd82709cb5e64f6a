//! A month as a calendar shows it: one mark a day for how its entries were written, and what else there is.

use chrono::NaiveDate;
use tidemark_findings::{DayMark, coverage};
use tidemark_model::{Invalid, LogicalDate, Period, Session, SessionStatus};

use crate::{Diary, DiaryError};

/// A month of a diary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Month {
    /// Its first and last day.
    pub period: Period,
    /// Every day of it, in order, those without an entry among them.
    pub days: Vec<MonthDay>,
}

/// One day of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MonthDay {
    /// The day.
    pub day: LogicalDate,
    /// How its entries were written; the one nearest to the day decides, as in the strip of a report.
    pub mark: DayMark,
    /// Check-ins.
    pub check_ins: u32,
    /// Sessions that took place.
    pub sessions: u32,
    /// Sessions that are planned.
    pub planned: u32,
    /// Visits, practices, questionnaires and distress entries together; which of them is not told here.
    pub others: u32,
}

impl Diary {
    /// A month, 1 to 12, of a year.
    ///
    /// # Errors
    /// [`DiaryError::Invalid`] for a month outside the years 1900–2199, [`DiaryError::StoreDamaged`].
    pub fn month(&self, year: i32, month: u32) -> Result<Month, DiaryError> {
        let period = days_of(year, month)?;
        let records = self.store.entries(Some(period))?;
        let strip = coverage(&records, period).strip;
        let empty =
            |day: LogicalDate, mark| MonthDay { day, mark, check_ins: 0, sessions: 0, planned: 0, others: 0 };
        let mut days: Vec<MonthDay> = strip.into_iter().map(|one| empty(one.day, one.mark)).collect();
        for check_in in &records.check_ins {
            if let Some(day) = of(&mut days, check_in.logical_date()) {
                day.check_ins += 1;
            }
        }
        for session in &records.sessions {
            if let Some(day) = of(&mut days, session.logical_date()) {
                day.sessions += u32::from(took_place(session));
                day.planned += u32::from(session.parts().status == SessionStatus::Planned);
            }
        }
        let others = records.visits.iter().map(|r| r.logical_date);
        let others = others.chain(records.distress_events.iter().map(|r| r.logical_date));
        let others = others.chain(records.practices.iter().map(|r| r.logical_date));
        for at in others.chain(records.instrument_results.iter().map(|r| r.logical_date)) {
            if let Some(day) = of(&mut days, at) {
                day.others += 1;
            }
        }
        Ok(Month { period, days })
    }
}

/// The day of that date, in days without a gap.
fn of(days: &mut [MonthDay], at: LogicalDate) -> Option<&mut MonthDay> {
    let first = days.first()?.day.day_number();
    days.get_mut(usize::try_from(at.day_number() - first).ok()?)
}

fn days_of(year: i32, month: u32) -> Result<Period, Invalid> {
    let allowed = "a month of the years 1900 to 2199";
    let outside = || Invalid::Field { field: "the month", allowed };
    let first = NaiveDate::from_ymd_opt(year, month, 1).ok_or_else(outside)?;
    let last = first.checked_add_months(chrono::Months::new(1)).and_then(|next| next.pred_opt());
    let day = |date: NaiveDate| LogicalDate::new(date).map_err(|_| outside());
    Period::new(day(first)?, day(last.ok_or_else(outside)?)?)
}

const fn took_place(session: &Session) -> bool {
    matches!(session.parts().status, SessionStatus::Held | SessionStatus::StoppedEarly)
}
