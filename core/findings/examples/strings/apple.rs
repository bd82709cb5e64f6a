//! The same texts as a String Catalogue, for the language in use and for translators. Arguments become numbered places in the
//! order they appear, the one that counts a whole number.
//!
//! Shape: <https://developer.apple.com/documentation/xcode/localizing-and-varying-text-with-a-string-catalog>; places:
//! <https://developer.apple.com/library/archive/documentation/Cocoa/Conceptual/Strings/Articles/formatSpecifiers.html>.

use std::collections::BTreeMap;

use serde::Serialize;
use tidemark_findings::Message;

use crate::{Texts, arguments};

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Catalogue<'a> {
    source_language: &'static str,
    strings: BTreeMap<&'a str, Entry<'a>>,
    version: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Entry<'a> {
    comment: &'a str,
    /// Written by hand, so Xcode does not take a key away that it finds in no source.
    extraction_state: &'static str,
    localizations: BTreeMap<&'static str, Localization>,
}

#[derive(Default, Serialize)]
#[serde(rename_all = "camelCase")]
struct Localization {
    #[serde(skip_serializing_if = "Option::is_none")]
    string_unit: Option<Unit>,
    #[serde(skip_serializing_if = "Option::is_none")]
    variations: Option<Variations>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    substitutions: BTreeMap<String, Substitution>,
}

#[derive(Serialize)]
struct Unit {
    state: &'static str,
    value: String,
}

#[derive(Serialize)]
struct Variations {
    plural: BTreeMap<&'static str, Form>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Form {
    string_unit: Unit,
}

/// A count among other arguments: the whole text varies, and the count stands in it as `%arg`.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Substitution {
    arg_num: usize,
    format_specifier: &'static str,
    variations: Variations,
}

pub(crate) fn catalogue(texts: &Texts) -> String {
    let strings = texts.screens.iter().map(|(id, message)| (id.as_str(), entry(message))).collect();
    let catalogue = Catalogue { source_language: "en", strings, version: "1.0" };
    let mut made = serde_json::to_string_pretty(&catalogue).unwrap_or_default();
    made.push('\n');
    made
}

fn entry(message: &Message) -> Entry<'_> {
    Entry {
        comment: &message.note,
        extraction_state: "manual",
        localizations: BTreeMap::from([("en", localization(message))]),
    }
}

fn localization(message: &Message) -> Localization {
    let arguments = arguments(message);
    if let Some(text) = &message.text {
        return Localization {
            string_unit: Some(unit(placed(text, &arguments, None))),
            ..Localization::default()
        };
    }
    let count = message.count.as_deref().unwrap_or_default();
    let place = arguments.iter().position(|name| *name == count).map_or(1, |place| place + 1);
    let alone = arguments.len() <= 1;
    let counted = if alone { format!("%{place}$lld") } else { "%arg".to_owned() };
    let form = |text: &Option<String>| Form {
        string_unit: unit(placed(text.as_deref().unwrap_or_default(), &arguments, Some((count, &counted)))),
    };
    let plural = BTreeMap::from([("one", form(&message.one)), ("other", form(&message.other))]);
    let variations = Variations { plural };
    if alone {
        return Localization { variations: Some(variations), ..Localization::default() };
    }
    let substitution = Substitution { arg_num: place, format_specifier: "lld", variations };
    Localization {
        string_unit: Some(unit(format!("%#@{count}@"))),
        substitutions: BTreeMap::from([(count.to_owned(), substitution)]),
        ..Localization::default()
    }
}

fn unit(value: String) -> Unit {
    Unit { state: "translated", value }
}

/// A text with its arguments as places. A text is always read as a format, so each of its own per cent signs is doubled.
fn placed(text: &str, arguments: &[&str], counted: Option<(&str, &str)>) -> String {
    let mut text = text.replace('%', "%%");
    for (place, argument) in arguments.iter().enumerate() {
        let written = match counted {
            Some((count, written)) if count == *argument => written.to_owned(),
            _ => format!("%{}$@", place + 1),
        };
        text = text.replace(&format!("{{{argument}}}"), &written);
    }
    text
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn written(text: &str) -> Value {
        serde_json::to_value(localization(&toml::from_str(text).unwrap())).unwrap()
    }

    // The three shapes below are those that Xcode 15 writes for such texts.
    #[test]
    fn a_text_is_a_unit_with_places_and_its_own_per_cent_signs_doubled() {
        assert_eq!(
            written("text = '{b} of {a}, {b}, 5 %'\nnote = 'n'"),
            json!({ "stringUnit": { "state": "translated", "value": "%1$@ of %2$@, %1$@, 5 %%" } })
        );
    }

    #[test]
    fn a_count_alone_varies_by_plural() {
        assert_eq!(
            written("one = 'one day'\nother = '{n} days'\ncount = 'n'\nnote = 'n'"),
            json!({ "variations": { "plural": {
                "one": { "stringUnit": { "state": "translated", "value": "one day" } },
                "other": { "stringUnit": { "state": "translated", "value": "%1$lld days" } }
            } } })
        );
    }

    #[test]
    fn a_count_among_others_is_a_substitution() {
        assert_eq!(
            written("one = '{name}: {n} day'\nother = '{name}: {n} days'\ncount = 'n'\nnote = 'n'"),
            json!({
                "stringUnit": { "state": "translated", "value": "%#@n@" },
                "substitutions": { "n": { "argNum": 2, "formatSpecifier": "lld", "variations": { "plural": {
                    "one": { "stringUnit": { "state": "translated", "value": "%1$@: %arg day" } },
                    "other": { "stringUnit": { "state": "translated", "value": "%1$@: %arg days" } }
                } } } }
            })
        );
    }

    /// Every key of the whole catalogue against what the format knows; anything else, Xcode drops without a word.
    #[test]
    fn the_whole_catalogue_has_the_shape_of_the_format() {
        let texts =
            crate::texts(std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/text/screens"))).unwrap();
        let made: Value = serde_json::from_str(&catalogue(&texts)).unwrap();
        only(&made, &["sourceLanguage", "strings", "version"]);
        assert_eq!((&made["sourceLanguage"], &made["version"]), (&json!("en"), &json!("1.0")));
        let strings = made["strings"].as_object().unwrap();
        assert_eq!(strings.len(), texts.screens.len());
        for (id, string) in strings {
            only(string, &["comment", "extractionState", "localizations"]);
            assert!(string["comment"].as_str().is_some_and(|note| !note.is_empty()), "{id}");
            assert_eq!(string["extractionState"], "manual", "{id}");
            only(&string["localizations"], &["en"]);
            let said = &string["localizations"]["en"];
            only(said, &["stringUnit", "variations", "substitutions"]);
            let mut units = vec![];
            if let Some(unit) = said.get("stringUnit") {
                units.push(unit);
            }
            let counted =
                said.get("substitutions").into_iter().flat_map(|all| all.as_object().unwrap().values());
            for varied in said.get("variations").into_iter().chain(counted.map(|one| &one["variations"])) {
                only(varied, &["plural"]);
                only(&varied["plural"], &["one", "other"]);
                for form in varied["plural"].as_object().unwrap().values() {
                    only(form, &["stringUnit"]);
                    units.push(&form["stringUnit"]);
                }
            }
            assert!(!units.is_empty(), "{id} says nothing");
            for unit in units {
                only(unit, &["state", "value"]);
                assert_eq!(unit["state"], "translated", "{id}");
                let value = unit["value"].as_str().unwrap();
                assert!(!value.is_empty() && !value.contains(['{', '}']), "{id}: {value}");
            }
        }
    }

    fn only(value: &Value, known: &[&str]) {
        let keys: Vec<&String> = value.as_object().unwrap().keys().collect();
        assert!(keys.iter().all(|key| known.contains(&key.as_str())), "{keys:?} are not among {known:?}");
    }
}
