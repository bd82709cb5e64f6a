//! Groups, families of tests, sessions to come. From a case's options and table to the library's call.

use tidemark_stats::{
    Answer, BenjaminiHochberg, MeaningfulChange, benjamini_hochberg, pooled_groups, sessions_needed,
};

use crate::input::Asked;

pub(crate) fn planning(method: &str, asked: &Asked<'_>) -> Option<Answer> {
    Some(match method {
        "pooled_groups" => pooled_groups(&asked.groups(), asked.level()).answer(),
        "benjamini_hochberg" => {
            let family = asked.p_values();
            BenjaminiHochberg::answer(&family, &benjamini_hochberg(&family))
        }
        "sessions_needed" => {
            let points = asked.option("--meaningful").expect("a half-width").parse().expect("points");
            let half_width = MeaningfulChange::new(points).expect("a half-width");
            sessions_needed(&asked.pairs(), half_width, asked.level()).answer()
        }
        _ => return None,
    })
}
