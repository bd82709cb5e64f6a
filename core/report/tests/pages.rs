//! What pages 3 and 4 say of a diary: every fact in its place, none twice, none that was not ticked.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::missing_panics_doc,
    reason = "a test may fail loudly"
)]

use tidemark_findings::{Included, facts};
use tidemark_model::{
    CheckIn, CheckInParts, DaySource, FieldValue, Instant, LogicalDate, Medication, Milli, Modality, Moment,
    Period, RecordId, Recorded, RecordedBy, Records, Rollover, SeededEntropy, Session, SessionDetails,
    SessionParts, SessionPlan, SessionStatus, Source, Stamp, Texts, UnwantedEffect, Value, built_in,
};
use tidemark_report::document::{Content, Paper, Part, PlainTable, Report, TotalsChart};
use tidemark_report::{Cover, assemble, pdf};

/// Words that nobody but the person could have written.
const PLANTED: [&str; 6] = ["Zaleplum", "Quintaxis", "Orbelle", "Vantimor", "Wexalin", "Tarquela"];

struct Diary {
    records: Records,
    entropy: SeededEntropy,
}

impl Diary {
    fn id<T: RecordId>(&mut self) -> T {
        T::generate(Instant::from_millis(1_788_000_000_000).unwrap(), &mut self.entropy)
    }

    fn record<T: tidemark_model::Content>(&mut self, fields: &[(&'static str, &str)]) -> Recorded<T> {
        let mut texts = Texts::default();
        for (name, text) in fields {
            texts.set(name, Some((*text).to_owned()));
        }
        let stamp = Stamp::new(at("2026-09-02T20:00Z"), RecordedBy::Own, Source::App);
        Recorded::new(self.id(), stamp, T::read(&texts).unwrap()).unwrap()
    }

    fn rate(&mut self, day: &str, id: &str, value: i32) {
        let rated = at(&format!("{day}T19:00Z"));
        let measure = self.records.measures.iter().find(|m| m.id().as_str() == id).unwrap();
        let values = vec![Value::recorded(measure, measure.frame(), Milli::whole(value)).unwrap()];
        let parts = CheckInParts {
            id: self.id(),
            stamp: Stamp::new(rated, RecordedBy::Own, Source::App),
            logical_date: date(day),
            rollover: Rollover::default(),
            day_source: DaySource::Clock,
            rated: Some(rated),
            note: None,
            practices: vec![],
            values,
        };
        self.records.check_ins.push(CheckIn::new(parts).unwrap());
    }

    fn session(&mut self, day: &str, unwanted: &str) {
        let started = at(&format!("{day}T10:00Z"));
        let parts = SessionParts {
            id: self.id(),
            stamp: Stamp::new(started, RecordedBy::Own, Source::App),
            logical_date: date(day),
            rollover: Rollover::default(),
            day_source: DaySource::Clock,
            started,
            ended: Some(started.plus_minutes(60).unwrap()),
            planned_min: None,
            actual_min: None,
            status: SessionStatus::Held,
            reason: None,
            modality: Modality::Swedish,
            secondary: vec![],
            pressure_asked: None,
            pressure_felt: None,
            areas: vec![],
            note: None,
            details: Box::new(SessionDetails {
                unwanted: Vec::<UnwantedEffect>::from_text(unwanted).unwrap(),
                ..SessionDetails::default()
            }),
        };
        self.records.sessions.push(Session::new(parts).unwrap());
    }
}

fn at(text: &str) -> Moment {
    Moment::parse(text).unwrap()
}

fn date(text: &str) -> LogicalDate {
    text.parse().unwrap()
}

/// September 2026 with one of everything.
fn diary() -> Diary {
    let records = Records { measures: built_in::measures(), ..Records::default() };
    let mut diary = Diary { records, entropy: SeededEntropy::new(3) };
    let [medicine, reason, aim, person, helped, event] = PLANTED;
    let medication: Recorded<Medication> =
        diary.record(&[("name", medicine), ("dose", "5 mg"), ("start", "2026-09-05")]);
    let id = medication.id.to_string();
    diary.records.medications.push(medication);
    let change = diary.record(&[
        ("medication_id", &id),
        ("at", "2026-09-12"),
        ("kind", "up"),
        ("from", "5 mg"),
        ("to", "10 mg"),
        ("reason", reason),
    ]);
    diary.records.medication_changes.push(change);
    let practice = diary.record(&[("kind", "movement"), ("logical_date", "2026-09-03")]);
    diary.records.practices.push(practice);
    let happened = diary.record(&[("start", "2026-09-20"), ("kind", "work"), ("label", event)]);
    diary.records.events.push(happened);
    let plan = diary.record::<SessionPlan>(&[
        ("version", "1"),
        ("since", "2026-08-01"),
        ("aim", aim),
        ("agreed_with", person),
    ]);
    let id = plan.id.to_string();
    diary.records.session_plans.push(plan);
    let change = diary.record(&[
        ("session_plan_id", &id),
        ("at", "2026-09-08"),
        ("field", "pressure"),
        ("to", "2"),
        ("reason", "comfort"),
        ("decided_by", "self"),
    ]);
    diary.records.plan_adjustments.push(change);
    let result = diary.record(&[
        ("instrument", "gad_7"),
        ("total", "12"),
        ("items", "1:1 | 2:1 | 3:2 | 4:0 | 5:3 | 6:2 | 7:3"),
        ("taken_at", "2026-09-10T10:00Z"),
        ("logical_date", "2026-09-10"),
        ("filled_by", "self"),
    ]);
    diary.records.instrument_results.push(result);
    let entry = diary.record(&[
        ("at", "2026-09-18T10:30Z"),
        ("logical_date", "2026-09-18"),
        ("kind", "tearful"),
        ("what_helped", helped),
        ("told", "clinician"),
    ]);
    diary.records.distress_events.push(entry);
    diary.session("2026-09-18", "soreness:0: | bruise:120:3@2026-09-19T08:05Z");
    for day in ["2026-09-02", "2026-09-03", "2026-09-04", "2026-09-05"] {
        for (id, value) in [("stress", 4), ("pain", 3), ("anxiety", 5), ("fatigue", 6)] {
            diary.rate(day, id, value);
        }
    }
    diary
}

fn report(included: &Included) -> Report {
    let period = Period::new(date("2026-09-01"), date("2026-09-30")).unwrap();
    let made_on = date("2026-10-01");
    let cover = Cover {
        paper: Paper::A4,
        person: None,
        made_on: made_on.date(),
        zone: "UTC".into(),
        document_id: "0".into(),
        sample_label: None,
    };
    assemble(&facts(&diary().records, period, made_on, included), cover)
}

fn part<'a>(report: &'a Report, heading: &str) -> &'a Part {
    report.parts.iter().find(|part| part.heading == heading).unwrap()
}

fn tables(part: &Part) -> Vec<&PlainTable> {
    part.content
        .iter()
        .filter_map(|c| if let Content::Table(table) = c { Some(table) } else { None })
        .collect()
}

fn totals(report: &Report) -> Vec<&TotalsChart> {
    let part = part(report, "More measures and questionnaires");
    part.content
        .iter()
        .flat_map(|c| if let Content::Totals(all) = c { all.iter().collect() } else { vec![] })
        .collect()
}

#[test]
fn an_empty_diary_has_no_further_parts() {
    let period = Period::new(date("2026-09-01"), date("2026-09-30")).unwrap();
    let facts = facts(&Records::default(), period, date("2026-10-01"), &Included::default());
    let cover = Cover {
        paper: Paper::A4,
        person: None,
        made_on: date("2026-10-01").date(),
        zone: "UTC".into(),
        document_id: "0".into(),
        sample_label: None,
    };
    assert_eq!(assemble(&facts, cover).parts, []);
}

#[test]
fn lanes_stand_on_the_days_of_the_report_with_the_numbers_of_page_one() {
    let report = report(&Included::default());
    let part = part(&report, "Medicines, context, plan");
    let Content::Timeline(lanes) = &part.content[0] else { panic!("lanes come first") };
    assert_eq!(lanes.period, report.header.period);
    assert_eq!(lanes.medicines[0].name, PLANTED[0]);
    assert_eq!(lanes.medicines[0].doses.len(), 2);
    assert_eq!(lanes.medicines[0].changes, report.panels[0].medicines);
    assert_eq!(lanes.practices[0].days.len(), 1);
    assert_eq!(lanes.events[0].label, report.panels[0].events[0].label);
    let Content::Text(listed) = &part.content[1] else { panic!("then changes and events in full") };
    assert_eq!(listed.paragraphs, report.changes);
}

#[test]
fn a_plan_and_its_changes_are_tables_and_what_was_not_said_is_empty() {
    let report = report(&Included::default());
    let tables = tables(part(&report, "Medicines, context, plan"));
    let plan = [["Aim", PLANTED[2]], ["Agreed with", PLANTED[3]]];
    assert_eq!(tables[0].rows, plan.map(|row| row.map(str::to_owned).to_vec()));
    let change = ["8 Sep 2026", "Pressure", "", "2 of 5, light", "comfort", "the person"];
    assert_eq!(tables[1].rows, [change.map(str::to_owned).to_vec()]);
}

#[test]
fn trends_that_page_one_has_no_place_for_stand_on_page_four_and_no_trend_twice() {
    let report = report(&Included::default());
    let part = part(&report, "More measures and questionnaires");
    let Content::Panels(more) = &part.content[0] else { panic!("trends come first") };
    let mut names: Vec<&str> = report.panels.iter().chain(more).map(|panel| panel.measure.as_str()).collect();
    names.sort_unstable();
    let all = names.len();
    names.dedup();
    assert_eq!(all, names.len(), "{names:?}");
    for name in ["Stress", "Pain", "Anxiety", "Fatigue"] {
        assert!(names.contains(&name), "{name} is missing in {names:?}");
    }
    assert!(report.panels.len() <= 4);
}

// GAD-7: 7 items of 0 to 3, so 0 to 21; 20 would stand on 21 and is left out.
#[test]
fn totals_are_drawn_on_the_whole_range_and_lines_only_when_ticked() {
    let drawn = |included| {
        let report = report(&included);
        let charts = totals(&report);
        let chart = charts[0].clone();
        assert_eq!(charts.len(), 1);
        chart
    };
    let chart = drawn(Included::default());
    assert!(chart.scale.min().abs() < 1e-9 && (chart.scale.max() - 21.0).abs() < 1e-9);
    let grid: Vec<String> = chart.scale.grid().iter().map(f64::to_string).collect();
    assert_eq!(grid, ["0", "10", "21"]);
    assert_eq!((chart.name.as_str(), chart.cut_points.len()), ("GAD-7", 0));
    let ticked = drawn(Included { cut_points: true, ..Included::default() });
    let lines: Vec<String> = ticked.cut_points.iter().map(f64::to_string).collect();
    assert_eq!(lines, ["5", "10", "15"]);
}

#[test]
fn the_title_of_the_page_on_measures_names_what_is_on_it() {
    let title = |included| -> Vec<String> {
        let named = ["More measures and questionnaires", "Unwanted effects", "Hard moments"];
        let headings = report(&included).parts.into_iter().map(|part| part.heading);
        headings.filter(|heading| named.contains(&heading.as_str())).collect()
    };
    let bare = || Included { trends: false, questionnaires: false, ..Included::default() };
    assert_eq!(
        title(Included { trends: false, ..Included::default() }),
        ["More measures and questionnaires"]
    );
    assert_eq!(title(bare()), ["Unwanted effects"]);
    assert_eq!(title(Included { distress: true, ..bare() }), ["Unwanted effects"]);
    assert_eq!(title(Included { unwanted: false, distress: true, ..bare() }), ["Hard moments"]);
    assert_eq!(title(Included { unwanted: false, ..bare() }), [""; 0]);
}

#[test]
fn scores_of_items_and_distress_entries_stand_there_only_when_ticked() {
    let headings = |included| -> Vec<String> {
        let report = report(&included);
        let part = part(&report, "More measures and questionnaires");
        tables(part).iter().map(|table| table.heading.clone()).collect()
    };
    assert_eq!(headings(Included::default()), ["Unwanted effects of sessions"]);
    let ticked = Included { items: true, distress: true, ..Included::default() };
    assert_eq!(
        headings(ticked.clone()),
        ["GAD-7: scores of its items", "Unwanted effects of sessions", "Hard moments"]
    );
    let report = report(&ticked);
    let tables = tables(part(&report, "More measures and questionnaires"));
    let items = ["10 Sep 2026", "1", "1", "2", "0", "3", "2", "3", "12"];
    assert_eq!(tables[0].rows, [items.map(str::to_owned).to_vec()]);
    assert_eq!(tables[0].columns.len(), items.len());
    let entry = ["18 Sep 2026", "tearful", "not in a session", "clinician"];
    assert_eq!(tables[2].rows, [entry.map(str::to_owned).to_vec()]);
}

#[test]
fn an_onset_of_zero_may_be_one_that_nobody_told() {
    let report = report(&Included::default());
    let tables = tables(part(&report, "More measures and questionnaires"));
    let rows = [
        ["18 Sep 2026", "soreness", "0, or not said", "", ""],
        ["18 Sep 2026", "bruise", "120", "3", "19 Sep 2026, 08:05"],
    ];
    assert_eq!(tables[0].rows, rows.map(|row| row.map(str::to_owned).to_vec()));
}

/// The reason of a medicine change and what helped in a hard moment are the person's own words, for nobody here.
#[test]
fn reasons_and_what_helped_are_in_no_part_whatever_is_ticked() {
    let all = Included { items: true, distress: true, cut_points: true, ..Included::default() };
    let said = format!("{:?}", report(&all));
    let found: Vec<bool> = PLANTED.iter().map(|word| said.contains(word)).collect();
    assert_eq!(found, [true, false, true, true, false, true]);
}

#[test]
fn the_pages_are_written_and_break_alike_on_both_papers() {
    let mut report =
        report(&Included { items: true, distress: true, cut_points: true, ..Included::default() });
    let a4 = pdf(&report).unwrap();
    report.paper = Paper::Letter;
    let letter = pdf(&report).unwrap();
    // The summary, sessions, context, measures, methods.
    assert_eq!((a4.pages, letter.pages), (5, 5));
    assert_eq!(a4.replaced, []);
}
