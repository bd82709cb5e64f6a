//! Where a diary of decades lies while it is measured: its folder, its key file, and copies of it.

use std::fmt::Write as _;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use tempfile::TempDir;
use tidemark::exchange::Import;
use tidemark::model::{Moment, Period, RecordedBy, Rollover, SeededEntropy, Source, built_in};
use tidemark::{Backup, CheckInDraft, DataKey, Diary, Passphrase, Setup, Shell};
use tidemark_store::{DiaryFolder, NewDiary, Store};

use super::clock::{Times, times};
use super::decades::{self, Decades};

/// The moment at which everything is written down.
pub fn now() -> Moment {
    Moment::parse("2026-11-24T22:00Z").unwrap()
}

/// How the rows of [`rows`] are read.
pub const MAP: &str = r#"
format = "columns"
time = { column = "When", format = "%Y-%m-%d %H:%M", zone = "Europe/Dublin" }
note = "Note"
[[measure]]
column = "Mood"
id = "mood"
"#;

/// As many rows of another program's file, one value each, twenty-four a day.
pub fn rows(count: u32) -> String {
    let last: tidemark::model::LogicalDate = "2026-11-24".parse().unwrap();
    let mut text = String::from("When,Mood,Note\n");
    for row in 0..count {
        // A million rows begin in 1912; no clock change touches these hours.
        let day = last.plus_days(-i32::try_from(row / 24).unwrap()).unwrap();
        let (hour, minute) = (8 + row % 24 / 2, row % 2 * 30);
        let note = if row % 10 == 0 { "a walk, then tea" } else { "" };
        let _ = writeln!(text, "{day} {hour:02}:{minute:02},{},\"{note}\"", row % 11);
    }
    text
}

/// One diary on some volume.
pub struct Room {
    folder: PathBuf,
    key: PathBuf,
}

impl Room {
    /// Makes a diary with `values` values.
    pub fn make(folder: &Path, values: u32) -> Self {
        let begun = std::time::Instant::now();
        let new = NewDiary {
            created_at: now().instant,
            rollover: Rollover::default(),
            measures: built_in::measures(),
            sample_label: None,
        };
        let passphrase = Passphrase::new("correct horse").unwrap();
        let made =
            tidemark_store::create(folder, &passphrase, &new, &mut SeededEntropy::new(u64::from(values)));
        let (mut store, key) = made.unwrap();
        let room = Self { folder: folder.to_owned(), key: folder.with_extension("key") };
        key.write_file(&room.key).unwrap();
        store.add_all(&Decades::new(values).records).unwrap();
        store.close().unwrap();
        let bytes = std::fs::metadata(DiaryFolder::new(folder).database()).unwrap().len();
        eprintln!("{values:>9} made in {:.1?}, {bytes} bytes", begun.elapsed());
        room
    }

    /// A diary that [`Self::make`] left.
    pub fn found(folder: &Path) -> Self {
        Self { folder: folder.to_owned(), key: folder.with_extension("key") }
    }

    /// The folder of the diary.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Its key, read from the key file.
    pub fn key(&self) -> DataKey {
        DataKey::read_file(&self.key).unwrap()
    }

    /// Opens it the way a shell does, key file and all.
    pub fn open(&self) -> Diary {
        Diary::open_with_key(&self.folder, &self.key(), shell(1)).unwrap()
    }

    /// Opens the store below it.
    pub fn store(&self) -> Store {
        Store::open(DiaryFolder::new(&self.folder), &self.key()).unwrap()
    }

    /// The same diary elsewhere.
    pub fn copy(&self, folder: &Path) -> Self {
        std::fs::create_dir(folder).unwrap();
        for entry in std::fs::read_dir(&self.folder).unwrap() {
            let entry = entry.unwrap();
            std::fs::copy(entry.path(), folder.join(entry.file_name())).unwrap();
        }
        std::fs::copy(&self.key, folder.with_extension("key")).unwrap();
        Self::found(folder)
    }

    /// Saves of a check-in of four values through the facade, on a copy beside `folder`.
    pub fn saves(&self, folder: &Path) -> Times {
        let scratch = tempfile::tempdir_in(folder.parent().unwrap()).unwrap();
        let mut diary = self.copy(&scratch.path().join("diary")).open();
        let mut number = 0;
        times(
            301,
            || {
                number += 1;
                draft(number)
            },
            |draft| diary.add_check_in(draft.clone(), now()).unwrap(),
        )
    }

    /// Saves of a session with its ratings before and after through the store, on a copy beside `folder`.
    pub fn session_saves(&self, folder: &Path) -> Times {
        let scratch = tempfile::tempdir_in(folder.parent().unwrap()).unwrap();
        let mut store = self.copy(&scratch.path().join("diary")).store();
        let mut number = 0;
        times(
            101,
            || {
                number += 1;
                decades::next_session(number)
            },
            |(session, ratings)| {
                store.add_session(session, ratings).unwrap();
            },
        )
    }
}

/// The last 31 days.
pub fn last_month() -> Period {
    let to: tidemark::model::LogicalDate = "2026-11-24".parse().unwrap();
    Period::new(to.plus_days(-30).unwrap(), to).unwrap()
}

/// A new diary without entries.
pub fn bare(scratch: &TempDir) -> Diary {
    let path = tempfile::tempdir_in(scratch.path()).unwrap().keep().join("bare");
    let setup = Setup { created_at: now().instant, rollover: Rollover::default(), sample_label: None };
    Diary::create(&path, &Passphrase::new("correct horse").unwrap(), setup, shell(2)).unwrap().0
}

/// A new diary without entries and a file that is read for it.
pub fn empty(scratch: &TempDir, file: &Path, map: Option<&str>) -> (Diary, Import) {
    let mut diary = bare(scratch);
    let import = diary.read_import(file, None, map, None, now()).unwrap();
    (diary, import)
}

/// A number that was not given before.
pub fn fresh() -> u32 {
    static NEXT: std::sync::atomic::AtomicU32 = std::sync::atomic::AtomicU32::new(0);
    NEXT.fetch_add(1, std::sync::atomic::Ordering::Relaxed)
}

/// Restores a backup to a place where nothing is, checks and all.
pub fn restore(sealed: &Path, to: &Path) {
    let backup = Backup::open(sealed).unwrap().unlock(&Passphrase::new("correct horse").unwrap()).unwrap();
    let prepared = backup
        .prepare(to, &mut SeededEntropy::new(u64::from(fresh())), &mut |_| ControlFlow::Continue(()))
        .unwrap();
    prepared.replace(None, false, "2026-11-24".parse().unwrap(), &mut |_| ControlFlow::Continue(())).unwrap();
}

/// The check-in that is saved next, as a shell gives it.
pub fn draft(number: u32) -> CheckInDraft {
    let entry = decades::next_check_in(number);
    let parts = entry.parts();
    CheckInDraft {
        practices: vec![],
        rated: entry.at(),
        day: None,
        ratings: parts
            .values
            .iter()
            .map(|v| (v.measure().id.clone(), v.answer().rating().map(tidemark::model::Rating::value)))
            .collect(),
        note: None,
        recorded_by: RecordedBy::Own,
    }
}

fn shell(seed: u64) -> Shell {
    Shell { entropy: Box::new(SeededEntropy::new(seed)), source: Source::App }
}
