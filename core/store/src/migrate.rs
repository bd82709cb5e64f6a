//! Which schema a diary has, and how an older one becomes the newest: numbered, frozen files, one transaction each.

use std::path::Path;

use rusqlite::{Connection, TransactionBehavior};

use crate::StoreError;

/// All migrations in order; the schema's number is the count of those applied. Landed files never change: a test pins
/// their bytes.
pub(crate) const MIGRATIONS: &[&str] = &[
    include_str!("../migrations/0001_diary.sql"),
    include_str!("../migrations/0002_everyday.sql"),
    include_str!("../migrations/0003_people_and_plans.sql"),
];

/// `TMRK` in ASCII: tells a diary from other SQLite files.
pub(crate) const APPLICATION_ID: i32 = 0x544D_524B;

/// Applies what is missing up to schema `to`.
pub(crate) fn migrate(connection: &mut Connection, path: &Path, to: u32) -> Result<(), StoreError> {
    let doing = "bringing the diary to this version";
    let failed = |source| StoreError::database(doing, path, source);
    let found: u32 = connection.pragma_query_value(None, "user_version", |row| row.get(0)).map_err(failed)?;
    let known = u32::try_from(MIGRATIONS.len()).unwrap_or(u32::MAX);
    if found > known || to > known {
        return Err(StoreError::Newer { found: found.max(to), known });
    }
    let missing = |version: &u32| found < *version && *version <= to;
    for (sql, version) in MIGRATIONS.iter().zip(1_u32..).filter(|(_, version)| missing(version)) {
        let tx = connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(failed)?;
        tx.execute_batch(sql).map_err(failed)?;
        tx.pragma_update(None, "user_version", version).map_err(failed)?;
        if version == 1 {
            tx.pragma_update(None, "application_id", APPLICATION_ID).map_err(failed)?;
        }
        tx.commit().map_err(failed)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use sha2::{Digest, Sha256};

    use super::*;

    #[test]
    fn landed_migrations_keep_their_bytes() {
        // `sha256sum core/store/migrations/*.sql`; a diary in the field was made by exactly these bytes.
        let landed = [
            "002a7885ad708f8999ea83ec10cbc625964daad4a499ee269c94331ac1a83edb",
            "8c79eecb64ce650e88054a58e436e7180e0bdffab088b2885c679fab400fbae9",
            "01d6d4bc0c304614e71cc6a12fa87a730f38da434a3bec4b3241614f71e00947",
        ];
        let bytes = |sql: &str| {
            Sha256::digest(sql).iter().fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"))
        };
        assert_eq!(MIGRATIONS.iter().map(|sql| bytes(sql)).collect::<Vec<_>>(), landed);
    }
}
