//! Putting a whole diary in the place of another, so that at every moment either the old or the new one is whole and
//! under a name that the next opening finds.
//!
//! Beside the diary `my.diary` stand, while it lasts: `.my.diary.restoring-…` (being filled), `.my.diary.restored`
//! (whole, checked, on the disk, not yet in place) and `my.diary.former` (what was there before). The former one goes
//! only when the new one was opened, and only when its last state is among the new one's snapshots.

use std::fs::{self, File};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use tidemark_model::Entropy;

use crate::folder::{parent, read_bounded, sync_folder, write_beside};
use crate::open::{READ_ONLY, check_application, connect, own_folder};
use crate::snapshot::Snapshot;
use crate::{DataKey, DiaryFolder, Store, StoreError, erase};

/// What is done when a diary takes its place, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// A folder was made on the same volume, with the recovery file in it.
    Begun,
    /// The new database holds all rows.
    Filled,
    /// Both integrity checks, every reference and every count were found right.
    Checked,
    /// The database is closed, and no log stands beside it.
    Closed,
    /// Every file and the folder are on the disk.
    Synced,
    /// The folder has the name that says it is whole.
    Named,
    /// The diary that was there has its other name.
    SetAside,
    /// The new one has the diary's name.
    Placed,
    /// The names are on the disk.
    Done,
}

impl Step {
    /// All steps in order.
    pub const ALL: [Self; 9] = [
        Self::Begun,
        Self::Filled,
        Self::Checked,
        Self::Closed,
        Self::Synced,
        Self::Named,
        Self::SetAside,
        Self::Placed,
        Self::Done,
    ];
}

/// Is told of each step when it is done; breaking off leaves everything as it then is, as a power cut would.
pub type Watch<'a> = dyn FnMut(Step) -> ControlFlow<()> + 'a;

/// Tells a watcher, and breaks off when it says so.
///
/// # Errors
/// [`StoreError::BrokenOff`].
pub fn tell(watch: &mut Watch<'_>, step: Step) -> Result<(), StoreError> {
    match watch(step) {
        ControlFlow::Continue(()) => Ok(()),
        ControlFlow::Break(()) => Err(StoreError::BrokenOff { after: step }),
    }
}

/// A folder in which a diary is made before it takes its place.
#[derive(Debug)]
pub struct Workshop {
    folder: DiaryFolder,
    target: DiaryFolder,
    /// Whether the folder goes away with this value: as long as nothing in it matters.
    disposable: bool,
}

const MARK: &str = "restored.txt";

impl Workshop {
    /// Makes the folder beside `target`, on the same volume, with a recovery file.
    ///
    /// # Errors
    /// [`StoreError::Io`], [`StoreError::Full`]; then nothing is left.
    pub fn begin(
        target: &DiaryFolder,
        recovery: &[u8],
        entropy: &mut dyn Entropy,
    ) -> Result<Self, StoreError> {
        settle(target)?;
        // A link is followed, so that the folder it leads to is replaced and the link stays.
        let target = fs::canonicalize(target.path()).map_or_else(|_| target.clone(), DiaryFolder::new);
        let around = parent(target.path());
        if !around.is_dir() {
            let missing = std::io::Error::from(std::io::ErrorKind::NotFound);
            return Err(StoreError::io("looking for the folder", around)(missing));
        }
        clear_unfinished(&target);
        let mut suffix = [0_u8; 8];
        entropy.fill(&mut suffix);
        let path = beside(&target, &format!("restoring-{:016x}", u64::from_le_bytes(suffix)));
        own_folder(&path)?;
        let workshop = Self { folder: DiaryFolder::new(path), target, disposable: true };
        write_beside(&workshop.folder.recovery(), recovery)?;
        Ok(workshop)
    }

    /// The folder.
    #[must_use]
    pub const fn folder(&self) -> &DiaryFolder {
        &self.folder
    }

    /// The place the diary is for.
    #[must_use]
    pub const fn target(&self) -> &DiaryFolder {
        &self.target
    }

    /// Leaves everything as it is, as if the program had been killed.
    pub const fn leave(&mut self) {
        self.disposable = false;
    }

    /// Closes the new database, once it was checked; no log stays beside it.
    ///
    /// # Errors
    /// [`StoreError::Database`], [`StoreError::Io`].
    pub fn close(&self, store: Store) -> Result<(), StoreError> {
        store.close()?;
        for ending in ["-wal", "-shm"] {
            let mut log = self.folder.database().into_os_string();
            log.push(ending);
            let log = PathBuf::from(log);
            // A log beside another database than its own would be played into it.
            match fs::metadata(&log) {
                Ok(about) if about.len() == 0 || ending == "-shm" => {
                    fs::remove_file(&log).map_err(StoreError::io("removing an empty log", &log))?;
                }
                Ok(_) => {
                    let path = log;
                    return Err(StoreError::NotADiary {
                        path,
                        reason: "a log was left by a closed database",
                    });
                }
                Err(_) => {}
            }
        }
        Ok(())
    }

    /// Puts the new diary in its place. `former` is the diary that is there, open to nobody else, with the snapshot of
    /// its last state; without it a diary that is there is set aside for good.
    ///
    /// # Errors
    /// [`StoreError::Io`], [`StoreError::Full`], [`StoreError::BrokenOff`]. Up to [`Step::SetAside`] the former diary
    /// is in its place; after it the next opening finishes.
    pub fn place(
        mut self,
        former: Option<(Store, Snapshot)>,
        watch: &mut Watch<'_>,
    ) -> Result<Placed, StoreError> {
        let empty = fs::read_dir(self.target.path()).is_ok_and(|mut entries| entries.next().is_none());
        let aside = (self.target.path().exists() && !empty).then(|| free_aside(&self.target, "former"));
        if let (Some((store, snapshot)), Some(aside)) = (&former, &aside) {
            self.carry(store, snapshot, aside)?;
        }
        self.sync()?;
        self.told(watch, Step::Synced)?;

        let whole = beside(&self.target, "restored");
        if whole.exists() {
            // A whole diary that an earlier, broken off restore left: it keeps a name of its own.
            rename(&whole, &free_aside(&self.target, "unfinished-restore"))?;
        }
        rename(self.folder.path(), &whole)?;
        self.folder = DiaryFolder::new(&whole);
        self.disposable = false;
        sync_folder(parent(self.target.path()))?;
        self.told(watch, Step::Named)?;

        if let Some(aside) = &aside {
            rename(self.target.path(), aside)?;
            self.told(watch, Step::SetAside)?;
        }
        if let Err(error) = rename(&whole, self.target.path()) {
            // Another program that opened the diary in between has finished it.
            if whole.exists() || !self.target.path().exists() {
                return Err(error);
            }
        }
        self.told(watch, Step::Placed)?;
        sync_folder(parent(self.target.path()))?;
        drop(former);
        self.told(watch, Step::Done)?;
        Ok(Placed { former: aside })
    }

    fn told(&mut self, watch: &mut Watch<'_>, step: Step) -> Result<(), StoreError> {
        tell(watch, step).inspect_err(|_| self.leave())
    }

    /// Takes the snapshots of the former diary along, and notes that it may go once the new one opens.
    fn carry(&self, former: &Store, last: &Snapshot, aside: &Path) -> Result<(), StoreError> {
        let place = self.folder.snapshots_folder();
        if !place.is_dir() {
            own_folder(&place)?;
        }
        for snapshot in former.folder().snapshots()? {
            let Some(name) = snapshot.path.file_name() else { continue };
            let to = place.join(name);
            // The same file under two names costs no room; where links are not known it is copied.
            fs::hard_link(&snapshot.path, &to)
                .or_else(|_| fs::copy(&snapshot.path, &to).map(drop))
                .map_err(StoreError::io("taking a snapshot along to", &to))?;
        }
        // The key that a phone's keystore wrapped is the same; what is marked open came with the backup.
        let from = former.folder().path().join("device.key");
        if from.is_file() {
            let bytes = read_bounded(&from, 1024 * 1024)?;
            write_beside(&self.folder.path().join("device.key"), &bytes)?;
        }
        let name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let text = format!(
            "format=tidemark-restored\nversion=1\nmin_reader=1\nformer={}\nsnapshot={}\n",
            name(aside),
            name(&last.path)
        );
        write_beside(&self.folder.path().join(MARK), text.as_bytes())
    }

    fn sync(&self) -> Result<(), StoreError> {
        let folders = [self.folder.snapshots_folder(), self.folder.path().to_path_buf()];
        for folder in folders.iter().filter(|folder| folder.is_dir()) {
            for entry in fs::read_dir(folder).map_err(StoreError::io("looking into", folder))? {
                let path = entry.map_err(StoreError::io("looking into", folder))?.path();
                if path.is_file() {
                    let synced = File::open(&path).and_then(|file| file.sync_all());
                    synced.map_err(StoreError::io("writing", &path))?;
                }
            }
            sync_folder(folder)?;
        }
        Ok(())
    }
}

impl Drop for Workshop {
    fn drop(&mut self) {
        if self.disposable {
            // Only what this value made, under a random name, and what never was a diary.
            let _ = fs::remove_dir_all(self.folder.path());
        }
    }
}

/// What came of putting a diary in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// Where the diary that was there is now.
    pub former: Option<PathBuf>,
}

/// A hidden name beside the diary.
fn beside(target: &DiaryFolder, what: &str) -> PathBuf {
    let name = target.path().file_name().unwrap_or_default().to_string_lossy();
    parent(target.path()).join(format!(".{name}.{what}"))
}

/// A visible name beside the diary that nothing has.
fn free_aside(target: &DiaryFolder, what: &str) -> PathBuf {
    let name = target.path().file_name().unwrap_or_default().to_string_lossy();
    let around = parent(target.path());
    let first = around.join(format!("{name}.{what}"));
    let numbered = (2_u32..).map(|n| around.join(format!("{name}.{what}-{n}")));
    std::iter::once(first.clone()).chain(numbered).find(|path| !path.exists()).unwrap_or(first)
}

fn rename(from: &Path, to: &Path) -> Result<(), StoreError> {
    fs::rename(from, to).map_err(StoreError::io("renaming to", to))
}

/// Removes folders that a killed restore left half filled: they never had the name of a whole one.
fn clear_unfinished(target: &DiaryFolder) {
    let prefix = beside(target, "restoring-");
    let Some(prefix) = prefix.file_name().map(|name| name.to_string_lossy().into_owned()) else { return };
    let Ok(entries) = fs::read_dir(parent(target.path())) else { return };
    for entry in entries.flatten().filter(|e| e.file_name().to_string_lossy().starts_with(&prefix)) {
        // What cannot be removed stays, and is in nobody's way.
        let _ = fs::remove_dir_all(entry.path());
    }
}

/// Finishes a swap of which only the last rename is missing; undoes it when the new diary does not look like one.
/// Does nothing where a diary is in its place.
pub(crate) fn settle(folder: &DiaryFolder) -> Result<(), StoreError> {
    if fs::symlink_metadata(folder.path()).is_ok() {
        return Ok(());
    }
    let whole = DiaryFolder::new(beside(folder, "restored"));
    if !whole.path().is_dir() {
        return Ok(());
    }
    let usable = crate::folder::check_database(&whole.database()).is_ok() && whole.recovery().is_file();
    let from = if usable { whole.path().to_path_buf() } else { sole_former(folder).unwrap_or_default() };
    if !from.is_dir() {
        return Ok(());
    }
    if let Err(error) = rename(&from, folder.path()) {
        return if folder.path().exists() { Ok(()) } else { Err(error) };
    }
    sync_folder(parent(folder.path()))
}

/// The one diary that was set aside; none when there are several, because then it is not clear which.
fn sole_former(folder: &DiaryFolder) -> Option<PathBuf> {
    let name = folder.path().file_name()?.to_string_lossy().into_owned();
    let prefix = format!("{name}.former");
    let mut found = fs::read_dir(parent(folder.path()))
        .ok()?
        .flatten()
        .filter(|entry| entry.file_name().to_string_lossy().starts_with(&prefix))
        .map(|entry| entry.path());
    let only = found.next()?;
    found.next().is_none().then_some(only)
}

/// After the first good opening of a restored diary: lets go of the one that was there before, when the mark names it,
/// the same key opens it, and its last state is among the snapshots. In any doubt everything stays.
pub(crate) fn forget_former(folder: &DiaryFolder, key: &DataKey) {
    let mark = folder.path().join(MARK);
    if !mark.exists() {
        return;
    }
    let Ok(text) = read_bounded(&mark, 4096) else { return };
    let text = String::from_utf8_lossy(&text);
    let field = |name: &str| text.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix('='));
    let (Some("tidemark-restored"), Some(former), Some(snapshot)) =
        (field("format"), field("former"), field("snapshot"))
    else {
        return;
    };
    let own = folder.path().file_name().unwrap_or_default().to_string_lossy().into_owned();
    let plain = |name: &str| Path::new(name).file_name().is_some_and(|only| only == name);
    if !plain(former) || !former.starts_with(&format!("{own}.former")) || !plain(snapshot) {
        return;
    }
    let former = DiaryFolder::new(parent(folder.path()).join(former));
    let opens = |path: &Path| {
        let settings = include_str!("snapshot/settings.sql");
        connect(path, key, READ_ONLY, settings).and_then(|c| check_application(&c, path)).is_ok()
    };
    if former.path().is_dir() {
        if !opens(&folder.snapshots_folder().join(snapshot)) || !opens(&former.database()) {
            return;
        }
        // Files that somebody else put there stay, and the folder with them.
        if erase::remove_made(&former).is_err() {
            return;
        }
    }
    // Left behind, it is read again at the next opening and does nothing.
    let _ = fs::remove_file(&mark);
}
