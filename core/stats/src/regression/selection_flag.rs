//! Whether sessions follow harder days: ratings on the day before a session beside those on the day before another day.
//!
//! Refuses a standardised difference below four days, without both kinds of day, and where ratings do not vary. Oracle in
//! `oracles/selection_flag/` (numpy, scipy; metafor's `escalc` within the approximation of its factor).

use crate::count::float;
use crate::distribution::normal_quantile;
use crate::{Answer, Interval, Level, Method, Refused, SessionDays};

/// Fewest days: with one degree of freedom the correction of g leaves nothing.
const FEWEST: usize = 4;

/// Ratings before sessions and before other days.
#[derive(Clone, Debug, PartialEq)]
pub struct SelectionFlag {
    /// Method and variant.
    pub method: Method,
    /// Mean rating on days before a session, in points.
    pub mean_before_sessions: Result<f64, Refused>,
    /// Mean rating on days before a day without one, in points.
    pub mean_other: Result<f64, Refused>,
    /// The difference in standard deviations, or why there is none.
    pub hedges_g: Result<HedgesG, Refused>,
    /// Days used.
    pub n: usize,
    /// Days whose day before is not rated.
    pub n_missing: usize,
}

/// A standardised difference of two means.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct HedgesG {
    /// First mean − second, in pooled standard deviations, corrected for few values.
    pub g: f64,
    /// Large-sample interval of g.
    pub interval: Interval,
}

impl SelectionFlag {
    /// The fields of `tidemark stats selection-flag`.
    #[must_use]
    pub fn answer(&self) -> Answer {
        let found = self.hedges_g.ok();
        let refusals = [self.mean_before_sessions.err(), self.mean_other.err(), self.hedges_g.err()];
        Answer::new("selection-flag", self.n, self.n_missing)
            .ran(Some((self.method.variant, &[][..])))
            .with("mean_before_sessions", self.mean_before_sessions.ok())
            .with("mean_other", self.mean_other.ok())
            .with("hedges_g", found.map(|found| found.g))
            .interval(found.map(|found| found.interval))
            .refused(refusals.into_iter().flatten().next())
    }
}

/// Ratings on t − 1 for days t with a session beside those for days t without one.
///
/// # Shape
/// Used are the days t that are given, with a rating on t − 1.
/// # Formula
/// g = J (m₁ − m₂)/s, s² = (SS₁ + SS₂)/df, df = n₁ + n₂ − 2, J = 1 − 3/(4 df − 1); g ± z √(1/n₁ + 1/n₂ + g²/(2(n₁ + n₂))).
/// The interval takes days as independent; it describes, it is no test.
/// # Source
/// Hedges 1981, doi:10.3102/10769986006002107; interval: Hedges & Olkin 1985, Statistical Methods for Meta-Analysis, p. 86.
#[must_use]
pub fn selection_flag(days: &SessionDays, level: Level) -> SelectionFlag {
    let (mut before_sessions, mut others) = (Vec::new(), Vec::new());
    for (day, before) in days.with_other(-1) {
        if let Some(value) = before.and_then(|before| before.value) {
            if day.session { before_sessions.push(value) } else { others.push(value) }
        }
    }
    let n = before_sessions.len() + others.len();
    let (chosen, other) = (Group::of(&before_sessions), Group::of(&others));
    SelectionFlag {
        method: Method::new("selection-flag", "day before, Hedges' g, large-sample interval"),
        mean_before_sessions: chosen.map(|group| group.mean),
        mean_other: other.map(|group| group.mean),
        hedges_g: chosen.and_then(|chosen| hedges_g(chosen, other?, level)),
        n,
        n_missing: days.days().len() - n,
    }
}

#[derive(Clone, Copy)]
struct Group {
    n: usize,
    mean: f64,
    squares: f64,
    /// Whether its values differ by more than rounding.
    varies: bool,
}

impl Group {
    fn of(values: &[f64]) -> Result<Self, Refused> {
        if values.is_empty() {
            return Err(Refused::TooFew { have: 0, need: 1 });
        }
        let n = float(values.len());
        let rough = values.iter().sum::<f64>() / n;
        let mean = rough + values.iter().map(|value| value - rough).sum::<f64>() / n;
        let squares = values.iter().map(|value| (value - mean).powi(2)).sum();
        let rounding = 64.0 * f64::EPSILON * values.iter().fold(0.0_f64, |most, value| most.max(value.abs()));
        let varies = values.iter().any(|value| (value - mean).abs() > rounding);
        Ok(Self { n: values.len(), mean, squares, varies })
    }
}

fn hedges_g(one: Group, other: Group, level: Level) -> Result<HedgesG, Refused> {
    let n = one.n + other.n;
    if n < FEWEST {
        return Err(Refused::TooFew { have: n, need: FEWEST });
    }
    if !(one.varies || other.varies) {
        return Err(Refused::NoVariation);
    }
    let df = float(n) - 2.0;
    let spread = ((one.squares + other.squares) / df).sqrt();
    let g = (1.0 - 3.0 / (4.0 * df - 1.0)) * (one.mean - other.mean) / spread;
    let variance = 1.0 / float(one.n) + 1.0 / float(other.n) + g * g / (2.0 * float(n));
    let reach = normal_quantile(0.5 + level.share() / 2.0).ok_or(Refused::NotIdentifiable)? * variance.sqrt();
    if !(g.is_finite() && reach.is_finite()) {
        return Err(Refused::NotIdentifiable);
    }
    Ok(HedgesG { g, interval: Interval::new(g - reach, g + reach, level) })
}
