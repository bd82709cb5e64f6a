//! Pairs of pages that differ in one mark: what one shows and the other does not is that mark alone, as it is drawn.

use chrono::Days;
use tidemark_report::Report;
use tidemark_report::document::{
    DayMark, Direction, EntryMark, LevelDay, Marker, Paper, Period, Point, Scale, TrendPanel, Week,
};

use super::sample::{day, empty};

/// The day and the value of the mark: no other mark is near, nor a line of the grid.
const DAY: u64 = 21;
const VALUE: f64 = 3.0;

/// A mark, the kind of place it stands in (marks of one place are told apart by a reader), and the two pages.
pub(crate) struct Pair {
    pub(crate) place: String,
    pub(crate) mark: &'static str,
    pub(crate) with: Report,
    pub(crate) without: Report,
}

/// Every mark of page 1, on charts and strips as wide and as narrow as they come.
pub(crate) fn pairs() -> Vec<Pair> {
    let mut pairs = vec![];
    // The largest marks of days, the usual ones and the smallest.
    for days in [30, 73, 120] {
        pairs.extend(daily(days));
        pairs.extend(strip(days));
    }
    // Weeks of half a year and of three years, and days too narrow for a square each.
    for days in [200, 1_100] {
        pairs.extend(weekly(days));
        pairs.extend(strip(days));
    }
    pairs
}

fn daily(days: u64) -> Vec<Pair> {
    let one = |mark| move |panel: &mut TrendPanel| panel.points.push(point(DAY, VALUE, mark));
    let pair = |mark, with: &dyn Fn(&mut TrendPanel)| Pair {
        // Triangles have a row of their own under the axis.
        place: format!("{} of {days} days", if mark == "session" { "axis" } else { "chart" }),
        mark,
        with: page(days, with),
        without: page(days, |_| {}),
    };
    let marker = || Marker { date: date(DAY), label: String::new() };
    let mut pairs = vec![
        pair("dot", &one(EntryMark::LiveOrLate)),
        pair("ring", &one(EntryMark::Backfill)),
        pair("square", &one(EntryMark::Proxy)),
        pair("session", &|panel| panel.sessions.push(date(DAY))),
        pair("medicine", &|panel| panel.medicines.push(marker())),
        pair("event", &|panel| panel.events.push(marker())),
        pair("level", &|panel| panel.level = (DAY - 2..=DAY + 2).map(level).collect()),
    ];
    // Seven days without a value, and the same with one in their middle.
    let gap = |panel: &mut TrendPanel| {
        panel.points.retain(|p| p.date != date(24));
        panel.points.push(point(26, 9.0, EntryMark::LiveOrLate));
    };
    let broken = |panel: &mut TrendPanel| {
        gap(panel);
        panel.points.push(point(22, 9.0, EntryMark::LiveOrLate));
    };
    pairs.push(Pair { without: page(days, broken), ..pair("hatching", &gap) });
    pairs
}

fn weekly(days: u64) -> Vec<Pair> {
    let one = |n| move |panel: &mut TrendPanel| panel.weeks.push(week(DAY, VALUE, n));
    let pair = |mark, n| Pair {
        place: format!("chart of {days} days"),
        mark,
        with: page(days, one(n)),
        without: page(days, |_| {}),
    };
    vec![pair("week", 6), pair("week of few values", 2)]
}

fn strip(days: u64) -> Vec<Pair> {
    let one = |name, mark| {
        let mut with = page(days, |_| {});
        with.data.days.push((date(DAY), mark));
        Pair { place: format!("strip of {days} days"), mark: name, with, without: page(days, |_| {}) }
    };
    vec![
        one("full", DayMark::Full),
        one("half", DayMark::Half),
        one("ring", DayMark::Ring),
        one("blank", DayMark::Blank),
    ]
}

/// Two panels: one with few values, to which a mark comes, and one with every mark, so that the legend stays.
fn page(days: u64, change: impl Fn(&mut TrendPanel)) -> Report {
    let mut report = empty(Paper::A4);
    report.header.period = Period::new(date(0), date(days - 1));
    let panel = TrendPanel {
        measure: "Stress".into(),
        direction: Direction::HigherWorse,
        scale: Scale::zero_to_ten(),
        unit: None,
        period: report.header.period,
        points: (0..days).step_by(6).map(|n| point(n, 9.0, EntryMark::LiveOrLate)).collect(),
        level: vec![],
        weeks: if days > 120 { (5..days).step_by(56).map(|n| week(n, 9.0, 6)).collect() } else { vec![] },
        sessions: vec![],
        medicines: vec![],
        events: vec![],
        caption: String::new(),
        listed: None,
        last_value: None,
    };
    let marker = Marker { date: date(9), label: String::new() };
    let all = TrendPanel {
        direction: Direction::HigherBetter,
        points: [EntryMark::LiveOrLate, EntryMark::Backfill, EntryMark::Proxy]
            .map(|mark| point(9, VALUE, mark))
            .to_vec(),
        level: vec![level(9)],
        weeks: if days > 120 { vec![week(9, VALUE, 2)] } else { vec![] },
        sessions: vec![date(9)],
        medicines: vec![marker.clone()],
        events: vec![marker],
        ..panel.clone()
    };
    let mut changed = panel;
    change(&mut changed);
    report.panels = vec![changed, all];
    report
}

fn date(number: u64) -> chrono::NaiveDate {
    day(2024, 1, 1) + Days::new(number)
}

fn point(number: u64, value: f64, mark: EntryMark) -> Point {
    Point { date: date(number), value, mark }
}

fn level(number: u64) -> LevelDay {
    LevelDay { date: date(number), level: VALUE, low: VALUE - 1.0, high: VALUE + 1.0 }
}

fn week(number: u64, value: f64, n: u32) -> Week {
    Week { date: date(number), median: value, q1: value - 1.0, q3: value + 1.0, n }
}
