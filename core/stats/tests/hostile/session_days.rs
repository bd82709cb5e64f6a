//! Days with and without sessions.

use proptest::prelude::*;
use tidemark_stats::{
    Answer, LagWindow, Level, OutcomeLag, SessionDay, SessionDays, event_study, selection_flag,
    session_effect,
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
}
