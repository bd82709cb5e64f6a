//! The measures a new diary starts with, as data: `built_in/measures.csv` is the one place that lists them.

use crate::{
    Anchors, Direction, Frame, Invalid, Measure, MeasureId, MeasureParts, Milli, Scale, ShortText, Unit,
    Usage,
};

const TABLE: &str = include_str!("built_in/measures.csv");

/// Built-in measures in their order, version 1; the first four are asked in the daily check-in.
#[must_use]
pub fn measures() -> Vec<Measure> {
    // A row that could not be read would be missing here; the test below counts them.
    TABLE.lines().skip(1).zip(0..).filter_map(|(row, order)| measure(row, order).ok()).collect()
}

fn measure(row: &str, order: u16) -> Result<Measure, Invalid> {
    let mut cells = row.split(',');
    let mut next = || cells.next().unwrap_or_default();
    let id = MeasureId::new(next())?;
    let label = ShortText::new("label", next())?;
    let frame = Frame::from_code(next())?;
    let mut number = || Milli::parse(next(), crate::DecimalMark::Point);
    let (min, max, step) = (number()?, number()?, number()?);
    let unit = Unit::from_code(next())?;
    let direction = Direction::from_code(next())?;
    let mut words = || ShortText::new("anchor", next()).ok();
    let anchors = Anchors { low: words(), high: words() };
    let usage = Usage { daily: next() == "yes", session: next() == "yes" };
    let active = next() == "yes";
    let scale = Scale::new(min, max, step)?;
    Measure::new(MeasureParts {
        id,
        version: 1,
        label,
        frame,
        scale,
        unit,
        direction,
        anchors,
        usage,
        order,
        active,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_table_is_a_measure() {
        let all = measures();
        assert_eq!(all.len(), 14);
        assert_eq!(all.len(), TABLE.lines().count() - 1);
        let daily: Vec<_> = all
            .iter()
            .filter(|m| m.parts().usage.daily && m.parts().active)
            .map(|m| m.id().as_str())
            .collect();
        assert_eq!(daily, ["stress", "mood", "energy", "sleep_quality"]);
        let sleep = all.iter().find(|m| m.id().as_str() == "sleep_duration").unwrap();
        assert_eq!(
            (sleep.scale().steps(), sleep.direction(), sleep.frame()),
            (96, Direction::Neutral, Frame::LastNight)
        );
    }
}
