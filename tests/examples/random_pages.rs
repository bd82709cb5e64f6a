//! Writes the clinician's page and the FHIR document of made-up diaries, to be validated: `random_pages FOLDER COUNT`.
//!
//! Beside COUNT random ones: a diary with one entry, one with something of every kind, two in made-up languages (40 % longer,
//! right to left), and 20 years of four values a day with everything ticked. The same call writes the same bytes.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a diary that cannot be made up has to stop the test"
)]

use std::path::Path;

use tidemark::findings::Included;
use tidemark::findings::pseudo::{Pseudo, speaking};
use tidemark::model::{
    AdjustmentReason, Anchors, DecidedBy, Direction, FieldValue, Frame, Instant, Kind, LogicalDate,
    MeasureId, MeasureParts, Milli, Modality, Moment, Note, Period, Phase, RecordId, RecordedBy, Rollover,
    Scale, SeededEntropy, SessionDetails, SessionMinutes, SessionStatus, ShortText, Source, Texts,
    TherapistId, Unit, Usage,
};
use tidemark::{
    Adjustment, CheckInDraft, Diary, Ending, Paper, Passphrase, Rated, ReportOptions, SessionDraft,
    SessionRatingDraft, Setup, Shell, Span,
};

const WORDS: [&str; 13] = [
    "sleep",
    "the night after",
    "Rückenschmerzen",
    "Donaudampfschifffahrtsgesellschaftskapitän",
    "μέρα",
    "tired",
    "שלום",
    "عليكم",
    "痛み",
    "👩‍👩‍👧",
    "ночь",
    "is it fine to have both on one day?",
    "a < b & <b>c</b> \"d\"",
];
const DAILY: [&str; 5] = ["stress", "mood", "energy", "sleep_quality", "pain"];

fn main() {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().unwrap();
    let count: u64 = arguments.next().unwrap().parse().unwrap();
    for seed in 0..count {
        Maker::new(Path::new(&folder), &format!("random-{seed:02}"), seed).random();
    }
    let mut one = Maker::new(Path::new(&folder), "one-entry", 1_000);
    one.check_in(0, &["stress"], 1);
    one.write(0, 6, Paper::A4);
    for (name, language) in [("longer", Pseudo::Longer), ("right-to-left", Pseudo::RightToLeft)] {
        let mut maker = Maker::new(Path::new(&folder), name, 1_003);
        speaking(language, || maker.random());
    }
    Maker::new(Path::new(&folder), "every-kind", 1_002).every_kind();
    let mut long = Maker::new(Path::new(&folder), "twenty-years", 1_001);
    for number in 0..7_305 {
        long.check_in(number, &DAILY[..4], 1);
        if number % 14 == 3 {
            long.session(number);
        }
    }
    long.words_of_a_life(0, 7_304);
    long.write(0, 7_304, Paper::A4);
}

/// A diary being made up.
struct Maker {
    name: String,
    folder: std::path::PathBuf,
    room: tempfile::TempDir,
    diary: Diary,
    state: u64,
}

impl Maker {
    fn new(folder: &Path, name: &str, seed: u64) -> Self {
        let room = tempfile::tempdir().unwrap();
        let setup = Setup {
            created_at: Instant::from_millis(0).unwrap(),
            rollover: Rollover::default(),
            sample_label: Some(ShortText::new("label", "made up by a program").unwrap()),
        };
        let shell = Shell { entropy: Box::new(SeededEntropy::new(seed)), source: Source::App };
        let passphrase = Passphrase::new("a made-up diary").unwrap();
        let (diary, _) = Diary::create(&room.path().join("my.diary"), &passphrase, setup, shell).unwrap();
        Self { name: name.to_owned(), folder: folder.to_owned(), room, diary, state: seed }
    }

    fn below(&mut self, most: u16) -> u16 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        u16::try_from((z ^ (z >> 31)) % u64::from(most)).unwrap()
    }

    fn words(&mut self, most: u16, letters: usize) -> String {
        let drawn: Vec<&str> = (0..=self.below(most)).map(|_| WORDS[usize::from(self.below(13))]).collect();
        drawn.join(" ").chars().take(letters).collect()
    }

    fn random(&mut self) {
        let days = [3, 20, 44, 90, 119, 200, 420][usize::from(self.below(7))];
        let (kept, measures) = (1 + self.below(4), 1 + usize::from(self.below(5)));
        for number in 0..days {
            if self.below(4) < kept {
                let later = i64::from(self.below(3));
                self.check_in(number, &DAILY[..measures], later);
            }
            if self.below(6) == 0 {
                self.session(number);
            }
        }
        if self.below(4) > 0 {
            self.words_of_a_life(0, days - 1);
        }
        let paper = if self.below(2) == 0 { Paper::A4 } else { Paper::Letter };
        self.write(0, days - 1, paper);
    }

    fn check_in(&mut self, number: i64, measures: &[&str], later: i64) {
        let mut ratings = Rated::new();
        for measure in measures {
            let value = (self.below(15) < 14).then(|| i64::from(self.below(11)) * 1_000);
            let value = value.map(|value| if *measure == "calm" { (value - 5_000) / 2 } else { value });
            let value = value.map(|value| Milli::new(value).unwrap());
            ratings.push((MeasureId::new(measure).unwrap(), value));
        }
        let rated = at(number, 21);
        let draft = CheckInDraft {
            rated,
            day: None,
            ratings,
            note: (self.below(9) == 0).then(|| Note::new("note", &self.words(20, 400)).unwrap()),
            practices: vec![],
            recorded_by: [RecordedBy::Own, RecordedBy::Own, RecordedBy::Own, RecordedBy::Proxy]
                [usize::from(self.below(4))],
        };
        self.diary.add_check_in(draft, at(number + later * 3, 22)).unwrap();
    }

    fn session(&mut self, number: i64) {
        let mut phase = |phase| {
            let value = (self.below(8) > 0).then(|| Milli::whole(i32::from(self.below(11))));
            let ratings = vec![(MeasureId::new("stress").unwrap(), value)];
            SessionRatingDraft { phase, rated: None, ratings, recalled: self.below(9) == 0 }
        };
        let ratings = vec![phase(Phase::Before), phase(Phase::After)];
        let pressure = |step: u16| (step > 0).then(|| step.to_string().parse().unwrap());
        let mut details = Texts::default();
        if self.below(4) == 0 {
            details.set("unwanted", Some(format!("bruise:{}:{}", self.below(900), self.below(11))));
        }
        let therapist = self.diary.resolve(Kind::Therapist, "last").ok().filter(|_| number % 8 == 0);
        let therapist_id = therapist.map(TherapistId::from_bytes);
        let draft = SessionDraft {
            started: at(number, 12),
            ending: Ending::After(SessionMinutes::new(60).unwrap()),
            status: if self.below(7) == 0 { SessionStatus::StoppedEarly } else { SessionStatus::Held },
            planned_min: None,
            reason: None,
            modality: [Modality::Swedish, Modality::Shiatsu, Modality::Chair][usize::from(self.below(3))],
            secondary: vec![],
            pressure_asked: pressure(self.below(6)),
            pressure_felt: pressure(self.below(6)),
            areas: ["focus:neck:both", "avoid:foot:left"].map(|area| area.parse().unwrap()).to_vec(),
            note: (self.below(5) == 0).then(|| Note::new("note", &self.words(9, 200)).unwrap()),
            details: SessionDetails { therapist_id, ..SessionDetails::read(&details).unwrap() },
            ratings,
            overlap: false,
            recorded_by: RecordedBy::Own,
        };
        self.diary.add_session(draft, at(number, 14)).unwrap();
    }

    /// Everything that is no number: goals, questions, medicines, events, questionnaires.
    fn words_of_a_life(&mut self, first: i64, last: i64) {
        let within =
            |maker: &mut Self| first + i64::from(maker.below(u16::try_from(last - first + 1).unwrap()));
        for _ in 0..self.below(7) {
            let (day, text) = (within(self), self.words(9, 190));
            self.record(Kind::Goal, day, &[("text", &text)]);
        }
        for _ in 0..self.below(5) {
            let (day, question) = (within(self), self.words(12, 190));
            let moment = at(day, 10).to_text().unwrap();
            self.record(Kind::Visit, day, &[("at", &moment), ("questions", &question.replace('|', " "))]);
        }
        for _ in 0..self.below(8) {
            let (day, label) = (within(self), self.words(4, 70));
            let kind = ["life", "illness", "travel", "break_from_logging"][usize::from(self.below(4))];
            self.record(Kind::Event, day, &[("start", &date(day)), ("kind", kind), ("label", &label)]);
        }
        for _ in 0..self.below(4) {
            let name = self.words(3, 70);
            let medication = self.record(Kind::Medication, first, &[("name", &name)]);
            for _ in 0..self.below(5) {
                let (day, dose) = (within(self), self.words(2, 40));
                let kind = ["start", "up", "down", "stop"][usize::from(self.below(4))];
                let fields = [
                    ("medication_id", medication.as_str()),
                    ("at", &date(day)),
                    ("kind", kind),
                    ("to", &dose),
                ];
                self.record(Kind::MedicationChange, day, &fields);
            }
        }
        for _ in 0..self.below(9) {
            let (day, total) = (within(self), self.below(22).to_string());
            let code = ["phq_9", "gad_7", "isi", "pss_10"][usize::from(self.below(4))];
            self.record(Kind::InstrumentResult, day, &[("instrument", code), ("total", &total)]);
        }
        for _ in 0..self.below(4) {
            let (day, helped) = (within(self), self.words(9, 200));
            let kind = ["panic", "numb", "other"][usize::from(self.below(3))];
            let moment = at(day, 11).to_text().unwrap();
            self.record(
                Kind::DistressEvent,
                day,
                &[("at", &moment), ("kind", kind), ("what_helped", &helped)],
            );
        }
    }

    /// Something of every kind that a document can hold, each in every form.
    fn every_kind(mut self) {
        let own = MeasureParts {
            id: MeasureId::new("calm").unwrap(),
            version: 1,
            label: ShortText::new("label", "Calm <inside>").unwrap(),
            frame: Frame::DayOverall,
            scale: Scale::new(Milli::whole(-5), Milli::whole(5), Milli::new(500).unwrap()).unwrap(),
            unit: Unit::Score,
            direction: Direction::HigherBetter,
            anchors: Anchors::default(),
            usage: Usage { daily: true, session: false },
            order: 1,
            active: true,
        };
        self.diary.add_measure(own).unwrap();
        self.people_and_plan();
        for number in 0..30 {
            let later = if number % 5 == 0 { 3 } else { 0 };
            self.check_in(number, &["stress", "mood", "pain", "sleep_duration", "calm"], later);
            if number % 4 == 0 {
                self.session(number);
            }
        }
        for (code, items) in [
            ("phq_9", "1:1 | 2:0 | 3:2 | 4:1 | 5:0 | 6:1 | 7:3 | 8:0 | 9:1"),
            ("gad_7", "1:1 | 2:1 | 3:2"),
            ("pcl_5", ""),
            ("isi", ""),
            ("pss_10", ""),
        ] {
            let mut fields = vec![("instrument", code), ("total", "9")];
            fields.extend((!items.is_empty()).then_some(("items", items)));
            self.record(Kind::InstrumentResult, 5, &fields);
        }
        let clinician =
            [("instrument", "phq_9"), ("total", "7"), ("filled_by", "clinician"), ("version", "in Irish")];
        self.record(Kind::InstrumentResult, 12, &clinician);
        for (status, measure) in
            [("active", "stress"), ("paused", "calm"), ("reached", "pain"), ("dropped", "mood")]
        {
            let day = date(2);
            let fields = [
                ("text", "go on"),
                ("why", "because"),
                ("status", status),
                ("measure_id", measure),
                ("review_on", &day),
            ];
            self.record(Kind::Goal, 1, &fields);
        }
        let medication = self.record(
            Kind::Medication,
            0,
            &[("name", "Medicine A"), ("strength", "5 mg"), ("start", &date(-40))],
        );
        for (day, kind, to) in [
            (3, "up", "two"),
            (9, "paused", ""),
            (12, "start", "one"),
            (12, "time_moved", "in the morning"),
            (20, "stop", ""),
        ] {
            let day_text = date(day);
            let mut fields = vec![
                ("medication_id", medication.as_str()),
                ("at", &day_text),
                ("kind", kind),
                ("reason", "asked for"),
            ];
            fields.extend((!to.is_empty()).then_some(("to", to)));
            self.record(Kind::MedicationChange, day, &fields);
        }
        self.record(Kind::Medication, 0, &[("name", "Medicine B <tea>")]);
        for (number, resumed) in [(4, "true"), (5, "false")] {
            let moment = at(number, 12).to_text().unwrap();
            let sessions = self.diary.records(Span::default()).unwrap().sessions;
            let session = sessions.first().map(|session| session.id().to_string());
            let mut fields = vec![
                ("at", moment.as_str()),
                ("kind", "numb"),
                ("told", "clinician | trusted_person"),
                ("resumed", resumed),
            ];
            fields.extend(session.as_deref().filter(|_| number == 4).map(|id| ("session_id", id)));
            self.record(Kind::DistressEvent, number, &fields);
        }
        self.write(0, 29, Paper::A4);
    }

    /// Therapists, a care team of every role, a sheet with everything ticked, a plan and changes of each of its fields.
    fn people_and_plan(&mut self) {
        let (day, seen) = (date(-300), date(-3));
        let long = [
            ("name", "Kim <K>"),
            ("practice", "The Quiet Room"),
            ("contact", "01 234 & 5"),
            ("region", "IE"),
            ("credential_type", "Licence"),
            ("credential_number", "12"),
            ("credential_on", &day),
            ("styles", "swedish | shiatsu"),
            ("languages", "English | Gaeilge"),
            ("checklist", "licence:confirmed"),
        ];
        self.record(Kind::Therapist, 0, &long);
        self.record(Kind::Therapist, 0, &[("name", "Lee"), ("credential_number", "7")]);
        for role in
            ["primary_care", "psychiatrist", "talking_therapist", "massage_therapist", "physiotherapist"]
        {
            self.record(
                Kind::CareTeamMember,
                0,
                &[("name", "Dr B"), ("role", role), ("contact", "b@example.org")],
            );
        }
        for role in ["caregiver", "other"] {
            self.record(Kind::CareTeamMember, 0, &[("name", "Ann"), ("role", role)]);
        }
        let sheet = [
            ("history", "bad knee:2019:swells <after> walks | asthma"),
            ("allergies", "oil:lavender & co | latex | nut | scent | other:wool"),
            ("shared", "history | allergies"),
            ("reviewed_on", &seen),
        ];
        self.record(Kind::IntakeSheet, 0, &sheet);
        let plan = [
            ("aim", "to sleep through, again & again"),
            ("modality", "swedish"),
            ("pressure", "3"),
            ("minutes", "60"),
            ("frequency", "2 per week"),
            ("if_distress", "stop | open the window"),
        ];
        self.record(Kind::SessionPlan, 0, &plan);
        for (number, field, value) in [
            (2, "aim", ""),
            (3, "modality", "shiatsu"),
            (4, "pressure", "2"),
            (5, "minutes", "90"),
            (6, "frequency", "1 per month"),
            (7, "preferred_days", "mon | thu"),
            (8, "preferred_times", "10:30"),
            (9, "keep_apart", "talking_therapy:4 | dose:1"),
            (10, "if_distress", "stop"),
            (11, "agreed_with", "Kim"),
            (12, "review_on", "2006-03-01"),
            (13, "frequency", "every 10 days"),
        ] {
            let changes = [(field.to_owned(), Some(value.to_owned()).filter(|value| !value.is_empty()))];
            let reason =
                AdjustmentReason::ALL[usize::try_from(number).unwrap() % AdjustmentReason::ALL.len()];
            let decided_by = DecidedBy::ALL[usize::try_from(number).unwrap() % DecidedBy::ALL.len()];
            let why = Adjustment { reason, decided_by, at: None, finding: None };
            self.diary.adjust_plan(&changes, &why, RecordedBy::Own, at(number, 20)).unwrap();
        }
    }

    fn record(&mut self, kind: Kind, number: i64, fields: &[(&str, &str)]) -> String {
        let changes: Vec<(String, Option<String>)> =
            fields.iter().map(|(name, text)| ((*name).to_owned(), Some((*text).trim().to_owned()))).collect();
        self.diary.add_record(kind, &changes, RecordedBy::Own, at(number, 20)).unwrap().spelled_id()
    }

    fn write(&mut self, first: i64, last: i64, paper: Paper) {
        let day = |number| -> LogicalDate { date(number).parse().unwrap() };
        let options = ReportOptions {
            period: Period::new(day(first), day(last)).unwrap(),
            made_on: day(last + 1),
            zone: "Europe/Dublin".to_owned(),
            paper,
            name: (self.below(2) == 0).then(|| ShortText::new("name", &self.words(3, 60)).unwrap()),
            included: Included { distress: true, ..Included::default() },
        };
        let file = self.folder.join(format!("{}.pdf", self.name));
        self.diary.write_pdf(&file, &options, at(last + 1, 12)).unwrap();
        let all = ["every-kind", "twenty-years"].contains(&self.name.as_str());
        let mut tick = || all || self.below(2) == 0;
        let (notes, items) = (tick(), tick());
        let file = self.folder.join(format!("{}.json", self.name));
        let included =
            Included { notes, items, therapists: all, care_team: all, intake: all, ..options.included };
        let options = ReportOptions { included, ..options };
        self.diary.write_fhir(&file, &options, at(last + 1, 12)).unwrap();
        assert!(self.room.path().exists());
    }
}

fn at(number: i64, hour: i64) -> Moment {
    Moment::parse("2006-01-02T00:00Z").unwrap().plus_minutes(number * 1_440 + hour * 60).unwrap()
}

fn date(number: i64) -> String {
    at(number, 0).to_text().unwrap().chars().take(10).collect()
}
