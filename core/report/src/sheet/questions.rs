//! What to ask a massage therapist first? The sixteen questions, or those still open with one of them, with room to write.
//!
//! Refuses a grade: nothing is counted for or against anybody. Public sources are named, not linked.

use tidemark_model::{
    ChecklistAnswer, ChecklistStatus, IntakeField, Recorded, Records, Therapist, TherapistId, built_in,
};

use super::intake::ticked_rows;
use super::{Block, Part, Sheet, SheetCover, words};

/// What the person chooses for one page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct QuestionChoices {
    /// Only what is not asked yet, or unsure, with this therapist; all sixteen without.
    pub therapist: Option<TherapistId>,
}

/// The page of questions.
#[must_use]
pub fn questions_sheet(records: &Records, choices: QuestionChoices, cover: SheetCover) -> Sheet {
    let chosen = choices.therapist;
    let therapist = records.therapists.iter().find(|therapist| Some(therapist.id) == chosen);
    let mut open: Vec<Block> = built_in::checklist()
        .into_iter()
        .filter_map(|(item, question)| {
            let answer = therapist.map(|therapist| therapist.answer(item));
            ask(question, answer.as_ref())
        })
        .collect();
    if open.is_empty() {
        open.push(Block::Text(words::text("report.ask.all_asked")));
    }
    let mine = ticked_rows(
        records,
        &[
            IntakeField::Boundaries,
            IntakeField::Draping,
            IntakeField::StopSignal,
            IntakeField::ComfortNeeds,
            IntakeField::Allergies,
        ],
    );
    let sources = ["report.ask.nccih", "report.ask.amta", "report.ask.abmp"].map(words::text);
    let sources = [Block::Text(words::text("report.ask.sources_note")), Block::Text(sources.join(" · "))];
    let parts =
        [("report.ask.questions", open), ("report.ask.say", mine), ("report.ask.sources", sources.to_vec())];
    Sheet {
        paper: cover.paper,
        title: words::text("report.ask.title"),
        person: String::new(),
        given: therapist.map_or_else(
            || words::text("report.ask.given"),
            |therapist| words::with("report.ask.given_for", "name", &named(therapist)),
        ),
        made_on: cover.made_on,
        zone: cover.zone,
        sample_label: cover.sample_label,
        foot: words::text("report.ask.foot"),
        front: parts
            .into_iter()
            .filter_map(|(heading, blocks)| Part::of(words::text(heading), blocks))
            .collect(),
        back: vec![],
    }
}

fn named(therapist: &Recorded<Therapist>) -> String {
    match &therapist.practice {
        Some(practice) => format!("{}, {}", therapist.name.as_str(), practice.as_str()),
        None => therapist.name.as_str().to_owned(),
    }
}

/// The question, unless it has an answer.
fn ask(question: &str, answer: Option<&ChecklistAnswer>) -> Option<Block> {
    let known = match answer {
        None => None,
        Some(answer) => match answer.status {
            ChecklistStatus::NotAsked => None,
            ChecklistStatus::Unsure => Some(unsure(answer)),
            ChecklistStatus::Confirmed | ChecklistStatus::Declined | ChecklistStatus::NotApplicable => {
                return None;
            }
        },
    };
    Some(Block::Ask { question: question.to_owned(), known })
}

fn unsure(answer: &ChecklistAnswer) -> String {
    let said = match answer.on {
        Some(on) => words::with("report.ask.unsure_since", "date", &words::date(on)),
        None => words::text("report.ask.unsure"),
    };
    answer.note.as_ref().map_or_else(|| said.clone(), |note| format!("{said}: {}", note.as_str()))
}
