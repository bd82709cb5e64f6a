//! Squared deviations of any stretch of values from their mean, each in one step.

use crate::count::float;

/// Running sums of values and their squares.
pub(super) struct Costs {
    sums: Vec<(f64, f64)>,
}

impl Costs {
    /// Values should be centred already: sums of large numbers lose the digits that matter.
    pub(super) fn of(values: &[f64]) -> Self {
        let (mut sum, mut square) = (Compensated::default(), Compensated::default());
        let running = values.iter().map(|value| {
            sum.add(*value);
            square.add(value * value);
            (sum.value(), square.value())
        });
        Self { sums: core::iter::once((0.0, 0.0)).chain(running).collect() }
    }

    /// Number of values.
    pub(super) const fn n(&self) -> usize {
        self.sums.len() - 1
    }

    /// Squares of all values, summed.
    pub(super) fn total(&self) -> f64 {
        self.sums.last().map_or(0.0, |(_, square)| *square)
    }

    /// Mean and squared deviations of the values from place `from` up to `to`, excluded; from < to ≤ n.
    #[inline]
    #[expect(clippy::indexing_slicing, reason = "from < to <= n, and there are n + 1 running sums")]
    pub(super) fn between(&self, from: usize, to: usize) -> (f64, f64) {
        let ((sum, square), (earlier_sum, earlier_square)) = (self.sums[to], self.sums[from]);
        let sum = sum - earlier_sum;
        let mean = sum / float(to - from);
        (mean, (square - earlier_square - mean * sum).max(0.0))
    }
}

/// A sum that carries its rounding along (Neumaier 1974), so that every running sum is right to the last digit.
#[derive(Default)]
struct Compensated {
    sum: f64,
    lost: f64,
}

impl Compensated {
    fn add(&mut self, value: f64) {
        let sum = self.sum + value;
        self.lost +=
            if self.sum.abs() >= value.abs() { (self.sum - sum) + value } else { (value - sum) + self.sum };
        self.sum = sum;
    }

    const fn value(&self) -> f64 {
        self.sum + self.lost
    }
}
