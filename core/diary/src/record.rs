//! Writing things down: each call is one entry, checked as a whole and on disk when it returns.

use tidemark_model::{
    Area, CheckIn, CheckInId, CheckInParts, DaySource, Frame, Invalid, Kind, LogicalDate, Measure, MeasureId,
    Milli, Modality, Moment, Note, Period, Phase, PracticeKind, Pressure, Record, RecordId, Recorded,
    RecordedBy, Session, SessionDetails, SessionId, SessionMinutes, SessionParts, SessionRating,
    SessionRatingId, SessionRatingParts, SessionStatus, ShortText, Stamp, Value, Visit, logical_date,
};
use tidemark_store::Editor;

use crate::diary::named;
use crate::{Diary, DiaryError};

/// Answers to measures by name; no number is a skip.
pub type Rated = Vec<(MeasureId, Option<Milli>)>;

/// A check-in as a shell gives it.
#[derive(Clone, Debug)]
pub struct CheckInDraft {
    /// The moment the ratings are about.
    pub rated: Moment,
    /// The day, when the person said so ("this is about yesterday"); otherwise the clock decides.
    pub day: Option<LogicalDate>,
    /// Answers.
    pub ratings: Rated,
    /// The person's words.
    pub note: Option<Note>,
    /// Practices of the day.
    pub practices: Vec<PracticeKind>,
    /// Who typed it.
    pub recorded_by: RecordedBy,
}

/// How the end of a session is told.
#[derive(Clone, Copy, Debug)]
pub enum Ending {
    /// Minutes after its start.
    After(SessionMinutes),
    /// At a moment.
    At(Moment),
    /// It did not take place, or not yet.
    None,
}

/// Ratings of one phase of a session as a shell gives them.
#[derive(Clone, Debug)]
pub struct SessionRatingDraft {
    /// When around the session.
    pub phase: Phase,
    /// The moment they are about; the session's start or end when none is given.
    pub rated: Option<Moment>,
    /// Answers.
    pub ratings: Rated,
    /// Whether the person rated from memory.
    pub recalled: bool,
}

/// A session as a shell gives it.
#[derive(Clone, Debug)]
pub struct SessionDraft {
    /// When it started, or is planned to.
    pub started: Moment,
    /// How its end is told.
    pub ending: Ending,
    /// What became of it.
    pub status: SessionStatus,
    /// Length agreed.
    pub planned_min: Option<SessionMinutes>,
    /// Why it was cancelled, missed or stopped.
    pub reason: Option<ShortText>,
    /// Main style.
    pub modality: Modality,
    /// Further styles.
    pub secondary: Vec<Modality>,
    /// Pressure asked for.
    pub pressure_asked: Option<Pressure>,
    /// Pressure felt.
    pub pressure_felt: Option<Pressure>,
    /// Regions to work on or to leave out.
    pub areas: Vec<Area>,
    /// The person's words.
    pub note: Option<Note>,
    /// What belongs to it beside: room, oils, consent, care.
    pub details: SessionDetails,
    /// Ratings around it.
    pub ratings: Vec<SessionRatingDraft>,
    /// Whether it may overlap another held session.
    pub overlap: bool,
    /// Who typed it.
    pub recorded_by: RecordedBy,
}

/// Something the person may want to know about an entry that was saved all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Warning {
    /// It is about a moment that has not come.
    InFuture,
    /// A rating lies outside its time window and is left out of change statistics.
    OutOfWindow(Phase),
}

/// A saved entry with what is worth knowing about it.
#[derive(Clone, Debug)]
pub struct Saved<T> {
    /// The entry, as it is on disk.
    pub entry: T,
    /// What is worth knowing.
    pub warnings: Vec<Warning>,
}

impl Diary {
    /// Saves a check-in, written down at `now`.
    ///
    /// # Errors
    /// [`DiaryError::Invalid`], [`DiaryError::UnknownMeasure`]; then nothing was saved. [`DiaryError::StorageFull`].
    pub fn add_check_in(&mut self, draft: CheckInDraft, now: Moment) -> Result<Saved<CheckIn>, DiaryError> {
        let measures = self.measures()?;
        let values = values(&draft.ratings, &measures, None)?;
        let entry = CheckIn::new(CheckInParts {
            id: CheckInId::generate(now.instant, self.shell.entropy.as_mut()),
            stamp: self.stamp(now, draft.recorded_by),
            logical_date: draft.day.map_or_else(|| logical_date(draft.rated, self.rollover()), Ok)?,
            rollover: self.rollover(),
            day_source: if draft.day.is_some() { DaySource::User } else { DaySource::Clock },
            rated: Some(draft.rated),
            note: draft.note,
            practices: draft.practices,
            values,
        })?;
        self.store.add_check_in(&entry)?;
        Ok(Saved { entry, warnings: in_future(draft.rated, now) })
    }

    /// Saves a session and the ratings around it, all or nothing, written down at `now`.
    ///
    /// # Errors
    /// [`DiaryError::Invalid`], [`DiaryError::UnknownMeasure`], [`DiaryError::Overlap`]; then nothing was saved.
    pub fn add_session(
        &mut self,
        draft: SessionDraft,
        now: Moment,
    ) -> Result<Saved<(Session, Vec<SessionRating>)>, DiaryError> {
        self.add_session_with(draft, None, now)
    }

    pub(crate) fn add_session_with(
        &mut self,
        draft: SessionDraft,
        timer: Option<Moment>,
        now: Moment,
    ) -> Result<Saved<(Session, Vec<SessionRating>)>, DiaryError> {
        let (ended, actual_min) = ending(&draft)?;
        let measures = self.measures()?;
        let mut details = Box::new(draft.details.clone());
        details.timer_started_at = timer;
        if details.measures.is_empty() {
            details.measures = asked(&draft.ratings, &measures);
        }
        let day = logical_date(draft.started, self.rollover())?;
        if details.plan_version.is_none() {
            details.plan_version = self.plan_in_force(day)?.map(|plan| plan.version);
        }
        let session = Session::new(SessionParts {
            id: SessionId::generate(now.instant, self.shell.entropy.as_mut()),
            stamp: self.stamp(now, draft.recorded_by),
            logical_date: day,
            rollover: self.rollover(),
            day_source: DaySource::Clock,
            started: draft.started,
            ended,
            planned_min: draft.planned_min,
            actual_min,
            status: draft.status,
            reason: draft.reason,
            modality: draft.modality,
            secondary: draft.secondary,
            pressure_asked: draft.pressure_asked,
            pressure_felt: draft.pressure_felt,
            areas: draft.areas,
            note: draft.note,
            details,
        })?;
        self.check_links(&Record::Session(session.clone()))?;
        if !draft.overlap {
            self.refuse_overlap(&session)?;
        }
        let mut ratings = Vec::with_capacity(draft.ratings.len());
        for rating in &draft.ratings {
            ratings.push(self.session_rating(&session, rating, false, draft.recorded_by, now)?);
        }
        self.store.add_session(&session, &ratings)?;
        let mut warnings =
            if session.parts().status.took_place() { in_future(draft.started, now) } else { vec![] };
        warnings.extend(ratings.iter().filter_map(out_of_window));
        Ok(Saved { entry: (session, ratings), warnings })
    }

    /// Saves ratings of a session that is in the diary, such as the next morning's.
    ///
    /// # Errors
    /// [`DiaryError::UnknownRecord`], [`DiaryError::RatedBefore`]; otherwise as [`Self::add_check_in`].
    pub fn add_session_rating(
        &mut self,
        session: SessionId,
        draft: &SessionRatingDraft,
        recorded_by: RecordedBy,
        now: Moment,
    ) -> Result<Saved<SessionRating>, DiaryError> {
        let session = self.store.session(session)?;
        let before_seen = self.before_seen(session.id(), draft.phase)?;
        let entry = self.session_rating(&session, draft, before_seen, recorded_by, now)?;
        self.store.add_session_rating(&entry)?;
        let warnings = out_of_window(&entry).into_iter().collect();
        Ok(Saved { entry, warnings })
    }

    /// Saves a visit.
    ///
    /// # Errors
    /// [`DiaryError::Invalid`], [`DiaryError::StorageFull`].
    pub fn add_visit(
        &mut self,
        at: Moment,
        with: Option<ShortText>,
        now: Moment,
    ) -> Result<Recorded<Visit>, DiaryError> {
        let logical_date = logical_date(at, self.rollover())?;
        let visit = Visit { at, logical_date, with, kind: None, questions: vec![], outcome: None };
        self.add(visit, RecordedBy::Own, now)
    }

    /// Deletes a check-in: it is no longer shown or counted; its row stays, marked.
    ///
    /// # Errors
    /// [`DiaryError::UnknownRecord`].
    pub fn remove_check_in(&mut self, id: CheckInId, now: Moment) -> Result<(), DiaryError> {
        self.remove(Kind::CheckIn, id.to_bytes(), &own(now)).map(drop)
    }

    /// Deletes a session with its ratings: no longer shown or counted; their rows stay, marked.
    ///
    /// # Errors
    /// [`DiaryError::UnknownRecord`].
    pub fn remove_session(&mut self, id: SessionId, now: Moment) -> Result<(), DiaryError> {
        self.remove(Kind::Session, id.to_bytes(), &own(now)).map(drop)
    }

    pub(crate) fn stamp(&self, now: Moment, by: RecordedBy) -> Stamp {
        Stamp::new(now, by, self.shell.source.clone())
    }

    pub(crate) fn session_rating(
        &mut self,
        session: &Session,
        draft: &SessionRatingDraft,
        before_seen: bool,
        recorded_by: RecordedBy,
        now: Moment,
    ) -> Result<SessionRating, DiaryError> {
        let measures = self.measures()?;
        Self::refuse_other_measures(session, &draft.ratings)?;
        let parts = session.parts();
        let rated = match (draft.rated, draft.phase) {
            (Some(rated), _) => rated,
            (None, Phase::Before) => parts.started,
            (None, Phase::After) => parts.ended.unwrap_or(parts.started),
            (None, Phase::FollowUp) => now,
        };
        Ok(SessionRating::new(
            session,
            SessionRatingParts {
                id: SessionRatingId::generate(now.instant, self.shell.entropy.as_mut()),
                stamp: self.stamp(now, recorded_by),
                session: session.id(),
                phase: draft.phase,
                rated,
                in_window: false,
                recalled: draft.recalled,
                before_seen,
                values: values(&draft.ratings, &measures, Some(Frame::RightNow))?,
            },
        )?)
    }

    /// Whether the ratings before a session were looked at before those after it are given.
    pub(crate) fn before_seen(&self, session: SessionId, phase: Phase) -> Result<bool, DiaryError> {
        if phase != Phase::After {
            return Ok(false);
        }
        let ratings = self.ratings_of(session, &self.store.measures()?)?;
        Ok(ratings.iter().any(|r| r.parts().phase == Phase::Before && r.parts().before_seen))
    }

    fn refuse_overlap(&self, session: &Session) -> Result<(), DiaryError> {
        // A session lasts six hours at most, so only neighbouring days can overlap.
        let day = session.logical_date();
        let neighbours = Period::new(day.plus_days(-1).unwrap_or(day), day.plus_days(1).unwrap_or(day))?;
        let others = self.store.sessions(neighbours)?;
        match others.iter().find(|other| other.overlaps(session)) {
            Some(other) => Err(DiaryError::Overlap { session: other.id() }),
            None => Ok(()),
        }
    }
}

fn values(ratings: &Rated, measures: &[Measure], frame: Option<Frame>) -> Result<Vec<Value>, DiaryError> {
    let value = |(id, number): &(MeasureId, Option<Milli>)| {
        let measure = named(id, measures)?;
        let frame = frame.unwrap_or(measure.frame());
        match number {
            Some(number) => Ok(Value::recorded(measure, frame, *number)?),
            None => Ok(Value::skipped(measure, frame)),
        }
    };
    ratings.iter().map(value).collect()
}

fn ending(draft: &SessionDraft) -> Result<(Option<Moment>, Option<SessionMinutes>), Invalid> {
    match draft.ending {
        Ending::None => Ok((None, None)),
        Ending::After(minutes) => {
            Ok((Some(draft.started.plus_minutes(i64::from(minutes.minutes()))?), Some(minutes)))
        }
        Ending::At(ended) => {
            let minutes = ended.instant.minutes_since(draft.started.instant);
            // An end before the start is refused by the session itself, with its own words.
            let length = u16::try_from(minutes).ok().map(SessionMinutes::new).transpose();
            Ok((Some(ended), if minutes > 0 { length? } else { None }))
        }
    }
}

/// The measures of a session, fixed when it is made: those rated, or those that sessions ask for.
fn asked(ratings: &[SessionRatingDraft], measures: &[Measure]) -> Vec<MeasureId> {
    let mut rated: Vec<MeasureId> = Vec::new();
    for (measure, _) in ratings.iter().flat_map(|phase| &phase.ratings) {
        if !rated.contains(measure) {
            rated.push(measure.clone());
        }
    }
    if rated.is_empty() {
        let usual = measures.iter().filter(|m| m.parts().usage.session && m.parts().active);
        rated.extend(usual.map(|m| m.id().clone()));
    }
    rated
}

/// The person, now, without a reason.
fn own(now: Moment) -> Editor {
    Editor { at: now, by: RecordedBy::Own, reason: None }
}

fn in_future(rated: Moment, now: Moment) -> Vec<Warning> {
    // Two clocks may differ by a little; five minutes is no future.
    if rated.instant.minutes_since(now.instant) > 5 { vec![Warning::InFuture] } else { vec![] }
}

pub(crate) fn out_of_window(rating: &SessionRating) -> Option<Warning> {
    (!rating.parts().in_window).then_some(Warning::OutOfWindow(rating.parts().phase))
}
