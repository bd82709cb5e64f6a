//! Something in the person's life that the numbers cannot know: a day, or a stretch of days.

use crate::code::coded;
use crate::content::content;
use crate::{Invalid, LogicalDate, ShortText};

/// What kind of event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EventKind {
    /// Something in life.
    Life,
    /// Being ill.
    Illness,
    /// Being away.
    Travel,
    /// Losing somebody or something.
    Loss,
    /// At work.
    Work,
    /// The menstrual cycle.
    Cycle,
    /// Not writing for a while; explains a gap, shrinks nothing.
    BreakFromLogging,
    /// Something else.
    Other,
}

coded!(EventKind, "kind", {
    Life => "life", Illness => "illness", Travel => "travel", Loss => "loss", Work => "work", Cycle => "cycle",
    BreakFromLogging => "break_from_logging", Other => "other",
});

content! {
    /// One event; labelled E1, E2, … in charts, in order of date.
    Event(EventId) {
        /// the day, or the first day
        start @ "start_date": LogicalDate,
        /// the last day, when it lasted
        end @ "end_date": Option<LogicalDate>,
        /// what kind of event
        kind: EventKind,
        /// what it was, in the person's words
        label: Option<ShortText>,
    }
}

impl Event {
    fn rules(&self) -> Result<(), Invalid> {
        if self.end.is_some_and(|end| end < self.start) {
            return Err(Invalid::Field { field: "the end of an event", allowed: "its start or a later day" });
        }
        Ok(())
    }
}
