//! Tau-U: overlap of two phases with the trend within phase A taken off.
//!
//! Refuses an empty phase; has no interval, whose variance is not known once the trend is in. Oracle in
//! `oracles/tau_u/` (`SingleCaseES`).

use super::overlap::Overlap;
use crate::count::{float, signed};
use crate::rank::KendallCount;
use crate::{Answer, Field, Method, Phases, Refused};

/// Tau-U, the variant with the trend of phase A.
#[derive(Clone, Debug, PartialEq)]
pub struct TauU {
    /// Method and variant.
    pub method: Method,
    /// Rising minus falling comparisons; can lie beyond −1 and 1.
    pub estimate: f64,
    /// Values used, both phases.
    pub n: usize,
    /// Rows without a value.
    pub n_missing: usize,
}

impl TauU {
    /// The fields of `tidemark stats tau-u`; `se`, `ci_low` and `ci_high` are always null.
    #[must_use]
    pub fn answer(phases: &Phases, result: &Result<Self, Refused>) -> Answer {
        let found = result.as_ref().ok();
        Answer::new("tau-u", phases.n(), phases.n_missing())
            .ran(found.map(|found| (found.method.variant, &[][..])))
            .with("estimate", found.map(|found| found.estimate))
            .with("se", Field::Null)
            .interval(None)
            .refused(result.as_ref().err().copied())
    }
}

/// Tau-U of two phases, corrected for the trend within phase A.
///
/// # Errors
/// [`Refused::TooFew`] when a phase has no value.
/// # Formula
/// `(S_AB − S_AA)/(n_A·n_B)`: `S_AB` the pairs with B above A minus those below, `S_AA` Kendall's S of phase A in time.
/// `S_AA` grows with the square of `n_A`, the divisor with `n_A`: the size depends on the lengths of the phases and can
/// exceed 1.
/// # Source
/// Parker, Vannest, Davis & Sauber 2011, doi:10.1016/j.beth.2010.08.006.
pub fn tau_u(phases: &Phases) -> Result<TauU, Refused> {
    let overlap = Overlap::of(phases)?;
    let trend = KendallCount::of(phases.a().values()).s;
    Ok(TauU {
        method: Method::new("tau-u", "A against B minus trend of A (Parker et al. 2011)"),
        estimate: signed(overlap.s() - trend) / float(overlap.pairs()),
        n: phases.n(),
        n_missing: phases.n_missing(),
    })
}
