//! The records of a diary side by side, as one reader hands them to the next. Rules between them are not checked here.

use crate::{
    CareTeamMember, CheckIn, CrisisContact, DistressEvent, Event, Goal, InstrumentResult, IntakeSheet,
    Measure, Medication, MedicationChange, PlanAdjustment, Practice, Recorded, Reminder, SafetyPlan, Session,
    SessionMoment, SessionPlan, SessionRating, Therapist, Visit,
};

/// Records of a diary, or of a part of it.
///
/// # Shape
/// Measures by their order, then version; all else by the moment it is about, then by id. Deleted records are absent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Records {
    /// All versions of all measures.
    pub measures: Vec<Measure>,
    /// Check-ins.
    pub check_ins: Vec<CheckIn>,
    /// Sessions.
    pub sessions: Vec<Session>,
    /// Ratings around sessions.
    pub session_ratings: Vec<SessionRating>,
    /// What happened within sessions.
    pub session_moments: Vec<Recorded<SessionMoment>>,
    /// Distress events.
    pub distress_events: Vec<Recorded<DistressEvent>>,
    /// Medicines.
    pub medications: Vec<Recorded<Medication>>,
    /// Changes of medicines.
    pub medication_changes: Vec<Recorded<MedicationChange>>,
    /// Goals.
    pub goals: Vec<Recorded<Goal>>,
    /// Visits.
    pub visits: Vec<Recorded<Visit>>,
    /// Events of the person's life.
    pub events: Vec<Recorded<Event>>,
    /// Practices.
    pub practices: Vec<Recorded<Practice>>,
    /// Reminders.
    pub reminders: Vec<Recorded<Reminder>>,
    /// Safety plans; usually one.
    pub safety_plans: Vec<Recorded<SafetyPlan>>,
    /// The person's own crisis contacts.
    pub crisis_contacts: Vec<Recorded<CrisisContact>>,
    /// Results of questionnaires.
    pub instrument_results: Vec<Recorded<InstrumentResult>>,
    /// Versions of the plan, by number.
    pub session_plans: Vec<Recorded<SessionPlan>>,
    /// What each version of the plan changed.
    pub plan_adjustments: Vec<Recorded<PlanAdjustment>>,
    /// Massage therapists.
    pub therapists: Vec<Recorded<Therapist>>,
    /// Versions of the intake sheet, by number.
    pub intake_sheets: Vec<Recorded<IntakeSheet>>,
    /// The care team.
    pub care_team_members: Vec<Recorded<CareTeamMember>>,
}

impl Records {
    /// The newest version of each measure, in their order.
    #[must_use]
    pub fn current_measures(&self) -> Vec<&Measure> {
        let newest = |m: &Measure| {
            !self
                .measures
                .iter()
                .any(|other| other.id() == m.id() && other.parts().version > m.parts().version)
        };
        let mut current: Vec<&Measure> = self.measures.iter().filter(|m| newest(m)).collect();
        current.sort_by(|a, b| (a.parts().order, a.id()).cmp(&(b.parts().order, b.id())));
        current
    }
}
