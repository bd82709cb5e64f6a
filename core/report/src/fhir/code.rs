//! Which code says what was recorded? One of LOINC where the meaning is the same, one of this project for its own sliders,
//! none for what a person made or changed: then words alone.
//!
//! The words here are names of codes. They stay as they are in every language, so they are not in the catalogue.

use std::collections::BTreeMap;

use tidemark_model::{
    Direction, Instrument, Measure, MeasureRef, Milli, Modality, Unit, UnwantedKind, built_in,
};

use super::datatype::{Coding, Concept, Range, Text};

const LOINC: &str = "http://loinc.org";
const MEASURE: &str = "urn:tidemark:fhir:measure";
const MODALITY: &str = "urn:tidemark:fhir:modality";
const UNWANTED: &str = "urn:tidemark:fhir:unwanted-effect";

/// UCUM, the units of measure.
pub(super) const UCUM: &str = "http://unitsofmeasure.org";

/// The category of everything a person says about themselves.
pub(super) fn survey() -> Concept {
    Concept::code(Coding {
        system: "http://terminology.hl7.org/CodeSystem/observation-category",
        code: "survey".into(),
        display: "Survey".into(),
    })
}

/// Why there is no value: asked, and the person chose not to answer.
pub(super) fn declined() -> Concept {
    Concept::code(Coding {
        system: "http://terminology.hl7.org/CodeSystem/data-absent-reason",
        code: "asked-declined".into(),
        display: "Asked But Declined".into(),
    })
}

/// One version of a measure as its observations name it.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    /// What was asked.
    pub(super) concept: Concept,
    /// Its scale.
    pub(super) scale: Range,
    /// Whether all its values are whole numbers without a unit.
    pub(super) whole: bool,
    /// Unit of its values.
    pub(super) unit: Unit,
}

/// All versions of all measures.
pub(super) fn measures(measures: &[Measure]) -> BTreeMap<MeasureRef, Asked> {
    let known = built_in::measures();
    let asked = |measure: &Measure| {
        let scale = measure.scale();
        let is_whole = |milli: Milli| milli.thousandths() % 1000 == 0;
        // A slider that the person changed asks something else; its code would claim the two are one.
        let unchanged = known.iter().any(|k| k.continues(measure) && k.label() == measure.label());
        let mut coding = Vec::new();
        if unchanged {
            let id = measure.id().as_str();
            coding.push(Coding {
                system: MEASURE,
                code: id.to_owned().into(),
                display: measure.label().to_owned().into(),
            });
            coding.extend(match id {
                "pain" => {
                    Some(loinc("72514-3", "Pain severity - 0-10 verbal numeric rating [Score] - Reported"))
                }
                "sleep_duration" => Some(loinc("93832-4", "Sleep duration")),
                _ => None,
            });
        }
        Asked {
            concept: Concept { coding, text: Some(said(measure).into()) },
            scale: Range::new(scale.min(), scale.max()),
            whole: measure.parts().unit == Unit::Score && is_whole(scale.min()) && is_whole(scale.step()),
            unit: measure.parts().unit,
        }
    };
    measures.iter().map(|measure| (measure.reference(), asked(measure))).collect()
}

/// A measure so that its values read alone: `Stress, 0 to 10, higher = worse`.
fn said(measure: &Measure) -> String {
    let scale = measure.scale();
    let unit = if measure.parts().unit == Unit::Hour { " h" } else { "" };
    let direction = match measure.direction() {
        Direction::HigherWorse => ", higher = worse",
        Direction::HigherBetter => ", higher = better",
        Direction::Neutral => "",
    };
    format!("{}, {} to {}{unit}{direction}", measure.label(), scale.min(), scale.max())
}

fn loinc(code: &'static str, display: &'static str) -> Coding {
    Coding { system: LOINC, code: code.into(), display: display.into() }
}

/// The name of a questionnaire.
pub(super) const fn instrument_name(instrument: Instrument) -> &'static str {
    match instrument {
        Instrument::Phq9 => "PHQ-9",
        Instrument::Gad7 => "GAD-7",
        Instrument::Pcl5 => "PCL-5",
        Instrument::Isi => "ISI",
        Instrument::Pss10 => "PSS-10",
    }
}

/// The total of a questionnaire.
pub(super) fn total(instrument: Instrument) -> Concept {
    let coding = match instrument {
        Instrument::Phq9 => {
            Some(loinc("44261-6", "Patient Health Questionnaire 9 item (PHQ-9) total score [Reported]"))
        }
        Instrument::Gad7 => {
            Some(loinc("70274-6", "Generalized anxiety disorder 7 item (GAD-7) total score [Reported.PHQ]"))
        }
        Instrument::Pcl5 => Some(loinc("101698-9", "PTSD PCL-5 score [PCL-5]")),
        Instrument::Pss10 => Some(loinc("106860-0", "Perceived stress scale-10 total score [PSS-10]")),
        // No code was verified.
        Instrument::Isi => None,
    };
    let text = format!("{} total, 0 to {}, higher = worse", instrument_name(instrument), instrument.most());
    Concept { coding: coding.into_iter().collect(), text: Some(text.into()) }
}

/// The definition of a questionnaire's numbered items, without their words; none for one kept as a total alone.
pub(super) const fn questionnaire(instrument: Instrument) -> Option<&'static str> {
    match instrument {
        Instrument::Phq9 => Some("urn:tidemark:fhir:questionnaire:phq-9"),
        Instrument::Gad7 => Some("urn:tidemark:fhir:questionnaire:gad-7"),
        Instrument::Pcl5 => Some("urn:tidemark:fhir:questionnaire:pcl-5"),
        Instrument::Isi | Instrument::Pss10 => None,
    }
}

/// The style of a session, with those beside it in words.
pub(super) fn style(main: Modality, beside: &[Modality]) -> Concept {
    let mut text = modality(main).to_owned();
    for (at, style) in beside.iter().enumerate() {
        text.push_str(if at == 0 { ", with " } else { ", " });
        text.push_str(modality(*style));
    }
    let coding = Coding { system: MODALITY, code: main.code().into(), display: modality(main).into() };
    Concept { coding: vec![coding], text: Some(text.into()) }
}

/// The name of a style.
pub(super) const fn modality(modality: Modality) -> &'static str {
    match modality {
        Modality::Swedish => "Swedish massage",
        Modality::Shiatsu => "Shiatsu",
        Modality::Acupressure => "Acupressure",
        Modality::Aromatherapy => "Aromatherapy massage",
        Modality::Restorative => "Restorative massage",
        Modality::MyofascialRelease => "Myofascial release",
        Modality::GentleDeepTissue => "Gentle deep-tissue massage",
        Modality::Chair => "Chair massage",
        Modality::SelfMassage => "Self-massage",
        Modality::Other => "Other style of massage",
        Modality::Custom => "Own style of massage",
    }
}

/// An unwanted effect, with what else was noted about it as its words.
pub(super) fn unwanted(kind: UnwantedKind, text: impl Into<Text>) -> Concept {
    let coding = Coding { system: UNWANTED, code: kind.code().into(), display: unwanted_name(kind).into() };
    Concept { coding: vec![coding], text: Some(text.into()) }
}

/// The name of an unwanted effect.
pub(super) const fn unwanted_name(kind: UnwantedKind) -> &'static str {
    match kind {
        UnwantedKind::Soreness => "soreness",
        UnwantedKind::Bruise => "bruise",
        UnwantedKind::Headache => "headache",
        UnwantedKind::Dizziness => "dizziness",
        UnwantedKind::SkinReaction => "skin reaction",
        UnwantedKind::Tiredness => "tiredness",
        UnwantedKind::LowMood => "low mood",
        UnwantedKind::MorePain => "more pain",
        UnwantedKind::Other => "other",
    }
}
