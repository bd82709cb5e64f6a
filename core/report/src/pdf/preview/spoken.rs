//! What a page says, in reading order, for a screen reader beside the picture.

use crate::pdf::ink::Mark;
use crate::pdf::tags::{Child, Element, Kind, Role};

/// One thing that is read out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spoken {
    /// What it is.
    pub kind: SpokenKind,
    /// Its words.
    pub text: String,
}

/// What is read out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpokenKind {
    /// A heading, for jumping from one to the next.
    Heading,
    /// A paragraph, a caption or an entry of a list.
    Text,
    /// A row of a table; its cells with commas between them.
    Row,
    /// A drawing: the words that stand for it.
    Figure,
}

/// The things of one page.
pub(super) fn on_sheet(root: &[Element], sheet: usize) -> Vec<Spoken> {
    let mut out = Vec::new();
    for element in root {
        speak(element, sheet, &mut out);
    }
    out
}

fn speak(element: &Element, sheet: usize, out: &mut Vec<Spoken>) {
    let kind = match &element.role {
        Role::Figure { alt } => {
            if !words(element, sheet, " ").is_empty() || drawn(element, sheet) {
                out.push(Spoken { kind: SpokenKind::Figure, text: alt.clone() });
            }
            return;
        }
        Role::Heading { .. } => SpokenKind::Heading,
        Role::Row => SpokenKind::Row,
        Role::Paragraph | Role::Caption | Role::Item => SpokenKind::Text,
        _ => {
            for child in &element.children {
                if let Child::Element(element) = child {
                    speak(element, sheet, out);
                }
            }
            return;
        }
    };
    let between = if kind == SpokenKind::Row { ", " } else { " " };
    let text = words(element, sheet, between);
    if !text.is_empty() {
        out.push(Spoken { kind, text });
    }
}

/// The words of an element on the page; those of its parts with `between` between them.
fn words(element: &Element, sheet: usize, between: &str) -> String {
    let mut parts: Vec<String> = Vec::new();
    let mut lines: Vec<&str> = Vec::new();
    for child in &element.children {
        match child {
            Child::Element(element) => parts.push(words(element, sheet, " ")),
            Child::Piece(piece) if piece.sheet == sheet && piece.kind == Kind::Content => {
                lines.extend(piece.marks.iter().filter_map(|mark| match mark {
                    Mark::Text { line, .. } => Some(line.text.trim()),
                    Mark::Shape { .. } => None,
                }));
            }
            Child::Piece(_) => {}
        }
    }
    parts.insert(0, lines.join(" "));
    parts.retain(|part| !part.is_empty());
    parts.join(between)
}

fn drawn(element: &Element, sheet: usize) -> bool {
    element.children.iter().any(|child| match child {
        Child::Element(element) => drawn(element, sheet),
        Child::Piece(piece) => piece.sheet == sheet && piece.kind == Kind::Content,
    })
}
