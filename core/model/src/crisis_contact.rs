//! Whom to call when it is too much: the person's own contacts, and a dated table by region that ships with the program.

use std::fmt;
use std::str::FromStr;

use crate::content::content;
use crate::field::spelled;
use crate::{FieldKind, Invalid, LogicalDate, ShortText};

/// A region, ISO 3166-1 alpha-2: two capital letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RegionCode([u8; 2]);

impl fmt::Display for RegionCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|letter| write!(f, "{}", char::from(*letter)))
    }
}

impl FromStr for RegionCode {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        match text.as_bytes() {
            [a, b] if a.is_ascii_uppercase() && b.is_ascii_uppercase() => Ok(Self([*a, *b])),
            _ => Err(Invalid::Field { field: "a region", allowed: "two capital letters, such as IE" }),
        }
    }
}

spelled!(RegionCode, FieldKind::Word);

/// A telephone number as dialled: 2 to 20 digits, with `+`, spaces, `-`, `(` and `)`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PhoneNumber(String);

impl fmt::Display for PhoneNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl fmt::Debug for PhoneNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PhoneNumber(…)")
    }
}

impl FromStr for PhoneNumber {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        let text = text.trim();
        let digits = text.chars().filter(char::is_ascii_digit).count();
        let known = text.chars().all(|c| c.is_ascii_digit() || matches!(c, '+' | ' ' | '-' | '(' | ')'));
        if known && (2..=20).contains(&digits) && text.len() <= 40 {
            Ok(Self(text.to_owned()))
        } else {
            Err(Invalid::Field {
                field: "a telephone number",
                allowed: "2 to 20 digits, with + at the start",
            })
        }
    }
}

// A `+` would start a formula, so it is guarded like words.
spelled!(PhoneNumber, FieldKind::Text(40));

content! {
    /// One contact.
    CrisisContact(CrisisContactId) without rules {
        /// ISO 3166 region it is for
        region: Option<RegionCode>,
        /// who answers
        service: ShortText,
        /// number to call
        number: PhoneNumber,
        /// number to text
        text: Option<PhoneNumber>,
        /// when somebody answers
        hours: Option<ShortText>,
        /// languages spoken
        language: Option<ShortText>,
        /// the day the number was checked; empty: it has not been
        verified_on: Option<LogicalDate>,
        /// where the number is from
        origin @ "origin": Option<ShortText>,
        /// whether it may be read while the diary is locked
        open: bool,
    }
}

impl CrisisContact {
    /// Days after which a number is to be checked again.
    const STALE_DAYS: i32 = 365;

    /// Whether the number was never checked, or more than twelve months before `today`.
    #[must_use]
    pub fn needs_check(&self, today: LogicalDate) -> bool {
        self.verified_on.is_none_or(|day| today.day_number() - day.day_number() > Self::STALE_DAYS)
    }
}
