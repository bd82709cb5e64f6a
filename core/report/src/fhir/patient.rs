//! Patient: the person. Without a name unless the person lets it go along; then it says that it is withheld.

use serde::Serialize;

use super::Context;
use super::narrative::Narrative;
use super::resource_id::ResourceId;
use crate::pdf::words;

/// Patient.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "resourceType")]
pub(super) struct Patient {
    id: ResourceId,
    text: Narrative,
    name: [HumanName; 1],
}

#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
enum HumanName {
    Given { text: String },
    Withheld { extension: [Masked; 1] },
}

#[derive(Clone, Debug, Serialize)]
struct Masked {
    url: &'static str,
    #[serde(rename = "valueCode")]
    code: &'static str,
}

impl Patient {
    pub(super) fn of(context: &Context) -> Self {
        let name = match &context.person {
            Some(name) => HumanName::Given { text: name.clone() },
            None => HumanName::Withheld {
                extension: [Masked {
                    url: "http://hl7.org/fhir/StructureDefinition/data-absent-reason",
                    code: "masked",
                }],
            },
        };
        let said = context.person.clone().unwrap_or_else(words::name_withheld);
        let said = format!("{}: {said}", super::words::PERSON);
        Self { id: context.patient, text: Narrative::line(&said), name: [name] }
    }
}
