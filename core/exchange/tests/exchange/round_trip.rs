//! Export, then import: equal records in every exported column.

use proptest::prelude::*;
use tidemark_exchange::Import;
use tidemark_exchange::csv::{CsvOptions, read, write};
use tidemark_model::{CheckIn, CheckInParts, Note, RecordId, Records, SeededEntropy, ShortText};

use crate::sample::{at, diary, sorted};

pub(crate) const WITH_NOTES: CsvOptions = CsvOptions { include_notes: true };

fn back(records: &Records, options: CsvOptions) -> (Records, Import) {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("csv");
    write(records, &options, &folder).unwrap();
    let import = read(&folder).unwrap();
    let all = import.measures.iter().chain(&import.records).map(|incoming| incoming.record.clone());
    (sorted(all), import)
}

#[test]
fn what_is_exported_with_notes_comes_back_equal() {
    let (read, import) = back(&diary(), WITH_NOTES);
    assert_eq!(read, diary());
    assert_eq!((import.rejected.len(), import.choices.len(), import.empty_rows), (0, 0, 0));
}

#[test]
fn without_notes_everything_else_comes_back_and_a_bare_note_has_no_row() {
    let (read, _) = back(&diary(), CsvOptions::default());
    let mut expected = diary();
    let bare = |check_in: &CheckIn| check_in.parts().values.is_empty();
    expected.check_ins.retain(|check_in| !bare(check_in));
    expected.check_ins = expected
        .check_ins
        .into_iter()
        .map(|c| CheckIn::new(CheckInParts { note: None, ..c.into_parts() }).unwrap())
        .collect();
    let unnoted = |session: tidemark_model::Session| {
        let parts = tidemark_model::SessionParts { note: None, ..session.into_parts() };
        tidemark_model::Session::new(parts).unwrap()
    };
    expected.sessions = expected.sessions.into_iter().map(unnoted).collect();
    assert_eq!(read, expected);
    let place = tempfile::tempdir().unwrap();
    let written = write(&diary(), &CsvOptions::default(), &place.path().join("csv")).unwrap();
    assert_eq!(written.note_only, 2);
    let text: Vec<u8> = std::fs::read_dir(place.path().join("csv"))
        .unwrap()
        .flat_map(|entry| std::fs::read(entry.unwrap().path()).unwrap())
        .collect();
    for words in ["quoted at the start", "second line", "@home", "full width"] {
        assert!(!String::from_utf8_lossy(&text).contains(words), "{words}");
    }
}

#[test]
fn an_empty_diary_comes_back_empty() {
    let (read, _) = back(&Records::default(), WITH_NOTES);
    assert_eq!(read, Records::default());
}

#[test]
fn a_record_that_names_one_that_is_not_there_is_not_written() {
    let place = tempfile::tempdir().unwrap();
    for missing in ["session", "measure", "medication"] {
        let mut records = diary();
        match missing {
            "session" => records.sessions.clear(),
            "measure" => records.measures.clear(),
            _ => records.medications.clear(),
        }
        assert!(write(&records, &WITH_NOTES, &place.path().join("csv")).is_err());
    }
    assert_eq!(std::fs::read_dir(place.path()).unwrap().count(), 0);
}

/// Texts with what is hard in CSV and in spreadsheets.
fn hard() -> impl Strategy<Value = String> {
    proptest::string::string_regex("['=+@\",;\n\t 🙂é＝＋-]{0,8}[a'=\"|]{1,3}")
        .unwrap()
        .prop_filter("a note", |text| {
            Note::new("note", text).is_ok() && ShortText::new("text", &text.replace('\n', "x")).is_ok()
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn any_text_comes_back_equal(notes in proptest::collection::vec(hard(), 1..4)) {
        let mut records = diary();
        let mut entropy = SeededEntropy::new(11);
        let recorded = at("2026-11-26T10:00Z", None);
        for note in &notes {
            let mut parts = records.check_ins[0].parts().clone();
            parts.id = RecordId::generate(recorded.instant, &mut entropy);
            parts.note = Some(Note::new("note", note).unwrap());
            records.check_ins.push(CheckIn::new(parts).unwrap());
            let mut visit = records.visits[0].clone();
            visit.id = RecordId::generate(recorded.instant, &mut entropy);
            visit.with = Some(ShortText::new("text", &note.replace('\n', "x")).unwrap());
            records.visits.push(visit);
        }
        let (read, _) = back(&records, WITH_NOTES);
        prop_assert_eq!(read, records);
    }
}
