//! What a finding says about its measure: name, version, scale and direction, so that it reads alone.

use serde::Serialize;
use tidemark_model::{Direction, Frame, Measure, MeasureId, Unit};

use crate::{iso, text};

/// The measure that a finding is about.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Measured {
    /// Name in files and on the command line.
    #[serde(rename = "measure_id", serialize_with = "iso::measure")]
    pub id: MeasureId,
    /// Version whose scale the figures are on.
    #[serde(rename = "measure_version")]
    pub version: u32,
    /// What the person reads.
    #[serde(rename = "measure_label")]
    pub label: String,
    /// What stretch of time the question asks about.
    #[serde(serialize_with = "iso::frame")]
    pub frame: Frame,
    /// Unit of all values.
    #[serde(serialize_with = "iso::unit")]
    pub unit: Unit,
    /// Lowest value of the scale.
    pub scale_min: f64,
    /// Highest value of the scale.
    pub scale_max: f64,
    /// Distance between neighbouring values.
    pub scale_step: f64,
    /// What a higher number means.
    #[serde(serialize_with = "iso::direction")]
    pub direction: Direction,
}

impl Measured {
    /// The measure in the words of a finding.
    #[must_use]
    pub fn new(measure: &Measure) -> Self {
        let scale = measure.scale();
        Self {
            id: measure.id().clone(),
            version: measure.parts().version,
            label: measure.label().to_owned(),
            frame: measure.frame(),
            unit: measure.parts().unit,
            scale_min: scale.min().to_f64(),
            scale_max: scale.max().to_f64(),
            scale_step: scale.step().to_f64(),
            direction: measure.direction(),
        }
    }

    /// Length of the scale, in the measure's unit; above 0.
    #[must_use]
    pub fn range(&self) -> f64 {
        self.scale_max - self.scale_min
    }

    /// The direction in words, such as `higher = worse`.
    #[must_use]
    pub fn direction_label(&self) -> String {
        text(match self.direction {
            Direction::HigherWorse => "label.higher_worse",
            Direction::HigherBetter => "label.higher_better",
            Direction::Neutral => "label.neutral",
        })
    }

    /// What a difference is counted in: points, or hours.
    pub(crate) fn points(&self) -> String {
        text(match self.unit {
            Unit::Score => "label.points",
            Unit::Hour => "label.hours",
        })
    }
}
