//! Ranks of the changes within pairs. From a case's options and table to the library's call.

use tidemark_stats::{Answer, HodgesLehmann, Wilcoxon, Zeros, hodges_lehmann, wilcoxon};

use crate::input::Asked;

pub(crate) fn rank(method: &str, asked: &Asked<'_>) -> Option<Answer> {
    Some(match method {
        "hodges_lehmann" => {
            let pairs = asked.pairs();
            HodgesLehmann::answer(&pairs, &hodges_lehmann(&pairs, asked.level()))
        }
        "wilcoxon" => {
            let zeros = match asked.option("--zeros") {
                Some("drop") => Zeros::Drop,
                _ => Zeros::Pratt,
            };
            let pairs = asked.pairs();
            Wilcoxon::answer(&pairs, &wilcoxon(&pairs, zeros))
        }
        _ => return None,
    })
}
