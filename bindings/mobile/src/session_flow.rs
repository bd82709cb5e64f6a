//! A session from its start to its ratings after: the timer is a moment on disk, so that it outlives the app.

use tidemark::model::{MomentKind, RecordedBy, SessionId, SessionMinutes, ShortText};

use crate::{
    DiaryError, DiaryRecord, Entry, Moment, OpenDiary, SavedSession, SessionDraft, SessionRatingDraft,
};

/// Something that happens within a session.
#[uniffi::remote(Enum)]
pub enum MomentKind {
    /// Lighter pressure was asked for.
    Lighter,
    /// Firmer pressure was asked for.
    Firmer,
    /// Another area was asked for.
    MoveArea,
    /// Warmer or cooler was asked for.
    Temperature,
    /// Quieter or louder was asked for.
    Sound,
    /// Less talking was asked for.
    TalkLess,
    /// A pause began.
    Pause,
    /// The pause ended.
    Resume,
    /// The person asked to stop.
    Stop,
}

/// How a running session ends.
#[derive(Clone, uniffi::Record)]
pub struct SessionEnd {
    /// Its real length in minutes, 5 to 240, when the clock cannot be trusted; the clock's otherwise.
    #[uniffi(default = None)]
    pub minutes: Option<u16>,
    /// Whether it was stopped before its time.
    #[uniffi(default = false)]
    pub early: bool,
    /// Why it was stopped, 1 to 80 characters.
    #[uniffi(default = None)]
    pub reason: Option<String>,
    /// Ratings right after it.
    #[uniffi(default = None)]
    pub after: Option<SessionRatingDraft>,
}

/// A session with what was written around and within it. Holds the person's words: never log it.
#[derive(Clone, PartialEq, uniffi::Record)]
pub struct SessionView {
    /// The session and its ratings; those before are left out while they are hidden.
    pub session: Entry,
    /// What happened within it, by minute.
    pub moments: Vec<DiaryRecord>,
    /// Whether ratings before it are there and not shown, so that the first number does not steer the second.
    pub before_hidden: bool,
    /// Pauses.
    pub pauses: Vec<Pause>,
}

/// A pause within a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Pause {
    /// Minute of the session at which it began, from 0.
    pub from_min: u16,
    /// Minute at which it ended; none when it ran to the end of the session.
    pub to_min: Option<u16>,
}

#[uniffi::export]
impl OpenDiary {
    /// Starts the timer of a new session at `now`; what is not known yet can be filled in later. Status, start and end of the
    /// draft are not looked at.
    ///
    /// # Errors
    /// As `save_session`; `SessionRuns` when another one is running.
    pub fn start_session(&self, draft: SessionDraft, now: &Moment) -> Result<SavedSession, DiaryError> {
        let (draft, now) = (draft.try_into()?, now.try_into()?);
        self.with(|diary| Ok(diary.start_session(draft, now)?.into()))
    }

    /// Starts the timer of a session that was planned.
    ///
    /// # Errors
    /// `UnknownRecord`, `SessionRuns`, `SessionOver`, `StorageFull`.
    pub fn start_planned_session(
        &self,
        session_id: &str,
        by: RecordedBy,
        now: &Moment,
    ) -> Result<(), DiaryError> {
        let (id, now) = (session_id.parse::<SessionId>()?, now.try_into()?);
        self.with(|diary| Ok(diary.start_planned(id, by, now).map(|_| ())?))
    }

    /// Writes down something that happened within a running session, at the minute it is now.
    ///
    /// # Errors
    /// `UnknownRecord`, `NotRunning`, `Invalid`, `StorageFull`.
    pub fn note_session_moment(
        &self,
        session_id: &str,
        kind: MomentKind,
        note: Option<String>,
        by: RecordedBy,
        now: &Moment,
    ) -> Result<DiaryRecord, DiaryError> {
        let (id, now) = (session_id.parse::<SessionId>()?, now.try_into()?);
        let note = note.as_deref().map(|text| ShortText::new("note", text)).transpose()?;
        self.with(|diary| {
            let moment = diary.note_moment(id, kind, note, by, now)?;
            Ok((&tidemark::model::Record::from(moment)).into())
        })
    }

    /// Ends a running session at `now`, with its ratings right after, all or nothing.
    ///
    /// # Errors
    /// `NotRunning`; `Invalid` when the clock gives no length a session can have, as when it was moved: then its real length
    /// is needed. Otherwise as `save_session`.
    pub fn finish_session(
        &self,
        session_id: &str,
        end: &SessionEnd,
        by: RecordedBy,
        now: &Moment,
    ) -> Result<SavedSession, DiaryError> {
        let (id, now) = (session_id.parse::<SessionId>()?, now.try_into()?);
        let reason = end.reason.as_deref().map(|text| ShortText::new("reason", text)).transpose()?;
        let finish = tidemark::Finish {
            minutes: end.minutes.map(SessionMinutes::new).transpose()?,
            early: end.early.then_some(reason),
            after: end.after.as_ref().map(TryInto::try_into).transpose()?,
        };
        self.with(|diary| Ok(diary.finish_session(id, &finish, by, now)?.into()))
    }

    /// A session with its ratings and moments. Ratings before it stay hidden until those after are stored, unless `reveal`;
    /// that the person looked is then written down.
    ///
    /// # Errors
    /// `UnknownRecord`.
    pub fn view_session(
        &self,
        session_id: &str,
        reveal: bool,
        now: &Moment,
    ) -> Result<SessionView, DiaryError> {
        let (id, now) = (session_id.parse::<SessionId>()?, now.try_into()?);
        self.with(|diary| {
            let view = diary.view_session(id, reveal, now)?;
            let record = |moment| DiaryRecord::from(&tidemark::model::Record::from(moment));
            Ok(SessionView {
                session: tidemark::Entry::of_session(&view.session, &view.ratings).into(),
                moments: view.moments.into_iter().map(record).collect(),
                before_hidden: view.before_hidden,
                pauses: view.pauses.iter().map(|(from, to)| Pause { from_min: *from, to_min: *to }).collect(),
            })
        })
    }
}
