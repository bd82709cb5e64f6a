//! Over which days was which dose of a medicine taken? As the person wrote down the medicine and its changes: each change
//! ends what was before it, and all but an end begin something.
//!
//! Refuses to guess: a dose nobody wrote down is absent, and so is a first or last day.

use tidemark_model::{
    ChangeKind, LogicalDate, Medication, MedicationChange, Period, Recorded, Records, ShortText, Stamp,
};

/// One dose over a stretch of days.
#[derive(Clone, Copy, Debug)]
pub struct DosePeriod<'a> {
    /// The medicine.
    pub medication: &'a Recorded<Medication>,
    /// The change that began it; none for what was before all changes.
    pub opened_by: Option<&'a Recorded<MedicationChange>>,
    /// The change that ended it.
    pub closed_by: Option<&'a Recorded<MedicationChange>>,
    /// First day, when known.
    pub from: Option<LogicalDate>,
    /// Last day; none: not over, or not known.
    pub to: Option<LogicalDate>,
    /// The dose in the person's words.
    pub dose: Option<&'a ShortText>,
    /// Where it stands.
    pub standing: Standing,
}

impl<'a> DosePeriod<'a> {
    /// When and by whom it was written down.
    #[must_use]
    pub fn stamp(&self) -> &'a Stamp {
        self.opened_by.map_or(&self.medication.stamp, |change| &change.stamp)
    }
}

/// Where a dose stands on the day a report is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Not over.
    Taken,
    /// An interruption.
    Paused,
    /// Gave way to another dose, or to nothing.
    Over,
    /// Ended by a change that says so.
    Stopped,
    /// Begins later.
    Intended,
}

/// The doses that touch `period`, medicine by medicine, as of `made_on`.
#[must_use]
pub fn dose_periods(records: &Records, period: Period, made_on: LogicalDate) -> Vec<DosePeriod<'_>> {
    let mut medications: Vec<&Recorded<Medication>> =
        records.medications.iter().filter(|m| m.stamp.deleted_at.is_none()).collect();
    medications.sort_by_key(|m| (m.start, m.id));
    let mut changes: Vec<&Recorded<MedicationChange>> =
        records.medication_changes.iter().filter(|c| c.stamp.deleted_at.is_none()).collect();
    changes.sort_by_key(|c| (c.at, c.stamp.recorded.instant, c.id));
    let mut doses: Vec<DosePeriod> = Vec::new();
    for medication in medications {
        let own: Vec<_> = changes.iter().copied().filter(|c| c.medication_id == medication.id).collect();
        doses.extend(of_one(medication, &own, made_on));
    }
    let touches = |dose: &DosePeriod| {
        dose.from.is_none_or(|from| from <= period.to()) && dose.to.is_none_or(|to| period.from() <= to)
    };
    doses.retain(touches);
    doses
}

fn of_one<'a>(
    medication: &'a Recorded<Medication>,
    changes: &[&'a Recorded<MedicationChange>],
    made_on: LogicalDate,
) -> Vec<DosePeriod<'a>> {
    let before = DosePeriod {
        medication,
        opened_by: None,
        closed_by: None,
        from: medication.start,
        to: None,
        // What was before the first change, that change says.
        dose: changes.first().map_or(medication.dose.as_ref(), |first| first.from.as_ref()),
        standing: Standing::Taken,
    };
    // A medicine whose first change is its start has nothing before it.
    let begins = changes.first().is_some_and(|first| first.kind == ChangeKind::Start);
    let mut open = (!begins).then_some(before);
    let mut doses = Vec::new();
    for change in changes.iter().copied() {
        doses.extend(open.take().map(|dose| closed(dose, change)));
        let standing = match change.kind {
            ChangeKind::Stop | ChangeKind::Switch => continue,
            ChangeKind::Paused => Standing::Paused,
            ChangeKind::Start | ChangeKind::Up | ChangeKind::Down | ChangeKind::TimeMoved => Standing::Taken,
        };
        open = Some(DosePeriod {
            medication,
            opened_by: Some(change),
            closed_by: None,
            from: Some(change.at),
            to: None,
            dose: change.to.as_ref(),
            standing,
        });
    }
    // The last day that the medicine itself names ends what no change ended.
    doses.extend(open.map(|dose| DosePeriod {
        to: medication.stop.map(|stop| dose.from.map_or(stop, |from| stop.max(from))),
        ..dose
    }));
    doses.into_iter().map(|dose| stands(dose, made_on)).collect()
}

/// Ended by a change: the day before it, or the day itself when it began that day.
fn closed<'a>(dose: DosePeriod<'a>, by: &'a Recorded<MedicationChange>) -> DosePeriod<'a> {
    let last = by.at.plus_days(-1).unwrap_or(by.at);
    DosePeriod { to: Some(dose.from.map_or(last, |from| last.max(from))), closed_by: Some(by), ..dose }
}

fn stands(dose: DosePeriod<'_>, made_on: LogicalDate) -> DosePeriod<'_> {
    let ended = dose.closed_by.is_some_and(|change| change.kind == ChangeKind::Stop);
    let standing = match (dose.from, dose.to) {
        (Some(from), _) if made_on < from => Standing::Intended,
        (_, Some(to)) if to < made_on => {
            if ended {
                Standing::Stopped
            } else {
                Standing::Over
            }
        }
        _ => dose.standing,
    };
    DosePeriod { standing, ..dose }
}
