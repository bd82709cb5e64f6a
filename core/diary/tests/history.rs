//! The history of a record is complete: it rebuilds every earlier state, and an undo is one step of it.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may fail loudly"
)]

use tidemark::model::{Instant, Kind, Moment, RecordedBy, Rollover, SeededEntropy, Source, Texts};
use tidemark::{Diary, Editor, Passphrase, Setup, Shell};

fn at(minute: i64) -> Moment {
    Moment::parse("2026-11-24T12:00Z").unwrap().plus_minutes(minute).unwrap()
}

fn diary(room: &tempfile::TempDir) -> Diary {
    let setup = Setup {
        created_at: Instant::from_millis(0).unwrap(),
        rollover: Rollover::default(),
        sample_label: None,
    };
    let shell = Shell { entropy: Box::new(SeededEntropy::new(3)), source: Source::App };
    let passphrase = Passphrase::new("correct horse").unwrap();
    Diary::create(&room.path().join("my.diary"), &passphrase, setup, shell).unwrap().0
}

fn said(diary: &Diary, kind: Kind, id: &str) -> Texts {
    diary.show_record(kind, id).unwrap().record.texts()
}

/// A kind, the fields it starts with, and the texts each of its fields may be changed to.
type Choice =
    (Kind, &'static [(&'static str, &'static str)], &'static [(&'static str, &'static [&'static str])]);

/// What can be changed about each kind, and to what; nothing empties the field.
const CHOICES: [Choice; 7] = [
    (
        Kind::Goal,
        &[("text", "sleep")],
        &[
            ("text", &["walk", "= sum", "two\nlines"]),
            ("why", &["", "work"]),
            ("discussed_with", &["", "A", "A | B \\| C"]),
            ("status", &["paused", "reached", "active"]),
        ],
    ),
    (
        Kind::Medication,
        &[("name", "A")],
        &[
            ("dose", &["", "5 mg", "10 mg"]),
            ("start", &["", "2026-01-02"]),
            ("stop", &["", "2026-02-03"]),
            ("touch_notes", &["", "drowsy | numb"]),
        ],
    ),
    (
        Kind::Reminder,
        &[("kind", "check_in"), ("wall_clock", "21:00")],
        &[
            ("wall_clock", &["07:30", "21:15"]),
            ("days", &["", "mon | sun"]),
            ("next_fire_at", &["", "2026-11-25T21:00:00+01:00[Europe/Dublin]", "2026-11-25T21:00:00+01:00"]),
            ("active", &["true", "false"]),
        ],
    ),
    (
        Kind::InstrumentResult,
        &[("instrument", "gad_7"), ("total", "12")],
        &[("total", &["12", "13", "21"]), ("items", &["", "1:3 | 2:1"]), ("place", &["", "at home"])],
    ),
    (
        Kind::Therapist,
        &[("name", "A")],
        &[
            ("checklist", &["", "licence:confirmed:2026-10-03:seen:no. 7 \\| left", "plan:unsure"]),
            ("credential_on", &["", "2024-02-29"]),
            ("first_visit_fit", &["", "calm\nand kind"]),
        ],
    ),
    (
        Kind::CareTeamMember,
        &[("name", "A"), ("role", "caregiver")],
        &[
            ("share", &["", "goals", "goals | plan"]),
            ("contact", &["", "+1"]),
            ("role", &["other", "caregiver"]),
        ],
    ),
    (
        Kind::IntakeSheet,
        &[("pressure", "2")],
        &[
            ("pressure", &["", "3", "5"]),
            ("history", &["", "knee:2019:swells", "scar"]),
            ("shared", &["", "name | triggers"]),
            ("triggers", &["", "doors | bells"]),
        ],
    ),
];

#[test]
fn every_earlier_state_is_rebuilt_from_the_history_and_undo_is_one_step_back() {
    let room = tempfile::tempdir().unwrap();
    let mut diary = diary(&room);
    let mut chance = SeededEntropy::new(11);
    let mut pick = |of: usize| usize::try_from(chance.next_u64() % u64::try_from(of).unwrap()).unwrap();
    for (kind, first, choices) in CHOICES {
        let first: Vec<_> = first.iter().map(|(n, t)| ((*n).to_owned(), Some((*t).to_owned()))).collect();
        let id = diary.add_record(kind, &first, RecordedBy::Own, at(0)).unwrap().spelled_id();
        let mut states = vec![said(&diary, kind, &id)];
        for minute in 1..40 {
            let (name, texts) = choices[pick(choices.len())];
            let text = Some(texts[pick(texts.len())].to_owned()).filter(|text| !text.is_empty());
            let editor = Editor { at: at(minute), by: RecordedBy::Helped, reason: None };
            diary.edit_record(kind, &id, &[(name.to_owned(), text.clone())], &editor).unwrap();
            let mut expected = states.last().unwrap().clone();
            expected.set(name, text);
            assert_eq!(said(&diary, kind, &id), expected, "{kind:?} {name}");
            states.push(expected.clone());
            // One step back is the state before, another the state after.
            diary.undo(RecordedBy::Own, at(minute)).unwrap();
            let before = states[states.len() - 2].clone();
            assert_eq!(said(&diary, kind, &id), before, "{kind:?} {name}");
            diary.undo(RecordedBy::Own, at(minute)).unwrap();
            assert_eq!(said(&diary, kind, &id), expected, "{kind:?} {name}");
            states.extend([before, expected]);
        }
        let shown = diary.show_record(kind, &id).unwrap();
        let mut texts = shown.record.texts();
        for (revision, state) in states.iter().enumerate().rev() {
            assert_eq!(&texts, state, "{kind:?} at revision {}", revision + 1);
            for change in
                shown.revisions.iter().filter(|c| usize::try_from(c.revision).unwrap() == revision + 1)
            {
                assert_eq!(texts.get(&change.field), change.new.as_deref());
                texts.set(&change.field, change.old.clone());
            }
        }
    }
    diary.verify().unwrap();
}
