//! Where the files of a diary are, and what can be said of them before any key is tried.

use std::fs::{self, File, OpenOptions};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use crate::{StoreError, restore};

/// The folder of a diary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DiaryFolder(PathBuf);

/// SQLCipher 4's page: a database is a whole number of these.
pub(crate) const PAGE: u64 = 4096;

impl DiaryFolder {
    /// The folder at `path`, whether or not it exists.
    #[must_use]
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self(path.into())
    }

    /// The folder itself.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// The encrypted database.
    #[must_use]
    pub fn database(&self) -> PathBuf {
        self.0.join("diary.db")
    }

    /// The key, wrapped by the recovery passphrase.
    #[must_use]
    pub fn recovery(&self) -> PathBuf {
        self.0.join("recovery.age")
    }

    /// Whether a write-ahead log with anything in it lies beside the database.
    pub(crate) fn has_log(&self) -> bool {
        has_log(&self.database())
    }

    /// What the person marked open, in plain text.
    #[must_use]
    pub fn open_facts(&self) -> PathBuf {
        self.0.join("open.json")
    }

    /// Checks what can be checked without a key: an empty file would open as a new database, so it never gets there.
    ///
    /// # Errors
    /// [`StoreError::NotFound`], [`StoreError::NotADiary`].
    pub fn check(&self) -> Result<(), StoreError> {
        restore::settle(self)?;
        let path = self.database();
        if !self.0.is_dir() || !path.exists() {
            return Err(StoreError::NotFound { path: self.0.clone() });
        }
        check_database(&path)
    }
}

/// Checks what can be said of a database file without a key.
pub(crate) fn check_database(path: &Path) -> Result<(), StoreError> {
    let refused = |reason| Err(StoreError::NotADiary { path: path.to_path_buf(), reason });
    let mut start = [0_u8; 16];
    let about = fs::metadata(path).map_err(StoreError::not_read(path))?;
    if !about.is_file() {
        return refused("it is not a regular file");
    }
    if about.len() == 0 {
        return refused("it is empty (0 bytes)");
    }
    if about.len() < PAGE {
        return refused("it is shorter than one page");
    }
    // A power cut or a full disk while the log is moved tears the page that makes the file longer; the log still has it
    // whole, and opening moves it again.
    if about.len() % PAGE != 0 && !has_log(path) {
        return refused("its end is missing or something was added to it");
    }
    let mut file = File::open(path).map_err(StoreError::not_read(path))?;
    file.read_exact(&mut start).map_err(StoreError::not_read(path))?;
    if &start == b"SQLite format 3\0" {
        return refused("it is a database without encryption");
    }
    Ok(())
}

/// Whether a write-ahead log with anything in it lies beside `database`.
pub(crate) fn has_log(database: &Path) -> bool {
    log_length(database) > 0
}

/// Bytes of the write-ahead log beside `database`; 0 without one.
pub(crate) fn log_length(database: &Path) -> u64 {
    let mut log = database.as_os_str().to_os_string();
    log.push("-wal");
    fs::metadata(log).map_or(0, |about| about.len())
}

/// Writes a file whole or not at all: a temporary file beside it, mode 0600, fsync, rename, fsync of the folder.
///
/// # Errors
/// [`StoreError::Full`] or [`StoreError::Io`]; the temporary file is removed and what was there before stays.
pub fn write_beside(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    replace_with(path, |file| file.write_all(bytes).map_err(StoreError::io("writing", path)))
}

/// The same for a file that is written bit by bit by `fill`.
///
/// # Errors
/// As [`write_beside`], or what `fill` returns.
pub fn replace_with<T, E: From<StoreError>>(
    path: &Path,
    fill: impl FnOnce(&mut File) -> Result<T, E>,
) -> Result<T, E> {
    let temporary = temporary(path);
    // Errors name `path`, the file that was asked for.
    let written = create(&temporary, path).map_err(E::from).and_then(|mut file| {
        let done = fill(&mut file)?;
        file.sync_all().map_err(StoreError::io("writing", path))?;
        fs::rename(&temporary, path).map_err(StoreError::io("renaming a finished file to", path))?;
        sync_folder(parent(path))?;
        Ok(done)
    });
    if written.is_err() {
        // The error that matters is the first; a leftover would be overwritten by the next try.
        let _ = fs::remove_file(&temporary);
    }
    written
}

/// The name a file has while it is written.
pub(crate) fn temporary(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_os_string();
    name.push(".new");
    path.with_file_name(name)
}

fn create(temporary: &Path, path: &Path) -> Result<File, StoreError> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options.open(temporary).map_err(StoreError::io("creating", path))
}

/// Makes a rename within `folder` survive a power cut.
pub(crate) fn sync_folder(folder: &Path) -> Result<(), StoreError> {
    #[cfg(unix)]
    File::open(folder).and_then(|f| f.sync_all()).map_err(StoreError::io("writing the folder", folder))?;
    Ok(())
}

/// The folder a path lies in, `.` for a bare name.
pub(crate) fn parent(path: &Path) -> &Path {
    path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Room made before reading, 64 KiB: more than any file with a key in it has.
const MOST_AT_ONCE: usize = 64 * 1024;

/// Reads a small file, refusing to read more than `most` bytes of it.
pub(crate) fn read_bounded(path: &Path, most: u64) -> Result<Vec<u8>, StoreError> {
    let file = File::open(path).map_err(StoreError::not_read(path))?;
    // With room from the start: a key may be read here, and growing would leave parts of it behind.
    let mut bytes = Vec::with_capacity(usize::try_from(most).unwrap_or(0).min(MOST_AT_ONCE) + 64);
    file.take(most + 1).read_to_end(&mut bytes).map_err(StoreError::not_read(path))?;
    if bytes.len() as u64 > most {
        return Err(StoreError::KeyFile { path: path.to_path_buf(), reason: "it is far too long" });
    }
    Ok(bytes)
}
