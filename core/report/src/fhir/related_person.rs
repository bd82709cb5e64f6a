//! `RelatedPerson`: whoever wrote on the person's behalf. The diary knows that somebody did, not who.

use serde::Serialize;

use super::datatype::Concept;
use super::narrative::Narrative;
use super::resource_id::{Reference, ResourceId};
use super::{Context, words};

/// `RelatedPerson`.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "resourceType")]
pub(super) struct RelatedPerson {
    id: ResourceId,
    text: Narrative,
    patient: Reference,
    relationship: [Concept; 1],
}

impl RelatedPerson {
    pub(super) fn of(context: &Context) -> Self {
        Self {
            id: context.helper,
            text: Narrative::line(words::HELPER),
            patient: context.patient.reference(),
            relationship: [Concept::words(words::HELPER)],
        }
    }
}
