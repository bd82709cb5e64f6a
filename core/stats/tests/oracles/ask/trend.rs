//! Trends of a dated series. From a case's options and table to the library's call.

use std::num::NonZeroU32;

use tidemark_stats::{
    Answer, GlsTrend, KendallVariance, MannKendall, SeasonalKendall, TheilSen, TrendDf, gls_trend,
    mann_kendall, seasonal_kendall, theil_sen,
};

use crate::input::Asked;

pub(crate) fn trend(method: &str, asked: &Asked<'_>) -> Option<Answer> {
    Some(match method {
        "gls_trend" => {
            let df = match asked.option("--df") {
                Some("satterthwaite") => TrendDf::Satterthwaite,
                Some("integrated") => TrendDf::Integrated,
                _ => TrendDf::Residual,
            };
            let series = asked.series();
            GlsTrend::answer(&series, &gls_trend(&series, df, asked.level()))
        }
        "mann_kendall" => {
            let variance = match asked.option("--variance") {
                Some("independent") => KendallVariance::Independent,
                Some("yue-wang") => KendallVariance::YueWang,
                Some("hamed-rao") => KendallVariance::HamedRao,
                _ => KendallVariance::Ar1,
            };
            let series = asked.series();
            MannKendall::answer(&series, &mann_kendall(&series, variance))
        }
        "seasonal_kendall" => {
            let period = asked.option("--period").map_or(7, |text| text.parse().expect("period"));
            let series = asked.series();
            SeasonalKendall::answer(
                &series,
                &seasonal_kendall(&series, NonZeroU32::new(period).expect("period")),
            )
        }
        "theil_sen" => {
            let series = asked.series();
            TheilSen::answer(&series, &theil_sen(&series, asked.level()))
        }
        _ => return None,
    })
}
