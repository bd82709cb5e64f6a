//! Changes within pairs.

use tidemark_stats::{
    Answer, Differences, Level, MeaningfulChange, MeaningfulCount, PairedMean, Pairs, Seed, SignFlip, median,
    paired_mean, sign_count, sign_flip,
};

/// Those made for a million rows.
#[cfg(test)]
pub(crate) fn linear(pairs: &Pairs) -> Vec<Answer> {
    let middle = median(&pairs.differences());
    assert!(middle.is_none_or(f64::is_finite), "{middle:?}");
    let mean =
        |differences| PairedMean::answer(pairs, differences, &paired_mean(pairs, differences, Level::P95));
    let counts = |points| {
        let least = MeaningfulChange::new(points).unwrap();
        sign_count(pairs).answer(Some(&MeaningfulCount::of(pairs, least, Level::P95)))
    };
    vec![
        counts(1.0),
        counts(1e-300),
        counts(f64::MAX),
        mean(Differences::Independent),
        mean(Differences::Autocorrelated),
    ]
}

pub(crate) fn rest(pairs: &Pairs) -> Vec<Answer> {
    vec![SignFlip::answer(pairs, &sign_flip(pairs, Seed::new(1)))]
}
