//! Claims about the chart of totals: true heights on the whole range, true dates, numbers apart.

use super::super::ink::{Dash, Mark, Step};
use super::super::tags::{Child, Role};
use super::super::text::Setter;
use super::{BOTTOM, LEFT, PLOT, RIGHT, chart};
use crate::document::{Period, Scale, Total, TotalsChart};
use chrono::{Days, NaiveDate};

/// September 2026 has 30 days.
fn day(d: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 9, 1).unwrap() + Days::new(d - 1)
}

fn of(totals: &[(u64, f64)], cut_points: &[f64]) -> TotalsChart {
    TotalsChart {
        name: "PHQ-9".into(),
        range: "0–27, higher = worse".into(),
        scale: Scale::new(0.0, 27.0, &[0.0, 10.0, 20.0, 27.0]).unwrap(),
        period: Period::new(day(1), day(30)),
        totals: totals.iter().map(|(d, total)| Total { date: day(*d), total: *total }).collect(),
        cut_points: cut_points.to_vec(),
        caption: "Totals.".into(),
    }
}

fn drawn(of: &TotalsChart) -> (String, Vec<Mark>) {
    let figure = chart(&mut Setter::new().unwrap(), of);
    let Role::Figure { alt } = figure.role else { panic!("a chart is a figure") };
    let marks = figure.children.into_iter().filter_map(|child| match child {
        Child::Piece(piece) => Some(piece.marks),
        Child::Element(_) => None,
    });
    (alt, marks.flatten().collect())
}

fn near(x: f32, expected: f32) {
    assert!((x - expected).abs() < 0.01, "{x} is not {expected}");
}

#[test]
fn a_stem_stands_at_its_date_and_reaches_its_share_of_the_whole_range() {
    let (alt, marks) = drawn(&of(&[(10, 9.0), (1, 27.0)], &[]));
    let stems = marks
        .iter()
        .filter_map(|m| match m {
            Mark::Shape { steps, fill: None, .. } if steps.len() == 4 => Some(steps.clone()),
            _ => None,
        })
        .next_back();
    let stems = stems.unwrap();
    let [Step::Move(x1, y0), Step::Line(_, y1), Step::Move(x2, _), Step::Line(_, y2)] = stems[..] else {
        panic!("{stems:?}")
    };
    near(x1, LEFT + (RIGHT - LEFT) * 0.5 / 30.0);
    near(x2, LEFT + (RIGHT - LEFT) * 9.5 / 30.0);
    near(y0, BOTTOM);
    near(y1, BOTTOM - PLOT);
    // 9 of 27 is a third.
    near(y2, BOTTOM - PLOT / 3.0);
    let expected = "Totals of PHQ-9 (0–27, higher = worse), 1 Sep – 30 Sep 2026. Totals. \
                    Values: 1 Sep 2026 27, 10 Sep 2026 9.";
    assert_eq!(alt, expected);
}

#[test]
fn cut_points_are_dotted_lines_with_their_number_and_no_name() {
    let dotted = |marks: &[Mark]| -> Vec<f32> {
        let lines = marks.iter().filter_map(|m| match m {
            Mark::Shape { steps, pen: Some(pen), .. } if pen.dash == Dash::Dotted => match steps[..] {
                [Step::Move(_, y), Step::Line(_, _)] => Some(y),
                _ => None,
            },
            _ => None,
        });
        lines.collect()
    };
    let (_, marks) = drawn(&of(&[(10, 9.0)], &[]));
    assert_eq!(dotted(&marks), Vec::<f32>::new());
    let (alt, marks) = drawn(&of(&[(10, 9.0)], &[5.0, 10.0, 15.0, 20.0]));
    let at = dotted(&marks);
    assert_eq!(at.len(), 4);
    for (y, line) in at.iter().zip([5.0, 10.0, 15.0, 20.0]) {
        near(*y, BOTTOM - PLOT * line / 27.0);
    }
    let right: Vec<&str> = marks
        .iter()
        .filter_map(|m| match m {
            Mark::Text { line, x, .. } if *x > RIGHT => Some(line.text.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(right, ["5", "10", "15", "20"]);
    assert!(alt.ends_with("Lines at 5, 10, 15, 20."), "{alt}");
}

#[test]
fn what_is_outside_the_period_or_no_number_is_not_drawn() {
    let (alt, _) = drawn(&of(&[(31, 9.0), (5, f64::NAN)], &[]));
    assert!(alt.ends_with("No values in this period."), "{alt}");
}

#[test]
fn numbers_of_neighbouring_totals_do_not_overlap() {
    let (_, marks) = drawn(&of(&[(1, 9.0), (2, 10.0), (3, 9.0), (3, 9.0), (4, 20.0), (30, 27.0)], &[]));
    let texts: Vec<[f32; 4]> = marks
        .iter()
        .filter(|m| matches!(m, Mark::Text { x, .. } if *x > LEFT))
        .filter_map(Mark::bounds)
        .collect();
    for (i, a) in texts.iter().enumerate() {
        for b in &texts[i + 1..] {
            let over = a[0].max(b[0]) < a[2].min(b[2]) && a[1].max(b[1]) + 2.0 < a[3].min(b[3]);
            assert!(!over, "{a:?} and {b:?}");
        }
    }
}
