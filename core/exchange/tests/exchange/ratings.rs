//! The table of ratings: each check of its reader, with a row that breaks nothing else.

use tidemark_exchange::csv::{Ratings, ratings};
use tidemark_exchange::{ImportError, Limit};
use tidemark_model::{Milli, RecordedBy};

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

type Row = [String; 22];

/// Stress 4 of 10 on day `day` of January 2026, in an entry of that number.
fn row(entry: u8, day: u8) -> Row {
    let cells = format!(
        "01a20f28-9f8a-7000-8000-0000000000{entry:02},daily,stress,1,Stress,day_overall,none,most,day_overall,4,recorded,\
         {{score}},0,10,1,higher_worse,2026-01-{day:02},2026-01-{day:02}T20:00:00+00:00,2026-01-{day:02}T20:01:00+00:00,\
         04:00,self,app"
    );
    let cells: Vec<String> = cells.split(',').map(str::to_owned).collect();
    cells.try_into().unwrap()
}

fn with(mut row: Row, cells: &[(&str, &str)]) -> Row {
    for (name, cell) in cells {
        row[COLUMNS.iter().position(|column| column == name).unwrap()] = (*cell).to_owned();
    }
    row
}

fn table(rows: &[Row]) -> String {
    let lines = rows.iter().map(|row| row.join(",")).collect::<Vec<_>>();
    format!("{}\n{}\n", COLUMNS.join(","), lines.join("\n"))
}

fn read(rows: &[Row]) -> Ratings {
    ratings(&table(rows)).unwrap()
}

/// Line, column and reason of the rows that cannot be taken.
fn refused(rows: &[Row]) -> Vec<(u64, String, String)> {
    let said = read(rows);
    assert_eq!(said.rejected.len(), usize::try_from(said.rejected_rows).unwrap());
    let column = |error: &tidemark_exchange::RowError| {
        error.column.as_ref().map(|column| column.name.clone()).unwrap_or_default()
    };
    said.rejected.iter().map(|error| (error.line, column(error), error.reason.to_string())).collect()
}

#[test]
fn a_cell_that_cannot_be_is_named_and_its_row_left_out() {
    for (column, cell, reason) in [
        ("entry_id", "x", "an id takes a UUID"),
        ("entry_id", "", "needed"),
        ("phase", "", "needed"),
        ("measure_id", "Stress!", "a-z"),
        ("measure_version", "one", "whole"),
        ("measure_version", "0", "1"),
        ("measure_label", "", "needed"),
        ("measure_frame", "today", "day_overall"),
        ("measure_frame", "", "needed"),
        ("frame", "today", "day_overall"),
        ("frame", "", "needed"),
        ("value", "11", "0 to 10"),
        ("value", "4.5", "steps of 1"),
        ("value", "x", "not a number"),
        ("value", "4,5", "fields"),
        ("unit", "kg", "{score}"),
        ("scale_min", "", "needed"),
        ("scale_min", "low", "not a number"),
        ("scale_max", "", "needed"),
        ("scale_step", "", "needed"),
        ("scale_step", "0", "step"),
        ("direction", "up", "higher_better"),
        ("logical_date", "2026-02-30", "write 2026-11-24"),
        ("logical_date", "", "needed"),
        ("rated_at", "yesterday", ""),
        ("recorded_at", "", "needed"),
        ("recorded_at", "2026-01-02", ""),
        ("rollover", "25:00", ""),
        ("rollover", "", "needed"),
        ("recorded_by", "me", "self"),
        ("recorded_by", "", "needed"),
        ("source", "paper", ""),
        ("source", "", "needed"),
    ] {
        let rows = [row(1, 1), with(row(2, 2), &[(column, cell)]), row(3, 3)];
        let [(line, named, why)] = &refused(&rows)[..] else {
            panic!("{column} {cell}: {:?}", refused(&rows))
        };
        let whole_row = cell == "4,5";
        assert_eq!((*line, named.as_str()), (3, if whole_row { "" } else { column }), "{cell}: {why}");
        assert!(why.contains(reason), "{column} {cell}: {why}");
        assert!(cell.len() < 3 || !why.contains(cell), "{why} repeats the cell");
        let taken: Vec<String> =
            read(&rows).records.check_ins.iter().map(|entry| entry.logical_date().to_string()).collect();
        assert_eq!(taken, ["2026-01-01", "2026-01-03"], "{column} {cell}");
    }
}

#[test]
fn a_number_stands_with_recorded_and_nothing_with_skipped() {
    for cells in [
        &[("status", "asked")][..],
        &[("status", "")],
        &[("status", "skipped")],
        &[("value", "")],
        &[("status", "asked"), ("value", "")],
    ] {
        let found = refused(&[with(row(1, 1), cells)]);
        assert_eq!((found.len(), found[0].0, found[0].1.as_str()), (1, 2, "status"), "{cells:?}");
    }
    let skipped = read(&[with(row(1, 1), &[("status", "skipped"), ("value", "")])]);
    assert_eq!(skipped.records.check_ins[0].parts().values[0].answer().rating(), None);
    let zero = read(&[with(row(1, 1), &[("value", "0")])]);
    let rating = zero.records.check_ins[0].parts().values[0].answer().rating().unwrap();
    assert_eq!(rating.value(), Milli::whole(0));
}

#[test]
fn rows_of_one_entry_say_the_same_of_it() {
    for (column, cell) in [
        ("logical_date", "2026-01-02"),
        ("rated_at", "2026-01-01T19:00:00+00:00"),
        ("rated_at", ""),
        ("recorded_at", "2026-01-01T20:02:00+00:00"),
        ("rollover", "03:00"),
        ("recorded_by", "proxy"),
        ("source", "widget"),
    ] {
        let second = with(row(1, 1), &[("measure_id", "mood"), ("measure_label", "Mood"), (column, cell)]);
        let found = refused(&[row(1, 1), second]);
        let why = "differs from what an earlier row says of it".to_owned();
        assert_eq!(found, [(3, column.to_owned(), why)], "{cell}");
    }
}

#[test]
fn rows_of_one_version_say_the_same_of_the_measure() {
    for (column, cell) in [
        ("measure_label", "Strain"),
        ("measure_frame", "right_now"),
        ("anchor_low", "little"),
        ("anchor_low", ""),
        ("anchor_high", "worst"),
        ("unit", "h"),
        ("scale_min", "1"),
        ("scale_max", "20"),
        ("scale_step", "0.5"),
        ("direction", "neutral"),
    ] {
        let found = refused(&[row(1, 1), with(row(2, 2), &[(column, cell)])]);
        let why = "differs from what an earlier row says of it".to_owned();
        assert_eq!(found, [(3, "measure_version".to_owned(), why)], "{column} {cell}");
        // Another version may say something else.
        let next = with(row(2, 2), &[(column, cell), ("measure_version", "2")]);
        let said = read(&[row(1, 1), next]);
        assert_eq!((said.rejected_rows, said.records.measures.len()), (0, 2), "{column} {cell}");
    }
    // The frame of a value is its own.
    assert_eq!(refused(&[row(1, 1), with(row(2, 2), &[("frame", "right_now")])]), []);
}

#[test]
fn an_entry_with_a_row_that_cannot_be_taken_is_left_out_whole() {
    let mood =
        |value: &str| with(row(1, 1), &[("measure_id", "mood"), ("measure_label", "Mood"), ("value", value)]);
    for rows in [[row(1, 1), mood("11"), row(2, 2)], [mood("11"), row(1, 1), row(2, 2)]] {
        let said = read(&rows);
        assert_eq!((said.rejected_rows, said.records.check_ins.len()), (1, 1));
        assert_eq!(said.records.check_ins[0].logical_date().to_string(), "2026-01-02");
    }
    let both = read(&[row(1, 1), mood("5")]);
    assert_eq!((both.records.check_ins.len(), both.records.check_ins[0].parts().values.len()), (1, 2));
    // One measure twice in an entry: the entry is named where it begins.
    let twice = [row(2, 2), row(1, 1), with(row(1, 1), &[("value", "5")])];
    let found = refused(&twice);
    assert_eq!(found, [(3, String::new(), "stress is rated twice in one entry".to_owned())]);
    assert_eq!(read(&twice).records.check_ins.len(), 1);
}

#[test]
fn rows_around_sessions_give_their_day_and_no_rating() {
    let around = with(row(9, 31), &[("phase", "before"), ("value", "x"), ("entry_id", "x")]);
    let said = read(&[row(2, 5), around, row(1, 3)]);
    assert_eq!((said.rejected_rows, said.records.check_ins.len()), (0, 2));
    let days = said.days.unwrap();
    assert_eq!((days.from().to_string(), days.to().to_string()), ("2026-01-03".into(), "2026-01-31".into()));
    let without_day = with(row(9, 31), &[("phase", "before"), ("logical_date", "")]);
    assert_eq!(refused(&[without_day])[0].1, "logical_date");
    // A row that cannot be taken is of a day all the same.
    let bad = read(&[row(2, 5), with(row(1, 28), &[("value", "11")])]);
    assert_eq!(bad.days.unwrap().to().to_string(), "2026-01-28");
    assert_eq!(ratings(&format!("{}\n", COLUMNS.join(","))).unwrap().days, None);
}

#[test]
fn what_a_row_says_is_what_the_check_in_holds() {
    let helped =
        [("rated_at", ""), ("recorded_by", "helped"), ("source", "import:daylio"), ("rollover", "03:30")];
    let said = read(&[with(row(1, 7), &helped)]);
    let parts = said.records.check_ins[0].parts();
    assert_eq!(parts.id.to_string(), "01a20f28-9f8a-7000-8000-000000000001");
    assert_eq!(
        (parts.logical_date.to_string(), parts.rollover.to_string()),
        ("2026-01-07".into(), "03:30".into())
    );
    assert_eq!((parts.rated, parts.stamp.recorded_by), (None, RecordedBy::Helped));
    assert_eq!(parts.stamp.source.to_string(), "import:daylio");
    assert_eq!(parts.stamp.recorded.to_iso(), "2026-01-07T20:01:00+00:00");
    let measure = said.records.measures[0].parts();
    assert_eq!((measure.label.as_str(), measure.scale.max()), ("Stress", Milli::whole(10)));
    let ends =
        [&measure.anchors.low, &measure.anchors.high].map(|end| end.as_ref().unwrap().as_str().to_owned());
    assert_eq!(ends, ["none", "most"]);
}

#[test]
fn check_ins_are_in_order_of_time_and_measures_as_first_named() {
    let mood = |entry, day, version: &str| {
        with(
            row(entry, day),
            &[("measure_id", "mood"), ("measure_version", version), ("measure_label", "Mood")],
        )
    };
    // The later id is of the earlier day.
    let said = read(&[row(1, 9), mood(2, 8, "2"), mood(3, 7, "1")]);
    let days: Vec<String> = said.records.check_ins.iter().map(|c| c.logical_date().to_string()).collect();
    assert_eq!(days, ["2026-01-07", "2026-01-08", "2026-01-09"]);
    let measures: Vec<(String, u32)> =
        said.records.measures.iter().map(|m| (m.id().to_string(), m.parts().version)).collect();
    assert_eq!(measures, [("stress".to_owned(), 1), ("mood".to_owned(), 1), ("mood".to_owned(), 2)]);
}

#[test]
fn the_form_of_the_table_is_free_where_spreadsheets_change_it() {
    let plain = read(&[row(1, 1)]);
    let text = table(&[row(1, 1)]);
    let half = with(row(1, 1), &[("value", "4,5"), ("scale_step", "0,5")]).join(";");
    let guarded = with(row(1, 1), &[("measure_label", "'=Stress"), ("anchor_low", "'-3")]);
    let turned = {
        let (mut names, mut cells): (Vec<_>, Vec<_>) =
            COLUMNS.map(str::to_owned).into_iter().zip(row(1, 1)).rev().unzip();
        names.insert(3, "more".to_owned());
        cells.insert(3, "anything".to_owned());
        format!("{}\n{}\n", names.join(","), cells.join(","))
    };
    for (what, text) in [
        ("a byte order mark", format!("\u{feff}{text}")),
        ("CRLF", text.replace('\n', "\r\n")),
        ("another order and a column more", turned),
        ("empty rows", text.replacen('\n', &format!("\n\n{}\n", ",".repeat(21)), 1)),
        ("a spare comma", text.replace(",app", ",app,")),
    ] {
        let said = ratings(&text).unwrap();
        assert_eq!((said.records, said.rejected_rows), (plain.records.clone(), 0), "{what}");
    }
    let semicolons = ratings(&format!("{}\n{half}\n", COLUMNS.join(";"))).unwrap();
    let rating = semicolons.records.check_ins[0].parts().values[0].answer().rating().unwrap();
    assert_eq!(rating.value(), Milli::new(4500).unwrap());
    let measures = read(&[guarded]).records.measures;
    let parts = measures[0].parts();
    assert_eq!((parts.label.as_str(), parts.anchors.low.as_ref().unwrap().as_str()), ("=Stress", "-3"));
    // Lines count as an editor does, empty ones too.
    let bad = table(&[row(1, 1), with(row(2, 2), &[("value", "11")])]).replacen('\n', "\n\n", 2);
    assert_eq!(ratings(&bad).unwrap().rejected[0].line, 5);
}

#[test]
fn a_text_that_is_no_whole_table_is_refused() {
    let text = table(&[row(1, 1), row(2, 2)]);
    let cut = text.trim_end();
    assert!(matches!(ratings(cut), Err(ImportError::Truncated { line: 3, .. })));
    assert!(matches!(ratings(&cut[..cut.len() - 20]), Err(ImportError::Truncated { line: 3, .. })));
    assert!(matches!(ratings(&COLUMNS.join(",")), Err(ImportError::Truncated { line: 1, .. })));
    assert!(matches!(ratings(""), Err(ImportError::Empty { .. })));
    for name in COLUMNS {
        let names = COLUMNS.map(|column| if column == name { "other" } else { column });
        let without = text.replacen(&COLUMNS.join(","), &names.join(","), 1);
        let error = ratings(&without).unwrap_err();
        assert!(
            matches!(&error, ImportError::MissingColumn { column, .. } if column == name),
            "{name}: {error}"
        );
    }
    let twice = text.replacen("unit,", "unit,unit,", 1);
    assert!(matches!(ratings(&twice), Err(ImportError::DuplicateColumn { column, .. }) if column == "unit"));
    // A row in the middle that is too short or too long is one row, not the table.
    let short = text.replacen(",self,app\n", ",self\n", 1);
    assert_eq!(ratings(&short).unwrap().rejected[0].reason.to_string(), "only 21 fields where 22 belong");
    let long = text.replacen(",self,app\n", ",self,app,more\n", 1);
    assert_eq!(ratings(&long).unwrap().rejected[0].reason.to_string(), "23 fields where 22 belong");
    let large = format!("{text}{}", " ".repeat(64 * 1024 * 1024));
    assert!(matches!(ratings(&large), Err(ImportError::TooLarge { limit: Limit::Bytes, .. })));
}

#[test]
fn a_thousand_refused_rows_are_kept_and_all_are_counted() {
    let bad = with(row(1, 1), &[("value", "11")]);
    let said = read(&vec![bad; 1_200]);
    assert_eq!((said.rejected.len(), said.rejected_rows), (1_000, 1_200));
}
