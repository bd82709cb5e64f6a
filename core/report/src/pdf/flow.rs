//! Pages after page 1: what page 1 had no room for, then method and limits, over as many pages as they need.

mod figures;
mod parts;

use super::block::{self, LeftOver};
use super::frame::BODY_TOP;
use super::ink::{Ink, Mark};
use super::page::{BODY, WIDTH, mm};
use super::table::{self, Table};
use super::tags::{Element, Kind, Role};
use super::text::{Setter, Style};
use super::{chart, words};
use crate::document::{Part, Section, TrendPanel};

/// A line of the outline.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Entry {
    pub(crate) title: String,
    pub(crate) sheet: usize,
    pub(crate) y: f32,
}

/// Fills pages from top to bottom.
pub(crate) struct Flow {
    sheet: usize,
    /// Next free height on the page; `None` before the first thing is on it.
    y: Option<f32>,
    elements: Vec<Element>,
    entries: Vec<Entry>,
}

const BOTTOM: f32 = BODY_TOP + BODY;
/// Long lines are hard to read: texts of the later pages keep to about 95 characters.
const MEASURE: f32 = mm(160.0);

impl Flow {
    pub(crate) const fn new(first_sheet: usize) -> Self {
        Self { sheet: first_sheet, y: None, elements: vec![], entries: vec![] }
    }

    /// The elements, the outline, and the number of pages so far.
    pub(crate) fn finish(self) -> (Vec<Element>, Vec<Entry>, usize) {
        let pages = if self.y.is_some() { self.sheet + 1 } else { self.sheet };
        (self.elements, self.entries, pages)
    }

    pub(crate) fn sections(&mut self, setter: &mut Setter, sections: &[Section]) {
        for section in sections {
            self.section(setter, section);
        }
    }

    /// What page 1 had no room for, less what a part prints.
    pub(crate) fn continued(&mut self, setter: &mut Setter, left_over: &[LeftOver], parts: &[Part]) {
        for part in left_over {
            match part {
                LeftOver::Text(section) => {
                    let section = parts::not_in_parts(section, parts);
                    if section.paragraphs.is_empty() {
                        continue;
                    }
                    let heading = format!("{} ({})", section.heading, lower(&words::continued()));
                    self.section(setter, &Section { heading, paragraphs: section.paragraphs.clone() });
                }
                LeftOver::Table(title, table) => {
                    let title = format!("{title} ({})", lower(&words::continued()));
                    self.table(setter, &title, table);
                }
                LeftOver::Panels(panels) => self.panels(setter, panels),
            }
        }
    }

    fn section(&mut self, setter: &mut Setter, section: &Section) {
        let mut element = Element::new(Role::Section);
        if !section.heading.is_empty() {
            self.heading(setter, &section.heading, &mut element);
        }
        self.paragraphs(setter, &section.paragraphs, &mut element);
        self.space(mm(2.4));
        self.elements.push(element);
    }

    fn paragraphs(&mut self, setter: &mut Setter, paragraphs: &[String], element: &mut Element) {
        for text in paragraphs {
            let set = setter.set(text, Style::Body, MEASURE);
            let mut paragraph = Element::new(Role::Paragraph);
            let total = set.lines.len();
            for (i, line) in set.lines.into_iter().enumerate() {
                // Two lines stay together at the head and at the foot of a page.
                let together = if (i == 0 || i + 2 == total) && total > 1 { 2.0 } else { 1.0 };
                let y = self.take(Style::Body.pitch(), Style::Body.pitch() * together);
                let mark = Mark::Text { line, x: 0.0, y: y + Style::Body.drop(), ink: Ink::Black };
                let mut piece = Element::with(Role::Bare, vec![mark]);
                piece.place(self.sheet, 0.0, 0.0);
                paragraph.push(piece);
            }
            element.push(paragraph);
            self.space(mm(1.6));
        }
    }

    fn table(&mut self, setter: &mut Setter, title: &str, table: &Table) {
        let mut element = Element::new(Role::Section);
        self.heading(setter, title, &mut element);
        let mut tagged = Element::new(Role::Table);
        let mut head = Element::new(Role::TableHead);
        let y = self.take(table::HEAD, table::HEAD + table::ROW);
        let mut row = table.head(setter, y);
        row.place(self.sheet, 0.0, 0.0);
        head.push(row);
        tagged.push(head);
        let mut body = Element::new(Role::TableBody);
        let mut ruled = false;
        for cells in &table.rows {
            let sheet = self.sheet;
            let mut y = self.take(table::ROW, table::ROW);
            if self.sheet > sheet {
                body.push(self.repeat(setter, table, y));
                self.space(table::HEAD);
                y += table::HEAD;
                ruled = false;
            }
            let (mut row, _) = table.row(setter, cells, y, ruled);
            ruled = true;
            row.place(self.sheet, 0.0, 0.0);
            body.push(row);
        }
        tagged.push(body);
        element.push(tagged);
        self.space(mm(4.0));
        self.elements.push(element);
    }

    /// The header row again, for the eye only.
    fn repeat(&self, setter: &mut Setter, table: &Table, y: f32) -> Element {
        let mut repeated = Element::new(Role::Bare);
        repeated.piece(Kind::Repeated, marks_of(table.head(setter, y)));
        repeated.place(self.sheet, 0.0, 0.0);
        repeated
    }

    fn panels(&mut self, setter: &mut Setter, panels: &[TrendPanel]) {
        let mut element = Element::new(Role::Section);
        let title = format!("{} ({})", words::trends(), lower(&words::continued()));
        self.heading(setter, &title, &mut element);
        self.panel_rows(setter, panels, &mut element);
        self.elements.push(element);
    }

    fn panel_rows(&mut self, setter: &mut Setter, panels: &[TrendPanel], element: &mut Element) {
        for pair in panels.chunks(2) {
            let lines = chart::caption_lines(setter, pair);
            let height = chart::height(chart::PLOT, lines);
            let y = self.take(height + mm(4.0), height);
            for (panel, x) in pair.iter().zip([0.0, WIDTH - chart::WIDTH]) {
                let mut figure = chart::panel(setter, panel, chart::PLOT);
                figure.place(self.sheet, x, y);
                element.push(figure);
            }
        }
    }

    fn heading(&mut self, setter: &mut Setter, title: &str, element: &mut Element) {
        // A heading does not stand alone at the foot of a page.
        let y = self.take(block::HEADING, block::HEADING + 2.0 * Style::Body.pitch());
        if let Some(mut heading) = block::heading(setter, title, 0.0, y, WIDTH) {
            heading.place(self.sheet, 0.0, 0.0);
            element.push(heading);
            self.entries.push(Entry { title: title.to_owned(), sheet: self.sheet, y });
        }
    }

    /// Takes `height` from the page, or from the next one if `together` does not fit.
    fn take(&mut self, height: f32, together: f32) -> f32 {
        let y = match self.y {
            Some(y) if y + together > BOTTOM => {
                self.sheet += 1;
                BODY_TOP
            }
            Some(y) => y,
            None => BODY_TOP,
        };
        self.y = Some(y + height);
        y
    }

    fn space(&mut self, height: f32) {
        self.y = self.y.map(|y| y + height);
    }
}

fn marks_of(element: Element) -> Vec<Mark> {
    let mut marks = vec![];
    for child in element.children {
        match child {
            super::tags::Child::Element(element) => marks.extend(marks_of(element)),
            super::tags::Child::Piece(piece) => marks.extend(piece.marks),
        }
    }
    marks
}

fn lower(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |c| c.to_lowercase().chain(chars).collect())
}
