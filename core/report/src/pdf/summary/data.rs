//! Which period, how complete: sentences and one mark per day.

use super::super::block::{self, Block, LeftOver, lines_in};
use super::super::chart;
use super::super::ink::{Ink, Mark, Pen, circle, line, rectangle};
use super::super::page::{WIDTH, mm};
use super::super::tags::{Child, Element, Role};
use super::super::text::{Setter, Style};
use super::super::words;
use crate::Report;
use crate::document::{DayMark, Period, Section};
use chrono::NaiveDate;
use std::collections::BTreeMap;

const STRIP: f32 = mm(2.4);
const BELOW: f32 = mm(1.4);

pub(super) fn block(report: &Report, setter: &mut Setter, room: f32) -> Block {
    let mut element = Element::new(Role::Section);
    let title = &*words::period_and_data();
    let mut x = 0.0;
    if let Some(set) = setter.one(title, Style::Heading, WIDTH) {
        x = set.width + mm(3.0);
    }
    element.children.extend(block::heading(setter, title, 0.0, 0.0, WIDTH).map(Child::Element));
    let wide = WIDTH / words::narrow(f64::from(report.header.period.days())) >= mm(1.4);
    let (legend, legend_left) = legend(setter, wide);
    let since = report.data.since.as_deref().unwrap_or_default();
    if let Some(line) = setter.one(since, Style::Body, legend_left - x - mm(4.0)) {
        let y = Style::Heading.drop();
        element.push(Element::with(Role::Paragraph, vec![Mark::Text { line, x, y, ink: Ink::Black }]));
    }
    let y = block::HEADING + mm(0.8);
    element.push(strip(report, legend, y, wide));
    let mut block = Block { height: y + STRIP + BELOW, element, left_over: vec![] };
    let text = report.data.sentences.join(" ");
    let text = if text.is_empty() { words::none() } else { text };
    let most = lines_in((room - block.height).min(mm(500.0))).clamp(1, 6);
    if block.paragraph(setter, &text, most, Ink::Black) {
        let paragraphs = report.data.sentences.clone();
        block.left_over.push(LeftOver::Text(Section { heading: title.to_owned(), paragraphs }));
    }
    block
}

/// What the marks of the strip stand for, flush right beside the heading, and where that starts.
fn legend(setter: &mut Setter, wide: bool) -> (Vec<Mark>, f32) {
    let mut marks = vec![];
    let mut right = WIDTH;
    let base = Style::Heading.drop();
    let top = base - STRIP + mm(0.2);
    for mark in [DayMark::Blank, DayMark::Ring, DayMark::Half, DayMark::Full] {
        let Some(set) = setter.one(&words::day_mark(mark), Style::Caption, WIDTH) else { continue };
        let x = right - set.width;
        marks.push(Mark::Text { line: set, x, y: base, ink: Ink::Grey });
        let left = x - mm(3.0);
        marks.extend(day_mark(mark, left, top, mm(2.4), wide));
        let pen = Pen::solid(Ink::Grey, mm(0.15));
        marks.push(line((left, top + STRIP), (left + mm(2.4), top + STRIP), pen));
        right = left - mm(3.0);
    }
    (marks, right)
}

fn strip(report: &Report, legend: Vec<Mark>, y: f32, wide: bool) -> Element {
    let period = report.header.period;
    let days: BTreeMap<NaiveDate, DayMark> =
        report.data.days.iter().filter(|(d, _)| (period.from()..=period.to()).contains(d)).copied().collect();
    let mut figure = Element::new(Role::Figure { alt: alt(period, &days) });
    let mut marks = legend;
    marks.push(line((0.0, y + STRIP), (WIDTH, y + STRIP), Pen::solid(Ink::Grey, mm(0.15))));
    let width = WIDTH / words::narrow(f64::from(period.days()));
    let at = |date: NaiveDate| {
        let day = i32::try_from((date - period.from()).num_days()).unwrap_or(0);
        words::narrow(f64::from(day) / f64::from(period.days())) * WIDTH
    };
    for (date, mark, run) in runs(&days, wide) {
        marks.extend(day_mark(mark, at(date), y, width * words::narrow(f64::from(run)), wide));
    }
    for date in chart::ticks(period) {
        let (x, foot) = (at(date), y + STRIP);
        marks.push(line((x, foot), (x, foot + mm(0.9)), Pen::solid(Ink::Grey, mm(0.2))));
    }
    figure.content(marks);
    figure
}

/// Days with their marks; bars of neighbouring days with the same mark touch, so they are one bar of so many days.
fn runs(days: &BTreeMap<NaiveDate, DayMark>, wide: bool) -> Vec<(NaiveDate, DayMark, u16)> {
    let mut runs: Vec<(NaiveDate, DayMark, u16)> = vec![];
    for (date, mark) in days {
        match runs.last_mut() {
            Some((first, same, run))
                if !wide
                    && same == mark
                    && (*date - *first).num_days() == i64::from(*run)
                    && *run < u16::MAX =>
            {
                *run += 1;
            }
            _ => runs.push((*date, *mark, 1)),
        }
    }
    runs
}

/// One day; narrow days become bars that touch, so that empty days show: full, lower half, or only the top.
fn day_mark(mark: DayMark, x: f32, y: f32, width: f32, wide: bool) -> Option<Mark> {
    let pad = if wide { mm(0.15) } else { 0.0 };
    let inner = width - 2.0 * pad;
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
    let [full, half, ring] = [full, half, ring].map(|count| count.to_string());
    words::filled(
        "report.alt.strip",
        &[
            ("dates", &words::period(period)),
            ("full", &full),
            ("full_words", &words::day_mark(DayMark::Full)),
            ("half", &half),
            ("half_words", &words::day_mark(DayMark::Half)),
            ("ring", &ring),
            ("ring_words", &words::day_mark(DayMark::Ring)),
            ("blank", &blank.to_string()),
            ("blank_words", &words::day_mark(DayMark::Blank)),
        ],
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Days;

    #[test]
    fn bars_of_the_same_kind_that_touch_are_one() {
        let first = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap();
        let at = |n| first + Days::new(n);
        let kinds = [
            (0, DayMark::Full),
            (1, DayMark::Full),
            (2, DayMark::Half),
            (4, DayMark::Half),
            (5, DayMark::Half),
        ];
        let days: BTreeMap<NaiveDate, DayMark> = kinds.map(|(n, kind)| (at(n), kind)).into();
        let expected = [(at(0), DayMark::Full, 2), (at(2), DayMark::Half, 1), (at(4), DayMark::Half, 2)];
        assert_eq!(runs(&days, false), expected);
        assert_eq!(runs(&days, true).len(), 5);
    }
}
