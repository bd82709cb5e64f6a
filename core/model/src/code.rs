//! One way to give an enum its stored code: the word in SQL, JSON, CSV and the catalogue is the same.

/// Implements `code`, `from_code` and `ALL` for a field-less enum.
macro_rules! coded {
    ($name:ident, $field:literal, { $($variant:ident => $code:literal),+ $(,)? }) => {
        impl $name {
            /// Every value, in the order shown to people.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

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
    };
}

pub(crate) use coded;
