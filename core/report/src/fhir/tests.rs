//! The published definitions in `docs/fhir` against what the program writes, where its codes are out of a caller's reach.

use std::collections::BTreeMap;
use std::path::Path;

use tidemark_model::{EntryMode, Frame, Instrument, Modality, Phase, RecordedBy, UnwantedKind, built_in};

use super::{code, words};

fn definition(name: &str) -> serde_json::Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../../docs/fhir/{name}.json"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// The codes of a code system with their displays.
fn codes(name: &str) -> BTreeMap<String, String> {
    let system = definition(&format!("CodeSystem-{name}"));
    let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    let concepts = system["concept"].as_array().unwrap();
    concepts.iter().map(|concept| (text(&concept["code"]), text(&concept["display"]))).collect()
}

fn listed<T: Copy>(
    all: &[T],
    code: impl Fn(T) -> &'static str,
    said: impl Fn(T) -> String,
) -> BTreeMap<String, String> {
    all.iter().map(|one| (code(*one).to_owned(), said(*one))).collect()
}

#[test]
fn the_published_code_systems_hold_the_programs_codes_and_no_others() {
    let measures = built_in::measures();
    let ours: BTreeMap<String, String> =
        measures.iter().map(|m| (m.id().to_string(), m.label().to_owned())).collect();
    assert_eq!(codes("measure"), ours);
    let style = |modality| code::style(modality, &[]).text.unwrap().into_owned();
    assert_eq!(codes("modality"), listed(Modality::ALL, Modality::code, style));
    assert_eq!(
        codes("unwanted-effect"),
        listed(UnwantedKind::ALL, UnwantedKind::code, |kind| code::unwanted_name(kind).to_owned())
    );
    let names = |name| codes(name).into_keys().collect::<Vec<_>>();
    let sorted = |codes: &[&str]| {
        let mut codes: Vec<String> = codes.iter().map(|code| (*code).to_owned()).collect();
        codes.sort();
        codes
    };
    assert_eq!(names("frame"), sorted(Frame::CODES));
    assert_eq!(names("phase"), sorted(Phase::CODES));
    assert_eq!(names("recorded-by"), sorted(&RecordedBy::CODES[1..]), "the person alone is no code");
    let modes = [
        EntryMode::Live,
        EntryMode::Late { delay_min: 1 },
        EntryMode::Backfill { delay_min: 2 },
        EntryMode::Imported,
    ];
    assert_eq!(names("entry-mode"), sorted(&modes.map(EntryMode::code)));
}

#[test]
fn a_code_of_loinc_carries_its_own_name() {
    let mut used = BTreeMap::new();
    let measures = code::measures(&built_in::measures());
    let totals = Instrument::ALL.iter().map(|instrument| code::total(*instrument));
    for concept in measures.into_values().map(|asked| asked.concept).chain(totals) {
        for coding in concept.coding.iter().filter(|coding| coding.system == "http://loinc.org") {
            used.insert(coding.code.to_string(), coding.display.to_string());
        }
    }
    assert_eq!(used, codes("loinc"));
}

#[test]
fn the_published_questionnaires_have_the_instruments_items() {
    for instrument in Instrument::ALL {
        let Some((count, most)) = instrument.items() else {
            assert_eq!(code::questionnaire(*instrument), None);
            continue;
        };
        let name = instrument.code().replace('_', "-");
        let questionnaire = definition(&format!("Questionnaire-{name}"));
        assert_eq!(questionnaire["url"].as_str(), code::questionnaire(*instrument));
        let items = questionnaire["item"].as_array().unwrap();
        let numbers: Vec<String> = (1..=count).map(|number| number.to_string()).collect();
        assert_eq!(items.iter().map(|i| i["linkId"].as_str().unwrap()).collect::<Vec<_>>(), numbers);
        for item in items {
            assert_eq!(item["extension"][1]["valueInteger"], most);
            assert!(item.get("text").is_none(), "no words of an item go along");
        }
    }
}

#[test]
fn a_region_has_its_side_unless_it_is_both() {
    let area = |text: &str| words::area(text.parse().unwrap());
    assert_eq!(area("avoid:lower_back:left"), "left lower back");
    assert_eq!(area("focus:neck:both"), "neck");
}
