//! Do days after harder days lack a value more or less often than others (Q2)?
//!
//! Says something only from 40 days with 8 missing on (catalogue I2), and only where the interval of the odds ratio leaves
//! 1 out: else the two shares differ as much as chance would have them. Harder is the person's own harder half of the
//! measure. Either direction is said alike, and nothing where shares and odds point apart. Refuses a period in which days
//! were rated on another scale or by somebody else: those days have a value that this series lacks.

use serde::Serialize;
use tidemark_model::{Direction, Measure, Period, Records};
use tidemark_stats::{Direction as Welcome, Level, Period as Days, missingness};

use crate::trend::series::Series;
use crate::wording::Phrase;
use crate::{Interval, Method, Sentence, number};

/// How often the day after a harder day, and after another day, has a value.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct HarderDays {
    /// Share of harder days whose next day has a value, 0 to 1.
    pub after_harder: f64,
    /// The same share of all other days.
    pub after_other: f64,
    /// Odds ratio, per point today, that tomorrow has no value.
    pub odds_ratio: f64,
    /// Its 95 % interval; 1 is not in it.
    pub interval: Interval,
    /// Days with a value.
    pub n: usize,
    /// Method and variant.
    pub method: Method,
    /// What this says, in words.
    pub sentence: Sentence,
}

/// What can be said about days after harder days of `measure`; none where nothing can.
#[must_use]
pub fn harder_days(records: &Records, measure: &Measure, period: Period) -> Option<HarderDays> {
    let welcome = match measure.direction() {
        Direction::HigherBetter => Welcome::Higher,
        Direction::HigherWorse => Welcome::Lower,
        Direction::Neutral => return None,
    };
    let series = Series::of(records, measure, period);
    if !series.breaks.is_empty() || series.proxy().next().is_some() {
        return None;
    }
    let series = series.statistics().ok()?;
    let days = Days::new(Some(period.from().day_number()), Some(period.to().day_number())).ok()?;
    let found = missingness(&series, days, welcome, Level::P95).ok()?;
    let odds = found.next_day.ok()?;
    let interval = Interval::from(odds.interval);
    let (after_harder, after_other) =
        (1.0 - found.missing_after_harder.ok()?, 1.0 - found.missing_after_other.ok()?);
    // The odds are per point, so where less is welcome they rise towards harder days.
    let [fewer, more] = match welcome {
        Welcome::Lower => [interval.low > 1.0, interval.high < 1.0],
        Welcome::Higher => [interval.high < 1.0, interval.low > 1.0],
    };
    let [harder, other] = [after_harder, after_other].map(number::share);
    let id = match (fewer && after_harder < after_other, more && after_harder > after_other) {
        _ if harder == other => return None,
        (true, _) => "sentence.coverage.harder_less",
        (_, true) => "sentence.coverage.harder_more",
        _ => return None,
    };
    let sentence =
        Phrase::new(id).words("measure", measure.label()).words("harder", harder).words("other", other).say();
    Some(HarderDays {
        after_harder,
        after_other,
        odds_ratio: odds.odds_ratio,
        interval,
        n: found.n,
        method: found.method.into(),
        sentence,
    })
}
