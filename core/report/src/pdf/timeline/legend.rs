//! What the signs of the lanes mean: only those that occur.

use super::super::chart;
use super::super::ink::{Dash, Ink, Mark, Pen, line};
use super::super::page::mm;
use super::super::tags::Element;
use super::super::text::Setter;
use super::{event, medicine, practice};
use crate::document::{DoseStretch, Timeline};
use tidemark_findings as findings;

/// Draws a sign around a point.
type Draw = fn(f32, f32) -> Vec<Mark>;

/// The legend in lines that end at the right limit, with their number; `None` if there is nothing to explain.
pub(crate) fn legend(
    setter: &mut Setter,
    timeline: &Timeline,
    limits: (f32, f32),
    y: f32,
) -> Option<(Element, u8)> {
    let period = timeline.period;
    let doses = || timeline.medicines.iter().flat_map(|medicine| &medicine.doses);
    let dose = |fits: fn(&DoseStretch) -> bool| doses().any(fits);
    let goes_on = doses().filter(|dose| !dose.paused).any(|dose| {
        dose.from.is_some_and(|from| from < period.from()) || dose.to.is_none_or(|to| period.to() < to)
    });
    let changes = timeline.medicines.iter().any(|medicine| !medicine.changes.is_empty());
    let of_a_day = timeline.events.iter().any(|event| event.from == event.to);
    let lasting = timeline.events.iter().any(|event| event.from != event.to);
    let signs: [(bool, &'static str, Draw); 8] = [
        (dose(|dose| !dose.paused && dose.from.is_some()), "report.sign.taken", taken),
        (goes_on, "report.sign.goes_on", pointed),
        (dose(|dose| !dose.paused && dose.from.is_none()), "report.sign.first_day_unknown", hollow),
        (dose(|dose| dose.paused), "report.sign.paused", paused),
        (changes, "report.sign.change", change),
        (!timeline.practices.is_empty(), "report.sign.practice", day),
        (of_a_day, "report.sign.event_of_a_day", of_one_day),
        (lasting, "report.sign.event_lasting", of_days),
    ];
    let signs: Vec<_> = signs
        .into_iter()
        .filter(|(occurs, ..)| *occurs)
        .map(|(_, id, draw)| (findings::text(id), draw))
        .collect();
    chart::legend_of(setter, &signs, limits, y)
}

const HALF: f32 = mm(1.0);

fn bar(x: f32, y: f32, after: bool, filled: bool) -> Vec<Mark> {
    vec![medicine::shape(x - HALF, x + HALF, (false, after), y - medicine::BAR / 2.0, filled)]
}

fn taken(x: f32, y: f32) -> Vec<Mark> {
    bar(x, y, false, true)
}

fn pointed(x: f32, y: f32) -> Vec<Mark> {
    bar(x, y, true, true)
}

fn hollow(x: f32, y: f32) -> Vec<Mark> {
    bar(x, y, false, false)
}

fn paused(x: f32, y: f32) -> Vec<Mark> {
    let pen = Pen { ink: Ink::Black, width: mm(0.35), dash: Dash::Dashed };
    vec![line((x - HALF, y), (x + HALF, y), pen)]
}

fn change(x: f32, y: f32) -> Vec<Mark> {
    let pen = Pen { ink: Ink::Black, width: mm(0.28), dash: Dash::Dashed };
    vec![line((x, y - mm(1.4)), (x, y + mm(1.4)), pen)]
}

fn day(x: f32, y: f32) -> Vec<Mark> {
    vec![practice::filled(practice::stroke(x, y - mm(1.3), mm(0.5)).to_vec())]
}

fn of_one_day(x: f32, y: f32) -> Vec<Mark> {
    vec![event::diamond(x, y)]
}

fn of_days(x: f32, y: f32) -> Vec<Mark> {
    event::lasting(x - HALF, x + HALF, [(x - HALF, true), (x + HALF, true)], y)
}
