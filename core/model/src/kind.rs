//! Which kinds of record are there? Their names are the tables of the database, the words of the command line, and the
//! kinds of the revision log.

use crate::code::coded;

/// A kind of record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "each variant is the type of that name")]
pub enum Kind {
    Measure,
    CheckIn,
    Session,
    SessionRating,
    SessionMoment,
    DistressEvent,
    Medication,
    MedicationChange,
    Goal,
    Visit,
    Event,
    Practice,
    Reminder,
    SafetyPlan,
    CrisisContact,
    InstrumentResult,
    Therapist,
    IntakeSheet,
    CareTeamMember,
    SessionPlan,
    PlanAdjustment,
    ShareLog,
    BackupRecord,
}

coded!(Kind, "kind", {
    Measure => "measure", CheckIn => "check_in", Session => "session", SessionRating => "session_rating",
    SessionMoment => "session_moment", DistressEvent => "distress_event", Medication => "medication",
    MedicationChange => "medication_change", Goal => "goal", Visit => "visit", Event => "event",
    Practice => "practice", Reminder => "reminder", SafetyPlan => "safety_plan",
    CrisisContact => "crisis_contact", InstrumentResult => "instrument_result", Therapist => "therapist",
    IntakeSheet => "intake_sheet", CareTeamMember => "care_team_member", SessionPlan => "session_plan",
    PlanAdjustment => "plan_adjustment", ShareLog => "share_log", BackupRecord => "backup_record",
});
