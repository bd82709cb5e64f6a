//! What may be rated, with all that a pad needs to draw itself.

use tidemark::model::{Direction, Frame, Invalid, MeasureId, ShortText};

/// The stretch of time a question asks about.
#[uniffi::remote(Enum)]
pub enum Frame {
    /// The day as a whole.
    DayOverall,
    /// This moment.
    RightNow,
    /// The night that ended this morning.
    LastNight,
    /// The past weeks.
    PastWeeks,
}

/// What a higher number means.
#[uniffi::remote(Enum)]
pub enum Direction {
    /// Higher is what the person hopes for.
    HigherBetter,
    /// Higher is what burdens the person.
    HigherWorse,
    /// Neither.
    Neutral,
}

/// What a measure counts in. Not the core's enum itself: a class named `Unit` would hide Kotlin's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum MeasureUnit {
    /// Points of its own scale.
    Score,
    /// Hours.
    Hour,
}

/// The newest version of a question a person answers with a number. Own record: the core's fields are private.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Measure {
    /// Name, 1 to 40 of `a-z`, `0-9`, `_`; the same over all versions.
    pub id: String,
    /// Version, from 1.
    pub version: u32,
    /// What the person reads, 1 to 80 characters.
    pub label: String,
    /// What stretch of time it asks about.
    pub frame: Frame,
    /// Unit of its values.
    pub unit: MeasureUnit,
    /// What a higher number means; printed on each pad and chart.
    pub direction: Direction,
    /// Lowest value, in thousandths of the unit.
    pub min_milli: i64,
    /// Highest value, in thousandths of the unit; above the lowest.
    pub max_milli: i64,
    /// Distance between neighbouring values, in thousandths of the unit; 1 to 10,000 steps from lowest to highest.
    pub step_milli: i64,
    /// What the lowest value means.
    pub anchor_low: Option<String>,
    /// What the highest value means.
    pub anchor_high: Option<String>,
    /// Whether it is asked in the daily check-in.
    pub daily: bool,
    /// Whether it is asked around sessions.
    pub session: bool,
    /// Whether it is asked at all now.
    pub active: bool,
}

pub(crate) fn names(ids: &[String]) -> Result<Vec<MeasureId>, Invalid> {
    ids.iter().map(|id| MeasureId::new(id)).collect()
}

impl From<tidemark::model::Unit> for MeasureUnit {
    fn from(from: tidemark::model::Unit) -> Self {
        match from {
            tidemark::model::Unit::Score => Self::Score,
            tidemark::model::Unit::Hour => Self::Hour,
        }
    }
}

impl From<&tidemark::model::Measure> for Measure {
    fn from(from: &tidemark::model::Measure) -> Self {
        let parts = from.parts();
        let words = |text: &Option<ShortText>| text.as_ref().map(|t| t.as_str().to_owned());
        Self {
            id: parts.id.to_string(),
            version: parts.version,
            label: from.label().to_owned(),
            frame: parts.frame,
            unit: parts.unit.into(),
            direction: parts.direction,
            min_milli: parts.scale.min().thousandths(),
            max_milli: parts.scale.max().thousandths(),
            step_milli: parts.scale.step().thousandths(),
            anchor_low: words(&parts.anchors.low),
            anchor_high: words(&parts.anchors.high),
            daily: parts.usage.daily,
            session: parts.usage.session,
            active: parts.active,
        }
    }
}
