//! How the fields that every record carries are written to and read from its row.

use rusqlite::types::{FromSqlError, ValueRef};
use rusqlite::{Row, RowIndex};
use tidemark_model::{
    Instant, Invalid, LogicalDate, Moment, Period, RecordId, RecordedBy, Rollover, Source, Stamp, UtcOffset,
    ZoneName,
};

use crate::store::Answer;

/// A broken rule, carried through the database's own error type until the table's name is known.
pub(crate) fn broken(invalid: Invalid) -> rusqlite::Error {
    FromSqlError::Other(Box::new(invalid)).into()
}

/// An id column of 16 bytes.
pub(crate) fn id<T: RecordId>(row: &Row<'_>, column: impl RowIndex) -> Answer<T> {
    match row.get_ref(column)? {
        ValueRef::Blob(bytes) => {
            let bytes: [u8; 16] = bytes.try_into().map_err(|_| FromSqlError::InvalidType)?;
            Ok(T::from_bytes(bytes))
        }
        _ => Err(FromSqlError::InvalidType.into()),
    }
}

/// A moment that may be absent, from its three columns.
pub(crate) fn optional_moment(
    row: &Row<'_>,
    at: usize,
    offset: usize,
    zone: usize,
) -> Answer<Option<Moment>> {
    let absent = row.get_ref(at)? == ValueRef::Null;
    if absent { Ok(None) } else { moment(row, at, offset, zone).map(Some) }
}

/// A moment from its three columns.
pub(crate) fn moment(row: &Row<'_>, at: usize, offset: usize, zone: usize) -> Answer<Moment> {
    Ok(Moment {
        instant: Instant::from_millis(row.get(at)?).map_err(broken)?,
        offset: UtcOffset::new(row.get(offset)?).map_err(broken)?,
        // A zone that a newer database of zones has renamed is kept as unknown; the offset is what counts.
        zone: match row.get_ref(zone)? {
            ValueRef::Null => None,
            name => ZoneName::new(name.as_str()?).ok(),
        },
    })
}

/// The stamp columns, which every statement has side by side in this order from `recorded_at` on.
pub(crate) fn stamp(row: &Row<'_>, at: usize) -> Answer<Stamp> {
    let deleted: Option<i64> = row.get(at + 6)?;
    Ok(Stamp {
        recorded: moment(row, at, at + 1, at + 2)?,
        revision: row.get(at + 3)?,
        recorded_by: RecordedBy::from_code(row.get_ref(at + 4)?.as_str()?).map_err(broken)?,
        source: Source::from_code(row.get_ref(at + 5)?.as_str()?).map_err(broken)?,
        deleted_at: deleted.map(Instant::from_millis).transpose().map_err(broken)?,
    })
}

/// A date column.
pub(crate) fn date(row: &Row<'_>, column: usize) -> Answer<LogicalDate> {
    row.get_ref(column)?.as_str()?.parse().map_err(broken)
}

/// The end of the day in force.
pub(crate) fn rollover(row: &Row<'_>, column: usize) -> Answer<Rollover> {
    Rollover::new(row.get(column)?).map_err(broken)
}

/// First and last day as the queries take them; all days without a period.
pub(crate) fn bounds(period: Option<Period>) -> (String, String) {
    period.map_or_else(
        || ("0000-00-00".to_owned(), "9999-99-99".to_owned()),
        |p| (p.from().to_string(), p.to().to_string()),
    )
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    #[test]
    fn every_statement_that_reads_a_stamp_has_its_columns_side_by_side() {
        const STAMP: &str = "recorded_at, offset_s, zone_id, revision, recorded_by, source, deleted_at";
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let mut read = 0;
        for folder in std::fs::read_dir(source).unwrap().map(|entry| entry.unwrap().path()) {
            for name in ["all.sql", "between.sql", "one.sql", "running.sql"] {
                let Ok(text) = std::fs::read_to_string(folder.join(name)) else { continue };
                let words = text.split_whitespace().map(|word| word.rsplit('.').next().unwrap_or(word));
                let text = words.collect::<Vec<_>>().join(" ");
                // Day ratings, the revision log and imports read some of these columns by place or name, and no stamp.
                if text.contains("deleted_at FROM") {
                    assert!(text.contains(STAMP), "{}/{name}", folder.display());
                    read += 1;
                }
            }
        }
        assert!(read > 30, "{read} statements");
    }
}
