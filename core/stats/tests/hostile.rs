//! Hostile but readable input: no method may panic, print NaN or an infinity, or give a p-value outside (0, 1].
//!
//! Each new method adds a line to `of_series` or `of_pairs`; the answers are checked as `tidemark stats` prints them.

use proptest::prelude::*;
use tidemark_stats::{
    Answer, DataError, Differences, Field, GlsTrend, HodgesLehmann, KendallVariance, Level, MannKendall,
    PairedMean, Pairs, Seed, Series, SignFlip, TrendDf, gls_trend, hodges_lehmann, local_level, mann_kendall,
    median, paired_mean, sign_count, sign_flip, tau_b,
};

/// The methods of a dated series that are made for a million rows.
#[cfg(test)]
fn linear_in_series(series: &Series) -> Vec<Answer> {
    let trends = [TrendDf::Residual, TrendDf::Satterthwaite, TrendDf::Integrated]
        .map(|df| GlsTrend::answer(series, &gls_trend(series, df, Level::P95)));
    let tau = tau_b(series);
    assert!(tau.is_err() || tau.is_ok_and(|tau| (-1.0..=1.0).contains(&tau)), "{tau:?}");
    let ranks =
        [KendallVariance::Independent, KendallVariance::Ar1].map(|variance| kendall(series, variance));
    trends.into_iter().chain(ranks).collect()
}

#[cfg(test)]
fn kendall(series: &Series, variance: KendallVariance) -> Answer {
    MannKendall::answer(series, &mann_kendall(series, variance))
}

#[cfg(test)]
fn of_series(series: &Series) -> Vec<Answer> {
    let mut answers = linear_in_series(series);
    answers.push(kendall(series, KendallVariance::YueWang));
    answers.push(kendall(series, KendallVariance::HamedRao));
    answers.push(local_level(series).answer());
    answers
}

/// The methods of before/after pairs that are made for a million rows.
#[cfg(test)]
fn linear_in_pairs(pairs: &Pairs) -> Vec<Answer> {
    let middle = median(&pairs.differences());
    assert!(middle.is_none_or(f64::is_finite), "{middle:?}");
    vec![
        sign_count(pairs).answer(),
        mean(pairs, Differences::Independent),
        mean(pairs, Differences::Autocorrelated),
    ]
}

#[cfg(test)]
fn mean(pairs: &Pairs, differences: Differences) -> Answer {
    PairedMean::answer(pairs, differences, &paired_mean(pairs, differences, Level::P95))
}

#[cfg(test)]
fn of_pairs(pairs: &Pairs) -> Vec<Answer> {
    let mut answers = linear_in_pairs(pairs);
    answers.push(SignFlip::answer(pairs, &sign_flip(pairs, Seed::new(1))));
    answers.push(HodgesLehmann::answer(pairs, &hodges_lehmann(pairs, Level::P95)));
    answers
}

#[cfg(test)]
fn assert_sound(answer: &Answer) {
    let find = |name: &str| answer.fields().iter().find(|(field, _)| *field == name).map(|(_, value)| value);
    for (name, value) in answer.fields() {
        sound(name, value, answer);
    }
    if let (Some(Field::Number(low)), Some(Field::Number(high))) = (find("ci_low"), find("ci_high")) {
        assert!(low <= high, "{answer:?}");
    }
    let nulls = answer.fields().iter().any(|(_, value)| *value == Field::Null);
    assert!(!nulls || find("refused").is_some(), "null without a reason: {answer:?}");
}

#[cfg(test)]
fn sound(name: &str, value: &Field, answer: &Answer) {
    match value {
        Field::Number(number) => {
            assert!(number.is_finite(), "{name} in {answer:?}");
            match name {
                "p_value" => assert!(*number > 0.0 && *number <= 1.0, "{answer:?}"),
                "se" | "sd" | "sigma" | "variance" | "variance_observation" | "variance_level" => {
                    assert!(*number >= 0.0, "{name} in {answer:?}");
                }
                "df" | "n_effective" => assert!(*number > 0.0, "{name} in {answer:?}"),
                _ => {}
            }
        }
        Field::List(values) => values.iter().for_each(|value| sound(name, value, answer)),
        Field::Object(fields) => fields.iter().for_each(|(name, value)| sound(name, value, answer)),
        _ => {}
    }
}

#[cfg(test)]
fn assert_series(points: &[(i32, f64)]) {
    let series = Series::new(points.iter().copied()).unwrap().with_missing(3);
    of_series(&series).iter().for_each(assert_sound);
}

#[cfg(test)]
fn assert_pairs(points: &[(f64, f64)]) {
    let pairs = Pairs::new(points.iter().copied()).unwrap().with_missing(3);
    of_pairs(&pairs).iter().for_each(assert_sound);
}

/// Values that break careless arithmetic: the largest and smallest allowed, both zeros, and rounding apart.
const VALUES: [f64; 14] =
    [0.0, -0.0, 1.0, 1.0 + f64::EPSILON, 5.0, 10.0, 0.1, 0.3, 1e100, -1e100, 9.9e99, 1e-100, -1e-100, 1e16];
/// Steps between days: a day, a week, years, and most of what a day number can hold.
const STEPS: [i32; 6] = [1, 1, 2, 7, 90, 40_000_000];

#[cfg(test)]
fn value() -> impl Strategy<Value = f64> {
    prop_oneof![
        3 => prop::sample::select(&VALUES[..]),
        2 => (0_u8..=10).prop_map(f64::from),
        1 => -1e100..1e100,
        1 => (-1e-90..1e-90_f64).prop_filter("not below the smallest", |value| value.abs() >= 1e-100),
    ]
}

#[cfg(test)]
fn points() -> impl Strategy<Value = Vec<(i32, f64)>> {
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
    linear_in_series(&series).iter().for_each(assert_sound);
    let pairs = Pairs::new((0..1_000_000).map(|day| (rating(day), rating(day + 5)))).unwrap();
    linear_in_pairs(&pairs).iter().for_each(assert_sound);
}
