//! One card: a sentence with what it rests on, and the question it belongs to.

use serde::{Serialize, Serializer};
use tidemark_model::{MeasureId, MedicationId, Period};

use crate::{Interval, Method, Sentence, iso};

/// What a card asks; the same question has the same name every week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// Were several of the last sessions paused or upsetting?
    OftenPaused,
    /// Were sessions close to a dose of this medicine?
    DoseNear(MedicationId),
    /// Do days or nights after sessions differ in this measure?
    DaysAfter(MeasureId),
    /// Do sessions differ by this factor in this measure?
    Compare(&'static str, MeasureId),
    /// How do ratings of this measure move around sessions?
    SessionChange(MeasureId),
    /// Does this measure drift?
    Drift(MeasureId),
}

impl Question {
    /// The name, as it is hidden by: `days_after:energy`.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Self::OftenPaused => "often_paused".to_owned(),
            Self::DoseNear(medication) => format!("dose_near:{medication}"),
            Self::DaysAfter(measure) => format!("days_after:{measure}"),
            Self::Compare(factor, measure) => format!("{factor}:{measure}"),
            Self::SessionChange(measure) => format!("session_change:{measure}"),
            Self::Drift(measure) => format!("drift:{measure}"),
        }
    }
}

impl Serialize for Question {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&self.name())
    }
}

/// What kind of statement a card makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Shown {
    /// A count of what was written down.
    Count,
    /// A direction, chosen among all comparisons of the week.
    Claim,
    /// Figures without a direction.
    Figures,
}

/// One card.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Card {
    /// The question it answers.
    pub question: Question,
    /// What kind of statement it is.
    pub shown: Shown,
    /// What it says.
    pub sentence: Sentence,
    /// What belongs beside it, until when the records were read as the last.
    pub notes: Vec<Sentence>,
    /// The question for a visit that it can become, in the person's voice.
    pub ask: Sentence,
    /// How it was worked out; none for a count.
    pub how: Option<Sentence>,
    /// Records it rests on: sessions, or days with a value.
    pub n: u32,
    /// First and last day.
    #[serde(serialize_with = "iso::period")]
    pub period: Period,
    /// The estimate with its interval; none for a count.
    pub estimate: Option<f64>,
    /// Interval of the estimate, at its own level.
    pub interval: Option<Interval>,
    /// Method and variant.
    pub method: Option<Method>,
}
