//! Whether differences lie on a rating grid: whole multiples of one step. Answers `None` rather than guessing.

/// Steps tried, as parts of one rating point: whole, halves, thirds, quarters, … thousandths.
const PARTS: [f64; 9] = [1.0, 2.0, 3.0, 4.0, 10.0, 20.0, 100.0, 1_000.0, 10_000.0];
/// Largest multiple of the step that is still told apart from its neighbours.
const LARGEST_MULTIPLE: f64 = 1e9;

/// The sizes as whole multiples of their greatest common step; `None` when no step of the list fits.
///
/// # Shape
/// Sizes above 0; same length and order as the input; `rounding` is the size of rounding errors in it.
pub(super) fn multiples(sizes: &[f64], rounding: f64) -> Option<Vec<u64>> {
    let found = PARTS.iter().find_map(|&parts| {
        sizes
            .iter()
            .map(|&size| whole(size * parts, (rounding * parts).max(1e-9)))
            .collect::<Option<Vec<u64>>>()
    })?;
    let step = found.iter().fold(0, |step, &size| greatest_common_divisor(step, size)).max(1);
    Some(found.into_iter().map(|size| size / step).collect())
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked: 1 to 1e9")]
fn whole(value: f64, rounding: f64) -> Option<u64> {
    let rounded = value.round();
    ((value - rounded).abs() <= rounding && rounding < 1e-3 && (1.0..=LARGEST_MULTIPLE).contains(&rounded))
        .then_some(rounded as u64)
}

const fn greatest_common_divisor(mut a: u64, mut b: u64) -> u64 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

#[cfg(test)]
mod tests {
    use super::multiples;

    #[test]
    fn tenths_with_rounding_errors_lie_on_the_grid() {
        assert_eq!(multiples(&[3.1 - 2.7, 0.2, 1.0], 1e-15), Some(vec![2, 1, 5]));
        assert_eq!(multiples(&[3.0, 6.0, 3.0], 1e-15), Some(vec![1, 2, 1]));
        assert_eq!(multiples(&[1.0 / 3.0, 2.0 / 3.0], 1e-15), Some(vec![1, 2]));
        assert_eq!(multiples(&[1e-20, 3e-20], 1e-35), None);
        assert_eq!(multiples(&[core::f64::consts::PI, 1.0], 1e-15), None);
    }
}
