//! Days and stretches of days, as ISO text.

use tidemark::model::{Invalid, LogicalDate};

/// First and last day of a stretch, both included.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Period {
    /// First day, `YYYY-MM-DD`, 1900 to 2199.
    pub from: String,
    /// Last day, `YYYY-MM-DD`, not before the first.
    pub to: String,
}

/// Which days are asked about; an open end means the diary's first or last entry.
#[derive(Clone, Debug, Default, PartialEq, Eq, uniffi::Record)]
pub struct Span {
    /// First day, `YYYY-MM-DD`.
    #[uniffi(default = None)]
    pub from: Option<String>,
    /// Last day, `YYYY-MM-DD`.
    #[uniffi(default = None)]
    pub to: Option<String>,
}

impl From<tidemark::model::Period> for Period {
    fn from(from: tidemark::model::Period) -> Self {
        Self { from: from.from().to_string(), to: from.to().to_string() }
    }
}

impl TryFrom<&Period> for tidemark::model::Period {
    type Error = Invalid;

    fn try_from(from: &Period) -> Result<Self, Invalid> {
        Self::new(from.from.parse()?, from.to.parse()?)
    }
}

impl TryFrom<&Span> for tidemark::Span {
    type Error = Invalid;

    fn try_from(from: &Span) -> Result<Self, Invalid> {
        let day = |text: &Option<String>| text.as_deref().map(str::parse::<LogicalDate>).transpose();
        Ok(Self { from: day(&from.from)?, to: day(&from.to)? })
    }
}
