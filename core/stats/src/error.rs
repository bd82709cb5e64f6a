//! What makes input unusable. Raised only where values are made, so no method has to check again.

/// Why values cannot become a [`Series`](crate::Series), [`Pairs`](crate::Pairs) or setting. Texts name positions
/// (from 0), never a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DataError {
    /// A value is NaN or infinite.
    #[error("value at index {index} is not a finite number")]
    NotFinite {
        /// Position of the value or pair, from 0.
        index: usize,
    },
    /// A value is too large for its square to be summed.
    #[error("value at index {index} is larger than 1e100")]
    TooLarge {
        /// Position of the value or pair, from 0.
        index: usize,
    },
    /// A value is so close to 0, without being 0, that its square vanishes.
    #[error("value at index {index} is smaller than 1e-100 without being 0")]
    TooSmall {
        /// Position of the value or pair, from 0.
        index: usize,
    },
    /// A day is not later than the day before it in the series.
    #[error("day at index {index} is not later than the one before it")]
    DayNotLater {
        /// Position of the day, from 0.
        index: usize,
    },
    /// A confidence level is not between 0 and 1, both excluded.
    #[error("confidence level is not between 0 and 1")]
    LevelOutOfRange,
    /// A least change that counts is not above 0, or not finite.
    #[error("least change that counts is not above 0")]
    ChangeNotPositive,
    /// A number of lags is not between 1 and 100,000.
    #[error("number of lags is not between 1 and 100,000")]
    LagsOutOfRange,
    /// A fraction of points is not above 0, or not finite.
    #[error("fraction is not a finite number above 0")]
    FractionNotPositive,
    /// A distance in days is negative or not finite.
    #[error("delta is not a finite number from 0")]
    DeltaNegative,
    /// A penalty is negative or beyond 1e250.
    #[error("penalty is not a number from 0 to 1e250")]
    PenaltyOutOfRange,
    /// A shortest segment holds no observation.
    #[error("shortest segment is not 1 or more")]
    SegmentEmpty,
    /// A period ends before it begins.
    #[error("the period ends before it begins")]
    PeriodReversed,
    /// A window around sessions does not run from an earlier to a later lag, or reaches too far.
    #[error("window is not from an earlier to a later day within 60 days of a session")]
    WindowOutOfRange,
    /// More successes than trials.
    #[error("more successes than trials")]
    MoreSuccessesThanTrials,
    /// A value has no group.
    #[error("row at index {index} has no label")]
    NoLabel {
        /// Position of the row, from 0.
        index: usize,
    },
    /// A p-value is not from 0 to 1.
    #[error("value at index {index} is not between 0 and 1")]
    NotAProbability {
        /// Position of the value, from 0.
        index: usize,
    },
}
