//! Reports drawn at random from a seed: any number of blocks of any length, in any script, over any period.

use chrono::Days;
use tidemark_report::Report;
use tidemark_report::document::{
    Change, Content, DayMark, Direction, DoseStretch, Dumbbell, DumbbellRow, EntryMark, EventSpan, LevelDay,
    Marker, MedicineLane, Paper, Part, Period, PeriodAndData, PlainColumn, PlainTable, Point, PracticeLane,
    QuestionnaireRow, Scale, Section, SessionRow, SessionTable, Timeline, Total, TotalsChart, TrendPanel,
    Week,
};

use super::sample::{Sequence, day, empty};

const WORDS: [&str; 16] = [
    "sleep",
    "a",
    "Rückenschmerzen",
    "week",
    "and",
    "Donaudampfschifffahrtsgesellschaft",
    "μέρα",
    "tired",
    "שלום",
    "عليكم",
    "痛み",
    "👩‍👩‍👧",
    "(n 14)",
    "−0.8",
    "the",
    "ночь",
];

struct Chance(Sequence);

impl Chance {
    fn below(&mut self, most: u32) -> u32 {
        let drawn = self.0.next() * f64::from(most);
        (0..most).rev().find(|whole| f64::from(*whole) <= drawn).unwrap_or(0)
    }

    fn number(&mut self, low: f64, high: f64) -> f64 {
        ((low + (high - low) * self.0.next()) * 10.0).round() / 10.0
    }

    /// Words, mostly few and sometimes hundreds.
    fn words(&mut self, most: u32) -> String {
        let few = self.below(most.max(1));
        let count = if self.below(12) == 0 { few * 12 } else { few };
        let drawn =
            (0..=count).map(|_| WORDS.get(usize::try_from(self.below(16)).unwrap_or(0)).unwrap_or(&"x"));
        drawn.copied().collect::<Vec<_>>().join(" ")
    }

    fn many<T>(&mut self, most: u32, mut one: impl FnMut(&mut Self) -> T) -> Vec<T> {
        let count = self.below(most);
        (0..count).map(|_| one(self)).collect()
    }

    fn date(&mut self, period: Period) -> chrono::NaiveDate {
        period.from() + Days::new(u64::from(self.below(period.days())))
    }
}

/// A report of a kind that nobody thought of, the same for the same seed.
pub(crate) fn random(paper: Paper, seed: u64) -> Report {
    let mut chance = Chance(Sequence::new(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0x5DEE_CE66));
    let c = &mut chance;
    let days = [1, 6, 27, 45, 46, 89, 120, 121, 400, 401, 3_650];
    let days = days.get(usize::try_from(c.below(11)).unwrap_or(0)).copied().unwrap_or(90);
    let from = day(2016, 2, 29) + Days::new(u64::from(c.below(3_000)));
    let period = Period::new(from, from + Days::new(days - 1));
    let mut report = empty(paper);
    report.header.period = period;
    report.header.person = (c.below(2) == 0).then(|| c.words(6));
    report.sample_label = (c.below(3) == 0).then(|| c.words(5));
    report.data = PeriodAndData {
        since: (c.below(2) == 0).then(|| c.words(6)),
        sentences: c.many(6, |c| c.words(24)),
        days: period.from().iter_days().take_while(|d| *d <= period.to()).map(|d| (d, mark(c))).collect(),
    };
    report.questions = c.many(7, |c| c.words(30));
    report.goals = c.many(7, |c| c.words(20));
    report.panels = c.many(9, |c| panel(c, period));
    report.questionnaires = c.many(9, |c| QuestionnaireRow {
        name: c.words(4),
        range: c.words(4),
        totals: c.many(7, |c| Total { date: c.date(period), total: f64::from(c.below(80)) }),
        change: (c.below(2) == 0).then(|| c.number(-80.0, 80.0)),
    });
    report.sessions = SessionTable { sentences: c.many(7, |c| c.words(30)), rows: c.many(9, session_row) };
    report.changes = c.many(14, |c| c.words(24));
    report.limits = c.many(7, |c| c.words(20));
    report.method_page =
        c.many(6, |c| Section { heading: c.words(6), paragraphs: c.many(9, |c| c.words(60)) });
    report.parts = c.many(3, |c| Part { heading: c.words(5), content: c.many(6, |c| content(c, period)) });
    report
}

fn dumbbell(c: &mut Chance, period: Period) -> Dumbbell {
    let some = |c: &mut Chance| (c.below(4) > 0).then(|| f64::from(c.below(11)));
    let mut number = 0;
    let rows = c.many(60, |c| {
        number += 1;
        DumbbellRow {
            number,
            date: c.date(period),
            before: some(c),
            after: some(c),
            next_morning: some(c),
            recalled: c.below(3) == 0,
        }
    });
    Dumbbell {
        heading: c.words(5),
        measure: c.words(4),
        direction: [Direction::HigherWorse, Direction::HigherBetter, Direction::Neutral]
            .get(usize::try_from(c.below(3)).unwrap_or(0))
            .copied()
            .unwrap_or(Direction::Neutral),
        scale: Scale::zero_to_ten(),
        rows,
    }
}

fn content(c: &mut Chance, period: Period) -> Content {
    match c.below(6) {
        0 => Content::Text(Section { heading: c.words(5), paragraphs: c.many(5, |c| c.words(60)) }),
        1 => Content::Table(plain_table(c)),
        2 => Content::Panels(c.many(5, |c| panel(c, period))),
        3 => Content::Dumbbell(dumbbell(c, period)),
        4 => Content::Timeline(timeline(c, period)),
        _ => Content::Totals(c.many(6, |c| totals(c, period))),
    }
}

fn plain_table(c: &mut Chance) -> PlainTable {
    let columns = 1 + c.below(22);
    let width = u8::try_from(180 / columns).unwrap_or(8).max(8);
    let columns: Vec<PlainColumn> =
        (0..columns).map(|_| PlainColumn { head: c.words(3), width, figures: c.below(2) == 0 }).collect();
    let cells = columns.len();
    let rows = c
        .many(40, |c| (0..cells).map(|_| if c.below(4) == 0 { String::new() } else { c.words(5) }).collect());
    PlainTable { heading: c.words(5), columns, rows }
}

fn timeline(c: &mut Chance, period: Period) -> Timeline {
    // One day in three lies outside the period.
    let near = |c: &mut Chance| {
        let day = c.date(period);
        let out = Days::new(u64::from(period.days()));
        match c.below(6) {
            0 => day - out,
            1 => day + out,
            _ => day,
        }
    };
    let perhaps = |c: &mut Chance| (c.below(4) > 0).then(|| near(c));
    let dose = |c: &mut Chance| {
        let (a, b) = (perhaps(c), perhaps(c));
        let (from, to) = if a.zip(b).is_some_and(|(a, b)| b < a) { (b, a) } else { (a, b) };
        DoseStretch { from, to, dose: (c.below(3) > 0).then(|| c.words(5)), paused: c.below(5) == 0 }
    };
    let most = if c.below(3) == 0 { 41 } else { 5 };
    let medicine = |c: &mut Chance| MedicineLane {
        name: c.words(6),
        doses: c.many(6, dose),
        changes: c.many(6, |c| Marker { date: near(c), label: format!("M{}", 1 + c.below(99)) }),
    };
    Timeline {
        period,
        medicines: c.many(most, medicine),
        practices: c.many(7, |c| PracticeLane { name: c.words(3), days: c.many(400, near) }),
        events: c.many(most, |c| {
            let (a, b) = (near(c), near(c));
            let (from, to) = if c.below(2) == 0 { (a, a) } else { (a.min(b), a.max(b)) };
            EventSpan { label: format!("E{}", 1 + c.below(99)), from, to }
        }),
    }
}

fn totals(c: &mut Chance, period: Period) -> TotalsChart {
    let most = [21, 27, 28, 40, 80].get(usize::try_from(c.below(5)).unwrap_or(0)).copied().unwrap_or(27);
    let grid: Vec<f64> = [0, 10, most].map(f64::from).to_vec();
    TotalsChart {
        name: c.words(3),
        range: c.words(4),
        scale: Scale::new(0.0, f64::from(most), &grid).unwrap_or_else(Scale::zero_to_ten),
        period,
        totals: c.many(60, |c| Total { date: c.date(period), total: f64::from(c.below(most + 1)) }),
        cut_points: if c.below(2) == 0 { vec![5.0, 10.0, 15.0, 20.0] } else { vec![] },
        caption: c.words(40),
    }
}

fn mark(c: &mut Chance) -> DayMark {
    [DayMark::Full, DayMark::Half, DayMark::Ring, DayMark::Blank]
        .get(usize::try_from(c.below(4)).unwrap_or(0))
        .copied()
        .unwrap_or(DayMark::Blank)
}

fn session_row(c: &mut Chance) -> SessionRow {
    let median = c.number(-10.0, 10.0);
    SessionRow {
        measure: c.words(6),
        rated: c.below(400),
        before: (c.below(3) > 0).then(|| c.number(0.0, 10.0)),
        after: (c.below(3) > 0).then(|| c.number(0.0, 10.0)),
        change: (c.below(3) > 0)
            .then(|| Change { median, interval: (c.below(3) > 0).then_some((median - 1.0, median + 1.0)) }),
        lower: c.below(400),
        same: c.below(400),
        higher: c.below(400),
    }
}

fn panel(c: &mut Chance, period: Period) -> TrendPanel {
    let (max, grid) =
        if c.below(4) == 0 { (24.0, vec![0.0, 12.0, 24.0]) } else { (10.0, vec![0.0, 5.0, 10.0]) };
    let kept = 1 + c.below(4);
    let rated: Vec<_> =
        period.from().iter_days().take_while(|d| *d <= period.to()).filter(|_| c.below(4) < kept).collect();
    let entry = [EntryMark::LiveOrLate, EntryMark::Backfill, EntryMark::Proxy];
    let points: Vec<Point> = rated
        .iter()
        .map(|date| Point {
            date: *date,
            value: c.number(0.0, max).round(),
            mark: entry.get(usize::try_from(c.below(3)).unwrap_or(0)).copied().unwrap_or(EntryMark::Proxy),
        })
        .collect();
    let level = c.below(2) == 0;
    let level = period.from().iter_days().take_while(|d| level && *d <= period.to());
    let level =
        level.map(|date| LevelDay { date, level: max / 2.0, low: max / 2.0 - 1.0, high: max / 2.0 + 1.0 });
    let level = level.collect();
    let weeks = period.days() > 120;
    let mondays = period.from().iter_days().step_by(7).take_while(|d| weeks && *d <= period.to());
    let weeks = mondays
        .map(|date| Week { date, median: max / 2.0, q1: max / 3.0, q3: max / 1.5, n: c.below(8) })
        .collect();
    let marker = |letter: &'static str| {
        move |c: &mut Chance| Marker { date: c.date(period), label: format!("{letter}{}", 1 + c.below(30)) }
    };
    TrendPanel {
        measure: c.words(5),
        direction: [Direction::HigherWorse, Direction::HigherBetter, Direction::Neutral]
            .get(usize::try_from(c.below(3)).unwrap_or(0))
            .copied()
            .unwrap_or(Direction::Neutral),
        scale: Scale::new(0.0, max, &grid).unwrap_or_else(Scale::zero_to_ten),
        unit: (max > 10.0).then(|| "h".to_owned()),
        period,
        last_value: points.last().map(|point| point.value),
        listed: (points.len() < 3).then(|| c.words(12)),
        points,
        level,
        weeks,
        sessions: c.many(60, |c| c.date(period)),
        medicines: c.many(9, marker("M")),
        events: c.many(9, marker("E")),
        caption: c.words(40),
    }
}
