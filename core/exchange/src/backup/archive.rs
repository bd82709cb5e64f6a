//! The little of `tar` that a backup needs: plain files, one after the other, in the ustar form.
//!
//! Refuses everything else (links, folders, long names, changed fields): a header is either exactly the one this program
//! would write for that name and size, or the file is damaged. That is why no library for tar in general is used.

use std::io::{self, Read, Write};

/// Bytes of a block.
pub(super) const BLOCK: u64 = 512;
/// Largest part: what eleven octal digits hold.
pub(super) const LARGEST: u64 = 0o777_7777_7777;

/// The header of a part.
pub(super) fn header(name: &str, size: u64) -> Option<[u8; 512]> {
    if name.is_empty() || name.len() > 99 || size > LARGEST {
        return None;
    }
    let mut block = [0_u8; 512];
    let mut put = |at: usize, bytes: &[u8]| {
        for (to, from) in block.iter_mut().skip(at).zip(bytes) {
            *to = *from;
        }
    };
    put(0, name.as_bytes());
    put(100, b"0000600\0");
    put(108, b"0000000\0");
    put(116, b"0000000\0");
    put(124, format!("{size:011o}\0").as_bytes());
    // No time: the manifest has it, and the same diary gives the same bytes.
    put(136, b"00000000000\0");
    put(148, b"        ");
    put(156, b"0");
    put(257, b"ustar\x0000");
    let sum: u32 = block.iter().map(|byte| u32::from(*byte)).sum();
    let mut put = |at: usize, bytes: &[u8]| {
        for (to, from) in block.iter_mut().skip(at).zip(bytes) {
            *to = *from;
        }
    };
    put(148, format!("{sum:06o}\0 ").as_bytes());
    Some(block)
}

/// Bytes after a part of `size` that fill its last block.
pub(super) const fn padding(size: u64) -> u64 {
    (BLOCK - size % BLOCK) % BLOCK
}

/// Writes the zeros after a part.
pub(super) fn pad(out: &mut impl Write, size: u64) -> io::Result<()> {
    io::copy(&mut io::repeat(0).take(padding(size)), out).map(drop)
}

/// Writes the end of an archive: two blocks of zeros.
pub(super) fn end(out: &mut impl Write) -> io::Result<()> {
    io::copy(&mut io::repeat(0).take(2 * BLOCK), out).map(drop)
}

/// What the next header says.
pub(super) enum Next {
    /// A part follows.
    Part { name: String, size: u64 },
    /// The first of the two blocks that end an archive.
    End,
}

/// Reads a header; none when it is not exactly one that [`header`] makes.
pub(super) fn next(input: &mut impl Read) -> io::Result<Option<Next>> {
    let mut block = [0_u8; 512];
    input.read_exact(&mut block)?;
    if block.iter().all(|byte| *byte == 0) {
        return Ok(Some(Next::End));
    }
    let text = |from: usize, to: usize| {
        let bytes = block.get(from..to).unwrap_or_default();
        let end = bytes.iter().position(|byte| *byte == 0).unwrap_or(bytes.len());
        std::str::from_utf8(bytes.get(..end).unwrap_or_default()).ok()
    };
    let part = text(0, 100).zip(text(124, 136).and_then(|digits| u64::from_str_radix(digits, 8).ok()));
    Ok(part
        .filter(|(name, size)| header(name, *size) == Some(block))
        .map(|(name, size)| Next::Part { name: name.to_owned(), size }))
}

/// Reads `count` zeros; false when there is anything else.
pub(super) fn zeros(input: &mut impl Read, count: u64) -> io::Result<bool> {
    let mut bytes = Vec::new();
    input.take(count).read_to_end(&mut bytes)?;
    Ok(bytes.len() as u64 == count && bytes.iter().all(|byte| *byte == 0))
}
