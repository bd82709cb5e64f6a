//! Which texts could a spreadsheet run as a formula? Those get a `'` in front, and lose it again when read.
//!
//! A text that begins with `'` gets one too, so that taking one off always gives the text back. Numbers are no texts.

use std::borrow::Cow;

/// First characters that spreadsheets act on, with the full-width forms some normalise, and the mark itself.
const GUARDED: [char; 13] =
    ['=', '+', '-', '@', '\t', '\r', '\n', '\0', '\'', '\u{FF1D}', '\u{FF0B}', '\u{FF0D}', '\u{FF20}'];

/// The text as a cell.
pub(super) fn guard(text: &str) -> Cow<'_, str> {
    if text.starts_with(GUARDED) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// The text of a cell.
pub(super) fn unguard(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(text) if text.starts_with(GUARDED) => text,
        _ => cell,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_could_run_is_guarded() {
        for (text, cell) in [
            ("=1+1", "'=1+1"),
            ("+31 6", "'+31 6"),
            ("-3", "'-3"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'\t=1"),
            ("\u{FF1D}1", "'\u{FF1D}1"),
            ("'tis", "''tis"),
            ("'=1", "''=1"),
            ("plain", "plain"),
            ("a=1", "a=1"),
            ("", ""),
        ] {
            assert_eq!(guard(text), cell);
            assert_eq!(unguard(cell), text);
        }
    }

    #[test]
    fn a_mark_typed_in_a_spreadsheet_stays() {
        assert_eq!(unguard("'s avonds"), "'s avonds");
    }

    proptest::proptest! {
            #[test]
            fn guarding_is_reversible(text in "[=+@'\t\r\n\\-\u{FF1D}\u{FF0B}a]{0,6}") {
                let cell = guard(&text).into_owned();
                proptest::prop_assert_eq!(unguard(&cell), text.as_str());
    let runs = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '\u{FF1D}', '\u{FF0B}', '\u{FF0D}']);
                proptest::prop_assert!(!runs);
            }
        }
}
