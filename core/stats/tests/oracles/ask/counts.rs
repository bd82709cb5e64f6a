//! Counts and shares. From a case's options and table to the library's call.

use tidemark_stats::{Answer, MeaningfulChange, MeaningfulCount, Trials, Wilson, sign_count, wilson};

use crate::input::Asked;

pub(crate) fn counts(method: &str, asked: &Asked<'_>) -> Option<Answer> {
    Some(match method {
        "sign_count" => {
            let least = asked.option("--meaningful").map(|text| text.parse().expect("points"));
            let pairs = asked.pairs();
            let meaningful = least.map(|points| {
                let least = MeaningfulChange::new(points).expect("above 0");
                MeaningfulCount::of(&pairs, least, asked.level())
            });
            sign_count(&pairs).answer(meaningful.as_ref())
        }
        "wilson" => {
            let count = |name| asked.option(name).expect("count").parse().expect("count");
            let trials = Trials::new(count("--successes"), count("--trials")).expect("trials");
            Wilson::answer(trials, &wilson(trials, asked.level()))
        }
        _ => return None,
    })
}
