//! How long does something take? The median of several runs, with the fastest and the slowest beside it.

use std::time::{Duration, Instant};

/// Times of one operation.
#[derive(Clone, Copy, Debug)]
pub struct Times {
    /// The middle one.
    pub median: Duration,
    /// The fastest.
    pub least: Duration,
    /// The slowest.
    pub most: Duration,
}

/// Times `act` on what `prepare` gives, `runs` times; preparing and dropping are not counted.
pub fn times<S, T>(runs: u32, mut prepare: impl FnMut() -> S, mut act: impl FnMut(&mut S) -> T) -> Times {
    let mut taken: Vec<Duration> = (0..runs)
        .map(|_| {
            let mut state = prepare();
            let begun = Instant::now();
            let made = std::hint::black_box(act(&mut state));
            let taken = begun.elapsed();
            drop(made);
            taken
        })
        .collect();
    taken.sort();
    let at = |place: usize| taken.get(place).copied().unwrap_or_default();
    Times { median: at(taken.len() / 2), least: at(0), most: at(taken.len().saturating_sub(1)) }
}
