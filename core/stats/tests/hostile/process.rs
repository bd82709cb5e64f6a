//! How a dated series moves: level, dependence, lines, changes, charts and missing days.

use tidemark_stats::{
    Answer, ChangePoints, ControlChart, Direction, Lags, Level, Lowess, Missingness, Period, Segmentation,
    Series, Smoothness, autocorrelation, change_points, control_chart, local_level, lowess, missingness,
};

/// Those made for a million rows.
#[cfg(test)]
pub(crate) fn linear(series: &Series) -> Vec<Answer> {
    let missing = |first, last, harder| {
        let period = Period::new(first, last).unwrap();
        Missingness::answer(series, &missingness(series, period, harder, Level::P95))
    };
    vec![
        autocorrelation(series, Lags::usual(series.n())).answer(),
        ControlChart::answer(series, &control_chart(series)),
        missing(None, None, Direction::Higher),
        missing(Some(i32::MIN), Some(i32::MAX), Direction::Lower),
    ]
}

#[cfg(test)]
pub(crate) fn rest(series: &Series) -> Vec<Answer> {
    let changes = |penalty, shortest| {
        let segmentation = Segmentation::new(penalty, shortest).unwrap();
        ChangePoints::answer(series, &change_points(series, segmentation))
    };
    let line = |fraction, iterations, delta| {
        let smoothness = Smoothness::new(fraction, iterations, delta).unwrap();
        Lowess::answer(series, &lowess(series, smoothness))
    };
    vec![
        local_level(series).answer(),
        changes(None, 7),
        changes(Some(0.0), 1),
        line(2.0 / 3.0, 3, None),
        line(1e-9, 1, Some(0.0)),
        line(1e9, 0, Some(1e9)),
    ]
}
