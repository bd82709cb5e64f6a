//! Questions and goals, side by side, in the person's words.

use super::super::block::{self, Block, LeftOver};
use super::super::ink::{Ink, Mark, Pen, line};
use super::super::page::{WIDTH, mm};
use super::super::tags::{Element, Kind, Role};
use super::super::text::{Setter, Style};
use super::super::words;
use crate::Report;
use crate::document::Section;

const COLUMN: f32 = mm(87.0);
const INDENT: f32 = mm(4.2);
/// Most items of a column, and most lines of an item.
const MOST: usize = 3;
const MOST_LINES: usize = 2;

pub(super) fn block(report: &Report, setter: &mut Setter, room: f32) -> Block {
    let mut element = Element::new(Role::Bare);
    let pen = Pen::solid(Ink::Grey, mm(0.15));
    let mut height: f32 = 0.0;
    let mut left_over = vec![];
    let columns = [(words::QUESTIONS, &report.questions, 0.0), (words::GOALS, &report.goals, WIDTH - COLUMN)];
    for (title, items, x) in columns {
        let mut column = column(setter, title, items, room);
        column.element.piece(Kind::Decoration, vec![line((0.0, 0.0), (COLUMN, 0.0), pen)]);
        column.element.shift(x, 0.0);
        element.push(column.element);
        height = height.max(column.height);
        left_over.extend(column.left_over);
    }
    Block { height, element, left_over }
}

fn column(setter: &mut Setter, title: &str, items: &[String], room: f32) -> Block {
    let mut element = Element::new(Role::Section);
    let top = mm(0.5);
    if let Some(mark) = block::heading(setter, title, 0.0, top, COLUMN) {
        element.push(mark);
    }
    if !items.is_empty()
        && let Some(set) = setter.one(words::OWN_WORDS, Style::Caption, COLUMN)
    {
        let y = top + Style::Heading.drop();
        let mark = Mark::Text { x: COLUMN - set.width, line: set, y, ink: Ink::Grey };
        element.push(Element::with(Role::Paragraph, vec![mark]));
    }
    let mut y = top + block::HEADING;
    if items.is_empty() {
        let set = setter.set_at_most(words::NONE, Style::Body, COLUMN, 1);
        element.push(Element::with(Role::Paragraph, set.marks(0.0, y, Ink::Grey)));
        return Block { height: y + Style::Body.pitch(), element, left_over: vec![] };
    }
    let pitch = Style::Body.pitch();
    let mut list = Element::new(Role::List);
    let (mut shown, mut cut) = (0, false);
    for (i, text) in items.iter().take(MOST).enumerate() {
        let more = if items.len() > i + 1 { pitch } else { 0.0 };
        let lines = block::lines_in((room - y - more).min(mm(100.0))).min(MOST_LINES);
        if lines == 0 {
            break;
        }
        let set = setter.set_at_most(text, Style::Body, COLUMN - INDENT, lines);
        let height = set.height();
        cut |= set.cut;
        let mut marks = vec![];
        if let Some(number) = setter.one(&format!("{}.", i + 1), Style::Body, INDENT) {
            marks.push(Mark::Text { line: number, x: 0.0, y: y + Style::Body.drop(), ink: Ink::Black });
        }
        marks.extend(set.marks(INDENT, y, Ink::Black));
        let mut item = Element::new(Role::Item);
        item.push(Element::with(Role::ItemBody, marks));
        list.push(item);
        y += height;
        shown = i + 1;
    }
    element.push(list);
    if shown < items.len() {
        let set = setter.set_at_most(&words::more(items.len() - shown), Style::Body, COLUMN - INDENT, 1);
        element.push(Element::with(Role::Paragraph, set.marks(INDENT, y, Ink::Grey)));
        y += pitch;
        cut = true;
    }
    let mut left_over = vec![];
    if cut {
        let numbered = items.iter().enumerate().map(|(i, t)| format!("{}. {t}", i + 1));
        left_over.push(LeftOver::Text(Section { heading: title.to_owned(), paragraphs: numbered.collect() }));
    }
    Block { height: y, element, left_over }
}
