//! The key of a diary: 32 random bytes, wiped after use. A key file holds it for daily use without the passphrase.

use std::fmt::Write as _;
use std::path::Path;

use tidemark_model::Entropy;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::StoreError;
use crate::folder::{read_bounded, write_beside};

/// The raw key of a diary's database, 32 bytes; wiped when dropped, never shown by `Debug`.
///
/// It stays at one place in memory: an array would leave a copy behind wherever the key is moved.
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct DataKey(Box<[u8; 32]>);

const MARK: &str = "tidemark-key-1 ";

impl DataKey {
    /// A new random key.
    #[must_use]
    pub fn generate(entropy: &mut dyn Entropy) -> Self {
        let mut key = Self::blank();
        entropy.fill(key.0.as_mut_slice());
        key
    }

    fn blank() -> Self {
        Self(Box::new([0; 32]))
    }

    /// Takes 32 bytes, for example what a phone's keystore unwrapped.
    #[must_use]
    pub fn from_bytes(mut bytes: [u8; 32]) -> Self {
        let mut key = Self::blank();
        key.0.copy_from_slice(&bytes);
        bytes.zeroize();
        key
    }

    /// The 32 bytes, for a phone's keystore to wrap.
    #[must_use]
    pub fn to_bytes(&self) -> Zeroizing<[u8; 32]> {
        Zeroizing::new(*self.0)
    }

    /// 64 lower-case hexadecimal digits.
    pub(crate) fn hex(&self) -> Zeroizing<String> {
        let mut hex = Zeroizing::new(String::with_capacity(64));
        for byte in self.0.iter() {
            // Writing to a String cannot fail.
            let _ = write!(hex, "{byte:02x}");
        }
        hex
    }

    /// Reads 64 hexadecimal digits.
    pub(crate) fn from_hex(hex: &str) -> Option<Self> {
        let mut key = Self::blank();
        if hex.len() != 64 || !hex.is_ascii() {
            return None;
        }
        for (byte, at) in key.0.iter_mut().zip((0..64).step_by(2)) {
            *byte = u8::from_str_radix(hex.get(at..at + 2)?, 16).ok()?;
        }
        Some(key)
    }

    /// Reads a key file that only its owner may read.
    ///
    /// # Errors
    /// [`StoreError::NotFound`], or [`StoreError::KeyFile`] when others may read it or it holds no key.
    pub fn read_file(path: &Path) -> Result<Self, StoreError> {
        let refused = |reason| StoreError::KeyFile { path: path.to_path_buf(), reason };
        if others_may_read(path)? {
            return Err(refused("others may read this key file; run chmod 600 on it"));
        }
        let text = Zeroizing::new(read_bounded(path, 1024)?);
        let text = std::str::from_utf8(&text).map_err(|_| refused("it is not a key file"))?;
        let hex = text.trim_end().strip_prefix(MARK).ok_or_else(|| refused("it is not a key file"))?;
        let read = Self::from_hex(hex).ok_or_else(|| refused("it is not a whole key"));
        wipe_dead_stack();
        read
    }

    /// Writes a key file, mode 0600 from the first byte; an existing file stays untouched.
    ///
    /// # Errors
    /// [`StoreError::Exists`], [`StoreError::Full`], [`StoreError::Io`].
    pub fn write_file(&self, path: &Path) -> Result<(), StoreError> {
        if path.symlink_metadata().is_ok() {
            return Err(StoreError::Exists { path: path.to_path_buf() });
        }
        let text = secret_text(&[MARK, &self.hex(), "\n"]);
        write_beside(path, text.as_bytes())
    }
}

impl Clone for DataKey {
    fn clone(&self) -> Self {
        let mut copy = Self::blank();
        copy.0.copy_from_slice(self.0.as_slice());
        copy
    }
}

/// The parts as one text that is wiped; it never grows, because growing leaves a copy behind.
pub(crate) fn secret_text(parts: &[&str]) -> Zeroizing<String> {
    let mut text = Zeroizing::new(String::with_capacity(parts.iter().map(|part| part.len()).sum()));
    for part in parts {
        text.push_str(part);
    }
    text
}

/// Writes over what calls that have returned left on the stack, 64 KiB of it: ciphers copy what they work on.
#[expect(clippy::large_stack_arrays, reason = "the stack is what is written over")]
#[inline(never)]
pub(crate) fn wipe_dead_stack() {
    let mut dead = [0_u64; 8 * 1024];
    dead.zeroize();
}

impl std::fmt::Debug for DataKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("DataKey(…)")
    }
}

#[cfg(unix)]
fn others_may_read(path: &Path) -> Result<bool, StoreError> {
    use std::os::unix::fs::PermissionsExt;
    let about = std::fs::metadata(path).map_err(StoreError::not_read(path))?;
    Ok(about.permissions().mode() & 0o077 != 0)
}

#[cfg(not(unix))]
fn others_may_read(_path: &Path) -> Result<bool, StoreError> {
    Ok(false)
}
