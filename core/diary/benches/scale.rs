//! How fast is a diary of decades? One table: each operation at three sizes, its peers beside it, and its growth.
//!
//! `cargo bench -p tidemark --bench scale` prints the table of docs/benchmarks.md; sizes may follow (`-- 10000 100000`).
//! `-- only WORDS 100000` times the operations with these words in their names.
//! `-- keep FOLDER SIZE` makes a diary and leaves it there; `-- once OPERATION FOLDER` does one thing with it, for a
//! program that counts instructions. Refuses to judge: targets stand in the document, not here.

#![allow(
    missing_docs,
    unreachable_pub,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a benchmark may fail loudly and prints"
)]

#[path = "scale/clock.rs"]
mod clock;
#[path = "scale/decades.rs"]
#[allow(dead_code, reason = "the store's tests ask it for more")]
mod decades;
#[path = "scale/once.rs"]
mod once;
#[path = "scale/peer.rs"]
mod peer;
#[path = "scale/room.rs"]
mod room;
#[path = "scale/table.rs"]
mod table;

use std::path::Path;

use clock::{Times, times};
use room::Room;
use table::Table;
use tidemark::Span;
use tidemark::exchange::csv::CsvOptions;

fn main() {
    // `cargo bench` adds this flag for harnesses.
    let args: Vec<String> = std::env::args().skip(1).filter(|arg| arg != "--bench").collect();
    match args.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["keep", folder, size] => drop(Room::make(Path::new(folder), size.parse().unwrap())),
        ["once", operation, folder] => once::once(operation, &Room::found(Path::new(folder))),
        [] => compare(vec![10_000, 100_000, 1_000_000], ""),
        ["only", operation, sizes @ ..] => compare(numbers(sizes), operation),
        sizes => compare(numbers(sizes), ""),
    }
}

fn numbers(sizes: &[&str]) -> Vec<u32> {
    sizes.iter().map(|size| size.parse().unwrap()).collect()
}

/// Takes an operation's name and what times it.
type Put<'p> = dyn FnMut(&str, &mut dyn FnMut() -> Times) + 'p;

fn compare(sizes: Vec<u32>, only: &str) {
    let mut table = Table::new(sizes.clone());
    for size in sizes {
        let disk = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
        measure(&mut table, size, &disk.path().join("diary"), only);
    }
    println!("{}", table.markdown());
}

/// Every operation on one diary, then the writes, each on a disk and, where there is one, in memory.
fn measure(table: &mut Table, size: u32, path: &Path, only: &str) {
    let room = Room::make(path, size);
    // Slow things are run less often where the diary is large.
    let few = if size > 300_000 { 3 } else { 11 };
    let mut put = |operation: &str, act: &mut dyn FnMut() -> Times| {
        if operation.contains(only) {
            table.put(operation, size, act());
        }
    };
    let month = room::last_month();
    let span = Span { from: Some(month.from()), to: Some(month.to()) };

    put("open with the key file", &mut || times(51, || (), |()| room.open()));
    put("· SQLCipher alone: key, first read", &mut || times(51, || (), |()| peer::open(&room)));
    let json = |diary: &tidemark::Diary| serde_json::to_vec(&diary.log(span).unwrap()).unwrap();
    put("a month as JSON, just opened", &mut || times(31, || room.open(), |diary| json(diary)));
    let diary = room.open();
    put("a month as JSON, again", &mut || times(101, || (), |()| json(&diary)));
    put("a month's records, again", &mut || times(101, || (), |()| diary.records(span).unwrap()));
    put("trends over everything", &mut || {
        times(few, || room.open(), |d| d.trends(&[], Span::default()).unwrap())
    });
    put("changes around sessions over everything", &mut || {
        times(few, || room.open(), |d| d.changes(&[], Span::default()).unwrap())
    });
    let today = month.to();
    put("the days a report covers", &mut || times(few, || room.open(), |d| d.report_period(today).unwrap()));
    put("every record", &mut || times(few, || room.open(), |d| d.records(Span::default()).unwrap()));
    put("verify", &mut || times(few.min(5), || room.open(), |d| d.verify().unwrap()));
    drop(diary);

    writes(&mut put, &room, size);
}

fn writes(put: &mut Put<'_>, room: &Room, size: u32) {
    let scratch = tempfile::tempdir_in(room.folder().parent().unwrap()).unwrap();
    if size <= 100_000 {
        let out = scratch.path().join("csv");
        let with_notes = CsvOptions { include_notes: true, ..CsvOptions::default() };
        let write = || room.open().write_csv(&out, Span::default(), &with_notes, room::now()).unwrap();
        put("the CSV folder, written", &mut || times(3, || (), |()| write()));
        put("· read back", &mut || {
            times(3, || room.open(), |diary| diary.read_import(&out, None, None, None, room::now()).unwrap())
        });
        put("· compared and added to an empty diary", &mut || {
            times(
                3,
                || room::empty(&scratch, &out, None),
                |into| into.0.apply_import(&into.1, false, room::now()).unwrap(),
            )
        });
    }
    let sealed = scratch.path().join("backup");
    let few = if size > 300_000 { 3 } else { 5 };
    put("backup", &mut || times(few, || room.open(), |d| d.backup(&sealed, None, room::now()).unwrap()));
    put("· the database file copied and synced", &mut || times(few, || (), |()| peer::copy(room, &scratch)));
    put("restore to an empty place", &mut || {
        times(
            few.min(3),
            || scratch.path().join(format!("restored-{}", room::fresh())),
            |to| room::restore(&sealed, to),
        )
    });
    let file = scratch.path().join("rows.csv");
    std::fs::write(&file, room::rows(size)).unwrap();
    let few = if size > 300_000 { 1 } else { 3 };
    put("import of as many rows: all of it", &mut || {
        times(
            few,
            || room::bare(&scratch),
            |into| {
                let import = into.read_import(&file, None, Some(room::MAP), None, room::now()).unwrap();
                into.preview_import(&import).unwrap();
                into.apply_import(&import, false, room::now()).unwrap()
            },
        )
    });
    put("· reading the file", &mut || {
        times(
            few,
            || room::bare(&scratch),
            |into| into.read_import(&file, None, Some(room::MAP), None, room::now()).unwrap(),
        )
    });
    put("· the csv crate and bare inserts", &mut || times(few, || (), |()| peer::import(&scratch, &file)));

    put("save a check-in, on disk", &mut || room.saves(room.folder()));
    put("· 4 KiB appended and synced, same disk", &mut || peer::sync(room.folder()));
    put("save a session with two ratings, on disk", &mut || room.session_saves(room.folder()));
    let memory = Path::new("/dev/shm");
    if memory.is_dir() {
        let memory = tempfile::tempdir_in(memory).unwrap();
        let copy = room.copy(&memory.path().join("diary"));
        put("save a check-in, in memory", &mut || copy.saves(copy.folder()));
        put("· 4 KiB appended and synced, in memory", &mut || peer::sync(copy.folder()));
        put("save a session with two ratings, in memory", &mut || copy.session_saves(copy.folder()));
    }
}
