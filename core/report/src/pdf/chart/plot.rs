//! Where a day and a value stand on the page, and which days are empty.

use super::super::words::{narrow, whole};
use crate::document::{EntryMark, Period, TrendPanel};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// The plotting area of one panel.
pub(crate) struct Plot {
    pub(crate) left: f32,
    pub(crate) top: f32,
    pub(crate) right: f32,
    pub(crate) bottom: f32,
    days: f64,
    min: f64,
    max: f64,
    /// Values to draw, by day.
    pub(crate) values: Vec<Value>,
    /// Empty stretches, by day.
    pub(crate) gaps: Vec<Gap>,
}

/// A value to draw; `day` counts from the first day of the period.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Value {
    pub(crate) day: i64,
    pub(crate) at: f64,
    pub(crate) mark: EntryMark,
}

/// Days without a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Gap {
    pub(crate) first: i64,
    pub(crate) days: i64,
}

impl Plot {
    pub(crate) fn new(panel: &TrendPanel, left: f32, top: f32, right: f32, bottom: f32) -> Self {
        let finite = panel.points.iter().filter(|p| p.value.is_finite());
        let values: Vec<Value> = inside(finite.map(|p| (p.date, p)), panel.period)
            .into_iter()
            .map(|(day, p)| Value { day, at: p.value, mark: p.mark })
            .collect();
        let days = i64::from(panel.period.days());
        let gaps = gaps(&values, days);
        let (min, max) = (panel.scale.min(), panel.scale.max());
        Self { left, top, right, bottom, days: f64::from(panel.period.days()), min, max, values, gaps }
    }

    /// The middle of a day.
    pub(crate) fn x(&self, day: i64) -> f32 {
        self.at((float(day) + 0.5) / self.days)
    }

    /// The start of a day.
    pub(crate) fn x_edge(&self, day: i64) -> f32 {
        self.at(float(day) / self.days)
    }

    /// A value, kept within the scale.
    pub(crate) fn y(&self, value: f64) -> f32 {
        let share = ((value - self.min) / (self.max - self.min)).clamp(0.0, 1.0);
        self.bottom - narrow(share) * (self.bottom - self.top)
    }

    pub(crate) fn day_width(&self) -> f32 {
        narrow(f64::from(self.right - self.left) / self.days)
    }

    /// Marks that can be told apart on paper.
    pub(crate) fn distinct(&self) -> Vec<(f32, f32, EntryMark)> {
        let mut seen = BTreeSet::new();
        let mut out = vec![];
        for v in &self.values {
            let (x, y) = (self.x(v.day), self.y(v.at));
            let kind = match v.mark {
                EntryMark::LiveOrLate => 0_u8,
                EntryMark::Backfill => 1,
                EntryMark::Proxy => 2,
            };
            if seen.insert((cell(x, y), kind)) {
                out.push((x, y, v.mark));
            }
        }
        out
    }

    fn at(&self, share: f64) -> f32 {
        self.left + narrow(share.clamp(0.0, 1.0)) * (self.right - self.left)
    }
}

/// What lies in the period, by day from its first, in order; what shares a day keeps its order.
pub(crate) fn inside<T>(dated: impl Iterator<Item = (NaiveDate, T)>, period: Period) -> Vec<(i64, T)> {
    let days = i64::from(period.days());
    let mut inside: Vec<(i64, T)> = dated
        .map(|(date, t)| ((date - period.from()).num_days(), t))
        .filter(|(day, _)| (0..days).contains(day))
        .collect();
    inside.sort_by_key(|(day, _)| *day);
    inside
}

/// Stretches of at least [`super::GAP`] days without a value, also before the first and after the last.
fn gaps(values: &[Value], days: i64) -> Vec<Gap> {
    let mut gaps = vec![];
    let mut next = 0;
    for day in values.iter().map(|v| v.day).chain([days]) {
        if day - next >= super::GAP {
            gaps.push(Gap { first: next, days: day - next });
        }
        next = next.max(day + 1);
    }
    gaps
}

/// A quarter of a point, a fifth of the smallest dot: marks closer than this are one.
pub(crate) fn cell(x: f32, y: f32) -> (u32, u32) {
    (whole(x * 4.0), whole(y * 4.0))
}

/// A count of days as a number to calculate with; exact to 2⁵³ and no period is longer than 2³².
fn float(day: i64) -> f64 {
    i32::try_from(day).map_or(f64::MAX, f64::from)
}
