//! How a record is taken apart into named fields and put together again.
//!
//! A field has one text form. The revision log, CSV, JSON Lines and the command line show it as it is; the database
//! keeps whole numbers, ids and moments in columns of their own and everything else as that text. Nothing else about
//! a field is decided anywhere else.

use std::collections::BTreeMap;
use std::fmt;

use crate::{Invalid, Line, LogicalDate, MeasureId, Moment, Note, Rollover, ShortText, ZoneName};

/// What a field may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// Words of a person; at most so many characters.
    Text(usize),
    /// A name or code that cannot start a formula in a spreadsheet.
    Word,
    /// One of a list.
    Code(&'static [&'static str]),
    /// Several items joined by ` | `; a `|` within an item is written `\|`, a `\` `\\`.
    List,
    /// An id.
    Uuid,
    /// `YYYY-MM-DD`.
    Date,
    /// ISO 8601 with offset, and the zone in brackets when known: `2026-11-24T21:04:00+00:00[Europe/Dublin]`.
    Moment,
    /// `hh:mm`.
    Clock,
    /// A decimal.
    Number,
    /// A whole number, with its lowest and highest.
    Whole(u32, u32),
    /// `true` or `false`.
    YesNo,
}

/// One named field of a kind of record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its name in CSV, JSON, the revision log and on the command line.
    pub name: &'static str,
    /// Its column in the database, where that word is taken by SQL.
    pub column: &'static str,
    /// What it may hold.
    pub kind: FieldKind,
    /// Whether every record has it.
    pub required: bool,
    /// What it says, one line.
    pub about: &'static str,
}

/// A type that a field can hold.
pub trait FieldValue: Sized {
    /// What the text form looks like.
    const KIND: FieldKind;
    /// Whether the field is always there.
    const REQUIRED: bool = true;
    /// The text form; none when there is nothing to say.
    fn to_text(&self) -> Option<String>;
    /// Reads the text form.
    ///
    /// # Errors
    /// [`Invalid`] for anything [`Self::to_text`] does not write.
    fn from_text(text: &str) -> Result<Self, Invalid>;
    /// The value of a field that says nothing; none when it has to say something.
    #[must_use]
    fn of_nothing() -> Option<Self> {
        None
    }
}

/// The fields of one record by name; an absent one says nothing.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Texts(BTreeMap<String, String>);

impl Texts {
    /// Sets a field, or empties it.
    pub fn set(&mut self, name: &str, text: Option<String>) {
        match text {
            Some(text) => self.0.insert(name.to_owned(), text),
            None => self.0.remove(name),
        };
    }

    /// The text form of a field.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    /// Names and texts, by name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, text)| (name.as_str(), text.as_str()))
    }

    /// Reads a field.
    ///
    /// # Errors
    /// [`Invalid::Missing`], or [`Invalid::InField`] with the rule it breaks.
    pub fn read<T: FieldValue>(&self, name: &'static str) -> Result<T, Invalid> {
        match self.get(name) {
            Some(text) => T::from_text(text)
                .map_err(|rule| Invalid::InField { field: name.to_owned(), rule: Box::new(rule) }),
            None => T::of_nothing().ok_or(Invalid::Missing { field: name }),
        }
    }
}

// Fields hold what a person wrote; a log may not.
impl fmt::Debug for Texts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.0.keys()).finish()
    }
}

impl<T: FieldValue> FieldValue for Option<T> {
    const KIND: FieldKind = T::KIND;
    const REQUIRED: bool = false;

    fn to_text(&self) -> Option<String> {
        self.as_ref().and_then(T::to_text)
    }

    fn from_text(text: &str) -> Result<Self, Invalid> {
        T::from_text(text).map(Some)
    }

    fn of_nothing() -> Option<Self> {
        Some(None)
    }
}

/// A type that several of can stand in one field.
pub trait ListItem: Sized {
    /// The text form of one item.
    fn to_item(&self) -> String;
    /// Reads one item.
    ///
    /// # Errors
    /// [`Invalid`] for anything [`Self::to_item`] does not write.
    fn from_item(text: &str) -> Result<Self, Invalid>;
}

impl<T: ListItem> FieldValue for Vec<T> {
    const KIND: FieldKind = FieldKind::List;
    const REQUIRED: bool = false;

    fn to_text(&self) -> Option<String> {
        let escaped = |item: &T| item.to_item().replace('\\', "\\\\").replace('|', "\\|");
        let text = self.iter().map(escaped).collect::<Vec<_>>().join(" | ");
        (!text.is_empty()).then_some(text)
    }

    fn from_text(text: &str) -> Result<Self, Invalid> {
        let mut items = vec![String::new()];
        let mut escaped = false;
        for letter in text.chars() {
            match (letter, escaped, items.last_mut()) {
                ('\\', false, _) => escaped = true,
                ('|', false, _) => items.push(String::new()),
                (_, _, Some(item)) => {
                    item.push(letter);
                    escaped = false;
                }
                (_, _, None) => {}
            }
        }
        items.iter().map(|item| item.trim()).filter(|item| !item.is_empty()).map(T::from_item).collect()
    }

    fn of_nothing() -> Option<Self> {
        Some(Self::new())
    }
}

/// An item as it stands, for readers that know no more of it.
impl ListItem for String {
    fn to_item(&self) -> String {
        self.clone()
    }

    fn from_item(text: &str) -> Result<Self, Invalid> {
        Ok(text.to_owned())
    }
}

/// Gives a type with `Display` and `FromStr` its field and its list form.
macro_rules! spelled {
    ($name:ty, $kind:expr) => {
        impl crate::FieldValue for $name {
            const KIND: crate::FieldKind = $kind;

            fn to_text(&self) -> Option<String> {
                Some(self.to_string())
            }

            fn from_text(text: &str) -> Result<Self, crate::Invalid> {
                text.parse()
            }
        }

        impl crate::ListItem for $name {
            fn to_item(&self) -> String {
                self.to_string()
            }

            fn from_item(text: &str) -> Result<Self, crate::Invalid> {
                text.parse()
            }
        }
    };
}

pub(crate) use spelled;

spelled!(LogicalDate, FieldKind::Date);
spelled!(Rollover, FieldKind::Clock);
spelled!(MeasureId, FieldKind::Word);

impl FieldValue for bool {
    const KIND: FieldKind = FieldKind::YesNo;

    fn to_text(&self) -> Option<String> {
        Some(self.to_string())
    }

    fn from_text(text: &str) -> Result<Self, Invalid> {
        match text.to_ascii_lowercase().as_str() {
            "true" | "yes" => Ok(true),
            "false" | "no" => Ok(false),
            _ => Err(Invalid::Field { field: "it", allowed: "true or false" }),
        }
    }
}

impl FieldValue for Moment {
    const KIND: FieldKind = FieldKind::Moment;

    fn to_text(&self) -> Option<String> {
        let zone = self.zone.map(|zone| format!("[{}]", zone.name())).unwrap_or_default();
        Some(format!("{}{zone}", self.to_iso()))
    }

    fn from_text(text: &str) -> Result<Self, Invalid> {
        match text.strip_suffix(']').and_then(|text| text.split_once('[')) {
            Some((at, zone)) => Ok(Self { zone: Some(ZoneName::new(zone)?), ..Self::parse(at)? }),
            None => Self::parse(text),
        }
    }
}

macro_rules! words {
    ($($name:ident)*) => {$(
        impl FieldValue for $name {
            const KIND: FieldKind = FieldKind::Text($name::MOST);

            fn to_text(&self) -> Option<String> {
                Some(self.as_str().to_owned())
            }

            fn from_text(text: &str) -> Result<Self, Invalid> {
                Self::new("a text", text)
            }
        }

        impl ListItem for $name {
            fn to_item(&self) -> String {
                self.as_str().to_owned()
            }

            fn from_item(text: &str) -> Result<Self, Invalid> {
                Self::new("a text", text)
            }
        }
    )*};
}

words! { ShortText Note Line }

/// A whole number with its own range: the type, its constructor and its field.
macro_rules! bounded {
    ($(#[$doc:meta])* $name:ident($number:ty) $low:literal..=$high:literal, $field:literal, $allowed:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name($number);

        impl $name {
            /// Takes a number of its range.
            ///
            /// # Errors
            /// [`crate::Invalid::Field`] outside it.
            pub fn new(number: $number) -> Result<Self, crate::Invalid> {
                if ($low..=$high).contains(&number) {
                    Ok(Self(number))
                } else {
                    Err(crate::Invalid::Field { field: $field, allowed: $allowed })
                }
            }

            /// The number.
            #[must_use]
            pub const fn get(self) -> $number {
                self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = crate::Invalid;

            fn from_str(text: &str) -> Result<Self, crate::Invalid> {
                let refused = crate::Invalid::Field { field: $field, allowed: $allowed };
                text.parse().map_err(|_| refused).and_then(Self::new)
            }
        }

        crate::field::spelled!($name, crate::FieldKind::Whole($low, $high));
    };
}

pub(crate) use bounded;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_comes_back_with_its_bars_and_backslashes() {
        for items in [vec!["a | b", "c\\", "|"], vec!["one"], vec![]] {
            let list: Vec<ShortText> = items.iter().map(|t| ShortText::new("t", t).unwrap()).collect();
            let read: Vec<ShortText> = match list.to_text() {
                Some(text) => Vec::from_text(&text).unwrap(),
                None => Vec::of_nothing().unwrap(),
            };
            assert_eq!(read, list);
        }
        let two: Vec<ShortText> = ["a | b", "c"].iter().map(|t| ShortText::new("t", t).unwrap()).collect();
        assert_eq!(two.to_text().as_deref(), Some("a \\| b | c"));
    }

    #[test]
    fn a_moment_keeps_its_zone() {
        let text = "2026-11-24T21:04:00+00:00[Europe/Dublin]";
        assert_eq!(Moment::from_text(text).unwrap().to_text().as_deref(), Some(text));
        assert!(Moment::from_text("2026-11-24T21:04:00+00:00[Europe/Nowhere]").is_err());
        assert!(Moment::from_text("2026-11-24T21:04:00+00:00[").is_err());
    }

    #[test]
    fn a_field_that_has_to_be_there_is_named() {
        let texts = Texts::default();
        assert_eq!(texts.read::<ShortText>("name"), Err(Invalid::Missing { field: "name" }));
        assert_eq!(texts.read::<Option<ShortText>>("name"), Ok(None));
    }
}
