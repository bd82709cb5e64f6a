//! Medicine changes of a period, numbered M1, M2, … in order of date, in the person's own words.

use serde::Serialize;
use tidemark_model::{ChangeKind, LogicalDate, MedicationChange, Period, Recorded, Records, ShortText};

use crate::wording::Phrase;
use crate::{Sentence, iso};

/// One change of a medicine.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ChangeLine {
    /// Number in charts, such as `M1`.
    pub label: String,
    /// The day it took effect.
    #[serde(serialize_with = "iso::day")]
    pub day: LogicalDate,
    /// The change as recorded; stands after the number.
    pub sentence: Sentence,
}

/// The changes of `period`.
pub(crate) fn changes(records: &Records, period: Period) -> Vec<ChangeLine> {
    let numbered = numbered(records, period).into_iter();
    numbered
        .map(|(label, change)| ChangeLine { label, day: change.at, sentence: sentence(records, change) })
        .collect()
}

/// The changes of `period` with their numbers.
pub(super) fn numbered(records: &Records, period: Period) -> Vec<(String, &Recorded<MedicationChange>)> {
    let mut changes: Vec<&Recorded<MedicationChange>> = records
        .medication_changes
        .iter()
        .filter(|change| change.stamp.deleted_at.is_none() && period.contains(change.at))
        .collect();
    changes.sort_by_key(|change| (change.at, change.stamp.recorded.instant, change.id));
    changes.into_iter().enumerate().map(|(at, change)| (format!("M{}", at + 1), change)).collect()
}

fn sentence(records: &Records, change: &MedicationChange) -> Sentence {
    let name = records
        .medications
        .iter()
        .find(|medication| medication.id == change.medication_id)
        .map_or_else(|| crate::text("label.a_medicine"), |medication| medication.name.as_str().to_owned());
    let words = |text: &Option<ShortText>| text.as_ref().map(|text| text.as_str().to_owned());
    let phrase = |id: &'static str| Phrase::new(id).day("date", change.at).words("medicine", &name);
    let doses = match (words(&change.from), words(&change.to)) {
        (None, None) => None,
        (Some(from), Some(to)) => Some(Phrase::new("part.dose.both").words("from", from).words("to", to)),
        (Some(from), None) => Some(Phrase::new("part.dose.from").words("from", from)),
        (None, Some(to)) => Some(Phrase::new("part.dose.to").words("to", to)),
    };
    let kind = crate::text(match change.kind {
        ChangeKind::Start => "part.medicine.start",
        ChangeKind::Stop => "part.medicine.stop",
        ChangeKind::Up => "part.medicine.up",
        ChangeKind::Down => "part.medicine.down",
        ChangeKind::TimeMoved => "part.medicine.time_moved",
        ChangeKind::Switch => "part.medicine.switch",
        ChangeKind::Paused => "part.medicine.paused",
    });
    match doses {
        Some(doses) => phrase("sentence.medicine").words("kind", kind).words("doses", doses.say().text).say(),
        None => phrase("sentence.medicine.kind_only").words("kind", kind).say(),
    }
}
