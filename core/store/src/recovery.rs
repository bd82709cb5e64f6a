//! `recovery.age`: the diary's key and the secret of its backups, wrapped by the passphrase of the person.
//!
//! age with scrypt at work factor 16 (about 0.1 s); a file that asks for more than 18 is refused before any work.

use std::path::Path;

use age::secrecy::{ExposeSecret, SecretString};
use tidemark_model::Entropy;
use zeroize::Zeroizing;

use crate::folder::{parent, read_bounded, sync_folder, temporary, write_beside};
use crate::{DataKey, StoreError, words};

/// The recovery passphrase; wiped when dropped, never shown by `Debug`.
#[derive(Clone, Debug)]
pub struct Passphrase(SecretString);

const WORK_FACTOR: u8 = 16;
const MOST_WORK: u8 = 18;
const LONGEST: u64 = 64 * 1024;

impl Passphrase {
    /// Takes a passphrase, without the line break that ends a file.
    ///
    /// # Errors
    /// [`StoreError::Invalid`] when nothing is left.
    pub fn new(text: &str) -> Result<Self, StoreError> {
        let text = text.strip_suffix('\n').unwrap_or(text);
        let text = text.strip_suffix('\r').unwrap_or(text);
        if text.trim().is_empty() {
            let empty =
                tidemark_model::Invalid::Field { field: "a passphrase", allowed: "at least one character" };
            return Err(empty.into());
        }
        Ok(Self(SecretString::from(words::as_made(text).as_str().to_owned())))
    }

    /// Seven random words of a published list, 77 bits, and the passphrase they are. To be shown once.
    #[must_use]
    pub fn of_words(entropy: &mut dyn Entropy) -> (Self, Zeroizing<String>) {
        let words = words::random(entropy);
        (Self(SecretString::from(words.as_str().to_owned())), words)
    }
}

/// What the recovery file holds.
#[derive(Clone, Debug)]
pub struct Recovery {
    /// The key of the database.
    pub key: DataKey,
    backup_identity: SecretString,
}

impl Recovery {
    /// A recovery file for `key` with a new backup identity.
    #[must_use]
    pub fn new(key: DataKey) -> Self {
        let identity = age::x25519::Identity::generate();
        Self { key, backup_identity: SecretString::from(identity.to_string().expose_secret().to_owned()) }
    }

    /// The public half of the backup identity; it is stored in the diary, so that backups need no passphrase.
    ///
    /// # Errors
    /// [`StoreError::KeyFile`] when the identity does not parse.
    pub fn backup_recipient(&self) -> Result<String, StoreError> {
        let identity: age::x25519::Identity = self
            .backup_identity
            .expose_secret()
            .parse()
            .map_err(|_| unreadable(Path::new("recovery.age"), "its backup identity is not one"))?;
        Ok(identity.to_public().to_string())
    }

    /// The secret that opens backups.
    #[must_use]
    pub const fn backup_identity(&self) -> &SecretString {
        &self.backup_identity
    }

    /// Writes the file, wrapped by `passphrase`.
    ///
    /// # Errors
    /// [`StoreError::Full`], [`StoreError::Io`].
    pub fn write(&self, path: &Path, passphrase: &Passphrase) -> Result<(), StoreError> {
        write_beside(path, &self.seal(path, passphrase)?)
    }

    /// Wraps the same keys in a new passphrase; the records are not touched. The new file takes the old one's place only
    /// when it was read back and opened with the new passphrase.
    ///
    /// # Errors
    /// [`StoreError::WrongPassphrase`], [`StoreError::KeyFile`], [`StoreError::Full`], [`StoreError::Io`]; then the old
    /// passphrase is still the one.
    pub fn rewrap(path: &Path, old: &Passphrase, new: &Passphrase) -> Result<(), StoreError> {
        let held = Self::read(path, old)?;
        let fresh = temporary(path);
        // Written whole and synced under its temporary name: `write` would be one rename further.
        let made = held.write(&fresh, new).and_then(|()| {
            let again = Self::read(&fresh, new)?;
            let same = *again.key.to_bytes() == *held.key.to_bytes()
                && again.backup_identity.expose_secret() == held.backup_identity.expose_secret();
            if !same {
                return Err(unreadable(&fresh, "it was not written as it was meant"));
            }
            std::fs::rename(&fresh, path).map_err(StoreError::io("renaming a finished file to", path))?;
            sync_folder(parent(path))
        });
        made.inspect_err(|_| {
            // The old file is still in its place.
            let _ = std::fs::remove_file(&fresh);
        })
    }

    fn seal(&self, path: &Path, passphrase: &Passphrase) -> Result<Vec<u8>, StoreError> {
        let plain = Zeroizing::new(format!(
            "format=tidemark-recovery\nversion=1\nmin_reader=1\ndata_key={}\nbackup_identity={}\n",
            self.key.hex().as_str(),
            self.backup_identity.expose_secret()
        ));
        let mut recipient = age::scrypt::Recipient::new(passphrase.0.clone());
        recipient.set_work_factor(WORK_FACTOR);
        age::encrypt(&recipient, plain.as_bytes())
            .map_err(|_| unreadable(path, "the passphrase could not be applied"))
    }

    /// Opens the file with `passphrase`.
    ///
    /// # Errors
    /// [`StoreError::NotFound`], [`StoreError::WrongPassphrase`], [`StoreError::KeyFile`] when it is cut, damaged,
    /// asks for an unreasonable amount of work, or was written by a newer version.
    pub fn read(path: &Path, passphrase: &Passphrase) -> Result<Self, StoreError> {
        Self::unseal(path, &read_bounded(path, LONGEST)?, passphrase)
    }

    /// Opens the bytes of a recovery file; `path` is what errors name.
    ///
    /// # Errors
    /// As [`Self::read`].
    pub fn unseal(path: &Path, sealed: &[u8], passphrase: &Passphrase) -> Result<Self, StoreError> {
        if sealed.is_empty() {
            return Err(unreadable(path, "it is empty (0 bytes)"));
        }
        let mut identity = age::scrypt::Identity::new(passphrase.0.clone());
        identity.set_max_work_factor(MOST_WORK);
        let plain = age::decrypt(&identity, sealed).map_err(|error| match error {
            age::DecryptError::DecryptionFailed
            | age::DecryptError::KeyDecryptionFailed
            | age::DecryptError::NoMatchingKeys => StoreError::WrongPassphrase { path: path.to_path_buf() },
            age::DecryptError::ExcessiveWork { .. } => unreadable(path, "it asks for too much work"),
            _ => unreadable(path, "it is damaged or not a recovery file"),
        })?;
        Self::parse(path, &Zeroizing::new(plain))
    }

    fn parse(path: &Path, plain: &[u8]) -> Result<Self, StoreError> {
        let damaged = || unreadable(path, "it does not hold a key");
        let text = std::str::from_utf8(plain).map_err(|_| damaged())?;
        let field = |name: &str| text.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix('='));
        if field("format") != Some("tidemark-recovery") {
            return Err(damaged());
        }
        if field("min_reader") != Some("1") {
            return Err(unreadable(path, "it was written by a newer version of Tidemark"));
        }
        let key = field("data_key").and_then(DataKey::from_hex).ok_or_else(damaged)?;
        let identity = field("backup_identity").ok_or_else(damaged)?;
        Ok(Self { key, backup_identity: SecretString::from(identity.to_owned()) })
    }
}

/// The bytes of the file, when it is one that a passphrase opens.
pub(crate) fn sealed(path: &Path) -> Result<Vec<u8>, StoreError> {
    let sealed = read_bounded(path, LONGEST).map_err(|error| match error {
        StoreError::NotFound { path } => StoreError::KeyFile { path, reason: "the recovery file is missing" },
        other => other,
    })?;
    match age::Decryptor::new_buffered(sealed.as_slice()) {
        Ok(file) if file.is_scrypt() => Ok(sealed),
        _ => Err(unreadable(path, "it is damaged or not a recovery file")),
    }
}

fn unreadable(path: &Path, reason: &'static str) -> StoreError {
    StoreError::KeyFile { path: path.to_path_buf(), reason }
}
