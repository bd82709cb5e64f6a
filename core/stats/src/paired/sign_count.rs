//! How many pairs went down, stayed, went up. Refuses nothing; oracle in `oracles/sign_count/`.

use super::MeaningfulCount;
use crate::{Answer, Field, Method, Pairs, Refused};

/// Counts of pairs by the direction of after − before. "Lower" and "higher" are about the number, not its worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SignCount {
    /// Method and variant.
    pub method: Method,
    /// Pairs with after below before.
    pub lower: usize,
    /// Pairs with after equal to before.
    pub same: usize,
    /// Pairs with after above before.
    pub higher: usize,
    /// Complete pairs used.
    pub n: usize,
    /// Incomplete pairs.
    pub n_missing: usize,
}

impl SignCount {
    /// The fields of `tidemark stats sign-count`; `meaningful` only where it was asked for.
    #[must_use]
    pub fn answer(&self, meaningful: Option<&Result<MeaningfulCount, Refused>>) -> Answer {
        let answer = Answer::new("sign-count", self.n, self.n_missing)
            .ran(Some((self.method.variant, &[])))
            .with("lower", self.lower)
            .with("same", self.same)
            .with("higher", self.higher);
        match meaningful {
            None => answer,
            Some(result) => answer
                .with("meaningful", Field::Object(MeaningfulCount::fields(result)))
                .refused(result.as_ref().err().copied()),
        }
    }
}

/// Counts of pairs that went lower, stayed the same and went higher; they add up to n.
#[must_use]
pub fn sign_count(pairs: &Pairs) -> SignCount {
    let rounding = pairs.rounding();
    let differences = pairs.differences();
    let lower = differences.iter().filter(|&&value| value < -rounding).count();
    let higher = differences.iter().filter(|&&value| value > rounding).count();
    SignCount {
        method: Method::new("sign-count", ""),
        lower,
        same: pairs.n() - lower - higher,
        higher,
        n: pairs.n(),
        n_missing: pairs.n_missing(),
    }
}
