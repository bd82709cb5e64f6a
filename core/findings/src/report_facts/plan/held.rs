//! How many of the planned sessions were held? (P1)
//!
//! A plan gives a frequency, a diary gives sessions; neither says which session was planned. Planned are those written
//! down for a day under a plan with a frequency, whatever became of them. Refuses the count when fewer are written down
//! than the frequency gives, for then planned ones may be missing, and a share of what is left would flatter.

use std::collections::BTreeMap;

use tidemark_model::{
    Frequency, FrequencyUnit, LogicalDate, Period, Recorded, Records, Session, SessionPlan, SessionStatus,
};

use super::in_force;
use crate::Sentence;
use crate::coverage::count_of;
use crate::wording::Phrase;

/// The sentence on held sessions, and one on those of which nothing more is known; empty where the count is refused.
pub(super) fn sentences(
    records: &Records,
    plans: &[&Recorded<SessionPlan>],
    period: Period,
    as_of: LogicalDate,
) -> Vec<Sentence> {
    let Some((since, fewest)) = fewest(plans, period) else { return vec![] };
    let written: Vec<&Session> = records
        .sessions
        .iter()
        .filter(|session| session.parts().stamp.deleted_at.is_none())
        .filter(|session| since <= session.logical_date() && session.logical_date() <= period.to())
        // Today's may still take place.
        .filter(|session| !open(session) || session.logical_date() < as_of)
        .collect();
    let planned = count_of(written.len());
    if fewest == 0 || planned < fewest {
        return vec![];
    }
    let held = written.iter().filter(|session| session.parts().status.took_place()).count();
    let phrase = if since == period.from() {
        Phrase::new("sentence.plan.held")
    } else {
        Phrase::new("sentence.plan.held_since").day("date", since)
    };
    let mut said = vec![phrase.count("held", count_of(held)).count("planned", planned).say()];
    let left = written.iter().filter(|session| open(session)).count();
    if left > 0 {
        said.push(Phrase::new("sentence.plan.open").count("n", count_of(left)).say());
    }
    said
}

fn open(session: &Session) -> bool {
    session.parts().status == SessionStatus::Planned
}

/// The first day under a plan, and the fewest sessions the plans in force from then on give; none without a plan, or
/// when one of them has no frequency.
fn fewest(plans: &[&Recorded<SessionPlan>], period: Period) -> Option<(LogicalDate, u32)> {
    let mut since = None;
    let mut days: BTreeMap<Frequency, u32> = BTreeMap::new();
    let mut day = period.from();
    while day <= period.to() {
        if let Some(plan) = in_force(plans, day) {
            since = since.or(Some(day));
            *days.entry(plan.frequency?).or_default() += 1;
        }
        let Some(next) = day.plus_days(1) else { break };
        day = next;
    }
    let fewest = days.iter().map(|(frequency, days)| whole(*frequency, *days)).sum();
    since.map(|since| (since, fewest))
}

/// Whole sessions that a frequency gives in so many days; a month has 31, so that none is asked for too early.
fn whole(frequency: Frequency, days: u32) -> u32 {
    let count = u32::from(frequency.count());
    match frequency.unit() {
        FrequencyUnit::PerWeek => days.saturating_mul(count) / 7,
        FrequencyUnit::PerMonth => days.saturating_mul(count) / 31,
        FrequencyUnit::EveryDays => days / count.max(1),
    }
}
