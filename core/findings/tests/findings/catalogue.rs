//! Holds the catalogue against the code and against the list of words that no text may use.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use tidemark_findings::messages;

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// Every string in the code that looks like an id, `sentence.drift`.
fn ids_in_code() -> BTreeSet<String> {
    let mut files = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    let families: BTreeSet<&str> =
        messages().filter_map(|(id, _)| id.split_once('.')).map(|(f, _)| f).collect();
    let mut ids = BTreeSet::new();
    for file in files {
        let code = fs::read_to_string(file).unwrap();
        let code = code.split("#[cfg(test)]\nmod tests").next().unwrap().to_owned();
        for text in code.split('"').skip(1).step_by(2) {
            let plain =
                text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "._".contains(c));
            if plain && text.split_once('.').is_some_and(|(family, _)| families.contains(family)) {
                ids.insert(text.to_owned());
            }
        }
    }
    ids
}

/// Texts that the apps and the report ask for; no finding says them.
fn for_others(id: &str) -> bool {
    id.starts_with("fixed.") || id.starts_with("report.")
}

#[test]
fn code_and_catalogue_name_the_same_messages() {
    let code = ids_in_code();
    let catalogue: BTreeSet<String> =
        messages().map(|(id, _)| id.to_owned()).filter(|id| !for_others(id)).collect();
    assert!(code.len() > 50);
    assert_eq!(code.difference(&catalogue).collect::<Vec<_>>(), Vec::<&String>::new(), "in code only");
    assert_eq!(
        catalogue.difference(&code).collect::<Vec<_>>(),
        Vec::<&String>::new(),
        "in the catalogue only"
    );
}

/// Names of the arguments of one form.
pub(super) fn arguments(form: &str) -> BTreeSet<String> {
    form.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name.to_owned()).collect()
}

#[test]
fn both_plural_forms_take_the_same_arguments() {
    for (id, message) in messages() {
        let forms: Vec<_> = message.forms().map(arguments).collect();
        assert!(forms.windows(2).all(|pair| pair[0] == pair[1]), "{id}");
        if let Some(count) = &message.count {
            assert!(forms[0].contains(count), "{id} never shows the count that chooses its form");
        }
    }
}

fn banned() -> Vec<String> {
    let list: BTreeMap<String, Vec<String>> = toml::from_str(include_str!("../../text/banned.toml")).unwrap();
    list["words"].clone()
}

/// Words in lower case, one space between; letters of any script and hyphenated parts are separate words.
fn words(text: &str) -> String {
    let parts: Vec<String> =
        text.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty()).map(str::to_lowercase).collect();
    format!(" {} ", parts.join(" "))
}

pub(super) fn banned_in(text: &str) -> Vec<String> {
    let words_of_text = words(text);
    banned().into_iter().filter(|word| words_of_text.contains(&words(word))).collect()
}

#[test]
fn no_text_diagnoses_promises_or_judges() {
    for (id, message) in messages() {
        for form in message.forms() {
            assert_eq!(banned_in(form), Vec::<String>::new(), "{id}");
        }
    }
}

#[test]
fn the_list_catches_whole_words_in_any_case_and_nothing_else() {
    assert_eq!(
        banned_in("Best results, clinically\nsignificant."),
        ["clinically significant", "significant", "best"]
    );
    assert_eq!(banned_in("Screen for (Risk-level) low mood"), ["screen for", "risk level", "risk"]);
    assert_eq!(banned_in("treatments bestow shoulder goodness"), Vec::<String>::new());
}
