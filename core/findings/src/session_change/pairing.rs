//! Which ratings around a session belong together, and which of the pairs count.

use serde::Serialize;
use tidemark_model::{
    Frame, LogicalDate, Measure, Modality, Phase, RecordedBy, Records, Session, SessionId, SessionRating,
    Value,
};

use super::ratings::{Rated, RatedSession};
use crate::coverage::count_of;
use crate::iso;

/// One session with at least one rating of the measure.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Pair {
    /// The session.
    #[serde(rename = "session_id", serialize_with = "iso::session")]
    pub session: SessionId,
    /// Its day.
    #[serde(serialize_with = "iso::day")]
    pub day: LogicalDate,
    /// Its main style.
    #[serde(serialize_with = "iso::modality")]
    pub modality: Modality,
    /// Rating before, in the measure's unit.
    pub before: Option<f64>,
    /// Rating after.
    pub after: Option<f64>,
    /// Rating the next morning.
    pub follow_up: Option<f64>,
    /// After minus before, or why the pair does not count.
    pub difference: Difference,
}

/// After minus before of one session, or why the pair does not count.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(tag = "status", rename_all = "snake_case")]
pub enum Difference {
    /// The pair counts.
    Counted {
        /// After minus before.
        change: f64,
    },
    /// No rating after.
    OnlyBefore,
    /// No rating before.
    OnlyAfter,
    /// No rating before or after, only the next morning.
    OnlyFollowUp,
    /// One of the two is on another scale, or about another stretch of time.
    OtherScale,
    /// One of the two was given by somebody else.
    Proxy,
    /// One of the two is from memory.
    Recalled,
    /// One of the two is outside its window.
    OutOfWindow,
}

/// Sessions with a rating before or after that do not count, each by the first reason that holds in this order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct LeftOut {
    /// With only one of the two ratings.
    pub one_side: u32,
    /// On another scale, or about another stretch of time.
    pub other_scale: u32,
    /// Given by somebody else.
    pub proxy: u32,
    /// From memory.
    pub recalled: u32,
    /// Outside the window.
    pub out_of_window: u32,
}

impl LeftOut {
    /// All of them.
    #[must_use]
    pub const fn total(self) -> u32 {
        self.one_side + self.other_scale + self.proxy + self.recalled + self.out_of_window
    }
}

/// The sessions of a period with their ratings of one measure.
pub(crate) struct Paired {
    pub(crate) sessions: u32,
    pub(crate) pairs: Vec<Pair>,
    pub(crate) left_out: LeftOut,
    /// Pairs that count with a rating typed in later than the day after the session's day.
    pub(crate) backfill: u32,
    /// Before and next morning of the sessions where both count, in order of time.
    follow_ups: Vec<Both>,
}

/// Two ratings of one session that count.
#[derive(Clone, Copy)]
pub(crate) struct Both {
    pub(crate) session: SessionId,
    pub(crate) day: LogicalDate,
    pub(crate) before: f64,
    /// Right after, or the next morning.
    pub(crate) later: f64,
}

impl Paired {
    pub(crate) fn of(records: &Records, rated: &Rated<'_>, measure: &Measure) -> Self {
        let mut paired = Self {
            sessions: count_of(rated.sessions.len()),
            pairs: Vec::new(),
            left_out: LeftOut::default(),
            backfill: 0,
            follow_ups: Vec::new(),
        };
        for session in &rated.sessions {
            let at = |phase| One::of(records, session, phase, measure);
            paired.add(session.session, at(Phase::Before), at(Phase::After), at(Phase::FollowUp));
        }
        paired
    }

    /// The pairs that count, with their ratings before and after.
    pub(crate) fn counted(&self) -> impl Iterator<Item = (&Pair, (f64, f64))> {
        self.pairs.iter().filter_map(|pair| match (pair.difference, pair.before, pair.after) {
            (Difference::Counted { .. }, Some(before), Some(after)) => Some((pair, (before, after))),
            _ => None,
        })
    }

    /// Ratings before and right after that count, in order of time.
    pub(crate) fn right_after(&self) -> Vec<Both> {
        let both = |(pair, (before, later)): (&Pair, (f64, f64))| Both {
            session: pair.session,
            day: pair.day,
            before,
            later,
        };
        self.counted().map(both).collect()
    }

    /// Ratings before and the next morning that count, in order of time.
    pub(crate) fn next_morning(&self) -> &[Both] {
        &self.follow_ups
    }

    fn add(&mut self, session: &Session, before: Option<One>, after: Option<One>, morning: Option<One>) {
        if before.is_none() && after.is_none() && morning.is_none() {
            return;
        }
        let difference = difference(before, after);
        let left_out = &mut self.left_out;
        let counter = match difference {
            Difference::Counted { .. } | Difference::OnlyFollowUp => None,
            Difference::OnlyBefore | Difference::OnlyAfter => Some(&mut left_out.one_side),
            Difference::OtherScale => Some(&mut left_out.other_scale),
            Difference::Proxy => Some(&mut left_out.proxy),
            Difference::Recalled => Some(&mut left_out.recalled),
            Difference::OutOfWindow => Some(&mut left_out.out_of_window),
        };
        if let Some(counter) = counter {
            *counter += 1;
        }
        if matches!(difference, Difference::Counted { .. }) {
            self.backfill += u32::from([before, after].into_iter().flatten().any(|rated| rated.backfill));
        }
        if let (Some(b), Some(m)) = (before, morning)
            && matches!(difference_of(b, m), Difference::Counted { .. })
        {
            self.follow_ups.push(Both {
                session: session.id(),
                day: session.logical_date(),
                before: b.value,
                later: m.value,
            });
        }
        self.pairs.push(Pair {
            session: session.id(),
            day: session.logical_date(),
            modality: session.parts().modality,
            before: before.map(|rated| rated.value),
            after: after.map(|rated| rated.value),
            follow_up: morning.map(|rated| rated.value),
            difference,
        });
    }
}

/// One rating of the measure with what keeps it from counting.
#[derive(Clone, Copy)]
struct One {
    value: f64,
    frame: Frame,
    flaw: Option<Flaw>,
    backfill: bool,
}

impl One {
    fn of(records: &Records, session: &RatedSession<'_>, phase: Phase, measure: &Measure) -> Option<Self> {
        let (rating, value) = session.number(phase, measure)?;
        Some(Self {
            value: value.answer().rating()?.value().to_f64(),
            frame: value.frame(),
            flaw: flaw(records, measure, rating, value),
            backfill: session.backfilled(rating),
        })
    }
}

/// Why a rating does not count; of two ratings the first reason in this order names the pair.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Flaw {
    OtherScale,
    Proxy,
    Recalled,
    OutOfWindow,
}

fn difference(before: Option<One>, after: Option<One>) -> Difference {
    match (before, after) {
        (Some(before), Some(after)) => difference_of(before, after),
        (Some(_), None) => Difference::OnlyBefore,
        (None, Some(_)) => Difference::OnlyAfter,
        (None, None) => Difference::OnlyFollowUp,
    }
}

fn difference_of(before: One, later: One) -> Difference {
    // Ratings about different stretches of time answer different questions.
    let other_frame = (before.frame != later.frame).then_some(Flaw::OtherScale);
    match [before.flaw, later.flaw, other_frame].into_iter().flatten().min() {
        None => Difference::Counted { change: later.value - before.value },
        Some(Flaw::OtherScale) => Difference::OtherScale,
        Some(Flaw::Proxy) => Difference::Proxy,
        Some(Flaw::Recalled) => Difference::Recalled,
        Some(Flaw::OutOfWindow) => Difference::OutOfWindow,
    }
}

fn flaw(records: &Records, measure: &Measure, rating: &SessionRating, value: &Value) -> Option<Flaw> {
    let parts = rating.parts();
    if !on_scale(records, measure, value) {
        Some(Flaw::OtherScale)
    } else if parts.stamp.recorded_by == RecordedBy::Proxy {
        Some(Flaw::Proxy)
    } else if parts.recalled {
        Some(Flaw::Recalled)
    } else {
        (!parts.in_window).then_some(Flaw::OutOfWindow)
    }
}

fn on_scale(records: &Records, measure: &Measure, value: &Value) -> bool {
    let version = value.measure().version;
    version == measure.parts().version
        || records
            .measures
            .iter()
            .find(|other| other.id() == measure.id() && other.parts().version == version)
            .is_none_or(|other| measure.continues(other))
}
