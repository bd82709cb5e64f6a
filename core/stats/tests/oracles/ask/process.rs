use tidemark_stats::{Answer, local_level};

use crate::input::Asked;

pub(crate) fn process(method: &str, asked: &Asked<'_>) -> Option<Answer> {
    Some(match method {
        "local_level" => local_level(&asked.series()).answer(),
        _ => return None,
    })
}
