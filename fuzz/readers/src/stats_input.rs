//! Any bytes as the table of `tidemark stats`, read by the command's own reader, then through every method; whatever is
//! answered is finite.

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
    Answer, BaselineCorrectedTau, BenjaminiHochberg, ChangePoints, ConfidenceSequence, ControlChart,
    Differences, Direction, Field, GlsTrend, GroupedPairs, Groups, HodgesLehmann, KendallVariance, LagWindow,
    Lags, Level, Lowess, MannKendall, MeaningfulChange, MeaningfulCount, Missingness, Nap, OutcomeLag,
    PValues, PairedMean, Pairs, Period, Phases, SeasonalKendall, Seed, Segmentation, Series, SessionDays,
    SignFlip, Smoothness, TauU, TheilSen, TrendDf, Wilcoxon, Zeros, autocorrelation, baseline_corrected_tau,
    benjamini_hochberg, change_points, confidence_sequence, control_chart, effect_size, event_study,
    gls_trend, group_difference, hodges_lehmann, local_level, lowess, mann_kendall, missingness, nap,
    paired_mean, pooled_groups, seasonal_kendall, selection_flag, session_effect, sessions_needed,
    sign_count, sign_flip, tau_u, theil_sen, wilcoxon,
};

/// Rows beyond which the methods take longer than a fuzz target may.
const MOST: usize = 200;
const LEVEL: Level = Level::P95;

/// Reads the bytes after the first as pairs, as a series, as phases, as sessions of two kinds, as days with sessions, as
/// groups or as p-values, by what is left of the first byte over eight, and asks each method about them.
pub fn stats_input(data: &[u8]) {
    let Some((first, mut bytes)) = data.split_first() else { return };
    let bytes = &mut bytes;
    match first % 8 {
        0 => ask(input::pairs(None, bytes), Pairs::n, of_pairs),
        1 => ask(input::series(None, bytes), Series::n, of_series),
        2 => ask(input::phases(None, bytes), Phases::n, of_phases),
        3 => ask(input::grouped_pairs(None, bytes), |(pairs, _)| pairs.n(), of_kinds),
        4 | 5 => ask(input::session_days(None, bytes), SessionDays::n, of_sessions),
        6 => ask(input::groups(None, bytes), Groups::n, of_groups),
        _ => ask(input::p_values(None, bytes), PValues::n, of_p_values),
    }
}

fn ask<T>(read: Result<T, BadInput>, n: fn(&T) -> usize, methods: fn(&T) -> Vec<Answer>) {
    match read {
        Ok(table) if n(&table) > MOST => {}
        Ok(table) => {
            methods(&table).iter().flat_map(Answer::fields).for_each(|(_, field)| finite(field));
        }
        Err(bad) => assert!(!bad.to_string().contains('\n'), "an error is one sentence"),
    }
}

fn finite(field: &Field) {
    match field {
        Field::Number(value) => assert!(value.is_finite(), "{value} in an answer"),
        Field::List(fields) => fields.iter().for_each(finite),
        Field::Object(fields) => fields.iter().for_each(|(_, field)| finite(field)),
        _ => {}
    }
}

fn of_pairs(pairs: &Pairs) -> Vec<Answer> {
    let mean = |kind| PairedMean::answer(pairs, kind, &paired_mean(pairs, kind, LEVEL));
    let rank_sum = |zeros| Wilcoxon::answer(pairs, &wilcoxon(pairs, zeros));
    let mut answers = vec![
        mean(Differences::Independent),
        mean(Differences::Autocorrelated),
        SignFlip::answer(pairs, &sign_flip(pairs, Seed::new(1))),
        HodgesLehmann::answer(pairs, &hodges_lehmann(pairs, LEVEL)),
        rank_sum(Zeros::Pratt),
        rank_sum(Zeros::Drop),
        effect_size(pairs).answer(),
        ConfidenceSequence::answer(pairs, &confidence_sequence(pairs, LEVEL)),
        sign_count(pairs).answer(None),
    ];
    if let Ok(least) = MeaningfulChange::new(1.0) {
        answers.push(sign_count(pairs).answer(Some(&MeaningfulCount::of(pairs, least, LEVEL))));
        answers.push(sessions_needed(pairs, least, LEVEL).answer());
    }
    answers
}

fn of_series(series: &Series) -> Vec<Answer> {
    let mut answers = vec![
        local_level(series).answer(),
        autocorrelation(series, Lags::usual(series.n())).answer(),
        TheilSen::answer(series, &theil_sen(series, LEVEL)),
        ControlChart::answer(series, &control_chart(series)),
    ];
    for df in [TrendDf::Residual, TrendDf::Satterthwaite, TrendDf::Integrated] {
        answers.push(GlsTrend::answer(series, &gls_trend(series, df, LEVEL)));
    }
    for variance in [
        KendallVariance::Independent,
        KendallVariance::Ar1,
        KendallVariance::YueWang,
        KendallVariance::HamedRao,
    ] {
        answers.push(MannKendall::answer(series, &mann_kendall(series, variance)));
    }
    if let Some(week) = core::num::NonZeroU32::new(7) {
        answers.push(SeasonalKendall::answer(series, &seasonal_kendall(series, week)));
    }
    if let Ok(smoothness) = Smoothness::new(0.5, 2, None) {
        answers.push(Lowess::answer(series, &lowess(series, smoothness)));
    }
    for (penalty, shortest) in [(None, 7), (Some(0.0), 1)] {
        if let Ok(segmentation) = Segmentation::new(penalty, shortest) {
            answers.push(ChangePoints::answer(series, &change_points(series, segmentation)));
        }
    }
    if let Ok(period) = Period::new(None, None) {
        answers.push(Missingness::answer(series, &missingness(series, period, Direction::Higher, LEVEL)));
    }
    answers
}

fn of_phases(phases: &Phases) -> Vec<Answer> {
    vec![
        Nap::answer(phases, &nap(phases, Direction::Higher, LEVEL)),
        TauU::answer(phases, &tau_u(phases)),
        BaselineCorrectedTau::answer(phases, &baseline_corrected_tau(phases, LEVEL)),
    ]
}

fn of_sessions(days: &SessionDays) -> Vec<Answer> {
    vec![
        session_effect(days, OutcomeLag::SameDay, LEVEL).answer(),
        session_effect(days, OutcomeLag::NextDay, LEVEL).answer(),
        event_study(days, LagWindow::default(), LEVEL).answer(),
        selection_flag(days, LEVEL).answer(),
    ]
}

fn of_kinds((pairs, missing): &(GroupedPairs, usize)) -> Vec<Answer> {
    vec![group_difference(pairs, LEVEL).answer(*missing)]
}

fn of_groups(groups: &Groups) -> Vec<Answer> {
    vec![pooled_groups(groups, LEVEL).answer()]
}

fn of_p_values(family: &PValues) -> Vec<Answer> {
    vec![BenjaminiHochberg::answer(family, &benjamini_hochberg(family))]
}
