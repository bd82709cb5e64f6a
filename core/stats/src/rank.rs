//! Methods that use only the order of values or sums: Hodges–Lehmann, Wilcoxon's signed ranks, Kendall's `τ_b`.
//!
//! Refuses intervals below n = 6. Oracles in `oracles/{hodges_lehmann,wilcoxon,tau_b}/`.

mod hodges_lehmann;
mod kendall;
mod signed_rank;
mod walsh;
mod wilcoxon;

pub use hodges_lehmann::{HodgesLehmann, WalshInterval, hodges_lehmann};
pub use kendall::tau_b;
pub(crate) use kendall::{KendallCount, sort_counting};
pub use wilcoxon::{Wilcoxon, Zeros, wilcoxon};
