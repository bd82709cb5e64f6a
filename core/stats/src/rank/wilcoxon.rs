//! Wilcoxon's signed-rank test of paired differences, exact with ties and zeros.
//!
//! Refuses a p-value where every difference is zero. Oracle in `oracles/wilcoxon/` (whole-number counts of sign
//! assignments; R coin and exactRankTests where they run).

use crate::count::float;
use crate::distribution::normal_cdf;
use crate::signed_sum::two_sided;
use crate::{Answer, Caution, Method, Pairs, Refused};

/// Up to this many nonzero differences the distribution is the exact one.
const LARGEST_EXACT: usize = 300;
/// Most additions the exact distribution may take (well below a second); zeros by the thousand make ranks that large.
const MOST_WORK: u64 = 600_000_000;

/// What becomes of differences that are zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zeros {
    /// Ranked with the others, then left out of the sums (Pratt 1959).
    Pratt,
    /// Left out before ranking (Wilcoxon 1945).
    Drop,
}

/// Signed-rank sums of after − before with their two-sided test.
#[derive(Clone, Debug, PartialEq)]
pub struct Wilcoxon {
    /// Method and variant.
    pub method: Method,
    /// Sum of the ranks of differences above 0; a multiple of one half.
    pub w_plus: f64,
    /// Sum of the ranks of differences below 0.
    pub w_minus: f64,
    /// Two-sided p-value, above 0; or why there is none.
    pub p_value: Result<f64, Refused>,
    /// Whether the p-value is from the exact distribution.
    pub exact: bool,
    /// Complete pairs used, zero differences included.
    pub n: usize,
    /// Incomplete pairs.
    pub n_missing: usize,
    /// What limits the reading.
    pub cautions: Vec<Caution>,
}

impl Wilcoxon {
    /// The fields of `tidemark stats wilcoxon`.
    #[must_use]
    pub fn answer(pairs: &Pairs, result: &Result<Self, Refused>) -> Answer {
        let found = result.as_ref().ok();
        let p_value = found.and_then(|found| found.p_value.ok());
        Answer::new("wilcoxon", pairs.n(), pairs.n_missing())
            .ran(found.map(|found| (found.method.variant, &*found.cautions)))
            .with("w_plus", found.map(|found| found.w_plus))
            .with("w_minus", found.map(|found| found.w_minus))
            .with("p_value", p_value)
            .with("exact", p_value.and(found).map(|found| found.exact))
            .refused(result.as_ref().map_or_else(|refused| Some(*refused), |found| found.p_value.err()))
    }
}

/// Wilcoxon signed-rank test of after − before against changes that lie evenly around 0.
///
/// # Errors
/// [`Refused::TooFew`] without any pair.
/// # Formula
/// Midranks r of |d|; p = P(|W − E| ≥ |w₊ − E|) over the 2ᵐ equally likely signs of the m nonzero differences,
/// E = Σr/2, by adding one doubled midrank at a time. Above m = 300: normal with variance Σr²/4, which holds the
/// corrections for ties and zeros; moving the sum ½ towards E first changes p by less than 0.1 % at such n and is not
/// done, as in coin and scipy.
/// # Source
/// Wilcoxon 1945, doi:10.2307/3001968; zeros: Pratt 1959, doi:10.1080/01621459.1959.10501526; exact distribution with
/// ties: Streitberg & Röhmel 1986, Statistical Software Newsletter 12, 10–17.
/// # Example
/// ```
/// use tidemark_stats::{Pairs, Zeros, wilcoxon};
/// let pairs = Pairs::new([(7.0, 5.0), (6.0, 5.0), (8.0, 5.0)])?;
/// let test = wilcoxon(&pairs, Zeros::Pratt)?;
/// assert_eq!((test.w_plus, test.w_minus, test.p_value), (0.0, 6.0, Ok(0.25)));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn wilcoxon(pairs: &Pairs, zeros: Zeros) -> Result<Wilcoxon, Refused> {
    if pairs.n() == 0 {
        return Err(Refused::TooFew { have: 0, need: 1 });
    }
    let ranked = doubled_midranks(&pairs.differences(), pairs.rounding(), zeros);
    let sum = |wanted: bool| -> u64 {
        ranked.iter().filter(|(_, above)| *above == wanted).map(|(rank, _)| rank).sum()
    };
    let (plus, minus) = (halved(sum(true)), halved(sum(false)));
    let (exact, p_value) = if ranked.is_empty() {
        (true, Err(Refused::NoVariation))
    } else if exact_is_in_reach(&ranked) {
        (true, Ok(two_sided(&ranked)))
    } else {
        (false, Ok(approximate(&ranked, (plus - minus).abs() / 2.0)))
    };
    Ok(Wilcoxon {
        method: Method::new("wilcoxon", variant(zeros, exact)),
        w_plus: plus,
        w_minus: minus,
        p_value,
        exact,
        n: pairs.n(),
        n_missing: pairs.n_missing(),
        cautions: if exact { Vec::new() } else { vec![Caution::Approximate] },
    })
}

const fn variant(zeros: Zeros, exact: bool) -> &'static str {
    match (zeros, exact) {
        (Zeros::Pratt, true) => "exact, zeros ranked and left out (Pratt)",
        (Zeros::Pratt, false) => "normal approximation, zeros ranked and left out (Pratt)",
        (Zeros::Drop, true) => "exact, zeros left out (Wilcoxon)",
        (Zeros::Drop, false) => "normal approximation, zeros left out (Wilcoxon)",
    }
}

/// Twice the midrank of each nonzero difference, whole, with whether the difference is above 0; smallest first.
///
/// # Shape
/// Sizes that differ by no more than `rounding` from the smallest of their group are tied (8.1 − 7.1 and 2.1 − 1.1).
fn doubled_midranks(differences: &[f64], rounding: f64, zeros: Zeros) -> Vec<(u64, bool)> {
    let mut sizes: Vec<(f64, bool)> = differences.iter().map(|value| (value.abs(), *value > 0.0)).collect();
    let zero = |size: f64| size <= rounding;
    let all = sizes.len();
    sizes.retain(|(size, _)| !zero(*size));
    let mut below = if zeros == Zeros::Pratt { all - sizes.len() } else { 0 };
    sizes.sort_unstable_by(|one, other| one.0.total_cmp(&other.0));
    let mut ranked = Vec::with_capacity(sizes.len());
    let mut rest = &*sizes;
    while let Some((least, _)) = rest.first() {
        let (group, larger) = rest.split_at(rest.partition_point(|(size, _)| size - least <= rounding));
        // Ranks below + 1 … below + t have the mean below + (t + 1)/2.
        let doubled = u64::try_from(2 * below + group.len() + 1).unwrap_or(u64::MAX);
        ranked.extend(group.iter().map(|(_, above)| (doubled, *above)));
        below += group.len();
        rest = larger;
    }
    ranked
}

fn exact_is_in_reach(ranked: &[(u64, bool)]) -> bool {
    let total: u64 = ranked.iter().map(|(rank, _)| rank).sum();
    ranked.len() <= LARGEST_EXACT && total.saturating_mul(ranked.len() as u64) <= MOST_WORK
}

/// p-value of a distance of the rank sum from its expectation, in (0, 1].
fn approximate(ranked: &[(u64, bool)], distance: f64) -> f64 {
    let variance = ranked.iter().map(|(rank, _)| halved(*rank).powi(2)).sum::<f64>() / 4.0;
    let z = distance / variance.sqrt();
    (2.0 * normal_cdf(-z)).clamp(f64::MIN_POSITIVE, 1.0)
}

/// A sum of doubled ranks as a sum of ranks; far below 2⁵³.
fn halved(doubled: u64) -> f64 {
    float(usize::try_from(doubled).unwrap_or(usize::MAX)) / 2.0
}
