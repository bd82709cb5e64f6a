//! Shares.

use tidemark_stats::{Level, Trials, wilson};

super::family! {
    "wilson" => |diary| wilson(Trials::new(diary.n() / 3, diary.n()).unwrap(), Level::P95),
}
