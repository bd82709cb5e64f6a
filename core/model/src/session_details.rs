//! What belongs to a session beside its time, style and pressure: the room, oils, consent, doses before, care after, and
//! effects nobody wanted, written down as carefully as what was hoped for.

use std::fmt;
use std::str::FromStr;

use crate::code::coded;
use crate::content::fields;
use crate::field::spelled;
use crate::{
    FieldKind, FieldValue, Intensity, Invalid, Line, ListItem, MeasureId, MedicationId, Moment, ShortText,
    TherapistId, VersionNumber,
};

/// An approach that goes with any style.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Approach {
    /// Consent at each step, no surprise touch.
    TraumaInformed,
    /// Slow, with pauses.
    RestorativePacing,
}

coded!(Approach, "approach", {
    TraumaInformed => "trauma_informed", RestorativePacing => "restorative_pacing",
});

/// An oil used, and whether the person got on with it; written `tolerated:lavender`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Oil {
    /// Its name.
    pub name: ShortText,
    /// Whether it was tolerated; none when not said.
    pub tolerated: Option<bool>,
}

impl fmt::Display for Oil {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let how = match self.tolerated {
            Some(true) => "tolerated:",
            Some(false) => "not_tolerated:",
            None => "",
        };
        write!(f, "{how}{}", self.name.as_str())
    }
}

impl FromStr for Oil {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        let (name, tolerated) = match text.split_once(':') {
            Some(("tolerated", name)) => (name, Some(true)),
            Some(("not_tolerated", name)) => (name, Some(false)),
            _ => (text, None),
        };
        Ok(Self { name: ShortText::new("an oil", name)?, tolerated })
    }
}

spelled!(Oil, FieldKind::Word);

/// The last dose of a medicine before a session; written `<medicine's id>@<moment>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LastDose {
    /// The medicine.
    pub medication: MedicationId,
    /// When it was taken.
    pub taken_at: Moment,
}

impl ListItem for LastDose {
    fn to_item(&self) -> String {
        format!("{}@{}", self.medication, self.taken_at.to_text().unwrap_or_default())
    }

    fn from_item(text: &str) -> Result<Self, Invalid> {
        let refused = Invalid::Field { field: "a last dose", allowed: "a medicine's id, @ and a time" };
        let (medication, at) = text.split_once('@').ok_or(refused)?;
        Ok(Self { medication: medication.trim().parse()?, taken_at: Moment::from_text(at.trim())? })
    }
}

/// What helps afterwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it all")]
pub enum AftercareItem {
    Water,
    LightMovement,
    Rest,
    WarmBath,
    Other,
}

coded!(AftercareItem, "aftercare", {
    Water => "water", LightMovement => "light_movement", Rest => "rest", WarmBath => "warm_bath", Other => "other",
});

/// One thing to do afterwards, and when it was done; written `water` or `water@<moment>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Aftercare {
    /// What.
    pub item: AftercareItem,
    /// When it was done; none: not yet.
    pub done_at: Option<Moment>,
}

impl ListItem for Aftercare {
    fn to_item(&self) -> String {
        let done = self.done_at.and_then(|at| at.to_text()).map(|at| format!("@{at}")).unwrap_or_default();
        format!("{}{done}", self.item.code())
    }

    fn from_item(text: &str) -> Result<Self, Invalid> {
        let (item, done) = text.split_once('@').map_or((text, None), |(item, at)| (item, Some(at)));
        let done_at = done.map(|at| Moment::from_text(at.trim())).transpose()?;
        Ok(Self { item: AftercareItem::from_code(item.trim())?, done_at })
    }
}

/// An effect that was not wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it all")]
pub enum UnwantedKind {
    Soreness,
    Bruise,
    Headache,
    Dizziness,
    SkinReaction,
    Tiredness,
    LowMood,
    MorePain,
    Other,
}

coded!(UnwantedKind, "unwanted", {
    Soreness => "soreness", Bruise => "bruise", Headache => "headache", Dizziness => "dizziness",
    SkinReaction => "skin_reaction", Tiredness => "tiredness", LowMood => "low_mood", MorePain => "more_pain",
    Other => "other",
});

/// One unwanted effect; written `bruise:120:3` (kind, minutes after the end, intensity or empty), `@<moment>` when over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnwantedEffect {
    /// What it was.
    pub kind: UnwantedKind,
    /// Minutes from the session's end to its onset.
    pub onset_min: u16,
    /// How strong, 0 to 10.
    pub intensity: Option<Intensity>,
    /// When it was over; none: not yet, or not said.
    pub over_at: Option<Moment>,
}

impl ListItem for UnwantedEffect {
    fn to_item(&self) -> String {
        let intensity = self.intensity.map(|i| i.to_string()).unwrap_or_default();
        let over = self.over_at.and_then(|at| at.to_text()).map(|at| format!("@{at}")).unwrap_or_default();
        format!("{}:{}:{intensity}{over}", self.kind.code(), self.onset_min)
    }

    fn from_item(text: &str) -> Result<Self, Invalid> {
        let refused = || Invalid::Field {
            field: "an unwanted effect",
            allowed: "kind:minutes:intensity, such as bruise:120:3",
        };
        let (what, over) = text.split_once('@').map_or((text, None), |(what, at)| (what, Some(at)));
        let mut parts = what.splitn(3, ':').map(str::trim);
        let kind = UnwantedKind::from_code(parts.next().unwrap_or_default())?;
        let onset_min = match parts.next() {
            None | Some("") => 0,
            Some(minutes) => minutes.parse().map_err(|_| refused())?,
        };
        let intensity = parts.next().filter(|i| !i.is_empty()).map(str::parse).transpose()?;
        let over_at = over.map(|at| Moment::from_text(at.trim())).transpose()?;
        Ok(Self { kind, onset_min, intensity, over_at })
    }
}

fields! {
    /// What belongs to a session beside its time, style and pressure; empty where nothing was said.
    #[derive(Default)]
    SessionDetails {
        /// approaches that go with the style, such as `trauma_informed`
        approach: Vec<Approach>,
        /// where it was
        place: Option<ShortText>,
        /// what made the room easier: light, music, scent-free
        cues: Vec<ShortText>,
        /// clothing and draping
        draping: Option<ShortText>,
        /// oils, with `tolerated:` or `not_tolerated:` in front when said
        oils: Vec<Oil>,
        /// whether consent was talked over
        consent_discussed: Option<bool>,
        /// the sign or word that stops it
        stop_signal: Option<ShortText>,
        /// what the person needs to be at ease
        comfort_needs: Vec<Line>,
        /// last doses before it: medicine's id, @, time
        last_doses: Vec<LastDose>,
        /// what helps afterwards, with @ and the time when done
        aftercare: Vec<Aftercare>,
        /// unwanted effects: kind:minutes after the end:intensity, with @ and the time when over
        unwanted: Vec<UnwantedEffect>,
        /// measures asked before, after and the next morning, fixed when it was made
        measures: Vec<MeasureId>,
        /// when the timer was started, while it runs
        timer_started_at: Option<Moment>,
        /// the massage therapist
        therapist_id: Option<TherapistId>,
        /// the version of the plan it ran under
        plan_version: Option<VersionNumber>,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_item_comes_back_from_its_text() {
        let oils = "tolerated:lavender | not_tolerated:tea tree | almond: sweet";
        assert_eq!(Vec::<Oil>::from_text(oils).unwrap().to_text().as_deref(), Some(oils));
        for text in ["bruise:120:3", "soreness:0:", "headache:30:4@2026-11-24T21:04:00+00:00[Europe/Dublin]"]
        {
            assert_eq!(UnwantedEffect::from_item(text).unwrap().to_item(), text);
        }
        for text in ["water", "rest@2026-11-24T21:04:00+00:00"] {
            assert_eq!(Aftercare::from_item(text).unwrap().to_item(), text);
        }
        let dose = "018bcfe5-6800-7000-8000-000000000000@2026-11-24T08:00:00+00:00";
        assert_eq!(LastDose::from_item(dose).unwrap().to_item(), dose);
        for text in ["bruise:x:3", "bruise:1:11", "nothing:1:1"] {
            assert!(UnwantedEffect::from_item(text).is_err(), "{text}");
        }
    }
}
