//! Before and after.

use tidemark_stats::{
    Differences, Level, Seed, confidence_sequence, effect_size, paired_mean, sign_count, sign_flip,
};

super::family! {
    "confidence-sequence" => |diary| confidence_sequence(&diary.pairs, Level::P95),
    "effect-size" => |diary| effect_size(&diary.pairs),
    "paired-mean" => |diary| paired_mean(&diary.pairs, Differences::Independent, Level::P95),
    "paired-mean --effective-n" => |diary| paired_mean(&diary.pairs, Differences::Autocorrelated, Level::P95),
    "sign-count" => |diary| sign_count(&diary.pairs),
    "sign-flip" => |diary| sign_flip(&diary.pairs, Seed::new(1)),
}
