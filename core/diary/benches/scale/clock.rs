//! How long does something take? The median of several runs by the clock, with the fastest and the slowest beside it, and
//! the median of the time that a processor spent on it, which other programs of the machine hardly change.

use std::time::{Duration, Instant};

use rustix::time::{ClockId, clock_gettime};

/// Times of one operation.
#[derive(Clone, Copy, Debug)]
pub struct Times {
    /// The middle one, by the clock.
    pub median: Duration,
    /// The fastest, by the clock.
    pub least: Duration,
    /// The slowest, by the clock.
    pub most: Duration,
    /// The middle one of the processors' time, all threads together.
    pub worked: Duration,
}

/// Times `act` on what `prepare` gives, `runs` times; preparing and dropping are not counted.
pub fn times<S, T>(runs: u32, mut prepare: impl FnMut() -> S, mut act: impl FnMut(&mut S) -> T) -> Times {
    let (mut taken, mut worked): (Vec<Duration>, Vec<Duration>) = (0..runs)
        .map(|_| {
            let mut state = prepare();
            let (begun, idle) = (Instant::now(), processor());
            let made = std::hint::black_box(act(&mut state));
            let times = (begun.elapsed(), processor().saturating_sub(idle));
            drop(made);
            times
        })
        .unzip();
    taken.sort();
    worked.sort();
    let middle = |times: &[Duration]| times.get(times.len() / 2).copied().unwrap_or_default();
    Times {
        median: middle(&taken),
        least: taken.first().copied().unwrap_or_default(),
        most: taken.last().copied().unwrap_or_default(),
        worked: middle(&worked),
    }
}

/// Time that processors have spent on this process.
fn processor() -> Duration {
    clock_gettime(ClockId::ProcessCPUTime).try_into().unwrap_or_default()
}
