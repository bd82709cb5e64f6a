//! A block of the page: some height, what is in it, and what had to be left out.

use super::ink::{Ink, Mark, Pen, line};
use super::page::{WIDTH, mm};
use super::tags::{Child, Element, Kind, Role};
use super::text::{Setter, Style};
use crate::document::Section;

/// A laid-out block; its pieces count from its own top.
#[derive(Clone, Debug)]
pub(crate) struct Block {
    pub(crate) height: f32,
    pub(crate) element: Element,
    /// What did not fit, in full.
    pub(crate) left_over: Vec<LeftOver>,
}

/// Something page 1 had no room for.
#[derive(Clone, Debug)]
pub(crate) enum LeftOver {
    Text(Section),
    Table(String, super::table::Table),
    Panels(Vec<crate::document::TrendPanel>),
}

/// Space over a block heading.
pub(crate) const OVER: f32 = mm(0.4);
/// Height of a block heading with the space under it.
pub(crate) const HEADING: f32 = Style::Heading.pitch() + mm(0.3);

impl Block {
    /// A block that starts with a rule and a level 2 heading.
    pub(crate) fn titled(setter: &mut Setter, title: &str) -> Self {
        let mut element = Element::new(Role::Section);
        element.piece(Kind::Decoration, vec![rule(WIDTH)]);
        element.children.extend(heading(setter, title, 0.0, OVER, WIDTH).map(Child::Element));
        Self { height: OVER + HEADING, element, left_over: vec![] }
    }

    /// A note at the right of the heading's line, in the room the title leaves.
    pub(crate) fn note(&mut self, setter: &mut Setter, title: &str, text: &str, width: f32) {
        let taken = setter.one(title, Style::Heading, width).map_or(0.0, |line| line.width);
        if let Some(line) = setter.one(text, Style::Caption, width - taken - mm(3.0)) {
            let mark =
                Mark::Text { x: width - line.width, line, y: OVER + Style::Heading.drop(), ink: Ink::Grey };
            self.element.push(Element::with(Role::Paragraph, vec![mark]));
        }
    }

    /// Adds a paragraph of at most `most` lines at the foot; says whether it was cut.
    pub(crate) fn paragraph(&mut self, setter: &mut Setter, text: &str, most: usize, ink: Ink) -> bool {
        let set = setter.set_at_most(text, Style::Body, WIDTH, most);
        let (height, cut) = (set.height(), set.cut);
        self.element.push(Element::with(Role::Paragraph, set.marks(0.0, self.height, ink)));
        self.height += height;
        cut
    }
}

/// A level 2 heading with its top left at (`x`, `y`).
pub(crate) fn heading(setter: &mut Setter, title: &str, x: f32, y: f32, width: f32) -> Option<Element> {
    let set = setter.one(title, Style::Heading, width)?;
    let role = Role::Heading { level: 2, title: title.to_owned() };
    let y = y + Style::Heading.drop();
    Some(Element::with(role, vec![Mark::Text { line: set, x, y, ink: Ink::Black }]))
}

/// How many body lines fit in `room`.
pub(crate) fn lines_in(room: f32) -> usize {
    let lines = (room + 0.01) / Style::Body.pitch();
    usize::try_from(super::words::whole(lines)).unwrap_or(0)
}

/// The rule over a block.
pub(crate) fn rule(width: f32) -> Mark {
    line((0.0, 0.0), (width, 0.0), Pen::solid(Ink::Grey, mm(0.15)))
}
