//! `MedicationStatement`: one dose of a medicine over one stretch of days, in the person's words. No dose is read or checked.

use serde::Serialize;
use tidemark_findings::{DosePeriod, Standing};
use tidemark_model::{ChangeKind, MedicationChange, Recorded};

use super::datatype::{Annotation, Concept, Period};
use super::extension::Extension;
use super::narrative::Narrative;
use super::resource_id::{Reference, ResourceId};
use super::{Context, when, words};

/// `MedicationStatement`.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "resourceType", rename_all = "camelCase")]
pub(super) struct MedicationStatement {
    id: ResourceId,
    text: Narrative,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    extension: Vec<Extension>,
    status: &'static str,
    medication_codeable_concept: Concept,
    subject: Reference,
    #[serde(skip_serializing_if = "Option::is_none")]
    effective_period: Option<Period>,
    date_asserted: String,
    information_source: Reference,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    note: Vec<Annotation>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    dosage: Vec<Dosage>,
}

#[derive(Clone, Debug, Serialize)]
struct Dosage {
    text: String,
}

impl MedicationStatement {
    /// The id of a dose: the change that began it, else the medicine.
    pub(super) fn id_of(dose: &DosePeriod) -> ResourceId {
        dose.opened_by.map_or_else(|| ResourceId::of(dose.medication.id), |change| ResourceId::of(change.id))
    }

    pub(super) fn of(context: &Context, dose: &DosePeriod) -> Self {
        let medication = dose.medication;
        let stamp = dose.stamp();
        let strength = medication.strength.as_ref().map(|strength| format!(" {}", strength.as_str()));
        let name = format!("{}{}", medication.name.as_str(), strength.unwrap_or_default());
        let text = dose.dose.map(|dose| dose.as_str().to_owned());
        let mut note: Vec<Annotation> = [dose.opened_by, dose.closed_by]
            .into_iter()
            .flatten()
            .map(|c| Annotation::said(said(c)))
            .collect();
        if context.ticked.notes {
            let reasons = [dose.opened_by, dose.closed_by].into_iter().flatten();
            note.extend(reasons.filter_map(|change| {
                change.reason.as_ref().map(|why| Annotation::by(context.patient.reference(), why.as_str()))
            }));
        }
        let period =
            Period { start: dose.from.map(|day| day.to_string()), end: dose.to.map(|day| day.to_string()) };
        let line = [
            Some(name.clone()),
            text.clone(),
            dose.from.map(|day| format!("from {}", words::day(day))),
            dose.to.map(|day| format!("to {}", words::day(day))),
            (dose.standing == Standing::Paused).then(|| "paused".to_owned()),
        ];
        let line: Vec<String> = line.into_iter().flatten().collect();
        Self {
            id: Self::id_of(dose),
            text: Narrative::line(&line.join(", ")),
            extension: Extension::recorded_by(stamp.recorded_by).into_iter().collect(),
            status: status(dose.standing),
            medication_codeable_concept: Concept::words(name),
            subject: context.patient.reference(),
            effective_period: (period.start.is_some() || period.end.is_some()).then_some(period),
            date_asserted: when::moment(stamp.recorded),
            information_source: context.writer(stamp),
            note,
            dosage: text.map(|text| Dosage { text }).into_iter().collect(),
        }
    }
}

const fn status(standing: Standing) -> &'static str {
    match standing {
        Standing::Taken => "active",
        Standing::Paused => "on-hold",
        Standing::Over => "completed",
        Standing::Stopped => "stopped",
        Standing::Intended => "intended",
    }
}

/// `21 Oct 2026: more, from 50 mg, to 75 mg.` Who decided it is not said: it may be a name.
fn said(change: &Recorded<MedicationChange>) -> String {
    let kind = match change.kind {
        ChangeKind::Start => "begun",
        ChangeKind::Stop => "ended",
        ChangeKind::Up => "more",
        ChangeKind::Down => "less",
        ChangeKind::TimeMoved => "other times",
        ChangeKind::Switch => "replaced",
        ChangeKind::Paused => "interrupted",
    };
    let part = |what: &str, text: &Option<tidemark_model::ShortText>| {
        text.as_ref().map(|text| format!("{what} {}", text.as_str()))
    };
    let parts = [Some(kind.to_owned()), part("from", &change.from), part("to", &change.to)];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    format!("{}: {}.", words::day(change.at), parts.join(", "))
}
