//! Why nothing is said, as a value. A silence is an answer about the records, not an error.

use serde::Serialize;
use tidemark_stats::Refused;

/// Why a finding or one of its figures is withheld.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(tag = "reason", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Silence {
    /// Fewer values or pairs than the figure needs.
    TooFew {
        /// How many there are.
        have: usize,
        /// How many it takes.
        need: usize,
    },
    /// Neighbours are so alike that too few independent ones are left.
    TooFewIndependent {
        /// How many independent ones they count like.
        have: f64,
        /// How many it takes.
        need: f64,
    },
    /// The values, or the changes, are the same every time.
    NoVariation,
    /// The scale of the measure was changed inside the period.
    ScaleChanged,
    /// More than half of the values were written later than the next day, or by somebody else.
    MostlyBackfilled {
        /// Share of such values, above 0.5 and up to 1.
        share: f64,
    },
    /// The interval is wider than half of the scale.
    TooWide {
        /// Width of the interval, in the unit of the figure.
        width: f64,
        /// Widest that is shown.
        most: f64,
    },
    /// The two methods that look at the same question do not say the same.
    Disagree,
    /// More days than the method answers.
    SpanTooLong {
        /// Days there are.
        have: usize,
        /// Most days answered.
        most: usize,
    },
    /// The days before sessions already differ: sessions follow the ratings.
    LeadsNotFlat {
        /// Joint p-value of the days before, below .10.
        p_value: f64,
    },
    /// The records do not determine the figure.
    NotIdentifiable,
}

impl Silence {
    /// The reason in `snake_case`, as in JSON and in the ids of the catalogue.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::TooFew { .. } => "too_few",
            Self::TooFewIndependent { .. } => "too_few_independent",
            Self::NoVariation => "no_variation",
            Self::ScaleChanged => "scale_changed",
            Self::MostlyBackfilled { .. } => "mostly_backfilled",
            Self::TooWide { .. } => "too_wide",
            Self::Disagree => "disagree",
            Self::SpanTooLong { .. } => "span_too_long",
            Self::LeadsNotFlat { .. } => "leads_not_flat",
            Self::NotIdentifiable => "not_identifiable",
        }
    }
}

impl From<Refused> for Silence {
    fn from(refused: Refused) -> Self {
        match refused {
            Refused::TooFew { have, need } => Self::TooFew { have, need },
            Refused::TooFewEffective { have, need } => Self::TooFewIndependent { have, need },
            Refused::NoVariation => Self::NoVariation,
            Refused::SpanTooLong { days, most } => Self::SpanTooLong { have: days, most },
            // What a later method may refuse for: nothing is said either way.
            _ => Self::NotIdentifiable,
        }
    }
}
