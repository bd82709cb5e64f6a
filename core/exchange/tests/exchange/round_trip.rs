//! Export, then import: equal records in every exported column.

use proptest::prelude::*;
use tidemark_exchange::Import;
use tidemark_exchange::csv::{CsvOptions, Form, read, write};
use tidemark_model::{
    CheckIn, CheckInParts, Content, Line, Note, RecordId, Recorded, Records, SeededEntropy, ShortText,
};

use crate::sample::{at, diary, sorted};

pub(crate) const WITH_NOTES: CsvOptions = CsvOptions {
    include_notes: true,
    include_distress: true,
    include_reminders: true,
    include_safety: true,
    include_therapists: true,
    include_care_team: true,
    include_intake: true,
    form: Form::Csv,
};
pub(crate) const LINES: CsvOptions = CsvOptions { form: Form::JsonLines, ..WITH_NOTES };

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
    for options in [WITH_NOTES, LINES] {
        let (read, import) = back(&diary(), options);
        assert_eq!(import.rejected, []);
        let expected = diary();
        assert_eq!(read.sessions, expected.sessions);
        assert_eq!(read.visits, expected.visits);
        assert_eq!(read.distress_events, expected.distress_events);
        assert_eq!(read.goals, expected.goals);
        assert_eq!(read.reminders, expected.reminders);
        assert_eq!(read.instrument_results, expected.instrument_results);
        assert_eq!(read.check_ins, expected.check_ins);
        assert_eq!(read, expected);
        assert_eq!((import.choices.len(), import.empty_rows), (0, 0));
    }
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
        let mut parts = tidemark_model::SessionParts { note: None, ..session.into_parts() };
        // Whom a session was with goes along with the therapists alone.
        parts.details.therapist_id = None;
        tidemark_model::Session::new(parts).unwrap()
    };
    expected.sessions = expected.sessions.into_iter().map(unnoted).collect();
    expected.visits = expected.visits.into_iter().map(|v| again(v, |visit| visit.outcome = None)).collect();
    expected.session_moments =
        expected.session_moments.into_iter().map(|m| again(m, |moment| moment.note = None)).collect();
    expected.distress_events.clear();
    expected.reminders.clear();
    expected.safety_plans.clear();
    expected.crisis_contacts.clear();
    expected.therapists.clear();
    expected.care_team_members.clear();
    expected.intake_sheets.clear();
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

/// The same record, saying something else.
fn again<T: Content>(record: Recorded<T>, change: impl FnOnce(&mut T)) -> Recorded<T> {
    let (id, stamp) = (record.id, record.stamp.clone());
    let mut content = record.into_content();
    change(&mut content);
    Recorded::new(id, stamp, content).unwrap()
}

#[test]
fn a_folder_of_the_first_version_is_read_with_everything_in_it() {
    let folder =
        std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/inputs/valid/csv-folder-1");
    let import = read(&folder).unwrap();
    assert_eq!((import.rejected.len(), import.choices.len()), (0, 0));
    let read = sorted(import.measures.iter().chain(&import.records).map(|incoming| incoming.record.clone()));
    // Rows counted with the csv module of Python.
    assert_eq!((read.check_ins.len(), read.sessions.len(), read.session_ratings.len()), (5, 2, 2));
    assert_eq!((read.medications.len(), read.medication_changes.len(), read.visits.len()), (2, 1, 2));
}

#[test]
fn a_folder_of_the_second_version_is_read_with_everything_in_it() {
    let folder =
        std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/inputs/valid/csv-folder-2");
    let import = read(&folder).unwrap();
    assert_eq!((import.rejected.len(), import.choices.len()), (0, 0));
    let read = sorted(import.measures.iter().chain(&import.records).map(|incoming| incoming.record.clone()));
    // What that version wrote was this diary, before it could name people and plans.
    let mut expected = diary();
    let parts = |session: &tidemark_model::Session| {
        let mut parts = session.parts().clone();
        (parts.details.therapist_id, parts.details.plan_version) = (None, None);
        tidemark_model::Session::new(parts).unwrap()
    };
    expected.sessions = expected.sessions.iter().map(parts).collect();
    expected.therapists.clear();
    expected.care_team_members.clear();
    expected.intake_sheets.clear();
    expected.session_plans.clear();
    expected.plan_adjustments.clear();
    assert_eq!(read, expected);
}

#[test]
fn an_empty_diary_comes_back_empty() {
    let (read, _) = back(&Records::default(), WITH_NOTES);
    assert_eq!(read, Records::default());
}

#[test]
fn a_record_that_names_one_that_is_not_there_is_not_written() {
    let place = tempfile::tempdir().unwrap();
    for missing in ["session", "measure", "medication", "plan"] {
        let mut records = diary();
        match missing {
            "session" => records.sessions.clear(),
            "measure" => records.measures.clear(),
            "plan" => records.session_plans.clear(),
            _ => records.medications.clear(),
        }
        assert!(write(&records, &WITH_NOTES, &place.path().join("csv")).is_err());
    }
    assert_eq!(std::fs::read_dir(place.path()).unwrap().count(), 0);
}

#[test]
fn a_distress_event_of_a_session_that_stays_behind_comes_back_without_it() {
    let mut records = diary();
    records.sessions.clear();
    records.session_ratings.clear();
    let (read, import) = back(&records, WITH_NOTES);
    assert_eq!(import.rejected, []);
    assert_eq!(read.distress_events.len(), 1);
    assert_eq!(read.distress_events[0].session_id, None);
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
    #![proptest_config(ProptestConfig::with_cases(16))]
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
            let words = note.replace('\n', "x");
            let mut visit = again(records.visits[0].clone(), |visit| {
                visit.with = Some(ShortText::new("text", &words).unwrap());
                visit.questions = vec![Line::new("text", &words).unwrap(); 2];
            });
            visit.id = RecordId::generate(recorded.instant, &mut entropy);
            records.visits.push(visit);
        }
        for options in [WITH_NOTES, LINES] {
            let (read, _) = back(&records, options);
            prop_assert_eq!(&read, &records);
        }
    }
}
