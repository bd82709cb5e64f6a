//! One medicine: a bar for each dose, the dose over it where it fits, and a dashed line with its number for each change.

use super::super::calendar::Calendar;
use super::super::ink::{Dash, Ink, Mark, Pen, Step, line};
use super::super::page::mm;
use super::super::text::{Setter, Style};
use super::super::words;
use super::{Drawn, LEFT, Lane, RIGHT};
use crate::document::{DoseStretch, MedicineLane};
use chrono::NaiveDate;
use tidemark_findings as findings;

/// Room over the bar, for numbers and doses.
const TEXT: f32 = Style::Caption.pitch();
/// Height of a bar.
pub(super) const BAR: f32 = mm(2.4);
/// Depth of the point of a bar that goes on.
const POINT: f32 = mm(1.1);
const ASIDE: f32 = mm(0.6);
const APART: f32 = mm(1.0);

pub(super) fn lane(setter: &mut Setter, calendar: &Calendar, medicine: &MedicineLane) -> Lane {
    let doses: Vec<&DoseStretch> = medicine.doses.iter().filter(|dose| touches(dose, calendar)).collect();
    let changes: Vec<_> = medicine.changes.iter().filter(|change| calendar.holds(change.date)).collect();
    let mut marks = vec![];
    for dose in &doses {
        marks.extend(bar(dose, calendar));
    }
    let mut taken: Vec<(f32, f32)> = vec![];
    let base = Style::Caption.drop();
    for change in &changes {
        let x = calendar.edge(change.date);
        let pen = Pen { ink: Ink::Black, width: mm(0.28), dash: Dash::Dashed };
        // Below the words, or it would run through the number of a neighbour.
        marks.push(line((x, TEXT - mm(0.7)), (x, TEXT + BAR + mm(0.7)), pen));
        let Some(set) = setter.one(&change.label, Style::CaptionStrong, mm(14.0)) else { continue };
        let left = (x - ASIDE / 2.0).min(RIGHT + mm(1.0) - set.width);
        if let Some(left) = place(&mut taken, left, set.width, mm(4.0)) {
            marks.extend(super::word(set, left, base));
        }
    }
    let mut without_room = vec![];
    for dose in doses.iter().filter(|dose| !dose.paused) {
        let Some(text) = dose.dose.as_deref().filter(|text| !text.is_empty()) else { continue };
        let (left, right) = (from(dose, calendar) + ASIDE, to(dose, calendar));
        let set = setter.one(text, Style::Caption, RIGHT - LEFT);
        let whole = set.filter(|line| !line.text.ends_with('…') || text.ends_with('…'));
        let set = whole.and_then(|line| {
            // After the number of the change that began it.
            let after = taken.iter().filter(|(l, r)| *l <= left + APART && left < *r).map(|(_, r)| r + APART);
            let at = after.fold(left, f32::max);
            let free = !taken.iter().any(|&(l, r)| at < r + APART && l < at + line.width + APART);
            (free && at + line.width <= right).then_some((line, at))
        });
        match set {
            Some((line, at)) => {
                taken.push((at, at + line.width));
                marks.extend(super::word(line, at, base));
            }
            None => without_room.push(text),
        }
    }
    let drawn = Drawn {
        name: medicine.name.clone(),
        note: without_room.join("; "),
        alt: alt(&medicine.name, &doses, medicine, calendar),
        marks,
        height: TEXT + BAR + mm(0.7),
    };
    super::lane(setter, drawn)
}

/// The place itself or, so near that it does not seem to belong elsewhere, one at the right of what is there.
fn place(taken: &mut Vec<(f32, f32)>, left: f32, width: f32, most: f32) -> Option<f32> {
    let free = |at: f32| !taken.iter().any(|&(l, r)| at < r + mm(0.8) && l < at + width + mm(0.8));
    let aside = taken.iter().map(|(_, r)| r + mm(0.8)).filter(|at| *at > left && *at - left < most);
    let inside = |at: &f32| at + width <= RIGHT + mm(1.0);
    let at = [left].into_iter().chain(aside).filter(inside).find(|at| free(*at))?;
    taken.push((at, at + width));
    Some(at)
}

fn touches(dose: &DoseStretch, calendar: &Calendar) -> bool {
    dose.from.is_none_or(|from| from <= calendar.period.to())
        && dose.to.is_none_or(|to| calendar.period.from() <= to)
}

fn from(dose: &DoseStretch, calendar: &Calendar) -> f32 {
    dose.from.map_or(LEFT, |day| calendar.edge(day))
}

fn to(dose: &DoseStretch, calendar: &Calendar) -> f32 {
    dose.to.map_or(RIGHT, |day| calendar.end(day))
}

/// A bar from its first day to its last; pointed where it goes on outside, hollow where its first day is not known, and
/// a dashed line where the medicine rested.
fn bar(dose: &DoseStretch, calendar: &Calendar) -> Vec<Mark> {
    let (left, right) = (from(dose, calendar), to(dose, calendar));
    let right = right.max(left + mm(0.4)).min(RIGHT);
    let left = left.min(right - mm(0.4));
    if dose.paused {
        let pen = Pen { ink: Ink::Black, width: mm(0.35), dash: Dash::Dashed };
        return vec![line((left, TEXT + BAR / 2.0), (right, TEXT + BAR / 2.0), pen)];
    }
    let before = dose.from.is_some_and(|from| from < calendar.period.from());
    let after = dose.to.is_none_or(|to| calendar.period.to() < to);
    let mut marks = vec![shape(left, right, (before, after), TEXT, dose.from.is_some())];
    for (x, _) in [(left, !before && dose.from.is_some()), (right, !after)].iter().filter(|(_, cap)| *cap) {
        let pen = Pen::solid(Ink::Black, mm(0.35));
        marks.push(line((*x, TEXT - mm(0.3)), (*x, TEXT + BAR + mm(0.3)), pen));
    }
    marks
}

/// The outline of a bar, pointed at the ends that go on; filled, or hollow.
pub(super) fn shape(left: f32, right: f32, (before, after): (bool, bool), top: f32, filled: bool) -> Mark {
    let depth = POINT.min((right - left) / 2.0);
    let (bottom, middle) = (top + BAR, top + BAR / 2.0);
    let mut steps = vec![];
    if before {
        steps.extend([
            Step::Move(left + depth, bottom),
            Step::Line(left, middle),
            Step::Line(left + depth, top),
        ]);
    } else {
        steps.extend([Step::Move(left, bottom), Step::Line(left, top)]);
    }
    if after {
        let tip = right - depth;
        steps.extend([Step::Line(tip, top), Step::Line(right, middle), Step::Line(tip, bottom)]);
    } else {
        steps.extend([Step::Line(right, top), Step::Line(right, bottom)]);
    }
    steps.push(Step::Close);
    if filled {
        Mark::Shape { steps, fill: Some(Ink::Grey), pen: None }
    } else {
        Mark::Shape { steps, fill: Some(Ink::White), pen: Some(Pen::solid(Ink::Grey, mm(0.2))) }
    }
}

fn alt(name: &str, doses: &[&DoseStretch], medicine: &MedicineLane, calendar: &Calendar) -> String {
    let said: Vec<String> = doses.iter().map(|dose| dose_said(dose)).collect();
    let none = findings::text("report.alt.no_dose_days");
    let list = if said.is_empty() { none } else { said.join("; ") };
    let mut parts = vec![words::filled("report.alt.lane", &[("name", name), ("list", &list)])];
    let changes: Vec<String> = medicine
        .changes
        .iter()
        .filter(|change| calendar.holds(change.date))
        .map(|change| format!("{} {}", change.label, words::date(change.date)))
        .collect();
    if !changes.is_empty() {
        parts.push(words::filled("report.alt.medicines", &[("list", &changes.join(", "))]));
    }
    parts.join(" ")
}

fn dose_said(dose: &DoseStretch) -> String {
    let what = match (&dose.dose, dose.paused) {
        (_, true) => findings::text("report.sign.paused"),
        (Some(text), false) if !text.is_empty() => text.clone(),
        _ => findings::text("report.alt.no_dose"),
    };
    let on = |id: &'static str, day: NaiveDate| words::filled(id, &[("date", &words::date(day))]);
    let from =
        dose.from.map_or_else(|| findings::text("report.alt.from_unknown"), |day| on("report.alt.from", day));
    let to = dose.to.map_or_else(|| findings::text("report.alt.goes_on"), |day| on("report.alt.to", day));
    format!("{what}, {from} {to}")
}
