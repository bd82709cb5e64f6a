//! How often each method finds something where nothing is, and how often its interval holds the truth, beside the
//! usual tools on the same made-up diaries.
//!
//! `cargo run --release -p tidemark-stats --example calibration [diaries per row] [threads, 1 or 2] [table]`; the
//! tables are kept in `docs/calibration.md`, a short form runs in `tests/calibration.rs`.

use std::io::{self, Write};

mod confidence_sequence;
mod exact;
mod flat_diary;
mod group_difference;
mod paired;
mod random;
mod session_effect;
mod tally;
mod trend;
mod usual;

fn main() -> io::Result<()> {
    let number = |place: usize| std::env::args().nth(place).and_then(|text| text.parse::<u32>().ok());
    let diaries = number(1).unwrap_or(2_000);
    let threads = number(2).map_or(2, |threads| if threads < 2 { 1 } else { 2 });
    let only = std::env::args().nth(3);
    let asked = |table: &str| only.as_deref().is_none_or(|only| only == table);
    let mut out = io::stdout().lock();
    if asked("trend") {
        trend::table(diaries, threads, &mut out)?;
    }
    if asked("paired") {
        paired::table(diaries, threads, &mut out)?;
    }
    if asked("exact") {
        exact::table(diaries, threads, &mut out)?;
    }
    if asked("session-effect") {
        session_effect::table(diaries, threads, &mut out)?;
    }
    if asked("group-difference") {
        group_difference::table(diaries, threads, &mut out)?;
    }
    if asked("confidence-sequence") {
        confidence_sequence::table(diaries, threads, &mut out)?;
    }
    out.flush()
}
