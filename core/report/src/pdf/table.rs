//! Tables: a header row, row headers, cells of one line, thin rules.

use super::ink::{Ink, Mark, Pen, line};
use super::page::{WIDTH, mm};
use super::tags::{Element, Kind, Role};
use super::text::{Setter, Style};

/// Where the text of a column stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Align {
    Left,
    Right,
}

/// A table, before it is set. The first cell of each row is its header.
#[derive(Clone, Debug)]
pub(crate) struct Table {
    /// Widths in points, adding up to at most the content box.
    pub(crate) columns: Vec<(f32, Align)>,
    /// Header cells with the number of columns each spans.
    pub(crate) heads: Vec<(String, u32)>,
    pub(crate) rows: Vec<Vec<String>>,
}

/// Height of the header row.
pub(crate) const HEAD: f32 = Style::Caption.pitch() + mm(0.7);
/// Height of a row.
pub(crate) const ROW: f32 = Style::Body.pitch() + mm(0.3);
const GUTTER: f32 = mm(1.6);

impl Table {
    /// The header row at `y`, with a rule under it.
    pub(crate) fn head(&self, setter: &mut Setter, y: f32) -> Element {
        let mut row = Element::new(Role::Row);
        let mut at = 0;
        for (text, span) in &self.heads {
            let spanned = usize::try_from(*span).unwrap_or(1);
            let (x, width, align) = self.column(at, spanned);
            at += spanned;
            let mut cell = Element::new(Role::ColumnHeader { span: *span });
            cell.content(cell_marks(setter, text, Style::Caption, (x, width, align), y, Ink::Grey));
            row.push(cell);
        }
        row.piece(Kind::Decoration, vec![rule(y + HEAD - mm(0.3), Ink::Grey, mm(0.2))]);
        row
    }

    /// One row at `y`, with a rule over it unless the header is; says whether a cell was cut.
    pub(crate) fn row(&self, setter: &mut Setter, cells: &[String], y: f32, ruled: bool) -> (Element, bool) {
        let mut row = Element::new(Role::Row);
        let mut cut = false;
        for (i, text) in cells.iter().enumerate() {
            let mut cell = Element::new(if i == 0 { Role::RowHeader } else { Role::Cell });
            let marks = cell_marks(
                setter,
                text,
                if i == 0 { Style::Body } else { Style::Figures },
                self.column(i, 1),
                y,
                Ink::Black,
            );
            cut |= marks.iter().any(
                |m| matches!(m, Mark::Text { line, .. } if line.text.ends_with('…') && !text.ends_with('…')),
            );
            cell.content(marks);
            row.push(cell);
        }
        if ruled {
            row.piece(Kind::Decoration, vec![rule(y, Ink::Pale, mm(0.2))]);
        }
        (row, cut)
    }

    fn column(&self, at: usize, span: usize) -> (f32, f32, Align) {
        let x: f32 = self.columns.iter().take(at).map(|(w, _)| w).sum();
        let width: f32 = self.columns.iter().skip(at).take(span).map(|(w, _)| w).sum();
        let align =
            if span > 1 { Align::Left } else { self.columns.get(at).map_or(Align::Left, |(_, a)| *a) };
        // The last column ends flush with the rules.
        let gutter = if at + span < self.columns.len() { GUTTER } else { 0.0 };
        (x, width - gutter, align)
    }
}

fn cell_marks(
    setter: &mut Setter,
    text: &str,
    style: Style,
    (x, width, align): (f32, f32, Align),
    y: f32,
    ink: Ink,
) -> Vec<Mark> {
    // A cell with nothing to say still needs content, or the row would be short of a cell.
    let text = if text.is_empty() { "–" } else { text };
    let Some(line) = setter.one(text, style, width) else { return vec![] };
    let x = match align {
        Align::Left => x,
        Align::Right => x + width - line.width,
    };
    vec![Mark::Text { line, x, y: y + style.drop(), ink }]
}

fn rule(y: f32, ink: Ink, width: f32) -> Mark {
    line((0.0, y), (WIDTH, y), Pen::solid(ink, width))
}
