//! The catalogue of texts, for the parts of a screen that the core words: labels, units, names of styles and sections.

use tidemark::findings::{self, messages};

/// One text of the catalogue. Arguments stand in braces, `{n}`.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct CatalogueText {
    /// Its id, such as `label.section.trends`.
    pub id: String,
    /// The text for every count but 1, or the only one.
    pub text: String,
    /// The text for a count of 1, where it has a form of its own.
    pub one: Option<String>,
    /// The argument whose count chooses the form.
    pub count: Option<String>,
    /// What a translator has to know.
    pub note: String,
}

/// All texts of the catalogue, by id.
#[uniffi::export]
#[must_use]
pub fn catalogue() -> Vec<CatalogueText> {
    let one = |(id, message): (&str, &findings::Message)| CatalogueText {
        id: id.to_owned(),
        text: message.text.clone().or_else(|| message.other.clone()).unwrap_or_default(),
        one: message.one.clone(),
        count: message.count.clone(),
        note: message.note.clone(),
    };
    messages().map(one).collect()
}
