//! What the same work costs without us: a bare opening, a bare sync of the same disk, bare inserts of the same rows.

use std::fs::OpenOptions;
use std::io::Write as _;
use std::path::Path;

use rusqlite::{Connection, params};
use tempfile::TempDir;

use super::clock::{Times, times};
use super::room::Room;

fn keyed(path: &Path, key: [u8; 32]) -> Connection {
    let connection = Connection::open(path).unwrap();
    let hex = key.iter().fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"));
    connection.execute_batch(&format!("PRAGMA key = \"x'{hex}'\";")).unwrap();
    connection
}

/// Opens the database of a diary with its key and reads once.
pub fn open(room: &Room) -> i64 {
    let path = tidemark_store::DiaryFolder::new(room.folder()).database();
    let connection = keyed(&path, *room.key().to_bytes());
    connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0)).unwrap()
}

/// Appends 4 KiB to a file on the same volume and waits until they are there.
pub fn sync(folder: &Path) -> Times {
    let path = folder.parent().unwrap().join("synced");
    let mut file = OpenOptions::new().create(true).append(true).open(&path).unwrap();
    let taken = times(
        301,
        || (),
        |()| {
            file.write_all(&[7; 4096]).unwrap();
            file.sync_data().unwrap();
        },
    );
    std::fs::remove_file(path).unwrap();
    taken
}

/// Copies the database file of a diary and waits until the copy is there.
pub fn copy(room: &Room, scratch: &TempDir) -> u64 {
    let to = scratch.path().join("copied");
    let bytes = std::fs::copy(tidemark_store::DiaryFolder::new(room.folder()).database(), &to).unwrap();
    std::fs::File::open(&to).unwrap().sync_all().unwrap();
    bytes
}

/// Reads the rows with the csv crate and inserts them into two bare tables, one transaction, same cipher.
pub fn import(scratch: &TempDir, file: &Path) -> u64 {
    let path = tempfile::tempdir_in(scratch.path()).unwrap().keep().join("bare.db");
    let mut connection = keyed(&path, [7; 32]);
    let tables = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
        CREATE TABLE entry (id INTEGER PRIMARY KEY, at TEXT NOT NULL, note TEXT) STRICT;
        CREATE INDEX entry_by_time ON entry (at);
        CREATE TABLE value (entry_id INTEGER NOT NULL, measure TEXT NOT NULL, value INTEGER NOT NULL,
                            PRIMARY KEY (entry_id, measure)) STRICT, WITHOUT ROWID;";
    connection.execute_batch(tables).unwrap();
    let tx = connection.transaction().unwrap();
    let mut rows = 0;
    {
        let mut entry = tx.prepare("INSERT INTO entry (id, at, note) VALUES (?1, ?2, ?3)").unwrap();
        let mut value =
            tx.prepare("INSERT INTO value (entry_id, measure, value) VALUES (?1, ?2, ?3)").unwrap();
        for row in csv::Reader::from_path(file).unwrap().records() {
            let row = row.unwrap();
            rows += 1;
            entry.execute(params![rows, &row[0], &row[2]]).unwrap();
            value.execute(params![rows, "mood", row[1].parse::<i64>().unwrap()]).unwrap();
        }
    }
    tx.commit().unwrap();
    u64::try_from(rows).unwrap()
}
