//! A massage therapist the person knows or may choose, with what was asked and answered. What was answered is counted,
//! never graded.

use std::fmt;
use std::str::FromStr;

use crate::code::coded;
use crate::content::content;
use crate::field::spelled;
use crate::{FieldKind, Invalid, Line, LogicalDate, Modality, Note, ShortText};

/// One of the sixteen things to ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChecklistItem {
    /// Licence or registration for the person's region.
    Licence,
    /// Certifications.
    Certifications,
    /// Continuing education.
    ContinuingEducation,
    /// Mental-health training.
    MentalHealthTraining,
    /// Trauma-informed training.
    TraumaInformedTraining,
    /// Training in the style the person wants.
    StyleTraining,
    /// Intake before the first visit.
    IntakeFirst,
    /// Experience with anxiety.
    ExperienceAnxiety,
    /// Experience with low mood.
    ExperienceLowMood,
    /// Experience with after-trauma needs.
    ExperienceAfterTrauma,
    /// Experience with long-lasting pain.
    ExperienceLastingPain,
    /// How triggers and distress are handled.
    DistressHandling,
    /// Plan: frequency, length, how it is adjusted.
    Plan,
    /// Listed with a professional body and its ethics code.
    ProfessionalBody,
    /// First talk held, fit and comfort.
    FirstTalk,
    /// Privacy policy and consent practice.
    PrivacyAndConsent,
}

coded!(ChecklistItem, "an item", {
    Licence => "licence", Certifications => "certifications", ContinuingEducation => "continuing_education",
    MentalHealthTraining => "mental_health_training", TraumaInformedTraining => "trauma_informed_training",
    StyleTraining => "style_training", IntakeFirst => "intake_first", ExperienceAnxiety => "experience_anxiety",
    ExperienceLowMood => "experience_low_mood", ExperienceAfterTrauma => "experience_after_trauma",
    ExperienceLastingPain => "experience_lasting_pain", DistressHandling => "distress_handling", Plan => "plan",
    ProfessionalBody => "professional_body", FirstTalk => "first_talk",
    PrivacyAndConsent => "privacy_and_consent",
});

/// Where an item stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChecklistStatus {
    /// Not asked yet.
    NotAsked,
    /// Asked, and so.
    Confirmed,
    /// Asked, and still open.
    Unsure,
    /// Asked, and not answered or not so.
    Declined,
    /// Of no matter here.
    NotApplicable,
}

coded!(ChecklistStatus, "status", {
    NotAsked => "not_asked", Confirmed => "confirmed", Unsure => "unsure", Declined => "declined",
    NotApplicable => "not_applicable",
});

impl ChecklistStatus {
    /// Whether the question was put.
    #[must_use]
    pub const fn asked(self) -> bool {
        matches!(self, Self::Confirmed | Self::Unsure | Self::Declined)
    }
}

/// How an answer was had.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChecklistHow {
    /// By word or in writing.
    Told,
    /// A paper or page that was seen.
    Seen,
    /// In a register or directory.
    LookedUp,
    /// Otherwise.
    Other,
}

coded!(ChecklistHow, "how", { Told => "told", Seen => "seen", LookedUp => "looked_up", Other => "other" });

/// What is known of one item; written `licence:confirmed:2026-10-03:seen:number on the wall`, empty parts at the end left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChecklistAnswer {
    /// Which item.
    pub item: ChecklistItem,
    /// Where it stands.
    pub status: ChecklistStatus,
    /// The day it was asked or seen.
    pub on: Option<LogicalDate>,
    /// How the answer was had.
    pub how: Option<ChecklistHow>,
    /// Words of the person.
    pub note: Option<Line>,
}

impl fmt::Display for ChecklistAnswer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let on = self.on.map(|on| on.to_string()).unwrap_or_default();
        let how = self.how.map_or("", ChecklistHow::code);
        let note = self.note.as_ref().map_or("", Line::as_str);
        let text = format!("{}:{}:{on}:{how}:{note}", self.item.code(), self.status.code());
        // A note may end in colons of its own.
        f.write_str(if note.is_empty() { text.trim_end_matches(':') } else { &text })
    }
}

impl FromStr for ChecklistAnswer {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        let mut parts = text.splitn(5, ':').map(str::trim);
        let mut next = || parts.next().filter(|part| !part.is_empty());
        let refused = Invalid::Field {
            field: "an item of the checklist",
            allowed: "item:status:date:how:note, such as licence:confirmed:2026-10-03:seen",
        };
        let (Some(item), Some(status)) = (next(), next()) else { return Err(refused) };
        Ok(Self {
            item: ChecklistItem::from_code(item)?,
            status: ChecklistStatus::from_code(status)?,
            on: next().map(str::parse).transpose()?,
            how: next().map(ChecklistHow::from_code).transpose()?,
            note: next().map(|note| Line::new("a note", note)).transpose()?,
        })
    }
}

spelled!(ChecklistAnswer, FieldKind::Text(400));

/// How many items stand where; a count, no grade.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ChecklistCount {
    /// Items whose question was put.
    pub asked: usize,
    /// Items of no matter here.
    pub not_applicable: usize,
    /// All items.
    pub of: usize,
}

content! {
    /// One massage therapist.
    Therapist(TherapistId) {
        /// name
        name: ShortText,
        /// practice
        practice: Option<ShortText>,
        /// how to reach them
        contact: Option<Line>,
        /// region of the licence or registration
        region: Option<ShortText>,
        /// kind of licence, registration or certificate
        credential_type: Option<ShortText>,
        /// its number
        credential_number: Option<ShortText>,
        /// the day it was seen or looked up
        credential_on: Option<LogicalDate>,
        /// styles they offer
        styles: Vec<Modality>,
        /// languages spoken
        languages: Vec<ShortText>,
        /// what was asked: item:status:date:how:note
        checklist: Vec<ChecklistAnswer>,
        /// how the first talk or visit fitted, in the person's words
        first_visit_fit: Option<Note>,
    }
}

impl Therapist {
    /// Days after which a credential's date is shown with it.
    const CREDENTIAL_DAYS: i32 = 365;

    /// What is known of one item; not asked when nothing was written down.
    #[must_use]
    pub fn answer(&self, item: ChecklistItem) -> ChecklistAnswer {
        let blank =
            || ChecklistAnswer { item, status: ChecklistStatus::NotAsked, on: None, how: None, note: None };
        self.checklist.iter().find(|answer| answer.item == item).cloned().unwrap_or_else(blank)
    }

    /// How many of the sixteen items were asked.
    #[must_use]
    pub fn asked(&self) -> ChecklistCount {
        let count = |counts: fn(ChecklistStatus) -> bool| {
            self.checklist.iter().filter(|answer| counts(answer.status)).count()
        };
        ChecklistCount {
            asked: count(ChecklistStatus::asked),
            not_applicable: count(|status| status == ChecklistStatus::NotApplicable),
            of: ChecklistItem::ALL.len(),
        }
    }

    /// The day of the credential, when that is more than twelve months before `today` and so has to be shown.
    #[must_use]
    pub fn dated_credential(&self, today: LogicalDate) -> Option<LogicalDate> {
        let old = |on: &LogicalDate| today.day_number() - on.day_number() > Self::CREDENTIAL_DAYS;
        self.credential_on.filter(old)
    }

    fn rules(&self) -> Result<(), Invalid> {
        let mut items: Vec<ChecklistItem> = self.checklist.iter().map(|answer| answer.item).collect();
        items.sort_unstable();
        items.dedup();
        if items.len() == self.checklist.len() {
            Ok(())
        } else {
            Err(Invalid::Field { field: "checklist", allowed: "each item once" })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{ListItem, Texts};

    #[test]
    fn every_answer_comes_back_from_its_text() {
        for text in [
            "licence:confirmed:2026-10-03:seen:number 12: on the wall | left",
            "first_talk:unsure",
            "plan:declined::told",
            "experience_anxiety:not_applicable:2026-10-03",
            "privacy_and_consent:confirmed:::ends in a colon:",
        ] {
            assert_eq!(ChecklistAnswer::from_item(text).unwrap().to_item(), text);
        }
        for text in [
            "licence",
            "licence:",
            "licence:fine",
            "charm:confirmed",
            "licence:confirmed:2026-02-30",
            "plan:unsure::guess",
        ] {
            assert!(ChecklistAnswer::from_item(text).is_err(), "{text}");
        }
    }

    fn therapist(checklist: &str, credential_on: &str) -> Result<Therapist, Invalid> {
        let mut texts = Texts::default();
        for (name, text) in [("name", "A"), ("checklist", checklist), ("credential_on", credential_on)] {
            texts.set(name, Some(text.to_owned()).filter(|text| !text.is_empty()));
        }
        let read = Therapist::read(&texts)?;
        read.rules().map(|()| read)
    }

    #[test]
    fn what_was_asked_is_counted_and_nothing_more_is_said_of_it() {
        let checklist = "licence:confirmed | plan:unsure | first_talk:declined | intake_first:not_asked | \
                         experience_anxiety:not_applicable";
        let count = therapist(checklist, "").unwrap().asked();
        assert_eq!(count, ChecklistCount { asked: 3, not_applicable: 1, of: 16 });
        assert_eq!(
            therapist("", "").unwrap().asked(),
            ChecklistCount { asked: 0, not_applicable: 0, of: 16 }
        );
        assert!(therapist("plan:unsure | plan:confirmed", "").is_err());
    }

    #[test]
    fn a_credential_shows_its_date_once_that_is_more_than_twelve_months_old() {
        let seen = therapist("", "2025-11-24").unwrap();
        let on = |day: &str| seen.dated_credential(day.parse().unwrap()).map(|day| day.to_string());
        assert_eq!(on("2026-11-24"), None);
        assert_eq!(on("2026-11-25").as_deref(), Some("2025-11-24"));
        assert_eq!(therapist("", "").unwrap().dated_credential("2026-11-25".parse().unwrap()), None);
    }
}
