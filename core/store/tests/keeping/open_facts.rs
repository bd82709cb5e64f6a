//! The one plain file: exactly what it may hold, whole or not there.

use std::fs;

use tidemark_store::{OpenContact, OpenFacts, ReminderTime, StoreError};

use super::bench::Bench;

fn facts() -> OpenFacts {
    OpenFacts {
        contacts: vec![OpenContact {
            service: "Listening line".into(),
            number: "116 123".into(),
            text: None,
            hours: "all day".into(),
        }],
        plan_lines: vec!["Sit by the window".into()],
        reminder_times: vec![ReminderTime { kind: "check_in".into(), wall_clock: 1260, days: vec![1, 7] }],
    }
}

#[test]
fn it_is_read_without_a_key_and_goes_when_nothing_is_open() {
    let bench = Bench::new(1);
    let folder = bench.diary("my.diary");
    assert_eq!(OpenFacts::read(&folder).unwrap(), OpenFacts::default());
    facts().write(&folder).unwrap();
    assert_eq!(OpenFacts::read(&folder).unwrap(), facts());
    let text = fs::read_to_string(folder.open_facts()).unwrap();
    for said in
        ["\"format\": \"tidemark-open\"", "\"version\": 1", "\"min_reader\": 1", "\"wall_clock\": 1260"]
    {
        assert!(text.contains(said), "{text}");
    }
    OpenFacts::default().write(&folder).unwrap();
    assert!(!folder.open_facts().exists());
    OpenFacts::default().write(&folder).unwrap();
}

#[test]
fn a_cut_newer_or_impossible_file_is_refused_by_name() {
    let bench = Bench::new(2);
    let folder = bench.diary("my.diary");
    facts().write(&folder).unwrap();
    let text = fs::read_to_string(folder.open_facts()).unwrap();
    for cut in 0..text.len() - 2 {
        fs::write(folder.open_facts(), &text[..cut]).unwrap();
        assert!(matches!(OpenFacts::read(&folder), Err(StoreError::OpenFile { .. })), "{cut} bytes");
    }
    for (from, to) in [
        ("\"min_reader\": 1", "\"min_reader\": 2"),
        ("tidemark-open", "another"),
        ("1260", "1440"),
        ("\"plan_lines\"", "\"lines\""),
    ] {
        fs::write(folder.open_facts(), text.replace(from, to)).unwrap();
        assert!(matches!(OpenFacts::read(&folder), Err(StoreError::OpenFile { .. })), "{to}");
    }
}
