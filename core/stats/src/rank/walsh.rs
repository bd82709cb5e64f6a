//! Order statistics of the Walsh averages (xᵢ + xⱼ)/2, i ≤ j, without making the list of them.
//!
//! The k-th smallest is found by halving the range of floating-point numbers: 64 counts of O(n) each, O(n) memory,
//! and the answer is exactly one of the averages.

/// Sorted values whose Walsh averages are asked for.
pub(super) struct Walsh {
    sorted: Vec<f64>,
}

impl Walsh {
    pub(super) fn of(values: &[f64]) -> Self {
        let mut sorted = values.to_vec();
        sorted.sort_unstable_by(f64::total_cmp);
        Self { sorted }
    }

    /// Number of averages, n(n+1)/2.
    pub(super) const fn count(&self) -> usize {
        self.sorted.len() * (self.sorted.len() + 1) / 2
    }

    /// The k-th smallest average, k from 1 to [`Self::count`]; values are at most 1e100, so no sum overflows.
    pub(super) fn nth(&self, k: usize) -> f64 {
        let mut low = ordered(f64::NEG_INFINITY);
        let mut high = ordered(f64::INFINITY);
        // Smallest bit pattern with at least k sums at or below it.
        while low < high {
            let middle = low + (high - low) / 2;
            if self.sums_up_to(unordered(middle)) >= k { high = middle } else { low = middle + 1 }
        }
        // −0 and +0 are one value: never print the negative one.
        unordered(low) / 2.0 + 0.0
    }

    /// How many pairs i ≤ j have xᵢ + xⱼ ≤ limit: rounding of a sum is monotone, so rows stay sorted.
    #[expect(clippy::indexing_slicing, reason = "end <= len, start < end")]
    fn sums_up_to(&self, limit: f64) -> usize {
        let sorted = &self.sorted;
        let mut end = sorted.len();
        let mut count = 0;
        for start in 0..sorted.len() {
            while end > start && sorted[start] + sorted[end - 1] > limit {
                end -= 1;
            }
            if end <= start {
                break;
            }
            count += end - start;
        }
        count
    }
}

/// The bits of a number as an unsigned integer of the same order, −∞ lowest.
const fn ordered(value: f64) -> u64 {
    let bits = value.to_bits();
    if bits >> 63 == 1 { !bits } else { bits | (1 << 63) }
}

const fn unordered(bits: u64) -> f64 {
    f64::from_bits(if bits >> 63 == 1 { bits & !(1 << 63) } else { !bits })
}

#[cfg(test)]
mod tests {
    use super::Walsh;

    /// Values 1, 2, 4: averages 1, 1.5, 2, 2.5, 3, 4.
    #[test]
    fn averages_come_in_order() {
        let walsh = Walsh::of(&[4.0, 1.0, 2.0]);
        let found: Vec<f64> = (1..=walsh.count()).map(|k| walsh.nth(k)).collect();
        assert_eq!(found, [1.0, 1.5, 2.0, 2.5, 3.0, 4.0]);
    }

    #[test]
    fn negative_values_and_ties_come_in_order() {
        let walsh = Walsh::of(&[-1.0, 1.0, -1.0]);
        let found: Vec<f64> = (1..=walsh.count()).map(|k| walsh.nth(k)).collect();
        assert_eq!(found, [-1.0, -1.0, -1.0, 0.0, 0.0, 1.0]);
    }
}
