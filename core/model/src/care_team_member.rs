//! Somebody who looks after the person, and what a page for them holds unless the person ticks otherwise each time.

use crate::code::coded;
use crate::content::content;
use crate::{Line, ShareSection, ShortText};

/// What somebody is to the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it all")]
pub enum CareRole {
    PrimaryCare,
    Psychiatrist,
    TalkingTherapist,
    MassageTherapist,
    Physiotherapist,
    Caregiver,
    Other,
}

coded!(CareRole, "role", {
    PrimaryCare => "primary_care", Psychiatrist => "psychiatrist", TalkingTherapist => "talking_therapist",
    MassageTherapist => "massage_therapist", Physiotherapist => "physiotherapist", Caregiver => "caregiver",
    Other => "other",
});

content! {
    /// One member of the care team.
    CareTeamMember(CareTeamMemberId) without rules {
        /// name
        name: ShortText,
        /// what they are to the person; a psychologist is a `talking_therapist`
        role: CareRole,
        /// how to reach them
        contact: Option<Line>,
        /// sections that a page for them holds; none unless ticked
        share: Vec<ShareSection>,
    }
}
