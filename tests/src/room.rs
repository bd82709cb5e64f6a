//! A temporary folder with a diary in it, its key file beside it: made once a process, copied for every use.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use tidemark::model::{Moment, Rollover, SeededEntropy, Source};
use tidemark::{DataKey, Diary, DiaryError, Passphrase, Setup, Shell};

/// The passphrase of every diary here.
pub const PASSPHRASE: &str = "correct horse";

/// A folder that goes away with the test.
#[derive(Debug)]
pub struct Room {
    folder: tempfile::TempDir,
}

struct Template {
    files: BTreeMap<String, Vec<u8>>,
    key: DataKey,
}

impl Room {
    /// A room with an empty diary and its key file.
    #[must_use]
    pub fn new() -> Self {
        Self::within(&std::env::temp_dir())
    }

    /// The same, in a folder of `parent`.
    #[must_use]
    pub fn within(parent: &Path) -> Self {
        let room = Self { folder: tempfile::tempdir_in(parent).unwrap() };
        fs::create_dir(room.diary()).unwrap();
        put(&room.diary(), &template().files);
        template().key.write_file(&room.key_file()).unwrap();
        room
    }

    /// The room itself.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// The diary folder.
    #[must_use]
    pub fn diary(&self) -> PathBuf {
        self.path().join("my.diary")
    }

    /// The encrypted database.
    #[must_use]
    pub fn database(&self) -> PathBuf {
        self.diary().join("diary.db")
    }

    /// The file with the key.
    #[must_use]
    pub fn key_file(&self) -> PathBuf {
        self.path().join("day.key")
    }

    /// Opens the diary by its key file, as a shell does.
    ///
    /// # Errors
    /// Those of the facade.
    pub fn open(&self) -> Result<Diary, DiaryError> {
        open(&self.diary(), &self.key_file())
    }

    /// Every file of the diary folder with its bytes.
    #[must_use]
    pub fn files(&self) -> BTreeMap<String, Vec<u8>> {
        files(&self.diary())
    }

    /// Makes the diary folder hold exactly these files.
    pub fn put(&self, wanted: &BTreeMap<String, Vec<u8>>) {
        fs::remove_dir_all(self.diary()).unwrap();
        fs::create_dir(self.diary()).unwrap();
        put(&self.diary(), wanted);
    }
}

impl Default for Room {
    fn default() -> Self {
        Self::new()
    }
}

/// Opens a diary by its key file.
///
/// # Errors
/// Those of the facade.
pub fn open(diary: &Path, key_file: &Path) -> Result<Diary, DiaryError> {
    let key = DataKey::read_file(key_file).expect("the key file is whole");
    Diary::open_with_key(diary, &key, shell())
}

/// A shell whose ids differ between processes and openings: two writers never make the same id.
#[must_use]
pub fn shell() -> Shell {
    static OPENED: std::sync::atomic::AtomicU64 = std::sync::atomic::AtomicU64::new(0);
    let opened = OPENED.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
    let seed = u64::from(std::process::id()) << 32 | opened;
    Shell { entropy: Box::new(SeededEntropy::new(seed)), source: Source::App }
}

/// Makes a new diary at `path`.
///
/// # Errors
/// Those of the facade.
pub fn create(path: &Path) -> Result<(Diary, DataKey), DiaryError> {
    let created_at = Moment::parse("2020-01-01T00:00Z").unwrap().instant;
    let setup = Setup { created_at, rollover: Rollover::default(), sample_label: None };
    Diary::create(path, &Passphrase::new(PASSPHRASE).unwrap(), setup, shell())
}

/// Every file of a folder with its bytes.
#[must_use]
pub fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries
        .map(|path| {
            let bytes = if path.is_dir() { vec![] } else { fs::read(&path).unwrap() };
            (path.file_name().unwrap().to_string_lossy().into_owned(), bytes)
        })
        .collect()
}

fn put(folder: &Path, wanted: &BTreeMap<String, Vec<u8>>) {
    for (name, bytes) in wanted {
        fs::write(folder.join(name), bytes).unwrap();
    }
}

fn template() -> &'static Template {
    static MADE: OnceLock<Template> = OnceLock::new();
    MADE.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("my.diary");
        let (diary, key) = create(&path).unwrap();
        diary.close().unwrap();
        Template { files: files(&path), key }
    })
}
