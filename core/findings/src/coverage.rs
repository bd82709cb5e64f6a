//! How complete are the records of a period? Days with entries, when they were written, the longest gap, and the
//! sessions with both ratings on time.
//!
//! A day has an entry when a check-in is about it, be it a rating, a skip or a note. A day written about more than
//! once counts by the entry closest to it. Refuses to call any share enough or too little. Counts are checked by hand.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use tidemark_model::{EntryMode, LogicalDate, Period, Phase, RecordedBy, Records, SessionId};

use crate::held::held;
use crate::wording::Phrase;
use crate::{Sentence, iso, number};

/// How complete the records of a period are.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Coverage {
    /// The days asked about.
    #[serde(serialize_with = "iso::period")]
    pub period: Period,
    /// Days in the period.
    pub days: u32,
    /// Days with at least one entry.
    pub days_with_entries: u32,
    /// Of those, written on the day.
    pub live: u32,
    /// Written within the next day.
    pub late: u32,
    /// Written later.
    pub backfill: u32,
    /// Read from a file, so that the time of writing is not known.
    pub imported: u32,
    /// Days on which every entry was made by somebody else; also counted above.
    pub proxy: u32,
    /// Longest stretch of days without entries, the earliest of equal ones; none when every day has one.
    pub longest_gap: Option<Gap>,
    /// One mark a day, from first to last.
    pub strip: Vec<DayStrip>,
    /// Sessions that took place.
    pub sessions: u32,
    /// Of those, with a rating of the same measure before and after, both within their windows and not from memory.
    pub sessions_with_both: u32,
    /// What this says, in words.
    pub sentences: Vec<Sentence>,
}

/// Days in a row without entries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Gap {
    /// First day without entries.
    #[serde(serialize_with = "iso::day")]
    pub from: LogicalDate,
    /// Last day without entries.
    #[serde(serialize_with = "iso::day")]
    pub to: LogicalDate,
    /// How many, 1 or more.
    pub days: u32,
}

/// One day of the strip.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct DayStrip {
    /// The day.
    #[serde(serialize_with = "iso::day")]
    pub day: LogicalDate,
    /// How it is drawn.
    pub mark: DayMark,
}

/// How a day of the strip is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DayMark {
    /// Written on the day.
    Full,
    /// Written within the next day.
    Half,
    /// Written later, or read from a file.
    Ring,
    /// No entry.
    Blank,
}

/// How complete the records of `period` are.
#[must_use]
pub fn coverage(records: &Records, period: Period) -> Coverage {
    let days = modes_by_day(records, period);
    let count = |rank: u8| count_of(days.values().filter(|(mode, _)| closeness(*mode) == rank).count());
    let (sessions, sessions_with_both) = sessions(records, period);
    let mut coverage = Coverage {
        period,
        days: period.days(),
        days_with_entries: count_of(days.len()),
        live: count(0),
        late: count(1),
        backfill: count(2),
        imported: count(3),
        proxy: count_of(days.values().filter(|(_, own)| !own).count()),
        longest_gap: gaps(period, days.keys().copied()).into_iter().reduce(longer),
        strip: strip(period, &days),
        sessions,
        sessions_with_both,
        sentences: Vec::new(),
    };
    coverage.sentences = sentences(&coverage);
    coverage
}

/// Stretches of days of `period` that are not among `days`, which are sorted.
pub(crate) fn gaps(period: Period, days: impl Iterator<Item = LogicalDate>) -> Vec<Gap> {
    let mut found = Vec::new();
    let mut next = Some(period.from());
    let end = period.to().plus_days(1);
    for day in days.filter(|day| period.contains(*day)).map(Some).chain([end]) {
        // Beyond the last year of the calendar there is no next day and so no gap either.
        let (Some(from), Some(day)) = (next, day) else { break };
        if let Some(to) = day.plus_days(-1).filter(|to| from <= *to)
            && let Ok(gap) = Period::new(from, to)
        {
            found.push(Gap { from, to, days: gap.days() });
        }
        next = day.plus_days(1);
    }
    found
}

/// A count for a struct or a sentence; no diary has four billion entries.
pub(crate) fn count_of(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Per day with entries: the closest way it was written, and whether the person wrote any of it.
fn modes_by_day(records: &Records, period: Period) -> BTreeMap<LogicalDate, (EntryMode, bool)> {
    let mut days: BTreeMap<LogicalDate, (EntryMode, bool)> = BTreeMap::new();
    for check_in in &records.check_ins {
        let stamp = &check_in.parts().stamp;
        if stamp.deleted_at.is_some() || !period.contains(check_in.logical_date()) {
            continue;
        }
        let mode = check_in.entry_mode();
        let own = stamp.recorded_by != RecordedBy::Proxy;
        days.entry(check_in.logical_date())
            .and_modify(|(closest, any_own)| {
                if closeness(mode) < closeness(*closest) {
                    *closest = mode;
                }
                *any_own |= own;
            })
            .or_insert((mode, own));
    }
    days
}

const fn closeness(mode: EntryMode) -> u8 {
    match mode {
        EntryMode::Live => 0,
        EntryMode::Late { .. } => 1,
        EntryMode::Backfill { .. } => 2,
        EntryMode::Imported => 3,
    }
}

fn longer(longest: Gap, gap: Gap) -> Gap {
    if gap.days > longest.days { gap } else { longest }
}

fn strip(period: Period, days: &BTreeMap<LogicalDate, (EntryMode, bool)>) -> Vec<DayStrip> {
    let mark = |day: LogicalDate| match days.get(&day).map(|(mode, _)| mode) {
        Some(EntryMode::Live) => DayMark::Full,
        Some(EntryMode::Late { .. }) => DayMark::Half,
        Some(EntryMode::Backfill { .. } | EntryMode::Imported) => DayMark::Ring,
        None => DayMark::Blank,
    };
    (period.from().day_number()..=period.to().day_number())
        .filter_map(|number| LogicalDate::from_day_number(number).ok())
        .map(|day| DayStrip { day, mark: mark(day) })
        .collect()
}

/// Sessions that took place in the period, and those of them with both ratings on time.
fn sessions(records: &Records, period: Period) -> (u32, u32) {
    let mut rated: BTreeMap<SessionId, [BTreeSet<&str>; 2]> = BTreeMap::new();
    for rating in &records.session_ratings {
        let parts = rating.parts();
        let side = match parts.phase {
            Phase::Before => 0,
            Phase::After => 1,
            Phase::FollowUp => continue,
        };
        if !rating.counts() || parts.stamp.deleted_at.is_some() {
            continue;
        }
        let recorded = parts.values.iter().filter(|value| value.answer().rating().is_some());
        if let Some(measures) = rated.entry(parts.session).or_default().get_mut(side) {
            measures.extend(recorded.map(|value| value.measure().id.as_str()));
        }
    }
    let held: BTreeSet<SessionId> = held(records, period).map(tidemark_model::Session::id).collect();
    let both =
        held.iter().filter_map(|id| rated.get(id)).filter(|[before, after]| !before.is_disjoint(after));
    (count_of(held.len()), count_of(both.count()))
}

fn sentences(coverage: &Coverage) -> Vec<Sentence> {
    let mut said = vec![
        Phrase::new("sentence.coverage")
            .count("entries", coverage.days_with_entries)
            .count("days", coverage.days)
            .count("percent", number::percent(coverage.days_with_entries, coverage.days))
            .count("late", coverage.late)
            .count("later", coverage.backfill)
            .say(),
    ];
    if coverage.imported > 0 {
        said.push(Phrase::new("sentence.coverage.imported").count("imported", coverage.imported).say());
    }
    if coverage.proxy > 0 {
        said.push(Phrase::new("sentence.coverage.proxy").count("proxy", coverage.proxy).say());
    }
    said.push(match coverage.longest_gap {
        Some(gap) => Phrase::new("sentence.coverage.gap")
            .count("days", gap.days)
            .words("dates", number::date_range(gap.from, gap.to))
            .say(),
        None => Phrase::new("sentence.coverage.no_gap").say(),
    });
    if coverage.sessions > 0 {
        said.push(
            Phrase::new("sentence.coverage.sessions")
                .count("both", coverage.sessions_with_both)
                .count("sessions", coverage.sessions)
                .say(),
        );
    }
    said
}
