//! Trends of a dated series.

use std::num::NonZeroU32;

use tidemark_stats::{
    Answer, GlsTrend, KendallVariance, Level, MannKendall, SeasonalKendall, Series, TheilSen, TrendDf,
    gls_trend, mann_kendall, seasonal_kendall, tau_b, theil_sen,
};

/// Those made for a million rows.
pub(crate) fn linear(series: &Series) -> Vec<Answer> {
    let trends = [TrendDf::Residual, TrendDf::Satterthwaite, TrendDf::Integrated]
        .map(|df| GlsTrend::answer(series, &gls_trend(series, df, Level::P95)));
    let tau = tau_b(series);
    assert!(tau.is_err() || tau.is_ok_and(|tau| (-1.0..=1.0).contains(&tau)), "{tau:?}");
    let ranks =
        [KendallVariance::Independent, KendallVariance::Ar1].map(|variance| kendall(series, variance));
    let slope = TheilSen::answer(series, &theil_sen(series, Level::P95));
    trends.into_iter().chain(ranks).chain([slope]).collect()
}

#[cfg(test)]
pub(crate) fn rest(series: &Series) -> Vec<Answer> {
    let seasonal = |period| {
        let period = NonZeroU32::new(period).unwrap();
        SeasonalKendall::answer(series, &seasonal_kendall(series, period))
    };
    vec![
        kendall(series, KendallVariance::YueWang),
        kendall(series, KendallVariance::HamedRao),
        seasonal(1),
        seasonal(7),
        seasonal(u32::MAX),
    ]
}

fn kendall(series: &Series, variance: KendallVariance) -> Answer {
    MannKendall::answer(series, &mann_kendall(series, variance))
}
