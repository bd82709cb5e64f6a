//! Events: a diamond for one of a day, a line with ends for one that lasted, their numbers beside them; in as many lanes
//! as keep them apart.

use super::super::calendar::Calendar;
use super::super::ink::{Ink, Mark, Pen, Step, line};
use super::super::page::mm;
use super::super::text::{Line, Setter, Style};
use super::super::words;
use super::{Drawn, LEFT, Lane, RIGHT};
use crate::document::EventSpan;
use tidemark_findings as findings;

const ASIDE: f32 = mm(0.8);
const APART: f32 = mm(1.4);
const MIDDLE: f32 = Style::Body.pitch() / 2.0;

/// An event with its place in its lane.
struct Placed<'a> {
    event: &'a EventSpan,
    from: f32,
    to: f32,
    number: Option<(Line, f32)>,
    /// Left and right of all of it.
    takes: (f32, f32),
}

pub(super) fn lanes(setter: &mut Setter, calendar: &Calendar, events: &[EventSpan]) -> Vec<Lane> {
    let period = calendar.period;
    let mut rows: Vec<Vec<Placed<'_>>> = vec![];
    for event in events.iter().filter(|event| event.from <= period.to() && period.from() <= event.to) {
        let placed = place(setter, calendar, event);
        let free = |row: &&mut Vec<Placed<'_>>| {
            !row.iter()
                .any(|other| placed.takes.0 < other.takes.1 + APART && other.takes.0 < placed.takes.1 + APART)
        };
        match rows.iter_mut().find(free) {
            Some(row) => row.push(placed),
            None => rows.push(vec![placed]),
        }
    }
    rows.into_iter().map(|row| lane(setter, calendar, row)).collect()
}

fn place<'a>(setter: &mut Setter, calendar: &Calendar, event: &'a EventSpan) -> Placed<'a> {
    let (from, to) = if event.from == event.to {
        let middle = calendar.middle(event.from);
        (middle, middle)
    } else {
        let from = calendar.edge(event.from);
        (from, calendar.end(event.to).max(from + mm(1.6)).min(RIGHT))
    };
    let (from, half) = (from.min(to), mm(1.1));
    let number = setter.one(&event.label, Style::CaptionStrong, mm(14.0)).map(|line| {
        let right = to + half + ASIDE;
        let fits = right + line.width <= RIGHT + mm(1.0);
        let left = (from - half - ASIDE - line.width).max(LEFT);
        let x = if fits { right } else { left };
        (line, x)
    });
    let text = number.as_ref().map(|(line, x)| (*x, x + line.width));
    let (left, right) = text.unwrap_or((from, to));
    let takes = (left.min(from - half), right.max(to + half));
    Placed { event, from, to, number, takes }
}

fn lane(setter: &mut Setter, calendar: &Calendar, row: Vec<Placed<'_>>) -> Lane {
    let mut marks = vec![];
    let said: Vec<String> = row
        .iter()
        .map(|placed| {
            let (from, to) = (words::date(placed.event.from), words::date(placed.event.to));
            let dates = if from == to { from } else { format!("{from} – {to}") };
            format!("{} {dates}", placed.event.label)
        })
        .collect();
    for placed in row {
        let EventSpan { from, to, .. } = placed.event;
        if from == to {
            marks.push(diamond(placed.from, MIDDLE));
        } else {
            let ends = [(placed.from, calendar.holds(*from)), (placed.to, calendar.holds(*to))];
            marks.extend(lasting(placed.from, placed.to, ends, MIDDLE));
        }
        if let Some((line, x)) = placed.number {
            let y = MIDDLE - Style::Caption.pitch() / 2.0 + Style::Caption.drop();
            marks.extend(super::word(line, x, y));
        }
    }
    let name = findings::text("report.lane.events");
    let alt = words::filled("report.alt.events", &[("list", &said.join(", "))]);
    let height = Style::Body.pitch();
    super::lane(setter, Drawn { name, note: String::new(), alt, marks, height })
}

/// A diamond around a point.
pub(super) fn diamond(x: f32, y: f32) -> Mark {
    let half = mm(1.1);
    let steps = vec![
        Step::Move(x, y - half),
        Step::Line(x + half, y),
        Step::Line(x, y + half),
        Step::Line(x - half, y),
        Step::Close,
    ];
    Mark::Shape { steps, fill: Some(Ink::Black), pen: None }
}

/// A line with an upright at each end that lies in the period.
pub(super) fn lasting(from: f32, to: f32, ends: [(f32, bool); 2], y: f32) -> Vec<Mark> {
    let pen = Pen::solid(Ink::Black, mm(0.35));
    let mut marks = vec![line((from, y), (to, y), pen)];
    let uprights = ends.into_iter().filter(|(_, inside)| *inside);
    marks.extend(uprights.map(|(x, _)| line((x, y - mm(1.1)), (x, y + mm(1.1)), pen)));
    marks
}
