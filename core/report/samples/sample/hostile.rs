//! A sample in which every text is too long and every number is none: what a page has to stand.

use chrono::NaiveDate;
use tidemark_report::Report;
use tidemark_report::document::{
    Change, Content, DayMark, EntryMark, LevelDay, Marker, Paper, Part, Period, Point, Section, Total,
    TrendPanel, Week,
};

use super::{crowded, lanes, parts};

/// Nothing fits, nothing has a glyph, nothing is a number.
pub(crate) fn hostile(paper: Paper) -> Report {
    let long = "Donaudampfschifffahrtsgesellschaftskapitän".repeat(300);
    let mixed = "שלום عليكم 日本語 👩‍👩‍👧 e\u{301} \u{202e}abc\u{0}\t\u{feff}\u{e000}\n\n x ".repeat(40);
    let mut report = crowded(paper);
    report.header.title.clone_from(&long);
    report.header.person = Some(mixed.clone());
    report.header.zone.clone_from(&long);
    report.header.period = Period::new(NaiveDate::MIN, NaiveDate::MAX);
    report.header.made_on = NaiveDate::MIN;
    report.document_id.clone_from(&mixed);
    report.method_set.clone_from(&long);
    report.sample_label = Some(long.clone());
    report.data.since = Some(long.clone());
    report.data.days.push((NaiveDate::MAX, DayMark::Ring));
    report.questions = vec![long.clone(), mixed.clone(), String::new()];
    report.goals = vec![mixed.clone(); 9];
    report.changes = vec![long.clone(); 3];
    report.limits = vec![mixed.clone(), long.clone()];
    report.sessions.sentences = vec![long.clone()];
    for row in &mut report.sessions.rows {
        row.measure.clone_from(&long);
        row.before = Some(f64::NAN);
        row.change = Some(Change { median: f64::MAX, interval: Some((f64::NEG_INFINITY, 1e-300)) });
        row.lower = u32::MAX;
    }
    for row in &mut report.questionnaires {
        row.name.clone_from(&mixed);
        row.totals = vec![Total { date: NaiveDate::MAX, total: f64::MIN }; 50];
    }
    hostile_panels(&mut report.panels, &long, &mixed);
    report.parts = lanes(paper).parts;
    report.parts.extend(parts(paper).parts);
    hostile_parts(&mut report.parts, &long, &mixed);
    report.method_page.push(Section { heading: long, paragraphs: vec![mixed; 30] });
    report.method_page.push(Section::default());
    report
}

fn hostile_parts(parts: &mut [Part], long: &str, mixed: &str) {
    let whole = Period::new(NaiveDate::MIN, NaiveDate::MAX);
    for content in parts.iter_mut().flat_map(|part| &mut part.content) {
        match content {
            Content::Text(section) => long.clone_into(&mut section.heading),
            Content::Table(table) => {
                table.columns.iter_mut().for_each(|column| column.width = 200);
                table.rows.iter_mut().flatten().for_each(|cell| long.clone_into(cell));
                table.rows.truncate(3);
            }
            Content::Panels(panels) => hostile_panels(panels, long, mixed),
            Content::Dumbbell(chart) => {
                long.clone_into(&mut chart.heading);
                mixed.clone_into(&mut chart.measure);
                for row in &mut chart.rows {
                    (row.date, row.before, row.after) = (NaiveDate::MAX, Some(f64::NAN), Some(f64::MAX));
                }
            }
            Content::Timeline(lanes) => {
                lanes.period = whole;
                for medicine in &mut lanes.medicines {
                    long.clone_into(&mut medicine.name);
                    medicine.changes.iter_mut().for_each(|change| long.clone_into(&mut change.label));
                    medicine.doses.iter_mut().for_each(|dose| dose.dose = Some(mixed.to_owned()));
                }
                lanes.events.iter_mut().for_each(|event| event.to = NaiveDate::MIN);
            }
            Content::Totals(charts) => {
                for chart in charts {
                    (chart.period, chart.caption) = (whole, long.to_owned());
                    long.clone_into(&mut chart.name);
                    chart.totals.push(Total { date: NaiveDate::MAX, total: f64::MAX });
                    chart.totals.push(Total { date: NaiveDate::MAX, total: f64::NAN });
                    chart.cut_points = vec![f64::NAN, f64::INFINITY, -1.0, 5.0];
                }
            }
        }
    }
}

fn hostile_panels(panels: &mut [TrendPanel], long: &str, mixed: &str) {
    let points =
        [f64::NAN, f64::INFINITY, -1e300, 1e300, 5.0].into_iter().enumerate().map(|(i, value)| Point {
            date: if i % 2 == 0 { NaiveDate::MIN } else { NaiveDate::MAX },
            value,
            mark: EntryMark::Proxy,
        });
    let points: Vec<Point> = points.collect();
    for panel in panels {
        long.clone_into(&mut panel.measure);
        panel.unit = Some(mixed.to_owned());
        long.clone_into(&mut panel.caption);
        panel.period = Period::new(NaiveDate::MIN, NaiveDate::MAX);
        panel.points.clone_from(&points);
        panel.last_value = Some(f64::MAX);
        panel.medicines = vec![Marker { date: NaiveDate::MAX, label: long.to_owned() }; 8];
        panel.weeks = vec![Week { date: NaiveDate::MIN, median: 5.0, q1: f64::NAN, q3: 9.0, n: 0 }];
        panel.level = vec![LevelDay { date: NaiveDate::MAX, level: 4.0, low: -1e9, high: 1e9 }];
    }
}
