//! Theil–Sen slope of a dated series with Sen's rank interval, and whether ties make it meaningless.
//!
//! Refuses a slope of fewer than two values. Oracle in `oracles/theil_sen/` (scipy `theilslopes`).

use super::pair_slopes::PairSlopes;
use crate::count::{float, signed};
use crate::distribution::normal_quantile;
use crate::{Answer, Caution, Interval, Level, Method, Refused, Series};

/// Share of tied pairs above which the slope is 0 whenever it moves little: then it is not shown.
const MOST_TIED: f64 = 0.05;
/// Days of the unit in which slopes are told.
const MONTH: f64 = 30.0;

/// Median slope over all pairs of days.
#[derive(Clone, Debug, PartialEq)]
pub struct TheilSen {
    /// Method and variant.
    pub method: Method,
    /// Median slope, in points per day.
    pub slope_per_day: f64,
    /// Median slope, in points per 30 days.
    pub slope_per_30_days: f64,
    /// Interval of the slope, in points per 30 days.
    pub interval: Interval,
    /// Share of pairs with equal values, 0 to 1.
    pub tied_pair_share: f64,
    /// Whether more than 5 % of the pairs are tied; then a slope of 0 says nothing, and no app shows it.
    pub withheld: bool,
    /// Values used.
    pub n: usize,
    /// Entries known to be missing.
    pub n_missing: usize,
    /// What limits the reading.
    pub cautions: Vec<Caution>,
}

impl TheilSen {
    /// The fields of `tidemark stats theil-sen`.
    #[must_use]
    pub fn answer(series: &Series, result: &Result<Self, Refused>) -> Answer {
        let found = result.as_ref().ok();
        Answer::new("theil-sen", series.n(), series.n_missing())
            .ran(found.map(|found| (found.method.variant, &*found.cautions)))
            .with("slope_per_day", found.map(|found| found.slope_per_day))
            .with("slope_per_30_days", found.map(|found| found.slope_per_30_days))
            .interval(found.map(|found| found.interval))
            .with("tied_pair_share", found.map(|found| found.tied_pair_share))
            .with("withheld", found.map(|found| found.withheld))
            .refused(result.as_ref().err().copied())
    }
}

/// Theil–Sen slope of a dated series.
///
/// # Errors
/// [`Refused::TooFew`] below two values: there is no pair.
/// # Formula
/// Median of (vⱼ − vᵢ)/(dayⱼ − dayᵢ) over the N pairs; interval from rank max(round((N − zσ)/2) − 1, 0) to rank
/// min(round((N + zσ)/2), N − 1), ranks from 0 and halves rounded to even as scipy does, σ² the variance of Kendall's S
/// with ties. The ranks suppose independent days.
/// # Source
/// Theil 1950, Proceedings of the Royal Netherlands Academy of Sciences 53, 386–392; Sen 1968,
/// doi:10.1080/01621459.1968.10480934.
/// # Example
/// ```
/// use tidemark_stats::{Level, Series, theil_sen};
/// let series = Series::new([(0, 5.0), (1, 4.0), (4, 7.0)])?;
/// assert_eq!(theil_sen(&series, Level::P95)?.slope_per_day, 0.5);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn theil_sen(series: &Series, level: Level) -> Result<TheilSen, Refused> {
    if series.n() < 2 {
        return Err(Refused::TooFew { have: series.n(), need: 2 });
    }
    let mut slopes = PairSlopes::of(&series.days_from_first(), series.values());
    let tied_pair_share = signed(slopes.kendall().tied_pairs()) / float(slopes.count());
    let slope = slopes.median();
    let (interval, cut) = interval(&mut slopes, level)?;
    let withheld = tied_pair_share > MOST_TIED;
    let ties = withheld.then_some(Caution::HeavyTies { share: tied_pair_share });
    Ok(TheilSen {
        method: Method::new("theil-sen", "Sen's interval for independent days"),
        slope_per_day: slope,
        slope_per_30_days: slope * MONTH,
        interval: interval.scaled(MONTH),
        tied_pair_share,
        withheld,
        n: series.n(),
        n_missing: series.n_missing(),
        cautions: ties.into_iter().chain(cut.then_some(Caution::LevelNotReached)).collect(),
    })
}

/// Sen's interval, and whether its ranks had to be cut to those there are.
fn interval(slopes: &mut PairSlopes, level: Level) -> Result<(Interval, bool), Refused> {
    let reach = -normal_quantile(level.alpha() / 2.0).ok_or(Refused::NotIdentifiable)?
        * slopes.kendall().variance().sqrt();
    let pairs = float(slopes.count());
    let low = f64::midpoint(pairs, -reach).round_ties_even();
    let high = f64::midpoint(pairs, reach).round_ties_even();
    let cut = low < 1.0 || high > pairs - 1.0;
    let ends = [low.max(1.0), (high + 1.0).min(pairs)].map(|rank| slopes.nth(whole(rank)));
    let [one, other] = ends;
    Ok((Interval::new(one, other, level), cut))
}

/// A rank, at least 1 and far below 2⁵³.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "1 to the number of pairs")]
const fn whole(rank: f64) -> usize {
    rank as usize
}
