//! The point at which a tail has a given probability, for quantiles: Newton's step on logarithms, inside a bracket.
//!
//! Refuses nothing: the callers give tails that rise or fall all the way.

/// What a tail is at one point.
pub(super) struct Tail {
    /// Its probability, above 0.
    pub(super) here: f64,
    /// Derivative of the probability's logarithm by the point.
    pub(super) slope: f64,
    /// Whether the point sought lies above this one.
    pub(super) above: bool,
}

/// The point where `tail` is `aim`, from `start`, to the last bits; at most `most` steps.
pub(super) fn point_of(start: f64, aim: f64, most: usize, tail: impl Fn(f64) -> Tail) -> f64 {
    let mut low = f64::NEG_INFINITY;
    let mut high = f64::INFINITY;
    let mut at = start;
    for _ in 0..most {
        let found = tail(at);
        if found.above {
            low = at;
        } else {
            high = at;
        }
        let next = at - ((found.here / aim).ln() / found.slope).clamp(-50.0, 50.0);
        let moved = if next > low && next < high {
            next
        } else if low.is_finite() && high.is_finite() {
            f64::midpoint(low, high)
        } else if low.is_finite() {
            low + 1.0
        } else {
            high - 1.0
        };
        let step = (moved - at).abs();
        at = moved;
        if step <= 1e-15 * at.abs().max(1.0) {
            break;
        }
    }
    at
}
