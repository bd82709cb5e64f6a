//! Two phases within one person.

use tidemark_stats::{Direction, Level, baseline_corrected_tau, nap, tau_u};

super::family! {
    "baseline-corrected-tau" => |diary| baseline_corrected_tau(&diary.phases, Level::P95),
    "nap" => |diary| nap(&diary.phases, Direction::Higher, Level::P95),
    "tau-u" => |diary| tau_u(&diary.phases),
}
