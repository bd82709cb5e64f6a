//! Which code says what was recorded? One of LOINC where the meaning is the same, one of this project for its own sliders,
//! none for what a person made or changed: then words alone.

use std::collections::BTreeMap;

use tidemark_findings as findings;
use tidemark_model::{Instrument, Measure, MeasureRef, Milli, Modality, Unit, UnwantedKind, built_in};

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
    let direction = findings::Measured::new(measure).direction_label();
    let direction = if direction.is_empty() { direction } else { format!(", {direction}") };
    format!("{}, {} to {}{unit}{direction}", measure.label(), scale.min(), scale.max())
}

fn loinc(code: &'static str, display: &'static str) -> Coding {
    Coding { system: LOINC, code: code.into(), display: display.into() }
}

/// The name of a questionnaire, as the report prints it.
pub(super) fn instrument_name(instrument: Instrument) -> String {
    findings::text(match instrument {
        Instrument::Phq9 => "label.questionnaire.phq_9",
        Instrument::Gad7 => "label.questionnaire.gad_7",
        Instrument::Pcl5 => "label.questionnaire.pcl_5",
        Instrument::Isi => "label.questionnaire.isi",
        Instrument::Pss10 => "label.questionnaire.pss_10",
    })
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

const fn modality(modality: Modality) -> &'static str {
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

/// An unwanted effect in the words of the report.
pub(super) fn unwanted_name(kind: UnwantedKind) -> String {
    findings::text(match kind {
        UnwantedKind::Soreness => "part.unwanted.soreness",
        UnwantedKind::Bruise => "part.unwanted.bruise",
        UnwantedKind::Headache => "part.unwanted.headache",
        UnwantedKind::Dizziness => "part.unwanted.dizziness",
        UnwantedKind::SkinReaction => "part.unwanted.skin_reaction",
        UnwantedKind::Tiredness => "part.unwanted.tiredness",
        UnwantedKind::LowMood => "part.unwanted.low_mood",
        UnwantedKind::MorePain => "part.unwanted.more_pain",
        UnwantedKind::Other => "part.unwanted.other",
    })
}
