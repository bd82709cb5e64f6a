//! Any bytes as a column map: no panic, and the same text gives the same map.

use tidemark_exchange::columns::ColumnMap;

/// Reads the bytes as a column map.
pub fn column_map(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let read = || ColumnMap::parse(&text).map(|map| format!("{map:?}")).map_err(|error| error.to_string());
    assert_eq!(read(), read(), "the same text gave two maps");
}
