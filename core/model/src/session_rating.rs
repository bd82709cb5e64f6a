//! Ratings around a session: before, after, and the morning after, each with the time window in which it counts.

use crate::code::coded;
use crate::rating::each_measure_once;
use crate::{Invalid, Moment, Session, SessionId, SessionRatingId, Stamp, Value};

/// When around a session a rating belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Phase {
    /// Before it starts.
    Before,
    /// Right after it ends.
    After,
    /// The next morning, or a day later.
    FollowUp,
}

coded!(Phase, "phase", { Before => "before", After => "after", FollowUp => "follow_up" });

/// Minutes around a session within which a rating counts, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// Earliest minute, counted from the session's start (before) or end (after, follow-up).
    pub from_min: i64,
    /// Latest minute, counted likewise.
    pub to_min: i64,
}

impl Phase {
    /// The window of this phase: before −120…+15 of the start, after −5…+180 and follow-up 12–36 h of the end.
    #[must_use]
    pub const fn window(self) -> Window {
        match self {
            Self::Before => Window { from_min: -120, to_min: 15 },
            Self::After => Window { from_min: -5, to_min: 180 },
            Self::FollowUp => Window { from_min: 720, to_min: 2160 },
        }
    }

    /// Whether `rated` falls into this phase's window around `session`; false for a session without an end.
    #[must_use]
    pub fn holds(self, session: &Session, rated: Moment) -> bool {
        let anchor = match self {
            Self::Before => Some(session.parts().started),
            Self::After | Self::FollowUp => session.parts().ended,
        };
        let Some(anchor) = anchor else { return false };
        let window = self.window();
        let millis = rated.instant.millis() - anchor.instant.millis();
        window.from_min * 60_000 <= millis && millis <= window.to_min * 60_000
    }
}

/// The ratings of one phase of one session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionRating {
    parts: SessionRatingParts,
}

/// The fields of a [`SessionRating`], before they are checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionRatingParts {
    /// Which rating.
    pub id: SessionRatingId,
    /// When and how it was written.
    pub stamp: Stamp,
    /// The session it belongs to.
    pub session: SessionId,
    /// When around the session.
    pub phase: Phase,
    /// The moment the ratings are about; what the window tests.
    pub rated: Moment,
    /// Whether that moment was within the window when the rating was stored.
    pub in_window: bool,
    /// Whether the person rated from memory.
    pub recalled: bool,
    /// Whether the before-ratings were looked at first (after-ratings only).
    pub before_seen: bool,
    /// Answers, one a measure.
    pub values: Vec<Value>,
}

impl SessionRating {
    /// Makes the ratings of one phase of `session`; `in_window` is decided here.
    ///
    /// # Errors
    /// [`Invalid::NotHeld`], [`Invalid::Nothing`] without a value, [`Invalid::RatedTwice`].
    pub fn new(session: &Session, parts: SessionRatingParts) -> Result<Self, Invalid> {
        let before_a_coming_one = parts.phase == Phase::Before && session.parts().ended.is_none();
        if !session.parts().status.took_place() && !before_a_coming_one {
            return Err(Invalid::NotHeld);
        }
        let in_window = parts.phase.holds(session, parts.rated);
        Self::from_stored(SessionRatingParts { session: session.id(), in_window, ..parts })
    }

    /// Takes ratings whose window was decided earlier, as read from a diary or an export.
    ///
    /// # Errors
    /// [`Invalid::Nothing`] without a value, [`Invalid::RatedTwice`].
    pub fn from_stored(parts: SessionRatingParts) -> Result<Self, Invalid> {
        if parts.values.is_empty() {
            return Err(Invalid::Nothing);
        }
        each_measure_once(&parts.values)?;
        Ok(Self { parts })
    }

    /// All fields.
    #[must_use]
    pub const fn parts(&self) -> &SessionRatingParts {
        &self.parts
    }

    /// Whether change statistics may use it: within its window and not from memory.
    #[must_use]
    pub const fn counts(&self) -> bool {
        self.parts.in_window && !self.parts.recalled
    }
}
