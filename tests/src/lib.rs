//! What no single part can prove; the tests are beside this file, the data above it. Here is what several of them use.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::missing_panics_doc,
    reason = "a test may fail loudly"
)]

pub mod fault_vfs;
pub mod room;
pub mod script;
pub mod simulated_disk;
