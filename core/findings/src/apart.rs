//! What is nearer to a session than its plan keeps apart? Counted in hours from the end of one to the beginning of the other, and
//! said as a fact: how many, and how many the plan names.
//!
//! Refuses to guess a length: a planned session without one, and an appointment, are their beginning.

use chrono::NaiveDateTime;
use tidemark_model::{
    ApartFrom, KeepApart, LogicalDate, Medication, Recorded, Records, Session, Visit, VisitKind,
};

use crate::Sentence;
use crate::report_facts::plan_on;
use crate::wording::{Phrase, text};

/// A dose by the clock of the place where the person is.
pub(crate) struct DoseTime<'a> {
    pub(crate) medication: &'a Recorded<Medication>,
    pub(crate) at: NaiveDateTime,
}

/// Something near a session: minutes before its beginning or after its end, 0 within it.
struct Near {
    what: String,
    minutes: i64,
    side: Side,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Before,
    Within,
    After,
}

/// A sentence for the nearest on each side, for each rule of the plan in force on the day of the session.
pub(crate) fn sentences(records: &Records, session: &Session, doses: &[DoseTime<'_>]) -> Vec<Sentence> {
    let Some(plan) = plan_on(records, session.logical_date()) else { return vec![] };
    let mut said = Vec::new();
    for rule in &plan.keep_apart {
        let found = match rule.from() {
            ApartFrom::TalkingTherapy => near_therapy(records, session),
            ApartFrom::Dose => near_doses(records, session, doses),
        };
        for side in [Side::Before, Side::Within, Side::After] {
            let nearest = found.iter().filter(|near| near.side == side).min_by_key(|near| near.minutes);
            said.extend(
                nearest
                    .filter(|near| near.minutes < 60 * i64::from(rule.hours()))
                    .map(|near| say(near, *rule)),
            );
        }
    }
    said
}

/// Appointments with a talking therapist.
pub(crate) fn talking_therapy(records: &Records) -> impl Iterator<Item = &Recorded<Visit>> {
    let stands = |visit: &&Recorded<Visit>| {
        visit.stamp.deleted_at.is_none() && visit.kind == Some(VisitKind::TalkingTherapist)
    };
    records.visits.iter().filter(stands)
}

/// The day of the calendar and the minute of a time on the clock.
pub(crate) fn clock(at: NaiveDateTime) -> Option<(LogicalDate, u16)> {
    use chrono::Timelike as _;
    let minute = u16::try_from(at.hour() * 60 + at.minute()).ok()?;
    Some((LogicalDate::new(at.date()).ok()?, minute))
}

/// True minutes, whatever the clocks did between.
fn near_therapy(records: &Records, session: &Session) -> Vec<Near> {
    let begins = session.parts().started.instant;
    let found = talking_therapy(records).map(|visit| {
        let after_begin = visit.at.instant.minutes_since(begins);
        near(text("part.apart.therapy"), after_begin, minutes(session))
    });
    found.collect()
}

/// Minutes of the clock. What the person wrote down as last taken stands for what the times of that medicine say.
fn near_doses(records: &Records, session: &Session, doses: &[DoseTime<'_>]) -> Vec<Near> {
    let parts = session.parts();
    let begins = parts.started.local();
    let told = &parts.details.last_doses;
    let mut found = Vec::new();
    for dose in doses {
        let after_begin = (dose.at - begins).num_minutes();
        let known = told.iter().any(|last| last.medication == dose.medication.id);
        if !(known && after_begin <= 0) {
            found.push(near(dose.medication.name.as_str().to_owned(), after_begin, minutes(session)));
        }
    }
    for last in told {
        // Its name, whether or not it has times; a medicine that was deleted has none, and was near all the same.
        let medicine = records.medications.iter().find(|one| one.id == last.medication);
        let named = medicine.filter(|one| one.stamp.deleted_at.is_none());
        let name = named.map_or_else(|| text("part.apart.medicine"), |one| one.name.as_str().to_owned());
        found.push(near(name, last.taken_at.instant.minutes_since(parts.started.instant), minutes(session)));
    }
    found
}

fn near(what: String, after_begin: i64, length: i64) -> Near {
    if after_begin < 0 {
        Near { what, minutes: -after_begin, side: Side::Before }
    } else if after_begin < length.max(1) {
        Near { what, minutes: 0, side: Side::Within }
    } else {
        Near { what, minutes: after_begin - length, side: Side::After }
    }
}

/// How long a session is or is planned to be; 0 when nobody said.
fn minutes(session: &Session) -> i64 {
    let parts = session.parts();
    let held = parts.ended.map(|ended| ended.instant.minutes_since(parts.started.instant));
    held.or_else(|| parts.planned_min.map(|planned| i64::from(planned.minutes()))).unwrap_or(0).max(0)
}

fn say(near: &Near, rule: KeepApart) -> Sentence {
    let id = match near.side {
        Side::Before => "sentence.apart.after_it",
        Side::Within => "sentence.apart.within",
        Side::After => "sentence.apart.before_it",
    };
    Phrase::new(id)
        .words("gap", gap(near.minutes))
        .words("what", near.what.as_str())
        .count("hours", u32::from(rule.hours()))
        .say()
}

/// `2 h`, `1 h 30 min`, `45 min`.
fn gap(minutes: i64) -> String {
    let (hours, rest) = ((minutes / 60).to_string(), (minutes % 60).to_string());
    match (minutes / 60, minutes % 60) {
        (0, _) => Phrase::new("part.apart.minutes").words("minutes", rest),
        (_, 0) => Phrase::new("part.apart.hours").words("hours", hours),
        _ => Phrase::new("part.apart.both").words("hours", hours).words("minutes", rest),
    }
    .say()
    .text
}
