//! What may be rated: a question with its scale, direction and anchors. Frozen once used; a change is a new version.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use crate::code::coded;
use crate::{Invalid, Scale, ShortText};

/// Name of a measure in files and on the command line: 1 to 40 of `a-z`, `0-9`, `_`, starting with a letter. A copy shares
/// the letters: every value of a diary carries one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MeasureId(Arc<str>);

impl MeasureId {
    /// Takes a name.
    ///
    /// # Errors
    /// [`Invalid::Field`] for other characters or lengths.
    pub fn new(name: &str) -> Result<Self, Invalid> {
        let letter = name.starts_with(|c: char| c.is_ascii_lowercase());
        let rest = name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
        if letter && rest && name.len() <= 40 {
            Ok(Self(Arc::from(name)))
        } else {
            Err(Invalid::Field {
                field: "a measure's name",
                allowed: "1 to 40 of a-z, 0-9 and _, letter first",
            })
        }
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for MeasureId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl FromStr for MeasureId {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        Self::new(text)
    }
}

/// One version of a measure; versions count from 1.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MeasureRef {
    /// The measure.
    pub id: MeasureId,
    /// Which version of it, from 1.
    pub version: u32,
}

/// The stretch of time a question asks about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
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

coded!(Frame, "frame", {
    DayOverall => "day_overall", RightNow => "right_now", LastNight => "last_night", PastWeeks => "past_weeks",
});

/// What a higher number means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// Higher is what the person hopes for.
    HigherBetter,
    /// Higher is what burdens the person.
    HigherWorse,
    /// Neither.
    Neutral,
}

coded!(Direction, "direction", {
    HigherBetter => "higher_better", HigherWorse => "higher_worse", Neutral => "neutral",
});

/// What a measure counts in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// Points of its own scale (UCUM `{score}`).
    Score,
    /// Hours (UCUM `h`).
    Hour,
}

coded!(Unit, "unit", { Score => "{score}", Hour => "h" });

/// The words at both ends of a scale.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Anchors {
    /// What the lowest value means.
    pub low: Option<ShortText>,
    /// What the highest value means.
    pub high: Option<ShortText>,
}

/// Where a measure is asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Usage {
    /// In the daily check-in.
    pub daily: bool,
    /// Before, after and the morning after a session.
    pub session: bool,
}

/// One version of a question a person answers with a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measure {
    parts: MeasureParts,
}

/// The fields of a [`Measure`], before they are checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeasureParts {
    /// Name, the same over all versions.
    pub id: MeasureId,
    /// Version, from 1.
    pub version: u32,
    /// What the person reads.
    pub label: ShortText,
    /// Default frame of its values.
    pub frame: Frame,
    /// Grid of its values.
    pub scale: Scale,
    /// Unit of its values.
    pub unit: Unit,
    /// What a higher number means.
    pub direction: Direction,
    /// Words at both ends.
    pub anchors: Anchors,
    /// Where it is asked.
    pub usage: Usage,
    /// Place among the measures, lowest first.
    pub order: u16,
    /// Whether it is asked at all now.
    pub active: bool,
}

impl Measure {
    /// Makes a measure.
    ///
    /// # Errors
    /// [`Invalid::Field`] for version 0.
    pub fn new(parts: MeasureParts) -> Result<Self, Invalid> {
        if parts.version == 0 {
            return Err(Invalid::Field { field: "a measure's version", allowed: "1 or more" });
        }
        Ok(Self { parts })
    }

    /// All fields.
    #[must_use]
    pub const fn parts(&self) -> &MeasureParts {
        &self.parts
    }

    /// Name.
    #[must_use]
    pub const fn id(&self) -> &MeasureId {
        &self.parts.id
    }

    /// Name and version.
    #[must_use]
    pub fn reference(&self) -> MeasureRef {
        MeasureRef { id: self.parts.id.clone(), version: self.parts.version }
    }

    /// What the person reads.
    #[must_use]
    pub fn label(&self) -> &str {
        self.parts.label.as_str()
    }

    /// Grid of its values.
    #[must_use]
    pub const fn scale(&self) -> Scale {
        self.parts.scale
    }

    /// Default frame of its values.
    #[must_use]
    pub const fn frame(&self) -> Frame {
        self.parts.frame
    }

    /// What a higher number means.
    #[must_use]
    pub const fn direction(&self) -> Direction {
        self.parts.direction
    }

    /// Whether both versions ask the same question on the same grid, so that their values form one series.
    #[must_use]
    pub fn continues(&self, other: &Self) -> bool {
        let (a, b) = (&self.parts, &other.parts);
        a.id == b.id
            && a.frame == b.frame
            && a.scale == b.scale
            && a.unit == b.unit
            && a.direction == b.direction
            && a.anchors == b.anchors
    }
}
