//! Changes around sessions: pairs of before and after, the change with its interval or why there is none, and the sentences.

use tidemark::findings::{self, Interval, SignCounts};
use tidemark::model::{Direction, Frame, Modality};

use crate::finding::codes;
use crate::{DiaryError, MeasureUnit, Method, OpenDiary, Period, Sentence, Silence, Span};

/// Changes with the days they are about.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Changes {
    /// The days asked about; none when the diary has no entry.
    pub period: Option<Period>,
    /// One per measure, in their order.
    pub changes: Vec<SessionChange>,
}

/// One measure around the sessions of a period. These moves come with resting, expectation and the choice of days too.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct SessionChange {
    /// Name of the measure.
    pub measure_id: String,
    /// Version whose scale the figures are on, from 1.
    pub measure_version: u32,
    /// What the person reads.
    pub label: String,
    /// What stretch of time the question asks about.
    pub frame: Frame,
    /// Unit of all values.
    pub unit: MeasureUnit,
    /// What a higher number means.
    pub direction: Direction,
    /// Lowest value of the scale, in its unit.
    pub scale_min: f64,
    /// Highest value of the scale, in its unit.
    pub scale_max: f64,
    /// The days asked about; a session counts by its own day.
    pub period: Period,
    /// Sessions that took place.
    pub sessions: u32,
    /// Pairs that count.
    pub n: u32,
    /// Median of the ratings before, over the pairs that count.
    pub before_median: Option<f64>,
    /// Median of the ratings after, over the pairs that count.
    pub after_median: Option<f64>,
    /// The change, or why nothing is said.
    pub change: ChangeFigure,
    /// How many ratings were lower, the same and higher after.
    pub counts: SignCounts,
    /// Pairs of before and the next morning that count.
    pub follow_up_n: u32,
    /// The next morning against before, or why nothing is said.
    pub follow_up: ChangeFigure,
    /// All rated sessions, in order of time, those that do not count among them.
    pub pairs: Vec<SessionPair>,
    /// Codes of what limits the reading.
    pub cautions: Vec<String>,
    /// What this says, in words, in the order to show.
    pub sentences: Vec<Sentence>,
}

/// How many ratings were lower, the same and higher after.
#[uniffi::remote(Record)]
pub struct SignCounts {
    /// After below before.
    pub lower: u32,
    /// After equal to before.
    pub same: u32,
    /// After above before.
    pub higher: u32,
}

/// A change, or why nothing is said.
#[derive(Clone, Debug, PartialEq, uniffi::Enum)]
pub enum ChangeFigure {
    /// The estimate.
    Estimated {
        /// The change.
        change: Change,
    },
    /// Nothing is said.
    Silent {
        /// Why.
        silence: Silence,
    },
}

/// After minus before.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Change {
    /// Whether the estimate is the mean, because neighbouring sessions are alike, rather than the Hodges–Lehmann median.
    pub is_mean: bool,
    /// The change, in the measure's unit.
    pub estimate: f64,
    /// Its 95 % interval.
    pub interval: Interval,
    /// Pairs used.
    pub n: u32,
    /// How many independent pairs they count like; given with the mean.
    pub n_effective: Option<f64>,
    /// Method and variant.
    pub method: Method,
    /// Codes of what limits the reading.
    pub cautions: Vec<String>,
}

/// The ratings of one session, in the measure's unit.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct SessionPair {
    /// Id of the session, a UUID.
    pub session_id: String,
    /// Its day, `YYYY-MM-DD`.
    pub day: String,
    /// Its main style.
    pub modality: Modality,
    /// Rating before.
    pub before: Option<f64>,
    /// Rating right after.
    pub after: Option<f64>,
    /// Rating the next morning.
    pub follow_up: Option<f64>,
    /// After minus before, for a pair that counts.
    pub change: Option<f64>,
}

#[uniffi::export]
impl OpenDiary {
    /// Changes around the sessions of a span of days for the named measures, or for all that were rated there when none is
    /// named.
    ///
    /// # Errors
    /// `UnknownMeasure`, `StoreDamaged`, `Invalid` for a span that ends before it starts.
    pub fn changes(&self, measure_ids: &[String], span: &Span) -> Result<Changes, DiaryError> {
        let names = crate::measure::names(measure_ids)?;
        let span = span.try_into()?;
        self.with(|diary| {
            let asked = diary.changes(&names, span)?;
            Ok(Changes {
                period: asked.period.map(Period::from),
                changes: asked.answers.into_iter().map(SessionChange::from).collect(),
            })
        })
    }
}

impl From<findings::SessionChange> for SessionChange {
    fn from(from: findings::SessionChange) -> Self {
        Self {
            measure_id: from.measure.id.to_string(),
            measure_version: from.measure.version,
            label: from.measure.label,
            frame: from.measure.frame,
            unit: from.measure.unit.into(),
            direction: from.measure.direction,
            scale_min: from.measure.scale_min,
            scale_max: from.measure.scale_max,
            period: from.period.into(),
            sessions: from.sessions,
            n: from.n,
            before_median: from.before_median,
            after_median: from.after_median,
            change: from.change.into(),
            counts: from.counts,
            follow_up_n: from.follow_up.n,
            follow_up: from.follow_up.change.into(),
            pairs: from.pairs.into_iter().map(SessionPair::from).collect(),
            cautions: codes(&from.cautions),
            sentences: from.sentences.into_iter().map(Sentence::from).collect(),
        }
    }
}

impl From<Result<findings::Change, findings::Silence>> for ChangeFigure {
    fn from(from: Result<findings::Change, findings::Silence>) -> Self {
        match from {
            Ok(change) => Self::Estimated {
                change: Change {
                    is_mean: change.centre == findings::Centre::Mean,
                    estimate: change.estimate,
                    interval: change.interval,
                    n: change.n,
                    n_effective: change.n_effective,
                    method: change.method.into(),
                    cautions: codes(&change.cautions),
                },
            },
            Err(silence) => Self::Silent { silence: silence.into() },
        }
    }
}

impl From<findings::Pair> for SessionPair {
    fn from(from: findings::Pair) -> Self {
        Self {
            session_id: from.session.to_string(),
            day: from.day.to_string(),
            modality: from.modality,
            before: from.before,
            after: from.after,
            follow_up: from.follow_up,
            change: match from.difference {
                findings::Difference::Counted { change } => Some(change),
                _ => None,
            },
        }
    }
}
