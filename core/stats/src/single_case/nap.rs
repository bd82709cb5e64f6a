//! Nonoverlap of all pairs between two phases, with the standard error and an interval that stays within 0 to 1.
//!
//! Refuses an empty phase, and a standard error of phases with a single value. Oracle in `oracles/nap/` (`SingleCaseES`;
//! the interval by its equation).

use super::overlap::Overlap;
use crate::count::float;
use crate::distribution::normal_quantile;
use crate::{Answer, Interval, Level, Method, Phases, Refused};

/// Which way of a measure is welcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// More of it: mood, sleep.
    Higher,
    /// Less of it: pain, stress.
    Lower,
}

/// Share of (A, B) pairs in which B lies further in the welcome direction; 0 to 1, ties counted one half.
#[derive(Clone, Debug, PartialEq)]
pub struct Nap {
    /// Method and variant.
    pub method: Method,
    /// The share, 0 to 1; one half where neither phase lies above the other.
    pub estimate: f64,
    /// Standard error of the share, or why there is none.
    pub se: Result<f64, Refused>,
    /// Interval of the share, inside 0 to 1.
    pub interval: Interval,
    /// Values used, both phases.
    pub n: usize,
    /// Rows without a value.
    pub n_missing: usize,
}

impl Nap {
    /// The fields of `tidemark stats nap`.
    #[must_use]
    pub fn answer(phases: &Phases, result: &Result<Self, Refused>) -> Answer {
        let found = result.as_ref().ok();
        Answer::new("nap", phases.n(), phases.n_missing())
            .ran(found.map(|found| (found.method.variant, &[][..])))
            .with("estimate", found.map(|found| found.estimate))
            .with("se", found.and_then(|found| found.se.ok()))
            .interval(found.map(|found| found.interval))
            .refused(result.as_ref().map_or_else(|refused| Some(*refused), |found| found.se.err()))
    }
}

/// Nonoverlap of all pairs of two phases.
///
/// # Errors
/// [`Refused::TooFew`] when a phase has no value.
/// # Formula
/// NAP = U/(m·n), U the Mann–Whitney count over m values of A and n of B. Variance, unbiased for values that do not
/// depend on each other: [p(1 − p) + n·Q₁ + m·Q₂ − 2X]/((m − 1)(n − 1)), Q₁ and Q₂ the variances of the shares by
/// value of A and of B, X that of the single comparisons, p the share kept half a pair away from 0 and 1. Interval: the
/// two roots x of m·n(NAP − x)²(2 − x)(1 + x) = z²x(1 − x)(2 + h + (1 + 2h)x(1 − x)), h = (m + n)/2 − 1.
/// # Source
/// Parker & Vannest 2009, doi:10.1016/j.beth.2008.10.006; variance: Sen 1967 and Mee 1990,
/// doi:10.1080/01621459.1990.10474942; interval: Newcombe 2006, method 5, doi:10.1002/sim.2324.
pub fn nap(phases: &Phases, better: Direction, level: Level) -> Result<Nap, Refused> {
    let overlap = Overlap::of(phases)?;
    let above = overlap.share_above();
    let z = normal_quantile(level.alpha() / 2.0).ok_or(Refused::NotIdentifiable)?;
    let (m, n) = (float(overlap.a_under_b.len()), float(overlap.b_over_a.len()));
    // The interval is symmetric: that of the turned share is the turned interval.
    let low = lower_end(above, m, n, z * z);
    let high = 1.0 - lower_end(1.0 - above, m, n, z * z);
    let (estimate, ends) = match better {
        Direction::Higher => (above, (low, high)),
        Direction::Lower => (1.0 - above, (1.0 - high, 1.0 - low)),
    };
    let variant = match better {
        Direction::Higher => "B above A; Newcombe's interval 5",
        Direction::Lower => "B below A; Newcombe's interval 5",
    };
    Ok(Nap {
        method: Method::new("nap", variant),
        estimate,
        se: standard_error(&overlap),
        interval: Interval::new(ends.0, ends.1, level),
        n: phases.n(),
        n_missing: phases.n_missing(),
    })
}

fn standard_error(overlap: &Overlap) -> Result<f64, Refused> {
    let have = overlap.a_under_b.len().min(overlap.b_over_a.len());
    if have < 2 {
        return Err(Refused::TooFew { have, need: 2 });
    }
    let (m, n) = (float(overlap.a_under_b.len()), float(overlap.b_over_a.len()));
    let share = overlap.share_above();
    let spread = |counts: &[usize], others: f64| {
        counts.iter().map(|count| (float(*count) / (2.0 * others) - share).powi(2)).sum::<f64>()
            / float(counts.len())
    };
    let (rows, columns) = (spread(&overlap.a_under_b, n), spread(&overlap.b_over_a, m));
    // A comparison is 0, ½ or 1: its square is itself, but for ties, where it is half of itself.
    let single = share * (1.0 - share) - float(overlap.ties) / (4.0 * m * n);
    let edge = 0.5 / (m * n);
    let kept = share.clamp(edge, 1.0 - edge);
    let variance = (kept * (1.0 - kept) + n * rows + m * columns - 2.0 * single) / ((m - 1.0) * (n - 1.0));
    if variance > 0.0 { Ok(variance.sqrt()) } else { Err(Refused::VarianceNotPositive) }
}

/// The root below the share, by halving to neighbouring numbers; 0 for a share of 0.
fn lower_end(share: f64, m: f64, n: f64, square: f64) -> f64 {
    if share <= 0.0 {
        return 0.0;
    }
    let h = f64::midpoint(m, n) - 1.0;
    let outside = |x: f64| {
        let tail = x * (1.0 - x);
        m * n * (share - x).powi(2) * (2.0 - x) * (1.0 + x)
            > square * tail * (2.0 + h + (1.0 + 2.0 * h) * tail)
    };
    let (mut low, mut high) = (0.0, share);
    // 1,100 halvings reach the smallest number; a root of some 1e-3 takes sixty.
    for _ in 0..1_100 {
        let middle = f64::midpoint(low, high);
        if middle <= low || middle >= high {
            break;
        }
        if outside(middle) { low = middle } else { high = middle }
    }
    high
}
