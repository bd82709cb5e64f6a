//! A session as it goes on: started, spoken up in, paused, finished. The start is on disk, so a timer outlives the program
//! that shows it.

use tidemark_model::{
    Invalid, Moment, MomentKind, Record, Recorded, RecordedBy, Session, SessionId, SessionMinute,
    SessionMinutes, SessionMoment, SessionParts, SessionRating, SessionStatus, ShortText,
};
use tidemark_store::Editor;

use crate::edit::next;
use crate::record::{Saved, SessionDraft, SessionRatingDraft};
use crate::{Diary, DiaryError, Ending};

/// How a running session ends.
#[derive(Clone, Debug, Default)]
pub struct Finish {
    /// Its real length, when the clock cannot be trusted; the clock's otherwise.
    pub minutes: Option<SessionMinutes>,
    /// Whether it was stopped before its time, and why.
    pub early: Option<Option<ShortText>>,
    /// Ratings right after it.
    pub after: Option<SessionRatingDraft>,
}

/// A session with what was written around and within it.
#[derive(Clone, Debug)]
pub struct SessionView {
    /// The session.
    pub session: Session,
    /// Its ratings; those before are left out while they are hidden.
    pub ratings: Vec<SessionRating>,
    /// What happened within it, by minute.
    pub moments: Vec<Recorded<SessionMoment>>,
    /// Whether ratings before it are there and not shown, so that the first number does not steer the second.
    pub before_hidden: bool,
    /// Pauses, first and last minute; one without an end runs to the end of the session.
    pub pauses: Vec<(u16, Option<u16>)>,
}

impl Diary {
    /// Starts the timer of a new session; what is not known yet can be filled in later.
    ///
    /// # Errors
    /// As [`Self::add_session`]; [`DiaryError::SessionRuns`] when another one is running.
    pub fn start_session(
        &mut self,
        draft: SessionDraft,
        now: Moment,
    ) -> Result<Saved<(Session, Vec<SessionRating>)>, DiaryError> {
        self.refuse_running()?;
        let draft =
            SessionDraft { status: SessionStatus::Planned, ending: Ending::None, started: now, ..draft };
        self.add_session_with(draft, Some(now), now)
    }

    /// Starts the timer of a session that was planned.
    ///
    /// # Errors
    /// [`DiaryError::UnknownRecord`], [`DiaryError::SessionRuns`], [`DiaryError::SessionOver`].
    pub fn start_planned(
        &mut self,
        id: SessionId,
        by: RecordedBy,
        now: Moment,
    ) -> Result<Session, DiaryError> {
        self.refuse_running()?;
        let plan = self.plan_in_force(self.day_of(now)?)?.map(|plan| plan.version);
        self.change_session(id, by, now, |parts| {
            // It runs under the plan of the day, which may have moved on since it was planned.
            parts.details.plan_version = parts.details.plan_version.max(plan);
            parts.started = now;
            parts.logical_date = tidemark_model::logical_date(now, parts.rollover)?;
            parts.details.timer_started_at = Some(now);
            Ok(())
        })
    }

    /// Writes down something that happened within a running session, at the minute it is now.
    ///
    /// # Errors
    /// [`DiaryError::UnknownRecord`], [`DiaryError::NotRunning`].
    pub fn note_moment(
        &mut self,
        id: SessionId,
        kind: MomentKind,
        note: Option<ShortText>,
        by: RecordedBy,
        now: Moment,
    ) -> Result<Recorded<SessionMoment>, DiaryError> {
        let session = self.store.session(id)?;
        let minute = minutes_into(&session, now)?;
        self.add(SessionMoment { session_id: id, minute, kind, note }, by, now)
    }

    /// Ends a running session, with its ratings right after, all or nothing.
    ///
    /// # Errors
    /// [`DiaryError::NotRunning`]; [`DiaryError::Invalid`] when the clock gives no length a session can have, as when
    /// it was moved: then its real length is needed.
    pub fn finish_session(
        &mut self,
        id: SessionId,
        finish: &Finish,
        by: RecordedBy,
        now: Moment,
    ) -> Result<Saved<(Session, Vec<SessionRating>)>, DiaryError> {
        let measures = self.store.measures()?;
        let old = self.store.session(id)?;
        let mut parts = old.parts().clone();
        let started = parts.details.timer_started_at.ok_or(DiaryError::NotRunning)?;
        let ended = match finish.minutes {
            Some(minutes) => started.plus_minutes(i64::from(minutes.minutes()))?,
            None => now,
        };
        let length = u16::try_from(ended.instant.minutes_since(started.instant)).ok();
        let early = finish.early.is_some();
        parts.actual_min = length.and_then(|minutes| SessionMinutes::new(minutes).ok());
        if parts.actual_min.is_none() && !early {
            return Err(Invalid::Field {
                field: "the length by the clock",
                allowed: "5 to 240 minutes; say its real length",
            }
            .into());
        }
        parts.started = started;
        parts.ended = Some(ended);
        parts.status = if early { SessionStatus::StoppedEarly } else { SessionStatus::Held };
        parts.reason = finish.early.clone().flatten().or(parts.reason);
        parts.details.timer_started_at = None;
        parts.stamp = next(&parts.stamp, None);
        let session = Session::new(parts)?;
        let ratings = match &finish.after {
            Some(after) => {
                let before_seen = self.before_seen(id, after.phase)?;
                vec![self.session_rating(&session, after, before_seen, by, now)?]
            }
            None => vec![],
        };
        let editor = Editor { at: now, by, reason: None };
        let mut changed = vec![Record::Session(session.clone())];
        changed.extend(self.moved_windows(&session, &measures)?);
        self.store.change_and_add(&changed, &ratings, &measures, &editor, self.shell.entropy.as_mut())?;
        let warnings = ratings.iter().filter_map(crate::record::out_of_window).collect();
        Ok(Saved { entry: (session, ratings), warnings })
    }

    /// The session whose timer runs.
    ///
    /// # Errors
    /// [`DiaryError::StoreDamaged`].
    pub fn running_session(&self) -> Result<Option<Session>, DiaryError> {
        Ok(self.store.running_session()?)
    }

    /// A session with its ratings and moments. Ratings before it stay hidden until those after are stored, unless
    /// `reveal`; that the person looked is then written down.
    ///
    /// # Errors
    /// [`DiaryError::UnknownRecord`].
    pub fn view_session(
        &mut self,
        id: SessionId,
        reveal: bool,
        now: Moment,
    ) -> Result<SessionView, DiaryError> {
        use tidemark_model::Phase::{After, Before};
        let measures = self.store.measures()?;
        let session = self.store.session(id)?;
        let mut ratings = self.ratings_of(id, &measures)?;
        let rated = |phase| ratings.iter().any(|rating: &SessionRating| rating.parts().phase == phase);
        let waiting = rated(Before) && !rated(After) && self.settings()?.hide_before;
        if waiting && reveal {
            self.note_seen(&ratings, &measures, now)?;
        }
        let before_hidden = waiting && !reveal;
        ratings.retain(|rating| !before_hidden || rating.parts().phase != Before);
        let day = tidemark_model::Period::of_day(session.logical_date());
        let moments = self.store.of_period::<SessionMoment>(Some(day))?;
        let moments: Vec<_> = moments.into_iter().filter(|moment| moment.session_id == id).collect();
        let pauses = pauses(&moments);
        Ok(SessionView { session, ratings, moments, before_hidden, pauses })
    }

    fn note_seen(
        &mut self,
        ratings: &[SessionRating],
        measures: &[tidemark_model::Measure],
        now: Moment,
    ) -> Result<(), DiaryError> {
        let editor = Editor { at: now, by: RecordedBy::Own, reason: None };
        let unseen =
            |r: &&SessionRating| r.parts().phase == tidemark_model::Phase::Before && !r.parts().before_seen;
        let mut seen = Vec::new();
        for rating in ratings.iter().filter(unseen) {
            let mut parts = rating.parts().clone();
            parts.stamp = next(&parts.stamp, None);
            parts.before_seen = true;
            seen.push(Record::SessionRating(SessionRating::from_stored(parts)?));
        }
        if !seen.is_empty() {
            self.store.change(&seen, measures, &editor, self.shell.entropy.as_mut())?;
        }
        Ok(())
    }

    fn refuse_running(&self) -> Result<(), DiaryError> {
        match self.store.running_session()? {
            Some(session) => Err(DiaryError::SessionRuns { session: session.id() }),
            None => Ok(()),
        }
    }

    fn change_session(
        &mut self,
        id: SessionId,
        by: RecordedBy,
        now: Moment,
        change: impl FnOnce(&mut SessionParts) -> Result<(), Invalid>,
    ) -> Result<Session, DiaryError> {
        let measures = self.store.measures()?;
        let old = self.store.session(id)?;
        if old.parts().status != SessionStatus::Planned {
            return Err(DiaryError::SessionOver { session: id });
        }
        let mut parts = old.into_parts();
        parts.stamp = next(&parts.stamp, None);
        change(&mut parts)?;
        let session = Session::new(parts)?;
        let editor = Editor { at: now, by, reason: None };
        self.put(vec![Record::Session(session.clone())], &measures, &editor)?;
        Ok(session)
    }
}

fn minutes_into(session: &Session, now: Moment) -> Result<SessionMinute, DiaryError> {
    let started = session.parts().details.timer_started_at.ok_or(DiaryError::NotRunning)?;
    let minutes = now.instant.minutes_since(started.instant);
    // A clock that was moved back does not lose the moment; it lands on the first minute.
    Ok(SessionMinute::new(u16::try_from(minutes.max(0)).unwrap_or(u16::MAX))?)
}

/// Pauses with their ends.
fn pauses(moments: &[Recorded<SessionMoment>]) -> Vec<(u16, Option<u16>)> {
    let mut pauses: Vec<(u16, Option<u16>)> = Vec::new();
    for moment in moments {
        let open = pauses.last_mut().filter(|(_, end)| end.is_none());
        match (moment.kind, open) {
            (MomentKind::Pause, None) => pauses.push((moment.minute.get(), None)),
            (MomentKind::Resume | MomentKind::Stop, Some((_, end))) => *end = Some(moment.minute.get()),
            _ => {}
        }
    }
    pauses
}
