//! The one long-lived object of the phones: an open diary behind a lock.
//!
//! A panic inside a call reaches the app as an internal error; an open transaction is rolled back as it unwinds, so the
//! lock is taken again afterwards and the diary stays usable. A call from within a call, which a watcher could make, would wait
//! for itself for ever; it is told that the diary is busy.

use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, ThreadId};

use tidemark::model::{self, Rollover};
use tidemark::{Diary, Passphrase, Setup};
use zeroize::Zeroizing;

use crate::backup::data_key;
use crate::entropy::shell;
use crate::{DiaryError, Measure, Moment, Today};

/// An open diary. Calls may come from any thread, one runs at a time; each write is on disk when its call returns.
/// Calls touch the disk: never make them on the main thread.
#[derive(uniffi::Object)]
pub struct OpenDiary {
    diary: Mutex<Option<Diary>>,
    /// The thread whose call is under way.
    inside: Mutex<Option<ThreadId>>,
}

/// The diary for as long as one call takes.
struct Inside<'a> {
    diary: MutexGuard<'a, Option<Diary>>,
    inside: &'a Mutex<Option<ThreadId>>,
}

impl Drop for Inside<'_> {
    // Before the diary is let go of: fields are dropped after this.
    fn drop(&mut self) {
        *free(self.inside) = None;
    }
}

fn free<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[uniffi::export]
impl OpenDiary {
    /// Makes a diary folder at `path`, with the built-in measures, and opens it. `rollover_min` is when the person's day
    /// ends, minutes after midnight, 0 to 720 in steps of 30; 04:00 when none is given.
    ///
    /// # Errors
    /// `AlreadyExists`, `StorageFull`, `OutputNotWritten`, `Invalid`; nothing is left behind.
    #[uniffi::constructor]
    pub fn create(
        path: &str,
        passphrase: String,
        rollover_min: Option<u16>,
        now: &Moment,
    ) -> Result<Arc<Self>, DiaryError> {
        let now: model::Moment = now.try_into()?;
        let rollover = rollover_min.map(Rollover::new).transpose()?.unwrap_or_default();
        let setup = Setup { created_at: now.instant, rollover, sample_label: None };
        // The key is asked for by itself, so that no record holds it: see `key_from_passphrase`.
        let (diary, _key) = Diary::create(Path::new(path), &secret(passphrase)?, setup, shell()?)?;
        Ok(Self::over(diary))
    }

    /// Opens the diary at `path` with its key of 32 bytes; well under a millisecond.
    ///
    /// # Errors
    /// `NotFound`, `StoreDamaged`, `KeyUnavailable`, `StoreNewer`. The files stay as they are.
    #[uniffi::constructor]
    pub fn open_with_key(path: &str, key: Vec<u8>) -> Result<Arc<Self>, DiaryError> {
        let diary = Diary::open_with_key(Path::new(path), &data_key(key)?, shell()?)?;
        Ok(Self::over(diary))
    }

    /// Opens the diary at `path` with its recovery passphrase; about a tenth of a second, on purpose.
    ///
    /// # Errors
    /// `WrongPassphrase`; otherwise as `open_with_key`.
    #[uniffi::constructor]
    pub fn open_with_passphrase(path: &str, passphrase: String) -> Result<Arc<Self>, DiaryError> {
        let diary = Diary::open_with_passphrase(Path::new(path), &secret(passphrase)?, shell()?)?;
        Ok(Self::over(diary))
    }

    /// Shuts the diary; every later call answers `Shut`. What was confirmed is safe with or without this call. Shutting
    /// twice does nothing. Not called `close`, which the generated Kotlin has already.
    ///
    /// # Errors
    /// `Other` when the last tidying fails; the diary is shut all the same. `Busy` from within a watcher; then it stays open.
    pub fn shut(&self) -> Result<(), DiaryError> {
        match self.enter()?.diary.take() {
            Some(diary) => Ok(diary.close()?),
            None => Ok(()),
        }
    }

    /// The day it is at `now`: what is asked, the latest answers, and the sessions around it.
    ///
    /// # Errors
    /// `StoreDamaged`, `Invalid` for a clock outside 1900–2199.
    pub fn today(&self, now: &Moment) -> Result<Today, DiaryError> {
        let now = now.try_into()?;
        self.with(|diary| Ok(Today::new(diary.today(now)?, diary.sample_label())))
    }

    /// The newest version of each measure, in their order.
    ///
    /// # Errors
    /// `StoreDamaged`.
    pub fn measures(&self) -> Result<Vec<Measure>, DiaryError> {
        self.with(|diary| Ok(diary.measures()?.iter().map(Measure::from).collect()))
    }
}

impl OpenDiary {
    pub(crate) fn over(diary: Diary) -> Arc<Self> {
        Arc::new(Self { diary: Mutex::new(Some(diary)), inside: Mutex::new(None) })
    }

    /// The diary, as soon as no other call is under way.
    fn enter(&self) -> Result<Inside<'_>, DiaryError> {
        self.outside()?;
        let diary = free(&self.diary);
        *free(&self.inside) = Some(thread::current().id());
        Ok(Inside { diary, inside: &self.inside })
    }

    /// Refuses a call from within a call on this diary.
    ///
    /// # Errors
    /// `Busy`.
    pub(crate) fn outside(&self) -> Result<(), DiaryError> {
        match *free(&self.inside) {
            Some(thread) if thread == thread::current().id() => Err(DiaryError::Busy),
            _ => Ok(()),
        }
    }

    pub(crate) fn with<T>(
        &self,
        act: impl FnOnce(&mut Diary) -> Result<T, DiaryError>,
    ) -> Result<T, DiaryError> {
        self.enter()?.diary.as_mut().ok_or(DiaryError::Shut).and_then(act)
    }
}

/// The passphrase, with the text that brought it wiped.
pub(crate) fn secret(text: String) -> Result<Passphrase, DiaryError> {
    Passphrase::new(&Zeroizing::new(text)).map_err(|error| tidemark::DiaryError::from(error).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_in_one_call_leaves_the_diary_usable() {
        let folder = tempfile::TempDir::new().unwrap();
        let path = folder.path().join("my.diary").display().to_string();
        let now = Moment { epoch_ms: 1_795_550_640_000, offset_s: 0, zone_id: None };
        let diary = OpenDiary::create(&path, "four plain words here".to_owned(), None, &now).unwrap();
        let shaken = Arc::clone(&diary);
        let panicked =
            std::thread::spawn(move || shaken.with(|_| -> Result<(), DiaryError> { panic!("planted") }));
        assert!(panicked.join().is_err());
        assert!(diary.diary.is_poisoned());
        assert_eq!(diary.today(&now).unwrap().day, "2026-11-24");
    }
}
