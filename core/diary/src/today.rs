//! What a day starts from: what is asked and answered, which session runs, which are to come, and which one waits for its
//! morning after. Every shell shows the same; none of them decides it.

use tidemark_model::{
    CheckIn, CheckInId, LogicalDate, Measure, MeasureId, Milli, Moment, Period, Phase, Rollover, Session,
    SessionRating, SessionStatus, Value, logical_date,
};

use crate::{Diary, DiaryError, Span};

/// Days without an entry after which a person is greeted as somebody who comes back.
const AWAY_DAYS: i32 = 14;

/// What a day starts from.
#[derive(Clone, Debug)]
pub struct Today {
    /// The day it is for the person.
    pub day: LogicalDate,
    /// When the person's day ends.
    pub rollover: Rollover,
    /// What is asked in the daily check-in, in order.
    pub asked: Vec<Measure>,
    /// The latest answer to each of them that has one, in the same order. What is not here was not answered.
    pub answers: Vec<LatestAnswer>,
    /// Check-ins of the day, by the moment they are about.
    pub check_ins: Vec<CheckIn>,
    /// The session whose timer runs.
    pub running: Option<Session>,
    /// Sessions planned for this day, by the moment they are to start.
    pub planned: Vec<Session>,
    /// Sessions that are over, have no follow-up rating, and whose time for one is now; the oldest first.
    pub morning_after: Vec<Session>,
    /// The last day with an entry, when it is more than 14 days ago.
    pub away_since: Option<LogicalDate>,
    /// Whole days since the latest backup; none when there was none.
    pub days_since_backup: Option<i64>,
}

/// The latest answer of a day to one measure, in the measure's own frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LatestAnswer {
    /// The measure.
    pub measure: MeasureId,
    /// The check-in that holds it.
    pub check_in: CheckInId,
    /// The number; none is a skip.
    pub value: Option<Milli>,
    /// When the check-in was written down.
    pub recorded: Moment,
}

impl Diary {
    /// What the day at `now` starts from.
    ///
    /// # Errors
    /// [`DiaryError::StoreDamaged`], [`DiaryError::Invalid`] for a clock outside the years 1900–2199.
    pub fn today(&self, now: Moment) -> Result<Today, DiaryError> {
        let day = logical_date(now, self.rollover())?;
        let check_ins = self.records(Span { from: Some(day), to: Some(day) })?.check_ins;
        let measures = self.measures()?;
        let asked: Vec<Measure> =
            measures.into_iter().filter(|m| m.parts().usage.daily && m.parts().active).collect();
        let answers = asked.iter().filter_map(|measure| latest(measure, &check_ins)).collect();
        // A session has six hours at most, its follow-up is given up to 36 hours after its end, and travel moves the date by one.
        let around = Period::new(day.plus_days(-3).unwrap_or(LogicalDate::FIRST), day)?;
        let rated = self.store.rated_sessions(Some(around))?;
        let waits = |s: &&Session| waits_for_morning(s, &rated.session_ratings, now);
        let planned = |s: &&Session| {
            let parts = s.parts();
            s.logical_date() == day
                && parts.status == SessionStatus::Planned
                && parts.details.timer_started_at.is_none()
        };
        let before = Period::new(LogicalDate::FIRST, day)?;
        let last = self.store.entry_days(Some(before))?.map(Period::to);
        Ok(Today {
            day,
            rollover: self.rollover(),
            answers,
            asked,
            check_ins,
            running: self.store.running_session()?,
            planned: in_order(rated.sessions.iter().filter(planned)),
            morning_after: in_order(rated.sessions.iter().filter(waits)),
            away_since: last.filter(|last| day.day_number() - last.day_number() > AWAY_DAYS),
            days_since_backup: self.days_since_backup(now.instant)?,
        })
    }
}

fn latest(measure: &Measure, check_ins: &[CheckIn]) -> Option<LatestAnswer> {
    let of_measure = |v: &&Value| v.measure().id == *measure.id() && v.frame() == measure.frame();
    check_ins.iter().rev().find_map(|check_in| {
        let value = check_in.parts().values.iter().find(of_measure)?;
        Some(LatestAnswer {
            measure: measure.id().clone(),
            check_in: check_in.id(),
            value: value.answer().rating().map(tidemark_model::Rating::value),
            recorded: check_in.parts().stamp.recorded,
        })
    })
}

fn waits_for_morning(session: &Session, ratings: &[SessionRating], now: Moment) -> bool {
    let over = matches!(session.parts().status, SessionStatus::Held | SessionStatus::StoppedEarly);
    let rated = |rating: &SessionRating| {
        rating.parts().session == session.id() && rating.parts().phase == Phase::FollowUp
    };
    over && Phase::FollowUp.holds(session, now) && !ratings.iter().any(rated)
}

fn in_order<'s>(sessions: impl Iterator<Item = &'s Session>) -> Vec<Session> {
    let mut sessions: Vec<Session> = sessions.cloned().collect();
    sessions.sort_by_key(|session| (session.parts().started.instant, session.id()));
    sessions
}
