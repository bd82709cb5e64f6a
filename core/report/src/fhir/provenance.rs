//! Provenance: where the document comes from. The person wrote it, the program put it together; nobody else vouches for it.

use serde::Serialize;

use super::datatype::{Coding, Concept};
use super::narrative::Narrative;
use super::resource_id::{Reference, ResourceId};
use super::{Context, words};

/// Provenance.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "resourceType")]
pub(super) struct Provenance {
    id: ResourceId,
    text: Narrative,
    target: [Reference; 1],
    recorded: String,
    agent: [Agent; 2],
}

#[derive(Clone, Debug, Serialize)]
struct Agent {
    #[serde(rename = "type")]
    kind: Concept,
    who: Reference,
}

impl Provenance {
    pub(super) fn of(context: &Context) -> Self {
        let agent = |code: &'static str, display: &'static str, who: ResourceId| Agent {
            kind: Concept::code(Coding {
                system: "http://terminology.hl7.org/CodeSystem/provenance-participant-type",
                code: code.into(),
                display: display.into(),
            }),
            who: who.reference(),
        };
        Self {
            id: context.provenance,
            text: Narrative::line(words::PROVENANCE),
            target: [context.composition.reference()],
            recorded: context.made_at.clone(),
            agent: [
                agent("author", "Author", context.patient),
                agent("assembler", "Assembler", context.device),
            ],
        }
    }
}
