//! Any bytes as a CSV file, read with one of a few maps: what is taken is no more than there are rows.

use tidemark_exchange::ImportContext;
use tidemark_exchange::columns::{ColumnMap, read};
use tidemark_model::{Moment, Rollover, SeededEntropy, built_in};

const MAPS: [&str; 4] = [
    include_str!("../../../tests/inputs/valid/columns/map.toml"),
    include_str!("../../../tests/inputs/valid/columns/sessions.map.toml"),
    include_str!("../../../tests/inputs/valid/columns/twelve-hours.map.toml"),
    include_str!("../../../tests/inputs/valid/columns/long/diary.map.toml"),
];

/// Reads the bytes after the first as a CSV file; the first picks the map.
pub fn csv_columns(data: &[u8]) {
    let Some((first, bytes)) = data.split_first() else { return };
    let Some(map) = MAPS.get(usize::from(*first) % MAPS.len()) else { return };
    let Ok(map) = ColumnMap::parse(map) else { return };
    let Ok(recorded) = Moment::parse("2026-11-24T12:00:00+01:00") else { return };
    let context = ImportContext { recorded, rollover: Rollover::default(), zone: None };
    let entropy = &mut SeededEntropy::new(1);
    if let Ok(import) = read(&map, &built_in::measures(), bytes, "f.csv", &context, entropy) {
        // A row makes at most a check-in, a session and two ratings of it.
        let rows = bytes.iter().filter(|b| matches!(b, b'\n' | b'\r')).count() + 1;
        assert!(import.records.len() <= rows * 4, "more records than rows");
    }
}
