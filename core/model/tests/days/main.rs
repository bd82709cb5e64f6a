//! Which day an entry belongs to, in every zone of the IANA database and at every clock change.
//!
//! `named`: cases by name and sums over all zones, expected values made by Python (`make.py`, `origin.toml`).
//! `laws`: properties over made-up moments of 1970–2100. `sweep`: the same laws at every clock change of 2000–2037.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may fail loudly"
)]

mod clock;
mod laws;
mod named;
mod sweep;
