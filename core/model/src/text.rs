//! Free text of a person: normalised, bounded, without control characters. Never logged, never in an error.

use std::fmt;

use unicode_normalization::UnicodeNormalization;

use crate::Invalid;

macro_rules! text {
    ($(#[$doc:meta])* $name:ident, $most:literal, $line_breaks:literal) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// Most characters (Unicode scalar values after NFC).
            pub const MOST: usize = $most;

            /// Normalises to NFC, CRLF to LF, and trims the ends.
            ///
            /// # Errors
            /// [`Invalid::Text`] when nothing is left, it is too long, or it holds control characters.
            pub fn new(field: &'static str, text: &str) -> Result<Self, Invalid> {
                let text: String = text.trim().replace("\r\n", "\n").nfc().collect();
                let control = |c: char| c.is_control() && !($line_breaks && c == '\n');
                if text.is_empty() || text.chars().count() > Self::MOST || text.chars().any(control) {
                    return Err(Invalid::Text { field, most: Self::MOST });
                }
                Ok(Self(text))
            }

            /// The text as written.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        // A Debug of a record may land in a log; what a person wrote may not.
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({} characters)"), self.0.chars().count())
            }
        }
    };
}

text!(
    /// One line of text, 1 to 80 characters.
    ShortText, 80, false
);
text!(
    /// One line of text, 1 to 200 characters: a question, what helps, a sign.
    Line, 200, false
);
text!(
    /// A note, 1 to 4,000 characters, line breaks allowed.
    Note, 4000, true
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn composed_and_decomposed_letters_are_the_same_text() {
        assert_eq!(Note::new("note", "e\u{301}te"), Note::new("note", "\u{e9}te"));
    }

    #[test]
    fn control_characters_and_length_are_refused() {
        assert!(ShortText::new("label", "two\nlines").is_err());
        assert!(Note::new("note", "bell\u{7}").is_err());
        assert!(Note::new("note", " \n ").is_err());
        assert!(Note::new("note", &"x".repeat(4001)).is_err());
        assert_eq!(Note::new("note", "two\r\nlines").unwrap().as_str(), "two\nlines");
    }

    #[test]
    fn debug_shows_no_word_of_it() {
        assert_eq!(format!("{:?}", Note::new("note", "private").unwrap()), "Note(7 characters)");
    }
}
