//! Any bytes as a table of ratings: what is taken is no more than there are rows, lies within the days of the table, and
//! written as such a table again it is the same; its trends are asked for.

use csv::Writer;
use tidemark::{DiaryError, Span, trends_of_ratings};
use tidemark_exchange::csv::{Ratings, ratings as read};
use tidemark_model::{CheckIn, Measure, Moment, Rating, Records, Value};

const COLUMNS: [&str; 22] = [
    "entry_id",
    "phase",
    "measure_id",
    "measure_version",
    "measure_label",
    "measure_frame",
    "anchor_low",
    "anchor_high",
    "frame",
    "value",
    "status",
    "unit",
    "scale_min",
    "scale_max",
    "scale_step",
    "direction",
    "logical_date",
    "rated_at",
    "recorded_at",
    "rollover",
    "recorded_by",
    "source",
];
/// First characters that `docs/formats.md` says a mark is put before.
const MARKED: &str = "=+-@\t\r\n\0'\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}";

/// Reads the bytes as the table that `trends_of_ratings` takes.
pub fn ratings(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let said = match read(text) {
        Ok(said) => said,
        Err(error) => {
            assert!(!error.to_string().contains('\n'), "an error of more than one line");
            return;
        }
    };
    let rows = data.iter().filter(|byte| matches!(byte, b'\n' | b'\r')).count();
    let values: usize = said.records.check_ins.iter().map(|check_in| check_in.parts().values.len()).sum();
    let refused = usize::try_from(said.rejected_rows).unwrap_or(usize::MAX);
    assert!(values + refused <= 2 * rows, "more values and refusals than rows");
    assert_eq!(
        refused == 0,
        said.rejected.is_empty(),
        "a row is refused without a word, or a word said without one"
    );
    assert!(
        said.rejected.iter().all(|error| !error.to_string().contains('\n')),
        "an error of more than one line"
    );
    within_its_days(&said);
    let again = read(&table(&said.records));
    assert!(again.is_ok(), "what was read is no table when written");
    if let Ok(again) = again {
        assert!(again.rejected.is_empty(), "what was taken is refused when written: {:?}", again.rejected);
        assert_eq!(
            again.records.check_ins, said.records.check_ins,
            "written and read it says something else"
        );
    }
    match trends_of_ratings(text, Span::default()) {
        Ok(asked) => {
            assert_eq!(refused, 0, "figures of a table with a row that cannot be taken");
            let numbers = asked.answers.iter().flat_map(|trend| [trend.median, trend.min, trend.max]);
            assert!(numbers.flatten().all(f64::is_finite), "a figure that is no number");
        }
        Err(error) => {
            let total = if let DiaryError::ImportRows { total, .. } = error { Some(total) } else { None };
            assert_eq!(total, Some(said.rejected_rows), "a table is read, and then refused as a whole");
        }
    }
}

fn within_its_days(said: &Ratings) {
    for check_in in &said.records.check_ins {
        let day = check_in.logical_date();
        let within = said.days.is_some_and(|days| days.from() <= day && day <= days.to());
        assert!(within, "a day outside the days of the table");
    }
}

/// The table of these records, by a writer of its own: one row a value.
fn table(records: &Records) -> String {
    let mut writer = Writer::from_writer(Vec::new());
    let mut written = writer.write_record(COLUMNS).is_ok();
    for check_in in &records.check_ins {
        for value in &check_in.parts().values {
            let measure = records.measures.iter().find(|measure| measure.reference() == *value.measure());
            let row = measure.map(|measure| row(check_in, value, measure));
            written &= row.is_some_and(|row| writer.write_record(row).is_ok());
        }
    }
    assert!(written, "a value of no measure");
    writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

fn row(check_in: &CheckIn, value: &Value, measure: &Measure) -> [String; 22] {
    let (entry, of) = (check_in.parts(), measure.parts());
    let words = |text: &Option<tidemark_model::ShortText>| {
        text.as_ref().map(|text| marked(text.as_str())).unwrap_or_default()
    };
    [
        entry.id.to_string(),
        "daily".to_owned(),
        of.id.to_string(),
        of.version.to_string(),
        marked(of.label.as_str()),
        of.frame.code().to_owned(),
        words(&of.anchors.low),
        words(&of.anchors.high),
        value.frame().code().to_owned(),
        value.answer().rating().map(Rating::value).map(|number| number.to_string()).unwrap_or_default(),
        value.answer().status().to_owned(),
        of.unit.code().to_owned(),
        of.scale.min().to_string(),
        of.scale.max().to_string(),
        of.scale.step().to_string(),
        of.direction.code().to_owned(),
        entry.logical_date.to_string(),
        entry.rated.map(Moment::to_iso).unwrap_or_default(),
        entry.stamp.recorded.to_iso(),
        entry.rollover.to_string(),
        entry.stamp.recorded_by.code().to_owned(),
        entry.stamp.source.to_string(),
    ]
}

fn marked(text: &str) -> String {
    if text.starts_with(|first| MARKED.contains(first)) { format!("'{text}") } else { text.to_owned() }
}
