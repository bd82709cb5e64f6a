//! What the person does beside massage: shown in lanes, never scored.

use crate::LogicalDate;
use crate::code::coded;
use crate::content::content;
use crate::field::bounded;

/// What kind of practice; also a chip on a check-in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it all")]
pub enum PracticeKind {
    Psychotherapy,
    Mindfulness,
    Movement,
    SleepRoutine,
    Breathing,
    Other,
}

coded!(PracticeKind, "kind", {
    Psychotherapy => "psychotherapy", Mindfulness => "mindfulness", Movement => "movement",
    SleepRoutine => "sleep_routine", Breathing => "breathing", Other => "other",
});

bounded! {
    /// Length of a practice in minutes, 1 to 600.
    PracticeMinutes(u16) 1..=600, "the length of a practice", "1 to 600 minutes"
}

content! {
    /// One practice on one day.
    Practice(PracticeId) without rules {
        /// the day
        logical_date: LogicalDate,
        /// what kind of practice
        kind: PracticeKind,
        /// how long, minutes
        minutes: Option<PracticeMinutes>,
    }
}
