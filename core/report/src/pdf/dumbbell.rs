//! The chart of sessions by date: a ring before, a dot after, a cross the next morning, over the whole scale of the measure.
//!
//! Refuses to cut the scale and to join what is missing: a session with one of two ratings has one mark and no line.

use super::ink::{Dash, Ink, Mark, Pen, circle, line};
use super::page::{WIDTH, mm};
use super::tags::{Element, Kind, Role};
use super::text::{Setter, Style};
use super::words;
use crate::document::{Direction, Dumbbell, DumbbellRow};

/// Most sessions that are drawn: they fit on a page.
const MOST: usize = 40;
const ROW: f32 = mm(4.3);
/// The plot, beside numbers and dates; the scale ends inside of it, so that no mark leaves the page.
const LEFT: f32 = mm(38.0);
const RIGHT: f32 = WIDTH - mm(6.0);
const PAD: f32 = mm(0.8);
const RING: f32 = mm(1.15);
const DOT: f32 = mm(0.75);

/// The chart with its legend and axis, its top at 0, and its height.
pub(crate) fn chart(setter: &mut Setter, chart: &Dumbbell) -> (Element, f32) {
    // What is no number has no place on the scale.
    let finite = |value: Option<f64>| value.filter(|value| value.is_finite());
    let clean = |row: &DumbbellRow| DumbbellRow {
        before: finite(row.before),
        after: finite(row.after),
        next_morning: finite(row.next_morning),
        ..*row
    };
    let clean: Vec<DumbbellRow> = chart.rows.iter().map(clean).collect();
    let rated = |row: &&DumbbellRow| values(row).iter().flatten().next().is_some();
    let rows: Vec<&DumbbellRow> = clean.iter().filter(rated).collect();
    let rows = rows.get(rows.len().saturating_sub(MOST)..).unwrap_or_default();
    let axis = Axis { min: chart.scale.min(), max: chart.scale.max() };
    let top = Style::Caption.pitch() * 2.0 + PAD * 2.0;
    let height = top + ROW * f32::from(u8::try_from(rows.len()).unwrap_or(u8::MAX)) + PAD;
    let mut figure = Element::new(Role::Figure { alt: alt(chart, rows) });
    let mut marks = legend(setter, rows);
    let mut grid = vec![];
    for value in chart.scale.grid() {
        let x = axis.x(*value);
        grid.push(line((x, top), (x, height), Pen::solid(Ink::Pale, mm(0.2))));
        if let Some(set) = setter.one(&words::number(*value), Style::Caption, mm(14.0)) {
            let x = x - set.width / 2.0;
            let y = Style::Caption.pitch() + PAD + Style::Caption.drop();
            marks.push(Mark::Text { line: set, x, y, ink: Ink::Grey });
        }
    }
    marks.extend(direction(setter, chart));
    figure.piece(Kind::Decoration, grid);
    let mut middle = top + ROW / 2.0;
    for row in rows {
        marks.extend(label(setter, row, middle));
        marks.extend(session(&axis, row, middle));
        middle += ROW;
    }
    figure.content(marks);
    (figure, height)
}

const fn values(row: &DumbbellRow) -> [Option<f64>; 3] {
    [row.before, row.after, row.next_morning]
}

struct Axis {
    min: f64,
    max: f64,
}

impl Axis {
    fn x(&self, value: f64) -> f32 {
        let share = (value.clamp(self.min, self.max) - self.min) / (self.max - self.min);
        LEFT + (RIGHT - LEFT) * words::narrow(share)
    }
}

/// Number and date of a session, at the left.
fn label(setter: &mut Setter, row: &DumbbellRow, middle: f32) -> Vec<Mark> {
    let y = middle - Style::Caption.pitch() / 2.0 + Style::Caption.drop();
    let number = setter.one(&format!("{}.", row.number), Style::Caption, mm(9.0));
    let date = setter.one(&words::date(row.date), Style::Caption, mm(24.0));
    let number = number.map(|line| Mark::Text { x: mm(8.0) - line.width, line, y, ink: Ink::Grey });
    number.into_iter().chain(date.map(|line| Mark::Text { line, x: mm(10.0), y, ink: Ink::Black })).collect()
}

fn session(axis: &Axis, row: &DumbbellRow, y: f32) -> Vec<Mark> {
    let mut marks = vec![];
    if let (Some(before), Some(after)) = (row.before, row.after) {
        let dash = if row.recalled { Dash::Dashed } else { Dash::Solid };
        let pen = Pen { ink: Ink::Grey, width: mm(0.5), dash };
        marks.push(line((axis.x(before), y), (axis.x(after), y), pen));
    }
    // The ring is wider than the dot, so that both show where they are the same.
    marks.extend(row.before.map(|value| ring(axis.x(value), y)));
    marks.extend(row.after.map(|value| circle(axis.x(value), y, DOT, Ink::Black, None)));
    marks.extend(row.next_morning.into_iter().flat_map(|value| cross(axis.x(value), y)));
    marks
}

fn ring(x: f32, y: f32) -> Mark {
    circle(x, y, RING, Ink::White, Some(Pen::solid(Ink::Black, mm(0.3))))
}

fn cross(x: f32, y: f32) -> [Mark; 2] {
    let (r, pen) = (mm(1.1), Pen::solid(Ink::Black, mm(0.3)));
    [line((x - r, y - r), (x + r, y + r), pen), line((x - r, y + r), (x + r, y - r), pen)]
}

/// What higher means, at the left of the axis.
fn direction(setter: &mut Setter, chart: &Dumbbell) -> Option<Mark> {
    let words = words::direction(chart.direction);
    let line = setter.one(&words, Style::Caption, LEFT - mm(8.0))?;
    Some(Mark::Text { line, x: 0.0, y: Style::Caption.pitch() + PAD + Style::Caption.drop(), ink: Ink::Grey })
}

/// The marks that occur, with their words.
fn legend(setter: &mut Setter, rows: &[&DumbbellRow]) -> Vec<Mark> {
    let middle = Style::Caption.pitch() / 2.0;
    let occurs = |one: fn(&DumbbellRow) -> bool| rows.iter().any(|row| one(row));
    let signs: [(bool, String, Vec<Mark>); 4] = [
        (occurs(|row| row.before.is_some()), words::before(), vec![ring(0.0, middle)]),
        (occurs(|row| row.after.is_some()), words::after(), vec![circle(0.0, middle, DOT, Ink::Black, None)]),
        (occurs(|row| row.next_morning.is_some()), words::next_morning(), cross(0.0, middle).to_vec()),
        (
            occurs(|row| row.recalled && row.before.is_some() && row.after.is_some()),
            words::from_memory(),
            vec![line(
                (-mm(1.4), middle),
                (mm(1.4), middle),
                Pen { ink: Ink::Grey, width: mm(0.5), dash: Dash::Dashed },
            )],
        ),
    ];
    let mut marks = vec![];
    let mut x = mm(1.6);
    for (_, text, mut sign) in signs.into_iter().filter(|(occurs, _, _)| *occurs) {
        let Some(set) = setter.one(&text, Style::Caption, mm(40.0)) else { continue };
        for mark in &mut sign {
            mark.shift(x, 0.0);
        }
        marks.append(&mut sign);
        let width = set.width;
        marks.push(Mark::Text { line: set, x: x + mm(2.4), y: Style::Caption.drop(), ink: Ink::Grey });
        x += width + mm(7.0);
    }
    marks
}

fn alt(chart: &Dumbbell, rows: &[&DumbbellRow]) -> String {
    let said = |row: &&DumbbellRow| {
        let named = [words::before(), words::after(), words::next_morning()];
        let numbers = named.into_iter().zip(values(row));
        let mut parts: Vec<String> =
            numbers.filter_map(|(name, value)| Some(format!("{name} {}", words::number(value?)))).collect();
        if row.recalled {
            parts.push(words::from_memory());
        }
        format!("{} {}: {}", row.number, words::day(row.date), parts.join(", "))
    };
    let list: Vec<String> = rows.iter().map(said).collect();
    let mut direction = words::direction(chart.direction);
    if chart.direction != Direction::Neutral {
        direction.insert_str(0, ", ");
    }
    words::filled(
        "report.dumbbell.alt",
        &[
            ("measure", &chart.measure),
            ("min", &words::number(chart.scale.min())),
            ("max", &words::number(chart.scale.max())),
            ("direction", &direction),
            ("list", &list.join("; ")),
        ],
    )
}
