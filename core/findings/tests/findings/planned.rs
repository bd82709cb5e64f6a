//! What is ahead in a diary built by hand: planned sessions, appointments, times of doses.

use tidemark_model::{
    DaySource, FieldValue as _, LastDose, LogicalDate, Modality, Moment, RecordId as _, Recorded, RecordedBy,
    Rollover, Session, SessionDetails, SessionId, SessionMinutes, SessionParts, SessionStatus, Source, Stamp,
};

use crate::diary::{Diary, day};

impl Diary {
    /// A session that is planned, of so many minutes if anybody said.
    pub(crate) fn planned(&mut self, started: Moment, minutes: Option<u16>) -> SessionId {
        let id = SessionId::generate(started.instant, &mut self.entropy);
        let session = Session::new(SessionParts {
            details: Box::new(SessionDetails::default()),
            id,
            stamp: Stamp::new(started, RecordedBy::Own, Source::App),
            logical_date: LogicalDate::new(started.local().date()).unwrap(),
            rollover: Rollover::default(),
            day_source: DaySource::Clock,
            started,
            ended: None,
            planned_min: minutes.map(|minutes| SessionMinutes::new(minutes).unwrap()),
            actual_min: None,
            status: SessionStatus::Planned,
            reason: None,
            modality: Modality::Swedish,
            secondary: vec![],
            pressure_asked: None,
            pressure_felt: None,
            areas: vec![],
            note: None,
        });
        self.records.sessions.push(session.unwrap());
        id
    }

    /// What became of a session that was planned.
    pub(crate) fn becomes(&mut self, id: SessionId, status: SessionStatus) {
        self.alter(id, |parts| parts.status = status);
    }

    /// The one dose that the person wrote down before a session.
    pub(crate) fn last_dose(&mut self, id: SessionId, dose: LastDose) {
        self.alter(id, |parts| parts.details.last_doses = vec![dose]);
    }

    fn alter(&mut self, id: SessionId, change: impl FnOnce(&mut SessionParts)) {
        let place = self.records.sessions.iter().position(|session| session.id() == id).unwrap();
        let mut parts = self.records.sessions[place].clone().into_parts();
        change(&mut parts);
        self.records.sessions[place] = Session::new(parts).unwrap();
    }

    /// An appointment with a kind of professional.
    pub(crate) fn appointment(&mut self, at: Moment, kind: &str) {
        let number = LogicalDate::new(at.local().date()).unwrap().day_number() - day(0).day_number();
        let visit = self.written(number, [("at", at.to_text()), ("kind", Some(kind.to_owned()))]);
        self.records.visits.push(visit);
    }

    /// The times of the day of the medicine at that place.
    pub(crate) fn times(&mut self, medicine: usize, times: &str) {
        let medication = &self.records.medications[medicine];
        let mut content = (**medication).clone();
        content.times = Vec::from_text(times).unwrap();
        self.records.medications[medicine] =
            Recorded::new(medication.id, medication.stamp.clone(), content).unwrap();
    }
}
