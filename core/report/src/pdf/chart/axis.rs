//! The two axes: the whole scale with its grid, and a true calendar.

use super::super::ink::{Ink, Mark, Pen, line};
use super::super::page::mm;
use super::super::text::{Setter, Style};
use super::super::words;
use super::plot::Plot;
use super::{HAIR, TRIANGLES, WIDTH};
use crate::document::{Period, TrendPanel};
use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

/// Most ticks an axis gets; beyond, the step grows.
const MOST_TICKS: u32 = 140;

/// Grid lines with their values at the left, and the axis at the foot.
pub(crate) fn grid(setter: &mut Setter, panel: &TrendPanel, plot: &Plot) -> Vec<Mark> {
    let mut marks = vec![];
    let mut last: Option<f32> = None;
    for &value in panel.scale.grid() {
        let y = plot.y(value);
        marks.push(line((plot.left, y), (plot.right, y), Pen::solid(Ink::Pale, mm(0.2))));
        if last.is_some_and(|l| (l - y).abs() < mm(3.0)) {
            continue;
        }
        let set = setter.one(&words::number(value), Style::Caption, plot.left - mm(1.0));
        if let Some(set) = set {
            last = Some(y);
            let x = plot.left - mm(1.2) - set.width;
            marks.push(Mark::Text { line: set, x, y: y + mm(1.0), ink: Ink::Grey });
        }
    }
    marks.push(line((plot.left, plot.top), (plot.left, plot.bottom), Pen::solid(Ink::Grey, HAIR)));
    marks.push(line((plot.left, plot.bottom), (plot.right, plot.bottom), Pen::solid(Ink::Grey, mm(0.25))));
    marks
}

/// Ticks at true dates, with as many labels as have room.
pub(crate) fn calendar(setter: &mut Setter, panel: &TrendPanel, plot: &Plot) -> Vec<Mark> {
    let from = panel.period.from();
    let x = |date: NaiveDate| plot.x_edge((date - from).num_days());
    let heights = (plot.bottom, plot.bottom + TRIANGLES - mm(0.2));
    dated(setter, panel.period, x, heights, (0.0, WIDTH))
}

/// Ticks under an axis at the first height, their labels from the second on, between two limits; a new year comes first.
pub(crate) fn dated(
    setter: &mut Setter,
    period: Period,
    at: impl Fn(NaiveDate) -> f32,
    (axis, labels): (f32, f32),
    (least, most): (f32, f32),
) -> Vec<Mark> {
    let ticks = ticks(period);
    let mut marks = vec![];
    for tick in &ticks {
        let x = at(tick.date);
        let depth = if tick.first { mm(2.0) } else { mm(1.2) };
        marks.push(line((x, axis), (x, axis + depth), Pen::solid(Ink::Grey, HAIR)));
    }
    let mut taken: Vec<(f32, f32)> = vec![];
    let gap = mm(1.6);
    for tick in ticks.iter().filter(|t| t.first).chain(ticks.iter().filter(|t| !t.first)) {
        let Some(set) = setter.one(&tick.label, Style::Caption, mm(20.0)) else { continue };
        let left = (at(tick.date) - set.width / 2.0).clamp(least, most - set.width);
        let right = left + set.width;
        if taken.iter().any(|&(l, r)| left < r + gap && l < right + gap) {
            continue;
        }
        taken.push((left, right));
        marks.push(Mark::Text { line: set, x: left, y: labels + Style::Caption.drop(), ink: Ink::Grey });
    }
    marks
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Tick {
    pub(crate) date: NaiveDate,
    pub(crate) label: String,
    /// Placed before others.
    pub(crate) first: bool,
}

/// Mondays up to 45 days, firsts of months up to 400, firsts of quarters beyond; longer steps when those crowd.
pub(crate) fn ticks(period: Period) -> Vec<Tick> {
    let mut ticks = if period.days() <= 45 { mondays(period) } else { months(period) };
    if ticks.is_empty() {
        ticks.push(Tick { date: period.from(), label: words::day(period.from()), first: true });
    }
    ticks
}

fn mondays(period: Period) -> Vec<Tick> {
    let days = period.from().iter_days().take_while(|d| *d <= period.to());
    let mondays = days.filter(|d| d.weekday() == Weekday::Mon);
    mondays.map(|date| Tick { date, label: words::day(date), first: false }).collect()
}

fn months(period: Period) -> Vec<Tick> {
    let months = period.days() / 30;
    let steps: &[u32] = if period.days() <= 400 { &[1] } else { &[3, 12, 120, 1_200, 12_000, 120_000] };
    let step = steps.iter().copied().find(|s| months / s <= MOST_TICKS).unwrap_or(120_000);
    let mut ticks = vec![];
    let mut next = first_of_step(period.from(), step);
    while let Some(date) = next.filter(|d| *d <= period.to()) {
        if date >= period.from() {
            ticks.push(Tick { date, label: label(period, date), first: date.month() == 1 });
        }
        next = date.checked_add_months(Months::new(step));
    }
    ticks
}

/// First day of the month, quarter or longer step that holds `date`.
fn first_of_step(date: NaiveDate, step: u32) -> Option<NaiveDate> {
    let first = date.checked_sub_days(Days::new(u64::from(date.day0())))?;
    let years = i32::try_from(step / 12).unwrap_or(0);
    if years == 0 {
        return first.checked_sub_months(Months::new(date.month0() % step));
    }
    NaiveDate::from_ymd_opt(date.year() - date.year().rem_euclid(years), 1, 1)
        .or_else(|| NaiveDate::from_ymd_opt(date.year(), 1, 1))
}

fn label(period: Period, date: NaiveDate) -> String {
    match (period.days(), date.month()) {
        (0..=190, _) => words::day(date),
        (..=400, 1) => format!("{} {}", words::month(date), date.year()),
        (.., 1) => date.year().to_string(),
        _ => words::month(date).to_owned(),
    }
}
