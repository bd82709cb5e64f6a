//! Ranks, signs of pairs, middles.

use tidemark_stats::{Level, Zeros, hodges_lehmann, median, tau_b, wilcoxon};

super::family! {
    "hodges-lehmann" => |diary| hodges_lehmann(&diary.pairs, Level::P95),
    "median" => |diary| median(diary.series.values()),
    "tau-b" => |diary| tau_b(&diary.series),
    "wilcoxon" => |diary| wilcoxon(&diary.pairs, Zeros::Pratt),
}
