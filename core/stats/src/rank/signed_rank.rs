//! Null distribution of the signed-rank sum without ties: each rank 1…n counts with probability ½.

use core::f64::consts::PI;

use crate::count::float;

/// Up to this n the distribution is added up; beyond it the characteristic function is summed.
const LARGEST_ADDED: usize = 100;

/// P(W ≤ w) for every w = 0, 1, … as long as it is at most `bound`: the last such w and its probability; `None` when
/// already P(W ≤ 0) = 2⁻ⁿ is above the bound.
pub(super) fn last_within(n: usize, bound: f64) -> Option<(usize, f64)> {
    if n <= LARGEST_ADDED { added(n, bound) } else { searched(n, bound) }
}

fn added(n: usize, bound: f64) -> Option<(usize, f64)> {
    let mut share = vec![0.0_f64; n * (n + 1) / 2 + 1];
    *share.first_mut()? = 1.0;
    let mut reached = 0;
    for rank in 1..=n {
        reached += rank;
        add_rank(&mut share, reached, rank);
    }
    let mut total = 0.0;
    let mut last = None;
    for (w, probability) in share.iter().enumerate() {
        total += probability;
        if total > bound {
            break;
        }
        last = Some((w, total));
    }
    last
}

#[expect(clippy::indexing_slicing, reason = "rank <= reached < share.len() by construction")]
fn add_rank(share: &mut [f64], reached: usize, rank: usize) {
    for sum in (0..=reached).rev() {
        let with = if sum >= rank { share[sum - rank] } else { 0.0 };
        share[sum] = 0.5 * (share[sum] + with);
    }
}

fn searched(n: usize, bound: f64) -> Option<(usize, f64)> {
    let mut low = 0;
    let mut high = n * (n + 1) / 2;
    let function = Characteristic::of(n);
    if function.at_most(low) > bound {
        return None;
    }
    while high - low > 1 {
        let middle = low + (high - low) / 2;
        if function.at_most(middle) <= bound { low = middle } else { high = middle }
    }
    Some((low, function.at_most(low)))
}

/// The characteristic function of W − E(W), Π cos(t·j/2), at equal steps of t.
///
/// The trapezoidal sum is exact but for probability beyond 15 standard deviations; steps past t = 9 standard
/// deviations⁻¹ add less than 1e-17.
struct Characteristic {
    n: usize,
    step: f64,
    values: Vec<f64>,
}

impl Characteristic {
    fn of(n: usize) -> Self {
        let count = float(n);
        let deviation = (count * (count + 1.0) * (2.0 * count + 1.0) / 24.0).sqrt();
        let step = 0.2 / deviation;
        let values = (1..=45)
            .map(|k| (1..=n).map(|rank| (0.5 * float(k) * step * float(rank)).cos()).product())
            .collect();
        Self { n, step, values }
    }

    /// P(W ≤ w) = ½ + (1/2π) ∫ φ(t) sin(t(w − E + ½)) / sin(t/2) dt over t from 0 to π (lattice inversion).
    fn at_most(&self, w: usize) -> f64 {
        let x = float(w) + 0.5 - float(self.n * (self.n + 1)) / 4.0;
        let at_zero = 2.0 * x;
        let sum: f64 = self
            .values
            .iter()
            .enumerate()
            .map(|(place, value)| {
                let t = float(place + 1) * self.step;
                value * (t * x).sin() / (0.5 * t).sin()
            })
            .sum();
        0.5 + self.step / (2.0 * PI) * (0.5 * at_zero + sum)
    }
}

#[cfg(test)]
mod tests {
    use super::{added, last_within, searched};

    /// R 4.2.2: `psignrank(0:2, 6)` = 1/64, 2/64, 3/64; `2 * psignrank(0, 6)` is the .03125 of n = 6.
    #[test]
    fn six_pairs_leave_one_rank_sum_below_two_and_a_half_percent() {
        assert_eq!(last_within(6, 0.025), Some((0, 1.0 / 64.0)));
        assert_eq!(last_within(5, 0.025), None);
    }

    #[test]
    fn adding_and_inverting_agree_at_a_hundred_pairs() {
        for bound in [0.005, 0.025, 0.1] {
            let (added, searched) = (added(100, bound).unwrap(), searched(100, bound).unwrap());
            assert_eq!(added.0, searched.0);
            assert!((added.1 - searched.1).abs() < 1e-12, "{added:?} {searched:?}");
        }
    }
}
