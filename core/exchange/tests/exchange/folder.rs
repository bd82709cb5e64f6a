//! The folder as a place on disk: whole or not there, and nothing of anybody else's is touched.

use std::fs;
use std::path::{Path, PathBuf};

use tidemark_exchange::csv::{CsvOptions, read, write};
use tidemark_exchange::{ChoiceKind, ExportError, ImportError};

use crate::round_trip::{LINES, WITH_NOTES};
use crate::sample::diary;

fn fixture() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/inputs/valid/csv-folder")
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// A fresh export to damage.
pub(crate) fn exported() -> (tempfile::TempDir, PathBuf) {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("csv");
    write(&diary(), &WITH_NOTES, &folder).unwrap();
    (place, folder)
}

fn edit(folder: &Path, file: &str, from: &str, to: &str) {
    let text = fs::read_to_string(folder.join(file)).unwrap();
    assert!(text.contains(from), "{file} has no {from:?}");
    fs::write(folder.join(file), text.replacen(from, to, 1)).unwrap();
}

#[test]
fn the_committed_folders_are_what_is_written_today() {
    for (options, committed) in [(WITH_NOTES, "csv-folder"), (LINES, "json-folder")] {
        let committed = fixture().with_file_name(committed);
        let place = tempfile::tempdir().unwrap();
        let folder = place.path().join("tables");
        write(&diary(), &options, &folder).unwrap();
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            fs::create_dir_all(&committed).unwrap();
            for name in names(&folder) {
                fs::copy(folder.join(&name), committed.join(&name)).unwrap();
            }
        }
        assert_eq!(names(&folder), names(&committed));
        for name in names(&folder) {
            let same = fs::read(folder.join(&name)).unwrap() == fs::read(committed.join(&name)).unwrap();
            assert!(
                same,
                "{name} differs; if that is meant: UPDATE_GOLDEN=1 cargo test -p tidemark-exchange"
            );
        }
    }
}

#[test]
fn a_row_of_json_lines_is_typed_and_its_texts_are_as_written() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("tables");
    write(&diary(), &LINES, &folder).unwrap();
    let row = |file: &str, line: usize| -> serde_json::Value {
        let text = fs::read_to_string(folder.join(file)).unwrap();
        serde_json::from_str(text.lines().nth(line).unwrap()).unwrap()
    };
    // By hand from the sample: a decimal keeps its spelling, a formula has no mark, an empty cell is null.
    let value = row("observations.jsonl", 0);
    assert_eq!(value["value"].to_string(), "7.25");
    assert_eq!(value["session_id"], serde_json::Value::Null);
    assert!(value["note"].as_str().unwrap().starts_with("=SUM(A1:A9)"));
    let goal = row("goals.jsonl", 0);
    assert_eq!(goal["discussed_with"], serde_json::json!(["Dr. A", "B | C"]));
    let distress = row("distress.jsonl", 0);
    assert_eq!(
        (&distress["resumed"], &distress["intensity"]),
        (&serde_json::json!(false), &serde_json::json!(0))
    );
    // A line that is no row is named.
    fs::write(folder.join("goals.jsonl"), "{\"goal_id\": 1\n").unwrap();
    assert!(matches!(read(&folder), Err(ImportError::JsonLine { line: 1, .. })));
}

#[test]
fn observations_have_the_columns_that_were_promised() {
    let (_place, folder) = exported();
    let text = fs::read_to_string(folder.join("observations.csv")).unwrap();
    assert_eq!(
        text.lines().next().unwrap(),
        "\u{feff}row_id,entry_id,phase,session_id,measure_id,measure_version,measure_label,frame,value,status,unit,\
         scale_min,scale_max,scale_step,direction,item_number,logical_date,rated_at,recorded_at,zone_id,rollover,\
         entry_mode,delay_min,in_window,recalled,recorded_by,source,revision,note"
    );
    assert!(text.contains(",stress,1,Stress,day_overall,,skipped,{score},0,10,1,higher_worse,,2026-11-20,"));
    assert!(
        text.contains(",2026-11-20T23:59:59-03:30,2026-11-24T21:04:10.250+01:00,America/St_Johns,03:30,")
    );
    assert!(text.contains(",\"'=SUM(A1:A9), \"\"quoted\"\"\nsecond line; 'tis\n\n🙂 and é\"\r\n"));
    assert!(text.contains(",\"'=Mood, \"\"new\"\"\","));
    let all = text.matches('\n').count();
    assert_eq!(
        (text.matches("\r\n").count(), all),
        (9, 12),
        "eight rows below the header, one note of four lines"
    );
}

#[test]
fn a_former_export_is_replaced_and_nothing_is_left_beside_it() {
    let (place, folder) = exported();
    let written = write(&diary(), &CsvOptions::default(), &folder).unwrap();
    assert_eq!(names(place.path()), ["csv"]);
    let rows: Vec<(&str, u64)> = written.files.iter().map(|(name, rows)| (name.as_str(), *rows)).collect();
    assert_eq!(
        rows,
        [
            ("observations.csv", 8),
            ("check_ins.csv", 3),
            ("sessions.csv", 2),
            ("session_ratings.csv", 2),
            ("measures.csv", 15),
            ("medications.csv", 2),
            ("medication_changes.csv", 1),
            ("visits.csv", 2),
            ("moments.csv", 2),
            ("goals.csv", 1),
            ("events.csv", 2),
            ("practices.csv", 2),
            ("instruments.csv", 2),
            ("plans.csv", 2),
            ("plan_adjustments.csv", 2),
            ("datapackage.json", 0),
        ]
    );
}

#[test]
fn a_place_that_holds_anything_else_is_refused_and_stays() {
    let (_place, folder) = exported();
    fs::write(folder.join("my analysis.csv"), "mine").unwrap();
    let refused = write(&diary(), &WITH_NOTES, &folder).unwrap_err();
    assert!(matches!(refused, ExportError::OutputExists { .. }));
    assert!(names(&folder).contains(&"my analysis.csv".to_owned()));

    let place = tempfile::tempdir().unwrap();
    let file = place.path().join("csv");
    fs::write(&file, "a file").unwrap();
    assert!(matches!(write(&diary(), &WITH_NOTES, &file), Err(ExportError::OutputExists { .. })));
    fs::remove_file(&file).unwrap();
    fs::create_dir(&file).unwrap();
    fs::write(file.join("observations.csv"), "of another program").unwrap();
    assert!(matches!(write(&diary(), &WITH_NOTES, &file), Err(ExportError::OutputExists { .. })));
    fs::remove_file(file.join("observations.csv")).unwrap();
    write(&diary(), &WITH_NOTES, &file).unwrap();
}

#[test]
fn a_failure_leaves_no_partial_folder() {
    let place = tempfile::tempdir().unwrap();
    let missing = place.path().join("no such parent/csv");
    assert!(matches!(write(&diary(), &WITH_NOTES, &missing), Err(ExportError::Io { doing: "creating", .. })));
    // A name that is already at the limit of the system: the hidden name beside it is too long.
    let long = place.path().join("x".repeat(255));
    assert!(matches!(write(&diary(), &WITH_NOTES, &long), Err(ExportError::Io { .. })));
    assert_eq!(names(place.path()), Vec::<String>::new());
}

#[test]
fn a_failure_at_the_last_step_leaves_the_former_export_alone() {
    let (place, folder) = exported();
    // Something is in the way of the name under which the former export is set aside.
    let in_the_way = format!(".csv.{}.former", std::process::id());
    fs::create_dir(place.path().join(&in_the_way)).unwrap();
    fs::write(place.path().join(&in_the_way).join("x"), "").unwrap();
    let before = fs::read(folder.join("check_ins.csv")).unwrap();
    let refused = write(&diary(), &CsvOptions::default(), &folder);
    assert!(matches!(refused, Err(ExportError::Io { doing: "setting aside", .. })));
    assert_eq!(names(place.path()), [in_the_way, "csv".to_owned()]);
    assert_eq!(fs::read(folder.join("check_ins.csv")).unwrap(), before);
}

#[test]
fn an_edited_file_is_read_and_told() {
    let (_place, folder) = exported();
    edit(&folder, "visits.csv", "'@ the practice", "the practice");
    let import = read(&folder).unwrap();
    assert_eq!(import.rejected, []);
    let choices: Vec<_> = import.choices.iter().map(|c| (c.file.as_str(), c.kind)).collect();
    assert_eq!(choices, [("visits.csv", ChoiceKind::ChangedSinceWritten)]);
    assert_eq!(
        import.choices[0].to_string(),
        "visits.csv: changed since it was written; all its rows are read"
    );
}

#[test]
fn a_spreadsheet_with_semicolons_and_decimal_commas_is_read() {
    let (_place, folder) = exported();
    let path = folder.join("measures.csv");
    let text = fs::read_to_string(&path).unwrap();
    let local: String = text
        .lines()
        .filter(|line| !line.contains("\"'=Mood"))
        .map(|line| line.replace(',', ";").replace("0.25", "0,25").replace("true", "TRUE") + "\r\n")
        .collect();
    let mood = text.lines().find(|line| line.contains("\"'=Mood")).unwrap();
    let mood = mood.replace(',', ";").replace("Mood; ", "Mood, ");
    fs::write(&path, local + &mood + "\r\n").unwrap();
    let import = read(&folder).unwrap();
    assert_eq!((import.rejected.as_slice(), import.measures.len()), (&[][..], 15));
}

#[test]
fn rows_that_break_a_rule_are_named_by_file_line_and_column() {
    let said = |file: &str, from: &str, to: &str| {
        let (_place, folder) = exported();
        edit(&folder, file, from, to);
        let import = read(&folder).unwrap();
        import.rejected.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(
        said("observations.csv", ",day_overall,10,recorded,", ",day_overall,11,recorded,"),
        [
            "observations.csv, line 9, column value (9): stress takes 0 to 10",
            "check_ins.csv, line 8: a row of observations.csv that belongs to it cannot be taken",
        ]
    );
    assert_eq!(
        said("observations.csv", ",2026-11-22,", ",2026-11-21,"),
        ["observations.csv, line 9, column logical_date (17): differs from what check_ins.csv says of it"]
    );
    assert_eq!(
        said("sessions.csv", "T15:02:30+01:00", "T13:02:30+01:00"),
        [
            "sessions.csv, line 2, column ended_at (4): a session ends after it starts",
            "session_ratings.csv, line 2, column session_id (2): names a session that is not in the folder",
            "session_ratings.csv, line 3, column session_id (2): names a session that is not in the folder",
            "observations.csv, line 10: names an entry that is not in the folder",
            "observations.csv, line 11: names an entry that is not in the folder",
            "observations.csv, line 12: names an entry that is not in the folder",
            "moments.csv, line 2, column session_id (2): names a session that is not in the folder",
            "moments.csv, line 3, column session_id (2): names a session that is not in the folder",
            "distress.csv, line 2, column session_id (5): names a session that is not in the folder",
        ]
    );
    assert_eq!(
        said("medications.csv", ",2026-01-02,2026-01-02,", ",2026-01-02,2026-01-01,")[0],
        "medications.csv, line 2: the last day of a medicine takes its first day or a later one"
    );
    assert_eq!(
        said("check_ins.csv", "2026-11-20,", "2026-02-30,")[0],
        "check_ins.csv, line 2, column logical_date (2): a date is not a date and time that exists; write 2026-11-24"
    );
}

#[test]
fn a_folder_of_a_newer_program_or_of_none_is_refused_by_name() {
    let (_place, folder) = exported();
    edit(&folder, "datapackage.json", "\"min_reader\": 3", "\"min_reader\": 4");
    assert!(matches!(read(&folder), Err(ImportError::NewerFormat { found: 4, known: 3, .. })));
    fs::remove_file(folder.join("datapackage.json")).unwrap();
    assert!(matches!(read(&folder), Err(ImportError::NoPackage { .. })));
    fs::write(folder.join("datapackage.json"), "{\"resources\": []}").unwrap();
    assert!(matches!(read(&folder), Err(ImportError::NoPackage { .. })));
}

#[test]
fn a_file_that_lost_rows_is_refused() {
    let (_place, folder) = exported();
    let path = folder.join("visits.csv");
    let text = fs::read_to_string(&path).unwrap();
    let kept: String = text.split_inclusive("\r\n").take(2).collect();
    fs::write(&path, kept).unwrap();
    let refused = read(&folder).unwrap_err();
    assert_eq!(
        refused.to_string(),
        "visits.csv has 1 of the 2 rows it was written with: it was cut, or rows were deleted"
    );
}
