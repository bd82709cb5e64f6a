//! Which one number stands for a day in statistics.
//!
//! The latest value in the measure's own frame; for a measure about this moment (`right_now`) the mean of the day's
//! values with their count. Values in another frame answer another question and are not pooled. Skips are not values.

use crate::{CheckIn, EntryMode, Frame, LogicalDate, Measure, RecordedBy};

/// The number of one day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DayValue {
    /// The day.
    pub day: LogicalDate,
    /// The number, in the measure's unit.
    pub value: f64,
    /// How many ratings it was made from, 1 or more.
    pub ratings: u32,
    /// When the rating it rests on was written.
    pub mode: EntryMode,
    /// Who wrote it.
    pub recorded_by: RecordedBy,
    /// Version of the measure it was given on.
    pub version: u32,
}

/// The numbers of all days on which `measure` was rated, by day.
///
/// # Shape
/// Strictly increasing days. Deleted check-ins are left out; the order of `check_ins` does not matter. All versions
/// of the measure are included, each with its number: a reader splits where the scale changed.
#[must_use]
pub fn day_values<'a>(measure: &Measure, check_ins: impl IntoIterator<Item = &'a CheckIn>) -> Vec<DayValue> {
    let mut rated: Vec<(LogicalDate, (&CheckIn, f64, u32))> = Vec::new();
    for check_in in check_ins {
        if check_in.parts().stamp.deleted_at.is_some() {
            continue;
        }
        for value in &check_in.parts().values {
            if value.measure().id != *measure.id() || value.frame() != measure.frame() {
                continue;
            }
            if let Some(rating) = value.answer().rating() {
                let number = (check_in, rating.value().to_f64(), value.measure().version);
                rated.push((check_in.logical_date(), number));
            }
        }
    }
    let pooled = measure.frame() == Frame::RightNow;
    // They nearly always come in order of days, which such a sort only looks through.
    rated.sort_by_key(|(day, _)| *day);
    let mut ratings = Vec::new();
    let one_day = |day: &[(LogicalDate, (&'a CheckIn, f64, u32))]| {
        ratings.clear();
        ratings.extend(day.iter().map(|(_, rating)| *rating));
        of_day(day.first()?.0, &ratings, pooled)
    };
    rated.chunk_by(|(one, _), (other, _)| one == other).filter_map(one_day).collect()
}

fn of_day(day: LogicalDate, ratings: &[(&CheckIn, f64, u32)], pooled: bool) -> Option<DayValue> {
    // Two ratings of one moment are told apart by when they were written, then by id: the order never depends on
    // how the rows came out of a file.
    let order = |c: &CheckIn| (c.at().instant, c.parts().stamp.recorded.instant, c.id());
    let &(latest, last, version) = ratings.iter().max_by_key(|(check_in, _, _)| order(check_in))?;
    let (value, count) = if pooled {
        // A change of version within a day starts a new scale: only the latest version's ratings are averaged.
        let mut same: Vec<_> = ratings.iter().filter(|(_, _, v)| *v == version).collect();
        same.sort_by_key(|(check_in, _, _)| order(check_in));
        let count = u32::try_from(same.len()).unwrap_or(u32::MAX);
        (same.iter().map(|(_, value, _)| value).sum::<f64>() / f64::from(count), count)
    } else {
        (last, 1)
    };
    let recorded_by = latest.parts().stamp.recorded_by;
    Some(DayValue { day, value, ratings: count, mode: latest.entry_mode(), recorded_by, version })
}
