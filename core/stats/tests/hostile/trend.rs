//! Trends of a dated series.

use tidemark_stats::{
    Answer, GlsTrend, KendallVariance, Level, MannKendall, Series, TrendDf, gls_trend, mann_kendall, tau_b,
};

/// Those made for a million rows.
pub(crate) fn linear(series: &Series) -> Vec<Answer> {
    let trends = [TrendDf::Residual, TrendDf::Satterthwaite, TrendDf::Integrated]
        .map(|df| GlsTrend::answer(series, &gls_trend(series, df, Level::P95)));
    let tau = tau_b(series);
    assert!(tau.is_err() || tau.is_ok_and(|tau| (-1.0..=1.0).contains(&tau)), "{tau:?}");
    let ranks =
        [KendallVariance::Independent, KendallVariance::Ar1].map(|variance| kendall(series, variance));
    trends.into_iter().chain(ranks).collect()
}

pub(crate) fn rest(series: &Series) -> Vec<Answer> {
    vec![kendall(series, KendallVariance::YueWang), kendall(series, KendallVariance::HamedRao)]
}

fn kendall(series: &Series, variance: KendallVariance) -> Answer {
    MannKendall::answer(series, &mann_kendall(series, variance))
}
