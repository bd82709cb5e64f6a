//! A page beside the report, looked at before it leaves: what the pictures say is what the file holds, and looking leaves nothing.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

use tempfile::TempDir;
use tidemark::Paper;
use tidemark::model::{Kind, RecordedBy};
use tidemark_mobile::{DiaryError, FieldText, Moment, OpenDiary, Sheet, Span};

/// `date -u -d 2026-11-24T20:04Z +%s` is 1795550640.
const EVENING: i64 = 1_795_550_640_000;

fn now() -> Moment {
    Moment { epoch_ms: EVENING, offset_s: 0, zone_id: Some("Europe/Dublin".to_owned()) }
}

fn field(name: &str, text: &str) -> FieldText {
    FieldText { name: name.to_owned(), text: Some(text.to_owned()) }
}

fn words(diary: &OpenDiary, sheet: Sheet) -> String {
    let preview = diary.preview_sheet(sheet, Paper::A4, &now()).unwrap();
    let pages = (1..=preview.pages()).map(|page| {
        // The first bytes of every PNG file: PNG specification, 5.2.
        assert_eq!(&preview.picture(page, 400).unwrap()[..8], b"\x89PNG\r\n\x1a\n");
        preview.spoken(page).unwrap().into_iter().map(|said| said.text + "\n").collect::<String>()
    });
    pages.collect()
}

#[test]
fn a_page_that_is_looked_at_says_what_is_ticked_and_nothing_has_left() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("my.diary").display().to_string();
    let diary = OpenDiary::create(&path, "four plain words here".to_owned(), None, &now()).unwrap();
    let intake = || Sheet::Intake { reverse: false, signatures: true };
    let none = diary.preview_sheet(intake(), Paper::A4, &now());
    assert!(matches!(none, Err(DiaryError::Refused { .. })));
    let fields = [
        field("name", "Ada Example"),
        field("allergies", "oil:lavender"),
        field("triggers", "sudden noise"),
        field("shared", "name | allergies"),
    ];
    diary.add_record(Kind::IntakeSheet, fields.to_vec(), RecordedBy::Own, &now()).unwrap();
    let said = words(&diary, intake());
    assert!(said.contains("Ada Example") && said.to_lowercase().contains("lavender"), "{said}");
    assert!(!said.contains("sudden noise"), "{said}");
    let caregiver = |name| Sheet::Caregiver { reader_id: None, name, ratings: false };
    assert!(words(&diary, caregiver(Some("Bo Example".to_owned()))).contains("Bo Example"));
    assert!(!words(&diary, caregiver(None)).contains("Bo Example"));
    assert!(words(&diary, Sheet::Questions { therapist_id: None }).contains("Which licence or registration"));
    let refused =
        diary.preview_sheet(Sheet::Questions { therapist_id: Some("x".to_owned()) }, Paper::A4, &now());
    assert!(matches!(refused, Err(DiaryError::UnknownRecord { .. } | DiaryError::Invalid { .. })));
    assert!(diary.records(Kind::ShareLog, &Span::default()).unwrap().is_empty());
    // As many pages as the file has.
    let written =
        diary.write_sheet(&folder.path().join("a.pdf").display().to_string(), intake(), Paper::A4, &now());
    assert_eq!(written.unwrap().pages, diary.preview_sheet(intake(), Paper::A4, &now()).unwrap().pages());
}
