//! What changes between a rating before and a rating after: mean change, its interval and tests, counts.
//!
//! Refuses nothing for being small: a figure is given when it is defined, and how many pairs are enough to show one
//! is decided elsewhere. Differences are always after − before. Oracles in `oracles/{paired_mean,sign_flip,
//! sign_count,
//! effect_size,confidence_sequence}/`.

mod confidence_sequence;
mod effect_size;
mod grid;
mod mean;
mod meaningful;
mod meaningful_count;
mod sign_count;
mod sign_flip;

pub use confidence_sequence::{ConfidenceSequence, confidence_sequence};
pub use effect_size::{EffectSize, effect_size};
pub use mean::{Differences, EffectiveSize, MeanTest, PairedMean, paired_mean};
pub use meaningful::MeaningfulChange;
pub use meaningful_count::MeaningfulCount;
pub use sign_count::{SignCount, sign_count};
pub use sign_flip::{SignFlip, SignFlipNull, sign_flip};
