//! Change with time.

use tidemark_stats::{KendallVariance, Level, TrendDf, gls_trend, mann_kendall};

super::family! {
    "gls-trend" => |diary| gls_trend(&diary.series, TrendDf::Residual, Level::P95),
    "gls-trend --df satterthwaite" => |diary| gls_trend(&diary.series, TrendDf::Satterthwaite, Level::P95),
    "mann-kendall" => |diary| mann_kendall(&diary.series, KendallVariance::Ar1),
    "mann-kendall --variance independent" => |diary| mann_kendall(&diary.series, KendallVariance::Independent),
    "mann-kendall --variance yue-wang" => |diary| mann_kendall(&diary.series, KendallVariance::YueWang),
    "mann-kendall --variance hamed-rao" => |diary| mann_kendall(&diary.series, KendallVariance::HamedRao),
}
