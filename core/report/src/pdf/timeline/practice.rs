//! One kind of practice: a stroke for each day with it, the count of those days under its name.

use super::super::calendar::Calendar;
use super::super::ink::{Ink, Mark, Step};
use super::super::page::mm;
use super::super::text::{Setter, Style};
use super::super::words;
use super::{Drawn, Lane};
use crate::document::PracticeLane;
use chrono::NaiveDate;
use std::collections::BTreeSet;

const HEIGHT: f32 = mm(2.6);
/// Most days that the alternative text names one by one.
const MOST_NAMED: usize = 130;

pub(super) fn lane(setter: &mut Setter, calendar: &Calendar, practice: &PracticeLane) -> Lane {
    let days: BTreeSet<NaiveDate> =
        practice.days.iter().copied().filter(|day| calendar.holds(*day)).collect();
    let width = (calendar.day_width() * 0.6).clamp(mm(0.3), mm(1.2));
    let mut steps = vec![];
    let mut last = f32::NEG_INFINITY;
    let top = Style::Body.pitch() / 2.0 - HEIGHT / 2.0;
    for day in &days {
        let x = calendar.middle(*day);
        // Decades put several days on one place of the paper.
        if x - last >= 0.25 {
            steps.extend(stroke(x, top, width));
            last = x;
        }
    }
    let marks = if steps.is_empty() { vec![] } else { vec![filled(steps)] };
    let count = words::days(i64::try_from(days.len()).unwrap_or(i64::MAX));
    let drawn = Drawn {
        name: practice.name.clone(),
        alt: alt(&practice.name, &count, &days),
        note: count,
        marks,
        height: top + HEIGHT,
    };
    super::lane(setter, drawn)
}

pub(super) fn filled(steps: Vec<Step>) -> Mark {
    Mark::Shape { steps, fill: Some(Ink::Black), pen: None }
}

/// An upright stroke with its middle at `x`.
pub(super) fn stroke(x: f32, top: f32, width: f32) -> [Step; 5] {
    let (left, right, bottom) = (x - width / 2.0, x + width / 2.0, top + HEIGHT);
    [
        Step::Move(left, top),
        Step::Line(right, top),
        Step::Line(right, bottom),
        Step::Line(left, bottom),
        Step::Close,
    ]
}

fn alt(name: &str, count: &str, days: &BTreeSet<NaiveDate>) -> String {
    let list = if days.len() > MOST_NAMED {
        count.to_owned()
    } else {
        let named: Vec<String> = days.iter().map(|day| words::date(*day)).collect();
        words::filled("report.alt.days", &[("days", count), ("list", &named.join(", "))])
    };
    words::filled("report.alt.lane", &[("name", name), ("list", &list)])
}
