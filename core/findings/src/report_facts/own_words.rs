//! Questions and goals in the person's own words: which of them belong on this report.

use tidemark_model::{Goal, GoalStatus, Period, Recorded, Records, Visit};

use crate::wording::Phrase;

/// Questions for the visits of the period and those to come, earliest visit first.
pub(crate) fn questions(records: &Records, period: Period) -> Vec<String> {
    let mut visits: Vec<&Recorded<Visit>> = records
        .visits
        .iter()
        .filter(|visit| visit.stamp.deleted_at.is_none() && period.from() <= visit.logical_date)
        .collect();
    visits.sort_by_key(|visit| (visit.at.instant, visit.id));
    let questions = visits.into_iter().flat_map(|visit| &visit.questions);
    questions.map(|question| question.as_str().to_owned()).collect()
}

/// Goals that are followed or rest, whenever they were set, and those of the period with another status; followed ones
/// first.
#[must_use]
pub fn report_goals(records: &Records, period: Period) -> Vec<&Recorded<Goal>> {
    let open = |goal: &Goal| matches!(goal.status, GoalStatus::Active | GoalStatus::Paused);
    let mut goals: Vec<&Recorded<Goal>> = records
        .goals
        .iter()
        .filter(|goal| goal.stamp.deleted_at.is_none() && goal.started_on <= period.to())
        .filter(|goal| open(goal) || period.contains(goal.started_on))
        .collect();
    goals.sort_by_key(|goal| (goal.status != GoalStatus::Active, goal.started_on, goal.id));
    goals
}

/// The same goals in words; any status but the usual one is said behind them.
pub(crate) fn goals(records: &Records, period: Period) -> Vec<String> {
    report_goals(records, period).into_iter().map(|goal| said(goal)).collect()
}

fn said(goal: &Goal) -> String {
    let status = match goal.status {
        GoalStatus::Active => return goal.text.as_str().to_owned(),
        GoalStatus::Paused => "part.goal.paused",
        GoalStatus::Reached => "part.goal.reached",
        GoalStatus::Dropped => "part.goal.dropped",
    };
    Phrase::new(status).words("goal", goal.text.as_str()).say().text
}
