//! Parts: each begins on a page of its own, with its title; what is in it follows from top to bottom.

use super::super::block;
use super::super::ink::{Ink, Mark, Pen, line};
use super::super::page::{WIDTH, mm};
use super::super::tags::{Element, Kind, Role};
use super::super::text::{Setter, Style};
use super::super::{dumbbell, words};
use super::{BODY_TOP, Flow};
use crate::document::{Content, Dumbbell, Part, PlainColumn, PlainTable, Section};

/// Room between columns, and over and under the text of a row.
const GUTTER: f32 = mm(2.0);
const PAD: f32 = mm(0.4);
/// Most lines of a cell: less than a page, so that a row never breaks.
const MOST_LINES: usize = 50;
const HEAD: f32 = Style::Caption.pitch() + mm(0.9);

impl Flow {
    /// All parts, each on pages of its own.
    pub(crate) fn parts(&mut self, setter: &mut Setter, parts: &[Part]) {
        for part in parts {
            self.new_page();
            let mut element = Element::new(Role::Section);
            self.heading(setter, &part.heading, &mut element);
            self.space(mm(1.0));
            for content in &part.content {
                match content {
                    Content::Text(section) => self.block(setter, section, &mut element),
                    Content::Table(table) => self.plain_table(setter, table, &mut element),
                    Content::Dumbbell(chart) => self.dumbbell(setter, chart, &mut element),
                    Content::Panels(panels) => {
                        self.subheading(setter, &words::more_trends(), mm(40.0), &mut element);
                        self.panel_rows(setter, panels, &mut element);
                    }
                    Content::Timeline(lanes) => self.timeline(setter, lanes, &mut element),
                    Content::Totals(charts) => {
                        self.subheading(setter, &words::totals(), mm(55.0), &mut element);
                        self.totals(setter, charts, &mut element);
                    }
                }
            }
            self.elements.push(element);
        }
    }

    fn dumbbell(&mut self, setter: &mut Setter, chart: &Dumbbell, element: &mut Element) {
        let (mut figure, height) = dumbbell::chart(setter, chart);
        self.subheading(setter, &chart.heading, height, element);
        let y = self.take(height + mm(4.0), height);
        figure.place(self.sheet, 0.0, y);
        element.push(figure);
    }

    /// What comes next stands on a new page, unless nothing is on this one.
    pub(crate) fn new_page(&mut self) {
        if self.y.is_some_and(|y| y > BODY_TOP) {
            self.sheet += 1;
            self.y = None;
        }
    }

    fn block(&mut self, setter: &mut Setter, section: &Section, element: &mut Element) {
        self.subheading(setter, &section.heading, Style::Body.pitch() * 2.0, element);
        self.paragraphs(setter, &section.paragraphs, element);
        self.space(mm(2.4));
    }

    /// A heading within a part, with at least `under` of what follows on its page.
    fn subheading(&mut self, setter: &mut Setter, title: &str, under: f32, element: &mut Element) {
        if title.is_empty() {
            return;
        }
        let y = self.take(block::HEADING, block::HEADING + under);
        if let Some(mut heading) = block::heading(setter, title, 0.0, y, WIDTH) {
            heading.place(self.sheet, 0.0, 0.0);
            element.push(heading);
        }
    }

    fn plain_table(&mut self, setter: &mut Setter, table: &PlainTable, element: &mut Element) {
        self.subheading(setter, &table.heading, HEAD + 2.0 * Style::Body.pitch(), element);
        let columns = Columns::of(&table.columns);
        let mut tagged = Element::new(Role::Table);
        let y = self.take(HEAD, HEAD + 2.0 * Style::Body.pitch());
        let mut head = columns.head(setter, y);
        head.place(self.sheet, 0.0, 0.0);
        let mut heads = Element::new(Role::TableHead);
        heads.push(head);
        tagged.push(heads);
        let mut body = Element::new(Role::TableBody);
        for cells in &table.rows {
            let (mut row, height) = columns.row(setter, cells);
            let sheet = self.sheet;
            let mut y = self.take(height, height);
            if self.sheet > sheet {
                let mut repeated = Element::new(Role::Bare);
                repeated.piece(Kind::Repeated, super::marks_of(columns.head(setter, y)));
                repeated.place(self.sheet, 0.0, 0.0);
                body.push(repeated);
                self.space(HEAD);
                y += HEAD;
            }
            row.place(self.sheet, 0.0, y);
            body.push(row);
        }
        tagged.push(body);
        element.push(tagged);
        self.space(mm(4.0));
    }
}

/// Columns with their places on the page.
struct Columns<'a> {
    columns: Vec<(&'a PlainColumn, f32, f32)>,
}

impl<'a> Columns<'a> {
    fn of(columns: &'a [PlainColumn]) -> Self {
        let asked: f32 = columns.iter().map(|column| mm(f32::from(column.width))).sum();
        let scale = if asked > WIDTH { WIDTH / asked } else { 1.0 };
        let mut x = 0.0;
        let place = |column: &'a PlainColumn| {
            let width = mm(f32::from(column.width)) * scale;
            let placed = (column, x, width);
            x += width;
            placed
        };
        Self { columns: columns.iter().map(place).collect() }
    }

    fn head(&self, setter: &mut Setter, y: f32) -> Element {
        let mut row = Element::new(Role::Row);
        for (column, x, width) in &self.columns {
            let mut cell = Element::new(Role::ColumnHeader { span: 1 });
            let head = if column.head.is_empty() { "–" } else { &column.head };
            if let Some(set) = setter.one(head, Style::Caption, width - GUTTER) {
                let x = if column.figures { x + width - GUTTER - set.width } else { *x };
                cell.content(vec![Mark::Text { line: set, x, y: y + Style::Caption.drop(), ink: Ink::Grey }]);
            }
            row.push(cell);
        }
        row.piece(Kind::Decoration, vec![rule(y + HEAD - mm(0.3), Ink::Grey)]);
        row
    }

    /// A row with its top at 0, a rule under it, and its height.
    fn row(&self, setter: &mut Setter, cells: &[String]) -> (Element, f32) {
        let mut row = Element::new(Role::Row);
        let mut height = Style::Body.pitch();
        for (at, (column, x, width)) in self.columns.iter().enumerate() {
            let mut cell = Element::new(if at == 0 { Role::RowHeader } else { Role::Cell });
            let text = cells.get(at).map_or("–", |text| if text.is_empty() { "–" } else { text });
            let style = if column.figures { Style::Figures } else { Style::Body };
            let set = setter.set_at_most(text, style, width - GUTTER, MOST_LINES);
            height = height.max(set.height());
            let mut marks = set.marks(*x, PAD, Ink::Black);
            for mark in &mut marks {
                if let Mark::Text { line, x: left, .. } = mark
                    && column.figures
                {
                    *left = x + width - GUTTER - line.width;
                }
            }
            cell.content(marks);
            row.push(cell);
        }
        let height = height + 2.0 * PAD;
        row.piece(Kind::Decoration, vec![rule(height, Ink::Pale)]);
        (row, height)
    }
}

fn rule(y: f32, ink: Ink) -> Mark {
    line((0.0, y), (WIDTH, y), Pen::solid(ink, mm(0.2)))
}

/// Nothing twice: the paragraphs that no part prints.
pub(crate) fn not_in_parts(section: &Section, parts: &[Part]) -> Section {
    let printed = |text: &String| parts.iter().any(|part| part.paragraphs().any(|other| other == text));
    let paragraphs = section.paragraphs.iter().filter(|text| !printed(text)).cloned().collect();
    Section { heading: section.heading.clone(), paragraphs }
}
