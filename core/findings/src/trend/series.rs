//! The values of one measure over a period: which the figures rest on, and which are only counted or drawn.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use tidemark_model::{DayValue, EntryMode, LogicalDate, Measure, Period, RecordedBy, Records, day_values};

use crate::coverage::count_of;
use crate::{Silence, iso};

/// One value to draw.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Point {
    /// The day.
    #[serde(serialize_with = "iso::day")]
    pub day: LogicalDate,
    /// The value, in the measure's unit.
    pub value: f64,
    /// Whether it was written on its day or later.
    #[serde(serialize_with = "iso::mode")]
    pub mode: EntryMode,
    /// Whether somebody else rated on the person's behalf; such a value is in no figure.
    pub proxy: bool,
    /// Ratings it was made from, 1 or more.
    pub ratings: u32,
}

/// How many values were written when.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct EntryModes {
    /// On the day.
    pub live: u32,
    /// Within the next day.
    pub late: u32,
    /// Later.
    pub backfill: u32,
    /// Read from a file.
    pub imported: u32,
}

/// Values on another scale of the same measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct ScaleBreak {
    /// Version of the measure with that scale.
    pub version: u32,
    /// Days with a value on it.
    pub n: u32,
    /// First of them.
    #[serde(serialize_with = "iso::day")]
    pub from: LogicalDate,
    /// Last of them.
    #[serde(serialize_with = "iso::day")]
    pub to: LogicalDate,
}

/// The values of a measure over a period.
pub(crate) struct Series {
    /// On the measure's own scale, in order of days; at most one of the person and one of somebody else a day.
    pub(crate) points: Vec<Point>,
    /// On other scales.
    pub(crate) breaks: Vec<ScaleBreak>,
    days: u32,
}

impl Series {
    pub(crate) fn of(records: &Records, measure: &Measure, period: Period) -> Self {
        let others: BTreeMap<u32, &Measure> = records
            .measures
            .iter()
            .filter(|other| other.id() == measure.id() && !measure.continues(other))
            .map(|other| (other.parts().version, other))
            .collect();
        let by_proxy = |proxy: bool| {
            let entries = records
                .check_ins
                .iter()
                .filter(move |c| (c.parts().stamp.recorded_by == RecordedBy::Proxy) == proxy);
            day_values(measure, entries)
        };
        let kept = |value: &DayValue| period.contains(value.day) && !others.contains_key(&value.version);
        let mut points: Vec<Point> = [false, true]
            .into_iter()
            .flat_map(|proxy| by_proxy(proxy).into_iter().filter(kept).map(move |value| point(value, proxy)))
            .collect();
        points.sort_by_key(|point| (point.day, point.proxy));
        let breaks = others.values().filter_map(|other| on_scale(records, other, period)).collect();
        Self { points, breaks, days: period.days() }
    }

    /// The person's own values.
    pub(crate) fn own(&self) -> impl DoubleEndedIterator<Item = &Point> {
        self.points.iter().filter(|point| !point.proxy)
    }

    /// Values of somebody else.
    pub(crate) fn proxy(&self) -> impl Iterator<Item = &Point> {
        self.points.iter().filter(|point| point.proxy)
    }

    /// The person's own values, in order of days.
    pub(crate) fn values(&self) -> Vec<f64> {
        self.own().map(|point| point.value).collect()
    }

    pub(crate) fn entry_modes(&self) -> EntryModes {
        let mut modes = EntryModes::default();
        for point in self.own() {
            let count = match point.mode {
                EntryMode::Live => &mut modes.live,
                EntryMode::Late { .. } => &mut modes.late,
                EntryMode::Backfill { .. } => &mut modes.backfill,
                EntryMode::Imported => &mut modes.imported,
            };
            *count += 1;
        }
        modes
    }

    /// The share of days with a value that was written later than the next day or by somebody else, if above a half.
    pub(crate) fn mostly_backfilled(&self) -> Option<Silence> {
        let all: BTreeSet<LogicalDate> = self.points.iter().map(|point| point.day).collect();
        let own: BTreeSet<LogicalDate> = self
            .own()
            .filter(|point| !matches!(point.mode, EntryMode::Backfill { .. }))
            .map(|point| point.day)
            .collect();
        let (all, weak) = (count_of(all.len()), count_of(all.len() - own.len()));
        (u64::from(weak) * 2 > u64::from(all))
            .then(|| Silence::MostlyBackfilled { share: f64::from(weak) / f64::from(all) })
    }

    /// The values as the statistics take them.
    pub(crate) fn statistics(&self) -> Result<tidemark_stats::Series, Silence> {
        let values = self.own().map(|point| (point.day.day_number(), point.value));
        let missing = usize::try_from(self.days).unwrap_or(usize::MAX).saturating_sub(self.own().count());
        // Values of the model are finite and days are in order, so this is never refused.
        tidemark_stats::Series::new(values)
            .map(|series| series.with_missing(missing))
            .map_err(|_| Silence::NotIdentifiable)
    }

    /// Whether all of the person's values are equal.
    pub(crate) fn is_constant(&self) -> bool {
        let mut values = self.own().map(|point| point.value);
        let first = values.next();
        values.all(|value| first.is_some_and(|first| value.total_cmp(&first).is_eq()))
    }
}

const fn point(value: DayValue, proxy: bool) -> Point {
    Point { day: value.day, value: value.value, mode: value.mode, proxy, ratings: value.ratings }
}

fn on_scale(records: &Records, measure: &Measure, period: Period) -> Option<ScaleBreak> {
    let version = measure.parts().version;
    let days: Vec<LogicalDate> = day_values(measure, &records.check_ins)
        .into_iter()
        .filter(|value| value.version == version && period.contains(value.day))
        .map(|value| value.day)
        .collect();
    Some(ScaleBreak { version, n: count_of(days.len()), from: *days.first()?, to: *days.last()? })
}
