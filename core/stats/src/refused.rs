//! "Cannot say", as a value: why a number is not given.
//!
//! A refusal is an answer about good input, not an error; input that cannot be used is a
//! [`DataError`](crate::DataError).

/// Why an estimate, interval or p-value is withheld.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum Refused {
    /// Fewer observations than the figure needs to be defined.
    #[error("too few observations: {have} of {need}")]
    TooFew {
        /// Observations there are.
        have: usize,
        /// Observations the figure needs.
        need: usize,
    },
    /// Fewer independent observations' worth of data than the figure needs.
    #[error("too few independent observations: {have:.1} of {need:.1}")]
    TooFewEffective {
        /// Effective number of observations.
        have: f64,
        /// Effective number the figure needs.
        need: f64,
    },
    /// The values (or what is left after the line) do not vary, so their spread says nothing.
    #[error("the values do not vary")]
    NoVariation,
    /// The data do not determine the quantity asked for.
    #[error("the data do not determine the quantity")]
    NotIdentifiable,
    /// The corrected variance came out zero or negative.
    #[error("the corrected variance is not positive")]
    VarianceNotPositive,
    /// More calendar days between the first and the last entry than are answered day by day.
    #[error("the series spans {days} days, at most {most} are answered")]
    SpanTooLong {
        /// Days from the first to the last entry, both counted.
        days: usize,
        /// Longest span answered.
        most: usize,
    },
}

impl Refused {
    /// The refusal's name in `snake_case`, as printed and stored.
    #[must_use]
    pub const fn reason(self) -> &'static str {
        match self {
            Self::TooFew { .. } => "too_few",
            Self::TooFewEffective { .. } => "too_few_effective",
            Self::NoVariation => "no_variation",
            Self::NotIdentifiable => "not_identifiable",
            Self::VarianceNotPositive => "variance_not_positive",
            Self::SpanTooLong { .. } => "span_too_long",
        }
    }
}
