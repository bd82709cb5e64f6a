//! Fields that follow from others: the usual values of a new record, and what moves along when one is corrected.
//!
//! A day is decided when a record is made, by the end of the day in force then. Correcting the time of a record decides it
//! again with the same end of the day; nothing else ever moves it.

use tidemark_model::{
    FieldValue, Invalid, Kind, LogicalDate, Moment, Record, Rollover, SessionMinutes, Texts, logical_date,
};

/// Whether nobody sets that field of a kind by hand.
pub(crate) fn follows(kind: Kind, field: &str) -> bool {
    match kind {
        Kind::SessionPlan | Kind::IntakeSheet => field == "version",
        Kind::PlanAdjustment => matches!(field, "session_plan_id" | "field" | "from" | "to"),
        Kind::ShareLog => field != "to",
        Kind::BackupRecord => field != "place",
        _ => matches!(field, "rollover" | "in_window" | "timer_started_at"),
    }
}

/// Fills in what a new record says when nothing else is said.
pub(crate) fn defaults(
    kind: Kind,
    texts: &mut Texts,
    now: Moment,
    rollover: Rollover,
) -> Result<(), Invalid> {
    let today = logical_date(now, rollover)?;
    let mut unless_said = |name: &str, text: Option<String>| {
        if texts.get(name).is_none() {
            texts.set(name, text);
        }
    };
    match kind {
        Kind::DistressEvent => unless_said("at", now.to_text()),
        Kind::InstrumentResult => {
            unless_said("taken_at", now.to_text());
            unless_said("filled_by", Some("self".to_owned()));
        }
        Kind::MedicationChange => unless_said("at", today.to_text()),
        Kind::Goal => {
            unless_said("started_on", today.to_text());
            unless_said("status", Some("active".to_owned()));
        }
        Kind::Event => unless_said("start", today.to_text()),
        Kind::Practice => unless_said("logical_date", today.to_text()),
        Kind::Reminder => {
            unless_said("wording", Some("private".to_owned()));
            unless_said("active", Some("true".to_owned()));
        }
        Kind::CrisisContact => unless_said("open", Some("false".to_owned())),
        Kind::SessionPlan => unless_said("since", today.to_text()),
        Kind::IntakeSheet => unless_said("reviewed_on", today.to_text()),
        _ => {}
    }
    if let (Some(at), None) = (moment_of(kind, texts)?, texts.get("logical_date")) {
        texts.set("logical_date", logical_date(at, rollover)?.to_text());
    }
    Ok(())
}

/// The moment that decides the day of kinds that have one.
fn moment_of(kind: Kind, texts: &Texts) -> Result<Option<Moment>, Invalid> {
    match kind {
        Kind::Visit | Kind::DistressEvent => texts.read("at"),
        Kind::InstrumentResult => texts.read("taken_at"),
        Kind::Session => texts.read("started_at"),
        Kind::CheckIn => texts.read("rated_at"),
        _ => Ok(None),
    }
}

/// Moves along what follows from the fields that were changed, which `touched` tells; `diary` is the end of the day of records
/// that keep none of their own.
pub(crate) fn after_edit(
    old: &Record,
    texts: &mut Texts,
    touched: &dyn Fn(&str) -> bool,
    diary: Rollover,
) -> Result<(), Invalid> {
    let kind = old.kind();
    if kind == Kind::Session {
        after_session_edit(texts, touched)?;
    }
    let has_day_source = matches!(kind, Kind::CheckIn | Kind::Session);
    if touched("logical_date") {
        if has_day_source && !touched("day_source") {
            texts.set("day_source", Some("user".to_owned()));
        }
        return Ok(());
    }
    let moved = ["at", "taken_at", "started_at", "rated_at"].into_iter().any(touched);
    let by_clock = !has_day_source || texts.get("day_source") == Some("clock");
    if let (true, true, Some(at)) = (moved, by_clock, moment_of(kind, texts)?) {
        let rollover = texts.read::<Option<Rollover>>("rollover")?.unwrap_or(diary);
        texts.set("logical_date", logical_date(at, rollover)?.to_text());
    }
    Ok(())
}

/// Start, end and length of a session agree.
fn after_session_edit(texts: &mut Texts, changed: &dyn Fn(&str) -> bool) -> Result<(), Invalid> {
    let started: Moment = texts.read("started_at")?;
    let ended: Option<Moment> = texts.read("ended_at")?;
    let length: Option<SessionMinutes> = texts.read("actual_min")?;
    if changed("ended_at") {
        if let (Some(ended), false) = (ended, changed("actual_min")) {
            let minutes = ended.instant.minutes_since(started.instant);
            let length = u16::try_from(minutes).ok().and_then(|m| SessionMinutes::new(m).ok());
            texts.set("actual_min", length.to_text());
        }
    } else if let (true, Some(_), Some(length)) =
        (changed("started_at") || changed("actual_min"), ended, length)
    {
        let ended = started.plus_minutes(i64::from(length.minutes()))?;
        texts.set("ended_at", ended.to_text());
    }
    Ok(())
}

/// The day a record belongs to; none for one that belongs to no day.
pub(crate) fn day(record: &Record) -> Option<LogicalDate> {
    match record {
        Record::CheckIn(r) => Some(r.logical_date()),
        Record::Session(r) => Some(r.logical_date()),
        Record::DistressEvent(r) => Some(r.logical_date),
        Record::MedicationChange(r) => Some(r.at),
        Record::Visit(r) => Some(r.logical_date),
        Record::Event(r) => Some(r.start),
        Record::Practice(r) => Some(r.logical_date),
        Record::InstrumentResult(r) => Some(r.logical_date),
        Record::SessionPlan(r) => Some(r.since),
        Record::PlanAdjustment(r) => Some(r.at),
        // No entries of a day: the date on the clock when they were written.
        Record::ShareLog(r) => LogicalDate::new(r.stamp.recorded.local().date()).ok(),
        Record::BackupRecord(r) => LogicalDate::new(r.stamp.recorded.local().date()).ok(),
        _ => None,
    }
}
