//! Claims about lanes: where a day's sign stands, what a bar says at its ends, and that nothing is drawn outside.

use super::super::ink::{Dash, Ink, Mark, Step};
use super::super::page::WIDTH;
use super::super::tags::{Child, Element, Role};
use super::super::text::Setter;
use super::{LEFT, Lane, RIGHT, lanes};
use crate::document::{DoseStretch, EventSpan, Marker, MedicineLane, Period, PracticeLane, Timeline};
use chrono::{Days, NaiveDate};

/// September 2026 has 30 days.
fn day(d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 9, 1).unwrap() + Days::new(u64::from(d) - 1)
}

fn empty() -> Timeline {
    let period = Period::new(day(1), day(30));
    Timeline { period, medicines: vec![], practices: vec![], events: vec![] }
}

fn dose(from: Option<u32>, to: Option<u32>, dose: &str) -> DoseStretch {
    DoseStretch { from: from.map(day), to: to.map(day), dose: Some(dose.into()), paused: false }
}

fn medicine(doses: Vec<DoseStretch>, changes: &[(u32, &str)]) -> Timeline {
    let changes = changes.iter().map(|(d, label)| Marker { date: day(*d), label: (*label).into() }).collect();
    Timeline { medicines: vec![MedicineLane { name: "A".into(), doses, changes }], ..empty() }
}

fn drawn(timeline: &Timeline) -> Vec<Lane> {
    lanes(&mut Setter::new().unwrap(), timeline)
}

fn marks(lane: &Lane) -> Vec<&Mark> {
    fn walk<'a>(element: &'a Element, out: &mut Vec<&'a Mark>) {
        for child in &element.children {
            match child {
                Child::Element(element) => walk(element, out),
                Child::Piece(piece) => out.extend(&piece.marks),
            }
        }
    }
    let mut out = vec![];
    walk(&lane.element, &mut out);
    out
}

fn texts(lane: &Lane) -> Vec<String> {
    let texts = marks(lane).into_iter();
    texts
        .filter_map(|m| if let Mark::Text { line, .. } = m { Some(line.text.trim().into()) } else { None })
        .collect()
}

fn alt(lane: &Lane) -> &str {
    let Role::Figure { alt } = &lane.element.role else { panic!("a lane is a figure") };
    alt
}

/// Bars: left, right, number of corners, and whether filled. A flat end has two corners, a pointed one three.
fn bars(lane: &Lane) -> Vec<(f32, f32, usize, bool)> {
    let shapes = marks(lane).into_iter();
    shapes
        .filter_map(|m| match m {
            // Paper under words is white as well, without an outline.
            Mark::Shape { steps, fill: Some(ink), pen } if *ink == Ink::Grey || pen.is_some() => {
                let xs: Vec<f32> = steps
                    .iter()
                    .filter_map(|s| if let Step::Move(x, _) | Step::Line(x, _) = s { Some(*x) } else { None })
                    .collect();
                let (left, right) = xs.iter().fold((f32::MAX, 0.0_f32), |(l, r), x| (l.min(*x), r.max(*x)));
                Some((left, right, xs.len(), *ink == Ink::Grey))
            }
            _ => None,
        })
        .collect()
}

fn near(x: f32, expected: f32) {
    assert!((x - expected).abs() < 0.01, "{x} is not {expected}");
}

/// A day of September is a thirtieth of the calendar.
fn at(days: f32) -> f32 {
    LEFT + (RIGHT - LEFT) * days / 30.0
}

#[test]
fn a_bar_reaches_from_the_start_of_its_first_day_to_the_end_of_its_last() {
    let lanes = drawn(&medicine(vec![dose(Some(4), Some(12), "5 mg")], &[]));
    let bars = bars(&lanes[0]);
    assert_eq!(bars.len(), 1);
    near(bars[0].0, at(3.0));
    near(bars[0].1, at(12.0));
    assert_eq!((bars[0].2, bars[0].3), (4, true), "flat at both ends and filled");
    assert_eq!(texts(&lanes[0]), ["A", "5 mg"]);
    assert_eq!(alt(&lanes[0]), "A: 5 mg, from 4 Sep 2026 to 12 Sep 2026.");
}

#[test]
fn a_bar_that_goes_on_is_pointed_and_one_without_a_first_day_is_hollow() {
    let before = NaiveDate::from_ymd_opt(2026, 7, 1);
    let goes_on = DoseStretch { from: before, to: None, dose: Some("5 mg".into()), paused: false };
    let lanes = drawn(&medicine(vec![goes_on], &[]));
    assert_eq!(bars(&lanes[0]).iter().map(|bar| (bar.2, bar.3)).collect::<Vec<_>>(), [(6, true)]);
    near(bars(&lanes[0])[0].0, LEFT);
    near(bars(&lanes[0])[0].1, RIGHT);
    assert_eq!(alt(&lanes[0]), "A: 5 mg, from 1 Jul 2026 and on.");
    let lanes = drawn(&medicine(vec![dose(None, Some(9), "5 mg")], &[]));
    assert_eq!(bars(&lanes[0]).iter().map(|bar| (bar.2, bar.3)).collect::<Vec<_>>(), [(4, false)]);
    assert_eq!(alt(&lanes[0]), "A: 5 mg, first day not written down, to 9 Sep 2026.");
}

#[test]
fn a_pause_is_a_dashed_line_and_no_bar() {
    let pause = DoseStretch { paused: true, ..dose(Some(10), Some(14), "") };
    let lanes = drawn(&medicine(vec![pause], &[]));
    assert_eq!(bars(&lanes[0]).len(), 0);
    let dashed = marks(&lanes[0]).into_iter().filter_map(|m| match m {
        Mark::Shape { steps, pen: Some(pen), .. } if pen.dash == Dash::Dashed => Some(steps.clone()),
        _ => None,
    });
    let dashed: Vec<Vec<Step>> = dashed.collect();
    assert_eq!(dashed.len(), 1);
    let [Step::Move(from, y1), Step::Line(to, y2)] = dashed[0][..] else { panic!("a line: {dashed:?}") };
    near(from, at(9.0));
    near(to, at(14.0));
    near(y1, y2);
    assert_eq!(alt(&lanes[0]), "A: paused, from 10 Sep 2026 to 14 Sep 2026.");
}

#[test]
fn a_dose_without_room_on_its_bar_stands_under_the_name() {
    let long = "a dose that is much longer than two days of a month";
    let doses = vec![dose(Some(1), Some(2), long), dose(Some(3), Some(30), "5 mg")];
    let lanes = drawn(&medicine(doses, &[(3, "M1")]));
    let texts = texts(&lanes[0]);
    let joined = texts.join(" ");
    assert!(joined.contains("M1") && joined.contains("5 mg"), "{texts:?}");
    let under = texts.iter().position(|text| text.starts_with("a dose")).unwrap();
    let small = marks(&lanes[0]).into_iter().filter(|m| matches!(m, Mark::Text { .. })).nth(under);
    let Some(Mark::Text { x, .. }) = small else { panic!() };
    near(*x, 0.0);
}

#[test]
fn a_name_as_long_as_a_diary_allows_stands_in_full() {
    let mut timeline = medicine(vec![dose(Some(1), None, "5 mg")], &[]);
    // 80 characters, of which none can be broken at a space.
    timeline.medicines[0].name = "Ww".repeat(40);
    let lanes = drawn(&timeline);
    assert!(texts(&lanes[0]).concat().contains(&"Ww".repeat(40)), "{:?}", texts(&lanes[0]));
}

#[test]
fn a_practice_has_one_stroke_a_day_in_the_middle_of_the_day() {
    let days = vec![day(1), day(30), day(1), day(15), NaiveDate::MAX];
    let timeline = Timeline { practices: vec![PracticeLane { name: "Movement".into(), days }], ..empty() };
    let lanes = drawn(&timeline);
    let black = marks(&lanes[0]).into_iter().find_map(|m| match m {
        Mark::Shape { steps, fill: Some(Ink::Black), .. } => Some(steps.clone()),
        _ => None,
    });
    let corners: Vec<f32> = black
        .unwrap()
        .iter()
        .filter_map(|s| if let Step::Move(x, _) | Step::Line(x, _) = s { Some(*x) } else { None })
        .collect();
    let middles: Vec<f32> = corners.chunks(4).map(|c| c.iter().sum::<f32>() / 4.0).collect();
    assert_eq!(middles.len(), 3);
    for (middle, days) in middles.iter().zip([0.5, 14.5, 29.5]) {
        near(*middle, at(days));
    }
    assert_eq!(texts(&lanes[0]), ["Movement", "3 days"]);
    assert_eq!(alt(&lanes[0]), "Movement: 3 days: 1 Sep 2026, 15 Sep 2026, 30 Sep 2026.");
}

#[test]
fn events_that_meet_stand_in_lanes_of_their_own() {
    let event = |label: &str, from, to| EventSpan { label: label.into(), from: day(from), to: day(to) };
    let events = vec![event("E1", 1, 10), event("E2", 5, 5), event("E3", 20, 20), event("E4", 29, 30)];
    let lanes = drawn(&Timeline { events, ..empty() });
    let said: Vec<&str> = lanes.iter().map(alt).collect();
    assert_eq!(
        said,
        [
            "Events: E1 1 Sep 2026 – 10 Sep 2026, E3 20 Sep 2026, E4 29 Sep 2026 – 30 Sep 2026.",
            "Events: E2 5 Sep 2026.",
        ]
    );
    for lane in &lanes {
        for mark in marks(lane) {
            let Some([left, _, right, _]) = mark.bounds() else { continue };
            assert!(left >= -0.6 && right <= WIDTH + 0.6, "{mark:?}");
        }
    }
}
