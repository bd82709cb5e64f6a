//! The outer file: is it a backup, is it all there, and which bytes are its two parts? Told before any key is tried.

use std::io::{self, BufReader, Cursor, Read, Seek, SeekFrom};

use age::secrecy::{ExposeSecret, SecretString};

use super::archive::{self, BLOCK, Next};
use super::{BackupError, LARGEST_RECOVERY, Payload};

/// A backup whose outer form is whole; its contents are still sealed.
#[derive(Debug)]
pub struct Sealed<R> {
    input: R,
    recovery: Vec<u8>,
    /// Where the sealed part begins, and its length.
    place: u64,
    size: u64,
}

/// Header of an age file at most: one recipient takes about 200 bytes.
const LONGEST_HEADER: u64 = 4096;

/// Whether a file begins as a backup does; says nothing about the rest of it.
#[must_use]
pub fn is_backup(mut input: impl Read) -> bool {
    matches!(archive::next(&mut input), Ok(Some(Next::Part { name, .. })) if name == "recovery.age")
}

/// Looks at the outer form of a backup: both parts there, nothing cut, nothing added.
///
/// # Errors
/// [`BackupError::NotABackup`], [`BackupError::Damaged`], [`BackupError::Io`].
pub fn open<R: Read + Seek>(mut input: R) -> Result<Sealed<R>, BackupError> {
    let length = input.seek(SeekFrom::End(0)).map_err(BackupError::reading)?;
    input.rewind().map_err(BackupError::reading)?;
    if length == 0 {
        return Err(BackupError::NotABackup { reason: "it is empty (0 bytes)" });
    }
    let recovery_size = match archive::next(&mut input) {
        Ok(Some(Next::Part { name, size })) if name == "recovery.age" && size <= LARGEST_RECOVERY => size,
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => {
            return Err(BackupError::outer(0, "its first part is cut"));
        }
        Err(error) => return Err(BackupError::reading(error)),
        Ok(_) => return Err(BackupError::NotABackup { reason: "it does not begin as one" }),
    };
    let cut = |have, reason| {
        move |error: io::Error| match error.kind() {
            io::ErrorKind::UnexpectedEof => BackupError::outer(have, reason),
            _ => BackupError::reading(error),
        }
    };
    let mut recovery = vec![0; usize::try_from(recovery_size).unwrap_or_default()];
    input.read_exact(&mut recovery).map_err(cut(0, "its first part is cut"))?;
    if !archive::zeros(&mut input, archive::padding(recovery_size)).map_err(BackupError::reading)? {
        return Err(BackupError::outer(0, "its first part is changed or cut"));
    }
    let size = match archive::next(&mut input).map_err(cut(1, "its second part is missing"))? {
        Some(Next::Part { name, size }) if name == "payload.tar.age" => size,
        _ => return Err(BackupError::outer(1, "its second part does not begin as one")),
    };
    let place = input.stream_position().map_err(BackupError::reading)?;
    let end = place.saturating_add(size).saturating_add(archive::padding(size));
    match length.cmp(&end.saturating_add(2 * BLOCK)) {
        std::cmp::Ordering::Less => return Err(BackupError::outer(1, "its end is missing")),
        std::cmp::Ordering::Greater => return Err(BackupError::outer(1, "something was added to it")),
        std::cmp::Ordering::Equal => {}
    }
    input.seek(SeekFrom::Start(place + size)).map_err(BackupError::reading)?;
    let rest = archive::padding(size) + 2 * BLOCK;
    if !archive::zeros(&mut input, rest).map_err(BackupError::reading)? {
        return Err(BackupError::outer(1, "its end is changed"));
    }
    Ok(Sealed { input, recovery, place, size })
}

impl<R: Read + Seek> Sealed<R> {
    /// The bytes of the diary's recovery file at the time.
    #[must_use]
    pub fn recovery(&self) -> &[u8] {
        &self.recovery
    }

    /// Opens the contents with the secret that the recovery file holds, and reads the list of contents.
    ///
    /// # Errors
    /// [`BackupError::Damaged`], [`BackupError::Newer`], [`BackupError::Io`].
    pub fn unseal(self, identity: &SecretString) -> Result<Payload<impl Read + use<R>>, BackupError> {
        let damaged = |reason| BackupError::outer(1, reason);
        let Ok(identity) = identity.expose_secret().parse::<age::x25519::Identity>() else {
            return Err(damaged("the recovery file in it holds no key for it"));
        };
        let mut input = self.input;
        input.seek(SeekFrom::Start(self.place)).map_err(BackupError::reading)?;
        let mut start = Vec::new();
        let mut rest = input.take(self.size);
        rest.by_ref().take(LONGEST_HEADER).read_to_end(&mut start).map_err(BackupError::reading)?;
        // The library reads a header to its end, wherever that is; a file of strangers does not choose how long.
        if !is_header(&start) {
            return Err(damaged("its second part does not begin as a sealed one"));
        }
        let plain = BufReader::with_capacity(1 << 17, Cursor::new(start).chain(rest));
        let opened = age::Decryptor::new_buffered(plain)
            .and_then(|sealed| sealed.decrypt(std::iter::once(&identity as &dyn age::Identity)));
        match opened {
            Ok(plain) => Payload::begin(plain),
            Err(age::DecryptError::Io(error)) if error.kind() != io::ErrorKind::UnexpectedEof => {
                Err(BackupError::reading(error))
            }
            Err(_) => Err(damaged("its second part is changed, or sealed to another key")),
        }
    }
}

/// Whether the bytes begin with the header of an age file for one X25519 recipient, as this program writes it.
fn is_header(start: &[u8]) -> bool {
    let mut lines = start.split(|byte| *byte == b'\n');
    let base64 = |bytes: &[u8]| {
        !bytes.is_empty() && bytes.iter().all(|b| b.is_ascii_alphanumeric() || *b == b'+' || *b == b'/')
    };
    if lines.next() != Some(b"age-encryption.org/v1") {
        return false;
    }
    // A grease stanza, which age may add, is skipped: a line that names it, then lines of base64.
    lines.take(40).any(|line| line.strip_prefix(b"--- ").is_some_and(base64))
}
