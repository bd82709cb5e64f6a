//! The best division by dynamic programming over the last change, functionally pruned: exact, about n steps.

use core::cmp::Ordering;

use super::cost::Costs;
use super::pieces::Pieces;
use crate::count::float;

/// Costs nearer than this share of the sum of squares count as equal: rounding is some hundred times less.
const ROUNDING: f64 = 1e-13;

/// A division into segments.
pub(super) struct Division {
    /// Place of the first value of each segment but the first.
    pub(super) starts: Vec<usize>,
    /// Squared deviations from the segment means, summed.
    pub(super) cost: f64,
}

/// The best way to divide the values up to some place.
#[derive(Clone, Copy)]
struct Best {
    cost: f64,
    changes: usize,
    /// Place of the first value of its last segment; 0 for one segment.
    last: usize,
}

/// The division of least cost plus penalty per change, every segment at least `shortest` values long (one segment may
/// always be shorter); of equal ones the one with fewest, then earliest changes.
pub(super) fn best_division(values: &[f64], penalty: f64, shortest: usize) -> Division {
    let n = values.len();
    let mean = values.iter().map(|value| value / float(n)).sum::<f64>();
    // A whole-number centre keeps ratings on whole points whole, and their sums exact.
    let centre = if mean.abs() < 1e15 { mean.round() } else { mean };
    let centred: Vec<f64> = values.iter().map(|value| value - centre).collect();
    let starts = if n / 2 < shortest { Vec::new() } else { searched(&centred, penalty, shortest) };
    let ends = starts.iter().copied().chain(core::iter::once(n));
    let begins = core::iter::once(0).chain(starts.iter().copied());
    let cost = begins.zip(ends).filter_map(|(begin, end)| centred.get(begin..end)).map(around_mean).sum();
    Division { starts, cost }
}

/// Squared deviations from the mean, in two passes.
fn around_mean(values: &[f64]) -> f64 {
    let mean = values.iter().sum::<f64>() / float(values.len());
    values.iter().map(|value| (value - mean) * (value - mean)).sum()
}

fn searched(values: &[f64], penalty: f64, shortest: usize) -> Vec<usize> {
    let costs = Costs::of(values);
    let within = ROUNDING * costs.total();
    let low = values.iter().copied().fold(f64::INFINITY, f64::min);
    let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let n = costs.n();
    let mut pieces = Pieces::new(low, high, within);
    let mut search =
        Search { costs, penalty, within, best: vec![Best { cost: 0.0, changes: 0, last: 0 }; shortest] };
    for end in shortest..=n {
        let start = end - shortest;
        // Up to a place nearer the first day than the shortest segment there is no division to go on from.
        if start == 0 || start >= shortest {
            search.admit(&mut pieces, start);
        }
        let best = search.best_up_to(&pieces, end);
        search.best.push(best);
    }
    search.starts(n)
}

struct Search {
    costs: Costs,
    penalty: f64,
    within: f64,
    /// By place: the best division of the values before it.
    best: Vec<Best>,
}

impl Search {
    #[inline]
    #[expect(clippy::indexing_slicing, reason = "asked only for places already searched")]
    fn best(&self, place: usize) -> Best {
        self.best[place]
    }

    /// Cost and changes of the best division before `start`, a change at `start` included.
    fn before(&self, start: usize) -> (f64, usize) {
        let best = self.best(start);
        if start == 0 { (0.0, 0) } else { (best.cost, best.changes + 1) }
    }

    fn admit(&self, pieces: &mut Pieces, start: usize) {
        let (cost, changes) = self.before(start);
        pieces.admit(&self.costs, start, |other| {
            let (other_cost, other_changes) = self.before(other);
            (cost - other_cost) + self.penalty * (float(changes) - float(other_changes))
        });
    }

    fn best_up_to(&self, pieces: &Pieces, end: usize) -> Best {
        let candidates = pieces.starts().map(|start| {
            let (cost, changes) = self.before(start);
            Best { cost: cost + self.costs.between(start, end).1, changes, last: start }
        });
        candidates
            .reduce(|best, other| if self.is_better(other, best) { other } else { best })
            .unwrap_or(Best { cost: f64::INFINITY, changes: 0, last: 0 })
    }

    fn is_better(&self, one: Best, other: Best) -> bool {
        let dearer = (one.cost - other.cost) + self.penalty * (float(one.changes) - float(other.changes));
        if dearer.abs() > self.within {
            return dearer < 0.0;
        }
        match one.changes.cmp(&other.changes) {
            Ordering::Less => true,
            Ordering::Greater => false,
            Ordering::Equal => self.is_earlier(one.last, other.last),
        }
    }

    /// Which of two divisions with as many changes has the earlier one where they first differ, from their last changes.
    fn is_earlier(&self, mut one: usize, mut other: usize) -> bool {
        let mut order = Ordering::Equal;
        while one != other {
            order = one.cmp(&other);
            (one, other) = (self.best(one).last, self.best(other).last);
        }
        order.is_lt()
    }

    fn starts(&self, n: usize) -> Vec<usize> {
        let mut starts = Vec::new();
        let mut place = self.best(n).last;
        while place > 0 {
            starts.push(place);
            place = self.best(place).last;
        }
        starts.reverse();
        starts
    }
}
