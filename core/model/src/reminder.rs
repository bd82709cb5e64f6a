//! What the phone reminds of. Wall-clock reminders follow the local time through clock changes and travel; elapsed ones
//! keep true hours after a session.

use crate::code::coded;
use crate::content::content;
use crate::field::bounded;
use crate::{Clock, Invalid, Moment, Weekday};

/// What a reminder is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it all")]
pub enum ReminderKind {
    CheckIn,
    Before,
    After,
    FollowUp,
    Aftercare,
    Instrument,
    PlanReview,
    VisitEve,
    Backup,
}

coded!(ReminderKind, "kind", {
    CheckIn => "check_in", Before => "before", After => "after", FollowUp => "follow_up",
    Aftercare => "aftercare", Instrument => "instrument", PlanReview => "plan_review", VisitEve => "visit_eve",
    Backup => "backup",
});

/// What a notification says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Wording {
    /// What it is for.
    Plain,
    /// Nothing that tells what the app is about.
    Private,
}

coded!(Wording, "wording", { Plain => "plain", Private => "private" });

bounded! {
    /// Minutes after a session, 1 minute to 14 days.
    ElapsedMinutes(u32) 1..=20_160, "minutes after a session", "1 to 20160"
}
bounded! {
    /// Minutes of a snooze, 1 to 240.
    SnoozeMinutes(u16) 1..=240, "a snooze", "1 to 240 minutes"
}

content! {
    /// One reminder.
    Reminder(ReminderId) {
        /// what it is for
        kind: ReminderKind,
        /// time of the day on the local clock, hh:mm
        wall_clock: Option<Clock>,
        /// days of the week; every day when none is named
        days: Vec<Weekday>,
        /// minutes after the session, in place of a time of the day
        elapsed_min: Option<ElapsedMinutes>,
        /// start of the quiet hours, hh:mm
        quiet_from: Option<Clock>,
        /// end of the quiet hours, hh:mm
        quiet_to: Option<Clock>,
        /// minutes until it comes again when put off
        snooze_min: Option<SnoozeMinutes>,
        /// when it last came
        last_fired_at: Option<Moment>,
        /// when it comes next
        next_fire_at: Option<Moment>,
        /// what the notification says: plain or private
        wording: Wording,
        /// whether it is on
        active: bool,
    }
}

impl Reminder {
    fn rules(&self) -> Result<(), Invalid> {
        if self.wall_clock.is_some() == self.elapsed_min.is_some() {
            return Err(Invalid::Field { field: "a reminder", allowed: "either wall_clock or elapsed_min" });
        }
        if self.elapsed_min.is_some() && !self.days.is_empty() {
            return Err(Invalid::Field { field: "days", allowed: "only a reminder at a time of the day" });
        }
        if self.quiet_from.is_some() != self.quiet_to.is_some() {
            return Err(Invalid::Field {
                field: "quiet hours",
                allowed: "both quiet_from and quiet_to, or neither",
            });
        }
        Ok(())
    }
}
