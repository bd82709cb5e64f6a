//! How long does one call take? The median of several samples of the processor's time, which other programs of the
//! machine hardly change; short calls are repeated within a sample.

use std::time::Duration;

use rustix::time::{ClockId, clock_gettime};

/// A sample takes this long at least, so that reading the clock does not count.
const SAMPLE: f64 = 2e-3;
/// All samples together take about this long.
const BUDGET: f64 = 1.0;

/// Median seconds a call: 3 to 31 samples, after one call that is not counted unless it took seconds.
pub fn seconds_a_call(mut act: impl FnMut()) -> f64 {
    let first = sample(1, &mut act);
    if first > 5.0 {
        return first;
    }
    let mut repeats = 1;
    let mut taken = sample(repeats, &mut act);
    while taken * f64::from(repeats) < SAMPLE && repeats < 1 << 20 {
        repeats *= 2;
        taken = sample(repeats, &mut act);
    }
    let fitting = BUDGET / (taken * f64::from(repeats)).max(SAMPLE);
    let samples = (3..=31).take_while(|&count| count <= 3 || f64::from(count) <= fitting).last().unwrap_or(3);
    let mut all: Vec<f64> = (0..samples).map(|_| sample(repeats, &mut act)).collect();
    all.sort_by(f64::total_cmp);
    all[all.len() / 2]
}

fn sample(repeats: u32, act: &mut impl FnMut()) -> f64 {
    let begun = processor();
    for _ in 0..repeats {
        act();
    }
    (processor() - begun).as_secs_f64() / f64::from(repeats)
}

/// Time that processors have spent on this process.
fn processor() -> Duration {
    clock_gettime(ClockId::ProcessCPUTime).try_into().unwrap()
}
