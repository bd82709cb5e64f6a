//! Which record is meant: UUID version 7, one type per kind of record so that two cannot be swapped.

use std::fmt;
use std::str::FromStr;

use uuid::{Builder, Uuid};

use crate::{Entropy, Instant, Invalid};

/// What all record ids have in common.
pub trait RecordId: Copy + Ord + fmt::Debug + fmt::Display + FromStr<Err = Invalid> {
    /// Makes the id of a record created at `at`; the rest of the bits come from `entropy`.
    fn generate(at: Instant, entropy: &mut dyn Entropy) -> Self;
    /// Takes the id that 16 bytes spell.
    fn from_bytes(bytes: [u8; 16]) -> Self;
    /// The 16 bytes, in network order, as stored.
    fn to_bytes(self) -> [u8; 16];
}

macro_rules! id {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Uuid);

        impl RecordId for $name {
            fn generate(at: Instant, entropy: &mut dyn Entropy) -> Self {
                let mut bits = [0_u8; 10];
                entropy.fill(&mut bits);
                let ms = u64::try_from(at.millis()).unwrap_or(0);
                Self(Builder::from_unix_timestamp_millis(ms, &bits).into_uuid())
            }

            fn from_bytes(bytes: [u8; 16]) -> Self {
                Self(Uuid::from_bytes(bytes))
            }

            fn to_bytes(self) -> [u8; 16] {
                self.0.into_bytes()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.as_hyphenated().fmt(f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self.0)
            }
        }

        impl FromStr for $name {
            type Err = Invalid;

            fn from_str(text: &str) -> Result<Self, Invalid> {
                let refused = Invalid::Field { field: "an id", allowed: "a UUID" };
                Uuid::try_parse(text).map(Self).map_err(|_| refused)
            }
        }

        crate::field::spelled!($name, crate::FieldKind::Uuid);
    )*};
}

id! {
    /// Id of the entry that a note stands in: a check-in or a session.
    EntryId
    /// Id of a check-in.
    CheckInId
    /// Id of one value of an entry.
    ValueId
    /// Id of a session.
    SessionId
    /// Id of the ratings of one phase of a session.
    SessionRatingId
    /// Id of a medication.
    MedicationId
    /// Id of a change of a medication.
    MedicationChangeId
    /// Id of a visit.
    VisitId
    /// Id of something that happened within a session.
    SessionMomentId
    /// Id of a distress event.
    DistressEventId
    /// Id of a goal.
    GoalId
    /// Id of an event of the person's life.
    EventId
    /// Id of a practice.
    PracticeId
    /// Id of a reminder.
    ReminderId
    /// Id of a safety plan.
    SafetyPlanId
    /// Id of a crisis contact.
    CrisisContactId
    /// Id of the result of a questionnaire.
    InstrumentResultId
    /// Id of a massage therapist.
    TherapistId
    /// Id of a version of the intake sheet.
    IntakeSheetId
    /// Id of a member of the care team.
    CareTeamMemberId
    /// Id of a version of the plan.
    SessionPlanId
    /// Id of a change of the plan.
    PlanAdjustmentId
    /// Id of a file that left the diary.
    ShareLogId
    /// Id of a backup that was made.
    BackupRecordId
    /// Id of one line of the revision log.
    RevisionId
    /// Id of one applied import.
    ImportBatchId
}

impl From<CheckInId> for EntryId {
    fn from(id: CheckInId) -> Self {
        Self(id.0)
    }
}

impl From<SessionId> for EntryId {
    fn from(id: SessionId) -> Self {
        Self(id.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::SeededEntropy;

    #[test]
    fn ids_are_version_7_and_sort_by_time() {
        let mut entropy = SeededEntropy::new(1);
        let earlier = CheckInId::generate(Instant::from_millis(1_700_000_000_000).unwrap(), &mut entropy);
        let later = CheckInId::generate(Instant::from_millis(1_700_000_000_001).unwrap(), &mut entropy);
        assert!(earlier < later);
        assert_eq!(earlier.to_string().as_bytes()[14], b'7');
        // RFC 9562: the first 48 bits are the milliseconds; 1,700,000,000,000 is 018bcfe56800 in hexadecimal.
        assert!(earlier.to_string().starts_with("018bcfe5-6800-7"));
        assert_eq!(earlier.to_string().parse(), Ok(earlier));
    }
}
