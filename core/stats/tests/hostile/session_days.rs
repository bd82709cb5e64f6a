//! Days with and without sessions, and sessions of two kinds.

use proptest::prelude::*;
use tidemark_stats::{
    Answer, DataError, GroupedPair, GroupedPairs, LagWindow, Level, OutcomeLag, Refused, SessionDay,
    SessionDays, event_study, group_difference, selection_flag, session_effect,
};

use crate::sound::assert_sound;
use crate::values::{points, value};

#[cfg(test)]
fn answers(days: impl IntoIterator<Item = SessionDay>) -> Vec<Answer> {
    let days = SessionDays::new(days).unwrap();
    let study = |from, to| event_study(&days, LagWindow::new(from, to).unwrap(), Level::P95).answer();
    let effect = |lag| session_effect(&days, lag, Level::P95).answer();
    vec![
        effect(OutcomeLag::SameDay),
        effect(OutcomeLag::NextDay),
        selection_flag(&days, Level::P95).answer(),
        study(-2, 3),
        study(0, 0),
    ]
}

#[cfg(test)]
fn kinds(pairs: impl IntoIterator<Item = GroupedPair>) -> Answer {
    group_difference(&GroupedPairs::new(pairs).unwrap(), Level::P95).answer(0)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn sessions_on_any_days_have_a_sound_answer(points in points(), turns in prop::collection::vec((any::<bool>(), any::<bool>()), 40)) {
        assert_sound(answers(points.iter().zip(&turns).map(|((day, value), (session, rated))| SessionDay {
            day: *day,
            value: rated.then_some(*value),
            session: *session,
        })));
    }

    #[test]
    fn sessions_on_days_in_a_row_have_a_sound_answer(values in prop::collection::vec((value(), 0_u8..4), 0..90)) {
        assert_sound(answers((0..).zip(&values).map(|(day, (value, kind))| SessionDay {
            day,
            value: (*kind > 0).then_some(*value),
            session: *kind == 1,
        })));
    }

    #[test]
    fn sessions_where_nothing_varies_have_a_sound_answer(value in value(), turns in prop::collection::vec(any::<bool>(), 0..60)) {
        assert_sound(answers((0..).zip(&turns).map(|(day, session)| SessionDay { day, value: Some(value), session: *session })));
        assert_sound(answers((0..).zip(&turns).map(|(day, _)| SessionDay { day, value: Some(value), session: true })));
    }

    #[test]
    fn sessions_with_whole_ratings_have_a_sound_answer(rows in prop::collection::vec((0_u8..=10, 0_u8..4), 0..120)) {
        assert_sound(answers((0..).zip(&rows).map(|(day, (value, kind))| SessionDay {
            day,
            value: Some(f64::from(*value)),
            session: *kind == 1,
        })));
    }

    #[test]
    fn sessions_of_two_kinds_have_a_sound_answer(points in points(), others in prop::collection::vec((value(), any::<bool>()), 40)) {
        assert_sound([kinds(points.iter().zip(&others).map(|((day, before), (outcome, first))| GroupedPair {
            day: *day,
            before: *before,
            outcome: *outcome,
            first: *first,
        }))]);
    }

    #[test]
    fn sessions_of_two_kinds_where_nothing_varies_have_a_sound_answer(before in value(), outcome in value(), turns in prop::collection::vec(any::<bool>(), 0..60)) {
        assert_sound([kinds((0..).zip(&turns).map(|(day, first)| GroupedPair { day, before, outcome, first: *first }))]);
    }

    #[test]
    fn sessions_of_two_kinds_with_whole_ratings_have_a_sound_answer(rows in prop::collection::vec((0_u8..=10, 0_u8..=10, any::<bool>(), 1_i32..400), 0..60)) {
        let mut day = 0;
        assert_sound([kinds(rows.iter().map(|(before, outcome, first, gap)| {
            day += gap;
            GroupedPair { day, before: f64::from(*before), outcome: f64::from(*outcome), first: *first }
        }))]);
    }
}

#[test]
fn a_kind_that_cannot_be_compared_is_refused() {
    let pair = |day, before, first| GroupedPair { day, before, outcome: f64::from(day % 5), first };
    let refused = |pairs: &[GroupedPair]| {
        let found = group_difference(&GroupedPairs::new(pairs.iter().copied()).unwrap(), Level::P95);
        (found.difference.map(|found| found.estimate), found.n_first, found.n_second)
    };
    let (six, seven) = (6.0, 7.0);
    let rows = [
        pair(0, six, true),
        pair(7, seven, true),
        pair(9, six, false),
        pair(20, seven, false),
        pair(21, six, true),
    ];
    assert!(refused(&rows).0.is_ok());
    let few = |have, need| Err(Refused::TooFew { have, need });
    assert_eq!(refused(&[]), (few(0, 3), 0, 0));
    assert_eq!(refused(&rows[..2]), (few(2, 3), 2, 0));
    assert_eq!(refused(&rows[..3]), (few(3, 4), 2, 1));
    for first in [true, false] {
        let one = rows.map(|row| GroupedPair { first, ..row });
        assert_eq!(refused(&one).0, Err(Refused::NotIdentifiable));
    }
    assert_eq!(refused(&rows.map(|row| GroupedPair { before: six, ..row })).0, Err(Refused::NotIdentifiable));
    let told = rows.map(|row| GroupedPair { before: if row.first { six } else { seven }, ..row });
    assert_eq!(refused(&told).0, Err(Refused::NotIdentifiable));
    assert_eq!(refused(&rows.map(|row| GroupedPair { outcome: six, ..row })).0, Err(Refused::NoVariation));
}

#[test]
fn sessions_of_two_kinds_that_are_no_ratings_or_share_a_day_are_refused_by_position() {
    let pair = |day, before, outcome| GroupedPair { day, before, outcome, first: true };
    let made = |second| GroupedPairs::new([pair(4, 1.0, 1.0), second]).map(|pairs| pairs.n());
    assert_eq!(made(pair(5, 1.0, 1.0)), Ok(2));
    assert_eq!(made(pair(4, 1.0, 1.0)), Err(DataError::DayNotLater { index: 1 }));
    assert_eq!(made(pair(3, 1.0, 1.0)), Err(DataError::DayNotLater { index: 1 }));
    for (value, error) in [
        (f64::NAN, DataError::NotFinite { index: 1 }),
        (f64::INFINITY, DataError::NotFinite { index: 1 }),
        (1.1e100, DataError::TooLarge { index: 1 }),
        (9e-101, DataError::TooSmall { index: 1 }),
    ] {
        assert_eq!(made(pair(5, value, 1.0)), Err(error));
        assert_eq!(made(pair(5, 1.0, value)), Err(error));
    }
}
