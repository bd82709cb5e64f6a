//! A block of the page: some height, what is in it, and what had to be left out.

use super::ink::{Ink, Pen, line};
use super::page::{WIDTH, mm};
use super::tags::{Element, Kind, Role};
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

/// Height of a block heading with the space under it.
pub(crate) const HEADING: f32 = Style::Heading.pitch() + mm(0.6);

impl Block {
    /// A block that starts with a level 2 heading, and a note on the same line at the right.
    pub(crate) fn titled(setter: &mut Setter, title: &str, note: &str) -> Self {
        let mut element = Element::new(Role::Section);
        let pen = Pen::solid(Ink::Grey, mm(0.15));
        element.piece(Kind::Decoration, vec![line((0.0, 0.0), (WIDTH, 0.0), pen)]);
        let top = mm(0.5);
        if let Some(mark) = heading(setter, title, 0.0, top, WIDTH) {
            element.push(mark);
        }
        let noted = setter.one(note, Style::Body, WIDTH - mm(60.0));
        if let Some(set) = noted {
            let mark = super::ink::Mark::Text {
                x: WIDTH - set.width,
                y: top + Style::Heading.drop(),
                line: set,
                ink: Ink::Black,
            };
            element.push(Element::with(Role::Paragraph, vec![mark]));
        }
        Self { height: top + HEADING, element, left_over: vec![] }
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
    Some(Element::with(role, vec![super::ink::Mark::Text { line: set, x, y, ink: Ink::Black }]))
}

/// How many body lines fit in `room`.
pub(crate) fn lines_in(room: f32) -> usize {
    let lines = (room + 0.01) / Style::Body.pitch();
    usize::try_from(super::words::whole(lines)).unwrap_or(0)
}
