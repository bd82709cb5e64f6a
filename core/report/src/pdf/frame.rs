//! Header and footer. On page 1 they are read out; on further pages they are repetition.

use super::ink::{Ink, Mark, Pen, line, rectangle};
use super::page::{FOOTER, HEADER, HEIGHT, WIDTH, mm};
use super::tags::{Element, Kind, Role};
use super::text::{Line, Setter, Style};
use super::words;
use crate::Report;

const FIRST: f32 = mm(0.6);
const SECOND: f32 = FIRST + Style::Heading.pitch() + mm(0.4);
const SPACE: f32 = mm(1.0);
const RULE: f32 = mm(11.2);

/// The header of page 1.
pub(crate) fn head(report: &Report, setter: &mut Setter, pages: usize) -> Element {
    let mut head = Element::new(Role::Bare);
    let parts = Parts::new(report, setter, 0, pages);
    let title = report.header.title.clone();
    let title = if title.is_empty() { words::period_and_data() } else { title };
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
pub(crate) fn foot(report: &Report, setter: &mut Setter) -> Element {
    let mut foot = Element::new(Role::Bare);
    let (rule, lines) = footer(report, setter);
    foot.piece(Kind::Decoration, rule);
    foot.push(Element::with(Role::Paragraph, lines));
    foot
}

/// Header and footer of all further pages.
pub(crate) fn repeated(report: &Report, setter: &mut Setter, pages: usize) -> Element {
    let mut all = Element::new(Role::Bare);
    for sheet in 1..pages {
        let mut one = Element::new(Role::Bare);
        let parts = Parts::new(report, setter, sheet, pages);
        for marks in [parts.title, parts.label, parts.who, parts.made, parts.number, parts.rules] {
            one.piece(Kind::PageHeader, marks);
        }
        let (rule, lines) = footer(report, setter);
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
    fn new(report: &Report, setter: &mut Setter, sheet: usize, pages: usize) -> Self {
        let header = &report.header;
        let (page, pages) = ((sheet + 1).to_string(), pages.to_string());
        let number = words::filled("report.page", &[("page", &page), ("pages", &pages)]);
        let number = setter.one(&number, Style::Body, mm(40.0));
        let number_width = number.as_ref().map_or(0.0, |l| l.width);
        let label = report.sample_label.as_deref().and_then(|text| setter.one(text, Style::Strong, mm(70.0)));
        let label_width = label.as_ref().map_or(0.0, |l| l.width + mm(10.0));
        let title = if header.title.is_empty() { words::period_and_data() } else { header.title.clone() };
        let title = setter.one(&title, Style::Heading, WIDTH - number_width - label_width - mm(4.0));
        let date = words::date(header.made_on);
        let made = words::filled("report.made", &[("date", &date), ("zone", &header.zone)]);
        let made = setter.one(&made, Style::Body, mm(80.0));
        let made_width = made.as_ref().map_or(0.0, |l| l.width);
        let person = header.person.clone().filter(|p| !p.is_empty()).unwrap_or_else(words::name_withheld);
        // The name gives way before the period does.
        let period =
            format!("· {} ({})", words::period(header.period), words::days(i64::from(header.period.days())));
        let room = WIDTH - made_width - mm(4.0) - SPACE;
        let period = setter.one(&period, Style::Body, room);
        let period_width = period.as_ref().map_or(0.0, |l| l.width);
        let person = setter.one(&person, Style::Strong, room - period_width);
        let person_width = person.as_ref().map_or(0.0, |l| l.width);

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
            who: at(person, 0.0, second)
                .into_iter()
                .chain(at(period, person_width + SPACE, second))
                .collect(),
            made: at(made, WIDTH - made_width, second),
            number: at(number, WIDTH - number_width, first),
            rules,
        }
    }
}

fn footer(report: &Report, setter: &mut Setter) -> (Vec<Mark>, Vec<Mark>) {
    let top = HEIGHT - FOOTER + mm(3.4);
    let base = top + mm(1.0) + Style::Caption.drop();
    let left = setter.one(&words::foot(), Style::Caption, mm(88.0));
    let about = [("id", report.document_id.as_str()), ("methods", report.method_set.as_str())];
    let right = words::filled("report.document", &about);
    let right = setter.one(&right, Style::Caption, mm(88.0));
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
