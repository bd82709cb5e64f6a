//! Lanes over one calendar: bars for medicines, strokes for practices, diamonds and lines for events.
//!
//! Signs differ in shape, not only in ink. Refuses to draw what nobody wrote down: a bar whose first day is not known is
//! hollow, one that goes on beyond the period ends in a point.

mod event;
mod legend;
mod medicine;
mod practice;
#[cfg(test)]
mod tests;

use super::calendar::Calendar;
use super::ink::{Ink, Mark, Pen, line, rectangle};
use super::page::{WIDTH, mm};
use super::tags::{Element, Kind, Role};
use super::text::{Line, Setter, Style};
use crate::document::Timeline;
pub(crate) use legend::legend;

/// Room of the names, at the left of the lanes.
const NAMES: f32 = mm(44.0);
/// Where the calendar begins and ends.
const LEFT: f32 = mm(46.0);
const RIGHT: f32 = WIDTH - mm(1.0);
/// Over and under what is in a lane.
const PAD: f32 = mm(0.9);
/// Most lines of a name, and of what stands under it: more than the longest texts of a diary take.
const MOST_LINES: usize = 9;

/// A lane that is set, its top at 0.
pub(crate) struct Lane {
    pub(crate) height: f32,
    pub(crate) element: Element,
}

/// The calendar all lanes share.
pub(crate) const fn calendar(timeline: &Timeline) -> Calendar {
    Calendar { period: timeline.period, left: LEFT, right: RIGHT }
}

/// All lanes, in the order they are drawn.
pub(crate) fn lanes(setter: &mut Setter, timeline: &Timeline) -> Vec<Lane> {
    let calendar = calendar(timeline);
    let mut lanes: Vec<Lane> =
        timeline.medicines.iter().map(|lane| medicine::lane(setter, &calendar, lane)).collect();
    lanes.extend(timeline.practices.iter().map(|lane| practice::lane(setter, &calendar, lane)));
    lanes.extend(event::lanes(setter, &calendar, &timeline.events));
    lanes
}

/// The grid under some lanes that reach from `top` to `bottom`, and the axis at their foot: for the eye, since each lane
/// says its dates.
pub(crate) fn axis(setter: &mut Setter, timeline: &Timeline, top: f32, bottom: f32) -> Element {
    let calendar = calendar(timeline);
    let mut marks = calendar.grid(top, bottom);
    marks.extend(calendar.axis(setter, bottom, (NAMES, WIDTH)));
    let mut axis = Element::new(Role::Bare);
    axis.piece(Kind::Decoration, marks);
    axis
}

/// A lane of some marks under a name: the text says all that is drawn.
struct Drawn {
    name: String,
    /// What stands under the name.
    note: String,
    alt: String,
    marks: Vec<Mark>,
    /// Height of the marks.
    height: f32,
}

fn lane(setter: &mut Setter, drawn: Drawn) -> Lane {
    let name = if drawn.name.is_empty() { "–" } else { &drawn.name };
    let name = setter.set_at_most(name, Style::Body, NAMES - mm(1.0), MOST_LINES);
    let note = setter.set_at_most(&drawn.note, Style::Caption, NAMES - mm(1.0), MOST_LINES);
    let names = name.height() + note.height();
    let height = names.max(drawn.height) + 2.0 * PAD;
    let mut marks = vec![line((0.0, height), (WIDTH, height), Pen::solid(Ink::Pale, mm(0.15)))];
    let under = PAD + name.height();
    marks.extend(name.marks(0.0, PAD, Ink::Black));
    marks.extend(note.marks(0.0, under, Ink::Grey));
    marks.extend(drawn.marks.into_iter().map(|mut mark| {
        mark.shift(0.0, PAD);
        mark
    }));
    Lane { height, element: Element::with(Role::Figure { alt: drawn.alt }, marks) }
}

/// A word in a lane, on paper of its own where the grid runs through it.
fn word(line: Line, x: f32, base: f32) -> [Mark; 2] {
    let (top, pad) = (base - 0.75 * line.style.size(), mm(0.2));
    let height = 0.95 * line.style.size();
    let paper = rectangle(x - pad, top, line.width + 2.0 * pad, height, Some(Ink::White), None);
    [paper, Mark::Text { line, x, y: base, ink: Ink::Black }]
}
