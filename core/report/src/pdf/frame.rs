//! Header and footer. On page 1 they are read out; on further pages they are repetition.
//!
//! A [`Frame`] says what stands in them, for a report or for a sheet beside it.

use super::ink::{Ink, Mark, Pen, line, rectangle};
use super::page::{FOOTER, HEADER, HEIGHT, WIDTH, mm};
use super::tags::{Element, Kind, Role};
use super::text::{Line, Setter, Style};
use super::words;
use crate::Report;
use crate::sheet::Sheet;

/// What stands in header and footer of every page of a document.
pub(crate) struct Frame {
    pub(crate) title: String,
    pub(crate) label: Option<String>,
    /// Whose document it is; bold.
    pub(crate) who: String,
    /// What stands behind the name; it stays when the name has to give way.
    pub(crate) beside: String,
    pub(crate) made: String,
    pub(crate) foot: String,
    pub(crate) document: String,
}

impl Frame {
    pub(crate) fn of(report: &Report) -> Self {
        let header = &report.header;
        let person = header.person.clone().filter(|p| !p.is_empty()).unwrap_or_else(words::name_withheld);
        let days = words::days(i64::from(header.period.days()));
        let about = [("id", report.document_id.as_str()), ("methods", report.method_set.as_str())];
        Self {
            title: Some(header.title.clone())
                .filter(|title| !title.is_empty())
                .unwrap_or_else(words::period_and_data),
            label: report.sample_label.clone(),
            who: person,
            beside: format!("· {} ({days})", words::period(header.period)),
            made: made(&words::date(header.made_on), &header.zone),
            foot: words::foot(),
            document: words::filled("report.document", &about),
        }
    }

    pub(crate) fn of_sheet(sheet: &Sheet) -> Self {
        Self {
            title: sheet.title.clone(),
            label: sheet.sample_label.clone(),
            who: sheet.person.clone(),
            beside: if sheet.person.is_empty() { sheet.given.clone() } else { format!("· {}", sheet.given) },
            made: made(&words::date(sheet.made_on.date()), &sheet.zone),
            foot: sheet.foot.clone(),
            document: words::filled("report.sheet.document", &[("id", &sheet.id())]),
        }
    }
}

fn made(date: &str, zone: &str) -> String {
    words::filled("report.made", &[("date", date), ("zone", zone)])
}

const FIRST: f32 = mm(0.6);
const SECOND: f32 = FIRST + Style::Heading.pitch() + mm(0.4);
const SPACE: f32 = mm(1.0);
const RULE: f32 = mm(11.2);

/// The header of page 1.
pub(crate) fn head(frame: &Frame, setter: &mut Setter, pages: usize) -> Element {
    let mut head = Element::new(Role::Bare);
    let parts = Parts::new(frame, setter, 0, pages);
    let title = frame.title.clone();
    head.push(Element::with(Role::Heading { level: 1, title }, parts.title));
    for marks in [parts.label, parts.who, parts.made] {
        if !marks.is_empty() {
            head.push(Element::with(Role::Paragraph, marks));
        }
    }
    head.piece(Kind::Decoration, parts.rules);
    head.piece(Kind::PageHeader, parts.number);
    head
}

/// The footer of page 1.
pub(crate) fn foot(frame: &Frame, setter: &mut Setter) -> Element {
    let mut foot = Element::new(Role::Bare);
    let (rule, lines) = footer(frame, setter);
    foot.piece(Kind::Decoration, rule);
    foot.push(Element::with(Role::Paragraph, lines));
    foot
}

/// Header and footer of all further pages.
pub(crate) fn repeated(frame: &Frame, setter: &mut Setter, pages: usize) -> Element {
    let mut all = Element::new(Role::Bare);
    for sheet in 1..pages {
        let mut one = Element::new(Role::Bare);
        let parts = Parts::new(frame, setter, sheet, pages);
        for marks in [parts.title, parts.label, parts.who, parts.made, parts.number, parts.rules] {
            one.piece(Kind::PageHeader, marks);
        }
        let (rule, lines) = footer(frame, setter);
        one.piece(Kind::PageFooter, rule);
        one.piece(Kind::PageFooter, lines);
        one.place(sheet, 0.0, 0.0);
        all.push(one);
    }
    all
}

struct Parts {
    title: Vec<Mark>,
    label: Vec<Mark>,
    who: Vec<Mark>,
    made: Vec<Mark>,
    number: Vec<Mark>,
    rules: Vec<Mark>,
}

impl Parts {
    fn new(frame: &Frame, setter: &mut Setter, sheet: usize, pages: usize) -> Self {
        let (page, pages) = ((sheet + 1).to_string(), pages.to_string());
        let number = words::filled("report.page", &[("page", &page), ("pages", &pages)]);
        let number = setter.one(&number, Style::Body, mm(40.0));
        let number_width = number.as_ref().map_or(0.0, |l| l.width);
        let label = frame.label.as_deref().and_then(|text| setter.one(text, Style::Strong, mm(70.0)));
        let label_width = label.as_ref().map_or(0.0, |l| l.width + mm(10.0));
        let title = setter.one(&frame.title, Style::Heading, WIDTH - number_width - label_width - mm(4.0));
        let made = setter.one(&frame.made, Style::Body, mm(80.0));
        let made_width = made.as_ref().map_or(0.0, |l| l.width);
        // The name gives way before what stands behind it does.
        let room = WIDTH - made_width - mm(4.0) - SPACE;
        let period = setter.one(&frame.beside, Style::Body, room);
        let period_width = period.as_ref().map_or(0.0, |l| l.width);
        let person = setter.one(&frame.who, Style::Strong, room - period_width);
        let person_width = person.as_ref().map_or(0.0, |l| l.width + SPACE);

        let first = FIRST + Style::Heading.drop();
        let second = SECOND + Style::Body.drop();
        let mut boxed = vec![];
        let mut rules = vec![line((0.0, RULE), (WIDTH, RULE), Pen::solid(Ink::Black, mm(0.35)))];
        if let Some(text) = label {
            let x = WIDTH - number_width - mm(6.0) - text.width;
            let pen = Some(Pen::solid(Ink::Black, mm(0.2)));
            rules.push(rectangle(x - mm(1.6), FIRST, text.width + mm(3.2), mm(4.9), None, pen));
            boxed = vec![Mark::Text { line: text, x, y: first, ink: Ink::Black }];
        }
        Self {
            title: at(title, 0.0, first),
            label: boxed,
            who: at(person, 0.0, second).into_iter().chain(at(period, person_width, second)).collect(),
            made: at(made, WIDTH - made_width, second),
            number: at(number, WIDTH - number_width, first),
            rules,
        }
    }
}

fn footer(frame: &Frame, setter: &mut Setter) -> (Vec<Mark>, Vec<Mark>) {
    let top = HEIGHT - FOOTER + mm(3.4);
    let base = top + mm(1.0) + Style::Caption.drop();
    let right = setter.one(&frame.document, Style::Caption, mm(88.0));
    let taken = right.as_ref().map_or(0.0, |l| l.width + mm(4.0));
    let left = setter.one(&frame.foot, Style::Caption, WIDTH - taken);
    let mut lines: Vec<Mark> =
        left.map(|line| Mark::Text { line, x: 0.0, y: base, ink: Ink::Grey }).into_iter().collect();
    lines.extend(right.map(|line| Mark::Text { x: WIDTH - line.width, line, y: base, ink: Ink::Grey }));
    (vec![line((0.0, top), (WIDTH, top), Pen::solid(Ink::Grey, mm(0.15)))], lines)
}

fn at(set: Option<Line>, x: f32, y: f32) -> Vec<Mark> {
    set.map(|line| Mark::Text { line, x, y, ink: Ink::Black }).into_iter().collect()
}

/// Where the body starts.
pub(crate) const BODY_TOP: f32 = HEADER;
