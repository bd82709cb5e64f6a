//! Before and after.

use tidemark_stats::{Differences, Level, Seed, paired_mean, sign_count, sign_flip};

super::family! {
    "paired-mean" => |diary| paired_mean(&diary.pairs, Differences::Independent, Level::P95),
    "paired-mean --effective-n" => |diary| paired_mean(&diary.pairs, Differences::Autocorrelated, Level::P95),
    "sign-count" => |diary| sign_count(&diary.pairs),
    "sign-flip" => |diary| sign_flip(&diary.pairs, Seed::new(1)),
}
