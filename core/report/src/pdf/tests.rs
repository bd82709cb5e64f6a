//! Claims about the layout, before it is painted: where marks stand, and what the tag tree says.

use super::ink::{Ink, Mark};
use super::page::{BODY, HEADER, HEIGHT, WIDTH};
use super::tags::{Child, Element, Kind, Piece, Role};
use super::text::{Setter, Style};
use super::{Laid, lay_out, legible};
use crate::Report;
use crate::document::Paper;
use tidemark_findings::pseudo::{Pseudo, speaking};

#[path = "../../samples/random.rs"]
mod random;
#[path = "../../samples/sample.rs"]
mod sample;

fn samples(paper: Paper) -> Vec<(&'static str, Report)> {
    vec![
        ("season", sample::season(paper)),
        ("year", sample::year(paper)),
        ("sparse", sample::sparse(paper)),
        ("empty", sample::empty(paper)),
        ("crowded", sample::crowded(paper)),
        ("parts", sample::parts(paper)),
        ("lanes", sample::lanes(paper)),
        ("hostile", sample::hostile(paper)),
    ]
}

fn laid(report: &Report) -> Laid {
    let mut setter = Setter::new().unwrap();
    let (report, _) = legible::legible(report, &setter);
    lay_out(&report, &mut setter)
}

pub(super) fn elements(laid: &Laid) -> Vec<&Element> {
    fn walk<'a>(element: &'a Element, all: &mut Vec<&'a Element>) {
        all.push(element);
        for child in &element.children {
            if let Child::Element(element) = child {
                walk(element, all);
            }
        }
    }
    let mut all = vec![];
    laid.root.iter().for_each(|element| walk(element, &mut all));
    all
}

pub(super) fn pieces(laid: &Laid) -> Vec<&Piece> {
    elements(laid)
        .into_iter()
        .flat_map(|e| e.children.iter())
        .filter_map(|c| if let Child::Piece(piece) = c { Some(piece) } else { None })
        .collect()
}

#[test]
fn nothing_lies_outside_the_content_box() {
    for (name, report) in samples(Paper::A4) {
        all_inside(name, &laid(&report));
    }
}

pub(super) fn all_inside(name: &str, laid: &Laid) {
    for piece in pieces(laid) {
        for mark in &piece.marks {
            let Some([left, top, right, bottom]) = mark.bounds() else { continue };
            let inside = left >= -0.6 && top >= -0.6 && right <= WIDTH + 0.6 && bottom <= HEIGHT + 0.6;
            assert!(inside, "{name}: {:?} leaves the box: {mark:?}", [left, top, right, bottom]);
        }
    }
}

/// A report nobody thought of: any blocks, any lengths, several scripts, from a day to ten years.
#[test]
fn random_reports_keep_the_box_and_their_lines_apart() {
    for seed in 0..40 {
        let laid = laid(&random::random(Paper::A4, seed));
        let name = format!("random report {seed}");
        all_inside(&name, &laid);
        none_overlap(&name, &laid);
    }
}

/// Headings, legends and notes of the page are 40 % longer in the made-up language, or run from right to left.
#[test]
fn longer_words_and_right_to_left_ones_keep_the_box_and_stay_apart() {
    for language in [Pseudo::Longer, Pseudo::RightToLeft] {
        speaking(language, || {
            for (name, report) in samples(Paper::Letter) {
                let laid = laid(&report);
                let name = format!("{name} in {language:?}");
                all_inside(&name, &laid);
                none_overlap(&name, &laid);
            }
            for seed in 0..20 {
                let laid = laid(&random::random(Paper::A4, seed));
                let name = format!("random report {seed} in {language:?}");
                all_inside(&name, &laid);
                none_overlap(&name, &laid);
            }
        });
    }
}

#[test]
fn blocks_of_page_one_end_above_the_footer() {
    for (name, report) in samples(Paper::Letter) {
        let laid = laid(&report);
        // The last two elements before the later pages are the limits box and the footer.
        let bottom =
            laid.root.iter().filter(|e| e.role == Role::Section).flat_map(marks_of).filter_map(Mark::bounds);
        let lowest = bottom.map(|[_, _, _, bottom]| bottom).fold(0.0, f32::max);
        assert!(lowest <= HEADER + BODY + 0.5, "{name}: lowest at {lowest}, body ends at {}", HEADER + BODY);
    }
}

fn marks_of(element: &Element) -> Vec<&Mark> {
    element
        .children
        .iter()
        .flat_map(|child| match child {
            Child::Element(element) => marks_of(element),
            Child::Piece(piece) => piece.marks.iter().collect(),
        })
        .collect()
}

#[test]
fn no_two_lines_of_text_overlap() {
    for (name, report) in samples(Paper::A4) {
        none_overlap(name, &laid(&report));
    }
}

pub(super) fn none_overlap(name: &str, laid: &Laid) {
    for sheet in 0..laid.pages {
        let mut boxes: Vec<([f32; 4], &str)> = vec![];
        for piece in pieces(laid).into_iter().filter(|p| p.sheet == sheet) {
            for mark in &piece.marks {
                let Mark::Text { line, x, y, .. } = mark else { continue };
                let size = line.style.size();
                // From the height of capitals to the depth of letters such as p.
                let new = [*x, y - 0.73 * size, x + line.width, y + 0.2 * size];
                for (old, text) in &boxes {
                    let over = new[0].max(old[0]) + 0.3 < new[2].min(old[2])
                        && new[1].max(old[1]) + 0.3 < new[3].min(old[3]);
                    assert!(!over, "{name}, page {}: {text:?} and {:?} overlap", sheet + 1, line.text);
                }
                boxes.push((new, &line.text));
            }
        }
    }
}

#[test]
fn both_papers_break_at_the_same_places() {
    for ((name, a4), (_, letter)) in samples(Paper::A4).into_iter().zip(samples(Paper::Letter)) {
        let (a4, letter) = (laid(&a4), laid(&letter));
        assert_eq!(a4.pages, letter.pages, "{name}");
        assert_eq!(a4.outline, letter.outline, "{name}");
        assert_eq!(format!("{:?}", a4.root), format!("{:?}", letter.root), "{name}");
    }
}

#[test]
fn text_is_black_or_sixty_percent_grey_and_at_least_eight_points() {
    for (name, report) in samples(Paper::A4) {
        for piece in pieces(&laid(&report)) {
            for mark in &piece.marks {
                let Mark::Text { line, ink, .. } = mark else { continue };
                assert!(matches!(ink, Ink::Black | Ink::Grey), "{name}: {:?} in {ink:?}", line.text);
                assert!(line.style.size() >= 8.0, "{name}: {:?}", line.text);
            }
        }
    }
}

#[test]
fn each_figure_has_alternative_text_with_its_numbers() {
    let laid = laid(&sample::season(Paper::A4));
    let alts: Vec<&str> = elements(&laid)
        .into_iter()
        .filter_map(|e| if let Role::Figure { alt } = &e.role { Some(alt.as_str()) } else { None })
        .collect();
    assert_eq!(alts.len(), 6, "day strip, legend and four charts");
    assert!(alts.iter().all(|alt| alt.len() > 20));
    let stress = alts.iter().find(|alt| alt.contains("Chart of Stress")).unwrap();
    for part in [
        "0 to 10, higher = worse",
        "median 6 in the first 14 days",
        "9 days from 28 Sep",
        "M1 12 Oct",
        "Last value 3",
        "12 Sep 7",
    ] {
        assert!(stress.contains(part), "{part:?} is not in {stress:?}");
    }
}

#[test]
fn headings_descend_from_one_title() {
    for (name, report) in samples(Paper::A4) {
        let laid = laid(&report);
        let levels: Vec<u16> = elements(&laid)
            .into_iter()
            .filter_map(|e| if let Role::Heading { level, .. } = e.role { Some(level) } else { None })
            .collect();
        assert_eq!(levels.first(), Some(&1), "{name}");
        assert!(levels.len() >= 8 && levels.iter().skip(1).all(|level| *level == 2), "{name}: {levels:?}");
    }
}

#[test]
fn headings_are_read_in_the_order_of_the_page() {
    let laid = laid(&sample::season(Paper::A4));
    let titles: Vec<&str> = elements(&laid)
        .into_iter()
        .filter_map(|e| if let Role::Heading { title, .. } = &e.role { Some(title.as_str()) } else { None })
        .take(9)
        .collect();
    let expected = [
        "Diary report",
        "Period and data",
        "My questions",
        "My goals",
        "Trends",
        "Questionnaires",
        "Massage sessions",
        "Medicines and other changes",
        "How to read this page",
    ];
    assert_eq!(titles, expected);
}

#[test]
fn table_rows_start_with_a_row_header_and_have_as_many_cells_as_the_header() {
    let laid = laid(&sample::crowded(Paper::A4));
    let tables: Vec<&Element> = elements(&laid).into_iter().filter(|e| e.role == Role::Table).collect();
    assert_eq!(tables.len(), 4, "two on page 1, two continued");
    for table in tables {
        let parts: Vec<&Element> = children(table);
        assert_eq!((&parts[0].role, &parts[1].role), (&Role::TableHead, &Role::TableBody));
        let heads = children(children(parts[0])[0]);
        let width: u32 =
            heads.iter().map(|h| if let Role::ColumnHeader { span } = h.role { span } else { 0 }).sum();
        assert_eq!(width, 6);
        for row in children(parts[1]).into_iter().filter(|e| e.role == Role::Row) {
            let cells = children(row);
            assert_eq!(cells.len(), 6);
            assert_eq!(cells[0].role, Role::RowHeader);
            assert!(cells.iter().skip(1).all(|cell| cell.role == Role::Cell));
            assert!(cells.iter().all(|cell| !cell.children.is_empty()), "a cell without content is lost");
        }
    }
}

fn children(element: &Element) -> Vec<&Element> {
    element.children.iter().filter_map(|c| if let Child::Element(e) = c { Some(e) } else { None }).collect()
}

#[test]
fn a_table_over_two_pages_repeats_its_header_for_the_eye_only() {
    let mut report = sample::season(Paper::A4);
    let row = report.sessions.rows[0].clone();
    report.sessions.rows = vec![row; 90];
    let laid = laid(&report);
    let repeated: Vec<&Piece> = pieces(&laid).into_iter().filter(|p| p.kind == Kind::Repeated).collect();
    assert_eq!(repeated.len(), 1);
    let text: String = repeated[0]
        .marks
        .iter()
        .filter_map(|m| if let Mark::Text { line, .. } = m { Some(line.text.as_str()) } else { None })
        .collect();
    assert!(text.contains("Median before"), "{text}");
}

#[test]
fn page_x_of_y_counts_all_pages() {
    let laid = laid(&sample::crowded(Paper::A4));
    assert_eq!(laid.pages, 4);
    for sheet in 0..4 {
        let wanted = format!("Page {} of 4", sheet + 1);
        let on_sheet = pieces(&laid).into_iter().filter(|p| p.sheet == sheet);
        let found = on_sheet
            .flat_map(|p| &p.marks)
            .any(|m| matches!(m, Mark::Text { line, .. } if line.text == wanted));
        assert!(found, "{wanted} is missing");
    }
}

#[test]
fn what_page_one_shortens_is_printed_in_full_later() {
    let report = sample::crowded(Paper::A4);
    let laid = laid(&report);
    let later: String = pieces(&laid)
        .into_iter()
        .filter(|p| p.sheet > 0 && p.kind == Kind::Content)
        .flat_map(|p| &p.marks)
        .filter_map(|m| if let Mark::Text { line, .. } = m { Some(line.text.as_str()) } else { None })
        .collect();
    for text in report.questions.iter().chain(&report.goals).chain(&report.changes) {
        assert!(later.contains(text.trim()), "{text:?} is lost");
    }
}

#[test]
fn a_line_is_cut_with_an_ellipsis_and_never_wider_than_its_room() {
    let mut setter = Setter::new().unwrap();
    for width in [12.0, 40.0, 100.0, 300.0] {
        let line = setter.one(&"word wördchen ".repeat(60), Style::Body, width).unwrap();
        assert!(line.text.trim_end().ends_with('…'), "{:?}", line.text);
        assert!(line.width <= width + 0.01, "{} in {width}", line.width);
    }
    assert!(setter.one("word", Style::Body, 3.0).is_none());
}

#[test]
fn words_longer_than_a_line_break() {
    let mut setter = Setter::new().unwrap();
    let set = setter.set(&"m".repeat(400), Style::Body, 100.0);
    assert!(set.lines.len() > 20);
    assert!(set.lines.iter().all(|line| line.width <= 100.01));
    assert_eq!(set.lines.iter().map(|line| line.text.as_str()).collect::<String>(), "m".repeat(400));
}

fn words_on<'a>(laid: &'a Laid, on: impl Fn(usize) -> bool) -> Vec<&'a str> {
    let content = pieces(laid).into_iter().filter(|p| on(p.sheet) && p.kind == Kind::Content);
    let text =
        |mark: &'a Mark| if let Mark::Text { line, .. } = mark { Some(line.text.trim()) } else { None };
    content.flat_map(|piece| &piece.marks).filter_map(text).collect()
}

/// On each page of the forty lanes: where the lowest lane ends, and where the dates under the axis stand.
#[test]
fn lanes_break_between_two_of_them_and_each_page_has_its_axis() {
    let report = sample::lanes(Paper::A4);
    let laid = laid(&report);
    let named = |sheet| {
        let lanes = elements(&laid)
            .into_iter()
            .filter(|e| matches!(&e.role, Role::Figure { alt } if alt.contains("and on")));
        lanes.filter(|e| pieces_of(e).iter().any(|piece| piece.sheet == sheet)).count()
    };
    let pages: Vec<usize> = (0..laid.pages).filter(|sheet| named(*sheet) > 0).collect();
    assert!(pages.len() > 1, "forty lanes take more than a page: {pages:?}");
    assert_eq!(pages.iter().map(|sheet| named(*sheet)).sum::<usize>(), 40, "no lane stands on two pages");
    for sheet in pages {
        let dated =
            pieces(&laid).into_iter().filter(|piece| piece.sheet == sheet).flat_map(|piece| &piece.marks);
        let dated = dated.filter(|m| matches!(m, Mark::Text { line, .. } if line.text.trim() == "1 Oct"));
        assert_eq!(dated.count(), 1, "page {}", sheet + 1);
    }
}

fn pieces_of(element: &Element) -> Vec<&Piece> {
    let children = element.children.iter();
    children.filter_map(|c| if let Child::Piece(piece) = c { Some(piece) } else { None }).collect()
}

#[test]
fn each_part_begins_on_a_page_of_its_own_and_so_does_the_method_page() {
    let report = sample::parts(Paper::A4);
    let laid = laid(&report);
    let method = report.method_page[0].heading.as_str();
    let wanted = ["Sessions one by one", "Changes in full", method];
    let starts: Vec<(usize, f32)> = wanted
        .iter()
        .map(|title| laid.outline.iter().find(|entry| entry.title == *title).unwrap())
        .map(|entry| (entry.sheet, entry.y))
        .collect();
    assert!(starts.windows(2).all(|pair| pair[0].0 < pair[1].0), "{starts:?}");
    assert!(starts.iter().all(|(sheet, y)| *sheet > 0 && (y - HEADER).abs() < 0.01), "{starts:?}");
}

#[test]
fn a_block_that_was_left_out_says_so_and_an_empty_one_says_that_nothing_was_recorded() {
    let laid = laid(&sample::parts(Paper::A4));
    let page_one = words_on(&laid, |sheet| sheet == 0);
    let times = |text: &str| page_one.iter().filter(|line| **line == text).count();
    assert_eq!(times("Not part of this report."), 1, "goals");
    assert_eq!(times("None recorded in this period."), 1, "questions");
}

#[test]
fn the_chart_of_sessions_draws_what_was_given_and_says_it() {
    let laid = laid(&sample::parts(Paper::A4));
    let alts = elements(&laid).into_iter().filter_map(|e| match &e.role {
        Role::Figure { alt } if alt.contains("around sessions") => Some((e, alt.as_str())),
        _ => None,
    });
    let [(chart, alt)] = alts.collect::<Vec<_>>()[..] else { panic!("one chart") };
    for part in [
        "Chart of Stress around sessions, 0 to 10, higher = worse. 1 15 Sep: before 1, after 1;",
        "3 21 Sep: before 3, after 3, from memory;",
        "4 24 Sep: after 4, next morning 10;",
        "5 27 Sep: before 5;",
        "20 11 Nov: before 9, after 6, next morning 10.",
    ] {
        assert!(alt.contains(part), "{part:?} is not in {alt:?}");
    }
    assert!(!alt.contains("21 14 Nov"), "a session without a rating is not drawn");
    // Ring and dot are shapes with a fill: 19 + 19 of the rows, one each of the legend.
    let shapes = marks_of(chart).into_iter().filter(|m| matches!(m, Mark::Shape { fill: Some(_), .. }));
    assert_eq!(shapes.count(), 40);
    let dashed = |pen: &super::ink::Pen| pen.dash == super::ink::Dash::Dashed;
    let lines = marks_of(chart).into_iter();
    let lines = lines.filter(|m| matches!(m, Mark::Shape { pen: Some(pen), .. } if dashed(pen)));
    assert_eq!(lines.count(), 2, "the third session and the legend");
}

#[test]
fn rows_of_a_part_have_a_header_and_a_cell_for_every_column_even_where_nothing_was_said() {
    let laid = laid(&sample::parts(Paper::A4));
    let mut tables = elements(&laid).into_iter().filter(|e| e.role == Role::Table);
    let table = tables.next_back().unwrap();
    let rows: Vec<&Element> =
        children(children(table)[1]).into_iter().filter(|e| e.role == Role::Row).collect();
    assert_eq!(rows.len(), 70);
    for row in &rows {
        let cells = children(row);
        assert_eq!((cells.len(), &cells[0].role), (3, &Role::RowHeader));
        assert!(cells.iter().all(|cell| !marks_of(cell).is_empty()), "a cell without content is lost");
        let last = marks_of(cells[2]);
        assert!(matches!(last[..], [Mark::Text { line, .. }] if line.text == "–"), "{last:?}");
    }
    let sheets: std::collections::BTreeSet<usize> = pieces(&laid)
        .into_iter()
        .filter(|piece| piece.kind == Kind::Repeated)
        .map(|piece| piece.sheet)
        .collect();
    assert!(sheets.len() > 1, "the head stands again on each further page: {sheets:?}");
}

#[test]
fn parts_of_lanes_and_totals_begin_on_pages_of_their_own() {
    let laid = laid(&sample::lanes(Paper::A4));
    let starts: Vec<(&str, usize)> = laid
        .outline
        .iter()
        .filter(|entry| {
            ["Medicines, context, plan", "More measures and questionnaires", "Method and limits"]
                .contains(&entry.title.as_str())
        })
        .map(|entry| (entry.title.as_str(), entry.sheet))
        .collect();
    assert_eq!(starts.len(), 3);
    assert!(starts.windows(2).all(|pair| pair[0].1 < pair[1].1), "{starts:?}");
    let tops: Vec<f32> =
        laid.outline.iter().filter(|e| starts.iter().any(|(t, _)| *t == e.title)).map(|e| e.y).collect();
    assert!(tops.iter().all(|y| (*y - HEADER).abs() < 0.01), "{tops:?}");
}

#[test]
fn what_a_part_prints_in_full_is_not_continued_from_page_one_as_well() {
    let mut report = sample::crowded(Paper::A4);
    report.parts = vec![crate::document::Part {
        heading: "Context".into(),
        content: vec![crate::document::Content::Text(crate::document::Section {
            heading: "Changes in full".into(),
            paragraphs: report.changes.clone(),
        })],
    }];
    let laid = laid(&report);
    let later = words_on(&laid, |sheet| sheet > 0);
    for change in &report.changes {
        assert_eq!(later.iter().filter(|text| *text == change).count(), 1, "{change}");
    }
}

#[test]
fn a_table_of_a_part_has_a_row_header_and_a_cell_for_every_column_even_where_nothing_was_said() {
    let laid = laid(&sample::lanes(Paper::A4));
    let mut tables = elements(&laid).into_iter().filter(|e| e.role == Role::Table);
    let table = tables.next_back().unwrap();
    let rows: Vec<&Element> =
        children(children(table)[1]).into_iter().filter(|e| e.role == Role::Row).collect();
    assert_eq!(rows.len(), 30);
    for row in rows {
        let cells = children(row);
        assert_eq!(cells.len(), 4);
        assert_eq!(cells[0].role, Role::RowHeader);
        assert!(cells.iter().all(|cell| !cell.children.is_empty()));
        let last: Vec<&Mark> = pieces_of(cells[3]).into_iter().flat_map(|p| &p.marks).collect();
        assert!(matches!(last[..], [Mark::Text { line, .. }] if line.text == "–"), "{last:?}");
    }
}
