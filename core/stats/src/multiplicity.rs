//! Several p-values read together: the share of false finds among the finds.
//!
//! Refuses nothing but an empty family; which tests make a family has to be declared before, not here. Oracle in
//! `oracles/benjamini_hochberg/`.

use crate::count::float;
use crate::{Answer, Method, PValues, Refused};

/// P-values adjusted by Benjamini and Hochberg's rule.
#[derive(Clone, Debug, PartialEq)]
pub struct BenjaminiHochberg {
    /// Method and variant.
    pub method: Method,
    /// Adjusted p-values, 0 to 1, in the order and places of the input; a missing one stays missing.
    pub adjusted: Vec<Option<f64>>,
    /// P-values used.
    pub n: usize,
    /// Missing ones: they do not count in the family.
    pub n_missing: usize,
}

impl BenjaminiHochberg {
    /// The fields of `tidemark stats benjamini-hochberg`; without a p-value the list is null.
    #[must_use]
    pub fn answer(family: &PValues, result: &Result<Self, Refused>) -> Answer {
        let found = result.as_ref();
        Answer::new("benjamini-hochberg", family.n(), family.n_missing())
            .ran(found.ok().map(|found| (found.method.variant, [].as_slice())))
            .with("adjusted", found.ok().map(|found| found.adjusted.clone()))
            .refused(found.err().copied())
    }
}

/// Adjusted p-values: the smallest false discovery rate at which each would still be a find.
///
/// # Errors
/// [`Refused::TooFew`] without any p-value.
/// # Formula
/// With p₍₁₎ ≤ … ≤ p₍ₘ₎, adjusted₍ᵢ₎ = min over j ≥ i of min(1, m·p₍ⱼ₎/j). A p-value of 0 stays 0: it was the input's.
/// # Source
/// Benjamini & Hochberg 1995, doi:10.1111/j.2517-6161.1995.tb02031.x.
pub fn benjamini_hochberg(family: &PValues) -> Result<BenjaminiHochberg, Refused> {
    let mut ordered: Vec<(f64, usize)> = family
        .values()
        .iter()
        .enumerate()
        .filter_map(|(place, value)| value.map(|value| (value, place)))
        .collect();
    if ordered.is_empty() {
        return Err(Refused::TooFew { have: 0, need: 1 });
    }
    // Places break ties, so that the same input gives the same order.
    ordered.sort_unstable_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
    let count = float(ordered.len());
    let mut adjusted = vec![None; family.values().len()];
    let mut least = 1.0_f64;
    for (rank, (value, place)) in ordered.iter().enumerate().rev() {
        least = least.min(count / float(rank + 1) * value);
        if let Some(slot) = adjusted.get_mut(*place) {
            *slot = Some(least);
        }
    }
    Ok(BenjaminiHochberg {
        method: Method::new("benjamini-hochberg", "step-up, false discovery rate"),
        adjusted,
        n: family.n(),
        n_missing: family.n_missing(),
    })
}
