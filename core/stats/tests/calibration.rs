//! The short form of `examples/calibration`: the same diaries and the same counts, fewer of them.
//!
//! Bounds are four binomial standard deviations around the rates of the full table (docs/calibration.md), so that a
//! broken method fails and chance does not.

#[path = "../examples/calibration/confidence_sequence.rs"]
#[expect(dead_code, reason = "the table is printed by the example")]
mod confidence_sequence;
#[path = "../examples/calibration/exact.rs"]
#[expect(dead_code, reason = "the table is printed by the example")]
mod exact;
#[path = "../examples/calibration/flat_diary.rs"]
mod flat_diary;
#[path = "../examples/calibration/group_difference.rs"]
#[expect(dead_code, reason = "the table is printed by the example")]
mod group_difference;
#[path = "../examples/calibration/paired.rs"]
#[expect(dead_code, reason = "the table is printed by the example")]
mod paired;
#[path = "../examples/calibration/random.rs"]
mod random;
#[path = "../examples/calibration/session_effect.rs"]
#[expect(dead_code, reason = "the table is printed by the example")]
mod session_effect;
#[path = "../examples/calibration/tally.rs"]
mod tally;
#[path = "../examples/calibration/trend.rs"]
#[expect(dead_code, reason = "the table is printed by the example")]
mod trend;
#[path = "../examples/calibration/usual.rs"]
mod usual;

use flat_diary::Shape;
use tally::Tally;
use trend::Cell;

const DIARIES: u32 = 300;

#[cfg(test)]
fn assert_near(tally: Tally, rate: f64) {
    let reach = 4.0 * Tally::error(DIARIES, rate);
    assert!(
        (tally.share() - rate).abs() <= reach,
        "{tally} %, expected {:.1} ± {:.1}",
        100.0 * rate,
        100.0 * reach
    );
}

const MONTH: Cell = Cell { n: 30, phi: 0.6, shape: Shape::Plain };

#[test]
fn findings_keep_false_alarms_near_five_percent_in_a_month_of_alike_days() {
    let alarms = trend::alarms(MONTH, DIARIES);
    assert_near(alarms.findings, 0.044);
    assert_near(alarms.satterthwaite, 0.050);
    assert_near(alarms.residual, 0.097);
}

#[test]
fn two_weeks_of_days_very_much_alike_raise_fewer_false_alarms_than_residual_df() {
    let alarms = trend::alarms(Cell { n: 14, phi: 0.8, shape: Shape::Plain }, DIARIES);
    assert_near(alarms.findings, 0.099);
    assert!(alarms.findings.share() < 0.8 * alarms.residual.share());
}

#[test]
fn an_interval_that_knows_no_phi_still_holds_a_real_slope() {
    let [mut integrated, mut satterthwaite, _] = trend::reach(30, 0.8, DIARIES);
    assert_near(integrated.covered, 0.952);
    assert_near(integrated.found, 0.573);
    assert!(integrated.width() < satterthwaite.width());
}

#[test]
fn the_ar1_variance_cures_the_false_alarms_of_mann_kendall() {
    for (shape, textbook, ar1) in
        [(Shape::Plain, 0.308, 0.057), (Shape::Gaps, 0.25, 0.056), (Shape::Floor, 0.305, 0.061)]
    {
        let alarms = trend::alarms(Cell { n: 90, shape, ..MONTH }, DIARIES);
        assert_near(alarms.textbook_kendall, textbook);
        assert_near(alarms.ar1, ar1);
    }
}

#[test]
fn the_usual_slopes_see_trends_in_flat_diaries() {
    let alarms = trend::alarms(Cell { n: 90, ..MONTH }, DIARIES);
    assert_near(alarms.least_squares, 0.323);
    assert_near(alarms.newey_west, 0.177);
}

#[test]
fn paired_intervals_hold_a_real_change() {
    let truth = paired::Truth::of(paired::Ratings::Plain);
    let coverage = |n, rho| paired::coverage(n, rho, paired::Ratings::Plain, truth, DIARIES);
    assert_near(coverage(8, 0.0).mean, 0.945);
    let alike = coverage(30, 0.3);
    assert_near(alike.mean, 0.861);
    assert_near(alike.effective, 0.938);
    assert_near(alike.hodges_lehmann, 0.966);
}

#[test]
fn exact_tests_stay_at_or_below_five_percent() {
    let reach = 4.0 * Tally::error(DIARIES, 0.05);
    for ratings in [exact::Ratings::Plain, exact::Ratings::Ties, exact::Ratings::Floor] {
        let alarms = exact::alarms(14, ratings, DIARIES);
        assert!(alarms.sign_flip.share() <= 0.05 + reach, "{ratings:?}: {}", alarms.sign_flip);
        assert!(alarms.wilcoxon.share() <= 0.05 + reach, "{ratings:?}: {}", alarms.wilcoxon);
    }
}

#[test]
fn the_anytime_interval_keeps_its_level_over_two_hundred_looks_where_the_t_interval_does_not() {
    for ratings in [paired::Ratings::Plain, paired::Ratings::Floor] {
        let truth = paired::Truth::of(ratings);
        let misses = confidence_sequence::misses(200, 0.0, ratings, truth, 150);
        assert!(
            misses.sequence.share() <= 0.03 + 4.0 * Tally::error(150, 0.03),
            "{ratings:?}: {}",
            misses.sequence
        );
        assert!(misses.repeated.share() > 0.2, "{ratings:?}: {}", misses.repeated);
    }
}

#[test]
fn one_kind_of_sessions_after_the_other_differs_more_often_to_the_usual_test() {
    let alarms = group_difference::alarms(group_difference::Cell { n: 40, phi: 0.8, blocks: true }, DIARIES);
    assert_near(alarms.group_difference, 0.071);
    assert_near(alarms.welch_after, 0.161);
    assert_near(alarms.welch_change, 0.157);
    let mixed = group_difference::alarms(group_difference::Cell { n: 12, phi: 0.3, blocks: false }, DIARIES);
    assert_near(mixed.group_difference, 0.073);
    assert_near(mixed.welch_after, 0.052);
}

#[test]
fn sessions_after_hard_days_seem_to_help_only_to_the_usual_tools() {
    let cell = session_effect::Cell { n: 90, phi: 0.6, selected: true, gaps: false };
    let alarms = session_effect::alarms(cell, DIARIES);
    assert_near(alarms.same_day, 0.052);
    assert_near(alarms.next_day, 0.052);
    assert!(alarms.same_day_bias.abs() < 0.1, "{}", alarms.same_day_bias);
    assert_near(alarms.before_after, 0.355);
    assert_near(alarms.other_days, 0.698);
}
