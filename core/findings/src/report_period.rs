//! Which days does a report cover? From the day after the previous visit to the day before this one, or to today.

use tidemark_model::{LogicalDate, Period, Records};

/// Days of a first report, when no visit came before.
const FIRST_REPORT_DAYS: i32 = 90;

/// The period of a report made on `today`.
///
/// It ends today, or yesterday when a visit is today; it starts the day after the last visit before that, or covers
/// 90 days when there was none.
#[must_use]
pub fn report_period(records: &Records, today: LogicalDate) -> Period {
    let visit_today = visits(records).any(|day| day == today);
    let to = if visit_today { today.plus_days(-1).unwrap_or(today) } else { today };
    let start = match visits(records).filter(|day| *day < to).max() {
        Some(visit) => visit.plus_days(1),
        None => to.plus_days(1 - FIRST_REPORT_DAYS),
    };
    ending(to, start.unwrap_or(to))
}

/// The visit that closed the period before this one, if any.
#[must_use]
pub fn previous_visit(records: &Records, period: Period) -> Option<LogicalDate> {
    visits(records).filter(|day| *day < period.from()).max()
}

fn visits(records: &Records) -> impl Iterator<Item = LogicalDate> {
    records.visits.iter().filter(|visit| visit.stamp.deleted_at.is_none()).map(|visit| visit.logical_date)
}

fn ending(to: LogicalDate, from: LogicalDate) -> Period {
    Period::new(from.min(to), to).unwrap_or(Period::of_day(to))
}
