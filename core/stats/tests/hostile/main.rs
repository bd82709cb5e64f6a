//! Hostile but readable input: no method may panic, print NaN or an infinity, or give a p-value outside (0, 1].
//!
//! Each new method adds a line to the file of its family; the answers are checked as `tidemark stats` prints them.

mod paired;
mod planning;
mod pooling;
mod process;
mod rank;
mod session_days;
mod sessions;
mod sound;
mod trend;
mod values;

use proptest::prelude::*;
use sound::assert_sound;
use tidemark_stats::{DataError, Pairs, Series};
use values::{VALUES, points, value};

#[cfg(test)]
fn assert_series(points: &[(i32, f64)]) {
    let series = Series::new(points.iter().copied()).unwrap().with_missing(3);
    assert_sound(trend::linear(&series));
    assert_sound(trend::rest(&series));
    assert_sound(process::linear(&series));
    assert_sound(process::rest(&series));
    assert_sound(sessions::of_series(&series));
}

#[cfg(test)]
fn assert_pairs(points: &[(f64, f64)]) {
    let pairs = Pairs::new(points.iter().copied()).unwrap().with_missing(3);
    assert_sound(paired::linear(&pairs));
    assert_sound(paired::rest(&pairs));
    assert_sound(planning::linear(&pairs));
    assert_sound(rank::of_pairs(&pairs));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn a_series_of_anything_has_a_sound_answer(points in points()) {
        assert_series(&points);
    }

    #[test]
    fn a_series_of_two_values_has_a_sound_answer(one in value(), other in value(), turns in prop::collection::vec(any::<bool>(), 3..30)) {
        let points: Vec<_> = (0..).zip(&turns).map(|(day, turn)| (day, if *turn { one } else { other })).collect();
        assert_series(&points);
    }

    #[test]
    fn pairs_of_anything_have_a_sound_answer(pairs in prop::collection::vec((value(), value()), 0..40)) {
        assert_pairs(&pairs);
    }

    #[test]
    fn pairs_of_one_change_have_a_sound_answer(before in value(), after in value(), n in 0_usize..40) {
        assert_pairs(&vec![(before, after); n]);
    }
}

#[test]
fn none_one_two_and_constant_have_a_sound_answer() {
    for value in VALUES {
        for n in [0, 1, 2, 3, 5, 11, 400] {
            let points: Vec<_> = (0..n).map(|day| (day, value)).collect();
            assert_series(&points);
            let n = points.len();
            assert_pairs(&vec![(value, value); n]);
            assert_pairs(&vec![(value, 0.0); n]);
        }
        assert_series(&[(i32::MIN, value), (i32::MAX, -value)]);
        assert_series(&[(i32::MIN, value), (0, -value), (i32::MAX, value)]);
    }
}

#[test]
fn what_cannot_be_a_rating_is_refused_by_position() {
    for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        assert_eq!(Series::new([(0, 1.0), (1, value)]), Err(DataError::NotFinite { index: 1 }));
        assert_eq!(Pairs::new([(1.0, 1.0), (1.0, value)]), Err(DataError::NotFinite { index: 1 }));
    }
    for value in [f64::MIN_POSITIVE, 5e-324, -5e-324, 9e-101] {
        assert_eq!(Series::new([(0, value)]), Err(DataError::TooSmall { index: 0 }));
        assert_eq!(Pairs::new([(value, 1.0)]), Err(DataError::TooSmall { index: 0 }));
    }
    for value in [f64::MAX, -1.1e100] {
        assert_eq!(Series::new([(0, value)]), Err(DataError::TooLarge { index: 0 }));
        assert_eq!(Pairs::new([(1.0, value)]), Err(DataError::TooLarge { index: 0 }));
    }
}

#[test]
fn a_million_rows_have_a_sound_answer() {
    let rating = |day: i32| f64::from((day.wrapping_mul(7_919) ^ (day >> 3)).rem_euclid(11));
    let series = Series::new((0..1_000_000).map(|day| (day, rating(day)))).unwrap();
    assert_sound(trend::linear(&series));
    assert_sound(process::linear(&series));
    assert_sound(sessions::of_series(&series));
    let pairs = Pairs::new((0..1_000_000).map(|day| (rating(day), rating(day + 5)))).unwrap();
    assert_sound(paired::linear(&pairs));
    assert_sound(planning::linear(&pairs));
    assert_sound(rank::of_pairs(&pairs));
}
