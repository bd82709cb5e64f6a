//! One massage session: when, how long, which style, how firm, where. Ratings around it are [`crate::SessionRating`].

use crate::code::coded;
use crate::field::spelled;
use crate::{
    Area, DaySource, EntryMode, FieldKind, Invalid, LogicalDate, Moment, Note, Rollover, SessionDetails,
    SessionId, ShortText, Stamp, entry_mode,
};

/// Style of a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names are the field's")]
pub enum Modality {
    Swedish,
    Shiatsu,
    Acupressure,
    Aromatherapy,
    Restorative,
    MyofascialRelease,
    GentleDeepTissue,
    Chair,
    SelfMassage,
    Other,
    Custom,
}

coded!(Modality, "modality", {
    Swedish => "swedish", Shiatsu => "shiatsu", Acupressure => "acupressure", Aromatherapy => "aromatherapy",
    Restorative => "restorative", MyofascialRelease => "myofascial_release",
    GentleDeepTissue => "gentle_deep_tissue", Chair => "chair", SelfMassage => "self_massage", Other => "other",
    Custom => "custom",
});

/// What became of a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SessionStatus {
    /// Not yet.
    Planned,
    /// Took place to its end.
    Held,
    /// Took place and ended early.
    StoppedEarly,
    /// Called off.
    Cancelled,
    /// Not attended.
    Missed,
}

coded!(SessionStatus, "status", {
    Planned => "planned", Held => "held", StoppedEarly => "stopped_early", Cancelled => "cancelled",
    Missed => "missed",
});

impl SessionStatus {
    /// Whether touch took place, so that ratings around it mean something.
    #[must_use]
    pub const fn took_place(self) -> bool {
        matches!(self, Self::Held | Self::StoppedEarly)
    }
}

/// Pressure of a session, 1 (feather-light), 2 light, 3 medium, 4 firm, 5 (deep).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pressure(u8);

impl Pressure {
    /// Makes a pressure from 1 to 5.
    ///
    /// # Errors
    /// [`Invalid::Field`] outside 1–5.
    pub const fn new(step: u8) -> Result<Self, Invalid> {
        if 1 <= step && step <= 5 {
            Ok(Self(step))
        } else {
            Err(Invalid::Field { field: "pressure", allowed: "1 (feather-light) to 5 (deep)" })
        }
    }

    /// 1 to 5.
    #[must_use]
    pub const fn step(self) -> u8 {
        self.0
    }
}

/// Length of a session in minutes, 5 to 240.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SessionMinutes(u16);

impl SessionMinutes {
    /// Makes a length.
    ///
    /// # Errors
    /// [`Invalid::Field`] outside 5–240.
    pub const fn new(minutes: u16) -> Result<Self, Invalid> {
        if 5 <= minutes && minutes <= 240 {
            Ok(Self(minutes))
        } else {
            Err(Invalid::Field { field: "the length of a session", allowed: "5 to 240 minutes" })
        }
    }

    /// Minutes.
    #[must_use]
    pub const fn minutes(self) -> u16 {
        self.0
    }
}

impl std::fmt::Display for Pressure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl std::str::FromStr for Pressure {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        Self::new(text.trim().parse().unwrap_or(0))
    }
}

impl std::fmt::Display for SessionMinutes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl std::str::FromStr for SessionMinutes {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        Self::new(text.trim().parse().unwrap_or(0))
    }
}

spelled!(Pressure, FieldKind::Whole(1, 5));
spelled!(SessionMinutes, FieldKind::Whole(5, 240));

/// One massage session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    parts: SessionParts,
}

/// The fields of a [`Session`], before they are checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionParts {
    /// Which session.
    pub id: SessionId,
    /// When and how it was written.
    pub stamp: Stamp,
    /// The day it belongs to, decided when it was made.
    pub logical_date: LogicalDate,
    /// End of the day in force when it was made.
    pub rollover: Rollover,
    /// Who decided the day.
    pub day_source: DaySource,
    /// When it started, or is planned to.
    pub started: Moment,
    /// When it ended; none unless it took place.
    pub ended: Option<Moment>,
    /// Length agreed.
    pub planned_min: Option<SessionMinutes>,
    /// Length it had.
    pub actual_min: Option<SessionMinutes>,
    /// What became of it.
    pub status: SessionStatus,
    /// Why it was cancelled, missed or stopped, in the person's words.
    pub reason: Option<ShortText>,
    /// Main style.
    pub modality: Modality,
    /// Further styles, at most three, none twice.
    pub secondary: Vec<Modality>,
    /// Pressure asked for.
    pub pressure_asked: Option<Pressure>,
    /// Pressure felt.
    pub pressure_felt: Option<Pressure>,
    /// Regions to work on or to leave out.
    pub areas: Vec<Area>,
    /// The person's words.
    pub note: Option<Note>,
    /// What belongs to it beside.
    pub details: Box<SessionDetails>,
}

const LONGEST_MIN: i64 = 360;

impl Session {
    /// Makes a session.
    ///
    /// # Errors
    /// [`Invalid::EndsBeforeStart`], [`Invalid::TooLong`] above six hours, [`Invalid::Field`] when a session that
    /// took place has no end, one that did not has one, or more than three further styles are named.
    pub fn new(parts: SessionParts) -> Result<Self, Invalid> {
        match parts.ended {
            Some(_) if !parts.status.took_place() => {
                return Err(Invalid::Field {
                    field: "the end of a session",
                    allowed: "only sessions that were held",
                });
            }
            None if parts.status.took_place() => {
                return Err(Invalid::Field {
                    field: "a session that was held",
                    allowed: "a start and an end",
                });
            }
            Some(ended) if ended.instant <= parts.started.instant => return Err(Invalid::EndsBeforeStart),
            Some(ended) if ended.instant.minutes_since(parts.started.instant) > LONGEST_MIN => {
                return Err(Invalid::TooLong);
            }
            _ => {}
        }
        if parts.details.timer_started_at.is_some() && parts.status != SessionStatus::Planned {
            return Err(Invalid::Field {
                field: "a running timer",
                allowed: "only a session that is not over",
            });
        }
        let mut styles = parts.secondary.clone();
        styles.sort_unstable();
        styles.dedup();
        if styles.len() != parts.secondary.len() || styles.len() > 3 || styles.contains(&parts.modality) {
            return Err(Invalid::Field { field: "further styles", allowed: "at most three, each once" });
        }
        Ok(Self { parts })
    }

    /// All fields.
    #[must_use]
    pub const fn parts(&self) -> &SessionParts {
        &self.parts
    }

    /// Gives the fields back.
    #[must_use]
    pub fn into_parts(self) -> SessionParts {
        self.parts
    }

    /// Which session.
    #[must_use]
    pub const fn id(&self) -> SessionId {
        self.parts.id
    }

    /// The day it belongs to.
    #[must_use]
    pub const fn logical_date(&self) -> LogicalDate {
        self.parts.logical_date
    }

    /// Whether it was written on its day or later.
    #[must_use]
    pub fn entry_mode(&self) -> EntryMode {
        let parts = &self.parts;
        entry_mode(parts.logical_date, parts.rollover, parts.stamp.recorded, &parts.stamp.source)
    }

    /// Whether both took place and share some time.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        let span = |s: &Self| s.parts.ended.map(|end| (s.parts.started.instant, end.instant));
        match (span(self), span(other)) {
            (Some((a, b)), Some((c, d))) => a < d && c < b,
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Instant, RecordId, RecordedBy, SeededEntropy, Source, logical_date};

    fn session(started: &str, ended: Option<&str>, status: SessionStatus) -> Result<Session, Invalid> {
        let started = Moment::parse(started).unwrap();
        Session::new(SessionParts {
            id: SessionId::generate(Instant::from_millis(0).unwrap(), &mut SeededEntropy::new(1)),
            stamp: Stamp::new(started, RecordedBy::Own, Source::Cli),
            logical_date: logical_date(started, Rollover::default())?,
            rollover: Rollover::default(),
            day_source: DaySource::Clock,
            started,
            ended: ended.map(|text| Moment::parse(text).unwrap()),
            planned_min: None,
            actual_min: None,
            status,
            reason: None,
            modality: Modality::Swedish,
            secondary: vec![],
            pressure_asked: None,
            pressure_felt: None,
            areas: vec![],
            note: None,
            details: Box::default(),
        })
    }

    #[test]
    fn a_session_ends_after_it_starts_and_within_six_hours() {
        let held = |ended| session("2026-11-24T10:00Z", Some(ended), SessionStatus::Held);
        assert!(held("2026-11-24T11:00Z").is_ok());
        assert!(held("2026-11-24T16:00Z").is_ok());
        assert_eq!(held("2026-11-24T10:00Z"), Err(Invalid::EndsBeforeStart));
        assert_eq!(held("2026-11-24T09:59Z"), Err(Invalid::EndsBeforeStart));
        assert_eq!(held("2026-11-24T16:01Z"), Err(Invalid::TooLong));
    }

    #[test]
    fn only_a_session_that_took_place_has_an_end() {
        assert!(session("2026-11-24T10:00Z", None, SessionStatus::Held).is_err());
        assert!(session("2026-11-24T10:00Z", None, SessionStatus::Missed).is_ok());
        assert!(session("2026-11-24T10:00Z", Some("2026-11-24T11:00Z"), SessionStatus::Cancelled).is_err());
    }

    #[test]
    fn sessions_that_touch_do_not_overlap() {
        let a = session("2026-11-24T10:00Z", Some("2026-11-24T11:00Z"), SessionStatus::Held).unwrap();
        let b = session("2026-11-24T11:00Z", Some("2026-11-24T12:00Z"), SessionStatus::Held).unwrap();
        let c = session("2026-11-24T10:30Z", Some("2026-11-24T10:45Z"), SessionStatus::StoppedEarly).unwrap();
        assert!(!a.overlaps(&b));
        assert!(a.overlaps(&c) && c.overlaps(&a));
    }
}
