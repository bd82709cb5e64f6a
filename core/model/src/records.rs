//! The records of a diary side by side, as one reader hands them to the next. Rules between them are not checked here.

use crate::{CheckIn, Measure, Medication, MedicationChange, Session, SessionRating, Visit};

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
    /// Medicines.
    pub medications: Vec<Medication>,
    /// Changes of medicines.
    pub medication_changes: Vec<MedicationChange>,
    /// Visits.
    pub visits: Vec<Visit>,
}

/// One record of any kind.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each variant is the type it holds")]
pub enum Record {
    Measure(Measure),
    CheckIn(CheckIn),
    Session(Session),
    SessionRating(SessionRating),
    Medication(Medication),
    MedicationChange(MedicationChange),
    Visit(Visit),
}

impl Record {
    /// The kind, as the revision log and the exports name it.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Measure(_) => "measure",
            Self::CheckIn(_) => "check_in",
            Self::Session(_) => "session",
            Self::SessionRating(_) => "session_rating",
            Self::Medication(_) => "medication",
            Self::MedicationChange(_) => "medication_change",
            Self::Visit(_) => "visit",
        }
    }
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
