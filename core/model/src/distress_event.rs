//! When it became too much. Never coloured, never scored, never inferred from ratings; left out of reports unless the
//! person ticks it each time.

use crate::code::coded;
use crate::content::content;
use crate::field::bounded;
use crate::{Invalid, LogicalDate, Moment, Note, SessionId};

/// What it was like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it all")]
pub enum DistressKind {
    MemoryOverwhelming,
    Panic,
    Pain,
    Dizzy,
    Numb,
    Tearful,
    Other,
}

coded!(DistressKind, "kind", {
    MemoryOverwhelming => "memory_overwhelming", Panic => "panic", Pain => "pain", Dizzy => "dizzy",
    Numb => "numb", Tearful => "tearful", Other => "other",
});

/// Whom the person told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it all")]
pub enum Told {
    MassageTherapist,
    Clinician,
    TrustedPerson,
    NobodyYet,
}

coded!(Told, "told", {
    MassageTherapist => "massage_therapist", Clinician => "clinician", TrustedPerson => "trusted_person",
    NobodyYet => "nobody_yet",
});

bounded! {
    /// How strong something was, 0 to 10.
    Intensity(u8) 0..=10, "an intensity", "0 to 10"
}

content! {
    /// One distress event.
    DistressEvent(DistressEventId) {
        /// when it was
        at: Moment,
        /// the day it belongs to
        logical_date: LogicalDate,
        /// the session it happened in
        session_id: Option<SessionId>,
        /// what it was like
        kind: DistressKind,
        /// how strong, 0 to 10
        intensity: Option<Intensity>,
        /// what helped, in the person's words
        what_helped: Option<Note>,
        /// whom the person told
        told: Vec<Told>,
        /// whether the session went on
        resumed: Option<bool>,
    }
}

impl DistressEvent {
    fn rules(&self) -> Result<(), Invalid> {
        if self.told.len() > 1 && self.told.contains(&Told::NobodyYet) {
            return Err(Invalid::Field { field: "told", allowed: "nobody_yet alone, or the people told" });
        }
        Ok(())
    }
}
