//! Languages that nobody speaks, to see whether a page holds texts of another length or direction. Arguments stay as they
//! are. Set for one thread; English where nothing is set.

use std::borrow::Cow;
use std::cell::Cell;

/// A made-up language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pseudo {
    /// As written.
    #[default]
    English,
    /// Letters with accents, and 40 % more of them.
    Longer,
    /// Marked to run from right to left.
    RightToLeft,
}

thread_local! {
    static SPOKEN: Cell<Pseudo> = const { Cell::new(Pseudo::English) };
}

/// Speaks `language` in this thread while `work` runs.
pub fn speaking<T>(language: Pseudo, work: impl FnOnce() -> T) -> T {
    let before = SPOKEN.replace(language);
    let done = work();
    SPOKEN.set(before);
    done
}

/// A text in the language that is set.
pub(crate) fn spoken(text: &str) -> Cow<'_, str> {
    match SPOKEN.get() {
        Pseudo::English => Cow::Borrowed(text),
        Pseudo::Longer => Cow::Owned(longer(text)),
        // Right-to-left isolate and its end: what stands around keeps its own direction.
        Pseudo::RightToLeft => Cow::Owned(format!("\u{2067}{text}\u{2069}")),
    }
}

/// Every second letter twice from the second word on, and accents on vowels, until it is 40 % longer.
fn longer(text: &str) -> String {
    let letters = text.chars().count();
    let mut left = (letters * 2).div_ceil(5);
    let mut made = String::with_capacity(text.len() * 2);
    let mut argument = false;
    for (place, letter) in text.chars().enumerate() {
        argument = (argument || letter == '{') && letter != '}';
        let shown = if argument { letter } else { accented(letter) };
        made.push(shown);
        if !argument && letter.is_alphabetic() && left > 0 && place % 2 == 1 {
            made.push(shown);
            left -= 1;
        }
    }
    // What doubled letters did not reach comes as words at the end.
    while left > 0 {
        made.push_str(if left > 1 { " õ" } else { "õ" });
        left = left.saturating_sub(2);
    }
    made
}

const fn accented(letter: char) -> char {
    match letter {
        'a' => 'á',
        'e' => 'ë',
        'i' => 'ï',
        'o' => 'ö',
        'u' => 'û',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages;

    fn arguments(text: &str) -> Vec<&str> {
        text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name).collect()
    }

    #[test]
    fn a_longer_text_has_two_fifths_more_letters_and_the_same_arguments() {
        for (id, message) in messages() {
            for form in message.forms() {
                let made = longer(form);
                let (before, after) = (form.chars().count(), made.chars().count());
                assert!(after * 5 >= before * 7, "{id}: {before} to {after}");
                assert_eq!(arguments(form), arguments(&made), "{id}");
            }
        }
    }

    #[test]
    fn a_language_is_set_for_its_work_only() {
        let said = || crate::text("report.trends");
        assert_eq!(speaking(Pseudo::Longer, said), "Trrënndss");
        assert_eq!(speaking(Pseudo::RightToLeft, said), "\u{2067}Trends\u{2069}");
        assert_eq!(said(), "Trends");
    }
}
