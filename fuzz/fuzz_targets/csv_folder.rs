//! A CSV folder of ours with any bytes in one of its files: no panic.
#![no_main]

use std::fs;
use std::sync::OnceLock;

use libfuzzer_sys::fuzz_target;
use tempfile::TempDir;
use tidemark_exchange::csv;

const FILES: [(&str, &[u8]); 9] = [
    ("observations.csv", include_bytes!("../../tests/inputs/valid/csv-folder/observations.csv")),
    ("check_ins.csv", include_bytes!("../../tests/inputs/valid/csv-folder/check_ins.csv")),
    ("sessions.csv", include_bytes!("../../tests/inputs/valid/csv-folder/sessions.csv")),
    ("session_ratings.csv", include_bytes!("../../tests/inputs/valid/csv-folder/session_ratings.csv")),
    ("measures.csv", include_bytes!("../../tests/inputs/valid/csv-folder/measures.csv")),
    ("medications.csv", include_bytes!("../../tests/inputs/valid/csv-folder/medications.csv")),
    ("medication_changes.csv", include_bytes!("../../tests/inputs/valid/csv-folder/medication_changes.csv")),
    ("visits.csv", include_bytes!("../../tests/inputs/valid/csv-folder/visits.csv")),
    ("datapackage.json", include_bytes!("../../tests/inputs/valid/csv-folder/datapackage.json")),
];

static PLACE: OnceLock<Option<TempDir>> = OnceLock::new();

fn place() -> Option<&'static TempDir> {
    let fill = || {
        let place = TempDir::new().ok()?;
        FILES.iter().all(|(name, bytes)| fs::write(place.path().join(name), bytes).is_ok()).then_some(place)
    };
    PLACE.get_or_init(fill).as_ref()
}

fuzz_target!(|data: &[u8]| {
    // The first byte picks the file that the rest replaces.
    let (Some((first, bytes)), Some(place)) = (data.split_first(), place()) else { return };
    let Some((name, whole)) = FILES.get(usize::from(*first) % FILES.len()) else { return };
    let path = place.path().join(name);
    if fs::write(&path, bytes).is_ok() {
        let _ = csv::read(place.path());
    }
    let _ = fs::write(&path, whole);
});
