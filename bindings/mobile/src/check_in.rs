//! A check-in on its way into the diary, and what came of it.

use tidemark::model::{
    CheckIn, CheckInId, EntryMode, Invalid, LogicalDate, MeasureId, Milli, Note, Phase, PracticeKind,
    RecordedBy,
};

use crate::{DiaryError, Moment, OpenDiary};

/// Who typed an entry.
#[uniffi::remote(Enum)]
pub enum RecordedBy {
    /// The person.
    Own,
    /// The person, with somebody's help.
    Helped,
    /// Somebody else on the person's behalf.
    Proxy,
}

/// How long after its day an entry was written.
#[uniffi::remote(Enum)]
pub enum EntryMode {
    /// Within its logical day.
    Live,
    /// Up to 24 hours after the day ended.
    Late {
        /// Minutes from the end of the day to the entry, 0 to 1440.
        delay_min: u32,
    },
    /// Later than that.
    Backfill {
        /// Minutes from the end of the day to the entry, above 1440.
        delay_min: u32,
    },
    /// Read from another program's file; when it was written is not known.
    Imported,
}

/// One answer to one measure.
#[derive(Clone, uniffi::Record)]
pub struct Rated {
    /// Name of the measure.
    pub measure_id: String,
    /// The number in thousandths of the measure's unit, on its grid: 7 is 7,000. None is a skip, never a zero.
    pub value_milli: Option<i64>,
}

/// A check-in as a screen gives it. Holds the person's words: never log it.
#[derive(Clone, uniffi::Record)]
pub struct CheckInDraft {
    /// The moment the ratings are about, such as that of the tap; decides the day unless `day` is given.
    pub rated_at: Moment,
    /// Answers, each measure at most once.
    pub ratings: Vec<Rated>,
    /// The day, `YYYY-MM-DD`, when the person said so ("this is about yesterday").
    #[uniffi(default = None)]
    pub day: Option<String>,
    /// The person's words, 1 to 4,000 characters.
    #[uniffi(default = None)]
    pub note: Option<String>,
    /// Who typed it.
    pub recorded_by: RecordedBy,
    /// Practices of the day, each at most once.
    #[uniffi(default = [])]
    pub practices: Vec<PracticeKind>,
}

/// Something that may sit beside sessions.
#[uniffi::remote(Enum)]
pub enum PracticeKind {
    /// Talking therapy.
    Psychotherapy,
    Mindfulness,
    Movement,
    /// Things done for better sleep.
    SleepRoutine,
    Breathing,
    Other,
}

/// Something the person may want to know about an entry that was saved all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum Warning {
    /// It is about a moment that has not come.
    InFuture,
    /// A rating lies outside its time window and is left out of change statistics.
    OutOfWindow {
        /// The phase it was given for.
        phase: Phase,
    },
}

/// A check-in that is on disk.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct SavedCheckIn {
    /// Its id, a UUID.
    pub id: String,
    /// The day it belongs to, `YYYY-MM-DD`.
    pub day: String,
    /// When it was written down; what "Saved 21:04" shows.
    pub recorded_at: Moment,
    /// Whether that was on its day or later.
    pub entry_mode: EntryMode,
    /// What is worth knowing.
    pub warnings: Vec<Warning>,
}

#[uniffi::export]
impl OpenDiary {
    /// Saves a check-in, written down at `now`.
    ///
    /// # Errors
    /// `OutOfRange`, `Invalid`, `UnknownMeasure`, `StorageFull`, `Busy`; then nothing of it was saved.
    pub fn save_check_in(&self, draft: CheckInDraft, now: &Moment) -> Result<SavedCheckIn, DiaryError> {
        let (draft, now) = (draft.try_into()?, now.try_into()?);
        self.with(|diary| Ok(diary.add_check_in(draft, now)?.into()))
    }

    /// Changes one rating of a check-in, in thousandths of its unit, or takes it back to a skip when none is given. The
    /// old one stays in the revision log.
    ///
    /// # Errors
    /// `UnknownRecord`, `UnknownMeasure` when the check-in holds no answer to it, `OutOfRange`, `Invalid`,
    /// `StorageFull`; then the old one stands.
    pub fn change_rating(
        &self,
        check_in_id: &str,
        measure_id: &str,
        value_milli: Option<i64>,
        now: &Moment,
    ) -> Result<(), DiaryError> {
        let (check_in, measure) = (check_in_id.parse::<CheckInId>()?, MeasureId::new(measure_id)?);
        let (value, now) = (value_milli.map(Milli::new).transpose()?, now.try_into()?);
        self.with(|diary| Ok(diary.change_rating(check_in, &measure, value, now)?))
    }

    /// Deletes a check-in, as when its only rating is undone; it is kept for 30 days.
    ///
    /// # Errors
    /// `UnknownRecord`, `StorageFull`.
    pub fn remove_check_in(&self, check_in_id: &str, now: &Moment) -> Result<(), DiaryError> {
        let (check_in, now) = (check_in_id.parse::<CheckInId>()?, now.try_into()?);
        self.with(|diary| Ok(diary.remove_check_in(check_in, now)?))
    }
}

impl TryFrom<CheckInDraft> for tidemark::CheckInDraft {
    type Error = Invalid;

    fn try_from(from: CheckInDraft) -> Result<Self, Invalid> {
        Ok(Self {
            rated: (&from.rated_at).try_into()?,
            day: from.day.as_deref().map(str::parse::<LogicalDate>).transpose()?,
            ratings: rated(&from.ratings)?,
            note: note(from.note.as_deref())?,
            practices: from.practices,
            recorded_by: from.recorded_by,
        })
    }
}

pub(crate) fn rated(ratings: &[Rated]) -> Result<tidemark::Rated, Invalid> {
    let one = |rated: &Rated| {
        let value = rated.value_milli.map(Milli::new).transpose()?;
        Ok((MeasureId::new(&rated.measure_id)?, value))
    };
    ratings.iter().map(one).collect()
}

pub(crate) fn note(text: Option<&str>) -> Result<Option<Note>, Invalid> {
    text.map(|text| Note::new("note", text)).transpose()
}

impl From<tidemark::Saved<CheckIn>> for SavedCheckIn {
    fn from(from: tidemark::Saved<CheckIn>) -> Self {
        Self {
            id: from.entry.id().to_string(),
            day: from.entry.logical_date().to_string(),
            recorded_at: from.entry.parts().stamp.recorded.into(),
            entry_mode: from.entry.entry_mode(),
            warnings: from.warnings.into_iter().map(Warning::from).collect(),
        }
    }
}

impl From<tidemark::Warning> for Warning {
    fn from(from: tidemark::Warning) -> Self {
        match from {
            tidemark::Warning::InFuture => Self::InFuture,
            tidemark::Warning::OutOfWindow(phase) => Self::OutOfWindow { phase },
        }
    }
}
