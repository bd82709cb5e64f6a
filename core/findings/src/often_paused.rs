//! Were several of the last five sessions paused or upsetting? A count, for the person alone; never inferred from ratings.

use std::collections::BTreeSet;

use tidemark_model::{Period, Records, Session, SessionId};

use crate::Sentence;
use crate::coverage::count_of;
use crate::held::held;
use crate::report_facts::pauses;
use crate::wording::Phrase;

/// Sessions looked back at.
const LAST: usize = 5;
/// Of those, from which on something is said.
const LEAST: usize = 2;

/// Sessions of the last five that were paused or upsetting, and what this says.
pub(crate) struct OftenPaused {
    pub(crate) n: u32,
    pub(crate) sentence: Sentence,
    pub(crate) ask: Sentence,
}

/// What the last five sessions of `period` say; none below two.
pub(crate) fn often_paused(records: &Records, period: Period) -> Option<OftenPaused> {
    let mut sessions: Vec<&Session> = held(records, period).collect();
    sessions.sort_by_key(|session| (session.parts().started.instant, session.id()));
    let last: Vec<SessionId> = sessions.iter().rev().take(LAST).map(|session| session.id()).collect();
    if last.len() < LAST {
        return None;
    }
    let paused = pauses::paused(records);
    let upset: BTreeSet<SessionId> = records
        .distress_events
        .iter()
        .filter(|event| event.stamp.deleted_at.is_none())
        .filter_map(|event| event.session_id)
        .collect();
    let count = |of: &dyn Fn(&SessionId) -> bool| last.iter().filter(|id| of(id)).count();
    let (only_paused, either) =
        (count(&|id| paused.contains(id)), count(&|id| paused.contains(id) || upset.contains(id)));
    let (id, n) =
        if either > only_paused { ("card.paused_or_upset", either) } else { ("card.paused", only_paused) };
    let said = |id| Phrase::new(id).count("n", count_of(n)).count("last", count_of(LAST)).say();
    (n >= LEAST).then(|| OftenPaused { n: count_of(n), sentence: said(id), ask: said("card.ask.paused") })
}
