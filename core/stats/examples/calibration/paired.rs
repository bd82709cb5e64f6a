//! Table: how often the interval of a change from before to after holds the change that is there.

use std::collections::BTreeMap;
use std::io::{self, Write};

use crate::random::{Chain, Random};
use crate::tally::{Tally, rows};
use tidemark_stats::distribution::normal_cdf;
use tidemark_stats::{Differences, Interval, Level, Pairs, hodges_lehmann, paired_mean};

/// Where the ratings lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ratings {
    /// Level 6, room on both sides.
    Plain,
    /// Level 2, so many ratings after sit at 0.
    Floor,
}

impl Ratings {
    const fn level(self) -> f64 {
        match self {
            Self::Plain => 6.0,
            Self::Floor => 2.0,
        }
    }

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Floor => "floor",
        }
    }
}

/// A rating after is the one before, a point less, plus AR(1) noise of 1.6 points; both whole and within 0–10.
pub(crate) fn pairs(n: usize, rho: f64, ratings: Ratings, number: u64) -> Vec<(f64, f64)> {
    let mut random = Random::new(number, 1_000 + n as u64);
    let mut chain = Chain::new(rho, &mut random);
    let level = ratings.level();
    let whole = |value: f64| value.round().clamp(0.0, 10.0);
    (0..n)
        .map(|_| {
            let before = whole(level + 1.5 * random.normal());
            (before, whole(before - 1.0 + 1.6 * chain.next(&mut random)))
        })
        .collect()
}

/// The mean and the pseudo-median of all differences such ratings can have.
#[derive(Clone, Copy)]
pub(crate) struct Truth {
    mean: f64,
    middle: f64,
}

impl Truth {
    pub(crate) fn of(ratings: Ratings) -> Self {
        let mut shares: BTreeMap<i32, f64> = BTreeMap::new();
        for (before, p) in whole(ratings.level(), 1.5) {
            for (after, q) in whole(f64::from(before) - 1.0, 1.6) {
                *shares.entry(after - before).or_default() += p * q;
            }
        }
        let mean = shares.iter().map(|(change, share)| f64::from(*change) * share).sum();
        let mut sums: BTreeMap<i32, f64> = BTreeMap::new();
        for (one, p) in &shares {
            for (other, q) in &shares {
                *sums.entry(one + other).or_default() += p * q;
            }
        }
        let mut below = 0.0;
        let middle = sums.iter().find(|(_, share)| {
            below += **share;
            below >= 0.5
        });
        Self { mean, middle: middle.map_or(0.0, |(sum, _)| 0.5 * f64::from(*sum)) }
    }

    /// Whether an interval of the mean leaves the mean out.
    pub(crate) fn outside(self, interval: Interval) -> bool {
        !holds(interval, self.mean)
    }
}

/// Whole ratings 0–10 and their shares, for a normal rating that is rounded.
fn whole(level: f64, sd: f64) -> impl Iterator<Item = (i32, f64)> {
    (0..=10).map(move |rating| {
        let below = |edge: f64| normal_cdf((edge - level) / sd);
        let low = if rating == 0 { 0.0 } else { below(f64::from(rating) - 0.5) };
        let high = if rating == 10 { 1.0 } else { below(f64::from(rating) + 0.5) };
        (rating, high - low)
    })
}

/// Whether the truth lies within, apart from rounding.
fn holds(interval: Interval, truth: f64) -> bool {
    interval.low() - 1e-9 <= truth && truth <= interval.high() + 1e-9
}

/// How often each interval holds the truth.
#[derive(Default)]
pub(crate) struct Coverage {
    pub(crate) mean: Tally,
    pub(crate) effective: Tally,
    pub(crate) refused: Tally,
    pub(crate) hodges_lehmann: Tally,
}

pub(crate) fn coverage(n: usize, rho: f64, ratings: Ratings, truth: Truth, diaries: u32) -> Coverage {
    let mut coverage = Coverage::default();
    for number in 0..diaries {
        let Ok(pairs) = Pairs::new(pairs(n, rho, ratings, u64::from(number))) else { continue };
        let mean = |differences| {
            let test = paired_mean(&pairs, differences, Level::P95).and_then(|change| change.test);
            test.ok().map(|test| holds(test.interval, truth.mean))
        };
        coverage.mean.add_some(mean(Differences::Independent));
        let effective = mean(Differences::Autocorrelated);
        coverage.effective.add_some(effective);
        coverage.refused.add(effective.is_none());
        let middle = hodges_lehmann(&pairs, Level::P95).and_then(|change| change.interval);
        coverage.hodges_lehmann.add_some(middle.ok().map(|found| holds(found.interval, truth.middle)));
    }
    coverage
}

pub(crate) fn table(diaries: u32, threads: usize, out: &mut impl Write) -> io::Result<()> {
    let error = 100.0 * Tally::error(diaries, 0.95);
    writeln!(
        out,
        "### Change from before to after: coverage of 95 % intervals, % (Monte-Carlo standard error {error:.1})\n"
    )?;
    writeln!(
        out,
        "ρ: correlation of neighbouring differences. Refused: effective n below 3, not counted as covered or missed.\n"
    )?;
    writeln!(
        out,
        "| n | ρ | ratings | usual: t interval (`paired-mean`) | `--effective-n` | refused | `hodges-lehmann` |\n|--:|--:|---|--:|--:|--:|--:|"
    )?;
    for ratings in [Ratings::Plain, Ratings::Floor] {
        let truth = Truth::of(ratings);
        let cells: Vec<(usize, f64)> =
            [8, 14, 30, 90, 365].into_iter().flat_map(|n| [0.0, 0.3, 0.6, 0.8].map(|rho| (n, rho))).collect();
        let made = rows(&cells, threads, |(n, rho)| coverage(n, rho, ratings, truth, diaries));
        for ((n, rho), row) in cells.iter().zip(made) {
            let Coverage { mean, effective, refused, hodges_lehmann } = row;
            writeln!(
                out,
                "| {n} | {rho} | {} | {mean} | {effective} | {refused} | {hodges_lehmann} |",
                ratings.name()
            )?;
        }
    }
    writeln!(out)
}
