//! The fixed words of the document, beside those of the page. A document is not translated, so they are not in the catalogue.
//!
//! All other text arrives in the report or in the records. A test holds these words against those a report never uses.

use tidemark_findings::date;
use tidemark_model::{
    AdjustmentReason, Approach, Area, CareRole, DecidedBy, EntryMode, FilledBy, Frame, LogicalDate, Phase,
    PlanField, Side, Weekday,
};

pub(super) const SKIPPED: &str = "asked, not answered";
pub(super) const RECALLED: &str = "from memory";
pub(super) const OUT_OF_WINDOW: &str = "outside its time window";
pub(super) const DOCUMENT: &str = "Report of a self-recorded diary";
pub(super) const HOW_TO_READ: &str = "How to read this document";
pub(super) const NOTES: &str = "Notes in own words";
pub(super) const NOTE: &str = "Note";
pub(super) const DISTRESS: &str = "Distress events";
pub(super) const DISTRESS_EVENT: &str = "Distress event";
pub(super) const SESSION: &str = "Massage session";
pub(super) const APP: &str = "Tidemark";
pub(super) const APP_KIND: &str = "Diary program";
pub(super) const HELPER: &str = "Somebody who wrote on the person's behalf; no name was recorded";
pub(super) const PROVENANCE: &str = "Recorded by the person; put together by the diary program";
pub(super) const CLINICIAN: &str = "A clinician";
pub(super) const SOMEBODY_ELSE: &str = "Somebody else";
pub(super) const BELOW: &str = "What was recorded follows below, one entry each.";
pub(super) const PERSON: &str = "The person who keeps the diary";

pub(super) const PLAN: &str = "Plan for massage sessions";
pub(super) const THERAPISTS: &str = "Massage therapists";
pub(super) const CARE_TEAM: &str = "Care team";
pub(super) const INTAKE: &str = "From the intake sheet";
pub(super) const NOT_SAID: &str = "not said";
pub(super) const ALLERGY: &str = "Allergy or sensitivity";
pub(super) const HISTORY: &str = "History";
pub(super) const MASSAGE_THERAPIST: &str = "massage therapist";
pub(super) const CREDENTIAL: &str = "Licence, registration or certificate";

/// `24 Nov 2026`.
pub(super) fn day(day: LogicalDate) -> String {
    date(day)
}

/// What stretch of time a value is about.
pub(super) const fn frame(frame: Frame) -> &'static str {
    match frame {
        Frame::DayOverall => "about the day",
        Frame::RightNow => "about that moment",
        Frame::LastNight => "about the night before",
        Frame::PastWeeks => "about the past weeks",
    }
}

/// When it was written.
pub(super) const fn mode(mode: EntryMode) -> &'static str {
    match mode {
        EntryMode::Live => "written on the day",
        EntryMode::Late { .. } => "written within the next day",
        EntryMode::Backfill { .. } => "written later",
        EntryMode::Imported => "read from a file",
    }
}

/// When around a session.
pub(super) const fn phase(phase: Phase) -> &'static str {
    match phase {
        Phase::Before => "before the session",
        Phase::After => "after the session",
        Phase::FollowUp => "the morning after the session",
    }
}

/// Who filled a questionnaire in.
pub(super) const fn filled_by(by: FilledBy) -> &'static str {
    match by {
        FilledBy::Own => "filled in by the person",
        FilledBy::Helped => "filled in with help",
        FilledBy::Clinician => "filled in by a clinician",
        FilledBy::Other => "filled in by somebody else",
    }
}

/// An approach that goes with any style.
pub(super) const fn approach(approach: Approach) -> &'static str {
    match approach {
        Approach::TraumaInformed => "trauma-informed",
        Approach::RestorativePacing => "restorative pacing",
    }
}

/// What somebody is to the person.
pub(super) const fn role(role: CareRole) -> &'static str {
    match role {
        CareRole::PrimaryCare => "primary care",
        CareRole::Psychiatrist => "psychiatrist",
        CareRole::TalkingTherapist => "talking therapist",
        CareRole::MassageTherapist => MASSAGE_THERAPIST,
        CareRole::Physiotherapist => "physiotherapist",
        CareRole::Caregiver => "caregiver",
        CareRole::Other => "other",
    }
}

/// `pressure 2 of 5`.
pub(super) fn pressure(step: u8) -> String {
    format!("pressure {}", pressure_step(step))
}

/// `2 of 5`: 1 is feather-light, 5 deep.
pub(super) fn pressure_step(step: u8) -> String {
    format!("{step} of 5")
}

/// A day of the week.
pub(super) const fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}

/// A field of the plan.
pub(super) const fn plan_field(field: PlanField) -> &'static str {
    match field {
        PlanField::Aim => "aim",
        PlanField::Modality => "style",
        PlanField::Pressure => "pressure",
        PlanField::Minutes => "length",
        PlanField::Frequency => "how often",
        PlanField::PreferredDays => "days that suit",
        PlanField::PreferredTimes => "times that suit",
        PlanField::KeepApart => "what is kept apart",
        PlanField::IfDistress => "what is done when it becomes too much",
        PlanField::AgreedWith => "with whom it was agreed",
        PlanField::ReviewOn => "day to look at it again",
    }
}

/// Why the plan was changed.
pub(super) const fn adjustment_reason(reason: AdjustmentReason) -> &'static str {
    match reason {
        AdjustmentReason::Response => "because of how body or mind answered",
        AdjustmentReason::Comfort => "to be more at ease",
        AdjustmentReason::Safety => "to be safe",
        AdjustmentReason::Distress => "because it became too much",
        AdjustmentReason::Schedule => "because of time",
        AdjustmentReason::MedicineTiming => "because of times of medicines",
        AdjustmentReason::Cost => "because of money",
        AdjustmentReason::TherapistIdea => "an idea of the massage therapist",
        AdjustmentReason::ClinicianIdea => "an idea of the clinician",
    }
}

/// Who decided a change of the plan.
pub(super) const fn decided_by(by: DecidedBy) -> &'static str {
    match by {
        DecidedBy::Own => "the person decided it",
        DecidedBy::Together => "decided together",
        DecidedBy::MassageTherapist => "the massage therapist decided it",
        DecidedBy::TalkingTherapist => "the talking therapist decided it",
        DecidedBy::Clinician => "a clinician decided it",
        DecidedBy::Other => "somebody else decided it",
    }
}

/// `left shoulder`; no side for both, or the middle.
pub(super) fn area(area: Area) -> String {
    let region = area.region.code().replace('_', " ");
    match area.side {
        Side::Left | Side::Right => format!("{} {region}", area.side.code()),
        Side::Both => region,
    }
}
