//! Writing the whole diary to one sealed file. No passphrase is needed: the file is sealed to a key whose secret only the
//! recovery file holds.

use std::cell::RefCell;
use std::fs::File;
use std::io::{BufRead as _, BufReader};
use std::path::Path;

use sha2::{Digest, Sha256};
use tidemark_exchange::backup::{self, BackupError, Head, Manifest, Rows, TakeRow};
use tidemark_model::{BackupRecord, FileDigest, FileSize, Instant, Moment, ShortText, TableShape};
use tidemark_store::{Dump, StoreError, replace_with};

use crate::share_log::of_backup;
use crate::watch::{Progress, Watcher, nobody};
use crate::{Diary, DiaryError};

/// What a backup turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackupWritten {
    /// Its list of contents.
    pub manifest: Manifest,
    /// Size of the file in bytes.
    pub bytes: u64,
    /// Whether it was read back from its place with that size and a whole outer form.
    pub verified: bool,
    /// Of the file as it was read back.
    pub sha256: FileDigest,
}

impl Diary {
    /// Writes a backup of everything, deleted records and their history included. A former backup at `file` is replaced
    /// when the new one is whole; any other file there is left alone. It is read back, and noted at `now` with `place`, the
    /// person's word for where they keep it.
    ///
    /// # Errors
    /// [`DiaryError::AlreadyExists`], [`DiaryError::OutputNotWritten`], [`DiaryError::StorageFull`],
    /// [`DiaryError::StoreDamaged`]; [`DiaryError::KeyUnavailable`] when the recovery file is missing, because nobody
    /// could open such a backup. [`DiaryError::NotNoted`].
    pub fn backup(
        &mut self,
        file: &Path,
        place: Option<ShortText>,
        now: Moment,
    ) -> Result<BackupWritten, DiaryError> {
        self.backup_watched(file, place, &mut nobody(), now)
    }

    /// As [`Self::backup`], under a watcher who is told table by table: each is read twice.
    ///
    /// # Errors
    /// As [`Self::backup`], and [`DiaryError::Cancelled`]; then no partial file is left and a former backup stays.
    pub fn backup_watched(
        &mut self,
        file: &Path,
        place: Option<ShortText>,
        watch: &mut Watcher<'_>,
        now: Moment,
    ) -> Result<BackupWritten, DiaryError> {
        let written = self.seal_backup(file, watch, now.instant)?;
        let record =
            BackupRecord { place, size_bytes: FileSize::of(written.bytes)?, verified: written.verified };
        self.note_backup(file, record, written.sha256, now)?;
        Ok(written)
    }

    /// Writes a backup as [`Self::backup_watched`] does and notes nothing: for a file that has yet to reach its place. One that
    /// never did is no backup, and the age of the latest would say otherwise.
    ///
    /// # Errors
    /// As [`Self::backup_watched`], without [`DiaryError::NotNoted`].
    pub fn seal_backup(
        &self,
        file: &Path,
        watch: &mut Watcher<'_>,
        now: Instant,
    ) -> Result<BackupWritten, DiaryError> {
        if file.symlink_metadata().is_ok() && !File::open(file).is_ok_and(backup::is_backup) {
            return Err(DiaryError::AlreadyExists { path: file.to_path_buf() });
        }
        let recovery = self.store.recovery_file()?;
        let dump = self.store.dump()?;
        let head = Head {
            schema: self.store.schema()?,
            created: now,
            days: dump.days()?,
            program: env!("CARGO_PKG_VERSION").to_owned(),
        };
        let recipient = self.store.backup_recipient()?;
        let written = replace_with(file, |out: &mut File| {
            backup::write(out, &recovery, &recipient, head, &Everything::of(&dump, watch))
        })
        .map_err(|trouble: Trouble| trouble.with(file))?;
        drop(dump);
        let (sha256, verified) = match read_back(file, written.bytes) {
            Ok(sha256) => (sha256, true),
            Err(sha256) => (sha256, false),
        };
        Ok(BackupWritten { manifest: written.manifest, bytes: written.bytes, verified, sha256 })
    }

    /// Notes at `now` that a backup which [`Self::seal_backup`] wrote as `file` is in its place, and that it left.
    ///
    /// # Errors
    /// [`DiaryError::NotNoted`].
    pub fn note_backup(
        &mut self,
        file: &Path,
        backup: BackupRecord,
        sha256: FileDigest,
        now: Moment,
    ) -> Result<(), DiaryError> {
        self.note_left(file, of_backup(sha256), Some(backup), now)
    }
}

/// The digest of a backup as it stands in its place; as an error when it is not the one of `bytes` bytes that was written,
/// or no whole one.
fn read_back(file: &Path, bytes: u64) -> Result<FileDigest, FileDigest> {
    let mut hasher = Sha256::new();
    let read = File::open(file).and_then(|input| {
        let (mut input, mut size) = (BufReader::with_capacity(1 << 17, input), 0);
        loop {
            let some = input.fill_buf()?;
            if some.is_empty() {
                return Ok(size);
            }
            hasher.update(some);
            let length = some.len();
            size += length as u64;
            input.consume(length);
        }
    });
    let sha256 = FileDigest::new(hasher.finalize().into());
    let whole = read.is_ok_and(|size| size == bytes)
        && File::open(file).is_ok_and(|input| backup::open(input).is_ok());
    if whole { Ok(sha256) } else { Err(sha256) }
}

/// The diary's rows as a backup takes them.
struct Everything<'a, 'w> {
    dump: &'a Dump<'a>,
    /// Whoever watches, and how many tables were begun.
    watch: RefCell<(&'a mut Watcher<'w>, u64)>,
}

impl<'a, 'w> Everything<'a, 'w> {
    const fn of(dump: &'a Dump<'a>, watch: &'a mut Watcher<'w>) -> Self {
        Self { dump, watch: RefCell::new((watch, 0)) }
    }

    fn tell(&self) -> Result<(), StoreError> {
        let mut watch = self.watch.borrow_mut();
        let (watch, begun) = &mut *watch;
        let total = u64::try_from(self.dump.tables().len()).unwrap_or(u64::MAX).saturating_mul(2);
        let told = watch(Progress { done: (*begun).min(total), total });
        *begun += 1;
        if told.is_break() { Err(StoreError::Cancelled { doing: "making a backup" }) } else { Ok(()) }
    }
}

impl Rows for Everything<'_, '_> {
    type Error = Trouble;

    fn tables(&self) -> Vec<TableShape> {
        self.dump.tables().to_vec()
    }

    fn each(&self, table: &str, row: &mut TakeRow<'_, Trouble>) -> Result<(), Trouble> {
        self.tell()?;
        self.dump.each_row(table, row)
    }
}

/// What can go wrong between a diary and a backup, before it is known which file to name.
#[derive(Debug)]
pub(crate) enum Trouble {
    Store(StoreError),
    Backup(BackupError),
}

impl Trouble {
    /// What it means for the person who named the backup `file`.
    pub(crate) fn with(self, file: &Path) -> DiaryError {
        match self {
            Self::Store(error) => error.into(),
            Self::Backup(error) => DiaryError::backup(file, error),
        }
    }
}

impl From<StoreError> for Trouble {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<BackupError> for Trouble {
    fn from(error: BackupError) -> Self {
        Self::Backup(error)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

    use tidemark_model::{Rollover, SeededEntropy, Source};

    use super::*;
    use crate::{Setup, Shell};

    #[test]
    fn a_backup_of_another_size_or_with_a_byte_more_is_not_the_one_that_was_written() {
        let room = tempfile::tempdir().unwrap();
        let now = Moment::parse("2026-11-24T21:04Z").unwrap();
        let setup = Setup { created_at: now.instant, rollover: Rollover::default(), sample_label: None };
        let shell = Shell { entropy: Box::new(SeededEntropy::new(1)), source: Source::Cli };
        let passphrase = tidemark_store::Passphrase::new("correct horse").unwrap();
        let made = Diary::create(&room.path().join("my.diary"), &passphrase, setup, shell);
        let file = room.path().join("my.backup");
        let bytes = made.unwrap().0.backup(&file, None, now).unwrap().bytes;
        let sha256 = read_back(&file, bytes).unwrap();
        assert_eq!(read_back(&file, bytes + 1), Err(sha256));
        let mut longer = std::fs::read(&file).unwrap();
        longer.push(0);
        std::fs::write(&file, &longer).unwrap();
        assert!(read_back(&file, bytes + 1).is_err());
    }

    #[test]
    fn a_backup_that_is_not_whole_in_its_place_is_not_said_to_be() {
        let room = tempfile::tempdir().unwrap();
        let file = room.path().join("my.backup");
        // Anything but what was written: missing, cut, or no backup at all.
        assert!(read_back(&file, 3).is_err());
        std::fs::write(&file, b"abc").unwrap();
        // `printf abc | sha256sum`, FIPS 180-2.
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(read_back(&file, 4).unwrap_err().to_string(), abc);
        assert_eq!(read_back(&file, 3).unwrap_err().to_string(), abc);
    }
}
