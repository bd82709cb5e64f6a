//! Samples of the pages behind page 1: sessions one by one, lanes of medicines, practices and events, totals.

use chrono::Days;
use tidemark_report::Report;
use tidemark_report::document::{
    Content, Direction, DoseStretch, Dumbbell, DumbbellRow, EventSpan, Marker, MedicineLane, Paper, Part,
    PlainColumn, PlainTable, PracticeLane, Scale, Section, SummaryBlock, Timeline, Total, TotalsChart,
};

use super::{day, season};

/// A season with twenty sessions one by one, a table over several pages, and blocks of page 1 left out.
pub(crate) fn parts(paper: Paper) -> Report {
    let mut report = season(paper);
    report.goals.clear();
    report.questions.clear();
    report.left_out = vec![SummaryBlock::Goals];
    let column = |head: &str, width, figures| PlainColumn { head: head.into(), width, figures };
    let rows = (0..70)
        .map(|n| vec![n.to_string(), "A note that wraps over more lines. ".repeat(n % 9), String::new()]);
    let session = |n: u32| DumbbellRow {
        number: n,
        date: day(2026, 9, 12) + Days::new(u64::from(n) * 3),
        before: (n != 4).then_some(f64::from(n % 11)),
        after: (n != 5).then_some(f64::from(n % 7)),
        next_morning: (n.is_multiple_of(2) && n != 6).then_some(10.0),
        recalled: n == 3,
    };
    let chart = Dumbbell {
        heading: "Stress before, after and the next morning".into(),
        measure: "Stress".into(),
        direction: Direction::HigherWorse,
        scale: Scale::zero_to_ten(),
        rows: (1..=20)
            .map(session)
            .chain([DumbbellRow { before: None, after: None, next_morning: None, ..session(21) }])
            .collect(),
    };
    let table = PlainTable {
        heading: "List".into(),
        columns: vec![column("No.", 12, true), column("Note", 130, false), column("Flags", 20, false)],
        rows: rows.collect(),
    };
    report.parts = vec![
        Part {
            heading: "Sessions one by one".into(),
            content: vec![
                Content::Text(Section {
                    heading: String::new(),
                    paragraphs: vec!["20 of 20 took place.".into()],
                }),
                Content::Dumbbell(chart),
                Content::Table(table),
            ],
        },
        Part {
            heading: "Changes in full".into(),
            content: vec![Content::Text(Section {
                heading: "Changes".into(),
                paragraphs: report.changes.clone(),
            })],
        },
    ];
    report
}

/// A season with forty medicines, names as long as a diary allows, and a table that takes pages.
pub(crate) fn lanes(paper: Paper) -> Report {
    let mut report = season(paper);
    let period = report.header.period;
    let at = |n: u64| period.from() + Days::new(n % 73);
    let medicine = |n: u64| MedicineLane {
        name: match n % 4 {
            0 => format!("Medicine {n}"),
            1 => "Langwirksamesmedikamentmitretardwirkung".repeat(2),
            2 => "אבגדהו שלום 👩‍👩‍👧 عليكم".repeat(3),
            _ => {
                "a name of several words that takes more than one line of its lane, and then some more".into()
            }
        },
        doses: vec![
            DoseStretch {
                from: None,
                to: Some(at(n)),
                dose: Some("5 mg in the morning".into()),
                paused: false,
            },
            DoseStretch { from: Some(at(n)), to: Some(at(n) + Days::new(3)), dose: None, paused: true },
            DoseStretch {
                from: Some(at(n) + Days::new(4)),
                to: None,
                dose: Some("as needed, not more than one a day".into()),
                paused: false,
            },
        ],
        changes: (0..n % 5).map(|m| Marker { date: at(n + m), label: format!("M{}", n + m) }).collect(),
    };
    let event =
        |n: u64| EventSpan { label: format!("E{n}"), from: at(n * 7), to: at(n * 7) + Days::new(n % 9) };
    let lanes = Timeline {
        period,
        medicines: (1..=40).map(medicine).collect(),
        practices: vec![
            PracticeLane { name: "Talking therapy".into(), days: (0..5).map(|n| at(14 * n)).collect() },
            PracticeLane { name: "Movement".into(), days: period.from().iter_days().take(73).collect() },
        ],
        events: (1..=30).map(event).collect(),
    };
    let column = |head: &str, width| PlainColumn { head: head.into(), width, figures: false };
    let table = PlainTable {
        heading: "Changes of the plan".into(),
        columns: vec![column("Date", 24), column("From", 60), column("To", 60), column("Why", 36)],
        rows: (1..=30)
            .map(|n| vec![format!("{n} Oct"), "calmer evenings ".repeat(n), "x".repeat(9 * n), String::new()])
            .collect(),
    };
    let chart = |name: &str, n: u64| TotalsChart {
        name: name.into(),
        range: "0–27, higher = worse".into(),
        scale: Scale::new(0.0, 27.0, &[0.0, 10.0, 20.0, 27.0]).expect("a scale"),
        period,
        totals: (0..n)
            .map(|i| Total { date: at(9 * i), total: f64::from(u32::try_from(i * 5 % 28).expect("small")) })
            .collect(),
        cut_points: vec![5.0, 10.0, 15.0, 20.0],
        caption: "Totals: 14 (12 Sep), 12 (3 Oct), 11 (24 Oct), 9 (21 Nov). Change since the first: −5."
            .into(),
    };
    let text = Section { heading: "Changes in full".into(), paragraphs: report.changes.clone() };
    report.parts = vec![
        Part {
            heading: "Medicines, context, plan".into(),
            content: vec![Content::Timeline(lanes), Content::Text(text), Content::Table(table)],
        },
        Part {
            heading: "More measures and questionnaires".into(),
            content: vec![
                Content::Panels(report.panels.iter().take(3).cloned().collect()),
                Content::Totals(vec![chart("PHQ-9", 4), chart("GAD-7", 30), chart("ISI", 0)]),
            ],
        },
    ];
    report
}
