//! Counts as floating-point numbers: the one place where an integer becomes an `f64`.
//!
//! Every count here is far below 2⁵³, so the conversion is exact.

/// A count as a number.
#[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^53")]
pub(crate) const fn float(count: usize) -> f64 {
    count as f64
}

/// A signed count (Kendall's S, a number of days) as a number.
#[expect(clippy::cast_precision_loss, reason = "sums of pair counts stay far below 2^53")]
pub(crate) const fn signed(count: i64) -> f64 {
    count as f64
}
