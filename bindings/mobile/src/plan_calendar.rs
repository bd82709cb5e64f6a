//! The days of the plan: sessions, talking therapy and doses by the clock, and what is nearer to a session than the plan keeps apart.

use tidemark::findings;
use tidemark::model::{LogicalDate, SessionId, SessionStatus};

use crate::{DiaryError, OpenDiary, Sentence};

/// One day of the calendar; a day on which nothing stands is there too.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct PlanDay {
    /// Its date, `YYYY-MM-DD`, by the clock.
    pub day: String,
    /// What stands on it, by the clock.
    pub entries: Vec<PlanEntry>,
}

/// Something that stands on a day.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct PlanEntry {
    /// Minute of the day at which it begins, 0 to 1,439.
    pub minute: u16,
    /// What it is.
    pub what: PlanLane,
}

/// What stands on a day, by its lane.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum PlanLane {
    /// A session that is planned or took place.
    Session {
        /// Its id.
        id: String,
        /// What became of it.
        status: SessionStatus,
        /// What is nearer to it than the plan keeps apart, a sentence each.
        apart: Vec<Sentence>,
    },
    /// An appointment with a talking therapist.
    TalkingTherapy {
        /// Its id.
        id: String,
        /// With whom, in the person's words.
        with_whom: Option<String>,
    },
    /// A dose at a time that its medicine names.
    Dose {
        /// The id of the medicine.
        id: String,
        /// Its name, in the person's words.
        name: String,
    },
}

#[uniffi::export]
impl OpenDiary {
    /// `days` days from `from`, `YYYY-MM-DD`, on; 1 to 62.
    ///
    /// # Errors
    /// `Invalid` for another number of days or a day that does not exist, `StoreDamaged`.
    pub fn plan_calendar(&self, from: &str, days: u16) -> Result<Vec<PlanDay>, DiaryError> {
        let from = from.parse::<LogicalDate>()?;
        self.with(|diary| Ok(diary.plan_calendar(from, days)?.into_iter().map(PlanDay::from).collect()))
    }

    /// What is nearer to a session than the plan of its day keeps apart, a sentence each; none where the plan keeps nothing apart.
    ///
    /// # Errors
    /// `UnknownRecord`, `StoreDamaged`.
    pub fn kept_apart(&self, session_id: &str) -> Result<Vec<Sentence>, DiaryError> {
        let id = session_id.parse::<SessionId>()?;
        self.with(|diary| Ok(diary.kept_apart(id)?.into_iter().map(Sentence::from).collect()))
    }
}

impl From<findings::PlanDay> for PlanDay {
    fn from(from: findings::PlanDay) -> Self {
        Self { day: from.day.to_string(), entries: from.entries.into_iter().map(PlanEntry::from).collect() }
    }
}

impl From<findings::PlanEntry> for PlanEntry {
    fn from(from: findings::PlanEntry) -> Self {
        let what = match from.what {
            findings::PlanLane::Session { id, status, apart } => PlanLane::Session {
                id: id.to_string(),
                status,
                apart: apart.into_iter().map(Sentence::from).collect(),
            },
            findings::PlanLane::TalkingTherapy { id, with } => {
                PlanLane::TalkingTherapy { id: id.to_string(), with_whom: with }
            }
            findings::PlanLane::Dose { id, name } => PlanLane::Dose { id: id.to_string(), name },
        };
        Self { minute: from.minute, what }
    }
}
