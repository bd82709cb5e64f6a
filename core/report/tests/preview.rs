//! Claims about the pictures of pages: as many as the file has pages, the size asked for, the same each time, and the words of
//! the page beside them. That they look like the file is checked against poppler in `tests/conformance`.

#![allow(clippy::panic, clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

#[path = "../samples/sample.rs"]
mod sample;

use tidemark_report::document::Paper;
use tidemark_report::{PagePreview, Report, ReportError, SpokenKind, WIDEST, pdf};

fn preview(report: &Report) -> PagePreview {
    PagePreview::of(report).unwrap()
}

#[test]
fn there_is_a_picture_for_every_page_of_the_file() {
    for report in [sample::season(Paper::A4), sample::crowded(Paper::Letter), sample::empty(Paper::A4)] {
        assert_eq!(preview(&report).pages(), pdf(&report).unwrap().pages);
    }
}

#[test]
fn a_picture_has_the_width_asked_for_and_the_shape_of_its_paper() {
    // 1,080 × 297 / 210 = 1,527.4; 1,080 × 279.4 / 215.9 = 1,397.6.
    for (paper, height) in [(Paper::A4, 1_527), (Paper::Letter, 1_398)] {
        let picture = preview(&sample::season(paper)).picture(1, 1_080).unwrap();
        assert_eq!((picture.width, picture.height), (1_080, height));
        // The header of a PNG file: signature, length and name of the first chunk, width, height, 8 bits of grey.
        assert_eq!(picture.png[..8], *b"\x89PNG\r\n\x1a\n");
        assert_eq!(picture.png[16..20], 1_080_u32.to_be_bytes());
        assert_eq!(picture.png[20..24], height.to_be_bytes());
        assert_eq!(picture.png[24..26], [8, 0]);
    }
}

#[test]
fn the_same_report_gives_the_same_picture() {
    let report = sample::hostile(Paper::A4);
    assert_eq!(preview(&report).picture(1, 400).unwrap(), preview(&report.clone()).picture(1, 400).unwrap());
}

#[test]
fn pages_that_are_not_there_and_widths_that_cannot_be_are_refused() {
    let preview = preview(&sample::season(Paper::A4));
    for page in [0, preview.pages() + 1, u32::MAX] {
        assert!(matches!(preview.picture(page, 100), Err(ReportError::NoSuchPage { .. })));
        assert!(matches!(preview.spoken(page), Err(ReportError::NoSuchPage { .. })));
    }
    for width in [0, WIDEST + 1, u32::MAX] {
        assert!(matches!(preview.picture(1, width), Err(ReportError::Width { .. })));
    }
    assert!(preview.picture(1, 1).is_ok());
}

#[test]
fn what_a_page_says_comes_in_reading_order_with_its_headings_and_drawings() {
    let spoken = preview(&sample::season(Paper::A4)).spoken(1).unwrap();
    let headings: Vec<&str> =
        spoken.iter().filter(|s| s.kind == SpokenKind::Heading).map(|s| s.text.as_str()).collect();
    // The order of the blocks of page 1, as the layout of the report says.
    assert_eq!(
        headings,
        [
            "Diary report",
            "Period and data",
            "My questions",
            "My goals",
            "Trends",
            "Questionnaires",
            "Massage sessions",
            "Medicines and other changes",
            "How to read this page",
        ]
    );
    // The strip of days, what its marks and those of the charts mean, and four charts.
    let figures: Vec<&str> = spoken
        .iter()
        .filter(|s| s.kind == SpokenKind::Figure)
        .map(|s| s.text.split(',').next().unwrap())
        .collect();
    assert_eq!(
        figures,
        [
            "One mark per day",
            "Marks used in the charts: same or next day; added later; by someone else; level",
            "Chart of Stress",
            "Chart of Mood",
            "Chart of Pain",
            "Chart of Sleep quality",
        ]
    );
    assert!(spoken.iter().all(|s| !s.text.trim().is_empty()));
}
