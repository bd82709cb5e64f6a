//! One way to give an enum its stored code: the word in SQL, JSON, CSV and the catalogue is the same.

/// Implements `code`, `from_code`, `ALL` and the field form for a field-less enum.
macro_rules! coded {
    ($name:ident, $field:literal, { $($variant:ident => $code:literal),+ $(,)? }) => {
        impl $name {
            /// Every value, in the order shown to people.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Every code, in the same order.
            pub const CODES: &'static [&'static str] = &[$($code),+];

            /// The code as stored and exported.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// Reads a code.
            ///
            /// # Errors
            /// [`crate::Invalid::Code`] for an unknown one.
            pub fn from_code(code: &str) -> Result<Self, crate::Invalid> {
                match code {
                    $($code => Ok(Self::$variant),)+
                    _ => Err(crate::Invalid::Code { field: $field, allowed: [$($code),+].join(", ") }),
                }
            }
        }

        impl crate::FieldValue for $name {
            const KIND: crate::FieldKind = crate::FieldKind::Code(Self::CODES);

            fn to_text(&self) -> Option<String> {
                Some(self.code().to_owned())
            }

            fn from_text(text: &str) -> Result<Self, crate::Invalid> {
                Self::from_code(text)
            }
        }

        impl crate::ListItem for $name {
            fn to_item(&self) -> String {
                self.code().to_owned()
            }

            fn from_item(text: &str) -> Result<Self, crate::Invalid> {
                Self::from_code(text)
            }
        }
    };
}

pub(crate) use coded;
