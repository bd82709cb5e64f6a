//! What the person hopes for, in their words. Whether it is reached, the person says.

use crate::code::coded;
use crate::content::content;
use crate::{Invalid, LogicalDate, MeasureId, Note, ShortText};

/// Where a goal stands; nothing changes it but the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GoalStatus {
    /// Followed.
    Active,
    /// Resting.
    Paused,
    /// Reached; the person says so.
    Reached,
    /// Given up.
    Dropped,
}

coded!(GoalStatus, "status", {
    Active => "active", Paused => "paused", Reached => "reached", Dropped => "dropped",
});

content! {
    /// One goal.
    Goal(GoalId) {
        /// what the person hopes for
        text: Note,
        /// the measure it is about
        measure_id: Option<MeasureId>,
        /// why it matters
        why: Option<Note>,
        /// the day it was set
        started_on: LogicalDate,
        /// the day to look at it again
        review_on: Option<LogicalDate>,
        /// with whom it was talked over
        discussed_with: Vec<ShortText>,
        /// where it stands: active, paused, reached, dropped
        status: GoalStatus,
    }
}

impl Goal {
    fn rules(&self) -> Result<(), Invalid> {
        if self.review_on.is_some_and(|review| review < self.started_on) {
            return Err(Invalid::Field {
                field: "review_on",
                allowed: "the day the goal was set or a later one",
            });
        }
        Ok(())
    }
}
