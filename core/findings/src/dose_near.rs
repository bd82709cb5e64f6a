//! Were sessions close to a dose of a medicine that the person noted as changing how touch feels? A count and a question;
//! nothing is said about doses.

use std::collections::BTreeMap;

use tidemark_model::{Medication, MedicationId, Period, Recorded, Records, TouchNote};

use crate::Sentence;
use crate::coverage::count_of;
use crate::held::held;
use crate::wording::{Phrase, text};

/// Minutes between a dose and the start of a session.
const NEAR_MIN: i64 = 120;
/// Sessions from which on something is said.
const LEAST: usize = 3;

/// Sessions near doses of one medicine, and what this says.
pub(crate) struct DoseNear {
    pub(crate) medication: MedicationId,
    pub(crate) n: u32,
    pub(crate) sentence: Sentence,
    pub(crate) ask: Sentence,
}

/// One entry a medicine with at least three such sessions in `period`, in the order the medicines were recorded.
pub(crate) fn doses_near(records: &Records, period: Period) -> Vec<DoseNear> {
    let mut near: BTreeMap<MedicationId, usize> = BTreeMap::new();
    for session in held(records, period) {
        let started = session.parts().started.instant;
        let mut taken: Vec<MedicationId> = session
            .parts()
            .details
            .last_doses
            .iter()
            .filter(|dose| started.minutes_since(dose.taken_at.instant).abs() <= NEAR_MIN)
            .map(|dose| dose.medication)
            .collect();
        taken.sort_unstable();
        taken.dedup();
        for medication in taken {
            *near.entry(medication).or_default() += 1;
        }
    }
    let noted = |medication: &&Recorded<Medication>| {
        medication.stamp.deleted_at.is_none()
            && (!medication.touch_notes.is_empty() || medication.touch_words.is_some())
    };
    let mut found: Vec<DoseNear> = records
        .medications
        .iter()
        .filter(noted)
        .filter_map(|medication| {
            let n = near.get(&medication.id).copied().filter(|n| *n >= LEAST)?;
            let ask = Phrase::new("card.ask.dose_near").words("medicine", medication.name.as_str()).say();
            let sentence = sentence(medication, n);
            Some(DoseNear { medication: medication.id, n: count_of(n), sentence, ask })
        })
        .collect();
    found.sort_by_key(|near| near.medication);
    found
}

fn sentence(medication: &Medication, n: usize) -> Sentence {
    let notes = medication.touch_notes.iter().map(|note| {
        text(match note {
            TouchNote::Drowsy => "part.touch.drowsy",
            TouchNote::Numb => "part.touch.numb",
            TouchNote::Bruises => "part.touch.bruises",
            TouchNote::Sore => "part.touch.sore",
            TouchNote::Other => "part.touch.other",
        })
    });
    // The person's own words say more than "another way".
    let words = medication.touch_words.as_ref().map(|words| words.as_str().to_owned());
    let notes: Vec<String> = match words {
        Some(words) if medication.touch_notes.iter().all(|note| *note == TouchNote::Other) => vec![words],
        _ => notes.collect(),
    };
    Phrase::new("card.dose_near")
        .count("n", count_of(n))
        .words("medicine", medication.name.as_str())
        .words("note", notes.join(", "))
        .say()
}
