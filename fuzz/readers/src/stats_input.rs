//! Any bytes as the table of `tidemark stats`, read by the command's own reader, then through every method.

// The command is a program without a library, so its reader is compiled here a second time.
#[expect(dead_code, reason = "errors of the command that reading a table does not give")]
#[path = "../../../bindings/cli/src/stats/bad_input.rs"]
mod bad_input;
#[expect(dead_code, reason = "the command writes dates, reading does not")]
#[path = "../../../bindings/cli/src/stats/input.rs"]
mod input;
#[path = "../../../bindings/cli/src/stats/table.rs"]
mod table;

use bad_input::BadInput;
use tidemark::stats::{
    Differences, Direction, KendallVariance, Level, Pairs, Phases, Seed, Series, TrendDf, Zeros,
    baseline_corrected_tau, gls_trend, hodges_lehmann, local_level, mann_kendall, nap, paired_mean,
    seasonal_kendall, sign_count, sign_flip, tau_u, theil_sen, wilcoxon,
};

/// Rows beyond which the methods take longer than a fuzz target may.
const MOST: usize = 200;

/// Reads the bytes after the first as pairs, as a series or as phases, by what is left of the first byte over four, and
/// asks each method about them.
pub fn stats_input(data: &[u8]) {
    let Some((first, mut bytes)) = data.split_first() else { return };
    match first % 4 {
        0 => ask(input::pairs(None, &mut bytes), |pairs| pairs_methods(&pairs)),
        1 => ask(input::series(None, &mut bytes), |series| series_methods(&series)),
        _ => ask(input::phases(None, &mut bytes), |phases| phases_methods(&phases)),
    }
}

fn ask<T>(read: Result<T, BadInput>, methods: impl FnOnce(T)) {
    match read {
        Ok(table) => methods(table),
        Err(bad) => assert!(!bad.to_string().contains('\n'), "an error is one sentence"),
    }
}

fn pairs_methods(pairs: &Pairs) {
    if pairs.n() > MOST {
        return;
    }
    for differences in [Differences::Independent, Differences::Autocorrelated] {
        let _ = paired_mean(pairs, differences, Level::P95);
    }
    let _ = sign_flip(pairs, Seed::new(1));
    let _ = hodges_lehmann(pairs, Level::P95);
    let _ = sign_count(pairs);
    for zeros in [Zeros::Pratt, Zeros::Drop] {
        let _ = wilcoxon(pairs, zeros);
    }
}

fn phases_methods(phases: &Phases) {
    if phases.n() > MOST {
        return;
    }
    let _ = nap(phases, Direction::Higher, Level::P95);
    let _ = tau_u(phases);
    let _ = baseline_corrected_tau(phases, Level::P95);
}

fn series_methods(series: &Series) {
    if series.n() > MOST {
        return;
    }
    for df in [TrendDf::Residual, TrendDf::Satterthwaite, TrendDf::Integrated] {
        let _ = gls_trend(series, df, Level::P95);
    }
    for variance in [
        KendallVariance::Independent,
        KendallVariance::Ar1,
        KendallVariance::YueWang,
        KendallVariance::HamedRao,
    ] {
        let _ = mann_kendall(series, variance);
    }
    let _ = local_level(series);
    let _ = theil_sen(series, Level::P95);
    let _ = seasonal_kendall(series, const { core::num::NonZeroU32::new(7).unwrap() });
}
