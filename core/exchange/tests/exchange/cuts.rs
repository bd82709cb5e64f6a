//! Files cut anywhere, and bytes that are no file at all: refused or told, never read as more, never a panic.

use std::fs;

use proptest::prelude::*;
use tidemark_exchange::columns::{ColumnMap, read};
use tidemark_exchange::{ChoiceKind, Import, ImportContext, ImportError, csv};
use tidemark_model::{Records, Rollover, SeededEntropy, built_in};

use crate::folder::exported;
use crate::round_trip::WITH_NOTES;
use crate::sample::{at, diary};

const MAP: &str = "format = \"columns\"\ndate = { column = \"Day\", format = \"%Y-%m-%d\" }\nnote = \"Notes\"\n\
                   [[measure]]\nid = \"mood\"\ncolumn = \"mood\"\n";
const FILE: &str =
    "Day,mood,Notes\r\n2026-11-24,10,\"a \"\"b\"\"\r\nc, é\"\r\n2026-11-25,7,tea\r\n2026-11-26,,\"🙂\"\r\n";

fn take(bytes: &[u8]) -> Result<Import, ImportError> {
    let map = ColumnMap::parse(MAP).unwrap();
    let context =
        ImportContext { recorded: at("2026-11-27T12:00Z", None), rollover: Rollover::default(), zone: None };
    read(&map, &built_in::measures(), bytes, "f.csv", &context, &mut SeededEntropy::new(1))
}

#[test]
fn a_foreign_file_cut_anywhere_is_refused_or_told_except_between_rows() {
    let whole = take(FILE.as_bytes()).unwrap();
    assert_eq!((whole.records.len(), whole.rejected.len(), whole.choices.len()), (3, 0, 0));
    for end in 0..FILE.len() {
        let cut = &FILE.as_bytes()[..end];
        // Rows end at bytes 16, 48 and 66, by hand; a byte less leaves the CR of a CRLF, which ends a row too.
        let between_rows = [15, 16, 47, 48, 65, 66, FILE.len() - 1].contains(&end);
        match take(cut) {
            Err(_) => assert!(!between_rows, "{end}"),
            Ok(import) => {
                let told = import.choices.iter().any(|c| c.kind == ChoiceKind::NoFinalLineBreak);
                assert!(between_rows || told, "cut at {end} goes unseen");
                let first: Vec<_> = import.records.iter().zip(&whole.records).collect();
                let full = first.iter().filter(|(a, b)| a.identity == b.identity).count();
                // Every row but a last one without line break says what it said in the whole file.
                assert!(full + usize::from(told) >= import.records.len(), "{end}");
            }
        }
    }
}

/// One check-in with one value and one with a note, and only the measure they need.
fn small() -> Records {
    let mut records = diary();
    records.check_ins = records.check_ins.drain(1..3).collect();
    records.measures.retain(|measure| measure.id().as_str() == "stress");
    Records { check_ins: records.check_ins, measures: records.measures, ..Records::default() }
}

#[test]
fn a_folder_of_ours_with_any_file_cut_anywhere_is_refused() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("csv");
    csv::write(&small(), &WITH_NOTES, &folder).unwrap();
    let whole = csv::read(&folder).unwrap();
    for file in ["observations.csv", "check_ins.csv"] {
        let bytes = fs::read(folder.join(file)).unwrap();
        for end in 0..bytes.len() {
            fs::write(folder.join(file), &bytes[..end]).unwrap();
            match csv::read(&folder) {
                Err(_) => assert!(end < bytes.len() - 1, "{file} without its last line feed"),
                // Only the line feed of the last CRLF is gone: every row is whole.
                Ok(import) => {
                    assert_eq!((end, &import.records), (bytes.len() - 1, &whole.records), "{file}");
                    assert_eq!(import.choices[0].kind, ChoiceKind::ChangedSinceWritten);
                }
            }
        }
        fs::write(folder.join(file), &bytes).unwrap();
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn no_bytes_make_a_reader_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = take(&bytes);
    }

    #[test]
    fn no_rows_make_a_reader_panic(
        body in "([\"0-9,;\r\n/:é.\u{2212}-]|2026-11-2|-262143-01-01|99999999999){0,60}",
        format in "%[a-zA-Z0-9:#.+-]{1,3}[/ ]?%[a-zA-Z]?",
    ) {
        let file = format!("Day,mood,Notes\n{body}");
        let _ = take(file.as_bytes());
        let any = MAP.replace("%Y-%m-%d", &format);
        if let Ok(map) = ColumnMap::parse(&any) {
            let recorded = at("2026-11-27T12:00Z", None);
            let context = ImportContext { recorded, rollover: Rollover::default(), zone: None };
            let _ = read(&map, &built_in::measures(), file.as_bytes(), "f", &context, &mut SeededEntropy::new(1));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_damage_makes_the_folder_reader_panic(at in 0_usize..4000, byte: u8, file in 0_usize..3) {
        let (_place, folder) = exported();
        let path = folder.join(["observations.csv", "sessions.csv", "datapackage.json"][file]);
        let mut bytes = fs::read(&path).unwrap();
        let index = at % bytes.len();
        bytes[index] = byte;
        fs::write(&path, bytes).unwrap();
        let _ = csv::read(&folder);
    }
}
