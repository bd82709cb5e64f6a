//! The short form of `examples/calibration`: the same diaries and the same counts, fewer of them.
//!
//! Bounds are four binomial standard deviations around the rates of the full table (docs/statistics.md), so that a
//! broken method fails and chance does not.

#[path = "../examples/calibration/exact.rs"]
#[expect(dead_code, reason = "the table is printed by the example")]
mod exact;
#[path = "../examples/calibration/flat_diary.rs"]
#[expect(dead_code, reason = "the table is printed by the example")]
mod flat_diary;
#[path = "../examples/calibration/paired.rs"]
#[expect(dead_code, reason = "the table is printed by the example")]
mod paired;
#[path = "../examples/calibration/random.rs"]
mod random;
#[path = "../examples/calibration/tally.rs"]
#[expect(dead_code, reason = "the table is printed by the example")]
mod tally;
#[path = "../examples/calibration/trend.rs"]
#[expect(dead_code, reason = "the table is printed by the example")]
mod trend;
#[path = "../examples/calibration/usual.rs"]
#[expect(dead_code, reason = "tools of tables that have no short form")]
mod usual;

use flat_diary::Shape;
use tally::Tally;
use trend::Cell;

const DIARIES: u32 = 300;

#[cfg(test)]
fn assert_near(tally: Tally, rate: f64) {
    let reach = 4.0 * Tally::error(DIARIES, rate);
    assert!((tally.share() - rate).abs() <= reach, "{tally} %, expected {:.1} ± {:.1}", 100.0 * rate, 100.0 * reach);
}
