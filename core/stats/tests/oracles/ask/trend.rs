use tidemark_stats::{Answer, GlsTrend, KendallVariance, MannKendall, TrendDf, gls_trend, mann_kendall};

use crate::input::Asked;

pub(crate) fn trend(method: &str, asked: &Asked<'_>) -> Option<Answer> {
    Some(match method {
        "gls_trend" => {
            let df = match asked.option("--df") {
                Some("satterthwaite") => TrendDf::Satterthwaite,
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
        _ => return None,
    })
}
