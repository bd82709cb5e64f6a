//! The cards of a week: at most three, the same from Monday to Sunday; shown, hidden for a while, or asked at a visit.

use tidemark::findings::{self, Interval, Shown};
use tidemark::model::{RecordedBy, logical_date};

use crate::{DiaryError, DiaryRecord, Method, Moment, OpenDiary, Period, Sentence};

/// The cards of a week.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct CardWeek {
    /// The last day the cards rest on, a Sunday, `YYYY-MM-DD`.
    pub as_of: String,
    /// Up to three cards.
    pub cards: Vec<Card>,
    /// Whether cards wait, because of what was written down today.
    pub waiting: bool,
    /// What is still missing for a first card, when that is known.
    pub next: Option<Sentence>,
}

/// What kind of statement a card makes.
#[uniffi::remote(Enum)]
pub enum Shown {
    /// A count of what was written down.
    Count,
    /// A direction, chosen among all comparisons of the week.
    Claim,
    /// Figures without a direction.
    Figures,
}

/// One card.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Card {
    /// The question it answers, such as `days_after:energy`; what hiding and asking name.
    pub question: String,
    /// What kind of statement it is.
    pub shown: Shown,
    /// What it says.
    pub sentence: Sentence,
    /// What belongs beside it.
    pub notes: Vec<Sentence>,
    /// The question for a visit that it can become, in the person's voice.
    pub ask: Sentence,
    /// How it was worked out; none for a count.
    pub how: Option<Sentence>,
    /// Records it rests on: sessions, or days with a value.
    pub n: u32,
    /// First and last day.
    pub period: Period,
    /// The estimate; none for a count.
    pub estimate: Option<f64>,
    /// Interval of the estimate, at its own level.
    pub interval: Option<Interval>,
    /// Method and variant.
    pub method: Option<Method>,
}

#[uniffi::export]
impl OpenDiary {
    /// The cards shown on the day at `now`.
    ///
    /// # Errors
    /// `StoreDamaged`.
    pub fn cards(&self, now: &Moment) -> Result<CardWeek, DiaryError> {
        let now = now.try_into()?;
        self.with(|diary| Ok(diary.cards(logical_date(now, diary.rollover())?)?.into()))
    }

    /// Hides the question of a card for ninety days.
    ///
    /// # Errors
    /// `Refused` for a card that is not shown, `StorageFull`; then nothing was changed.
    pub fn hide_card(&self, question: &str, now: &Moment) -> Result<(), DiaryError> {
        let now = now.try_into()?;
        self.with(|diary| Ok(diary.hide_card(question, now)?))
    }

    /// Adds the question of a card to the next visit that has room for it; answers that visit.
    ///
    /// # Errors
    /// `Refused` for a card that is not shown, or without a coming visit with room; `StorageFull`. Then nothing was changed.
    pub fn ask_card(
        &self,
        question: &str,
        recorded_by: RecordedBy,
        now: &Moment,
    ) -> Result<DiaryRecord, DiaryError> {
        let now = now.try_into()?;
        self.with(|diary| {
            let visit = diary.ask_card(question, recorded_by, now)?;
            Ok((&tidemark::model::Record::from(visit)).into())
        })
    }

    /// The three sentences that come first on a report: how complete, where the main measure is lately, how it moves around
    /// sessions.
    ///
    /// # Errors
    /// `StoreDamaged`, `Invalid`.
    pub fn summary(&self, period: &Period) -> Result<Vec<Sentence>, DiaryError> {
        let period = period.try_into()?;
        self.with(|diary| Ok(diary.summary(period)?.into_iter().map(Sentence::from).collect()))
    }
}

impl From<findings::CardWeek> for CardWeek {
    fn from(from: findings::CardWeek) -> Self {
        Self {
            as_of: from.as_of.to_string(),
            cards: from.cards.into_iter().map(Card::from).collect(),
            waiting: from.waiting,
            next: from.next.map(Sentence::from),
        }
    }
}

impl From<findings::Card> for Card {
    fn from(from: findings::Card) -> Self {
        Self {
            question: from.question.name(),
            shown: from.shown,
            sentence: from.sentence.into(),
            notes: from.notes.into_iter().map(Sentence::from).collect(),
            ask: from.ask.into(),
            how: from.how.map(Sentence::from),
            n: from.n,
            period: from.period.into(),
            estimate: from.estimate,
            interval: from.interval,
            method: from.method.map(Method::from),
        }
    }
}
