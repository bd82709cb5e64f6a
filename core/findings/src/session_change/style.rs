//! The same change by style of the session: how many, which values. Styles are not compared here.

use std::collections::BTreeMap;

use serde::Serialize;
use tidemark_model::Modality;

use super::pairing::Paired;
use crate::coverage::count_of;
use crate::{centre, iso};

/// Pairs below which a style has values and no median.
const LEAST: usize = 4;

/// The pairs of one style that count.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StyleChange {
    /// The main style.
    #[serde(serialize_with = "iso::modality")]
    pub modality: Modality,
    /// Pairs that count.
    pub n: u32,
    /// After minus before of each, in order of time.
    pub changes: Vec<f64>,
    /// Median before; none below four pairs.
    pub before_median: Option<f64>,
    /// Median after; none below four pairs.
    pub after_median: Option<f64>,
    /// Median of the changes; none below four pairs.
    pub change_median: Option<f64>,
}

/// One entry a style with at least one pair that counts, in the order of [`Modality::ALL`].
pub(crate) fn by_modality(paired: &Paired) -> Vec<StyleChange> {
    let mut styles: BTreeMap<Modality, Vec<(f64, f64)>> = BTreeMap::new();
    for (pair, both) in paired.counted() {
        styles.entry(pair.modality).or_default().push(both);
    }
    styles.into_iter().map(|(modality, both)| of_style(modality, &both)).collect()
}

fn of_style(modality: Modality, both: &[(f64, f64)]) -> StyleChange {
    let changes: Vec<f64> = both.iter().map(|(before, after)| after - before).collect();
    let (before, after): (Vec<f64>, Vec<f64>) = both.iter().copied().unzip();
    let middle = |values: &[f64]| centre::median(values).filter(|_| values.len() >= LEAST);
    StyleChange {
        modality,
        n: count_of(both.len()),
        before_median: middle(&before),
        after_median: middle(&after),
        change_median: middle(&changes),
        changes,
    }
}
