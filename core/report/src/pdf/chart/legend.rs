//! What the marks mean: only those that occur.

use super::super::ink::{Dash, Ink, Mark, Pen, circle, line, rectangle};
use super::super::page::mm;
use super::super::tags::{Element, Role};
use super::super::text::{Line, Setter, Style};
use super::super::words;
use super::is_weekly;
use super::series::{square, triangle};
use crate::document::{EntryMark, TrendPanel};
use tidemark_findings as findings;

/// What can be explained.
#[derive(Clone, Copy, Debug)]
enum Sign {
    Dot,
    Ring,
    Square,
    Week,
    FewInWeek,
    Level,
    Session,
    Medicine,
    Event,
}

impl Sign {
    const ALL: [Self; 9] = [
        Self::Dot,
        Self::Ring,
        Self::Square,
        Self::Week,
        Self::FewInWeek,
        Self::Level,
        Self::Session,
        Self::Medicine,
        Self::Event,
    ];

    fn text(self) -> String {
        findings::text(match self {
            Self::Dot => "report.sign.dot",
            Self::Ring => "report.sign.ring",
            Self::Square => "report.sign.square",
            Self::Week => "report.sign.week",
            Self::FewInWeek => "report.sign.few_in_week",
            Self::Level => "report.sign.level",
            Self::Session => "report.sign.session",
            Self::Medicine => "report.sign.medicine",
            Self::Event => "report.sign.event",
        })
    }

    fn occurs(self, panel: &TrendPanel) -> bool {
        let weekly = is_weekly(panel);
        let daily = |mark| !weekly && panel.points.iter().any(|p| p.mark == mark);
        match self {
            Self::Dot => daily(EntryMark::LiveOrLate),
            Self::Ring => daily(EntryMark::Backfill),
            Self::Square => daily(EntryMark::Proxy),
            Self::Week => weekly,
            Self::FewInWeek => weekly && panel.weeks.iter().any(|w| w.n < 3),
            Self::Level => !panel.level.is_empty(),
            Self::Session => !panel.sessions.is_empty(),
            Self::Medicine => !panel.medicines.is_empty(),
            Self::Event => !panel.events.is_empty(),
        }
    }

    /// The sign with its middle at (`x`, `y`).
    fn draw(self, x: f32, y: f32) -> Vec<Mark> {
        let r = mm(0.75);
        let pen = |width| Some(Pen::solid(Ink::Black, width));
        let filled = |steps| Mark::Shape { steps, fill: Some(Ink::Black), pen: None };
        let upright =
            |dash| line((x, y - mm(1.4)), (x, y + mm(1.4)), Pen { ink: Ink::Grey, width: mm(0.28), dash });
        let band = |half: f32, height: f32, ink| {
            rectangle(x - half, y - height / 2.0, 2.0 * half, height, Some(ink), None)
        };
        match self {
            Self::Dot => vec![circle(x, y, r, Ink::Black, None)],
            Self::Ring => vec![circle(x, y, r, Ink::White, pen(mm(0.25)))],
            Self::Square => vec![filled(square(x, y, r).to_vec())],
            Self::Week => vec![band(mm(0.4), mm(2.4), Ink::Grey), circle(x, y, mm(0.6), Ink::Black, None)],
            Self::FewInWeek => vec![circle(x, y, mm(0.6), Ink::White, pen(mm(0.2)))],
            Self::Level => {
                let pen = Pen::solid(Ink::Grey, mm(0.45));
                vec![band(mm(1.2), mm(1.8), Ink::Pale), line((x - mm(1.2), y), (x + mm(1.2), y), pen)]
            }
            Self::Session => vec![filled(triangle(x, y - mm(0.7)).to_vec())],
            Self::Medicine => vec![upright(Dash::Dashed)],
            Self::Event => vec![upright(Dash::Dotted)],
        }
    }
}

/// Room of a sign before its words, and between its words and the next sign.
const SIGN: f32 = mm(3.2);
const APART: f32 = mm(2.8);

/// The legend of some panels in lines that end at `right`, the first one from `left` on, further ones under it over the whole
/// width; with the number of lines. `None` if there is nothing to explain.
pub(crate) fn legend(
    setter: &mut Setter,
    panels: &[TrendPanel],
    (left, right): (f32, f32),
    y: f32,
) -> Option<(Element, u8)> {
    let charts = || panels.iter().filter(|p| p.listed.is_none());
    let signs: Vec<_> = Sign::ALL
        .into_iter()
        .filter(|sign| charts().any(|p| sign.occurs(p)))
        .map(|sign| (sign.text(), move |x, y| sign.draw(x, y)))
        .collect();
    set(setter, &signs, (left, right), y)
}

/// A legend of some words, each with what draws its sign around a point; as [`legend`].
pub(crate) fn set<D: Fn(f32, f32) -> Vec<Mark>>(
    setter: &mut Setter,
    signs: &[(String, D)],
    (left, right): (f32, f32),
    y: f32,
) -> Option<(Element, u8)> {
    if signs.is_empty() {
        return None;
    }
    let mut lines: Vec<Vec<(&D, Line)>> = vec![vec![]];
    let mut room = right - left;
    for (text, draw) in signs {
        let Some(set) = setter.one(text, Style::Caption, right - SIGN) else { continue };
        let width = SIGN + set.width;
        if width > room {
            lines.push(vec![]);
            room = right;
        }
        room -= width + APART;
        if let Some(line) = lines.last_mut() {
            line.push((draw, set));
        }
    }
    let mut marks = vec![];
    let mut base = y + Style::Caption.drop();
    let count = u8::try_from(lines.len()).unwrap_or(u8::MAX);
    for line in lines {
        let mut x = right;
        for (draw, set) in line.into_iter().rev() {
            x -= set.width;
            marks.push(Mark::Text { line: set, x, y: base, ink: Ink::Grey });
            x -= SIGN;
            marks.extend(draw(x + mm(1.2), base - mm(1.0)));
            x -= APART;
        }
        base += Style::Caption.pitch();
    }
    let texts: Vec<&str> = signs.iter().map(|(text, _)| text.as_str()).collect();
    let alt = words::filled("report.alt.signs", &[("list", &texts.join("; "))]);
    Some((Element::with(Role::Figure { alt }, marks), count))
}
