//! Every daily value of a period, day by day, as it was given. Printed only when the person ticks it.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use tidemark_model::{EntryMode, LogicalDate};

use crate::{Measured, Point, Trend, iso};

/// Days by measures.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DailyTable {
    /// The measures with a value, in their order.
    pub measures: Vec<Measured>,
    /// The days with a value, in order.
    pub days: Vec<DailyLine>,
}

/// The values of one day.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DailyLine {
    /// The day.
    #[serde(serialize_with = "iso::day")]
    pub day: LogicalDate,
    /// One for each measure of the table, in its unit; none where there is no value.
    pub values: Vec<Option<DailyValue>>,
}

/// One value of one day.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct DailyValue {
    /// The value.
    pub value: f64,
    /// Whether it was entered after the next day, read from a file, or entered by somebody else.
    pub apart: bool,
}

impl From<&Point> for DailyValue {
    fn from(point: &Point) -> Self {
        let soon = matches!(point.mode, EntryMode::Live | EntryMode::Late { .. });
        Self { value: point.value, apart: point.proxy || !soon }
    }
}

/// The table of these trends; none without a value.
pub(crate) fn table(trends: &[Trend]) -> Option<DailyTable> {
    let rated: Vec<&Trend> = trends.iter().filter(|trend| !trend.points.is_empty()).collect();
    let of_one =
        |trend: &&Trend| trend.points.iter().map(|point| (point.day, DailyValue::from(point))).collect();
    let by_day: Vec<BTreeMap<LogicalDate, DailyValue>> = rated.iter().map(of_one).collect();
    let days: BTreeSet<LogicalDate> = by_day.iter().flat_map(BTreeMap::keys).copied().collect();
    let line = |day: LogicalDate| DailyLine {
        day,
        values: by_day.iter().map(|values| values.get(&day).copied()).collect(),
    };
    (!days.is_empty()).then(|| DailyTable {
        measures: rated.iter().map(|trend| trend.measure.clone()).collect(),
        days: days.iter().copied().map(line).collect(),
    })
}
