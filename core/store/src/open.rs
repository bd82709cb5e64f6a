//! Making a diary and opening one: the cipher's settings, the checks before and after the key, the first migration.

use std::fs;
use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use tidemark_model::{Entropy, Instant, Measure, Rollover, ShortText};

use crate::folder::{has_log, parent, sync_folder};
use crate::key::secret_text;
use crate::load::newest_schema;
use crate::migrate::{APPLICATION_ID, migrate};
use crate::{DataKey, DiaryFolder, Passphrase, Recovery, Store, StoreError, restore, snapshot};

/// What a new diary is made from.
#[derive(Clone, Debug)]
pub struct NewDiary {
    /// When it is made.
    pub created_at: Instant,
    /// When the person's day ends.
    pub rollover: Rollover,
    /// Measures it starts with.
    pub measures: Vec<Measure>,
    /// For sample diaries: the words printed on every page made from it.
    pub sample_label: Option<ShortText>,
}

/// Makes a diary folder at `path` and opens it. It appears whole, under its name, only when everything is on disk.
///
/// # Errors
/// [`StoreError::Exists`] when something other than an empty folder is there; [`StoreError::Full`],
/// [`StoreError::Io`], [`StoreError::Database`]. Nothing is left behind.
pub fn create(
    path: &Path,
    passphrase: &Passphrase,
    new: &NewDiary,
    entropy: &mut dyn Entropy,
) -> Result<(Store, DataKey), StoreError> {
    restore::settle(&DiaryFolder::new(path))?;
    let occupied = fs::symlink_metadata(path).is_ok_and(|about| {
        !about.is_dir() || fs::read_dir(path).map_or(true, |mut entries| entries.next().is_some())
    });
    if occupied {
        return Err(StoreError::Exists { path: path.to_path_buf() });
    }
    let key = DataKey::generate(entropy);
    let mut suffix = [0_u8; 8];
    entropy.fill(&mut suffix);
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let workshop = parent(path).join(format!(".{name}.new-{:016x}", u64::from_le_bytes(suffix)));
    if !parent(path).is_dir() {
        let missing = std::io::Error::from(std::io::ErrorKind::NotFound);
        return Err(StoreError::io("looking for the folder", parent(path))(missing));
    }
    let made = build(&workshop, &key, passphrase, new, entropy).and_then(|()| {
        fs::rename(&workshop, path).map_err(StoreError::io("putting the new diary at", path))?;
        sync_folder(parent(path))
    });
    if let Err(error) = made {
        // Only what this call made, under a random name, is removed.
        let _ = fs::remove_dir_all(&workshop);
        return Err(error);
    }
    Ok((Store::open(DiaryFolder::new(path), &key)?, key))
}

fn build(
    workshop: &Path,
    key: &DataKey,
    passphrase: &Passphrase,
    new: &NewDiary,
    entropy: &mut dyn Entropy,
) -> Result<(), StoreError> {
    own_folder(workshop)?;
    let folder = DiaryFolder::new(workshop);
    let recovery = Recovery::new(key.clone());
    recovery.write(&folder.recovery(), passphrase)?;
    let connection = fresh(&folder, key, newest_schema())?;
    let mut store = Store::new(folder, connection);
    store.begin_diary(new, &recovery.backup_recipient()?, entropy)?;
    store.close()?;
    sync_folder(workshop)
}

/// Makes a folder that only its owner can look into.
pub(crate) fn own_folder(path: &Path) -> Result<(), StoreError> {
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt;
        builder.mode(0o700);
    }
    builder.create(path).map_err(StoreError::io("creating", path))
}

/// Makes the database of a folder that has none, with the tables of `schema`.
pub(crate) fn fresh(folder: &DiaryFolder, key: &DataKey, schema: u32) -> Result<Connection, StoreError> {
    let path = folder.database();
    own_file(&path)?;
    let mut connection = connect(&path, key, READ_WRITE, include_str!("open/settings.sql"))?;
    migrate(&mut connection, &path, schema)?;
    Ok(connection)
}

/// Makes the empty file that becomes the database, mode 0600; its log takes over the mode.
pub(crate) fn own_file(path: &Path) -> Result<(), StoreError> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options.open(path).map(drop).map_err(StoreError::io("creating", path))
}

/// Opens the database of an existing diary and brings it to the newest schema.
pub(crate) fn open(folder: &DiaryFolder, key: &DataKey) -> Result<Connection, StoreError> {
    folder.check()?;
    let log_was_left = folder.has_log();
    let path = folder.database();
    let mut connection = connect(&path, key, READ_WRITE, include_str!("open/settings.sql"))?;
    check_application(&connection, &path)?;
    if log_was_left {
        look_through(&connection, &path)?;
    }
    snapshot::before_migration(folder, &connection)?;
    migrate(&mut connection, &path, newest_schema())?;
    move_log_on_close(&connection, true)
        .map_err(|source| StoreError::database("opening the diary", &path, source))?;
    Ok(connection)
}

/// Reads every page that a table or an index uses, through a log that another opening left.
///
/// Moving a log that belongs to another diary would put its pages in the place of ours for good. The log carries no name,
/// but the seals tell.
fn look_through(connection: &Connection, path: &Path) -> Result<(), StoreError> {
    let doing = "reading the log of the last time";
    let answer: Result<String, _> = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0));
    if !seals_held(connection).map_err(|source| StoreError::database(doing, path, source))? {
        return Err(StoreError::Damaged { path: path.to_path_buf(), doing, source: None });
    }
    match answer.map_err(|source| StoreError::database(doing, path, source))?.as_str() {
        "ok" => Ok(()),
        _ => Err(StoreError::Damaged { path: path.to_path_buf(), doing, source: None }),
    }
}

/// Moves the log of `schema` into its database and empties it, without waiting for anybody; when another program is
/// reading, the log stays for the next time.
///
/// Emptied, because SQLite goes by the log first: a flipped byte in a log that was moved and stayed would show older pages
/// of it over newer ones of the database, and with them parts of entries.
pub(crate) fn move_log(c: &Connection, schema: &str) -> Result<(), rusqlite::Error> {
    let waits: u32 = c.query_row("PRAGMA busy_timeout", [], |row| row.get(0))?;
    c.busy_timeout(Duration::ZERO)?;
    let moved = c.query_row(&format!("PRAGMA {schema}.wal_checkpoint(TRUNCATE)"), [], |_| Ok(()));
    c.busy_timeout(Duration::from_millis(waits.into()))?;
    moved
}

/// Whether every page read so far had a whole seal; the cipher remembers the first that had not.
pub(crate) fn seals_held(connection: &Connection) -> Result<bool, rusqlite::Error> {
    connection.query_row("PRAGMA cipher_status", [], |row| row.get(0)).map(|status: String| status == "1")
}

/// Whether SQLite moves the log when the last opening goes away. Off until a diary was found whole, and again when a page
/// was not: a file in doubt stays as it is.
pub(crate) fn move_log_on_close(connection: &Connection, moves: bool) -> Result<(), rusqlite::Error> {
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, !moves).map(drop)
}

/// Prepared statements kept.
const STATEMENTS: usize = 64;

/// Makes the database write over the copies it made of the statement with the key.
///
/// They lie in slots of 128 bytes beside the connection, 234 of them, which SQLite does not wipe. Reading a literal of
/// this length fills one (72 bytes for what it is, 56 for its text) and there are more literals than slots; twice,
/// because the first time a smaller thing lies in one of the slots. `tests/memory` sees whether it still works. The
/// other way, `cipher_memory_security`, wipes everything and took opening from 2 to 20 ms, reading from 10 to 50.
pub(crate) fn scrub(connection: &Connection) {
    let literals = vec!["'-----------------------------------------------------'"; 320];
    let statement = format!("SELECT {}", literals.join(","));
    for _ in 0..2 {
        // Reading the text is enough; with a wrong key or a damaged first page it goes no further, and the caller's
        // own first read is the one that tells so.
        let _ = connection.prepare(&statement);
    }
}

/// Refuses a database that the key opens but that is no diary.
pub(crate) fn check_application(connection: &Connection, path: &Path) -> Result<(), StoreError> {
    let application: i32 = connection
        .pragma_query_value(None, "application_id", |row| row.get(0))
        .map_err(|source| StoreError::database("opening the diary", path, source))?;
    if application != APPLICATION_ID {
        let path = path.to_path_buf();
        return Err(StoreError::NotADiary { path, reason: "the key opens it, but it is not a diary" });
    }
    Ok(())
}

pub(crate) const READ_WRITE: OpenFlags =
    OpenFlags::SQLITE_OPEN_READ_WRITE.union(OpenFlags::SQLITE_OPEN_NO_MUTEX);
pub(crate) const READ_ONLY: OpenFlags =
    OpenFlags::SQLITE_OPEN_READ_ONLY.union(OpenFlags::SQLITE_OPEN_NO_MUTEX);

/// Opens the database at `path` and gives it `settings`.
pub(crate) fn connect(
    path: &Path,
    key: &DataKey,
    flags: OpenFlags,
    settings: &str,
) -> Result<Connection, StoreError> {
    let failed = |source| StoreError::database("opening the diary", path, source);
    let connection = keyed(path, key, flags)?;
    // The first read is the moment the key is tried.
    let _tables: i64 =
        connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0)).map_err(failed)?;
    connection.execute_batch(settings).map_err(failed)?;
    if cfg!(target_vendor = "apple") {
        let full = "PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON;";
        connection.execute_batch(full).map_err(failed)?;
    }
    Ok(connection)
}

/// Opens the database at `path` and names the key, which nothing has tried yet.
pub(crate) fn keyed(path: &Path, key: &DataKey, flags: OpenFlags) -> Result<Connection, StoreError> {
    let failed = |source| StoreError::database("opening the diary", path, source);
    let connection = Connection::open_with_flags(path, flags).map_err(failed)?;
    // Only a log that is there can be moved wrongly; without one SQLite leaves no file behind when it closes.
    move_log_on_close(&connection, !has_log(path)).map_err(failed)?;
    connection.execute_batch("PRAGMA cipher_log_level = NONE").map_err(failed)?;
    // Alone in its statement: the database copies whatever stands behind it, too.
    let keyed = secret_text(&["PRAGMA key = \"x'", &key.hex(), "'\""]);
    connection.execute_batch(&keyed).map_err(failed)?;
    scrub(&connection);
    // One reading of all records asks each of the kinds; the usual 16 would be prepared anew each time.
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    Ok(connection)
}
