//! What a massage therapist needs to know before a first visit, in versions. Each field leaves the diary only when the
//! person ticked it; the sheet says nothing on whether massage suits them.

use std::fmt;
use std::str::FromStr;

use crate::code::coded;
use crate::content::content;
use crate::field::spelled;
use crate::{
    Area, FieldKind, Invalid, Line, LogicalDate, MedicationId, Note, Pressure, ShortText, VersionNumber,
};

/// A field of the sheet that has a tick of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "each variant is the field of that name")]
pub enum IntakeField {
    Name,
    Pronouns,
    EmergencyContact,
    History,
    Circulation,
    Skin,
    Surgery,
    Pregnancy,
    Fever,
    Medicines,
    /// What each medicine is for, beside its name.
    MedicinePurposes,
    Allergies,
    Concerns,
    Goals,
    Pressure,
    Areas,
    Boundaries,
    Draping,
    ComfortNeeds,
    Cues,
    StopSignal,
    OverwhelmedDo,
    OverwhelmedAvoid,
    Triggers,
    ClinicianContact,
    PermissionToTalk,
}

coded!(IntakeField, "shared", {
    Name => "name", Pronouns => "pronouns", EmergencyContact => "emergency_contact", History => "history",
    Circulation => "circulation", Skin => "skin", Surgery => "surgery", Pregnancy => "pregnancy",
    Fever => "fever", Medicines => "medicines", MedicinePurposes => "medicine_purposes",
    Allergies => "allergies", Concerns => "concerns", Goals => "goals", Pressure => "pressure",
    Areas => "areas", Boundaries => "boundaries", Draping => "draping", ComfortNeeds => "comfort_needs",
    Cues => "cues", StopSignal => "stop_signal", OverwhelmedDo => "overwhelmed_do",
    OverwhelmedAvoid => "overwhelmed_avoid", Triggers => "triggers", ClinicianContact => "clinician_contact",
    PermissionToTalk => "permission_to_talk",
});

impl IntakeField {
    /// Whether a new sheet has it ticked: what the hands need to know. Health, medicines, concerns, triggers and other
    /// people are for the person to tick.
    #[must_use]
    pub const fn ticked_at_first(self) -> bool {
        matches!(
            self,
            Self::Name
                | Self::Pronouns
                | Self::Allergies
                | Self::Goals
                | Self::Pressure
                | Self::Areas
                | Self::Boundaries
                | Self::Draping
                | Self::ComfortNeeds
                | Self::Cues
                | Self::StopSignal
        )
    }
}

/// Answer to a question about the body today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it all")]
pub enum PromptAnswer {
    Yes,
    No,
    RatherNotSay,
}

coded!(PromptAnswer, "an answer", { Yes => "yes", No => "no", RatherNotSay => "rather_not_say" });

/// Whether massage therapist and clinician may talk to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it all")]
pub enum Permission {
    Yes,
    No,
    AskMe,
}

coded!(Permission, "permission_to_talk", { Yes => "yes", No => "no", AskMe => "ask_me" });

/// Something in the person's history; written `bad knee:2019:swells after walks`, empty parts at the end left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistoryItem {
    title: ShortText,
    since: Option<ShortText>,
    note: Option<Line>,
}

impl HistoryItem {
    /// Makes one.
    ///
    /// # Errors
    /// [`Invalid::Field`] for a title or time with a colon, which stands between the parts.
    pub fn new(title: ShortText, since: Option<ShortText>, note: Option<Line>) -> Result<Self, Invalid> {
        let parts = [Some(&title), since.as_ref()];
        if parts.into_iter().flatten().any(|part| part.as_str().contains(':')) {
            return Err(Invalid::Field {
                field: "what it is and since when",
                allowed: "words without a colon",
            });
        }
        Ok(Self { title, since, note })
    }

    /// What it is.
    #[must_use]
    pub const fn title(&self) -> &ShortText {
        &self.title
    }

    /// Since when, in the person's words.
    #[must_use]
    pub const fn since(&self) -> Option<&ShortText> {
        self.since.as_ref()
    }

    /// More words on it.
    #[must_use]
    pub const fn note(&self) -> Option<&Line> {
        self.note.as_ref()
    }
}

impl fmt::Display for HistoryItem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.title.as_str())?;
        let since = self.since.as_ref().map_or("", ShortText::as_str);
        match &self.note {
            Some(note) => write!(f, ":{since}:{}", note.as_str()),
            None if since.is_empty() => Ok(()),
            None => write!(f, ":{since}"),
        }
    }
}

impl FromStr for HistoryItem {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        let mut parts = text.splitn(3, ':').map(str::trim);
        let title = ShortText::new("what it is", parts.next().unwrap_or_default())?;
        let mut next = || parts.next().filter(|part| !part.is_empty());
        let since = next().map(|since| ShortText::new("since when", since)).transpose()?;
        let note = next().map(|note| Line::new("a note", note)).transpose()?;
        Self::new(title, since, note)
    }
}

spelled!(HistoryItem, FieldKind::Text(400));

/// What somebody does not get on with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it all")]
pub enum AllergyKind {
    Scent,
    Oil,
    Latex,
    Nut,
    Other,
}

coded!(AllergyKind, "allergies", {
    Scent => "scent", Oil => "oil", Latex => "latex", Nut => "nut", Other => "other",
});

/// An allergy or sensitivity; written `oil:lavender`, or `latex` alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allergy {
    /// What kind of thing.
    pub kind: AllergyKind,
    /// Which, in the person's words.
    pub words: Option<ShortText>,
}

impl fmt::Display for Allergy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.kind.code())?;
        self.words.as_ref().map_or(Ok(()), |words| write!(f, ":{}", words.as_str()))
    }
}

impl FromStr for Allergy {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        let (kind, words) = text.split_once(':').map_or((text, ""), |(kind, words)| (kind, words.trim()));
        Ok(Self {
            kind: AllergyKind::from_code(kind.trim())?,
            words: (!words.is_empty()).then(|| ShortText::new("an allergy", words)).transpose()?,
        })
    }
}

spelled!(Allergy, FieldKind::Text(100));

content! {
    /// One version of the intake sheet.
    IntakeSheet(IntakeSheetId) without rules {
        /// number of the version, from 1
        version: VersionNumber,
        /// the day the person last went through it
        reviewed_on: LogicalDate,
        /// name to show
        name: Option<ShortText>,
        /// pronouns, in the person's words
        pronouns: Option<ShortText>,
        /// whom to call
        emergency_contact: Option<Line>,
        /// health history: title:since:note
        history: Vec<HistoryItem>,
        /// circulation trouble
        circulation: Option<PromptAnswer>,
        /// skin trouble
        skin: Option<PromptAnswer>,
        /// surgery of late
        surgery: Option<PromptAnswer>,
        /// pregnancy
        pregnancy: Option<PromptAnswer>,
        /// fever
        fever: Option<PromptAnswer>,
        /// medicines to name, by their ids
        medicines: Vec<MedicationId>,
        /// allergies and sensitivities: scent, oil, latex, nut or other, with :words
        allergies: Vec<Allergy>,
        /// concerns, in the person's words
        concerns: Option<Note>,
        /// what the person hopes for
        goals: Vec<Line>,
        /// pressure wanted, 1 feather-light to 5 deep
        pressure: Option<Pressure>,
        /// focus or avoid, region and side with ':' between
        areas: Vec<Area>,
        /// boundaries
        boundaries: Vec<Line>,
        /// clothing and draping
        draping: Option<ShortText>,
        /// what the person needs to be at ease
        comfort_needs: Vec<Line>,
        /// wishes for the room: light, music, scent-free
        cues: Vec<ShortText>,
        /// the sign or word that stops it
        stop_signal: Option<ShortText>,
        /// when it is too much, please do
        overwhelmed_do: Vec<Line>,
        /// when it is too much, please avoid
        overwhelmed_avoid: Vec<Line>,
        /// triggers
        triggers: Vec<Line>,
        /// how to reach the clinician
        clinician_contact: Option<Line>,
        /// whether massage therapist and clinician may talk to each other
        permission_to_talk: Option<Permission>,
        /// fields ticked to leave the diary
        shared: Vec<IntakeField>,
    }
}

impl IntakeSheet {
    /// Whether a field is ticked to leave the diary.
    #[must_use]
    pub fn shares(&self, field: IntakeField) -> bool {
        self.shared.contains(&field)
    }

    /// What of the sheet may leave the diary: the same with every field empty that is not ticked.
    #[must_use]
    pub fn ticked(&self) -> Self {
        use IntakeField as F;
        // Every field is named, so that a new one cannot leave without a tick.
        let Self {
            version,
            reviewed_on,
            name,
            pronouns,
            emergency_contact,
            history,
            circulation,
            skin,
            surgery,
            pregnancy,
            fever,
            medicines,
            allergies,
            concerns,
            goals,
            pressure,
            areas,
            boundaries,
            draping,
            comfort_needs,
            cues,
            stop_signal,
            overwhelmed_do,
            overwhelmed_avoid,
            triggers,
            clinician_contact,
            permission_to_talk,
            shared,
        } = self;
        Self {
            version: *version,
            reviewed_on: *reviewed_on,
            name: self.kept(F::Name, name),
            pronouns: self.kept(F::Pronouns, pronouns),
            emergency_contact: self.kept(F::EmergencyContact, emergency_contact),
            history: self.kept(F::History, history),
            circulation: self.kept(F::Circulation, circulation),
            skin: self.kept(F::Skin, skin),
            surgery: self.kept(F::Surgery, surgery),
            pregnancy: self.kept(F::Pregnancy, pregnancy),
            fever: self.kept(F::Fever, fever),
            medicines: self.kept(F::Medicines, medicines),
            allergies: self.kept(F::Allergies, allergies),
            concerns: self.kept(F::Concerns, concerns),
            goals: self.kept(F::Goals, goals),
            pressure: self.kept(F::Pressure, pressure),
            areas: self.kept(F::Areas, areas),
            boundaries: self.kept(F::Boundaries, boundaries),
            draping: self.kept(F::Draping, draping),
            comfort_needs: self.kept(F::ComfortNeeds, comfort_needs),
            cues: self.kept(F::Cues, cues),
            stop_signal: self.kept(F::StopSignal, stop_signal),
            overwhelmed_do: self.kept(F::OverwhelmedDo, overwhelmed_do),
            overwhelmed_avoid: self.kept(F::OverwhelmedAvoid, overwhelmed_avoid),
            triggers: self.kept(F::Triggers, triggers),
            clinician_contact: self.kept(F::ClinicianContact, clinician_contact),
            permission_to_talk: self.kept(F::PermissionToTalk, permission_to_talk),
            shared: shared.clone(),
        }
    }

    fn kept<T: Clone + Default>(&self, field: IntakeField, value: &T) -> T {
        if self.shares(field) { value.clone() } else { T::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ListItem;

    #[test]
    fn every_field_has_a_tick_and_every_tick_a_field() {
        let own = ["version", "reviewed_on", "shared"];
        let fields = IntakeSheet::FIELDS.iter().map(|field| field.name).filter(|name| !own.contains(name));
        let ticks = IntakeField::CODES.iter().copied().filter(|code| *code != "medicine_purposes");
        assert!(fields.eq(ticks));
    }

    #[test]
    fn health_concerns_triggers_and_other_people_are_not_ticked_at_first() {
        let unticked: Vec<&str> = IntakeField::ALL
            .iter()
            .filter(|field| !field.ticked_at_first())
            .map(|field| field.code())
            .collect();
        let expected = [
            "emergency_contact",
            "history",
            "circulation",
            "skin",
            "surgery",
            "pregnancy",
            "fever",
            "medicines",
            "medicine_purposes",
            "concerns",
            "overwhelmed_do",
            "overwhelmed_avoid",
            "triggers",
            "clinician_contact",
            "permission_to_talk",
        ];
        assert_eq!(unticked, expected);
    }

    #[test]
    fn each_field_leaves_with_its_own_tick_and_with_no_other() {
        use crate::{FieldValue, Texts};
        let medicine = "018bcfe5-6800-7000-8000-000000000000";
        let mut full = Texts::default();
        for (name, text) in [
            ("version", "1"),
            ("reviewed_on", "2026-11-24"),
            ("medicines", medicine),
            ("allergies", "oil:lavender"),
            ("areas", "focus:neck:both"),
            ("pressure", "2"),
            ("permission_to_talk", "ask_me"),
        ] {
            full.set(name, Some(text.to_owned()));
        }
        for field in
            IntakeField::ALL.iter().map(|field| field.code()).filter(|code| *code != "medicine_purposes")
        {
            if full.get(field).is_none() {
                let text = if ["circulation", "skin", "surgery", "pregnancy", "fever"].contains(&field) {
                    "no"
                } else {
                    field
                };
                full.set(field, Some(text.to_owned()));
            }
        }
        let own = ["version", "reviewed_on", "shared"];
        for tick in IntakeField::ALL {
            full.set("shared", vec![*tick].to_text());
            let left = IntakeSheet::read(&full).unwrap().ticked();
            let said: Vec<&str> = IntakeSheet::FIELDS
                .iter()
                .zip(left.texts())
                .filter(|(field, text)| text.is_some() && !own.contains(&field.name))
                .map(|(field, _)| field.name)
                .collect();
            let expected: Vec<&str> =
                Some(tick.code()).filter(|code| *code != "medicine_purposes").into_iter().collect();
            assert_eq!(said, expected);
        }
    }

    #[test]
    fn every_item_comes_back_from_its_text() {
        for text in ["bad knee:2019:swells: in the evening", "asthma", "scar:as a child", "hip::left side"] {
            assert_eq!(HistoryItem::from_item(text).unwrap().to_item(), text);
        }
        for text in ["oil:lavender: or lemon", "latex", "other:wool"] {
            assert_eq!(Allergy::from_item(text).unwrap().to_item(), text);
        }
        assert!(HistoryItem::from_item(":2019").is_err());
        assert!(Allergy::from_item("pollen").is_err());
        let words = |text: &str| ShortText::new("a text", text).unwrap();
        assert!(HistoryItem::new(words("a: b"), None, None).is_err());
    }
}
