//! Middle and quartiles of a handful of values. Refuses an empty set; the median is the statistics crate's, the
//! quartiles are checked in the tests against R.

pub(crate) use tidemark_stats::median;

/// The lower and the upper quartile; `None` without a value.
///
/// # Formula
/// Linear interpolation at (n − 1)·p of the sorted values: type 7 of Hyndman & Fan, the default of R.
/// # Source
/// Hyndman & Fan 1996, doi:10.1080/00031305.1996.10473566.
pub(crate) fn quartiles(values: &[f64]) -> Option<(f64, f64)> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    // Positions in quarters of a step, so that no float decides which values are neighbours.
    let at = |quarters: usize| {
        let position = (sorted.len() - 1) * quarters;
        let low = *sorted.get(position / 4)?;
        let high = sorted.get(position / 4 + 1).copied().unwrap_or(low);
        let share = match position % 4 {
            0 => 0.0,
            1 => 0.25,
            2 => 0.5,
            _ => 0.75,
        };
        Some(low + (high - low) * share)
    };
    if sorted.is_empty() { None } else { Some((at(1)?, at(3)?)) }
}

#[cfg(test)]
mod tests {
    use super::quartiles;

    /// R 4.2.2 `quantile(x, c(.25, .75))`: 8, 1, 4, 2 gives 1.75 and 5; 3, 1 gives 1.5 and 2.5.
    #[test]
    fn quartiles_are_those_of_r() {
        assert_eq!(quartiles(&[8.0, 1.0, 4.0, 2.0]), Some((1.75, 5.0)));
        assert_eq!(quartiles(&[3.0, 1.0]), Some((1.5, 2.5)));
        assert_eq!(quartiles(&[7.0]), Some((7.0, 7.0)));
        assert_eq!(quartiles(&[]), None);
    }
}
