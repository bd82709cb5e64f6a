//! `RelatedPerson`: whoever wrote on the person's behalf, of whom the diary knows no name; and, when ticked, those of the care
//! team whose profession it is not.

use serde::Serialize;
use tidemark_model::{CareTeamMember, Recorded};

use super::datatype::{Concept, ContactPoint, HumanName};
use super::narrative::Narrative;
use super::practitioner::member_line;
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
    #[serde(skip_serializing_if = "Vec::is_empty")]
    name: Vec<HumanName>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    telecom: Vec<ContactPoint>,
}

impl RelatedPerson {
    pub(super) fn of(context: &Context) -> Self {
        Self {
            id: context.helper,
            text: Narrative::line(words::HELPER),
            patient: context.patient.reference(),
            relationship: [Concept::words(words::HELPER)],
            name: Vec::new(),
            telecom: Vec::new(),
        }
    }

    /// A member of the care team.
    pub(super) fn of_member(context: &Context, member: &Recorded<CareTeamMember>) -> Self {
        Self {
            id: ResourceId::of(member.id),
            text: Narrative::line(&member_line(member)),
            patient: context.patient.reference(),
            relationship: [Concept::words(words::role(member.role))],
            name: vec![HumanName { text: member.name.as_str().to_owned() }],
            telecom: member.contact.as_ref().map(ContactPoint::of).into_iter().collect(),
        }
    }
}
