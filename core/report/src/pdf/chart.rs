//! A trend panel: one measure on a true calendar axis and its whole scale, readable in black and white.
//!
//! Refuses to cut or flip an axis, to join values across a gap, and to draw fewer than three values as a chart.

mod alt;
mod axis;
mod plot;

use super::ink::{Dash, Ink, Mark, Pen, Step, circle, line, polygon, rectangle, round};
use super::page::mm;
use super::tags::{Element, Kind, Role};
use super::text::{Setter, Style};
use super::words;
use crate::document::{Direction, EntryMark, Marker, TrendPanel};
use plot::Plot;

/// Width of a panel.
pub(crate) const WIDTH: f32 = mm(87.0);
/// Least height of a panel.
pub(crate) const HEIGHT: f32 = mm(41.0);
/// Most lines of a caption; the alternative text has all of it.
const MOST_CAPTION_LINES: usize = 4;
/// Room over the plot for the numbers of medicines and events.
const NUMBERS: f32 = mm(3.2);
/// Room under the axis for the triangles of sessions.
const TRIANGLES: f32 = mm(2.3);
const LABELS: f32 = Style::Caption.pitch();
const HAIR: f32 = mm(0.12);
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

/// Lines the longest caption of some panels needs, so that their plots line up.
pub(crate) fn caption_lines(setter: &mut Setter, panels: &[TrendPanel]) -> usize {
    let needed = panels.iter().filter(|p| p.listed.is_none());
    let needed =
        needed.map(|p| setter.set_at_most(&p.caption, Style::Caption, WIDTH, MOST_CAPTION_LINES).lines.len());
    needed.max().unwrap_or(0)
}

/// A panel as a tagged figure, or as text if it has too few values.
pub(crate) fn panel(setter: &mut Setter, panel: &TrendPanel, height: f32, caption_lines: usize) -> Element {
    if let Some(text) = &panel.listed {
        return listed(setter, panel, text);
    }
    let caption = Style::Caption.pitch() * f32::from(u8::try_from(caption_lines).unwrap_or(0)) + mm(0.8);
    let top = Style::Body.pitch() + NUMBERS;
    let bottom = height - caption - LABELS - TRIANGLES;
    let plot = Plot::new(panel, mm(6.5), top, WIDTH - mm(9.0), bottom.max(top + mm(8.0)));

    let mut figure = Element::new(Role::Figure { alt: alt::text(panel, &plot) });
    let mut marks = title(setter, panel);
    marks.extend(gaps(setter, &plot));
    marks.extend(axis::grid(setter, panel, &plot));
    marks.extend(level(panel, &plot));
    marks.extend(axis::calendar(setter, panel, &plot));
    marks.extend(numbered(setter, panel, &plot));
    marks.extend(if is_weekly(panel) { weeks(panel, &plot) } else { days(&plot) });
    marks.extend(triangles(panel, &plot));
    marks.extend(last(setter, panel, &plot));
    if plot.values.is_empty() && !is_weekly(panel) {
        marks.extend(no_values(setter, &plot));
    }
    figure.content(marks);
    let set = setter.set_at_most(&panel.caption, Style::Caption, WIDTH, MOST_CAPTION_LINES);
    if !set.lines.is_empty() {
        let marks = set.marks(0.0, height - caption + mm(0.8), Ink::Black);
        figure.push(Element::with(Role::Caption, marks));
    }
    figure
}

fn listed(setter: &mut Setter, panel: &TrendPanel, text: &str) -> Element {
    let mut group = Element::new(Role::Bare);
    group.push(Element::with(Role::Paragraph, title(setter, panel)));
    let set = setter.set_at_most(text, Style::Body, WIDTH, 7);
    group.push(Element::with(Role::Paragraph, set.marks(0.0, Style::Body.pitch() + mm(1.6), Ink::Black)));
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
        note.push_str(direction);
    }
    let set = setter.one(&note, Style::Caption, WIDTH - x);
    marks.extend(set.map(|line| Mark::Text { line, x, y, ink: Ink::Grey }));
    marks
}

/// Hatched bands where nothing was entered, with the number of days where it fits.
fn gaps(setter: &mut Setter, plot: &Plot) -> Vec<Mark> {
    let mut marks = vec![];
    for gap in &plot.gaps {
        let (left, right) = (plot.x_edge(gap.first), plot.x_edge(gap.first + gap.days));
        marks.push(hatch(left, plot.top, right, plot.bottom));
        marks.extend(gap_label(setter, gap.days, left, right, plot));
    }
    marks
}

fn gap_label(setter: &mut Setter, days: i64, left: f32, right: f32, plot: &Plot) -> Vec<Mark> {
    let count = words::days(days);
    let whole = format!("{count} without entries");
    for parts in [vec![whole.as_str()], vec![count.as_str(), "without", "entries"]] {
        let lines: Vec<_> = parts.iter().filter_map(|t| setter.one(t, Style::Caption, WIDTH)).collect();
        let width = lines.iter().map(|l| l.width).fold(0.0, f32::max);
        let height: f32 = lines.iter().map(|_| mm(3.1)).sum();
        if width + mm(1.6) > right - left || height + mm(1.0) > plot.bottom - plot.top {
            continue;
        }
        let middle = f32::midpoint(left, right);
        let mut y = f32::midpoint(plot.top, plot.bottom) - height / 2.0;
        let pad = mm(0.6);
        let mut marks = vec![rectangle(
            middle - width / 2.0 - pad,
            y - pad,
            width + 2.0 * pad,
            height + 2.0 * pad,
            Some(Ink::White),
            None,
        )];
        for line in lines {
            marks.push(Mark::Text { x: middle - line.width / 2.0, y: y + mm(2.45), line, ink: Ink::Grey });
            y += mm(3.1);
        }
        return marks;
    }
    vec![]
}

/// Diagonal lines in a rectangle, cut at its edges.
fn hatch(left: f32, top: f32, right: f32, bottom: f32) -> Mark {
    let mut steps = vec![];
    let (width, height) = (right - left, bottom - top);
    let mut offset = mm(0.7);
    while offset < width + height && steps.len() < 2_000 {
        // The line x + y = offset, from the left or bottom edge to the top or right edge.
        let start = if offset <= height { (left, top + offset) } else { (left + offset - height, bottom) };
        let end = if offset <= width { (left + offset, top) } else { (right, top + offset - width) };
        steps.push(Step::Move(start.0, start.1));
        steps.push(Step::Line(end.0, end.1));
        offset += mm(1.4);
    }
    Mark::Shape { steps, fill: None, pen: Some(Pen::solid(Ink::Pale, mm(0.18))) }
}

fn level(panel: &TrendPanel, plot: &Plot) -> Vec<Mark> {
    let mut runs: Vec<Vec<(f32, f32, f32, f32)>> = vec![];
    let mut last = None;
    for (day, level, low, high) in plot::inside(panel.level.iter().map(|l| (l.date, l)), panel.period)
        .into_iter()
        .map(|(day, l)| (day, l.level, l.low, l.high))
        .filter(|(_, level, low, high)| level.is_finite() && low.is_finite() && high.is_finite())
    {
        let at = (plot.x(day), plot.y(level), plot.y(low), plot.y(high));
        match runs.last_mut() {
            Some(run) if last.is_some_and(|l| day - l <= GAP) => run.push(at),
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
        marks.push(super::ink::polyline(&points, Pen::solid(Ink::Grey, mm(0.45))));
    }
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
            let left = (x - set.width / 2.0).clamp(0.0, WIDTH - set.width);
            let right = left + set.width;
            let gap = mm(0.8);
            if taken.iter().any(|&(l, r)| left < r + gap && l < right + gap) {
                continue;
            }
            taken.push((left, right));
            marks.push(Mark::Text { line: set, x: left, y: plot.top - mm(0.8), ink: Ink::Black });
        }
    }
    marks
}

/// Daily values: a thin line between neighbours, then a mark for each.
fn days(plot: &Plot) -> Vec<Mark> {
    let mut joined = vec![];
    let mut last: Option<(i64, f32, f32)> = None;
    for value in &plot.values {
        let (x, y) = (plot.x(value.day), plot.y(value.value));
        match last {
            Some((day, ..)) if value.day - day <= JOIN => joined.push(Step::Line(x, y)),
            _ => joined.push(Step::Move(x, y)),
        }
        last = Some((value.day, x, y));
    }
    let r = (plot.day_width() * 0.46).clamp(mm(0.42), mm(0.75));
    let (mut dots, mut rings, mut squares) = (vec![], vec![], vec![]);
    for (x, y, mark) in plot.distinct() {
        match mark {
            EntryMark::LiveOrLate => dots.extend(round(x, y, r)),
            EntryMark::Backfill => rings.extend(round(x, y, r)),
            EntryMark::Proxy => squares.extend(square(x, y, r * 0.9)),
        }
    }
    let pen = |width| Some(Pen::solid(Ink::Black, width));
    let shape = |steps, fill, pen| Mark::Shape { steps, fill, pen };
    let mut marks = vec![
        shape(joined, None, pen(mm(0.22))),
        shape(dots, Some(Ink::Black), None),
        shape(squares, Some(Ink::Black), None),
        shape(rings, Some(Ink::White), pen(mm(0.25))),
    ];
    marks.retain(|m| matches!(m, Mark::Shape { steps, .. } if !steps.is_empty()));
    marks
}

/// Weekly medians: a bar for the middle half, a dot for the median, a ring for a week with under three values.
fn weeks(panel: &TrendPanel, plot: &Plot) -> Vec<Mark> {
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
            rings.extend(round(x, y, r))
        } else {
            dots.extend(round(x, y, r))
        }
        last = Some(day);
    }
    let pen = |width| Some(Pen::solid(Ink::Black, width));
    let shape = |steps, fill, pen| Mark::Shape { steps, fill, pen };
    let mut marks = vec![
        shape(bars, Some(Ink::Grey), None),
        shape(joined, None, pen(mm(0.18))),
        shape(dots, Some(Ink::Black), None),
        shape(rings, Some(Ink::White), pen(mm(0.2))),
    ];
    marks.retain(|m| matches!(m, Mark::Shape { steps, .. } if !steps.is_empty()));
    marks
}

fn triangles(panel: &TrendPanel, plot: &Plot) -> Option<Mark> {
    let top = plot.bottom + mm(0.5);
    let mut steps = vec![];
    let mut last = None;
    for (day, ()) in plot::inside(panel.sessions.iter().map(|d| (*d, ())), panel.period) {
        let x = plot.x(day);
        if last.is_some_and(|l: f32| x - l < 0.05) {
            continue;
        }
        last = Some(x);
        steps.extend(triangle(x, top));
    }
    (!steps.is_empty()).then_some(Mark::Shape { steps, fill: Some(Ink::Black), pen: None })
}

/// The last value, beside its mark.
fn last(setter: &mut Setter, panel: &TrendPanel, plot: &Plot) -> Option<Mark> {
    let value = panel.last_value.filter(|v| v.is_finite())?;
    let line = setter.one(&words::number(value), Style::Strong, mm(8.0))?;
    let y = (plot.y(value) + mm(1.2)).min(plot.bottom + mm(0.6));
    Some(Mark::Text { line, x: plot.right + mm(1.4), y, ink: Ink::Black })
}

fn no_values(setter: &mut Setter, plot: &Plot) -> Vec<Mark> {
    let Some(set) = setter.one(words::NO_VALUES, Style::Caption, WIDTH) else { return vec![] };
    let (x, y) =
        (f32::midpoint(plot.left, plot.right) - set.width / 2.0, f32::midpoint(plot.top, plot.bottom));
    let back = rectangle(x - mm(1.0), y - mm(3.0), set.width + mm(2.0), mm(4.2), Some(Ink::White), None);
    vec![back, Mark::Text { line: set, x, y, ink: Ink::Grey }]
}

fn triangle(x: f32, top: f32) -> [Step; 4] {
    let (half, height) = (mm(0.75), mm(1.4));
    [Step::Move(x, top), Step::Line(x + half, top + height), Step::Line(x - half, top + height), Step::Close]
}

fn square(x: f32, y: f32, half: f32) -> [Step; 5] {
    [
        Step::Move(x - half, y - half),
        Step::Line(x + half, y - half),
        Step::Line(x + half, y + half),
        Step::Line(x - half, y + half),
        Step::Close,
    ]
}

/// What the marks of some panels mean: only those that occur. `None` if there is nothing to explain.
pub(crate) fn legend(setter: &mut Setter, panels: &[TrendPanel], right: f32, y: f32) -> Option<Element> {
    let charts = || panels.iter().filter(|p| p.listed.is_none());
    let daily = |mark| charts().any(|p| !is_weekly(p) && p.points.iter().any(|v| v.mark == mark));
    let weekly = charts().any(is_weekly);
    let black = |w| Some(Pen::solid(Ink::Black, w));
    let mid = y + Style::Caption.drop() - mm(1.0);
    let r = mm(0.75);
    let shape = |steps: Vec<Step>, fill| Mark::Shape { steps, fill, pen: None };
    let all: [(bool, &str, Box<dyn Fn(f32) -> Mark>); 9] = [
        (daily(EntryMark::LiveOrLate), "same or next day", Box::new(|x| circle(x, mid, r, Ink::Black, None))),
        (
            daily(EntryMark::Backfill),
            "added later",
            Box::new(|x| circle(x, mid, r, Ink::White, black(mm(0.25)))),
        ),
        (
            daily(EntryMark::Proxy),
            "by someone else",
            Box::new(|x| shape(square(x, mid, r * 0.9).to_vec(), Some(Ink::Black))),
        ),
        (
            weekly,
            "week: median, middle half",
            Box::new(|x| rectangle(x - mm(0.4), mid - mm(1.2), mm(0.8), mm(2.4), Some(Ink::Grey), None)),
        ),
        (
            charts().any(|p| is_weekly(p) && p.weeks.iter().any(|w| w.n < 3)),
            "under 3 values",
            Box::new(|x| circle(x, mid, mm(0.6), Ink::White, black(mm(0.2)))),
        ),
        (
            charts().any(|p| !p.level.is_empty()),
            "level, 95 % band",
            Box::new(|x| rectangle(x - mm(1.2), mid - mm(0.9), mm(2.4), mm(1.8), Some(Ink::Pale), None)),
        ),
        (
            charts().any(|p| !p.sessions.is_empty()),
            "session",
            Box::new(|x| shape(triangle(x, mid - mm(0.7)).to_vec(), Some(Ink::Black))),
        ),
        (
            charts().any(|p| !p.medicines.is_empty()),
            "M medicine",
            Box::new(|x| {
                line(
                    (x, mid - mm(1.4)),
                    (x, mid + mm(1.4)),
                    Pen { ink: Ink::Grey, width: mm(0.28), dash: Dash::Dashed },
                )
            }),
        ),
        (
            charts().any(|p| !p.events.is_empty()),
            "E event",
            Box::new(|x| {
                line(
                    (x, mid - mm(1.4)),
                    (x, mid + mm(1.4)),
                    Pen { ink: Ink::Grey, width: mm(0.28), dash: Dash::Dotted },
                )
            }),
        ),
    ];
    let mut items = vec![];
    for (shown, text, mark) in all {
        if shown && let Some(set) = setter.one(text, Style::Caption, WIDTH) {
            items.push((text, set, mark));
        }
    }
    if items.is_empty() {
        return None;
    }
    let (lead, gap) = (mm(3.2), mm(2.8));
    let total: f32 = items.iter().map(|(_, set, _)| set.width + lead).sum::<f32>();
    let count = f32::from(u8::try_from(items.len()).unwrap_or(0));
    let mut x = right - total - gap * (count - 1.0);
    let alt: Vec<&str> = items.iter().map(|(text, ..)| *text).collect();
    let alt = format!("Marks used in the charts: {}.", alt.join("; "));
    let mut marks = vec![];
    for (_, set, mark) in items {
        marks.push(mark(x + mm(1.2)));
        let width = set.width;
        marks.push(Mark::Text { line: set, x: x + lead, y: y + Style::Caption.drop(), ink: Ink::Grey });
        x += lead + width + gap;
    }
    let mut figure = Element::new(Role::Figure { alt });
    figure.piece(Kind::Content, marks);
    Some(figure)
}
