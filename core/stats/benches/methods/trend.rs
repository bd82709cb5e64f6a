//! Change with time.

use std::num::NonZeroU32;

use tidemark_stats::{KendallVariance, Level, TrendDf, gls_trend, mann_kendall, seasonal_kendall, theil_sen};

/// Days of a week.
const WEEK: NonZeroU32 = NonZeroU32::new(7).unwrap();

super::family! {
    "gls-trend" => |diary| gls_trend(&diary.series, TrendDf::Residual, Level::P95),
    "gls-trend --df satterthwaite" => |diary| gls_trend(&diary.series, TrendDf::Satterthwaite, Level::P95),
    "mann-kendall" => |diary| mann_kendall(&diary.series, KendallVariance::Ar1),
    "mann-kendall --variance independent" => |diary| mann_kendall(&diary.series, KendallVariance::Independent),
    "mann-kendall --variance yue-wang" => |diary| mann_kendall(&diary.series, KendallVariance::YueWang),
    "mann-kendall --variance hamed-rao" => |diary| mann_kendall(&diary.series, KendallVariance::HamedRao),
    "seasonal-kendall" => |diary| seasonal_kendall(&diary.series, WEEK),
    "theil-sen" => |diary| theil_sen(&diary.series, Level::P95),
}
