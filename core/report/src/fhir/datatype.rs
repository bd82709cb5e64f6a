//! The data types of FHIR that the resources here are made of, as far as they are used.

use std::borrow::Cow;

use serde::{Serialize, Serializer};
use tidemark_model::{Line, Milli};

use super::resource_id::Reference;

/// Text that is fixed, or made for this document.
pub(super) type Text = Cow<'static, str>;

/// Coding.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Coding {
    pub(super) system: &'static str,
    pub(super) code: Text,
    pub(super) display: Text,
}

/// `CodeableConcept`.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct Concept {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) coding: Vec<Coding>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) text: Option<Text>,
}

impl Concept {
    /// A concept that has words and no code.
    pub(super) fn words(text: impl Into<Text>) -> Self {
        Self { coding: Vec::new(), text: Some(text.into()) }
    }

    /// A concept that a code says in full.
    pub(super) fn code(coding: Coding) -> Self {
        Self { coding: vec![coding], text: None }
    }
}

/// Decimal, written exactly and as short as it is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Decimal(pub(super) Milli);

impl Decimal {
    /// The number, when it is a whole one.
    pub(super) const fn whole(self) -> Option<i64> {
        let thousandths = self.0.thousandths();
        if thousandths % 1000 == 0 { Some(thousandths / 1000) } else { None }
    }
}

impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self.whole() {
            Some(whole) => to.serialize_i64(whole),
            // The float next to a number of at most three decimals prints as that number.
            None => to.serialize_f64(self.0.to_f64()),
        }
    }
}

/// Quantity in a unit of UCUM.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Quantity {
    pub(super) value: Decimal,
    pub(super) unit: &'static str,
    pub(super) system: &'static str,
    pub(super) code: &'static str,
}

/// Quantity without a unit, as the end of a range.
#[derive(Clone, Copy, Debug, Serialize)]
pub(super) struct Number {
    pub(super) value: Decimal,
}

/// Range.
#[derive(Clone, Copy, Debug, Serialize)]
pub(super) struct Range {
    pub(super) low: Number,
    pub(super) high: Number,
}

impl Range {
    pub(super) const fn new(low: Milli, high: Milli) -> Self {
        Self { low: Number { value: Decimal(low) }, high: Number { value: Decimal(high) } }
    }
}

/// Period; an end that is not known is absent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Period {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) start: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) end: Option<String>,
}

/// Annotation.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Annotation {
    #[serde(rename = "authorReference", skip_serializing_if = "Option::is_none")]
    pub(super) author: Option<Reference>,
    pub(super) text: Text,
}

impl Annotation {
    /// Words of the program about what was recorded.
    pub(super) fn said(text: impl Into<Text>) -> Self {
        Self { author: None, text: plain(text.into()) }
    }

    /// Words of a person.
    pub(super) fn by(author: Reference, text: &str) -> Self {
        Self { author: Some(author), text: plain(text.to_owned().into()) }
    }
}

/// Words as they are written where FHIR takes Markdown: what could begin a tag is no tag.
fn plain(text: Text) -> Text {
    let begins = |after: &str| after.starts_with(|c: char| c.is_ascii_alphabetic() || "/!?".contains(c));
    if !text.match_indices('<').any(|(at, _)| begins(text.get(at + 1..).unwrap_or_default())) {
        return text;
    }
    let mut parts = text.split('<');
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        plain.push_str(if begins(part) { "&lt;" } else { "<" });
        plain.push_str(part);
    }
    plain.into()
}

/// Identifier.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Identifier {
    pub(super) system: &'static str,
    pub(super) value: String,
}

/// `HumanName`: as the person wrote it, in one piece.
#[derive(Clone, Debug, Serialize)]
pub(super) struct HumanName {
    pub(super) text: String,
}

/// `ContactPoint`: the person's words on how to reach somebody, of whatever kind.
#[derive(Clone, Debug, Serialize)]
pub(super) struct ContactPoint {
    system: &'static str,
    value: String,
}

impl ContactPoint {
    pub(super) fn of(contact: &Line) -> Self {
        Self { system: "other", value: contact.as_str().to_owned() }
    }
}

/// Identifier of which only the number is known.
#[derive(Clone, Debug, Serialize)]
pub(super) struct NumberOf {
    pub(super) value: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_of_a_note_becomes_a_tag() {
        for (written, markdown) in [
            ("a <b>c</b>", "a &lt;b>c&lt;/b>"),
            ("1 < 2 <3 & <", "1 < 2 <3 & <"),
            ("<!-- x", "&lt;!-- x"),
            ("tea", "tea"),
        ] {
            assert_eq!(Annotation::said(written).text, markdown);
        }
    }

    #[test]
    fn decimals_are_written_as_they_were_typed() {
        for (thousandths, json) in [(7_000, "7"), (7_250, "7.25"), (-500, "-0.5"), (1, "0.001"), (0, "0")] {
            let decimal = Decimal(Milli::new(thousandths).unwrap());
            assert_eq!(serde_json::to_string(&decimal).unwrap(), json);
        }
    }
}
