//! Ranks, signs of pairs, middles.

use tidemark_stats::{Level, hodges_lehmann, median, tau_b};

super::family! {
    "hodges-lehmann" => |diary| hodges_lehmann(&diary.pairs, Level::P95),
    "median" => |diary| median(diary.series.values()),
    "tau-b" => |diary| tau_b(&diary.series),
}
