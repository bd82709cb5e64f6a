//! A diary built by hand, day by day, for the tests of this folder. Days count from the first day given.

use tidemark_model::{
    ChangeKind, CheckIn, CheckInId, CheckInParts, Content, DaySource, FieldValue as _, Frame, LastDose,
    LogicalDate, Measure, MeasureParts, Medication, MedicationChange, MedicationChangeId, MedicationId,
    Milli, Modality, Moment, Period, Phase, Pressure, RecordId, Recorded, RecordedBy, Records, Rollover,
    Scale, SeededEntropy, Session, SessionDetails, SessionId, SessionParts, SessionRating, SessionRatingId,
    SessionRatingParts, SessionStatus, ShortText, Source, Stamp, Texts, Value, Visit, VisitId, built_in,
};

pub(crate) const FIRST: &str = "2026-09-01";

/// Which rating of those around a session.
type Pick = fn(&Around) -> Option<i32>;

pub(crate) struct Diary {
    pub(crate) records: Records,
    pub(crate) entropy: SeededEntropy,
}

/// How and by whom an entry was written.
#[derive(Clone, Copy)]
pub(crate) enum Written {
    OnTheDay,
    NextDay,
    WeekLater,
    Imported,
    ByProxy,
}

/// Ratings around a session on one day.
#[derive(Clone, Copy)]
pub(crate) struct Around {
    pub(crate) before: Option<i32>,
    pub(crate) after: Option<i32>,
    pub(crate) next_morning: Option<i32>,
    pub(crate) after_min: i64,
    pub(crate) recalled: bool,
    pub(crate) by: RecordedBy,
    pub(crate) modality: Modality,
    pub(crate) pressure: Option<u8>,
    pub(crate) cue: Option<&'static str>,
}

impl Around {
    pub(crate) fn new(before: i32, after: i32) -> Self {
        Self {
            before: Some(before),
            after: Some(after),
            next_morning: None,
            after_min: 5,
            recalled: false,
            by: RecordedBy::Own,
            modality: Modality::Swedish,
            pressure: None,
            cue: None,
        }
    }

    pub(crate) fn next_morning(self, rating: i32) -> Self {
        Self { next_morning: Some(rating), ..self }
    }
}

pub(crate) fn day(number: i32) -> LogicalDate {
    FIRST.parse::<LogicalDate>().unwrap().plus_days(number).unwrap()
}

pub(crate) fn days(from: i32, to: i32) -> Period {
    Period::new(day(from), day(to)).unwrap()
}

pub(crate) fn moment(number: i32, time: &str) -> Moment {
    Moment::parse(&format!("{}T{time}+02:00", day(number))).unwrap()
}

/// The value of a day in a pattern that repeats.
pub(crate) fn repeating(pattern: &[i32], number: i32) -> i32 {
    *pattern.iter().cycle().nth(usize::try_from(number).unwrap()).unwrap()
}

impl Diary {
    pub(crate) fn new() -> Self {
        let records = Records { measures: built_in::measures(), ..Records::default() };
        Self { records, entropy: SeededEntropy::new(7) }
    }

    pub(crate) fn measure(&self, id: &str) -> Measure {
        let current = self.records.current_measures();
        current.into_iter().find(|m| m.id().as_str() == id).unwrap().clone()
    }

    pub(crate) fn rate(&mut self, number: i32, id: &str, value: i32) {
        self.rate_as(number, id, Milli::whole(value), Written::OnTheDay);
    }

    pub(crate) fn rate_as(&mut self, number: i32, id: &str, value: Milli, written: Written) {
        let measure = self.measure(id);
        let value = Value::recorded(&measure, measure.frame(), value).unwrap();
        let (recorded, by, source) = match written {
            Written::OnTheDay => (moment(number, "20:00"), RecordedBy::Own, Source::App),
            Written::NextDay => (moment(number + 1, "20:00"), RecordedBy::Own, Source::App),
            Written::WeekLater => (moment(number + 7, "20:00"), RecordedBy::Own, Source::App),
            Written::Imported => {
                (moment(number + 90, "20:00"), RecordedBy::Own, Source::import("columns").unwrap())
            }
            Written::ByProxy => (moment(number, "21:00"), RecordedBy::Proxy, Source::App),
        };
        let check_in = CheckIn::new(CheckInParts {
            practices: vec![],
            id: CheckInId::generate(recorded.instant, &mut self.entropy),
            stamp: Stamp::new(recorded, by, source),
            logical_date: day(number),
            rollover: Rollover::default(),
            day_source: DaySource::Clock,
            rated: None,
            note: None,
            values: vec![value],
        });
        self.records.check_ins.push(check_in.unwrap());
    }

    pub(crate) fn rate_all(&mut self, id: &str, values: &[i32]) {
        for (number, value) in (0..).zip(values) {
            self.rate(number, id, *value);
        }
    }

    /// A session from 10:00 to 11:00 with ratings of one measure.
    pub(crate) fn session(&mut self, number: i32, id: &str, around: Around) {
        self.session_of(number, &[(id, around)]);
    }

    /// A session from 10:00 to 11:00 with ratings of several measures; the first says what else there is to it.
    pub(crate) fn session_of(&mut self, number: i32, rated: &[(&str, Around)]) {
        let around = rated[0].1;
        let (started, ended) = (moment(number, "10:00"), moment(number, "11:00"));
        let stamp = Stamp::new(ended, RecordedBy::Own, Source::App);
        let cues = around.cue.iter().map(|cue| ShortText::new("a cue", cue).unwrap()).collect();
        let session = Session::new(SessionParts {
            details: Box::new(SessionDetails { cues, ..SessionDetails::default() }),
            id: SessionId::generate(started.instant, &mut self.entropy),
            stamp,
            logical_date: day(number),
            rollover: Rollover::default(),
            day_source: DaySource::Clock,
            started,
            ended: Some(ended),
            planned_min: None,
            actual_min: None,
            status: SessionStatus::Held,
            reason: None,
            modality: around.modality,
            secondary: vec![],
            pressure_asked: None,
            pressure_felt: around.pressure.map(|step| Pressure::new(step).unwrap()),
            areas: vec![],
            note: None,
        })
        .unwrap();
        let phases: [(Phase, Pick, Moment); 3] = [
            (Phase::Before, |around| around.before, started),
            (Phase::After, |around| around.after, ended.plus_minutes(around.after_min).unwrap()),
            (Phase::FollowUp, |around| around.next_morning, moment(number + 1, "08:00")),
        ];
        for (phase, pick, at) in phases {
            let values: Vec<Value> = rated
                .iter()
                .filter_map(|(id, around)| Some((self.measure(id), Milli::whole(pick(around)?))))
                .map(|(measure, value)| Value::recorded(&measure, Frame::RightNow, value).unwrap())
                .collect();
            if values.is_empty() {
                continue;
            }
            let rating = SessionRating::new(
                &session,
                SessionRatingParts {
                    id: SessionRatingId::generate(at.instant, &mut self.entropy),
                    stamp: Stamp::new(at, around.by, Source::App),
                    session: session.id(),
                    phase,
                    rated: at,
                    in_window: true,
                    recalled: around.recalled,
                    before_seen: false,
                    values,
                },
            );
            self.records.session_ratings.push(rating.unwrap());
        }
        self.records.sessions.push(session);
    }

    /// Sessions every three days with these (before, after).
    pub(crate) fn sessions(&mut self, id: &str, around: &[(i32, i32)]) {
        for (number, (before, after)) in (0..).step_by(3).zip(around) {
            self.session(number, id, Around::new(*before, *after));
        }
    }

    /// The same, the first on day `first`.
    pub(crate) fn sessions_from(&mut self, first: i32, id: &str, around: &[(i32, i32)]) {
        for (number, (before, after)) in (first..).step_by(3).zip(around) {
            self.session(number, id, Around::new(*before, *after));
        }
    }

    /// A distress event at 12:00, in the session at that place or in none.
    pub(crate) fn distress(&mut self, number: i32, place: Option<usize>) {
        let session = place.map(|place| self.records.sessions[place].id().to_string());
        let fields = [
            ("at", moment(number, "12:00").to_text()),
            ("session_id", session),
            ("kind", Some("tearful".to_owned())),
        ];
        let event = self.written(number, fields);
        self.records.distress_events.push(event);
    }

    /// A dose of the medicine at that place, before or after the session at that place, on its day.
    pub(crate) fn dose(&mut self, session: usize, medicine: usize, time: &str) {
        let medication = self.records.medications[medicine].id;
        let mut parts = self.records.sessions[session].clone().into_parts();
        let number = parts.logical_date.day_number() - day(0).day_number();
        parts.details.last_doses.push(LastDose { medication, taken_at: moment(number, time) });
        self.records.sessions[session] = Session::new(parts).unwrap();
    }

    pub(crate) fn touch_note(&mut self, medicine: usize, note: &str) {
        let medication = &self.records.medications[medicine];
        let mut content: Medication = (**medication).clone();
        content.touch_notes = tidemark_model::FieldValue::from_text(note).unwrap();
        self.records.medications[medicine] =
            Recorded::new(medication.id, medication.stamp.clone(), content).unwrap();
    }

    pub(crate) fn visit(&mut self, number: i32) {
        let at = moment(number, "15:00");
        let id = VisitId::generate(at.instant, &mut self.entropy);
        let visit =
            Visit { at, logical_date: day(number), with: None, kind: None, questions: vec![], outcome: None };
        let stamp = Stamp::new(at, RecordedBy::Own, Source::App);
        self.records.visits.push(Recorded::new(id, stamp, visit).unwrap());
    }

    /// A visit with questions, joined by ` | `.
    pub(crate) fn visit_with(&mut self, number: i32, questions: &str) {
        let at = moment(number, "15:00").to_text();
        let fields = [("at", at), ("questions", Some(questions.to_owned()))];
        let visit = self.written(number, fields);
        self.records.visits.push(visit);
    }

    pub(crate) fn goal(&mut self, number: i32, text: &str, status: &str) {
        let started_on = day(number).to_text();
        let fields = [
            ("text", Some(text.to_owned())),
            ("status", Some(status.to_owned())),
            ("started_on", started_on),
        ];
        let goal = self.written(number, fields);
        self.records.goals.push(goal);
    }

    pub(crate) fn questionnaire(&mut self, number: i32, instrument: &str, total: u16) {
        let fields = [
            ("instrument", Some(instrument.to_owned())),
            ("total", Some(total.to_string())),
            ("taken_at", moment(number, "10:00").to_text()),
            ("filled_by", Some("self".to_owned())),
        ];
        let result = self.written(number, fields);
        self.records.instrument_results.push(result);
    }

    pub(crate) fn questionnaire_items(&mut self, number: i32, instrument: &str, total: u16, items: &str) {
        let fields = [
            ("instrument", Some(instrument.to_owned())),
            ("total", Some(total.to_string())),
            ("items", Some(items.to_owned())),
            ("taken_at", moment(number, "10:00").to_text()),
            ("filled_by", Some("self".to_owned())),
        ];
        let result = self.written(number, fields);
        self.records.instrument_results.push(result);
    }

    pub(crate) fn event(&mut self, first: i32, last: Option<i32>, kind: &str, label: Option<&str>) {
        let fields = [
            ("start", day(first).to_text()),
            ("end", last.and_then(|last| day(last).to_text())),
            ("kind", Some(kind.to_owned())),
            ("label", label.map(str::to_owned)),
        ];
        let event = self.written(first, fields);
        self.records.events.push(event);
    }

    /// A pause in the session at that place.
    pub(crate) fn pause(&mut self, place: usize) {
        let session = self.records.sessions[place].clone();
        let number = session.logical_date().day_number() - day(0).day_number();
        let fields = [
            ("session_id", Some(session.id().to_string())),
            ("minute", Some("20".to_owned())),
            ("kind", Some("pause".to_owned())),
        ];
        let moment = self.written(number, fields);
        self.records.session_moments.push(moment);
    }

    /// A practice on a day.
    pub(crate) fn practice(&mut self, number: i32, kind: &str) {
        let practice = self.written(number, [("kind", Some(kind.to_owned()))]);
        self.records.practices.push(practice);
    }

    /// A check-in with nothing but chips of practices, joined by ` | `.
    pub(crate) fn chips(&mut self, number: i32, kinds: &str) {
        let recorded = moment(number, "20:00");
        let check_in = CheckIn::new(CheckInParts {
            practices: tidemark_model::FieldValue::from_text(kinds).unwrap(),
            id: CheckInId::generate(recorded.instant, &mut self.entropy),
            stamp: Stamp::new(recorded, RecordedBy::Own, Source::App),
            logical_date: day(number),
            rollover: Rollover::default(),
            day_source: DaySource::Clock,
            rated: None,
            note: None,
            values: vec![],
        });
        self.records.check_ins.push(check_in.unwrap());
    }

    /// A version of the plan, in force from a day.
    pub(crate) fn plan(&mut self, version: u32, since: i32, fields: &[(&'static str, &str)]) {
        let known = [("version", Some(version.to_string())), ("since", day(since).to_text())];
        let given = fields.iter().map(|(name, text)| (*name, Some((*text).to_owned())));
        let plan = self.written(since, known.into_iter().chain(given));
        self.records.session_plans.push(plan);
    }

    /// What the last version of the plan changed.
    pub(crate) fn adjustment(&mut self, number: i32, fields: &[(&'static str, &str)]) {
        let made = self.records.session_plans.last().map(|plan| plan.id.to_string());
        let known = [("session_plan_id", made), ("at", day(number).to_text())];
        let given = fields.iter().map(|(name, text)| (*name, Some((*text).to_owned())));
        let change = self.written(number, known.into_iter().chain(given));
        self.records.plan_adjustments.push(change);
    }

    /// A medicine with what is known of its days; returns its place.
    pub(crate) fn taken(&mut self, name: &str, days: [Option<i32>; 2], dose: Option<&str>) -> usize {
        let [start, stop] = days.map(|number| number.and_then(|number| day(number).to_text()));
        let fields = [
            ("name", Some(name.to_owned())),
            ("start", start),
            ("stop", stop),
            ("dose", dose.map(str::to_owned)),
        ];
        let medicine = self.written(0, fields);
        self.records.medications.push(medicine);
        self.records.medications.len() - 1
    }

    /// A change of the medicine at that place.
    pub(crate) fn changed(&mut self, medicine: usize, number: i32, kind: &str, doses: [Option<&str>; 2]) {
        let id = self.records.medications[medicine].id.to_string();
        let [from, to] = doses.map(|dose| dose.map(str::to_owned));
        let fields = [
            ("medication_id", Some(id)),
            ("at", day(number).to_text()),
            ("kind", Some(kind.to_owned())),
            ("from", from),
            ("to", to),
        ];
        let change = self.written(number, fields);
        self.records.medication_changes.push(change);
    }

    /// A session of a day of which nothing but its status is known.
    pub(crate) fn session_with(&mut self, number: i32, status: SessionStatus) {
        self.session(number, "stress", Around { before: None, after: None, ..Around::new(0, 0) });
        let mut parts = self.records.sessions.pop().unwrap().into_parts();
        if !status.took_place() {
            parts.ended = None;
        }
        parts.status = status;
        self.records.sessions.push(Session::new(parts).unwrap());
    }

    /// A distress event at 12:00 with what else was written of it.
    pub(crate) fn distress_with(
        &mut self,
        number: i32,
        place: Option<usize>,
        fields: &[(&'static str, &str)],
    ) {
        let session = place.map(|place| self.records.sessions[place].id().to_string());
        let known = [("at", moment(number, "12:00").to_text()), ("session_id", session)];
        let given = fields.iter().map(|(name, text)| (*name, Some((*text).to_owned())));
        let event = self.written(number, known.into_iter().chain(given));
        self.records.distress_events.push(event);
    }

    /// A record written down on a day, and about it where it belongs to a day.
    pub(crate) fn written<T: Content>(
        &mut self,
        number: i32,
        fields: impl IntoIterator<Item = (&'static str, Option<String>)>,
    ) -> Recorded<T> {
        let at = moment(number, "21:00");
        let mut texts = Texts::default();
        texts.set("logical_date", day(number).to_text());
        for (name, text) in fields {
            texts.set(name, text);
        }
        let id = T::Id::generate(at.instant, &mut self.entropy);
        Recorded::new(id, Stamp::new(at, RecordedBy::Own, Source::App), T::read(&texts).unwrap()).unwrap()
    }

    pub(crate) fn medicine(&mut self, number: i32, name: &str, kind: ChangeKind, doses: [Option<&str>; 2]) {
        let at = moment(number, "09:00");
        let stamp = Stamp::new(at, RecordedBy::Own, Source::App);
        let words = |text: &str| ShortText::new("text", text).unwrap();
        let id = MedicationId::generate(at.instant, &mut self.entropy);
        let medication = Recorded::new(id, stamp.clone(), Medication::named(words(name))).unwrap();
        let [from, to] = doses.map(|dose| dose.map(words));
        let change = MedicationChange {
            medication_id: medication.id,
            at: day(number),
            kind,
            from,
            to,
            by_whom: None,
            reason: None,
        };
        let id = MedicationChangeId::generate(at.instant, &mut self.entropy);
        self.records.medication_changes.push(Recorded::new(id, stamp, change).unwrap());
        self.records.medications.push(medication);
    }

    /// From here on the measure runs from 0 to `max`: another scale, so another version.
    pub(crate) fn change_scale(&mut self, id: &str, max: i32) {
        let old = self.measure(id).parts().clone();
        let scale = Scale::new(Milli::whole(0), Milli::whole(max), Milli::whole(1)).unwrap();
        let new = Measure::new(MeasureParts { version: old.version + 1, scale, ..old });
        self.records.measures.push(new.unwrap());
    }
}
