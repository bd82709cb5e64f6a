//! `CareTeam`: those who look after the person, by name and role. Only when ticked; what a page for each of them would hold is
//! theirs to ask the person.

use serde::Serialize;
use tidemark_model::{CareRole, CareTeamMember, Recorded};

use super::datatype::Concept;
use super::narrative::{Html, Narrative};
use super::practitioner::member_line;
use super::resource_id::{Reference, ResourceId};
use super::{Context, words};

/// `CareTeam`.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "resourceType")]
pub(super) struct CareTeam {
    id: ResourceId,
    text: Narrative,
    status: &'static str,
    subject: Reference,
    participant: Vec<Participant>,
}

#[derive(Clone, Debug, Serialize)]
struct Participant {
    role: [Concept; 1],
    member: Reference,
}

/// Whether a member is somebody whose profession it is; anybody else is a related person.
pub(super) const fn is_professional(role: CareRole) -> bool {
    match role {
        CareRole::PrimaryCare
        | CareRole::Psychiatrist
        | CareRole::TalkingTherapist
        | CareRole::MassageTherapist
        | CareRole::Physiotherapist => true,
        CareRole::Caregiver | CareRole::Other => false,
    }
}

impl CareTeam {
    pub(super) fn of(context: &Context, members: &[&Recorded<CareTeamMember>]) -> Self {
        let lines: Vec<String> = members.iter().map(|member| member_line(member)).collect();
        let mut html = Html::default();
        html.list(&lines);
        let participant = |member: &&Recorded<CareTeamMember>| Participant {
            role: [Concept::words(words::role(member.role))],
            member: ResourceId::of(member.id).reference(),
        };
        Self {
            id: context.care_team,
            text: Narrative::generated(html),
            status: "active",
            subject: context.patient.reference(),
            participant: members.iter().map(participant).collect(),
        }
    }
}
