//! A table of ratings says what the diary says that it came from, or it is refused; it never says something else.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

use std::collections::HashMap;
use std::path::Path;

use tidemark::exchange::csv::CsvOptions;
use tidemark::findings::Trend;
use tidemark::model::{MeasureId, Milli, Moment, RecordedBy, SeededEntropy, Source};
use tidemark::{CheckInDraft, Diary, DiaryError, Shell, Span, trends_of_ratings};

/// `observations.csv` of a folder with the three columns of `measures.csv` that the table of ratings has beside it.
fn table(folder: &Path) -> String {
    let open = |name: &str| {
        let text = std::fs::read_to_string(folder.join(name)).unwrap();
        let mut reader =
            csv::Reader::from_reader(std::io::Cursor::new(text.trim_start_matches('\u{feff}').to_owned()));
        let names: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        (names, rows)
    };
    let at = |names: &[String], name: &str| names.iter().position(|n| n == name).unwrap();
    let (names, rows) = open("measures.csv");
    let facts: HashMap<(String, String), Vec<String>> = rows
        .iter()
        .map(|row| {
            let cell = |name: &str| row[at(&names, name)].to_owned();
            let facts = ["frame", "anchor_low", "anchor_high"].map(cell).to_vec();
            ((cell("measure_id"), cell("measure_version")), facts)
        })
        .collect();
    let (mut names, rows) = open("observations.csv");
    let (id, version) = (at(&names, "measure_id"), at(&names, "measure_version"));
    let mut writer = csv::Writer::from_writer(Vec::new());
    names.extend(["measure_frame", "anchor_low", "anchor_high"].map(str::to_owned));
    writer.write_record(&names).unwrap();
    for row in rows {
        let facts = &facts[&(row[id].to_owned(), row[version].to_owned())];
        writer.write_record(row.iter().chain(facts.iter().map(String::as_str))).unwrap();
    }
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

fn sample(room: &Path, seed: u64) -> Diary {
    let shell = Shell { entropy: Box::new(SeededEntropy::new(seed)), source: Source::App };
    Diary::create_sample(&room.join("diary"), "2026-11-24".parse().unwrap(), seed, shell).unwrap()
}

fn exported(diary: &mut Diary, room: &Path, span: Span) -> String {
    let now = Moment::parse("2026-11-26T12:00Z").unwrap();
    let folder = room.join("export");
    diary.write_csv(&folder, span, &CsvOptions::default(), now).unwrap();
    table(&folder)
}

fn by_name(mut trends: Vec<Trend>) -> Vec<Trend> {
    trends.sort_by(|a, b| a.measure.id.cmp(&b.measure.id));
    trends
}

fn rated(at: &str, measure: &str, value: Option<i32>, by: RecordedBy) -> CheckInDraft {
    CheckInDraft {
        rated: Moment::parse(at).unwrap(),
        day: None,
        ratings: vec![(MeasureId::new(measure).unwrap(), value.map(Milli::whole))],
        note: None,
        practices: vec![],
        recorded_by: by,
    }
}

#[test]
fn a_table_of_ratings_gives_the_trends_of_its_diary() {
    for seed in [5, 6, 7] {
        let room = tempfile::tempdir().unwrap();
        let mut diary = sample(room.path(), seed);
        let now = Moment::parse("2026-11-25T12:00Z").unwrap();
        // Two a day, a skip, somebody else's, one written weeks later: what the rules are about.
        for draft in [
            rated("2026-11-24T20:00Z", "stress", Some(9), RecordedBy::Own),
            rated("2026-11-24T22:00Z", "stress", Some(1), RecordedBy::Own),
            rated("2026-11-24T21:00Z", "mood", None, RecordedBy::Own),
            rated("2026-11-23T21:30Z", "mood", Some(0), RecordedBy::Proxy),
            rated("2026-10-01T20:00Z", "energy", Some(10), RecordedBy::Own),
        ] {
            diary.add_check_in(draft, now).unwrap();
        }
        let text = exported(&mut diary, room.path(), Span::default());
        let part =
            Span { from: Some("2026-03-01".parse().unwrap()), to: Some("2026-08-31".parse().unwrap()) };
        for span in [Span { from: Some("2025-11-24".parse().unwrap()), ..Span::default() }, part] {
            let period = diary.trends(&[], span).unwrap().period.unwrap();
            // Days with words alone are not in the table, so both are asked about the same days.
            let both = Span { from: Some(period.from()), to: Some(period.to()) };
            let of_diary = by_name(diary.trends(&[], both).unwrap().answers);
            let of_table = by_name(trends_of_ratings(&text, both).unwrap().answers);
            assert!(of_diary.len() > 4);
            assert!(of_diary.iter().any(|trend| trend.drift.is_ok()));
            assert_eq!(of_table, of_diary, "seed {seed}");
        }
    }
}

#[test]
fn an_open_span_goes_from_the_first_row_to_the_last() {
    let room = tempfile::tempdir().unwrap();
    let mut diary = sample(room.path(), 5);
    let span = Span { from: Some("2026-03-02".parse().unwrap()), to: Some("2026-03-20".parse().unwrap()) };
    let text = exported(&mut diary, room.path(), span);
    let days: Vec<&str> = {
        let column = text.lines().next().unwrap().split(',').position(|n| n == "logical_date").unwrap();
        // No cell of the sample holds a comma before this column.
        text.lines().skip(1).map(|line| line.split(',').nth(column).unwrap()).collect()
    };
    let asked = trends_of_ratings(&text, Span::default()).unwrap().period.unwrap();
    assert_eq!(asked.from().to_string(), *days.iter().min().unwrap());
    assert_eq!(asked.to().to_string(), *days.iter().max().unwrap());
}

#[test]
fn a_table_without_rows_says_nothing() {
    let room = tempfile::tempdir().unwrap();
    let mut diary = sample(room.path(), 5);
    let text = exported(&mut diary, room.path(), Span::default());
    let header = format!("{}\n", text.lines().next().unwrap());
    let asked = trends_of_ratings(&header, Span::default()).unwrap();
    assert!(asked.period.is_none() && asked.answers.is_empty());
}

const HEADER: &str = "entry_id,phase,measure_id,measure_version,measure_label,measure_frame,anchor_low,anchor_high,frame,\
    value,status,unit,scale_min,scale_max,scale_step,direction,logical_date,rated_at,recorded_at,rollover,recorded_by,\
    source\n";

/// A row of stress on day `day` of January 2026: which entry, version, low anchor, value.
fn row(entry: u8, version: u8, anchor: &str, day: u8, value: &str) -> String {
    let status = if value.is_empty() { "skipped" } else { "recorded" };
    format!(
        "01a20f28-9f8a-7000-8000-0000000000{entry:02},daily,stress,{version},Stress,day_overall,{anchor},most,day_overall,\
         {value},{status},{{score}},0,10,1,higher_worse,2026-01-{day:02},2026-01-{day:02}T20:00:00+00:00,\
         2026-01-{day:02}T20:01:00+00:00,04:00,self,app\n"
    )
}

fn said(rows: &[String]) -> Result<Vec<Trend>, DiaryError> {
    Ok(trends_of_ratings(&format!("{HEADER}{}", rows.concat()), Span::default())?.answers)
}

#[test]
fn other_words_at_the_end_of_a_scale_are_another_scale_and_the_same_words_are_not() {
    let same = said(&[row(1, 1, "none", 1, "4"), row(2, 2, "none", 2, "6")]).unwrap();
    assert_eq!((same[0].n, same[0].scale_breaks.len()), (2, 0));
    let other = said(&[row(1, 1, "none", 1, "4"), row(2, 2, "a little", 2, "6")]).unwrap();
    assert_eq!((other[0].n, other[0].scale_breaks.len()), (1, 1));
}

#[test]
fn a_skip_is_no_value() {
    let trend = said(&[row(1, 1, "none", 1, "4"), row(2, 1, "none", 2, "")]).unwrap().remove(0);
    assert_eq!((trend.n, trend.n_missing, trend.min), (1, 1, Some(4.0)));
}

#[test]
fn rows_that_cannot_be_taken_are_counted_and_the_first_is_named_without_its_value() {
    let rows = [row(1, 1, "none", 1, "4"), row(2, 1, "none", 2, "11"), row(3, 1, "none", 3, "x")];
    let error = said(&rows).unwrap_err();
    assert!(matches!(&error, DiaryError::ImportRows { total: 2, first, .. }
        if first.line == 3 && first.column.as_ref().unwrap().name == "value"));
    assert!(!error.to_string().contains("11,"), "{error}");
}

#[test]
fn rows_that_contradict_each_other_are_refused() {
    let twice = said(&[row(1, 1, "none", 1, "4"), row(1, 1, "none", 1, "5")]);
    assert!(matches!(twice, Err(DiaryError::ImportRows { total: 1, .. })));
    let other_day = said(&[row(1, 1, "none", 1, "4"), row(1, 1, "none", 2, "5").replace("stress", "mood")]);
    assert!(matches!(other_day, Err(DiaryError::ImportRows { first, .. })
        if first.column.as_ref().unwrap().name == "logical_date"));
    let other_scale =
        said(&[row(1, 1, "none", 1, "4"), row(2, 1, "none", 2, "5").replace(",0,10,1,", ",0,20,1,")]);
    assert!(matches!(other_scale, Err(DiaryError::ImportRows { first, .. })
        if first.column.as_ref().unwrap().name == "measure_version"));
}

#[test]
fn a_table_that_was_cut_or_lacks_a_column_is_refused() {
    let whole = format!("{HEADER}{}", row(1, 1, "none", 1, "4"));
    let cut = whole.trim_end();
    assert!(matches!(trends_of_ratings(cut, Span::default()), Err(DiaryError::ImportFile(_))));
    let without = whole.replace("measure_frame", "frame_of_measure");
    let error = trends_of_ratings(&without, Span::default()).unwrap_err();
    assert!(error.to_string().contains("measure_frame"), "{error}");
}
