//! Smooth lines through a diary: what the points suggest, without a claim about their uncertainty.

mod lowess;
mod window;

pub use lowess::{FittedDay, Lowess, Smoothness, lowess};
