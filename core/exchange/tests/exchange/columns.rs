//! Any program's CSV: nothing lost, nothing rescaled, nothing twice.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use tidemark_exchange::columns::{ColumnMap, read};
use tidemark_exchange::{ChoiceKind, Import, ImportContext, ImportError, MapError};
use tidemark_model::{
    CheckIn, DaySource, EntryMode, Identity, Measure, Record, Rollover, SeededEntropy, ZoneName, built_in,
};

use crate::fixtures::{inputs, take};
use crate::sample::{at, sorted};

fn long() -> Import {
    let folder = inputs("valid/columns/long");
    take(&folder.join("diary.csv"), &folder.join("diary.map.toml")).unwrap()
}

fn check_ins(import: &Import) -> Vec<&CheckIn> {
    import
        .records
        .iter()
        .filter_map(|incoming| match &incoming.record {
            Record::CheckIn(check_in) => Some(check_in),
            _ => None,
        })
        .collect()
}

#[test]
fn fifteen_hundred_rows_are_read_without_loss() {
    let import = long();
    let text = fs::read_to_string(inputs("valid/columns/long/expected.json")).unwrap();
    let expected: serde_json::Value = serde_json::from_str(&text).unwrap();
    let all = check_ins(&import);
    let (mut counts, mut sums) = (BTreeMap::new(), BTreeMap::new());
    for value in all.iter().flat_map(|c| &c.parts().values) {
        let id = value.measure().id.to_string();
        *counts.entry(id.clone()).or_insert(0_i64) += 1;
        *sums.entry(id).or_insert(0_i64) += value.answer().rating().unwrap().value().thousandths();
    }
    let days: BTreeSet<String> = all.iter().map(|c| c.logical_date().to_string()).collect();
    let notes: Vec<_> = all.iter().filter_map(|c| c.parts().note.as_ref()).collect();
    let chosen = |kind| import.choices.iter().filter(|c| c.kind == kind).count();
    let read = serde_json::json!({
        "check_ins": all.len(),
        "empty_rows": import.empty_rows,
        "values": counts,
        "sums_milli": sums,
        "notes": notes.len(),
        "note_characters": notes.iter().map(|note| note.as_str().chars().count()).sum::<usize>(),
        "logical_days": days.len(),
        "first_day": days.first(),
        "last_day": days.last(),
        "earlier_of_two": chosen(ChoiceKind::EarlierOfTwo),
        "after_the_jump": chosen(ChoiceKind::AfterTheJump),
    });
    assert_eq!(read, expected);
    assert_eq!((import.rejected.len(), import.rejected_rows), (0, 0));
}

#[test]
fn measures_keep_the_range_they_were_kept_with() {
    let import = long();
    let measures = sorted(import.measures.into_iter().map(|incoming| incoming.record)).measures;
    let scales: Vec<String> = measures
        .iter()
        .map(|m| format!("{} {} {} {}", m.id(), m.scale().min(), m.scale().max(), m.scale().step()))
        .collect();
    assert_eq!(scales, ["low_mood 1 7 1", "tone -3 3 1", "vigour 0 10 0.5"]);
    assert_eq!(measures[0].parts().order, 14, "behind the fourteen built-in ones");
}

#[test]
fn choices_about_clock_changes_name_their_line() {
    let said: Vec<String> = long().choices.iter().map(ToString::to_string).collect();
    assert_eq!(
        said,
        [
            "diary.csv, line 1535, column Day (1): the clock jumped over this time; the time after the jump is taken",
            "diary.csv, line 1536, column Day (1): the clock showed this time twice; the earlier one is taken",
            "diary.csv, line 1537, column Day (1): the clock jumped over this time; the time after the jump is taken",
        ]
    );
}

fn plain(text: &str, map: &str, known: &[Measure], seed: u64) -> Result<Import, ImportError> {
    let context = ImportContext {
        recorded: at("2026-12-01T12:00:00Z", None),
        rollover: Rollover::default(),
        zone: ZoneName::new("Europe/Amsterdam").ok(),
    };
    let map = ColumnMap::parse(map).unwrap();
    read(&map, known, text.as_bytes(), "f.csv", &context, &mut SeededEntropy::new(seed))
}

const DATES: &str = "format = \"columns\"\nmissing = [\"-\"]\nnote = \"Notes\"\n\
                     date = { column = \"Day\", format = \"%Y-%m-%d\" }\n\
                     [[measure]]\nid = \"mood\"\ncolumn = \"mood\"\n[[measure]]\nid = \"felt_safe\"\ncolumn = \"safe\"\n";
const TIMES: &str = "format = \"columns\"\ntime = { column = \"When\", format = \"%Y-%m-%d %H:%M\" }\n\
                     [[measure]]\nid = \"mood\"\ncolumn = \"mood\"\n";

#[test]
fn a_row_with_a_date_alone_claims_no_moment() {
    let import =
        plain("Day,mood,safe,Notes\n2026-11-24,6,-,\n2026-11-25,-,4,\n", DATES, &built_in::measures(), 1)
            .unwrap();
    let all = check_ins(&import);
    let parts = all[0].parts();
    assert_eq!(
        (parts.rated, parts.day_source, all[0].entry_mode()),
        (None, DaySource::User, EntryMode::Imported)
    );
    assert_eq!((all[0].logical_date().to_string().as_str(), parts.values.len()), ("2026-11-24", 1));
    assert_eq!(parts.stamp.source.to_string(), "import:columns");
    assert_eq!(parts.stamp.recorded, at("2026-12-01T12:00:00Z", None));
    // felt_safe asks about this moment, which a date cannot be.
    assert_eq!(all[1].parts().values[0].frame().code(), "day_overall");
}

#[test]
fn a_row_with_a_time_gets_its_day_by_the_rollover() {
    let import =
        plain("When,mood\n2026-11-25 03:59,6\n2026-11-25 04:00,7\n", TIMES, &built_in::measures(), 1)
            .unwrap();
    let days: Vec<String> = check_ins(&import).iter().map(|c| c.logical_date().to_string()).collect();
    assert_eq!(days, ["2026-11-24", "2026-11-25"]);
    let rated = check_ins(&import)[0].parts().rated.unwrap();
    assert_eq!(
        (rated.to_iso().as_str(), rated.zone.unwrap().name()),
        ("2026-11-25T03:59:00+01:00", "Europe/Amsterdam")
    );
}

fn identities(text: &str, map: &str, seed: u64) -> Vec<Identity> {
    plain(text, map, &built_in::measures(), seed).unwrap().records.iter().map(|r| r.identity).collect()
}

#[test]
fn the_same_row_keeps_its_identity_however_it_is_written() {
    let rows = "Day,mood,safe,Notes\n2026-11-24,6,-,tea\n2026-11-24,6,-,tea\n2026-11-25,7,3,\n";
    let first = identities(rows, DATES, 1);
    assert_eq!(first, identities(rows, DATES, 2), "ids are new each time, identities are not");
    assert_eq!(BTreeSet::from_iter(first.clone()).len(), 3, "identical rows differ by their ordinal");
    let written_otherwise =
        "Notes;safe;Day;mood\r\n\"tea\";;24/11/2026;6,0\r\ntea;-;24/11/2026;6\r\n;3,00;25/11/2026;7\r\n";
    let other_map = DATES
        .replace("format = \"columns\"", "format = \"columns\"\ndelimiter = \";\"\ndecimal = \",\"")
        .replace("%Y-%m-%d", "%d/%m/%Y");
    assert_eq!(first, identities(written_otherwise, &other_map, 3));
    let longer = format!("{rows}2026-11-26,5,,\n");
    assert_eq!(first, identities(&longer, DATES, 4)[..3]);
    for changed in ["2026-11-23,6,-,tea", "2026-11-24,5,-,tea", "2026-11-24,6,6,tea", "2026-11-24,6,-,teas"] {
        let changed = rows.replacen("2026-11-24,6,-,tea", changed, 1);
        assert_ne!(first[0], identities(&changed, DATES, 1)[0], "{changed}");
    }
}

#[test]
fn identities_stay_the_same_from_version_to_version() {
    // Python: p = lambda *s: b"".join(len(x).to_bytes(8, "little") + x.encode() for x in s)
    // row = sha256(p("tidemark columns 1", "", "day", "2026-11-24", "value", "felt_safe 3", "value", "mood 6",
    //              "note", "tea")).digest()
    // sha256(row + (1).to_bytes(8, "little") + b"check_in").hexdigest()
    let row = identities("Day,mood,safe,Notes\n2026-11-24,6,3,tea\n", DATES, 1);
    let Identity::Content(digest) = row[0] else { panic!("a content identity") };
    let hex: String = digest.iter().fold(String::new(), |text, byte| format!("{text}{byte:02x}"));
    assert_eq!(hex, "0c943720134c66ad4d9b8030c2b604565fbc3f6eac3ba026a3b93cf07359113b");
}

#[test]
fn a_session_row_gives_a_session_and_the_ratings_around_it() {
    let folder = inputs("valid/columns");
    let import = take(&folder.join("sessions.csv"), &folder.join("sessions.map.toml")).unwrap();
    let kinds: Vec<_> = import.records.iter().map(|r| (r.line, r.record.kind().code())).collect();
    assert_eq!(
        kinds,
        [
            (2, "check_in"),
            (2, "session"),
            (2, "session_rating"),
            (2, "session_rating"),
            (3, "check_in"),
            (4, "session"),
            (4, "session_rating"),
        ]
    );
    let read = sorted(import.records.iter().map(|r| r.record.clone()));
    let session = read.sessions[0].parts();
    assert_eq!(session.started.to_iso(), "2026-11-24T14:00:00+01:00");
    assert_eq!(session.ended.unwrap().to_iso(), "2026-11-24T15:00:00+01:00");
    assert_eq!((session.modality.code(), session.pressure_asked.unwrap().step()), ("other", 2));
    assert_eq!(read.sessions[1].parts().modality.code(), "chair");
    assert!(read.session_ratings.iter().all(tidemark_model::SessionRating::counts));
    assert!(read.session_ratings.iter().take(2).all(|r| r.parts().session == session.id));
    let all: BTreeSet<_> = import.records.iter().map(|r| r.identity).collect();
    assert_eq!(all.len(), import.records.len());
}

#[test]
fn a_map_that_cannot_be_meant_is_refused_with_its_field() {
    let said = |map: &str| ColumnMap::parse(map).unwrap_err().to_string();
    assert_eq!(
        said("format = \"columns\"\n[[measure]]\nid = \"mood\"\ncolumn = \"m\"\n"),
        "the column map: date or time takes one of the two"
    );
    // What the map says is not repeated: a label in it is the person's own.
    assert_eq!(
        said("format = \"columns\"\ncolour = 3\n"),
        "the column map is not readable, line 2 (expected one of `format`, `delimiter`, `decimal`, `missing`, `date`, \
         `time`, `note`, `session`, `measure`)"
    );
    assert_eq!(said("note = \"x\"\n"), "the column map is not readable, line 1 (missing field `format`)");
    assert_eq!(
        said("format = \"columns\"\nlabel = \"mine\" \"\n"),
        "the column map is not readable, line 2 (expected newline, `#`)"
    );
    assert_eq!(
        said(&DATES.replace("%Y-%m-%d", "%d/%m")),
        "the column map: date.format takes a format that gives a date and no time, such as %d/%m/%Y"
    );
    assert_eq!(
        said(&TIMES.replace("%H:%M", "%Q")),
        "the column map: time.format takes a format that gives a date and a time, such as %d/%m/%Y %H:%M"
    );
    assert_eq!(
        said(&DATES.replace("felt_safe", "mood")),
        "the column map: measure mood takes one place in the map"
    );
    assert_eq!(said(&DATES.replace("\"mood\"\ncol", "\"Mood\"\ncol")), "the column map: measure.id");
    assert!(matches!(ColumnMap::parse("format = \"daylio\""), Err(MapError::Field { .. })));
}

#[test]
fn a_measure_of_the_diary_keeps_its_scale_and_a_new_one_needs_one() {
    let said = |from: &str, to: &str| {
        let map = DATES.replace(from, to);
        plain("Day,mood,safe,Notes\n", &map, &built_in::measures(), 1).unwrap_err().to_string()
    };
    assert_eq!(
        said("id = \"mood\"", "id = \"mood\"\nmax = 7"),
        "measure mood is in this diary with another max: leave that out, or use another id"
    );
    assert_eq!(
        said("id = \"mood\"", "id = \"new\"\nmax = 7"),
        "measure new is new to this diary: the column map needs its label"
    );
    let agrees = DATES.replace(
        "id = \"mood\"",
        "id = \"mood\"\nmin = 0\nmax = \"10\"\nstep = 1.0\ndirection = \"higher_better\"",
    );
    assert_eq!(plain("Day,mood,safe,Notes\n", &agrees, &built_in::measures(), 1).unwrap().measures, []);
}

#[test]
fn local_times_without_a_zone_are_refused() {
    let map = ColumnMap::parse(TIMES).unwrap();
    let context =
        ImportContext { recorded: at("2026-12-01T12:00Z", None), rollover: Rollover::default(), zone: None };
    let refused =
        read(&map, &built_in::measures(), b"When,mood\n", "f.csv", &context, &mut SeededEntropy::new(1));
    assert!(matches!(refused, Err(ImportError::NoZone { .. })));
}

#[test]
fn a_thousand_row_errors_are_kept_and_all_are_counted() {
    let file = "Day,mood,safe,Notes\n".to_owned() + &"2026-11-24,11,12,\n".repeat(1200);
    let import = plain(&file, DATES, &built_in::measures(), 1).unwrap();
    assert_eq!((import.rejected.len(), import.rejected_rows), (1000, 1200));
    assert_eq!(import.rejected[1].to_string(), "f.csv, line 2, column safe (3): felt_safe takes 0 to 10");
}
