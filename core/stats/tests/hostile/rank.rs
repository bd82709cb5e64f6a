//! Rank methods of pairs.

use tidemark_stats::{Answer, HodgesLehmann, Level, Pairs, hodges_lehmann};

pub(crate) fn of_pairs(pairs: &Pairs) -> Vec<Answer> {
    vec![HodgesLehmann::answer(pairs, &hodges_lehmann(pairs, Level::P95))]
}
