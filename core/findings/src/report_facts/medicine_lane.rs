//! Which medicine was taken when? One lane for each: its doses over days, and the numbers of its changes.
//!
//! Refuses to fill in what nobody wrote down: a first day that is not known stays unknown, and so does a dose.

use serde::Serialize;
use tidemark_model::{ChangeKind, LogicalDate, MedicationId, Period, Records};

use super::{Marker, medicine};
use crate::{DosePeriod, dose_periods, iso};

/// One medicine over the period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MedicineLane {
    /// Its name and strength, in the person's words.
    pub name: String,
    /// Its doses that touch the period, in order of days; empty when only a change of it does.
    pub doses: Vec<DoseStretch>,
    /// Its changes within the period, by number and day.
    pub changes: Vec<Marker>,
}

/// One dose over a stretch of days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DoseStretch {
    /// First day, also before the period; none when nobody wrote it down.
    #[serde(serialize_with = "iso::some_day")]
    pub from: Option<LogicalDate>,
    /// Last day, also after the period; none: not over, or not written down.
    #[serde(serialize_with = "iso::some_day")]
    pub to: Option<LogicalDate>,
    /// The dose, in the person's words.
    pub dose: Option<String>,
    /// Whether the medicine rested.
    pub paused: bool,
}

/// The medicines that were taken or changed within `period`, earliest first day first.
pub(crate) fn lanes(records: &Records, period: Period, as_of: LogicalDate) -> Vec<MedicineLane> {
    let doses = dose_periods(records, period, as_of);
    let changes = medicine::numbered(records, period);
    let mut ids: Vec<MedicationId> = Vec::new();
    for id in doses.iter().map(|dose| dose.medication.id).chain(changes.iter().map(|(_, c)| c.medication_id))
    {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    let lane = |id: MedicationId| MedicineLane {
        name: name(records, id),
        doses: doses.iter().filter(|dose| dose.medication.id == id).map(stretch).collect(),
        changes: changes
            .iter()
            .filter(|(_, change)| change.medication_id == id)
            .map(|(label, change)| Marker { label: label.clone(), day: change.at })
            .collect(),
    };
    ids.into_iter().map(lane).collect()
}

fn name(records: &Records, id: MedicationId) -> String {
    let Some(medication) = records.medications.iter().find(|medication| medication.id == id) else {
        return crate::text("label.a_medicine");
    };
    let strength = medication.strength.as_ref().map(|strength| format!(" {}", strength.as_str()));
    format!("{}{}", medication.name.as_str(), strength.unwrap_or_default())
}

fn stretch(dose: &DosePeriod) -> DoseStretch {
    DoseStretch {
        from: dose.from,
        to: dose.to,
        dose: dose.dose.map(|dose| dose.as_str().to_owned()),
        paused: dose.opened_by.is_some_and(|change| change.kind == ChangeKind::Paused),
    }
}
