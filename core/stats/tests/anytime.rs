//! The anytime-valid interval over 195 looks: the short form of `examples/calibration/anytime.rs`.

#[path = "../examples/calibration/anytime.rs"]
mod anytime;

use anytime::{Changes, misses};

/// Of 4,000 diaries 3 % are missed; 200 diaries may have four binomial standard deviations more.
#[test]
fn the_anytime_interval_keeps_its_level_over_all_looks_where_the_t_interval_does_not() {
    for changes in [Changes::Normal, Changes::Rounded, Changes::Floor] {
        let missed = misses(changes, 200, 200);
        assert!(missed.anytime <= 0.08, "{changes:?}: {missed:?}");
        assert!(missed.repeated > 0.2, "{changes:?}: {missed:?}");
    }
}
