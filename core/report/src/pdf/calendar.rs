//! A true calendar between two edges: where a day stands, and the ticks with their dates. The one axis of all charts.

use super::chart::{self, HAIR};
use super::ink::{Ink, Mark, Pen, line};
use super::page::mm;
use super::text::{Setter, Style};
use super::words::narrow;
use crate::document::Period;
use chrono::NaiveDate;

/// A period laid between two positions.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Calendar {
    pub(crate) period: Period,
    pub(crate) left: f32,
    pub(crate) right: f32,
}

/// From the axis to its labels.
const UNDER: f32 = mm(2.3);
/// Height of ticks and labels under an axis.
pub(crate) const HEIGHT: f32 = UNDER + Style::Caption.pitch();

impl Calendar {
    /// Where a day starts; the near edge for what lies outside.
    pub(crate) fn edge(&self, day: NaiveDate) -> f32 {
        self.at(day, 0.0)
    }

    /// Where a day ends; the near edge for what lies outside.
    pub(crate) fn end(&self, day: NaiveDate) -> f32 {
        self.at(day, 1.0)
    }

    /// The middle of a day; the near edge for what lies outside.
    pub(crate) fn middle(&self, day: NaiveDate) -> f32 {
        self.at(day, 0.5)
    }

    /// Whether a day is on the axis.
    pub(crate) fn holds(&self, day: NaiveDate) -> bool {
        self.period.from() <= day && day <= self.period.to()
    }

    pub(crate) fn day_width(&self) -> f32 {
        narrow(f64::from(self.right - self.left) / f64::from(self.period.days()))
    }

    /// Pale lines at the ticks, from one height to another.
    pub(crate) fn grid(&self, top: f32, bottom: f32) -> Vec<Mark> {
        let pen = Pen::solid(Ink::Pale, mm(0.2));
        let upright = |x| line((x, top), (x, bottom), pen);
        chart::ticks(self.period).into_iter().map(|day| upright(self.edge(day))).collect()
    }

    /// Ticks under an axis at `y`, with as many dates as have room between two limits; a new year comes first.
    pub(crate) fn ticks(&self, setter: &mut Setter, y: f32, limits: (f32, f32)) -> Vec<Mark> {
        chart::dated(setter, self.period, |day| self.edge(day), (y, y + UNDER), limits)
    }

    /// The axis itself, with its ticks and dates.
    pub(crate) fn axis(&self, setter: &mut Setter, y: f32, limits: (f32, f32)) -> Vec<Mark> {
        let mut marks = vec![line((self.left, y), (self.right, y), Pen::solid(Ink::Grey, HAIR))];
        marks.extend(self.ticks(setter, y, limits));
        marks
    }

    fn at(&self, day: NaiveDate, part: f64) -> f32 {
        let days = (day - self.period.from()).num_days();
        let days = i32::try_from(days).map_or(if days < 0 { f64::MIN } else { f64::MAX }, f64::from);
        let share = ((days + part) / f64::from(self.period.days())).clamp(0.0, 1.0);
        self.left + narrow(share) * (self.right - self.left)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).unwrap()
    }

    /// 30 days on 300 points: a day is 10 wide.
    #[test]
    fn a_day_stands_between_its_start_and_its_end_and_outside_at_the_edge() {
        let period = Period::new(day(2026, 9, 1), day(2026, 9, 30));
        let calendar = Calendar { period, left: 100.0, right: 400.0 };
        let near = |x: f32, expected: f32| assert!((x - expected).abs() < 1e-3, "{x} is not {expected}");
        near(calendar.edge(day(2026, 9, 1)), 100.0);
        near(calendar.middle(day(2026, 9, 1)), 105.0);
        near(calendar.edge(day(2026, 9, 11)), 200.0);
        near(calendar.end(day(2026, 9, 30)), 400.0);
        near(calendar.middle(day(2026, 8, 1)), 100.0);
        near(calendar.edge(NaiveDate::MIN), 100.0);
        near(calendar.end(NaiveDate::MAX), 400.0);
        near(calendar.day_width(), 10.0);
        assert!(calendar.holds(day(2026, 9, 30)) && !calendar.holds(day(2026, 10, 1)));
    }
}
