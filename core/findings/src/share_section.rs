//! What a section that may leave the diary is called, in a list that the person reads before and after it leaves.

use tidemark_model::{LeftSection, ShareSection};

use crate::wording::{Phrase, text};

/// `What leaves: trends, 2 of 5 notes.`, in the order given.
#[must_use]
pub fn what_leaves(sections: &[LeftSection]) -> String {
    let list: Vec<String> = sections.iter().map(|section| left_name(*section)).collect();
    Phrase::new("label.leaves").words("list", list.join(", ")).say().text
}

/// The name of a section that leaves within a sentence; of some notes, how many of how many.
#[must_use]
pub fn left_name(left: LeftSection) -> String {
    let name = section_name(left.section);
    match left.some {
        None => name,
        Some(some) => {
            Phrase::new("label.section.some")
                .count("n", some.n)
                .count("all", some.of)
                .words("what", name)
                .say()
                .text
        }
    }
}

/// The name of a section within a sentence, such as `massage sessions`.
#[must_use]
pub fn section_name(section: ShareSection) -> String {
    text(match section {
        ShareSection::Trends => "label.section.trends",
        ShareSection::Sessions => "label.section.sessions",
        ShareSection::Questionnaires => "label.section.questionnaires",
        ShareSection::Medicines => "label.section.medicines",
        ShareSection::UnwantedEffects => "label.section.unwanted_effects",
        ShareSection::Questions => "label.section.questions",
        ShareSection::Goals => "label.section.goals",
        ShareSection::Events => "label.section.events",
        ShareSection::Practices => "label.section.practices",
        ShareSection::Plan => "label.section.plan",
        ShareSection::Notes => "label.section.notes",
        ShareSection::Distress => "label.section.distress",
        ShareSection::ItemScores => "label.section.item_scores",
        ShareSection::DailyTable => "label.section.daily_table",
        ShareSection::Name => "label.section.name",
        ShareSection::Therapists => "label.section.therapists",
        ShareSection::CareTeam => "label.section.care_team",
        ShareSection::Intake => "label.section.intake",
        ShareSection::Reminders => "label.section.reminders",
        ShareSection::Safety => "label.section.safety",
    })
}
