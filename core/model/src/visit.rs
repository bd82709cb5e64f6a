//! An appointment with a professional. It closes a report period: the next one starts the day after.

use crate::code::coded;
use crate::content::content;
use crate::{Invalid, Line, LogicalDate, Moment, Note, ShortText};

/// With which kind of professional.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it all")]
pub enum VisitKind {
    PrimaryCare,
    Psychiatrist,
    TalkingTherapist,
    MassageTherapist,
    Physiotherapist,
    Other,
}

coded!(VisitKind, "kind", {
    PrimaryCare => "primary_care", Psychiatrist => "psychiatrist", TalkingTherapist => "talking_therapist",
    MassageTherapist => "massage_therapist", Physiotherapist => "physiotherapist", Other => "other",
});

content! {
    /// One appointment.
    Visit(VisitId) {
        /// when it took or takes place
        at: Moment,
        /// the day it belongs to
        logical_date: LogicalDate,
        /// with whom, in the person's words
        with @ "with_whom": Option<ShortText>,
        /// with which kind of professional
        kind: Option<VisitKind>,
        /// the person's questions, at most five
        questions: Vec<Line>,
        /// what came of it, in the person's words
        outcome: Option<Note>,
    }
}

/// Most questions of one visit.
pub(crate) const MOST_QUESTIONS: usize = 5;

impl Visit {
    const fn rules(&self) -> Result<(), Invalid> {
        if self.questions.len() > MOST_QUESTIONS {
            return Err(Invalid::Field { field: "a visit", allowed: "at most five questions" });
        }
        Ok(())
    }
}
