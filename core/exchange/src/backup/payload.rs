//! The opened contents of a backup: the list of contents first, then each table row by row, all of it checked.

use std::io::{self, BufRead, BufReader, Read};

use sha2::{Digest, Sha256};
use tidemark_model::{Cell, TableShape};

use super::archive::{self, Next};
use super::{BackupError, LARGEST_MANIFEST, LONGEST_ROW, Manifest, Part, v1};

/// Contents of a backup on their way.
#[derive(Debug)]
pub struct Payload<R> {
    input: BufReader<R>,
    manifest: Manifest,
}

impl<R: Read> Payload<R> {
    /// Reads the list of contents from the unsealed bytes.
    ///
    /// # Errors
    /// [`BackupError::Damaged`], [`BackupError::Newer`], [`BackupError::NotABackup`], [`BackupError::Io`].
    pub fn begin(input: R) -> Result<Self, BackupError> {
        let mut input = BufReader::with_capacity(1 << 16, input);
        let cut = |error| broken(&error, 1, 2, "its list of contents is changed or cut");
        let size = match archive::next(&mut input).map_err(cut)? {
            Some(Next::Part { name, size }) if name == v1::MANIFEST && size <= LARGEST_MANIFEST => size,
            _ => return Err(BackupError::outer(1, "it does not begin with a list of contents")),
        };
        let mut list = Vec::new();
        input.by_ref().take(size).read_to_end(&mut list).map_err(cut)?;
        let whole = list.len() as u64 == size;
        if !whole || !archive::zeros(&mut input, archive::padding(size)).map_err(cut)? {
            return Err(BackupError::outer(1, "its list of contents is changed or cut"));
        }
        Ok(Self { manifest: v1::read_manifest(&list)?, input })
    }

    /// The list of contents.
    #[must_use]
    pub const fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// Hands over every row of every table and checks counts, sizes and digests on the way. Rows handed over before an
    /// error are those of a damaged file: keep them only when this returns without one.
    ///
    /// # Errors
    /// [`BackupError::Damaged`] with the tables that were whole, [`BackupError::Io`], or what `row` returns.
    pub fn rows<E: From<BackupError>>(
        self,
        mut row: impl FnMut(&TableShape, &[Cell<'_>]) -> Result<(), E>,
    ) -> Result<(), E> {
        let Self { mut input, manifest } = self;
        let parts = u32::try_from(manifest.parts.len()).unwrap_or(u32::MAX).saturating_add(1);
        for (have, part) in (1_u32..).zip(&manifest.parts) {
            let damaged = |reason| BackupError::Damaged { have, parts, reason };
            let cut = |error| broken(&error, have, parts, "a table is changed or cut");
            match archive::next(&mut input).map_err(cut)? {
                Some(Next::Part { name, size })
                    if name == v1::file(&part.shape.name) && size == part.bytes => {}
                _ => return Err(damaged("a table is not where its list of contents has it").into()),
            }
            table(&mut input, part, have, parts, &mut row)?;
            if !archive::zeros(&mut input, archive::padding(part.bytes)).map_err(cut)? {
                return Err(damaged("something stands between two tables").into());
            }
        }
        let cut = |error| broken(&error, parts, parts, "its end is changed or cut");
        let ended = archive::zeros(&mut input, 2 * archive::BLOCK).map_err(cut)?;
        let nothing_more = input.fill_buf().map_err(cut)?.is_empty();
        if !ended || !nothing_more {
            let reason = "its end is changed or cut";
            return Err(BackupError::Damaged { have: parts, parts, reason }.into());
        }
        Ok(())
    }
}

fn table<R: Read, E: From<BackupError>>(
    input: &mut BufReader<R>,
    part: &Part,
    have: u32,
    parts: u32,
    row: &mut impl FnMut(&TableShape, &[Cell<'_>]) -> Result<(), E>,
) -> Result<(), E> {
    let damaged = |reason| BackupError::Damaged { have, parts, reason };
    let mut digest = Sha256::new();
    let mut left = part.bytes;
    let mut rows = 0_u64;
    let mut line = Vec::new();
    while left > 0 {
        line.clear();
        input
            .by_ref()
            .take(left.min(LONGEST_ROW))
            .read_until(b'\n', &mut line)
            .map_err(|error| broken(&error, have, parts, "a table is changed or cut"))?;
        if line.last() != Some(&b'\n') {
            return Err(damaged("a row has no end").into());
        }
        left -= line.len() as u64;
        digest.update(&line);
        rows += 1;
        let cells =
            v1::read_row(&part.shape, &line).ok_or_else(|| damaged("a row is not one of its table"))?;
        row(&part.shape, &cells)?;
    }
    if rows != part.rows || <[u8; 32]>::from(digest.finalize()) != part.sha256 {
        return Err(damaged("a table is not the one its list of contents names").into());
    }
    Ok(())
}

/// An answer of the reader below: a broken seal and an early end are damage, the rest is the system's.
fn broken(error: &io::Error, have: u32, parts: u32, reason: &'static str) -> BackupError {
    match error.kind() {
        io::ErrorKind::UnexpectedEof | io::ErrorKind::InvalidData => {
            BackupError::Damaged { have, parts, reason }
        }
        kind => BackupError::Io { doing: "reading", source: io::Error::new(kind, error.to_string()) },
    }
}
