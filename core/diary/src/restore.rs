//! From a backup file back to a diary: looked at first, built whole beside the place, compared with what is there, and
//! only then put in its place or merged. Whatever goes wrong, the diary that is there stays.

use std::fs::File;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use tidemark_exchange::backup::{self, Manifest, Part};
use tidemark_model::{Entropy, Instant, LogicalDate};
use tidemark_store::{
    DataKey, DiaryFolder, Load, Merged, Occasion, Passphrase, Recovery, Snapshot, Step, Store, StoreError,
    Watch, Workshop, newest_schema, tell,
};

use crate::DiaryError;
use crate::backup::Trouble;
use crate::open_facts::open_facts;
use crate::watch::{Progress, Watcher};

/// A backup file whose outer form is whole.
#[derive(Debug)]
pub struct Backup {
    path: PathBuf,
    sealed: backup::Sealed<File>,
}

impl Backup {
    /// Looks at a backup file: told in a moment, and before a passphrase is asked for.
    ///
    /// # Errors
    /// [`DiaryError::BackupDamaged`], [`DiaryError::InputNotRead`].
    pub fn open(path: &Path) -> Result<Self, DiaryError> {
        let failed = |source| DiaryError::InputNotRead { path: path.to_path_buf(), source };
        let file = File::open(path).map_err(failed)?;
        let sealed = backup::open(file).map_err(|error| DiaryError::backup(path, error))?;
        Ok(Self { path: path.to_path_buf(), sealed })
    }

    /// Opens it with the recovery passphrase the diary had when it was made, and reads its list of contents.
    ///
    /// # Errors
    /// [`DiaryError::BackupWrongPassphrase`], [`DiaryError::BackupDamaged`], [`DiaryError::BackupNewer`].
    pub fn unlock(self, passphrase: &Passphrase) -> Result<OpenBackup, DiaryError> {
        let Self { path, sealed } = self;
        let recovery = sealed.recovery().to_vec();
        let opened = Recovery::unseal(&path, &recovery, passphrase).map_err(|error| match error {
            StoreError::WrongPassphrase { path } => DiaryError::BackupWrongPassphrase { path },
            StoreError::KeyFile { path, reason } => DiaryError::BackupDamaged {
                path,
                have: 0,
                parts: 2,
                reason: format!("its recovery file: {reason}"),
            },
            other => other.into(),
        })?;
        let payload =
            sealed.unseal(opened.backup_identity()).map_err(|error| DiaryError::backup(&path, error))?;
        let known = newest_schema();
        let found = payload.manifest().head.schema;
        if found > known {
            return Err(DiaryError::BackupNewer { what: "schema", found, known });
        }
        let manifest = payload.manifest().clone();
        let rows: RowReader = Box::new(move |take| payload.rows(take));
        Ok(OpenBackup { path, recovery, opened, manifest, rows })
    }
}

type TakeRow<'a> =
    &'a mut dyn FnMut(&tidemark_model::TableShape, &[tidemark_model::Cell<'_>]) -> Result<(), Trouble>;
type RowReader = Box<dyn FnOnce(TakeRow<'_>) -> Result<(), Trouble> + Send>;

/// A backup that its passphrase opened; no row was read yet.
pub struct OpenBackup {
    path: PathBuf,
    recovery: Vec<u8>,
    opened: Recovery,
    manifest: Manifest,
    rows: RowReader,
}

impl OpenBackup {
    /// What is in it, for the person to see before anything is done.
    #[must_use]
    pub const fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// Builds the diary whole beside `target`, and checks every row, page, reference and count. `watch` is told of each
    /// step.
    ///
    /// # Errors
    /// [`DiaryError::BackupDamaged`], [`DiaryError::StorageFull`], [`DiaryError::OutputNotWritten`]; nothing is left.
    pub fn prepare(
        self,
        target: &Path,
        entropy: &mut dyn Entropy,
        watch: &mut Watch<'_>,
    ) -> Result<Prepared, DiaryError> {
        let target = DiaryFolder::new(target);
        let mut workshop = Workshop::begin(&target, &self.recovery, entropy)?;
        let path = self.path.clone();
        let (key, manifest) = (self.opened.key.clone(), self.manifest.clone());
        let made = self.fill(&workshop, watch);
        if matches!(made, Err(Trouble::Store(StoreError::BrokenOff { .. }))) {
            workshop.leave();
        }
        made.map_err(|trouble| trouble.with(&path))?;
        Ok(Prepared { path, workshop, key, manifest })
    }

    /// As [`Self::prepare`], under a watcher. What is built goes away when it breaks off.
    ///
    /// # Errors
    /// As [`Self::prepare`], and [`DiaryError::Cancelled`]; nothing is left.
    pub fn prepare_watched(
        self,
        target: &Path,
        entropy: &mut dyn Entropy,
        watch: &mut Watcher<'_>,
    ) -> Result<Prepared, DiaryError> {
        // A step that breaks off leaves everything, as a kill does. A person who thinks better of it wants nothing left:
        // the work ends of itself, and what it made is dropped.
        let mut broken_off = false;
        let prepared = self.prepare(target, entropy, &mut |step| {
            broken_off = broken_off || watch(progress(step)).is_break();
            ControlFlow::Continue(())
        })?;
        if broken_off { Err(DiaryError::Cancelled { doing: "restoring a backup" }) } else { Ok(prepared) }
    }

    fn fill(self, workshop: &Workshop, watch: &mut Watch<'_>) -> Result<(), Trouble> {
        let damaged = |reason| {
            let parts = u32::try_from(self.manifest.parts.len()).unwrap_or(u32::MAX).saturating_add(1);
            Trouble::Backup(backup::BackupError::Damaged { have: parts, parts, reason })
        };
        tell(watch, Step::Begun)?;
        let folder = workshop.folder().clone();
        let mut load = Load::begin(folder, &self.opened.key, self.manifest.head.schema)?;
        if !load.tables().iter().eq(self.manifest.parts.iter().map(|part| &part.shape)) {
            return Err(damaged("its tables are not those of its schema"));
        }
        (self.rows)(&mut |shape, cells| {
            load.insert(&shape.name, cells).map_err(|error| match error {
                StoreError::NotLoaded { .. } => damaged("a row breaks a rule of its table"),
                other => other.into(),
            })
        })?;
        for Part { shape, rows, .. } in &self.manifest.parts {
            if load.count(&shape.name)? != *rows {
                return Err(damaged("a table has another number of rows than its list of contents says"));
            }
        }
        let store = load.finish().map_err(|error| match error {
            StoreError::NotLoaded { .. } => damaged("a row refers to one that is not there"),
            other => other.into(),
        })?;
        tell(watch, Step::Filled)?;
        store.verify().map_err(|error| match error {
            StoreError::Stored { .. } => damaged("a record breaks a rule of the diary"),
            other => other.into(),
        })?;
        if store.backup_recipient()? != self.opened.backup_recipient()? {
            return Err(damaged("the recovery file in it belongs to another diary"));
        }
        open_facts(&store)?.write(store.folder())?;
        tell(watch, Step::Checked)?;
        workshop.close(store)?;
        tell(watch, Step::Closed)?;
        Ok(())
    }
}

/// A diary made from a backup, whole and checked, not yet in its place. Dropped, it goes away.
#[derive(Debug)]
pub struct Prepared {
    path: PathBuf,
    workshop: Workshop,
    key: DataKey,
    manifest: Manifest,
}

/// What a restore did.
#[derive(Debug)]
pub struct Restored {
    /// The key of the restored diary.
    pub key: DataKey,
    /// Where the diary that was there is now: until the new one was opened, or for good when its key was not known.
    pub former: Option<PathBuf>,
    /// Whether the former one goes at the first good opening.
    pub former_goes: bool,
}

impl Prepared {
    /// What was in the backup.
    #[must_use]
    pub const fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// Whether a diary is at the place already.
    ///
    /// # Errors
    /// [`DiaryError::AlreadyExists`] when something else is there.
    pub fn finds_diary(&self) -> Result<bool, DiaryError> {
        let target = self.workshop.target();
        let Ok(about) = target.path().symlink_metadata() else { return Ok(false) };
        let known = [target.database(), target.recovery(), target.snapshots_folder()];
        if known.iter().any(|path| path.exists()) {
            return Ok(true);
        }
        let empty = about.is_dir()
            && std::fs::read_dir(target.path()).is_ok_and(|mut entries| entries.next().is_none());
        if empty { Ok(false) } else { Err(DiaryError::AlreadyExists { path: target.path().to_path_buf() }) }
    }

    /// Puts the diary in its place. One that is there is replaced only when it holds nothing beyond the backup, or when
    /// `replace` says so; its last state is then kept as a snapshot of the new one. `key` opens it; without, the
    /// backup's own key is tried.
    ///
    /// # Errors
    /// [`DiaryError::NewerEntries`], [`DiaryError::NotCompared`], [`DiaryError::Busy`], [`DiaryError::StorageFull`].
    pub fn replace(
        self,
        key: Option<&DataKey>,
        replace: bool,
        today: LogicalDate,
        watch: &mut Watch<'_>,
    ) -> Result<Restored, DiaryError> {
        let former = if self.finds_diary()? { self.former(key, replace, today)? } else { None };
        let former_goes = former.is_some();
        let placed = self.workshop.place(former, watch)?;
        Ok(Restored { key: self.key, former: placed.former, former_goes })
    }

    /// As [`Self::replace`], under a watcher, who can no longer break off: what is left are a few renames, and half of them
    /// is worse than none or all.
    ///
    /// # Errors
    /// As [`Self::replace`].
    pub fn replace_watched(
        self,
        key: Option<&DataKey>,
        replace: bool,
        today: LogicalDate,
        watch: &mut Watcher<'_>,
    ) -> Result<Restored, DiaryError> {
        self.replace(key, replace, today, &mut |step| {
            let _too_late = watch(progress(step));
            ControlFlow::Continue(())
        })
    }

    /// The diary that is there, held alone, with the snapshot of its last state; none when it does not open and may be
    /// set aside as it is, or when its key is another, so that its snapshots would be of no use.
    fn former(
        &self,
        key: Option<&DataKey>,
        replace: bool,
        today: LogicalDate,
    ) -> Result<Option<(Store, Snapshot)>, DiaryError> {
        let target = self.workshop.target();
        let opened = Store::open(target.clone(), key.unwrap_or(&self.key));
        let store = match opened {
            Ok(store) => store,
            Err(error @ (StoreError::Busy { .. } | StoreError::Full { .. })) => return Err(error.into()),
            Err(_) if replace => return Ok(None),
            Err(error) => return Err(not_compared(target, error)),
        };
        store.hold_alone()?;
        let entries = store.beyond(&self.workshop.folder().database(), &self.key)?;
        if entries > 0 && !replace {
            return Err(DiaryError::NewerEntries { path: target.path().to_path_buf(), entries });
        }
        let last = match store.snapshot(today, Occasion::Restore) {
            Ok(snapshot) => snapshot,
            // It opens, yet is not whole: it is set aside as it is, for good.
            Err(StoreError::Damaged { .. }) if replace => return Ok(None),
            Err(error) => return Err(error.into()),
        };
        let same_key = key.is_none_or(|key| *key.to_bytes() == *self.key.to_bytes());
        Ok(same_key.then_some((store, last)))
    }

    /// Merges the backup into the diary that is there; without `apply` only says what that would do.
    ///
    /// # Errors
    /// [`DiaryError::NotFound`], [`DiaryError::NotCompared`], [`DiaryError::Busy`], [`DiaryError::StorageFull`]; then
    /// nothing was changed.
    pub fn merge(
        self,
        key: Option<&DataKey>,
        today: LogicalDate,
        now: Instant,
        apply: bool,
    ) -> Result<Merged, DiaryError> {
        let target = self.workshop.target();
        let mut store = match Store::open(target.clone(), key.unwrap_or(&self.key)) {
            Ok(store) => store,
            Err(error @ (StoreError::KeyOrFile { .. } | StoreError::Damaged { .. })) => {
                return Err(not_compared(target, error));
            }
            Err(error) => return Err(error.into()),
        };
        if apply {
            store.snapshot(today, Occasion::Merge)?;
        }
        let merged = store.merge(&self.workshop.folder().database(), &self.key, now, apply);
        let merged = merged.map_err(|error| match error {
            StoreError::NotLoaded { .. } | StoreError::Stored { .. } => not_compared(target, error),
            other => other.into(),
        })?;
        if apply {
            open_facts(&store)?.write(store.folder())?;
        }
        store.close()?;
        Ok(merged)
    }

    /// The backup it was made from.
    #[must_use]
    pub fn backup(&self) -> &Path {
        &self.path
    }
}

/// How far a restore is after a step.
fn progress(step: Step) -> Progress {
    let count = |steps: usize| u64::try_from(steps).unwrap_or(u64::MAX);
    let at = Step::ALL.iter().position(|known| *known == step).unwrap_or_default();
    Progress { done: count(at + 1), total: count(Step::ALL.len()) }
}

fn not_compared(target: &DiaryFolder, error: StoreError) -> DiaryError {
    let reason = match &error {
        StoreError::KeyOrFile { .. } => "either its key is another one or its file is damaged".to_owned(),
        StoreError::NotLoaded { .. } | StoreError::Stored { .. } => {
            "a measure has another scale there, or a record does not fit".to_owned()
        }
        other => other.to_string(),
    };
    DiaryError::NotCompared { path: target.path().to_path_buf(), reason, source: Some(Box::new(error)) }
}
