//! One thing that a new version of the plan says otherwise than the one before, with its reason. There is none without.

use crate::code::coded;
use crate::content::content;
use crate::{Invalid, LogicalDate, Note, SessionPlanId, ShortText};

/// What was changed: a field of the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "each variant is the field of that name")]
pub enum PlanField {
    Aim,
    Modality,
    Pressure,
    Minutes,
    Frequency,
    PreferredDays,
    PreferredTimes,
    KeepApart,
    IfDistress,
    AgreedWith,
    ReviewOn,
}

coded!(PlanField, "field", {
    Aim => "aim", Modality => "modality", Pressure => "pressure", Minutes => "minutes", Frequency => "frequency",
    PreferredDays => "preferred_days", PreferredTimes => "preferred_times", KeepApart => "keep_apart",
    IfDistress => "if_distress", AgreedWith => "agreed_with", ReviewOn => "review_on",
});

/// Why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AdjustmentReason {
    /// How body or mind answered.
    Response,
    /// To be more at ease.
    Comfort,
    /// To be safe.
    Safety,
    /// It became too much.
    Distress,
    /// Time.
    Schedule,
    /// Times of medicines.
    MedicineTiming,
    /// Money.
    Cost,
    /// The massage therapist's idea.
    TherapistIdea,
    /// The clinician's idea.
    ClinicianIdea,
}

coded!(AdjustmentReason, "reason", {
    Response => "response", Comfort => "comfort", Safety => "safety", Distress => "distress",
    Schedule => "schedule", MedicineTiming => "medicine_timing", Cost => "cost",
    TherapistIdea => "therapist_idea", ClinicianIdea => "clinician_idea",
});

/// Who decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DecidedBy {
    /// The person.
    Own,
    /// The person with somebody else.
    Together,
    /// The massage therapist.
    MassageTherapist,
    /// The talking therapist.
    TalkingTherapist,
    /// A clinician.
    Clinician,
    /// Somebody else.
    Other,
}

coded!(DecidedBy, "decided_by", {
    Own => "self", Together => "together", MassageTherapist => "massage_therapist",
    TalkingTherapist => "talking_therapist", Clinician => "clinician", Other => "other",
});

content! {
    /// One change of the plan.
    PlanAdjustment(PlanAdjustmentId) {
        /// the version it made
        session_plan_id: SessionPlanId,
        /// the day it took effect
        at @ "at_date": LogicalDate,
        /// the field of the plan that was changed
        field: PlanField,
        /// what it said
        from @ "from_text": Option<Note>,
        /// what it says since
        to @ "to_text": Option<Note>,
        /// why
        reason: AdjustmentReason,
        /// who decided it
        decided_by: DecidedBy,
        /// the finding it followed from, when one is named
        finding: Option<ShortText>,
    }
}

impl PlanAdjustment {
    fn rules(&self) -> Result<(), Invalid> {
        if self.from == self.to {
            return Err(Invalid::Field {
                field: "an adjustment",
                allowed: "something that the plan did not say before",
            });
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::SessionPlan;

    #[test]
    fn every_field_of_a_plan_can_be_adjusted_but_its_number_and_first_day() {
        let fields = SessionPlan::FIELDS.iter().map(|field| field.name);
        assert!(
            fields.filter(|name| !["version", "since"].contains(name)).eq(PlanField::CODES.iter().copied())
        );
    }
}
