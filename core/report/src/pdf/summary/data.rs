//! Which period, how complete: sentences and one mark per day.

use super::super::block::{Block, LeftOver, lines_in};
use super::super::ink::{Ink, Mark, Pen, circle, line, rectangle};
use super::super::page::{WIDTH, mm};
use super::super::tags::{Element, Role};
use super::super::text::{Setter, Style};
use super::super::words;
use crate::Report;
use crate::document::{DayMark, Period, Section};
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeMap;

const STRIP: f32 = mm(2.4);
const LEGEND: f32 = Style::Caption.pitch();

pub(super) fn block(report: &Report, setter: &mut Setter, room: f32) -> Block {
    let period = report.header.period;
    let mut note = format!("{} ({})", words::period(period), words::days(i64::from(period.days())));
    if let Some(since) = report.data.since.as_deref().filter(|s| !s.is_empty()) {
        note.push_str(", ");
        note.push_str(since);
    }
    let mut block = Block::titled(setter, words::PERIOD_AND_DATA, &note);
    let below = mm(1.2) + STRIP + mm(0.6) + LEGEND;
    let text = if report.data.sentences.is_empty() {
        words::NO_VALUES.to_owned()
    } else {
        report.data.sentences.join(" ")
    };
    let most = lines_in((room - block.height - below).min(mm(500.0))).clamp(1, 6);
    if block.paragraph(setter, &text, most, Ink::Black) {
        let paragraphs = report.data.sentences.clone();
        block
            .left_over
            .push(LeftOver::Text(Section { heading: words::PERIOD_AND_DATA.to_owned(), paragraphs }));
    }
    let y = block.height + mm(1.2);
    block.element.push(strip(report, setter, y));
    block.height += below;
    block
}

fn strip(report: &Report, setter: &mut Setter, y: f32) -> Element {
    let period = report.header.period;
    let days: BTreeMap<NaiveDate, DayMark> =
        report.data.days.iter().filter(|(d, _)| (period.from()..=period.to()).contains(d)).copied().collect();
    let mut figure = Element::new(Role::Figure { alt: alt(period, &days) });
    let mut marks = vec![line((0.0, y + STRIP), (WIDTH, y + STRIP), Pen::solid(Ink::Grey, mm(0.15)))];
    let width = WIDTH / words::narrow(f64::from(period.days()));
    for (date, mark) in &days {
        let day = i32::try_from((*date - period.from()).num_days()).unwrap_or(0);
        let x = words::narrow(f64::from(day) / f64::from(period.days())) * WIDTH;
        marks.extend(day_mark(*mark, x, y, width));
        if date.day() == 1 && period.days() <= 800 {
            let pen = Pen::solid(Ink::Grey, mm(0.2));
            marks.push(line((x, y + STRIP), (x, y + STRIP + mm(0.9)), pen));
        }
    }
    let mut x = 0.0;
    let base = y + STRIP + mm(0.6);
    for mark in [DayMark::Full, DayMark::Half, DayMark::Ring, DayMark::Blank] {
        marks.extend(day_mark(mark, x, base + mm(0.5), mm(2.4)));
        marks.push(line(
            (x, base + mm(0.5) + STRIP),
            (x + mm(2.4), base + mm(0.5) + STRIP),
            Pen::solid(Ink::Grey, mm(0.15)),
        ));
        x += mm(3.2);
        if let Some(set) = setter.one(words::day_mark(mark), Style::Caption, WIDTH) {
            let width = set.width;
            marks.push(Mark::Text { line: set, x, y: base + Style::Caption.drop(), ink: Ink::Grey });
            x += width + mm(5.0);
        }
    }
    figure.content(marks);
    figure
}

/// One day; narrow days become bars: full, half, or only the top.
fn day_mark(mark: DayMark, x: f32, y: f32, width: f32) -> Option<Mark> {
    let pad = (width * 0.1).min(mm(0.25));
    let inner = width - 2.0 * pad;
    let wide = inner >= mm(1.2);
    let side = inner.min(STRIP - mm(0.3));
    let (left, top) = (x + f32::midpoint(width, -side), y + STRIP - mm(0.3) - side);
    let bar = |from: f32, height: f32| rectangle(x + pad, y + from, inner, height, Some(Ink::Black), None);
    match (mark, wide) {
        (DayMark::Blank, _) => None,
        (DayMark::Full, true) => Some(rectangle(left, top, side, side, Some(Ink::Black), None)),
        (DayMark::Half, true) => {
            Some(rectangle(left, top + side / 2.0, side, side / 2.0, Some(Ink::Black), None))
        }
        (DayMark::Ring, true) => {
            let r = side / 2.0 - mm(0.12);
            let pen = Some(Pen::solid(Ink::Black, mm(0.25)));
            Some(circle(x + width / 2.0, top + side / 2.0, r, Ink::White, pen))
        }
        (DayMark::Full, false) => Some(bar(mm(0.2), STRIP - mm(0.2))),
        (DayMark::Half, false) => Some(bar(STRIP / 2.0, STRIP / 2.0)),
        (DayMark::Ring, false) => Some(bar(mm(0.2), mm(0.7))),
    }
}

fn alt(period: Period, days: &BTreeMap<NaiveDate, DayMark>) -> String {
    let count = |mark| days.values().filter(|m| **m == mark).count();
    let (full, half, ring) = (count(DayMark::Full), count(DayMark::Half), count(DayMark::Ring));
    let marked = u32::try_from(full + half + ring).unwrap_or(u32::MAX);
    let blank = period.days().saturating_sub(marked);
    format!(
        "One mark per day, {}: {full} {}, {half} {}, {ring} {}, {blank} {}.",
        words::period(period),
        words::day_mark(DayMark::Full),
        words::day_mark(DayMark::Half),
        words::day_mark(DayMark::Ring),
        words::day_mark(DayMark::Blank),
    )
}
