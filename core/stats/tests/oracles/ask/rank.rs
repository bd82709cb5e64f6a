use tidemark_stats::{Answer, HodgesLehmann, hodges_lehmann};

use crate::input::Asked;

pub(crate) fn rank(method: &str, asked: &Asked<'_>) -> Option<Answer> {
    Some(match method {
        "hodges_lehmann" => {
            let pairs = asked.pairs();
            HodgesLehmann::answer(&pairs, &hodges_lehmann(&pairs, asked.level()))
        }
        _ => return None,
    })
}
