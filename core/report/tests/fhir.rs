//! What a FHIR document holds, and what it leaves out. Whether it is one at all, the HAPI validator says (`tests/conformance`).

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::missing_panics_doc,
    reason = "a test may fail loudly"
)]

use std::collections::BTreeSet;

use serde_json::Value as Json;
use tidemark_findings::{Included, facts};
use tidemark_model::{
    Area, CheckIn, CheckInParts, Content, DaySource, Frame, Instant, LogicalDate, Measure, Milli, Modality,
    Moment, Note, Period, Phase, RecordId, Recorded, RecordedBy, Records, Rollover, SeededEntropy, Session,
    SessionDetails, SessionId, SessionParts, SessionRating, SessionRatingParts, SessionStatus, ShortText,
    Source, Stamp, Texts, Value, built_in, logical_date,
};
use tidemark_report::document::Paper;
use tidemark_report::{Cover, FhirCover, assemble, fhir, is_fhir_report};

fn all() -> Included {
    Included {
        notes: true,
        items: true,
        distress: true,
        therapists: true,
        care_team: true,
        intake: true,
        ..Included::default()
    }
}

/// A diary of September 2026, made by hand.
struct Diary {
    records: Records,
    entropy: SeededEntropy,
    name: Option<&'static str>,
}

fn at(text: &str) -> Moment {
    Moment::parse(text).unwrap()
}

fn date(text: &str) -> LogicalDate {
    text.parse().unwrap()
}

impl Diary {
    fn new() -> Self {
        let records = Records { measures: built_in::measures(), ..Records::default() };
        Self { records, entropy: SeededEntropy::new(3), name: None }
    }

    fn id<T: RecordId>(&mut self) -> T {
        T::generate(Instant::from_millis(1_788_000_000_000).unwrap(), &mut self.entropy)
    }

    fn measure(&self, id: &str) -> Measure {
        self.records.measures.iter().rev().find(|m| m.id().as_str() == id).unwrap().clone()
    }

    /// `stress=4`, or `stress=` for a skip.
    fn values(&self, ratings: &[&str], frame: Option<Frame>) -> Vec<Value> {
        let value = |rating: &&str| {
            let (id, number) = rating.split_once('=').unwrap();
            let measure = self.measure(id);
            let frame = frame.unwrap_or(measure.frame());
            match number {
                "" => Value::skipped(&measure, frame),
                number => {
                    let number = Milli::parse(number, tidemark_model::DecimalMark::Point).unwrap();
                    Value::recorded(&measure, frame, number).unwrap()
                }
            }
        };
        ratings.iter().map(value).collect()
    }

    fn check_in(&mut self, rated: &str, ratings: &[&str], change: impl FnOnce(&mut CheckInParts)) {
        let mut parts = CheckInParts {
            id: self.id(),
            stamp: Stamp::new(at(rated), RecordedBy::Own, Source::App),
            logical_date: logical_date(at(rated), Rollover::default()).unwrap(),
            rollover: Rollover::default(),
            day_source: DaySource::Clock,
            rated: Some(at(rated)),
            note: None,
            practices: vec![],
            values: self.values(ratings, None),
        };
        change(&mut parts);
        self.records.check_ins.push(CheckIn::new(parts).unwrap());
    }

    fn session(
        &mut self,
        started: &str,
        status: SessionStatus,
        change: impl FnOnce(&mut SessionParts),
    ) -> SessionId {
        let started = at(started);
        let mut parts = SessionParts {
            id: self.id(),
            stamp: Stamp::new(started, RecordedBy::Own, Source::App),
            logical_date: logical_date(started, Rollover::default()).unwrap(),
            rollover: Rollover::default(),
            day_source: DaySource::Clock,
            started,
            ended: status.took_place().then(|| started.plus_minutes(60).unwrap()),
            planned_min: None,
            actual_min: None,
            status,
            reason: None,
            modality: Modality::Swedish,
            secondary: vec![],
            pressure_asked: None,
            pressure_felt: None,
            areas: vec![],
            note: None,
            details: Box::<SessionDetails>::default(),
        };
        change(&mut parts);
        let id = parts.id;
        self.records.sessions.push(Session::new(parts).unwrap());
        id
    }

    fn rate(&mut self, session: SessionId, phase: Phase, rated: &str, ratings: &[&str], recalled: bool) {
        let session = self.records.sessions.iter().find(|s| s.id() == session).unwrap().clone();
        let parts = SessionRatingParts {
            id: self.id(),
            stamp: Stamp::new(at(rated), RecordedBy::Own, Source::App),
            session: session.id(),
            phase,
            rated: at(rated),
            in_window: false,
            recalled,
            before_seen: false,
            values: self.values(ratings, Some(Frame::RightNow)),
        };
        self.records.session_ratings.push(SessionRating::new(&session, parts).unwrap());
    }

    fn record<T: Content>(&mut self, fields: &[(&str, &str)]) -> Recorded<T> {
        let mut texts = Texts::default();
        for (name, text) in fields {
            texts.set(name, Some((*text).to_owned()));
        }
        let stamp = Stamp::new(at("2026-09-02T10:00+01:00"), RecordedBy::Own, Source::App);
        Recorded::new(self.id(), stamp, T::read(&texts).unwrap()).unwrap()
    }

    fn bytes(&self, ticked: Included) -> Vec<u8> {
        let period = Period::new(date("2026-09-01"), date("2026-09-30")).unwrap();
        let made_on = date("2026-10-01");
        let cover = Cover {
            paper: Paper::A4,
            person: self.name.map(str::to_owned),
            made_on: made_on.date(),
            zone: "Europe/Dublin".to_owned(),
            document_id: "0123456789ab".to_owned(),
            sample_label: None,
        };
        let report = assemble(&facts(&self.records, period, made_on, &ticked), cover);
        let made_at = at("2026-10-01T00:00:00+01:00");
        let cover = FhirCover { period, made_on, made_at, diary: b"one".to_vec(), version: "0.1.0", ticked };
        let mut bytes = Vec::new();
        fhir(&report, &self.records, &cover, &mut bytes).unwrap();
        bytes
    }

    fn document(&self, ticked: Included) -> Document {
        Document(serde_json::from_slice(&self.bytes(ticked)).unwrap())
    }
}

struct Document(Json);

impl Document {
    fn all(&self) -> Vec<&Json> {
        self.0["entry"].as_array().unwrap().iter().map(|entry| &entry["resource"]).collect()
    }

    fn of(&self, kind: &str) -> Vec<&Json> {
        self.all().into_iter().filter(|resource| resource["resourceType"] == kind).collect()
    }

    /// The observations whose code has these words at its beginning.
    fn observed(&self, words: &str) -> Vec<&Json> {
        let begins = |o: &&Json| o["code"]["text"].as_str().unwrap().starts_with(words);
        self.of("Observation").into_iter().filter(begins).collect()
    }

    fn section(&self, title: &str) -> &Json {
        let sections = self.all()[0]["section"].as_array().unwrap();
        sections.iter().find(|section| section["title"] == title).unwrap()
    }
}

fn extension<'a>(resource: &'a Json, name: &str) -> Option<&'a Json> {
    let url = format!("urn:tidemark:fhir:{name}");
    resource["extension"].as_array()?.iter().find(|extension| extension["url"] == url)
}

/// A diary with something of every kind; texts that stay out unless ticked begin with `private`.
fn full() -> Diary {
    let mut diary = Diary::new();
    diary.check_in("2026-09-03T21:00+01:00", &["stress=4", "mood=", "sleep_duration=7.25"], |parts| {
        parts.note = Some(Note::new("note", "private note <of> a day").unwrap());
    });
    diary.check_in("2026-09-04T21:00+01:00", &["pain=0"], |parts| {
        parts.stamp.recorded_by = RecordedBy::Proxy;
        parts.stamp.revision = 2;
        parts.stamp.recorded = at("2026-09-09T08:00+01:00");
    });
    diary.check_in("2026-09-05T21:00+01:00", &[], |parts| {
        parts.note = Some(Note::new("note", "private note alone").unwrap());
        parts.stamp.recorded_by = RecordedBy::Helped;
    });
    let session = diary.session("2026-09-06T10:00+01:00", SessionStatus::StoppedEarly, |parts| {
        parts.note = Some(Note::new("note", "private note of a session").unwrap());
        parts.reason = Some(ShortText::new("reason", "private reason").unwrap());
        parts.secondary = vec![Modality::Shiatsu];
        parts.pressure_asked = Some("2".parse().unwrap());
        parts.areas = ["focus:neck:both", "avoid:shoulder:left"].map(|a| a.parse::<Area>().unwrap()).to_vec();
        let mut details = Texts::default();
        details.set("unwanted", Some("bruise:120:3".to_owned()));
        details.set("place", Some("private room".to_owned()));
        *parts.details = SessionDetails::read(&details).unwrap();
    });
    diary.rate(session, Phase::Before, "2026-09-06T09:50+01:00", &["stress=7"], false);
    diary.rate(session, Phase::After, "2026-09-06T18:00+01:00", &["stress=3"], true);
    diary.session("2026-09-08T10:00+01:00", SessionStatus::Missed, |_| {});
    let distress = diary.record(&[
        ("at", "2026-09-06T10:30:00+01:00"),
        ("logical_date", "2026-09-06"),
        ("session_id", &session.to_string()),
        ("kind", "panic"),
        ("what_helped", "private help"),
        ("told", "clinician"),
        ("resumed", "false"),
    ]);
    diary.records.distress_events.push(distress);
    let result = diary.record(&[
        ("instrument", "gad_7"),
        ("taken_at", "2026-09-10T10:00:00+01:00"),
        ("logical_date", "2026-09-10"),
        ("total", "12"),
        ("items", "7:3 | 1:1 | 2:1 | 3:2 | 4:0 | 5:3 | 6:2"),
        ("filled_by", "self"),
        ("place", "private place"),
    ]);
    diary.records.instrument_results.push(result);
    let goal = diary.record(&[
        ("text", "sleep through"),
        ("measure_id", "stress"),
        ("why", "private why"),
        ("started_on", "2026-09-01"),
        ("discussed_with", "private person"),
        ("status", "reached"),
    ]);
    diary.records.goals.push(goal);
    let medicine = diary.record::<tidemark_model::Medication>(&[
        ("name", "Medicine A"),
        ("strength", "5 mg"),
        ("dose", "one"),
        ("purpose", "private purpose"),
        ("prescriber", "private prescriber"),
        ("start", "2026-08-01"),
    ]);
    let change = diary.record(&[
        ("medication_id", &medicine.id.to_string()),
        ("at", "2026-09-15"),
        ("kind", "up"),
        ("from", "one"),
        ("to", "two"),
        ("by_whom", "private decider"),
        ("reason", "private change"),
    ]);
    diary.records.medications.push(medicine);
    diary.records.medication_changes.push(change);
    people_and_plan(&mut diary);
    diary
}

/// Two versions of a plan, a therapist, a care team of two, two versions of a sheet.
fn people_and_plan(diary: &mut Diary) {
    let first = diary.record(&[("version", "1"), ("since", "2026-08-01"), ("minutes", "60")]);
    let second = diary.record::<tidemark_model::SessionPlan>(&[
        ("version", "2"),
        ("since", "2026-09-15"),
        ("aim", "to sleep through"),
        ("modality", "swedish"),
        ("pressure", "2"),
        ("minutes", "60"),
        ("frequency", "2 per week"),
        ("preferred_days", "mon | thu"),
        ("keep_apart", "dose:2"),
        ("if_distress", "private: stop"),
        ("agreed_with", "private name"),
        ("review_on", "2026-12-01"),
    ]);
    let later = diary.record(&[("version", "3"), ("since", "2026-10-15"), ("minutes", "30")]);
    for (at, field, from, to, reason) in [
        ("2026-08-01", "minutes", "", "60", "cost"),
        ("2026-09-15", "pressure", "3", "2", "comfort"),
        ("2026-09-15", "agreed_with", "", "private name", "schedule"),
        ("2026-09-15", "if_distress", "", "private: stop", "distress"),
        ("2026-10-15", "minutes", "60", "30", "cost"),
    ] {
        let plan = second.id.to_string();
        let mut fields = vec![("session_plan_id", &*plan), ("at", at), ("field", field)];
        fields.extend([("from", from), ("to", to)].into_iter().filter(|(_, text)| !text.is_empty()));
        fields.extend([("reason", reason), ("decided_by", "together")]);
        let change = diary.record(&fields);
        diary.records.plan_adjustments.push(change);
    }
    diary.records.session_plans.extend([first, second, later]);
    let therapist = diary.record::<tidemark_model::Therapist>(&[
        ("name", "private Kim"),
        ("practice", "private practice"),
        ("contact", "private number"),
        ("credential_type", "private licence"),
        ("credential_number", "12"),
        ("checklist", "licence:confirmed:2026-08-01:seen:private checklist"),
        ("first_visit_fit", "private fit"),
    ]);
    let with = therapist.id.to_string();
    diary.records.therapists.push(therapist);
    let session = diary.records.sessions[0].clone();
    let mut parts = session.into_parts();
    let mut details = Texts::default();
    for (name, text) in [("unwanted", "bruise:120:3"), ("place", "private room"), ("therapist_id", &with)] {
        details.set(name, Some(text.to_owned()));
    }
    *parts.details = SessionDetails::read(&details).unwrap();
    diary.records.sessions[0] = Session::new(parts).unwrap();
    for (name, role) in [("private Dr B", "psychiatrist"), ("private Ann", "caregiver")] {
        let member = diary.record(&[("name", name), ("role", role), ("share", "trends")]);
        diary.records.care_team_members.push(member);
    }
    let older = [
        ("version", "1"),
        ("reviewed_on", "2026-08-01"),
        ("history", "private older"),
        ("shared", "history"),
    ];
    let newer = [
        ("version", "2"),
        ("reviewed_on", "2026-09-01"),
        ("history", "private knee:2019:private swelling | private asthma"),
        ("allergies", "oil:private lavender | latex"),
        ("concerns", "private concern"),
        ("shared", "history | allergies | concerns"),
    ];
    for fields in [&older[..], &newer] {
        let sheet = diary.record(fields);
        diary.records.intake_sheets.push(sheet);
    }
}

#[test]
fn the_document_begins_with_its_composition_and_every_reference_is_within() {
    for ticked in [Included::default(), all()] {
        let document = full().document(ticked);
        assert_eq!(document.0["type"], "document");
        assert_eq!(document.0["timestamp"], "2026-10-01T00:00:00+01:00");
        let kinds: Vec<&str> = document.all().iter().map(|r| r["resourceType"].as_str().unwrap()).collect();
        assert_eq!((kinds[0], kinds[1], *kinds.last().unwrap()), ("Composition", "Patient", "Provenance"));
        let mut there = BTreeSet::new();
        for entry in document.0["entry"].as_array().unwrap() {
            let url = format!("urn:uuid:{}", entry["resource"]["id"].as_str().unwrap());
            assert_eq!(entry["fullUrl"], url.as_str());
            assert!(there.insert(url), "two resources with one id");
        }
        let mut references = Vec::new();
        walk(&document.0, &mut |name, value| {
            if name == "reference" {
                references.push(value.as_str().unwrap().to_owned());
            }
        });
        assert!(references.len() > 40, "{}", references.len());
        assert!(references.iter().all(|reference| there.contains(reference)));
    }
}

fn walk<'a>(json: &'a Json, see: &mut dyn FnMut(&'a str, &'a Json)) {
    match json {
        Json::Object(fields) => {
            for (name, value) in fields {
                see(name, value);
                walk(value, see);
            }
        }
        Json::Array(items) => items.iter().for_each(|item| walk(item, see)),
        _ => {}
    }
}

#[test]
fn a_day_without_an_entry_has_no_resource_and_a_skip_has_no_number() {
    let document = full().document(Included::default());
    assert_eq!(document.observed("Stress").len(), 3, "one daily, two around the session");
    let days: Vec<&str> = document.section("Trends")["entry"]
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| entry["reference"].as_str().unwrap())
        .collect();
    assert_eq!(days.len(), 4);
    let skipped = document.observed("Mood")[0];
    assert_eq!(skipped["dataAbsentReason"]["coding"][0]["code"], "asked-declined");
    assert!(skipped.as_object().unwrap().keys().all(|key| !key.starts_with("value")));
    let zero = document.observed("Pain")[0];
    assert_eq!(zero["valueInteger"], 0);
}

#[test]
fn a_value_says_its_moment_its_scale_and_how_it_came_to_be() {
    let document = full().document(Included::default());
    let sleep = document.observed("Sleep duration")[0];
    assert_eq!(
        sleep["valueQuantity"],
        serde_json::json!({
            "value": 7.25, "unit": "h", "system": "http://unitsofmeasure.org", "code": "h"
        })
    );
    assert_eq!(sleep["effectiveDateTime"], "2026-09-03T21:00:00+01:00");
    assert_eq!(sleep["code"]["coding"][1]["code"], "93832-4");
    assert_eq!(sleep["status"], "final");
    assert_eq!(extension(sleep, "frame").unwrap()["valueCode"], "last_night");
    assert_eq!(extension(sleep, "scale").unwrap()["valueRange"]["high"]["value"], 24);
    assert_eq!(extension(sleep, "recorded-by"), None);
    // Written five days later, by somebody else, and edited since.
    let pain = document.observed("Pain")[0];
    assert_eq!(extension(pain, "entry-mode").unwrap()["valueCode"], "backfill");
    assert_eq!(extension(pain, "logical-date").unwrap()["valueDate"], "2026-09-04");
    assert_eq!(extension(pain, "recorded-by").unwrap()["valueCode"], "proxy");
    assert_eq!((&pain["status"], &pain["issued"]), (&"amended".into(), &"2026-09-09T08:00:00+01:00".into()));
    let helper = document.of("RelatedPerson")[0]["id"].as_str().unwrap();
    assert_eq!(pain["performer"][0]["reference"], format!("urn:uuid:{helper}"));
}

#[test]
fn a_session_is_a_procedure_and_its_ratings_are_part_of_it() {
    let document = full().document(Included::default());
    let [held, missed] = document.of("Procedure")[..] else { panic!("two sessions") };
    assert_eq!((&held["status"], &missed["status"]), (&"stopped".into(), &"not-done".into()));
    assert_eq!(held["code"]["text"], "Swedish massage, with Shiatsu");
    assert_eq!(held["performedPeriod"]["end"], "2026-09-06T11:00:00+01:00");
    assert_eq!(held["bodySite"], serde_json::json!([{ "text": "neck" }]));
    assert_eq!(held["complication"][0]["text"], "bruise, from 120 minutes after the end, strength 3 of 10");
    let pressure = serde_json::json!([{ "url": "asked", "valueInteger": 2 }]);
    assert_eq!(extension(held, "pressure").unwrap()["extension"], pressure);
    let part = format!("urn:uuid:{}", held["id"].as_str().unwrap());
    let around: Vec<&Json> =
        document.observed("Stress").into_iter().filter(|o| o["partOf"][0]["reference"] == part).collect();
    let [before, after] = around[..] else { panic!("two ratings") };
    assert_eq!(extension(before, "phase").unwrap()["valueCode"], "before");
    assert_eq!((extension(before, "recalled"), extension(before, "in-window")), (None, None));
    assert_eq!(extension(after, "recalled").unwrap()["valueBoolean"], true);
    assert_eq!(extension(after, "in-window").unwrap()["valueBoolean"], false);
    assert_eq!(extension(after, "frame").unwrap()["valueCode"], "right_now");
}

#[test]
fn nothing_that_was_not_ticked_is_in_the_document() {
    let mut diary = full();
    diary.name = None;
    let text = String::from_utf8(diary.bytes(Included::default())).unwrap();
    assert!(!text.contains("private"), "{}", &text[text.find("private").unwrap_or(0)..][..60]);
    for word in ["Panic", "QuestionnaireResponse", "Distress", "in own words", "Robin"] {
        assert!(!text.contains(word), "{word}");
    }
    assert!(text.contains("\"valueCode\":\"masked\""));
    // Included, it is there, and only what was ticked.
    let with = |ticked| String::from_utf8(diary.bytes(ticked)).unwrap();
    let notes = with(Included { notes: true, ..Included::default() });
    for word in [
        "private note <of> a day",
        "private note alone",
        "private note of a session",
        "private reason",
        "private why",
        "private change",
    ] {
        assert!(notes.contains(word), "{word}");
    }
    assert!(!notes.contains("private help") && !notes.contains("QuestionnaireResponse"));
    assert!(
        with(Included { distress: true, ..Included::default() }).contains("Panic; the session did not go on")
    );
    assert!(with(all()).contains("private help"));
    let never = [
        "room",
        "place",
        "person",
        "purpose",
        "prescriber",
        "decider",
        "name",
        "checklist",
        "fit",
        "older",
        "concern",
    ];
    for never in never {
        assert!(!with(all()).contains(&format!("private {never}")), "{never}");
    }
    diary.name = Some("Robin");
    assert_eq!(
        diary.document(Included::default()).of("Patient")[0]["name"],
        serde_json::json!([{ "text": "Robin" }])
    );
}

#[test]
fn items_go_along_by_number_and_the_total_is_derived_from_them() {
    let total = |document: &Document| document.observed("GAD-7 total")[0].clone();
    let without = full().document(Included::default());
    assert_eq!(total(&without)["valueInteger"], 12);
    assert!(total(&without).get("derivedFrom").is_none());
    let with = full().document(Included { items: true, ..Included::default() });
    let response = with.of("QuestionnaireResponse")[0];
    let scores: Vec<(&str, u64)> = response["item"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| (item["linkId"].as_str().unwrap(), item["answer"][0]["valueInteger"].as_u64().unwrap()))
        .collect();
    assert_eq!(scores, [("1", 1), ("2", 1), ("3", 2), ("4", 0), ("5", 3), ("6", 2), ("7", 3)]);
    let from = format!("urn:uuid:{}", response["id"].as_str().unwrap());
    assert_eq!(total(&with)["derivedFrom"][0]["reference"], from);
}

#[test]
fn a_slider_that_the_person_changed_borrows_no_code() {
    let mut diary = Diary::new();
    diary.check_in("2026-09-03T21:00+01:00", &["pain=4"], |_| {});
    let mut changed = diary.measure("pain").parts().clone();
    changed.version = 2;
    changed.scale =
        tidemark_model::Scale::new(Milli::whole(0), Milli::whole(4), Milli::new(500).unwrap()).unwrap();
    diary.records.measures.push(Measure::new(changed).unwrap());
    diary.check_in("2026-09-04T21:00+01:00", &["pain=2.5"], |_| {});
    let document = diary.document(Included::default());
    let [first, second] = document.observed("Pain")[..] else { panic!("two values") };
    let codes: Vec<&str> =
        first["code"]["coding"].as_array().unwrap().iter().map(|c| c["code"].as_str().unwrap()).collect();
    assert_eq!(codes, ["pain", "72514-3"]);
    assert_eq!(second["code"], serde_json::json!({ "text": "Pain, 0 to 4, higher = worse" }));
    assert_eq!(second["valueQuantity"]["value"], 2.5);
}

#[test]
fn each_dose_has_its_days() {
    let mut diary = full();
    let document = diary.document(Included::default());
    let doses = |document: &Document| -> Vec<(String, String, String)> {
        let text = |json: &Json| json.as_str().unwrap_or("-").to_owned();
        let one = |m: &&Json| {
            let period = &m["effectivePeriod"];
            let days = format!("{} {}", text(&period["start"]), text(&period["end"]));
            (text(&m["dosage"][0]["text"]), days, text(&m["status"]))
        };
        document.of("MedicationStatement").iter().map(one).collect()
    };
    let expect = |rows: &[(&str, &str, &str)]| -> Vec<(String, String, String)> {
        rows.iter().map(|(a, b, c)| ((*a).to_owned(), (*b).to_owned(), (*c).to_owned())).collect()
    };
    let before = ("one", "2026-08-01 2026-09-14", "completed");
    assert_eq!(doses(&document), expect(&[before, ("two", "2026-09-15 -", "active")]));
    assert_eq!(document.of("MedicationStatement")[0]["medicationCodeableConcept"]["text"], "Medicine A 5 mg");
    // Interrupted on the 20th, begun again and ended on the 25th, all within a day.
    let id = diary.records.medications[0].id.to_string();
    for (at, kind, to) in
        [("2026-09-20", "paused", None), ("2026-09-25", "start", Some("half")), ("2026-09-25", "stop", None)]
    {
        let mut fields = vec![("medication_id", id.as_str()), ("at", at), ("kind", kind)];
        fields.extend(to.map(|to| ("to", to)));
        let change = diary.record(&fields);
        diary.records.medication_changes.push(change);
    }
    let rows = [
        before,
        ("two", "2026-09-15 2026-09-19", "completed"),
        ("-", "2026-09-20 2026-09-24", "completed"),
        ("half", "2026-09-25 2026-09-25", "stopped"),
    ];
    assert_eq!(doses(&diary.document(Included::default())), expect(&rows));
}

#[test]
fn the_same_diary_gives_the_same_bytes_and_another_word_another_identifier() {
    let mut diary = full();
    let first = diary.bytes(all());
    assert_eq!(first, diary.bytes(all()));
    assert!(
        is_fhir_report(&first) && !is_fhir_report(b"{\"resourceType\":\"Bundle\",\"type\":\"document\"}")
    );
    let identifier =
        |diary: &Diary| diary.document(all()).0["identifier"]["value"].as_str().unwrap().to_owned();
    let before = identifier(&diary);
    let mut parts = diary.records.check_ins[0].parts().clone();
    parts.note = Some(Note::new("note", "private note of another day").unwrap());
    diary.records.check_ins[0] = CheckIn::new(parts).unwrap();
    assert_ne!(identifier(&diary), before);
    // The order in which records come changes nothing.
    diary.records.check_ins.reverse();
    diary.records.session_ratings.reverse();
    let reversed = identifier(&diary);
    diary.records.check_ins.reverse();
    assert_eq!(identifier(&diary), reversed);
}

#[test]
fn an_empty_diary_is_a_document_too() {
    let document = Diary::new().document(all());
    let kinds: Vec<&str> = document.all().iter().map(|r| r["resourceType"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["Composition", "Patient", "Device", "Provenance"]);
}

#[test]
fn the_program_says_no_word_of_judgement() {
    let banned = include_str!("../../findings/text/banned.toml");
    let banned: Vec<&str> = banned.split('"').skip(1).step_by(2).collect();
    assert!(banned.contains(&"improved"));
    let document = full().document(all());
    let mut texts = Vec::new();
    walk(&document.0, &mut |name, value| {
        if ["div", "text", "display", "title", "valueString"].contains(&name)
            && let Some(text) = value.as_str()
        {
            texts.push(text.to_lowercase());
        }
    });
    assert!(texts.len() > 100);
    for text in texts {
        let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).collect();
        let said = banned.iter().find(|word| {
            let word: Vec<&str> = word.split(' ').collect();
            words.windows(word.len()).any(|window| window == word)
        });
        assert_eq!(said, None, "in {text}");
    }
}

#[test]
fn the_plan_in_force_says_how_often_and_what_changed_within_the_period() {
    let document = full().document(Included::default());
    let [plan] = document.of("CarePlan")[..] else { panic!("one plan") };
    // A third version takes its place after the last day.
    assert_eq!((&plan["status"], &plan["intent"]), (&"revoked".into(), &"plan".into()));
    assert_eq!(
        (&plan["period"]["start"], &plan["description"]),
        (&"2026-09-15".into(), &"to sleep through".into())
    );
    let detail = &plan["activity"][0]["detail"];
    assert_eq!(
        detail["scheduledTiming"]["repeat"],
        serde_json::json!({ "duration": 60, "durationUnit": "min", "frequency": 2, "period": 1, "periodUnit": "wk" })
    );
    assert_eq!(detail["code"]["text"], "Swedish massage");
    assert_eq!(
        detail["description"],
        "Swedish massage, 60 minutes, pressure 2 of 5, 2 per week. Days that suit: Monday, Thursday. To keep apart: 2 hours \
         from a dose. To be looked at again on 1 Dec 2026"
    );
    let notes: BTreeSet<&str> =
        plan["note"].as_array().unwrap().iter().map(|note| note["text"].as_str().unwrap()).collect();
    let expected = [
        "15 Sep 2026, pressure: 3 of 5 before, 2 of 5 now; to be more at ease; decided together",
        "15 Sep 2026, with whom it was agreed: changed; because of time; decided together",
        "15 Sep 2026, what is done when it becomes too much: changed; decided together",
    ];
    assert_eq!(notes, BTreeSet::from(expected));
    assert_eq!(document.section("Plan for massage sessions")["entry"].as_array().unwrap().len(), 1);
    // With distress events the words for them go along too, names never.
    let ticked = full().document(Included { distress: true, ..Included::default() });
    let notes = ticked.of("CarePlan")[0]["note"].to_string();
    assert!(
        notes.contains("too much: not said before, private: stop now; because it became too much"),
        "{notes}"
    );
    assert!(!ticked.0.to_string().contains("private name"));
    let none = Diary::new().document(Included::default());
    assert!(none.of("CarePlan").is_empty());
    assert!(none.section("Plan for massage sessions")["text"]["div"].as_str().unwrap().contains("None"));
}

#[test]
fn people_go_along_when_ticked_and_a_session_names_who_gave_it() {
    let document = full().document(Included { therapists: true, ..Included::default() });
    let [kim] = document.of("Practitioner")[..] else { panic!("one therapist") };
    assert_eq!(kim["name"][0]["text"], "private Kim");
    assert_eq!(kim["telecom"][0], serde_json::json!({ "system": "other", "value": "private number" }));
    assert_eq!(
        kim["qualification"],
        serde_json::json!([{ "identifier": [{ "value": "12" }], "code": { "text": "private licence" } }])
    );
    let address = format!("urn:uuid:{}", kim["id"].as_str().unwrap());
    let [held, missed] = document.of("Procedure")[..] else { panic!("two sessions") };
    assert_eq!(held["performer"], serde_json::json!([{ "actor": { "reference": address } }]));
    assert!(missed.get("performer").is_none() && document.of("CareTeam").is_empty());
    let document = full().document(Included { care_team: true, ..Included::default() });
    let [team] = document.of("CareTeam")[..] else { panic!("one team") };
    let roles: Vec<&str> = team["participant"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["role"][0]["text"].as_str().unwrap())
        .collect();
    assert_eq!(roles, ["caregiver", "psychiatrist"]);
    assert_eq!(document.of("Practitioner")[0]["name"][0]["text"], "private Dr B");
    let related: Vec<&Json> =
        document.of("RelatedPerson").into_iter().filter(|one| one.get("name").is_some()).collect();
    assert_eq!(related[0]["name"][0]["text"], "private Ann");
    assert_eq!(document.of("CarePlan")[0]["careTeam"].as_array().unwrap().len(), 1);
    assert!(document.of("Procedure")[0].get("performer").is_none());
}

#[test]
fn of_the_newest_sheet_goes_along_what_is_ticked_in_it_and_nobody_confirmed_it() {
    let mut diary = full();
    let intake = Included { intake: true, ..Included::default() };
    let document = diary.document(intake.clone());
    let [lavender, latex] = document.of("AllergyIntolerance")[..] else { panic!("two allergies") };
    assert_eq!(
        (&lavender["code"]["text"], &latex["code"]["text"]),
        (&"oil: private lavender".into(), &"latex".into())
    );
    let [knee, asthma] = document.of("Condition")[..] else { panic!("two of the history") };
    assert_eq!(
        (&knee["onsetString"], &knee["note"][0]["text"]),
        (&"2019".into(), &"private swelling".into())
    );
    assert!(asthma.get("onsetString").is_none() && knee.get("clinicalStatus").is_none());
    let patient = format!("urn:uuid:{}", document.of("Patient")[0]["id"].as_str().unwrap());
    for resource in [lavender, latex, knee, asthma] {
        assert_eq!(resource["verificationStatus"]["coding"][0]["code"], "unconfirmed");
        assert_eq!(resource["asserter"]["reference"], patient);
    }
    let text = document.0.to_string();
    assert!(!text.contains("private concern") && !text.contains("private older"));
    // The tick of the sheet counts: with that of the allergies gone, they are gone.
    diary.records.intake_sheets.pop();
    let fields = [
        ("version", "3"),
        ("reviewed_on", "2026-09-02"),
        ("allergies", "latex"),
        ("history", "private"),
        ("shared", "goals"),
    ];
    let unticked = diary.record(&fields);
    diary.records.intake_sheets.push(unticked);
    let document = diary.document(intake);
    assert!(document.of("AllergyIntolerance").is_empty() && document.of("Condition").is_empty());
    assert!(document.section("From the intake sheet")["text"]["div"].as_str().unwrap().contains("None"));
}
