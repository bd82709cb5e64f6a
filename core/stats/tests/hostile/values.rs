//! Values and days that a file may hold and that break careless arithmetic.

use proptest::prelude::*;

/// Values that break careless arithmetic: the largest and smallest allowed, both zeros, and rounding apart.
pub(crate) const VALUES: [f64; 14] =
    [0.0, -0.0, 1.0, 1.0 + f64::EPSILON, 5.0, 10.0, 0.1, 0.3, 1e100, -1e100, 9.9e99, 1e-100, -1e-100, 1e16];
/// Steps between days: a day, a week, years, and most of what a day number can hold.
const STEPS: [i32; 6] = [1, 1, 2, 7, 90, 40_000_000];

#[cfg(test)]
pub(crate) fn value() -> impl Strategy<Value = f64> {
    prop_oneof![
        3 => prop::sample::select(&VALUES[..]),
        2 => (0_u8..=10).prop_map(f64::from),
        1 => -1e100..1e100,
        1 => (-1e-90..1e-90_f64).prop_filter("not below the smallest", |value| value.abs() >= 1e-100),
    ]
}

#[cfg(test)]
pub(crate) fn points() -> impl Strategy<Value = Vec<(i32, f64)>> {
    prop::collection::vec((prop::sample::select(&STEPS[..]), value()), 0..40).prop_map(|steps| {
        let mut day = i32::MIN;
        steps
            .into_iter()
            .map(|(step, value)| {
                day += step;
                (day, value)
            })
            .collect()
    })
}
