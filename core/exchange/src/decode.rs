//! Which text do these bytes spell? UTF-8 with or without its mark, UTF-16 with it, else Windows-1252, which is told.
//!
//! Refuses an empty file, one above 64 MiB, NUL bytes, and text cut within a character. Oracle: the Unicode standard's
//! own examples of each form, written out in the tests.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::error::Limit;
use crate::{ChoiceKind, ImportError};

/// Most bytes of one file, 64 MiB.
pub(crate) const MOST_BYTES: u64 = 64 * 1024 * 1024;

const CUT_CHARACTER: &str = "its last character is not complete";

/// Text of a file.
#[derive(Debug)]
pub(crate) struct Decoded<'a> {
    pub(crate) text: Cow<'a, str>,
    pub(crate) choice: Option<ChoiceKind>,
}

/// Reads the bytes of `file` as text.
pub(crate) fn decode<'a>(file: &str, bytes: &'a [u8]) -> Result<Decoded<'a>, ImportError> {
    let file = || file.to_owned();
    if bytes.is_empty() {
        return Err(ImportError::Empty { file: file() });
    }
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > MOST_BYTES {
        return Err(ImportError::TooLarge { file: file(), limit: Limit::Bytes });
    }
    let decoded = if let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        utf8(rest).map(Cow::Borrowed).map_err(|bad| bad.error(file(), "UTF-8"))?
    } else if let Some(rest) = bytes.strip_prefix(b"\xFF\xFE") {
        utf16(rest, UTF_16LE, u16::from_le_bytes).map_err(|bad| bad.error(file(), "UTF-16"))?
    } else if let Some(rest) = bytes.strip_prefix(b"\xFE\xFF") {
        utf16(rest, UTF_16BE, u16::from_be_bytes).map_err(|bad| bad.error(file(), "UTF-16"))?
    } else {
        match utf8(bytes) {
            Ok(text) => Cow::Borrowed(text),
            Err(bad) if bad.cut => return Err(bad.error(file(), "UTF-8")),
            Err(_) => {
                let text = windows_1252(bytes).map_err(|bad| bad.error(file(), "UTF-8 or Windows-1252"))?;
                return no_nul(file(), Decoded { text, choice: Some(ChoiceKind::Windows1252) });
            }
        }
    };
    no_nul(file(), Decoded { text: decoded, choice: None })
}

/// Where bytes stop being text.
struct Bad {
    line: u64,
    cut: bool,
}

impl Bad {
    fn error(self, file: String, encoding: &'static str) -> ImportError {
        let line = self.line;
        if self.cut {
            ImportError::Truncated { file, line, sign: CUT_CHARACTER }
        } else {
            ImportError::Encoding { file, line, encoding }
        }
    }
}

fn utf8(bytes: &[u8]) -> Result<&str, Bad> {
    std::str::from_utf8(bytes).map_err(|error| {
        let (good, _) = bytes.split_at_checked(error.valid_up_to()).unwrap_or((bytes, &[]));
        let line = line_at_end(std::str::from_utf8(good).unwrap_or_default());
        Bad { line, cut: error.error_len().is_none() }
    })
}

fn utf16(
    bytes: &[u8],
    encoding: &'static Encoding,
    unit: fn([u8; 2]) -> u16,
) -> Result<Cow<'static, str>, Bad> {
    // encoding_rs says only whether it failed, so the place is looked for after the fact.
    if let Some(text) = encoding.decode_without_bom_handling_and_without_replacement(bytes) {
        return Ok(Cow::Owned(text.into_owned()));
    }
    let (pairs, odd) = bytes.as_chunks::<2>();
    let mut good = String::new();
    let mut units = char::decode_utf16(pairs.iter().map(|pair| unit(*pair))).peekable();
    while let Some(Ok(c)) = units.peek() {
        good.push(*c);
        units.next();
    }
    let surrogate = units.next().is_some();
    let at_end = units.next().is_none();
    Err(Bad { line: line_at_end(&good), cut: !surrogate && !odd.is_empty() || surrogate && at_end })
}

fn windows_1252(bytes: &[u8]) -> Result<Cow<'_, str>, Bad> {
    let (text, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
    // Five bytes have no character there and come out as C1 controls.
    match text.find(|c: char| ('\u{80}'..='\u{9f}').contains(&c)) {
        Some(at) => Err(Bad { line: line_at_end(text.get(..at).unwrap_or_default()), cut: false }),
        None => Ok(text),
    }
}

fn no_nul(file: String, decoded: Decoded<'_>) -> Result<Decoded<'_>, ImportError> {
    match decoded.text.split_once('\0') {
        Some((before, _)) => Err(ImportError::NulByte { file, line: line_at_end(before) }),
        None => Ok(decoded),
    }
}

/// The line, from 1, on which the text that follows `before` goes on; CRLF, LF and CR each end one.
fn line_at_end(before: &str) -> u64 {
    let bytes = before.as_bytes();
    let next = bytes.iter().skip(1).map(Some).chain(std::iter::once(None));
    let breaks = bytes.iter().zip(next).filter(|(b, next)| match b {
        b'\n' => true,
        b'\r' => *next != Some(&b'\n'),
        _ => false,
    });
    u64::try_from(breaks.count()).unwrap_or(u64::MAX).saturating_add(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> Result<(String, Option<ChoiceKind>), ImportError> {
        decode("f.csv", bytes).map(|d| (d.text.into_owned(), d.choice))
    }

    #[test]
    fn each_encoding_spells_the_same_word() {
        // "é€", U+00E9 U+20AC.
        let expected = "é€\n".to_owned();
        assert_eq!(text(b"\xC3\xA9\xE2\x82\xAC\n").unwrap(), (expected.clone(), None));
        assert_eq!(text(b"\xEF\xBB\xBF\xC3\xA9\xE2\x82\xAC\n").unwrap(), (expected.clone(), None));
        assert_eq!(text(b"\xFF\xFE\xE9\x00\xAC\x20\n\x00").unwrap(), (expected.clone(), None));
        assert_eq!(text(b"\xFE\xFF\x00\xE9\x20\xAC\x00\n").unwrap(), (expected.clone(), None));
        assert_eq!(text(b"\xE9\x80\n").unwrap(), (expected, Some(ChoiceKind::Windows1252)));
    }

    #[test]
    fn text_cut_within_a_character_is_refused_not_read_as_another_encoding() {
        for cut in [
            &b"a\nb\xE2\x82"[..],
            b"\xEF\xBB\xBFa\nb\xC3",
            b"\xFF\xFEa\x00\n\x00\x3D\xD8",
            b"\xFF\xFEa\0\n\0b",
        ] {
            assert!(matches!(text(cut), Err(ImportError::Truncated { line: 2, .. })), "{cut:?}");
        }
    }

    #[test]
    fn nul_and_lost_surrogates_are_named_by_line() {
        assert!(matches!(text(b"a\r\nb\rc\0"), Err(ImportError::NulByte { line: 3, .. })));
        assert!(matches!(text(b"\xFF\xFEa\0\n\0\x00\xDCb\0"), Err(ImportError::Encoding { line: 2, .. })));
        assert!(matches!(text(b"a\n\x81b\xC3\x28"), Err(ImportError::Encoding { line: 2, .. })));
        assert!(matches!(text(b""), Err(ImportError::Empty { .. })));
    }
}
