//! The values of a panel: level and band, days, weeks, and the sessions under the axis.

use super::super::ink::{Ink, Mark, Pen, Step, dot, dot_pen, polygon, polyline, round};
use super::super::page::mm;
use super::plot::{self, Plot};
use super::{GAP, JOIN};
use crate::document::{EntryMark, TrendPanel};

/// The level line with its band; neither is drawn over days without entries, whatever a model says about them.
pub(super) fn level(panel: &TrendPanel, plot: &Plot) -> Vec<Mark> {
    let mut runs: Vec<Vec<(f32, f32, f32, f32)>> = vec![];
    let mut last = None;
    for (day, level, low, high) in plot::inside(panel.level.iter().map(|l| (l.date, l)), panel.period)
        .into_iter()
        .map(|(day, l)| (day, l.level, l.low, l.high))
        .filter(|(day, ..)| !plot.gaps.iter().any(|gap| (gap.first..gap.first + gap.days).contains(day)))
        .filter(|(_, level, low, high)| level.is_finite() && low.is_finite() && high.is_finite())
    {
        let at = (plot.x(day), plot.y(level), plot.y(low), plot.y(high));
        match runs.last_mut() {
            Some(run) if last.is_some_and(|l| day - l < GAP) => match run.last_mut() {
                // Decades put many days on one place of the paper: the first stands there, with the widest band.
                Some((x, _, low, high)) if plot::cell(*x, 0.0) == plot::cell(at.0, 0.0) => {
                    (*low, *high) = (low.max(at.2), high.min(at.3));
                }
                _ => run.push(at),
            },
            _ => runs.push(vec![at]),
        }
        last = Some(day);
    }
    let mut marks = vec![];
    for run in &runs {
        let mut outline: Vec<(f32, f32)> = run.iter().map(|&(x, _, low, _)| (x, low)).collect();
        outline.extend(run.iter().rev().map(|&(x, _, _, high)| (x, high)));
        marks.push(polygon(&outline, Ink::Pale));
    }
    for run in &runs {
        let points: Vec<(f32, f32)> = run.iter().map(|&(x, y, ..)| (x, y)).collect();
        marks.push(polyline(&points, Pen::solid(Ink::Grey, mm(0.45))));
    }
    marks
}

/// Daily values: a thin line between neighbours, then a mark for each.
pub(super) fn days(plot: &Plot) -> Vec<Mark> {
    let mut joined = vec![];
    let mut last: Option<(i64, (u32, u32))> = None;
    for value in &plot.values {
        let (x, y) = (plot.x(value.day), plot.y(value.at));
        let cell = plot::cell(x, y);
        match last {
            Some((day, old)) if value.day - day <= JOIN => {
                if old != cell {
                    joined.push(Step::Line(x, y));
                }
            }
            _ => joined.push(Step::Move(x, y)),
        }
        last = Some((value.day, cell));
    }
    let r = (plot.day_width() * 0.46).clamp(mm(0.42), mm(0.75));
    let (mut dots, mut rings, mut squares) = (vec![], vec![], vec![]);
    for (x, y, mark) in plot.distinct() {
        match mark {
            EntryMark::LiveOrLate => dot(&mut dots, x, y),
            EntryMark::Backfill => rings.extend(round(x, y, r)),
            EntryMark::Proxy => squares.extend(square(x, y, r)),
        }
    }
    let pen = |width| Some(Pen::solid(Ink::Black, width));
    let shape = |steps, fill, pen| Mark::Shape { steps, fill, pen };
    let mut marks = vec![
        shape(joined, None, pen(mm(0.22))),
        shape(dots, None, Some(dot_pen(r))),
        shape(squares, Some(Ink::Black), None),
        shape(rings, Some(Ink::White), pen(mm(0.25))),
    ];
    marks.retain(|m| matches!(m, Mark::Shape { steps, .. } if !steps.is_empty()));
    marks
}

/// Weekly medians: a bar for the middle half, a dot for the median, a ring for a week with under three values.
pub(super) fn weeks(panel: &TrendPanel, plot: &Plot) -> Vec<Mark> {
    let weeks = plot::inside(panel.weeks.iter().map(|w| (w.date, w)), panel.period);
    let width = (plot.day_width() * 7.0 * 0.5).clamp(mm(0.25), mm(0.9));
    let r = (plot.day_width() * 7.0 * 0.42).clamp(mm(0.3), mm(0.6));
    let (mut bars, mut joined, mut dots, mut rings) = (vec![], vec![], vec![], vec![]);
    let mut last: Option<i64> = None;
    for (day, week) in weeks.into_iter().filter(|(_, w)| w.median.is_finite()) {
        let (x, y) = (plot.x(day), plot.y(week.median));
        if week.q1.is_finite() && week.q3.is_finite() && week.n >= 3 {
            let (high, low) = (plot.y(week.q3.max(week.q1)), plot.y(week.q1.min(week.q3)));
            let x = x - width / 2.0;
            bars.extend([Step::Move(x, high), Step::Line(x + width, high)]);
            bars.extend([Step::Line(x + width, low), Step::Line(x, low), Step::Close]);
        }
        joined.push(if last.is_some_and(|l| day - l <= 10) { Step::Line(x, y) } else { Step::Move(x, y) });
        if week.n < 3 {
            rings.extend(round(x, y, r));
        } else {
            dot(&mut dots, x, y);
        }
        last = Some(day);
    }
    let pen = |width| Some(Pen::solid(Ink::Black, width));
    let shape = |steps, fill, pen| Mark::Shape { steps, fill, pen };
    let mut marks = vec![
        shape(bars, Some(Ink::Grey), None),
        shape(joined, None, pen(mm(0.18))),
        shape(dots, None, Some(dot_pen(r))),
        shape(rings, Some(Ink::White), pen(mm(0.2))),
    ];
    marks.retain(|m| matches!(m, Mark::Shape { steps, .. } if !steps.is_empty()));
    marks
}

/// A triangle for each day with a session.
pub(super) fn triangles(panel: &TrendPanel, plot: &Plot) -> Option<Mark> {
    let top = plot.bottom + mm(0.5);
    let mut steps = vec![];
    let mut last = None;
    for (day, ()) in plot::inside(panel.sessions.iter().map(|d| (*d, ())), panel.period) {
        let x = plot.x(day);
        let cell = plot::cell(x, top);
        if last == Some(cell) {
            continue;
        }
        last = Some(cell);
        steps.extend(triangle(x, top));
    }
    (!steps.is_empty()).then_some(Mark::Shape { steps, fill: Some(Ink::Black), pen: None })
}

/// A triangle with its tip at (`x`, `top`).
pub(super) fn triangle(x: f32, top: f32) -> [Step; 4] {
    let (half, height) = (mm(0.75), mm(1.4));
    [Step::Move(x, top), Step::Line(x + half, top + height), Step::Line(x - half, top + height), Step::Close]
}

/// A square around (`x`, `y`) among dots of radius `r`: so much larger that print without colour keeps them apart.
pub(super) fn square(x: f32, y: f32, r: f32) -> [Step; 5] {
    let half = r * 1.15;
    [
        Step::Move(x - half, y - half),
        Step::Line(x + half, y - half),
        Step::Line(x + half, y + half),
        Step::Line(x - half, y + half),
        Step::Close,
    ]
}
