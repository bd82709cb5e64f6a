//! Changes within pairs. From a case's options and table to the library's call.

use tidemark_stats::{
    Answer, ConfidenceSequence, Differences, PairedMean, Seed, SignFlip, confidence_sequence, effect_size,
    paired_mean, sign_flip,
};

use crate::input::Asked;

pub(crate) fn paired(method: &str, asked: &Asked<'_>) -> Option<Answer> {
    Some(match method {
        "paired_mean" => {
            let differences = if asked.has("--effective-n") {
                Differences::Autocorrelated
            } else {
                Differences::Independent
            };
            let pairs = asked.pairs();
            PairedMean::answer(&pairs, differences, &paired_mean(&pairs, differences, asked.level()))
        }
        "sign_flip" => {
            let pairs = asked.pairs();
            SignFlip::answer(&pairs, &sign_flip(&pairs, Seed::new(1)))
        }
        "effect_size" => effect_size(&asked.pairs()).answer(),
        "confidence_sequence" => {
            let pairs = asked.pairs();
            ConfidenceSequence::answer(&pairs, &confidence_sequence(&pairs, asked.level()))
        }
        _ => return None,
    })
}
