//! What the person did beside massage, as one lane of days for each kind: talking therapy, movement and the like.
//!
//! Refuses to score: a day has a mark or has none, whatever was done on it and for how long.

use std::collections::BTreeSet;

use serde::Serialize;
use tidemark_model::{LogicalDate, Period, PracticeKind, Records};

use crate::iso;

/// One kind of practice over the period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PracticeLane {
    /// What kind.
    #[serde(serialize_with = "iso::practice")]
    pub kind: PracticeKind,
    /// Its name on the page.
    pub name: String,
    /// Days with it, in order, each once; never empty.
    #[serde(serialize_with = "iso::days")]
    pub days: Vec<LogicalDate>,
}

/// The kinds written down for a day of `period`, as a practice of its own or with a check-in; in the order of
/// [`PracticeKind`].
pub(crate) fn lanes(records: &Records, period: Period) -> Vec<PracticeLane> {
    let own = records.practices.iter().filter(|practice| practice.stamp.deleted_at.is_none());
    let own = own.map(|practice| (practice.kind, practice.logical_date));
    let check_ins = records.check_ins.iter().filter(|check_in| check_in.parts().stamp.deleted_at.is_none());
    let with_check_in = check_ins
        .flat_map(|check_in| check_in.parts().practices.iter().map(|kind| (*kind, check_in.logical_date())));
    let done: BTreeSet<(PracticeKind, LogicalDate)> =
        own.chain(with_check_in).filter(|(_, day)| period.contains(*day)).collect();
    let lane = |kind: PracticeKind| {
        let days: Vec<LogicalDate> = done.iter().filter(|(of, _)| *of == kind).map(|(_, day)| *day).collect();
        (!days.is_empty()).then(|| PracticeLane { kind, name: crate::text(name(kind)), days })
    };
    PracticeKind::ALL.iter().copied().filter_map(lane).collect()
}

const fn name(kind: PracticeKind) -> &'static str {
    match kind {
        PracticeKind::Psychotherapy => "part.practice.psychotherapy",
        PracticeKind::Mindfulness => "part.practice.mindfulness",
        PracticeKind::Movement => "part.practice.movement",
        PracticeKind::SleepRoutine => "part.practice.sleep_routine",
        PracticeKind::Breathing => "part.practice.breathing",
        PracticeKind::Other => "part.practice.other",
    }
}
