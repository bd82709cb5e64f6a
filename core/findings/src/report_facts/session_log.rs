//! Which sessions took place, one by one, with the ratings around them as they were given? Nothing is summarised here, and what
//! does not count in a figure is shown with its flag.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use tidemark_model::{LogicalDate, Period, Records, Session, SessionId, SessionStatus};

use super::pauses::paused;
use crate::coverage::count_of;
use crate::held::held;
use crate::names::style_name;
use crate::session_change::{Difference, Pair};
use crate::wording::Phrase;
use crate::{Measured, Sentence, SessionChange, iso, main_measure};

/// Sessions that are listed one by one, the newest.
const LISTED: usize = 20;
/// Measures with their ratings in the list.
const MEASURES: usize = 2;
/// Pairs that count from which a chart is drawn.
const LEAST_DRAWN: u32 = 6;

/// The sessions of a period.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SessionLog {
    /// Measures with their ratings in the list, the main one first; at most two.
    pub measures: Vec<Measured>,
    /// Pairs of the first measure that count.
    pub pairs: u32,
    /// Whether there are enough of them for a chart.
    pub drawn: bool,
    /// The newest sessions, by time.
    pub lines: Vec<SessionLine>,
    /// How many came before those listed; none when all are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub earlier: Option<Sentence>,
    /// How many of the sessions written down took place.
    pub held: Sentence,
    /// Whether pauses are told.
    pub tells_pauses: bool,
}

/// One session that took place.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "one flag a letter of the column")]
pub struct SessionLine {
    /// Its number within the period, from 1.
    pub number: u32,
    /// Its day.
    #[serde(serialize_with = "iso::day")]
    pub day: LogicalDate,
    /// Its main style in words.
    pub style: String,
    /// How long it was, in minutes; as the person said, else by the clock.
    pub minutes: Option<i64>,
    /// Pressure asked for, 1 to 5.
    pub pressure_asked: Option<u8>,
    /// Pressure felt, 1 to 5.
    pub pressure_felt: Option<u8>,
    /// Ratings of each of the log's measures, in their order.
    pub ratings: Vec<RatedAround>,
    /// Whether it was paused; only where that is ticked.
    pub paused: bool,
    /// Whether an unwanted effect was noted.
    pub unwanted: bool,
    /// Whether a rating around it is from memory.
    pub recalled: bool,
    /// Whether a rating around it lies outside its window.
    pub out_of_window: bool,
}

/// Ratings of one measure around one session, in the measure's unit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct RatedAround {
    /// Before.
    pub before: Option<f64>,
    /// After.
    pub after: Option<f64>,
    /// The next morning.
    pub next_morning: Option<f64>,
}

/// The sessions of `period` with the ratings of the main measure and of the one with most pairs beside it; none when no
/// session was written down.
pub(crate) fn log(
    records: &Records,
    period: Period,
    around: &[SessionChange],
    tells_pauses: bool,
) -> Option<SessionLog> {
    let statement = written(records, period)?;
    let chosen = chosen(records, around);
    let by_session: Vec<BTreeMap<SessionId, &Pair>> = chosen
        .iter()
        .map(|finding| finding.pairs.iter().map(|pair| (pair.session, pair)).collect())
        .collect();
    let flags = Flags::of(records);
    let paused = if tells_pauses { paused(records) } else { BTreeSet::new() };
    let mut sessions: Vec<&Session> = held(records, period).collect();
    sessions.sort_by_key(|session| (session.parts().started.instant, session.id()));
    let earlier = sessions.len().saturating_sub(LISTED);
    let lines = sessions.iter().enumerate().skip(earlier).map(|(at, session)| {
        let parts = session.parts();
        SessionLine {
            number: count_of(at + 1),
            day: parts.logical_date,
            style: style_name(parts.modality),
            minutes: minutes(session),
            pressure_asked: parts.pressure_asked.map(tidemark_model::Pressure::step),
            pressure_felt: parts.pressure_felt.map(tidemark_model::Pressure::step),
            ratings: by_session.iter().map(|pairs| rated(pairs.get(&parts.id).copied())).collect(),
            paused: paused.contains(&parts.id),
            unwanted: !parts.details.unwanted.is_empty(),
            recalled: flags.recalled.contains(&parts.id),
            out_of_window: flags.out_of_window.contains(&parts.id),
        }
    });
    let pairs = chosen.first().map_or(0, |finding| finding.n);
    Some(SessionLog {
        lines: lines.collect(),
        measures: chosen.iter().map(|finding| finding.measure.clone()).collect(),
        pairs,
        drawn: pairs >= LEAST_DRAWN,
        earlier: (earlier > 0)
            .then(|| Phrase::new("sentence.session_log.earlier").count("n", count_of(earlier)).say()),
        held: statement,
        tells_pauses,
    })
}

/// The main measure where it was rated around sessions, then those with most pairs, in the measures' order among equals.
pub(crate) fn chosen<'a>(records: &Records, around: &'a [SessionChange]) -> Vec<&'a SessionChange> {
    let main = main_measure(records).map(tidemark_model::Measure::id);
    let mut most: Vec<&SessionChange> = around.iter().collect();
    most.sort_by_key(|finding| (Some(&finding.measure.id) != main, std::cmp::Reverse(finding.n)));
    most.truncate(MEASURES);
    most
}

/// How long a session was, in minutes: as the person said, else by the clock.
pub(crate) fn minutes(session: &Session) -> Option<i64> {
    let parts = session.parts();
    let by_clock = || Some(parts.ended?.instant.minutes_since(parts.started.instant));
    parts.actual_min.map(|minutes| i64::from(minutes.minutes())).or_else(by_clock)
}

/// Ratings on another scale are left out: beside the others they would say something else than they do.
fn rated(pair: Option<&Pair>) -> RatedAround {
    pair.filter(|pair| pair.difference != Difference::OtherScale)
        .map(|pair| RatedAround { before: pair.before, after: pair.after, next_morning: pair.follow_up })
        .unwrap_or_default()
}

/// How many of the sessions written down for days of the period took place; none when none was written down.
fn written(records: &Records, period: Period) -> Option<Sentence> {
    let written: Vec<&Session> = records
        .sessions
        .iter()
        .filter(|s| s.parts().stamp.deleted_at.is_none() && period.contains(s.logical_date()))
        .collect();
    let of = |status| count_of(written.iter().filter(|s| s.parts().status == status).count());
    let all = count_of(written.len());
    (all > 0).then(|| {
        Phrase::new("sentence.session_log.held")
            .count("all", all)
            .count("held", of(SessionStatus::Held) + of(SessionStatus::StoppedEarly))
            .count("cancelled", of(SessionStatus::Cancelled))
            .count("missed", of(SessionStatus::Missed))
            .count("open", of(SessionStatus::Planned))
            .say()
    })
}

/// Sessions with a rating from memory, and with one outside its window.
struct Flags {
    recalled: BTreeSet<SessionId>,
    out_of_window: BTreeSet<SessionId>,
}

impl Flags {
    fn of(records: &Records) -> Self {
        let ratings = || records.session_ratings.iter().map(tidemark_model::SessionRating::parts);
        let kept = || ratings().filter(|parts| parts.stamp.deleted_at.is_none());
        Self {
            recalled: kept().filter(|parts| parts.recalled).map(|parts| parts.session).collect(),
            out_of_window: kept().filter(|parts| !parts.in_window).map(|parts| parts.session).collect(),
        }
    }
}
