//! Keeping a diary safe: copies of it, two copies becoming one, what goes for good, and a swap that may be cut anywhere.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail loudly"
)]

mod bench;
mod erase;
mod examine;
mod golden;
mod imports;
mod merge;
mod open_facts;
mod purge;
mod recovery;
mod restore;
mod snapshot;
mod whole;
