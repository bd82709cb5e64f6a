//! A folder of its own for each thread that reads files, made once and gone with the program.

use std::path::PathBuf;

use tempfile::TempDir;

thread_local! {
    static PLACE: Option<TempDir> = TempDir::new().ok();
}

/// A path in this thread's folder.
pub(crate) fn place(name: &str) -> Option<PathBuf> {
    PLACE.with(|place| place.as_ref().map(|place| place.path().join(name)))
}

/// Writes a file that only its owner may read, as a key file has to be.
pub(crate) fn write_private(path: &std::path::Path, bytes: &[u8]) -> bool {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options.open(path).and_then(|mut file| std::io::Write::write_all(&mut file, bytes)).is_ok()
}
