//! Notes ticked one by one: every other word that goes along with notes is gone from the records before anything is computed.

use tidemark_findings::{Included, facts, notes_to_tick};
use tidemark_model::{CheckIn, Content, EntryId, Note, Recorded, Session, ShortText, Texts};

use crate::diary::{Around, Diary, day, days};

fn note(text: &str) -> Note {
    Note::new("note", text).unwrap()
}

/// Puts words into a field of each record.
fn say<T: Content>(records: &mut [Recorded<T>], field: &str, words: &str) {
    for record in records {
        let mut texts: Texts = record.to_texts();
        texts.set(field, Some(words.to_owned()));
        *record = Recorded::new(record.id, record.stamp.clone(), T::read(&texts).unwrap()).unwrap();
    }
}

/// Two days and a session with a note, one day of words alone, and words in every other field that notes release.
fn noted() -> Diary {
    let mut diary = Diary::new();
    for number in [1, 2, 3] {
        diary.rate(number, "stress", 4);
    }
    let words = ["word one", "word two", "word three"];
    let check_ins = std::mem::take(&mut diary.records.check_ins);
    for (at, (check_in, words)) in check_ins.into_iter().zip(words).enumerate() {
        let mut parts = check_in.into_parts();
        parts.note = Some(note(words));
        if at == 2 {
            parts.values.clear();
        }
        diary.records.check_ins.push(CheckIn::new(parts).unwrap());
    }
    diary.session(2, "stress", Around::new(6, 4));
    let mut parts = diary.records.sessions.pop().unwrap().into_parts();
    parts.note = Some(note("word of the session"));
    parts.reason = Some(ShortText::new("reason", "word why it ended").unwrap());
    diary.records.sessions.push(Session::new(parts).unwrap());
    diary.pause(0);
    diary.goal(1, "sleep", "active");
    diary.distress(2, None);
    let medicine = diary.taken("sertraline", [Some(0), None], None);
    diary.changed(medicine, 2, "up", [None, None]);
    say(&mut diary.records.session_moments, "note", "word of a moment");
    say(&mut diary.records.goals, "why", "word why");
    say(&mut diary.records.distress_events, "what_helped", "word of help");
    say(&mut diary.records.medication_changes, "reason", "word of a dose");
    diary
}

/// Every text in records of the kinds that hold words, with `word` in it.
fn words(records: &tidemark_model::Records) -> Vec<String> {
    fn of<T: Content>(records: &[Recorded<T>]) -> Vec<String> {
        records.iter().flat_map(|record| record.texts().into_iter().flatten()).collect()
    }
    let notes = records.check_ins.iter().filter_map(|c| c.parts().note.as_ref());
    let of_sessions = records.sessions.iter().filter_map(|s| s.parts().note.as_ref());
    let reasons = records.sessions.iter().filter_map(|s| s.parts().reason.as_ref());
    let mut texts: Vec<String> = notes.chain(of_sessions).map(|note| note.as_str().to_owned()).collect();
    texts.extend(reasons.map(|reason| reason.as_str().to_owned()));
    texts.extend(of(&records.session_moments));
    texts.extend(of(&records.distress_events));
    texts.extend(of(&records.medications));
    texts.extend(of(&records.medication_changes));
    texts.extend(of(&records.goals));
    texts.extend(of(&records.visits));
    texts.extend(of(&records.events));
    texts.retain(|text| text.contains("word"));
    texts
}

fn only(entry: impl Into<EntryId>) -> Included {
    Included { chosen_notes: vec![entry.into()], ..Included::default() }
}

#[test]
fn of_all_words_only_the_ticked_note_is_left() {
    let diary = noted();
    let records = &diary.records;
    assert_eq!(words(records).len(), 9);
    let ticked = [
        (only(records.check_ins[0].id()), "word one"),
        (only(records.check_ins[2].id()), "word three"),
        (only(records.sessions[0].id()), "word of the session"),
    ];
    for (included, word) in ticked {
        let kept = included.of(records);
        assert_eq!(words(&kept), [word]);
        // Nothing but words is gone.
        let count = |r: &tidemark_model::Records| {
            (
                r.check_ins.len(),
                r.sessions.len(),
                r.goals.len(),
                r.distress_events.len(),
                r.medication_changes.len(),
            )
        };
        assert_eq!(count(&kept), (3, 1, 1, 1, 1));
        let page = facts(records, days(0, 9), day(10), &included);
        let said: Vec<&str> = page.notes.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(said, [word]);
        // The day of words alone still has an entry.
        assert_eq!(page.coverage.days_with_entries, 3);
    }
}

#[test]
fn the_list_to_tick_from_holds_what_the_report_has_a_place_for() {
    let diary = noted();
    let listed = |included: &Included| -> Vec<String> {
        let lines = notes_to_tick(&diary.records, days(0, 9), included);
        lines.into_iter().map(|line| line.text).collect()
    };
    let all = ["word one", "word two", "word of the session", "word three"];
    assert_eq!(listed(&Included::default()), all);
    assert_eq!(listed(&only(diary.records.check_ins[0].id())), all);
    let without_sessions = Included { sessions: false, ..Included::default() };
    assert_eq!(listed(&without_sessions), ["word one", "word two", "word three"]);
    assert_eq!(notes_to_tick(&diary.records, days(2, 2), &Included::default()).len(), 2);
}
