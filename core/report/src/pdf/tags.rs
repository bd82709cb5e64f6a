//! The tag tree: what a screen reader walks, in reading order, holding the pieces it says.
//!
//! An [`Element`] owns its pieces, so each piece is in the tree exactly once. Decoration lies in the tree as well, to
//! be placed with what it decorates, and is painted as an artifact.

use super::ink::Mark;

/// What an element is.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Role {
    /// Groups pieces for placing; leaves no tag.
    Bare,
    Section,
    Heading {
        level: u16,
        title: String,
    },
    Paragraph,
    List,
    Item,
    ItemBody,
    Figure {
        alt: String,
    },
    Caption,
    Table,
    TableHead,
    TableBody,
    Row,
    ColumnHeader {
        span: u32,
    },
    RowHeader,
    Cell,
}

/// A node of the tree.
#[derive(Clone, Debug)]
pub(crate) struct Element {
    pub(crate) role: Role,
    pub(crate) children: Vec<Child>,
}

/// What lies under a node.
#[derive(Clone, Debug)]
pub(crate) enum Child {
    Element(Element),
    Piece(Piece),
}

/// Marks painted together on one page.
#[derive(Clone, Debug)]
pub(crate) struct Piece {
    /// Page, from 0.
    pub(crate) sheet: usize,
    pub(crate) kind: Kind,
    pub(crate) marks: Vec<Mark>,
}

/// Whether a piece says something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Text or a drawing that is read out.
    Content,
    /// Rules, boxes, bands.
    Decoration,
    /// A table header repeated on a further page.
    Repeated,
    PageHeader,
    PageFooter,
}

impl Element {
    pub(crate) const fn new(role: Role) -> Self {
        Self { role, children: vec![] }
    }

    /// An element with one piece of content.
    pub(crate) fn with(role: Role, marks: Vec<Mark>) -> Self {
        let mut element = Self::new(role);
        element.content(marks);
        element
    }

    pub(crate) fn push(&mut self, child: Self) {
        self.children.push(Child::Element(child));
    }

    pub(crate) fn content(&mut self, marks: Vec<Mark>) {
        self.piece(Kind::Content, marks);
    }

    pub(crate) fn piece(&mut self, kind: Kind, marks: Vec<Mark>) {
        if !marks.is_empty() {
            self.children.push(Child::Piece(Piece { sheet: 0, kind, marks }));
        }
    }

    /// Moves all pieces to a page and along it.
    pub(crate) fn place(&mut self, sheet: usize, dx: f32, dy: f32) {
        for child in &mut self.children {
            match child {
                Child::Element(element) => element.place(sheet, dx, dy),
                Child::Piece(piece) => {
                    piece.sheet = sheet;
                    for mark in &mut piece.marks {
                        mark.shift(dx, dy);
                    }
                }
            }
        }
    }

    /// Moves all pieces along their page.
    pub(crate) fn shift(&mut self, dx: f32, dy: f32) {
        self.place(0, dx, dy);
    }
}
