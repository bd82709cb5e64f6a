//! What stands around sessions on the days of the plan: sessions, talking therapy and doses of each day by the clock, and at each
//! session what lies nearer to it than the plan keeps apart.
//!
//! Refuses to guess: only what is written down stands here, a session that was called off or missed does not, and a dose has the
//! times that the medicine names.

use std::collections::BTreeMap;

use chrono::NaiveDateTime;
use tidemark_model::{
    ChangeKind, Clock, LogicalDate, MedicationId, Period, Records, Session, SessionId, SessionStatus, VisitId,
};

use crate::apart::{self, DoseTime};
use crate::{DosePeriod, Sentence, Standing, dose_periods};

/// One day of the calendar; a day on which nothing stands is there too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanDay {
    /// The day of the calendar, by the clock: what begins at 01:00 stands on the day that has begun.
    pub day: LogicalDate,
    /// By the clock.
    pub entries: Vec<PlanEntry>,
}

/// Something that stands on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanEntry {
    /// Minute of the day at which it begins, 0 to 1,439.
    pub minute: u16,
    /// What it is.
    pub what: PlanLane,
}

/// What stands on a day, by its lane.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlanLane {
    /// A session that is planned or took place.
    Session {
        /// Which.
        id: SessionId,
        /// What became of it.
        status: SessionStatus,
        /// What is nearer to it than the plan keeps apart, a sentence each.
        apart: Vec<Sentence>,
    },
    /// An appointment with a talking therapist.
    TalkingTherapy {
        /// Which.
        id: VisitId,
        /// With whom, in the person's words.
        with: Option<String>,
    },
    /// A dose at a time that its medicine names.
    Dose {
        /// Of which medicine.
        id: MedicationId,
        /// Its name, in the person's words.
        name: String,
    },
}

/// Most days of a calendar, two months.
pub const MOST_PLAN_DAYS: u16 = 62;

/// How far around a day something can be near to a session, in days: the most that a plan keeps apart, and the length of a session.
const DAYS_AROUND: i32 = 4;

/// The days that the records of a calendar of `period` have to reach over.
#[must_use]
pub fn plan_calendar_reach(period: Period) -> Period {
    let from = period.from().plus_days(-DAYS_AROUND).unwrap_or(LogicalDate::FIRST);
    let to = period.to().plus_days(DAYS_AROUND).unwrap_or(LogicalDate::LAST);
    Period::new(from, to).unwrap_or(period)
}

/// The days of `period` in order, at most [`MOST_PLAN_DAYS`]. `records` are those of [`plan_calendar_reach`].
#[must_use]
pub fn plan_calendar(records: &Records, period: Period) -> Vec<PlanDay> {
    let doses = doses(records, plan_calendar_reach(period));
    let mut entries: BTreeMap<LogicalDate, Vec<PlanEntry>> = BTreeMap::new();
    let mut put = |day: LogicalDate, minute, what| {
        entries.entry(day).or_default().push(PlanEntry { minute, what });
    };
    let shown =
        |at: NaiveDateTime| apart::clock(at).filter(|(day, _)| period.from() <= *day && *day <= period.to());
    for session in sessions(records) {
        let parts = session.parts();
        if let Some((day, minute)) = shown(parts.started.local()) {
            let apart = apart::sentences(records, session, &doses);
            put(day, minute, PlanLane::Session { id: parts.id, status: parts.status, apart });
        }
    }
    for visit in apart::talking_therapy(records) {
        if let Some((day, minute)) = shown(visit.at.local()) {
            let with = visit.with.as_ref().map(|with| with.as_str().to_owned());
            put(day, minute, PlanLane::TalkingTherapy { id: visit.id, with });
        }
    }
    for dose in &doses {
        if let Some((day, minute)) = shown(dose.at) {
            let name = dose.medication.name.as_str().to_owned();
            put(day, minute, PlanLane::Dose { id: dose.medication.id, name });
        }
    }
    let mut days = Vec::new();
    let mut next = Some(period.from());
    while let Some(day) = next.filter(|day| *day <= period.to() && days.len() < usize::from(MOST_PLAN_DAYS)) {
        let mut of_day = entries.remove(&day).unwrap_or_default();
        of_day.sort_by_key(|entry| (entry.minute, order(&entry.what)));
        days.push(PlanDay { day, entries: of_day });
        next = day.plus_days(1);
    }
    days
}

/// What is nearer to a session than the plan of its day keeps apart, as [`plan_calendar`] says it of that session.
#[must_use]
pub fn kept_apart(records: &Records, session: SessionId) -> Vec<Sentence> {
    let Some(session) = sessions(records).find(|one| one.id() == session) else { return vec![] };
    let Ok(day) = LogicalDate::new(session.parts().started.local().date()) else { return vec![] };
    let Ok(period) = Period::new(day, day) else { return vec![] };
    apart::sentences(records, session, &doses(records, plan_calendar_reach(period)))
}

fn sessions(records: &Records) -> impl Iterator<Item = &Session> {
    let stands = |session: &&Session| {
        let parts = session.parts();
        parts.stamp.deleted_at.is_none()
            && !matches!(parts.status, SessionStatus::Cancelled | SessionStatus::Missed)
    };
    records.sessions.iter().filter(stands)
}

/// Each dose of `period` by the clock, in the order of medicines; none on days on which it was paused or is over.
fn doses(records: &Records, period: Period) -> Vec<DoseTime<'_>> {
    let mut doses = Vec::new();
    for stretch in dose_periods(records, period, period.to()).iter().filter(|dose| taken(dose)) {
        let from = stretch.from.map_or(period.from(), |from| from.max(period.from()));
        let to = stretch.to.map_or(period.to(), |to| to.min(period.to()));
        let mut next = Some(from);
        while let Some(day) = next.filter(|day| *day <= to) {
            let at = |clock: &Clock| day.date().and_time(clock.time());
            let times = stretch.medication.times.iter();
            doses.extend(times.map(|clock| DoseTime { medication: stretch.medication, at: at(clock) }));
            next = day.plus_days(1);
        }
    }
    doses
}

fn taken(dose: &DosePeriod<'_>) -> bool {
    // A pause that is over stands as over; what opened it says that it was one.
    let paused = dose.opened_by.is_some_and(|change| change.kind == ChangeKind::Paused);
    dose.standing != Standing::Paused && !paused
}

/// At one minute: what a session is kept apart from, then the session.
const fn order(what: &PlanLane) -> u8 {
    match what {
        PlanLane::TalkingTherapy { .. } => 0,
        PlanLane::Dose { .. } => 1,
        PlanLane::Session { .. } => 2,
    }
}
