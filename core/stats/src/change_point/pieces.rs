//! Which last change is best for which level of the present segment.
//!
//! The cost of a division with its last change before place s is a parabola in the level μ of the last segment, and
//! from then on all of them gain the same terms. So once another is below it at every μ it never comes back. For an
//! earlier s and a later t the difference is (t − s)(μ − m)² − room, m the mean between them: the earlier one stays
//! only within √(room/(t − s)) of m, and the later one only outside.

use super::cost::Costs;
use crate::count::float;

/// A range of levels on which one last change is best.
#[derive(Clone, Copy)]
pub(super) struct Piece {
    /// Place of the first value after that change; 0 for none.
    pub(super) start: usize,
    low: f64,
    high: f64,
}

/// The levels from lowest to highest value, shared out among last changes; neighbours overlap by what rounding and ties
/// may move.
pub(super) struct Pieces {
    low: f64,
    high: f64,
    within: f64,
    list: Vec<Piece>,
    next: Vec<Piece>,
}

impl Pieces {
    /// # Shape
    /// `low` to `high` holds all values; costs nearer than `within` count as equal.
    pub(super) const fn new(low: f64, high: f64, within: f64) -> Self {
        Self { low, high, within, list: Vec::new(), next: Vec::new() }
    }

    /// The last changes that may still be best, each at least once.
    pub(super) fn starts(&self) -> impl Iterator<Item = usize> + '_ {
        self.list.iter().map(|piece| piece.start)
    }

    /// Lets the change before place `start` in, later than all others; `ahead(s)` is how much dearer the best division
    /// up to `start` is than the one up to s, a change at each included.
    pub(super) fn admit(&mut self, costs: &Costs, start: usize, ahead: impl Fn(usize) -> f64) {
        self.next.clear();
        if self.list.is_empty() {
            self.next.push(Piece { start, low: self.low, high: self.high });
        }
        // Where the newcomer's last range stands in `next`.
        let mut newest = None;
        for piece in &self.list {
            let (mean, cost) = costs.between(piece.start, start);
            let room = ahead(piece.start) - cost;
            let count = float(start - piece.start);
            if room <= self.within {
                newcomer(&mut self.next, &mut newest, start, piece.low, piece.high);
            } else {
                let reach = ((room - self.within) / count).sqrt();
                newcomer(&mut self.next, &mut newest, start, piece.low, piece.high.min(mean - reach));
            }
            if room >= -self.within {
                let reach = ((room + self.within) / count).sqrt();
                let (low, high) = (piece.low.max(mean - reach), piece.high.min(mean + reach));
                if low < high {
                    self.next.push(Piece { start: piece.start, low, high });
                }
            }
            if room > self.within {
                let reach = ((room - self.within) / count).sqrt();
                newcomer(&mut self.next, &mut newest, start, piece.low.max(mean + reach), piece.high);
            }
        }
        core::mem::swap(&mut self.list, &mut self.next);
    }
}

/// Gives levels to the newcomer. What overlaps its last range joins it, wherever that stands: pieces that tie overlap, and
/// each would else give the newcomer a range of its own, twice as many at every place.
fn newcomer(list: &mut Vec<Piece>, newest: &mut Option<usize>, start: usize, low: f64, high: f64) {
    if low >= high {
        return;
    }
    match newest.and_then(|at| list.get_mut(at)) {
        Some(before) if low <= before.high && before.low <= high => {
            before.low = before.low.min(low);
            before.high = before.high.max(high);
        }
        _ => {
            *newest = Some(list.len());
            list.push(Piece { start, low, high });
        }
    }
}
