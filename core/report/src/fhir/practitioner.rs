//! Practitioner: a massage therapist whom the person wrote down, or a professional of the care team. Only when ticked; what was
//! asked of a therapist, and how a first visit fitted, never goes along.

use serde::Serialize;
use tidemark_model::{CareTeamMember, Recorded, Therapist};

use super::datatype::{Concept, ContactPoint, HumanName, NumberOf};
use super::narrative::Narrative;
use super::resource_id::ResourceId;
use super::{code, words};

/// Practitioner.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "resourceType")]
pub(super) struct Practitioner {
    id: ResourceId,
    text: Narrative,
    name: [HumanName; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    telecom: Vec<ContactPoint>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    qualification: Vec<Qualification>,
}

/// A licence, registration or certificate, in the person's words.
#[derive(Clone, Debug, Serialize)]
struct Qualification {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    identifier: Vec<NumberOf>,
    code: Concept,
}

impl Practitioner {
    pub(super) fn of(therapist: &Recorded<Therapist>) -> Self {
        let number = therapist.credential_number.as_ref();
        let kind = therapist.credential_type.as_ref().map(|kind| kind.as_str().to_owned());
        let qualification = (kind.is_some() || number.is_some()).then(|| Qualification {
            identifier: number
                .map(|number| NumberOf { value: number.as_str().to_owned() })
                .into_iter()
                .collect(),
            code: kind.map_or_else(|| Concept::words(words::CREDENTIAL), Concept::words),
        });
        Self {
            id: ResourceId::of(therapist.id),
            text: Narrative::beyond(&line(therapist)),
            name: [HumanName { text: therapist.name.as_str().to_owned() }],
            telecom: therapist.contact.as_ref().map(ContactPoint::of).into_iter().collect(),
            qualification: qualification.into_iter().collect(),
        }
    }

    pub(super) fn of_member(member: &Recorded<CareTeamMember>) -> Self {
        Self {
            id: ResourceId::of(member.id),
            text: Narrative::beyond(&member_line(member)),
            name: [HumanName { text: member.name.as_str().to_owned() }],
            telecom: member.contact.as_ref().map(ContactPoint::of).into_iter().collect(),
            qualification: Vec::new(),
        }
    }
}

/// `Kim, massage therapist, The Quiet Room; Licence 12 (IE), seen on 3 Oct 2026; Swedish massage; speaks English; 01 234`.
pub(super) fn line(therapist: &Recorded<Therapist>) -> String {
    let words = |text: &Option<tidemark_model::ShortText>| text.as_ref().map(|text| text.as_str().to_owned());
    let practice = words(&therapist.practice).map(|practice| format!(", {practice}")).unwrap_or_default();
    let region = words(&therapist.region).map(|region| format!("({region})"));
    let seen = therapist.credential_on.map(|day| format!("seen on {}", words::day(day)));
    let credential = [words(&therapist.credential_type), words(&therapist.credential_number), region];
    let credential: Vec<String> = credential.into_iter().flatten().collect();
    let credential = [Some(credential.join(" ")).filter(|text| !text.is_empty()), seen];
    let credential: Vec<String> = credential.into_iter().flatten().collect();
    let styles: Vec<&str> = therapist.styles.iter().map(|style| code::modality(*style)).collect();
    let languages: Vec<&str> = therapist.languages.iter().map(tidemark_model::ShortText::as_str).collect();
    let spoken =
        if languages.is_empty() { String::new() } else { format!("speaks {}", languages.join(", ")) };
    let contact = therapist.contact.as_ref().map(|contact| contact.as_str().to_owned()).unwrap_or_default();
    let parts = [
        format!("{}, {}{practice}", therapist.name.as_str(), words::MASSAGE_THERAPIST),
        credential.join(", "),
        styles.join(", "),
        spoken,
        contact,
    ];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ")
}

/// `Dr B, psychiatrist; 01 234`.
pub(super) fn member_line(member: &Recorded<CareTeamMember>) -> String {
    let contact = member.contact.as_ref().map(|contact| format!("; {}", contact.as_str()));
    format!("{}, {}{}", member.name.as_str(), words::role(member.role), contact.unwrap_or_default())
}
