//! How many days have an entry, and whether days without one follow some values more than others.
//!
//! Refuses the odds ratio below 40 days or 8 missing ones. Oracle in `oracles/missingness/`.

mod firth;

use firth::Firth;

use crate::count::float;
use crate::{Answer, DataError, Direction, Interval, Level, Method, Refused, Series, median};

/// Fewest days of a period for an odds ratio.
const LEAST_DAYS: usize = 40;
/// Fewest days without entry for an odds ratio.
const LEAST_MISSING: usize = 8;

/// Calendar days from one to another, both counted; an open end is the first or last value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Period {
    first: Option<i32>,
    last: Option<i32>,
}

impl Period {
    /// Makes a period from its first and last day number.
    ///
    /// # Errors
    /// [`DataError::PeriodReversed`].
    pub const fn new(first: Option<i32>, last: Option<i32>) -> Result<Self, DataError> {
        match (first, last) {
            (Some(first), Some(last)) if last < first => Err(DataError::PeriodReversed),
            _ => Ok(Self { first, last }),
        }
    }

    /// First and last day over these values; `None` where there is no such day.
    fn ends(self, days: &[i32]) -> Option<(i32, i32)> {
        let first = self.first.or_else(|| days.first().copied())?;
        let last = self.last.or_else(|| days.last().copied())?;
        (first <= last).then_some((first, last))
    }
}

/// How a period was logged.
#[derive(Clone, Debug, PartialEq)]
pub struct Missingness {
    /// Method and variant.
    pub method: Method,
    /// Calendar days of the period.
    pub days: usize,
    /// Days with a value.
    pub logged: usize,
    /// Share of days with a value, 0 to 1.
    pub coverage: f64,
    /// Most days in a row without a value.
    pub longest_gap_days: usize,
    /// How the odds of a missing tomorrow change with today's value, or why it is not said.
    pub next_day: Result<NextDayOdds, Refused>,
    /// Share of harder days, tomorrow within the period, whose tomorrow has no value; 0 to 1.
    pub missing_after_harder: Result<f64, Refused>,
    /// The same share of all other days.
    pub missing_after_other: Result<f64, Refused>,
    /// Values used.
    pub n: usize,
    /// Days of the period without a value.
    pub n_missing: usize,
}

impl Missingness {
    /// In the words of `tidemark stats`.
    #[must_use]
    pub fn answer(series: &Series, result: &Result<Self, Refused>) -> Answer {
        let found = result.as_ref().ok();
        let odds = found.and_then(|found| found.next_day.ok());
        let (n, n_missing) =
            found.map_or((series.n(), series.n_missing()), |found| (found.n, found.n_missing));
        let refused = match result {
            Ok(found) => {
                found.next_day.err().or(found.missing_after_harder.err()).or(found.missing_after_other.err())
            }
            Err(refused) => Some(*refused),
        };
        Answer::new("missingness", n, n_missing)
            .ran(found.map(|found| (found.method.variant, &[][..])))
            .with("days", found.map(|found| found.days))
            .with("logged", found.map(|found| found.logged))
            .with("coverage", found.map(|found| found.coverage))
            .with("longest_gap_days", found.map(|found| found.longest_gap_days))
            .with("next_day_odds_ratio", odds.map(|odds| odds.odds_ratio))
            .with("odds_ratio_ci_low", odds.map(|odds| odds.interval.low()))
            .with("odds_ratio_ci_high", odds.map(|odds| odds.interval.high()))
            .with("missing_after_harder", found.and_then(|found| found.missing_after_harder.ok()))
            .with("missing_after_other", found.and_then(|found| found.missing_after_other.ok()))
            .refused(refused)
    }
}

/// Odds ratio, per point today, that tomorrow has no value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NextDayOdds {
    /// Odds ratio per point, above 0.
    pub odds_ratio: f64,
    /// Interval from the profile of the penalised likelihood.
    pub interval: Interval,
}

/// How the days of a period, or from the first value to the last, were logged.
///
/// # Errors
/// [`Refused::TooFew`] where the period has no days: without values, or with an open end on the wrong side of them.
/// # Formula
/// Over the days that have a value and a tomorrow within the period, logit P(no value tomorrow) = a + b·value by Firth's
/// penalised likelihood ℓ + ½ ln|XᵀWX|; the odds ratio is eᵇ, its interval all b with 2(ℓ*_max − ℓ*(b)) ≤ χ²₁, ℓ*(b)
/// the largest at that b. The shares after harder and other days are split at the median of the values in the period: harder ones lie below
/// it where more is welcome, above it where less is.
/// # Source
/// Firth 1993, doi:10.1093/biomet/80.1.27; interval: Heinze & Schemper 2002, doi:10.1002/sim.1047.
pub fn missingness(
    series: &Series,
    period: Period,
    better: Direction,
    level: Level,
) -> Result<Missingness, Refused> {
    let (first, last) = period.ends(series.days()).ok_or(Refused::TooFew { have: 0, need: 1 })?;
    let start = series.days().partition_point(|&day| day < first);
    let end = series.days().partition_point(|&day| day <= last);
    let entries = Entries {
        days: series.days().get(start..end).unwrap_or_default(),
        values: series.values().get(start..end).unwrap_or_default(),
        first,
        last,
    };
    let (days, logged) = (entries.span(), entries.days.len());
    let middle = median(entries.values);
    let after = |wanted: bool| {
        entries.missing_after(|value| {
            let is_harder = middle.is_some_and(|middle| match better {
                Direction::Higher => value < middle,
                Direction::Lower => value > middle,
            });
            is_harder == wanted
        })
    };
    Ok(Missingness {
        method: Method::new("missingness", "odds ratio by Firth's correction, profile interval"),
        days,
        logged,
        coverage: float(logged) / float(days),
        longest_gap_days: entries.longest_gap(),
        next_day: entries.next_day(level),
        missing_after_harder: after(true),
        missing_after_other: after(false),
        n: logged,
        n_missing: days - logged,
    })
}

/// Days from one to a later one.
fn between(earlier: i32, later: i32) -> usize {
    usize::try_from(i64::from(later) - i64::from(earlier)).unwrap_or_default()
}

/// The values within a period.
struct Entries<'a> {
    days: &'a [i32],
    values: &'a [f64],
    first: i32,
    last: i32,
}

impl Entries<'_> {
    fn span(&self) -> usize {
        between(self.first, self.last) + 1
    }

    fn longest_gap(&self) -> usize {
        let (Some(&first), Some(&last)) = (self.days.first(), self.days.last()) else {
            return self.span();
        };
        let inner = self.days.windows(2).map(|pair| match pair {
            [earlier, later] => between(*earlier, *later) - 1,
            _ => 0,
        });
        let edges = between(self.first, first).max(between(last, self.last));
        inner.fold(edges, usize::max)
    }

    /// (value, whether tomorrow has none) of every day whose tomorrow lies within the period.
    fn tomorrows(&self) -> impl Iterator<Item = (f64, bool)> + '_ {
        let next = self.days.iter().skip(1).map(|&day| Some(day)).chain(core::iter::once(None));
        self.days
            .iter()
            .zip(self.values)
            .zip(next)
            .filter(|((day, _), _)| **day < self.last)
            .map(|((day, value), next)| (*value, next != day.checked_add(1)))
    }

    fn missing_after(&self, wanted: impl Fn(f64) -> bool) -> Result<f64, Refused> {
        let (mut count, mut missing) = (0, 0);
        for (_, is_missing) in self.tomorrows().filter(|(value, _)| wanted(*value)) {
            count += 1;
            missing += usize::from(is_missing);
        }
        if count == 0 { Err(Refused::TooFew { have: 0, need: 1 }) } else { Ok(float(missing) / float(count)) }
    }

    fn next_day(&self, level: Level) -> Result<NextDayOdds, Refused> {
        let days = self.span();
        if days < LEAST_DAYS {
            return Err(Refused::TooFew { have: days, need: LEAST_DAYS });
        }
        let missing = days - self.days.len();
        if missing < LEAST_MISSING {
            return Err(Refused::TooFew { have: missing, need: LEAST_MISSING });
        }
        let firth = Firth::of(self.tomorrows()).ok_or(Refused::NoVariation)?;
        let (slope, low, high) = firth.slope(level).ok_or(Refused::NotIdentifiable)?;
        let [odds_ratio, low, high] = [slope, low, high].map(f64::exp);
        if [odds_ratio, low, high].iter().all(|ratio| ratio.is_normal()) {
            Ok(NextDayOdds { odds_ratio, interval: Interval::new(low, high, level) })
        } else {
            Err(Refused::NotIdentifiable)
        }
    }
}
