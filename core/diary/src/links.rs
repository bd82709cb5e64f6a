//! Rules between records: what one refers to is there, and what follows from a session's times moves with them.

use std::collections::BTreeSet;

use tidemark_model::{Invalid, Kind, Measure, Period, Record, RecordId, Session, SessionId, SessionRating};

use crate::edit::next;
use crate::{Diary, DiaryError};

/// Minutes after a session's length within which something may still have happened in it.
const AFTER_MIN: u16 = 30;

/// Whether one of the fields that were changed names another record.
pub(crate) fn refers(kind: Kind, touched: &dyn Fn(&str) -> bool) -> bool {
    let names = [
        "session_id",
        "medication_id",
        "measure_id",
        "last_doses",
        "therapist_id",
        "plan_version",
        "medicines",
    ];
    // A moment is held against the length of its session, whatever of it was changed.
    kind == Kind::SessionMoment || names.into_iter().any(touched)
}

impl Diary {
    /// Refuses a record that refers to nothing, or to something it cannot belong to.
    pub(crate) fn check_links(&self, record: &Record) -> Result<(), DiaryError> {
        match record {
            Record::SessionMoment(moment) => {
                let session = self.store.session(moment.session_id)?;
                let length = session.parts().actual_min.map(|minutes| minutes.minutes() + AFTER_MIN);
                if length.is_some_and(|most| moment.minute.get() > most) {
                    let allowed = "minutes up to 30 after its end";
                    return Err(Invalid::Field { field: "a moment of this session", allowed }.into());
                }
            }
            Record::DistressEvent(event) => {
                if let Some(session) = event.session_id {
                    self.store.session(session)?;
                }
            }
            Record::MedicationChange(change) => {
                self.is_there(Kind::Medication, change.medication_id.to_bytes())?;
            }
            Record::Goal(goal) => {
                if let Some(measure) = &goal.measure_id {
                    crate::diary::named(measure, &self.measures()?)?;
                }
            }
            Record::Session(session) => {
                let details = &session.parts().details;
                for dose in &details.last_doses {
                    self.is_there(Kind::Medication, dose.medication.to_bytes())?;
                }
                if let Some(therapist) = details.therapist_id {
                    self.is_there(Kind::Therapist, therapist.to_bytes())?;
                }
                if let Some(version) = details.plan_version {
                    self.has_plan(version)?;
                }
            }
            Record::IntakeSheet(sheet) => {
                for medicine in &sheet.medicines {
                    self.is_there(Kind::Medication, medicine.to_bytes())?;
                }
            }
            Record::SessionRating(rating) => {
                self.store.session(rating.parts().session)?;
            }
            _ => {}
        }
        Ok(())
    }

    fn is_there(&self, kind: Kind, id: [u8; 16]) -> Result<(), DiaryError> {
        self.present(kind, id, &[]).map(drop)
    }

    /// Ratings whose place in their window changes with the times of their session.
    pub(crate) fn moved_windows(
        &self,
        session: &Session,
        measures: &[Measure],
    ) -> Result<Vec<Record>, DiaryError> {
        if session.parts().stamp.deleted_at.is_some() {
            return Ok(Vec::new());
        }
        let mut moved = Vec::new();
        for rating in self.ratings_of(session.id(), measures)? {
            let parts = rating.parts().clone();
            let in_window = parts.phase.holds(session, parts.rated);
            if in_window != parts.in_window {
                let stamp = next(&parts.stamp, None);
                let parts = tidemark_model::SessionRatingParts { in_window, stamp, ..parts };
                moved.push(Record::SessionRating(SessionRating::from_stored(parts)?));
            }
        }
        Ok(moved)
    }

    /// The ratings of one session as they are on disk.
    pub(crate) fn ratings_of(
        &self,
        session: SessionId,
        measures: &[Measure],
    ) -> Result<Vec<SessionRating>, DiaryError> {
        let stored = self.store.session(session)?;
        let day = Period::of_day(stored.logical_date());
        let ratings = self.store.session_ratings(day, measures)?;
        Ok(ratings.into_iter().filter(|rating| rating.parts().session == session).collect())
    }

    /// The records of a kind in a period, deleted ones left out; kinds that belong to no day come whole.
    pub(crate) fn of_kind(&self, kind: Kind, period: Period) -> Result<Vec<Record>, DiaryError> {
        macro_rules! all {
            ($kind:ident) => {
                self.store.of_period(Some(period))?.into_iter().map(Record::$kind).collect()
            };
        }
        let measures = self.store.measures()?;
        Ok(match kind {
            Kind::Measure => measures.into_iter().map(Record::Measure).collect(),
            Kind::CheckIn => {
                self.store.check_ins(period, &measures)?.into_iter().map(Record::CheckIn).collect()
            }
            Kind::Session => self.store.sessions(period)?.into_iter().map(Record::Session).collect(),
            Kind::SessionRating => {
                let ratings = self.store.session_ratings(period, &measures)?;
                ratings.into_iter().map(Record::SessionRating).collect()
            }
            Kind::SessionMoment => all!(SessionMoment),
            Kind::DistressEvent => all!(DistressEvent),
            Kind::Medication => all!(Medication),
            Kind::MedicationChange => all!(MedicationChange),
            Kind::Goal => all!(Goal),
            Kind::Visit => all!(Visit),
            Kind::Event => all!(Event),
            Kind::Practice => all!(Practice),
            Kind::Reminder => all!(Reminder),
            Kind::SafetyPlan => all!(SafetyPlan),
            Kind::CrisisContact => all!(CrisisContact),
            Kind::InstrumentResult => all!(InstrumentResult),
            Kind::Therapist => all!(Therapist),
            Kind::IntakeSheet => all!(IntakeSheet),
            Kind::CareTeamMember => all!(CareTeamMember),
            Kind::SessionPlan => all!(SessionPlan),
            Kind::PlanAdjustment => all!(PlanAdjustment),
            Kind::ShareLog => all!(ShareLog),
            Kind::BackupRecord => all!(BackupRecord),
        })
    }

    /// The measures that a session asks for in every phase, as fixed when it was made; none: not fixed.
    pub(crate) fn refuse_other_measures(
        session: &Session,
        rated: &crate::record::Rated,
    ) -> Result<(), DiaryError> {
        let fixed: BTreeSet<_> = session.parts().details.measures.iter().collect();
        match rated.iter().find(|(measure, _)| !fixed.is_empty() && !fixed.contains(measure)) {
            Some((measure, _)) => Err(DiaryError::NotOfThisSession {
                measure: measure.clone(),
                asked: fixed.iter().map(|m| m.as_str()).collect::<Vec<_>>().join(", "),
            }),
            None => Ok(()),
        }
    }
}
