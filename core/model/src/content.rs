//! What a record says, apart from its id and stamp: a plain struct of named fields and the rules between them.
//!
//! [`content!`] declares the struct and, from the same lines, its fields; [`Recorded`] holds one that was checked.

use std::ops::Deref;

use crate::{Field, Invalid, Kind, RecordId, Stamp, Texts};

/// What a kind of record says.
pub trait Content: Sized {
    /// Its id.
    type Id: RecordId;
    /// Its kind.
    const KIND: Kind;
    /// Its fields, in the order people read them.
    const FIELDS: &'static [Field];
    /// The text form of each field, in the order of [`Self::FIELDS`].
    fn texts(&self) -> Vec<Option<String>>;
    /// Puts it together from its fields; rules between fields are not looked at.
    ///
    /// # Errors
    /// [`Invalid::Missing`], [`Invalid::InField`].
    fn read(texts: &Texts) -> Result<Self, Invalid>;
    /// The rules between its fields.
    ///
    /// # Errors
    /// The first rule it breaks.
    fn check(&self) -> Result<(), Invalid>;
}

/// A record: checked content with its id and stamp.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded<T: Content> {
    /// Which record.
    pub id: T::Id,
    /// When and how it was written.
    pub stamp: Stamp,
    // Beside the record: a sheet of thirty fields would make a list of small records as wide as itself.
    content: Box<T>,
}

impl<T: Content> Recorded<T> {
    /// Makes a record.
    ///
    /// # Errors
    /// The first rule that the content breaks.
    pub fn new(id: T::Id, stamp: Stamp, content: T) -> Result<Self, Invalid> {
        content.check()?;
        Ok(Self { id, stamp, content: Box::new(content) })
    }

    /// What it says.
    #[must_use]
    pub const fn content(&self) -> &T {
        &self.content
    }

    /// Gives back what it says.
    #[must_use]
    pub fn into_content(self) -> T {
        *self.content
    }

    /// Its fields by name.
    #[must_use]
    pub fn to_texts(&self) -> Texts {
        let mut texts = Texts::default();
        for (field, text) in T::FIELDS.iter().zip(self.content.texts()) {
            texts.set(field.name, text);
        }
        texts
    }
}

impl<T: Content> Deref for Recorded<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.content
    }
}

/// The fields of a struct, from the lines that declare it. A column is named where the field's own name is a word of SQL.
macro_rules! fields {
    ($(#[$doc:meta])* $name:ident {
        $($(#[doc = $about:literal])+ $field:ident $(@ $column:literal)?: $type:ty,)+
    }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $name {
            $($(#[doc = $about])+ pub $field: $type,)+
        }

        impl $name {
            /// The fields, in the order people read them.
            pub const FIELDS: &'static [crate::Field] = &[$(crate::Field {
                name: stringify!($field),
                column: crate::content::column!(stringify!($field) $(, $column)?),
                kind: <$type as crate::FieldValue>::KIND,
                required: <$type as crate::FieldValue>::REQUIRED,
                about: concat!($($about),+),
            },)+];

            /// The text form of each field.
            #[must_use]
            pub fn texts(&self) -> Vec<Option<String>> {
                vec![$(crate::FieldValue::to_text(&self.$field),)+]
            }

            /// Puts it together from its fields.
            ///
            /// # Errors
            /// [`crate::Invalid::Missing`], [`crate::Invalid::InField`].
            pub fn read(texts: &crate::Texts) -> Result<Self, crate::Invalid> {
                Ok(Self { $($field: texts.read(stringify!($field))?,)+ })
            }
        }
    };
}

macro_rules! column {
    ($name:expr) => {
        $name
    };
    ($name:expr, $column:literal) => {
        $column
    };
}

/// Declares the content of a kind of record; rules between its fields are in a method `rules` beside it.
macro_rules! content {
    ($(#[$doc:meta])* $name:ident($id:ident) without rules { $($body:tt)+ }) => {
        crate::content::content!(@made |_content| Ok(()); $(#[$doc])* $name($id) { $($body)+ });
    };
    ($(#[$doc:meta])* $name:ident($id:ident) { $($body:tt)+ }) => {
        crate::content::content!(@made $name::rules; $(#[$doc])* $name($id) { $($body)+ });
    };
    (@made $rules:expr; $(#[$doc:meta])* $name:ident($id:ident) { $($body:tt)+ }) => {
        crate::content::fields!($(#[$doc])* $name { $($body)+ });

        impl crate::Content for $name {
            type Id = crate::$id;
            const KIND: crate::Kind = crate::Kind::$name;
            const FIELDS: &'static [crate::Field] = Self::FIELDS;

            fn texts(&self) -> Vec<Option<String>> {
                self.texts()
            }

            fn read(texts: &crate::Texts) -> Result<Self, crate::Invalid> {
                Self::read(texts)
            }

            fn check(&self) -> Result<(), crate::Invalid> {
                let rules: fn(&Self) -> Result<(), crate::Invalid> = $rules;
                rules(self)
            }
        }
    };
}

pub(crate) use {column, content, fields};
