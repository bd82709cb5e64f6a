//! Which records would decades of keeping a diary leave? Made up from a seed, of any number of values, through the real
//! types; the numbers are nobody's.
//!
//! A hundred thousand values are 20 years: four a day on nineteen days of twenty, 5,000 sessions with five before, five
//! after and, for most, five the next morning. Other sizes are as much shorter or longer, up to 123 years: a diary holds no
//! day before 1900, so a million values have more sessions a year. Shared by the benchmark and by the store's tests;
//! shipped with nothing.

use tidemark_model::{
    ChangeKind, CheckIn, CheckInId, CheckInParts, DaySource, Frame, LogicalDate, Measure, Medication,
    MedicationChange, MedicationChangeId, MedicationId, Milli, Modality, Moment, Note, Phase, Pressure,
    Record, RecordId, Recorded, RecordedBy, Rollover, SeededEntropy, Session, SessionId, SessionMinutes,
    SessionParts, SessionRating, SessionRatingId, SessionRatingParts, SessionStatus, ShortText, Source,
    Stamp, Value, Visit, VisitId, ZoneName, built_in, zoned,
};

/// Measures asked every evening.
pub(crate) const DAILY: [&str; 4] = ["stress", "mood", "energy", "sleep_quality"];
/// Measures asked around a session.
const AROUND: [&str; 5] = ["stress", "mood", "pain", "anxiety", "muscle_tension"];
/// Most days: 123 years, back to 1903.
const MOST_DAYS: u32 = 45_000;

/// A diary of decades, before it is written anywhere.
#[derive(Debug)]
pub(crate) struct Decades {
    /// Everything in it: a medicine, then all else in order of time.
    pub(crate) records: Vec<Record>,
    /// Where each day begins among the records.
    days: Vec<usize>,
}

impl Decades {
    /// A diary with exactly `values` values that ends on 2026-11-24; the same size gives the same records.
    pub(crate) fn new(values: u32) -> Self {
        let days = (values / 1_000 * 7_305 / 100).clamp(1, MOST_DAYS);
        let mut person = Person::new(values);
        let kept: Vec<bool> = (0..days).map(|_| person.dice(20) > 0).collect();
        let daily = 4 * u32::try_from(kept.iter().filter(|kept| **kept).count()).unwrap();
        let rest = values - daily;
        let sessions = (values / 20).max(rest.div_ceil(15)).min(rest / 10);
        let mut mornings = (rest - 10 * sessions) / 5;
        let mut spare = rest - 10 * sessions - 5 * mornings;

        let last: LogicalDate = "2026-11-24".parse().unwrap();
        let first = last.plus_days(1 - i32::try_from(days).unwrap()).unwrap();
        let mut records = vec![person.medicine(first)];
        let mut begins = vec![];
        let mut held = 0;
        for (number, kept) in (0..days).zip(kept) {
            let day = first.plus_days(i32::try_from(number).unwrap()).unwrap();
            person.dawn();
            begins.push(records.len());
            while held < sessions
                && u64::from(held) * u64::from(days) / u64::from(sessions) <= u64::from(number)
            {
                // The last few values go into one short rating, so that the count is exact.
                let morning = if mornings > 0 { 5 } else { std::mem::take(&mut spare) };
                mornings = mornings.saturating_sub(1);
                person.session(day, held, morning, &mut records);
                held += 1;
            }
            if kept {
                records.push(person.evening(day, number));
            }
            person.now_and_then(day, number, &mut records);
        }
        Self { records, days: begins }
    }

    /// What a person with this diary would have who began `days` before its end.
    pub(crate) fn last(&self, days: usize) -> Vec<Record> {
        let begin = self.days.get(self.days.len().saturating_sub(days)).copied().unwrap_or(1);
        self.records.iter().take(1).chain(self.records.iter().skip(begin)).cloned().collect()
    }
}

/// The check-in of four values that is saved next, or `number` after it, one a day.
pub(crate) fn next_check_in(number: u32) -> CheckIn {
    let mut person = Person::new(number);
    let day: LogicalDate = "2026-11-25".parse().unwrap();
    let day = day.plus_days(i32::try_from(number).unwrap()).unwrap();
    let at = person.at(day, 21 * 60);
    let values = person.values(&DAILY, None, 0.0);
    person.check_in(day, at, None, values)
}

/// The session that is saved next, or `number` after it, one a day, with its ratings before and after.
pub(crate) fn next_session(number: u32) -> (Session, Vec<SessionRating>) {
    let mut records = vec![];
    let day: LogicalDate = "2026-11-25".parse().unwrap();
    Person::new(number).session(
        day.plus_days(i32::try_from(number).unwrap()).unwrap(),
        number,
        0,
        &mut records,
    );
    let mut session = None;
    let mut ratings = vec![];
    for record in records {
        match record {
            Record::Session(one) => session = Some(one),
            Record::SessionRating(rating) => ratings.push(rating),
            _ => {}
        }
    }
    (session.unwrap(), ratings)
}

struct Person {
    measures: Vec<Measure>,
    zone: ZoneName,
    ids: SeededEntropy,
    dice: SeededEntropy,
    /// How the day is, mean 0, alike from day to day.
    strain: f64,
    medication: Option<MedicationId>,
}

impl Person {
    fn new(seed: u32) -> Self {
        Self {
            measures: built_in::measures(),
            zone: ZoneName::new("Europe/Dublin").unwrap(),
            ids: SeededEntropy::new(u64::from(seed) ^ 0x1D5),
            dice: SeededEntropy::new(u64::from(seed)),
            strain: 0.0,
            medication: None,
        }
    }

    /// A whole number below `sides`.
    fn dice(&mut self, sides: u32) -> u32 {
        u32::try_from((self.dice.next_u64() >> 33) % u64::from(sides)).unwrap()
    }

    /// Roughly normal, mean 0, variance 1: the sum of twelve uniforms less six.
    fn noise(&mut self) -> f64 {
        (0..12).map(|_| f64::from(self.dice(1 << 20)) / f64::from(1 << 20)).sum::<f64>() - 6.0
    }

    fn dawn(&mut self) {
        self.strain = 0.6 * self.strain + 0.8 * self.noise();
    }

    /// The moment the person's clock shows `minute` minutes after the start of a calendar day.
    fn at(&self, day: LogicalDate, minute: u32) -> Moment {
        let local = day.date().and_hms_opt(minute / 60, minute % 60, 0).unwrap();
        match zoned(local, self.zone).unwrap() {
            tidemark_model::LocalTime::Single(at)
            | tidemark_model::LocalTime::Ambiguous { earlier: at, .. } => at,
            tidemark_model::LocalTime::Skipped { shifted } => shifted,
        }
    }

    fn values(&mut self, names: &[&str], frame: Option<Frame>, relief: f64) -> Vec<Value> {
        let one = |person: &mut Self, name: &&str| {
            let feels = 5.0 + 1.6 * person.strain - relief + 0.8 * person.noise();
            let nearest = (0..=10)
                .min_by(|a, b| (f64::from(*a) - feels).abs().total_cmp(&(f64::from(*b) - feels).abs()));
            let measure = person.measures.iter().find(|m| m.id().as_str() == *name).unwrap();
            let frame = frame.unwrap_or(measure.frame());
            Value::recorded(measure, frame, Milli::whole(nearest.unwrap())).unwrap()
        };
        names.iter().map(|name| one(self, name)).collect()
    }

    fn evening(&mut self, day: LogicalDate, number: u32) -> Record {
        let minute = 20 * 60 + 30 + self.dice(120);
        let at = self.at(day, minute);
        let values = self.values(&DAILY, None, 0.0);
        let words = "A made-up note: long day, a walk by the water, early to bed, slept through.";
        let note = number.is_multiple_of(10).then(|| Note::new("note", words).unwrap());
        Record::CheckIn(self.check_in(day, at, note, values))
    }

    fn check_in(&mut self, day: LogicalDate, at: Moment, note: Option<Note>, values: Vec<Value>) -> CheckIn {
        CheckIn::new(CheckInParts {
            practices: vec![],
            id: CheckInId::generate(at.instant, &mut self.ids),
            stamp: Stamp::new(at, RecordedBy::Own, Source::App),
            logical_date: day,
            rollover: Rollover::default(),
            day_source: DaySource::Clock,
            rated: Some(at),
            note,
            values,
        })
        .unwrap()
    }

    fn session(&mut self, day: LogicalDate, number: u32, morning: u32, records: &mut Vec<Record>) {
        let minute = 17 * 60 + 5 * self.dice(12);
        let started = self.at(day, minute);
        let ended = started.plus_minutes(60).unwrap();
        let styles = [Modality::Swedish, Modality::Shiatsu, Modality::Chair, Modality::GentleDeepTissue];
        let session = Session::new(SessionParts {
            details: Box::default(),
            id: SessionId::generate(started.instant, &mut self.ids),
            stamp: Stamp::new(ended, RecordedBy::Own, Source::App),
            logical_date: day,
            rollover: Rollover::default(),
            day_source: DaySource::Clock,
            started,
            ended: Some(ended),
            planned_min: SessionMinutes::new(60).ok(),
            actual_min: SessionMinutes::new(60).ok(),
            status: SessionStatus::Held,
            reason: None,
            modality: styles[usize::try_from(number).unwrap() % styles.len()],
            secondary: vec![],
            pressure_asked: Pressure::new(3).ok(),
            pressure_felt: Pressure::new(3).ok(),
            areas: vec!["focus:neck:both".parse().unwrap(), "avoid:hip:left".parse().unwrap()],
            note: None,
        })
        .unwrap();
        let before = self.around(&session, Phase::Before, started.plus_minutes(-8).unwrap(), 5, -0.6);
        let after = self.around(&session, Phase::After, ended.plus_minutes(6).unwrap(), 5, 0.7);
        let next = ended.plus_minutes(14 * 60).unwrap();
        records.push(Record::Session(session.clone()));
        records.extend([before, after].map(Record::SessionRating));
        if morning > 0 {
            let rating = self.around(&session, Phase::FollowUp, next, morning, 0.0);
            records.push(Record::SessionRating(rating));
        }
    }

    fn around(
        &mut self,
        session: &Session,
        phase: Phase,
        at: Moment,
        values: u32,
        relief: f64,
    ) -> SessionRating {
        let names = &AROUND[..usize::try_from(values).unwrap()];
        let parts = SessionRatingParts {
            id: SessionRatingId::generate(at.instant, &mut self.ids),
            stamp: Stamp::new(at, RecordedBy::Own, Source::App),
            session: session.id(),
            phase,
            rated: at,
            in_window: false,
            recalled: false,
            before_seen: false,
            values: self.values(names, Some(Frame::RightNow), relief),
        };
        SessionRating::new(session, parts).unwrap()
    }

    fn medicine(&mut self, day: LogicalDate) -> Record {
        let noon = self.at(day, 12 * 60);
        let id = MedicationId::generate(noon.instant, &mut self.ids);
        self.medication = Some(id);
        let medicine = Medication {
            dose: Some(words("5 mg in the morning")),
            start: Some(day),
            ..Medication::named(words("Medicine A"))
        };
        let stamp = Stamp::new(noon, RecordedBy::Own, Source::App);
        Recorded::new(id, stamp, medicine).unwrap().into()
    }

    /// A visit every quarter, a change of medicine every half year.
    fn now_and_then(&mut self, day: LogicalDate, number: u32, records: &mut Vec<Record>) {
        let noon = self.at(day, 12 * 60);
        let stamp = Stamp::new(noon, RecordedBy::Own, Source::App);
        if number % 91 == 90 {
            let id = VisitId::generate(noon.instant, &mut self.ids);
            let visit = Visit {
                at: noon,
                logical_date: day,
                with: None,
                kind: None,
                questions: vec![],
                outcome: None,
            };
            records.push(Recorded::new(id, stamp.clone(), visit).unwrap().into());
        }
        if let (Some(medication_id), true) = (self.medication, number % 182 == 181) {
            let id = MedicationChangeId::generate(noon.instant, &mut self.ids);
            let change = MedicationChange {
                medication_id,
                at: day,
                kind: ChangeKind::Up,
                from: Some(words("5 mg")),
                to: Some(words("10 mg")),
                by_whom: None,
                reason: None,
            };
            records.push(Recorded::new(id, stamp, change).unwrap().into());
        }
    }
}

fn words(text: &str) -> ShortText {
    ShortText::new("words", text).unwrap()
}
