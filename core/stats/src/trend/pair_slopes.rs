//! Order statistics of the slopes between all pairs of points, without the list of pairs: O(n log n) a step, O(n)
//! memory.
//!
//! The pairs with a slope below v are the pairs that fall in `value − v·day`, counted while sorting. A sample of slopes
//! and straight lines between the counts bracket the slope asked for until a few pairs a point are left, which are
//! listed and are the exact quotients. The steps taken depend on the data alone, and the answer on none of them.
//! Slopes above 0 are found as the negative ones of the turned values, so that the many ties at 0 are never listed.
//! Source: the counting of Dillencourt, Mount & Netanyahu 1992, doi:10.1142/S0218195992000020; narrowing by a sample:
//! Matoušek 1991, Information Processing Letters 39, 183–187.

use crate::rank::{KendallCount, sort_counting};

/// Slopes listed at once, at least.
const LEAST_LISTED: usize = 1 << 12;
/// Slopes listed at once, for each point.
const LISTED_PER_POINT: usize = 4;
/// Slopes drawn to begin with, at most.
const LARGEST_SAMPLE: usize = 1 << 14;

/// The slopes between all pairs of points, to be asked for by rank.
pub(crate) struct PairSlopes {
    falling: Side,
    rising: Side,
    pairs: usize,
    counted: KendallCount,
}

impl PairSlopes {
    /// # Shape
    /// `days` whole numbers, strictly increasing, as many as `values`.
    pub(crate) fn of(days: &[f64], values: &[f64]) -> Self {
        let counted = KendallCount::of(values);
        let pairs = values.len() * values.len().saturating_sub(1) / 2;
        let tied = count(counted.tied_pairs());
        let falls = usize::midpoint(pairs - tied - count(counted.s.max(0)), count((-counted.s).max(0)));
        let most = LEAST_LISTED.max(LISTED_PER_POINT * values.len());
        let sample = if pairs > most { sample(days, values) } else { Vec::new() };
        let side = |turn: f64, pairs: usize| Side::new(days, values, turn, pairs, &sample);
        Self { falling: side(1.0, falls), rising: side(-1.0, pairs - tied - falls), pairs, counted }
    }

    /// Number of slopes, n(n − 1)/2.
    pub(crate) const fn count(&self) -> usize {
        self.pairs
    }

    /// Kendall's counts of the same values.
    pub(crate) const fn kendall(&self) -> &KendallCount {
        &self.counted
    }

    /// The median slope per day, the average of the two middle ones for an even count; 0 without a pair.
    pub(crate) fn median(&mut self) -> f64 {
        let upper = self.nth(self.pairs / 2 + 1);
        if self.pairs % 2 == 1 { upper } else { f64::midpoint(self.nth(self.pairs / 2), upper) }
    }

    /// The k-th smallest slope per day, k from 1 to [`Self::count`].
    pub(crate) fn nth(&mut self, k: usize) -> f64 {
        let up_to_zero = self.pairs - self.rising.pairs;
        if k <= self.falling.pairs {
            self.falling.nth(k)
        } else if k <= up_to_zero || k > self.pairs {
            0.0
        } else {
            -self.rising.nth(self.pairs + 1 - k)
        }
    }
}

/// The negative slopes of the values, or of the values turned around.
struct Side {
    days: Vec<f64>,
    values: Vec<f64>,
    /// Number of negative slopes.
    pairs: usize,
    /// Sorted, negative.
    sample: Vec<f64>,
    /// Slopes whose rank is known, with the number of pairs below each; in order.
    known: Vec<(f64, usize)>,
    listed: Option<Listed>,
    keys: Vec<f64>,
    buffer: Vec<f64>,
}

/// The slopes after the first `below` and up to rank `up_to`.
struct Listed {
    below: usize,
    up_to: usize,
    slopes: Vec<f64>,
}

impl Side {
    fn new(days: &[f64], values: &[f64], turn: f64, pairs: usize, sample: &[f64]) -> Self {
        let mut side = Self {
            days: Vec::new(),
            values: Vec::new(),
            pairs,
            sample: Vec::new(),
            known: Vec::new(),
            listed: None,
            keys: Vec::new(),
            buffer: Vec::new(),
        };
        if pairs == 0 {
            return side;
        }
        // Whole days counted from the middle one: differences stay exact and the products small.
        let middle = days.first().zip(days.last()).map_or(0.0, |(first, last)| f64::midpoint(*first, *last));
        side.days = days.iter().map(|day| day - middle.floor()).collect();
        side.values = values.iter().map(|value| turn * value).collect();
        side.sample = sample.iter().map(|slope| turn * slope).filter(|slope| *slope < 0.0).collect();
        side.sample.sort_unstable_by(f64::total_cmp);
        let (least, most) = values
            .iter()
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(least, most), v| (least.min(*v), most.max(*v)));
        // Days are at least 1 apart, so no slope is as low as this.
        side.known = vec![(2.0 * (least - most), 0), (0.0, pairs)];
        side
    }

    /// The k-th smallest of the negative slopes, k from 1.
    fn nth(&mut self, k: usize) -> f64 {
        let most = LEAST_LISTED.max(LISTED_PER_POINT * self.values.len());
        let mut poor = 0;
        loop {
            if let Some(listed) = &mut self.listed
                && listed.below < k
                && k <= listed.up_to
            {
                return pick(&mut listed.slopes, k - listed.below);
            }
            let after = self.known.partition_point(|(_, below)| *below < k);
            let (Some(&low), Some(&high)) = (self.known.get(after.wrapping_sub(1)), self.known.get(after))
            else {
                return 0.0;
            };
            if high.1 - low.1 <= most {
                let slopes = self.between(low.0, high.0);
                self.listed = Some(Listed { below: low.1, up_to: high.1, slopes });
                continue;
            }
            // Guesses that do not narrow have met many equal slopes: halving always ends.
            let tried = if poor > 2 { None } else { self.guess(low, high, k, most) };
            let within = |slope: &f64| low.0 < *slope && *slope < high.0;
            let Some(slope) = tried.filter(within).or_else(|| halfway(low.0, high.0)) else {
                return self.crossing(low.0, high.0);
            };
            let below = self.below(slope).clamp(low.1, high.1);
            let left = if below < k { high.1 - below } else { below - low.1 };
            poor = if left > (high.1 - low.1) / 2 { poor + 1 } else { 0 };
            self.known.insert(after, (slope, below));
        }
    }

    /// A slope to count below, between two with known counts: near rank k, on the side that is still far from it.
    fn guess(&self, low: (f64, usize), high: (f64, usize), k: usize, most: usize) -> Option<f64> {
        let width = high.1 - low.1;
        let from = self.sample.partition_point(|slope| *slope <= low.0);
        let drawn = self.sample.get(from..self.sample.partition_point(|slope| *slope < high.0))?;
        let margin = if drawn.len() >= 64 { width / drawn.len().isqrt() } else { (width / 32).max(most / 3) };
        let upper = high.1 - k > k - low.1;
        let wanted =
            if upper { (k + margin).min(high.1) } else { k.saturating_sub(margin).max(low.1) } - low.1;
        if drawn.len() >= 64 {
            let place = u128::try_from(wanted).ok()? * u128::try_from(drawn.len()).ok()?
                / u128::try_from(width).ok()?;
            return drawn.get(usize::try_from(place).ok()?).copied();
        }
        Some(low.0 + (high.0 - low.0) * (crate::count::float(wanted) / crate::count::float(width)))
    }

    /// Number of pairs with a slope below `slope`.
    fn below(&mut self, slope: f64) -> usize {
        self.keys.clear();
        self.keys.extend(self.values.iter().zip(&self.days).map(|(value, day)| value - slope * day));
        self.buffer.resize(self.keys.len(), 0.0);
        count(sort_counting(&mut self.keys, &mut self.buffer))
    }

    /// The slopes from `low` up to and without `high`: the pairs that fall once tilted by `high` and do not yet by `low`.
    fn between(&self, low: f64, high: f64) -> Vec<f64> {
        let mut slopes = Vec::new();
        let mut sorted: Vec<Tilted> = Vec::with_capacity(self.values.len());
        for point in self.ordered(low, high) {
            let larger = sorted.iter().rev().take_while(|other| other.key > point.key);
            let mut passed = 0;
            for other in larger {
                passed += 1;
                if other.day < point.day {
                    slopes.push((point.value - other.value) / (point.day - other.day));
                }
            }
            sorted.insert(sorted.len() - passed, point);
        }
        slopes
    }

    /// The points in the order of the values tilted by `low`, with their keys tilted by `high`.
    fn ordered(&self, low: f64, high: f64) -> impl Iterator<Item = Tilted> {
        let mut points: Vec<(f64, Tilted)> = self
            .days
            .iter()
            .zip(&self.values)
            .map(|(&day, &value)| (value - low * day, Tilted { key: value - high * day, day, value }))
            .collect();
        points.sort_by(|one, other| (one.0 + 0.0).total_cmp(&(other.0 + 0.0)));
        points.into_iter().map(|(_, point)| point)
    }

    /// The slope at which more pairs than can be listed change their order, between two neighbouring numbers: that of a
    /// pair that stands side by side, of the longest such pair, whose quotient is rounded least.
    fn crossing(&self, low: f64, high: f64) -> f64 {
        let points: Vec<Tilted> = self.ordered(low, high).collect();
        let crossed = points.windows(2).filter_map(|pair| match pair {
            [one, other] if one.key > other.key => {
                let run = other.day - one.day;
                Some((run.abs(), (other.value - one.value) / run))
            }
            _ => None,
        });
        crossed.max_by(|one, other| one.0.total_cmp(&other.0)).map_or(low, |(_, slope)| slope)
    }
}

/// A point with its value tilted by a slope.
struct Tilted {
    key: f64,
    day: f64,
    value: f64,
}

/// The k-th smallest of the slopes, k from 1.
fn pick(slopes: &mut [f64], k: usize) -> f64 {
    if slopes.is_empty() {
        return 0.0;
    }
    let place = (k - 1).min(slopes.len() - 1);
    *slopes.select_nth_unstable_by(place, f64::total_cmp).1
}

/// A number halfway in the order of floating-point numbers, for two negative ones or 0; `None` between neighbours.
fn halfway(low: f64, high: f64) -> Option<f64> {
    // The bits of a negative number grow with its size.
    let (large, small) = (low.abs().to_bits(), high.abs().to_bits());
    let middle = small + (large - small) / 2;
    (small < middle && middle < large).then(|| -f64::from_bits(middle))
}

/// Slopes of pairs spread evenly over all pairs.
///
/// # Source
/// The two-dimensional golden ratio: Roberts 2018, "The unreasonable effectiveness of quasirandom sequences".
fn sample(days: &[f64], values: &[f64]) -> Vec<f64> {
    const STEPS: [u64; 2] = [0xC13F_A9A9_02A6_328F, 0x91E1_0DA5_C79E_7B1D];
    let points: Vec<(f64, f64)> = days.iter().copied().zip(values.iter().copied()).collect();
    let at = |place: u64| {
        let scaled = u128::from(place) * u128::try_from(points.len()).unwrap_or_default();
        points.get(usize::try_from(scaled >> 64).unwrap_or_default()).copied()
    };
    let (mut one, mut other) = (0_u64, 0_u64);
    let mut slopes = Vec::new();
    for _ in 0..LARGEST_SAMPLE.min(2 * values.len()) {
        one = one.wrapping_add(STEPS[0]);
        other = other.wrapping_add(STEPS[1]);
        if let (Some((day, value)), Some((later_day, later))) = (at(one), at(other)) {
            let slope = (later - value) / (later_day - day);
            if slope.is_finite() {
                slopes.push(slope);
            }
        }
    }
    slopes
}

fn count(pairs: i64) -> usize {
    usize::try_from(pairs).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::PairSlopes;

    #[cfg(test)]
    fn median_slope(values: &[f64]) -> f64 {
        let days: Vec<f64> = (0..).map(f64::from).take(values.len()).collect();
        PairSlopes::of(&days, values).median()
    }

    /// Slopes of 1, 4, 2, 9 by hand: 3, −2, 7, ½, 5/2, 8/3; median (5/2 + 8/3)/2 = 31/12.
    #[test]
    fn four_values_have_the_median_slope_by_hand() {
        assert!((median_slope(&[1.0, 4.0, 2.0, 9.0]) - 31.0 / 12.0).abs() < 1e-15);
        assert!(median_slope(&[3.0, 3.0, 3.0]).abs() < 1e-300);
        assert!(median_slope(&[]).abs() < 1e-300);
    }

    /// Every rank of 600 points against the sorted list: noise, whole points, a line with all slopes equal, an outlier
    /// of 1e100, two levels. 600 points have more pairs than are listed at once.
    #[test]
    fn every_rank_is_the_one_of_the_sorted_list() {
        let n = 600_u32;
        let noise = |day: u32| (f64::from(day) * 12.9898).sin() * 43758.5453 % 1.0;
        let days: Vec<f64> = (0..n).map(|k| f64::from(k + k / 7 * 2)).collect();
        let shapes: [fn(f64, f64) -> f64; 7] = [
            |_, noise| noise,
            |_, noise| (5.0 + 3.0 * noise).round(),
            |day, noise| (day / 100.0 + noise).round(),
            |day, _| 0.1 * day,
            |day, _| -0.3 * day,
            |day, noise| if day < 1.5 { 1e100 } else { noise },
            |day, _| if day < 300.0 { 3.0 } else { 7.0 },
        ];
        for (place, shape) in shapes.into_iter().enumerate() {
            let values: Vec<f64> = (0..n).map(|k| shape(days[k as usize], noise(k))).collect();
            let mut sorted = Vec::new();
            for later in 0..days.len() {
                for earlier in 0..later {
                    sorted.push((values[later] - values[earlier]) / (days[later] - days[earlier]));
                }
            }
            sorted.sort_by(f64::total_cmp);
            let mut slopes = PairSlopes::of(&days, &values);
            assert_eq!(slopes.count(), sorted.len());
            for k in (1..=sorted.len()).step_by(997).chain([1, 2, sorted.len() - 1, sorted.len()]) {
                let (found, expected) = (slopes.nth(k), sorted[k - 1]);
                let allowed = 1e-12 * expected.abs();
                assert!(
                    (found - expected).abs() <= allowed,
                    "shape {place}, rank {k}: {found} for {expected}"
                );
            }
        }
    }
}
