//! Made-up reports for the example and the tests: a person who does not exist, from a fixed sequence of numbers.

#![allow(clippy::expect_used, reason = "a sample that cannot be built is a failed test")]
#![allow(dead_code, reason = "each user of this file takes a part of it")]

use chrono::{Days, NaiveDate};
use tidemark_report::Report;
use tidemark_report::document::{
    Change, DayMark, Direction, EntryMark, Header, LevelDay, Marker, Paper, Period, PeriodAndData, Point,
    QuestionnaireRow, Scale, Section, SessionRow, SessionTable, Total, TrendPanel, Week,
};

#[path = "sample/hostile.rs"]
mod hostile;
#[path = "sample/later_pages.rs"]
mod later_pages;

#[allow(unused_imports, reason = "whoever takes the samples takes some of them")]
pub(crate) use {
    hostile::hostile,
    later_pages::{lanes, parts},
};

/// A day, from year, month, day.
pub(crate) fn day(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).expect("a date")
}

/// Numbers from 0 to 1 in a fixed sequence.
pub(crate) struct Sequence(u64);

impl Sequence {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub(crate) fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let top = u32::try_from(self.0 >> 33).expect("31 bits");
        f64::from(top) / f64::from(1_u32 << 31)
    }
}

/// A report with nothing in it.
pub(crate) fn empty(paper: Paper) -> Report {
    Report {
        paper,
        header: Header {
            title: "Diary report".into(),
            person: None,
            period: Period::new(day(2026, 9, 12), day(2026, 11, 23)),
            made_on: day(2026, 11, 24),
            zone: "Europe/Berlin".into(),
        },
        document_id: "0000-0000".into(),
        method_set: "methods 1".into(),
        sample_label: None,
        data: PeriodAndData::default(),
        questions: vec![],
        goals: vec![],
        panels: vec![],
        questionnaires: vec![],
        sessions: SessionTable::default(),
        changes: vec![],
        limits: vec![],
        left_out: vec![],
        parts: vec![],
        method_page: vec![],
    }
}

/// 73 days with all blocks filled.
pub(crate) fn season(paper: Paper) -> Report {
    let period = Period::new(day(2026, 9, 12), day(2026, 11, 23));
    let sessions: Vec<NaiveDate> = (0..11).map(|i| period.from() + Days::new(3 + 6 * i)).collect();
    let mut panels = vec![
        panel(
            "Stress",
            Direction::HigherWorse,
            period,
            11,
            (6.3, -0.030),
            "Stress: median 6 in the first 14 days (n\u{a0}13) and 4 in the last 14 (n\u{a0}14); lowest 1, highest 9. Estimated drift −0.8 points per 30 days (95 % interval −1.4 to −0.2), taking into account that neighbouring days are alike.",
        ),
        panel(
            "Mood",
            Direction::HigherBetter,
            period,
            23,
            (4.6, 0.018),
            "Mood: median 5 in the first 14 days (n\u{a0}13) and 6 in the last 14 (n\u{a0}14); lowest 2, highest 9. Estimated drift 0.4 points per 30 days (95 % interval −0.1 to 0.9). Both a small rise and a small fall fit these records.",
        ),
        panel(
            "Pain",
            Direction::HigherWorse,
            period,
            37,
            (4.9, -0.006),
            "Pain: median 5 in the first 14 days (n\u{a0}13) and 5 in the last 14 (n\u{a0}14); lowest 2, highest 8.",
        ),
        panel(
            "Sleep quality",
            Direction::HigherBetter,
            period,
            53,
            (5.2, 0.012),
            "Sleep quality: median 5 in the first 14 days (n\u{a0}13) and 6 in the last 14 (n\u{a0}14); lowest 1, highest 9.",
        ),
    ];
    for p in &mut panels {
        p.sessions.clone_from(&sessions);
        p.medicines = vec![Marker { date: day(2026, 10, 12), label: "M1".into() }];
        p.events = vec![Marker { date: day(2026, 11, 2), label: "E1".into() }];
    }
    Report {
        sample_label: Some("sample data, not a person".into()),
        document_id: "7f3a-91c2-0d4e".into(),
        data: PeriodAndData {
            since: Some("since the visit of 11 Sep".into()),
            sentences: vec![
                "Entries on 61 of 73 days (84 %); 5 added the next day, 3 back later. Longest stretch without entries 9 days (28 Sep – 6 Oct). 9 of 11 sessions have both ratings on time.".into(),
                "Days after a harder day had entries less often (71 % against 88 %), so averages may look milder than the period was.".into(),
            ],
            days: days(period, 6),
        },
        questions: vec![
            "Is it fine to have a massage on the same day as the talking therapy?".into(),
            "The new dose makes me sleepy around noon. Can the time of day be moved?".into(),
            "How long do we try this before we look again?".into(),
        ],
        goals: vec!["Sleep through three nights a week".into(), "Go back to choir practice".into()],
        panels,
        questionnaires: questionnaires(),
        sessions: session_table(),
        changes: vec![
            "12 Oct: sertraline 50 mg → 75 mg, as recorded by the person (M1).".into(),
            "11 of 12 planned sessions held. 20 Oct: pressure changed from medium to light; reason given: comfort.".into(),
            "Unwanted effects were noted after 2 of 11 sessions: sore the next day (2).".into(),
        ],
        limits: limits(),
        method_page: method_page(),
        ..empty(paper)
    }
}

/// A year, shown by weeks.
pub(crate) fn year(paper: Paper) -> Report {
    let period = Period::new(day(2025, 11, 24), day(2026, 11, 23));
    let mut report = season(paper);
    report.header.period = period;
    report.header.person = Some("Alex Łukasz Example".into());
    report.data.since = None;
    report.data.days = days(period, 5);
    report.data.sentences = vec![
        "Entries on 301 of 365 days (82 %); 20 added the next day, 14 back later. Longest stretch without entries 16 days (2 – 17 Aug). 33 of 38 sessions have both ratings on time.".into(),
    ];
    let sessions: Vec<NaiveDate> = (0..38).map(|i| period.from() + Days::new(4 + 9 * i)).collect();
    let starts = [(11, 6.8, -0.006), (23, 4.2, 0.004), (37, 5.0, -0.001), (53, 5.0, 0.003)];
    for (p, (seed, start, drift)) in report.panels.iter_mut().zip(starts) {
        let new = panel(&p.measure, p.direction, period, seed, (start, drift), &p.caption);
        *p = TrendPanel {
            weeks: weeks(&new.points, period),
            level: vec![],
            sessions: sessions.clone(),
            medicines: p.medicines.clone(),
            events: p.events.clone(),
            ..new
        };
        p.medicines.insert(0, Marker { date: day(2026, 3, 3), label: "M1".into() });
        p.medicines.iter_mut().skip(1).for_each(|m| m.label = "M2".into());
        p.events.insert(0, Marker { date: day(2026, 8, 2), label: "E1".into() });
        p.events.iter_mut().skip(1).for_each(|m| m.label = "E2".into());
    }
    report
}

/// 30 days with four values of one measure and two of another: little to show, shown plainly.
pub(crate) fn sparse(paper: Paper) -> Report {
    let period = Period::new(day(2026, 10, 25), day(2026, 11, 23));
    let mut stress = panel(
        "Stress",
        Direction::HigherWorse,
        period,
        7,
        (5.0, 0.0),
        "Stress: 4 values, lowest 3, highest 6.",
    );
    stress.points.retain(|p| {
        [day(2026, 10, 27), day(2026, 10, 28), day(2026, 11, 9), day(2026, 11, 20)].contains(&p.date)
    });
    stress.level.clear();
    stress.last_value = stress.points.last().map(|p| p.value);
    let mut mood = panel("Mood", Direction::HigherBetter, period, 9, (5.0, 0.0), "");
    mood.points.truncate(2);
    mood.listed = Some("Two values: 25 Oct 5, 26 Oct 6. Too few for a chart.".into());
    Report {
        header: Header { period, ..empty(paper).header },
        data: PeriodAndData {
            since: None,
            sentences: vec!["Entries on 4 of 30 days (13 %). Longest stretch without entries 11 days (29 Oct – 8 Nov). No sessions in this period.".into()],
            days: stress.points.iter().map(|p| (p.date, DayMark::Full)).collect(),
        },
        panels: vec![stress, mood],
        limits: limits(),
        method_page: method_page(),
        ..empty(paper)
    }
}

/// Far more than page 1 can hold, in every block.
pub(crate) fn crowded(paper: Paper) -> Report {
    let mut report = year(paper);
    report.questions = (1..=5)
        .map(|i| {
            format!(
                "Question {i}: {}",
                "a rather long question in the person’s own words that goes on for a while ".repeat(2)
            )
        })
        .collect();
    report.goals = (1..=6)
        .map(|i| {
            format!("Goal {i} with some words that take more than a single line of the column it stands in")
        })
        .collect();
    report.changes = (1..=14)
        .map(|i| format!("{i} Oct: medicine {i} 10 mg → 20 mg, as recorded by the person."))
        .collect();
    let rows = report.questionnaires.clone();
    report.questionnaires.extend(rows.iter().cloned().chain(rows.clone()));
    report.data.sentences =
        vec!["Entries on 301 of 365 days (82 %); 20 added the next day, 14 back later. ".repeat(12)];
    let extra: Vec<TrendPanel> = report.panels.clone();
    report.panels.extend(extra);
    let rows = report.sessions.rows.clone();
    report.sessions.rows.extend(rows);
    report
}

/// Twenty years with 20,000 values, drawn one by one.
pub(crate) fn decades(paper: Paper) -> Report {
    let period = Period::new(day(2006, 1, 1), day(2025, 12, 31));
    let mut sequence = Sequence::new(1);
    let points: Vec<Point> = (0..20_000_u64)
        .map(|i| Point {
            date: period.from() + Days::new(i * 7_305 / 20_000),
            value: (sequence.next() * 10.0).round(),
            mark: EntryMark::LiveOrLate,
        })
        .collect();
    let mut report = season(paper);
    report.header.period = period;
    for panel in &mut report.panels {
        *panel = TrendPanel { period, points: points.clone(), weeks: vec![], level: vec![], ..panel.clone() };
    }
    report
}

fn panel(
    measure: &str,
    direction: Direction,
    period: Period,
    seed: u64,
    (start, drift): (f64, f64),
    caption: &str,
) -> TrendPanel {
    let mut sequence = Sequence::new(seed);
    let mut points = vec![];
    let mut level = vec![];
    let mut noise = 0.0;
    for (i, date) in period.from().iter_days().take_while(|d| *d <= period.to()).enumerate() {
        let at = start + drift * f64::from(u32::try_from(i).expect("small"));
        noise = 0.55 * noise + 3.2 * (sequence.next() - 0.5);
        let roll = sequence.next();
        level.push(LevelDay { date, level: at, low: at - 0.7, high: at + 0.7 });
        let away = (day(2026, 9, 28)..=day(2026, 10, 6)).contains(&date)
            || (day(2026, 8, 2)..=day(2026, 8, 17)).contains(&date);
        if away || roll < 0.06 {
            continue;
        }
        let mark = if roll > 0.97 {
            EntryMark::Proxy
        } else if roll > 0.92 {
            EntryMark::Backfill
        } else {
            EntryMark::LiveOrLate
        };
        points.push(Point { date, value: (at + noise).round().clamp(0.0, 10.0), mark });
    }
    let last_value = points.last().map(|p| p.value);
    TrendPanel {
        measure: measure.into(),
        direction,
        scale: Scale::zero_to_ten(),
        unit: None,
        period,
        points,
        level,
        weeks: vec![],
        sessions: vec![],
        medicines: vec![],
        events: vec![],
        caption: caption.into(),
        listed: None,
        last_value,
    }
}

fn weeks(points: &[Point], period: Period) -> Vec<Week> {
    let mut weeks = vec![];
    let mut start = period.from();
    while start <= period.to() {
        let end = start + Days::new(7);
        let mut values: Vec<f64> =
            points.iter().filter(|p| p.date >= start && p.date < end).map(|p| p.value).collect();
        values.sort_by(f64::total_cmp);
        if let (Some(q1), Some(median), Some(q3)) =
            (values.get(values.len() / 4), values.get(values.len() / 2), values.get(values.len() * 3 / 4))
        {
            let n = u32::try_from(values.len()).expect("small");
            weeks.push(Week { date: start + Days::new(3), median: *median, q1: *q1, q3: *q3, n });
        }
        start = end;
    }
    weeks
}

fn days(period: Period, seed: u64) -> Vec<(NaiveDate, DayMark)> {
    let mut sequence = Sequence::new(seed);
    let days = period.from().iter_days().take_while(|d| *d <= period.to());
    days.map(|d| {
        let roll = sequence.next();
        let away = (day(2026, 9, 28)..=day(2026, 10, 6)).contains(&d)
            || (day(2026, 8, 2)..=day(2026, 8, 17)).contains(&d);
        let mark = match roll {
            _ if away => DayMark::Blank,
            r if r < 0.06 => DayMark::Blank,
            r if r < 0.14 => DayMark::Half,
            r if r < 0.24 => DayMark::Ring,
            _ => DayMark::Full,
        };
        (d, mark)
    })
    .collect()
}

fn questionnaires() -> Vec<QuestionnaireRow> {
    let totals = |list: [(u32, u32, f64); 4]| {
        list.into_iter().map(|(m, d, total)| Total { date: day(2026, m, d), total }).collect()
    };
    vec![
        QuestionnaireRow {
            name: "PHQ-9".into(),
            range: "0–27, higher = worse".into(),
            totals: totals([(9, 12, 14.0), (10, 3, 12.0), (10, 24, 11.0), (11, 21, 9.0)]),
            change: Some(-5.0),
        },
        QuestionnaireRow {
            name: "GAD-7".into(),
            range: "0–21, higher = worse".into(),
            totals: totals([(9, 12, 11.0), (10, 3, 12.0), (10, 24, 10.0), (11, 21, 10.0)]),
            change: Some(-1.0),
        },
    ]
}

fn session_table() -> SessionTable {
    let row = |measure: &str, before, after, change, interval, (lower, same, higher)| SessionRow {
        measure: measure.into(),
        rated: 9,
        before: Some(before),
        after: Some(after),
        change: Some(Change { median: change, interval: Some(interval) }),
        lower,
        same,
        higher,
    };
    SessionTable {
        sentences: vec!["11 sessions, 9 with both ratings on time; ratings from memory are left out.".into()],
        rows: vec![
            row("Stress (higher = worse)", 6.0, 4.0, -2.0, (-3.0, -1.0), (8, 1, 0)),
            row("Pain (higher = worse)", 5.0, 4.0, -1.0, (-2.0, 0.0), (6, 2, 1)),
            row("Mood (higher = better)", 5.0, 6.0, 1.0, (0.5, 2.0), (1, 1, 7)),
            SessionRow {
                rated: 4,
                change: None,
                lower: 2,
                same: 1,
                higher: 1,
                ..row("Anxiety (higher = worse)", 5.0, 3.0, 0.0, (0.0, 0.0), (0, 0, 0))
            },
        ],
    }
}

fn limits() -> Vec<String> {
    [
        "Entered by the person on their own phone; nobody watches these records.",
        "They show what went together, not what led to what.",
        "Ratings right after a rest can drop because of resting, expecting relief, or having booked on a hard day.",
        "Days without entries are left out, not counted as zero.",
        "This page complements professional care and does not stand in for an assessment.",
    ]
    .map(String::from)
    .to_vec()
}

fn method_page() -> Vec<Section> {
    let section = |heading: &str, paragraphs: &[&str]| Section {
        heading: heading.into(),
        paragraphs: paragraphs.iter().map(|p| (*p).to_owned()).collect(),
    };
    vec![
        section(
            "Method and limits",
            &[
                "Every figure on page 1 is computed from the entries of the period alone. Medians are used because single days on a 0 to 10 scale are coarse. An interval says which values of the true figure fit the records; it says nothing about why.",
            ],
        ),
        section(
            "F1 Day rule",
            &[
                "A day ends at 04:00. An entry made at 01:30 belongs to the day before. The rule in force is stored with each entry and is never applied again.",
            ],
        ),
        section(
            "F2 Entry modes",
            &[
                "Entered that day: within the logical day. The next day: within 24 hours after it ended. Later: any time after that. Later entries are drawn as rings and stay in the figures unless said otherwise.",
            ],
        ),
        section(
            "F3 Rating windows",
            &[
                "Before: from 120 minutes before to 15 minutes after the start. After: from 5 minutes before to 180 minutes after the end. The next morning: 12 to 36 hours after the end. Ratings outside a window or from memory are kept, counted in the quality line and left out of the change.",
            ],
        ),
        section(
            "F4 Kinds of questions",
            &["“How was the day” and “how is it right now” are different questions. They are not pooled."],
        ),
        section(
            "F5 Intervals",
            &[
                "Change around sessions: the Hodges–Lehmann estimate with its exact 95 % interval, sessions counted as independent after allowing for neighbouring sessions being alike. Drift: a straight line with errors that carry over from day to day.",
            ],
        ),
        section(
            "F6 Ups and downs",
            &[
                "A session booked on a hard day is followed by a milder day more often than not, with or without a session. Resting and expecting relief move ratings too.",
            ],
        ),
        section("F7 Versions of measures", &["A changed scale starts a new series; the two are not joined."]),
        section(
            "F8 Other people’s entries",
            &[
                "Values entered by someone else are drawn as squares and are left out of the figures. Imported rows carry their source.",
            ],
        ),
    ]
}
