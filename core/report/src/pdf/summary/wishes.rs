//! Questions and goals, side by side, in the person's words.

use super::super::block::{self, Block, LeftOver};
use super::super::ink::{Ink, Mark};
use super::super::page::{WIDTH, mm};
use super::super::tags::{Child, Element, Kind, Role};
use super::super::text::{Setter, Setting, Style};
use super::super::words;
use crate::Report;
use crate::document::{Section, SummaryBlock};

const COLUMN: f32 = mm(87.0);
const INDENT: f32 = mm(4.2);
/// Most items of a column, and most lines of an item.
const MOST: usize = 3;
const MOST_LINES: usize = 2;

pub(super) fn block(report: &Report, setter: &mut Setter, room: f32) -> Block {
    let mut element = Element::new(Role::Bare);
    let mut height: f32 = 0.0;
    let mut left_over = vec![];
    let columns = [
        (words::questions(), &report.questions, SummaryBlock::Questions, 0.0),
        (words::goals(), &report.goals, SummaryBlock::Goals, WIDTH - COLUMN),
    ];
    for (title, items, block, x) in columns {
        let nothing = words::nothing(report, block);
        let mut column = column(setter, &title, (items, &nothing), room);
        column.element.piece(Kind::Decoration, vec![block::rule(COLUMN)]);
        column.element.shift(x, 0.0);
        element.push(column.element);
        height = height.max(column.height);
        left_over.extend(column.left_over);
    }
    Block { height, element, left_over }
}

fn column(setter: &mut Setter, title: &str, (items, nothing): (&[String], &str), room: f32) -> Block {
    let mut element = Element::new(Role::Section);
    let top = block::OVER;
    element.children.extend(block::heading(setter, title, 0.0, top, COLUMN).map(Child::Element));
    let mut block = Block { height: top + block::HEADING, element, left_over: vec![] };
    if items.is_empty() {
        let set = setter.set_at_most(nothing, Style::Body, COLUMN, 1);
        block.element.push(Element::with(Role::Paragraph, set.marks(0.0, block.height, Ink::Grey)));
        block.height += Style::Body.pitch();
        return block;
    }
    let mut list = Element::new(Role::List);
    let (mut shown, mut cut) = (0, false);
    for (i, text) in items.iter().take(MOST).enumerate() {
        let set = setter.set_at_most(text, Style::Body, COLUMN - INDENT, MOST_LINES);
        let height = set.height();
        // The first is always there; a further one is there with all its lines or waits for page 2.
        if i > 0 && block.height + height > room + 0.01 {
            break;
        }
        cut |= set.cut;
        list.push(item(setter, i + 1, set, block.height));
        block.height += height;
        shown = i + 1;
    }
    let mut note = words::own_words();
    if shown < items.len() {
        note = format!("{note} · {}", words::more(items.len() - shown));
    } else if cut {
        note = format!("{note} · {}", &words::in_full());
    }
    block.note(setter, title, &note, COLUMN);
    block.element.push(list);
    if cut || shown < items.len() {
        let numbered = items.iter().enumerate().map(|(i, t)| format!("{}. {t}", i + 1));
        block
            .left_over
            .push(LeftOver::Text(Section { heading: title.to_owned(), paragraphs: numbered.collect() }));
    }
    block
}

fn item(setter: &mut Setter, number: usize, set: Setting, y: f32) -> Element {
    let mut marks = vec![];
    if let Some(line) = setter.one(&format!("{number}."), Style::Body, INDENT) {
        marks.push(Mark::Text { line, x: 0.0, y: y + Style::Body.drop(), ink: Ink::Black });
    }
    marks.extend(set.marks(INDENT, y, Ink::Black));
    let mut item = Element::new(Role::Item);
    item.push(Element::with(Role::ItemBody, marks));
    item
}
