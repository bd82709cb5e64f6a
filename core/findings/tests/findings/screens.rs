//! Are the texts of the apps' screens whole, plain enough for a reader of about twelve, and free of words that judge?

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use tidemark_findings::Message;

use crate::catalogue::{arguments, banned_in};
use crate::reading::{MEAN_GRADE, MOST_GRADE, grade};

/// Every text of every screen, by id.
fn texts() -> BTreeMap<String, Message> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("text/screens");
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let read: BTreeMap<String, Message> = toml::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        let screen = path.file_stem().unwrap().to_str().unwrap();
        for (id, message) in read {
            assert_eq!(id.split_once('.').map(|(first, _)| first), Some(screen), "{id}");
            found.insert(id, message);
        }
    }
    assert!(found.len() > 50);
    found
}

#[test]
fn a_text_has_one_form_or_two_with_their_count_and_a_note() {
    for (id, message) in texts() {
        let plural = message.one.is_some() && message.other.is_some() && message.count.is_some();
        let plain = message.one.is_none() && message.other.is_none() && message.count.is_none();
        assert!(if message.text.is_some() { plain } else { plural }, "{id}");
        assert!(!message.note.is_empty(), "{id} has no note for the translator");
        let forms: Vec<BTreeSet<String>> = message.forms().map(arguments).collect();
        assert!(forms.windows(2).all(|pair| pair[0] == pair[1]), "{id}");
        if let Some(count) = &message.count {
            assert!(forms[0].contains(count), "{id} never shows the count that chooses its form");
        }
    }
}

#[test]
fn no_text_diagnoses_promises_or_judges() {
    for (id, message) in texts() {
        for form in message.forms() {
            assert_eq!(banned_in(form), Vec::<String>::new(), "{id}");
        }
    }
}

/// One or two words are a name on a button; their syllables say nothing of how hard they are to read.
#[test]
fn every_sentence_is_plain() {
    let texts = texts();
    let graded: Vec<(&str, f64)> = texts
        .iter()
        .flat_map(|(id, message)| message.forms().map(move |form| (id.as_str(), form)))
        .filter(|(_, form)| form.split_whitespace().count() > 4)
        .map(|(id, form)| (id, grade(form)))
        .collect();
    let hard: Vec<&(&str, f64)> = graded.iter().filter(|(_, grade)| *grade > MOST_GRADE).collect();
    assert!(hard.is_empty(), "{hard:?}");
    let mean =
        graded.iter().map(|(_, grade)| grade).sum::<f64>() / f64::from(u32::try_from(graded.len()).unwrap());
    assert!(mean <= MEAN_GRADE, "mean grade {mean:.1}");
}
