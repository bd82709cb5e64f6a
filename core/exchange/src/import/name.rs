//! How does a file call a thing: a mood, a habit, a symptom? And what did each name become?
//!
//! A name is a person's own word: `Debug` hides it, no error repeats it. Only a preview shows it, to the person.

use std::fmt;

use tidemark_model::{MeasureId, Milli, PracticeKind, Scale, ShortText};

/// A name or word as a file has it: one line of 1 to 80 characters; of a longer one, its beginning.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Name(ShortText);

impl Name {
    /// Takes a name; none when nothing is left without spaces. Control characters become spaces.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let most = ShortText::MOST;
        let plain: String = text.trim().chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        // Normalising may make a text longer or shorter, so what is cut off is decided after it.
        let whole = |text: &str| ShortText::new("a name", text).ok().map(Self);
        whole(&plain).or_else(|| {
            let begun: String = plain.chars().take(most / 4).collect();
            if begun.trim().is_empty() { None } else { whole(&(begun + "…")) }
        })
    }

    /// The name as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// What it has in common with the same name in capitals.
    #[must_use]
    pub fn key(&self) -> String {
        self.as_str().to_lowercase()
    }
}

/// What a name of a file became, and in how many rows it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameUse {
    /// The name.
    pub name: Name,
    /// What it became.
    pub becomes: Becomes,
    /// In how many rows it stands.
    pub rows: u32,
}

/// What a name of a file became.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Becomes {
    /// A number of a measure: a mood word.
    Number {
        /// The measure.
        measure: MeasureId,
        /// The number.
        number: Milli,
    },
    /// A measure of the diary, with the numbers beside the name as its values.
    Measure {
        /// The measure.
        measure: MeasureId,
        /// Its scale.
        scale: Scale,
    },
    /// A practice.
    Practice(PracticeKind),
    /// Words in a note.
    Words,
    /// Nothing, as the person said.
    LeftOut,
    /// Nothing yet: the person is asked, and its rows wait.
    Asked {
        /// What may be answered, in words.
        takes: &'static str,
    },
}

impl fmt::Display for Becomes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number { measure, number } => write!(f, "{measure} {number}"),
            Self::Measure { measure, scale } => {
                let scale = *scale;
                write!(f, "{measure}, {} to {} in steps of {}", scale.min(), scale.max(), scale.step())
            }
            Self::Practice(kind) => write!(f, "practice {}", kind.code()),
            Self::Words => f.write_str("words in a note"),
            Self::LeftOut => f.write_str("left out"),
            Self::Asked { .. } => f.write_str("?"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_one_line_and_hidden_from_logs() {
        assert_eq!(Name::new(" a\tb \n").unwrap().as_str(), "a b");
        assert_eq!(Name::new(" \u{7} "), None);
        assert_eq!(Name::new("Süß").unwrap().key(), "süß");
        let long = Name::new(&"z".repeat(81)).unwrap();
        assert_eq!(long.as_str().chars().count(), 21);
        assert!(!format!("{long:?}").contains('z'));
    }
}
