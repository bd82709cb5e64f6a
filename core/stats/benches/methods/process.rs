//! Time itself: alike days, smooth lines, shifts of level, charts, days without entry.

use tidemark_stats::{
    Direction, Lags, Level, Period, Segmentation, Smoothness, autocorrelation, change_points, control_chart,
    lowess, missingness,
};

super::family! {
    "autocorrelation" => |diary| autocorrelation(&diary.series, Lags::usual(diary.n())),
    "change-points" => |diary| change_points(&diary.series, Segmentation::default()),
    "control-chart" => |diary| control_chart(&diary.series),
    "lowess" => |diary| lowess(&diary.series, Smoothness::default()),
    "missingness" => |diary| missingness(&diary.series, Period::default(), Direction::Higher, Level::P95),
}
