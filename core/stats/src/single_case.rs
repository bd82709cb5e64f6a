//! Comparing two phases of one person, A before something began and B after: overlap and rank correlation.
//!
//! Refuses a comparison with an empty phase. None of these knows that neighbouring days are alike. Oracles in
//! `oracles/{nap,tau_u,baseline_corrected_tau}/`.

mod baseline_corrected_tau;
mod nap;
mod overlap;
mod tau_u;

pub use baseline_corrected_tau::{BaselineCorrectedTau, TauInterval, baseline_corrected_tau};
pub use nap::{Direction, Nap, nap};
pub use tau_u::{TauU, tau_u};
