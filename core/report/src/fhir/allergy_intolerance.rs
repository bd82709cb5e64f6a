//! `AllergyIntolerance`: what the person does not get on with, in their words, from their newest intake sheet. Only when ticked
//! for this document and on the sheet itself; nobody else confirmed it, and its absence says nothing.

use serde::Serialize;
use tidemark_model::{Allergy, AllergyKind, IntakeSheet, RecordId, Recorded};

use super::datatype::{Coding, Concept};
use super::narrative::Narrative;
use super::resource_id::{Reference, ResourceId};
use super::{Context, when};

/// `AllergyIntolerance`.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "resourceType", rename_all = "camelCase")]
pub(super) struct AllergyIntolerance {
    id: ResourceId,
    text: Narrative,
    clinical_status: Concept,
    verification_status: Concept,
    code: Concept,
    patient: Reference,
    recorded_date: String,
    recorder: Reference,
    asserter: Reference,
}

impl AllergyIntolerance {
    /// The id of the allergy at a place of a sheet, from 0.
    pub(super) fn id_of(sheet: &Recorded<IntakeSheet>, place: usize) -> ResourceId {
        let place = u64::try_from(place).unwrap_or(u64::MAX).to_be_bytes();
        ResourceId::derived("AllergyIntolerance", &[&sheet.id.to_bytes()[..], &place].concat())
    }

    pub(super) fn of(
        context: &Context,
        sheet: &Recorded<IntakeSheet>,
        place: usize,
        allergy: &Allergy,
    ) -> Self {
        let said = said(allergy);
        Self {
            id: Self::id_of(sheet, place),
            text: Narrative::line(&said),
            clinical_status: Concept::code(Coding {
                system: "http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical",
                code: "active".into(),
                display: "Active".into(),
            }),
            verification_status: Concept::code(Coding {
                system: "http://terminology.hl7.org/CodeSystem/allergyintolerance-verification",
                code: "unconfirmed".into(),
                display: "Unconfirmed".into(),
            }),
            code: Concept::words(said),
            patient: context.patient.reference(),
            recorded_date: when::moment(sheet.stamp.recorded),
            recorder: context.writer(&sheet.stamp),
            asserter: context.writer(&sheet.stamp),
        }
    }
}

/// `oil: lavender`, or `latex` alone.
pub(super) fn said(allergy: &Allergy) -> String {
    let kind = match allergy.kind {
        AllergyKind::Scent => "scent",
        AllergyKind::Oil => "oil",
        AllergyKind::Latex => "latex",
        AllergyKind::Nut => "nut",
        AllergyKind::Other => "other",
    };
    allergy.words.as_ref().map_or_else(|| kind.to_owned(), |words| format!("{kind}: {}", words.as_str()))
}
