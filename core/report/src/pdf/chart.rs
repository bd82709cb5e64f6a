//! A trend panel: one measure on a true calendar axis and its whole scale, readable in black and white.
//!
//! Refuses to cut or flip an axis, to join values across a gap, and to draw fewer than three values as a chart.

mod alt;
mod axis;
mod gap;
mod legend;
mod plot;
mod series;
#[cfg(test)]
mod tests;

use super::ink::{Dash, Ink, Mark, Pen, line, rectangle};
use super::page::mm;
use super::tags::{Element, Role};
use super::text::{Setter, Style};
use super::words;
use crate::document::{Direction, Marker, Period, TrendPanel};
pub(crate) use axis::dated;
use chrono::NaiveDate;
pub(crate) use legend::{legend, set as legend_of};
use plot::Plot;

/// Width of a panel.
pub(crate) const WIDTH: f32 = mm(87.0);
/// Height of a plot where nothing presses.
pub(crate) const PLOT: f32 = mm(20.0);
const UNDER_TITLE: f32 = mm(1.2);
const MOST_TEXT_LINES: usize = 6;
/// Most lines of a caption; the alternative text has all of it.
const MOST_CAPTION_LINES: usize = 4;
/// Room over the plot for the numbers of medicines and events.
const NUMBERS: f32 = mm(3.2);
/// Room under the axis for the triangles of sessions.
const TRIANGLES: f32 = mm(2.3);
const LABELS: f32 = Style::Caption.pitch();
pub(crate) const HAIR: f32 = mm(0.12);
/// Days without a value from which a gap is hatched.
pub(crate) const GAP: i64 = 7;
/// Values further apart than this many days are not joined.
const JOIN: i64 = 2;
/// Periods longer than this many days show weeks.
const WEEKS_FROM: u32 = 120;

/// Whether the panel shows weeks.
pub(crate) fn is_weekly(panel: &TrendPanel) -> bool {
    panel.period.days() > WEEKS_FROM && !panel.weeks.is_empty()
}

/// Dates that get a tick on the calendar of a period.
pub(crate) fn ticks(period: Period) -> Vec<NaiveDate> {
    axis::ticks(period).into_iter().map(|tick| tick.date).collect()
}

/// Lines the longest caption of some panels needs, so that their plots line up.
pub(crate) fn caption_lines(setter: &mut Setter, panels: &[TrendPanel]) -> usize {
    let needed = panels.iter().filter(|p| p.listed.is_none());
    let needed =
        needed.map(|p| setter.set_at_most(&p.caption, Style::Caption, WIDTH, MOST_CAPTION_LINES).lines.len());
    needed.max().unwrap_or(0)
}

/// Height of a panel with a plot of some height over a caption of some lines.
pub(crate) fn height(plot: f32, caption_lines: usize) -> f32 {
    Style::Body.pitch() + NUMBERS + plot + TRIANGLES + LABELS + caption(caption_lines)
}

/// Height of a panel that is text.
pub(crate) fn text_height(setter: &mut Setter, panel: &TrendPanel) -> f32 {
    let text = panel.listed.as_deref().unwrap_or_default();
    Style::Body.pitch() + UNDER_TITLE + setter.set_at_most(text, Style::Body, WIDTH, MOST_TEXT_LINES).height()
}

fn caption(lines: usize) -> f32 {
    if lines == 0 {
        0.0
    } else {
        Style::Caption.pitch() * f32::from(u8::try_from(lines).unwrap_or(0)) + mm(0.4)
    }
}

/// A panel as a tagged figure with a plot of some height, or as text if it has too few values.
pub(crate) fn panel(setter: &mut Setter, panel: &TrendPanel, plot: f32) -> Element {
    if let Some(text) = &panel.listed {
        return listed(setter, panel, text);
    }
    let top = Style::Body.pitch() + NUMBERS;
    let bottom = top + plot;
    let plot = Plot::new(panel, mm(6.5), top, WIDTH - mm(9.0), bottom);

    let mut figure = Element::new(Role::Figure { alt: alt::text(panel, &plot) });
    let mut marks = title(setter, panel);
    marks.extend(plot.gaps.iter().map(|gap| gap::hatch(gap, &plot)));
    marks.extend(axis::grid(setter, panel, &plot));
    marks.extend(series::level(panel, &plot));
    for gap in &plot.gaps {
        marks.extend(gap::label(setter, gap, &plot));
    }
    marks.extend(axis::calendar(setter, panel, &plot));
    marks.extend(numbered(setter, panel, &plot));
    marks.extend(if is_weekly(panel) { series::weeks(panel, &plot) } else { series::days(&plot) });
    marks.extend(series::triangles(panel, &plot));
    marks.extend(last(setter, panel, &plot));
    if plot.values.is_empty() && !is_weekly(panel) {
        marks.extend(no_values(setter, &plot));
    }
    figure.content(marks);
    let set = setter.set_at_most(&panel.caption, Style::Caption, WIDTH, MOST_CAPTION_LINES);
    if !set.lines.is_empty() {
        let marks = set.marks(0.0, bottom + TRIANGLES + LABELS + mm(0.4), Ink::Black);
        figure.push(Element::with(Role::Caption, marks));
    }
    figure
}

fn listed(setter: &mut Setter, panel: &TrendPanel, text: &str) -> Element {
    let mut group = Element::new(Role::Bare);
    group.push(Element::with(Role::Paragraph, title(setter, panel)));
    let set = setter.set_at_most(text, Style::Body, WIDTH, MOST_TEXT_LINES);
    group.push(Element::with(Role::Paragraph, set.marks(0.0, Style::Body.pitch() + UNDER_TITLE, Ink::Black)));
    group
}

/// Name, unit and what higher means, over the end of the y axis.
fn title(setter: &mut Setter, panel: &TrendPanel) -> Vec<Mark> {
    let y = Style::Body.drop();
    let mut marks = vec![];
    let mut x = 0.0;
    let name = if panel.measure.is_empty() { "–" } else { &panel.measure };
    if let Some(set) = setter.one(name, Style::Strong, mm(52.0)) {
        x = set.width + mm(2.2);
        marks.push(Mark::Text { line: set, x: 0.0, y, ink: Ink::Black });
    }
    let mut note = panel.unit.clone().unwrap_or_default();
    let direction = words::direction(panel.direction);
    if panel.direction != Direction::Neutral {
        if !note.is_empty() {
            note.push_str(", ");
        }
        note.push_str("↑ ");
        note.push_str(&direction);
    }
    let set = setter.one(&note, Style::Caption, WIDTH - x);
    marks.extend(set.map(|line| Mark::Text { line, x, y, ink: Ink::Grey }));
    marks
}

/// Dashed lines for medicine changes and dotted ones for events, numbers on top where there is room.
fn numbered(setter: &mut Setter, panel: &TrendPanel, plot: &Plot) -> Vec<Mark> {
    let mut marks = vec![];
    let mut taken: Vec<(f32, f32)> = vec![];
    for (markers, dash) in [(&panel.medicines, Dash::Dashed), (&panel.events, Dash::Dotted)] {
        for (day, Marker { label, .. }) in plot::inside(markers.iter().map(|m| (m.date, m)), panel.period) {
            let x = plot.x(day);
            let pen = Pen { ink: Ink::Grey, width: mm(0.28), dash };
            marks.push(line((x, plot.top - mm(0.2)), (x, plot.bottom), pen));
            let Some(set) = setter.one(label, Style::CaptionStrong, mm(12.0)) else { continue };
            // The highest value of the scale stands left of the plot, the last value right of it.
            let left = (x - set.width / 2.0).clamp(plot.left, plot.right + mm(1.0) - set.width);
            let gap = mm(0.8);
            // A number may step aside to its right, not so far that it seems to belong elsewhere.
            let free = |at: f32| !taken.iter().any(|&(l, r)| at < r + gap && l < at + set.width + gap);
            let aside = taken.iter().map(|(_, r)| r + gap).filter(|at| *at - left < mm(4.0) && *at > left);
            let Some(left) = [left]
                .into_iter()
                .chain(aside)
                .find(|at| free(*at) && at + set.width <= plot.right + mm(1.0))
            else {
                continue;
            };
            taken.push((left, left + set.width));
            marks.push(Mark::Text { line: set, x: left, y: plot.top - mm(0.8), ink: Ink::Black });
        }
    }
    marks
}

/// The last value, beside its mark.
fn last(setter: &mut Setter, panel: &TrendPanel, plot: &Plot) -> Option<Mark> {
    let value = panel.last_value.filter(|v| v.is_finite())?;
    let line = setter.one(&words::number(value), Style::Strong, mm(8.0))?;
    let y = (plot.y(value) + mm(1.2)).min(plot.bottom + mm(0.6));
    Some(Mark::Text { line, x: plot.right + mm(1.4), y, ink: Ink::Black })
}

fn no_values(setter: &mut Setter, plot: &Plot) -> Vec<Mark> {
    let Some(set) = setter.one(&words::no_values(), Style::Caption, WIDTH) else { return vec![] };
    let (x, y) =
        (f32::midpoint(plot.left, plot.right) - set.width / 2.0, f32::midpoint(plot.top, plot.bottom));
    let back = rectangle(x - mm(1.0), y - mm(3.0), set.width + mm(2.0), mm(4.2), Some(Ink::White), None);
    vec![back, Mark::Text { line: set, x, y, ink: Ink::Grey }]
}
