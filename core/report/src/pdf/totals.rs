//! Totals of a questionnaire: a stem from 0 to each total at its true date, its number at its head.
//!
//! The y axis is always the whole range. Cut-points are dotted lines with the number only. Refuses to join totals by a
//! line, for what lay between two of them nobody asked.

#[cfg(test)]
mod tests;

use super::calendar::{self, Calendar};
use super::chart::{HAIR, WIDTH};
use super::ink::{Dash, Ink, Mark, Pen, Step, circle, line};
use super::page::mm;
use super::tags::{Element, Role};
use super::text::{Setter, Style};
use super::words;
use crate::document::{Total, TotalsChart};
use chrono::NaiveDate;

/// Height of a plot.
const PLOT: f32 = mm(24.0);
/// Room over the plot for the number of a highest total.
const NUMBERS: f32 = mm(4.2);
const LEFT: f32 = mm(6.5);
/// Room at the right for the numbers of cut-points.
const RIGHT: f32 = WIDTH - mm(6.0);
const TOP: f32 = Style::Body.pitch() + NUMBERS;
const BOTTOM: f32 = TOP + PLOT;
const UNDER: f32 = BOTTOM + calendar::HEIGHT + mm(0.6);
const DOT: f32 = mm(0.85);
const MOST_CAPTION_LINES: usize = 6;
/// Most totals that the alternative text names one by one.
const MOST_VALUES: usize = 130;

/// Height of some charts beside each other, with the longest of their captions.
pub(crate) fn height(setter: &mut Setter, charts: &[TotalsChart]) -> f32 {
    let caption = |chart: &TotalsChart| {
        setter.set_at_most(&chart.caption, Style::Caption, WIDTH, MOST_CAPTION_LINES).height()
    };
    UNDER + charts.iter().map(caption).fold(0.0, f32::max)
}

/// A chart as a tagged figure, its top at 0.
pub(crate) fn chart(setter: &mut Setter, chart: &TotalsChart) -> Element {
    let calendar = Calendar { period: chart.period, left: LEFT, right: RIGHT };
    let mut totals: Vec<Total> = chart
        .totals
        .iter()
        .copied()
        .filter(|total| total.total.is_finite() && calendar.holds(total.date))
        .collect();
    totals.sort_by_key(|total| total.date);
    let mut marks = title(setter, chart);
    marks.extend(grid(setter, chart));
    marks.extend(cut_points(setter, chart));
    marks.extend(calendar.ticks(setter, BOTTOM, (0.0, WIDTH)));
    marks.extend(stems(setter, chart, &calendar, &totals));
    let mut figure = Element::new(Role::Figure { alt: alt(chart, &totals) });
    figure.content(marks);
    let caption = setter.set_at_most(&chart.caption, Style::Caption, WIDTH, MOST_CAPTION_LINES);
    if !caption.lines.is_empty() {
        figure.push(Element::with(Role::Caption, caption.marks(0.0, UNDER, Ink::Black)));
    }
    figure
}

fn y(chart: &TotalsChart, total: f64) -> f32 {
    let (min, max) = (chart.scale.min(), chart.scale.max());
    BOTTOM - words::narrow(((total - min) / (max - min)).clamp(0.0, 1.0)) * PLOT
}

/// Name, then range and direction.
fn title(setter: &mut Setter, chart: &TotalsChart) -> Vec<Mark> {
    let y = Style::Body.drop();
    let mut marks = vec![];
    let mut x = 0.0;
    let name = if chart.name.is_empty() { "–" } else { &chart.name };
    if let Some(line) = setter.one(name, Style::Strong, mm(40.0)) {
        x = line.width + mm(2.2);
        marks.push(Mark::Text { line, x: 0.0, y, ink: Ink::Black });
    }
    let note = setter.one(&chart.range, Style::Caption, WIDTH - x);
    marks.extend(note.map(|line| Mark::Text { line, x, y, ink: Ink::Grey }));
    marks
}

fn grid(setter: &mut Setter, chart: &TotalsChart) -> Vec<Mark> {
    let mut marks = vec![];
    let mut last: Option<f32> = None;
    for &value in chart.scale.grid() {
        let y = y(chart, value);
        marks.push(line((LEFT, y), (RIGHT, y), Pen::solid(Ink::Pale, mm(0.2))));
        if last.is_some_and(|l| (l - y).abs() < mm(3.0)) {
            continue;
        }
        if let Some(line) = setter.one(&words::number(value), Style::Caption, LEFT - mm(1.0)) {
            last = Some(y);
            marks.push(Mark::Text { x: LEFT - mm(1.2) - line.width, line, y: y + mm(1.0), ink: Ink::Grey });
        }
    }
    marks.push(line((LEFT, TOP), (LEFT, BOTTOM), Pen::solid(Ink::Grey, HAIR)));
    marks.push(line((LEFT, BOTTOM), (RIGHT, BOTTOM), Pen::solid(Ink::Grey, mm(0.25))));
    marks
}

fn cut_points(setter: &mut Setter, chart: &TotalsChart) -> Vec<Mark> {
    let mut marks = vec![];
    let mut last: Option<f32> = None;
    for &value in chart.cut_points.iter().filter(|v| (chart.scale.min()..=chart.scale.max()).contains(*v)) {
        let y = y(chart, value);
        let pen = Pen { ink: Ink::Grey, width: mm(0.3), dash: Dash::Dotted };
        marks.push(line((LEFT, y), (RIGHT, y), pen));
        if last.is_some_and(|l| (l - y).abs() < mm(3.0)) {
            continue;
        }
        if let Some(line) = setter.one(&words::number(value), Style::Caption, WIDTH - RIGHT - mm(1.0)) {
            last = Some(y);
            marks.push(Mark::Text { line, x: RIGHT + mm(1.2), y: y + mm(1.0), ink: Ink::Grey });
        }
    }
    marks
}

/// Left, top, right, bottom of something that numbers keep away from.
type Taken = [f32; 4];

/// Stems with dots, and the numbers that have room: over the dot, or beside it.
fn stems(setter: &mut Setter, chart: &TotalsChart, calendar: &Calendar, totals: &[Total]) -> Vec<Mark> {
    let pen = Pen::solid(Ink::Black, mm(0.3));
    let places: Vec<(f32, f32)> =
        totals.iter().map(|total| (calendar.middle(total.date), y(chart, total.total))).collect();
    let mut marks = vec![];
    let mut stems = vec![];
    for (x, y) in &places {
        stems.extend([Step::Move(*x, BOTTOM), Step::Line(*x, *y)]);
    }
    if !stems.is_empty() {
        marks.push(Mark::Shape { steps: stems, fill: None, pen: Some(pen) });
    }
    marks.extend(places.iter().map(|(x, y)| circle(*x, *y, DOT, Ink::Black, None)));
    // Stems and dots stand for themselves; a number over one of them could be read as belonging to it.
    let mut taken: Vec<Taken> = places.iter().map(|(x, y)| [x - DOT, y - DOT, x + DOT, BOTTOM]).collect();
    for (total, (x, y)) in totals.iter().zip(&places) {
        let Some(set) = setter.one(&words::number(total.total), Style::CaptionStrong, mm(12.0)) else {
            continue;
        };
        let (up, down) = (0.73 * set.style.size(), 0.2 * set.style.size());
        let over = y - DOT - mm(0.6);
        let beside = y + up / 2.0;
        let middle = (x - set.width / 2.0).clamp(LEFT + mm(0.6), RIGHT - set.width);
        let aside = DOT + mm(0.6);
        let candidates = [(middle, over), (x + aside, beside), (x - aside - set.width, beside)];
        let free = |(left, base): &(f32, f32)| {
            let new = [*left, base - up, left + set.width, base + down];
            let inside = *left >= LEFT + mm(0.5) && new[2] <= RIGHT + mm(0.3);
            let over_another = taken.iter().any(|old| {
                new[0] < old[2] + 0.4 && old[0] < new[2] + 0.4 && new[1] < old[3] && old[1] < new[3]
            });
            inside && !over_another
        };
        if let Some((left, base)) = candidates.into_iter().find(free) {
            taken.push([left, base - up, left + set.width, base + down]);
            marks.push(Mark::Text { line: set, x: left, y: base, ink: Ink::Black });
        }
    }
    marks
}

fn alt(chart: &TotalsChart, totals: &[Total]) -> String {
    let dates = words::period(chart.period);
    let about = [("name", chart.name.as_str()), ("range", chart.range.as_str()), ("dates", dates.as_str())];
    let mut parts = vec![words::filled("report.alt.totals", &about)];
    if !chart.caption.is_empty() {
        parts.push(chart.caption.clone());
    }
    if totals.is_empty() {
        parts.push(words::no_values());
    } else if totals.len() <= MOST_VALUES {
        let said = |date: NaiveDate, total: f64| {
            let (date, value) = (words::date(date), words::number(total));
            words::filled("report.alt.value", &[("date", &date), ("value", &value)])
        };
        let list: Vec<String> = totals.iter().map(|total| said(total.date, total.total)).collect();
        parts.push(words::filled("report.alt.values", &[("list", &list.join(", "))]));
    }
    if !chart.cut_points.is_empty() {
        let lines: Vec<String> = chart.cut_points.iter().map(|value| words::number(*value)).collect();
        parts.push(words::filled("report.alt.lines", &[("list", &lines.join(", "))]));
    }
    parts.join(" ")
}
