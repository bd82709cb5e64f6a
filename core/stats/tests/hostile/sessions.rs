//! What goes with sessions, on the days of a series and between them.

use tidemark_stats::{
    Answer, GroupedPair, GroupedPairs, LagWindow, Level, OutcomeLag, Series, SessionDay, SessionDays,
    event_study, group_difference, selection_flag, session_effect,
};

/// Sessions on a third of the days, every fifth day without its rating.
#[cfg(test)]
pub(crate) fn of_series(series: &Series) -> Vec<Answer> {
    let days = (0..).zip(series.days().iter().zip(series.values())).map(|(place, (&day, &value))| {
        SessionDay { day, value: (place % 5 != 4).then_some(value), session: place % 3 == 0 }
    });
    let days = SessionDays::new(days).unwrap();
    let values = series.values().iter();
    let pairs = series.days().iter().zip(values.clone().zip(values.rev())).enumerate().map(
        |(place, (&day, (&before, &outcome)))| GroupedPair { day, before, outcome, first: place % 3 == 0 },
    );
    let pairs = GroupedPairs::new(pairs).unwrap();
    let window = |from, to| LagWindow::new(from, to).unwrap();
    vec![
        session_effect(&days, OutcomeLag::SameDay, Level::P95).answer(),
        session_effect(&days, OutcomeLag::NextDay, Level::P95).answer(),
        event_study(&days, LagWindow::default(), Level::P95).answer(),
        event_study(&days, window(-1, 0), Level::P95).answer(),
        event_study(&days, window(0, 0), Level::P95).answer(),
        selection_flag(&days, Level::P95).answer(),
        group_difference(&pairs, Level::P95).answer(0),
    ]
}
