//! The day it is now: what is asked, the latest answers, and the sessions around it.

use tidemark::LatestAnswer;

use crate::{Measure, Moment};

/// What the Today screen starts from.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Today {
    /// The day it is for the person, `YYYY-MM-DD`.
    pub day: String,
    /// When the person's day ends: minutes after midnight, 0 to 720 in steps of 30.
    pub rollover_min: u16,
    /// What is asked in the daily check-in, in order.
    pub asked: Vec<Measure>,
    /// The latest answer to each of them that has one, in the same order. What is not here was not answered.
    pub answers: Vec<TodayAnswer>,
    /// Check-ins of the day.
    pub check_ins: u32,
    /// Id of the session whose timer runs.
    pub running_session_id: Option<String>,
    /// Ids of the sessions planned for this day, by the moment they are to start.
    pub planned_session_ids: Vec<String>,
    /// Ids of sessions whose follow-up rating can be given now and was not, the oldest first.
    pub morning_after_session_ids: Vec<String>,
    /// The last day with an entry, `YYYY-MM-DD`, when it is more than 14 days ago: greet, and count nothing.
    pub away_since: Option<String>,
    /// Whole days since the latest backup; none when there was none.
    pub days_since_backup: Option<i64>,
    /// For sample diaries: the words shown on every screen.
    pub sample_label: Option<String>,
}

/// The latest answer of the day to one measure.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct TodayAnswer {
    /// The measure.
    pub measure_id: String,
    /// The check-in that holds it; what a change or an undo names.
    pub check_in_id: String,
    /// The number in thousandths of the measure's unit; none is a skip.
    pub value_milli: Option<i64>,
    /// When the check-in was written down.
    pub recorded_at: Moment,
}

impl Today {
    pub(crate) fn new(from: tidemark::Today, sample_label: Option<&str>) -> Self {
        let ids =
            |sessions: &[tidemark::model::Session]| sessions.iter().map(|s| s.id().to_string()).collect();
        Self {
            day: from.day.to_string(),
            rollover_min: from.rollover.minutes(),
            asked: from.asked.iter().map(Measure::from).collect(),
            answers: from.answers.into_iter().map(TodayAnswer::from).collect(),
            check_ins: u32::try_from(from.check_ins.len()).unwrap_or(u32::MAX),
            running_session_id: from.running.map(|session| session.id().to_string()),
            planned_session_ids: ids(&from.planned),
            morning_after_session_ids: ids(&from.morning_after),
            away_since: from.away_since.map(|day| day.to_string()),
            days_since_backup: from.days_since_backup,
            sample_label: sample_label.map(str::to_owned),
        }
    }
}

impl From<LatestAnswer> for TodayAnswer {
    fn from(from: LatestAnswer) -> Self {
        Self {
            measure_id: from.measure.to_string(),
            check_in_id: from.check_in.to_string(),
            value_milli: from.value.map(tidemark::model::Milli::thousandths),
            recorded_at: from.recorded.into(),
        }
    }
}
