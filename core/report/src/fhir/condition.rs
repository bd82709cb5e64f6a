//! Condition: something of the person's history, in their words, from their newest intake sheet. Only when ticked for this
//! document and on the sheet itself; nobody else confirmed it, and whether it lasts is not said.

use serde::Serialize;
use tidemark_model::{HistoryItem, IntakeSheet, RecordId, Recorded};

use super::datatype::{Annotation, Coding, Concept};
use super::narrative::Narrative;
use super::resource_id::{Reference, ResourceId};
use super::{Context, when};

/// Condition.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "resourceType", rename_all = "camelCase")]
pub(super) struct Condition {
    id: ResourceId,
    text: Narrative,
    verification_status: Concept,
    code: Concept,
    subject: Reference,
    #[serde(skip_serializing_if = "Option::is_none")]
    onset_string: Option<String>,
    recorded_date: String,
    recorder: Reference,
    asserter: Reference,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    note: Vec<Annotation>,
}

impl Condition {
    /// The id of the item at a place of a sheet's history, from 0.
    pub(super) fn id_of(sheet: &Recorded<IntakeSheet>, place: usize) -> ResourceId {
        let place = u64::try_from(place).unwrap_or(u64::MAX).to_be_bytes();
        ResourceId::derived("Condition", &[&sheet.id.to_bytes()[..], &place].concat())
    }

    pub(super) fn of(
        context: &Context,
        sheet: &Recorded<IntakeSheet>,
        place: usize,
        item: &HistoryItem,
    ) -> Self {
        let person = context.patient.reference();
        Self {
            id: Self::id_of(sheet, place),
            text: Narrative::line(&said(item)),
            verification_status: Concept::code(Coding {
                system: "http://terminology.hl7.org/CodeSystem/condition-ver-status",
                code: "unconfirmed".into(),
                display: "Unconfirmed".into(),
            }),
            code: Concept::words(item.title().as_str().to_owned()),
            subject: person,
            onset_string: item.since().map(|since| since.as_str().to_owned()),
            recorded_date: when::moment(sheet.stamp.recorded),
            recorder: context.writer(&sheet.stamp),
            asserter: context.writer(&sheet.stamp),
            note: item.note().map(|note| Annotation::by(person, note.as_str())).into_iter().collect(),
        }
    }
}

/// `bad knee, since 2019: swells after walks`.
pub(super) fn said(item: &HistoryItem) -> String {
    let since = item.since().map(|since| format!(", since {}", since.as_str())).unwrap_or_default();
    let note = item.note().map(|note| format!(": {}", note.as_str())).unwrap_or_default();
    format!("{}{since}{note}", item.title().as_str())
}
