//! Days on which the level of a diary may have shifted: the division into segments that leaves least around their means
//! at a price per change.
//!
//! Says where the best division lies and nothing about how sure that is. Refuses the usual penalty where the diary has
//! no neighbouring days to learn it from. Oracle in `oracles/change_points/`.

mod cost;
mod division;
mod pieces;
mod usual;

use division::best_division;
use usual::usual_penalty;

use crate::{Answer, Caution, DataError, Field, Method, Refused, Series};

/// Largest penalty: sums with it stay finite.
const LARGEST_PENALTY: f64 = 1e250;

/// What a change costs, and how short a segment may be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Segmentation {
    penalty: Option<f64>,
    min_segment: usize,
}

impl Segmentation {
    /// A penalty per change in squared points, found from the diary when there is none; and the fewest values of a
    /// segment.
    ///
    /// # Errors
    /// [`DataError::PenaltyOutOfRange`], [`DataError::SegmentEmpty`].
    pub fn new(penalty: Option<f64>, min_segment: usize) -> Result<Self, DataError> {
        if penalty.is_some_and(|penalty| !(0.0..=LARGEST_PENALTY).contains(&penalty)) {
            return Err(DataError::PenaltyOutOfRange);
        }
        if min_segment == 0 {
            return Err(DataError::SegmentEmpty);
        }
        Ok(Self { penalty, min_segment })
    }
}

impl Default for Segmentation {
    /// The usual penalty, segments of a week or more.
    fn default() -> Self {
        Self { penalty: None, min_segment: 7 }
    }
}

/// The best division of a dated series into segments of one level each.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangePoints {
    /// Method and variant.
    pub method: Method,
    /// Day number of the first value of each new segment, the first segment left out; empty without a change.
    pub change_points: Vec<i32>,
    /// Squared deviations from the segment means, summed, without the penalty, in squared points.
    pub cost: f64,
    /// Penalty per change and where it comes from.
    pub penalty: PenaltyUsed,
    /// Values used.
    pub n: usize,
    /// Entries known to be missing.
    pub n_missing: usize,
    /// What limits the reading.
    pub cautions: Vec<Caution>,
}

impl ChangePoints {
    /// In the words of `tidemark stats`.
    #[must_use]
    pub fn answer(series: &Series, result: &Result<Self, Refused>) -> Answer {
        let found = result.as_ref().ok();
        let days =
            found.map(|found| found.change_points.iter().map(|&day| Field::Day(day)).collect::<Vec<_>>());
        Answer::new("change-points", series.n(), series.n_missing())
            .ran(found.map(|found| (found.method.variant, &*found.cautions)))
            .with("change_points", days)
            .with("cost", found.map(|found| found.cost))
            .with("penalty", found.map(|found| found.penalty.penalty()))
            .refused(result.as_ref().err().copied())
    }
}

/// The price of a change, in squared points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum PenaltyUsed {
    /// As asked for.
    Given(f64),
    /// Found from the differences between neighbouring days.
    Usual {
        /// Penalty per change.
        penalty: f64,
        /// Correlation one day apart behind it, 0 to 0.9.
        phi: f64,
        /// Variance around the level behind it.
        variance: f64,
    },
}

impl PenaltyUsed {
    /// The penalty per change, in squared points.
    #[must_use]
    pub const fn penalty(self) -> f64 {
        match self {
            Self::Given(penalty) | Self::Usual { penalty, .. } => penalty,
        }
    }
}

/// Change points of a dated series: the exact optimum.
///
/// # Errors
/// [`Refused::TooFew`] without a value; for the usual penalty also below three values, [`Refused::NotIdentifiable`]
/// without three days in a row, and [`Refused::NoVariation`] where no neighbouring days differ.
/// # Formula
/// Minimises Σ (value − mean of its segment)² + penalty · changes over all divisions into segments of at least
/// `min_segment` values, in order of days, gaps counting nothing; of equal divisions the one with fewest changes, then
/// with the earliest. The usual penalty is 2σ²·ln n·(1 + φ)/(1 − φ), φ = 1 + 2r kept within 0 to 0.9, r the lag-one
/// correlation of the differences Δ between days one apart and σ² = ½·mean(Δ²)/(1 − φ).
/// # Source
/// Functional pruning: Maidstone, Hocking, Rigaill & Fearnhead 2017, doi:10.1007/s11222-016-9636-3; penalty: Yao 1988,
/// doi:10.1016/0167-7152(88)90118-6, with the variance factor of AR(1) days.
pub fn change_points(series: &Series, segmentation: Segmentation) -> Result<ChangePoints, Refused> {
    let n = series.n();
    if n == 0 {
        return Err(Refused::TooFew { have: 0, need: 1 });
    }
    let mut cautions = Vec::new();
    let penalty = match segmentation.penalty {
        Some(penalty) => PenaltyUsed::Given(penalty),
        None => usual_penalty(series, &mut cautions)?,
    };
    let division = best_division(series.values(), penalty.penalty(), segmentation.min_segment);
    Ok(ChangePoints {
        method: Method::new("change-points", "exact optimum, squared deviations"),
        change_points: division
            .starts
            .iter()
            .filter_map(|&start| series.days().get(start).copied())
            .collect(),
        cost: division.cost,
        penalty,
        n,
        n_missing: series.n_missing(),
        cautions,
    })
}
