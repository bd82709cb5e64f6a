//! Which sections does a recipient get, unless the person says otherwise? Why these: `docs/decisions/0013`.
//!
//! The page for a caregiver is a document of its own and no preset.

use super::{AroundSessions, Included};

/// For whom a report is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preset {
    /// Who prescribes medicines: trends, questionnaires, medicines, unwanted effects, questions.
    Prescriber,
    /// A talking therapist: trends, sessions, events, goals, questions.
    TalkingTherapist,
    /// A massage therapist: sessions with ratings of the body, unwanted effects, the plan.
    MassageTherapist,
}

impl From<Preset> for Included {
    fn from(preset: Preset) -> Self {
        let nothing = Self::NOTHING;
        match preset {
            Preset::Prescriber => Self {
                questions: true,
                trends: true,
                questionnaires: true,
                medicines: true,
                unwanted: true,
                ..nothing
            },
            Preset::TalkingTherapist => {
                Self { questions: true, goals: true, trends: true, sessions: true, events: true, ..nothing }
            }
            Preset::MassageTherapist => Self {
                sessions: true,
                unwanted: true,
                plan: true,
                around: AroundSessions::OfTheBody,
                ..nothing
            },
        }
    }
}
