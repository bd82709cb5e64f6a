//! What does a resource say to a person who sees nothing but text? A little XHTML, every word of it escaped.

use std::fmt::Write as _;

use serde::{Serialize, Serializer};

/// Narrative. Where text may hold what no other element says, its status says so.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Narrative {
    status: &'static str,
    div: Div,
}

impl Narrative {
    /// Text made from the elements beside it.
    pub(super) fn generated(body: Html) -> Self {
        Self { status: "generated", div: Div { body, language: None } }
    }

    /// Text that says more than the elements beside it.
    pub(super) fn additional(body: Html) -> Self {
        Self { status: "additional", div: Div { body, language: None } }
    }

    /// The same text, in a language.
    pub(super) fn language(mut self, language: &'static str) -> Self {
        self.div.language = Some(language);
        self
    }

    /// One line made from the elements beside it.
    pub(super) fn line(text: &str) -> Self {
        let mut html = Html::default();
        html.text(text);
        Self::generated(html)
    }

    /// One line that says more than the elements beside it.
    pub(super) fn beyond(text: &str) -> Self {
        let mut html = Html::default();
        html.text(text);
        Self::additional(html)
    }
}

#[derive(Clone, Debug)]
struct Div {
    body: Html,
    language: Option<&'static str>,
}

impl Serialize for Div {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        const XHTML: &str = "http://www.w3.org/1999/xhtml";
        match self.language {
            Some(language) => to.collect_str(&format_args!(
                "<div xmlns=\"{XHTML}\" lang=\"{language}\" xml:lang=\"{language}\">{}</div>",
                self.body.0
            )),
            None => to.collect_str(&format_args!("<div xmlns=\"{XHTML}\">{}</div>", self.body.0)),
        }
    }
}

/// XHTML in the making.
#[derive(Clone, Debug, Default)]
pub(super) struct Html(String);

impl Html {
    /// Words.
    pub(super) fn text(&mut self, text: &str) {
        for letter in text.chars() {
            match letter {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                '\n' => self.0.push_str("<br/>"),
                // XML has no place for these two, however they are written.
                '\u{FFFE}' | '\u{FFFF}' => self.0.push('\u{FFFD}'),
                other => self.0.push(other),
            }
        }
    }

    /// A paragraph.
    pub(super) fn paragraph(&mut self, text: &str) {
        self.within("p", |html| html.text(text));
    }

    /// A paragraph that begins with a name.
    pub(super) fn named(&mut self, name: &str, text: &str) {
        self.within("p", |html| {
            html.within("b", |html| html.text(name));
            html.text(" ");
            html.text(text);
        });
    }

    /// A list.
    pub(super) fn list(&mut self, items: &[String]) {
        self.within("ul", |html| {
            for item in items {
                html.within("li", |html| html.text(item));
            }
        });
    }

    /// A table with a row of headings.
    pub(super) fn table(&mut self, heads: &[String], rows: impl Iterator<Item = Vec<String>>) {
        self.within("table", |html| {
            html.within("thead", |html| html.row("th", heads.iter().map(String::as_str)));
            html.within("tbody", |html| {
                for row in rows {
                    html.row("td", row.iter().map(String::as_str));
                }
            });
        });
    }

    fn row<'t>(&mut self, cell: &str, texts: impl Iterator<Item = &'t str>) {
        self.within("tr", |html| {
            for text in texts {
                html.within(cell, |html| html.text(text));
            }
        });
    }

    fn within(&mut self, tag: &str, fill: impl FnOnce(&mut Self)) {
        // Writing to a string cannot fail.
        let _ = write!(self.0, "<{tag}>");
        fill(self);
        let _ = write!(self.0, "</{tag}>");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_of_a_person_becomes_markup() {
        let json = serde_json::to_string(&Narrative::line("<b>a & \"b\"\u{FFFE}\nc")).unwrap();
        let div = "<div xmlns=\\\"http://www.w3.org/1999/xhtml\\\">&lt;b&gt;a &amp; &quot;b&quot;\u{FFFD}<br/>c</div>";
        assert_eq!(json, format!("{{\"status\":\"generated\",\"div\":\"{div}\"}}"));
    }
}
