//! Effect sizes, plans, groups and families of tests, each made from the pairs at hand.

use tidemark_stats::{
    Answer, BenjaminiHochberg, ConfidenceSequence, Groups, Level, MeaningfulChange, PValues, Pairs,
    benjamini_hochberg, confidence_sequence, effect_size, pooled_groups, sessions_needed,
};

/// Those made for a million rows: all of them.
#[cfg(test)]
pub(crate) fn linear(pairs: &Pairs) -> Vec<Answer> {
    let needed = |points| sessions_needed(pairs, MeaningfulChange::new(points).unwrap(), Level::P95).answer();
    let pooled = |count: usize| {
        let rows =
            pairs.after().iter().enumerate().map(|(place, value)| (label(place % count), Some(*value)));
        pooled_groups(&Groups::new(rows).unwrap(), Level::P95).answer()
    };
    // Any number as a p-value: 0, 1 and missing ones among them.
    let family = PValues::new(pairs.before().iter().map(|value| (*value < 9.0).then_some(value.abs() % 1.0)));
    let family = family.unwrap();
    vec![
        effect_size(pairs).answer(),
        ConfidenceSequence::answer(pairs, &confidence_sequence(pairs, Level::P95)),
        needed(f64::MIN_POSITIVE),
        needed(1.0),
        needed(f64::MAX),
        pooled(2),
        pooled(3),
        pooled(7),
        BenjaminiHochberg::answer(&family, &benjamini_hochberg(&family)),
    ]
}

fn label(place: usize) -> String {
    format!("group {place}")
}
