//! The key of a diary, for the phone's keystore to hold: had from the recovery passphrase, and the passphrase itself.

use std::path::Path;

use tidemark::{Diary, Passphrase};

use crate::DiaryError;
use crate::entropy::SystemEntropy;
use crate::open_diary::secret;

/// Seven random words of a published list, 77 bits, to be the recovery passphrase of a new diary. To be shown once and
/// written down on paper; nobody can give them back.
///
/// # Errors
/// `Other` when the system gives no random bytes.
#[uniffi::export]
pub fn new_recovery_words() -> Result<String, DiaryError> {
    let (_, words) = Passphrase::of_words(&mut SystemEntropy::asked()?);
    Ok(words.as_str().to_owned())
}

/// The key of the diary at `path`, 32 bytes, unwrapped by its recovery passphrase, for the phone's keystore to hold.
/// Takes about a tenth of a second, on purpose. Overwrite the bytes once they are wrapped.
///
/// # Errors
/// `NotFound`, `WrongPassphrase`, `KeyUnavailable` for a damaged recovery file.
#[uniffi::export]
pub fn key_from_passphrase(path: &str, passphrase: String) -> Result<Vec<u8>, DiaryError> {
    let key = Diary::key_from_passphrase(Path::new(path), &secret(passphrase)?)?;
    Ok(key.to_bytes().to_vec())
}

/// As `key_from_passphrase`, although the database may be damaged: for `open_snapshot` and `examine`.
///
/// # Errors
/// `WrongPassphrase`, `KeyUnavailable`, `NotFound`.
#[uniffi::export]
pub fn key_despite_damage(path: &str, passphrase: String) -> Result<Vec<u8>, DiaryError> {
    let key = Diary::key_despite_damage(Path::new(path), &secret(passphrase)?)?;
    Ok(key.to_bytes().to_vec())
}

/// Gives the diary at `path` a new recovery passphrase; its key stays. Backups made before still open with the old one.
///
/// # Errors
/// `WrongPassphrase`, `KeyUnavailable`, `StorageFull`, `OutputNotWritten`, `Invalid` for an empty one; then the old passphrase
/// is still the one.
#[uniffi::export]
pub fn change_passphrase(path: &str, old: String, new: String) -> Result<(), DiaryError> {
    Ok(Diary::change_passphrase(Path::new(path), &secret(old)?, &secret(new)?)?)
}
