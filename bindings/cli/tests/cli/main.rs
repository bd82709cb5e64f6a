//! The `tidemark` command as a person runs it: separate processes over a diary in a temporary folder.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail loudly"
)]

mod bad_input;
mod bench;
mod cards;
mod demo;
mod everyday;
mod first_path;
mod golden;
mod imports;
mod keeping;
mod left;
mod notes;
mod other_apps;
mod people;
mod recipients;
mod sheets;
