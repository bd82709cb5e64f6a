//! Which measures does the map mean: those of the diary by their newest version, and new ones from the map's words.

use tidemark_model::{Anchors, Frame, Measure, MeasureId, MeasureParts, Milli, Scale, Unit, Usage};

use super::map::{ColumnMap, MapMeasure};
use crate::ImportError;

/// The measures a map names, each found or made.
#[derive(Debug)]
pub(super) struct Grid {
    /// Those the diary does not have, in the map's order.
    pub(super) new: Vec<Measure>,
    all: Vec<Measure>,
}

impl Grid {
    /// Finds each measure of the map among `known`, or makes it.
    pub(super) fn new(map: &ColumnMap, known: &[Measure]) -> Result<Self, ImportError> {
        let mut grid = Self { new: Vec::new(), all: Vec::new() };
        let mut order = known.iter().map(|m| m.parts().order).max().map_or(0, |last| last.saturating_add(1));
        for wanted in &map.measures {
            if let Some(measure) = newest(known, &wanted.id) {
                agree(wanted, measure)?;
                grid.all.push(measure.clone());
            } else {
                let measure = made(wanted, order)?;
                order = order.saturating_add(1);
                grid.new.push(measure.clone());
                grid.all.push(measure);
            }
        }
        let around = map.session.iter().flat_map(|s| s.before.keys().chain(s.after.keys()));
        for id in around {
            if grid.measure(id).is_none() {
                let measure = newest(known, id).ok_or_else(|| missing(id, "own [[measure]] part"))?;
                grid.all.push(measure.clone());
            }
        }
        Ok(grid)
    }

    /// The measure of that name.
    pub(super) fn measure(&self, id: &MeasureId) -> Option<&Measure> {
        self.all.iter().find(|measure| measure.id() == id)
    }
}

fn newest<'k>(known: &'k [Measure], id: &MeasureId) -> Option<&'k Measure> {
    known.iter().filter(|m| m.id() == id).max_by_key(|m| m.parts().version)
}

fn missing(measure: &MeasureId, field: &'static str) -> ImportError {
    ImportError::NewMeasure { measure: measure.clone(), field }
}

/// Refuses a map that says something else of a measure than the diary does; the label is the diary's.
fn agree(wanted: &MapMeasure, measure: &Measure) -> Result<(), ImportError> {
    let (scale, parts) = (measure.scale(), measure.parts());
    let number = |wanted: Option<Milli>, has| wanted.is_none_or(|wanted| wanted == has);
    let anchor = |wanted: &Option<_>, has: &Option<_>| wanted.is_none() || wanted == has;
    let fields = [
        ("min", number(wanted.min, scale.min())),
        ("max", number(wanted.max, scale.max())),
        ("step", number(wanted.step, scale.step())),
        ("unit", wanted.unit.is_none_or(|unit| unit == parts.unit)),
        ("frame", wanted.frame.is_none_or(|frame| frame == parts.frame)),
        ("direction", wanted.direction.is_none_or(|direction| direction == parts.direction)),
        ("anchor_low", anchor(&wanted.anchor_low, &parts.anchors.low)),
        ("anchor_high", anchor(&wanted.anchor_high, &parts.anchors.high)),
    ];
    match fields.iter().find(|(_, agrees)| !agrees) {
        Some((field, _)) => Err(ImportError::MeasureDiffers { measure: wanted.id.clone(), field }),
        None => Ok(()),
    }
}

fn made(wanted: &MapMeasure, order: u16) -> Result<Measure, ImportError> {
    let needs = |field| move || missing(&wanted.id, field);
    let label = wanted.label.clone().ok_or_else(needs("label"))?;
    let (min, max) = (wanted.min.ok_or_else(needs("min"))?, wanted.max.ok_or_else(needs("max"))?);
    let direction = wanted.direction.ok_or_else(needs("direction"))?;
    let step = wanted.step.unwrap_or(Milli::whole(1));
    let whole_steps = "min, max and step with a whole number of steps between";
    let scale = Scale::new(min, max, step).map_err(|_| missing(&wanted.id, whole_steps))?;
    let parts = MeasureParts {
        id: wanted.id.clone(),
        version: 1,
        label,
        frame: wanted.frame.unwrap_or(Frame::DayOverall),
        scale,
        unit: wanted.unit.unwrap_or(Unit::Score),
        direction,
        anchors: Anchors { low: wanted.anchor_low.clone(), high: wanted.anchor_high.clone() },
        // What an old file holds is kept and shown; whether it is asked from now on is the person's decision.
        usage: Usage::default(),
        order,
        active: true,
    };
    Measure::new(parts).map_err(|_| missing(&wanted.id, "version"))
}
