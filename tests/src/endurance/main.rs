//! Is anything that was confirmed ever lost, and is damage ever silent? Answered by breaking things on purpose.
//!
//! The short form runs with all other tests; `tests/run endurance` sets `TIDEMARK_ENDURANCE=long`. Each part prints what
//! it counted. Chance is seeded: the same numbers every time, except where the operating system decides.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test may fail loudly, and says what it counted"
)]

mod crowd;
mod damage;
mod full_disk;
mod golden;
mod io_errors;
mod kill;
#[cfg(target_os = "linux")]
mod killed_commands;
mod power_cut;

/// Whether the long form was asked for.
fn is_long() -> bool {
    std::env::var("TIDEMARK_ENDURANCE").is_ok_and(|form| form == "long")
}

/// A count that depends on the form.
fn count(short: usize, long: usize) -> usize {
    if is_long() { long } else { short }
}
