//! Sign-flip test of the mean: how often the signs alone would give a mean change this far from 0.
//!
//! Refuses when no difference is nonzero. Ties and zeros need no correction: the distribution is the exact one of
//! these very differences. Oracle in `oracles/sign_flip/`.

use super::grid::multiples;
use super::{Differences, paired_mean};
use crate::count::float;
use crate::signed_sum::two_sided;
use crate::{Answer, Caution, Level, Method, Pairs, Refused, Seed};

/// Above this many nonzero differences the t test is used.
const LARGEST_EXACT: usize = 5_000;
/// Most additions the exact distribution may take (about a second).
const MOST_WORK: u64 = 600_000_000;
/// Up to this many nonzero differences off the grid every sign assignment is visited.
const LARGEST_VISITED: usize = 20;
/// Steps of the grid up to which few differences are added up on it; beyond, visiting is quicker and takes no memory.
const WIDEST_FOR_FEW: u64 = 1 << 20;
/// Random sign assignments drawn when the exact distribution is out of reach.
const DRAWS: u32 = 9_999;

/// Which null distribution gave the p-value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignFlipNull {
    /// Every assignment of signs.
    Exact,
    /// Random assignments of signs, from the seed given.
    MonteCarlo {
        /// Assignments drawn.
        draws: u32,
    },
    /// Student's t, for more than 5,000 nonzero differences.
    StudentT,
}

/// Mean change after − before with the two-sided p-value of the sign-flip test.
#[derive(Clone, Debug, PartialEq)]
pub struct SignFlip {
    /// Method and variant.
    pub method: Method,
    /// Mean of after − before, in rating points.
    pub mean: f64,
    /// Differences that are not zero.
    pub nonzero: usize,
    /// Two-sided p-value, above 0; or why there is none.
    pub p_value: Result<f64, Refused>,
    /// Where the p-value is from.
    pub null: SignFlipNull,
    /// Complete pairs used.
    pub n: usize,
    /// Incomplete pairs.
    pub n_missing: usize,
    /// What limits the reading.
    pub cautions: Vec<Caution>,
}

impl SignFlip {
    /// The fields of `tidemark stats sign-flip`.
    #[must_use]
    pub fn answer(pairs: &Pairs, result: &Result<Self, Refused>) -> Answer {
        let found = result.as_ref().ok();
        let p_value = found.and_then(|found| found.p_value.ok());
        Answer::new("sign-flip", pairs.n(), pairs.n_missing())
            .ran(found.map(|found| (found.method.variant, &*found.cautions)))
            .with("mean", found.map(|found| found.mean))
            .with("nonzero", found.map(|found| found.nonzero))
            .with("p_value", p_value)
            .with("exact", p_value.and(found).map(|found| found.null == SignFlipNull::Exact))
            .refused(result.as_ref().map_or_else(|refused| Some(*refused), |found| found.p_value.err()))
    }
}

/// Exact two-sided sign-flip test of the mean of after − before.
///
/// # Errors
/// [`Refused::TooFew`] without any pair.
/// # Formula
/// p = P(|Σ ±|d|| ≥ |Σ d|) over all 2ⁿ equally likely signs, by adding one difference at a time to the distribution
/// of the positive sum on the rating grid: n·Σ|d|/step additions. Off the grid, or with more than a million steps:
/// every assignment up to 20 nonzero differences, else 9,999 seeded draws with p = (1 + b)/(1 + B). Above 5,000: Student's t.
/// # Source
/// Fisher 1935, The Design of Experiments, §21; Pitman 1937, doi:10.2307/2984124; dynamic programming: Pagano &
/// Tritchler 1983, doi:10.2307/2288653.
pub fn sign_flip(pairs: &Pairs, seed: Seed) -> Result<SignFlip, Refused> {
    let differences = pairs.differences();
    if differences.is_empty() {
        return Err(Refused::TooFew { have: 0, need: 1 });
    }
    let rounding = pairs.rounding();
    let nonzero: Vec<f64> = differences.iter().copied().filter(|value| value.abs() > rounding).collect();
    let (null, p_value) = test(&nonzero, pairs, seed);
    let (variant, caution) = match null {
        SignFlipNull::Exact => ("exact", None),
        SignFlipNull::MonteCarlo { .. } => ("Monte Carlo", Some(Caution::MonteCarlo)),
        SignFlipNull::StudentT => ("t approximation", Some(Caution::Approximate)),
    };
    Ok(SignFlip {
        method: Method::new("sign-flip", variant),
        mean: differences.iter().sum::<f64>() / float(differences.len()),
        nonzero: nonzero.len(),
        p_value,
        null,
        n: pairs.n(),
        n_missing: pairs.n_missing(),
        cautions: caution.into_iter().collect(),
    })
}

fn test(nonzero: &[f64], pairs: &Pairs, seed: Seed) -> (SignFlipNull, Result<f64, Refused>) {
    if nonzero.is_empty() {
        return (SignFlipNull::Exact, Err(Refused::NoVariation));
    }
    let sizes: Vec<f64> = nonzero.iter().map(|value| value.abs()).collect();
    if nonzero.len() > LARGEST_EXACT {
        let result = paired_mean(pairs, Differences::Independent, Level::P95);
        return (SignFlipNull::StudentT, result.and_then(|mean| mean.test).map(|test| test.p_value));
    }
    if let Some(steps) = multiples(&sizes, pairs.rounding()) {
        let total: u64 = steps.iter().sum();
        let visited_instead = steps.len() <= LARGEST_VISITED && total > WIDEST_FOR_FEW;
        if !visited_instead && total.saturating_mul(steps.len() as u64) <= MOST_WORK {
            let signs = nonzero.iter().map(|value| value.is_sign_positive());
            let steps: Vec<(u64, bool)> = steps.into_iter().zip(signs).collect();
            return (SignFlipNull::Exact, Ok(two_sided(&steps)));
        }
    }
    let observed = nonzero.iter().sum::<f64>().abs() - pairs.rounding() * float(nonzero.len());
    if nonzero.len() <= LARGEST_VISITED {
        let hits = visited(&sizes, 0.0, observed);
        return (SignFlipNull::Exact, Ok(float(hits) / float(1 << sizes.len())));
    }
    (SignFlipNull::MonteCarlo { draws: DRAWS }, Ok(drawn(&sizes, observed, seed)))
}

/// How many of the 2ⁿ sign assignments give a sum at least `observed` from 0.
fn visited(sizes: &[f64], sum: f64, observed: f64) -> usize {
    match sizes.split_first() {
        None => usize::from(sum.abs() >= observed),
        Some((size, rest)) => visited(rest, sum + size, observed) + visited(rest, sum - size, observed),
    }
}

fn drawn(sizes: &[f64], observed: f64, seed: Seed) -> f64 {
    let mut draws = seed.draws();
    let mut hits = 0_u32;
    for _ in 0..DRAWS {
        let mut sum = 0.0;
        for block in sizes.chunks(64) {
            let bits = draws.bits();
            for (place, size) in block.iter().enumerate() {
                sum += if (bits >> place) & 1 == 1 { *size } else { -*size };
            }
        }
        hits += u32::from(sum.abs() >= observed);
    }
    f64::from(1 + hits) / f64::from(1 + DRAWS)
}
