//! Local-level smoother: per-day level with its standard error, gaps included.

use crate::count::float;
use crate::{Answer, Caution, Field, Method, Refused, Series};

/// Longest span answered day by day: a century and a half.
const LONGEST: usize = 55_000;

/// The smoothed level of a dated series.
#[derive(Clone, Debug, PartialEq)]
pub struct LocalLevel {
    /// Method and variant.
    pub method: Method,
    /// Variances and the level on every day, or why there are none.
    pub fit: Result<LocalLevelFit, Refused>,
    /// Values used.
    pub n: usize,
    /// Entries known to be missing.
    pub n_missing: usize,
    /// What limits the reading.
    pub cautions: Vec<Caution>,
}

impl LocalLevel {
    /// The fields of `tidemark stats local-level`.
    #[must_use]
    pub fn answer(&self) -> Answer {
        let fit = self.fit.as_ref().ok();
        let smoothed: Option<Vec<Field>> = fit.map(|fit| {
            let days = fit.smoothed.iter();
            days.map(|on| {
                Field::Object(vec![
                    ("date", Field::Day(on.day)),
                    ("level", on.level.into()),
                    ("se", on.se.into()),
                ])
            })
            .collect()
        });
        Answer::new("local-level", self.n, self.n_missing)
            .ran(Some((self.method.variant, &self.cautions)))
            .with("variance_observation", fit.map(|fit| fit.variance_observation))
            .with("variance_level", fit.map(|fit| fit.variance_level))
            .with("log_likelihood", fit.map(|fit| fit.log_likelihood))
            .with("smoothed", smoothed)
            .refused(self.fit.as_ref().err().copied())
    }
}

/// Variances by maximum likelihood and the level they imply.
#[derive(Clone, Debug, PartialEq)]
pub struct LocalLevelFit {
    /// Variance of an entry around the level, in squared points.
    pub variance_observation: f64,
    /// Variance of the level's step from day to day, in squared points.
    pub variance_level: f64,
    /// Log-likelihood without the first observation.
    pub log_likelihood: f64,
    /// Level on every calendar day from the first entry to the last.
    pub smoothed: Vec<LevelOnDay>,
}

/// The level on one calendar day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LevelOnDay {
    /// Day number, in the series' own count.
    pub day: i32,
    /// Level, in points.
    pub level: f64,
    /// Standard error of the level, in points.
    pub se: f64,
}

/// Smoothed level of a dated series under the local-level model.
///
/// # Formula
/// `v_t = μ_t + ε_t`, `μ_{t+1} = μ_t + η_t`; variances of ε and η by maximum likelihood, diffuse start, days without an
/// entry only move the level's variance on. The larger variance is profiled out, the ratio searched on a grid first.
/// # Source
/// Harvey 1989, doi:10.1017/CBO9781107049994; Durbin & Koopman 2012, doi:10.1093/acprof:oso/9780199641178.001.0001.
#[must_use]
pub fn local_level(series: &Series) -> LocalLevel {
    let mut cautions = Vec::new();
    let fit = fit(series, &mut cautions);
    LocalLevel {
        method: Method::new("local-level", "maximum likelihood, diffuse start"),
        fit,
        n: series.n(),
        n_missing: series.n_missing(),
        cautions,
    }
}

fn fit(series: &Series, cautions: &mut Vec<Caution>) -> Result<LocalLevelFit, Refused> {
    let n = series.n();
    if n < 3 {
        return Err(Refused::TooFew { have: n, need: 3 });
    }
    if series.is_constant() {
        return Err(Refused::NoVariation);
    }
    let gaps: Vec<f64> = series
        .days_from_first()
        .windows(2)
        .map(|pair| pair.iter().rev().copied().reduce(|later, earlier| later - earlier).unwrap_or(1.0))
        .collect();
    let days = 1.0 + gaps.iter().sum::<f64>();
    if days > float(LONGEST) {
        return Err(Refused::SpanTooLong { days: span(series), most: LONGEST });
    }
    let chain = Chain { values: series.values(), gaps: &gaps };
    let share = most_likely(&chain);
    if share <= 0.0 || share >= 1.0 {
        cautions.push(Caution::VarianceAtBound);
    }
    let at = chain.likelihood(share);
    let model = Variances { observation: (1.0 - share) * at.scale, level: share * at.scale };
    Ok(LocalLevelFit {
        variance_observation: model.observation,
        variance_level: model.level,
        log_likelihood: at.log_likelihood,
        smoothed: chain.smoothed(series.days(), model),
    })
}

fn span(series: &Series) -> usize {
    let ends = series.days().first().zip(series.days().last());
    ends.and_then(|(&first, &last)| usize::try_from(i64::from(last) - i64::from(first) + 1).ok())
        .unwrap_or(usize::MAX)
}

#[derive(Clone, Copy)]
struct Variances {
    observation: f64,
    level: f64,
}

struct Likelihood {
    scale: f64,
    log_likelihood: f64,
}

/// A log-likelihood up to rounding.
#[derive(Clone, Copy)]
struct Nearly {
    height: f64,
    within: f64,
}

struct Chain<'a> {
    values: &'a [f64],
    gaps: &'a [f64],
}

/// What the filter knows just before an entry is seen, and the entry's surprise.
#[derive(Clone, Copy)]
struct Prediction {
    level: f64,
    variance: f64,
    innovation: f64,
    innovation_variance: f64,
}

impl Chain<'_> {
    /// Runs the filter from the second entry on: the diffuse first entry makes the level known to ± one entry.
    fn filter(&self, model: Variances, mut visit: impl FnMut(Prediction)) {
        let Some((&first, rest)) = self.values.split_first() else { return };
        let mut level = first;
        let mut variance = model.observation;
        for (&value, &gap) in rest.iter().zip(self.gaps) {
            variance += gap * model.level;
            let innovation_variance = variance + model.observation;
            let innovation = value - level;
            visit(Prediction { level, variance, innovation, innovation_variance });
            let gain = variance / innovation_variance;
            level += gain * innovation;
            variance = gain * model.observation;
        }
    }

    /// Profile likelihood at the share of the level's variance in the sum of both, 0 to 1.
    fn likelihood(&self, share: f64) -> Likelihood {
        let n = float(self.gaps.len());
        let (mut squares, mut logs) = (0.0, 0.0);
        self.filter(Variances { observation: 1.0 - share, level: share }, |at| {
            squares += at.innovation * at.innovation / at.innovation_variance;
            logs += at.innovation_variance.ln();
        });
        let scale = squares / n;
        let log_likelihood = -0.5 * (n * ((2.0 * core::f64::consts::PI * scale).ln() + 1.0) + logs);
        Likelihood { scale, log_likelihood }
    }

    /// The same at several shares at once, and how far rounding may put each from [`Self::likelihood`].
    ///
    /// A logarithm an entry is most of the time of a likelihood, and a step of one filter waits for the step before.
    /// Here one logarithm serves eight entries, and the filters of all shares take their steps side by side. Squares
    /// are summed as in `likelihood`, to the same bits. The logarithms are all of 1 or more (an innovation's variance is
    /// at least gap·share + 1 − share), so the sum over n of them grows and its error is at most u·n·sum/2 + 2·u·sum,
    /// and that of products of eight at most u·(n + n·sum/16 + 2·sum), u = ε/2. Twice that is allowed for.
    #[expect(clippy::indexing_slicing, reason = "lane < N")]
    fn nearly<const N: usize>(&self, shares: [f64; N]) -> [Nearly; N] {
        const TOGETHER: usize = 8;
        let n = float(self.gaps.len());
        let [mut squares, mut logs] = [[0.0; N]; 2];
        let observation = shares.map(|share| 1.0 - share);
        let mut level = [self.values.first().copied().unwrap_or_default(); N];
        let mut variance = observation;
        let mut steps = self.values.iter().skip(1).zip(self.gaps);
        loop {
            // At most 55,000 and a little each: eight of them do not overflow.
            let mut product = [1.0; N];
            let mut taken = 0;
            for (&value, &gap) in steps.by_ref().take(TOGETHER) {
                taken += 1;
                for lane in 0..N {
                    variance[lane] += gap * shares[lane];
                    let innovation_variance = variance[lane] + observation[lane];
                    let innovation = value - level[lane];
                    squares[lane] += innovation * innovation / innovation_variance;
                    product[lane] *= innovation_variance;
                    let gain = variance[lane] / innovation_variance;
                    level[lane] += gain * innovation;
                    variance[lane] = gain * observation[lane];
                }
            }
            for lane in 0..N {
                logs[lane] += product[lane].ln();
            }
            if taken < TOGETHER {
                break;
            }
        }
        core::array::from_fn(|lane| {
            let scale = squares[lane] / n;
            let height = -0.5 * (n * ((2.0 * core::f64::consts::PI * scale).ln() + 1.0) + logs[lane]);
            let within = f64::EPSILON * (n * (0.3 * logs[lane] + 0.5) + 2.0 * (logs[lane] + height.abs()));
            Nearly { height, within }
        })
    }

    /// Levels and standard errors on every day: entries by the backward recursion, days between two entries by the
    /// Brownian bridge between their levels.
    fn smoothed(&self, days: &[i32], model: Variances) -> Vec<LevelOnDay> {
        let mut seen = Vec::with_capacity(self.gaps.len());
        self.filter(model, |at| seen.push(at));
        // Filtered state at each entry: (level, variance).
        let first = self.values.first().map(|&value| (value, model.observation));
        let filtered: Vec<(f64, f64)> = first
            .into_iter()
            .chain(seen.iter().map(|at| {
                let gain = at.variance / at.innovation_variance;
                (at.level + gain * at.innovation, gain * model.observation)
            }))
            .collect();
        let mut out = Vec::new();
        let mut next = filtered.last().copied().unwrap_or((0.0, 0.0));
        let Some(&last) = days.last() else { return out };
        out.push(LevelOnDay { day: last, level: next.0, se: next.1.max(0.0).sqrt() });
        let steps = filtered.iter().zip(self.gaps).zip(days).rev();
        for ((&(level, variance), &gap), &day) in steps {
            // Each day of the gap, latest first: the state at distance `ahead` of the entry is the filtered one with
            // more variance; tie it to the smoothed state at the next entry.
            let mut offset = gap - 1.0;
            let mut at_entry = next;
            while offset > -0.5 {
                let here = variance + offset * model.level;
                let there = variance + gap * model.level;
                let gain = if there > 0.0 { here / there } else { 1.0 };
                let smooth = level + gain * (next.0 - level);
                let spread = here + gain * gain * (next.1 - there);
                at_entry = (smooth, spread);
                out.push(LevelOnDay { day: on(day, offset), level: smooth, se: spread.max(0.0).sqrt() });
                offset -= 1.0;
            }
            next = at_entry;
        }
        out.reverse();
        out
    }
}

#[expect(clippy::cast_possible_truncation, reason = "0 to 55,000, and the day lies before another i32 day")]
fn on(day: i32, offset: f64) -> i32 {
    day.saturating_add(offset.round() as i32)
}

/// Share of the level's variance with the highest likelihood; 0 and 1 are the bounds.
fn most_likely(chain: &Chain<'_>) -> f64 {
    let peak = refined(chain, start(chain));
    let bounds = [0.0, 1.0].map(|share| (share, chain.likelihood(share).log_likelihood));
    let share = logistic(peak.0);
    // A bound that is as high as the peak, rounding apart, is the peak.
    let slack = 1e-10 * (1.0 + peak.1.abs());
    bounds.into_iter().find(|bound| bound.1 + slack >= peak.1).map_or(share, |bound| bound.0)
}

/// The first of the highest points of a grid.
fn start(chain: &Chain<'_>) -> f64 {
    // Even on the logit scale: ratios of the variances from e⁻²⁰ to e²⁰.
    let logit = |step: u32| -20.0 + 0.5 * f64::from(step);
    let mut grid: Vec<(f64, Nearly)> = Vec::new();
    // Four filters side by side keep a processor busy and still fit into its registers; the last three are spare.
    for first in (0..=80).step_by(4) {
        let logits = [first, first + 1, first + 2, first + 3].map(logit);
        grid.extend(logits.into_iter().zip(chain.nearly(logits.map(logistic))));
    }
    grid.truncate(81);
    // Only points that rounding could make the highest are looked at exactly; nearly always that is one.
    let least = grid.iter().map(|(_, at)| at.height - at.within).fold(f64::NEG_INFINITY, f64::max);
    let high: Vec<f64> =
        grid.iter().filter(|(_, at)| at.height + at.within >= least).map(|(logit, _)| *logit).collect();
    let exact = |logit: f64| (logit, chain.likelihood(logistic(logit)).log_likelihood);
    match high.as_slice() {
        [one] => *one,
        several => several
            .iter()
            .map(|logit| exact(*logit))
            .reduce(|best, point| if point.1 > best.1 { point } else { best })
            .map_or(-20.0, |best| best.0),
    }
}

fn logistic(logit: f64) -> f64 {
    1.0 / (1.0 + (-logit).exp())
}

/// Golden-section search between the neighbours of a grid point: the place of the peak, and its height.
fn refined(chain: &Chain<'_>, start: f64) -> (f64, f64) {
    const GOLDEN: f64 = 0.618_033_988_749_894_9;
    let at = |logit: f64| Point { logit, near: chain.nearly([logistic(logit)])[0], exact: None };
    let (mut low, mut high) = (start - 0.5, start + 0.5);
    let mut left = at(high - GOLDEN * (high - low));
    let mut right = at(low + GOLDEN * (high - low));
    while high - low > 1e-9 {
        if left.is_above(&mut right, chain) {
            high = right.logit;
            right = left;
            left = at(high - GOLDEN * (high - low));
        } else {
            low = left.logit;
            left = right;
            right = at(low + GOLDEN * (high - low));
        }
    }
    let mut peak = if left.is_above(&mut right, chain) { left } else { right };
    (peak.logit, peak.height(chain))
}

/// A place where the likelihood is known up to rounding, and exactly once that is asked for.
#[derive(Clone, Copy)]
struct Point {
    logit: f64,
    near: Nearly,
    exact: Option<f64>,
}

impl Point {
    fn height(&mut self, chain: &Chain<'_>) -> f64 {
        *self.exact.get_or_insert_with(|| chain.likelihood(logistic(self.logit)).log_likelihood)
    }

    /// Whether the exact likelihood is higher here; it is worked out only where rounding could decide.
    fn is_above(&mut self, other: &mut Self, chain: &Chain<'_>) -> bool {
        let (more, within) = (self.near.height - other.near.height, self.near.within + other.near.within);
        if more.abs() > within { more > 0.0 } else { self.height(chain) > other.height(chain) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Seed;

    /// Ratings 0 to 10 around a wandering level, every fifth day missing, now and then a month.
    fn diary(seed: u64, n: usize) -> (Vec<f64>, Vec<f64>) {
        let mut draws = Seed::new(seed).draws();
        let mut dice = |sides: u64| u32::try_from(draws.bits() % sides).unwrap_or_default();
        let mut level = 5.0;
        let values = (0..n)
            .map(|_| {
                level = (level + f64::from(dice(9)) / 4.0 - 1.0_f64).clamp(0.0, 10.0);
                (level + f64::from(dice(5)) - 2.0).clamp(0.0, 10.0).round()
            })
            .collect();
        let gap = |roll: u32| if roll == 0 { 30.0 } else { 1.0 + f64::from(u8::from(roll < 20)) };
        (values, (1..n).map(|_| gap(dice(100))).collect())
    }

    #[test]
    fn a_likelihood_with_few_logarithms_is_as_near_as_it_says() {
        for (seed, n) in [(1, 3), (2, 8), (3, 9), (4, 10), (5, 400), (6, 7_305)] {
            let (values, gaps) = diary(seed, n);
            let chain = Chain { values: &values, gaps: &gaps };
            for logit in (0..=80).map(|step| -20.0 + 0.5 * f64::from(step)) {
                let (share, exact) = (logistic(logit), chain.likelihood(logistic(logit)).log_likelihood);
                let [near, same, _] = chain.nearly([share, share, 0.5]);
                assert!(
                    (near.height - exact).abs() <= near.within,
                    "{seed} {logit}: {} {exact}",
                    near.height
                );
                assert_eq!(near.height.to_bits(), same.height.to_bits());
                // Tight enough to be of use: a ten-thousandth of what tells two peaks apart.
                assert!(near.within < 1e-6, "{seed} {logit}: {}", near.within);
            }
        }
    }

    #[test]
    fn the_peak_is_the_one_that_exact_likelihoods_find_bit_for_bit() {
        for (seed, n) in [(1, 30), (2, 90), (3, 365), (4, 2_000)] {
            let (values, gaps) = diary(seed, n);
            let chain = Chain { values: &values, gaps: &gaps };
            let at = |logit: f64| (logit, chain.likelihood(logistic(logit)).log_likelihood);
            let higher = |one: (f64, f64), other: (f64, f64)| if other.1 > one.1 { other } else { one };
            let grid = (0..=80).map(|step| at(-20.0 + 0.5 * f64::from(step)));
            let best = grid.reduce(higher).unwrap_or_default().0;
            assert_eq!(start(&chain).to_bits(), best.to_bits());
            let golden = 0.618_033_988_749_894_9;
            let (mut low, mut high) = (best - 0.5, best + 0.5);
            let mut left = at(high - golden * (high - low));
            let mut right = at(low + golden * (high - low));
            while high - low > 1e-9 {
                if left.1 > right.1 {
                    (high, right) = (right.0, left);
                    left = at(high - golden * (high - low));
                } else {
                    (low, left) = (left.0, right);
                    right = at(low + golden * (high - low));
                }
            }
            let expected = if left.1 > right.1 { left } else { right };
            let found = refined(&chain, best);
            assert_eq!((found.0.to_bits(), found.1.to_bits()), (expected.0.to_bits(), expected.1.to_bits()));
        }
    }
}
