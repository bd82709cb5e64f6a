//! What the marks mean: only those that occur.

use super::super::ink::{Dash, Ink, Mark, Pen, circle, line, rectangle};
use super::super::page::mm;
use super::super::tags::{Element, Role};
use super::super::text::{Setter, Style};
use super::series::{square, triangle};
use super::{WIDTH, is_weekly};
use crate::document::{EntryMark, TrendPanel};

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

    const fn text(self) -> &'static str {
        match self {
            Self::Dot => "same or next day",
            Self::Ring => "added later",
            Self::Square => "by someone else",
            Self::Week => "week: median, middle half",
            Self::FewInWeek => "under 3 values",
            Self::Level => "level, 95 % band",
            Self::Session => "session",
            Self::Medicine => "M medicine",
            Self::Event => "E event",
        }
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
    fn draw(self, x: f32, y: f32) -> Mark {
        let r = mm(0.75);
        let pen = |width| Some(Pen::solid(Ink::Black, width));
        let filled = |steps| Mark::Shape { steps, fill: Some(Ink::Black), pen: None };
        let upright =
            |dash| line((x, y - mm(1.4)), (x, y + mm(1.4)), Pen { ink: Ink::Grey, width: mm(0.28), dash });
        match self {
            Self::Dot => circle(x, y, r, Ink::Black, None),
            Self::Ring => circle(x, y, r, Ink::White, pen(mm(0.25))),
            Self::Square => filled(square(x, y, r * 0.9).to_vec()),
            Self::Week => rectangle(x - mm(0.4), y - mm(1.2), mm(0.8), mm(2.4), Some(Ink::Grey), None),
            Self::FewInWeek => circle(x, y, mm(0.6), Ink::White, pen(mm(0.2))),
            Self::Level => rectangle(x - mm(1.2), y - mm(0.9), mm(2.4), mm(1.8), Some(Ink::Pale), None),
            Self::Session => filled(triangle(x, y - mm(0.7)).to_vec()),
            Self::Medicine => upright(Dash::Dashed),
            Self::Event => upright(Dash::Dotted),
        }
    }
}

/// The legend of some panels as one line that ends at `right`; `None` if there is nothing to explain.
pub(crate) fn legend(setter: &mut Setter, panels: &[TrendPanel], right: f32, y: f32) -> Option<Element> {
    let charts = || panels.iter().filter(|p| p.listed.is_none());
    let signs: Vec<Sign> = Sign::ALL.into_iter().filter(|sign| charts().any(|p| sign.occurs(p))).collect();
    if signs.is_empty() {
        return None;
    }
    let base = y + Style::Caption.drop();
    let mut x = right;
    let mut marks = vec![];
    for sign in signs.iter().rev() {
        let Some(set) = setter.one(sign.text(), Style::Caption, WIDTH) else { continue };
        x -= set.width;
        marks.push(Mark::Text { line: set, x, y: base, ink: Ink::Grey });
        x -= mm(3.2);
        marks.push(sign.draw(x + mm(1.2), base - mm(1.0)));
        x -= mm(2.8);
    }
    let texts: Vec<&str> = signs.iter().map(|sign| sign.text()).collect();
    let alt = format!("Marks used in the charts: {}.", texts.join("; "));
    Some(Element::with(Role::Figure { alt }, marks))
}
