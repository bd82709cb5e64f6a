//! How many sessions were paused or ended early. Printed only when the person ticks it, for that report.

use std::collections::BTreeSet;

use tidemark_model::{MomentKind, Period, Records, SessionId, SessionStatus};

use crate::Sentence;
use crate::coverage::count_of;
use crate::held::held;
use crate::wording::Phrase;

/// The sentence on pauses; none without a session.
pub(crate) fn sentence(records: &Records, period: Period) -> Option<Sentence> {
    let paused = paused(records);
    let sessions = held(records, period).count();
    let early = held(records, period).filter(|s| s.parts().status == SessionStatus::StoppedEarly).count();
    let paused = held(records, period).filter(|session| paused.contains(&session.id())).count();
    (sessions > 0).then(|| {
        Phrase::new("sentence.pauses")
            .count("paused", count_of(paused))
            .count("sessions", count_of(sessions))
            .count("early", count_of(early))
            .say()
    })
}

/// Sessions with at least one pause.
pub(crate) fn paused(records: &Records) -> BTreeSet<SessionId> {
    let moments = records.session_moments.iter();
    moments
        .filter(|moment| moment.stamp.deleted_at.is_none() && moment.kind == MomentKind::Pause)
        .map(|moment| moment.session_id)
        .collect()
}
