//! Every text of this crate, by id: `text/en.toml`, read once. No sentence is written in code.

#[cfg(feature = "pseudo-locale")]
pub mod pseudo;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

const ENGLISH: &str = include_str!("../text/en.toml");

/// One message of the catalogue. Arguments stand in braces, `{n}`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Message {
    /// The text when there is one form only.
    pub text: Option<String>,
    /// The text for a count of 1.
    pub one: Option<String>,
    /// The text for every other count.
    pub other: Option<String>,
    /// The argument whose count chooses between `one` and `other`.
    pub count: Option<String>,
    /// What a translator has to know.
    pub note: String,
}

// A catalogue that cannot be read is an empty one: sentences then show their ids. A test reads it first.
static MESSAGES: LazyLock<BTreeMap<String, Message>> =
    LazyLock::new(|| toml::from_str(ENGLISH).unwrap_or_default());

/// All messages by id, in the order of their ids.
pub fn messages() -> impl Iterator<Item = (&'static str, &'static Message)> {
    MESSAGES.iter().map(|(id, message)| (id.as_str(), message))
}

/// The message with that id.
pub(crate) fn message(id: &str) -> Option<&'static Message> {
    MESSAGES.get(id)
}

impl Message {
    /// The form for a count, or the only one.
    pub(crate) fn form(&self, count: Option<u32>) -> Option<Cow<'_, str>> {
        let form = match (&self.text, count) {
            (Some(text), _) => Some(text.as_str()),
            (None, Some(1)) => self.one.as_deref(),
            (None, _) => self.other.as_deref(),
        };
        #[cfg(feature = "pseudo-locale")]
        return form.map(pseudo::spoken);
        #[cfg(not(feature = "pseudo-locale"))]
        form.map(Cow::Borrowed)
    }

    /// All forms, in the order one, other.
    pub fn forms(&self) -> impl Iterator<Item = &str> {
        [&self.text, &self.one, &self.other].into_iter().filter_map(Option::as_deref)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_catalogue_can_be_read() {
        let read: Result<BTreeMap<String, Message>, _> = toml::from_str(ENGLISH);
        assert!(read.unwrap().len() > 20);
    }

    #[test]
    fn a_message_has_one_text_or_two_forms_with_their_count() {
        for (id, message) in messages() {
            let plural = message.one.is_some() && message.other.is_some() && message.count.is_some();
            let plain = message.one.is_none() && message.other.is_none() && message.count.is_none();
            assert!(if message.text.is_some() { plain } else { plural }, "{id}");
            assert!(!message.note.is_empty(), "{id} has no note for the translator");
        }
    }
}
