//! The box that says how to read the page; it is never left out, and is first in turn when room is left.

use super::super::block::{Block, LeftOver};
use super::super::ink::{Ink, Mark, Pen, rectangle};
use super::super::page::{WIDTH, mm};
use super::super::tags::{Element, Kind, Role};
use super::super::text::{Setter, Style};
use super::super::words;
use crate::Report;
use crate::document::Section;

const PAD: f32 = mm(2.0);
const LEAD: f32 = mm(31.0);
/// Over and under the text.
const AROUND: f32 = mm(2.4);
const LEAST_LINES: usize = 4;
const MOST_LINES: usize = 8;

pub(super) fn block(report: &Report, setter: &mut Setter, room: f32) -> Block {
    let mut element = Element::new(Role::Section);
    let heading = setter.set_at_most(&words::how_to_read(), Style::Heading, LEAD - mm(2.0), 2);
    let text = report.limits.join(" ");
    let text = if text.is_empty() { words::foot() } else { text };
    let lines = super::super::words::whole((room.min(mm(500.0)) - AROUND + 0.01) / Style::Caption.pitch());
    let lines = usize::try_from(lines).unwrap_or(0).clamp(LEAST_LINES, MOST_LINES);
    let set = setter.set_at_most(&text, Style::Caption, WIDTH - LEAD - 2.0 * PAD, lines);
    let cut = set.cut;
    let height = set.height().max(heading.height()) + AROUND;
    let pen = Some(Pen::solid(Ink::Black, mm(0.2)));
    let half = mm(0.1);
    element.piece(
        Kind::Decoration,
        vec![rectangle(half, half, WIDTH - 2.0 * half, height - 2.0 * half, None, pen)],
    );
    let role = Role::Heading { level: 2, title: words::how_to_read() };
    let marks: Vec<Mark> = heading.marks(PAD, mm(1.0), Ink::Black);
    element.push(Element::with(role, marks));
    element.push(Element::with(Role::Paragraph, set.marks(PAD + LEAD, mm(1.2), Ink::Black)));
    let mut left_over = vec![];
    if cut {
        let (heading, paragraphs) = (words::how_to_read(), report.limits.clone());
        left_over.push(LeftOver::Text(Section { heading, paragraphs }));
    }
    Block { height, element, left_over }
}
