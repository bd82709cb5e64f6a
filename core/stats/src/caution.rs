//! What a reader has to know beside a number. A caution never withholds the number; a
//! [`Refused`](crate::Refused) does.

/// Something about the data or the fit that limits how a result reads.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub enum Caution {
    /// The estimated autocorrelation sits at a bound of its range.
    AutocorrelationAtBound,
    /// Many values are tied; `share` is the share of tied pairs, 0 to 1.
    HeavyTies {
        /// Share of pairs with equal values, 0 to 1.
        share: f64,
    },
    /// A variance was estimated as zero.
    VarianceAtBound,
    /// The p-value is from seeded random draws, not from the whole distribution.
    MonteCarlo,
    /// The p-value is from a normal or t approximation.
    Approximate,
    /// With so few values no interval of this kind reaches the level asked for; the widest one is given.
    LevelNotReached,
    /// Days before sessions differ from other days: sessions were chosen by how the days went.
    LeadsNotFlat,
    /// Other sessions lie between a session and the rating it is compared by.
    OverlappingSessions {
        /// Session days with another session up to their outcome.
        count: usize,
    },
    /// The likelihood has a second peak nearly as high as the one reported.
    SecondPeak,
    /// Neighbouring days are so alike that independent days are a poor yardstick.
    NeighboursAlike {
        /// Correlation of values one day apart, −1 to 1.
        r: f64,
    },
    /// At some lags no two entries are that many days apart; the correlation given there is 0 and says nothing.
    LagsWithoutPairs {
        /// Number of such lags.
        count: usize,
    },
    /// The groups share one spread, because at least one of them has too few values or does not vary.
    SharedSpread,
}

impl Caution {
    /// The caution's name in `snake_case`, as printed and stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::AutocorrelationAtBound => "autocorrelation_at_bound",
            Self::HeavyTies { .. } => "heavy_ties",
            Self::VarianceAtBound => "variance_at_bound",
            Self::MonteCarlo => "monte_carlo",
            Self::Approximate => "approximate",
            Self::LevelNotReached => "level_not_reached",
            Self::LeadsNotFlat => "leads_not_flat",
            Self::OverlappingSessions { .. } => "overlapping_sessions",
            Self::SecondPeak => "second_peak",
            Self::NeighboursAlike { .. } => "neighbours_alike",
            Self::LagsWithoutPairs { .. } => "lags_without_pairs",
            Self::SharedSpread => "shared_spread",
        }
    }
}
