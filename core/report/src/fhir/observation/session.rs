//! Ratings before and after a session and the morning after, part of the session's procedure.

use std::collections::BTreeMap;

use tidemark_model::{
    RecordId, Session, SessionId, SessionRating, Stamp, Value, ValueId, entry_mode, logical_date,
};

use super::{Answered, Around, Observation, answer};
use crate::fhir::Context;
use crate::fhir::resource_id::ResourceId;

/// One answer around a session.
#[derive(Clone, Copy)]
pub(in crate::fhir) struct AroundSession<'a> {
    session: &'a Session,
    rating: &'a SessionRating,
    value: &'a Value,
}

/// The answers around `sessions`, in the order of the sessions.
pub(in crate::fhir) fn answers<'a>(
    context: &Context,
    sessions: &[&'a Session],
    ratings: &'a [SessionRating],
) -> Vec<AroundSession<'a>> {
    let mut of_session: BTreeMap<SessionId, Vec<&SessionRating>> = BTreeMap::new();
    for rating in ratings.iter().filter(|rating| rating.parts().stamp.deleted_at.is_none()) {
        of_session.entry(rating.parts().session).or_default().push(rating);
    }
    for ratings in of_session.values_mut() {
        ratings.sort_by_key(|r| (r.parts().phase, r.parts().rated.instant, r.parts().id));
    }
    let mut answers = Vec::new();
    for session in sessions.iter().copied() {
        for rating in of_session.get(&session.id()).into_iter().flatten().copied() {
            let values = rating.parts().values.iter();
            answers.extend(values.map(|value| AroundSession { session, rating, value }));
        }
    }
    answers.retain(|answer| context.measures.contains_key(answer.value.measure()));
    answers
}

impl<'a> AroundSession<'a> {
    /// Its id.
    pub(in crate::fhir) fn id(&self) -> ResourceId {
        ResourceId::of(ValueId::of_answer(self.rating.parts().id.to_bytes(), &self.value.measure().id))
    }

    /// When and by whom it was written.
    pub(in crate::fhir) fn stamp(&self) -> &'a Stamp {
        &self.rating.parts().stamp
    }

    /// The observation. Its day is that of the moment rated, by the end of the day in force for the session.
    pub(in crate::fhir) fn resource(&self, context: &'a Context) -> Option<Observation<'a>> {
        let (rating, session) = (self.rating.parts(), self.session.parts());
        let day = logical_date(rating.rated, session.rollover).unwrap_or(session.logical_date);
        let stamp = &rating.stamp;
        let answered = Answered {
            id: self.id(),
            stamp,
            day,
            rated: Some(rating.rated),
            mode: entry_mode(day, session.rollover, stamp.recorded, &stamp.source),
            value: self.value,
        };
        let around = Around {
            session: ResourceId::of(session.id),
            phase: rating.phase,
            recalled: rating.recalled,
            in_window: rating.in_window,
        };
        answer(context, &answered, Some(&around))
    }
}
