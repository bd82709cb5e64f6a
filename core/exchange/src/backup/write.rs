//! Writing a backup. The rows are asked for twice: once to measure each table for the manifest, which comes first, and
//! once to write it. So nothing but the current row is held in memory.

use std::io::{self, BufWriter, Seek, SeekFrom, Write};

use sha2::{Digest, Sha256};
use tidemark_model::{Cell, TableShape};

use super::{BackupError, Head, LARGEST_RECOVERY, Manifest, Part, archive, v1};

/// Where the rows come from. Both times they are asked for, they have to be the same.
pub trait Rows {
    /// Why rows could not be had.
    type Error: From<BackupError>;

    /// All tables, by name.
    fn tables(&self) -> Vec<TableShape>;

    /// Hands over each row of a table, cells in the order of its columns.
    ///
    /// # Errors
    /// Its own, or what `row` returns.
    fn each(
        &self,
        table: &str,
        row: &mut dyn FnMut(&[Cell<'_>]) -> Result<(), Self::Error>,
    ) -> Result<(), Self::Error>;
}

/// What was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// Its list of contents.
    pub manifest: Manifest,
    /// Size of the file in bytes.
    pub bytes: u64,
}

/// Writes a backup to `out`: `recovery` as it is, the rows sealed to `recipient` (an age X25519 recipient).
///
/// # Errors
/// [`BackupError::Io`], [`BackupError::Recipient`], [`BackupError::TooMuch`], or what `rows` returns. What stands in
/// `out` is then no backup.
pub fn write<R: Rows>(
    mut out: impl Write + Seek,
    recovery: &[u8],
    recipient: &str,
    head: Head,
    rows: &R,
) -> Result<Written, R::Error> {
    let recipient: age::x25519::Recipient = recipient.parse().map_err(|_| BackupError::Recipient)?;
    if recovery.len() as u64 > LARGEST_RECOVERY {
        return Err(BackupError::TooMuch { reason: "its recovery file is too long" }.into());
    }
    let shapes = rows.tables();
    let mut parts = Vec::with_capacity(shapes.len());
    for shape in shapes {
        parts.push(measure(shape, rows)?);
    }
    let manifest = Manifest { head, parts };
    let begin = |out: &mut dyn Write, name: &str, size: u64| {
        let header =
            archive::header(name, size).ok_or(BackupError::TooMuch { reason: "a part is too large" })?;
        out.write_all(&header).map_err(BackupError::writing)
    };
    begin(&mut out, "recovery.age", recovery.len() as u64)?;
    out.write_all(recovery).map_err(BackupError::writing)?;
    archive::pad(&mut out, recovery.len() as u64).map_err(BackupError::writing)?;

    // The size of the sealed part is known at its end; its header is written once more then.
    let place = out.stream_position().map_err(BackupError::writing)?;
    begin(&mut out, "payload.tar.age", 0)?;
    let encryptor = age::Encryptor::with_recipients(std::iter::once(&recipient as &dyn age::Recipient))
        .map_err(|_| BackupError::Recipient)?;
    let sealing = encryptor.wrap_output(BufWriter::with_capacity(1 << 17, &mut out));
    let mut sealed = BufWriter::with_capacity(1 << 16, sealing.map_err(BackupError::writing)?);

    let list = v1::write_manifest(&manifest)?;
    begin(&mut sealed, v1::MANIFEST, list.len() as u64)?;
    sealed.write_all(&list).map_err(BackupError::writing)?;
    archive::pad(&mut sealed, list.len() as u64).map_err(BackupError::writing)?;
    for part in &manifest.parts {
        begin(&mut sealed, &v1::file(&part.shape.name), part.bytes)?;
        let mut written = 0;
        each_line(&part.shape, rows, &mut |line| {
            written += line.len() as u64;
            sealed.write_all(line).map_err(BackupError::writing)
        })?;
        if written != part.bytes {
            let changed = io::Error::other("the rows of a table changed while they were read");
            return Err(BackupError::writing(changed).into());
        }
        archive::pad(&mut sealed, part.bytes).map_err(BackupError::writing)?;
    }
    archive::end(&mut sealed).map_err(BackupError::writing)?;
    let sealing = sealed.into_inner().map_err(|e| BackupError::writing(e.into_error()))?;
    sealing.finish().and_then(|mut inner| inner.flush()).map_err(BackupError::writing)?;

    let end = out.stream_position().map_err(BackupError::writing)?;
    let size = end.saturating_sub(place + archive::BLOCK);
    out.seek(SeekFrom::Start(place)).map_err(BackupError::writing)?;
    begin(&mut out, "payload.tar.age", size)?;
    out.seek(SeekFrom::Start(end)).map_err(BackupError::writing)?;
    archive::pad(&mut out, size).map_err(BackupError::writing)?;
    archive::end(&mut out).map_err(BackupError::writing)?;
    let bytes = out.stream_position().map_err(BackupError::writing)?;
    out.flush().map_err(BackupError::writing)?;
    Ok(Written { manifest, bytes })
}

fn measure<R: Rows>(shape: TableShape, rows: &R) -> Result<Part, R::Error> {
    let mut digest = Sha256::new();
    let (mut bytes, mut count) = (0_u64, 0_u64);
    each_line(&shape, rows, &mut |line| {
        digest.update(line);
        bytes += line.len() as u64;
        count += 1;
        Ok(())
    })?;
    Ok(Part { shape, rows: count, bytes, sha256: digest.finalize().into() })
}

fn each_line<R: Rows>(
    shape: &TableShape,
    rows: &R,
    take: &mut dyn FnMut(&[u8]) -> Result<(), BackupError>,
) -> Result<(), R::Error> {
    let mut line = Vec::new();
    rows.each(&shape.name, &mut |cells| {
        line.clear();
        v1::write_row(shape, cells, &mut line)?;
        if line.len() as u64 > super::LONGEST_ROW {
            return Err(BackupError::TooMuch { reason: "a row is too long" }.into());
        }
        Ok(take(&line)?)
    })
}
