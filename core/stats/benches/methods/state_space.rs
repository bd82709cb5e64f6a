//! A level that moves.

use tidemark_stats::local_level;

super::family! {
    "local-level" => |diary| local_level(&diary.series),
}
