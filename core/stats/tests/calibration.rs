//! The short form of `examples/calibration`: flat diaries, and how often a trend is found in them at a nominal 5 %.
//!
//! Bounds are four binomial standard deviations around rates that ten times as many diaries gave (docs/statistics.md).

#[path = "../examples/calibration/flat_diary.rs"]
mod flat_diary;

use flat_diary::{Shape, flat_diary};
use tidemark_stats::{KendallVariance, Level, Series, TrendDf, gls_trend, mann_kendall};

const DIARIES: u32 = 300;

#[cfg(test)]
fn alarms(shape: Shape, n: usize, finds: impl Fn(&Series) -> Option<f64>) -> f64 {
    let found = (0..DIARIES)
        .filter(|number| {
            let series = Series::new(flat_diary(n, 0.6, shape, u64::from(*number))).expect("series");
            finds(&series).is_some_and(|p| p < 0.05)
        })
        .count();
    f64::from(u32::try_from(found).expect("count")) / f64::from(DIARIES)
}

fn gls(df: TrendDf) -> impl Fn(&Series) -> Option<f64> {
    move |series| Some(gls_trend(series, df, Level::P95).ok()?.fit.ok()?.p_value)
}

fn kendall(variance: KendallVariance) -> impl Fn(&Series) -> Option<f64> {
    move |series| Some(mann_kendall(series, variance).ok()?.test.ok()?.p_value)
}

#[test]
fn satterthwaite_keeps_false_alarms_near_five_percent_in_a_month() {
    let rate = alarms(Shape::Plain, 30, gls(TrendDf::Satterthwaite));
    assert!((0.005..=0.095).contains(&rate), "{rate}");
}

#[test]
fn satterthwaite_raises_fewer_false_alarms_than_residual_df() {
    let residual = alarms(Shape::Plain, 30, gls(TrendDf::Residual));
    let satterthwaite = alarms(Shape::Plain, 30, gls(TrendDf::Satterthwaite));
    assert!(satterthwaite < 0.8 * residual, "{satterthwaite} {residual}");
}

#[test]
fn the_ar1_variance_cures_the_false_alarms_of_mann_kendall() {
    for shape in [Shape::Plain, Shape::Gaps, Shape::Floor] {
        let independent = alarms(shape, 90, kendall(KendallVariance::Independent));
        let ar1 = alarms(shape, 90, kendall(KendallVariance::Ar1));
        assert!(independent > 0.15, "the trap is gone: {independent}");
        assert!((0.005..=0.11).contains(&ar1), "{ar1}");
    }
}
