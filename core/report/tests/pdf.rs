//! Claims about the file: it is a PDF, the same one each time, whatever the report holds.

#![allow(clippy::panic, reason = "tests")]

#[path = "../samples/sample.rs"]
mod sample;

use tidemark_report::document::{DayMark, EntryMark, Paper, Period, Point, Section};
use tidemark_report::{PdfFile, Replaced, Report, pdf};

fn made(report: &Report) -> PdfFile {
    pdf(report).unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn the_file_opens_and_ends_as_a_pdf() {
    let file = made(&sample::season(Paper::A4));
    assert!(file.bytes.starts_with(b"%PDF-1.7"));
    assert!(file.bytes.trim_ascii_end().ends_with(b"%%EOF"));
    assert_eq!(file.replaced, []);
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    for report in [sample::season(Paper::A4), sample::hostile(Paper::Letter)] {
        assert_eq!(made(&report), made(&report.clone()));
    }
}

#[test]
fn both_papers_have_the_same_number_of_pages() {
    for (a4, letter) in [
        (sample::season(Paper::A4), sample::season(Paper::Letter)),
        (sample::crowded(Paper::A4), sample::crowded(Paper::Letter)),
        (sample::empty(Paper::A4), sample::empty(Paper::Letter)),
    ] {
        assert_eq!(made(&a4).pages, made(&letter).pages);
    }
}

#[test]
fn an_empty_report_is_one_page() {
    assert_eq!(made(&sample::empty(Paper::A4)).pages, 1);
}

#[test]
fn characters_without_a_glyph_are_listed_and_invisible_ones_dropped() {
    let mut report = sample::empty(Paper::A4);
    report.header.person = Some("Łukasz Đặng, Αθηνά, Ольга".into());
    report.questions = vec!["👩\u{200d}👩 日 日".into(), "ok\u{202e}\u{feff}\u{fe0f}".into()];
    report.goals = vec!["日".into()];
    let expected = [Replaced { char: '日', count: 3 }, Replaced { char: '👩', count: 2 }];
    assert_eq!(made(&report).replaced, expected);
}

#[test]
fn a_name_from_right_to_left_does_not_stop_the_report() {
    let mut report = sample::season(Paper::A4);
    report.header.person = Some("יעל כהן".into());
    let file = made(&report);
    assert_eq!(file.replaced.iter().map(|r| r.count).sum::<u32>(), 6);
    assert_eq!(file.pages, made(&sample::season(Paper::A4)).pages);
}

#[test]
fn hostile_texts_dates_and_numbers_still_give_a_file() {
    for paper in [Paper::A4, Paper::Letter] {
        let file = made(&sample::hostile(paper));
        assert!(file.pages > 4);
        assert!(file.replaced.iter().any(|r| r.char == 'ש'));
    }
}

#[test]
fn one_value_on_one_day_is_a_report() {
    let mut report = sample::sparse(Paper::A4);
    let only = sample::day(2026, 11, 23);
    report.header.period = Period::new(only, only);
    report.data.days = vec![(only, DayMark::Full)];
    report.panels.truncate(1);
    report.panels[0].period = Period::new(only, only);
    report.panels[0].points = vec![Point { date: only, value: 4.0, mark: EntryMark::LiveOrLate }];
    assert!(made(&report).pages >= 1);
}

#[test]
fn twenty_years_with_20_000_values_are_a_report() {
    let file = made(&sample::decades(Paper::A4));
    assert_eq!(file.pages, 2);
    assert!(file.bytes.len() < 3_000_000, "{} bytes", file.bytes.len());
}

#[test]
fn marks_that_cannot_be_told_apart_are_drawn_once() {
    let once = sample::decades(Paper::A4);
    let mut twice = once.clone();
    for panel in &mut twice.panels {
        panel.points = panel.points.iter().flat_map(|p| [*p, *p]).collect();
    }
    assert!(made(&once).bytes == made(&twice).bytes);
}

#[test]
fn a_text_of_a_million_characters_is_cut() {
    let mut report = sample::empty(Paper::A4);
    report.method_page =
        vec![Section { heading: "h".repeat(1_000_000), paragraphs: vec!["word ".repeat(200_000)] }];
    assert_eq!(made(&report).pages, 2);
}

#[test]
fn a_long_method_section_flows_over_pages() {
    let mut report = sample::season(Paper::A4);
    let section = report.method_page[1].clone();
    report.method_page = vec![section; 60];
    assert!(made(&report).pages >= 5);
}
