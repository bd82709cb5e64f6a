//! The ratings of sessions, found once for all measures: which were given before, after and the next morning.

use std::collections::HashMap;

use tidemark_model::{
    EntryMode, Measure, MeasureId, Period, Phase, Records, Session, SessionId, SessionRating, Value,
    entry_mode,
};

use crate::held::held;

/// The sessions of a period in order of time, each with its ratings by phase, the latest first.
pub(crate) struct Rated<'a> {
    pub(crate) sessions: Vec<RatedSession<'a>>,
    /// Measures with a number around any of them: a few, so each value is held against those that are known.
    measures: Vec<&'a MeasureId>,
}

/// A session with its ratings.
pub(crate) struct RatedSession<'a> {
    pub(crate) session: &'a Session,
    before: Vec<&'a SessionRating>,
    after: Vec<&'a SessionRating>,
    follow_up: Vec<&'a SessionRating>,
}

impl<'a> Rated<'a> {
    pub(crate) fn of(records: &'a Records, period: Period) -> Self {
        let mut sessions: Vec<&Session> = held(records, period).collect();
        sessions.sort_by_key(|session| (session.parts().started.instant, session.id()));
        let places: HashMap<SessionId, usize> =
            sessions.iter().enumerate().map(|(place, session)| (session.id(), place)).collect();
        let empty = |session| RatedSession { session, before: vec![], after: vec![], follow_up: vec![] };
        let mut sessions: Vec<RatedSession> = sessions.into_iter().map(empty).collect();
        let mut measures: Vec<&MeasureId> = Vec::new();
        for rating in &records.session_ratings {
            let parts = rating.parts();
            let place = places.get(&parts.session).filter(|_| parts.stamp.deleted_at.is_none());
            if let Some(session) = place.and_then(|place| sessions.get_mut(*place)) {
                session.phase_mut(parts.phase).push(rating);
                for value in parts.values.iter().filter(|value| value.answer().rating().is_some()) {
                    if !measures.contains(&&value.measure().id) {
                        measures.push(&value.measure().id);
                    }
                }
            }
        }
        for session in &mut sessions {
            for ratings in [&mut session.before, &mut session.after, &mut session.follow_up] {
                ratings.sort_by_key(|rating| {
                    let parts = rating.parts();
                    std::cmp::Reverse((parts.rated.instant, parts.stamp.recorded.instant, parts.id))
                });
            }
        }
        Self { sessions, measures }
    }

    /// Whether the measure has a number around any session.
    pub(crate) fn has(&self, measure: &Measure) -> bool {
        self.measures.contains(&measure.id())
    }
}

impl<'a> RatedSession<'a> {
    /// The number given to a measure in a phase; the latest, should there be more than one.
    pub(crate) fn number(&self, phase: Phase, measure: &Measure) -> Option<(&'a SessionRating, &'a Value)> {
        self.phase(phase).iter().find_map(|rating| {
            let value = rating.parts().values.iter().find(|value| value.measure().id == *measure.id())?;
            value.answer().rating().map(|_| (*rating, value))
        })
    }

    /// Whether a rating was typed in later than the day after the session's day.
    pub(crate) fn backfilled(&self, rating: &SessionRating) -> bool {
        let stamp = &rating.parts().stamp;
        let rollover = self.session.parts().rollover;
        let mode = entry_mode(self.session.logical_date(), rollover, stamp.recorded, &stamp.source);
        matches!(mode, EntryMode::Backfill { .. })
    }

    const fn phase(&self, phase: Phase) -> &Vec<&'a SessionRating> {
        match phase {
            Phase::Before => &self.before,
            Phase::After => &self.after,
            Phase::FollowUp => &self.follow_up,
        }
    }

    const fn phase_mut(&mut self, phase: Phase) -> &mut Vec<&'a SessionRating> {
        match phase {
            Phase::Before => &mut self.before,
            Phase::After => &mut self.after,
            Phase::FollowUp => &mut self.follow_up,
        }
    }
}
