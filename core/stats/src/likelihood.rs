//! The restricted likelihood of φ, the correlation one day apart: where it peaks and where it was looked at.
//!
//! The likelihood can have two peaks, so a grid comes first. Oracles in
//! `oracles/{gls_trend,session_effect,event_study,group_difference}/`.

/// φ below this counts as 0; the search ends this far below 1.
const BOUND: f64 = 1e-6;
/// From this φ on the likelihood is flat up to 1 but for rounding, and has no curvature to speak of.
pub(crate) const UPPER_BOUND: f64 = 0.9999;
/// Log-likelihoods this close are the same but for rounding: where all rows are days apart it is flat near φ = 0.
const SAME: f64 = 1e-9;
/// Two peaks closer than this in log-likelihood (half the 95 % point of χ² with 1 df) are both plausible.
const NEAR: f64 = 1.92;

/// The peak of the restricted likelihood over 0 ≤ φ < 1.
pub(crate) struct Likelihood {
    /// Where it is highest, 0 to 1.
    pub(crate) phi: f64,
    /// Log-likelihood there.
    pub(crate) height: f64,
    /// Whether another peak is nearly as high.
    pub(crate) second_peak: bool,
    /// (φ, log-likelihood) over the whole range, in order of φ, the peak among them.
    pub(crate) points: Vec<(f64, f64)>,
}

impl Likelihood {
    pub(crate) fn of(height: impl Fn(f64) -> f64) -> Self {
        // Finer towards 1, where long gaps need it.
        let near_one = [0.99, 0.995, 0.9975, 0.999, 0.9995, 0.9999, 0.99999, 1.0 - BOUND];
        let mut points: Vec<(f64, f64)> = (0..50_u32)
            .map(|step| f64::from(step) * 0.02)
            .chain(near_one)
            .map(|phi| (phi, height(phi)))
            .collect();
        let peaks = peaks(&height, &points);
        let mut best = (0.0, f64::NEG_INFINITY);
        for &peak in &peaks {
            if peak.1 > best.1 {
                best = peak;
            }
        }
        if let Some(&zero) = points.first().filter(|zero| best.1 - zero.1 <= SAME) {
            best = zero;
        }
        let near = peaks.iter().filter(|peak| best.1 - peak.1 < NEAR).count();
        let phi = if best.0 < BOUND { 0.0 } else { best.0 };
        let place = points.partition_point(|&(other, _)| other < phi);
        points.insert(place, (phi, best.1));
        Self { phi, height: best.1, second_peak: near > 1, points }
    }

    /// Whether φ ran to 0 or 1.
    pub(crate) fn at_bound(&self) -> bool {
        self.phi <= 0.0 || self.phi >= UPPER_BOUND
    }
}

fn peaks(likelihood: &impl Fn(f64) -> f64, grid: &[(f64, f64)]) -> Vec<(f64, f64)> {
    let mut peaks = Vec::new();
    for (place, &(phi, height)) in grid.iter().enumerate() {
        let before = place.checked_sub(1).and_then(|place| grid.get(place));
        let after = grid.get(place + 1);
        // On a plateau (gaps so long that φ does not matter) the first point stands for all.
        let rises = before.is_none_or(|&(_, other)| height > other);
        let falls = after.is_none_or(|&(_, other)| height >= other);
        if rises && falls {
            let low = before.map_or(phi, |&(phi, _)| phi);
            let high = after.map_or(phi, |&(phi, _)| phi);
            peaks.push(refined(likelihood, low, high, (phi, height)));
        }
    }
    peaks
}

/// Golden-section search between two grid points for a peak at least as high as the one given.
fn refined(likelihood: &impl Fn(f64) -> f64, mut low: f64, mut high: f64, start: (f64, f64)) -> (f64, f64) {
    const GOLDEN: f64 = 0.618_033_988_749_894_9;
    let at = |phi: f64| (phi, likelihood(phi));
    let mut left = at(high - GOLDEN * (high - low));
    let mut right = at(low + GOLDEN * (high - low));
    while high - low > 1e-9 {
        if left.1 > right.1 {
            high = right.0;
            right = left;
            left = at(high - GOLDEN * (high - low));
        } else {
            low = left.0;
            left = right;
            right = at(low + GOLDEN * (high - low));
        }
    }
    [left, right].into_iter().fold(start, |best, point| if point.1 > best.1 { point } else { best })
}
