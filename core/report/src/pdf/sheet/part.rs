//! One part of a sheet, set in at most so many lines a text: heading, rows with their labels, questions, lines to sign on.

use super::super::block::{self, Block, LeftOver};
use super::super::ink::{Ink, Pen, line, rectangle};
use super::super::page::{WIDTH, mm};
use super::super::tags::{Child, Element, Kind, Role};
use super::super::text::{Setter, Setting, Style};
use super::super::words;
use super::{PICTURES, body, in_full};
use crate::sheet::{self, Look, Part};
use tidemark_model::Area;

/// Width of the labels at the left, with the space behind them.
const LABEL: f32 = mm(41.0);
/// Least lines of a text in a box: what stands there is to be seen on this page.
const BOXED_LINES: usize = 10;
/// Inside the box, at each side.
const PAD: f32 = mm(2.2);
/// Over each row but the first.
const SPACE: f32 = mm(0.7);
/// The square to tick, and from its left to the question.
const SQUARE: f32 = mm(3.0);
const INDENT: f32 = mm(6.0);
/// Room to write by hand under a question.
const WRITE: f32 = mm(4.5);
/// Room for a name written by hand.
const SIGN: f32 = mm(9.0);
const SIGN_WIDTH: f32 = mm(85.0);

/// The part in at most `limit` lines a text.
pub(super) fn build(part: &Part, limit: usize, setter: &mut Setter) -> Block {
    let mut making = match part.look {
        Look::Plain => {
            let block = Block::titled(setter, &part.heading);
            let drawn = part.blocks.iter().any(|block| matches!(block, sheet::Block::Body { .. }));
            let beside = if drawn && limit == PICTURES { body::WIDTH + mm(4.0) } else { 0.0 };
            Making { block, limit, left: 0.0, bold: false, beside, cut: false }
        }
        Look::Boxed => boxed(part, limit.max(BOXED_LINES), setter),
    };
    for (at, said) in part.blocks.iter().enumerate() {
        if at > 0 {
            making.block.height += SPACE;
        }
        making.add(said, setter);
    }
    let Making { mut block, cut, .. } = making;
    if part.look == Look::Boxed {
        block.height += mm(1.0);
        let pen = Some(Pen::solid(Ink::Black, mm(0.5)));
        let edge = mm(0.25);
        let frame = rectangle(edge, edge, WIDTH - 2.0 * edge, block.height - 2.0 * edge, None, pen);
        block.element.piece(Kind::Decoration, vec![frame]);
    }
    if cut {
        block.note(
            setter,
            &part.heading,
            &words::in_full(),
            WIDTH - if part.look == Look::Boxed { PAD } else { 0.0 },
        );
        block.left_over.push(LeftOver::Text(in_full(part)));
    }
    block
}

fn boxed(part: &Part, limit: usize, setter: &mut Setter) -> Making {
    let mut element = Element::new(Role::Section);
    let top = block::OVER + mm(0.6);
    let heading = block::heading(setter, &part.heading, PAD, top, WIDTH - 2.0 * PAD);
    element.children.extend(heading.map(Child::Element));
    let block = Block { height: top + block::HEADING, element, left_over: vec![] };
    Making { block, limit, left: PAD, bold: true, beside: 0.0, cut: false }
}

struct Making {
    block: Block,
    limit: usize,
    /// Where texts begin.
    left: f32,
    bold: bool,
    /// What the outline takes at the right of rows.
    beside: f32,
    /// Whether words were left out.
    cut: bool,
}

impl Making {
    fn add(&mut self, said: &sheet::Block, setter: &mut Setter) {
        match said {
            sheet::Block::Text(text) => {
                let texts = std::slice::from_ref(text);
                let height = self.texts(texts, (self.left, WIDTH - 2.0 * self.left), setter);
                self.block.height += height;
            }
            sheet::Block::Row { label, texts } => {
                let set = setter.set_at_most(label, Style::Body, LABEL - mm(2.0), 2);
                let label_height = set.height();
                let marks = set.marks(self.left, self.block.height, Ink::Grey);
                self.block.element.push(Element::with(Role::Paragraph, marks));
                let width = WIDTH - LABEL - 2.0 * self.left - self.beside;
                let height = self.texts(texts, (self.left + LABEL, width), setter);
                self.block.height += height.max(label_height);
            }
            sheet::Block::Ask { question, known } => self.ask(question, known.as_deref(), setter),
            sheet::Block::Sign(lines) => self.sign(lines, setter),
            sheet::Block::Body { focus, avoid, alt, key } => self.body((focus, avoid), (alt, key), setter),
        }
    }

    /// Sets texts under each other at the foot of the block, in at most `limit` lines together; returns their height.
    fn texts(&mut self, texts: &[String], (x, width): (f32, f32), setter: &mut Setter) -> f32 {
        let style = if self.bold { Style::Strong } else { Style::Body };
        let mut left = self.limit;
        let mut set: Vec<Setting> = vec![];
        for (at, text) in texts.iter().enumerate() {
            // The last line that is left says that more follows.
            let more = texts.len() > at + 1;
            let mut one = setter.set_at_most(text, style, width, left);
            if more && one.lines.len() == left {
                one = setter.set_at_most(&format!("{text} …"), style, width, left);
                one.cut = true;
            }
            left -= one.lines.len().min(left);
            let cut = one.cut;
            set.push(one);
            if cut {
                self.cut = true;
                break;
            }
        }
        let mut y = self.block.height;
        let (mut list, several) = (Element::new(Role::List), texts.len() > 1);
        for one in set {
            let height = one.height();
            let marks = one.marks(x, y, Ink::Black);
            y += height;
            if several {
                let mut item = Element::new(Role::Item);
                item.push(Element::with(Role::ItemBody, marks));
                list.push(item);
            } else {
                self.block.element.push(Element::with(Role::Paragraph, marks));
            }
        }
        if several {
            self.block.element.push(list);
        }
        y - self.block.height
    }

    fn ask(&mut self, question: &str, known: Option<&str>, setter: &mut Setter) {
        let top = self.block.height;
        let pen = Some(Pen::solid(Ink::Black, mm(0.25)));
        let square = rectangle(mm(0.2), top + mm(0.5), SQUARE, SQUARE, None, pen);
        self.block.element.piece(Kind::Decoration, vec![square]);
        let set = setter.set_at_most(question, Style::Body, WIDTH - INDENT, 2);
        self.block.height += set.height();
        self.block.element.push(Element::with(Role::Paragraph, set.marks(INDENT, top, Ink::Black)));
        if let Some(known) = known {
            let set = setter.set_at_most(known, Style::Caption, WIDTH - INDENT, self.limit.min(4));
            self.cut |= set.cut;
            let (height, marks) = (set.height(), set.marks(INDENT, self.block.height, Ink::Grey));
            self.block.element.push(Element::with(Role::Paragraph, marks));
            self.block.height += height;
        }
        self.block.height += WRITE;
        let y = self.block.height - mm(0.4);
        let rule = line((INDENT, y), (WIDTH, y), Pen::solid(Ink::Grey, mm(0.15)));
        self.block.element.piece(Kind::Decoration, vec![rule]);
    }

    /// The outline at the right of the rows, from the top of the part; none without room for everything.
    fn body(&mut self, areas: (&[Area], &[Area]), (alt, key): (&str, &str), setter: &mut Setter) {
        if self.limit < PICTURES {
            return;
        }
        let set = setter.set_at_most(key, Style::Caption, WIDTH - body::WIDTH - mm(4.0), 2);
        let (height, marks) = (set.height(), set.marks(self.left, self.block.height + mm(1.0), Ink::Grey));
        self.block.element.push(Element::with(Role::Paragraph, marks));
        self.block.height += height + mm(1.0);
        let top = block::OVER + mm(1.2);
        let figure = body::figures((WIDTH - body::WIDTH, top), areas, alt.to_owned(), setter);
        self.block.element.push(figure);
        self.block.height = self.block.height.max(top + body::HEIGHT);
    }

    fn sign(&mut self, lines: &[String], setter: &mut Setter) {
        for pair in lines.chunks(2) {
            self.block.height += SIGN;
            for (text, x) in pair.iter().zip([0.0, WIDTH - SIGN_WIDTH]) {
                let y = self.block.height;
                let rule = line((x, y), (x + SIGN_WIDTH, y), Pen::solid(Ink::Black, mm(0.2)));
                self.block.element.piece(Kind::Decoration, vec![rule]);
                let set = setter.set_at_most(text, Style::Caption, SIGN_WIDTH, 1);
                let marks = set.marks(x, y + mm(0.5), Ink::Grey);
                self.block.element.push(Element::with(Role::Paragraph, marks));
            }
            self.block.height += Style::Caption.pitch() + mm(0.5);
        }
    }
}
