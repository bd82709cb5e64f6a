//! Erasing a whole diary: the keys first, so that what is killed on the way leaves nothing that anybody can read; then
//! the files this program made, and no others.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::folder::{parent, sync_folder};
use crate::{DiaryFolder, StoreError};

/// What is still there after erasing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Erased {
    /// Files in the folder that this program did not make.
    pub left: Vec<PathBuf>,
    /// Other diaries that a restore set aside; each can be erased by its own path.
    pub aside: Vec<PathBuf>,
}

/// Files that hold a key, wrapped.
const KEYS: [&str; 4] = ["recovery.age", "recovery.age.new", "recovery.age.new.new", "device.key"];
/// The other files of a diary's folder.
const DATA: [&str; 8] = [
    "diary.db",
    "diary.db-wal",
    "diary.db-shm",
    "diary.db-journal",
    "open.json",
    "open.json.new",
    "restored.txt",
    "restored.txt.new",
];
/// Temporary files among the snapshots.
const BETWEEN: [&str; 4] = [".new.db", ".new.db-journal", ".reading.db", ".reading.db-journal"];

/// Erases the diary at `folder`. Its key is not needed.
///
/// # Errors
/// [`StoreError::NotFound`] when no diary is there; [`StoreError::Io`]. Once the keys are gone, what may be left is
/// unreadable, and calling again goes on.
pub fn erase(folder: &DiaryFolder) -> Result<Erased, StoreError> {
    let known = [folder.database(), folder.recovery(), folder.snapshots_folder()];
    if !folder.path().is_dir() || !known.iter().any(|path| path.exists()) {
        return Err(StoreError::NotFound { path: folder.path().to_path_buf() });
    }
    for key in KEYS {
        destroy(&folder.path().join(key))?;
    }
    sync_folder(folder.path())?;
    remove_made(folder)?;
    let left = match fs::read_dir(folder.path()) {
        Ok(entries) => entries.flatten().map(|entry| entry.path()).collect(),
        Err(_) => Vec::new(),
    };
    Ok(Erased { left, aside: set_aside(folder) })
}

/// Removes every file of a folder that this program makes, and the folder when nothing else is in it.
pub(crate) fn remove_made(folder: &DiaryFolder) -> Result<(), StoreError> {
    for name in DATA.into_iter().chain(KEYS) {
        remove(&folder.path().join(name))?;
    }
    for snapshot in folder.snapshots()? {
        remove(&snapshot.path)?;
    }
    remove_between(folder)?;
    // A folder that holds something else stays; the caller says so.
    for emptied in [folder.snapshots_folder(), folder.path().to_path_buf()] {
        let _ = fs::remove_dir(&emptied);
    }
    sync_folder(parent(folder.path()))
}

/// Removes what making or reading a snapshot may have left: copies without a name of their own.
pub(crate) fn remove_between(folder: &DiaryFolder) -> Result<(), StoreError> {
    BETWEEN.iter().try_for_each(|name| remove(&folder.snapshots_folder().join(name)))
}

/// Overwrites a file, on the disk, before its name goes.
fn destroy(path: &Path) -> Result<(), StoreError> {
    let Ok(about) = fs::metadata(path) else { return Ok(()) };
    let zeros = vec![0_u8; usize::try_from(about.len()).unwrap_or_default().min(1024 * 1024)];
    let overwritten = OpenOptions::new().write(true).open(path).and_then(|mut file| {
        file.write_all(&zeros)?;
        file.sync_all()
    });
    overwritten.map_err(StoreError::io("overwriting", path))?;
    remove(path)
}

fn remove(path: &Path) -> Result<(), StoreError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(StoreError::io("removing", path)(error))
        }
        _ => Ok(()),
    }
}

/// Folders beside the diary that a restore left there.
fn set_aside(folder: &DiaryFolder) -> Vec<PathBuf> {
    let name = folder.path().file_name().unwrap_or_default().to_string_lossy().into_owned();
    let made = ["former", "unfinished-restore", "restored", "restoring-"];
    let ours = |entry: &fs::DirEntry| {
        let entry = entry.file_name().to_string_lossy().into_owned();
        let rest = entry.strip_prefix('.').unwrap_or(&entry);
        let rest = rest.strip_prefix(&name).and_then(|rest| rest.strip_prefix('.'));
        rest.is_some_and(|rest| made.iter().any(|what| rest.starts_with(what)))
    };
    let Ok(entries) = fs::read_dir(parent(folder.path())) else { return Vec::new() };
    let mut found: Vec<PathBuf> = entries.flatten().filter(ours).map(|entry| entry.path()).collect();
    found.sort();
    found
}
