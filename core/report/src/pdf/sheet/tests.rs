//! Claims about the layout of sheets, before they are painted.

use tidemark_findings::pseudo::{Pseudo, speaking};
use tidemark_model::{IntakeField, IntakeSheet, Records, SafetyPlan};

use super::super::ink::Mark;
use super::super::tags::{Kind, Role};
use super::super::tests::{all_inside, elements, none_overlap, pieces};
use super::super::text::Setter;
use super::super::{Laid, legible};
use super::{lay_out, sheet_pdf};
use crate::document::Paper;
use crate::sheet::tests::{cover, planted, record};
use crate::sheet::{
    CaregiverChoices, IntakeChoices, QuestionChoices, Sheet, caregiver_page, intake_sheet, questions_sheet,
};

fn every_tick() -> String {
    IntakeField::ALL.iter().map(|field| field.code()).collect::<Vec<_>>().join(" | ")
}

/// Every list long, every text at its longest, in the letters of `word`.
fn stuffed(word: &str) -> Records {
    let long = |most: usize| -> String {
        let text = word.chars().cycle().take(most - 2).collect::<String>();
        format!("{}e", text.trim())
    };
    let lines = |n: usize| (0..n).map(|i| format!("{i}{}", long(150))).collect::<Vec<_>>().join(" | ");
    let short = long(70);
    let fields: Vec<(&str, String)> = vec![
        ("version", "2".into()),
        ("reviewed_on", "2026-11-20".into()),
        ("name", short.clone()),
        ("pronouns", short.clone()),
        ("emergency_contact", long(190)),
        ("history", (0..9).map(|i| format!("{i}:then:{}", long(150))).collect::<Vec<_>>().join(" | ")),
        ("circulation", "rather_not_say".into()),
        ("fever", "yes".into()),
        ("allergies", (0..12).map(|i| format!("oil:{i}{}", long(60))).collect::<Vec<_>>().join(" | ")),
        ("concerns", long(3_900)),
        ("goals", lines(6)),
        ("pressure", "1".into()),
        ("areas", "focus:neck:left | avoid:lower_leg:right".into()),
        ("boundaries", lines(8)),
        ("draping", short.clone()),
        ("comfort_needs", lines(7)),
        ("cues", (0..9).map(|i| format!("{i}{}", long(60))).collect::<Vec<_>>().join(" | ")),
        ("stop_signal", short),
        ("overwhelmed_do", lines(7)),
        ("overwhelmed_avoid", lines(7)),
        ("triggers", lines(7)),
        ("clinician_contact", long(190)),
        ("permission_to_talk", "ask_me".into()),
        ("shared", every_tick()),
    ];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, text)| (*name, text.as_str())).collect();
    let before =
        record::<IntakeSheet>(1, &[("version", "1"), ("reviewed_on", "2026-10-03"), ("shared", "goals")]);
    let safety = [("what_helps", lines(30)), ("people", lines(20))];
    let safety: Vec<(&str, &str)> = safety.iter().map(|(name, text)| (*name, text.as_str())).collect();
    Records {
        intake_sheets: vec![before, record(2, &fields)],
        safety_plans: vec![record::<SafetyPlan>(3, &safety)],
        ..Records::default()
    }
}

fn sheets(records: &Records, paper: Paper) -> Vec<(&'static str, Sheet)> {
    let choices = IntakeChoices { reverse: true, signatures: true };
    let caregiver = CaregiverChoices { ratings: true, ..CaregiverChoices::default() };
    vec![
        ("intake", intake_sheet(records, choices, cover(paper)).unwrap()),
        ("caregiver", caregiver_page(records, &caregiver, cover(paper))),
        ("questions", questions_sheet(records, QuestionChoices::default(), cover(paper))),
    ]
}

fn samples(paper: Paper) -> Vec<(String, Sheet)> {
    let diaries = [
        ("planted", planted(&every_tick())),
        ("stuffed", stuffed("words that go on and on ")),
        ("one word", stuffed("m")),
        ("right to left", stuffed("יעל כהן ")),
        ("emoji", stuffed("👩\u{200d}👩 日")),
    ];
    let named = |(diary, records): (&str, Records)| {
        sheets(&records, paper)
            .into_iter()
            .map(|(name, sheet)| (format!("{diary} {name}"), sheet))
            .collect::<Vec<_>>()
    };
    diaries.into_iter().flat_map(named).collect()
}

fn laid(sheet: &Sheet) -> Laid {
    let mut setter = Setter::new().unwrap();
    let (sheet, _) = legible::legible_sheet(sheet, &setter);
    lay_out(&sheet, &mut setter)
}

/// The content of pages from `first` on, spaces left out: a line break is one.
fn text(laid: &Laid, first: usize) -> String {
    let marks = pieces(laid)
        .into_iter()
        .filter(|p| p.sheet >= first && p.kind == Kind::Content)
        .flat_map(|p| &p.marks);
    let lines =
        marks.filter_map(|m| if let Mark::Text { line, .. } = m { Some(line.text.as_str()) } else { None });
    lines.collect::<String>().split_whitespace().collect()
}

#[test]
fn sheets_keep_the_box_and_their_lines_apart() {
    for (name, sheet) in samples(Paper::A4) {
        let laid = laid(&sheet);
        all_inside(&name, &laid);
        none_overlap(&name, &laid);
    }
}

#[test]
fn sheets_keep_the_box_in_longer_words_and_from_right_to_left() {
    for language in [Pseudo::Longer, Pseudo::RightToLeft] {
        speaking(language, || {
            for (name, sheet) in samples(Paper::Letter) {
                let laid = laid(&sheet);
                all_inside(&format!("{name} in {language:?}"), &laid);
                none_overlap(&format!("{name} in {language:?}"), &laid);
            }
        });
    }
}

#[test]
fn both_papers_break_a_sheet_at_the_same_places() {
    for ((name, a4), (_, letter)) in samples(Paper::A4).iter().zip(&samples(Paper::Letter)) {
        let (a4, letter) = (laid(a4), laid(letter));
        assert_eq!(format!("{:?}", a4.root), format!("{:?}", letter.root), "{name}");
    }
}

#[test]
fn an_ordinary_sheet_is_one_page_and_its_reverse() {
    let mut records = planted(&every_tick());
    // The first version: nothing changed.
    records.intake_sheets.remove(0);
    let pages: Vec<usize> = sheets(&records, Paper::A4).iter().map(|(_, sheet)| laid(sheet).pages).collect();
    assert_eq!(pages, [2, 1, 1]);
}

#[test]
fn what_a_sheet_shortens_is_printed_in_full_on_a_later_page() {
    for (name, sheet) in samples(Paper::A4).iter().filter(|(name, _)| name.starts_with("stuffed")) {
        let laid = laid(sheet);
        let (all, later) = (text(&laid, 0), text(&laid, 1));
        for part in &sheet.front {
            for block in &part.blocks {
                let texts: &[String] = match block {
                    crate::sheet::Block::Row { texts, .. } => texts,
                    crate::sheet::Block::Text(text) => std::slice::from_ref(text),
                    _ => continue,
                };
                for text in texts {
                    let text: String = text.split_whitespace().collect();
                    assert!(all.contains(&text), "{name}: {text} is lost");
                }
            }
        }
        if name.ends_with("intake") {
            assert!(later.contains("Concerns:"), "{name}: {later}");
        }
    }
}

#[test]
fn however_full_the_sheet_is_each_of_its_parts_stands_on_its_page() {
    for (name, sheet) in samples(Paper::A4).iter().filter(|(name, _)| name.ends_with("intake")) {
        let laid = laid(sheet);
        let on_page = |sheet| {
            let entries = laid.outline.iter().filter(move |entry| entry.sheet == sheet);
            entries.map(|entry| entry.title.as_str()).collect::<Vec<_>>()
        };
        let (sheet, _) = legible::legible_sheet(sheet, &Setter::new().unwrap());
        let headings: Vec<&str> = sheet.front.iter().map(|part| part.heading.as_str()).collect();
        assert_eq!(on_page(0), headings, "{name}");
        assert_eq!(on_page(1), ["Last sessions"], "{name}");
    }
}

#[test]
fn the_outline_of_a_body_is_drawn_where_there_is_room_for_all_and_says_what_it_shows() {
    let drawn = |records: &Records| -> Vec<String> {
        let sheet = intake_sheet(records, IntakeChoices::default(), cover(Paper::A4)).unwrap();
        let laid = laid(&sheet);
        let alt =
            |e: &super::Element| if let Role::Figure { alt } = &e.role { Some(alt.clone()) } else { None };
        elements(&laid).into_iter().filter_map(alt).collect()
    };
    let room = planted("areas | goals");
    let expected = "Outline of a body, front and back. Dots, please work on: jaw.";
    assert_eq!(drawn(&room), [expected]);
    assert_eq!(drawn(&planted("goals")), Vec::<String>::new(), "no tick, no outline");
    assert_eq!(drawn(&stuffed("words that go on ")), Vec::<String>::new(), "no room");
}

#[test]
fn the_box_of_allergies_is_whole_on_page_one_however_full_the_sheet_is() {
    let (_, sheet) = sheets(&stuffed("words that go on "), Paper::A4).remove(0);
    let laid = laid(&sheet);
    let first: String = text(&laid, 0).chars().take(text(&laid, 0).len() - text(&laid, 1).len()).collect();
    let boxed = sheet.front.iter().find(|part| part.heading == "Allergies and oils").unwrap();
    let crate::sheet::Block::Text(all) = &boxed.blocks[0] else { unreachable!() };
    assert!(first.contains(&all.split_whitespace().collect::<String>()));
}

#[test]
fn every_part_begins_with_its_heading_and_there_is_one_title() {
    for (name, sheet) in samples(Paper::A4) {
        let laid = laid(&sheet);
        let level = |e: &&super::Element| matches!(e.role, Role::Heading { level: 1, .. });
        assert_eq!(elements(&laid).iter().filter(|e| level(e)).count(), 1, "{name}");
        for section in elements(&laid).into_iter().filter(|e| e.role == Role::Section) {
            let first = section.children.iter().find_map(|child| match child {
                super::super::tags::Child::Element(element) => Some(&element.role),
                super::super::tags::Child::Piece(_) => None,
            });
            assert!(matches!(first, Some(Role::Heading { level: 2, .. })), "{name}: {first:?}");
        }
    }
}

#[test]
fn the_same_sheet_gives_the_same_bytes_and_lists_what_it_replaced() {
    for (name, sheet) in samples(Paper::Letter) {
        let made = sheet_pdf(&sheet).unwrap();
        assert_eq!(made, sheet_pdf(&sheet.clone()).unwrap(), "{name}");
        assert_eq!(made.replaced.iter().any(|r| r.char == '日'), name.starts_with("emoji"), "{name}");
    }
}
