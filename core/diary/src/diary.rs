//! An open diary, and the two ways to it: the key itself, or the recovery passphrase.

use std::fmt;
use std::path::Path;

use tidemark_model::{Entropy, Instant, Measure, MeasureId, Rollover, ShortText, Source, built_in};
use tidemark_store::{
    DataKey, DiaryFacts, DiaryFolder, NewDiary, Passphrase, Recovery, Store, StoreError, Verified,
};

use crate::DiaryError;

/// What a shell brings: random bytes, and what its entries are marked with.
pub struct Shell {
    /// Source of random bytes; the operating system's, except in tests.
    pub entropy: Box<dyn Entropy + Send>,
    /// How entries made through it are marked.
    pub source: Source,
}

/// Choices made when a diary is created.
#[derive(Clone, Debug)]
pub struct Setup {
    /// When it is made.
    pub created_at: Instant,
    /// When the person's day ends.
    pub rollover: Rollover,
    /// For sample diaries: the words printed on every page made from it.
    pub sample_label: Option<ShortText>,
}

/// An open diary.
pub struct Diary {
    pub(crate) store: Store,
    pub(crate) shell: Shell,
    pub(crate) about: DiaryFacts,
}

impl fmt::Debug for Diary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Diary({})", self.store.folder().path().display())
    }
}

impl Diary {
    /// Makes a diary folder at `path` with the built-in measures, and opens it. The key is for a phone's keystore or a
    /// key file; the passphrase opens the diary without it.
    ///
    /// # Errors
    /// [`DiaryError::AlreadyExists`], [`DiaryError::StorageFull`], [`DiaryError::OutputNotWritten`]; nothing is left
    /// behind.
    pub fn create(
        path: &Path,
        passphrase: &Passphrase,
        setup: Setup,
        mut shell: Shell,
    ) -> Result<(Self, DataKey), DiaryError> {
        let new = NewDiary {
            created_at: setup.created_at,
            rollover: setup.rollover,
            measures: built_in::measures(),
            sample_label: setup.sample_label,
        };
        let (store, key) = tidemark_store::create(path, passphrase, &new, shell.entropy.as_mut())?;
        Ok((Self::with_store(store, shell)?, key))
    }

    /// Opens the diary at `path` with its key; takes well under a millisecond.
    ///
    /// # Errors
    /// [`DiaryError::NotFound`], [`DiaryError::StoreDamaged`], [`DiaryError::KeyUnavailable`],
    /// [`DiaryError::StoreNewer`]. The files stay as they are.
    pub fn open_with_key(path: &Path, key: &DataKey, shell: Shell) -> Result<Self, DiaryError> {
        Self::with_store(Store::open(DiaryFolder::new(path), key)?, shell)
    }

    /// Opens the diary at `path` with its recovery passphrase; takes about a tenth of a second, on purpose.
    ///
    /// # Errors
    /// [`DiaryError::WrongPassphrase`]; otherwise as [`Self::open_with_key`].
    pub fn open_with_passphrase(
        path: &Path,
        passphrase: &Passphrase,
        shell: Shell,
    ) -> Result<Self, DiaryError> {
        let key = Self::key_from_passphrase(path, passphrase)?;
        Self::open_with_key(path, &key, shell)
    }

    /// The key of the diary at `path`, unwrapped by its recovery passphrase.
    ///
    /// # Errors
    /// [`DiaryError::NotFound`], [`DiaryError::WrongPassphrase`], [`DiaryError::KeyUnavailable`] for a damaged
    /// recovery file.
    pub fn key_from_passphrase(path: &Path, passphrase: &Passphrase) -> Result<DataKey, DiaryError> {
        let folder = DiaryFolder::new(path);
        // What is wrong with the folder is said before a tenth of a second goes into the passphrase.
        folder.check()?;
        let file = folder.recovery();
        match Recovery::read(&file, passphrase) {
            Ok(recovery) => Ok(recovery.key),
            Err(StoreError::NotFound { path }) => {
                Err(DiaryError::KeyUnavailable { path, reason: "the recovery file is missing" })
            }
            Err(error) => Err(error.into()),
        }
    }

    /// Checks what can be said of a folder before any key is tried.
    ///
    /// # Errors
    /// [`DiaryError::NotFound`], [`DiaryError::StoreDamaged`] for an empty, cut or foreign file.
    pub fn check_folder(path: &Path) -> Result<(), DiaryError> {
        Ok(DiaryFolder::new(path).check()?)
    }

    pub(crate) fn with_store(store: Store, shell: Shell) -> Result<Self, DiaryError> {
        let about = store.facts()?;
        Ok(Self { store, shell, about })
    }

    /// Closes the diary. What was confirmed is safe with or without this call.
    ///
    /// # Errors
    /// [`DiaryError::Database`] when the last tidying fails.
    pub fn close(self) -> Result<(), DiaryError> {
        Ok(self.store.close()?)
    }

    /// Where the diary is.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.store.folder().path()
    }

    /// When the person's day ends.
    #[must_use]
    pub const fn rollover(&self) -> Rollover {
        self.about.rollover
    }

    /// For sample diaries: the words printed on every page made from it.
    #[must_use]
    pub fn sample_label(&self) -> Option<&str> {
        self.about.sample_label.as_ref().map(ShortText::as_str)
    }

    /// The newest version of each measure, in their order.
    ///
    /// # Errors
    /// [`DiaryError::StoreDamaged`].
    pub fn measures(&self) -> Result<Vec<Measure>, DiaryError> {
        let mut newest: Vec<Measure> = Vec::new();
        for measure in self.store.measures()? {
            match newest.iter_mut().find(|m| m.id() == measure.id()) {
                Some(known) if known.parts().version < measure.parts().version => *known = measure,
                Some(_) => {}
                None => newest.push(measure),
            }
        }
        Ok(newest)
    }

    /// Checks every page, table and reference; repairs nothing.
    ///
    /// # Errors
    /// [`DiaryError::StoreDamaged`].
    pub fn verify(&self) -> Result<Verified, DiaryError> {
        Ok(self.store.verify()?)
    }
}

/// The measure with that name.
pub(crate) fn named<'a>(id: &MeasureId, measures: &'a [Measure]) -> Result<&'a Measure, DiaryError> {
    measures.iter().find(|m| m.id() == id).ok_or_else(|| DiaryError::UnknownMeasure {
        measure: id.clone(),
        known: measures.iter().map(|m| m.id().as_str()).collect::<Vec<_>>().join(", "),
    })
}
