//! Laws of what goes with sessions: shift, scale, days left out, and no NaN whatever the ratings.

use proptest::prelude::*;
use tidemark_stats::{
    Field, LagWindow, Level, OutcomeLag, Refused, SessionDay, SessionDays, event_study, selection_flag,
    session_effect,
};

#[cfg(test)]
fn close(one: f64, other: f64, tolerance: f64) -> bool {
    (one - other).abs() <= tolerance * (1.0 + one.abs().max(other.abs()))
}

/// Ratings 0–10 with gaps and unrated days, some with sessions.
#[cfg(test)]
fn days() -> impl Strategy<Value = Vec<SessionDay>> {
    prop::collection::vec(
        (0_u8..12, 0_u8..=10, prop::bool::weighted(0.85), prop::bool::weighted(0.25)),
        25..60,
    )
    .prop_map(|rows| {
        let mut day = 0;
        rows.into_iter()
            .map(|(gap, rating, rated, session)| {
                day += if gap == 0 { 3 } else { 1 };
                SessionDay { day, value: rated.then_some(f64::from(rating)), session }
            })
            .collect()
    })
}

#[cfg(test)]
fn made(days: &[SessionDay]) -> SessionDays {
    SessionDays::new(days.iter().copied()).unwrap()
}

/// Whether a number anywhere in an answer is not finite.
#[cfg(test)]
fn all_finite(field: &Field) -> bool {
    match field {
        Field::Number(value) => value.is_finite(),
        Field::List(values) => values.iter().all(all_finite),
        Field::Object(fields) => fields.iter().all(|(_, value)| all_finite(value)),
        _ => true,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn shifted_and_scaled_ratings_have_the_scaled_effect(days in days()) {
        let moved: Vec<_> = days
            .iter()
            .map(|day| SessionDay { day: day.day + 700, value: day.value.map(|value| 50.0 - 3.0 * value), ..*day })
            .collect();
        let (one, other) = (made(&days), made(&moved));
        for lag in [OutcomeLag::SameDay, OutcomeLag::NextDay] {
            let (one, other) = (session_effect(&one, lag, Level::P95), session_effect(&other, lag, Level::P95));
            if let (Ok(one), Ok(other)) = (one.coefficients, other.coefficients) {
                prop_assert!(close(-3.0 * one.effect, other.effect, 1e-5));
                prop_assert!(close(one.before_coefficient, other.before_coefficient, 1e-5));
            }
            if let (Ok(one), Ok(other)) = (one.inference, other.inference) {
                prop_assert!(close(3.0 * one.se, other.se, 1e-5));
            }
            if let (Ok(one), Ok(other)) = (one.expected_regression_to_mean, other.expected_regression_to_mean) {
                prop_assert!(close(-3.0 * one, other, 1e-9));
            }
        }
        let (flag, turned) = (selection_flag(&one, Level::P95), selection_flag(&other, Level::P95));
        if let (Ok(flag), Ok(turned)) = (flag.hedges_g, turned.hedges_g) {
            prop_assert!(close(flag.g, -turned.g, 1e-9));
            prop_assert!(close(flag.interval.low(), -turned.interval.high(), 1e-9));
        }
    }

    #[test]
    fn leaving_unrated_days_without_session_out_changes_nothing_but_their_count(days in days()) {
        // The first and the last day say from when to when sessions are known.
        let ends = [days[0].day, days[days.len() - 1].day];
        let (kept, left): (Vec<SessionDay>, Vec<SessionDay>) = days
            .iter()
            .partition(|day| day.value.is_some() || day.session || ends.contains(&day.day));
        let (one, other) = (made(&days), made(&kept));
        let window = LagWindow::default();
        let (mut one, other) = (event_study(&one, window, Level::P95), event_study(&other, window, Level::P95));
        one.n_missing -= left.len();
        prop_assert_eq!(one, other);
    }

    #[test]
    fn the_band_holds_the_interval_and_the_estimate(days in days()) {
        let study = event_study(&made(&days), LagWindow::new(-1, 2).unwrap(), Level::new(0.9).unwrap());
        for lag in study.lags.unwrap_or_default() {
            if let Some(range) = lag.range {
                prop_assert!(range.band.low() < range.interval.low());
                prop_assert!(range.interval.low() < lag.estimate && lag.estimate < range.interval.high());
                prop_assert!(range.interval.high() < range.band.high());
            }
        }
    }

    #[test]
    fn nothing_is_nan_whatever_the_ratings(
        ratings in prop::collection::vec((-2_i32..4, prop::option::of(prop::sample::select(
            vec![0.0, -0.0, 1e100, -1e100, 1e-100, 1e16, 1.0, 10.0])), any::<bool>()), 0..14),
        gap in prop::sample::select(vec![1, 7, 365, 100_000_000]),
    ) {
        let mut day = i32::MIN;
        let days: Vec<SessionDay> = ratings
            .into_iter()
            .map(|(step, value, session)| {
                day += if step > 0 { 1 } else { gap };
                SessionDay { day, value, session }
            })
            .collect();
        let days = made(&days);
        let mut answers = vec![selection_flag(&days, Level::P95).answer()];
        for lag in [OutcomeLag::SameDay, OutcomeLag::NextDay] {
            answers.push(session_effect(&days, lag, Level::P95).answer());
        }
        for (from, to) in [(-2, 3), (0, 0), (-1, 0), (-60, 60)] {
            answers.push(event_study(&days, LagWindow::new(from, to).unwrap(), Level::P95).answer());
        }
        for answer in answers {
            prop_assert!(answer.fields().iter().all(|(_, field)| all_finite(field)), "{answer:?}");
        }
    }
}

#[test]
fn weekly_sessions_repeat_the_lags_of_a_longer_window() {
    let rating = |day: i32| f64::from((day * 7 + day * day) % 11);
    let days: Vec<SessionDay> =
        (0..84).map(|day| SessionDay { day, value: Some(rating(day)), session: day % 7 == 0 }).collect();
    let study = |from, to| event_study(&made(&days), LagWindow::new(from, to).unwrap(), Level::P95);
    assert_eq!(study(-3, 3).lags, Err(Refused::NotIdentifiable));
    assert!(study(-2, 3).fit.is_ok());
}

#[test]
fn a_million_equal_ratings_have_no_variation() {
    let days = (0..1_000_000).map(|day| SessionDay { day, value: Some(0.1), session: day % 5 == 0 });
    let days = SessionDays::new(days).unwrap();
    assert_eq!(event_study(&days, LagWindow::new(0, 1).unwrap(), Level::P95).fit, Err(Refused::NoVariation));
    assert_eq!(selection_flag(&days, Level::P95).hedges_g, Err(Refused::NoVariation));
    // The rating before does not vary, so nothing tells the two coefficients apart.
    let effect = session_effect(&days, OutcomeLag::NextDay, Level::P95);
    assert_eq!(effect.coefficients, Err(Refused::NotIdentifiable));
}
