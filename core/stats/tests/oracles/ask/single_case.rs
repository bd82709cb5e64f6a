//! Two phases against each other. From a case's options and table to the library's call.

use tidemark_stats::{
    Answer, BaselineCorrectedTau, Direction, Nap, TauU, baseline_corrected_tau, nap, tau_u,
};

use crate::input::Asked;

pub(crate) fn single_case(method: &str, asked: &Asked<'_>) -> Option<Answer> {
    Some(match method {
        "baseline_corrected_tau" => {
            let phases = asked.phases();
            BaselineCorrectedTau::answer(&phases, &baseline_corrected_tau(&phases, asked.level()))
        }
        "nap" => {
            let better = match asked.option("--better") {
                Some("lower") => Direction::Lower,
                _ => Direction::Higher,
            };
            let phases = asked.phases();
            Nap::answer(&phases, &nap(&phases, better, asked.level()))
        }
        "tau_u" => {
            let phases = asked.phases();
            TauU::answer(&phases, &tau_u(&phases))
        }
        _ => return None,
    })
}
