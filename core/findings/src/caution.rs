//! What a reader has to know beside a figure that is given. A caution never withholds; a [`Silence`](crate::Silence)
//! does.

use serde::{Serialize, Serializer};

/// Something that limits how a finding reads; in JSON its code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Caution {
    /// Said by the statistical method, under its own code.
    Method(&'static str),
    /// Values on another scale of the same measure are left out.
    ScaleChanged,
    /// Entries made by somebody else are left out.
    ProxyExcluded,
    /// Some values come from a file, and when they were written is not known.
    Imported,
    /// More than half of the values were written later than the next day, or by somebody else.
    MostlyBackfilled,
    /// The interval is wider than half of the scale.
    TooWide,
    /// Some pairs are left out: from memory, outside the windows, or with one side only.
    PairsLeftOut,
    /// The days do not allow the second method that checks this one.
    Unchecked,
    /// Sessions chosen on harder days can be followed by lower ratings without anything else.
    HardDaySelection,
}

impl Caution {
    /// The code in `snake_case`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Method(code) => code,
            Self::ScaleChanged => "scale_changed",
            Self::ProxyExcluded => "proxy_excluded",
            Self::Imported => "imported",
            Self::MostlyBackfilled => "mostly_backfilled",
            Self::TooWide => "too_wide",
            Self::PairsLeftOut => "pairs_left_out",
            Self::Unchecked => "unchecked",
            Self::HardDaySelection => "hard_day_selection",
        }
    }

    /// The cautions of a statistical result.
    pub(crate) fn of_method(cautions: &[tidemark_stats::Caution]) -> Vec<Self> {
        cautions.iter().map(|caution| Self::Method(caution.code())).collect()
    }
}

impl Serialize for Caution {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.code())
    }
}
