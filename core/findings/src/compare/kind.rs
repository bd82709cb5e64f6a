//! What tells sessions apart: style, pressure felt, length, and what made the room easier.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};
use tidemark_model::{Modality, Session};

use crate::wording::{Phrase, text};

/// Cues that are compared, those noted most often.
const CUES: usize = 3;

/// What tells kinds of session apart.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Factor {
    /// The main style.
    Modality,
    /// The pressure felt, in three steps.
    Pressure,
    /// How long it was, in three steps.
    Minutes,
    /// Whether something that makes the room easier was there, in the person's words.
    Cue(String),
}

impl Factor {
    /// The name in files and of a question, such as `modality`.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Modality => "modality",
            Self::Pressure => "pressure",
            Self::Minutes => "minutes",
            Self::Cue(_) => "cue",
        }
    }

    /// The kind of a session; none when it is not known.
    pub(super) fn kind(&self, session: &Session) -> Option<Kind> {
        let parts = session.parts();
        match self {
            // Sessions of other or own styles are not alike enough to be one kind.
            Self::Modality => match parts.modality {
                Modality::Other | Modality::Custom => None,
                modality => Some(Kind::Modality(modality)),
            },
            Self::Pressure => parts.pressure_felt.map(|pressure| match pressure.step() {
                ..=2 => Kind::Lighter,
                3 => Kind::Medium,
                4.. => Kind::Firmer,
            }),
            Self::Minutes => minutes(session).map(|minutes| match minutes {
                ..45 => Kind::Shorter,
                45..75 => Kind::Middling,
                75.. => Kind::Longer,
            }),
            Self::Cue(cue) => {
                let there = parts.details.cues.iter().any(|one| one.as_str() == cue);
                Some(if there { Kind::With(cue.clone()) } else { Kind::Without(cue.clone()) })
            }
        }
    }
}

impl Serialize for Factor {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.code())
    }
}

/// Sessions that are alike in a factor.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Modality(Modality),
    Lighter,
    Medium,
    Firmer,
    Shorter,
    Middling,
    Longer,
    With(String),
    Without(String),
}

impl Kind {
    /// The kind in words, such as `sessions of lighter pressure`.
    pub(super) fn words(&self) -> String {
        match self {
            Self::Modality(modality) => text(style(*modality)),
            Self::Lighter => text("part.kind.lighter"),
            Self::Medium => text("part.kind.medium"),
            Self::Firmer => text("part.kind.firmer"),
            Self::Shorter => text("part.kind.shorter"),
            Self::Middling => text("part.kind.middling"),
            Self::Longer => text("part.kind.longer"),
            Self::With(cue) => Phrase::new("part.kind.with").words("cue", cue).say().text,
            Self::Without(cue) => Phrase::new("part.kind.without").words("cue", cue).say().text,
        }
    }
}

/// The factors that these sessions can be told apart by.
pub(super) fn factors<'a>(sessions: impl Iterator<Item = &'a Session>) -> Vec<Factor> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for cue in sessions.flat_map(|session| &session.parts().details.cues) {
        *counts.entry(cue.as_str()).or_default() += 1;
    }
    let mut cues: Vec<(usize, &str)> = counts.into_iter().map(|(cue, count)| (count, cue)).collect();
    cues.sort_by(|one, other| other.0.cmp(&one.0).then(one.1.cmp(other.1)));
    let cues = cues.into_iter().take(CUES).map(|(_, cue)| Factor::Cue(cue.to_owned()));
    [Factor::Modality, Factor::Pressure, Factor::Minutes].into_iter().chain(cues).collect()
}

/// How long it was: as the person said, else by the clock.
fn minutes(session: &Session) -> Option<i64> {
    let parts = session.parts();
    let by_clock = || Some(parts.ended?.instant.minutes_since(parts.started.instant));
    parts.actual_min.map(|minutes| i64::from(minutes.minutes())).or_else(by_clock)
}

const fn style(modality: Modality) -> &'static str {
    match modality {
        Modality::Swedish => "part.kind.swedish",
        Modality::Shiatsu => "part.kind.shiatsu",
        Modality::Acupressure => "part.kind.acupressure",
        Modality::Aromatherapy => "part.kind.aromatherapy",
        Modality::Restorative => "part.kind.restorative",
        Modality::MyofascialRelease => "part.kind.myofascial_release",
        Modality::GentleDeepTissue => "part.kind.gentle_deep_tissue",
        Modality::Chair => "part.kind.chair",
        Modality::SelfMassage => "part.kind.self_massage",
        Modality::Other => "part.kind.other",
        Modality::Custom => "part.kind.custom",
    }
}
