//! Claims about a panel: ticks at true dates, gaps counted, values joined only with neighbours.

use super::super::ink::{Ink, Mark, Step};
use super::plot::{Gap, Plot};
use super::{axis, series};
use crate::document::{Direction, EntryMark, LevelDay, Period, Point, Scale, TrendPanel};
use chrono::{Days, NaiveDate};

fn day(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).unwrap()
}

/// Values of 5 on the given days, counted from 1 September 2026, in a period of 30 days.
fn panel(days: &[u64]) -> TrendPanel {
    let from = day(2026, 9, 1);
    let mark = EntryMark::LiveOrLate;
    TrendPanel {
        measure: "Stress".into(),
        direction: Direction::HigherWorse,
        scale: Scale::zero_to_ten(),
        unit: None,
        period: Period::new(from, day(2026, 9, 30)),
        points: days.iter().map(|d| Point { date: from + Days::new(*d), value: 5.0, mark }).collect(),
        level: vec![],
        weeks: vec![],
        sessions: vec![],
        medicines: vec![],
        events: vec![],
        caption: String::new(),
        listed: None,
        last_value: None,
    }
}

fn plot(days: &[u64]) -> Plot {
    Plot::new(&panel(days), 0.0, 0.0, 300.0, 100.0)
}

#[test]
fn values_are_joined_up_to_two_days_apart() {
    // 0-1 joined, 1-3 joined, 3-6 not, 6-8 joined.
    let marks = series::days(&plot(&[0, 1, 3, 6, 8]));
    let Mark::Shape { steps, pen: Some(_), .. } = &marks[0] else { panic!("the line comes first") };
    let moves = steps.iter().filter(|s| matches!(s, Step::Move(..))).count();
    let lines = steps.iter().filter(|s| matches!(s, Step::Line(..))).count();
    assert_eq!((moves, lines), (2, 3));
}

#[test]
fn seven_empty_days_are_a_gap_and_six_are_not() {
    let gaps = plot(&[0, 7, 15, 29]).gaps;
    assert_eq!(gaps, [Gap { first: 8, days: 7 }, Gap { first: 16, days: 13 }]);
}

#[test]
fn empty_days_before_the_first_and_after_the_last_value_count() {
    assert_eq!(plot(&[10]).gaps, [Gap { first: 0, days: 10 }, Gap { first: 11, days: 19 }]);
    assert_eq!(plot(&[]).gaps, [Gap { first: 0, days: 30 }]);
}

#[test]
fn a_value_stands_in_the_middle_of_its_day_and_on_its_height() {
    let plot = plot(&[0]);
    // 30 days on 300 points: the first day is 0 to 10.
    assert!((plot.x(0) - 5.0).abs() < 1e-3);
    assert!((plot.x_edge(3) - 30.0).abs() < 1e-3);
    assert!((plot.y(0.0) - 100.0).abs() < 1e-3);
    assert!((plot.y(10.0) - 0.0).abs() < 1e-3);
    assert!((plot.y(2.5) - 75.0).abs() < 1e-3);
}

#[test]
fn days_on_one_place_of_the_paper_leave_one_point_with_the_widest_band() {
    let mut panel = panel(&(0..30).collect::<Vec<u64>>());
    let band = |n: u64, low, high| LevelDay { date: day(2026, 9, 1) + Days::new(n), level: 5.0, low, high };
    panel.level = (0..30).map(|n| band(n, 4.0, 6.0)).collect();
    panel.level[1] = band(1, 3.0, 8.0);
    // 30 days on 3 points: the first two share a quarter of a point, and there are twelve quarters.
    let plot = Plot::new(&panel, 0.0, 0.0, 3.0, 100.0);
    let marks = series::level(&panel, &plot);
    let Mark::Shape { steps, fill: Some(Ink::Pale), .. } = &marks[0] else { panic!("the band comes first") };
    assert_eq!(steps.len(), 2 * 12 + 1);
    let places: Vec<(f32, f32)> = steps
        .iter()
        .filter_map(|s| if let Step::Move(x, y) | Step::Line(x, y) = s { Some((*x, *y)) } else { None })
        .collect();
    let near = |(x, y): (f32, f32), (a, b): (f32, f32)| (x - a).abs() < 1e-3 && (y - b).abs() < 1e-3;
    assert!(near(places[0], (0.05, 70.0)), "the lowest of both: {places:?}");
    assert!(near(places[23], (0.05, 20.0)), "the highest of both: {places:?}");
    assert!(near(places[1], (0.25, 60.0)), "the next as it is: {places:?}");
}

#[test]
fn values_outside_the_period_are_not_drawn() {
    let mut panel = panel(&[0, 29, 30]);
    panel.points.push(Point { date: day(2026, 8, 31), value: 5.0, mark: EntryMark::LiveOrLate });
    let plot = Plot::new(&panel, 0.0, 0.0, 300.0, 100.0);
    assert_eq!(plot.values.iter().map(|v| v.day).collect::<Vec<_>>(), [0, 29]);
}

fn labels(from: NaiveDate, to: NaiveDate) -> Vec<String> {
    axis::ticks(Period::new(from, to)).into_iter().map(|t| t.label).collect()
}

#[test]
fn up_to_45_days_ticks_are_mondays() {
    // 26 Oct 2026 is a Monday.
    assert_eq!(
        labels(day(2026, 10, 25), day(2026, 11, 23)),
        ["26 Oct", "2 Nov", "9 Nov", "16 Nov", "23 Nov"]
    );
}

#[test]
fn up_to_400_days_ticks_are_firsts_of_months() {
    assert_eq!(labels(day(2026, 9, 12), day(2026, 11, 23)), ["1 Oct", "1 Nov"]);
    let year = labels(day(2025, 11, 24), day(2026, 11, 23));
    assert_eq!(year.len(), 12);
    assert_eq!(year.iter().take(3).collect::<Vec<_>>(), ["Dec", "Jan 2026", "Feb"]);
}

#[test]
fn beyond_400_days_ticks_are_quarters_and_years_are_named() {
    let two = labels(day(2024, 2, 10), day(2026, 1, 31));
    assert_eq!(two, ["Apr", "Jul", "Oct", "2025", "Apr", "Jul", "Oct", "2026"]);
}

#[test]
fn a_period_without_a_monday_still_has_a_tick() {
    assert_eq!(labels(day(2026, 11, 24), day(2026, 11, 26)), ["24 Nov"]);
}

#[test]
fn ticks_of_the_longest_period_stay_few() {
    let all = axis::ticks(Period::new(NaiveDate::MIN, NaiveDate::MAX));
    assert!((2..=141).contains(&all.len()), "{}", all.len());
}
