//! Several groups, several tests, several sessions to come.

use tidemark_stats::{Level, MeaningfulChange, benjamini_hochberg, pooled_groups, sessions_needed};

super::family! {
    "benjamini-hochberg" => |diary| benjamini_hochberg(&diary.p_values),
    "pooled-groups" => |diary| pooled_groups(&diary.weekdays, Level::P95),
    "sessions-needed" => |diary| sessions_needed(&diary.pairs, MeaningfulChange::new(0.5).unwrap(), Level::P95),
}
