//! Puts facts into the sentences of the catalogue. An id or argument that is missing fails in the tests; at run time
//! the id, or the argument's name in braces, stands in its place and nothing stops.

use serde::Serialize;
use tidemark_model::{LogicalDate, Period};

use crate::{Interval, catalogue, number};

/// A sentence about the records, with the id of its message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Sentence {
    /// Id in the catalogue.
    pub id: &'static str,
    /// The sentence, ready to show.
    pub text: String,
}

/// A fixed text of the catalogue, without arguments; the id itself when there is no such text.
#[must_use]
pub fn text(id: &'static str) -> String {
    Phrase::new(id).say().text
}

/// A text of the catalogue with its arguments, and with the count that chooses its form where it has two.
#[must_use]
pub fn say(id: &'static str, arguments: &[(&'static str, &str)], count: Option<u32>) -> String {
    let mut phrase = Phrase::new(id);
    for (name, words) in arguments {
        phrase = phrase.words(name, *words);
    }
    if let Some((count, name)) =
        count.zip(catalogue::message(id).and_then(|message| message.count.as_deref()))
    {
        phrase.counts.push((name, count));
    }
    phrase.say().text
}

/// A message on its way to become a sentence.
pub(crate) struct Phrase {
    id: &'static str,
    arguments: Vec<(&'static str, String)>,
    counts: Vec<(&'static str, u32)>,
}

impl Phrase {
    pub(crate) const fn new(id: &'static str) -> Self {
        Self { id, arguments: Vec::new(), counts: Vec::new() }
    }

    /// Words, such as a measure's label.
    pub(crate) fn words(mut self, name: &'static str, words: impl Into<String>) -> Self {
        self.arguments.push((name, words.into()));
        self
    }

    /// A count, which may choose the plural form.
    pub(crate) fn count(mut self, name: &'static str, count: u32) -> Self {
        self.counts.push((name, count));
        self.words(name, count.to_string())
    }

    /// A median, a change or a slope.
    pub(crate) fn figure(self, name: &'static str, value: f64) -> Self {
        self.words(name, number::figure(value))
    }

    /// An estimate under its own name, with `low` and `high`.
    pub(crate) fn estimate(self, name: &'static str, value: f64, interval: Interval) -> Self {
        let [value, low, high] = number::estimate(value, interval.low, interval.high);
        self.words(name, value).words("low", low).words("high", high)
    }

    /// A day.
    pub(crate) fn day(self, name: &'static str, day: LogicalDate) -> Self {
        self.words(name, number::date(day))
    }

    /// First and last day, as one argument.
    pub(crate) fn days(self, name: &'static str, period: Period) -> Self {
        self.words(name, number::date_range(period.from(), period.to()))
    }

    /// The sentence.
    pub(crate) fn say(self) -> Sentence {
        Sentence { id: self.id, text: self.fill() }
    }

    fn fill(&self) -> String {
        let form = catalogue::message(self.id).and_then(|message| {
            let counted =
                |name: &String| self.counts.iter().find(|(n, _)| n == name).map(|(_, count)| *count);
            let count = message.count.as_ref().map(counted);
            if count == Some(None) {
                missing(self.id, "the count of its plural");
            }
            message.form(count.flatten())
        });
        let Some(form) = form else {
            missing(self.id, "a message");
            return self.id.to_owned();
        };
        let mut rest = &*form;
        // One pass: braces in a person's own words are never read as arguments.
        let mut filled = String::with_capacity(rest.len() + 32);
        while let Some((before, after)) = rest.split_once('{') {
            filled.push_str(before);
            let Some((name, tail)) = after.split_once('}') else {
                filled.push('{');
                rest = after;
                continue;
            };
            if let Some((_, words)) = self.arguments.iter().find(|(n, _)| *n == name) {
                filled.push_str(words);
            } else {
                missing(self.id, name);
                filled.push('{');
                filled.push_str(name);
                filled.push('}');
            }
            rest = tail;
        }
        filled.push_str(rest);
        filled
    }
}

#[cfg(not(test))]
const fn missing(_id: &str, _what: &str) {}

#[cfg(test)]
fn missing(id: &str, what: &str) {
    panic!("{id} lacks {what}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[should_panic(expected = "sentence.no_such lacks a message")]
    fn an_id_that_is_not_in_the_catalogue_fails_in_tests() {
        let _ = text("sentence.no_such");
    }

    #[test]
    #[should_panic(expected = "period.line lacks dates")]
    fn an_argument_that_is_not_given_fails_in_tests() {
        let _ = Phrase::new("period.line").count("days", 3).say();
    }

    #[test]
    fn braces_in_a_persons_words_stay_as_they_are() {
        let line = Phrase::new("period.line").words("dates", "{days}").count("days", 1).say();
        assert_eq!(line.text, "{days} (1 day)");
    }
}
