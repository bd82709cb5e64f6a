//! A session on its way into the diary, with the ratings around it, and what came of it.

use tidemark::model::{
    Area, AreaUse, Invalid, Modality, Phase, Pressure, RecordedBy, Region, Session, SessionDetails,
    SessionId, SessionMinutes, SessionRating, SessionStatus, ShortText, Side, Texts,
};

use crate::check_in::{note, rated};
use crate::{DiaryError, FieldText, Moment, OpenDiary, Rated, Warning};

/// When around a session a rating belongs.
#[uniffi::remote(Enum)]
pub enum Phase {
    /// Before it starts; counts from 120 minutes before to 15 after the start.
    Before,
    /// Right after it ends; counts from 5 minutes before to 180 after the end.
    After,
    /// The next morning, or a day later; counts from 12 to 36 hours after the end.
    FollowUp,
}

/// Style of a session.
#[uniffi::remote(Enum)]
pub enum Modality {
    Swedish,
    Shiatsu,
    Acupressure,
    Aromatherapy,
    Restorative,
    MyofascialRelease,
    GentleDeepTissue,
    Chair,
    SelfMassage,
    Other,
    Custom,
}

/// What became of a session.
#[uniffi::remote(Enum)]
pub enum SessionStatus {
    /// Not yet.
    Planned,
    /// Took place to its end.
    Held,
    /// Took place and ended early.
    StoppedEarly,
    /// Called off.
    Cancelled,
    /// Not attended.
    Missed,
}

/// A region of the body.
#[uniffi::remote(Enum)]
pub enum Region {
    HeadFace,
    Jaw,
    Neck,
    Shoulder,
    UpperBack,
    LowerBack,
    Chest,
    Abdomen,
    Hip,
    Arm,
    Hand,
    Thigh,
    LowerLeg,
    Foot,
}

/// Which side of the body.
#[uniffi::remote(Enum)]
pub enum Side {
    /// The person's left.
    Left,
    /// The person's right.
    Right,
    /// Both, or the middle.
    Both,
}

/// What the person asked for a region.
#[uniffi::remote(Enum)]
pub enum AreaUse {
    /// Work here.
    Focus,
    /// Leave this out.
    Avoid,
}

/// A region, its side, and what was asked for it.
#[uniffi::remote(Record)]
pub struct Area {
    /// Where.
    pub region: Region,
    /// Which side.
    pub side: Side,
    /// What was asked.
    pub wanted: AreaUse,
}

/// How the end of a session is told.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum Ending {
    /// Some time after its start.
    After {
        /// Minutes, 5 to 240.
        minutes: u16,
    },
    /// At a moment, after the start and at most 6 hours later.
    At {
        /// That moment.
        ended_at: Moment,
    },
    /// It did not take place, or not yet. Not called `none`, which would hide Swift's `Optional.none`.
    NotHeld,
}

/// Ratings of one phase of a session as a screen gives them.
#[derive(Clone, uniffi::Record)]
pub struct SessionRatingDraft {
    /// When around the session.
    pub phase: Phase,
    /// Answers, each measure at most once.
    pub ratings: Vec<Rated>,
    /// The moment they are about; the session's start or end, and the present for a follow-up, when none is given.
    #[uniffi(default = None)]
    pub rated_at: Option<Moment>,
    /// Whether the person rated from memory.
    #[uniffi(default = false)]
    pub recalled: bool,
}

/// A session as a screen gives it. Holds the person's words: never log it.
#[derive(Clone, uniffi::Record)]
pub struct SessionDraft {
    /// When it started, or is planned to.
    pub started_at: Moment,
    /// How its end is told; a session that was held has one.
    pub ending: Ending,
    /// What became of it.
    pub status: SessionStatus,
    /// Main style.
    pub modality: Modality,
    /// Who typed it.
    pub recorded_by: RecordedBy,
    /// Further styles, at most three, none twice.
    #[uniffi(default = [])]
    pub secondary: Vec<Modality>,
    /// Length agreed, 5 to 240 minutes.
    #[uniffi(default = None)]
    pub planned_min: Option<u16>,
    /// Why it was cancelled, missed or stopped, 1 to 80 characters.
    #[uniffi(default = None)]
    pub reason: Option<String>,
    /// Pressure asked for, 1 (feather-light) to 5 (deep).
    #[uniffi(default = None)]
    pub pressure_asked: Option<u8>,
    /// Pressure felt, 1 (feather-light) to 5 (deep).
    #[uniffi(default = None)]
    pub pressure_felt: Option<u8>,
    /// Regions to work on or to leave out.
    #[uniffi(default = [])]
    pub areas: Vec<Area>,
    /// The person's words, 1 to 4,000 characters.
    #[uniffi(default = None)]
    pub note: Option<String>,
    /// Ratings around it.
    #[uniffi(default = [])]
    pub ratings: Vec<SessionRatingDraft>,
    /// Whether it may overlap another held session.
    #[uniffi(default = false)]
    pub overlap: bool,
    /// What belongs to it beside, such as the place, oils, cues and comfort needs: fields of `record_fields` for a session, by
    /// name.
    #[uniffi(default = [])]
    pub details: Vec<FieldText>,
}

/// A session, or ratings of one, that is on disk.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct SavedSession {
    /// Id of the session, a UUID.
    pub id: String,
    /// The day the session belongs to, `YYYY-MM-DD`.
    pub day: String,
    /// What is worth knowing.
    pub warnings: Vec<Warning>,
}

#[uniffi::export]
impl OpenDiary {
    /// Saves a session and the ratings around it, all or nothing, written down at `now`.
    ///
    /// # Errors
    /// `OutOfRange`, `Invalid`, `UnknownMeasure`, `Overlap`, `StorageFull`; then nothing was saved.
    pub fn save_session(&self, draft: SessionDraft, now: &Moment) -> Result<SavedSession, DiaryError> {
        let (draft, now) = (draft.try_into()?, now.try_into()?);
        self.with(|diary| Ok(diary.add_session(draft, now)?.into()))
    }

    /// Saves ratings of a session that is in the diary, such as the next morning's; answers what is worth knowing.
    ///
    /// # Errors
    /// `UnknownRecord`, `RatedBefore`; otherwise as `save_session`.
    pub fn rate_session(
        &self,
        session_id: &str,
        draft: &SessionRatingDraft,
        recorded_by: RecordedBy,
        now: &Moment,
    ) -> Result<Vec<Warning>, DiaryError> {
        let session = session_id.parse::<SessionId>()?;
        let (draft, now) = (draft.try_into()?, now.try_into()?);
        self.with(|diary| {
            let saved = diary.add_session_rating(session, &draft, recorded_by, now)?;
            Ok(saved.warnings.into_iter().map(Warning::from).collect())
        })
    }
}

impl TryFrom<SessionDraft> for tidemark::SessionDraft {
    type Error = Invalid;

    fn try_from(from: SessionDraft) -> Result<Self, Invalid> {
        Ok(Self {
            started: (&from.started_at).try_into()?,
            ending: match &from.ending {
                Ending::After { minutes } => tidemark::Ending::After(SessionMinutes::new(*minutes)?),
                Ending::At { ended_at } => tidemark::Ending::At(ended_at.try_into()?),
                Ending::NotHeld => tidemark::Ending::None,
            },
            status: from.status,
            planned_min: from.planned_min.map(SessionMinutes::new).transpose()?,
            reason: from.reason.as_deref().map(|text| ShortText::new("reason", text)).transpose()?,
            modality: from.modality,
            secondary: from.secondary,
            pressure_asked: from.pressure_asked.map(Pressure::new).transpose()?,
            pressure_felt: from.pressure_felt.map(Pressure::new).transpose()?,
            areas: from.areas,
            note: note(from.note.as_deref())?,
            details: details(from.details)?,
            ratings: from.ratings.iter().map(TryInto::try_into).collect::<Result<_, _>>()?,
            overlap: from.overlap,
            recorded_by: from.recorded_by,
        })
    }
}

fn details(fields: Vec<FieldText>) -> Result<SessionDetails, Invalid> {
    let mut texts = Texts::default();
    for FieldText { name, text } in fields {
        if !SessionDetails::FIELDS.iter().any(|field| field.name == name) {
            let known: Vec<&str> = SessionDetails::FIELDS.iter().map(|field| field.name).collect();
            return Err(Invalid::Code { field: "a detail of a session", allowed: known.join(", ") });
        }
        texts.set(&name, text);
    }
    SessionDetails::read(&texts)
}

impl TryFrom<&SessionRatingDraft> for tidemark::SessionRatingDraft {
    type Error = Invalid;

    fn try_from(from: &SessionRatingDraft) -> Result<Self, Invalid> {
        Ok(Self {
            phase: from.phase,
            rated: from.rated_at.as_ref().map(TryInto::try_into).transpose()?,
            ratings: rated(&from.ratings)?,
            recalled: from.recalled,
        })
    }
}

impl From<tidemark::Saved<(Session, Vec<SessionRating>)>> for SavedSession {
    fn from(from: tidemark::Saved<(Session, Vec<SessionRating>)>) -> Self {
        let (session, _) = &from.entry;
        Self {
            id: session.id().to_string(),
            day: session.logical_date().to_string(),
            warnings: from.warnings.into_iter().map(Warning::from).collect(),
        }
    }
}
