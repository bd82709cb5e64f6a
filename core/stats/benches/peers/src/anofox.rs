//! The Rust peer's functions, by the names that `peers.py` asks for.

use std::hint::black_box;

use anofox_statistics::correlation::{KendallVariant, kendall};
use anofox_statistics::{
    Alternative, PAdjustMethod, TTestKind, acf, ljung_box, mann_whitney_u, p_adjust, t_test,
    wilcoxon_signed_rank,
};
use tidemark_stats::Lags;

use super::registry::Diary;

/// A call of the function with the diary; none of that name: none.
pub fn function<'d>(name: &str, diary: &'d Diary) -> Option<Box<dyn FnMut() + 'd>> {
    let days: Vec<f64> = diary.series.days().iter().map(|&day| f64::from(day)).collect();
    let (values, before, after) = (diary.series.values(), diary.pairs.before(), diary.pairs.after());
    Some(match name {
        "t_test" => Box::new(move || {
            black_box(
                t_test(after, before, TTestKind::Paired, Alternative::TwoSided, 0.0, Some(0.95)).unwrap(),
            );
        }),
        "wilcoxon_signed_rank" => Box::new(move || {
            let exact = after.len() <= 300;
            black_box(
                wilcoxon_signed_rank(after, before, Alternative::TwoSided, true, exact, None, None).unwrap(),
            );
        }),
        "wilcoxon_signed_rank with interval" => Box::new(move || {
            let level = Some(0.95);
            black_box(
                wilcoxon_signed_rank(after, before, Alternative::TwoSided, true, false, level, None).unwrap(),
            );
        }),
        "kendall" => Box::new(move || {
            black_box(kendall(&days, values, KendallVariant::TauB).unwrap());
        }),
        "acf, ljung_box" => Box::new(move || {
            let lags = Lags::usual(values.len()).count();
            black_box(acf(values, lags).unwrap());
            black_box(ljung_box(values, lags, 0).unwrap());
        }),
        "mann_whitney_u" => Box::new(move || {
            let (a, b) = values.split_at(values.len() / 2);
            black_box(mann_whitney_u(b, a, Alternative::TwoSided, true, false, None, None).unwrap());
        }),
        "p_adjust" => {
            let family: Vec<f64> = diary.p_values.values().iter().copied().flatten().collect();
            Box::new(move || {
                black_box(p_adjust(&family, PAdjustMethod::BH));
            })
        }
        _ => return None,
    })
}
