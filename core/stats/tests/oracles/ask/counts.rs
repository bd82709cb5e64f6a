use tidemark_stats::{Answer, Trials, Wilson, sign_count, wilson};

use crate::input::Asked;

pub(crate) fn counts(method: &str, asked: &Asked<'_>) -> Option<Answer> {
    Some(match method {
        "sign_count" => sign_count(&asked.pairs()).answer(),
        "wilson" => {
            let count = |name| asked.option(name).expect("count").parse().expect("count");
            let trials = Trials::new(count("--successes"), count("--trials")).expect("trials");
            Wilson::answer(trials, &wilson(trials, asked.level()))
        }
        _ => return None,
    })
}
